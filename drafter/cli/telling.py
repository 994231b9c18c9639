"""How places and texts are told on a line of a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from os.path import commonprefix

from drafter.cli.summaries import PLACES
from drafter.digests import is_abridged
from drafter.i18n import _
from drafter.widths import cut_around

# In the place of a value that there is not.
NOTHING = "∅"
# In the place of prose of which only a digest is kept.
_UNKNOWN = "……"


def tell_place(place: str) -> str:
    """Return where something stands, in the user's language where it has a name: title, opening."""
    return PLACES.get(place, place)


def tell_places(places: Sequence[str]) -> str:
    """Return several places."""
    return _(", ").join(map(tell_place, places))


def tell_change(old: str, new: str) -> str:
    """Return what became what."""
    return " → ".join(cut_together(old, new))


def cut_together(*texts: str) -> list[str]:
    """Return ``texts`` on one line each, long ones cut so that where they begin to differ is seen."""
    lines = [_line(text) for text in texts]
    place = len(commonprefix([line for line in lines if line not in ("", _UNKNOWN)] or [""]))
    return [cut_around(line, min(place, len(line)))[0] or NOTHING for line in lines]


def cut_against(base: str, *others: str) -> list[str]:
    """Return ``base`` and ``others`` on one line each; in sight is where each of these first differs."""
    lines = [_line(text) for text in (base, *others)]
    if lines[0] == _UNKNOWN:
        return [_UNKNOWN, *cut_together(*others)]
    places = [len(commonprefix([lines[0], line])) for line in lines[1:]]
    shown = zip(lines, [min(places), *places], strict=True)
    return [cut_around(line, min(place, len(line)))[0] or NOTHING for line, place in shown]


def cut_short(text: str) -> str:
    """Return how ``text`` begins, on one line."""
    return cut_around(_line(text), 0)[0]


def _line(text: str) -> str:
    """Return ``text`` on one line; of prose that is not kept, only that there was some."""
    return _UNKNOWN if any(map(is_abridged, text.split("\n"))) else " ".join(text.split())
