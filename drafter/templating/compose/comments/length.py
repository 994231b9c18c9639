"""Saying more about the facts until the minutes are met: by worth, evenly, within a budget for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

from msgspec import Struct

from drafter.facts.sheet import FactType
from drafter.i18n.text import count_spoken
from drafter.templating.compose.comments.choice import Chooser, is_hollow, nearness, pairs_of
from drafter.templating.compose.comments.frame import ABOUT, NAMES, Frame
from drafter.templating.compose.comments.moves import Move, moves_of
from drafter.templating.compose.comments.shapes import shape_of
from drafter.templating.compose.comments.stressing import MOST_STRESSED
from drafter.templating.compose.comments.told import FACTUAL, FUNCTIONS, Told
from drafter.templating.compose.composition import bare
from drafter.templating.compose.forms.grounds import is_urgent
from drafter.templating.compose.material import Material

# So many comments may follow one statement, a second one only where it is about its very matter.
MOST_COMMENTS = 1
# So much more is a comment worth for each pair of signs that it takes from the fact, up to so many.
WORTH_OF_A_WORD, MOST_WORDS = 1, 2
# What only the subject of the meeting bears goes before what other meetings bear too.
WORTH_OF_A_SUBJECT = 3
# Comments on neighbouring facts with so many pairs of signs in common say the same.
ALIKE_BESIDE = 2
# A move that is worth less is only padding.
LEAST_WORTH = 0
# One matter in so many may have a comment that would fit any.
MATTERS_FOR_A_HOLLOW = 8
# A fact of these types may stand without a comment, and has none that would fit any.
_BASE = (FactType.SITUATION, FactType.PROGRESS, FactType.FUND, FactType.BASIS)
# So much less is a second sentence of one function worth.
SAME_AGAIN = 7


def most_hollow(material: Material, matters: int) -> int:
    """Return how many comments that would fit any fact there may be: none at a ceremony, none in danger."""
    if material.kind == "address" or is_urgent(material.meeting):
        return 0
    return matters // MATTERS_FOR_A_HOLLOW


class Context(Struct, frozen=True):
    """Where a statement is told: its paragraph, its place there, its neighbours, all words of its point."""

    paragraph: Sequence[Told]
    index: int
    beside: Sequence[Told]
    point: Sequence[str]


def fill(paragraphs: Sequence[Sequence[Told]], chooser: Chooser, missing: int) -> int:
    """Add moves to what is told until ``missing`` characters are there; return how many were added."""
    places = {id(t): (p, i) for p in paragraphs for i, t in enumerate(p)}
    those = [t for p in paragraphs for t in p]
    beside = {id(t): [*those[max(0, i - 1) : i], *those[i + 1 : i + 2]] for i, t in enumerate(those)}
    points: dict[str, list[str]] = {}
    for each in those:
        points.setdefault(each.section, []).append(bare(each.statement.words))
    moves = [move for p in paragraphs for t in p for move in moves_of(t, chooser)]
    # What a move is worth only falls while others are made: the best of a heap is looked at again.
    # A second move of a kind is looked at once the first is made.
    heap = [(-100.0, number) for number, move in enumerate(moves) if _has_base(move)]
    second = {(id(m.told), m.base): number for number, m in enumerate(moves) if not _has_base(m)}
    added = 0
    while heap and added < missing:
        worth, number = heappop(heap)
        move = moves[number]
        paragraph, index = places[id(move.told)]
        context = Context(paragraph, index, beside[id(move.told)], points[move.told.section])
        found = _valued(move, context, chooser)
        if found is None or found[0] <= LEAST_WORTH:
            continue
        if -found[0] > worth:
            heappush(heap, (-found[0], number))
            continue
        size = count_spoken(bare(found[1].filled(move.told.forms.words)))
        if added + size > missing + 20:
            continue
        move.told.say(move.function, found[1])
        chooser.use(found[1], move.told.section)
        added += size
        if (following := second.pop((id(move.told), move.function), None)) is not None:
            heappush(heap, (-100.0, following))
    return added


def _has_base(move: Move) -> bool:
    """Whether a move is a first one of its kind, or the first is made already."""
    return move.function == move.base or move.base in move.told.sentences


def _valued(move: Move, context: Context, chooser: Chooser) -> tuple[float, Frame] | None:
    """Return what a move is worth now, and the frame that makes it; None if it cannot be made."""
    told_, function = move.told, move.function
    if function in told_.sentences:
        return None
    frames = list(move.frames)
    if function not in FACTUAL:
        frames = [f for f in frames if _may_follow(told_, f)]
        frames = [f for f in frames if not _is_said_beside(told_, f, context.beside)]
    near = _shapes_near(context.paragraph, context.index, function)
    frames = [f for f in frames if function != "link" or _links_back(told_, f, "。".join(context.point))]
    frames = [f for f in frames if "call" not in f.needs or not _is_called(told_)]
    frames = [f for f in frames if not told_.is_worn(f) and not (f.general and told_.general)]
    section = told_.section
    frames = [f for f in frames if not is_hollow(f) or _may_be_hollow(told_, chooser)]
    left = (f for f in frames if chooser.is_left(f, section, near) and not told_.repeats(f))
    frame = next((f for f in left if not chooser.is_said(f, section)), None)
    if frame is None or (move.base == "compute" and _is_told(told_, frame, context.paragraph)):
        return None
    if (worth := told_.worth(function, frame)) == 0:
        return None
    crowd = sum(len(t.sentences) - 1 for t in context.paragraph) * 0.1
    again = SAME_AGAIN if function != move.base else 0
    return worth + _near(told_, function, frame) - crowd - again, frame


def _near(told_: Told, function: str, frame: Frame) -> float:
    """Return how much more a comment is worth that says words of the fact."""
    if function in FACTUAL:
        return 0
    words = nearness(frame, bare(told_.statement.words)) + (frame.order == NAMES)
    return WORTH_OF_A_WORD * min(words, MOST_WORDS) + WORTH_OF_A_SUBJECT * frame.of_subject


def _may_be_hollow(told_: Told, chooser: Chooser) -> bool:
    """Whether a statement may have a comment that would fit any: none that is stressed, and no base fact."""
    few = chooser.hollow < chooser.most_hollow
    return few and not told_.stressed and told_.statement.type not in _BASE


def _is_told(told_: Told, frame: Frame, paragraph: Sequence[Told]) -> bool:
    """Whether days are counted beside a frame that counts days: once in a paragraph is enough."""
    mine = told_.forms.inferences(frame.needs)
    days = told_.forms.numbers.get("days")
    for other in paragraph:
        if other is told_ or "compute" not in other.sentences:
            continue
        if "days" in frame.needs and "{days}" in other.sentences["compute"].frame:
            return True
        if other.forms.numbers.get("days") == days:
            return bool(mine)
    return False


def _is_called(told_: Told) -> bool:
    """Whether the person in charge has been spoken to already: 志高同志."""
    return any(told_.forms.words.get("call", "") in s.text for s in told_.spoken() if s.function != "state")


def _links_back(told_: Told, frame: Frame, point: str) -> bool:
    """Whether a link names something that the point, whose words are given, does not tell itself."""
    named = [told_.forms.words[name] for name in frame.needs & {"cause", "problem", "asker"}]
    return bool(named) and not any(words in point for words in named)


def _sequence(paragraph: Sequence[Told], index: int, function: str) -> Iterator[tuple[str, bool, str]]:
    """Yield function, whether it is the new one, and shape of each sentence, the new one in its place."""
    for position, told_ in enumerate(paragraph):
        for name in FUNCTIONS:
            if position == index and name == function:
                yield name, True, ""
            elif name in told_.sentences:
                yield name, False, told_.sentences[name].frame


def _may_follow(told_: Told, frame: Frame) -> bool:
    """Whether a comment may stand behind those that are there: a second one only on the very matter.

    Two subjects that both speak of a fact say the same, or one of them is wrong.
    """
    if frame.of_subject and told_.subject and told_.subject not in frame.about:
        return False
    if "stressed" in told_.forms.words:
        return told_.comments < MOST_STRESSED
    return told_.comments < MOST_COMMENTS + (frame.order <= ABOUT)


def _is_said_beside(told_: Told, frame: Frame, beside: Sequence[Told]) -> bool:
    """Whether a neighbour has a comment on this matter, or it or the fact itself one in these words."""
    if any(frame.matters & other.worn.keys() for other in beside):
        return True
    mine = pairs_of(frame.text)
    said = (s.frame for t in (told_, *beside) for name, s in t.sentences.items() if name not in FACTUAL)
    return any(len(mine & pairs_of(text)) >= ALIKE_BESIDE for text in said)


def _shapes_near(paragraph: Sequence[Told], index: int, function: str) -> set[str]:
    """Return the shapes of the sentences beside a new one, two on each side."""
    those = list(_sequence(paragraph, index, function))
    at = next(i for i, (_name, new, _frame) in enumerate(those) if new)
    near = those[max(0, at - 3) : at] + those[at + 1 : at + 4]
    return {shape_of(text) for _name, _new, text in near if text} - {""}


def length_of_told(paragraphs: Sequence[Sequence[Told]]) -> int:
    """Return how many characters are told."""
    return sum(count_spoken(bare(s.text)) for paragraph in paragraphs for t in paragraph for s in t.spoken())
