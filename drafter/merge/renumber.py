"""Ordinals after points were added or dropped: counted anew, but for those that a person wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from drafter.docx.read.paragraph import Paragraph
from drafter.i18n import _
from drafter.merge.anchored import AnchoredDocument
from drafter.merge.paragraphs import DraftParagraph, is_outline
from drafter.merge.plan import Insertion, Plan, Replacement
from drafter.merge.report import Findings
from drafter.merge.similarity import Pair
from drafter.speech.numbering import NUMBERINGS, ladder_of, opening_ordinal
from drafter.speech.spans import SpanKind, TextSpan

# Whether in the outline, in which part, under which ordinals, of which ladder.
Group = tuple[bool, int, str, str]


class _Opener(Struct):
    """What opens with an ordinal: a passage that stands, one to be put in, or a person's ``own`` ordinal."""

    ladder: str
    group: Group
    old: DraftParagraph | None = None
    now: DraftParagraph | None = None
    insertion: Insertion | None = None
    own: str = ""


def renumber(edition: AnchoredDocument, pairs: Sequence[Pair], plan: Plan, findings: Findings) -> None:
    """Add to ``plan`` the ordinals that follow from what it puts in and takes out; tell of a person's own.

    Whatever opens with an ordinal counts, a person's own points too; only ordinals are changed that
    still are as they were written, in the ladders that the draft itself numbers anew.
    """
    if all(old and now and old.ordinal == now.ordinal for old, now in pairs):
        return
    groups: dict[Group, list[_Opener]] = {}
    # In the order of the text.
    changed: dict[Group, None] = {}
    for opener in _Openers(edition, pairs, plan):
        groups.setdefault(opener.group, []).append(opener)
        old, now = opener.old, opener.now
        if opener.insertion or (old and now and old.ordinal != now.ordinal):
            changed[opener.group] = None
    for group in changed:
        ladder = NUMBERINGS[groups[group][0].ladder]
        for number, opener in enumerate(groups[group], 1):
            ordinal = ladder.ordinal(number)
            if opener.own and opener.own != ordinal:
                message = _("{own} is the document's own and stays, though {due} would come here")
                findings.note(message.format(own=opener.own, due=ordinal))
            _number(edition, opener, ordinal, plan, findings)


def _number(edition: AnchoredDocument, opener: _Opener, ordinal: str, plan: Plan, findings: Findings) -> None:
    segment = TextSpan(SpanKind.ORDINAL, ordinal)
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
            findings.renumbered += 1


class _Openers:
    """All that opens with an ordinal, in the order in which it will stand."""

    def __init__(self, edition: AnchoredDocument, pairs: Sequence[Pair], plan: Plan) -> None:
        self.edition, self.plan = edition, plan
        self.partners = {old.number: now for old, now in pairs if old is not None}
        self.groups: dict[str, Group] = {}
        # Where those stand now that a dropped passage stood among.
        self.siblings = {_group(old): _group(now) for old, now in pairs if old and now}

    def __iter__(self) -> Iterator[_Opener]:
        waiting: dict[Paragraph | None, list[Insertion]] = {}
        for insertion in self.plan.insertions:
            waiting.setdefault(insertion.after, []).append(insertion)
        starts: dict[Paragraph, list[DraftParagraph]] = {}
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

    def _own(self, line: Paragraph) -> Iterator[_Opener]:
        """Yield a line that a person added, if it is numbered as those before it."""
        ladder = ladder_of(line.text)
        if _family(ladder) in self.groups:
            yield _Opener(ladder, self.groups[_family(ladder)], own=opening_ordinal(line.text))

    def _standing(self, passages: Sequence[DraftParagraph]) -> Iterator[_Opener]:
        for old in passages:
            yield from self._opener(old, old, self.partners.get(old.number), None)

    def _opener(
        self,
        passage: DraftParagraph,
        old: DraftParagraph | None,
        now: DraftParagraph | None,
        insertion: Insertion | None,
    ) -> Iterator[_Opener]:
        # The YAML may number them otherwise than they were.
        ladder = ladder_of(passage.ordinal if now is None else now.ordinal)
        family = _family(ladder)
        if not ladder or not passage.ordinal:
            return
        if now is not None:
            self.groups[family] = _group(now)
        elif not is_outline(passage) and _group(passage) in self.siblings:
            self.groups[family] = self.siblings[_group(passage)]
        # What else was dropped but stands counts with those before it.
        if family in self.groups:
            yield _Opener(ladder, self.groups[family], old, now, insertion)


def _group(passage: DraftParagraph) -> Group:
    """Return what tells the siblings of ``passage`` from others: what they stand under, their ladder."""
    block, family = passage.block, _family(ladder_of(passage.ordinal))
    # Parts are numbered through, points within theirs, which may have no ordinal itself.
    part = 0 if block.level == 1 else block.part
    place = block.place.removesuffix(passage.ordinal)
    return is_outline(passage), part, "" if part == 0 else place, family


def _family(ladder: str) -> str:
    """Return the numbering whose siblings those of ``ladder`` are: behind 最后， comes 第五，."""
    return "第一" if ladder == "首先" else ladder
