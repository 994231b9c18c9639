"""Sentences that say nothing without the one in front of them: they are part of the fact told there.

查明是为了多推一刀 goes on with 传感器被人挪了位置, 没出事 with both: one story is one fact.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.cues import has_cue, pattern
from drafter.facts.people.people import person_told_of
from drafter.facts.sheet import Fact, FactType

# No story is longer; a sheet without stops is no story.
LONGEST = 160
# How a sentence opens, or what it tells, that points back.
_POINTS_BACK = re.compile(
    "(?:这|那)(?:件|次|起|桩|个|一)?(?:事|回|片|处|家|次|段)(?!故)|这样的(?=[^，,]{0,6}有[0-9])|(?:事后|经查|经核实|后来|原来|当时|结果是|幸好|幸亏|好在|万幸|所幸)"
    "|[一-鿿]{0,6}(?:后来|事后|随后)(?=[一-鿿])|查明(?!原因的)|查下来|没出(?:大)?事|[没未](?:有)?(?:伤人|伤着|伤亡|造成)"
    "|[一-鿿]{0,6}已经?(?:整改|检讨|道歉|作了?检查|赔[偿付礼了]|处理)(?![^，,]*\\d)"
)
# 到现在还没搬完: how it stands with what the clause in front tells.
_STILL = re.compile("(?:到现在|至今|到目前|到今天)[^，,]{0,2}[没未不]")
# 开工11个，完工4个。没开工的3个: what is left, and nothing of it.
_COUNTS_REST = re.compile(r"(?:还有|还剩|剩下?|其余)?(?:[没未][一-鿿]{1,3}的)?(?:有|还有)?\d+[一-鿿]{1,2}")
_DONE = re.compile(r"(?:现在|目前|现)?已经?[一-鿿]{2,4}?了?\d+[一-鿿]{1,2}")
# What is said only of what went wrong.
_WENT_WRONG = re.compile("没出(?:大)?事|幸好|幸亏|好在|万幸|所幸|查明|整改|检讨|道歉|赔|管的?$")
# What opens another matter.
_OTHER = re.compile("另|还有|此外|同时|其[他它余]|除此|再[有就者]")
_STORY = (FactType.PROBLEM, FactType.CASE)
# What no story holds: it is told where its kind is told.
_APART = (
    FactType.TASK, FactType.PROMISE, FactType.CHECK, FactType.FUND, FactType.PROGRESS, FactType.GAP,
    FactType.AWARD, FactType.REQUEST,
)  # fmt: skip
_COUNTED = (FactType.PROGRESS, FactType.SITUATION, FactType.ACHIEVEMENT)
_LONGEST_NAME = 8


def with_appendices(facts: Sequence[Fact], text: str) -> list[Fact]:
    """Return the facts in the order of the sheet, each with the sentences that only go on with it."""
    found: list[Fact] = []
    for fact in sorted(facts, key=lambda each: (each.place.start, each.place.end)):
        if found and _hangs(found[-1], fact, text):
            found[-1] = _joined(found[-1], fact, text)
        else:
            found.append(fact)
    return found


def _hangs(before: Fact, fact: Fact, text: str) -> bool:
    """Whether a fact is part of the one in front of it on its line."""
    between = text[before.place.end : fact.place.start].strip()
    near = before.group == fact.group and len(between) <= 1 and fact.place.end - before.place.start <= LONGEST
    if near and (_STILL.match(fact.text) and between in ("，", ",") or _is_done_of(before, fact)):
        return before.type in (*_STORY, FactType.SITUATION)
    if near and before.type in _COUNTED and before.quantities and _COUNTS_REST.fullmatch(fact.text):
        return True
    if near and before.type is FactType.CAUSE and _is_bare_body(fact):
        # 原因是首件没检就开了机。硫化车间。
        return True
    if not near or before.type not in _STORY or fact.type in _APART or fact.by is not None:
        return False
    if _POINTS_BACK.match(fact.text) or _is_bare_body(fact):
        return True
    plain = between == "。" and not (fact.quantities or _is_of_a_day(fact) or _OTHER.match(fact.text))
    return _is_of_a_day(before) and (between in ("，", ",") or plain)


def _is_done_of(before: Fact, fact: Fact) -> bool:
    """Whether a fact tells only how many are done of those in front of it: 查隐患237条。已整改215条."""
    done = _DONE.fullmatch(fact.text) and fact.quantities and before.quantities
    if not done or before.by is not None:
        return False
    found, own = before.quantities[0], fact.quantities[0]
    return found.unit == own.unit and found.amount >= own.amount


def _is_bare_body(fact: Fact) -> bool:
    """Whether a fact is no more than the name of whom the story in front is of: 综采一队."""
    body = len(fact.text) <= _LONGEST_NAME and pattern("body-end").search(fact.text)
    # 患者后来平稳出院 ends like a hospital, and tells what happened.
    # 公章没登记3处 counts places.
    plain = not re.search(r"\d|[，,、了]", fact.text)
    return bool(body) and plain and not _POINTS_BACK.match(fact.text)


def _is_of_a_day(fact: Fact) -> bool:
    """Whether a fact tells what happened on a day; what a look found on it is a list and no story."""
    return not has_cue("looked-into", fact.text) and any(
        when.grain == "day" and when.relation == "at" for when in fact.whens
    )


def _joined(first: Fact, second: Fact, text: str) -> Fact:
    """Return two facts as one, which is as grave as the graver of them."""
    place = replace(first.place, end=second.place.end)
    told = first.type is FactType.CASE and person_told_of([re.split("[，,]", first.text)[0]])
    wrong = FactType.PROBLEM in (first.type, second.type) or _WENT_WRONG.search(second.text)
    grave = wrong and not told
    body = second.text if _is_bare_body(second) else ""
    type_ = FactType.PROBLEM if grave and first.section != FactType.CASE.value else first.type
    return replace(
        first,
        type=first.type
        if first.type is FactType.PROGRESS or _COUNTS_REST.fullmatch(second.text)
        else FactType.PROGRESS
        if _is_done_of(first, second)
        else type_,
        text=text[place.start : place.end],
        place=place,
        quantities=(*first.quantities, *second.quantities),
        whens=(*first.whens, *second.whens),
        persons=(*first.persons, *second.persons),
        owners=(*first.owners, *second.owners),
        partners=(*first.partners, *second.partners),
        who=first.who or body,
        sure=first.sure or second.sure,
    )
