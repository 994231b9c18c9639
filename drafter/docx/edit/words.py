"""Words replaced within their runs: formats, bookmarks, controls and tracked changes stay as they are."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from drafter.docx.edit.revisions import Tracked
from drafter.docx.edit.runs import divide, properties_of, raw_place, runs_between
from drafter.docx.elements import is_within, set_words
from drafter.docx.ooxml import qn
from drafter.docx.read.paragraph import Paragraph, TextElement

_TEXT, _RUN = qn("w:t"), qn("w:r")
_CHARACTER, _KIND = qn("w:fldChar"), qn("w:fldCharType")
# Words in these are counted, chosen or tracked by somebody else.
_CLOSED = (qn("w:fldSimple"), qn("w:ins"), qn("w:moveTo"), qn("w:ruby"))
_CHOSEN = tuple(qn(f"w:{name}") for name in ("date", "dropDownList", "comboBox", "docPartList"))
_CONTROL, _PROPERTIES, _LOCK = qn("w:sdt"), qn("w:sdtPr"), qn("w:lock")


def replace_words(
    paragraph: Paragraph, start: int, end: int, text: str, revisions: Tracked | None = None
) -> bool:
    """Replace the words from ``start`` to ``end`` by ``text``; return whether that could be done.

    With ``revisions`` the change is tracked. It is not made where the words belong to a field, a tracked
    change, a choice or a locked control, or are signs such as a line break.
    """
    parts = [part for part in paragraph.texts if part.start < end and start < part.start + len(part.text)]
    if start == end:
        parts = [part for part in paragraph.texts if part.start <= start <= part.start + len(part.text)][:1]
    if not parts or not all(_is_open(part) for part in parts) or _are_in_field(paragraph, parts):
        return False
    if revisions is not None:
        _track(paragraph, start, end, text, revisions)
    else:
        _write(parts, start, end, text)
    paragraph.read()
    return True


def _write(parts: list[TextElement], start: int, end: int, text: str) -> None:
    """Put ``text`` into the first of ``parts``; the others lose what it replaces."""
    for number, part in enumerate(parts):
        low, high = max(start - part.start, 0), min(end - part.start, len(part.text))
        first, last = raw_place(part.raw, low), raw_place(part.raw, high)
        set_words(part.element, part.raw[:first] + (text if number == 0 else "") + part.raw[last:])


def _track(paragraph: Paragraph, start: int, end: int, text: str, revisions: Tracked) -> None:
    divide(paragraph, end)
    divide(paragraph, start)
    old = runs_between(paragraph, start, end)
    if not old:
        return
    new = etree.Element(_RUN)
    properties = properties_of(old[0])
    if properties is not None:
        new.append(deepcopy(properties))
    set_words(etree.SubElement(new, _TEXT), text)
    for element in revisions.insert([new]) if text else ():
        old[0].addprevious(element)
    revisions.delete(old)


def _is_open(part: TextElement) -> bool:
    """Return whether the words of ``part`` are plain text that anybody may change."""
    if part.element.tag != _TEXT or is_within(part.element, *_CLOSED):
        return False
    for control in part.element.iterancestors(_CONTROL):
        properties = control.find(_PROPERTIES)
        if properties is not None and any(child.tag in (*_CHOSEN, _LOCK) for child in properties):
            return False
    return True


def _are_in_field(paragraph: Paragraph, parts: list[TextElement]) -> bool:
    """Return whether any of ``parts`` is the result of a field, which a program counts anew."""
    wanted = {part.element for part in parts}
    depth = 0
    for element in paragraph.element.iter(_CHARACTER, _TEXT):
        if element.tag == _CHARACTER:
            depth += {"begin": 1, "end": -1}.get(str(element.get(_KIND)), 0)
        elif depth > 0 and element in wanted:
            return True
    return False
