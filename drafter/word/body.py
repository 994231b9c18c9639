"""The body of a document: one styled paragraph for each block of the speech."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from drafter.blocks import Block, BlockKind
from drafter.speech import Blank, Break, Emphasis, Field, Inline, Inlines, Lead, Note, Text
from drafter.word import names
from drafter.word.comments import Comments
from drafter.word.markup import clean, paragraph, run

if TYPE_CHECKING:
    from drafter.word.lectern import ReadingCopy

# By level, where a kind of block has levels.
_STYLES = {
    BlockKind.TITLE: (names.TITLE,),
    BlockKind.BYLINE: (names.BYLINE,),
    BlockKind.DATE: (names.BYLINE,),
    BlockKind.OUTLINE_TITLE: (names.OUTLINE_TITLE,),
    BlockKind.OUTLINE: ("", *names.OUTLINES),
    BlockKind.SALUTATION: (names.SALUTATION,),
    BlockKind.HEADING: ("", *names.HEADINGS),
    BlockKind.BODY: (names.BODY,),
    BlockKind.SIGNATURE: (names.SIGNATURE,),
}


class Body:
    """Paragraphs as they are set: ``markup``, and ``texts`` as a reader of the file will find them.

    Words are set by ``copy``, where the layout asks for a reading copy.
    """

    def __init__(self, *, notes: bool, copy: ReadingCopy | None = None) -> None:
        self.markup: list[str] = []
        self.texts: list[str] = []
        self.comments = Comments()
        self._notes = notes
        self._copy = copy
        self._run: Callable[[str, str, bool], str] = run
        self._runs: list[str] = []
        self._words: list[str] = []
        self._pending: list[str] = []

    @property
    def readings(self) -> list[str]:
        """The pinyin above the words, in its order."""
        return self._copy.readings if self._copy is not None else []

    def add(self, block: Block, after: int = 0) -> None:
        """Set ``block`` as a paragraph with ``after`` twips of space below it."""
        self._runs, self._words = [], []
        if self._copy is not None:
            self._run = self._copy.setter(block)
        self._set(block.inlines, "", False)
        levels = _STYLES[block.kind]
        style = levels[min(block.level, len(levels) - 1)]
        self.markup.append(paragraph(style, "".join(self._runs), after))
        self.texts.append("".join(self._words))

    def _set(self, inlines: Inlines, style: str, bold: bool) -> None:
        pending = self._pending
        for inline in inlines:
            # Not a match: there are hundreds, most of the first two types, and patterns take thrice as long.
            if isinstance(inline, Text):
                pending.append(inline.text)
            elif isinstance(inline, Field):
                pending.append(_field(inline))
            elif isinstance(inline, Break):
                pending.append("\n")
            else:
                self._flush(style, bold)
                self._set_special(inline, style, bold)
        self._flush(style, bold)

    def _set_special(self, inline: Inline, style: str, bold: bool) -> None:
        match inline:
            case Blank():
                text = clean(inline.text)
                self._words.append(text)
                self._runs.append(self._commented(run(text, names.BLANK, bold), inline.hint))
            case Note(text):
                self._runs.append(self._commented("", text))
            case Lead(inlines):
                self._set(inlines, names.LEAD, bold)
            case Emphasis(inlines):
                self._set(inlines, style, True)

    def _flush(self, style: str, bold: bool) -> None:
        """Set the words that wait as one run, as they are of one style and weight."""
        if not self._pending:
            return
        text = clean("".join(self._pending))
        self._pending.clear()
        if text:
            self._words.append(text)
            self._runs.append(self._run(text, style, bold))

    def _commented(self, content: str, text: str) -> str:
        return self.comments.attach(content, text) if self._notes else content


def _field(field: Field) -> str:
    # The one place that sets a field: its path is to become the tag of a content control.
    return field.text
