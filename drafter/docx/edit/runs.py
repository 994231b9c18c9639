"""The runs of a paragraph that is there already: divided, taken out, put in, with the looks they had."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from drafter.docx.ooxml import PAGE_BREAKS, SIGNS, qn
from drafter.docx.read.paragraph import Paragraph, Piece
from drafter.docx.write.xml import JOINER, NAMESPACE

_RUN, _TEXT, _PROPERTIES = qn("w:r"), qn("w:t"), qn("w:rPr")
_FORMAT, _TYPE = qn("w:pPr"), qn("w:type")
# What strip_words takes; where Word last broke the page goes with the words around it.
_WORDED = {qn(f"w:{name}") for name in ("t", "br", "ruby", "lastRenderedPageBreak", *SIGNS)}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def parse_runs(markup: str) -> list[etree._Element]:
    """Return the elements of ``markup``, the content of a paragraph."""
    return list(etree.fromstring(f'<w:p xmlns:w="{NAMESPACE}">{markup}</w:p>'))


def look_of(run: etree._Element | None) -> etree._Element | None:
    """Return the properties of ``run``, which may be None, as it looks."""
    return None if run is None else run.find(_PROPERTIES)


def dress(element: etree._Element, look: etree._Element | None) -> None:
    """Give all runs in ``element`` the properties ``look``, but for the hint of a font, which is theirs."""
    for run in element.iter(_RUN):
        own = run.find(_PROPERTIES)
        hint = None if own is None else own.find(qn("w:rFonts"))
        if own is not None:
            run.remove(own)
        new = etree.Element(_PROPERTIES) if look is None else deepcopy(look)
        if hint is not None and hint.get(qn("w:hint")):
            _set_hint(new)
        if len(new):
            run.insert(0, new)


def _set_hint(properties: etree._Element) -> None:
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = etree.Element(qn("w:rFonts"))
        properties.insert(1 if properties.find(qn("w:rStyle")) is not None else 0, fonts)
    fonts.set(qn("w:hint"), "eastAsia")


def run_at(line: Paragraph, place: int) -> etree._Element | None:
    """Return the run that the character at ``place`` stands in, None behind the last."""
    for piece in line.pieces:
        if piece.start <= place < piece.start + len(piece.text):
            return _run_of(piece)
    return None


def divide(line: Paragraph, place: int) -> None:
    """Divide the run in which ``place`` lies, so that a run begins there."""
    for piece in line.pieces:
        if piece.start < place < piece.start + len(piece.text):
            _divide_text(piece, place - piece.start)
            line.read()
            break
    for piece in line.pieces:
        if piece.start == place:
            _divide_run(piece)
            line.read()
            return


def runs_between(line: Paragraph, start: int, end: int) -> list[etree._Element]:
    """Return the runs whose words stand from ``start`` to ``end``, where runs begin and end."""
    runs: list[etree._Element] = []
    for piece in line.pieces:
        if start <= piece.start and piece.start + len(piece.text) <= end:
            run = _run_of(piece)
            if run not in runs:
                runs.append(run)
    return runs


def wear(line: Paragraph, like: Paragraph, start: int) -> None:
    """Give ``line``, whose words from ``start`` on also end the line ``like``, the looks they have there."""
    first = len(like.text) - (len(line.text) - start)
    for piece in like.pieces:
        low = max(piece.start - first + start, start)
        high = piece.start + len(piece.text) - first + start
        if low < high:
            divide(line, high)
            divide(line, low)
            for run in runs_between(line, low, high):
                dress(run, look_of(_run_of(piece)))
    own, theirs = line.element.find(_FORMAT), like.element.find(_FORMAT)
    if own is not None and theirs is not None:
        line.element.replace(own, deepcopy(theirs))
    line.read()


def unwrap(frame: etree._Element) -> None:
    """Take a control away from around what it holds."""
    content = frame.find(qn("w:sdtContent"))
    for child in list(content) if content is not None else ():
        frame.addprevious(child)
    parent = frame.getparent()
    if parent is not None:
        parent.remove(frame)


def strip_words(run: etree._Element) -> None:
    """Take the words out of ``run``; where nothing else stands in it, the run as well."""
    for child in list(run):
        if child.tag != _PROPERTIES and _has_words(child):
            run.remove(child)
    strip_run(run)


def strip_run(run: etree._Element) -> None:
    """Take ``run`` out if nothing stands in it."""
    parent = run.getparent()
    if parent is not None and all(child.tag == _PROPERTIES for child in run):
        parent.remove(run)


def set_words_apart(run: etree._Element) -> etree._Element:
    """Return ``run``, or where it holds words and other things, a new run before it with its words."""
    inner = [child for child in run if child.tag != _PROPERTIES]
    own = [child for child in inner if _has_words(child)]
    if len(own) in (0, len(inner)):
        return run
    new, look = etree.Element(_RUN), look_of(run)
    if look is not None:
        new.append(deepcopy(look))
    new.extend(own)
    run.addprevious(new)
    return new


def _has_words(element: etree._Element) -> bool:
    return element.tag in _WORDED and element.get(_TYPE) not in PAGE_BREAKS


def _run_of(piece: Piece) -> etree._Element:
    """Return the run of a piece; the outer one, where it stands below pinyin."""
    runs = list(piece.element.iterancestors(_RUN))
    return runs[-1] if any(True for _ in piece.element.iterancestors(qn("w:ruby"))) else runs[0]


def _divide_text(piece: Piece, offset: int) -> None:
    """Divide a ``w:t`` into two within its run; what is no text, or below pinyin, stays whole."""
    if piece.element.tag != _TEXT or any(True for _ in piece.element.iterancestors(qn("w:ruby"))):
        return
    place = _raw_place(piece.raw, offset)
    second = etree.Element(_TEXT)
    piece.element.text, second.text = piece.raw[:place], piece.raw[place:]
    piece.element.set(_SPACE, "preserve")
    second.set(_SPACE, "preserve")
    piece.element.addnext(second)


def _raw_place(raw: str, offset: int) -> int:
    """Return where so many characters of ``raw`` end, joiners not counted."""
    count = 0
    for place, character in enumerate(raw):
        if count == offset and character != JOINER:
            return place
        count += character != JOINER
    return len(raw)


def _divide_run(piece: Piece) -> None:
    """Divide the run of ``piece`` before it, unless it begins there."""
    run = _run_of(piece)
    before = list(_before(run, piece.element))
    if not any(_has_words(child) for child in before):
        return
    first = etree.Element(_RUN)
    look = look_of(run)
    if look is not None:
        first.append(deepcopy(look))
    for child in before:
        first.append(child)
    run.addprevious(first)


def _before(run: etree._Element, element: etree._Element) -> Iterator[etree._Element]:
    for child in run:
        if child is element or element in child.iter():
            return
        if child.tag != _PROPERTIES:
            yield child
