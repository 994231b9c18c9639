"""Clauses of a line, labelled anew by what the whole line tells."""

from __future__ import annotations

import re

from msgspec.structs import replace

from drafter.facts.agenda import arrow_parts
from drafter.facts.clause import Clause
from drafter.facts.cues import first_cue
from drafter.facts.duration import minutes_in
from drafter.facts.fields import POST_END, venue_field
from drafter.facts.headings import ONE_SENTENCE
from drafter.facts.people import find_persons
from drafter.facts.sheet import FactType

# A post and a name in these lines are those of the speaker.
FIRST_LINES = 12
# Nobody is named in more words.
LONGEST = 40
_BARE_ABSENCE = re.compile("(?:就|今天|这次|因此)?(?:不到会|不参加|不出席|不来|请假|来不了)了?")
_OWN_LABEL = re.compile("(?P<label>[一-鿿]{2,5})[：:][ ]*(?=.)")
# 校长：鹿鸣春
_POST_AND_NAME = re.compile(f"[一-鿿]{{0,12}}{POST_END}[：:][ ]*[一-鿿][一-鿿 ]{{1,3}}")


def relabelled(line: list[Clause], named: bool, first: bool) -> list[Clause]:
    """Return the clauses of a line as they are read.

    ``named``: the meeting has its name; ``first``: this is the first line below its heading.
    """
    if first and line[0].section_class in ONE_SENTENCE:
        # △讲话△ and below it: 校长 南荣轩，六七分钟
        line = [c if c.label_class else replace(c, label_class=c.section_class) for c in line]
    line = [_with_own_label(clause) for clause in line]
    if named:
        line = [_task_label(clause) for clause in line]
    return _with_visits(_with_speaker(_without_bare_absence(line)))


def _with_own_label(clause: Clause) -> Clause:
    """Return a clause that opens with a label of the head as one behind it: …，地点：三楼会议室."""
    found = _OWN_LABEL.match(clause.text)
    class_ = first_cue("label", found["label"]) if found else ""
    if found is None or class_ not in ONE_SENTENCE:
        return clause
    # The place keeps the label, so that no word of the sheet is lost.
    return replace(clause, text=clause.text[found.end() :], label=found["label"], label_class=class_)


def _without_bare_absence(line: list[Clause]) -> list[Clause]:
    """Return a line, 县长去省里，不到会 as one clause: who does not come, and that he does not."""
    found: list[Clause] = []
    for clause in line:
        front = found[-1] if found else None
        absent = _BARE_ABSENCE.fullmatch(clause.text)
        if front is not None and front.segment == clause.segment and absent and len(front.text) <= LONGEST:
            found[-1] = replace(front, text=f"{front.text}，{clause.text}", end=clause.end)
        else:
            found.append(clause)
    return found


def _task_label(clause: Clause) -> Clause:
    """Return a clause behind 任务： with its label as that of tasks, once the meeting has its name."""
    named = clause.label_class == "name" and clause.label in ("任务", "主题", "活动")
    return replace(clause, label_class=FactType.TASK.value) if named else clause


def _with_visits(line: list[Clause]) -> list[Clause]:
    """Return a line, its clause 看三家企业 → 4点在二楼座谈 as one clause for each part."""
    found: list[Clause] = []
    for clause in line:
        parts = arrow_parts(clause.text)
        if len(parts) > 1 and venue_field(clause.text[slice(*parts[0])], clause) == "visits":
            start = clause.start
            found += [
                replace(clause, text=clause.text[a:b], start=start + a, end=start + b) for a, b in parts
            ]
        else:
            found.append(clause)
    return found


def _with_speaker(line: list[Clause]) -> list[Clause]:
    """Return a line behind 发言： as that of the speaker, where it tells a person and his minutes."""
    if line[0].line <= FIRST_LINES:
        line = [
            replace(c, label_class="speaker") if _POST_AND_NAME.fullmatch(c.text) and not c.label_class else c
            for c in line
        ]
    timed = any(clause.label == "发言" and minutes_in(clause.text) for clause in line)
    if not timed or not find_persons(line[0].text, line[0].line, line[0].start):
        return line
    return [replace(c, label_class="speaker") if c.label == "发言" else c for c in line]
