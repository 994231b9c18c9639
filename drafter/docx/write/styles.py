"""The styles of a layout, made with python-docx, under names that Word shows in its own language."""

from __future__ import annotations

from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Pt
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.styles.styles import Styles
from docx.text.parfmt import ParagraphFormat

from drafter.docx import elements, style_ids
from drafter.docx.ooxml import qn
from drafter.docx.write.settings import Measures
from drafter.models.layout import Face, Layout

# Word relies on these four; they are emptied, not removed.
_KEPT = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}


def make_styles(document: Document, layout: Layout, measures: Measures) -> None:
    """Replace the styles of ``document`` by those of ``layout``."""
    styles = document.styles
    _clear(styles)
    _set_defaults(styles, layout)
    _set_normal(styles, layout)
    _add_title_group(styles, layout)
    _add_body(styles, layout, measures)
    _add_signature(styles, measures)
    _add_outline(styles, layout, measures)
    _add_small(styles, layout)
    _add_character_styles(styles, layout)


def _clear(styles: Styles) -> None:
    for style in list(styles):
        if style.name not in _KEPT:
            style.delete()
    latent = styles.latent_styles
    for exception in list(latent):
        exception.delete()
    # Word lists no styles that the document does not use.
    latent.default_to_hidden = latent.default_to_unhide_when_used = True
    latent.default_to_quick_style = latent.default_to_locked = False
    latent.default_priority = 99


def _set_defaults(styles: Styles, layout: Layout) -> None:
    defaults = styles.element.find(qn("w:docDefaults"))
    for child in list(defaults):
        defaults.remove(child)
    properties = elements.put(elements.put(defaults, "rPrDefault"), "rPr")
    elements.set_fonts(properties, layout.body.font, layout.latin_font)
    elements.set_size(properties, layout.body.size)
    elements.set_language(properties)
    elements.put(elements.put(defaults, "pPrDefault"), "pPr")


def _set_normal(styles: Styles, layout: Layout) -> None:
    """Set Normal in the size of the body, because the grid of the page counts in characters of Normal."""
    style = cast(ParagraphStyle, styles["Normal"])
    _set_face(style, layout.body, layout.latin_font)
    # Unbreakable figures leave lines short; justified, such lines would be hard to read aloud.
    ragged = layout.lectern.whole_figures
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT if ragged else WD_ALIGN_PARAGRAPH.JUSTIFY
    # With widow control, pages may lack their last line.
    style.paragraph_format.widow_control = False
    elements.set_chinese_breaks(style.element.get_or_add_pPr())
    _set_pitch(style.paragraph_format, layout.grid.pitch)


def _add_title_group(styles: Styles, layout: Layout) -> None:
    title = layout.title
    style = _add(styles, style_ids.TITLE)
    # Digits in a title are in the Chinese font, as they are in the page number.
    _set_face(style, Face(font=title.font, size=title.size, bold=title.bold), title.font)
    _set_pitch(style.paragraph_format, title.pitch)
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elements.leave_grid(style.element.get_or_add_pPr())
    byline = _add(styles, style_ids.BYLINE)
    _set_face(byline, layout.byline, layout.latin_font)
    byline.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    salutation = _add(styles, style_ids.SALUTATION)
    # The salutation must not stand alone at the end of a page.
    salutation.paragraph_format.keep_with_next = True
    for before, after in ((style, byline), (byline, salutation)):
        before.next_paragraph_style = after


def _add_body(styles: Styles, layout: Layout, measures: Measures) -> None:
    body = _add(styles, style_ids.BODY)
    elements.set_indent(body.element.get_or_add_pPr(), measures.cell, first=2)
    body.paragraph_format.keep_together = layout.lectern.whole_paragraphs or None
    cast(ParagraphStyle, styles["Salutation"]).next_paragraph_style = body
    for level, face in enumerate(layout.headings, 1):
        heading = _add(styles, style_ids.HEADINGS[level - 1])
        _set_face(heading, face, layout.latin_font)
        heading.next_paragraph_style = body
        heading.paragraph_format.keep_with_next = heading.paragraph_format.keep_together = True
        elements.set_indent(heading.element.get_or_add_pPr(), measures.cell, first=2)
        elements.set_outline_level(heading.element.get_or_add_pPr(), level)


def _add_signature(styles: Styles, measures: Measures) -> None:
    """Add the style of signature and date, four characters from the right (GB/T 9704-2012, 7.3.5.1)."""
    style = _add(styles, style_ids.SIGNATURE)
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    style.paragraph_format.keep_with_next = True
    elements.set_indent(style.element.get_or_add_pPr(), measures.cell, right=4)


def _add_outline(styles: Styles, layout: Layout, measures: Measures) -> None:
    title = _add(styles, style_ids.OUTLINE_TITLE)
    _set_face(title, layout.headings[0], layout.latin_font)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.keep_with_next = True
    for level, identifier in enumerate(style_ids.OUTLINES, 1):
        style = _add(styles, identifier)
        _set_face(style, layout.outline, layout.latin_font)
        style.paragraph_format.keep_together = layout.lectern.whole_paragraphs or None
        elements.set_indent(style.element.get_or_add_pPr(), measures.cell, first=2, left=2 * (level - 1))


def _add_small(styles: Styles, layout: Layout) -> None:
    """Add the styles of footer and comments, which have sizes of their own and stand off the grid."""
    number, comment = layout.page_number, layout.comment
    footer = _add(styles, style_ids.FOOTER)
    _set_face(footer, Face(font=number.font, size=number.size), number.font)
    _set_pitch(footer.paragraph_format, number.size)
    text = _add(styles, style_ids.COMMENT_TEXT)
    _set_face(text, comment, layout.latin_font)
    text.paragraph_format.line_spacing = 1.0
    text.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    for style in (footer, text):
        style.quick_style = False
        elements.leave_grid(style.element.get_or_add_pPr())


def _add_character_styles(styles: Styles, layout: Layout) -> None:
    lead = _add_character(styles, style_ids.LEAD)
    elements.set_fonts(lead.element.get_or_add_rPr(), layout.lead.font, layout.latin_font)
    lead.font.bold = layout.lead.bold or None
    blank = _add_character(styles, style_ids.BLANK)
    elements.set_shading(blank.element.get_or_add_rPr(), layout.blank.color, layout.blank.shading)
    reference = _add_character(styles, style_ids.COMMENT_REFERENCE)
    reference.font.size = Pt(layout.comment.size)
    reference.quick_style = False


def _add(styles: Styles, identifier: str) -> ParagraphStyle:
    style = cast(ParagraphStyle, _new(styles, identifier, WD_STYLE_TYPE.PARAGRAPH))
    style.base_style = styles["Normal"]
    return style


def _add_character(styles: Styles, identifier: str) -> CharacterStyle:
    style = _new(styles, identifier, WD_STYLE_TYPE.CHARACTER)
    style.base_style = styles["Default Paragraph Font"]
    return style


def _new(styles: Styles, identifier: str, kind: WD_STYLE_TYPE) -> CharacterStyle:
    name = style_ids.NAMES[identifier]
    style: CharacterStyle = styles.add_style(name, kind, builtin=name.isascii())  # type: ignore[no-untyped-call]
    style.element.styleId = identifier
    style.hidden = style.unhide_when_used = False
    style.quick_style = True
    style.priority = 1
    return style


def _set_face(style: CharacterStyle, face: Face, latin: str) -> None:
    properties = style.element.get_or_add_rPr()
    elements.set_fonts(properties, face.font, latin)
    elements.set_size(properties, face.size)
    style.font.bold = face.bold


def _set_pitch(paragraph_format: ParagraphFormat, points: float) -> None:
    # With an exact pitch, lines do not depend on the metrics of a substitute font.
    paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph_format.line_spacing = Pt(points)
    paragraph_format.space_before = paragraph_format.space_after = Pt(0)
