"""Headings as templates ask for them: given, or composed in sets that are parallel."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from drafter.models.parts import Heading
from drafter.models.phrases import POINTS, Headings
from drafter.templating.filters import fill
from drafter.templating.values import Items, View


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
