"""The rules by their families, and each explained: for the command line and for docs/rules.md."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.check.finding import SEVERITIES
from drafter.check.guard.rules import RULES
from drafter.check.registry import all_rules
from drafter.check.rule import Rule
from drafter.errors import UnknownNameError
from drafter.i18n import _

# What the modules of rules are called; the order is that of the lists.
FAMILIES = {
    "structure": "结构",
    "headings": "标题与提纲",
    "parallels": "标题对仗",
    "levels": "层级与身份",
    "persons": "人称与文种",
    "ordinals": "序号与数目",
    "leftovers": "空缺与残留",
    "balance": "篇幅与均衡",
    "breath": "句段长短",
    "repetition": "重复与套话",
    "figures": "数据",
    "arithmetic": "数据演算",
    "dates": "日期",
    "periods": "时段与时限",
    "names": "人名职务",
    "bodies": "机构名称",
    "ranks": "排序",
    "quotations": "引文",
    "punctuation": "标点（GB/T 15834）",
    "pairs": "成对标点（GB/T 15834）",
    "questions": "问号（GB/T 15834）",
    "spacing": "空格与字符",
    "numerals": "数字用法（GB/T 15835）",
    "wording": "用词",
    "phrases": "提法",
    "homophones": "同音字",
    "letters": "生僻字与缩写",
    "logic": "前后一致",
    "typography": "版式",
    "office": "本单位",
    "guard": "事实核对",
}


def family_of(rule: Rule) -> str:
    """Return the Chinese name of the family of a rule, that of its module."""
    if rule.code in RULES:
        return FAMILIES["guard"]
    module = rule.look.__module__.rpartition(".")[2]
    return FAMILIES.get(module, module)


def by_family() -> dict[str, list[Rule]]:
    """Return all rules by the names of their families, in the order of the table."""
    order = list(FAMILIES.values())
    found: dict[str, list[Rule]] = {}
    for rule in all_rules().values():
        found.setdefault(family_of(rule), []).append(rule)
    return dict(sorted(found.items(), key=lambda one: order.index(one[0]) if one[0] in order else len(order)))


def rule_called(code: str) -> Rule:
    """Return the rule called ``code``; raises UnknownNameError, which has the nearest codes."""
    rules: Mapping[str, Rule] = all_rules()
    if code not in rules:
        raise UnknownNameError(_("rule"), code, rules)
    return rules[code]


def explained(rule: Rule) -> str:
    """Return a rule as a text for a person: what, on what it stands, why, a bad and a good example."""
    basis = f"{rule.basis.value}：{rule.clause}" if rule.clause else rule.basis.value
    lines = [
        f"{rule.code}　{rule.title}",
        f"{family_of(rule)}　{SEVERITIES[rule.severity]}　{basis}",
        "",
        rule.why,
        "",
        f"✗ {rule.bad}",
        f"✓ {rule.good}",
    ]
    return "\n".join(lines)
