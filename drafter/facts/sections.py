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
# Fewer items tell nothing of the others; a paragraph of fewer sentences is no list.
_LIST, _PARAGRAPH = 2, 4


def with_section_classes(clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses, those below a heading that no table knows with the class that they speak for."""
    found: list[Clause] = []
    above = ""
    for section, run in groupby(clauses, key=lambda clause: (clause.section, clause.section_class)):
        below = list(run)
        name, class_ = section
        if name and class_ in ("", "facts") and not has_cue("meeting-name", name):
            guess = _class_by_items(below, above, neutral=class_ == "facts")
            if guess:
                class_ = guess
                below = [replace(clause, section_class=guess) for clause in below]
            else:
                below = _with_paragraph_classes(below)
        elif not name:
            below = _with_paragraph_classes(below)
        above = class_ or above
        found.extend(below)
    return found


def _with_paragraph_classes(clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses, those of a paragraph of many sentences with the class that most speak for."""
    found: list[Clause] = []
    for _item, run in groupby(clauses, key=lambda clause: clause.item):
        line = list(run)
        segments = {clause.segment for clause in line}
        class_ = _class_by_items(line, "") if len(segments) >= _PARAGRAPH else ""
        if class_ and class_ != INTENT and not any(clause.label_class for clause in line):
            line = [replace(clause, section_class=class_) for clause in line]
        found.extend(line)
    return found


def _class_by_items(clauses: Sequence[Clause], above: str, neutral: bool = False) -> str:
    """Return the class that most items below a heading speak for; "" where they differ.

    ``neutral``: the heading says that facts follow, so that nearly all must agree.
    """
    # What a label of its own tells says nothing of the heading.
    open_ = [clause for clause in clauses if not clause.label_class]
    items = [list(run) for _item, run in groupby(open_, key=lambda clause: (clause.item, clause.segment))]
    if len(items) < (_PARAGRAPH if neutral else _LIST):
        return ""
    wishes = sum(any(found_cues("intent", clause.text) for clause in item) for item in items)
    if wishes * (1.5 if neutral else 2) > len(items):
        return INTENT
    votes: dict[str, int] = {}
    for item in items:
        for gives in {cue.gives for clause in item for cue in found_cues("type", clause.text)}:
            votes[gives] = votes.get(gives, 0) + 2
    for type_ in _FOLLOWS.get(above, ()):
        if type_.value in votes:
            votes[type_.value] += 1
    holds = [type_ for type_ in _HOLDS if not (neutral and type_ is FactType.PROBLEM)]
    best = max((type_.value for type_ in holds), key=lambda name: votes.get(name, 0))
    # One word tells of a problem more often than of anything else.
    needed = len(items) * (1.6 if neutral or best == FactType.PROBLEM.value else 1)
    return best if votes.get(best, 0) > needed else ""
