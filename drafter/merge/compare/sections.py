"""A draft as its sections, and which section of one draft is which of another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.merge.paragraphs import PLACE_LENGTH, DraftParagraph, cut_spans, placed
from drafter.merge.similarity import (
    OTHER_SUBJECT,
    SAME_HEADING,
    SAME_ORDINAL,
    SAME_PARENT,
    SAME_ROLE,
    SAME_SECTION,
    best_pairs,
    out_of_order,
    similarity,
)
from drafter.speech.blocks import BlockKind, lead_length
from drafter.speech.numbering import typed_ordinal
from drafter.speech.spans import SpanKind, TextSpan, text_of

_BEFORE_TEXT = (BlockKind.TITLE, BlockKind.BYLINE, BlockKind.DATE, BlockKind.SALUTATION)
_WITHOUT_HEADING = ("opening", "closing")


class Section(Struct):
    """A heading without its ordinal, and the paragraphs under it, all without line breaks.

    ``role`` is title, opening and the like, or the role of the part where that is known. ``level`` is 0
    without a heading. ``above`` is the index of the section to which it belongs, -1 for none.
    """

    role: str
    place: str
    level: int = 0
    heading: list[TextSpan] = field(default_factory=list)
    paragraphs: list[list[TextSpan]] = field(default_factory=list)
    above: int = -1

    @property
    def title(self) -> str:
        """The words of the heading."""
        return text_of(self.heading)

    @property
    def body(self) -> str:
        """The words under the heading."""
        return "".join(map(text_of, self.paragraphs))


class _OpenHeading(NamedTuple):
    """A heading above the present paragraph; ``level`` is that of its style, 0 without one."""

    numbering: str
    level: int
    ordinal: str
    section: int


def sections_of(paragraphs: Iterable[DraftParagraph]) -> list[Section]:
    """Return the sections of a draft, without its outline, which repeats the headings."""
    sections = _Sections()
    for paragraph in paragraphs:
        spans = [replace(span, text=span.text.replace("\n", "")) for span in paragraph.spans]
        if text_of(spans).strip():
            sections.add(paragraph, spans)
    return sections.found


class _Sections:
    def __init__(self) -> None:
        self.found: list[Section] = []
        self._open: list[_OpenHeading] = []

    def add(self, paragraph: DraftParagraph, spans: list[TextSpan]) -> None:
        block = paragraph.block
        if block.kind in (BlockKind.OUTLINE, BlockKind.OUTLINE_TITLE):
            return
        if block.kind in _BEFORE_TEXT or block.kind is BlockKind.SIGNATURE:
            self._add_plain(block.kind.value, spans)
        elif block.section in _WITHOUT_HEADING:
            self._add_plain(block.section, spans)
        else:
            self._add_headed(paragraph, spans)

    def _add_plain(self, role: str, spans: list[TextSpan]) -> None:
        self._open = []
        if not self.found or self.found[-1].role != role or self.found[-1].level:
            self.found.append(Section(role, role))
        self.found[-1].paragraphs.append(spans)

    def _add_headed(self, paragraph: DraftParagraph, spans: list[TextSpan]) -> None:
        text = text_of(spans)
        ordinal, numbering = _opening_ordinal(paragraph, text)
        end = _heading_end(paragraph, spans, text, ordinal)
        if end > len(ordinal):
            heading = _without_stop(cut_spans(spans, len(ordinal), end))
            self._open_section(paragraph, ordinal, numbering or "lead", heading)
        body = cut_spans(spans, max(end, len(ordinal)), len(text))
        if text_of(body).strip():
            self._add_body(body)

    def _add_body(self, body: list[TextSpan]) -> None:
        before_text = {kind.value for kind in _BEFORE_TEXT}
        if not self.found or self.found[-1].role in before_text:
            self._add_plain("opening", body)
        else:
            self.found[-1].paragraphs.append(body)

    def _open_section(
        self, paragraph: DraftParagraph, ordinal: str, numbering: str, heading: list[TextSpan]
    ) -> None:
        level = self._close(paragraph.block.level, numbering)
        above = self._open[-1].section if self._open else -1
        self._open.append(_OpenHeading(numbering, level, ordinal, len(self.found)))
        ordinals = "".join(one.ordinal for one in self._open)
        place = ordinals if ordinal else text_of(heading)[:PLACE_LENGTH]
        self.found.append(Section(paragraph.block.section, place, len(self._open), heading, above=above))

    def _close(self, level: int, numbering: str) -> int:
        """Close the headings that do not stand above a new one; return the level of its style."""
        if level:
            # A heading within a paragraph stands below all that have a line of their own.
            while self._open and (self._open[-1].level >= level or not self._open[-1].level):
                self._open.pop()
        elif any(one.numbering == numbering for one in self._open):
            while self._open[-1].numbering != numbering:
                self._open.pop()
            level = self._open.pop().level
        return level


def _opening_ordinal(paragraph: DraftParagraph, text: str) -> tuple[str, str]:
    """Return the ordinal of ``paragraph`` and its numbering, "" twice if it has none."""
    ordinal, numbering = typed_ordinal(text)
    own = paragraph.ordinal
    # 首先 and 第二 are of one numbering.
    return (own, numbering or "第一") if own and text.startswith(own) else (ordinal, numbering)


def _heading_end(paragraph: DraftParagraph, spans: Sequence[TextSpan], text: str, ordinal: str) -> int:
    """Return where the heading of a paragraph ends, 0 if it has none."""
    if paragraph.block.kind is BlockKind.HEADING:
        return len(text)
    lead = max((end for span, _start, end in placed(spans) if span.is_lead), default=0)
    if lead or not ordinal:
        return lead
    end = lead_length(text[len(ordinal) :])
    return len(ordinal) + end if end else 0


def _without_stop(heading: list[TextSpan]) -> list[TextSpan]:
    """Return a heading without the full stop that closes it where it opens a paragraph."""
    last = heading[-1] if heading else None
    if last is None or last.kind is not SpanKind.WORDS:
        return heading
    text = last.text.rstrip().removesuffix("。")
    return [*heading[:-1], *([replace(last, text=text)] if text else [])]


def pair_sections(old: Sequence[Section], new: Sequence[Section]) -> dict[int, int]:
    """Return the index in ``new`` of each section of ``old``; dropped sections are absent.

    Sections are paired by their headings and texts, level by level, wherever they stand.
    """
    pairs: dict[int, int] = {}
    for level in range(max((section.level for section in (*old, *new)), default=0) + 1):
        _pair_level(old, new, level, pairs)
    # What is left may have another level now.
    _pair_level(old, new, None, pairs)
    return pairs


def moved_sections(old: Sequence[Section], new: Sequence[Section], pairs: dict[int, int]) -> list[int]:
    """Return the indexes in ``old`` of headings that stand under another one, or in another order there."""
    moved = [i for i, j in pairs.items() if old[i].level and _has_other_parent(old[i], new[j], pairs)]
    groups: dict[int, list[int]] = {}
    for i in sorted(pairs):
        if old[i].level and i not in moved:
            groups.setdefault(old[i].above, []).append(i)
    for group in groups.values():
        displaced = out_of_order([pairs[i] for i in group])
        moved += [i for i in group if pairs[i] in displaced]
    return sorted(moved)


def _pair_level(
    old: Sequence[Section], new: Sequence[Section], level: int | None, pairs: dict[int, int]
) -> None:
    """Add to ``pairs`` the most similar sections of one level, of any level where that is None."""
    left = [i for i in range(len(old)) if i not in pairs and level in (None, old[i].level)]
    taken = set(pairs.values())
    free = [j for j in range(len(new)) if j not in taken and level in (None, new[j].level)]
    unchanged = _unchanged(old, new, left, free, pairs)
    pairs |= unchanged
    taken = set(unchanged.values())
    olds = [(i, _texts(old[i])) for i in left if i not in unchanged]
    news = [(j, _texts(new[j])) for j in free if j not in taken]
    scores = ((_score(old[i], new[j], texts, others, pairs), i, j) for i, texts in olds for j, others in news)
    pairs |= best_pairs(score for score in scores if score[0] >= SAME_SECTION)


# The heading of a section and the words under it.
_Texts = tuple[str, str]


def _texts(section: Section) -> _Texts:
    return section.title, section.body


def _unchanged(
    old: Sequence[Section], new: Sequence[Section], left: list[int], free: list[int], pairs: dict[int, int]
) -> dict[int, int]:
    """Return the indexes of headed sections with the same words in the same place; of equal ones, in order.

    Only what is left is compared each with each.
    """
    befores: dict[tuple[int | None, _Texts], list[int]] = {}
    afters: dict[tuple[int | None, _Texts], list[int]] = {}
    for i in (i for i in left if old[i].level):
        above = pairs.get(old[i].above) if old[i].above >= 0 else -1
        befores.setdefault((above, _texts(old[i])), []).append(i)
    for j in (j for j in free if new[j].level):
        afters.setdefault((new[j].above, _texts(new[j])), []).append(j)
    found: dict[int, int] = {}
    for key, those in befores.items():
        others = afters.get(key, [])
        if len(those) == len(others):
            found |= zip(those, others, strict=True)
    return found


def _score(one: Section, other: Section, texts: _Texts, others: _Texts, pairs: dict[int, int]) -> float:
    if not (one.level and other.level):
        return float(one.role == other.role and one.level == other.level)
    heading, text = similarity(texts[0], others[0]), similarity(texts[1], others[1])
    is_other_subject = bool(texts[1] and others[1]) and text < OTHER_SUBJECT
    score = heading if is_other_subject else max(heading, text)
    if one.level == other.level == 1:
        score += SAME_ROLE if one.role and one.role == other.role else 0.0
    elif is_other_subject:
        return score if score >= SAME_HEADING else 0.0
    if one.above >= 0 and pairs.get(one.above) == other.above:
        score += SAME_PARENT + (SAME_ORDINAL if one.place == other.place else 0.0)
    return score


def _has_other_parent(one: Section, other: Section, pairs: dict[int, int]) -> bool:
    """Return whether both stand under a heading, and not under the same."""
    return one.above >= 0 and other.above >= 0 and pairs.get(one.above) != other.above
