"""The edits of a document as changes of its YAML: values, prose, headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from drafter.docx.content_controls import label_of
from drafter.i18n import _
from drafter.merge.anchored_document import AnchoredDocument, Occurrence, is_gone
from drafter.merge.conflict_chunks import Sides
from drafter.merge.decisions import Choices, Value, Verdict, decide, known_texts, normal, settle, yaml_text
from drafter.merge.only_in_document import only_in_document
from drafter.merge.prose import merge_prose
from drafter.merge.report import Changed, Conflict, Divided, Findings, Note, numbered_names
from drafter.merge.reworded_headings import reworded_headings
from drafter.merge.values import (
    edited_texts,
    is_deleted_with_words,
    is_unchanged,
    occurrences_by_key,
    places_of,
    texts_of,
)
from drafter.models.parameters import Parameters
from drafter.models.paths import is_running_text, label_in, value_at
from drafter.models.scalars import ScalarError


class PulledValues(Struct):
    """The ``changes`` of the YAML by path, None for a value that is taken back.

    ``refused`` has the reasons why other changes cannot be made, by path.
    """

    changes: dict[str, str | None] = field(default_factory=dict)
    findings: Findings = field(default_factory=Findings)
    refused: dict[str, str] = field(default_factory=dict)


def pull_values(
    anchored: AnchoredDocument, written: Parameters, now: Parameters, choices: Choices
) -> PulledValues:
    """Return what the YAML, ``written`` then and ``now``, takes from a document.

    A value that both sides changed is a conflict, reported and left alone unless ``choices`` settle it.
    """
    return _ValuePull(anchored, written, now, choices).run()


class _ValuePull:
    def __init__(
        self, anchored: AnchoredDocument, written: Parameters, now: Parameters, choices: Choices
    ) -> None:
        self.anchored, self.written, self.now, self.choices = anchored, written, now, choices
        self.found = PulledValues()
        # The labels and the places of prose that was deleted, and of values with the words around them.
        self.deleted: list[tuple[str, tuple[str, ...]]] = []
        # The parameters of then have the values by their old paths.
        self.old_paths = {new: old for old, new in anchored.names.items()}

    def run(self) -> PulledValues:
        base = texts_of(self.anchored.base)
        headings = reworded_headings(self.anchored)
        for key, found in occurrences_by_key(self.anchored).items():
            above = key.rpartition(".")[0]
            if key not in headings and above not in headings:
                self._pull(key, base[key], found)
        for path, heading in headings.items():
            self._take(path, heading.old, [heading.new], (heading.place,))
        self._note_rest({heading.place for heading in headings.values()})
        return self.found

    def _pull(self, key: str, base: str, found: Sequence[Occurrence]) -> None:
        theirs = edited_texts(self.anchored, key, base, found)
        places = places_of(found)
        if None in theirs:
            message = _("{label}: its control is gone, and where it ends now cannot be told")
            self.found.findings.note(message.format(label=label_of(key)), *places)
        known = known_texts(theirs)
        if any(known) or (known and not is_running_text(key)):
            self._report_divided(key, found)
            self._take(key, base, known, places)
        elif base and all(one.is_blank or one.text == "" for one in found):
            # A build would write blanks where a whole sentence went; copies by hand are not written.
            written = [one for one in found if one.match is not None]
            if is_running_text(key) or all(is_deleted_with_words(self.anchored, one) for one in written):
                self.deleted.append((label_of(key), places))
            else:
                self._take(key, base, [""], places)

    def _report_divided(self, key: str, found: Sequence[Occurrence]) -> None:
        """Report a value that does not say the same in all its places."""
        values = tuple(dict.fromkeys((one.place, "" if one.is_blank else one.text or "") for one in found))
        if not is_running_text(key) and len({normal(text) for _place, text in values}) > 1:
            self.found.findings.divided.append(Divided(key, label_of(key), values))

    def _take(self, key: str, base: str, theirs: Sequence[str], places: tuple[str, ...]) -> None:
        """Take the edits ``theirs`` of the value ``key`` where the decision is for the document."""
        old_key = self.old_paths.get(key, key)
        label = label_of(old_key)
        if is_gone(key):
            message = _("{label}: changed to {text}, but its item is no longer in the YAML")
            self.found.findings.note(message.format(label=label, text=theirs[0]), *places)
            return
        written, now = value_at(self.written, old_key), value_at(self.now, key)
        texts = self._spelled(key, theirs, written, now)
        if not texts:
            return
        ours, is_changed = "" if now is None else str(now), not is_unchanged(written, now)
        if is_changed and is_running_text(key) and now is not None and None not in texts:
            self._take_merged(key, base, yaml_text(key, theirs[0]), ours, places)
            return
        edits: list[str | None] = [text for text in theirs if text in texts.values()]
        value = Value(key, label, base, edits, ours, places, is_changed, is_single=True)
        if decide(value, self.choices, self.found.findings) in (Verdict.KEEP, Verdict.THEIRS):
            ((new, shown),) = texts.items()
            self.found.changes[key] = new
            # A name within the marks of a blank is the name.
            text = new if new is not None and shown == f"【{new}】" else shown
            self.found.findings.updated.append(Changed(key, label, base, text, places))

    def _spelled(
        self, key: str, theirs: Sequence[str], written: object, now: object
    ) -> dict[str | None, str]:
        """Return ``theirs`` by what the YAML would have for them, None for nothing.

        It is {} where the YAML says so already, or cannot: the reason is among those refused then.
        """
        try:
            # Two spellings of one value, as of a date, are one edit: the first.
            texts = {(yaml_text(key, text, written) if text else None): text for text in reversed(theirs)}
        except ScalarError as error:
            self.found.refused[key] = f"{error}; {error.remedy}" if error.remedy else str(error)
            return {}
        if list(texts) == [None if now is None else str(now)]:
            return {}
        if list(texts) == [None] and key.endswith("]") and not label_in(key):
            self.found.refused[key] = _("an item of a list cannot be taken back: strike it out in the YAML")
            return {}
        return texts

    def _take_merged(self, key: str, base: str, theirs: str, ours: str, places: tuple[str, ...]) -> None:
        """Take prose that both sides changed, the changes of both in it."""
        findings, label = self.found.findings, label_of(key)
        names = numbered_names(key)

        def takes_ours(sides: Sides) -> bool:
            conflict = Conflict(next(names), label, *sides, places)
            return settle(conflict, self.choices, findings) is Verdict.OURS

        count = len(findings.conflicts)
        merged = merge_prose(base, theirs, ours, takes_ours)
        if len(findings.conflicts) == count and merged != ours:
            self.found.changes[key] = merged
            findings.updated.append(Changed(key, label, ours, merged, places))

    def _note_rest(self, taken: set[str]) -> None:
        """Note the edits for which the YAML has no key, except headings at the places ``taken``."""
        self.found.findings.add_notes((*self._deleted(), *only_in_document(self.anchored, taken)))

    def _deleted(self) -> Iterator[Note]:
        if self.deleted:
            message = _("deleted in the document: {labels}; strike it out in the YAML if it shall go")
            labels = dict.fromkeys(label for label, _places in self.deleted)
            places = dict.fromkeys(place for _label, places in self.deleted for place in places)
            yield Note(message.format(labels=_(", ").join(labels)), tuple(places))
