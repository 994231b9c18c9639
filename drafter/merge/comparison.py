"""What a comparison of two drafts found, as a person is told it and as a program reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, cast

from msgspec import Struct, field, to_builtins
from msgspec.structs import replace

from drafter.merge.matched import cut
from drafter.merge.paragraphs import DraftParagraph
from drafter.merge.report import Changed, Reworded
from drafter.speech.blocks import BlockKind, lead_length
from drafter.speech.numbering import typed_ordinal
from drafter.speech.spans import SpanKind, TextSpan, text_of


class Standing(Struct, frozen=True):
    """A point that only one of two drafts has: where it stands, its heading, what is said of it."""

    place: str
    heading: str
    text: str


class Shifted(Struct, frozen=True):
    """A point or a paragraph that stands elsewhere now; ``is_point`` tells which."""

    text: str
    old_place: str
    new_place: str
    is_point: bool = True


class Comparison(Struct):
    """The differences of two drafts, in the order of the text.

    ``values`` are figures and other values, "" where one is blank; ``headings`` and ``passages`` what is
    worded otherwise, with "" for what only the other draft has; ``characters`` are those of all headings
    and paragraphs, then and now.
    """

    old: str = ""
    new: str = ""
    characters: tuple[int, int] = (0, 0)
    values: list[Changed] = field(default_factory=list)
    added: list[Standing] = field(default_factory=list)
    dropped: list[Standing] = field(default_factory=list)
    moved: list[Shifted] = field(default_factory=list)
    headings: list[Reworded] = field(default_factory=list)
    passages: list[Reworded] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether both drafts say the same."""
        found = (self.values, self.added, self.dropped, self.moved, self.headings, self.passages)
        return not any(found)

    def as_json(self) -> dict[str, Any]:
        """Return the comparison as plain values for programs."""
        return cast("dict[str, Any]", to_builtins(self))


_FRONT = (BlockKind.TITLE, BlockKind.BYLINE, BlockKind.DATE, BlockKind.SALUTATION)
_PLAIN = ("opening", "closing")
# What is told of a heading that has no ordinal.
_TOLD = 12


class Section(Struct):
    """A heading without its ordinal, and the paragraphs under it, all without line breaks.

    ``role`` is title, opening and the like, for a part its own where that is known; ``above`` the place of
    the section it belongs to among all sections, -1 for none. ``level`` is 0 without a heading.
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


class _Step(NamedTuple):
    """An open heading: its ladder, the level its style has (0: none), its ordinal and its section."""

    ladder: str
    level: int
    ordinal: str
    section: int


def sections_of(passages: Iterable[DraftParagraph]) -> list[Section]:
    """Return the sections of a draft, without its outline, which repeats the headings."""
    sections = _Sections()
    for passage in passages:
        segments = [replace(one, text=one.text.replace("\n", "")) for one in passage.segments]
        if text_of(segments).strip():
            sections.add(passage, segments)
    return sections.found


class _Sections:
    def __init__(self) -> None:
        self.found: list[Section] = []
        self._steps: list[_Step] = []

    def add(self, passage: DraftParagraph, segments: list[TextSpan]) -> None:
        block = passage.block
        if block.kind in (BlockKind.OUTLINE, BlockKind.OUTLINE_TITLE):
            return
        if block.kind in _FRONT or block.kind is BlockKind.SIGNATURE:
            self._plain(block.kind.value, segments)
        elif block.section in _PLAIN:
            self._plain(block.section, segments)
        else:
            self._headed(passage, segments)

    def _plain(self, role: str, segments: list[TextSpan]) -> None:
        self._steps = []
        if not self.found or self.found[-1].role != role or self.found[-1].level:
            self.found.append(Section(role, role))
        self.found[-1].paragraphs.append(segments)

    def _headed(self, passage: DraftParagraph, segments: list[TextSpan]) -> None:
        text = text_of(segments)
        ordinal, ladder = _opening_of(passage, text)
        end = _heading_end(passage, segments, text, ordinal)
        body = cut(segments, end, len(text))
        if end > len(ordinal):
            self._open(passage, ordinal, ladder or "lead", _without_stop(cut(segments, len(ordinal), end)))
        else:
            body = cut(segments, len(ordinal), len(text))
        if text_of(body).strip():
            self._under(body)

    def _under(self, body: list[TextSpan]) -> None:
        front = {kind.value for kind in _FRONT}
        if not self.found or self.found[-1].role in front:
            self._plain("opening", body)
        else:
            self.found[-1].paragraphs.append(body)

    def _open(self, passage: DraftParagraph, ordinal: str, ladder: str, heading: list[TextSpan]) -> None:
        level = self._close(passage.block.level, ladder)
        above = self._steps[-1].section if self._steps else -1
        self._steps.append(_Step(ladder, level, ordinal, len(self.found)))
        place = "".join(step.ordinal for step in self._steps) if ordinal else text_of(heading)[:_TOLD]
        role = passage.block.section
        self.found.append(Section(role, place, len(self._steps), heading, above=above))

    def _close(self, level: int, ladder: str) -> int:
        """Close the headings that do not stand above a new one; return the level of its style."""
        if level:
            # One that opens its paragraph stands below all that have lines of their own.
            while self._steps and (self._steps[-1].level >= level or not self._steps[-1].level):
                self._steps.pop()
        elif any(step.ladder == ladder for step in self._steps):
            while self._steps[-1].ladder != ladder:
                self._steps.pop()
            level = self._steps.pop().level
        return level


def _opening_of(paragraph: DraftParagraph, text: str) -> tuple[str, str]:
    """Return the ordinal of ``paragraph`` and its numbering, "" twice if it has none."""
    ordinal, ladder = typed_ordinal(text)
    own = paragraph.ordinal
    # 首先 and 第二 are of one ladder.
    return (own, ladder or "第一") if own and text.startswith(own) else (ordinal, ladder)


def _heading_end(paragraph: DraftParagraph, spans: Sequence[TextSpan], text: str, ordinal: str) -> int:
    """Return where the heading of a paragraph ends, 0 if it has none."""
    if paragraph.block.kind is BlockKind.HEADING:
        return len(text)
    lead = place = 0
    for span in spans:
        place += len(span.text)
        lead = place if span.is_lead else lead
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
