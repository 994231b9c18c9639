"""Where a paragraph of a part ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from drafter.facts.sheet import FactType
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.plan.statements import is_same_story

# A paragraph longer than this is parted before a fact of another type.
LONG_PARAGRAPH = 240
# In a point one shorter than this goes on, whatever follows.
SHORT_PARAGRAPH = 50
# One in which facts of all types follow each other, each with what is said of it.
FLOWING_PARAGRAPH = 110
# So many statements at most answer one thing of a list of what is wrong.
LONGEST_ANSWER = 4


def paragraphs_of(statements: Sequence[Statement], shape: str) -> list[list[Statement]]:
    """Part statements into paragraphs: where the type changes its side, or where it grows long."""
    found: list[list[Statement]] = []
    for number, statement in enumerate(statements):
        within = bool(found) and _is_within_list(found[-1], statements, number)
        fits = found and not _opens(found[-1], statement, shape) and _has_place(found[-1], statement, shape)
        if within or fits:
            found[-1].append(statement)
        else:
            found.append([statement])
    return found


def _is_within_list(paragraph: Sequence[Statement], statements: Sequence[Statement], number: int) -> bool:
    """Whether a statement goes on with a list of what is wrong, or answers one of it: the list is counted."""
    statement = statements[number]
    listed = {s.facts[0].group for s in paragraph if s.type is FactType.PROBLEM}
    following = islice(statements, number, number + LONGEST_ANSWER)
    goes_on = next((s for s in following if s.type is FactType.PROBLEM), None) if listed else None
    if goes_on is None or goes_on.facts[0].group not in listed:
        return False
    answered = any(s.type is not FactType.PROBLEM and s.facts[0].group not in listed for s in paragraph)
    return statement is not goes_on or answered


def _has_place(paragraph: Sequence[Statement], statement: Statement, shape: str) -> bool:
    """Whether a paragraph may go on with a statement: it is not full, and the statement fits in."""
    before, size = paragraph[-1], sum(s.length for s in paragraph)
    if before.type is statement.type is FactType.CAUSE:
        # Causes are counted out, and what is counted stands in one place.
        return True
    if is_same_story(before, statement) or (_is_of_one_line(before, statement) and size < LONG_PARAGRAPH):
        return True
    if shape == "flowing" and size < FLOWING_PARAGRAPH:
        return FactType.CASE not in (before.type, statement.type)
    if size < LONG_PARAGRAPH and _goes_on(before, statement):
        return True
    mild = {_side(before), _side(statement)} <= {"done", "situation", "award"}
    return (shape == "point" or mild) and size + statement.length < SHORT_PARAGRAPH


def _is_of_one_line(before: Statement, statement: Statement) -> bool:
    return before.facts[-1].group == statement.facts[0].group


def _opens(paragraph: Sequence[Statement], statement: Statement, shape: str) -> bool:
    """Whether a statement opens a paragraph: each type where they are short, each request, each deed."""
    if shape == "short":
        return paragraph[-1].type is not statement.type
    alone = (FactType.REQUEST, FactType.CASE)
    if is_same_story(paragraph[-1], statement):
        return False
    if paragraph[-1].type is FactType.CAUSE is not statement.type:
        # What stands behind a list of causes is none of them.
        return not _is_of_one_line(paragraph[-1], statement)
    if "。" in statement.facts[0].text and not _is_of_one_line(paragraph[-1], statement):
        # What the sheet tells in sentences is a story.
        return True
    return statement.type in alone and any(s.type is statement.type for s in paragraph)


def _goes_on(before: Statement, statement: Statement) -> bool:
    """Whether a statement stays in the paragraph: a duty with the problem it is for, else one side."""
    wrong = _side(before) == "wrong" or before.type is FactType.DUTY
    with_problem = wrong and before.type is FactType.DUTY and _side(statement) == "wrong"
    duty = statement.type is FactType.DUTY and _side(before) == "wrong"
    if before.type is FactType.REQUEST and statement.type is FactType.STANCE:
        return True
    return duty or with_problem or _side(before) == _side(statement)


def _side(statement: Statement) -> str:
    """Return which side a statement is on: what was done, what is wrong, what is to be done."""
    return _SIDES.get(statement.type, "aim")


_SIDES = {
    FactType.ACHIEVEMENT: "done",
    FactType.AWARD: "award",
    FactType.CASE: "case",
    FactType.SITUATION: "situation",
    FactType.PROGRESS: "wrong",
    FactType.PROBLEM: "wrong",
    FactType.CAUSE: "wrong",
    FactType.REQUEST: "request",
    FactType.STANCE: "situation",
}
