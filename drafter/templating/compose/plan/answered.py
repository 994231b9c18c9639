"""What people asked, and what is answered to it on its line: told together, in the order of the sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from drafter.facts.sheet import TASKS, FactType
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.plan.units import MEANS, Unit

_ANSWERS = (*TASKS, *MEANS, FactType.STANCE)


def is_answer(statement: Statement, before: Sequence[Statement]) -> bool:
    """Return whether a statement answers the request that stands ``before`` it on its line."""
    line = statement.facts[0].group
    asked = any(s.type is FactType.REQUEST and s.facts[0].group == line for s in before)
    return asked and statement.type in _ANSWERS


def answered_lines(units: Sequence[Unit]) -> Iterator[list[int]]:
    """Yield the places of the units of each line that asks something and answers it."""
    for _line, row in groupby(range(len(units)), key=lambda n: units[n].line):
        those = list(row)
        if is_answered([s for n in those for s in units[n].statements]):
            yield those


def is_answered(statements: Sequence[Statement]) -> bool:
    """Return whether statements begin with a request, and one of them answers it."""
    asked = bool(statements) and statements[0].type is FactType.REQUEST
    return asked and any(is_answer(s, statements[:1]) for s in statements[1:])


def ties_of_answers(units: Sequence[Unit]) -> tuple[list[tuple[int, int]], Collection[int]]:
    """Return what joins each answer to its request, and the places of all that is answered."""
    lines = list(answered_lines(units))
    return [(n, line[0]) for line in lines for n in line[1:]], {n for line in lines for n in line}
