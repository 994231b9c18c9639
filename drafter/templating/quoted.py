"""A drafted speech as templates of other papers see it, to quote its headings."""

from __future__ import annotations

from markupsafe import Markup, escape
from msgspec import Struct

from drafter.speech.tree import (
    Blank,
    Emphasis,
    Field,
    Inlines,
    Lead,
    Paragraphs,
    Part,
    Point,
    Speech,
    plain_text,
)
from drafter.templating.values import Missing, Value

# How the ordinal of a first argument begins; that of a first task does not.
OF_ARGUMENTS = ("第", "首先", "一是")


class Words(Struct, frozen=True):
    """A line of the speech; when printed, its values are fields and its blanks blanks again."""

    inlines: Inlines

    def __html__(self) -> str:
        return markup_of(self.inlines)

    def __str__(self) -> str:
        return plain_text(self.inlines)

    def __bool__(self) -> bool:
        return bool(self.inlines)


class QuotedPoint(Struct, frozen=True):
    """A point's ordinal and heading; ``body`` is its text, a line for each paragraph."""

    ordinal: str
    heading: Words
    body: tuple[Words, ...] = ()


class QuotedPart(Struct, frozen=True):
    """A part's role, ordinal, heading, lead and points.

    ``headed`` are the points that have headings; ``mark`` is what separates these in one sentence.
    ``argues`` tells points that argue for their part, or none at all, from tasks.
    """

    role: str
    ordinal: str
    heading: Words
    lead: tuple[Words, ...]
    points: tuple[QuotedPoint, ...]
    headed: tuple[QuotedPoint, ...]
    mark: str
    argues: bool


class QuotedSpeech(Struct, frozen=True):
    """A speech's title and parts; empty and false for a paper that follows none."""

    title: Words = Words(())
    parts: tuple[QuotedPart, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)


def quoted_speech(speech: Speech) -> QuotedSpeech:
    """Return what templates see of ``speech``."""
    return QuotedSpeech(Words(speech.title), tuple(map(_part, speech.parts)))


def _part(part: Part) -> QuotedPart:
    points = tuple(map(_point, part.points))
    headed = tuple(point for point in points if point.heading)
    return QuotedPart(
        role=part.role,
        ordinal=part.ordinal,
        heading=Words(part.heading),
        lead=_lines(part.lead),
        points=points,
        headed=headed,
        mark="；" if any("，" in str(point.heading) for point in headed) else "，",
        argues=not points or not points[0].ordinal or points[0].ordinal.startswith(OF_ARGUMENTS),
    )


def _point(point: Point) -> QuotedPoint:
    return QuotedPoint(point.ordinal, Words(point.heading), _lines(point.body))


def _lines(paragraphs: Paragraphs) -> tuple[Words, ...]:
    return tuple(Words(paragraph.inlines) for paragraph in paragraphs)


def markup_of(inlines: Inlines) -> str:
    """Return ``inlines`` as markup; remarks and line breaks are left out."""
    parts = []
    for inline in inlines:
        match inline:
            case Field(path, text):
                parts.append(Value.of(text, path).__html__())
            case Blank(path, label, hint):
                parts.append(Missing(path, label, hint).__html__())
            case Emphasis(inner) | Lead(inner):
                parts.append(markup_of(inner))
            case _:
                parts.append(escape(plain_text((inline,))))
    return Markup("").join(map(Markup, parts))
