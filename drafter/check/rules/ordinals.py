"""Ordinals of headings and points: a row without gaps, one ladder, the right mark behind each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from drafter.check.counts import announcements
from drafter.check.finding import Basis, Fix, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rows import DEPTHS, Break, Fault, Row, rows_of, rows_within_lines
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import Message, message
from drafter.speech.numbering import chinese

# A text with more rows is a list.
_MOST_ROWS = 60
_LADDER = "GB/T 9704-2012 7.3.3"
_MARKS = (
    (re.compile("^(?P<ordinal>[一二三四五六七八九十]{1,3})(?P<mark>[.．,，])(?=[一-鿿])"), "、", None),
    (re.compile("^(?P<ordinal>[（(][一二三四五六七八九十]{1,3}[）)])(?P<mark>[、，,.．])"), "", None),
    (re.compile("^(?P<ordinal>[0-9]{1,2})(?P<mark>、)(?=[一-鿿“《])"), ".", Severity.WARNING),
    (re.compile("^(?P<ordinal>第[一二三四五六七八九十]{1,2})(?P<mark>、)"), "，", Severity.WARNING),
)


@rule(
    "ordinal-mark",
    "序号后的标点",
    Severity.ERROR,
    Basis.STANDARD,
    clause=f"{_LADDER}；GB/T 15834-2011 4.5.3",
    why="结构层次序数依次为“一、”“（一）”“1.”“（1）”：汉字序号后用顿号，带括号的不再加标点，"
    "阿拉伯数字后用下脚点；“第一”之后用逗号。",
    bad="一.提高认识",
    good="一、提高认识",
    needs_judgement=False,
)
def ordinal_mark(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find an ordinal that opens a line with the wrong mark behind it."""
    for number, line in enumerate(manuscript.lines):
        for pattern, mark, severity in _MARKS:
            if found := pattern.match(line.text):
                text = _mark_message(found["ordinal"], mark)
                place = found.start("mark"), found.end("mark")
                yield Found(
                    number,
                    *place,
                    text,
                    message("write {words}", words=found["ordinal"] + mark),
                    fix=Fix(mark),
                    severity=severity,
                )


def _mark_message(ordinal: str, mark: str) -> Message:
    if mark:
        return message("{ordinal} needs {mark} behind it", ordinal=ordinal, mark=mark)
    return message("{ordinal} takes no mark behind it", ordinal=ordinal)


def _faults(manuscript: Manuscript, kind: Break) -> Iterator[Fault]:
    for row in (*rows_of(manuscript), *rows_within_lines(manuscript)):
        yield from (fault for fault in row.faults if fault.kind is kind)


@rule(
    "skipped-ordinal",
    "序号跳号",
    Severity.ERROR,
    Basis.STANDARD,
    clause=_LADDER,
    why="同一组序号要从一数起、一个接一个。跳了号，不是漏了一段，就是改稿时删了没有重排，念的人和听的人都会停下来找。",
    bad="一、提高认识……三、抓好落实",
    good="一、提高认识……二、抓好落实",
    needs_judgement=False,
)
def skipped_ordinal(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find an ordinal whose forerunner is missing; a hint only where text was cut out."""
    severity = Severity.HINT if manuscript.is_truncated else None
    for fault in _faults(manuscript, Break.MISSING):
        item = fault.item
        if not (item.number == 1 or fault.expected > item.number):
            text = message(
                "the row goes to number {number}; number {expected} is missing",
                number=chinese(item.number),
                expected=chinese(fault.expected),
            )
            yield Found(
                item.line,
                item.start,
                item.end,
                text,
                message("see whether something is left out, then number the row anew"),
                severity=severity,
            )


@rule(
    "repeated-ordinal",
    "序号重号",
    Severity.ERROR,
    Basis.STANDARD,
    clause=_LADDER,
    why="同一组里一个序号只能用一次。重了号，后面的序号全错，会上说“第三点”，没人知道指哪一条。",
    bad="一、提高认识……二、抓住重点……二、抓好落实",
    good="一、提高认识……二、抓住重点……三、抓好落实",
    needs_judgement=False,
)
def repeated_ordinal(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find an ordinal that stands twice in one row."""
    for fault in _faults(manuscript, Break.AGAIN):
        item = fault.item
        text = message("number {number} stands twice in this row", number=chinese(item.number))
        yield Found(item.line, item.start, item.end, text, message("number the row anew"))


@rule(
    "mixed-ordinals",
    "序号混用",
    Severity.ERROR,
    Basis.PRACTICE,
    why="同一组并列的话只用一种序号。上一条说“一要”，下一条说“二是”，听的人会以为换了一层意思。",
    bad="一要抓排查。……二是抓整改。",
    good="一要抓排查。……二要抓整改。",
    needs_judgement=False,
)
def mixed_ordinals(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find an ordinal of another ladder than the one before it in the row; within a line a warning."""
    told = set()
    for rows, severity in ((rows_of(manuscript), None), (rows_within_lines(manuscript), Severity.WARNING)):
        for row in rows:
            for fault in row.faults:
                item = fault.item
                if fault.kind is Break.OTHER_LADDER and (item.line, item.start) not in told:
                    told.add((item.line, item.start))
                    ordinal = manuscript.lines[item.line].text[item.start : item.end]
                    text = message("{ordinal} goes on in another numbering", ordinal=ordinal)
                    yield Found(
                        item.line,
                        item.start,
                        item.end,
                        text,
                        message("number the whole row in one way"),
                        severity=severity,
                    )


@rule(
    "inverted-ordinals",
    "序号层次颠倒",
    Severity.WARNING,
    Basis.STANDARD,
    clause=_LADDER,
    why="层次序数由上到下是“一、”“（一）”“1.”“（1）”。下一层的序号放到了上一层头上，读的人分不清谁管谁。",
    bad="（一）村里的事 一、修渠 二、栽树 （二）镇上的事 一、清运",
    good="一、村里的事 （一）修渠 （二）栽树 二、镇上的事 （一）清运",
)
def inverted_ordinals(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a row of a lower level that has rows of a higher one between its items, each beginning anew."""
    rows = [row for row in rows_of(manuscript) if DEPTHS[row.ladder] <= 4][:_MOST_ROWS]
    for row in rows:
        for above in rows:
            if DEPTHS[above.ladder] < DEPTHS[row.ladder] and _lies_within(above, row):
                item = above.items[0]
                text = message("a heading of a higher level stands below one of a lower level")
                yield Found(
                    item.line,
                    item.start,
                    item.end,
                    text,
                    message("put the levels in the order 一、（一） 1. （1）"),
                )
                break


def _lies_within(inner: Row, outer: Row) -> bool:
    """Tell whether all of ``inner`` stands between two items of ``outer``."""
    first, last = inner.items[0].line, inner.items[-1].line
    lines = [item.line for item in outer.items]
    return len(inner.items) > 1 and any(low < first and last < high for low, high in pairwise(lines))


@rule(
    "skipped-level",
    "序号层次跳级",
    Severity.HINT,
    Basis.STANDARD,
    clause=_LADDER,
    why="一篇里有的部分用“（一）”作第二层，有的部分跳过它直接用“1.”，同样的层次看上去就不一样高。",
    bad="一、去年 （一）收成 （二）修路 二、今年 1.清渠 2.补墙",
    good="一、去年 （一）收成 （二）修路 二、今年 （一）清渠 （二）补墙",
)
def skipped_level(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find points that stand right below a part in the third level, while other parts use the second."""
    parts: dict[int, dict[str, int]] = {}
    for row in rows_of(manuscript):
        if row.ladder in ("（一）", "1.", "（1）") and len(row.items) > 1:
            first = row.items[0].line
            parts.setdefault(manuscript.lines[first].part, {}).setdefault(row.ladder, first)
    parts.pop(0, None)
    if not any("（一）" in ladders for ladders in parts.values()):
        return
    for ladders in parts.values():
        if "（一）" not in ladders and ladders:
            number = min(ladders.values())
            text = message("other parts put （一） here, this one leaves that level out")
            yield Found(
                number,
                0,
                len(manuscript.lines[number].ordinal),
                text,
                message("use （一） on this level throughout"),
            )


@rule(
    "announced-count-mismatch",
    "说的点数与实际不符",
    Severity.ERROR,
    Basis.PRACTICE,
    why="开头说讲几点，后面就要有几点。台下的人都在数，多一点少一点，稿子一眼就看出没有校。",
    bad="下面，我讲三点意见。一、……二、……",
    good="下面，我讲两点意见。一、……二、……",
    needs_judgement=False,
)
def announced_count_mismatch(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a number of points that is not the number of those that follow. A cut text is not counted."""
    for one in announcements(manuscript):
        if manuscript.is_truncated and one.found < one.announced:
            continue
        text = message(
            "{announced} are announced, {found} follow",
            announced=chinese(one.announced),
            found=chinese(one.found),
        )
        yield Found(
            one.line,
            one.start,
            one.end,
            text,
            message("say {found}, or see what is missing", found=chinese(one.found)),
        )
