"""What a heading in words of its own says of what stands below: by its clauses and its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from drafter.facts.cues import found_cues, has_cue
from drafter.facts.lines import Clause
from drafter.facts.sheet import FactType

# What most often follows what, in a sheet of notes; it tips the scales where words are few.
_FOLLOWS = {
    FactType.SITUATION.value: (FactType.PROBLEM,),
    FactType.ACHIEVEMENT.value: (FactType.PROBLEM,),
    FactType.PROBLEM.value: (FactType.CAUSE, FactType.TASK),
    FactType.CAUSE.value: (FactType.TASK,),
    FactType.TASK.value: (FactType.CHECK,),
}
# Types that hold for all items below a heading; the others are told by each item alone.
_HOLDS = (FactType.PROBLEM, FactType.CAUSE, FactType.TASK, FactType.CHECK, FactType.ACHIEVEMENT)
INTENT = "intent"


def with_section_classes(clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses, those below a heading that no table knows with the class that they speak for."""
    found: list[Clause] = []
    above = ""
    for section, run in groupby(clauses, key=lambda clause: (clause.section, clause.section_class)):
        below = list(run)
        name, class_ = section
        if name and not class_ and not has_cue("meeting-name", name):
            class_ = _class_by_items(below, above)
            below = [replace(clause, section_class=class_) for clause in below] if class_ else below
        above = class_ or above
        found.extend(below)
    return found


def _class_by_items(clauses: Sequence[Clause], above: str) -> str:
    """Return the class that most items below a heading speak for; "" where they differ."""
    items = [list(run) for _item, run in groupby(clauses, key=lambda clause: (clause.item, clause.segment))]
    wishes = sum(any(found_cues("intent", clause.text) for clause in item) for item in items)
    if wishes * 2 > len(items):
        return INTENT
    votes: dict[str, int] = {}
    for item in items:
        for gives in {cue.gives for clause in item for cue in found_cues("type", clause.text)}:
            votes[gives] = votes.get(gives, 0) + 2
    for type_ in _FOLLOWS.get(above, ()):
        if type_.value in votes:
            votes[type_.value] += 1
    best = max((type_.value for type_ in _HOLDS), key=lambda name: votes.get(name, 0))
    return best if votes.get(best, 0) > len(items) else ""
