"""Where the head of a sheet without headings is over: a line tells what happened before the meeting."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.sheet import When

# A day that has its month: 3月18日, 7/6.
NAMED_DAY = re.compile(r"月|\d[./-]\d")
# A story has so many clauses in its first sentence.
LEAST_TOLD = 3


def opens_story(clause: Clause, line: Sequence[Clause], whens: Sequence[When], day: When | None) -> bool:
    """Return whether a line opens with a day before that of the meeting, and tells what happened on it."""
    told = [each for each in line if each.segment == clause.segment]
    # 后天 in front of the day itself tells no more than that it is near.
    if day is None or day.start is None or NAMED_DAY.search(day.text) is None:
        return False
    if clause is not line[0] or len(told) < LEAST_TOLD:
        return False
    first = next((when for when in whens if when.grain == "day" and when.start is not None), None)
    opens = first is not None and first.place.start == clause.start
    return opens and first is not None and first.start is not None and first.start < day.start
