"""Words of which one character was typed by its sound: 部暑 for 部署, by the list in homophones.tsv."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct

from drafter.speech.words import word_lengths

# How much of a line around a place is cut into words.
_REACH = 12


class Misheard(Struct, frozen=True):
    """What stands from ``start`` to ``end`` of a text, and the ``word`` that was probably meant."""

    start: int
    end: int
    word: str


class _Slot(Struct, frozen=True, gc=False):
    """A word, and the characters that stand by mistake for the one at ``place``."""

    word: str
    place: int
    signs: str


def _lines_of(name: str) -> Iterator[str]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    """Return the usual words of two characters."""
    return frozenset(
        line[at : at + 2] for line in _lines_of("common_words.txt") for at in range(0, len(line), 2)
    )


@lru_cache(maxsize=1)
def _slots() -> tuple[dict[str, list[_Slot]], dict[str, list[_Slot]]]:
    """Return the slots by the character in front of them; those at the front by the one behind."""
    in_front: dict[str, list[_Slot]] = defaultdict(list)
    behind: dict[str, list[_Slot]] = defaultdict(list)
    for line in _lines_of("homophones.tsv"):
        word, *columns = line.split("\t")
        for place, signs in enumerate(columns):
            index, neighbour = (in_front, word[place - 1]) if place else (behind, word[1])
            if signs:
                index[neighbour].append(_Slot(word, place, signs))
    return dict(in_front), dict(behind)


@cache
def _by_sign(neighbour: str, is_front: bool) -> dict[str, list[_Slot]]:
    """Return the slots beside ``neighbour`` by what is typed in them."""
    found: dict[str, list[_Slot]] = {}
    for slot in _slots()[0 if is_front else 1].get(neighbour, ()):
        for sign in slot.signs:
            found.setdefault(sign, []).append(slot)
    return found


def misheard_in(text: str) -> Iterator[Misheard]:
    """Yield what is no word of a text, and sounds like one."""
    end = 0
    for place, (first, second) in enumerate(zip(text, text[1:], strict=False)):
        slots = _by_sign(first, True).get(second, ()), _by_sign(second, False).get(first, ())
        if not (slots[0] or slots[1]):
            continue
        starts = [(place + 1 - slot.place, slot) for slot in slots[0]] + [(place, slot) for slot in slots[1]]
        for start, slot in sorted(starts, key=lambda one: -len(one[1].word)):
            # 1280座在地里: what is counted ends there.
            is_counted = start > 0 and text[start - 1].isdigit()
            if (
                start >= end
                and not is_counted
                and _stands_at(slot, text, start)
                and _is_no_word(text, start, len(slot.word))
            ):
                end = start + len(slot.word)
                yield Misheard(start, end, slot.word)
                break


def _stands_at(slot: _Slot, text: str, start: int) -> bool:
    place = start + slot.place
    return (
        start >= 0
        and len(text) >= start + len(slot.word)
        and text.startswith(slot.word[: slot.place], start)
        and text.startswith(slot.word[slot.place + 1 :], place + 1)
    )


def _is_no_word(text: str, start: int, length: int) -> bool:
    """Return whether a place is no end of other words: neither of usual ones, nor as the text is cut."""
    end = start + length
    return not overlaps_usual_word(text, start, end) and _ends_with_words(text, start, end)


def overlaps_usual_word(text: str, start: int, end: int) -> bool:
    """Return whether a usual word begins or ends inside the characters from ``start`` to ``end``."""
    usual = _common_words()
    return text[max(start - 1, 0) : start + 1] in usual or text[end - 1 : end + 1] in usual


def _ends_with_words(text: str, start: int, end: int) -> bool:
    position = max(start - _REACH, 0)
    inside = []
    for size in word_lengths(text[position : end + _REACH]):
        if position < end and position + size > start:
            inside.append((position, position + size))
        position += size
    return inside[0][0] == start and inside[-1][1] == end
