"""A block as a flat list of spans: words of a template, values of the parameters, blanks.

Emphasis and lead sentences, which nest in the tree, are flags of a span. The Word writer sets
spans, and a comparison of two drafts compares them.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from drafter.models.paths import is_running_text
from drafter.speech.tree import Blank, Break, Field, Inlines, Lead, Note, Ordinal, Text


class SpanKind(Enum):
    """The kind of a span. A value is short; prose may go over several blocks; a note is no text."""

    WORDS = "words"
    ORDINAL = "ordinal"
    VALUE = "value"
    PROSE = "prose"
    BLANK = "blank"
    NOTE = "note"


# Looked up once, since a speech has hundreds of spans.
_WORDS, _ORDINAL = SpanKind.WORDS, SpanKind.ORDINAL
_VALUE, _PROSE = SpanKind.VALUE, SpanKind.PROSE


class TextSpan(Struct, frozen=True, gc=False):
    """A part of one block, of one kind. ``text`` has a line feed where a title breaks.

    Values and blanks have the ``path`` of their parameter; blanks also have a ``label`` and a ``hint``.
    """

    kind: SpanKind
    text: str
    path: str = ""
    label: str = ""
    hint: str = ""
    is_lead: bool = False
    is_bold: bool = False


def spans_of(inlines: Inlines) -> list[TextSpan]:
    """Return the spans of ``inlines``; adjacent words with the same flags are one span."""
    spans: list[TextSpan] = []
    _add(spans, inlines, False, False)
    return spans


def text_of(spans: list[TextSpan]) -> str:
    """Return the words of ``spans`` as a document prints them."""
    return "".join(span.text for span in spans if span.kind is not SpanKind.NOTE)


def _add(spans: list[TextSpan], inlines: Inlines, lead: bool, bold: bool) -> None:
    for inline in inlines:
        # No match statement: it takes three times as long, and there are hundreds of inlines.
        if isinstance(inline, Text):
            kind = _ORDINAL if isinstance(inline, Ordinal) else _WORDS
            _add_words(spans, TextSpan(kind, inline.text, is_lead=lead, is_bold=bold))
        elif isinstance(inline, Field):
            _add_value(spans, inline, lead, bold)
        elif isinstance(inline, Blank):
            text, label = inline.text, inline.label
            spans.append(TextSpan(SpanKind.BLANK, text, inline.path, label, inline.hint, lead, bold))
        elif isinstance(inline, Break):
            _add_words(spans, TextSpan(SpanKind.WORDS, "\n", is_lead=lead, is_bold=bold))
        elif isinstance(inline, Note):
            spans.append(TextSpan(SpanKind.NOTE, inline.text))
        else:
            is_lead = isinstance(inline, Lead)
            _add(spans, inline.inlines, lead or is_lead, bold or not is_lead)


def _add_words(spans: list[TextSpan], new: TextSpan) -> None:
    last = spans[-1] if spans else None
    if (
        last is not None
        and last.kind is new.kind is _WORDS
        and (last.is_lead, last.is_bold) == (new.is_lead, new.is_bold)
    ):
        spans[-1] = replace(last, text=last.text + new.text)
    elif new.text:
        spans.append(new)


def _add_value(spans: list[TextSpan], field: Field, lead: bool, bold: bool) -> None:
    if not field.text:
        return
    kind = _PROSE if is_running_text(field.path) else _VALUE
    # A title may break within a value; both lines are one span.
    if len(spans) > 1 and spans[-1].text == "\n" and spans[-2].path == field.path:
        spans.pop()
        spans[-1] = replace(spans[-1], text=f"{spans[-1].text}\n{field.text}")
    else:
        spans.append(TextSpan(kind, field.text, field.path, "", "", lead, bold))
