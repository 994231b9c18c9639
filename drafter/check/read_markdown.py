"""A manuscript from Markdown: its signs are left out, and every word keeps its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.check.ignored import without_remarks
from drafter.check.manuscript import Anchor, Manuscript, Medium
from drafter.check.read_text import manuscript_of
from drafter.check.structure import Paragraph
from drafter.facts import patterns as re
from drafter.facts.sources import wrapped_lines
from drafter.speech.blocks import BlockKind

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+")
# Signs at the start of a line: quotations, items of a list.
_SIGNS = re.compile(r"[ \t\u3000]*(?:(?:>[ ]?|[-*+][ \t]+)[ \t]*)*")
# Signs among the words; what is between the groups stays. A single star may be a name left out: *市.
_INLINE = re.compile(
    r"(?P<comment><!--.{0,500}?-->)|(?P<tag></?[A-Za-z][^<>]{0,80}>)|(?P<image>!\[[^\]]{0,300}\]\([^)]{0,500}\))"
    r"|(?P<escape>\\)(?=[!-/:-@\[-`{-~])|(?P<strong>\*\*|__)|(?P<code>`+)"
    r"|(?P<link>\[)(?=[^\]\[]{0,300}\]\([^)\s]{0,500}\))|(?P<target>\]\([^)\s]{0,500}\))"
    r"|(?P<emphasis>\*(?=[^\s*]{2,40}\*)|(?<=[^\s*]{2})\*(?![\w*]))"
)
_CLOSING_HASHES = re.compile(r"[ \t]+#+[ \t]*$|[ \t]*\\?$")
_RULE = re.compile(r"[ ]{0,3}(?:(?:-[ ]*){3,}|(?:\*[ ]*){3,}|(?:_[ ]*){3,}|=+[ ]*)")
_FENCE = re.compile(r"[ ]{0,3}(?:```|~~~)")
_ROW = re.compile(r"[ ]{0,3}\|.*\|[ ]*")


def read_markdown(lines: Iterable[str]) -> Manuscript:
    """Return the manuscript of a Markdown file's ``lines``; tables, code and front matter are left out."""
    raw = tuple(lines)
    shown = set(_shown(raw))
    kept = [line if number in shown else "" for number, line in enumerate(without_remarks(raw))]
    return manuscript_of(tuple(_paragraphs(kept)), Medium.MARKDOWN, raw)


def _shown(raw: Sequence[str]) -> Iterator[int]:
    """Yield the indexes of the lines that hold text."""
    fence = is_matter = False
    for number, line in enumerate(raw):
        if number == 0 and line.strip() == "---":
            is_matter = "---" in (other.strip() for other in raw[1:40])
        elif is_matter:
            is_matter = line.strip() != "---"
        elif _FENCE.match(line):
            fence = not fence
        elif not fence and not _RULE.fullmatch(line) and not _ROW.fullmatch(line):
            yield number


def _paragraphs(lines: Sequence[str]) -> Iterator[Paragraph]:
    for numbers in wrapped_lines(lines):
        text, anchors = "", []
        heading = _HEADING.match(lines[numbers[0]])
        for number in numbers:
            for start, end in _kept(lines[number]):
                anchors.append(Anchor(len(text), number + 1, start))
                text += lines[number][start:end]
        if text.strip():
            yield _paragraph(text.rstrip(), tuple(anchors), len(heading[1]) if heading else 0)


def _paragraph(text: str, anchors: tuple[Anchor, ...], hashes: int) -> Paragraph:
    if hashes == 1:
        return Paragraph(text=text, anchors=anchors, kind=BlockKind.TITLE)
    # The title takes the first level, so that a part has two signs.
    return Paragraph(text=text, anchors=anchors, level=hashes - 1 if hashes else None)


def _kept(line: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of ``line`` that are words."""
    heading = _HEADING.match(line)
    start = heading.end() if heading else _indent(line)
    closing = _CLOSING_HASHES.search(line) if heading else None
    end = max(closing.start(), start) if closing else len(line)
    for found in _INLINE.finditer(line, start, end):
        if found.start() > start:
            yield start, found.start()
        start = found.end()
    if start < end:
        yield start, end


def _indent(line: str) -> int:
    found = _SIGNS.match(line)
    return found.end() if found else 0
