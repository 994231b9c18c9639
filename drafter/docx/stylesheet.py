"""The styles of a document that is there already: found by their names, whatever their ids are now."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from lxml import etree

from drafter.docx import style_ids
from drafter.docx.ooxml import qn
from drafter.docx.read.document import Document
from drafter.docx.write.kept_base import base_of
from drafter.models.layout import Layout

_STYLES = "word/styles.xml"
_VALUE = qn("w:val")


class Stylesheet:
    """Which of our styles is called what in one document; ``ids`` are by our own."""

    def __init__(self, ids: dict[str, str]) -> None:
        self._ids = ids

    @property
    def blank(self) -> str:
        """The id of the style of blanks."""
        return self._ids.get(style_ids.BLANK, style_ids.BLANK)

    @property
    def lead(self) -> str:
        """The id of the style of lead sentences."""
        return self._ids.get(style_ids.LEAD, style_ids.LEAD)

    def adapt(self, paragraph: etree._Element) -> None:
        """Let ``paragraph``, which has our ids, use the document's."""
        for style in paragraph.iter(qn("w:pStyle"), qn("w:rStyle")):
            own = str(style.get(_VALUE))
            style.set(_VALUE, self._ids.get(own, own))


def stylesheet_of(manuscript: Document, layout: Layout) -> Stylesheet:
    """Return how the document of ``manuscript`` calls the styles of ``layout``."""
    styles = manuscript.beside("styles.xml")
    theirs = {} if styles is None else dict(_named(styles))
    known = set(theirs.values())
    member = base_of(layout).members[_STYLES]
    ours = _named(etree.fromstring(zlib.decompress(member.data, wbits=-15)))
    return Stylesheet({own: theirs[name] for name, own in ours if own not in known and name in theirs})


def _named(styles: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the name and the id of each style; upper and lower case do not differ in names."""
    for style in styles.iter(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            yield str(name.get(_VALUE)).lower(), str(style.get(qn("w:styleId")))
