"""docs/rules.md: every rule of the check, by families."""

from __future__ import annotations

from drafter.check.families import by_family
from drafter.check.rule import Rule

HEAD = """# The rules of `drafter check`

Made by a test, `pytest tests/check/test_page.py --update-golden`; do not edit. `drafter explain CODE`
prints one of them. A rule stands on a national standard (国标), a regulation (条例), the practice of
offices (实务) or the terms of one's own office (本单位). Those marked † also run at the end of `build`
and `update`: they need no judgement.

"""


def page() -> str:
    """Return the page."""
    families = by_family()
    contents = "".join(f"- {family}：{_codes(rules)}\n" for family, rules in families.items())
    return HEAD + contents + "".join(_family(family, rules) for family, rules in families.items())


def _codes(rules: list[Rule]) -> str:
    return "、".join(f"[{rule.title}](#{rule.code})" for rule in rules)


def _family(family: str, rules: list[Rule]) -> str:
    return f"\n## {family}\n" + "".join(map(_rule, rules))


def _rule(rule: Rule) -> str:
    basis = f"{rule.basis.value}，{rule.clause}" if rule.clause else rule.basis.value
    mark = "" if rule.needs_judgement else " †"
    return (
        f"\n### {rule.code}\n\n{rule.title}{mark} · {rule.severity.value} · {basis}\n\n{_shown(rule.why)}\n\n"
        f"- ✗ {_shown(rule.bad)}\n- ✓ {_shown(rule.good)}\n"
    )


def _shown(text: str) -> str:
    """Return a text on one line, with the signs that Markdown would interpret escaped."""
    text = " / ".join(text.split("\n"))
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|~" else sign for sign in text)
