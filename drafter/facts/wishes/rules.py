"""What looks like a wish among the tasks, and tells those who do them how to act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.facts.cut.clause import Clause
from drafter.facts.cut.text import SheetText
from drafter.facts.sheet import FactType

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
