"""What kind of paper a manuscript is, and where its opening and closing lie."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from drafter.check.manuscript import Line, Manuscript
from drafter.facts import patterns as re
from drafter.facts.head.body import kind_of
from drafter.speech.blocks import BlockKind

# Papers that the cues of a meeting's name do not tell: they stand at the end of a title.
_PAPERS = {
    "主持词": "host-script",
    "主持稿": "host-script",
    "通知": "notice",
    "议程": "agenda",
    "提纲": "outline",
    "通稿": "press-release",
    "致辞": "address",
    "致词": "address",
}
# Papers that nobody reads aloud, and those that are no speech with parts.
_UNSPOKEN = {"notice", "agenda", "outline", "press-release"}
_WITHOUT_PARTS = _UNSPOKEN | {"host-script", "address", "inaugural", "work-report", "party-lecture"}
# Papers of warm words, in which many exclamations are in place.
_FESTIVE = {"address", "commendation", "mobilization"}
_CLAUSE_END = re.compile("[，。；：！？,;:!?]")
_WIDE = str.maketrans(",:;()", "，：；（）")


@lru_cache(maxsize=8)
def genre_of(manuscript: Manuscript) -> str:
    """Return the id of the kind of paper, by its parameters, else by its title; "" if nothing tells."""
    title = manuscript.title
    named = next((kind for end, kind in _PAPERS.items() if title.rstrip("）)").endswith(end)), "")
    return manuscript.kind or named or (kind_of("", "", title) if title else "")


def is_spoken(manuscript: Manuscript) -> bool:
    """Return whether the paper is read aloud, as far as can be told."""
    return genre_of(manuscript) not in _UNSPOKEN


def has_speech_form(manuscript: Manuscript) -> bool:
    """Return whether the paper is a speech that opens, goes through its parts and closes."""
    return genre_of(manuscript) not in _WITHOUT_PARTS and bool(manuscript.salutation)


def is_festive(manuscript: Manuscript) -> bool:
    """Return whether the paper praises, welcomes or rallies."""
    return genre_of(manuscript) in _FESTIVE


def opening_of(manuscript: Manuscript) -> list[tuple[int, Line]]:
    """Return the paragraphs before the first heading or point, with their numbers."""
    lines = []
    for number, line in enumerate(manuscript.lines):
        if line.level and line.kind is not BlockKind.OUTLINE:
            break
        if line.kind is BlockKind.BODY:
            lines.append((number, line))
    return lines


def headings(manuscript: Manuscript, level: int) -> list[tuple[int, Line]]:
    """Return the lines that open with a heading of ``level``, with their numbers."""
    kinds = (BlockKind.HEADING, BlockKind.BODY)
    return [
        (number, line)
        for number, line in enumerate(manuscript.lines)
        if line.level == level and line.heading and line.kind in kinds
    ]


def heading_words(line: Line) -> str:
    """Return the heading of a line without its ordinal and its closing mark."""
    return line.text[len(line.ordinal) : line.heading].strip().rstrip("。；;")


def head_of(line: Line) -> int:
    """Return the length of what stands for a whole line in a finding: its heading, else its first clause."""
    first = _CLAUSE_END.search(line.text)
    return line.heading or (first.end() if first else len(line.text))


def normal(heading: str) -> str:
    """Return a heading as it is compared: full-width marks, none at the end."""
    return heading.translate(_WIDE).strip().rstrip("。；，")


def body_lines(manuscript: Manuscript) -> Iterator[tuple[int, Line]]:
    """Yield the paragraphs that are read aloud and are no headings of their own, with their numbers."""
    return manuscript.of_kind(BlockKind.BODY)
