"""The printed findings of pull and update: what changed, what was kept, what is in conflict."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.terminal import help_text, place_text, places_text, print_written
from drafter.i18n import _, ngettext, speaks_chinese
from drafter.merge.decisions import ALL
from drafter.models.parameters import Parameters
from drafter.speech.digests import is_digest
from drafter.speech.value_names import value_name
from drafter.text import cut_around, first_difference

if TYPE_CHECKING:
    from drafter.merge.pull import Pull
    from drafter.merge.report import Changed, Conflict, Divided, Findings

# The parameters that give items their names.
Given = Sequence[Parameters]


def print_update(findings: Findings, written: Path | None, given: Given) -> None:
    """Print what an update did or would do; ``written`` is the new document, None if there is none."""
    if findings.conflicts:
        # Nothing is updated until the conflicts are settled.
        _print_notes(findings)
        print_conflicts(findings, given)
        return
    if written is not None:
        print(_("updated {path}").format(path=written))
    lines = list(_updates(findings, given))
    for line in lines:
        print(line)
    _print_kept(findings, given)
    if written is None and not lines:
        print(_("nothing to update"))
    elif not lines and not findings.renumbered:
        print(_("only what it remembers of its YAML"))


def print_pull(done: Pull, written: Path | None) -> None:
    """Print what a pull took from a document; ``written`` is the YAML, None if nothing was written."""
    if written is not None:
        print_written([written])
    for change in done.findings.updated:
        print(_value_text(change, done.given))
    for divided in done.findings.divided:
        print(_divided_text(divided, done.given))
    for path, reason in done.refused.items():
        text = _("{value} cannot be taken: {reason}")
        print(text.format(value=value_name(path, *done.given), reason=reason), file=sys.stderr)
    _print_notes(done.findings)
    print_conflicts(done.findings, done.given, is_pull=True)
    if not done.findings.updated and done.after == done.before:
        print(_("nothing to pull"))


def _updates(findings: Findings, given: Given) -> Iterator[str]:
    for change in findings.updated:
        yield _value_text(change, given)
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


def _print_kept(findings: Findings, given: Given) -> None:
    for change in findings.kept:
        theirs, ours = cut_together(change.new, change.old)
        label = _label(change.path, change.label, given)
        print(_("kept {label}: {new} (the YAML has {old})").format(label=label, new=theirs, old=ours))
    _print_notes(findings)


def _print_notes(findings: Findings) -> None:
    for note in findings.notes:
        print(
            _("{places}: {text}").format(places=places_text(note.places), text=note.text)
            if note.places
            else note.text
        )


def _label(path: str, label: str, given: Given) -> str:
    """Return what a person calls the value at ``path``; ``label`` where it is called by its place only."""
    name = value_name(path, *given)
    return label if name == path else name


def _value_text(change: Changed, given: Given) -> str:
    label = _label(change.path, change.label, given)
    text = f"{label}: {change_text(change.old, change.new)}"
    return f"{text}\t{places_text(change.places)}" if change.places else text


def _divided_text(divided: Divided, given: Given) -> str:
    texts = cut_together(*(text for _place_of, text in divided.values))
    places = (place_text(place) for place, _text in divided.values)
    values = _("; ").join(f"{place}: {text}" for place, text in zip(places, texts, strict=True))
    label = _label(divided.path, divided.label, given)
    return _("{label} is not the same in all its places: {values}").format(label=label, values=values)


def print_conflicts(findings: Findings, given: Given, *, is_pull: bool = False) -> None:
    """Print each conflict with its three sides, and how many there are."""
    for conflict in findings.conflicts:
        print(_conflict_text(conflict, given), file=sys.stderr)
    count = len(findings.conflicts)
    if count and is_pull:
        total = ngettext(
            "{count} conflict: left as in the YAML", "{count} conflicts: left as in the YAML", count
        )
        print(total.format(count=count), file=sys.stderr)
    elif count:
        total = ngettext("{count} conflict: not written", "{count} conflicts: not written", count)
        print(total.format(count=count), file=sys.stderr)


def _conflict_text(conflict: Conflict, given: Given) -> str:
    name, label = _option_text(conflict.name, given), _label(conflict.name, conflict.label, given)
    is_called_so = label in name
    head = _("conflict: {label} in {places}") if is_called_so else _("conflict: {label} ({name}) in {places}")
    head = head.format(label=label, name=name, places=places_text(conflict.places))
    rows = ((_("written"), conflict.base), (_("document"), conflict.theirs), (_("YAML"), conflict.ours))
    texts = cut_against(conflict.base, conflict.theirs, conflict.ours)
    sides = [f"  {label}: {text}" for (label, _text), text in zip(rows, texts, strict=True)]
    choice = _("`--ours {name}` takes the YAML's, `--theirs {name}` the document's")
    if conflict.is_divided:
        choice = _("`--ours {name}` keeps the YAML's; for the document's, make its places agree first")
    return "\n".join([head, *sides, help_text(choice.format(name=name))])


def print_unknown_names(findings: Sequence[Findings], chosen: Sequence[str], given: Given) -> None:
    """Print those of the ``chosen`` names that no conflict has."""
    conflicts = [
        name for one in findings for name in (*one.settled, *(conflict.name for conflict in one.conflicts))
    ]
    known = {ALL, *conflicts, *(value_name(name, *given) for name in conflicts)}
    unknown = [name for name in dict.fromkeys(chosen) if name not in known]
    if unknown:
        names = _(", ").join(map(_name_text, unknown))
        print(_("no conflict is called {names}").format(names=names), file=sys.stderr)


def _option_text(name: str, given: Given) -> str:
    """Return the name of a conflict as the options take it: in Chinese, what a person calls the value."""
    text = value_name(name, *given)
    if not speaks_chinese() or text == name:
        return _name_text(name)
    # Full-width marks mean nothing to a shell; blanks and half-width ones do.
    return f'"{text}"' if re.search("[ !-/:-@[-`{-~]", text) else text


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
