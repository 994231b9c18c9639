"""Who is to blame for something, and which words honour: nobody who is punished is thanked or praised."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby

from drafter.facts import patterns as re
from drafter.facts.sheet import Fact, FactType
from drafter.templating.compose.comments.frame import Frame
from drafter.templating.compose.plan.story import hero_of

# What is told of those who are not honoured for it.
_FAULT = re.compile(
    "违|骗|冒领|套取|虚报|挪用|受贿|行贿|收受|收了\\d(?![\\d.]*万?[亩斤吨公户人件份个车船趟])|通风报信|吃拿卡要|辞退|移送|警告|某(?=[，,。；;]|$)"
    "|处分|开除|判[刑处了]|撤职|免职|事故|泄漏|中毒|瞒|超标|(?<![无零没])(?<!没有)投诉|没交|不到现场|脱岗"
    "|跌倒|摔|坠|骨折|误诊|漏诊|差错|压疮|死[了亡]|(?<![没无]人)(?<!人员)[受重轻]伤|灰头土脸|没用上"
)
# 连续14个月没有顶板事故, 投诉从每月46件降到17件
_NO_FAULT = re.compile(
    "(?:没有?|未|无|零)(?:再)?(?:发生|出现|发|出)?过?[一-鿿]{0,4}(?:事故|投诉|超标|差错|中毒|泄漏|违[章规纪法])"
)
# What is done to somebody for what he did, or is about to be.
_PUNISHED = re.compile(
    "处分|开除|判[刑处了\\d]|拘役|有期徒刑|撤职|免职|停职|移送|立案|留置|辞退|警告|留党察看|记过|诫勉"
    "|[还正]在(?:查|审|办)|受贿|行贿|挪用|贪污|骗取|虚报"
)
# 找到漏点，避免了停车，奖了3000元: among bad cases, somebody who did well.
_REWARDED = re.compile(r"奖了?\d|表彰|表扬|避免了|救[了下起]|制止了|拦住了")
_HONOURS = re.compile("谢(?!绝)|掌声|敬[重意佩]|佩服|好样|了不起|表扬|点个赞|都看在眼里|记住[^，。]*名字")
_ASKS = (FactType.TASK, FactType.PROMISE, FactType.DUTY, FactType.REQUEST)
# The forms that call somebody by his name.
_CALLING = ("who", "person", "call", "hero")


def is_fault(text: str) -> bool:
    """Return whether a story tells of a fault, and nobody is honoured for it."""
    return bool(_FAULT.search(_NO_FAULT.sub("", text)))


def blamed_in(facts: Iterable[Fact], kind: str) -> frozenset[str]:
    """Return the names of those whom a line of the sheet tells of, where it tells how they are punished.

    In a warning everybody is one of them whose case is told, unless it tells how he is rewarded.
    """
    found: set[str] = set()
    for _line, those in groupby(facts, key=lambda fact: fact.group):
        line = list(those)
        is_case = any(fact.type is FactType.CASE for fact in line)
        rewarded = any(_REWARDED.search(fact.text) for fact in line)
        warned = kind == "warning-education" and is_case and not rewarded
        if warned or any(_PUNISHED.search(fact.text) for fact in line):
            found.update(name for fact in line for name in _names_in(fact))
    return frozenset(found)


def _names_in(fact: Fact) -> Iterator[str]:
    """Yield those of whom a fact tells, and no one who only has a task of it."""
    if fact.type not in _ASKS:
        yield from filter(None, (hero_of(fact), *(person.name for person in fact.persons)))


def may_be_said(frame: Frame, forms: Mapping[str, str], blamed: Collection[str]) -> bool:
    """Return whether a frame honours nobody, or at least nobody who is to blame."""
    honours = frame.says in ("thanks", "praise") or "hero" in frame.needs or _HONOURS.search(frame.text)
    if not honours or frame.says == "agenda":
        return True
    called = "，".join(forms.get(name, "") for name in _CALLING)
    return "fault" not in forms and not any(name in called for name in blamed)
