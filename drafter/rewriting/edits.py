"""Changes of a text: what replaces which of its characters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """``text`` takes the place of the characters from ``start`` to ``end``."""

    start: int
    end: int
    text: str


def applied(text: str, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
    """Return ``text`` from ``start`` to ``end`` with the edits, none of which may overlap.

    Of those that insert at one place, the earlier go before the later, and all of them before
    what is replaced there.
    """
    pieces: list[str] = []
    place = start
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.start < edit.end)):
        if edit.start < place:
            raise ValueError("edits overlap")
        pieces += [text[place : edit.start], edit.text]
        place = edit.end
    return "".join([*pieces, text[place:end]])
