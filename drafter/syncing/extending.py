"""Bookmarks that go on where a paragraph is added to what they stand around."""

from __future__ import annotations

from lxml import etree

from drafter.word import marks
from drafter.word.ooxml import qn

_NAME, _ID = qn("w:name"), qn("w:id")


def extend_section(neighbour: etree._Element, paragraph: etree._Element, section: str) -> None:
    """Let the bookmark of a section end behind a paragraph that is added to it."""
    starts = neighbour.getroottree().getroot().iter(qn("w:bookmarkStart"))
    own = {mark.get(_ID) for mark in starts if section and mark.get(_NAME) == marks.section_mark(section)}
    for end in [end for end in neighbour.iter(qn("w:bookmarkEnd")) if end.get(_ID) in own]:
        paragraph.append(end)
