"""Runs of an existing paragraph: found, divided, formatted, emptied."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from drafter.docx.elements import detach, is_within, set_words, unwrap
from drafter.docx.ooxml import JOINER, NAMESPACE, PAGE_BREAKS, SIGNS, qn
from drafter.docx.read.paragraph import Paragraph, TextElement

_RUN, _TEXT, _PROPERTIES = qn("w:r"), qn("w:t"), qn("w:rPr")
_FORMAT, _TYPE, _RUBY = qn("w:pPr"), qn("w:type"), qn("w:ruby")
# Children of a run that are words; the place where Word last broke the page goes with them.
_WORDED = {qn(f"w:{name}") for name in ("t", "br", "ruby", "lastRenderedPageBreak", *SIGNS)}


def parse_runs(markup: str) -> list[etree._Element]:
    """Return the elements of ``markup``, the XML text of what stands in a paragraph."""
    return list(etree.fromstring(f'<w:p xmlns:w="{NAMESPACE}">{markup}</w:p>'))


def properties_of(run: etree._Element | None) -> etree._Element | None:
    """Return the properties of ``run``, None where it has none or is None."""
    return None if run is None else run.find(_PROPERTIES)


def set_properties(element: etree._Element, model: etree._Element | None) -> None:
    """Give all runs in ``element`` the properties ``model``; they keep their own hint of a font."""
    for run in element.iter(_RUN):
        own = run.find(_PROPERTIES)
        hint = None if own is None else own.find(qn("w:rFonts"))
        if own is not None:
            run.remove(own)
        new = etree.Element(_PROPERTIES) if model is None else deepcopy(model)
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


def run_at(paragraph: Paragraph, offset: int) -> etree._Element | None:
    """Return the run with the character at ``offset``, None behind the last."""
    for part in paragraph.texts:
        if part.start <= offset < part.start + len(part.text):
            return _run_of(part)
    return None


def divide(paragraph: Paragraph, offset: int) -> None:
    """Divide the run around ``offset``, so that a run begins there."""
    for part in paragraph.texts:
        if part.start < offset < part.start + len(part.text):
            _divide_text(part, offset - part.start)
            paragraph.read()
            break
    for part in paragraph.texts:
        if part.start == offset:
            _divide_run(part)
            paragraph.read()
            return


def runs_between(paragraph: Paragraph, start: int, end: int) -> list[etree._Element]:
    """Return the runs from ``start`` to ``end``, where runs begin and end."""
    runs: list[etree._Element] = []
    for part in paragraph.texts:
        if start <= part.start and part.start + len(part.text) <= end:
            run = _run_of(part)
            if run not in runs:
                runs.append(run)
    return runs


def copy_formatting(paragraph: Paragraph, model: Paragraph, start: int) -> None:
    """Format ``paragraph`` like ``model``, which ends with the same words as it has from ``start`` on."""
    first = len(model.text) - (len(paragraph.text) - start)
    for part in model.texts:
        low = max(part.start - first + start, start)
        high = part.start + len(part.text) - first + start
        if low < high:
            divide(paragraph, high)
            divide(paragraph, low)
            for run in runs_between(paragraph, low, high):
                set_properties(run, properties_of(_run_of(part)))
    own, theirs = paragraph.element.find(_FORMAT), model.element.find(_FORMAT)
    if own is not None and theirs is not None:
        paragraph.element.replace(own, deepcopy(theirs))
    paragraph.read()


def unwrap_control(control: etree._Element) -> None:
    """Remove a control and keep what it holds."""
    unwrap(control, control.find(qn("w:sdtContent")))


def strip_words(run: etree._Element) -> None:
    """Remove the words in ``run``, and the run itself if nothing else stands in it."""
    for child in list(run):
        if child.tag != _PROPERTIES and _has_words(child):
            run.remove(child)
    strip_run(run)


def strip_run(run: etree._Element) -> None:
    """Remove ``run`` if nothing stands in it."""
    if all(child.tag == _PROPERTIES for child in run):
        detach(run)


def split_words(run: etree._Element) -> etree._Element:
    """Return ``run``, or a new run before it with its words where it holds other things besides."""
    inner = [child for child in run if child.tag != _PROPERTIES]
    own = [child for child in inner if _has_words(child)]
    if len(own) in (0, len(inner)):
        return run
    new = _empty_run(run)
    new.extend(own)
    run.addprevious(new)
    return new


def _empty_run(model: etree._Element) -> etree._Element:
    """Return a run without words, with the properties of the run ``model``."""
    new, properties = etree.Element(_RUN), properties_of(model)
    if properties is not None:
        new.append(deepcopy(properties))
    return new


def _has_words(element: etree._Element) -> bool:
    return element.tag in _WORDED and element.get(_TYPE) not in PAGE_BREAKS


def _run_of(part: TextElement) -> etree._Element:
    """Return the run around a text; below pinyin that is the outer one."""
    runs = list(part.element.iterancestors(_RUN))
    return runs[-1] if is_within(part.element, _RUBY) else runs[0]


def _divide_text(part: TextElement, offset: int) -> None:
    """Divide a ``w:t`` in two within its run; signs and words below pinyin are not divided."""
    if part.element.tag != _TEXT or is_within(part.element, _RUBY):
        return
    place = raw_place(part.raw, offset)
    second = etree.Element(_TEXT)
    set_words(part.element, part.raw[:place])
    set_words(second, part.raw[place:])
    part.element.addnext(second)


def raw_place(raw: str, offset: int) -> int:
    """Return the place in ``raw`` after ``offset`` characters, joiners not counted."""
    count = 0
    for place, character in enumerate(raw):
        if count == offset and character != JOINER:
            return place
        count += character != JOINER
    return len(raw)


def _divide_run(part: TextElement) -> None:
    """Divide the run of a text before it, unless it begins there."""
    run = _run_of(part)
    before = list(_before(run, part.element))
    if not any(_has_words(child) for child in before):
        return
    first = _empty_run(run)
    first.extend(before)
    run.addprevious(first)


def _before(run: etree._Element, element: etree._Element) -> Iterator[etree._Element]:
    for child in run:
        if child is element or element in child.iter():
            return
        if child.tag != _PROPERTIES:
            yield child
