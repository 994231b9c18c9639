"""The parts of an office's Word file, reduced to what describes styles and pages.

Where possible the code lists what is kept, so that anything unforeseen is left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from lxml import etree

from drafter.docx.elements import detach, remove
from drafter.docx.ooxml import NAMESPACES, qn

# Images that may be taken over: suffixes and media types.
IMAGES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".bmp": "image/bmp",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".emf": "image/x-emf",
    ".wmf": "image/x-wmf",
}
# Settings that decide how a page looks (ECMA-376-1, 17.15.1): no template, no protection, no data.
_SETTINGS = (
    "zoom mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter"
    " gutterAtTop defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps"
    " evenAndOddHeaders drawingGridHorizontalSpacing drawingGridVerticalSpacing"
    " displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin"
    " drawingGridHorizontalOrigin drawingGridVerticalOrigin characterSpacingControl strictFirstAndLastChars"
    " noLineBreaksAfter noLineBreaksBefore hdrShapeDefaults compat themeFontLang clrSchemeMapping"
    " shapeDefaults decimalSymbol listSeparator"
)
_SECTION = (
    "type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols vAlign titlePg textDirection bidi rtlGutter"
    " docGrid"
)
_EMBEDDED = tuple(qn(f"w:{name}") for name in ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic"))
# Elements of a header that lead to parts or data that are not taken over.
_DATA = tuple(qn(f"w:{name}") for name in ("dataBinding", "placeholder", "control", "subDoc", "altChunk"))
_HOLDERS = tuple(qn(f"w:{name}") for name in ("drawing", "pict", "object"))
# Elements that are of use even without a relationship: the words of a link, a border without its picture.
_BARE = tuple(qn(f"w:{name}") for name in ("hyperlink", "top", "bottom", "left", "right"))
_ADDRESSES = ("src", "href", "althref", "relid", "link", "pict")
_ADDRESS = re.compile(r"(?i)\s*(?:[a-z][a-z0-9+.-]*://|file:|\\\\)")
_VML = ("urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office")


def clean_styles(root: etree._Element) -> None:
    """Cut links, and complete theme colours, which LibreOffice writes without a value that must be there."""
    sever(root, ())
    for color in root.iter(qn("w:color")):
        if color.get(qn("w:val")) is None:
            color.set(qn("w:val"), "auto")


def clean_settings(root: etree._Element) -> etree._Element:
    """Return settings with only those that decide how a page looks."""
    _keep(root, _SETTINGS)
    zoom = root.find(qn("w:zoom"))
    # The schema requires a percentage, which python-docx's template lacks.
    if zoom is not None and zoom.get(qn("w:percent")) is None:
        zoom.set(qn("w:percent"), "100")
    sever(root, ())
    return root


def clean_fonts(root: etree._Element) -> etree._Element:
    """Return a table of fonts without embedded ones, which have only the characters of the office's text."""
    remove(root, *_EMBEDDED)
    return root


def clean_numbering(root: etree._Element, styles: Collection[str]) -> etree._Element:
    """Return lists without picture bullets, and without links to the paragraph ``styles``."""
    remove(root, qn("w:numPicBullet"), qn("w:lvlPicBulletId"))
    for link in list(root.iter(qn("w:pStyle"))):
        if link.get(qn("w:val")) in styles:
            detach(link)
    sever(root, ())
    return root


def clean_section(section: etree._Element) -> None:
    """Remove from a section what does not describe its pages, headers and footers included."""
    _keep(section, _SECTION)
    sever(section, ())


def sever(root: etree._Element, kept: Collection[str]) -> None:
    """Remove from a part what refers to other parts or to data, except by the relationships ``kept``."""
    remove(root, *_DATA)
    for element in list(root.iter(etree.Element)):
        for key in list(element.attrib):
            name = etree.QName(key)
            if name.localname.startswith("rsid") or _leads_out(element, name):
                del element.attrib[key]
            elif name.namespace == NAMESPACES["r"] and element.attrib[key] not in kept:
                _cut(element, str(key))


def _keep(root: etree._Element, kept: str) -> None:
    """Remove the children of ``root`` except elements of WordprocessingML named in ``kept``."""
    tags = {qn(f"w:{name}") for name in kept.split()}
    for child in list(root):
        if child.tag not in tags:
            root.remove(child)


def _leads_out(element: etree._Element, name: etree.QName) -> bool:
    """Return whether an attribute of a VML drawing, such as a fill, holds an address itself."""
    if etree.QName(element).namespace not in _VML or name.namespace == NAMESPACES["r"]:
        return False
    return name.localname in _ADDRESSES or _ADDRESS.match(str(element.get(name.text))) is not None


def _cut(element: etree._Element, key: str) -> None:
    if element.tag in _BARE:
        del element.attrib[key]
        return
    if not etree.QName(element).localname.startswith("hlink"):
        element = next(element.iterancestors(*_HOLDERS), element)
    detach(element)
