"""The fields of an office's headers and footers: page, number and date pass, of any other its words stay.

A field may fetch files, call programs or spell the code of another field (ECMA-376-1, 17.16), so the code
lists what may pass.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from drafter.docx.elements import detach, remove, unwrap
from drafter.docx.ooxml import qn

_PASSING = frozenset(
    "PAGE NUMPAGES SECTION SECTIONPAGES DATE TIME CREATEDATE SAVEDATE PRINTDATE".split()  # noqa: SIM905
)
_SIMPLE, _CODE, _DELETED_CODE = qn("w:fldSimple"), qn("w:instrText"), qn("w:delInstrText")
_CHARACTER, _KIND = qn("w:fldChar"), qn("w:fldCharType")
_DELETED = (qn("w:del"), qn("w:moveFrom"), _DELETED_CODE)
_RUN, _RUN_PROPERTIES = qn("w:r"), qn("w:rPr")


def clean_fields(root: etree._Element) -> None:
    """Remove from a header or footer the codes of all fields but those that pass, and what was deleted."""
    remove(root, *_DELETED)
    for field in list(root.iter(_SIMPLE)):
        if not _passes(str(field.get(qn("w:instr")))):
            unwrap(field, field)
    for character in root.iter(_CHARACTER):
        # Data of a form, which may name macros.
        for child in list(character):
            character.remove(child)
    for element in _refused(root):
        detach(element)


class _Field:
    """A field of several runs: its ``marks`` are its characters, ``code`` is all up to the second of them."""

    def __init__(self, begin: etree._Element) -> None:
        self.marks, self.code = [begin], list[etree._Element]()
        self.is_code, self.has_inner = True, False

    @property
    def passes(self) -> bool:
        """Whether the code is a plain one that may pass."""
        text = "".join(one.text or "" for one in self.code)
        return not self.has_inner and all(one.tag == _CODE for one in self.code) and _passes(text)

    def parts(self) -> Iterator[etree._Element]:
        """Yield what goes with a field that does not pass."""
        yield from self.marks
        yield from self.code


def _refused(root: etree._Element) -> list[etree._Element]:
    """Return the elements of the fields that do not pass; a field without an end is one of them."""
    fields = _Fields()
    for element in _contents(root):
        if element.tag == _CHARACTER:
            fields.mark(element, str(element.get(_KIND)))
        else:
            fields.content(element)
    for field in fields.opened:
        fields.refused += field.parts()
    return fields.refused


class _Fields:
    """Reads the fields of a part: those that are ``opened``, and the elements ``refused`` so far."""

    def __init__(self) -> None:
        self.opened: list[_Field] = []
        self.refused: list[etree._Element] = []

    def mark(self, element: etree._Element, kind: str) -> None:
        """Read the character that begins a field, ends its code, or ends it."""
        self._note(element)
        if kind == "begin":
            self.opened.append(_Field(element))
        elif not self.opened:
            self.refused.append(element)
        else:
            self.opened[-1].marks.append(element)
            self.opened[-1].is_code = False
            if kind == "end" and not (field := self.opened.pop()).passes:
                self.refused += field.parts()

    def content(self, element: etree._Element) -> None:
        """Read anything else; the code of no field is refused."""
        if element.tag == _CODE and not (self.opened and self.opened[-1].is_code):
            self.refused.append(element)
        self._note(element)

    def _note(self, element: etree._Element) -> None:
        """Note that ``element`` stands in the codes that are open; it goes with them."""
        is_own = element.tag == _CHARACTER and element.get(_KIND) != "begin"
        inner = self.opened[:-1] if is_own else self.opened
        for number, field in enumerate(inner):
            if field.is_code:
                field.code.append(element)
                field.has_inner |= number + 1 < len(self.opened) or element.tag == _CHARACTER


def _contents(root: etree._Element) -> Iterator[etree._Element]:
    for run in list(root.iter(_RUN)):
        yield from (child for child in run.iterchildren(etree.Element) if child.tag != _RUN_PROPERTIES)


def _passes(code: str) -> bool:
    words = code.split()
    return bool(words) and words[0].upper() in _PASSING
