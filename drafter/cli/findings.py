"""What pull and update print: what changed, what is kept, what is at odds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.conflicts import print_conflicts
from drafter.cli.telling import cut_short, cut_together, tell_change, tell_place, tell_places
from drafter.i18n import _, ngettext

if TYPE_CHECKING:
    from drafter.syncing.pulling import Pull
    from drafter.syncing.report import Changed, Divided, Findings


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
