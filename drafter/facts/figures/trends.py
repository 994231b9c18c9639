"""Whether figures tell of better or of worse: changes, averages, what was and what is, ranks."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.cues import first_cue, has_cue
from drafter.facts.sheet import FactType, Quantity
from drafter.facts.types.classify import Reading

# What a figure is held against: 全国平均12%; 要求不少于30天.
_AVERAGE = re.compile("[一-鿿]{0,8}(?:平均|一般)")
_NORM = re.compile("规定|要求|标准|定额|应")


def by_change(readings: Sequence[Reading]) -> FactType | None:
    """Return whether a change of what is bad in itself is good or bad; None for all else."""
    if norm := _against(readings, _NORM) or next(filter(None, map(_norm_in_bracket, readings)), 0):
        short = -1 if has_cue("bad-noun", readings[0].clause.text) else 1
        return FactType.PROBLEM if norm * short < 0 else FactType.ACHIEVEMENT
    sign, text = _change(readings)
    good = -1 if has_cue("bad-noun", text) else 1 if has_cue("good-noun", text) else 0
    if not sign * good:
        return None
    return FactType.ACHIEVEMENT if sign * good > 0 else FactType.PROBLEM


def _change(readings: Sequence[Reading]) -> tuple[int, str]:
    """Return whether a figure rose or fell, and the words that tell which."""
    text = readings[0].clause.text
    if FactType.TASK.value in (readings[0].clause.label_class, readings[0].clause.section_class):
        # 由61%提到85% among the tasks is still to be done.
        return 0, text
    if average := _against(readings, _AVERAGE):
        return average, text
    if then_now := _then_and_now(readings) or _now_and_then(readings):
        return then_now, "".join(reading.clause.text for reading in readings)
    for index, reading in enumerate(readings):
        for quantity in reading.quantities:
            if quantity.role == "change" and quantity.sign:
                return quantity.sign, readings[max(0, index - 1)].clause.text + reading.clause.text
    # 城南市场改造后，投诉从46件降到9件: what fell is told behind the time from which it did.
    moved = [r.clause.text for r in readings if any(q.role == "to" for q in r.quantities)]
    return _direction(readings) or _arrival(readings), f"{text}，{moved[0] if moved else ''}"


def _against(readings: Sequence[Reading], measure: re.Pattern[str]) -> int:
    """Return whether a figure is above (1) or below (-1) the one behind it; 0 without one.

    ``measure`` is what the clause of the latter begins with: 漏损率14.6%，全国平均12%.
    """
    for first, second in zip(readings, readings[1:], strict=False):
        one, other = first.quantities[-1:], second.quantities[:1]
        told = measure.match(second.clause.text)
        if told and one and other and one[0].unit == other[0].unit and one[0].amount != other[0].amount:
            return 1 if one[0].amount > other[0].amount else -1
    return 0


def _norm_in_bracket(reading: Reading) -> int:
    """Return whether 合格率88%（省里要求不低于92%） is above the norm (1) or below; 0 without one."""
    for one, other in zip(reading.quantities, reading.quantities[1:], strict=False):
        between = reading.clause.text[one.place.end - reading.clause.start :]
        told = re.match(r"[（(][^（()），,\d]{0,6}(?:规定|要求|标准|定额)", between)
        if told and one.unit == other.unit and one.amount != other.amount:
            return 1 if one.amount > other.amount else -1
    return 0


def _then_and_now(readings: Sequence[Reading]) -> int:
    """Return whether 去年等19天，现在7天 goes up or down; 0 without such a pair."""
    for first, second in zip(readings, readings[1:], strict=False):
        told = has_cue("then", first.clause.text) and has_cue("now", second.clause.text)
        if told and first.quantities and second.quantities:
            one, other = first.quantities[-1], second.quantities[0]
            if one.unit == other.unit and one.amount != other.amount:
                return 1 if other.amount > one.amount else -1
    return 0


def _now_and_then(readings: Sequence[Reading]) -> int:
    """Return whether 本学期46%，上学期44% goes up or down; 0 without such a pair."""
    for first, second in zip(readings, readings[1:], strict=False):
        told = re.match("上(?:学期|年|月|季度|期)|去年|同期|年初|期初", second.clause.text)
        now, then = first.quantities[-1:], second.quantities[:1]
        kin = told and now and then and then[0].role == "plain" and now[0].unit == then[0].unit
        if kin and now[0].amount != then[0].amount:
            return 1 if now[0].amount > then[0].amount else -1
    return 0


def _direction(readings: Sequence[Reading]) -> int:
    """Return whether 从1.2%升到1.9% goes up or down; 0 without such a pair."""
    for reading in readings:
        if re.search("[由从](?:现在|目前|如今)", reading.clause.text):
            continue
        for first, second in zip(reading.quantities, reading.quantities[1:], strict=False):
            if first.role == "from" and second.role == "to":
                return 1 if second.amount > first.amount else -1
    return 0


def _arrival(readings: Sequence[Reading]) -> int:
    """Return whether 降到0.12% goes up or down; 0 where nothing tells."""
    for reading in readings:
        for quantity in reading.quantities:
            if quantity.role == "to":
                before = reading.clause.text[: quantity.place.start - reading.clause.start]
                sign = first_cue("direction", before[-4:])
                return {"+": 1, "-": -1}.get(sign, 0)
    return 0


# What leads to the rank of before: 去年第4, 从第4位, within so many signs in front of it.
_THEN, _NEAR = re.compile("[去上前]年|年初|原来|以前|之前|上[次季月届期]|[由从]$"), 8


def latest_first(ranks: Sequence[Quantity], fronts: Sequence[str]) -> list[Quantity]:
    """Return ranks with that of now in front; ``fronts`` are the words before each: 去年第4，今年第7."""
    then = [_THEN.search(front[-_NEAR:]) is not None for front in fronts]
    return [ranks[1], ranks[0], *ranks[2:]] if then[:2] == [True, False] else list(ranks)


def by_rank(ranks: Sequence[Quantity], others: Sequence[Quantity]) -> FactType:
    """Return whether a rank is good or bad: against the one before, else against the number of ranks."""
    moved = next((q for q in others if q.unit == "位" and q.role == "change" and q.sign), None)
    if moved is not None:
        return FactType.ACHIEVEMENT if moved.sign > 0 else FactType.PROBLEM
    last_place = ranks[0].sign < 0
    if len(ranks) > 1 and not last_place:
        return FactType.PROBLEM if ranks[0].value > ranks[1].value else FactType.ACHIEVEMENT
    before = [q for q in others if q.value >= ranks[0].value and q.place.start < ranks[0].place.start]
    whole = before[-1].value if before else None
    if last_place or (whole is not None and ranks[0].value * 3 > whole * 2):
        return FactType.PROBLEM
    if ranks[0].value <= 3 or (whole is not None and ranks[0].value * 3 <= whole):
        return FactType.ACHIEVEMENT
    return FactType.SITUATION
