"""What pull and update print of conflicts, and what these are called."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.cli.summaries import PLACES
from drafter.cli.telling import cut_against, tell_place, tell_places
from drafter.i18n import _, ngettext
from drafter.syncing.decisions import ALL

if TYPE_CHECKING:
    from drafter.syncing.report import Conflict, Findings


def print_conflicts(findings: Findings, *, is_pull: bool = False) -> None:
    """Print each conflict with its three sides, and how many there are."""
    for conflict in findings.conflicts:
        print(_conflict(conflict), file=sys.stderr)
    count = len(findings.conflicts)
    if count and is_pull:
        told = ngettext(
            "{count} conflict: left as in the YAML", "{count} conflicts: left as in the YAML", count
        )
        print(told.format(count=count), file=sys.stderr)
    elif count:
        told = ngettext("{count} conflict: not written", "{count} conflicts: not written", count)
        print(told.format(count=count), file=sys.stderr)


def _conflict(conflict: Conflict) -> str:
    head = _("conflict: {label} ({name}) in {places}").format(
        label=conflict.label, name=_named(conflict.name), places=tell_places(conflict.places)
    )
    rows = ((_("written"), conflict.base), (_("document"), conflict.theirs), (_("YAML"), conflict.ours))
    texts = cut_against(conflict.base, conflict.theirs, conflict.ours)
    sides = [f"  {label}: {text}" for (label, _text), text in zip(rows, texts, strict=True)]
    name = _named(conflict.name)
    choice = _("`--ours {name}` takes the YAML's, `--theirs {name}` the document's")
    if conflict.is_divided:
        choice = _("`--ours {name}` keeps the YAML's; for the document's, make its places agree first")
    return "\n".join([head, *sides, f"  = {_('help')}: {choice.format(name=name)}"])


def names_of(chosen: Sequence[str]) -> tuple[str, ...]:
    """Return the names of conflicts as the program has them: a place may be told in the user's language."""
    known = {label: place for place, label in PLACES.items()}
    parts = (name.partition("#") for name in chosen)
    return tuple(f"{known.get(place, place)}{mark}{number}" for place, mark, number in parts)


def tell_unknown(findings: Findings, chosen: Sequence[str]) -> None:
    """Say which of the ``chosen`` names no conflict has."""
    known = {*findings.settled, *(conflict.name for conflict in findings.conflicts), ALL}
    unknown = [name for name in dict.fromkeys(chosen) if name not in known]
    if unknown:
        names = _(", ").join(map(_named, unknown))
        print(_("no conflict is called {names}").format(names=names), file=sys.stderr)


def _named(name: str) -> str:
    place, mark, number = name.partition("#")
    return f"{tell_place(place)}{mark}{number}"
