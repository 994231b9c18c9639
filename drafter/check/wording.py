"""The list of words that are often mistyped (wording.tsv), and where a text has one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from weakref import WeakKeyDictionary

from msgspec import Struct

from drafter.check.homophones import overlaps_usual_word
from drafter.check.manuscript import Manuscript
from drafter.facts import patterns as re

# What stands around a word, as far as a condition looks.
_REACH = 24


class Entry(Struct, frozen=True):
    """A row of the list. ``level`` is 必错, 疑似 or 提示; ``before`` and ``after`` are its conditions."""

    wrong: str
    right: str
    level: str
    before: str = ""
    after: str = ""
    why: str = ""

    def fits(self, text: str, start: int, end: int) -> bool:
        """Return whether the conditions hold for the word from ``start`` to ``end``.

        Two characters of other words that meet, 按 and 排 of 按排名, are no mistyped one.
        """
        if self.level == "必错" and end - start == 2 and overlaps_usual_word(text, start, end):
            return False
        front, behind = text[max(start - _REACH, 0) : start], text[end : end + _REACH]
        return _holds(self.before, front, at_end=True) and _holds(self.after, behind, at_end=False)


def _holds(condition: str, text: str, *, at_end: bool) -> bool:
    if not condition:
        return True
    pattern = _compiled(condition.removeprefix("!"), at_end)
    found = pattern.search(text) if at_end else pattern.match(text)
    return (found is None) == condition.startswith("!")


@lru_cache(maxsize=1024)
def _compiled(condition: str, at_end: bool) -> re.Pattern[str]:
    return re.compile(f"(?:{condition})$" if at_end else condition)


class Slip(Struct, frozen=True):
    """An entry found from ``start`` to ``end`` of a line."""

    line: int
    start: int
    end: int
    entry: Entry


@lru_cache(maxsize=1)
def entries() -> tuple[Entry, ...]:
    """Return all entries of the list, in its order."""
    text = Path(__file__).with_name("wording.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(Entry(*row) for row in rows)


@lru_cache(maxsize=1)
def _by_word() -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries():
        found[entry.wrong].append(entry)
    return found


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Return a pattern of all words. Those with one first character stand together: that is faster."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for word in sorted(_by_word(), key=len, reverse=True):
        by_first[word[0]].append(re.escape(word[1:]))
    # Looked for, not taken: a word may begin in another one.
    return re.compile(
        "(?=(" + "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in by_first.items()) + "))"
    )


_known: WeakKeyDictionary[Manuscript, tuple[Slip, ...]] = WeakKeyDictionary()


def slips_in(manuscript: Manuscript) -> tuple[Slip, ...]:
    """Return every word of the list that the lines of a manuscript have, where its conditions hold."""
    if manuscript not in _known:
        _known[manuscript] = tuple(_slips(manuscript))
    return _known[manuscript]


def _slips(manuscript: Manuscript) -> Iterator[Slip]:
    for number, line in enumerate(manuscript.lines):
        end = 0
        for found in _pattern().finditer(line.text):
            start = found.start()
            if start < end:
                continue
            # The longest word that stands here, with the first entry of which the conditions hold.
            entry = next(
                (one for one in _at(line.text, start) if one.fits(line.text, start, start + len(one.wrong))),
                None,
            )
            if entry is not None:
                end = start + len(entry.wrong)
                yield Slip(number, start, end, entry)


def _at(text: str, start: int) -> Iterator[Entry]:
    for size in range(8, 0, -1):
        yield from _by_word().get(text[start : start + size], ())
