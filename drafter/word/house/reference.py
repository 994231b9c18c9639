"""An office's own Word file as the ground of documents, in the place of a layout.

The office's file governs: paper, margins, grid, columns, headers, footers and page numbers of its
last section, and every style that has the name of one of ours. A page number that it does not
have is not added. A layout only fills gaps: styles that the file lacks, in the file's own body
font (see drafter.word.house.gaps), a first-line indent of the body where it has none, and the page where the
file describes none. A speech has its ordinals written out, so automatic numbering is taken off
the styles in use. What is left behind: the office's text and its direct formatting, comments,
properties, macros, embedded objects and fonts, and all that leads out of the file.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lxml import etree

from drafter.i18n import _
from drafter.layout import Layout
from drafter.word.house.gaps import fill
from drafter.word.house.measures import fitted
from drafter.word.house.names import matches, new_ids
from drafter.word.house.opened import House, open_house
from drafter.word.house.package import Package
from drafter.word.house.parts import (
    clean_fonts,
    clean_numbering,
    clean_section,
    clean_settings,
    clean_styles,
    sever,
)
from drafter.word.house.styles import StyleSheet, relink
from drafter.word.ooxml import NAMESPACES, put, qn
from drafter.word.opening import MOST_BYTES, unreadable
from drafter.word.package import deflate, write_zip
from drafter.word.reading import read_content
from drafter.word.stored import Base, base_of

_STYLES, _SETTINGS, _FONTS = "word/styles.xml", "word/settings.xml", "word/fontTable.xml"
# What an error names where the bytes came without a name.
_FILE = "reference.docx"


def read_reference(path: Path) -> bytes:
    """Return the bytes of the office's file at ``path``; it can be used as a reference.

    Raises ReadError where it cannot; ``open_house`` tells the codes.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise unreadable(str(path), _("it is too large"))
        docx = path.read_bytes()
    except OSError as error:
        raise unreadable(str(path), str(error.strerror), "") from None
    open_house(docx, str(path))
    return docx


@lru_cache(maxsize=4)
def reference_base(docx: bytes, layout: Layout) -> Base:
    """Return the base of documents that look like ``docx``; ``layout`` fills its gaps.

    Made once for each file in a process. Raises ReadError where ``docx`` cannot be used.
    """
    house, own = open_house(docx, _FILE), base_of(layout)
    package = Package(own.members)
    ours = StyleSheet(package.read(_STYLES))
    styles, matched = _named(house, ours)
    ground = fill(styles, ours, matched)
    _replace_parts(package, house, styles, matched)
    section = _section(house, own)
    measured = fitted(layout, section, styles, ground)
    end = _end(section, house, package)
    package.finish()
    return Base(own.opening, end, package.members, _margins(own.opening + end, package), measured)


def _named(house: House, ours: StyleSheet) -> tuple[StyleSheet, dict[str, str]]:
    """Return the office's styles under our ids where they have our names, and which of ours it has."""
    root = house.parts.get("styles")
    styles = StyleSheet(_empty("styles") if root is None else root)
    matched = matches(styles, ours, house.used)
    ids = new_ids(styles, ours, matched)
    numbering = [house.parts["numbering"]] if "numbering" in house.parts else []
    for part in (styles.root, *numbering, *(margin.root for margin in house.margins)):
        relink(part, ids)
    return StyleSheet(styles.root), matched


def _replace_parts(package: Package, house: House, styles: StyleSheet, matched: dict[str, str]) -> None:
    parts = house.parts
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


def _section(house: House, own: Base) -> etree._Element:
    """Return the office's section, with paper and margins of the layout where it names none."""
    body = etree.fromstring(f"{own.opening}{own.end}".encode())
    ours = body.find(f".//{qn('w:sectPr')}")
    assert ours is not None
    section = _empty("sectPr") if house.section is None else house.section
    clean_section(section)
    for name in ("pgSz", "pgMar"):
        found = ours.find(qn(f"w:{name}"))
        if section.find(qn(f"w:{name}")) is None and found is not None:
            put(section, name).attrib.update(found.attrib)
    return section


def _end(section: etree._Element, house: House, package: Package) -> str:
    """Return what follows the text: the section, with the office's headers and footers."""
    whole = _empty("sectPr")
    for margin in house.margins:
        sever(margin.root, margin.images)
        reference = etree.SubElement(whole, qn(f"w:{margin.kind}Reference"))
        reference.set(qn("w:type"), margin.pages)
        reference.set(qn("r:id"), package.add_margin(margin))
    whole.extend(list(section))
    etree.cleanup_namespaces(whole, keep_ns_prefixes=["w", "r"])
    return f"{etree.tostring(whole, encoding='unicode')}</w:body></w:document>"


def _margins(document: str, package: Package) -> tuple[str, ...]:
    """Return the texts of headers and footers, found as whoever reads a finished file finds them."""
    body = deflate("word/document.xml", document.encode())
    content = read_content(write_zip([*package.members.values(), body]))
    if content is None:
        raise unreadable(_FILE, _("it is too large"))
    return content.margins


def _empty(name: str) -> etree._Element:
    return etree.Element(qn(f"w:{name}"), nsmap={prefix: NAMESPACES[prefix] for prefix in ("w", "r")})
