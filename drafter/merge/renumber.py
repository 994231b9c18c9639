"""Ordinals after points were added or dropped: counted anew, except those that somebody typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from drafter.docx.read.paragraph import Paragraph
from drafter.i18n import _
from drafter.merge.anchored_document import AnchoredDocument
from drafter.merge.anchors import Slice
from drafter.merge.paragraphs import DraftParagraph, is_outline
from drafter.merge.plan import Insertion, Plan, Replacement
from drafter.merge.report import Findings
from drafter.merge.similarity import Pair
from drafter.speech.numbering import NUMBERINGS, ladder_of, opening_ordinal
from drafter.speech.spans import SpanKind, TextSpan

# Siblings: whether in the outline, in which part, under which ordinals, in which numbering.
Group = tuple[bool, int, str, str]


class _Item(Struct):
    """A paragraph with an ordinal: one that stands in the document, or one to be put in.

    ``typed`` is its ordinal in the document now. ``paragraph`` is one added by hand; ``goes`` marks one that
    is to be removed.
    """

    numbering: str
    group: Group
    old: DraftParagraph | None = None
    now: DraftParagraph | None = None
    insertion: Insertion | None = None
    paragraph: Paragraph | None = None
    typed: str = ""
    goes: bool = False

    @property
    def is_own(self) -> bool:
        """Whether a person typed its ordinal."""
        return bool(self.typed) and (self.old is None or self.typed != self.old.ordinal)

    @property
    def is_changed(self) -> bool:
        """Whether the YAML puts it in, takes it out or numbers it anew."""
        if self.insertion or self.goes:
            return True
        return self.old is not None and self.now is not None and self.old.ordinal != self.now.ordinal


def renumber(anchored: AnchoredDocument, pairs: Sequence[Pair], plan: Plan, findings: Findings) -> None:
    """Add to ``plan`` the ordinals that change with its insertions and removals.

    Points added by hand are counted. Where the document counts without a gap, all of it goes on counting, in
    the numbering that it has. Elsewhere only ordinals that still are as written are changed; one that was
    typed and is out of sequence is noted in ``findings``.
    """
    if all(old and now and old.ordinal == now.ordinal for old, now in pairs):
        return
    groups: dict[Group, list[_Item]] = {}
    # In the order of the text.
    changed: dict[Group, None] = {}
    for item in _Items(anchored, pairs, plan):
        groups.setdefault(item.group, []).append(item)
        if item.is_changed:
            changed[item.group] = None
    for group in changed:
        _count(anchored, groups[group], plan, findings)


def _count(anchored: AnchoredDocument, items: Sequence[_Item], plan: Plan, findings: Findings) -> None:
    by_hand = _numbering_by_hand(items)
    left = [item for item in items if not item.goes]
    for number, item in enumerate(left, 1):
        ordinal = NUMBERINGS[by_hand or items[0].numbering].ordinal(number)
        if item.typed and by_hand:
            _replace_typed(anchored, item, ordinal, plan, findings)
        elif item.is_own and item.typed not in _ordinals(number):
            message = _("{own} is the document's own and stays, though {due} would come here")
            findings.note(message.format(own=item.typed, due=ordinal))
        elif item.paragraph is None:
            _set_ordinal(anchored, item, ordinal, plan, findings)


def _ordinals(number: int) -> set[str]:
    """Return the ordinals of a sibling in all numberings: 二是 counts as 二要 does."""
    return {numbering.ordinal(number) for numbering in NUMBERINGS.values()}


def _numbering_by_hand(items: Sequence[_Item]) -> str:
    """Return the numbering in which a person numbered all that stand, without a gap; "" if he did not."""
    standing = [item for item in items if item.insertion is None]
    is_own = any(item.old is None or item.typed != item.old.ordinal for item in standing)
    name = ladder_of(standing[0].typed) if is_own else ""
    if not name or any(item.typed != NUMBERINGS[name].ordinal(n) for n, item in enumerate(standing, 1)):
        return ""
    # Where the YAML numbers them otherwise now, that holds; what was written before does not count.
    before = {ladder_of(item.old.ordinal) for item in standing if item.old is not None}
    return items[0].numbering if name in before else name


def _replace_typed(
    anchored: AnchoredDocument, item: _Item, ordinal: str, plan: Plan, findings: Findings
) -> None:
    if item.typed == ordinal:
        return
    match = None if item.old is None else anchored.matches[item.old.number]
    if match is not None:
        slices = match.text_range.cut(0, len(item.typed))
    else:
        assert item.paragraph is not None
        slices = [Slice(item.paragraph, 0, len(item.typed))]
    is_lead = item.old is not None and item.old.spans[0].is_lead
    plan.replacements.append(Replacement(slices, [TextSpan(SpanKind.ORDINAL, ordinal, is_lead=is_lead)]))
    findings.renumbered += 1


def _set_ordinal(
    anchored: AnchoredDocument, item: _Item, ordinal: str, plan: Plan, findings: Findings
) -> None:
    if item.insertion is not None:
        paragraph = item.insertion.paragraph
        first = replace(paragraph.spans[0], text=ordinal)
        item.insertion.paragraph = replace(paragraph, spans=[first, *paragraph.spans[1:]])
    elif item.old is not None and item.old.ordinal not in ("", ordinal):
        match = anchored.matches[item.old.number]
        place = match.locate(0, len(item.old.ordinal))
        if place is not None:
            span = TextSpan(SpanKind.ORDINAL, ordinal, is_lead=item.old.spans[0].is_lead)
            plan.replacements.append(Replacement(match.text_range.cut(*place), [span]))
            findings.renumbered += 1


class _Items:
    """All paragraphs with an ordinal, in the order in which they will stand."""

    def __init__(self, anchored: AnchoredDocument, pairs: Sequence[Pair], plan: Plan) -> None:
        self.anchored, self.plan = anchored, plan
        self.counterparts = {old.number: now for old, now in pairs if old is not None}
        self.groups: dict[str, Group] = {}
        # The present group of those among which a dropped paragraph stood.
        self.siblings = {_group(old): _group(now) for old, now in pairs if old and now}

    def __iter__(self) -> Iterator[_Item]:
        waiting: dict[Paragraph | None, list[Insertion]] = {}
        for insertion in self.plan.insertions:
            waiting.setdefault(insertion.after, []).append(insertion)
        for paragraph in (None, *self.anchored.paragraphs):
            if paragraph is not None:
                is_drafted = paragraph in self.anchored.matches_in
                yield from self._standing(paragraph) if is_drafted else self._own(paragraph)
            for insertion in waiting.get(paragraph, ()):
                yield from self._item(insertion.paragraph, None, insertion.paragraph, insertion)

    def _own(self, paragraph: Paragraph) -> Iterator[_Item]:
        """Yield a paragraph added by hand, if it is numbered like those before it."""
        numbering = ladder_of(paragraph.text)
        if _family(numbering) in self.groups:
            own = opening_ordinal(paragraph.text)
            yield _Item(numbering, self.groups[_family(numbering)], paragraph=paragraph, typed=own)

    def _standing(self, paragraph: Paragraph) -> Iterator[_Item]:
        """Yield the drafted paragraphs that begin in ``paragraph``."""
        goes = paragraph in self.plan.removals
        for match in self.anchored.matches_from(paragraph):
            old = match.base
            for item in self._item(old, old, self.counterparts.get(old.number), None):
                item.typed, item.goes = opening_ordinal(match.current), goes
                yield item

    def _item(
        self,
        paragraph: DraftParagraph,
        old: DraftParagraph | None,
        now: DraftParagraph | None,
        insertion: Insertion | None,
    ) -> Iterator[_Item]:
        # The YAML may have another numbering than before.
        numbering = ladder_of(paragraph.ordinal if now is None else now.ordinal)
        family = _family(numbering)
        has_ordinal = paragraph.ordinal or (now is not None and now.ordinal)
        if not numbering or not has_ordinal:
            return
        if now is not None:
            self.groups[family] = _group(now)
        elif not is_outline(paragraph) and _group(paragraph) in self.siblings:
            self.groups[family] = self.siblings[_group(paragraph)]
        # Any other paragraph that was dropped but stands counts with those before it.
        if family in self.groups:
            yield _Item(numbering, self.groups[family], old, now, insertion)


def _group(paragraph: DraftParagraph) -> Group:
    """Return the group of siblings to which ``paragraph`` belongs."""
    block, family = paragraph.block, _family(ladder_of(paragraph.ordinal))
    # Parts are numbered throughout; points within their part, which may have no ordinal itself.
    part = 0 if block.level == 1 else block.part
    place = block.place.removesuffix(paragraph.ordinal)
    return is_outline(paragraph), part, "" if part == 0 else place, family


def _family(numbering: str) -> str:
    """Return the numbering that counts together with ``numbering``: 第五， follows 最后，."""
    return "第一" if numbering == "首先" else numbering
