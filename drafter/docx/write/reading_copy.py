"""A reading copy 领导用稿: figures and names stay on one line, rare characters and names have pinyin above.

Every occurrence has its pinyin, because a speaker neither turns back nor remembers.
"""

from __future__ import annotations

import re

from drafter.docx.ooxml import JOINER, ruby, run
from drafter.docx.write import pinyin
from drafter.models.layout import Layout
from drafter.speech.blocks import Block, BlockKind
from drafter.speech.figures import unbreakable_pattern
from drafter.speech.tree import Speech

# Widths of letters of Times New Roman in ems; letters that are not listed have 0.48.
_WIDTHS = {" ": 0.25, "i": 0.28, "j": 0.28, "l": 0.28, "t": 0.28, "f": 0.33, "r": 0.33, "m": 0.78, "w": 0.72}
_NOTHING = re.compile("(?!)")


class ReadingCopy:
    """Writes the words of a speech as runs; ``readings`` are the pinyin written so far, in order."""

    def __init__(self, speech: Speech, layout: Layout) -> None:
        self.readings: list[str] = []
        self._layout = layout
        self._corrections = dict(speech.readings)
        names = [name for name in speech.names if len(name) > 1]
        self._unbreakable = unbreakable_pattern(names) if layout.lectern.whole_figures else _NOTHING
        words = sorted({*names, *self._corrections}, key=len, reverse=True)
        self._words = re.compile("|".join(map(re.escape, words))) if words else _NOTHING
        self._size, self._has_pinyin, self._joiners = layout.body.size, False, frozenset[int]()

    def open(self, block: Block, text: str) -> None:
        """Begin ``block``, whose words are ``text``: a figure may extend over several of its spans."""
        face = self._layout.body
        if block.kind is BlockKind.HEADING:
            face = self._layout.headings[block.level - 1]
        self._size = face.size
        # The title is not read aloud.
        self._has_pinyin = self._layout.lectern.pinyin and bool(block.section)
        self._joiners = _joiners(text, self._unbreakable)

    def set(self, text: str, style: str, bold: bool, offset: int) -> str:
        """Return ``text``, which stands at ``offset`` in the block, as runs."""
        if not self._has_pinyin:
            return self._plain(text, style, bold, offset)
        runs, end = [], 0
        for match in self._words.finditer(text):
            start, reading = match.start(), self._reading(match[0])
            runs.append(self._with_rare(text[end:start], style, bold, offset + end))
            runs.append(self._with_reading(match[0], reading, style, bold, offset + start))
            end = match.end()
        return "".join((*runs, self._with_rare(text[end:], style, bold, offset + end)))

    def _plain(self, text: str, style: str, bold: bool, offset: int) -> str:
        """Return ``text`` as one run, with joiners where its lines must not break."""
        if self._joiners:
            text = "".join(JOINER * (n in self._joiners) + one for n, one in enumerate(text, offset))
        return run(text, style, bold) if text else ""

    def _with_rare(self, text: str, style: str, bold: bool, offset: int) -> str:
        """Return ``text`` as runs, with pinyin above rare characters."""
        places = [index for index, character in enumerate(text) if pinyin.is_rare(character)]
        if not places:
            return self._plain(text, style, bold, offset)
        syllables, runs, end = pinyin.syllables(text), [], 0
        for rare in places:
            reading = syllables[rare : rare + 1]
            runs.append(self._plain(text[end:rare], style, bold, offset + end))
            runs.append(self._with_reading(text[rare], reading, style, bold, offset + rare))
            end = rare + 1
        return "".join((*runs, self._plain(text[end:], style, bold, offset + end)))

    def _reading(self, word: str) -> list[str]:
        given = self._corrections.get(word)
        return pinyin.name_syllables(word, self._corrections) if given is None else given.split()

    def _with_reading(self, base: str, syllables: list[str], style: str, bold: bool, offset: int) -> str:
        if syllables == list(base):
            # pypinyin has no reading for it.
            return self._plain(base, style, bold, offset)
        reading = spaced(syllables) if len(syllables) == len(base) else " ".join(syllables)
        self.readings.append(" ".join(syllables))
        return ruby(base, reading, self._layout.latin_font, self._size, style, bold)


def spaced(syllables: list[str]) -> str:
    """Return ``syllables`` with spaces between them, so that each stands above its own character.

    A character is as wide as two ems of its reading, which has half the size.
    """
    text = syllables[0]
    for before, after in zip(syllables, syllables[1:], strict=False):
        gap = 2 - (_width(before) + _width(after)) / 2
        text += " " * max(1, round(gap / _WIDTHS[" "])) + after
    return text


def _width(syllable: str) -> float:
    return sum(_WIDTHS.get(letter, 0.48) for letter in syllable)


def _joiners(text: str, pattern: re.Pattern[str]) -> frozenset[int]:
    """Return the places in ``text`` that need a joiner: all within what ``pattern`` finds.

    U+2060 forbids a line break (Unicode UAX 14, LB11). LibreOffice 25.2 obeys it between all characters,
    and so does Word (prosegrinder/pandoc-templates, pull request 19), which shows a box where no font has
    the character. Word's own "no-width non break", U+200D, makes LibreOffice break more, not less.
    """
    return frozenset(
        place
        for match in pattern.finditer(text)
        for place in range(match.start() + 1, match.end())
        # Lines do not break between the ASCII characters of a number anyway.
        if not (text[place - 1].isascii() and text[place].isascii())
    )
