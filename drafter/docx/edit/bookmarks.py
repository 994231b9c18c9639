"""Bookmarks of a changed document, corrected: those of divided paragraphs, of prose, of sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import count

from lxml import etree

from drafter.docx.bookmarks import PROSE, Identifiers, paragraph_bookmark, prose_bookmark
from drafter.docx.edit.runs import divide, run_at
from drafter.docx.elements import detach
from drafter.docx.ooxml import qn
from drafter.docx.read.paragraph import Paragraph

_START, _END, _NAME, _ID = map(qn, ("w:bookmarkStart", "w:bookmarkEnd", "w:name", "w:id"))
_WORDS = tuple(map(qn, ("w:t", "w:delText", "w:br", "w:tab")))


def begins_prose(start: etree._Element) -> bool:
    """Return whether the bookmark that begins at ``start`` is around prose."""
    return str(start.get(_NAME)).startswith(PROSE)


def remove_bookmark(root: etree._Element, start: etree._Element) -> None:
    """Remove the bookmark that begins at ``start``, with its end."""
    ends = [end for end in root.iter(_END) if end.get(_ID) == start.get(_ID)]
    for element in (start, *ends):
        detach(element)


def rename_bookmarks(root: etree._Element, names: Mapping[str, str | None]) -> None:
    """Give bookmarks the new names that ``names`` has for theirs; remove those whose new name is None."""
    for start in [start for start in root.iter(_START) if start.get(_NAME) in names]:
        new = names[str(start.get(_NAME))]
        if new is None:
            remove_bookmark(root, start)
        else:
            start.set(_NAME, new)


def divide_bookmark(
    root: etree._Element, parts: Iterable[tuple[int, Paragraph, int]], identifiers: Identifiers
) -> None:
    """Give each of the ``parts``, which were one paragraph before, a bookmark of its own with its number.

    A part is the last so many characters of a paragraph, up to where the next part begins.
    """
    starts = _starts(root)
    for number, paragraph, characters in parts:
        start = starts.get(paragraph_bookmark(number))
        if start is None:
            name, new = paragraph_bookmark(number), str(identifiers.for_bookmark())
            added = _add(paragraph.element, paragraph.element, name, new)
            if characters < len(paragraph.text):
                _begin_at(paragraph, len(paragraph.text) - characters, added)
            continue
        for end in [end for end in root.iter(_END) if end.get(_ID) == start.get(_ID)]:
            paragraph.element.append(end)


def mark_prose(
    root: etree._Element, paragraphs: Iterable[Paragraph], path: str, identifiers: Identifiers
) -> None:
    """Put a bookmark of the prose at ``path`` around ``paragraphs``; it is joined with one beside it."""
    taken, names = _starts(root), (prose_bookmark(path, number) for number in count(1))
    elements = [paragraph.element for paragraph in paragraphs]
    name = next(name for name in names if name not in taken)
    _add(elements[0], elements[-1], name, str(identifiers.for_bookmark()))


def tidy_prose(root: etree._Element, names: Mapping[str, tuple[str, int]]) -> None:
    """Remove the bookmarks of prose that is replaced or gone, and join those of one prose.

    ``names`` has the path and the occurrence of the prose that each bookmark is around.
    """
    _remove_outer(root)
    _remove_empty(root)
    _join(root, names)


def mark_sections(
    root: etree._Element, sections: Iterable[tuple[str, Sequence[int]]], identifiers: Identifiers
) -> None:
    """Put a bookmark around each of ``sections``, which have a name and the numbers of their paragraphs."""
    starts = _starts(root)
    for name, numbers in sections:
        own = [starts[found] for found in map(paragraph_bookmark, numbers) if found in starts]
        if not own:
            continue
        if name in starts and _paragraph_of(starts[name]) is not _paragraph_of(own[0]):
            remove_bookmark(root, starts.pop(name))
        if name not in starts:
            _add(own[0], own[-1], name, str(identifiers.for_bookmark()))
        else:
            _extend(root, starts[name], _paragraph_of(own[-1]))


def _starts(root: etree._Element) -> dict[str, etree._Element]:
    return {str(start.get(_NAME)): start for start in root.iter(_START)}


def _begin_at(paragraph: Paragraph, offset: int, start: etree._Element) -> None:
    """Let the bookmark ``start`` begin at ``offset`` in a paragraph."""
    divide(paragraph, offset)
    place = run_at(paragraph, offset)
    while place is not None and place.getparent() is not paragraph.element:
        place = place.getparent()
    if place is not None:
        place.addprevious(start)


def _add(first: etree._Element, last: etree._Element, name: str, identifier: str) -> etree._Element:
    """Put a bookmark around the paragraphs in which two elements stand; return its start."""
    first, last = _paragraph_of(first), _paragraph_of(last)
    start, end = etree.Element(_START), etree.Element(_END)
    start.set(_ID, identifier)
    start.set(_NAME, name)
    end.set(_ID, identifier)
    properties = first.find(qn("w:pPr"))
    first.insert(0 if properties is None else 1, start)
    last.append(end)
    return start


def _extend(root: etree._Element, start: etree._Element, last: etree._Element) -> None:
    """Let the bookmark that begins at ``start`` end no earlier than in the paragraph ``last``."""
    is_behind = False
    for element in root.iter(qn("w:p"), _END):
        if element is last:
            is_behind = True
        elif element.tag == _END and element.get(_ID) == start.get(_ID) and not is_behind:
            last.append(element)
            return


def _remove_outer(root: etree._Element) -> None:
    """Remove the bookmark of a prose in which that of another begins: its words were replaced."""
    opened: dict[str, etree._Element] = {}
    for element in list(root.iter(_START, _END)):
        if element.tag == _END:
            opened.pop(str(element.get(_ID)), None)
        elif begins_prose(element):
            for start in opened.values():
                remove_bookmark(root, start)
            opened = {str(element.get(_ID)): element}


def _remove_empty(root: etree._Element) -> None:
    """Remove the bookmarks of prose that have no words between their ends, not even deleted ones."""
    opened: dict[str, etree._Element] = {}
    empty: list[etree._Element] = []
    for element in root.iter(_START, _END, *_WORDS):
        if element.tag == _START:
            if begins_prose(element):
                opened[str(element.get(_ID))] = element
        elif element.tag == _END:
            start = opened.pop(str(element.get(_ID)), None)
            empty += [start, element] if start is not None else []
        else:
            opened.clear()
    for element in empty:
        detach(element)


def _join(root: etree._Element, names: Mapping[str, tuple[str, int]]) -> None:
    """Join the bookmarks of adjacent paragraphs of one prose into one."""
    opened: dict[str, etree._Element] = {}
    # By path, the bookmark that ended last while no word has come since.
    ended: dict[str, tuple[etree._Element, etree._Element]] = {}
    for element in list(root.iter(_START, _END, *_WORDS)):
        identifier = str(element.get(_ID))
        name = names.get(str(element.get(_NAME)))
        if element.tag == _START and name is not None:
            before = ended.pop(name[0], None)
            opened[identifier] = element if before is None else _joined(*before, element, names)
        elif element.tag == _END and identifier in opened:
            start = opened.pop(identifier)
            element.set(_ID, str(start.get(_ID)))
            ended[names[str(start.get(_NAME))][0]] = (start, element)
        elif element.tag in _WORDS:
            ended.clear()


def _joined(
    start: etree._Element, end: etree._Element, other: etree._Element, names: Mapping[str, tuple[str, int]]
) -> etree._Element:
    """Return ``start``, whose bookmark now goes on with the ``other``; the first of their names stays."""
    first = min((start, other), key=lambda one: names[str(one.get(_NAME))][1])
    start.set(_NAME, str(first.get(_NAME)))
    for seam in (end, other):
        detach(seam)
    return start


def _paragraph_of(element: etree._Element) -> etree._Element:
    """Return the paragraph that ``element`` is or stands in; ``element`` itself where there is none."""
    if element.tag == qn("w:p"):
        return element
    return next(element.iterancestors(qn("w:p")), element)
