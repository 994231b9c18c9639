"""What documents take over from an office's file, from where, and what they do not: told to the user."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from drafter.docx import style_ids
from drafter.docx.elements import TWIPS_A_MM
from drafter.docx.ooxml import qn
from drafter.docx.reference.base import read_styles
from drafter.docx.reference.defaults import number
from drafter.docx.reference.file import ReferenceFile, open_reference
from drafter.docx.reference.looks import LADDER, Look, look_of, size_in, value_in
from drafter.docx.reference.package import Package
from drafter.docx.stylesheet import StyleSheet
from drafter.docx.write.kept_base import base_of
from drafter.i18n import _
from drafter.models.layout import Layout


def taken_from(docx: bytes, layout: Layout, file: str) -> list[str]:
    """Return a line for each thing that documents take over from the Word file ``docx``, and what is left.

    Raises as ``open_reference`` does, with the name ``file``.
    """
    office, ours = open_reference(docx, file), Package(base_of(layout).members)
    # The styles of the file itself get our ids.
    theirs = StyleSheet(deepcopy(office.parts.get("styles")))
    _styles, matched, own = read_styles(office, StyleSheet(ours.read("word/styles.xml")))
    return [*_page(office), *_roles(theirs, matched, own), _left()]


def _names(styles: StyleSheet) -> Iterator[tuple[str, str]]:
    for identifier, style in styles.by_id.items():
        name = style.find(qn("w:name"))
        yield identifier, identifier if name is None else str(name.get(qn("w:val"), identifier))


def _page(office: ReferenceFile) -> Iterator[str]:
    size = None if office.section is None else office.section.find(qn("w:pgSz"))
    if size is None:
        yield _("page: the layout's, the file describes none")
    else:
        sides = [round((number(size.get(qn(f"w:{side}"))) or 0) / TWIPS_A_MM) for side in ("w", "h")]
        yield _("page: the file's, {width} × {height} mm").format(width=sides[0], height=sides[1])
    yield _("headers and footers: {count}").format(count=len(office.margins))


def _roles(theirs: StyleSheet, matched: Mapping[str, str], own: Mapping[str, Look]) -> Iterator[str]:
    names = dict(_names(theirs))
    roles = {
        style_ids.TITLE: _("title"),
        **dict(zip(style_ids.HEADINGS, LADDER, strict=True)),
        style_ids.BODY: _("body"),
    }
    for identifier, role in roles.items():
        look = own.get(identifier)
        if look is not None:
            words = _("the style “{style}” where the text has it: {font} {size} pt")
            if look != look_of(theirs.levels, look.style):
                words = _("as it stands in the text, on the style “{style}”: {font} {size} pt")
            font = value_in(look.run, "rFonts", "eastAsia") or _("the font of its theme")
            size = f"{size_in(look) / 2:g}"
            source = words.format(style=names.get(look.style, look.style), font=font, size=size)
        elif identifier in matched or identifier == style_ids.BODY:
            style = matched.get(identifier, matched.get(style_ids.NORMAL, ""))
            source = _("the style “{style}”").format(style=names.get(style, style))
        else:
            source = _("the layout's, in the type of the body")
        yield _("{role}: {source}").format(role=role, source=source)


def _left() -> str:
    return _("not taken: text, tables, the look of byline and date, automatic numbers, comments, macros")
