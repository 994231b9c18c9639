"""What a clause is by those in front of it: done or to be done, one more part of a sum."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import pairwise

from drafter.facts import patterns as re
from drafter.facts.cut.cues import has_cue
from drafter.facts.sheet import FactType
from drafter.facts.types.by_form import YEAR_BEFORE, is_past
from drafter.facts.types.classify import AHEAD, IS_TO_COME, TYPES, Reading


def as_aims(readings: Sequence[Reading]) -> Sequence[Reading]:
    """Return the readings, what a figure comes to by a day in front as a task: 12月底前复测，合格率到92%.

    So is whatever stands behind a day alone: 6月30日前，授权不到位的23个事项授权到窗口.
    """
    for before, reading in pairwise(readings):
        due = before.deadline if before.clause.segment == reading.clause.segment else None
        to = any(quantity.role == "to" for quantity in reading.quantities)
        alone = due is not None and due.text == before.clause.text
        past = reading.whens or has_cue("past", reading.clause.text)
        if due and (to or alone) and not past and before.type is FactType.TASK:
            reading.scores = {**reading.scores, FactType.TASK: reading.weight + 1}
    return readings


def as_past(readings: Sequence[Reading], today: datetime.date | None) -> Sequence[Reading]:
    """Return the readings, what stands behind a past deed as one too: 去年培训1万人次，新建基地2个."""
    for before, reading in pairwise(readings):
        clause = reading.clause
        done = before.type in (FactType.ACHIEVEMENT, FactType.PROGRESS, FactType.SITUATION)
        told = done and is_past(before.whens, today) and before.clause.segment == clause.segment
        above = {clause.label_class, clause.section_class} & IS_TO_COME
        bare = not (reading.whens or above or AHEAD.search(clause.text) or has_cue("hard", clause.text))
        if told and bare and reading.quantities and reading.type is FactType.TASK:
            reading.scores = {**reading.scores, FactType.ACHIEVEMENT: reading.weight + 1}
    return readings


def as_given(readings: Sequence[Reading], today: datetime.date | None) -> Sequence[Reading]:
    """Return the readings, what is somebody's for a time not over as a task: 断头路今年修2条，交通局干."""
    given = {r.clause.segment for r in readings if r.duty is not None and r.duty.owners and not r.duty.matter}
    for each in (r for r in readings if r.clause.segment in given and not has_cue("past", r.clause.text)):
        ends = [when.end for when in each.whens if when.end is not None]
        done = (
            each.type in (FactType.ACHIEVEMENT, FactType.PROGRESS) and each.clause.section_class not in TYPES
        )
        if done and today is not None and any(end >= today for end in ends):
            each.scores = {**each.scores, FactType.TASK: each.weight + 1}
    return readings


_PART = re.compile(r"[一-鿿]\d+(?P<unit>[一-鿿]{1,2})$")


def is_part_of(current: Sequence[Reading], reading: Reading) -> bool:
    """Return whether a clause counts one more part of a sum: 14起里，祭祀用火7起，农事烧荒5起."""
    if YEAR_BEFORE.fullmatch(reading.clause.text) and any(each.quantities for each in current):
        return True
    if (part := _PART.search(reading.clause.text)) and reading.clause.label_class == FactType.CAUSE:
        # 晚点的原因：主刀到得晚137台，麻醉等候41台: each cause counts its part.
        ends = (_PART.search(each.clause.text) for each in current)
        return all(end is not None and end["unit"] == part["unit"] for end in ends)
    among = re.match(r"\d+(?P<unit>[一-鿿]{1,2})(?:里头?|当中|中间?)", current[0].clause.text)
    return among is not None and any(q.unit == among["unit"] for q in reading.quantities)
