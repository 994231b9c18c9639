"""Statements of a sheet that do not agree. Both places are told, nothing is smoothed over."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from drafter.facts import patterns as re
from drafter.facts.figures.numbers import plain
from drafter.facts.sheet import Contradiction, Fact, Meeting, Quantity, Sheet, Words
from drafter.i18n import message


def find_contradictions(sheet: Sheet) -> tuple[Contradiction, ...]:
    """Return all contradictions of a sheet, in the order of their first places."""
    found = [
        *_weekday(sheet.meeting),
        *(c for fact in sheet.facts for c in _within(fact)),
        *_parts(sheet),
        *_told_twice(sheet.facts),
    ]
    return tuple(sorted(found, key=lambda each: (each.first.place.start, each.code)))


def _weekday(meeting: Meeting) -> Iterator[Contradiction]:
    if meeting.weekday_agrees is False and meeting.date and meeting.date.start:
        words = Words(meeting.date.text, meeting.date.place)
        day = "一二三四五六日"[meeting.date.start.weekday()]
        yield Contradiction("weekday", message("this day is a 周{day}", day=day), words, words)


def _within(fact: Fact) -> Iterator[Contradiction]:
    """Yield what is more than the whole it is part of."""
    totals = [q for q in fact.quantities if q.role in ("total", "plain") and q.bound == "exact"]
    for quantity in fact.quantities:
        if quantity.role not in ("done", "part") or quantity.unit in ("%", ""):
            continue
        whole = next(
            (t for t in totals if t.unit == quantity.unit and t.place.start < quantity.place.start), None
        )
        if whole is not None and quantity.amount > whole.amount and quantity.bound == "exact":
            yield Contradiction(
                "more-than-all", message("a part is more than the whole"), _said(whole), _said(quantity)
            )


def _parts(sheet: Sheet) -> Iterator[Contradiction]:
    """Yield lists of three or more parts that do not add up to a rest or a total just before them."""
    for fact in sheet.facts:
        for start in range(len(fact.quantities)):
            parts = _run(fact.quantities[start:])
            if len(parts) >= 2 and (
                start == 0 or fact.quantities[start - 1].unit != parts[0].unit or start == 1
            ):
                yield from _sums(sheet, fact, parts, fact.quantities[:start])
                break


def _run(quantities: tuple[Quantity, ...]) -> list[Quantity]:
    """Return the figures of one unit that a list in one clause has, each with a noun of its own."""
    run: list[Quantity] = []
    for quantity in quantities:
        close = not run or quantity.place.start - run[-1].place.end <= 12
        plain_role = quantity.role in ("plain", "rest", "part") and quantity.bound == "exact"
        if not (plain_role and close and quantity.noun and (not run or quantity.unit == run[0].unit)):
            break
        run.append(quantity)
    return run


def _sums(
    sheet: Sheet, fact: Fact, parts: list[Quantity], earlier: tuple[Quantity, ...]
) -> Iterator[Contradiction]:
    total = sum(part.amount for part in parts)
    candidates = [q for q in earlier if q.unit == parts[0].unit and q.bound == "exact"]
    index = int(fact.id[1:]) - 2
    before = [f for f in sheet.facts[max(index, 0) : index + 1] if f.group == fact.group]
    if candidates:
        whole = candidates[-1]
        others = sum(part.amount for part in parts[1:]) if parts[0] is whole else total
        nested = _adds_up(candidates, parts)
        wrong = _differ(whole.amount, others, fact, parts)
        if len(parts) >= 3 and wrong and whole not in parts and not nested:
            yield _sum(whole, parts)
        return
    rest = _rest(before[-1]) if before and len(parts) >= 3 and not candidates else None
    if rest is not None and rest[1].unit == parts[0].unit and _differ(rest[0], total, fact, parts):
        yield _sum(rest[1], parts)


def _adds_up(wholes: list[Quantity], parts: list[Quantity]) -> bool:
    """Whether the parts behind some figure add up to it or to a whole: 74口，病险8口，降了6口，还有2口."""
    for start in range(len(parts)):
        total = sum(part.amount for part in parts[start:])
        if any(whole.amount == total for whole in [*wholes, *parts[:start]]):
            return True
    return False


def _differ(whole: Decimal, total: Decimal | int, fact: Fact, parts: list[Quantity]) -> bool:
    return total > whole or (total < whole and _names_rest(fact, parts))


def _names_rest(fact: Fact, parts: list[Quantity]) -> bool:
    """Whether a list says that it has all: 其他10件. One that does not may leave some out."""
    said = fact.text[parts[0].place.end - fact.place.start : parts[-1].place.end - fact.place.start]
    return re.search("其[他它余]|另[外有]?|剩|还有|分别", said) is not None


def _rest(fact: Fact) -> tuple[Decimal, Quantity] | None:
    """Return what is left of a total of which a part is done, and the total."""
    done = next((q for q in fact.quantities if q.role == "done"), None)
    whole = next((q for q in fact.quantities if done and q.unit == done.unit and q is not done), None)
    return None if done is None or whole is None else (whole.amount - done.amount, whole)


def _sum(whole: Quantity, parts: list[Quantity]) -> Contradiction:
    formula = "＋".join(plain(part.value) for part in parts)
    reason = message("the parts do not add up: {formula}", formula=formula)
    return Contradiction("sum", reason, _said(whole), _said(parts[-1]))


def _told_twice(facts: tuple[Fact, ...]) -> Iterator[Contradiction]:
    """Yield two totals of the same thing that differ."""
    totals = [
        (fact, q)
        for fact in facts
        for q in fact.quantities[:1]
        if q.role in ("plain", "total")
        and q.unit
        and q.bound == "exact"
        and len(q.noun) >= 3
        and not _dated(fact)
    ]
    for (first_fact, first), (second_fact, second) in combinations(totals[:80], 2):
        same = first.noun == second.noun and first.unit == second.unit and first_fact.type == second_fact.type
        if same and first.amount != second.amount and first_fact.who == second_fact.who:
            yield Contradiction("twice", message("told twice, with two values"), _said(first), _said(second))


def _dated(fact: Fact) -> bool:
    return bool(fact.whens)


def _said(quantity: Quantity) -> Words:
    return Words(quantity.text, quantity.place)
