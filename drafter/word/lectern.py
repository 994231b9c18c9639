"""A reading copy 领导用稿: figures and names on one line, pinyin above what may make the speaker stumble.

Every occurrence has its pinyin: whoever reads aloud neither turns back nor remembers.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from drafter.blocks import Block, BlockKind
from drafter.layout import Layout
from drafter.speech import Speech
from drafter.word import pinyin
from drafter.word.markup import ruby, run
from drafter.word.whole import joined, whole_pattern

Setter = Callable[[str, str, bool], str]
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
        self._whole = whole_pattern(names) if layout.lectern.whole_figures else _NO_WORD
        words = sorted({*names, *self._corrections}, key=len, reverse=True)
        self._words = re.compile("|".join(map(re.escape, words))) if words else _NO_WORD

    def setter(self, block: Block) -> Setter:
        """Return what sets the words of ``block``. Only what is read aloud, not the title, has pinyin."""
        if not (self._layout.lectern.pinyin and block.section):
            return self._plain
        face = self._layout.body
        if block.kind is BlockKind.HEADING:
            face = self._layout.headings[block.level - 1]
        return lambda text, style, bold: self._read(text, style, bold, face.size)

    def _plain(self, text: str, style: str, bold: bool) -> str:
        return run(joined(text, self._whole), style, bold) if text else ""

    def _read(self, text: str, style: str, bold: bool, size: float) -> str:
        """Set ``text`` with pinyin above the words that are known and the characters that are rare."""
        runs, end = [], 0
        for match in self._words.finditer(text):
            runs.append(self._rare(text[end : match.start()], style, bold, size))
            runs.append(self._above(match[0], self._reading(match[0]), style, bold, size))
            end = match.end()
        return "".join((*runs, self._rare(text[end:], style, bold, size)))

    def _rare(self, text: str, style: str, bold: bool, size: float) -> str:
        places = [place for place, character in enumerate(text) if pinyin.is_rare(character)]
        if not places:
            return self._plain(text, style, bold)
        syllables, runs, end = pinyin.syllables(text), [], 0
        for place in places:
            runs.append(self._plain(text[end:place], style, bold))
            runs.append(self._above(text[place], syllables[place : place + 1], style, bold, size))
            end = place + 1
        return "".join((*runs, self._plain(text[end:], style, bold)))

    def _reading(self, word: str) -> list[str]:
        given = self._corrections.get(word)
        return pinyin.name_syllables(word, self._corrections) if given is None else given.split()

    def _above(self, base: str, syllables: list[str], style: str, bold: bool, size: float) -> str:
        if syllables == list(base):
            # No dictionary has it.
            return self._plain(base, style, bold)
        reading = spaced(syllables) if len(syllables) == len(base) else " ".join(syllables)
        self.readings.append(" ".join(syllables))
        return ruby(base, reading, self._layout.latin_font, size, style, bold)


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
