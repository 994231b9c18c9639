"""The body of a document: one styled paragraph for each block of the speech.

Each value stands in a content control; paragraphs, prose and sections stand in bookmarks. By these an
edited document is read back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from drafter.docx import style_ids
from drafter.docx.bookmarks import Bookmarks, Identifiers
from drafter.docx.comments import Comments
from drafter.docx.content_controls import control, label_of
from drafter.docx.fingerprint import line
from drafter.docx.ooxml import clean, paragraph, run
from drafter.speech.blocks import Block, BlockKind
from drafter.speech.digests import digest_of_block
from drafter.speech.spans import SpanKind, TextSpan, spans_of

if TYPE_CHECKING:
    from drafter.docx.write.reading_copy import ReadingCopy


# Looked up once: Python looks a member of an enum up each time, and a body has hundreds of spans.
_WORDS, _ORDINAL, _VALUE, _PROSE, _BLANK, _NOTE = SpanKind
# By level, for kinds of blocks that have levels.
_STYLES = {
    BlockKind.TITLE: (style_ids.TITLE,),
    BlockKind.BYLINE: (style_ids.BYLINE,),
    BlockKind.DATE: (style_ids.BYLINE,),
    BlockKind.OUTLINE_TITLE: (style_ids.OUTLINE_TITLE,),
    BlockKind.OUTLINE: ("", *style_ids.OUTLINES),
    BlockKind.SALUTATION: (style_ids.SALUTATION,),
    BlockKind.HEADING: ("", *style_ids.HEADINGS),
    BlockKind.BODY: (style_ids.BODY,),
    BlockKind.SIGNATURE: (style_ids.SIGNATURE,),
}


class Body:
    """Writes paragraphs: ``markup`` is their XML, ``lines`` are what a reader finds in them.

    ``digests`` are the digests of the paragraphs by the numbers of their bookmarks. With ``notes``,
    blanks and notes have comments; with ``controls``, values and blanks stand in content controls.
    ``copy`` writes the words where the layout asks for a reading copy.
    ``names`` are what readers call the styles.
    """

    def __init__(
        self,
        *,
        notes: bool,
        controls: bool = True,
        copy: ReadingCopy | None = None,
        identifiers: Identifiers | None = None,
        bookmarks: Bookmarks | None = None,
        comments: Comments | None = None,
        names: Mapping[str, str] | None = None,
    ) -> None:
        self.markup: list[str] = []
        self.lines: list[str] = []
        self.digests: dict[int, str] = {}
        self.comments = comments or Comments()
        self._notes, self._controls = notes, controls
        self._names = names or {}
        self._copy = copy
        self._identifiers = identifiers or Identifiers()
        self._bookmarks = bookmarks or Bookmarks(self._identifiers)
        self._runs: list[str] = []
        self._pieces: list[tuple[str, str]] = []
        # How many characters of the paragraph are written so far.
        self._offset = 0

    @property
    def readings(self) -> list[str]:
        """The pinyin above the words, in the order of the text."""
        return self._copy.readings if self._copy is not None else []

    def set_blocks(
        self,
        blocks: Sequence[Block],
        spaces: Mapping[int, int],
    ) -> None:
        """Write ``blocks`` as paragraphs numbered from 1, with bookmarks around their sections.

        ``spaces`` has the twips of space below blocks, by index.
        """
        spans = [spans_of(block.inlines) for block in blocks]
        for index, block in enumerate(blocks):
            following = spans[index + 1][:1] if index + 1 < len(blocks) else []
            self._runs = []
            if block.section and (not index or blocks[index - 1].section != block.section):
                self._runs.append(self._bookmarks.open_section(block.section))
            self._write(block, spans[index], index + 1, following)
            if index + 1 == len(blocks) or blocks[index + 1].section != block.section:
                self._runs.append(self._bookmarks.close_section())
            self._finish(block, spaces.get(index, 0))

    def set_block(self, block: Block, spans: list[TextSpan], number: int) -> str:
        """Return ``block``, which consists of ``spans``, as a paragraph with the bookmark ``number``."""
        self._runs = []
        self._write(block, spans, number, [])
        self._finish(block, 0)
        return self.markup[-1]

    def _write(self, block: Block, spans: list[TextSpan], number: int, following: list[TextSpan]) -> None:
        """Write the bookmark and the words of a block; ``following`` is the first span of the next one."""
        self._runs.append(self._bookmarks.open_paragraph(number))
        self._write_spans(block, spans, following)
        self._runs.append(self._bookmarks.close_paragraph())
        self.digests[number] = digest_of_block(spans)

    def _finish(self, block: Block, after: int) -> None:
        levels = _STYLES[block.kind]
        style = levels[min(block.level, len(levels) - 1)]
        self.markup.append(paragraph(style, "".join(self._runs), after))
        spacing = f"spacing.after={after}" if after else ""
        self.lines.append(line(self._names.get(style, style), spacing, self._pieces))

    def _write_spans(self, block: Block, spans: list[TextSpan], following: list[TextSpan]) -> None:
        texts = ["" if span.kind is _NOTE else clean(span.text) for span in spans]
        words = "".join(texts)
        self._pieces = []
        if self._copy is not None:
            self._copy.open(block, words)
        self._offset, last = 0, len(spans) - 1
        for index, (span, text) in enumerate(zip(spans, texts, strict=True)):
            kind = span.kind
            if text:
                self._pieces.append((_look(span), text))
            if kind is _WORDS or kind is _ORDINAL:
                self._runs.append(self._run(span, text))
            elif kind is _VALUE:
                self._runs.append(self._value(span, text))
            elif kind is _PROSE:
                is_continued = index == last and following and following[0].path == span.path
                self._runs += self._prose(span, text, bool(is_continued))
            elif kind is _BLANK:
                self._runs.append(self._blank(span, text))
            else:
                self._runs.append(self._commented("", span.text))
            self._offset += len(text)

    def _value(self, span: TextSpan, text: str) -> str:
        words = self._run(span, text)
        if not self._controls:
            return words
        path, style = span.path, style_ids.LEAD if span.is_lead else ""
        identifier = self._identifiers.for_control(path)
        return control(path, label_of(path), words, identifier, text=text, style=style)

    def _prose(self, span: TextSpan, text: str, is_continued: bool) -> tuple[str, str, str]:
        """Write prose in its bookmark, which stays open where the next paragraph continues it."""
        opening = self._bookmarks.open_prose(span.path)
        return opening, self._run(span, text), "" if is_continued else self._bookmarks.close_prose()

    def _blank(self, span: TextSpan, text: str) -> str:
        path, style = span.path, style_ids.LEAD if span.is_lead else ""
        words = run(text, style_ids.BLANK, span.is_bold)
        if path and self._controls:
            identifier = self._identifiers.for_control(path)
            words = control(path, span.label, words, identifier, style=style)
        return self._commented(words, span.hint)

    def _run(self, span: TextSpan, text: str) -> str:
        """Return ``text``, the words of ``span``, as runs of its style and weight."""
        if not text:
            return ""
        style = style_ids.LEAD if span.is_lead else ""
        if self._copy is not None:
            return self._copy.set(text, style, span.is_bold, self._offset)
        return run(text, style, span.is_bold)

    def _commented(self, content: str, text: str) -> str:
        return self.comments.attach(content, text) if self._notes else content


def _look(span: TextSpan) -> str:
    """Return how the words of ``span`` look, as drafter.docx.formatting finds it: their style, and bold."""
    style = style_ids.BLANK if span.kind is _BLANK else style_ids.LEAD if span.is_lead else ""
    return f"{style}b=on" if span.is_bold else style
