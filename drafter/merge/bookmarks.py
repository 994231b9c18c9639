"""Bookmarks put right in a changed document: sections that lost theirs, prose that is there no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from drafter.docx import bookmarks
from drafter.docx.bookmarks import Identifiers
from drafter.docx.ooxml import qn
from drafter.merge.anchors import prose_names
from drafter.merge.paragraphs import DraftParagraph
from drafter.merge.plan import Division

_START, _END, _NAME, _ID = map(qn, ("w:bookmarkStart", "w:bookmarkEnd", "w:name", "w:id"))
_WORDS = tuple(map(qn, ("w:t", "w:delText", "w:br", "w:tab")))


def put_marks_right(
    root: etree._Element,
    passages: Sequence[DraftParagraph],
    divisions: Iterable[Division],
    identities: Identifiers,
) -> None:
    """Let the bookmarks of ``root`` stand around what ``passages`` are: paragraphs, prose, sections."""
    for division in divisions:
        _divide(root, division, identities)
    _drop_outer(root)
    _drop_empty(root)
    _join_prose(root, prose_names(span.path for one in passages for span in one.spans))
    starts = {str(mark.get(_NAME)): mark for mark in root.iter(_START)}
    for section, name, numbers in _sections(passages):
        own = [starts[found] for found in map(bookmarks.paragraph_bookmark, numbers) if found in starts]
        if not section or not own:
            continue
        if name in starts and _paragraph(starts[name]) is not _paragraph(own[0]):
            unmark(root, starts.pop(name))
        if name not in starts:
            _mark(own[0], own[-1], name, str(identities.of_bookmark()))
        else:
            _reach(root, starts[name], _paragraph(own[-1]))


def _reach(root: etree._Element, start: etree._Element, last: etree._Element) -> None:
    """Let the bookmark that begins at ``start`` end no earlier than in the paragraph ``last``."""
    is_behind = False
    for element in root.iter(qn("w:p"), _END):
        if element is last:
            is_behind = True
        elif element.tag == _END and element.get(_ID) == start.get(_ID) and not is_behind:
            last.append(element)
            return


def _divide(root: etree._Element, division: Division, identities: Identifiers) -> None:
    """Let each line of what was one paragraph have a bookmark of its own."""
    starts = {str(mark.get(_NAME)): mark for mark in root.iter(_START)}
    for number, line in division.paragraphs:
        start = starts.get(bookmarks.paragraph_bookmark(number))
        if start is None:
            new = str(identities.of_bookmark())
            _mark(line.element, line.element, bookmarks.paragraph_bookmark(number), new)
            continue
        for end in [end for end in root.iter(_END) if end.get(_ID) == start.get(_ID)]:
            line.element.append(end)


def _join_prose(root: etree._Element, names: Mapping[str, tuple[str, int]]) -> None:
    """Let one bookmark be around a prose whose paragraphs, one behind the other, have several."""
    opened: dict[str, etree._Element] = {}
    # What ended last, by its path, while no word has come since.
    ended: dict[str, tuple[etree._Element, etree._Element]] = {}
    for element in list(root.iter(_START, _END, *_WORDS)):
        identity = str(element.get(_ID))
        name = names.get(str(element.get(_NAME)))
        if element.tag == _START and name is not None:
            before = ended.pop(name[0], None)
            opened[identity] = element if before is None else _joined(*before, element, names)
        elif element.tag == _END and identity in opened:
            start = opened.pop(identity)
            element.set(_ID, str(start.get(_ID)))
            ended[names[str(start.get(_NAME))][0]] = (start, element)
        elif element.tag in _WORDS:
            ended.clear()


def _joined(
    start: etree._Element, end: etree._Element, other: etree._Element, names: Mapping[str, tuple[str, int]]
) -> etree._Element:
    """Drop the seam between a prose's bookmark and the ``other`` behind it; the first name stays."""
    first = min((start, other), key=lambda mark: names[str(mark.get(_NAME))][1])
    start.set(_NAME, str(first.get(_NAME)))
    for seam in (end, other):
        parent = seam.getparent()
        assert parent is not None
        parent.remove(seam)
    return start


def unmark(root: etree._Element, start: etree._Element) -> None:
    """Take the bookmark that begins at ``start`` away."""
    ends = [end for end in root.iter(_END) if end.get(_ID) == start.get(_ID)]
    for element in (start, *ends):
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)


def _sections(passages: Sequence[DraftParagraph]) -> Iterator[tuple[str, str, list[int]]]:
    """Yield each run of passages of one section, its mark and the numbers of the passages."""
    counts: dict[str, int] = {}
    numbers: list[int] = []
    for index, passage in enumerate(passages):
        section = passage.block.section
        numbers.append(passage.number)
        if index + 1 == len(passages) or passages[index + 1].block.section != section:
            counts[section] = counts.get(section, 0) + 1
            yield section, bookmarks.section_bookmark(section, counts[section]), numbers
            numbers = []


def _mark(first: etree._Element, last: etree._Element, name: str, identity: str) -> None:
    """Put a bookmark around the paragraphs in which two elements stand."""
    first, last = _paragraph(first), _paragraph(last)
    start, end = etree.Element(_START), etree.Element(_END)
    start.set(_ID, identity)
    start.set(_NAME, name)
    end.set(_ID, identity)
    properties = first.find(qn("w:pPr"))
    first.insert(0 if properties is None else 1, start)
    last.append(end)


def _paragraph(element: etree._Element) -> etree._Element:
    """Return the paragraph in which ``element`` stands, itself where it is none and stands in none."""
    if element.tag == qn("w:p"):
        return element
    return next(element.iterancestors(qn("w:p")), element)


def _drop_outer(root: etree._Element) -> None:
    """Drop the bookmark of a prose in which that of another begins: its words were replaced."""
    opened: dict[str, etree._Element] = {}
    for element in list(root.iter(_START, _END)):
        if element.tag == _END:
            opened.pop(str(element.get(_ID)), None)
        elif str(element.get(_NAME)).startswith(bookmarks.PROSE):
            for start in opened.values():
                unmark(root, start)
            opened = {str(element.get(_ID)): element}


def _drop_empty(root: etree._Element) -> None:
    """Drop the bookmarks of prose between whose ends no word stands, not even one that is deleted."""
    open_marks: dict[str, etree._Element] = {}
    empty: list[etree._Element] = []
    for element in root.iter(_START, _END, *_WORDS):
        if element.tag == _START:
            if str(element.get(_NAME)).startswith(bookmarks.PROSE):
                open_marks[str(element.get(_ID))] = element
        elif element.tag == _END:
            start = open_marks.pop(str(element.get(_ID)), None)
            empty += [start, element] if start is not None else []
        else:
            open_marks.clear()
    for element in empty:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
