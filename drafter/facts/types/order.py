"""The order of facts as a YAML writes it, 6.2: the sixth line of the sheet, its second fact.

Facts of one line are told together. 6.2.2 goes on with the sentence of 6.2. A fact without an order
is a line of its own, behind the fact before it in its list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from drafter.facts.sheet import Fact, FactType

# The line, the sentence and the clause of a fact; where among its like one without an order stands.
Position = tuple[int, int, int, int]
# Behind every sentence of a line: a line of its own.
_OWN_LINE = 1_000_000
# The marks with which a sentence goes on.
COMMA = "，,、"
_TYPES = list(FactType)


def positions(orders: Sequence[str]) -> list[Position]:
    """Return the positions of the facts of one list, in its order; "" is a fact without an order."""
    found: list[Position] = []
    line, behind = 0 if any(orders) else _OWN_LINE, 0
    for order in orders:
        if order:
            line, sentence, clause = ([*map(int, order.split(".")), 1, 1])[:3]
            behind = 0
            found.append((line, sentence, clause, 0))
        else:
            behind += 1
            found.append((line, _OWN_LINE, 1, behind))
    return found


def is_own_line(position: Position) -> bool:
    """Whether a fact without an order stands at ``position``."""
    return position[1] == _OWN_LINE


def goes_on(position: Position) -> bool:
    """Whether a fact goes on with the sentence of the one in front of it."""
    return position[2] > 1


def orders_of(facts: Sequence[Fact]) -> dict[str, str]:
    """Return the orders of the facts of a sheet by their ids, without those that follow by themselves."""
    lines = [list(line) for _group, line in groupby(facts, key=lambda fact: fact.group)]
    if _follow_by_type(lines):
        return {}
    found: dict[str, str] = {}
    before: Sequence[Fact] = ()
    for number, line in enumerate(lines, 1):
        if len(line) > 1 or not before or before[-1].type is not line[0].type:
            found.update(_of_line(number, line))
        before = line
    return found


def _follow_by_type(lines: Sequence[Sequence[Fact]]) -> bool:
    """Whether each fact is a line of its own, and the types come in the order of the YAML."""
    types = [_TYPES.index(line[0].type) for line in lines]
    return all(len(line) == 1 for line in lines) and types == sorted(types)


def _of_line(number: int, line: Sequence[Fact]) -> Iterator[tuple[str, str]]:
    sentence = clause = 0
    for fact in line:
        if sentence and fact.sign and fact.sign in COMMA:
            clause += 1
        else:
            sentence, clause = sentence + 1, 1
        yield fact.id, f"{number}.{sentence}" + (f".{clause}" if clause > 1 else "")
