"""What a person did to single paragraphs of a document besides changing their words."""

from __future__ import annotations

from lxml import etree

from drafter.docx import style_ids
from drafter.docx.fingerprint import Marks, marks_of
from drafter.docx.formatting import Formatting
from drafter.docx.story import FIELD, FOREIGN, Story
from drafter.docx.stylesheet import StyleSheet

_BOLD = "b=on"
_OWN_LOOKS = {"", style_ids.LEAD, style_ids.BLANK}
# The only thing that drafter sets on a paragraph itself.
_OWN_FORMATTING = "spacing.after="


class OwnWork:
    """Finds what drafter did not write in the paragraphs of a document with ``styles``."""

    def __init__(self, styles: StyleSheet) -> None:
        # Whoever saved the file last, what the styles set once more is nobody's work.
        self._formatting = Formatting(styles, loose=True)

    def has_things(self, paragraph: etree._Element) -> bool:
        """Return whether there are links, bookmarks, fields, pictures and the like in a paragraph."""
        return not self._marks(paragraph).looks.isdisjoint((FOREIGN, FIELD))

    def is_in(self, paragraph: etree._Element, *, has_bold: bool) -> bool:
        """Return whether there is anything in a paragraph, or formatting; ``has_bold``: bold is drafter's."""
        marks = self._marks(paragraph)
        own = _OWN_LOOKS | ({look + _BOLD for look in _OWN_LOOKS} if has_bold else set())
        formatting = marks.formatting.removeprefix(_OWN_FORMATTING)
        return not marks.looks <= own or not (formatting == "" or formatting.isdigit())

    def _marks(self, paragraph: etree._Element) -> Marks:
        story = Story(self._formatting)
        story.read_paragraph(paragraph)
        return marks_of(story.lines[-1])
