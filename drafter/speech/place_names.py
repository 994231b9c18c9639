"""What a person calls the places of a speech: 二、一要 stays, opening becomes a word of his language."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.i18n import _

# The places of a speech outside of its numbered parts.
PLACES = {
    "title": _("title"),
    "byline": _("byline"),
    "date": _("date line"),
    "outline-title": _("outline"),
    "outline": _("outline"),
    "signature": _("signature"),
    "salutation": _("salutation"),
    "opening": _("opening"),
    "closing": _("closing"),
}


def place_text(place: str) -> str:
    """Return the name of ``place`` in the user's language; ordinals (二、一要) stay as they are."""
    return PLACES.get(place, place)


def places_text(places: Sequence[str]) -> str:
    """Return the names of several places."""
    return _(", ").join(map(place_text, places))
