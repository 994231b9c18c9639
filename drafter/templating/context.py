"""What a template can name: the parameters, and what is derived from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from markupsafe import Markup, escape
from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.library import Library
from drafter.models.fields import fields_of
from drafter.models.kind import Kind, KindPart
from drafter.models.parameters import Parameters
from drafter.models.parts import Heading, Part, Point
from drafter.models.paths import ANSWERS
from drafter.models.phrases import POINTS, Headings
from drafter.speech.tree import Speech
from drafter.templating.blanks import Blanks
from drafter.templating.event import Event
from drafter.templating.filters import as_work, fill
from drafter.templating.places import field_of, place_of
from drafter.templating.programme import programme_of
from drafter.templating.quoted import QuotedSpeech, quoted_speech
from drafter.templating.values import Items, View


def context_of(parameters: Parameters, library: Library, main: Speech | None = None) -> dict[str, Any]:
    """Return the names that the templates of a kind can use; ``main`` is the speech a paper follows."""
    kind = library.kind(parameters.kind)
    view = View(complete(parameters, kind), "")
    headings, variation = library.headings, parameters.style.variation
    usual = _kind_with_agenda(kind, library, main)
    blanks = Blanks(library.blanks_of(usual), parameters.answers)
    return {
        # Blanks look up their answers themselves.
        **{key: getattr(view, key) for key in fields_of(Parameters) if key != ANSWERS},
        "subject": as_work(view.topic or field_of(parameters.meeting, library.levels) or view.topic),
        "full_name": escape(view.meeting.name) if parameters.has_facts else full_name_of(view.meeting),
        "place": place_of(parameters, library),
        "programme": programme_of(view.meeting, view.speaker, usual.agenda, blanks),
        "compose": composer_of(headings, variation),
        "part_heading": part_composer_of(headings, variation),
        # What a release says of the facts; None where there are none.
        "released": None,
        "due": (),
        # How papers call what has facts, else a meeting.
        "event": Event(),
        "main": quoted_speech(main) if main else QuotedSpeech(),
    }


def _kind_with_agenda(kind: Kind, library: Library, main: Speech | None) -> Kind:
    """Return the kind that says what the agenda usually is: that of the speech, or one ``kind`` follows."""
    of_speech = library.kind(main.kind) if main else kind
    return of_speech if of_speech.agenda or not kind.follows else library.kind(kind.follows)


def full_name_of(meeting: View) -> Markup:
    """Return the name of ``meeting``, with the year of its date in front, unless the name has one.

    2025年度总结表彰大会 has one, in whichever year it is held.
    """
    has_year = not meeting.date or re.search(r"\d{4}(?:年|届)", str(meeting.name)) is not None
    year = Markup() if has_year else escape(f"{meeting.date.year}年")
    return year + escape(meeting.name)


def complete(parameters: Parameters, kind: Kind) -> Parameters:
    """Return ``parameters`` with the parts, roles, numberings and empty points that ``kind`` has.

    Parts that the YAML gives stay in their order, and are only completed.
    """
    given = parameters.parts or tuple(Part(role=part.role) for part in kind.parts)
    parts = tuple(_complete(part, kind, index) for index, part in enumerate(given))
    return replace(parameters, parts=parts)


def _complete(part: Part, kind: Kind, index: int) -> Part:
    usual = kind.part(part.role) if part.role else _nth(kind, index)
    if usual is None:
        return part
    return replace(
        part,
        role=usual.role,
        numbering=part.numbering or usual.numbering,
        points=part.points or tuple(Point(depth=depth) for depth in usual.depths()),
    )


def _nth(kind: Kind, index: int) -> KindPart | None:
    return kind.parts[index] if index < len(kind.parts) else None


def composer_of(headings: Headings, variation: int) -> Callable[[Items, Any], list[Any]]:
    """Return the function ``compose`` of templates."""

    def compose(points: Items, pattern: Any = None) -> list[Any]:
        """Return the headings of sibling points: as given, or composed, or false where there is none."""
        models = [_model(point.heading) for point in points]
        given = [word for model in models for word in (model.text, model.tail) if word]
        tails = headings.free_tails(given, variation)
        return [_composed(headings, point.heading, pattern, POINTS, variation, tails) for point in points]

    return compose


def part_composer_of(headings: Headings, variation: int) -> Callable[[View], Any]:
    """Return the function ``part_heading`` of templates."""

    def part_heading(part: View) -> Any:
        """Return the heading of a part: as given, or composed as its role's are, or false."""
        tails = headings.free_tails((), variation)
        return _composed(headings, part.heading, None, str(part.role or POINTS), variation, tails)

    return part_heading


def _model(heading: View) -> Heading:
    return heading._model  # type: ignore[return-value]


def _composed(
    headings: Headings, heading: View, pattern: Any, head: str, variation: int, tails: Iterator[str]
) -> Any:
    model = _model(heading)
    if model.text or not model.focus:
        return heading.text
    named = str(heading.pattern or pattern or "")
    text = headings.named(named) or named or headings.usual(head, variation)
    tail = heading.tail or (next(tails, "") if "{tail}" in text else "")
    return fill(text, focus=heading.focus, aim=heading.aim, tail=tail)
