"""What pull and update print: what changed, what is kept, what is at odds."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.summary import PLACES
from drafter.i18n import _, ngettext
from drafter.merge.decisions import ALL
from drafter.speech.digests import is_abridged
from drafter.text import cut_around, first_difference

if TYPE_CHECKING:
    from drafter.merge.pull import Pull
    from drafter.merge.report import Changed, Conflict, Divided, Findings


def print_update(findings: Findings, written: Path | None) -> None:
    """Print what an update did or would do; ``written`` is where, None where nothing was."""
    if findings.conflicts:
        # What would be updated waits until they are settled.
        _print_notes(findings)
        print_conflicts(findings)
        return
    if written is not None:
        print(_("updated {path}").format(path=written))
    lines = list(_updates(findings))
    for line in lines:
        print(line)
    _print_kept(findings)
    if written is None and not lines:
        print(_("nothing to update"))
    elif not lines and not findings.renumbered:
        print(_("only what it remembers of its YAML"))


def print_pull(done: Pull, written: Path | None) -> None:
    """Print what a pull took from a document; ``written`` is the YAML, None where nothing was written."""
    if written is not None:
        print(_("wrote {path}").format(path=written))
    for change in done.findings.updated:
        print(_changed(change))
    for divided in done.findings.divided:
        print(_divided(divided))
    for path, reason in done.refused.items():
        print(_("{path} cannot be taken: {reason}").format(path=path, reason=reason), file=sys.stderr)
    _print_notes(done.findings)
    print_conflicts(done.findings, is_pull=True)
    if not done.findings.updated and done.after == done.before:
        print(_("nothing to pull"))


def _updates(findings: Findings) -> Iterator[str]:
    yield from map(_changed, findings.updated)
    if findings.renumbered and not (findings.added or findings.dropped):
        count = findings.renumbered
        yield ngettext("{count} ordinal changed", "{count} ordinals changed", count).format(count=count)
    for words in findings.reworded:
        yield f"{tell_place(words.place)}: {tell_change(words.old, words.new)}"
    for moved in findings.added:
        yield _("added {place}: {text}").format(place=tell_place(moved.place), text=cut_short(moved.text))
    for moved in findings.dropped:
        told = (
            _("taken out {place}: {text}")
            if moved.is_done
            else _("no longer in the YAML, but edited in the document, where it stays: {place}: {text}")
        )
        yield told.format(place=tell_place(moved.place), text=cut_short(moved.text))


def _print_kept(findings: Findings) -> None:
    for change in findings.kept:
        theirs, ours = cut_together(change.new, change.old)
        print(_("kept {label}: {new} (the YAML has {old})").format(label=change.label, new=theirs, old=ours))
    _print_notes(findings)


def _print_notes(findings: Findings) -> None:
    for note in findings.notes:
        print(
            _("{places}: {text}").format(places=tell_places(note.places), text=note.text)
            if note.places
            else note.text
        )


def _changed(change: Changed) -> str:
    text = f"{change.label}: {tell_change(change.old, change.new)}"
    return f"{text}\t{tell_places(change.places)}" if change.places else text


def _divided(divided: Divided) -> str:
    texts = cut_together(*(text for _place_of, text in divided.values))
    places = (tell_place(place) for place, _text in divided.values)
    values = _("; ").join(f"{place}: {text}" for place, text in zip(places, texts, strict=True))
    return _("{label} is not the same in all its places: {values}").format(label=divided.label, values=values)


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
    place = first_difference(*(line for line in lines if line not in ("", _UNKNOWN)))
    return [cut_around(line, min(place, len(line)))[0] or NOTHING for line in lines]


def cut_against(base: str, *others: str) -> list[str]:
    """Return ``base`` and ``others`` on one line each; in sight is where each of these first differs."""
    lines = [_line(text) for text in (base, *others)]
    if lines[0] == _UNKNOWN:
        return [_UNKNOWN, *cut_together(*others)]
    places = [first_difference(lines[0], line) for line in lines[1:]]
    shown = zip(lines, [min(places), *places], strict=True)
    return [cut_around(line, min(place, len(line)))[0] or NOTHING for line, place in shown]


def cut_short(text: str) -> str:
    """Return how ``text`` begins, on one line."""
    return cut_around(_line(text), 0)[0]


def _line(text: str) -> str:
    """Return ``text`` on one line; of prose that is not kept, only that there was some."""
    return _UNKNOWN if any(map(is_abridged, text.split("\n"))) else " ".join(text.split())
