"""The settings of the base document, and the table of its fonts."""

from __future__ import annotations

from docx.document import Document

from drafter.layout import Layout
from drafter.word import ooxml
from drafter.word.markup import DECLARATION, NAMESPACE
from drafter.word.measures import Measures

# Word 2013's way of setting a page, with the switches of a Chinese installation.
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
# The same design under another name, where only that one is installed.
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
    """Replace the settings of ``document``; the footers add their own afterwards."""
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    ooxml.put(settings, "zoom", percent=100)
    if layout.page.mirror:
        ooxml.put(settings, "mirrorMargins")
    ooxml.put(settings, "defaultTabStop", val=round(layout.body.size * 40))
    ooxml.put(settings, "drawingGridVerticalSpacing", val=measures.pitch)
    ooxml.put(settings, "displayHorizontalDrawingGridEvery", val=0)
    ooxml.put(settings, "displayVerticalDrawingGridEvery", val=2)
    ooxml.put(settings, "characterSpacingControl", val="doNotCompress")
    compatible = ooxml.put(settings, "compat")
    for name in _COMPATIBLE:
        ooxml.put(compatible, name)
    for name, value in _MODES.items():
        ooxml.add_mode(compatible, name, value)
    ooxml.put(settings, "themeFontLang", val="en-US", eastAsia="zh-CN")
    ooxml.put(settings, "decimalSymbol", val=".")
    ooxml.put(settings, "listSeparator", val=",")


def font_table(layout: Layout) -> bytes:
    """Return ``fontTable.xml``: the fonts in use, and what may stand in for them."""
    faces = (layout.body, layout.byline, layout.outline, layout.comment, *layout.headings)
    fonts = {face.font for face in faces} | {layout.title.font, layout.lead.font, layout.page_number.font}
    chinese = "".join(map(_chinese_font, sorted(fonts - {layout.latin_font})))
    latin = f'<w:font w:name="{layout.latin_font}"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>'
    return f'{DECLARATION}<w:fonts xmlns:w="{NAMESPACE}">{chinese}{latin}</w:fonts>'.encode()


def _chinese_font(name: str) -> str:
    alternative = _ALTERNATIVES.get(name)
    other = f'<w:altName w:val="{alternative}"/>' if alternative else ""
    return f'<w:font w:name="{name}">{other}<w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
