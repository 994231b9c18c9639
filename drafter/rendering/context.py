"""What a template can name: the parameters, and a few words derived from them."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from drafter.fields import plan_of
from drafter.kinds import Kind, KindPart
from drafter.library import Library
from drafter.parameters import Parameters, Part, Point
from drafter.paths import ANSWERS
from drafter.phrases import PlaceWords, words_of
from drafter.rendering.filters import as_work
from drafter.rendering.headings import composer_of, part_composer_of
from drafter.rendering.occasion import field_of, level_of
from drafter.rendering.told import Told, told_of
from drafter.rendering.values import View
from drafter.speech import Speech


def context_of(
    parameters: Parameters, kind: Kind, library: Library, main: Speech | None = None
) -> dict[str, Any]:
    """Return the names that the templates of ``kind`` can use; ``main`` is the speech a paper follows."""
    view = View(complete(parameters, kind), "")
    headings, variation = library.headings, parameters.style.variation
    return {
        # Answers are for the blanks that ask for them, wherever these stand.
        **{key: getattr(view, key) for key in plan_of(Parameters) if key != ANSWERS},
        "subject": as_work(view.topic or field_of(parameters.meeting) or view.topic),
        "place": place_of(parameters, library),
        "compose": composer_of(headings, variation),
        "part_heading": part_composer_of(headings, variation),
        "main": told_of(main) if main else Told(),
    }


def complete(parameters: Parameters, kind: Kind) -> Parameters:
    """Return ``parameters`` with the parts, roles, ordinals and empty points that ``kind`` has.

    Parts that the YAML gives stay in their order; only what they leave out is added.
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


def place_of(parameters: Parameters, library: Library) -> PlaceWords:
    """Return how the speech speaks of its place: by its level, or that of its region or name."""
    meeting = parameters.meeting
    return words_of(library.levels, meeting.level or level_of(meeting.region) or level_of(meeting.name))
