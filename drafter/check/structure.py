"""The structure of a text: which of its paragraphs are title, salutation, headings, points, closing.

Styles tell it where a file has them; else ordinals, marks and places do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.check.manuscript import Anchor, Line, sentence_closes
from drafter.facts import patterns as re
from drafter.speech.blocks import BlockKind, lead_length
from drafter.speech.numbering import FIRSTLY, NUMBERINGS, ladder_of, typed_ordinal
from drafter.speech.typed import ADDRESSES, OUTLINES, goes_on_addressing, is_date, is_salutation

# The level of a heading by its ladder (GB/T 9704-2012, 7.3.3). The other ladders are those of speech, and
# stand one below what they stand under.
_LEVELS = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4}
_DEEPEST = 4
# A longer paragraph is text, whatever opens it.
_LONGEST_HEADING = 60
_LONGEST_TITLE = 60
_LONGEST_BYLINE = 40
# A salutation stands within so many paragraphs: title, names, date, and the outline above them.
_FRONT = 40
_GENRES = re.compile(
    "(?:讲话|致辞|致词|发言|主持词|报告|党课|讲稿|述职|总结|讲话稿|通知|议程|表态|提纲|意见|开幕词|闭幕词)(?:稿|提纲)?(?:[（(].{1,12}[）)])?$"
)
# What ends no title, what a title of a speech has, and what it has not within it.
_TITLE_MARKS = "。；，！"
_NAMED, _INSIDE = re.compile("^(?:——)?在|[会礼式]"), re.compile("[。；！？]")
_OUTLINE_TITLE = re.compile(rf"[【\[]?(?:{'|'.join(OUTLINES)})[】\]]?[:：]?")
_OUTLINE_LINE = re.compile(rf"[【\[](?:{'|'.join(OUTLINES)})[】\]].+")
_GOES_ON = ("的", "和", "与", "及", "、", "在", "暨")
# What the web page around a text says, behind a text that it shows in part.
_END_OF_PREVIEW = re.compile("预览结束|未完，继续|本文共?[0-9]+页")


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph as a file has it.

    ``kind`` and ``level`` are what its style says, None where it says nothing; ``lead`` is the length of
    a lead sentence that its style shows, 0 where it shows none.
    """

    text: str
    anchors: tuple[Anchor, ...] = ()
    kind: BlockKind | None = None
    level: int | None = None
    lead: int = 0


def structured(paragraphs: Sequence[Paragraph]) -> tuple[Line, ...]:
    """Return ``paragraphs``, none of them empty, as lines with their kinds, levels, parts and points."""
    kinds = _front(paragraphs)
    lines = list(_numbered(paragraphs, kinds))
    return tuple(_with_end(_without_stray(lines)))


def _front(paragraphs: Sequence[Paragraph]) -> list[BlockKind | None]:
    """Return the kinds of the paragraphs before the text, None for the others."""
    kinds: list[BlockKind | None] = [paragraph.kind for paragraph in paragraphs]
    if any(kind is BlockKind.SALUTATION for kind in kinds):
        return kinds
    salutation = _salutation(paragraphs)
    front = range(salutation) if salutation is not None else _short_front(paragraphs)
    for number in front:
        kinds[number] = kinds[number] or _front_kind(paragraphs, number)
    if salutation is not None:
        kinds[salutation] = BlockKind.SALUTATION
        for number in range(salutation - 1, -1, -1):
            if not goes_on_addressing(paragraphs[number].text):
                break
            kinds[number] = BlockKind.SALUTATION
    free = [number for number in front if kinds[number] is None and _is_short(paragraphs[number])]
    if not any(kind is BlockKind.TITLE for kind in kinds):
        _entitle(paragraphs, kinds, free)
    _name(paragraphs, kinds, free)
    return kinds


def _salutation(paragraphs: Sequence[Paragraph]) -> int | None:
    for number, paragraph in enumerate(paragraphs[:_FRONT]):
        text = paragraph.text.strip()
        if is_salutation(text) or (
            len(text) < 12 and text.startswith(ADDRESSES) and text.endswith(("，", "！"))
        ):
            return number
        if len(text) > _LONGEST_TITLE and "。" in text and not _OUTLINE_LINE.match(text):
            return None
    return None


def _short_front(paragraphs: Sequence[Paragraph]) -> range:
    """Return the paragraphs before a text that addresses nobody: title, name and date."""
    for number, paragraph in enumerate(paragraphs[:_FRONT]):
        if (
            len(paragraph.text) > _LONGEST_TITLE
            or sentence_closes(paragraph.text)
            or _opening(paragraph.text)[1]
        ):
            return range(number)
    return range(min(len(paragraphs), 1))


def _front_kind(paragraphs: Sequence[Paragraph], number: int) -> BlockKind | None:
    text = paragraphs[number].text.strip()
    if is_date(text):
        return BlockKind.DATE
    if _OUTLINE_TITLE.fullmatch(text):
        return BlockKind.OUTLINE_TITLE
    if _OUTLINE_LINE.match(text) or _opening(text)[1]:
        return BlockKind.OUTLINE
    return None


def _is_short(paragraph: Paragraph) -> bool:
    return len(paragraph.text) <= _LONGEST_TITLE and (
        not sentence_closes(paragraph.text) or _is_marked_title(paragraph.text)
    )


def _is_marked_title(text: str) -> bool:
    """Return whether text is the title of a speech with a mark behind it, which it should not have."""
    bare = text.strip().rstrip(_TITLE_MARKS)
    return _NAMED.search(bare) is not None and _GENRES.search(bare) is not None and not _INSIDE.search(bare)


def _entitle(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], free: Sequence[int]) -> None:
    """Mark the title among the paragraphs ``free``, on all the lines that it has."""
    titles = [
        number for number in free if _GENRES.search(paragraphs[number].text.strip().rstrip(_TITLE_MARKS))
    ] or free[:1]
    if not titles:
        return
    first = last = titles[-1]
    while first - 1 in free and _is_divided(paragraphs[first - 1].text, paragraphs[first].text):
        first -= 1
    for number in range(first, last + 1):
        kinds[number] = BlockKind.TITLE


def _name(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], free: Iterable[int]) -> None:
    """Mark the names of speakers: what stands below the title, and is neither date nor outline."""
    title = next((number for number in range(len(kinds)) if kinds[number] is BlockKind.TITLE), len(kinds))
    for number in free:
        is_named = number > title and kinds[number] is None
        if is_named and len(paragraphs[number].text.strip()) <= _LONGEST_BYLINE:
            kinds[number] = BlockKind.BYLINE


def is_title_in_parts(lines: Sequence[str]) -> bool:
    """Return whether ``lines`` of one paragraph are a title that its author broke."""
    if not 1 < len(lines) <= 3 or any(sentence_closes(line) or len(line) > _LONGEST_TITLE for line in lines):
        return False
    return _GENRES.search("".join(lines)) is not None and not _opening(lines[0])[1]


def _is_divided(above: str, below: str) -> bool:
    """Return whether a title goes on in the line below."""
    return (
        above.rstrip().endswith(_GOES_ON)
        or below.strip().startswith(("的", "上的", "会上的"))
        or len(below.strip()) <= 4
    )


class _State(Struct):
    """What is open while paragraphs are numbered; ``ladders`` are the ladders of the open levels."""

    part: int = 0
    point: int = 0
    ladders: dict[int, str] = field(default_factory=dict)

    def level_of(self, ladder: str, first: bool) -> int:
        """Return the level of an ordinal: that of its ladder, for a spoken one where it is open, or below."""
        if not ladder:
            return 0
        if ladder in _LEVELS:
            return _LEVELS[ladder]
        for level, known in sorted(self.ladders.items()):
            if known == ladder:
                return level
        deepest = max(self.ladders, default=1)
        spoken = self.ladders.get(deepest, "") not in _LEVELS
        # 二是 behind 一要 is a slip on the same level; 一是 below 第一 opens a level of its own.
        if spoken and deepest > 1 and not first:
            return deepest
        return min(max(deepest + 1, 2), _DEEPEST)

    def enter(self, level: int, ladder: str) -> None:
        """Open ``level``: all below it are closed."""
        self.ladders = {each: known for each, known in self.ladders.items() if each < level}
        self.ladders[level] = ladder
        if level == 1:
            self.part, self.point = self.part + 1, 0
        elif level == 2:
            self.point += 1


def _numbered(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind | None]) -> Iterator[Line]:
    state = _State()
    begins = max((n for n, kind in enumerate(kinds) if kind is BlockKind.SALUTATION), default=-1) + 1
    for number, (paragraph, kind) in enumerate(zip(paragraphs, kinds, strict=True)):
        if kind not in (None, BlockKind.BODY, BlockKind.HEADING):
            yield Line(
                text=paragraph.text,
                kind=kind or BlockKind.BODY,
                section="opening" if kind is BlockKind.SALUTATION else "",
                anchors=paragraph.anchors,
            )
        elif number < begins:
            yield Line(text=paragraph.text, anchors=paragraph.anchors)
        else:
            yield _line(paragraph, kind, state)


def _line(paragraph: Paragraph, kind: BlockKind | None, state: _State) -> Line:
    """Return a paragraph of the text as a line, and open its level in ``state``."""
    text = paragraph.text
    ordinal, ladder = _opening(text)
    first = bool(ladder) and text.startswith(NUMBERINGS[ladder].ordinal(1)[:2])
    level = state.level_of(ladder, first)
    if not level and paragraph.level and len(text) <= _LONGEST_HEADING:
        level = min(paragraph.level, _DEEPEST)
    whole = _is_heading(paragraph, kind, level)
    if level:
        state.enter(level, ladder)
    heading = (len(text) if whole else paragraph.lead or lead_length(text)) if level else 0
    return Line(
        text=text,
        kind=BlockKind.HEADING if whole else BlockKind.BODY,
        ordinal=ordinal,
        ladder=ladder,
        level=level,
        heading=heading,
        part=state.part,
        point=state.point,
        section="body" if state.part or state.point else "opening",
        anchors=paragraph.anchors,
    )


def _is_heading(paragraph: Paragraph, kind: BlockKind | None, level: int) -> bool:
    """Return whether a paragraph with ``level`` is a heading of its own, by its style or its mark."""
    if not level:
        return False
    if kind is BlockKind.HEADING:
        return True
    # A sentence that ends within it is text, of which the end lacks its mark.
    return (
        len(paragraph.text) <= _LONGEST_HEADING
        and not sentence_closes(paragraph.text)
        and "。" not in paragraph.text
    )


def _opening(text: str) -> tuple[str, str]:
    """Return the ordinal that opens ``text`` and its ladder, "" twice where none does."""
    ordinal, ladder = typed_ordinal(text)
    if not ladder and (ladder := ladder_of(text)):
        ordinal = next(
            (one for one in FIRSTLY if text.startswith(one)), text[: len(NUMBERINGS[ladder].ordinal(1))]
        )
    return ordinal, ladder


def _without_stray(lines: list[Line]) -> list[Line]:
    """Return lines of which 首先 opens a point only where 其次 follows: alone it is a word like others."""
    counted = {
        (line.part, line.level)
        for line in lines
        if line.ladder == "首先" and line.text.startswith(FIRSTLY[1])
    }
    return [
        line
        if line.ladder != "首先" or (line.part, line.level) in counted
        else replace(line, ordinal="", ladder="", level=0, heading=0)
        for line in lines
    ]


def _with_end(lines: list[Line]) -> list[Line]:
    """Return lines with the closing marked, and what stands behind a signature or a preview."""
    end = next((n for n, line in enumerate(lines) if _END_OF_PREVIEW.search(line.text)), len(lines))
    text, behind = lines[:end], [replace(line, part=0, point=0, section="") for line in lines[end:]]
    last = len(text)
    while last > 1 and _is_signature(text[last - 1]):
        last -= 1
    if last == len(text) or not any(is_date(line.text) for line in text[last:]):
        last = len(text)
    signed = [replace(line, kind=BlockKind.SIGNATURE, part=0, point=0, section="") for line in text[last:]]
    return [*_with_closing(text[:last]), *signed, *behind]


def _is_signature(line: Line) -> bool:
    return (
        line.kind is BlockKind.SIGNATURE
        or (line.kind is BlockKind.BODY and len(line.text) <= _LONGEST_BYLINE and not line.level)
        and not sentence_closes(line.text)
    )


def _with_closing(lines: list[Line]) -> list[Line]:
    """Mark the closing: from the last paragraph that addresses the audience, if no point follows."""
    for index in range(len(lines) - 1, 0, -1):
        line = lines[index]
        if line.level or line.kind is not BlockKind.BODY or not line.part and not line.point:
            break
        if line.text.startswith(ADDRESSES):
            return [
                *lines[:index],
                *(replace(one, part=0, point=0, section="closing") for one in lines[index:]),
            ]
    return lines
