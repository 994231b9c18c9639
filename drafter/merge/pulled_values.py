"""What a person put into a document, as changes of the YAML: values, prose, headings."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from drafter.docx.content_controls import label_of
from drafter.i18n import _
from drafter.merge.anchored import AnchoredDocument, Occurrence, is_gone
from drafter.merge.decisions import Choices, Verdict, normal
from drafter.merge.paragraphs import is_outline
from drafter.merge.report import Changed, Conflict, Divided, Findings
from drafter.merge.reworded import reworded_headings
from drafter.merge.values import texts_of, theirs_of, yaml_text
from drafter.models.parameters import Parameters
from drafter.models.paths import is_running_text, label_in, value_at
from drafter.models.scalars import ScalarError
from drafter.speech.digests import abridged_line


class Harvest(Struct):
    """``changes`` of the YAML by path, None for what was taken back; reasons why others cannot be made."""

    changes: dict[str, str | None] = field(default_factory=dict)
    findings: Findings = field(default_factory=Findings)
    refused: dict[str, str] = field(default_factory=dict)


def harvest(edition: AnchoredDocument, written: Parameters, now: Parameters, choices: Choices) -> Harvest:
    """Return what of ``edition`` belongs into the YAML, which was ``written`` and is ``now``.

    A value that both sides changed is a conflict, told and left alone unless ``choices`` settle it.
    One that was changed in some of its places is taken, and told with the places.
    """
    return _Harvesting(edition, written, now, choices).run()


class _Harvesting:
    def __init__(
        self, edition: AnchoredDocument, written: Parameters, now: Parameters, choices: Choices
    ) -> None:
        self.edition, self.written, self.now, self.choices = edition, written, now, choices
        self.found = Harvest()
        # The document has its values by the paths of then.
        self.old_paths = {new: old for old, new in edition.names.items()}

    def run(self) -> Harvest:
        base = texts_of(self.edition.passages)
        places: dict[str, list[Occurrence]] = {}
        for occurrence in self.edition.occurrences:
            if not occurrence.line.is_fallback:
                places.setdefault(occurrence.key, []).append(occurrence)
        headings = reworded_headings(self.edition)
        for key, found in places.items():
            above = key.rpartition(".")[0]
            if key not in headings and above not in headings:
                self._value(key, base[key], found)
        for path, heading in headings.items():
            self._take(path, heading.old, [heading.new], (heading.place,))
        self._tell_rest({heading.place for heading in headings.values()})
        return self.found

    def _value(self, key: str, base: str, found: Sequence[Occurrence]) -> None:
        whole = self.edition.prose(key) if is_running_text(key) else None
        theirs = theirs_of(key, base, found, whole)
        places = tuple(dict.fromkeys(one.place for one in found))
        if None in theirs:
            message = _("{label}: its control is gone, and where it ends now cannot be told")
            self.found.findings.note(message.format(label=label_of(key)), *places)
        known = [text for text in theirs if text is not None]
        if not known and base and all(one.is_blank or one.text == "" for one in found):
            self._take(key, base, [""], places)
        elif known:
            self._divided(key, base, known, found)
            self._take(key, base, known, places)

    def _divided(self, key: str, base: str, theirs: Sequence[str], found: Sequence[Occurrence]) -> None:
        if is_running_text(key):
            return
        values = {(one.place, "" if one.is_blank else one.text or "") for one in found}
        if len({normal(text) for _place, text in values}) > 1:
            told = tuple(dict.fromkeys((one.place, "" if one.is_blank else one.text or "") for one in found))
            self.found.findings.divided.append(Divided(key, label_of(key), told))

    def _take(self, key: str, base: str, theirs: Sequence[str], places: tuple[str, ...]) -> None:
        """Take what a person wrote for ``key``, unless the YAML says something else meanwhile."""
        label = label_of(self.old_paths.get(key, key))
        if is_gone(key):
            message = _("{label}: changed to {text}, but its item is no longer in the YAML")
            self.found.findings.note(message.format(label=label, text=theirs[0]), *places)
            return
        old, now = value_at(self.written, self.old_paths.get(key, key)), value_at(self.now, key)
        try:
            texts = [yaml_text(key, text, old) if text else None for text in theirs]
        except ScalarError as error:
            self.found.refused[key] = f"{error}; {error.remedy}" if error.remedy else str(error)
            return
        if texts == [None if now is None else str(now)]:
            return
        if texts == [None] and key.endswith("]") and not label_in(key):
            self.found.refused[key] = _("an item of a list cannot be taken back: strike it out in the YAML")
            return
        settled = self.choices.verdict(key)
        is_divided, is_at_odds = len(texts) > 1, len(texts) > 1 or not _is_same(old, now)
        if is_at_odds and settled is not None:
            self.found.findings.settled.append(key)
        if is_at_odds and settled is Verdict.OURS:
            return
        if is_divided or (is_at_odds and settled is None):
            ours, told = "" if now is None else str(now), " | ".join(theirs)
            conflict = Conflict(key, label, base, told, ours, places, is_divided)
            self.found.findings.conflicts.append(conflict)
        else:
            self.found.changes[key] = texts[0]
            self.found.findings.updated.append(Changed(key, label, base, theirs[0], places))

    def _tell_rest(self, taken: set[str]) -> None:
        """Tell of what no key of the YAML has room for; headings at ``taken`` places have one."""
        overlays = [overlay for overlay in self.edition.overlays.values() if overlay.gaps]
        places = [overlay.before.place for overlay in overlays if not is_outline(overlay.before)]
        reworded = [place for place in dict.fromkeys(places) if place not in taken]
        if reworded:
            message = _("reworded in the document, in words that the YAML has no key for")
            self.found.findings.note(message, *reworded)
        gone = [one for one in self.edition.passages if one.number not in self.edition.overlays]
        places = [one.place for one in gone if not is_outline(one)]
        if places:
            message = _("deleted in the document: a build would bring it back")
            self.found.findings.note(message, *dict.fromkeys(places))
        added = sum(1 for line in self.edition.own_lines() if line.text.strip())
        if added:
            message = _("paragraphs of the document's own, which the YAML has no key for: {count}")
            self.found.findings.note(message.format(count=added))


def _is_same(old: object, now: object) -> bool:
    """Tell whether a value of the YAML is as it was; of prose, only what is kept of it is known."""
    if isinstance(old, str) and isinstance(now, str):
        return old in (now, "\n".join(map(abridged_line, now.split("\n"))))
    return old == now
