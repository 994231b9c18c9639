"""What the sheet tells of the load of those who are spoken to, told once more as what they bear.

A cause, 协理员一人管三四个村, tells why a matter went wrong; said to those people it is their load.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.facts import patterns as re
from drafter.facts.sheet import Fact, FactType
from drafter.templating.compose.composition import Sentence, field_mark, sentence
from drafter.templating.compose.material import Material
from drafter.templating.compose.wishes.told_of import names_of

_TYPES = (FactType.CAUSE, FactType.PROBLEM, FactType.SITUATION)
# One for many, little pay, nights, ways in vain.
_BORNE = re.compile(
    r"[一1]个?人[^，]{0,5}(?:要|得)?(?:接|管|跑|看|守)\d|[一1]个?人(?:要)?(?:管|跑|配|带|守|盯|看|顾|负责|顶|干|包|照看|对着)|[两三]个人(?:管|跑|守|顶|干)|扑空|挨骂|受气"
    r"|(?:一个月|每月|月[薪补]?)[^，]{0,4}(?:只有|才|不到)\d|连(?:着|续|轴)[^，]{0,3}[干转守熬跑]|夜里|半夜|天不亮|凌晨|起早|通宵|两头跑"
    r"|(?:每天|一天|一晚|天天)[^，]{0,8}\d"
)
# What they did not do, or did wrong, is no load.
_FAULT = re.compile("没(?!休|回家|停)|未|漏|假|违|迟到|脱岗|代签|补[填签]|不(?!到|亮|容易)|嫌|图")
# Who is meant may be called by when he works: 夜班药师.
LONGEST_FRONT = 3


def burdens_of(to: str, material: Material, *, to_them: bool) -> list[Sentence]:
    """Return what the sheet tells that people bear, as said ``to_them`` or of them; nothing for none."""
    for fact in material.told():
        for name, clause in _borne_by(to, fact) if fact.type in _TYPES else ():
            front, _name, rest = clause.partition(name)
            if to_them:
                said = f"你们{field_mark(fact.id, front + rest)}，这份难处，我心里有数。"
            else:
                said = f"{field_mark(fact.id, clause)}，这份难处，大家要知道。"
            return [sentence(said, (fact.id,), "weigh")]
    return []


def _borne_by(to: str, fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield a name of those people and the clause of a fact that tells what they bear."""
    names = sorted({to, *names_of(to)}, key=len, reverse=True)
    for clause in re.split("[，；。：]", fact.text):
        name = next((n for n in names if 0 <= clause.find(n) <= LONGEST_FRONT), "")
        if name and _BORNE.search(clause.partition(name)[2]) and not _FAULT.search(clause):
            yield name, clause
