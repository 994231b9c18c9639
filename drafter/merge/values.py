"""For each value: whether the document's or the YAML's word stands, and whether they are at odds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from drafter.docx.content_controls import label_of
from drafter.i18n import _
from drafter.merge.anchored import AnchoredDocument, Occurrence, is_in_outline
from drafter.merge.anchors import SEPARATOR
from drafter.merge.decisions import Choices, Decision, Verdict, normal
from drafter.merge.paragraphs import DraftParagraph
from drafter.merge.report import Changed, Conflict, Findings
from drafter.models.paths import field_at, is_prose, is_running_text, key_of
from drafter.models.scalars import ScalarError
from drafter.speech.spans import SpanKind, TextSpan


class _Value(Struct):
    """A value in three texts: what was written, what a person put in its place, what the YAML has."""

    key: str
    base: str
    theirs: list[str | None]
    ours: str
    found: Sequence[Occurrence]

    @property
    def label(self) -> str:
        return label_of(self.key)

    @property
    def places(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.place for one in self.found))


def decide(
    edition: AnchoredDocument, new: Sequence[DraftParagraph], choices: Choices, findings: Findings
) -> dict[str, Decision]:
    """Return the decision on each value that was written and is still said, by its key.

    Conflicts that ``choices`` do not settle, values that a person changed and values that become
    current are told in ``findings``.
    """
    before, after = texts_of(edition.passages), texts_of(new)
    places: dict[str, list[Occurrence]] = {}
    for occurrence in edition.occurrences:
        places.setdefault(occurrence.key, []).append(occurrence)
    segments = dict(_segments(new))
    decisions = {}
    for key, base in before.items():
        if key in after:
            found = [one for one in places.get(key, []) if not one.line.is_fallback]
            whole = (edition.prose(key) or None) if is_running_text(key) else None
            theirs = theirs_of(key, base, found, whole)
            decision = _decide(_Value(key, base, theirs, after[key], found), choices, findings)
            decisions[key] = replace(decision, segment=segments[key])
    return decisions


def theirs_of(key: str, base: str, found: Sequence[Occurrence], whole: str | None = None) -> list[str | None]:
    """Return the distinct words that a person put in the place of ``base``; None for what cannot be told.

    ``whole`` is a prose with all paragraphs in it, where that is known.
    """
    if is_running_text(key) and whole is not None:
        return [] if whole in ("", base) else [whole]
    if is_running_text(key):
        texts = [one.text for one in found if not is_in_outline(one)]
        if not texts:
            return []
        whole = None if None in texts else "\n".join(filter(None, texts)).replace(SEPARATOR, "\n")
        changed: list[str | None] = [] if whole == base else [whole]
        return [] if found and all(one.is_blank for one in found) else changed
    words = [None if one.text is None else normal(one.text) for one in found if not one.is_blank]
    return list(dict.fromkeys(text for text in words if text != normal(base) and text != ""))


def _decide(value: _Value, choices: Choices, findings: Findings) -> Decision:
    verdict = _agreed(value, findings) or _settled(value, choices, findings)
    return Decision(verdict, value.base, value.theirs, value.ours)


def _agreed(value: _Value, findings: Findings) -> Verdict | None:
    """Return the verdict where one side changed the value, or both alike; None where they are at odds."""
    key, base, ours = value.key, value.base, value.ours
    if normal(base) == normal(ours):
        if value.theirs:
            findings.kept.append(Changed(key, value.label, base, _told(value.theirs), value.places))
        return Verdict.KEEP
    if value.theirs == [ours] and is_running_text(key):
        # In whatever paragraphs it says so.
        return Verdict.THEIRS
    if not all(text is not None and _is_same(key, text, ours) for text in value.theirs):
        return None
    if value.found and all(one.text == "" for one in value.found):
        findings.note(_("deleted in the document, changed in the YAML"), *value.places)
    elif any(one.is_blank or normal(one.text or "") not in ("", normal(ours)) for one in value.found):
        findings.updated.append(Changed(key, value.label, base, ours, value.places))
    return Verdict.TAKE


def _settled(value: _Value, choices: Choices, findings: Findings) -> Verdict:
    """Return how a conflict is settled; one that is not is told, and the value kept."""
    key, label, theirs, ours, places = value.key, value.label, _told(value.theirs), value.ours, value.places
    settled = choices.verdict(key)
    if settled is None:
        findings.conflicts.append(Conflict(key, label, value.base, theirs, ours, places))
        return Verdict.KEEP
    findings.settled.append(key)
    if settled is Verdict.OURS:
        findings.updated.append(Changed(key, label, theirs, ours, places))
        return Verdict.OURS
    findings.kept.append(Changed(key, label, ours, theirs, places))
    # Of several words of a person's, none is put in the place of another.
    known = [text for text in value.theirs if text is not None]
    return (Verdict.TAKE, Verdict.THEIRS, Verdict.KEEP)[min(len(known), 2)]


def _is_same(key: str, text: str, ours: str) -> bool:
    """Tell whether two texts are one value: a day may be written as 2026-05-20 and as 2026年5月20日."""
    try:
        return normal(text) == normal(ours) or yaml_text(key, text) == yaml_text(key, ours)
    except ScalarError:
        return False


def _told(theirs: Iterable[str | None]) -> str:
    return " | ".join("?" if text is None else text for text in theirs)


def texts_of(passages: Sequence[DraftParagraph]) -> dict[str, str]:
    """Return what each value says, "" for a blank; the paragraphs of a prose are its lines."""
    texts: dict[str, list[str]] = {}
    for key, segment in _segments(passages):
        text = "" if segment.kind is SpanKind.BLANK else segment.text
        texts.setdefault(key, []).append(text)
    return {key: "\n".join(found) if is_running_text(key) else found[0] for key, found in texts.items()}


def _segments(passages: Sequence[DraftParagraph]) -> Iterator[tuple[str, TextSpan]]:
    for passage in passages:
        for segment in passage.segments:
            if segment.path:
                yield key_of(segment.path), segment


def yaml_text(path: str, words: str, written: Any = None) -> str:
    """Return the ``words`` of a document as the YAML has them at ``path``, where ``written`` stood.

    Raises ScalarError where they cannot stand there: no date, none of the words there are.
    """
    plan = field_at(path)
    text = words.replace(SEPARATOR, "\n").strip()
    if not is_prose(path):
        # Where a title breaks only its author says.
        text = text.replace("\n", "|" if "|" in str(written) else "")
    if plan is not None and not plan.is_model:
        read = plan.read(text)
        return read.isoformat() if isinstance(read, date) else str(text)
    return text
