"""What type a clause is of, by its words, its figures and dates, and the heading above it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from msgspec import Struct

from drafter.facts.cues import found_cues, pattern
from drafter.facts.lines import Clause
from drafter.facts.people import Duty
from drafter.facts.sheet import FactType, Quantity, When

# What a heading adds to its type; a label on the line weighs more than the heading above.
SECTION, LABEL = 2, 3
# A list of what there is says little of what each is.
WEAK = 1
# A promise holds for all that stands under it: its tasks and funds are promises too.
_COVERS = {FactType.PROMISE: {FactType.TASK, FactType.FUND, FactType.SITUATION, FactType.PROGRESS, FactType.CHECK}}
TYPES = frozenset(type_.value for type_ in FactType)
# Where two types weigh the same, the one that says more goes first.
_ORDER = (
    FactType.DUTY, FactType.AWARD, FactType.PROMISE, FactType.REQUEST, FactType.GAP, FactType.BASIS, FactType.CHECK, FactType.CAUSE,
    FactType.PROBLEM, FactType.TASK, FactType.FUND, FactType.PROGRESS, FactType.ACHIEVEMENT,
    FactType.STANCE, FactType.THANKS, FactType.CASE, FactType.SITUATION,
)  # fmt: skip


Add = Callable[[FactType, int], None]


class Reading(Struct):
    """A clause with all that was found in it."""

    clause: Clause
    quantities: Sequence[Quantity]
    whens: Sequence[When]
    duty: Duty | None
    scores: dict[FactType, int]

    @property
    def type(self) -> FactType | None:
        """The best type, None where nothing speaks for any."""
        best = max(self.scores.values(), default=0)
        if best <= 0:
            return None
        return next(type_ for type_ in _ORDER if self.scores.get(type_, 0) == best)

    @property
    def weight(self) -> int:
        """How much speaks for the type."""
        return max(self.scores.values(), default=0)

    @property
    def deadline(self) -> When | None:
        """The deadline of the clause, if it has one."""
        return next((when for when in self.whens if when.relation in ("by", "within")), None)


def score(
    clause: Clause,
    quantities: Sequence[Quantity],
    whens: Sequence[When],
    duty: Duty | None,
    today: datetime.date | None,
) -> dict[FactType, int]:
    """Return what speaks for each type."""
    scores: dict[FactType, int] = {}

    def add(type_: FactType, weight: int) -> None:
        scores[type_] = scores.get(type_, 0) + weight

    for cue in found_cues("type", clause.text):
        add(FactType(cue.gives), cue.weight)
    _by_heading(clause, add)
    _by_figures(clause, quantities, whens, add)
    if duty is not None:
        add(FactType.DUTY, 5)
    if _is_past(whens, today):
        # What was looked into is told for what was found.
        for type_, less in ((FactType.CHECK, 3), (FactType.TASK, 2)):
            if type_ in scores:
                scores[type_] -= less
    _weigh_kin(clause, quantities, scores)
    return scores


def _is_past(whens: Sequence[When], today: datetime.date | None) -> bool:
    ends = [when.end for when in whens if when.grain not in ("clock", "weekday", "event")]
    return bool(ends) and today is not None and all(end is not None and end < today for end in ends)


def _by_heading(clause: Clause, add: Add) -> None:
    for name, weight in ((clause.label_class, LABEL), (clause.section_class, SECTION)):
        if name in TYPES:
            weak = name == FactType.SITUATION
            add(FactType(name), 5 if name == FactType.PROMISE else WEAK if weak else weight)


def _by_figures(clause: Clause, quantities: Sequence[Quantity], whens: Sequence[When], add: Add) -> None:
    text = clause.text
    if any(when.relation in ("by", "within") for when in whens):
        add(FactType.TASK, 3)
    elif any(when.relation == "from" for when in whens):
        add(FactType.TASK, 1)
    if pattern("frequency").search(text):
        add(FactType.TASK, 1)
    roles = {quantity.role for quantity in quantities}
    if "done" in roles and not any(q.bound == "at-least" for q in quantities):
        add(FactType.PROGRESS, 3)
    if quantities:
        add(FactType.SITUATION, 1)
    if pattern("hard").search(text):
        add(FactType.TASK, 1)


def _weigh_kin(clause: Clause, quantities: Sequence[Quantity], scores: dict[FactType, int]) -> None:
    """Settle pairs of types whose words overlap."""
    if quantities and FactType.PROBLEM in scores and FactType.CHECK in scores and not pattern("frequency").search(clause.text):
        # 抽查病历300份，有缺陷47份 is what was found, not what will be checked.
        scores[FactType.CHECK] -= 2
    looked = FactType.CHECK in scores and pattern("looked-into").search(clause.text) and not pattern("frequency").search(clause.text)
    if quantities and looked and FactType.TASK not in scores and "check" not in (clause.label_class, clause.section_class):
        scores[FactType.CHECK] -= 3
    for cover, covered in _COVERS.items():
        if {clause.label_class, clause.section_class} & {cover.value}:
            for type_ in covered & scores.keys():
                scores[cover] = scores.get(cover, 0) + scores.pop(type_)
