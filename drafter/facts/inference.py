"""What follows from the facts by arithmetic. Exact decimals, each value with its formula.

Only figures of one kind, one unit and one fact, or of facts that a link joins, are put together.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from msgspec import Struct

from drafter.facts.links import Link
from drafter.facts.numbers import in_numerals, plain
from drafter.facts.sheet import Fact, FactType, Quantity, When

InferenceKind = Literal[
    "remaining", "previous", "difference", "share", "growth", "ratio", "per-day", "rank-change", "rank-behind",
    "rank-ahead", "days", "same-day", "count", "product", "sum", "points-to-full",
]  # fmt: skip

# Units of persons and dwellings: how many of the first fall to one of the second can be said.
_SHARED = ("人", "户", "名", "位", "人次")
_HOLDERS = ("户", "处", "个", "村", "家", "所", "座", "班", "名", "位", "支", "组")
# An average a day is said for no longer than this; beyond it presses nobody.
MOST_DAYS = 60
_ONE_PLACE = Decimal("0.1")


class Inference(Struct, frozen=True):
    """A value that follows from facts. ``facts`` are their ids; ``words`` say it as one would aloud.

    ``bound`` is at-most where it follows from an at-least; ``counted`` tells how days are counted.
    """

    id: str
    kind: InferenceKind
    value: Decimal
    unit: str
    formula: str
    facts: tuple[str, ...]
    noun: str = ""
    words: str = ""
    bound: str = "exact"
    date: datetime.date | None = None


def infer(
    facts: Sequence[Fact], meeting_date: datetime.date | None, links: Sequence[Link] = ()
) -> tuple[Inference, ...]:
    """Return what follows from the facts of a meeting held on ``meeting_date``, in the order of the facts."""
    found: list[Inference] = []
    for fact in facts:
        found.extend(_of_fact(fact))
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


def _make(kind: InferenceKind, value: Decimal, unit: str, formula: str, facts: Sequence[Fact], **more: object) -> Inference:
    return Inference("", kind, value, unit, formula, tuple(f.id for f in facts), **more)  # type: ignore[arg-type]


def _of_fact(fact: Fact) -> Iterator[Inference]:
    yield from _parts_of_whole(fact)
    yield from _changes(fact)
    yield from _from_to(fact)
    yield from _ranks(fact)
    yield from _shares_of_holders(fact)
    yield from _rewards(fact)
    yield from _list_sum(fact)


def written(quantity: Quantity, value: Decimal | None = None) -> str:
    """Return a value in the scale of a quantity, as formulas write it: 2.35亿."""
    return f"{plain(quantity.value if value is None else value)}{quantity.scale}"


def _difference(first: Quantity, second: Quantity) -> tuple[Decimal, str]:
    """Return first minus second, and its unit with the scale that both have, else the bare unit."""
    if first.scale == second.scale:
        return first.value - second.value, first.scale + first.unit
    return first.amount - second.amount, first.unit


def _exact(quantity: Quantity) -> bool:
    return quantity.bound == "exact" and quantity.high is None and not quantity.lacks_unit


def whole_and_parts(fact: Fact) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield each part of a fact with the whole it is of: done of total, 其中 of all."""
    for index, part in enumerate(fact.quantities):
        if part.role not in ("done", "part", "plain") or not _exact(part) or part.unit in ("%", "", "成"):
            continue
        for whole in fact.quantities[:index]:
            kin = part.role in ("done", "part") or _is_part_word(part, fact)
            if kin and whole.role in ("plain", "total") and whole.unit == part.unit and _exact(whole):
                if whole.amount > part.amount:
                    yield whole, part
                break


def _is_part_word(part: Quantity, fact: Fact) -> bool:
    from drafter.facts.cues import has_cue

    clause = fact.text[: part.place.start - fact.place.start].rpartition("，")[2] + part.text
    return has_cue("part-word", clause)


def _parts_of_whole(fact: Fact) -> Iterator[Inference]:
    for whole, part in whole_and_parts(fact):
        value, unit = _difference(whole, part)
        done = part.role == "done"
        formula = f"{written(whole)}−{written(part)}={plain(value)}"
        yield _make("remaining", value, unit, formula, [fact], noun=whole.noun, words="" if done else part.noun)
        share = part.amount * 100 / whole.amount
        yield _make(
            "share", share.quantize(_ONE_PLACE, ROUND_HALF_UP), "%",
            f"{written(part)}÷{written(whole)}={plain(share.quantize(_ONE_PLACE, ROUND_HALF_UP))}%",
            [fact], noun=part.noun or whole.noun, words=share_in_words(share),
        )  # fmt: skip


def _changes(fact: Fact) -> Iterator[Inference]:
    """Yield the value before a change, and the rate of the change."""
    for index, change in enumerate(fact.quantities):
        if change.role != "change" or not change.sign or not index or not _exact(change):
            continue
        now = next((q for q in reversed(fact.quantities[:index]) if q.role != "change" and _fits(q, change)), None)
        if now is None or not _exact(now):
            continue
        yield from _before(fact, now, change)


def _fits(now: Quantity, change: Quantity) -> bool:
    return now.unit == change.unit or change.unit == "%" or (now.unit == "%" and change.unit == "个百分点")


def _before(fact: Fact, now: Quantity, change: Quantity) -> Iterator[Inference]:
    sign = "−" if change.sign > 0 else "＋"
    reference = change.reference
    if change.unit == "%" and now.unit != "%":
        rate = 1 + change.sign * change.value / 100
        if rate <= 0:
            return
        value = (now.value / rate).quantize(Decimal(1).scaleb(-_places(now.value)), ROUND_HALF_UP)
        formula = f"{written(now)}÷{plain(rate)}≈{plain(value)}"
        yield _make("previous", value, now.scale + now.unit, formula, [fact], noun=now.noun, words=reference)
        return
    if now.scale == change.scale:
        value, unit = now.value - change.sign * change.value, now.scale + now.unit
    else:
        value, unit = now.amount - change.sign * change.amount, now.unit
    formula = f"{written(now)}{sign}{written(change)}={plain(value)}"
    yield _make("previous", value, unit, formula, [fact], noun=now.noun, words=reference)
    if now.unit != "%" and value > 0:
        base = now.amount - change.sign * change.amount
        rate = (change.amount * 100 / base).quantize(_ONE_PLACE, ROUND_HALF_UP)
        formula = f"{written(change)}÷{plain(value)}={plain(rate)}%"
        yield _make("growth", change.sign * rate, "%", formula, [fact], noun=now.noun, words=share_in_words(rate))


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _from_to(fact: Fact) -> Iterator[Inference]:
    for index in range(1, len(fact.quantities)):
        first, second = fact.quantities[index - 1], fact.quantities[index]
        if second.role == "to" and first.unit == second.unit and first.unit and first.high is None:
            value, unit = _difference(second, first)
            formula = f"{written(second)}−{written(first)}={plain(value)}"
            yield _make("difference", value, unit, formula, [fact], noun=first.noun, bound=second.bound)
    for quantity in fact.quantities:
        if quantity.unit == "%" and quantity.role in ("share", "plain") and 85 <= quantity.value < 100:
            if fact.type is FactType.PROBLEM and "率" in quantity.noun:
                value = 100 - quantity.value
                formula = f"100−{plain(quantity.value)}={plain(value)}"
                yield _make("points-to-full", value, "个百分点", formula, [fact], noun=quantity.noun)


def _ranks(fact: Fact) -> Iterator[Inference]:
    ranks = [q for q in fact.quantities if q.role == "rank" and not q.sign]
    if not ranks:
        return
    whole = next((q for q in fact.quantities if q.role != "rank" and q.value >= ranks[0].value), None)
    if len(ranks) > 1:
        value = ranks[1].value - ranks[0].value
        high, low = max(ranks[0].value, ranks[1].value), min(ranks[0].value, ranks[1].value)
        yield _make("rank-change", value, "位", f"{plain(high)}−{plain(low)}={plain(abs(value))}", [fact])
    if whole is not None:
        behind = whole.value - ranks[0].value
        formula = f"{plain(whole.value)}−{plain(ranks[0].value)}={plain(behind)}"
        yield _make("rank-behind", behind, whole.unit, formula, [fact], noun=whole.noun)
        ahead = ranks[0].value - 1
        yield _make("rank-ahead", ahead, whole.unit, f"{plain(ranks[0].value)}−1={plain(ahead)}", [fact], noun=whole.noun)


def _shares_of_holders(fact: Fact) -> Iterator[Inference]:
    """Yield how many fall to one: 户均 and 每处, where one clause puts both side by side."""
    for index, holder in enumerate(fact.quantities):
        for held in fact.quantities[index + 1 :]:
            fits = held.unit in _SHARED and holder.unit in _HOLDERS and held.unit != holder.unit
            plain_roles = {held.role, holder.role} <= {"plain", "total"}
            if fits and plain_roles and _exact(held) and _exact(holder) and held.amount > holder.amount > 0:
                value = (held.amount / holder.amount).quantize(_ONE_PLACE, ROUND_HALF_UP)
                formula = f"{written(held)}÷{written(holder)}≈{plain(value)}"
                yield _make("ratio", value, f"{held.unit}/{holder.unit}", formula, [fact], noun=holder.noun)


def _rewards(fact: Fact) -> Iterator[Inference]:
    for first, second in zip(fact.quantities, fact.quantities[1:], strict=False):
        if second.role == "each" and second.unit == "元" and first.unit in ("名", "位", "个", "家") and _exact(second):
            value = first.value * second.value
            formula = f"{written(second)}×{plain(first.value)}={plain(value)}{second.scale}"
            yield _make("product", value, second.scale + second.unit, formula, [fact], noun=first.noun)


def _list_sum(fact: Fact) -> Iterator[Inference]:
    parts = [q for q in fact.quantities if q.role in ("plain", "rest") and _exact(q) and q.noun]
    units = {q.unit for q in parts}
    if len(parts) < 2 or len(units) != 1 or len(parts) != len(fact.quantities) or "、" not in fact.text:
        return
    if not units - {"%", "元", "成"}:
        return
    value = sum((q.amount for q in parts), Decimal(0))
    formula = "＋".join(written(q) for q in parts) + f"={plain(value)}"
    yield _make("sum", value, units.pop(), formula, [fact])


def _of_days(fact: Fact, day: datetime.date) -> Iterator[Inference]:
    for when in fact.whens if fact.by is None or fact.by in fact.whens else (*fact.whens, fact.by):
        if when.grain in ("clock", "weekday", "event") or when.end is None or when.relation == "within":
            continue
        point = when.end if when.relation in ("by", "until") or when.text[-1] in "底末" else when.start
        single = when.start == when.end or when.relation == "by"
        if point is not None and point > day and single:
            yield _days(fact, when, point, day)


def _days(fact: Fact, when: When, point: datetime.date, day: datetime.date) -> Inference:
    days = (point - day).days
    formula = f"{day.month}.{day.day}→{point.month}.{point.day}={days}"
    # The day of the meeting is not counted; with it there is one more.
    return _make("days", Decimal(days), "天", formula, [fact], noun=when.text, date=point)


def _of_links(
    facts: Sequence[Fact], links: Sequence[Link], found: Sequence[Inference], day: datetime.date | None
) -> Iterator[Inference]:
    by_id = {fact.id: fact for fact in facts}
    for fact in facts:
        deadline = next((i for i in found if i.kind == "days" and i.facts == (fact.id,)), None)
        if fact.by is not None and deadline is not None and fact.type in (FactType.TASK, FactType.PROMISE):
            yield from _daily(fact, _amount_of(fact, links, found), deadline)
    for link in links:
        if link.kind == "rest":
            yield from _still_left(by_id[link.source], by_id[link.target], found)


def _amount_of(fact: Fact, links: Sequence[Link], found: Sequence[Inference]) -> Inference | Quantity | None:
    """Return how much a task has to do: its own amount, else the rest of the fact it is linked with."""
    own = [q for q in fact.quantities if q.role in ("plain", "total") and _exact(q) and q.unit not in ("%", "次", "元", "天")]
    if len(own) == 1 and own[0].place.end - fact.place.start <= 12:
        return own[0]
    target = next((link.target for link in links if link.source == fact.id and link.kind == "rest"), None)
    return next((i for i in found if i.kind == "remaining" and i.facts == (target,)), None)


def _daily(fact: Fact, amount: Inference | Quantity | None, days: Inference) -> Iterator[Inference]:
    if amount is None or not 0 < days.value <= MOST_DAYS:
        return
    whole = amount.amount if isinstance(amount, Quantity) else amount.value
    if whole <= days.value or amount.unit in ("元", "万元", "亿元"):
        return
    rate = (whole / days.value).quantize(_ONE_PLACE, ROUND_HALF_UP)
    formula = f"{plain(whole)}÷{plain(days.value)}≈{plain(rate)}"
    sources = (fact.id, *(() if isinstance(amount, Quantity) else amount.facts))
    yield Inference("", "per-day", rate, f"{amount.unit}/天", formula, tuple(dict.fromkeys(sources)), noun=amount.noun)


def _still_left(task: Fact, progress: Fact, found: Sequence[Inference]) -> Iterator[Inference]:
    """Yield what a first step leaves of a rest: 93−60, at most 33 where the 60 are 不少于."""
    rest = next((i for i in found if i.kind == "remaining" and i.facts == (progress.id,)), None)
    step = next((q for q in task.quantities if rest and q.unit == rest.unit and q.high is None), None)
    if rest is None or step is None or step.value >= rest.value:
        return
    value = rest.value - step.value
    bound = {"at-least": "at-most", "at-most": "at-least"}.get(step.bound, "exact")
    formula = f"{plain(rest.value)}−{plain(step.value)}={plain(value)}"
    yield _make("remaining", value, rest.unit, formula, [progress, task], noun=rest.noun, bound=bound)


def _same_days(facts: Sequence[Fact]) -> Iterator[Inference]:
    """Yield the deadlines that fall on a day which another fact names."""
    named: dict[datetime.date, list[Fact]] = {}
    for fact in facts:
        day = fact.by.end if fact.by else next((w.start for w in fact.whens if w.grain == "day" and w.start == w.end), None)
        if day is not None:
            named.setdefault(day, []).append(fact)
    for day, those in named.items():
        if len(those) > 1:
            formula = "=".join(dict.fromkeys(w.text for f in those for w in ([f.by] if f.by else f.whens[:1]) if w))
            yield _make("same-day", Decimal(len(those)), "项", formula, those, date=day)


def share_in_words(percent: Decimal) -> str:
    """Return a share as one says it: 约七成, 近三成, 六成多; "" where no tenth is near enough."""
    if not 5 <= percent <= 100:
        return ""
    if percent == 100:
        return "全部"
    tenths, rest = divmod(percent, 10)
    number = int(tenths)
    if number and rest == 0:
        return "一半" if number == 5 else f"{in_numerals(number)}成"
    if rest >= 8:
        return f"近{in_numerals(number + 1)}成" if number < 9 else "绝大部分"
    return f"{in_numerals(number)}成多" if number else ""
