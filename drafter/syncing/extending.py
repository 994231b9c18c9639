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


def extend_prose(neighbour: etree._Element, paragraph: etree._Element) -> None:
    """Let the bookmark of a prose go on in a paragraph that is one more of it."""
    first = next((mark for mark in paragraph.iter(qn("w:bookmarkStart")) if _is_prose(mark)), None)
    ends = {end.get(_ID): end for end in neighbour.iter(qn("w:bookmarkEnd"))}
    if first is None:
        return
    name = str(first.get(_NAME))
    for mark in neighbour.getroottree().getroot().iter(qn("w:bookmarkStart")):
        end = ends.get(mark.get(_ID))
        # The second of a name has the first's, and a number.
        if end is not None and _is_prose(mark) and name.startswith(str(mark.get(_NAME))):
            new_ends = paragraph.iter(qn("w:bookmarkEnd"))
            new_end = next(one for one in new_ends if one.get(_ID) == first.get(_ID))
            new_end.set(_ID, str(end.get(_ID)))
            for old in (first, end):
                parent = old.getparent()
                assert parent is not None
                parent.remove(old)
            return


def _is_prose(mark: etree._Element) -> bool:
    return str(mark.get(_NAME)).startswith(marks.PROSE)
