"""Whether a sentence of a line goes on with the one in front of it, and tells nothing by itself."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.items import opens_anew, opens_incident
from drafter.facts.cut.text import SheetText
from drafter.facts.missing.blanks import is_blank
from drafter.facts.people.doers import names_alone
from drafter.facts.people.names import name_at
from drafter.facts.sheet import FactType
from drafter.facts.types.by_form import YEAR_BEFORE
from drafter.facts.wishes import intents as wishes

# A sentence that says nothing without the one in front of it.
_GOES_ON = re.compile(
    "[他她](?:自己|们)?|其中|同比|环比|(?:去年|上年)同期|[比较](?:去年|上年|上月|前年)|(?:所幸|幸好|好在|万幸)?[没未](?:有)?(?:伤人|死人|伤着人|出人命|造成(?:人员)?伤)"
)
# Who stands alone behind a semicolon has no longer name: 磨机车间.
_LONGEST_DOER = 6
# What somebody is by calling has no more signs: 退休锅炉工.
_LONGEST_CALLING = 10
_AGED = re.compile(r"(?:今年|现年)?\d{2}岁")


def goes_on(clauses: Sequence[Clause], following: Sequence[Clause], text: SheetText) -> bool:
    """Return whether a sentence goes on with the one in front: 同比下降3.5%, what followed an incident."""
    if len(following) == 1 and _does_task_in_front(following[0], text):
        return not any(is_blank(c.text) or names_alone(c) for c in clauses)
    if len(following) == 1 and YEAR_BEFORE.fullmatch(following[0].text):
        # 去冬19起；前一冬26起
        return not any(is_blank(c.text) or wishes.is_intent(c.text) for c in clauses)
    parts = any(q.is_completed for q in text.quantities_in(following[0]))
    if parts or _GOES_ON.match(following[0].text):
        return True
    if _only_introduces(clauses):
        return not wishes.is_intent(following[0].text)
    if not opens_incident([text.reading(clause) for clause in clauses]):
        return False
    told = not names_alone(following[0])
    told = told and not any(is_blank(c.text) or wishes.is_intent(c.text) or c.aside for c in following)
    return told and not any(opens_anew(text.reading(clause)) for clause in following)


def _only_introduces(clauses: Sequence[Clause]) -> bool:
    """Whether a sentence tells who somebody is and nothing of what he did: 许大勇，外卖骑手，31岁."""
    name, *more = (clause.text for clause in clauses)
    short = all(len(text) <= _LONGEST_CALLING for text in more)
    return short and any(map(_AGED.fullmatch, more)) and name_at(name, 0) == name


def _does_task_in_front(clause: Clause, text: SheetText) -> bool:
    """Whether a sentence only names who does the task in front of it: 2号磨不装好不开；磨机车间."""
    near = text.text[: clause.start].rstrip()[-1:] in "；;" and len(clause.text) <= _LONGEST_DOER
    return near and clause.section_class == FactType.TASK and bool(names_alone(clause))
