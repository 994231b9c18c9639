"""What pull and update print: what changed, what is kept, what is at odds."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from os.path import commonprefix
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.summaries import PLACES
from drafter.digests import is_abridged
from drafter.i18n import _, ngettext
from drafter.widths import cut_around

if TYPE_CHECKING:
    from drafter.syncing.pulling import Pull
    from drafter.syncing.report import Changed, Conflict, Divided, Findings

# In the place of a value that there is not.
_NOTHING = "∅"


def print_update(findings: Findings, written: Path | None) -> None:
    """Print what an update did or would do; ``written`` is where, None where nothing was."""
    if findings.conflicts:
        # What would be updated waits until they are settled.
        _print_notes(findings)
        _print_conflicts(findings)
        return
    if written is not None:
        print(_("updated {path}").format(path=written))
    lines = list(_updates(findings))
    for line in lines:
        print(line)
    _print_kept(findings)
    if written is None and not lines:
        print(_("nothing to update"))
    elif not lines:
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
    _print_conflicts(done.findings, is_pull=True)
    if not done.findings.updated and done.after == done.before:
        print(_("nothing to pull"))


def _updates(findings: Findings) -> Iterator[str]:
    yield from map(_changed, findings.updated)
    for words in findings.reworded:
        yield f"{_place(words.place)}: {_arrow(words.old, words.new)}"
    for moved in findings.added:
        yield _("added {place}: {text}").format(place=_place(moved.place), text=_short(moved.text))
    for moved in findings.dropped:
        told = (
            _("taken out {place}: {text}")
            if moved.is_done
            else _("no longer in the YAML, but edited in the document, where it stays: {place}: {text}")
        )
        yield told.format(place=_place(moved.place), text=_short(moved.text))


def _print_kept(findings: Findings) -> None:
    for change in findings.kept:
        theirs, ours = _apart(change.new, change.old)
        print(_("kept {label}: {new} (the YAML has {old})").format(label=change.label, new=theirs, old=ours))
    _print_notes(findings)


def _print_notes(findings: Findings) -> None:
    for note in findings.notes:
        print(
            _("{places}: {text}").format(places=_places(note.places), text=note.text)
            if note.places
            else note.text
        )


def _print_conflicts(findings: Findings, *, is_pull: bool = False) -> None:
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
        label=conflict.label, name=conflict.name, places=_places(conflict.places)
    )
    rows = ((_("written"), conflict.base), (_("document"), conflict.theirs), (_("YAML"), conflict.ours))
    texts = _apart(*(text for _label, text in rows))
    sides = [f"  {label}: {text}" for (label, _text), text in zip(rows, texts, strict=True)]
    choice = _("`--ours {name}` takes the YAML's, `--theirs {name}` the document's")
    if conflict.is_divided:
        choice = _("`--ours {name}` keeps the YAML's; for the document's, make its places agree first")
    return "\n".join([head, *sides, f"  = {_('help')}: {choice.format(name=conflict.name)}"])


def _changed(change: Changed) -> str:
    text = f"{change.label}: {_arrow(change.old, change.new)}"
    return f"{text}\t{_places(change.places)}" if change.places else text


def _divided(divided: Divided) -> str:
    texts = _apart(*(text for _place_of, text in divided.values))
    places = (_place(place) for place, _text in divided.values)
    values = _("; ").join(f"{place}: {text}" for place, text in zip(places, texts, strict=True))
    return _("{label} is not the same in all its places: {values}").format(label=divided.label, values=values)


def _places(places: Sequence[str]) -> str:
    return _(", ").join(map(_place, places))


def _place(place: str) -> str:
    return PLACES.get(place, place)


def _arrow(old: str, new: str) -> str:
    return " → ".join(_apart(old, new))


def _apart(*texts: str) -> list[str]:
    """Return ``texts`` on one line each, long ones cut so that where they begin to differ is seen."""
    lines = [_line(text) for text in texts]
    place = len(commonprefix([line for line in lines if line] or [""]))
    return [cut_around(line, min(place, len(line)))[0] or _NOTHING for line in lines]


def _short(text: str) -> str:
    return cut_around(_line(text), 0)[0]


def _line(text: str) -> str:
    """Return ``text`` on one line; of prose that is not kept, nothing."""
    return "" if any(map(is_abridged, text.split("\n"))) else " ".join(text.split())
