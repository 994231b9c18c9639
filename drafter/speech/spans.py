"""A block as the flat run of its segments: words of a template, values of the parameters, blanks.

Emphasis and lead sentences, which nest, are flags here. The Word writer sets segments, and
a comparison of two drafts compares them: a value is one piece, whatever it says.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from drafter.models.paths import is_running_text
from drafter.speech.tree import Blank, Break, Field, Inlines, Lead, Note, Ordinal, Text


class SpanKind(Enum):
    """What a segment is. A value is short, a prose may go over several blocks; a note is no text."""

    WORDS = "words"
    ORDINAL = "ordinal"
    VALUE = "value"
    PROSE = "prose"
    BLANK = "blank"
    NOTE = "note"


# Looked up once: there are hundreds of segments.
_WORDS, _ORDINAL = SpanKind.WORDS, SpanKind.ORDINAL
_VALUE, _PROSE = SpanKind.VALUE, SpanKind.PROSE


class TextSpan(Struct, frozen=True, gc=False):
    """A stretch of one block. ``text`` has a line feed where a title breaks.

    Values and blanks have the ``path`` of the parameters, blanks a ``label`` and a ``hint``.
    """

    kind: SpanKind
    text: str
    path: str = ""
    label: str = ""
    hint: str = ""
    is_lead: bool = False
    is_bold: bool = False


def spans_of(inlines: Inlines) -> list[TextSpan]:
    """Return the segments of ``inlines``; what joins without a seam is one."""
    segments: list[TextSpan] = []
    _add(segments, inlines, False, False)
    return segments


def text_of(segments: list[TextSpan]) -> str:
    """Return the words of ``segments`` as they stand in a document."""
    return "".join(segment.text for segment in segments if segment.kind is not SpanKind.NOTE)


def _add(segments: list[TextSpan], inlines: Inlines, lead: bool, bold: bool) -> None:
    for inline in inlines:
        # Not a match: there are hundreds, most of the first two types, and patterns take thrice as long.
        if isinstance(inline, Text):
            kind = _ORDINAL if isinstance(inline, Ordinal) else _WORDS
            _add_words(segments, TextSpan(kind, inline.text, is_lead=lead, is_bold=bold))
        elif isinstance(inline, Field):
            _add_value(segments, inline, lead, bold)
        elif isinstance(inline, Blank):
            text, label = inline.text, inline.label
            segments.append(TextSpan(SpanKind.BLANK, text, inline.path, label, inline.hint, lead, bold))
        elif isinstance(inline, Break):
            _add_words(segments, TextSpan(SpanKind.WORDS, "\n", is_lead=lead, is_bold=bold))
        elif isinstance(inline, Note):
            segments.append(TextSpan(SpanKind.NOTE, inline.text))
        else:
            is_lead = isinstance(inline, Lead)
            _add(segments, inline.inlines, lead or is_lead, bold or not is_lead)


def _add_words(segments: list[TextSpan], new: TextSpan) -> None:
    last = segments[-1] if segments else None
    if (
        last is not None
        and last.kind is new.kind is _WORDS
        and (last.is_lead, last.is_bold) == (new.is_lead, new.is_bold)
    ):
        segments[-1] = replace(last, text=last.text + new.text)
    elif new.text:
        segments.append(new)


def _add_value(segments: list[TextSpan], field: Field, lead: bool, bold: bool) -> None:
    if not field.text:
        return
    kind = _PROSE if is_running_text(field.path) else _VALUE
    # A title that breaks within a value: both lines are the one value.
    if len(segments) > 1 and segments[-1].text == "\n" and segments[-2].path == field.path:
        segments.pop()
        segments[-1] = replace(segments[-1], text=f"{segments[-1].text}\n{field.text}")
    else:
        segments.append(TextSpan(kind, field.text, field.path, "", "", lead, bold))
