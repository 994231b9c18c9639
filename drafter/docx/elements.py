"""Elements of WordprocessingML: put where the schema requires them, or taken out.

There is one function for each property. The running text is written as text, which is faster
(see drafter.docx.ooxml). Clauses are of ECMA-376-1.
"""

from __future__ import annotations

import math

from lxml import etree

from drafter.docx.ooxml import NAMESPACES, qn
from drafter.models.lengths import POINTS_PER_MM

A4 = (11906, 16838)
COMPATIBILITY = "http://schemas.microsoft.com/office/word"

TWIPS_A_MM = 20 * POINTS_PER_MM
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# Word refuses a file whose children stand in another order than the schema's.
_ORDERS = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi"
    " adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc"
    " textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof"
    " snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText"
    " vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
    " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "zoom mirrorMargins defaultTabStop evenAndOddHeaders drawingGridVerticalSpacing"
    " displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery characterSpacingControl compat"
    " themeFontLang decimalSymbol listSeparator",
)
_ORDER = {
    parent: order.split() for parent, order in zip(("pPr", "rPr", "sectPr", "settings"), _ORDERS, strict=True)
}


def put(parent: etree._Element, name: str, **values: object) -> etree._Element:
    """Set the child ``w:name`` of ``parent`` at its place in the schema, and return it; an old one goes."""
    child = etree.Element(qn(f"w:{name}"))
    for key, value in values.items():
        child.set(qn(f"w:{key}"), str(value))
    old = parent.find(child.tag)
    if old is not None:
        parent.remove(old)
    order = _ORDER.get(etree.QName(parent).localname)
    if order is None:
        parent.append(child)
    else:
        later = {qn(f"w:{follower}") for follower in order[order.index(name) + 1 :]}
        parent.insert(next((n for n, other in enumerate(parent) if other.tag in later), len(parent)), child)
    return child


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point, rounded up so that no margin is narrower than asked.

    Less than a tenth of a twip is dropped: 26 mm are 1474.02.
    """
    return math.ceil(millimetres * TWIPS_A_MM - 0.1)


def character_space(text_width: int, characters: int, size: float) -> int:
    """Return the ``charSpace`` that puts ``characters`` of ``size`` pt on a line (17.6.5).

    ``text_width`` is in twips, the result in 4096ths of a point beyond the size. Three twips stay
    free, since Word may lose one or two when it rounds the margins.
    """
    return round(((text_width - 3) / characters - size * 20) * 4096 / 20)


def set_fonts(properties: etree._Element, east_asian: str, latin: str) -> None:
    """Set the fonts of all four scripts (17.3.2.26): ``w:ascii`` alone leaves 汉字 in the default font."""
    put(properties, "rFonts", ascii=latin, eastAsia=east_asian, hAnsi=latin, cs=latin)


def set_size(properties: etree._Element, points: float) -> None:
    """Set the type size, which a file stores in half points (17.3.2.38)."""
    put(properties, "sz", val=round(points * 2))
    put(properties, "szCs", val=round(points * 2))


def set_shading(properties: etree._Element, color: str, fill: str) -> None:
    """Set the colours of the characters and behind them, as RRGGBB (17.3.2.6, 17.3.2.32)."""
    put(properties, "color", val=color)
    put(properties, "shd", val="clear", color="auto", fill=fill)


def set_language(properties: etree._Element) -> None:
    """Declare the text Chinese (17.3.2.20)."""
    put(properties, "lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")


def set_indent(
    properties: etree._Element, cell: float, *, first: int = 0, left: int = 0, right: int = 0
) -> None:
    """Indent by whole characters (17.3.1.12): in ``Chars`` for Word, in twips of ``cell`` for LibreOffice."""
    sides = {"left": left, "right": right, "firstLine": first}
    values = {f"{side}Chars": count * 100 for side, count in sides.items() if count}
    values |= {side: round(count * cell) for side, count in sides.items() if count}
    put(properties, "ind", **values)


def set_side(properties: etree._Element, side: str, width: int) -> None:
    """Align a paragraph to ``side`` (left or right), one character of ``width`` twips away from it."""
    put(properties, "ind", **{f"{side}Chars": 100, side: width})
    put(properties, "jc", val=side)


def leave_grid(properties: etree._Element) -> None:
    """Take a style off the document grid (17.3.1.32), which fits type of one size only."""
    put(properties, "snapToGrid", val=0)


def set_chinese_breaks(properties: etree._Element) -> None:
    """Break lines by the Chinese rules, on the document grid (17.3.1.16, 17.3.1.2).

    ``overflowPunct`` is left out on purpose: LibreOffice takes it for its opposite.
    """
    for name in ("kinsoku", "autoSpaceDE", "autoSpaceDN", "snapToGrid"):
        put(properties, name, val=1)


def set_outline_level(properties: etree._Element, level: int) -> None:
    """Make a style a heading of ``level``, from 1; the file counts from 0 (17.3.1.20)."""
    put(properties, "outlineLvl", val=level - 1)


def add_number_field(runs: list[etree._Element], field: str) -> None:
    """Make five empty runs a field (17.16): PAGE for the page number, NUMPAGES for how many there are.

    WPS shows no number where a single run holds the whole field.
    """
    begin, code, separate, result, end = runs
    for run, kind in ((begin, "begin"), (separate, "separate"), (end, "end")):
        put(run, "fldChar", fldCharType=kind)
    # No spaces around the code, so that it needs no xml:space="preserve".
    put(code, "instrText").text = field
    put(result, "t").text = "1"


def add_mode(compatible: etree._Element, name: str, value: int) -> None:
    """Add one of Word's own compatibility settings (MS-DOCX 2.3.6); they share one element name."""
    mode = etree.SubElement(compatible, qn("w:compatSetting"))
    for key, content in (("name", name), ("uri", COMPATIBILITY), ("val", str(value))):
        mode.set(qn(f"w:{key}"), content)


def set_a4(section: etree._Element) -> None:
    """Set the paper size, with the code that printers know it by (17.6.13)."""
    put(section, "pgSz", w=A4[0], h=A4[1], code=9)


def set_grid(section: etree._Element, pitch: int, char_space: int) -> None:
    """Set the document grid: lines of ``pitch`` twips, characters of one width (17.6.5)."""
    put(section, "docGrid", type="linesAndChars", linePitch=pitch, charSpace=char_space)


def tidy(root: etree._Element) -> None:
    """Remove what python-docx's template declares and no document uses."""
    for element in root.iter(etree.Element):
        for key in list(element.attrib):
            name = etree.QName(key)
            if name.namespace == NAMESPACES["mc"] or name.localname.startswith("rsid"):
                del element.attrib[key]
    remove(root, qn("w:rsid"))
    etree.cleanup_namespaces(root)


def detach(element: etree._Element) -> None:
    """Remove an element from what it stands in, where it stands in anything."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def remove(root: etree._Element, *tags: str) -> None:
    """Remove the elements of some ``tags``, with all in them, from what is under ``root``."""
    for element in list(root.iter(*tags)):
        detach(element)


def unwrap(element: etree._Element, content: etree._Element | None) -> None:
    """Put what ``content`` holds, which is ``element`` itself or in it, in the place of ``element``."""
    if element.getparent() is not None:
        for child in list(content) if content is not None else ():
            element.addprevious(child)
        detach(element)


def is_within(element: etree._Element, *tags: str) -> bool:
    """Return whether ``element`` stands in an element of one of ``tags``."""
    return next(element.iterancestors(*tags), None) is not None


def set_words(text: etree._Element, words: str) -> None:
    """Let a ``w:t`` hold ``words``, the white space at their ends as well (17.3.3.31)."""
    text.text = words
    text.set(_SPACE, "preserve")
