"""A sheet into lines, headings, labels and clauses. Every clause knows its offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from drafter.facts.cues import first_cue, has_cue

_SPACE = " \t\u3000\xa0\ufeff"
_MARKER = re.compile(
    r"(?:[#]{1,6}\s+|[>|]\s*)?"
    r"(?:[·•●○◆◇■□▪◦※★*＊+▲△▶►➤✓√]\s*|[-—–]+\s*|[①-⑳㈠-㈩⑴-⒇⒈-⒛❶-❿]\s*"
    r"|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]\s*"
    r"|\d{1,2}(?:[、．)）]|[.](?!\d))\s*"
    r"|[一二三四五六七八九十]{1,3}[、.．]\s*"
    r"|第[一二三四五六七八九十][，、：:]\s*"
    r"|(?:[一二三四五六七八九十]是)(?=[一-鿿]))?"
)
_BRACKET_HEADING = re.compile(r"[【〖\[［](?P<title>[^】〗\]］]{1,20})[】〗\]］]\s*")
_LABEL = re.compile(r"(?P<label>[^：:，,。；;、！？\n（）()]{1,14}(?:[（(][^）)]{1,12}[）)])?)[：:]\s*")
_BIG_MARKER = re.compile(r"(?:#{1,6}\s|[一二三四五六七八九十]{1,3}[、.．])")
_TAIL = re.compile(r"[（(][^（()）]{1,40}[)）][：: ]*$")
_OPEN, _CLOSE = "“‘（(《〈「『【", "”’）)》〉」』】"
_STOPS = "。！？!?；;"


# Labels of the head hold for one sentence; what follows them is something else.
ONE_SENTENCE = frozenset(
    ("name", "when", "venue", "main-venue", "branch-venues", "attendance", "host", "organiser", "mode", "speaker", "minutes")
)


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


class Reading(Struct):
    """What has been cut so far: clauses and headings, and the counters that number them."""

    clauses: list[Clause]
    headings: list[Heading]
    section: str = ""
    section_class: str = ""
    item: int = 0
    segment: int = 0


def normal(text: str) -> str:
    """Return the text with full-width figures, letters and signs as half-width ones; same length."""
    return text.translate(_WIDTHS)


_WIDTHS = {0xFF10 + n: ord("0") + n for n in range(10)}
_WIDTHS |= {0xFF21 + n: ord("A") + n for n in range(26)} | {0xFF41 + n: ord("a") + n for n in range(26)}
_WIDTHS |= {ord("％"): ord("%"), ord("．"): ord("."), ord("／"): ord("/"), ord("－"): ord("-"), ord("﹪"): ord("%")}


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
    while end > start and (text[end - 1] in "\r\n" or text[end - 1] in _SPACE):
        end -= 1
    while start < end and text[start] in _SPACE:
        start += 1
    if start == end:
        return
    marker = _MARKER.match(text, start, end)
    marked = marker.end() if marker else start
    big = bool(_BIG_MARKER.match(text, start, end))
    reading.item += 1
    bracket = _BRACKET_HEADING.match(text, marked, end)
    if bracket:
        _open_section(reading, bracket["title"], number, bracket.start("title"), bracket.end("title"))
        marked = bracket.end()
    elif _is_heading(text[marked:end], big):
        title = _TAIL.sub("", text[marked:end]).rstrip("：: ")
        _open_section(reading, title, number, marked, marked + len(title))
        marked += len(title)
        if not text[marked:end].strip("：: ()（）"):
            return
    if marked < end:
        _cut_items(text, number, marked, end, reading, marked > start and not bracket)


def _is_heading(content: str, big: bool) -> bool:
    content = _TAIL.sub("", content)
    if len(content) <= 16 and content.endswith(("：", ":")):
        return True
    if any(sign in content for sign in "。；;，,：:") or len(content) > 20:
        return False
    return big and bool(first_cue("label", content) or not any(sign.isdigit() for sign in content))


def _open_section(reading: Reading, title: str, number: int, start: int, end: int) -> None:
    reading.section, reading.section_class = title, first_cue("label", title)
    reading.headings.append(Heading(title, number, start, end))


def _cut_items(text: str, number: int, start: int, end: int, reading: Reading, bullet: bool) -> None:
    """Cut a line at its stops, then each sentence at its commas."""
    label, label_class, first, lasting = "", "", True, False
    for left, right in _split(text, start, end, _STOPS):
        reading.segment += 1
        found = _LABEL.match(text, left, right)
        if found and _is_label(found, text, right):
            label = found["label"]
            label_class = first_cue("label", label)
            # A label that opens the line holds to its end, one within holds to the full stop.
            lasting = (first or bool(label_class)) and label_class not in ONE_SENTENCE
            reading.headings.append(Heading(label, number, found.start("label"), found.end("label")))
            left = found.end()
        for a, b in _split(text, left, right, "，,"):
            for c, d, aside in _asides(text, a, b):
                clause = Clause(
                    text[c:d], number, c, d, reading.item, reading.segment, reading.section,
                    reading.section_class, label, label_class, bullet, aside, first,
                )  # fmt: skip
                reading.clauses.append(clause)
                first = False
        stop = text[right : right + 1]
        if label and not lasting and stop in "。！？!?":
            label, label_class = "", ""


def _is_label(found: re.Match[str], text: str, right: int) -> bool:
    label = found["label"]
    return found.end() < right and not label[-1].isdigit() and label.count("“") == label.count("”")


def _split(text: str, start: int, end: int, signs: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between signs that stand outside brackets, without blanks at their ends."""
    depth, left = 0, start
    for position in range(start, end):
        sign = text[position]
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth = max(0, depth - 1)
        elif sign in signs and (depth == 0 or _is_unclosed(text, position, end)) and not _in_number(text, position):
            yield from _trimmed(text, left, position)
            left, depth = position + 1, 0
        elif sign in "\t|" or (depth == 0 and _is_gap(text, left, position, end)):
            yield from _trimmed(text, left, position)
            left = position + 1
    yield from _trimmed(text, left, end)


def _is_unclosed(text: str, position: int, end: int) -> bool:
    """Whether a bracket is never closed nearby, so that it must not swallow the line."""
    return not any(sign in _CLOSE for sign in text[position : min(end, position + 60)])


def _in_number(text: str, position: int) -> bool:
    return text[position] == "," and text[position - 1 : position].isdigit() and text[position + 1 : position + 4].isdigit()


def _is_gap(text: str, left: int, position: int, end: int) -> bool:
    """Whether a wide blank parts two statements, and not a post from a name."""
    if text[position] not in "\u3000 \xa0":
        return False
    before = text[max(left, position - 40) : position].strip()
    after = text[position : min(end, position + 12)].strip()
    wide = text[position] == "\u3000" or text[position : position + 2] == "  "
    if not wide or len(before) < 4 or len(after) < 4:
        return False
    return not (len(before) < 30 and has_cue("post-end", before))


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
        if has_cue("aside", match[1]):
            a, b = start + match.start(1), start + match.end(1)
            yield from ((c, d, False) for c, d in _trimmed(text, left, a - 1))
            yield a, b, True
            left = b + 1
    yield from ((c, d, False) for c, d in _trimmed(text, left, end))
