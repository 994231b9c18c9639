"""A reading copy 领导用稿: figures and names on one line, pinyin above what may make the speaker stumble.

Every occurrence has its pinyin: whoever reads aloud neither turns back nor remembers.
"""

from __future__ import annotations

import re

from drafter.docx.write import pinyin
from drafter.docx.write.unbreakable import joined, joints, unbreakable_pattern
from drafter.docx.write.xml import ruby, run
from drafter.models.layout import Layout
from drafter.speech.blocks import Block, BlockKind
from drafter.speech.tree import Speech

# Widths of letters in ems, of Times New Roman: what is not told has 0.48.
_WIDTHS = {" ": 0.25, "i": 0.28, "j": 0.28, "l": 0.28, "t": 0.28, "f": 0.33, "r": 0.33, "m": 0.78, "w": 0.72}
_NO_WORD = re.compile("(?!)")


class ReadingCopy:
    """Sets the words of a speech as runs; ``readings`` are the pinyin that were set, in their order."""

    def __init__(self, speech: Speech, layout: Layout) -> None:
        self.readings: list[str] = []
        self._layout = layout
        self._corrections = dict(speech.readings)
        names = [name for name in speech.names if len(name) > 1]
        self._whole = unbreakable_pattern(names) if layout.lectern.whole_figures else _NO_WORD
        words = sorted({*names, *self._corrections}, key=len, reverse=True)
        self._words = re.compile("|".join(map(re.escape, words))) if words else _NO_WORD
        self._size, self._has_pinyin, self._joints = layout.body.size, False, frozenset[int]()

    def open(self, block: Block, text: str) -> None:
        """Turn to ``block``, of which ``text`` are the words: a figure may go over several values."""
        face = self._layout.body
        if block.kind is BlockKind.HEADING:
            face = self._layout.headings[block.level - 1]
        self._size = face.size
        # Only what is read aloud, not the title, has pinyin.
        self._has_pinyin = self._layout.lectern.pinyin and bool(block.section)
        self._joints = joints(text, self._whole)

    def set(self, text: str, style: str, bold: bool, place: int) -> str:
        """Return ``text``, which stands at ``place`` in the block, as runs."""
        if not self._has_pinyin:
            return self._plain(text, style, bold, place)
        runs, end = [], 0
        for match in self._words.finditer(text):
            runs.append(self._rare(text[end : match.start()], style, bold, place + end))
            runs.append(self._above(match[0], self._reading(match[0]), style, bold, place + match.start()))
            end = match.end()
        return "".join((*runs, self._rare(text[end:], style, bold, place + end)))

    def _plain(self, text: str, style: str, bold: bool, place: int) -> str:
        return run(joined(text, self._joints, place), style, bold) if text else ""

    def _rare(self, text: str, style: str, bold: bool, place: int) -> str:
        """Set ``text`` with pinyin above the characters that are rare."""
        places = [index for index, character in enumerate(text) if pinyin.is_rare(character)]
        if not places:
            return self._plain(text, style, bold, place)
        syllables, runs, end = pinyin.syllables(text), [], 0
        for rare in places:
            runs.append(self._plain(text[end:rare], style, bold, place + end))
            runs.append(self._above(text[rare], syllables[rare : rare + 1], style, bold, place + rare))
            end = rare + 1
        return "".join((*runs, self._plain(text[end:], style, bold, place + end)))

    def _reading(self, word: str) -> list[str]:
        given = self._corrections.get(word)
        return pinyin.name_syllables(word, self._corrections) if given is None else given.split()

    def _above(self, base: str, syllables: list[str], style: str, bold: bool, place: int) -> str:
        if syllables == list(base):
            # No dictionary has it.
            return self._plain(base, style, bold, place)
        reading = spaced(syllables) if len(syllables) == len(base) else " ".join(syllables)
        self.readings.append(" ".join(syllables))
        return ruby(base, reading, self._layout.latin_font, self._size, style, bold)


def spaced(syllables: list[str]) -> str:
    """Return ``syllables`` with blanks between them, so that each stands above its own character.

    A character is as wide as two ems of its reading, which has half the size.
    """
    text = syllables[0]
    for before, after in zip(syllables, syllables[1:], strict=False):
        gap = 2 - (_width(before) + _width(after)) / 2
        text += " " * max(1, round(gap / _WIDTHS[" "])) + after
    return text


def _width(syllable: str) -> float:
    return sum(_WIDTHS.get(letter, 0.48) for letter in syllable)
