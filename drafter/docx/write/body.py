"""The body of a document: one styled paragraph for each block of the speech.

Each value stands in a content control, each paragraph, prose and section in a bookmark: by these
an edited document is read back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from drafter.docx import style_ids
from drafter.docx.bookmarks import Bookmarks, Identifiers
from drafter.docx.content_controls import control, label_of
from drafter.docx.write.comments import Comments
from drafter.docx.write.xml import clean, paragraph, run
from drafter.speech.blocks import Block, BlockKind
from drafter.speech.digests import digest_of_block
from drafter.speech.spans import SpanKind, TextSpan, spans_of

if TYPE_CHECKING:
    from drafter.docx.write.reading_copy import ReadingCopy


# A member that is asked for by its name is looked for each time, and here there are hundreds.
_WORDS, _ORDINAL, _VALUE, _PROSE, _BLANK, _NOTE = SpanKind
# By level, where a kind of block has levels.
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
    """Paragraphs as they are set: ``markup``, and ``texts`` as a reader of the file will find them,
    ``bold`` what of them is set in bold.

    ``digests`` are those of the paragraphs, by the numbers that their bookmarks have. Words are
    set by ``copy``, where the layout asks for a reading copy.
    """

    def __init__(
        self,
        *,
        notes: bool,
        copy: ReadingCopy | None = None,
        identities: Identifiers | None = None,
        marks: Bookmarks | None = None,
        comments: Comments | None = None,
    ) -> None:
        self.markup: list[str] = []
        self.texts: list[str] = []
        self.bold = ""
        self.digests: dict[int, str] = {}
        self.comments = comments or Comments()
        self._notes = notes
        self._copy = copy
        self._identities = identities or Identifiers()
        self._marks = marks or Bookmarks(self._identities)
        self._runs: list[str] = []
        # How many characters of its paragraph stand before what is set next.
        self._place = 0

    @property
    def readings(self) -> list[str]:
        """The pinyin above the words, in its order."""
        return self._copy.readings if self._copy is not None else []

    def set_blocks(
        self,
        blocks: Sequence[Block],
        spaces: Mapping[int, int],
    ) -> None:
        """Set ``blocks`` as paragraphs with ``spaces`` of twips below them, by their index.

        Their bookmarks are numbered from 1, and so are their sections marked.
        """
        segments = [spans_of(block.inlines) for block in blocks]
        for index, block in enumerate(blocks):
            following = segments[index + 1][:1] if index + 1 < len(blocks) else []
            self._runs = []
            if block.section and (not index or blocks[index - 1].section != block.section):
                self._runs.append(self._marks.open_section(block.section))
            self._mark_and_set(block, segments[index], index + 1, following)
            if index + 1 == len(blocks) or blocks[index + 1].section != block.section:
                self._runs.append(self._marks.close_section())
            self._finish(block, spaces.get(index, 0))

    def set_block(self, block: Block, segments: list[TextSpan], number: int) -> str:
        """Return ``block``, of which ``segments`` are what it says, as a paragraph with its bookmark."""
        self._runs = []
        self._mark_and_set(block, segments, number, [])
        self._finish(block, 0)
        return self.markup[-1]

    def _mark_and_set(
        self, block: Block, segments: list[TextSpan], number: int, following: list[TextSpan]
    ) -> None:
        self._runs.append(self._marks.open_paragraph(number))
        self._set(block, segments, following)
        self._runs.append(self._marks.close_paragraph())
        self.digests[number] = digest_of_block(segments)

    def _finish(self, block: Block, after: int) -> None:
        levels = _STYLES[block.kind]
        style = levels[min(block.level, len(levels) - 1)]
        self.markup.append(paragraph(style, "".join(self._runs), after))

    def _set(self, block: Block, segments: list[TextSpan], following: list[TextSpan]) -> None:
        """Set one block; ``following`` is what the next one begins with, as a prose may go on there."""
        texts = ["" if segment.kind is _NOTE else clean(segment.text) for segment in segments]
        whole = "".join(texts)
        self.texts.append(whole)
        if self._copy is not None:
            self._copy.open(block, whole)
        self._place, last = 0, len(segments) - 1
        for index, (segment, text) in enumerate(zip(segments, texts, strict=True)):
            kind = segment.kind
            if segment.is_bold:
                self.bold += text
            if kind is _WORDS or kind is _ORDINAL:
                self._runs.append(self._run(segment, text))
            elif kind is _VALUE:
                self._runs.append(self._value(segment, text))
            elif kind is _PROSE:
                goes_on = index == last and following and following[0].path == segment.path
                self._runs += self._prose(segment, text, bool(goes_on))
            elif kind is _BLANK:
                self._runs.append(self._blank(segment, text))
            else:
                self._runs.append(self._commented("", segment.text))
            self._place += len(text)

    def _value(self, segment: TextSpan, text: str) -> str:
        path, style = segment.path, style_ids.LEAD if segment.is_lead else ""
        identity = self._identities.of_control(path)
        return control(path, label_of(path), self._run(segment, text), identity, text=text, style=style)

    def _prose(self, segment: TextSpan, text: str, goes_on: bool) -> tuple[str, str, str]:
        """Set a prose between its marks, which stay open where the next paragraph goes on with it."""
        opening = self._marks.open_prose(segment.path)
        return opening, self._run(segment, text), "" if goes_on else self._marks.close_prose()

    def _blank(self, segment: TextSpan, text: str) -> str:
        path, style = segment.path, style_ids.LEAD if segment.is_lead else ""
        words = run(text, style_ids.BLANK, segment.is_bold)
        if path:
            identity = self._identities.of_control(path)
            words = control(path, segment.label, words, identity, style=style)
        return self._commented(words, segment.hint)

    def _run(self, segment: TextSpan, text: str) -> str:
        """Set ``text``, the words of ``segment``, as runs of its style and weight."""
        if not text:
            return ""
        style = style_ids.LEAD if segment.is_lead else ""
        if self._copy is not None:
            return self._copy.set(text, style, segment.is_bold, self._place)
        return run(text, style, segment.is_bold)

    def _commented(self, content: str, text: str) -> str:
        return self.comments.attach(content, text) if self._notes else content
