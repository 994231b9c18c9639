"""Marks that come in pairs: quotation marks, brackets, book title marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.check.finding import Basis, Fix, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.places import matches, on
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import Message, message

_PAIRS = dict(zip("“‘（《〈【〔「『", "”’）》〉】〕」』", strict=True))
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_MARKS = re.compile("[“‘（(《〈【〔「『”’）)》〉】〕」』]")
# A numeral with half a bracket at the front of a line is an ordinal: 1）, a).
_ORDINAL = re.compile(r"^[ \u3000]*[0-9A-Za-z一二三四五六七八九十]{1,3}[)）]")
# A quotation may run over this many lines: verses, or a quotation of several paragraphs.
_MOST_LINES = 12
# “百日整治“行动: the second mark closes, though it has the shape of one that opens.
_OPENED_TWICE = re.compile("“(?P<inside>[^“”，。；：！？]{1,24})(?P<mark>“)(?=[，。；、：！？一-鿿）]|$)")


class _Mark(NamedTuple):
    line: int
    place: int
    mark: str


def _unpaired(manuscript: Manuscript) -> list[_Mark]:
    """Return all marks without a partner in their line, in the order of the text."""
    left: list[_Mark] = []
    for number, line in enumerate(manuscript.lines):
        text = line.text.replace("(", "（").replace(")", "）")
        ordinal = _ORDINAL.match(text)
        opened: list[_Mark] = []
        for found in _MARKS.finditer(text, ordinal.end() if ordinal else 0):
            mark = _Mark(number, found.start(), found[0])
            if mark.mark in _PAIRS:
                opened.append(mark)
            elif opened and opened[-1].mark == _CLOSING[mark.mark]:
                opened.pop()
            elif any(one.mark == _CLOSING[mark.mark] for one in opened):
                # What opened between them has no end.
                while opened[-1].mark != _CLOSING[mark.mark]:
                    left.append(opened.pop())
                opened.pop()
            else:
                left.append(mark)
        left += opened
    return sorted(left)


def _without_long_quotations(marks: list[_Mark], manuscript: Manuscript) -> Iterator[_Mark]:
    """Yield the marks that are no edge of a quotation over several lines."""
    skipped: set[_Mark] = set()
    ends = _next_halves(marks)
    for mark, end in zip(marks, ends, strict=True):
        if mark.mark not in "“‘" or mark in skipped:
            continue
        if _goes_on(mark, manuscript):
            skipped.add(mark)
            continue
        if end and mark.line < end.line <= mark.line + _MOST_LINES:
            skipped |= {mark, end}
    yield from (mark for mark in marks if mark not in skipped)


def _next_halves(marks: list[_Mark]) -> list[_Mark | None]:
    """Return for each mark the next one behind it that closes what such a mark opens."""
    following: dict[str, _Mark] = {}
    found: list[_Mark | None] = []
    for mark in reversed(marks):
        found.append(following.get(_PAIRS.get(mark.mark, "")))
        following[mark.mark] = mark
    return found[::-1]


def _goes_on(mark: _Mark, manuscript: Manuscript) -> bool:
    """Return whether the next paragraph opens with the mark, as each one of a long quotation does."""
    below = manuscript.lines[mark.line + 1 : mark.line + 2]
    return any(line.text.lstrip().startswith(mark.mark) for line in below)


@rule(
    "unpaired-mark",
    "引号、括号、书名号不成对",
    Severity.ERROR,
    Basis.STANDARD,
    clause="GB/T 15834-2011 4.8、4.9、4.15",
    why="引号、括号、书名号都有前后两半，缺一半，引文和注释就没有边界；后一半写成前一半也算缺。",
    bad="开展“百日整治“行动。",
    good="开展“百日整治”行动。",
)
def unpaired_mark(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a mark whose other half is missing. A quotation may run over several paragraphs."""
    left = list(_without_long_quotations(_unpaired(manuscript), manuscript))
    if manuscript.is_truncated:
        left = [mark for mark in left if mark.mark in _CLOSING]
    turned = dict(matches(manuscript, _OPENED_TWICE))
    told: set[int] = set()
    for mark in left:
        if found := turned.get(mark.line):
            if mark.line not in told and mark.mark == "“":
                text = message("this mark opens a quotation, where one closes")
                yield on(mark.line, found, text, "mark", remedy=message("write {words}", words="”"), fix="”")
                told.add(mark.line)
            continue
        yield _alone(mark)


def _alone(mark: _Mark) -> Found:
    other = _PAIRS.get(mark.mark) or _CLOSING[mark.mark]
    text = message("{mark} has no {other}", mark=mark.mark, other=other)
    return Found(mark.line, mark.place, mark.place + 1, text, message("add the missing half"))


_INSIDE = re.compile("“[^“”]*(?P<a>“)[^“”]*”[^“”]*”")
_SINGLE = re.compile("‘[^‘’“”]{2,}’")
_TITLES = re.compile("《[^《》]*(?P<a>《)[^《》]*》[^《》]*》|《[^《》]*(?P<b><)[^《》<>]*>[^《》]*》")


@rule(
    "wrong-nesting",
    "引号、书名号套用",
    Severity.ERROR,
    Basis.STANDARD,
    clause="GB/T 15834-2011 4.8.3.4、4.15.3.3",
    why="引号里再用引号，外双内单；书名号里再用书名号，外双内单。单引号不在双引号外面单独用。",
    bad="他说：“我们讲“实”字，就要看结果。”",
    good="他说：“我们讲‘实’字，就要看结果。”",
)
def wrong_nesting(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find double marks inside double marks, and single marks outside."""
    for number, found in matches(manuscript, _INSIDE):
        yield on(number, found, message("inside “ ” stand ‘ ’"), "a", remedy=_remedy("‘", "’"))
    for number, found in matches(manuscript, _TITLES):
        group = "a" if found["a"] else "b"
        yield on(number, found, message("inside 《 》 stand 〈 〉"), group, remedy=_remedy("〈", "〉"))
    for number, found in matches(manuscript, _SINGLE):
        before = found.string[: found.start()]
        if before.rfind("“") <= before.rfind("”"):
            text = message("outside stand “ ”, and ‘ ’ only inside them")
            yield on(number, found, text, remedy=_remedy("“", "”"))


def _remedy(opening: str, closing: str) -> Message:
    return message("write {opening} and {closing}", opening=opening, closing=closing)


_STRAIGHT = re.compile('"')
_HAN = re.compile("[一-鿿]")


@rule(
    "straight-quotes",
    "直引号",
    Severity.ERROR,
    Basis.STANDARD,
    clause="GB/T 15834-2011 4.8.2",
    why="汉字文本用弯引号“”，左右有别；直引号分不出起止，印出来只占半个字。",
    bad='做到"小事不出村"。',
    good="做到“小事不出村”。",
    needs_judgement=False,
)
def straight_quotes(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find straight double quotation marks in a Chinese line; an even number of them can be set right."""
    for number, line in enumerate(manuscript.lines):
        found = list(_STRAIGHT.finditer(line.text))
        if not found or not _HAN.search(line.text):
            continue
        is_even = len(found) % 2 == 0 and not re.search("[“”]", line.text)
        for index, mark in enumerate(found):
            fix = Fix("”" if index % 2 else "“") if is_even else None
            text = message("a straight quotation mark stands in Chinese text")
            yield Found(number, mark.start(), mark.end(), text, _remedy("“", "”"), fix)


_MEETING = re.compile(
    "《(?P<name>[^《》]{2,40}(?:(?<!遵义)(?<!古田)会议|大会|推进会|座谈会|部署会|动员会|调度会|现场会|调研会|培训班|专项行动|攻坚行动|活动))》"
)


@rule(
    "book-title-marks-on-meeting",
    "书名号误用于会议、活动",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 15834-2011 4.15、附录A.13",
    why="书名号只标书、文件、报刊、影视等作品；会议、活动、行动的名称不用书名号，需要时用引号。",
    bad="今天召开《全市安全生产工作会议》。",
    good="今天召开全市安全生产工作会议。",
)
def book_title_marks_on_meeting(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find 《》 around the name of a meeting or an activity."""
    for number, found in matches(manuscript, _MEETING):
        text = message("{name} is no book or paper, and takes no 《》", name=found["name"])
        yield on(number, found, text, remedy=message("leave out the 《》, or write “”"))
