"""What a document lost in a program that does not know it: its controls, its bookmarks."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.i18n import _
from drafter.segments import SegmentKind
from drafter.syncing.edition import Edition
from drafter.word.controls import is_own
from drafter.word.marks import number_in

_HELD = (SegmentKind.VALUE, SegmentKind.BLANK)


def notes_on_losses(edition: Edition) -> Iterator[str]:
    """Yield what a person should know of a document without controls or without bookmarks."""
    had = any(segment.kind in _HELD and segment.path for one in edition.passages for segment in one.segments)
    if had and not any(is_own(control.tag) for line in edition.lines for control in line.controls):
        yield _("the controls are gone (saved as .doc?): values are known by the words around them")
    marks = (mark for line in edition.lines for mark in line.marks)
    if edition.passages and not any(number_in(mark.name) is not None for mark in marks):
        yield _("the bookmarks are gone: paragraphs are known by their words")
