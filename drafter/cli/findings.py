"""The printed findings of pull and update: what changed, what was kept, what is in conflict."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.terminal import help_text, place_text, places_text, print_written
from drafter.i18n import _, ngettext
from drafter.merge.decisions import ALL
from drafter.speech.digests import is_digest
from drafter.text import cut_around, first_difference

if TYPE_CHECKING:
    from drafter.merge.pull import Pull
    from drafter.merge.report import Changed, Conflict, Divided, Findings


def print_update(findings: Findings, written: Path | None) -> None:
    """Print what an update did or would do; ``written`` is the new document, None if there is none."""
    if findings.conflicts:
        # Nothing is updated until the conflicts are settled.
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
    """Print what a pull took from a document; ``written`` is the YAML, None if nothing was written."""
    if written is not None:
        print_written([written])
    for change in done.findings.updated:
        print(_value_text(change))
    for divided in done.findings.divided:
        print(_divided_text(divided))
    for path, reason in done.refused.items():
        print(_("{path} cannot be taken: {reason}").format(path=path, reason=reason), file=sys.stderr)
    _print_notes(done.findings)
    print_conflicts(done.findings, is_pull=True)
    if not done.findings.updated and done.after == done.before:
        print(_("nothing to pull"))


def _updates(findings: Findings) -> Iterator[str]:
    yield from map(_value_text, findings.updated)
    if findings.renumbered and not (findings.added or findings.dropped):
        count = findings.renumbered
        yield ngettext("{count} ordinal changed", "{count} ordinals changed", count).format(count=count)
    for words in findings.reworded:
        yield f"{place_text(words.place)}: {change_text(words.old, words.new)}"
    for paragraph in findings.added:
        yield _("added {place}: {text}").format(
            place=place_text(paragraph.place), text=cut_short(paragraph.text)
        )
    for paragraph in findings.dropped:
        text = (
            _("taken out {place}: {text}")
            if paragraph.is_done
            else _("no longer in the YAML, but edited in the document, where it stays: {place}: {text}")
        )
        yield text.format(place=place_text(paragraph.place), text=cut_short(paragraph.text))


def _print_kept(findings: Findings) -> None:
    for change in findings.kept:
        theirs, ours = cut_together(change.new, change.old)
        print(_("kept {label}: {new} (the YAML has {old})").format(label=change.label, new=theirs, old=ours))
    _print_notes(findings)


def _print_notes(findings: Findings) -> None:
    for note in findings.notes:
        print(
            _("{places}: {text}").format(places=places_text(note.places), text=note.text)
            if note.places
            else note.text
        )


def _value_text(change: Changed) -> str:
    text = f"{change.label}: {change_text(change.old, change.new)}"
    return f"{text}\t{places_text(change.places)}" if change.places else text


def _divided_text(divided: Divided) -> str:
    texts = cut_together(*(text for _place_of, text in divided.values))
    places = (place_text(place) for place, _text in divided.values)
    values = _("; ").join(f"{place}: {text}" for place, text in zip(places, texts, strict=True))
    return _("{label} is not the same in all its places: {values}").format(label=divided.label, values=values)


def print_conflicts(findings: Findings, *, is_pull: bool = False) -> None:
    """Print each conflict with its three sides, and how many there are."""
    for conflict in findings.conflicts:
        print(_conflict_text(conflict), file=sys.stderr)
    count = len(findings.conflicts)
    if count and is_pull:
        total = ngettext(
            "{count} conflict: left as in the YAML", "{count} conflicts: left as in the YAML", count
        )
        print(total.format(count=count), file=sys.stderr)
    elif count:
        total = ngettext("{count} conflict: not written", "{count} conflicts: not written", count)
        print(total.format(count=count), file=sys.stderr)


def _conflict_text(conflict: Conflict) -> str:
    head = _("conflict: {label} ({name}) in {places}").format(
        label=conflict.label, name=_name_text(conflict.name), places=places_text(conflict.places)
    )
    rows = ((_("written"), conflict.base), (_("document"), conflict.theirs), (_("YAML"), conflict.ours))
    texts = cut_against(conflict.base, conflict.theirs, conflict.ours)
    sides = [f"  {label}: {text}" for (label, _text), text in zip(rows, texts, strict=True)]
    name = _name_text(conflict.name)
    choice = _("`--ours {name}` takes the YAML's, `--theirs {name}` the document's")
    if conflict.is_divided:
        choice = _("`--ours {name}` keeps the YAML's; for the document's, make its places agree first")
    return "\n".join([head, *sides, help_text(choice.format(name=name))])


def print_unknown_names(findings: Findings, chosen: Sequence[str]) -> None:
    """Print those of the ``chosen`` names that no conflict has."""
    known = {*findings.settled, *(conflict.name for conflict in findings.conflicts), ALL}
    unknown = [name for name in dict.fromkeys(chosen) if name not in known]
    if unknown:
        names = _(", ").join(map(_name_text, unknown))
        print(_("no conflict is called {names}").format(names=names), file=sys.stderr)


def _name_text(name: str) -> str:
    place, mark, number = name.partition("#")
    return f"{place_text(place)}{mark}{number}"


# Printed for a value that is missing.
NOTHING = "∅"
# Printed for prose of which only a digest is kept.
_UNKNOWN = "……"


def change_text(old: str, new: str) -> str:
    """Return the old text and the new one, with an arrow between them."""
    return " → ".join(cut_together(old, new))


def cut_together(*texts: str) -> list[str]:
    """Return ``texts`` on one line each, cut around the place where they begin to differ."""
    lines = [_line(text) for text in texts]
    place = first_difference(*(line for line in lines if line not in ("", _UNKNOWN)))
    return [cut_around(line, min(place, len(line)))[0] or NOTHING for line in lines]


def cut_against(base: str, *others: str) -> list[str]:
    """Return ``base`` and ``others`` on one line each, cut around the first difference from ``base``."""
    lines = [_line(text) for text in (base, *others)]
    if lines[0] == _UNKNOWN:
        return [_UNKNOWN, *cut_together(*others)]
    places = [first_difference(lines[0], line) for line in lines[1:]]
    shown = zip(lines, [min(places), *places], strict=True)
    return [cut_around(line, min(place, len(line)))[0] or NOTHING for line, place in shown]


def cut_short(text: str) -> str:
    """Return the beginning of ``text`` on one line."""
    return cut_around(_line(text), 0)[0]


def _line(text: str) -> str:
    """Return ``text`` on one line; prose of which only a digest is kept becomes ``_UNKNOWN``."""
    return _UNKNOWN if any(map(is_digest, text.split("\n"))) else " ".join(text.split())
