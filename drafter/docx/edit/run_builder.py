"""What is written into a document that is there already: segments as elements, looking as those around."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from drafter.docx.bookmarks import Bookmarks, Identifiers
from drafter.docx.content_controls import control, label_of
from drafter.docx.edit.runs import dress, parse_runs
from drafter.docx.ooxml import qn
from drafter.docx.stylesheet import Stylesheet
from drafter.docx.write.comments import Comments
from drafter.docx.write.xml import clean, run
from drafter.speech.spans import SpanKind, TextSpan

_PROPERTIES, _STYLE, _VALUE = map(qn, ("w:rPr", "w:rStyle", "w:val"))


class RunBuilder:
    """Makes elements of segments; ``styles`` are the document's own for leads and blanks.

    ``set_words`` makes runs of words, as a reading copy has joiners in them; ``comments`` take what
    blanks ask for, None where nothing is to be asked.
    """

    def __init__(
        self,
        identities: Identifiers,
        marks: Bookmarks,
        styles: Stylesheet | None = None,
        set_words: Callable[[str], str] = run,
        comments: Comments | None = None,
    ) -> None:
        self._identities, self._marks = identities, marks
        self._styles = styles or Stylesheet({})
        self._set_words, self._comments = set_words, comments

    def elements(self, segment: TextSpan, look: etree._Element | None) -> list[etree._Element]:
        """Return ``segment`` as what stands in a paragraph: runs, a control, prose between its bookmarks."""
        if segment.kind is SpanKind.BLANK:
            new = self._control(segment, look) if segment.path else self.words(segment, look)
            return self.commented(new, segment)
        if segment.kind is SpanKind.VALUE and segment.path:
            return self._control(segment, look)
        if segment.kind is SpanKind.PROSE:
            opening, end = self._marks.around_prose(segment.path)
            return [*parse_runs(opening), *self.words(segment, look), *parse_runs(end)]
        return self.words(segment, look)

    def words(self, segment: TextSpan, look: etree._Element | None) -> list[etree._Element]:
        """Return the runs of ``segment``, in ``look`` but for the style that it has by itself."""
        text = clean(segment.text)
        if segment.kind is SpanKind.BLANK:
            return parse_runs(run(text, self._styles.blank, segment.is_bold))
        new = parse_runs(self._set_words(text)) if text else []
        look = self._look(segment, look)
        for element in new:
            dress(element, look)
        return new

    def _look(self, segment: TextSpan, look: etree._Element | None) -> etree._Element | None:
        """Return ``look`` for the words of ``segment``: a lead sentence's or not, and no blank's."""
        style = None if look is None else look.find(_STYLE)
        name = "" if style is None else str(style.get(_VALUE))
        lead = self._styles.lead
        if name == self._styles.blank or (name == lead) != segment.is_lead:
            new = etree.Element(_PROPERTIES) if look is None else deepcopy(look)
            for old in new.findall(_STYLE):
                new.remove(old)
            if segment.is_lead:
                etree.SubElement(new, _STYLE).set(_VALUE, lead)
                new.insert(0, new[-1])
            return new
        return look

    def _control(self, segment: TextSpan, look: etree._Element | None) -> list[etree._Element]:
        is_blank = segment.kind is SpanKind.BLANK
        label = segment.label if is_blank else label_of(segment.path)
        identity = self._identities.of_control(segment.path)
        text = "" if is_blank else segment.text
        frame = parse_runs(control(segment.path, label, "", identity, text=text))
        content = frame[0].find(qn("w:sdtContent"))
        assert content is not None
        content.extend(self.words(segment, look))
        return frame

    def commented(self, elements: list[etree._Element], segment: TextSpan) -> list[etree._Element]:
        """Return ``elements``, a blank's, between the anchors of a comment that says what it asks for."""
        anchors = parse_runs(self._comments.attach("", segment.hint)) if self._comments is not None else []
        for anchor in anchors:
            self._styles.adapt(anchor)
        return [*anchors[:1], *elements, *anchors[1:]]
