"""The printed findings of pull and update: what changed, what was kept, what is in conflict."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.terminal import help_text, place_text, places_text, print_written
from drafter.i18n import _, ngettext, speaks_chinese
from drafter.i18n.text import cut_around, first_difference
from drafter.merge.decisions import ALL
from drafter.models.parameters import Parameters
from drafter.models.paths import is_running_text
from drafter.speech.digests import readable
from drafter.speech.value_names import paths_called, value_name

if TYPE_CHECKING:
    from drafter.merge.pull import Pull
    from drafter.merge.report import Changed, Conflict, Divided, Findings
    from drafter.merge.update import Update

# The parameters that give items their names.
Given = Sequence[Parameters]


def print_update(update: Update, written: Path | None, source: Path, *, full: bool = False) -> None:
    """Print what an update to the YAML ``source`` did or would do.

    ``written`` is the new document, None if there is none. With ``full``, texts are not cut.
    """
    texts, findings = _Texts(update.given, source, full), update.findings
    if findings.conflicts:
        # Nothing is updated until the conflicts are settled.
        _print_notes(findings)
        _print_conflicts(findings, texts)
        return
    if written is not None:
        print(_("updated {path}").format(path=written))
    if update.copy is not None:
        print(_("kept {path}").format(path=update.copy))
    lines = list(_updates(findings, texts))
    for line in lines:
        print(line)
    for change in findings.kept:
        print(texts.kept(change))
    _print_notes(findings)
    if written is None and not lines:
        print(_("nothing to update"))
    elif not lines and not findings.renumbered:
        print(_("only what it remembers of its YAML"))


def print_pull(done: Pull, target: Path, *, is_written: bool, full: bool = False) -> None:
    """Print what a pull into the YAML ``target`` took from a document. With ``full``, texts are not cut."""
    texts = _Texts(done.given, target, full)
    if is_written:
        print_written([target])
    for change in done.findings.updated:
        print(texts.value(change))
    for divided in done.findings.divided:
        print(texts.divided(divided))
    for path, reason in done.refused.items():
        text = _("{value} cannot be taken: {reason}")
        print(text.format(value=value_name(path, *done.given), reason=reason), file=sys.stderr)
    _print_notes(done.findings)
    _print_conflicts(done.findings, texts, is_pull=True)
    if not done.findings.updated and done.after == done.before:
        print(_("nothing to pull"))


def _updates(findings: Findings, texts: _Texts) -> Iterator[str]:
    for change in findings.updated:
        yield texts.value(change)
    if findings.renumbered and not (findings.added or findings.dropped):
        count = findings.renumbered
        yield ngettext("{count} ordinal changed", "{count} ordinals changed", count).format(count=count)
    for words in findings.reworded:
        yield f"{place_text(words.place)}: {texts.change(words.old, words.new)}"
    for paragraph in findings.added:
        yield _("added {place}: {text}").format(
            place=place_text(paragraph.place), text=texts.beginning(paragraph.text)
        )
    for paragraph in findings.dropped:
        text = (
            _("taken out {place}: {text}")
            if paragraph.is_done
            else _("no longer in the YAML, but edited in the document, where it stays: {place}: {text}")
        )
        yield text.format(place=place_text(paragraph.place), text=texts.beginning(paragraph.text))


def _print_notes(findings: Findings) -> None:
    for note in findings.notes:
        print(
            _("{places}: {text}").format(places=places_text(note.places), text=note.text)
            if note.places
            else note.text
        )


def _print_conflicts(findings: Findings, texts: _Texts, *, is_pull: bool = False) -> None:
    """Print each conflict with its three sides, and how many there are."""
    for conflict in findings.conflicts:
        print(texts.conflict(conflict), file=sys.stderr)
    count = len(findings.conflicts)
    if count and is_pull:
        total = ngettext(
            "{count} conflict: left as in the YAML", "{count} conflicts: left as in the YAML", count
        )
        print(total.format(count=count), file=sys.stderr)
    elif count:
        total = ngettext("{count} conflict: not written", "{count} conflicts: not written", count)
        print(total.format(count=count), file=sys.stderr)


class _Texts:
    """Findings as texts: values by the names that ``given`` give them, cut unless they are to be ``full``."""

    def __init__(self, given: Given, source: Path, full: bool) -> None:
        self._given, self._source, self._full = given, source, full

    def value(self, change: Changed) -> str:
        text = f"{self._label(change.path, change.label)}: {self.change(change.old, change.new)}"
        return f"{text}\t{places_text(change.places)}" if change.places else text

    def kept(self, change: Changed) -> str:
        theirs, ours = self._together(change.new, change.old)
        text = _("kept {label}: {new} (the YAML has {old})")
        return text.format(label=self._label(change.path, change.label), new=theirs, old=ours)

    def divided(self, divided: Divided) -> str:
        texts = self._together(*(text for _place_of, text in divided.values))
        places = (place_text(place) for place, _text in divided.values)
        values = _("; ").join(f"{place}: {text}" for place, text in zip(places, texts, strict=True))
        text = _("{label} is not the same in all its places: {values}")
        return text.format(label=self._label(divided.path, divided.label), values=values)

    def change(self, old: str, new: str) -> str:
        """Return the old text and the new one, with an arrow between them."""
        return " → ".join(self._together(old, new))

    def beginning(self, text: str) -> str:
        """Return the beginning of ``text`` on one line."""
        return _line(text) if self._full else cut_around(_line(text), 0)[0]

    def conflict(self, conflict: Conflict) -> str:
        path, mark, number = conflict.name.partition("#")
        name = _name_text(path, mark + number, self._given)
        label = self._label(path, conflict.label)
        is_called_so = label in name
        head = (
            _("conflict: {label} in {places}")
            if is_called_so
            else _("conflict: {label} ({name}) in {places}")
        )
        head = head.format(label=label, name=name, places=places_text(conflict.places))
        rows = ((_("written"), conflict.base), (_("document"), conflict.theirs), (_("YAML"), conflict.ours))
        said = (conflict.base, conflict.theirs, conflict.ours)
        is_words = path in conflict.places or is_running_text(path)
        texts = self._against(*(_marked(*said) if is_words else said))
        sides = [f"  {side}: {text}" for (side, _text), text in zip(rows, texts, strict=True)]
        choice = _("`--ours {name}` takes what {yaml} has, `--theirs {name}` what the document has")
        if conflict.is_divided:
            choice = _("`--ours {name}` keeps what {yaml} has; else make the document's places agree first")
        return "\n".join([head, *sides, help_text(choice.format(name=_quoted(name), yaml=self._source.name))])

    def _label(self, path: str, label: str) -> str:
        """Return what a person calls the value at ``path``, ``label`` where only its place has a name."""
        name = value_name(path, *self._given)
        return label if name == path else name

    def _together(self, *texts: str) -> list[str]:
        """Return ``texts`` on one line each, cut around the place where they begin to differ."""
        lines = [_line(text) for text in texts]
        place = first_difference(*(line for line in lines if line not in ("", _UNKNOWN)))
        return [self._cut(line, place) for line in lines]

    def _against(self, base: str, *others: str) -> list[str]:
        """Return ``base`` and ``others`` on one line each, cut around the first difference from ``base``."""
        lines = [_line(text) for text in (base, *others)]
        if _UNKNOWN in lines[0]:
            return [lines[0], *self._together(*others)]
        places = [first_difference(lines[0], line) for line in lines[1:]]
        return [self._cut(line, place) for line, place in zip(lines, [min(places), *places], strict=True)]

    def _cut(self, line: str, place: int) -> str:
        return (line if self._full else cut_around(line, min(place, len(line)))[0]) or NOTHING


def _marked(*texts: str) -> tuple[str, ...]:
    """Return ``texts`` with brackets around what differs, where most of a clause is the same.

    What is not known, or not there, takes no part.
    """
    known = [text for text in texts if text and _UNKNOWN not in readable(text)]
    low = first_difference(*known)
    rest = [text[low:] for text in known]
    high = min(first_difference(*(text[::-1] for text in rest)), *map(len, rest)) if rest else 0
    same = known[0][:low] + known[0][len(known[0]) - high :] if known else ""
    if len(known) < 2 or not any(map(str.isalnum, same)):
        return texts
    return tuple(
        f"{text[:low]}[{text[low : len(text) - high]}]{text[len(text) - high :]}" if text in known else text
        for text in texts
    )


# Printed for a value that is missing.
NOTHING = "∅"
# Printed for prose of which only a digest is kept.
_UNKNOWN = "……"


def _line(text: str) -> str:
    """Return ``text`` on one line; what only has a digest becomes ``_UNKNOWN``."""
    return " ".join(readable(text).split())


def print_unknown_names(findings: Sequence[Findings], chosen: Sequence[str], given: Given) -> None:
    """Print those of the ``chosen`` names that no conflict has."""
    conflicts = [conflict for one in findings for conflict in one.conflicts]
    known = {
        ALL,
        *(conflict.name for conflict in conflicts),
        *(name for one in findings for name in one.settled),
    }
    known |= {place for conflict in conflicts for place in conflict.places}
    known |= {place for one in findings for place in one.settled_places}
    unknown = [name for name in dict.fromkeys(paths_called(chosen, given)) if name not in known]
    if unknown:
        parts = (name.partition("#") for name in unknown)
        names = _(", ").join(_name_text(name, mark + number, given) for name, mark, number in parts)
        print(_("no conflict is called {names}").format(names=names), file=sys.stderr)


def _name_text(name: str, number: str, given: Given) -> str:
    """Return the name of a conflict as the options take it: in Chinese, what a person calls the value."""
    text = value_name(name, *given) if speaks_chinese() else name
    return f"{place_text(name) if text == name else text}{number}"


def _quoted(text: str) -> str:
    """Return ``text`` for a shell, to which full-width marks mean nothing; blanks and half-width ones do."""
    return f'"{text}"' if re.search(r"[ !$&'()*;<>?`{|}~\[\]#]", text) else text
