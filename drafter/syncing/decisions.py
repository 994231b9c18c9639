"""For each value: whether the document's or the YAML's word stands, and whether they are at odds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from drafter.paths import is_stretch, key_of
from drafter.segments import Segment, SegmentKind
from drafter.syncing.edition import Edition, Occurrence, is_in_outline
from drafter.syncing.passages import Passage
from drafter.syncing.report import Changed, Conflict, Findings
from drafter.syncing.stretches import SEPARATOR
from drafter.word.controls import label_of

# What --ours and --theirs take for every conflict.
ALL = "all"


class Verdict(Enum):
    """What is done in the places of a value: nothing; the YAML's word where the document still has the old
    one; the YAML's word everywhere; the person's word everywhere."""

    KEEP = "keep"
    TAKE = "take"
    FORCE = "force"
    SPREAD = "spread"


class Choices(Struct, frozen=True):
    """Conflicts, by name or all, that are settled for the YAML (ours) or the document (theirs)."""

    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()

    def verdict(self, name: str) -> Verdict | None:
        """Return how the conflict ``name`` is settled, None where it is not; a name goes before all."""
        for names, verdict in ((self.ours, Verdict.FORCE), (self.theirs, Verdict.SPREAD)):
            if name in names:
                return verdict
        for names, verdict in ((self.ours, Verdict.FORCE), (self.theirs, Verdict.SPREAD)):
            if ALL in names:
                return verdict
        return None


class Decision(Struct):
    """The verdict on a value: what was written, what the document has (None: it cannot be told), what the
    YAML has. ``segment`` is the YAML's."""

    verdict: Verdict
    base: str
    theirs: list[str | None]
    ours: str
    segment: Segment | None = None


def decide(
    edition: Edition, new: Sequence[Passage], choices: Choices, findings: Findings
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
            whole = (edition.prose(key) or None) if is_stretch(key) else None
            theirs = theirs_of(key, base, found, whole)
            decision = _decide(key, base, theirs, after[key], found, choices, findings)
            decisions[key] = replace(decision, segment=segments[key])
    return decisions


def normal(text: str) -> str:
    """Return a value without the breaks of a title and blanks around it."""
    return text.replace("\n", "").strip()


def theirs_of(key: str, base: str, found: Sequence[Occurrence], whole: str | None = None) -> list[str | None]:
    """Return the distinct words that a person put in the place of ``base``; None for what cannot be told.

    ``whole`` is a prose with all paragraphs in it, where that is known.
    """
    if is_stretch(key) and whole is not None:
        return [] if whole in ("", base) else [whole]
    if is_stretch(key):
        texts = [one.text for one in found if not is_in_outline(one)]
        if not texts:
            return []
        whole = None if None in texts else "\n".join(filter(None, texts)).replace(SEPARATOR, "\n")
        changed: list[str | None] = [] if whole == base else [whole]
        return [] if found and all(one.is_blank for one in found) else changed
    words = [None if one.text is None else normal(one.text) for one in found if not one.is_blank]
    return list(dict.fromkeys(text for text in words if text != normal(base) and text != ""))


def _decide(
    key: str,
    base: str,
    theirs: list[str | None],
    ours: str,
    found: Sequence[Occurrence],
    choices: Choices,
    findings: Findings,
) -> Decision:
    label, places = label_of(key), tuple(dict.fromkeys(one.place for one in found))
    if normal(base) == normal(ours):
        if theirs:
            findings.kept.append(Changed(key, label, base, _told(theirs), places))
        return Decision(Verdict.KEEP, base, theirs, ours)
    if theirs == [ours] and is_stretch(key):
        # In whatever paragraphs it says so.
        return Decision(Verdict.SPREAD, base, theirs, ours)
    if not theirs or theirs == [normal(ours)]:
        if any(one.is_blank or normal(one.text or "") != normal(ours) for one in found):
            findings.updated.append(Changed(key, label, base, ours, places))
        return Decision(Verdict.TAKE, base, theirs, ours)
    settled = choices.verdict(key)
    if settled is None:
        findings.conflicts.append(Conflict(key, label, base, _told(theirs), ours, places))
    elif settled is Verdict.FORCE:
        findings.updated.append(Changed(key, label, _told(theirs), ours, places))
    else:
        findings.kept.append(Changed(key, label, ours, _told(theirs), places))
        # Of several words of a person's, none is put in the place of another.
        known = [text for text in theirs if text is not None]
        settled = (Verdict.TAKE, Verdict.SPREAD, Verdict.KEEP)[min(len(known), 2)]
    return Decision(settled or Verdict.KEEP, base, theirs, ours)


def _told(theirs: Iterable[str | None]) -> str:
    return " | ".join("?" if text is None else text for text in theirs)


def texts_of(passages: Sequence[Passage]) -> dict[str, str]:
    """Return what each value says, "" for a blank; the paragraphs of a prose are its lines."""
    texts: dict[str, list[str]] = {}
    for key, segment in _segments(passages):
        text = "" if segment.kind is SegmentKind.BLANK else segment.text
        texts.setdefault(key, []).append(text)
    return {key: "\n".join(found) if is_stretch(key) else found[0] for key, found in texts.items()}


def _segments(passages: Sequence[Passage]) -> Iterator[tuple[str, Segment]]:
    for passage in passages:
        for segment in passage.segments:
            if segment.path:
                yield key_of(segment.path), segment
