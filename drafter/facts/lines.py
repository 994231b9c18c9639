"""A sheet into lines, headings, labels and clauses. Every clause knows its offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from drafter.facts.cues import first_cue, found_cues, has_cue
from drafter.facts.headings import (
    BRACKETED,
    INLINE,
    MARKER,
    ONE_SENTENCE,
    find_heading,
    is_big,
    label_class,
    marker_kind,
    title_class,
)

_SPACE = " \t\u3000\xa0\ufeff"
_LABEL = re.compile(r"(?P<label>[^：:，,。；;、！？\n（）()]{1,14}?(?:[（(][^）)]{1,30}[）)])?)[ ]*[：:]\s*")
_LEAD = re.compile(r"(?P<lead>[一-鿿]{2,12})[，,](?=.)")
# 针对暑期，提出以下措施：
_LEAD_LABEL = re.compile(r"(?P<label>[一-鿿]{2,10}[，,][一-鿿]{2,14})[：:]\s*")
# What numbers a sentence within a line; it is no part of what is said.
_INLINE_ORDINAL = re.compile(
    r"(?:[一二三四五六七八九]是|[二三四五六七八九十]{1,2}、|第[一二三四五六七八九十][，、]|\d{1,2}(?:[、．)）]|[.](?!\d))|[①-⑳]|[（(]\d{1,2}[)）])\s*(?=[一-鿿“\"A-Z])"
)
_BRACKET_ORDINAL = re.compile(r"[（(]\d{1,2}[)）](?=[一-鿿“])")
_SPACED_ORDINAL = re.compile(r"(?:[二三四五六七八九十]{1,2}、|[2-9][.、．)）])(?=[一-鿿])")
_ORDERED = re.compile("(?:讲话|发言|他讲|她讲)?(?:之?前|以前)(?:先?有|由|是|安排)|前面(?:有|是|由)")
_OPEN, _CLOSE = "“‘（(《〈「『【", "”’）)》〉」』】"
_STOPS = "。！？!?；;"


class Clause(Struct, frozen=True):
    """A stretch between commas. ``sentence`` and ``segment`` number what it is part of.

    ``section`` is the heading above, ``label`` what stands before the colon; ``section_class`` and
    ``label_class`` are what the table of labels makes of them. ``item`` numbers the line or bullet.
    """

    text: str
    line: int
    start: int
    end: int
    item: int
    segment: int
    section: str
    section_class: str
    label: str
    label_class: str
    is_bullet: bool
    aside: bool = False
    first_of_item: bool = False


class Heading(Struct, frozen=True):
    """A heading or a label: its words and where they stand."""

    text: str
    line: int
    start: int
    end: int
    item: int


class Reading(Struct):
    """What has been cut so far: clauses and headings, and the counters that number them."""

    clauses: list[Clause]
    headings: list[Heading]
    section: str = ""
    section_class: str = ""
    item: int = 0
    segment: int = 0
    listed: bool = False
    kind: str = ""
    big: str = ""


def normal(text: str) -> str:
    """Return the text with full-width figures, letters and signs as half-width ones; same length."""
    text = text.translate(_WIDTHS)
    for sign, shape, written in _SHAPES:
        text = shape.sub(written, text) if sign in text else text
    return text


# A row of two cells in a table: | 时间 | 6月24日 |
_ROW = re.compile(r"^\|([ ]*)([^|\n]{1,12}?)([ ]*)\|([^|\n]+)\|[ ]*$", re.MULTILINE)


def _row(match: re.Match[str]) -> str:
    """Return a row as a label and its value, of the same length."""
    gap = match[3]
    joint = f"：{' ' * len(gap)}" if gap else "："
    row = f" {match[1]}{match[2]}{joint}{match[4]} "
    return row + " " * (len(match[0]) - len(row))


def _cell(match: re.Match[str]) -> str:
    """Return a cell that labels the one behind it as a label: 会议时间 and a tab."""
    return f"{match[1]}：" if first_cue("label", match[1].strip()) in INLINE else match[0]


# What stands for a label in tables and marked-up text, by a sign that such a text has.
_SHAPES = (
    ("|", _ROW, _row),
    ("\t", re.compile(r"(?:(?<=\n)|(?<=\t)|\A)([ \u3000]*[一-鿿（）()/ 、]{2,12})\t(?=[^\t\n])"), _cell),
    ("**", re.compile(r"\*\*"), "  "),
    ("|-", re.compile(r"^[|][-:| ]+$", re.MULTILINE), lambda match: " " * len(match[0])),
    ("元月", re.compile("元月"), "1月"),
)
_WIDTHS = {0xFF10 + n: ord("0") + n for n in range(10)}
_WIDTHS |= {0xFF21 + n: ord("A") + n for n in range(26)} | {0xFF41 + n: ord("a") + n for n in range(26)}
_WIDTHS |= {
    ord("％"): ord("%"),
    ord("．"): ord("."),
    ord("／"): ord("/"),
    ord("－"): ord("-"),
    ord("﹪"): ord("%"),
    ord("｜"): ord("|"),
}


def closed(text: str, start: int, end: int) -> int:
    """Return ``end``, moved behind a bracket that the stretch from ``start`` leaves open."""
    said = text[start:end]
    opened = sum(said.count(sign) for sign in "（(") - sum(said.count(sign) for sign in "）)")
    return end + 1 if opened > 0 and text[end : end + 1] in ("）", ")") else end


def line_starts(text: str) -> list[int]:
    """Return the offsets at which the lines of ``text`` begin."""
    return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]


def cut(text: str) -> Reading:
    """Return the clauses and headings of a text that :func:`normal` has gone over."""
    reading = Reading([], [])
    starts = line_starts(text)
    for number, start in enumerate(starts, 1):
        end = starts[number] if number < len(starts) else len(text)
        _cut_line(text, number, start, end, reading)
    return reading


def _cut_line(text: str, number: int, start: int, end: int, reading: Reading) -> None:
    while end > start and text[end - 1] in "\r\n":
        end -= 1
    start, end = next(_trimmed(text, start, end), (end, end))
    if start == end:
        return
    kind = marker_kind(text, start, end)
    item = bool(kind) and kind == reading.kind
    found = find_heading(text, start, end, number, item)
    marker = MARKER.match(text, start, end)
    marked = marker.end() if marker else start
    reading.item += 1
    big = is_big(text, start, end)
    if reading.section and (reading.listed and marked == start or big and reading.big == kind):
        # What stands unmarked below a list, or is numbered as its heading, is no more under it.
        reading.section, reading.section_class = "", ""
    reading.listed, reading.kind = marked > start, kind
    if found is None:
        _Cutter(text, number, end, reading, marked > start, big).cut(marked)
        return
    if found.inline is not None:
        _Cutter(text, number, end, reading, False).cut(found.rest, found.inline)
        return
    title, big_kind = text[found.start : found.end], kind if found.big else ""
    _open_section(reading, title, number, found.start, found.end, found.own, big_kind)
    if text[found.rest : end].strip("：: ()（）"):
        _Cutter(text, number, end, reading, marked > start and not found.own).cut(found.rest)


def _open_section(
    reading: Reading, title: str, number: int, start: int, end: int, own: bool, big: str
) -> None:
    """Open a section. ``own``: brackets or rules make the title a heading, whatever it says."""
    reading.section, reading.listed, reading.big = title, False, big
    # The name of the meeting and the first line, 起草任务, say nothing of what stands below.
    names = has_cue("meeting-name", title) or (number == 1 and not own)
    reading.section_class = "" if names else title_class(title)
    reading.headings.append(Heading(title, number, start, end, reading.item))


class _Cutter:
    """Cuts a line at its stops, then each sentence at its commas, and keeps the label that holds."""

    def __init__(
        self, text: str, number: int, end: int, reading: Reading, bullet: bool, big: bool = False
    ) -> None:
        self.text, self.number, self.end, self.reading, self.bullet = text, number, end, reading, bullet
        self.label, self.label_class = "", ""
        self.first, self.lasting, self.big = True, False, big

    def cut(self, start: int, bracket: re.Match[str] | None = None) -> None:
        """Cut from ``start`` on. A ``bracket`` is a label in 【】."""
        if bracket is not None:
            self._take(bracket["title"], bracket.start("title"), True)
        for left, right in _split(self.text, start, self.end, _STOPS):
            self.reading.segment += 1
            stop = self.text[right : right + 1]
            left = self._after_label(left, right, stop)
            self._clauses(left, right)
            if self.label and not self.lasting and stop and stop in "。！？!?":
                self.label, self.label_class = "", ""

    def _take(self, label: str, start: int, known: bool) -> None:
        self.label, self.label_class = label, self._class(label)
        # A label that opens the line holds to its end, one of the head or within to the full stop.
        self.lasting = (self.first or bool(self.label_class)) and self.label_class not in ONE_SENTENCE
        if known:
            headings = self.reading.headings
            headings.append(Heading(label, self.number, start, start + len(label), self.reading.item))

    def _take_lead(self, lead: re.Match[str]) -> None:
        """Take 分析下来， at the front of a paragraph as the label of all that follows."""
        self._take(lead["lead"], lead.start("lead"), True)
        self.label_class, self.lasting, self.first = first_cue("lead", lead["lead"]), True, False

    def _class(self, label: str) -> str:
        # 五、钱和奖： opens the line as a heading does.
        return title_class(label) if self.big and self.first else label_class(label)

    def _after_label(self, left: int, right: int, stop: str) -> int:
        """Return where the sentence begins behind its label and its ordinal."""
        said = self.text[left:right]
        if _is_spoken_label(said, stop, right, self.end) and first_cue("label", said):
            # 为什么上不去？ and 要抓的几件事。 are labels said as sentences.
            self._take(said, left, True)
            self.lasting, self.first = True, False
            return right
        bracket = BRACKETED.match(self.text, left, right)
        if bracket and bracket.end() < right and first_cue("label", bracket["title"]):
            self._take(bracket["title"], bracket.start("title"), True)
            return bracket.end()
        if self.first and (lead := _LEAD.match(self.text, left, right)) and first_cue("lead", lead["lead"]):
            self._take_lead(lead)
            return lead.end()
        ordinal = _INLINE_ORDINAL.match(self.text, left, right)
        left = ordinal.end() if ordinal and ordinal.end() < right else left
        found = (
            _LABEL.match(self.text, left, right)
            or _LEAD_LABEL.match(self.text, left, right)
            or _spaced_label(self.text, left, right)
        )
        if found and _is_label(found, right):
            label = found["label"]
            # An unknown label, and one with a figure, is part of what is said: 先进集体8个：.
            plain_label = bool(self._class(label)) and not any(sign.isdigit() for sign in label)
            basis = any(cue.gives == "basis" for cue in found_cues("type", label))
            self._take(label, found.start("label"), plain_label or basis)
            left = found.end() if plain_label or basis else left
        ordinal = _INLINE_ORDINAL.match(self.text, left, right)
        return ordinal.end() if ordinal and ordinal.end() < right else left

    def _clauses(self, left: int, right: int) -> None:
        for a, b in _split(self.text, left, right, "，,"):
            for c, d, aside in _asides(self.text, a, b):
                reading = self.reading
                clause = Clause(
                    self.text[c:d], self.number, c, d, reading.item, reading.segment, reading.section,
                    reading.section_class, self.label, self.label_class, self.bullet, aside, self.first,
                )  # fmt: skip
                reading.clauses.append(clause)
                self.first = False


def _is_spoken_label(said: str, stop: str, right: int, end: int) -> bool:
    short = (
        2 < len(said) <= 12 and right + 1 < end and not any(sign.isdigit() or sign in "，," for sign in said)
    )
    return short and (stop in "？?" if not has_cue("thing-count", said) else stop in "？?。") and stop != ""


def _spaced_label(text: str, left: int, right: int) -> re.Match[str] | None:
    """Return a label of the head that a blank parts from its value: 时长 9分钟."""
    found = re.compile(r"(?P<label>[\u4e00-\u9fff]{2,5})[ \u3000]{1,8}(?=\S)").match(text, left, right)
    return found if found and first_cue("label", found["label"]) in INLINE else None


def _is_label(found: re.Match[str], right: int) -> bool:
    label = found["label"]
    return found.end() < right and not label[-1].isdigit() and label.count("“") == label.count("”")


def _split(text: str, start: int, end: int, signs: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between signs that stand outside brackets, without blanks at their ends."""
    depth, left = 0, start
    for position in range(start, end):
        sign = text[position]
        if sign in "【〔" and signs is _STOPS and depth == 0 and position > left:
            # 【日期】 within a line opens a sentence with a label.
            yield from _trimmed(text, left, position)
            left = position
        opens = "①" <= sign <= "⑳" or _BRACKET_ORDINAL.match(text, position, end)
        if opens and signs is _STOPS and depth == 0 and _opens_item(text, left, position):
            yield from _trimmed(text, left, position)
            left = position
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth = max(0, depth - 1)
        elif (
            sign in signs
            and (depth == 0 or _is_unclosed(text, position, end))
            and not _in_number(text, position)
        ):
            yield from _trimmed(text, left, position)
            left, depth = position + 1, 0
        elif sign in "\t|" or (depth == 0 and _is_gap(text, left, position, end)):
            yield from _trimmed(text, left, position)
            left = position + 1
    yield from _trimmed(text, left, end)


def _opens_item(text: str, left: int, position: int) -> bool:
    """Whether ② within a line opens an item: not at once behind a label."""
    before = text[left:position].rstrip(" 　")
    return bool(before) and before[-1] not in "：:"


def _is_unclosed(text: str, position: int, end: int) -> bool:
    """Whether a bracket is never closed nearby, so that it must not swallow the line."""
    return not any(sign in _CLOSE for sign in text[position : min(end, position + 60)])


def _in_number(text: str, position: int) -> bool:
    return (
        text[position] == ","
        and text[position - 1 : position].isdigit()
        and text[position + 1 : position + 4].isdigit()
    )


def _is_gap(text: str, left: int, position: int, end: int) -> bool:
    """Whether a wide blank parts two statements, and not a post from a name."""
    if text[position] not in "\u3000 \xa0":
        return False
    if text[left:position].strip() and _opens_within(text, position + 1, end):
        # 前头 主任报账目 后头 代表表决, 一、揭牌 二、参观: a label or an ordinal within the line.
        return True
    before = text[max(left, position - 40) : position].strip()
    if before and _opens_label(text, position, end):
        return True
    after = text[position : min(end, position + 12)].strip()
    wide = text[position] == "\u3000" or text[position : position + 2] == "  "
    if not wide or len(before) < 4 or len(after) < 4 or before[-1] in "：:":
        return False
    # 丁　岚: a name of two signs is set wide.
    if before[-2:-1] in " \u3000" or re.match(r"\S(?:\s|$)|讲|致辞|发言|作", after):
        return False
    # 局长  阮知行  在会上: between a post, a name and what he does.
    post = re.sub(r"[ \u3000]+[一-鿿]{2,4}$", "", before)
    return not (len(before) < 30 and (has_cue("post-end", before) or has_cue("post-end", post)))


def _opens_label(text: str, position: int, end: int) -> bool:
    """Whether a label of the head with its colon stands behind a wide blank: 主持：局长　参加：."""
    wide = text[position] == "\u3000" or text[position : position + 2] == "  "
    found = (
        re.compile(r"[ \u3000]{1,8}(?P<label>[一-鿿]{2,5})[：:]").match(text, position, end) if wide else None
    )
    return bool(found and first_cue("label", found["label"]) in INLINE)


def _opens_within(text: str, position: int, end: int) -> bool:
    """Whether a label of the head or an ordinal stands here; not 讲话, which often follows a name."""
    label = _spaced_label(text, position, end)
    if label and first_cue("label", label["label"]) not in ("speaker", "minutes"):
        return True
    return bool(_SPACED_ORDINAL.match(text, position, end))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in _SPACE:
        start += 1
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    if start < end:
        yield start, end


def _asides(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield a clause, and apart from it each bracket that speaks to the drafter."""
    left = start
    for match in re.finditer(r"[（(]([^（()）]{2,80})[)）]", text[start:end]):
        if _ORDERED.match(match[1]):
            # （讲话前有两家汇报；讲话后书记还要讲）: the agenda in a bracket.
            yield from ((c, d, False) for c, d in _trimmed(text, left, start + match.start()))
            for c, d in _split(text, start + match.start(1), start + match.end(1), "，,；;"):
                yield c, d, True
            left = start + match.end()
        elif has_cue("aside", match[1]):
            a, b = start + match.start(1), start + match.end(1)
            yield from ((c, d, False) for c, d in _trimmed(text, left, a - 1))
            parts = list(_split(text, a, b, "，,"))
            timed = re.match(r"\d{1,3}分钟$", text[slice(*parts[0])])
            if timed or all(has_cue("intent", text[c:d]) for c, d in parts):
                yield from ((c, d, True) for c, d in parts)
            else:
                yield a, b, True
            left = b + 1
    yield from ((c, d, False) for c, d in _trimmed(text, left, end))
