"""What follows from the facts by arithmetic. Exact decimals, each value with its formula.

Only figures of one kind, one unit and one fact, or of facts that a link joins, are put together.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from drafter.facts.figures.arithmetic import (
    ONE_PLACE,
    Inference,
    is_exact,
    make,
    of_fact,
    share_in_words,
    written,
)
from drafter.facts.figures.numbers import plain
from drafter.facts.kinship.links import Link
from drafter.facts.kinship.sharing import UNDONE
from drafter.facts.sheet import TASKS, Fact, Quantity, When

# An average a day is said for no longer than this; beyond it presses nobody.
MOST_DAYS = 60
# Nor is it for so few days: 600吨 by tomorrow is no 600吨 a day.
LEAST_DAYS = 3
# Fewer things press nobody, and less than one in so many days is no pace.
LEAST_AMOUNT = 8
LEAST_RATE = Decimal("0.2")
HUNDREDTH = Decimal("0.01")


def infer(
    facts: Sequence[Fact], meeting_date: datetime.date | None, links: Sequence[Link] = ()
) -> tuple[Inference, ...]:
    """Return what follows from the facts of a meeting held on ``meeting_date``, in the order of the facts."""
    found: list[Inference] = []
    for fact in facts:
        found.extend(of_fact(fact))
        if meeting_date is not None:
            found.extend(_of_days(fact, meeting_date))
    found.extend(_of_links(facts, links, found, meeting_date))
    found.extend(_same_days(facts))
    return tuple(_numbered(found))


def _numbered(found: Iterable[Inference]) -> Iterator[Inference]:
    seen: set[tuple[str, str, tuple[str, ...]]] = set()
    for inference in found:
        key = (inference.kind, inference.formula, inference.facts)
        if key not in seen:
            seen.add(key)
            yield Inference(f"i{len(seen)}", *(getattr(inference, name) for name in _AFTER_ID))


_AFTER_ID = Inference.__struct_fields__[1:]


def _of_days(fact: Fact, day: datetime.date) -> Iterator[Inference]:
    for when in fact.whens if fact.by is None or fact.by in fact.whens else (*fact.whens, fact.by):
        if when.grain in ("clock", "weekday", "event") or when.end is None or when.relation == "within":
            continue
        if when.text in ("月底", "月末") and "每月" in fact.text:
            # 每月4次，月底公示 comes round again and is no day to count to.
            continue
        point = when.end if when.relation in ("by", "until") or when.text[-1] in "底末" else when.start
        single = when.start == when.end or when.relation == "by"
        if point is not None and point > day and single:
            yield _days(fact, when, point, day)


def _days(fact: Fact, when: When, point: datetime.date, day: datetime.date) -> Inference:
    days = (point - day).days
    formula = f"{day.month}.{day.day}→{point.month}.{point.day}={days}"
    # The day of the meeting is not counted; with it there is one more.
    return make("days", Decimal(days), "天", formula, [fact], noun=when.text, date=point)


def _of_links(
    facts: Sequence[Fact], links: Sequence[Link], found: Sequence[Inference], day: datetime.date | None
) -> Iterator[Inference]:
    by_id = {fact.id: fact for fact in facts}
    for fact in facts:
        deadline = next((i for i in found if i.kind == "days" and i.facts == (fact.id,)), None)
        if fact.by is not None and deadline is not None and fact.type in TASKS:
            yield from _daily(fact, _amount_of(fact, links, found), deadline)
    for link in links:
        if link.kind == "part":
            yield from _part_of_last(by_id[link.source], by_id[link.target])
        # 没考试的24人 are the rest, and no first step.
        if link.kind == "rest" and not UNDONE.fullmatch(link.why):
            yield from _still_left(by_id[link.source], by_id[link.target], found)


def _part_of_last(part: Fact, whole: Fact) -> Iterator[Inference]:
    """Yield the share of 其中12份 in the last figure before it."""
    last = whole.quantities[-1] if whole.quantities else None
    first = part.quantities[0] if part.quantities else None
    if last is None or first is None or first.unit != last.unit or not 0 < first.amount < last.amount:
        return
    if is_exact(first) and is_exact(last) and first.unit not in ("%", ""):
        share = (first.amount * 100 / last.amount).quantize(ONE_PLACE, ROUND_HALF_UP)
        formula = f"{written(first)}÷{written(last)}={plain(share)}%"
        yield make("share", share, "%", formula, [part, whole], noun=first.noun, words=share_in_words(share))


def _amount_of(fact: Fact, links: Sequence[Link], found: Sequence[Inference]) -> Inference | Quantity | None:
    """Return how much a task has to do: its own amount, else the rest of the fact it is linked with."""
    own = [
        q
        for q in fact.quantities
        if q.role in ("plain", "total", "done", "rest")
        and is_exact(q)
        and q.unit not in ("%", "次", "元", "天")
    ]
    if own:
        # Of 36处2100个, or 已审15个，剩2个, none is the one that the task is about.
        return own[0] if len(own) == 1 and own[0].place.end - fact.place.start <= 12 else None
    target = next((link.target for link in links if link.source == fact.id and link.kind == "rest"), None)
    rest = next((i for i in found if i.kind == "remaining" and i.facts == (target,)), None)
    # A task with an amount of its own, 不少于60件, does not do the whole rest.
    return None if rest is not None and any(q.unit == rest.unit for q in fact.quantities) else rest


def _daily(fact: Fact, amount: Inference | Quantity | None, days: Inference) -> Iterator[Inference]:
    if amount is None or not LEAST_DAYS <= days.value <= MOST_DAYS:
        return
    whole = amount.amount if isinstance(amount, Quantity) else amount.value
    if whole < LEAST_AMOUNT or amount.unit in ("元", "万元", "亿元"):
        return
    rate = (whole / days.value).quantize(ONE_PLACE if whole >= days.value else HUNDREDTH, ROUND_HALF_UP)
    if rate < LEAST_RATE:
        return
    formula = f"{plain(whole)}÷{plain(days.value)}≈{plain(rate)}"
    sources = (fact.id, *(() if isinstance(amount, Quantity) else amount.facts))
    yield Inference(
        "", "per-day", rate, f"{amount.unit}/天", formula, tuple(dict.fromkeys(sources)), noun=amount.noun
    )


def _still_left(task: Fact, progress: Fact, found: Sequence[Inference]) -> Iterator[Inference]:
    """Yield what a first step leaves of a rest: 93−60, at most 33 where the 60 are 不少于."""
    rest = next((i for i in found if i.kind == "remaining" and i.facts == (progress.id,)), None)
    step = next((q for q in task.quantities if rest and q.unit == rest.unit and q.high is None), None)
    if rest is None or step is None or step.value >= rest.value:
        return
    value = rest.value - step.value
    bound = {"at-least": "at-most", "at-most": "at-least"}.get(step.bound, "exact")
    formula = f"{plain(rest.value)}−{plain(step.value)}={plain(value)}"
    yield make("remaining", value, rest.unit, formula, [progress, task], noun=rest.noun, bound=bound)


def _same_days(facts: Sequence[Fact]) -> Iterator[Inference]:
    """Yield the deadlines that fall on a day which another fact names."""
    named: dict[datetime.date, list[Fact]] = {}
    for fact in facts:
        day = (
            fact.by.end
            if fact.by
            else next((w.start for w in fact.whens if w.grain == "day" and w.start == w.end), None)
        )
        if day is not None:
            named.setdefault(day, []).append(fact)
    for day, those in named.items():
        if len(those) > 1:
            formula = "=".join(
                dict.fromkeys(w.text for f in those for w in ([f.by] if f.by else f.whens[:1]) if w)
            )
            yield make("same-day", Decimal(len(those)), "项", formula, those, date=day)
