"""What a row of a list tells as a whole: one matter under its heading, or one incident.

A heading of problems, causes or tasks tells what each row below it is; words within a row weigh less.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import has_cue, pattern
from drafter.facts.sheet import FactType
from drafter.facts.types.classify import TYPES, Reading

# What 救起 and its like weigh.
_HELPED = 3
_WRONG = (FactType.PROBLEM.value, FactType.CAUSE.value)
# What a row below a heading of tasks may be all the same.
_BESIDE_TASKS = (
    FactType.FUND, FactType.CHECK, FactType.DUTY, FactType.CAUSE, FactType.GAP, FactType.PROMISE,
    FactType.BASIS,
)  # fmt: skip
_ONLY_WRONG = {FactType.PROBLEM, FactType.CAUSE, FactType.SITUATION, FactType.CASE, None}
# Headings below which nothing is still to be done.
_STATES = (
    FactType.SITUATION.value,
    FactType.ACHIEVEMENT.value,
    FactType.PROGRESS.value,
    FactType.PROBLEM.value,
)


def heading_of(clause: Clause) -> str:
    """Return the class of the heading above a row of a list; "" where the row has a label of its own."""
    own = clause.label_class in TYPES
    return clause.section_class if clause.is_bullet and not own else ""


def goes_on_in_row(current: Sequence[Reading], type_: FactType | None, reading: Reading) -> bool:
    """Return whether a clause goes on with the problem, cause or task that its row tells.

    Money, a check and a duty with a matter of its own are told by themselves.
    """
    heading = heading_of(reading.clause)
    if heading == FactType.AWARD:
        return True
    if heading in _WRONG:
        plain = reading.duty is None and not reading.deadline and type_ is not FactType.GAP
        return plain and reading.type is not FactType.TASK
    if type_ in (FactType.TASK, FactType.CHECK) and pattern("frequency").match(reading.clause.text):
        # 由安监科牵头夜班突查，每周不少于3次: how often it is done.
        return reading.duty is None
    if heading != FactType.TASK or type_ in (FactType.CHECK, FactType.FUND, FactType.DUTY):
        return False
    apart = reading.type in (FactType.CHECK, FactType.GAP)
    dear = reading.type is FactType.FUND and bool(reading.quantities)
    return not (apart or dear or (reading.duty is not None and reading.duty.matter))


def as_heading_says(type_: FactType | None, readings: Sequence[Reading]) -> FactType | None:
    """Return the type of a row, held against its heading: a task below tasks, none below what there is."""
    heading = heading_of(readings[0].clause)
    if heading == FactType.TASK and type_ is not None:
        # 桥头拉链子，老段值守: what is to be done stands in front of who does it.
        led = type_ is FactType.DUTY and readings[0].duty is None
        return FactType.TASK if led or type_ not in _BESIDE_TASKS else type_
    if heading == FactType.ACHIEVEMENT and type_ is FactType.PROBLEM:
        # 日均办件从640件降到210件 among what was achieved: what fell was to fall.
        fell = any({"from", "to"} <= {q.role for q in reading.quantities} for reading in readings)
        return FactType.ACHIEVEMENT if fell else type_
    to_come = any(reading.deadline or reading.to_come for reading in readings)
    if heading in _STATES and type_ is FactType.TASK and not to_come:
        return FactType(heading)
    return type_


def opens_incident(readings: Sequence[Reading]) -> bool:
    """Return whether a sentence tells of harm that was done on a day: 5月3日夜里护工被刮倒，左腿骨折."""
    first = readings[0].clause
    dated = _opens_with_day(readings[0])
    told = first.is_bullet or first.section_class in ("", "facts", *_STATES, *_WRONG, FactType.CASE.value)
    to_come = any(reading.deadline and reading.type is FactType.TASK for reading in readings)
    harmed = any(has_cue("harm", each.clause.text) for each in readings)
    if not told or to_come:
        return False
    # 6月22日到25日有连阴雨 is still to come.
    story = harmed or _went_wrong(readings) or (not readings[0].to_come and _tells_story(readings))
    return story and (
        dated or (harmed or _SOMEBODY.search(first.text) is not None) and _opens_about_then(readings[0])
    )


# 上学期末放学, 去年冬天: about when it happened.
_ABOUT_THEN = re.compile(
    "上(?:个?月|个?学期|周|星期)|前(?:几|两)[天个]|去年[冬夏春秋底暑汛]|(?:[今去前]年)?\\d{1,2}月(?=[，,])|[昨前][天晚]|\\d{1,2}月(?:[初底上中下]|的一天)"
)


def _opens_about_then(reading: Reading) -> bool:
    """Return whether a clause begins with about when something happened, and counts no cases."""
    counted = any(quantity.unit in ("起", "例", "人次", "件") for quantity in reading.quantities)
    return _ABOUT_THEN.match(reading.clause.text) is not None and not counted


_SOMEBODY = re.compile("[一两][名位个][一-鿿]{2}|有人|有一[家个名位]")


def _tells_story(readings: Sequence[Reading]) -> bool:
    """Return whether a row tells what happened, below no heading of what there is or of what was done."""
    types = {reading.type for reading in readings}
    row = heading_of(readings[0].clause) not in (FactType.SITUATION, FactType.ACHIEVEMENT)
    past = not any(reading.to_come for reading in readings)
    return readings[0].clause.is_bullet and row and past and FactType.CASE in types and types <= _ONLY_WRONG


def _went_wrong(readings: Sequence[Reading]) -> bool:
    """Return whether a row tells only of what was wrong: no look, no money, nothing that was done."""
    types = {reading.type for reading in readings}
    listed = readings[0].clause.is_bullet or readings[0].clause.section_class == FactType.PROBLEM
    return listed and FactType.PROBLEM in types and types <= _ONLY_WRONG


def as_incident(readings: Sequence[Reading]) -> FactType:
    """Return a case below a heading of cases or where somebody helped; a problem for all else."""
    told = FactType.CASE.value in (readings[0].clause.label_class, readings[0].clause.section_class)
    helped = any(r.type is FactType.CASE and r.weight >= _HELPED for r in readings)
    wrong = any(r.type is FactType.PROBLEM or has_cue("harm", r.clause.text) for r in readings)
    return FactType.CASE if told or helped or not wrong else FactType.PROBLEM


def _opens_with_day(reading: Reading) -> bool:
    """Return whether a clause begins with a day, or has one right behind its label."""
    days = [when for when in reading.whens if when.grain == "day" and when.relation == "at"]
    start = reading.clause.start
    fronts = (reading.clause.text[: day.place.start - start].rpartition("：")[2] for day in days[:1])
    return any(len(front) <= 1 for front in fronts)


def opens_anew(reading: Reading) -> bool:
    """Return whether a sentence behind an incident tells of something else: another day, or what is to do."""
    to_come = reading.deadline is not None and reading.type is FactType.TASK
    return _opens_with_day(reading) or to_come or bool(reading.clause.label_class)
