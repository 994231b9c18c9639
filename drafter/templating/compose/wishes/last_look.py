"""A last look over a finished speech: no sentence with words that only its writer was to hear is read out."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from drafter.facts.wishes.to_writer import said_to_writer
from drafter.templating.compose.composition import Composition, Paragraph, Point, Section


def without_asides(speech: Composition) -> Composition:
    """Return the speech without the sentences in which the writer is spoken to.

    What they tell counts as not said then, and the report tells so.
    """
    return replace(
        speech,
        opening=_heard(speech.opening),
        sections=tuple(_heard_section(section) for section in speech.sections),
        passages=_heard(speech.passages),
        closing=_heard(speech.closing),
        own=tuple(_heard_point(point) for point in speech.own),
    )


def _heard(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    kept = (tuple(s for s in each if not any(said_to_writer(s.text))) for each in paragraphs)
    return tuple(filter(None, kept))


def _heard_point(point: Point) -> Point:
    return replace(point, paragraphs=_heard(point.paragraphs))


def _heard_section(section: Section) -> Section:
    points = tuple(_heard_point(point) for point in section.points)
    return replace(section, paragraphs=_heard(section.paragraphs), points=points)
