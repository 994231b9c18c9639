"""What a line asks of the text, and what looks so and tells those who do a task how to act."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import found_cues
from drafter.facts.cut.text import SheetText
from drafter.facts.sheet import FactType
from drafter.facts.wishes import intents as wishes
from drafter.facts.wishes.wish_forms import form_of

# 不许说“正在做工作”, as those who act are told.
_MUST_NOT = re.compile("不(?:许|准|得|能)(?:说|讲)(?!“?[力争尽])")


def is_rule(clause: Clause, line: Sequence[Clause], text: SheetText) -> bool:
    """Return whether a clause among tasks tells those who do them how to act, and asks nothing of a text.

    …，名单不公开; …搬出，不许说“正在做工作”; 群里不点名，9月1日起.
    """
    if FactType.TASK not in (clause.label_class, clause.section_class):
        return False
    behind = clause.is_bullet and clause is not line[0]
    if behind and (clause.text.endswith("不公开") or _MUST_NOT.match(clause.text)):
        return True
    same = (each for each in line if each.segment == clause.segment and each is not clause)
    return any(when.relation == "from" for each in same for when in text.whens_in(each))


def asks_in_part(line: Sequence[Clause]) -> bool:
    """Return whether a clause of a line is a wish: 两个岗没人的事 点事不点人."""
    return any(found_cues("intent", clause.text) or form_of(clause.text) for clause in line)


def gives_reason(clause: Clause, line: Sequence[Clause]) -> bool:
    """Return whether a clause among wishes tells why the one behind it is wished: 司机才来三个月，别点."""
    behind = next((c for c in line if c.start > clause.start and c.segment == clause.segment), None)
    return behind is not None and behind.text[0] in "别不勿莫" and wishes.is_intent(behind.text)


def asks_of_text(line: Sequence[Clause]) -> bool:
    """Return whether most sentences of a line are wishes."""
    segments = [list(run) for _number, run in groupby(line, key=lambda clause: clause.segment)]
    asking = sum(any(found_cues("intent", c.text) or form_of(c.text) for c in run) for run in segments)
    return asking > 1 and asking * 2 >= len(segments)
