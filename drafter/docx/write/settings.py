"""The parts of the base package besides styles: settings, fonts, footers and the building block of blanks."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.section import Section, _Footer
from docx.text.paragraph import Paragraph
from msgspec import Struct

from drafter.docx import elements, style_ids
from drafter.docx.content_controls import EMPTIED, PLACEHOLDER
from drafter.docx.elements import character_space, twips
from drafter.docx.ooxml import DECLARATION, NAMESPACE, run
from drafter.docx.write.kept_base import DASH, OF
from drafter.models.layout import Layout

# The layout rules of Word 2013, with the options of a Chinese installation.
_COMPATIBLE = (
    "spaceForUL",
    "balanceSingleByteDoubleByteWidth",
    "doNotLeaveBackslashAlone",
    "ulTrailSpace",
    "doNotExpandShiftReturn",
    "adjustLineHeightInTable",
    "useFELayout",
)
_MODES = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}
# The same typeface under another name, for systems where only that is installed.
_ALTERNATIVES = {
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "仿宋": "仿宋_GB2312",
    "楷体": "楷体_GB2312",
    "黑体": "SimHei",
    "宋体": "SimSun",
    "方正小标宋简体": "方正小标宋_GBK",
}


def make_settings(document: Document, layout: Layout, measures: Measures) -> None:
    """Replace the settings of ``document``; ``make_footers`` adds another one."""
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    elements.put(settings, "zoom", percent=100)
    if layout.page.mirror:
        elements.put(settings, "mirrorMargins")
    elements.put(settings, "defaultTabStop", val=round(layout.body.size * 40))
    elements.put(settings, "drawingGridVerticalSpacing", val=measures.pitch)
    elements.put(settings, "displayHorizontalDrawingGridEvery", val=0)
    elements.put(settings, "displayVerticalDrawingGridEvery", val=2)
    elements.put(settings, "characterSpacingControl", val="doNotCompress")
    compatible = elements.put(settings, "compat")
    for name in _COMPATIBLE:
        elements.put(compatible, name)
    for name, value in _MODES.items():
        elements.add_mode(compatible, name, value)
    elements.put(settings, "themeFontLang", val="en-US", eastAsia="zh-CN")
    elements.put(settings, "decimalSymbol", val=".")
    elements.put(settings, "listSeparator", val=",")


def font_table(layout: Layout) -> bytes:
    """Return ``fontTable.xml``: the fonts in use, with alternative names."""
    faces = (layout.body, layout.byline, layout.outline, layout.comment, *layout.headings)
    fonts = {face.font for face in faces} | {layout.title.font, layout.lead.font, layout.page_number.font}
    chinese = "".join(map(_chinese_font, sorted(fonts - {layout.latin_font})))
    latin = f'<w:font w:name="{layout.latin_font}"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>'
    return f'{DECLARATION}<w:fonts xmlns:w="{NAMESPACE}">{chinese}{latin}</w:fonts>'.encode()


def _chinese_font(name: str) -> str:
    alternative = _ALTERNATIVES.get(name)
    other = f'<w:altName w:val="{alternative}"/>' if alternative else ""
    return f'<w:font w:name="{name}">{other}<w:charset w:val="86"/><w:family w:val="auto"/></w:font>'


def make_footers(document: Document, section: Section, layout: Layout) -> None:
    """Add the footers of ``layout``: none, one for all pages, or one each for odd and even pages."""
    position = layout.page_number.position
    if position == "none":
        return
    width, total = round(layout.page_number.size * 20), layout.page_number.total
    if position == "centred":
        elements.put(_add_number(section.footer, total)._p.get_or_add_pPr(), "jc", val="center")
        return
    # Without this setting Word shows the footer of odd pages on all pages.
    document.settings.odd_and_even_pages_header_footer = True
    elements.set_side(_add_number(section.footer, total)._p.get_or_add_pPr(), "right", width)
    elements.set_side(_add_number(section.even_page_footer, total)._p.get_or_add_pPr(), "left", width)


def _add_number(footer: _Footer, total: bool) -> Paragraph:
    footer.is_linked_to_previous = False
    paragraph: Paragraph = footer.paragraphs[0]
    elements.put(paragraph._p.get_or_add_pPr(), "pStyle", val=style_ids.FOOTER)
    paragraph.add_run(f"{DASH} ")
    elements.add_number_field([paragraph.add_run()._r for _ in range(5)], "PAGE")
    if total:
        paragraph.add_run(OF)
        elements.add_number_field([paragraph.add_run()._r for _ in range(5)], "NUMPAGES")
    paragraph.add_run(f" {DASH}")
    return paragraph


class Measures(Struct, frozen=True):
    """Lengths of a page in twips; ``char_space`` is in 4096ths of a point."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int
    footer: int
    pitch: int
    title_pitch: int
    cell: float
    char_space: int


def measure(layout: Layout) -> Measures:
    """Return the measures of ``layout``."""
    page = layout.page
    width, left, right, bottom = map(twips, (page.width, page.left, page.right, page.bottom))
    text_width = width - left - right
    number = layout.page_number
    # LibreOffice draws the dash 0.53 of the line above the bottom of the footer.
    footer = round(bottom - twips(number.drop) - 0.529 * number.size * 20)
    return Measures(
        width=width,
        height=twips(page.height),
        top=twips(page.top),
        bottom=bottom,
        left=left,
        right=right,
        header=twips(min(15, page.top / 2)),
        footer=max(footer, 0),
        pitch=round(layout.grid.pitch * 20),
        title_pitch=round(layout.title.pitch * 20),
        cell=(text_width - 3) / layout.grid.chars,
        char_space=character_space(text_width, layout.grid.chars, layout.body.size),
    )


# An arbitrary id; it must be the same in every file.
_GUID = "{6C0F7B1E-5D0A-4E55-9C1B-2F6D1A7E9C04}"
_GLOSSARY = (
    f'{DECLARATION}<w:glossaryDocument xmlns:w="{NAMESPACE}"><w:docParts><w:docPart><w:docPartPr>'
    f'<w:name w:val="{PLACEHOLDER}"/><w:category><w:name w:val="General"/><w:gallery w:val="placeholder"/>'
    '</w:category><w:types><w:type w:val="bbPlcHdr"/></w:types>'
    f'<w:behaviors><w:behavior w:val="content"/></w:behaviors><w:guid w:val="{_GUID}"/></w:docPartPr>'
    f"<w:docPartBody><w:p>{run(EMPTIED, style_ids.BLANK)}</w:p></w:docPartBody>"
    "</w:docPart></w:docParts></w:glossaryDocument>"
)
_GLOSSARY_STYLES = (
    f'{DECLARATION}<w:styles xmlns:w="{NAMESPACE}">'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    f'<w:style w:type="character" w:styleId="{style_ids.BLANK}"><w:name w:val="Placeholder Text"/></w:style>'
    "</w:styles>"
)


def add_glossary(document: Document) -> None:
    """Add the building block that all controls name as their placeholder (ECMA-376-1, 17.12)."""
    package = document.part.package
    assert package is not None
    uri, styles = PackURI("/word/glossary/document.xml"), PackURI("/word/glossary/styles.xml")
    part = Part(uri, CONTENT_TYPE.WML_DOCUMENT_GLOSSARY, _GLOSSARY.encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT)
    part.relate_to(
        Part(styles, CONTENT_TYPE.WML_STYLES, _GLOSSARY_STYLES.encode(), package),
        RELATIONSHIP_TYPE.STYLES,
    )
