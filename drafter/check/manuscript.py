"""A manuscript: any text as the rules read it, line by line, with headings, points and sentences.

A line is a paragraph. Whatever the text came from, a rule sees only this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.figures.numbers import parse_number
from drafter.i18n.text import CLOSING_MARKS
from drafter.models.parameters import Parameters
from drafter.speech.blocks import BlockKind

if TYPE_CHECKING:
    from drafter.check.setting import Setting

# A sentence with the marks that close it; the last one of a line may lack its mark.
_SENTENCE = re.compile("[^。！？]*[。！？]+[”’）》」』]*|[^。！？]+$")
# The number of parts that a speech announces: 下面，我讲三点意见. A year, a place or 几点 announces none.
_ANNOUNCED = re.compile(
    "(?:讲|谈|强调|提|说|提出|汇报|讲讲|谈谈|说说)(?:以下|如下|这么|下面)?(?P<count>[一二两三四五六七八九十]{1,2}|[0-9]{1,2})"
    "(?:个?方面|点|个|条|句话|项|件|层)(?:的)?(?:意见|问题|要求|建议|体会|希望|看法|想法|感受|情况|事|话|意思)?"
)


class Medium(Enum):
    """The kind of file that a manuscript was read from."""

    TEXT = "text"
    MARKDOWN = "markdown"
    YAML = "yaml"
    DOCX = "docx"


class Anchor(Struct, frozen=True, gc=False):
    """From the character ``at`` of a line on, its words stand in the file, as far as the next anchor.

    ``number`` is the line of a text or the paragraph of a document, from 1; 0 where the words stand nowhere:
    a template made them, or Word counted them. ``column`` is their first character there, from 0. In a
    YAML, ``path`` leads to the value, in which ``column`` counts.
    """

    at: int
    number: int
    column: int
    path: str = ""


class Line(Struct, frozen=True, kw_only=True):
    """One paragraph.

    ``ordinal`` is the ordinal that opens it (一、, 一要), "" where none does; ``ladder`` its key in
    NUMBERINGS. ``level`` is 1 to 4 for headings and for points whose heading runs in, else 0. ``heading`` is
    the length, in characters from the start of the line, of the heading with its ordinal: all of the line for
    a heading of its own, the first sentence for one that runs in, else 0. ``part`` is the number of the part,
    from 1; 0 outside of all parts. ``point`` is the number of the point within its part, from 1; 0 outside.
    ``section`` is opening, closing, "body" or the role of a part; "" for what is not read aloud.
    ``anchors`` lead back to the file.
    """

    text: str
    kind: BlockKind = BlockKind.BODY
    ordinal: str = ""
    ladder: str = ""
    level: int = 0
    heading: int = 0
    part: int = 0
    point: int = 0
    section: str = ""
    anchors: tuple[Anchor, ...] = ()

    def place(self, offset: int) -> Anchor | None:
        """Return where the character at ``offset`` stands in the file, None where it stands nowhere."""
        found = None
        for anchor in self.anchors:
            if anchor.at > offset:
                break
            found = anchor
        if found is None or not (found.number or found.path):
            return None
        return Anchor(offset, found.number, found.column + offset - found.at, found.path)


class Sentence(Struct, frozen=True):
    """A sentence of a line, from ``start`` to ``end``."""

    line: int
    start: int
    end: int
    text: str


class Announcement(Struct, frozen=True):
    """The words of a line that announce how many parts follow: 讲三点意见."""

    line: int
    start: int
    end: int
    count: int


class Manuscript:
    """A text with its lines; ``parameters`` are those that it was drafted from, None where they are unknown.

    ``is_truncated`` says that the text breaks off: what is missing behind is then no fault of it. ``raw``
    are the lines of the file, or the paragraphs of a document, to which the anchors of the lines lead.
    ``read_setting`` tells how a document is set; it is called by the first rule that asks.
    """

    def __init__(
        self,
        lines: tuple[Line, ...],
        *,
        parameters: Parameters | None = None,
        is_truncated: bool = False,
        medium: Medium = Medium.TEXT,
        raw: tuple[str, ...] = (),
        kind: str = "",
        read_setting: Callable[[], Setting] | None = None,
    ) -> None:
        self.lines = lines
        self.parameters = parameters
        self.is_truncated = is_truncated
        self.medium = medium
        self.raw = raw
        self.kind = kind or (parameters.kind if parameters else "")
        self._read_setting = read_setting

    @cached_property
    def setting(self) -> Setting | None:
        """How the document is set, None for what is no document."""
        return self._read_setting() if self._read_setting else None

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all lines, in their order."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        for number, line in enumerate(self.lines):
            for found in _SENTENCE.finditer(line.text):
                if found[0].strip():
                    yield Sentence(number, found.start(), found.end(), found[0])

    @cached_property
    def text(self) -> str:
        """All lines, one below the other."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def title(self) -> str:
        """The title on one line, "" where there is none."""
        return "".join(line.text for line in self.lines if line.kind is BlockKind.TITLE)

    @cached_property
    def salutation(self) -> str:
        """Whom the speech addresses, "" where it addresses nobody."""
        return "".join(line.text for line in self.lines if line.kind is BlockKind.SALUTATION)

    @cached_property
    def announced(self) -> Announcement | None:
        """The last announcement of a number of parts before the first part, None where there is none."""
        found = None
        for number, line in enumerate(self.lines):
            if line.level and line.kind is not BlockKind.OUTLINE:
                break
            if line.kind is BlockKind.BODY:
                for match in _ANNOUNCED.finditer(line.text):
                    found = Announcement(
                        number, match.start(), match.end(), int(parse_number(match["count"]) or 0)
                    )
        return found

    def of_kind(self, *kinds: BlockKind) -> Iterator[tuple[int, Line]]:
        """Yield the lines of ``kinds`` with their numbers."""
        return ((number, line) for number, line in enumerate(self.lines) if line.kind in kinds)

    def siblings(self) -> Iterator[list[tuple[int, Line]]]:
        """Yield each set of headings or points of one level below one heading, with their numbers."""
        open_sets: dict[int, list[tuple[int, Line]]] = {}
        for number, line in enumerate(self.lines):
            if line.level and line.kind in (BlockKind.HEADING, BlockKind.BODY):
                yield from (open_sets.pop(level) for level in sorted(open_sets) if level > line.level)
                open_sets.setdefault(line.level, []).append((number, line))
        yield from (open_sets[level] for level in sorted(open_sets))

    def heading_above(self, number: int) -> str:
        """Return the heading over a line, with its ordinal, "" where none stands above it."""
        return self._headings_above[number]

    @cached_property
    def _headings_above(self) -> tuple[str, ...]:
        found, above = [], ""
        for line in self.lines:
            found.append(above)
            if line.level and line.kind in (BlockKind.HEADING, BlockKind.BODY):
                above = line.text[: line.heading or len(line.ordinal)].rstrip("。")
        return tuple(found)


def sentence_closes(text: str) -> bool:
    """Return whether ``text`` ends with a mark that closes a sentence or a clause."""
    return text.rstrip().rstrip(CLOSING_MARKS)[-1:] in tuple("。！？；：…!?;:")
