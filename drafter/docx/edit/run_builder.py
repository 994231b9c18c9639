"""New runs for a document that is there already: spans as elements, formatted like their surroundings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy

from lxml import etree

from drafter.docx import style_ids
from drafter.docx.bookmarks import Bookmarks, Identifiers
from drafter.docx.comments import Comments
from drafter.docx.content_controls import control, label_of
from drafter.docx.edit.runs import parse_runs, set_properties
from drafter.docx.ooxml import clean, qn, run
from drafter.docx.stylesheet import relink
from drafter.speech.spans import SpanKind, TextSpan

_PROPERTIES, _STYLE, _VALUE = map(qn, ("w:rPr", "w:rStyle", "w:val"))


class RunBuilder:
    """Makes elements of spans.

    ``styles`` are the ids that our styles have in the document. ``write`` writes words as runs, in a
    reading copy with joiners in them. ``comments`` take what blanks ask for; None to ask nothing.
    """

    def __init__(
        self,
        identifiers: Identifiers,
        bookmarks: Bookmarks,
        styles: Mapping[str, str],
        write: Callable[[str], str] = run,
        comments: Comments | None = None,
    ) -> None:
        self._identifiers, self._bookmarks = identifiers, bookmarks
        self._styles, self._write, self._comments = styles, write, comments

    def elements(self, span: TextSpan, model: etree._Element | None) -> list[etree._Element]:
        """Return ``span`` as elements of a paragraph: runs, a control, prose between its bookmarks.

        ``model`` are the properties of a run whose formatting the words take over.
        """
        if span.kind is SpanKind.BLANK:
            new = self._control(span, model) if span.path else self.words(span, model)
            return self.commented(new, span)
        if span.kind is SpanKind.VALUE and span.path:
            return self._control(span, model)
        if span.kind is SpanKind.PROSE:
            start, end = self._bookmarks.around_prose(span.path)
            return [*parse_runs(start), *self.words(span, model), *parse_runs(end)]
        return self.words(span, model)

    def words(self, span: TextSpan, model: etree._Element | None) -> list[etree._Element]:
        """Return the words of ``span`` as runs formatted like ``model``, but in the style of the span."""
        text = clean(span.text)
        if span.kind is SpanKind.BLANK:
            return parse_runs(run(text, self._styles[style_ids.BLANK], span.is_bold))
        new = parse_runs(self._write(text)) if text else []
        properties = self._properties(span, model)
        for element in new:
            set_properties(element, properties)
        return new

    def commented(self, elements: list[etree._Element], span: TextSpan) -> list[etree._Element]:
        """Return ``elements``, those of a blank, with a comment on them that says what it asks for."""
        anchors = parse_runs(self._comments.attach("", span.hint)) if self._comments is not None else []
        for anchor in anchors:
            relink(anchor, self._styles)
        return [*anchors[:1], *elements, *anchors[1:]]

    def _properties(self, span: TextSpan, model: etree._Element | None) -> etree._Element | None:
        """Return ``model`` with the style of lead sentences for a lead only, and never that of blanks."""
        style = None if model is None else model.find(_STYLE)
        name = "" if style is None else str(style.get(_VALUE))
        lead = self._styles[style_ids.LEAD]
        if name != self._styles[style_ids.BLANK] and (name == lead) == span.is_lead:
            return model
        new = etree.Element(_PROPERTIES) if model is None else deepcopy(model)
        for old in new.findall(_STYLE):
            new.remove(old)
        if span.is_lead:
            etree.SubElement(new, _STYLE).set(_VALUE, lead)
            new.insert(0, new[-1])
        return new

    def _control(self, span: TextSpan, model: etree._Element | None) -> list[etree._Element]:
        is_blank = span.kind is SpanKind.BLANK
        label = span.label if is_blank else label_of(span.path)
        identifier = self._identifiers.for_control(span.path)
        new = parse_runs(control(span.path, label, "", identifier, text="" if is_blank else span.text))
        content = new[0].find(qn("w:sdtContent"))
        assert content is not None
        content.extend(self.words(span, model))
        return new
