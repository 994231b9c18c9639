"""An office's own Word file (the reference file) as the base of documents.

The file governs paper, margins, grid, columns, headers, footers and page numbers, as its last section
has them, and every style that has the name of one of ours. No page number is added where it has none.
The layout gives only defaults: styles that the file lacks, in the file's own body font (see
drafter.docx.reference.defaults), a first-line indent of the body where it has none, and the page where
the file describes none. Where the office formats directly, its text gives title, headings and body their
look (see drafter.docx.reference.looks). The ordinals of a speech are written out, so automatic numbering
is removed from the styles in use. Not taken over are the office's text, comments, properties, macros,
embedded objects and fonts, and all that leads out of the file.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lxml import etree
from msgspec.structs import replace

from drafter.docx import style_ids
from drafter.docx.elements import TWIPS_A_MM, put
from drafter.docx.ooxml import NAMESPACES, qn
from drafter.docx.package import inflate
from drafter.docx.reference.clean import (
    clean_fonts,
    clean_numbering,
    clean_section,
    clean_settings,
    clean_styles,
    sever,
)
from drafter.docx.reference.defaults import BodyStyle, add_defaults, exact_pitch, new_style, number, size_of
from drafter.docx.reference.fields import clean_fields
from drafter.docx.reference.file import ReferenceFile, open_reference
from drafter.docx.reference.looks import Look, looks_of, own_looks, put_look, unused_headings
from drafter.docx.reference.package import Package
from drafter.docx.reference.styles import matches, new_ids
from drafter.docx.stylesheet import StyleSheet, relink
from drafter.docx.untrusted import read_document, unreadable
from drafter.docx.write.kept_base import Base, around, base_of
from drafter.files.archives import MOST_BYTES
from drafter.i18n import _
from drafter.models.layout import Face, Layout, Page
from drafter.models.lengths import POINTS_PER_MM

_STYLES, _SETTINGS, _FONTS = "word/styles.xml", "word/settings.xml", "word/fontTable.xml"
# The name in errors for bytes without a name.
_FILE = "reference.docx"


def read_reference(path: Path) -> bytes:
    """Return the bytes of the office's file at ``path``.

    Raises ReadError where it cannot be used as a reference, with the codes of ``open_reference``.
    """
    docx = read_document(path)
    open_reference(docx, str(path))
    return docx


@lru_cache(maxsize=4)
def reference_base(docx: bytes, layout: Layout) -> Base:
    """Return the base of documents with the styles and page of ``docx``; ``layout`` gives the defaults.

    It is made once for each file in a process. Raises ReadError where ``docx`` cannot be used.
    """
    file, own = open_reference(docx, _FILE), base_of(layout)
    package = Package(own.members)
    ours = StyleSheet(package.read(_STYLES))
    styles, matched, _looks = read_styles(file, ours)
    body = add_defaults(styles, ours, matched)
    _replace_parts(package, file, styles, matched)
    section = _section(file, own)
    fitted = fit_layout(layout, section, styles, body)
    end = _end(section, file, package)
    package.finish()
    return Base(own.opening, end, package.members, *_around(own.opening + end, package), fitted)


def read_styles(file: ReferenceFile, ours: StyleSheet) -> tuple[StyleSheet, dict[str, str], dict[str, Look]]:
    """Return the file's styles with our ids, the old ids by ours, and the looks that its text gave some."""
    root = file.parts.get("styles")
    styles = StyleSheet(_empty("styles") if root is None else root)
    styles.drop_unused()
    matched = matches(styles, ours, file.used)
    looks = looks_of(file.document, styles, matched)
    own = own_looks(looks, styles, matched)
    unused = unused_headings(looks, own, styles, matched)
    ids = new_ids(styles, ours, matched)
    numbering = [file.parts["numbering"]] if "numbering" in file.parts else []
    for part in (styles.root, *numbering, *(margin.root for margin in file.margins)):
        relink(part, ids)
    styles = StyleSheet(styles.root)
    for identifier in unused:
        del matched[identifier]
        styles.remove(identifier)
    for identifier, look in own.items():
        if identifier not in styles.by_id:
            styles.add(new_style(ours.by_id[identifier], styles))
            matched[identifier] = identifier
        put_look(styles.by_id[identifier], look)
    return styles, matched, own


def _replace_parts(
    package: Package, file: ReferenceFile, styles: StyleSheet, matched: dict[str, str]
) -> None:
    parts = file.parts
    clean_styles(styles.root)
    package.replace(_STYLES, styles.root)
    package.replace(_SETTINGS, clean_settings(parts.get("settings", _empty("settings"))))
    if "fontTable" in parts:
        package.replace(_FONTS, clean_fonts(parts["fontTable"]))
    if "theme" in parts:
        sever(parts["theme"], ())
        package.add_theme(parts["theme"])
    if "numbering" in parts:
        package.add_numbering(clean_numbering(parts["numbering"], matched))


def _section(file: ReferenceFile, own: Base) -> etree._Element:
    """Return the last section of the file, with paper and margins of the layout where it has none."""
    body = etree.fromstring(f"{own.opening}{own.end}".encode())
    ours = body.find(f".//{qn('w:sectPr')}")
    assert ours is not None
    section = _empty("sectPr") if file.section is None else file.section
    clean_section(section)
    for name in ("pgSz", "pgMar"):
        found = ours.find(qn(f"w:{name}"))
        if section.find(qn(f"w:{name}")) is None and found is not None:
            put(section, name).attrib.update(found.attrib)
    return section


def _end(section: etree._Element, file: ReferenceFile, package: Package) -> str:
    """Return the XML after the text: the section, with the headers and footers of the file."""
    complete = _empty("sectPr")
    for margin in file.margins:
        clean_fields(margin.root)
        sever(margin.root, margin.images)
        reference = etree.SubElement(complete, qn(f"w:{margin.kind}Reference"))
        reference.set(qn("w:type"), margin.pages)
        reference.set(qn("r:id"), package.add_margin(margin))
    complete.extend(list(section))
    etree.cleanup_namespaces(complete, keep_ns_prefixes=["w", "r"])
    return f"{etree.tostring(complete, encoding='unicode')}</w:body></w:document>"


def _around(document: str, package: Package) -> tuple[tuple[str, str], dict[str, str]]:
    """Return the digests of all around the text, and what styles are called.

    Raises ReadError where the file is too large to be read.
    """
    try:
        return around(document, {name: inflate(one, MOST_BYTES) for name, one in package.members.items()})
    except ValueError:
        raise unreadable(_FILE, _("it is too large")) from None


def _empty(name: str) -> etree._Element:
    return etree.Element(qn(f"w:{name}"), nsmap={prefix: NAMESPACES[prefix] for prefix in ("w", "r")})


# The height of a line of a Chinese font by its size: 宋体 1.14, 仿宋 1.14, newer ones up to 1.35.
_FONT_LINE = 1.3
# A title is never broken into shorter lines, in characters.
_LEAST_TITLE = 4


def fit_layout(layout: Layout, section: etree._Element, styles: StyleSheet, body: BodyStyle) -> Layout:
    """Return ``layout`` with the text width, type sizes and line pitches of the office's page.

    A title may fill the same share of a line as in ``layout``. It keeps a pitch of its own only where both
    title and body have an exact one.
    """
    page = _page(layout, section)
    size = size_of(styles, style_ids.TITLE) / 2
    share = layout.title.limit / _room(layout.page.text_width, layout.title.size)
    limit = max(math.floor(share * _room(page.text_width, size)), _LEAST_TITLE)
    pitch = (body.pitch or _line(section, styles, body)) / 20
    exact = exact_pitch(styles, style_ids.TITLE) if body.pitch else None
    title = replace(layout.title, size=size, limit=limit, pitch=exact / 20 if exact else pitch)
    return replace(
        layout,
        page=page,
        title=title,
        body=replace(layout.body, size=body.size / 2),
        headings=tuple(_headings(layout, styles)),
        grid=replace(layout.grid, pitch=pitch),
    )


def _headings(layout: Layout, styles: StyleSheet) -> Iterator[Face]:
    for identifier, face in zip(style_ids.HEADINGS, layout.headings, strict=False):
        yield replace(face, size=size_of(styles, identifier) / 2)


def _room(width: float, size: float) -> float:
    """Return how many characters of ``size`` pt fit on a line of ``width`` mm."""
    return width * POINTS_PER_MM / size


def _page(layout: Layout, section: etree._Element) -> Page:
    """Return the layout's page with the width and the side margins of a section."""
    sheet, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if sheet is None or margins is None:
        return layout.page
    sides = {
        "width": number(sheet.get(qn("w:w"))),
        "left": (number(margins.get(qn("w:left"))) or 0) + (number(margins.get(qn("w:gutter"))) or 0),
        "right": number(margins.get(qn("w:right"))) or 0,
    }
    page = replace(layout.page, **{side: (twips or 0) / TWIPS_A_MM for side, twips in sides.items()})
    # A broken file may have a text width by which no title can be broken.
    return page if 20 <= page.text_width <= 1000 else layout.page


def _line(section: etree._Element, styles: StyleSheet, body: BodyStyle) -> float:
    """Return the height of a body line in twips, estimated without its font."""
    spacing = styles.values(body.style, "pPr", "spacing")
    given = number(spacing.get("line")) or 240
    needed = body.size * 10 * _FONT_LINE
    grid = section.find(qn("w:docGrid"))
    pitch = None if grid is None or grid.get(qn("w:type")) is None else number(grid.get(qn("w:linePitch")))
    if pitch:
        needed = math.ceil(needed / pitch) * pitch
    return max(needed, given) if spacing.get("lineRule") == "atLeast" else needed * given / 240
