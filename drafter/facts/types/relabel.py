"""Clauses of a line, labelled anew by what the whole line tells."""

from __future__ import annotations

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import first_cue, has_cue
from drafter.facts.cut.headings import ONE_SENTENCE
from drafter.facts.head.agenda import arrow_parts
from drafter.facts.head.agenda_run import FROM_AFAR
from drafter.facts.head.duration import minutes_in
from drafter.facts.head.fields import IS_SPEAKER, POST_END, speaker_field, venue_field
from drafter.facts.head.meeting_name import name_beside, name_field
from drafter.facts.head.speech_step import calls_speaker
from drafter.facts.people.persons import find_persons
from drafter.facts.sheet import FactType, Person

# A post and a name in these lines are those of the speaker.
FIRST_LINES = 12
# Meeting, day, place and speaker stand in one of these lines, parted by blanks.
HEAD_LINES = 4
LEAST_PARTS = 3
_TIME = re.compile(
    r"(?:\d{4}[年./-])?\d{1,2}(?:月|[./-](?=\d))\d{1,2}[日号]?(?!\d)|(?:周|星期)[一二三四五六日天]"
    r"|(?:早上?|上午|中午|下午|晚上?|傍晚)?[\d一二三四五六七八九十两]{1,3}(?:[点时]|[:：]\d\d)"
)
_TOLD_DAY = re.compile("[月/.]\\d|周[一二三四五六日末]|[今明后]天")
# Nobody is named in more words.
LONGEST = 40
_BARE_ABSENCE = re.compile("(?:就|今天|这次|因此)?(?:不到会|不参加|不出席|不来|请假|来不了)了?")
_OWN_LABEL = re.compile("(?P<label>[一-鿿]{2,5})[：:][ ]*(?=.)")
_VERIFIED = re.compile(
    "(?:[以]?上?[这那]?[一二两三四五六几]?[个条件家位些]?数?(?:人|事|数)?)都?(?:核|核实|核对|问|查证)过了?的?"
    "|[一-鿿]{2,6}[处部科室办局委]核过了?的?|已经?(?:公开|公布)(?:通报|处理)?过?的?"
)
_MAY_BE_TOLD = re.compile("[一-鿿]{0,6}的口径|都?可以(?:公开)?[讲说]")
# 校长：鹿鸣春
_POST_AND_NAME = re.compile(f"[一-鿿]{{0,12}}{POST_END}[：:][ ]*[一-鿿][一-鿿 ]{{1,3}}")


def relabelled(line: list[Clause], named: bool, first: bool, speaker: Person | None) -> list[Clause]:
    """Return the clauses of a line as they are read.

    ``named``: the meeting has its name; ``first``: this is the first line below its heading.
    """
    label = line[0].label
    # 钱：设备80万 is no wish of somebody called 钱.
    if named and (len(label) > 1 or not line[0].label_class) and calls_speaker(label, speaker):
        return [_wished(clause) for clause in line]
    if first and line[0].section_class in ONE_SENTENCE:
        # △讲话△ and below it: 校长 南荣轩，六七分钟
        line = [c if c.label_class else replace(c, label_class=c.section_class) for c in line]
    if _is_order(line[0]) or not named and _opens_note(line[0]):
        line = [replace(clause, label_class="", section_class="") for clause in line]
    line = [each for clause in line for each in _apart(clause)]
    line = [_with_own_label(clause) for clause in _to_writer(line)]
    if named and any(c.label == "活动" and _TIME.match(c.text) for c in line):
        # 活动：11月6日，市大剧院 tells when and where it is, and no task.
        line = [replace(c, label_class="") if c.label == "活动" else c for c in line]
    elif named:
        line = [_task_label(clause) for clause in line]
    return _with_visits(_with_speaker(_with_remote(_without_bare_absence(line))))


def _wished(clause: Clause) -> Clause:
    """Return a clause behind 骆厂长： as a wish of his, without the label that it may have kept."""
    bare = clause.text.removeprefix(clause.label).lstrip("：: ") or clause.text
    return replace(clause, text=bare, start=clause.end - len(bare), label_class="intent")


def _is_order(clause: Clause) -> bool:
    """Whether a clause below a label of wishes orders the text: 起草要求：给局长 段干岑 起草…."""
    wish = clause.line <= HEAD_LINES and clause.label_class == "intent" and clause.text[0] in "给为替请"
    return wish and speaker_field(clause.text, clause) == "speaker"


def _opens_note(clause: Clause) -> bool:
    """Whether a first line behind 高主任交代： tells of the meeting, not of a wish: 明天的会他要讲8分钟."""
    told = clause.line == 1 and clause.label_class == "intent" and _TOLD_DAY.search(clause.text)
    return bool(told and (name_field(clause.text) or name_beside(clause, ())))


def _apart(clause: Clause) -> list[Clause]:
    """Return a clause of the head as one for each matter that blanks part: 恳谈会 7月3日晚7点 议事厅."""
    parts = list(re.finditer("(?:[^ \u3000/]|/(?![一-鿿]))+", clause.text))
    if clause.line > HEAD_LINES or clause.label_class or clause.aside or len(parts) < LEAST_PARTS:
        return [clause]
    stands = [_stands_alone(part[0]) for part in parts]
    timed = any(_TIME.match(part[0]) for part in parts) and sum(stands) > 1
    bracketed = any(sum(map(part[0].count, "（(")) != sum(map(part[0].count, "）)")) for part in parts)
    if bracketed or not (timed or any(stands) and minutes_in(clause.text)):
        return [clause]
    opens = [
        n for n in range(len(parts)) if n == 0 or stands[n] and not _is_post(parts[n - 1][0]) or stands[n - 1]
    ]
    spans = zip(opens, [*opens[1:], len(parts)], strict=True)
    cuts = [(parts[first].start(), parts[behind - 1].end()) for first, behind in spans]
    start = clause.start
    return [replace(clause, text=clause.text[a:b], start=start + a, end=start + b) for a, b in cuts]


def _stands_alone(part: str) -> bool:
    """Whether a word between blanks is a matter of the head by itself: the meeting, when, where."""
    return bool(_TIME.match(part) or name_field(part)) or any(
        has_cue(table, part) for table in ("venue-end", "mode")
    )


def _is_post(part: str) -> bool:
    return has_cue("post-end", part)


def _with_own_label(clause: Clause) -> Clause:
    """Return a clause that opens with a label of the head as one behind it: …，地点：三楼会议室."""
    if IS_SPEAKER.match(clause.text) and find_persons(clause.text, clause.line, clause.start):
        # 讲话的是副县长 邬敏之
        return replace(clause, label_class="speaker")
    found = _OWN_LABEL.match(clause.text)
    class_ = first_cue("label", found["label"]) if found else ""
    if found is None or class_ not in ONE_SENTENCE:
        return clause
    # The place keeps the label, so that no word of the sheet is lost.
    return replace(clause, text=clause.text[found.end() :], label=found["label"], label_class=class_)


# 这次只讲一件事：学生身体 names what all that follows is about.
_ONE_MATTER = re.compile("(?:这次|这回|今天|会上)?(?:就|只)讲[一两二三1-3]件事")


def _to_writer(line: list[Clause]) -> list[Clause]:
    """Return a line, a sentence that tells the writer what he may use as a wish: 这三个都核过了，可以点名.

    A bracket that tells nothing else is a note: 案子（已公布的，可以讲）.
    """
    asides = {clause.segment for clause in line if _VERIFIED.fullmatch(clause.text)}
    line = [replace(c, label_class="intent") if c.segment in asides else c for c in line]
    return [
        replace(c, label_class="note") if _is_remark(c) or _ONE_MATTER.fullmatch(c.label) else c for c in line
    ]


def _is_remark(clause: Clause) -> bool:
    """Whether a bracket only tells where its line comes from, or that it may be told."""
    parts = clause.text.strip("（()）").split("，")
    bracket = clause.aside or clause.text[0] in "（("
    return bracket and all(_VERIFIED.fullmatch(p) or _MAY_BE_TOLD.fullmatch(p) for p in parts)


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


def _with_remote(line: list[Clause]) -> list[Clause]:
    """Return a line, 市长在外地，视频上最后说两句 as one clause: who it is that speaks from afar."""
    found: list[Clause] = []
    for clause in line:
        front = found[-1] if found else None
        near = front is not None and front.segment == clause.segment
        if front is not None and near and FROM_AFAR.match(f"{front.text}，{clause.text}"):
            found[-1] = replace(clause, text=f"{front.text}，{clause.text}", start=front.start)
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
