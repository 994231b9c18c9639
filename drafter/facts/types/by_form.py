"""What the form of a clause tells: when it was or will be, a look to come, when a task is to be done."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.sheet import FactType, When

# What was done so many years ago is no deed of those who are told of it.
_LONG = 4
# 安环部雨后必查, 区住建局抽5%
_MUST_LOOK = re.compile(r"必[查抽]|(?<![一-鿿])抽\d+%|[局委办部科处]抽\d+%")
# 县政府办带队走一遍, 回访已投用的14部, 请20名代表来走一趟: how one looks at it once more.
_LOOKS_AGAIN = re.compile(
    "走[一上][遍趟圈回]|[查看][一]?(?:遍|回)|回看|打分|回访|复盘|复查|(?:随机|再|要|里|[局委办部科处])抽(?![签奖血水调])|来看一?看|[到下]去看"
)
# 接到红色预警，井下立即撤人: when a task is to be done.
_IF_IT_COMES = re.compile(
    "(?:一旦|凡|如|若)?(?:接到|收到|遇[到有上]?|碰[到上]|发生|发现|出现|达到)[^，,]{2,16}"
)
# 去冬19起；前一冬26起: what a figure is held against.
YEAR_BEFORE = re.compile(
    r"(?:前一[冬年季期]|前年|上年|去年|上一[年季期])(?:[一-鿿]的)?[是为有]?\d[\d.]*[万亿]?[一-鿿%]{1,2}"
)


def looks_ahead(text: str, whens: Sequence[When], today: datetime.date | None) -> bool:
    """Return whether a clause tells how one will look at it, on a day to come or whenever it is so."""
    days = [when.start for when in whens if when.grain not in ("clock", "weekday", "event", "year")]
    ahead = bool(days) and today is not None and all(day is not None and day > today for day in days)
    return bool(_MUST_LOOK.search(text) or (ahead and _LOOKS_AGAIN.search(text)))


def opens_if(clause: Clause) -> bool:
    """Return whether a clause among the tasks tells only when the task behind it is to be done."""
    headed = FactType.TASK in (clause.label_class, clause.section_class)
    return headed and _IF_IT_COMES.fullmatch(clause.text) is not None and not clause.text.endswith("的")


def is_long_ago(whens: Sequence[When], today: datetime.date | None) -> bool:
    """Return whether a clause tells of one year that lies long behind: 1974年; not of all since then."""
    years = [when.end for when in whens if when.grain == "year" and when.relation == "at"]
    return today is not None and any(end is not None and today.year - end.year >= _LONG for end in years)


def is_past(whens: Sequence[When], today: datetime.date | None) -> bool:
    """Return whether all days of a clause lie behind ``today``."""
    ends = [when.end for when in whens if when.grain not in ("clock", "weekday", "event")]
    return bool(ends) and today is not None and all(end is not None and end < today for end in ends)


def is_to_come(whens: Sequence[When], today: datetime.date | None) -> bool:
    """Return whether all days of a clause lie ahead of ``today``."""
    days = [w.start for w in whens if w.grain in ("day", "month", "year") and w.text[-1:] in "日号底末"]
    return bool(days) and today is not None and all(day is not None and day > today for day in days)
