"""What is said at a ceremony besides the facts: nothing that fits what is wrong, and little of a deed."""

from __future__ import annotations

from collections.abc import Collection

from drafter import patterns as re
from drafter.facts.sheet import FactType
from drafter.templating.compose.comments.frame import OCCASIONS
from drafter.templating.compose.material import Material

# Where people are honoured, nothing is said that fits what is wrong.
CEREMONIES = frozenset(OCCASIONS[kind] for kind in ("commendation", "address", "inaugural"))
# A deed is told, and nothing made of it.
_PLAIN_DEEDS = re.compile("(?:不|别|莫)[要再]{0,2}(?:拔高|煽情)|[讲说]到[^，]{2,10}就停|[讲说]完[就]?不评")
# Of what a ceremony says more than the fact.
_CELEBRATED = (
    FactType.ACHIEVEMENT, FactType.AWARD, FactType.CASE, FactType.PROMISE, FactType.FUND,
)  # fmt: skip
_ADMITTED = (FactType.PROBLEM, FactType.CAUSE, FactType.GAP, FactType.CHECK)


def ends_with_deed(material: Material) -> bool:
    """Return whether the leader wants deeds told and nothing made of them: 讲到人没伤就停，不要再拔高."""
    # What an accident teaches is told, however plainly of the dead.
    return material.kind != "warning-education" and any(
        _PLAIN_DEEDS.search(intent.text) for intent in material.intents
    )


def is_out_of_place(type_: FactType, natures: Collection[str], *, stressed: bool) -> bool:
    """Return whether nothing is made of a fact at a ceremony: how things stand, what is admitted."""
    if OCCASIONS["address"] in natures:
        return type_ not in _CELEBRATED
    plain = type_ is FactType.SITUATION or (type_ in _ADMITTED and not stressed)
    return OCCASIONS["commendation"] in natures and plain
