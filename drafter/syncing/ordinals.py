"""Ordinals after points were added or dropped: counted anew, but for those that a person wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from drafter.blocks import BlockKind
from drafter.numbering import NUMBERINGS, ladder_of
from drafter.segments import Segment, SegmentKind
from drafter.syncing.edition import Edition
from drafter.syncing.pairing import Pair
from drafter.syncing.passages import Passage, is_outline
from drafter.syncing.plan import Insertion, Plan, Replacement
from drafter.word.line import Line


class _Opener(Struct):
    """What opens with an ordinal: a passage that stands, one to be put in, or a person's own line."""

    ladder: str
    group: tuple[str, ...]
    old: Passage | None = None
    now: Passage | None = None
    insertion: Insertion | None = None


def renumber(edition: Edition, pairs: Sequence[Pair], plan: Plan) -> None:
    """Add to ``plan`` the ordinals that follow from what it puts in and takes out.

    Whatever opens with an ordinal counts, a person's own points too; only ordinals are changed that
    still are as they were written, in the ladders that the draft itself numbers anew.
    """
    if all(old and now and old.ordinal == now.ordinal for old, now in pairs):
        return
    groups: dict[tuple[str, ...], list[_Opener]] = {}
    changed: set[tuple[str, ...]] = set()
    for opener in _Openers(edition, pairs, plan):
        groups.setdefault(opener.group, []).append(opener)
        old, now = opener.old, opener.now
        if opener.insertion or (old and now and old.ordinal != now.ordinal):
            changed.add(opener.group)
    for group in changed:
        ladder = NUMBERINGS[groups[group][0].ladder]
        for number, opener in enumerate(groups[group], 1):
            _number(edition, opener, ladder.ordinal(number), plan)


def _number(edition: Edition, opener: _Opener, ordinal: str, plan: Plan) -> None:
    segment = Segment(SegmentKind.ORDINAL, ordinal)
    if opener.insertion is not None:
        passage = opener.insertion.passage
        first = replace(passage.segments[0], text=ordinal)
        opener.insertion.passage = replace(passage, segments=[first, *passage.segments[1:]])
    elif opener.old is not None and opener.old.ordinal != ordinal:
        overlay = edition.overlays[opener.old.number]
        place = overlay.place(0, len(opener.old.ordinal))
        if place is not None:
            segment = replace(segment, is_lead=opener.old.segments[0].is_lead)
            plan.replacements.append(Replacement(overlay.stretch.cut(*place), [segment]))


class _Openers:
    """All that opens with an ordinal, in the order in which it will stand."""

    def __init__(self, edition: Edition, pairs: Sequence[Pair], plan: Plan) -> None:
        self.edition, self.plan = edition, plan
        self.partners = {old.number: now for old, now in pairs if old is not None}
        self.groups: dict[str, tuple[str, ...]] = {}
        # Where those stand now that a dropped passage stood among.
        self.siblings = {_text_group(old): _text_group(now) for old, now in pairs if old and now}
        self.part = 0

    def __iter__(self) -> Iterator[_Opener]:
        waiting: dict[Line | None, list[Insertion]] = {}
        for insertion in self.plan.insertions:
            waiting.setdefault(insertion.after, []).append(insertion)
        starts: dict[Line, list[Passage]] = {}
        for number, overlay in self.edition.overlays.items():
            starts.setdefault(overlay.stretch.lines[0], []).append(self.edition.overlays[number].before)
        known = {line for overlay in self.edition.overlays.values() for line in overlay.stretch.lines}
        for line in (None, *self.edition.manuscript.shown):
            if line is not None and line not in known:
                yield from self._own(line)
            elif line is not None and line not in self.plan.removals:
                yield from self._standing(starts.get(line, ()))
            for insertion in waiting.get(line, ()):
                yield from self._opener(insertion.passage, None, insertion.passage, insertion)

    def _own(self, line: Line) -> Iterator[_Opener]:
        """Yield a line that a person added, if it is numbered as those before it."""
        ladder = ladder_of(line.text)
        if _family(ladder) in self.groups:
            yield _Opener(ladder, self.groups[_family(ladder)])

    def _standing(self, passages: Sequence[Passage]) -> Iterator[_Opener]:
        for old in passages:
            yield from self._opener(old, old, self.partners.get(old.number), None)

    def _opener(
        self, passage: Passage, old: Passage | None, now: Passage | None, insertion: Insertion | None
    ) -> Iterator[_Opener]:
        # The YAML may number them otherwise than they were.
        ladder = ladder_of(passage.ordinal if now is None else now.ordinal)
        family = _family(ladder)
        if not ladder or not passage.ordinal:
            return
        if now is not None:
            self.groups[family] = self._group(now, family)
        elif not is_outline(passage) and _text_group(passage) in self.siblings:
            self.groups[family] = self.siblings[_text_group(passage)]
        # What else was dropped but stands counts with those before it.
        if family in self.groups:
            yield _Opener(ladder, self.groups[family], old, now, insertion)

    def _group(self, passage: Passage, family: str) -> tuple[str, ...]:
        """Return what tells the siblings of ``passage`` from others: what they stand under, their ladder."""
        if is_outline(passage):
            self.part += passage.block.level == 1
            return "outline", str(self.part if passage.block.level > 1 else 0), family
        return _text_group(passage)


def _text_group(passage: Passage) -> tuple[str, ...]:
    block = passage.block
    # Parts are numbered through all sections, points within theirs, which may have no ordinal itself.
    is_part = block.kind is BlockKind.HEADING and block.level == 1
    place = block.place.removesuffix(passage.ordinal)
    return "" if is_part else block.section, place, _family(ladder_of(passage.ordinal))


def _family(ladder: str) -> str:
    """Return the numbering whose siblings those of ``ladder`` are: behind 最后， comes 第五，."""
    return "第一" if ladder == "首先" else ladder
