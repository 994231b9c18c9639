"""Which statements one line of the sheet holds together: a list, a gap with its figures, a task."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, groupby

from drafter.facts.sharing import is_row_of_parts, shared_words
from drafter.facts.sheet import FactType
from drafter.templating.compose.statements import Statement, announced_list

AIMS = (FactType.TASK, FactType.PROMISE, FactType.GAP)
TASKS = (FactType.TASK, FactType.PROMISE)
# What a gap is found by: 现有仓容14.3万吨，缺口4万吨.
_MEASURED = (FactType.SITUATION, FactType.PROGRESS)
# What stands on the line of a task and is told with it: in front of it, and behind it.
_BEFORE = (FactType.PROBLEM, FactType.CAUSE, FactType.PROGRESS, FactType.SITUATION)
_BEHIND = (FactType.DUTY, FactType.FUND, FactType.CHECK, FactType.PROBLEM, FactType.CAUSE)
# A line that tells more is a passage, and no item that holds one matter.
MOST_OF_AN_ITEM = 6
# So many tasks on a line that tells nothing else are a list: 隔离带、蓄水池、护林员.
LEAST_OF_A_LIST = 3
# Problems that are counted out of those in front: 没销的, 其中.
_OUT_OF = re.compile(r"没|未|其中|剩|\d+[一-鿿]里")

# What is done of the total in front of it: 已整改215条.
_DONE_OF = re.compile(r"(?:其中)?已?经?(?:整改|完成|办结|销号|解决|修好|拆除)了?\d")
# What is put up for all to see, by those who answer for it.
_SHOWN = re.compile("账.{0,12}(?:贴|公布|公示)")
# What is among a sum: 14起里.
_AMONG = re.compile(r"[一-鿿]{0,4}?(?P<sum>\d+)(?P<unit>[一-鿿])(?:里头?|中|当中)")
# A rate is a figure of its own, and no part of the one in front.
_OF_ITS_OWN = re.compile("[一-鿿]{3,}率")


def lists(statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """Yield problems that one label announces, or that are counted out, with the progress of their line."""
    for index, statement in enumerate(statements):
        before = statements[index - 1] if index else statement
        same_line = index > 0 and before.facts[0].group == statement.facts[0].group
        if measures(before, statement):
            yield index, index - 1
        wrong = before.type in (FactType.PROBLEM, FactType.PROGRESS)
        beside = wrong and not _OF_ITS_OWN.match(statement.facts[0].text)
        if statement.type is FactType.SITUATION and beside and same_line:
            yield index, index - 1
        shown = before.type is FactType.DUTY and _SHOWN.search(statement.facts[0].text)
        if same_line and (shown or _DONE_OF.match(statement.facts[0].text)):
            yield index, index - 1
        if statement.type is not FactType.PROBLEM:
            continue
        if announced_list([statement])[0]:
            yield from ((index, other) for other in _wrong_on_line(statements, index))
        elif _OUT_OF.match(statement.facts[0].text) and same_line:
            yield from ((index, other) for other in _wrong_on_line(statements, index) if other == index - 1)


def measures(before: Statement, statement: Statement) -> bool:
    """Whether a statement gives the figures for the gap that the next one on its line tells."""
    same_line = before.facts[0].group == statement.facts[0].group
    bare_gap = statement.type is FactType.GAP and re.match("还?[缺差]", statement.facts[0].text)
    return bool(bare_gap) and before.type in _MEASURED and same_line


def _wrong_on_line(statements: Sequence[Statement], index: int) -> Iterator[int]:
    line = statements[index].facts[0].group
    for other, each in enumerate(statements):
        if (
            other != index
            and each.facts[0].group == line
            and each.type in (FactType.PROGRESS, FactType.PROBLEM)
        ):
            yield other


def items(statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """Yield what stands on the line of a task with it, where each matter has a line of its own."""
    lines = [
        list(run) for _line, run in groupby(range(len(statements)), lambda i: statements[i].facts[0].group)
    ]
    listing = lists_of_tasks(statements)
    counts = [sum(statements[i].type in TASKS for i in line) for line in lines]
    count = sum(map(bool, counts))
    one_each = count >= 3 and count * 2 >= sum(counts)
    for line, aims in zip(lines, counts, strict=True):
        if aims == 1 or (aims and one_each and statements[line[0]].facts[0].group not in listing):
            yield from _on_line(statements, line)


def lists_of_tasks(statements: Sequence[Statement]) -> set[int]:
    """Return the lines that list tasks of several things."""
    lines = groupby(statements, lambda each: each.facts[0].group)
    return {line for line, those in lines if _lists_tasks(list(those))}


def _lists_tasks(line: Sequence[Statement]) -> bool:
    """Whether a line lists tasks of several things, each with its day, and tells of no one matter."""
    aims = [each for each in line if each.type in TASKS]
    dated = sum(any(fact.by for fact in each.facts) for each in aims)
    topics = [each.facts[0].topic for each in aims]
    alike = any(shared_words(one, other) for one, other in combinations(topics, 2))
    return len(aims) == len(line) >= LEAST_OF_A_LIST and dated * 2 > len(aims) and all(topics) and not alike


def _on_line(statements: Sequence[Statement], line: Sequence[int]) -> Iterator[tuple[int, int]]:
    aims = [index for index in line if statements[index].type in AIMS]
    yield from ((index, aims[0]) for index in aims[1:])
    if len(line) > MOST_OF_AN_ITEM:
        return
    bare_aim = _begins_with_time(statements[aims[0]])
    for index in line:
        fitting = _BEFORE if index < aims[0] else _BEHIND
        if (
            statements[index].type in fitting
            or index < aims[0]
            and (bare_aim or _is_shared(statements, line))
        ):
            yield index, aims[0]


def _is_shared(statements: Sequence[Statement], line: Sequence[int]) -> bool:
    """Whether a line of two sentences tells who answers for all, and then who answers for one."""
    first = statements[line[0]]
    return len(line) == 2 and first.type is FactType.DUTY and not re.search("牵头|配合", first.facts[0].text)


def _begins_with_time(aim: Statement) -> bool:
    """Whether a task leaves what it is about to the words in front of it: 8月底前拆完."""
    return bool(re.match(r"(?:\d{1,2}月|[今明后]天|本[周月]|年底|月底|[国庆春节]{2}前)", aim.facts[0].text))


def total_of(statement: Statement, others: Sequence[Statement]) -> Statement | None:
    """Return the statement in front, of ``others``, that gives the sum of which one tells the parts."""
    fact = statement.facts[0]
    if match := _AMONG.match(fact.text):
        wanted = (Decimal(match["sum"]), match["unit"])
    elif is_row_of_parts(fact):
        parts = [q for q in fact.quantities if q.unit != "类"]
        wanted = (sum((q.value for q in parts), Decimal()), parts[0].unit)
    else:
        return None
    given = [
        each
        for each in others
        if each.place < statement.place
        and any((q.value, q.unit) == wanted for f in each.facts for q in f.quantities)
    ]
    return given[-1] if given else None
