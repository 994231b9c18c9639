"""What a leader wants to own up to, as he says it himself: 书记说要自己认 becomes 这个账我认."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from drafter.facts.sheet import Fact, Place

_LEADER = "(?:[一-鿿]{0,3}(?:书记|[局镇县市区院校厂矿部]长|主任|董事长|经理|[一-鿿]总)|领导)"
_OWNS = re.compile(
    f"[—–-]*[ 　]*(?:{_LEADER}(?:自己)?(?:说|讲)[，：]?)?(?P<what>.{{4,40}}?)，"
    f"(?:由|{_LEADER}|[他她说要得来自己]){{1,6}}认(?:账|下来?|一?句)?"
)


def with_admissions(facts: Iterable[Fact]) -> list[Fact]:
    """Return facts, what the leader owns up to in his own words, at the end of what it is about.

    Raises nothing: a fact in front on the same line takes the words; alone they are a fact.
    """
    found: list[Fact] = []
    for fact in facts:
        owned = _OWNS.fullmatch(fact.text)
        if owned is None:
            found.append(fact)
            continue
        said = f"{owned['what']}，这个账我认"
        if found and found[-1].group == fact.group:
            before = found[-1]
            place = Place(before.place.line, before.place.start, fact.place.end)
            found[-1] = replace(before, text=f"{before.text}。{said}", place=place)
        else:
            found.append(replace(fact, text=said))
    return found
