"""Page numbers: ``— 1 —`` below the text area (GB/T 9704-2012, 7.5), or ``— 1/9 —``."""

from __future__ import annotations

from docx.document import Document
from docx.section import Section, _Footer
from docx.text.paragraph import Paragraph

from drafter.layout import Layout
from drafter.word import names, ooxml


def make_footers(document: Document, section: Section, layout: Layout) -> None:
    """Add the footers of ``layout``: none, one, or one for odd and one for even pages."""
    position = layout.page_number.position
    if position == "none":
        return
    width, total = round(layout.page_number.size * 20), layout.page_number.total
    if position == "centred":
        ooxml.put(_add_number(section.footer, total)._p.get_or_add_pPr(), "jc", val="center")
        return
    # Without this setting Word shows the odd pages' footer on all pages.
    document.settings.odd_and_even_pages_header_footer = True
    ooxml.set_side(_add_number(section.footer, total)._p.get_or_add_pPr(), "right", width)
    ooxml.set_side(_add_number(section.even_page_footer, total)._p.get_or_add_pPr(), "left", width)


def _add_number(footer: _Footer, total: bool) -> Paragraph:
    footer.is_linked_to_previous = False
    paragraph: Paragraph = footer.paragraphs[0]
    ooxml.put(paragraph._p.get_or_add_pPr(), "pStyle", val=names.FOOTER)
    paragraph.add_run(f"{names.DASH} ")
    ooxml.add_number_field([paragraph.add_run()._r for _ in range(5)], "PAGE")
    if total:
        paragraph.add_run(names.OF)
        ooxml.add_number_field([paragraph.add_run()._r for _ in range(5)], "NUMPAGES")
    paragraph.add_run(f" {names.DASH}")
    return paragraph
