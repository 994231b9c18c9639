"""The aligner: which paragraph, section, clause or list item of one text is which of another.

All thresholds of these comparisons stand here. The figures in the reasons were measured on the samples
of all kinds: pairs of *different* paragraphs, headings, bodies and clauses of one speech.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple, TypeVar

from drafter.merge.paragraphs import DraftParagraph
from drafter.models.paths import is_heading
from drafter.speech.blocks import BlockKind

# Paragraphs. Between the same neighbours, a paragraph that shares this much was reworded: 99 of 100 pairs
# of different paragraphs share less.
REWORDED_PARAGRAPH = 0.3
# At another place, or without its bookmark, it must share this much: no pair of different ones reaches 0.5.
SAME_PARAGRAPH = 0.6

# Sections. A heading or the text under it must share this much: headings of different points reach 0.3 in
# one pair of a hundred, texts of different points never 0.2.
SAME_SECTION = 0.35
# Where the texts under two headings share less than this, they are about different things ...
OTHER_SUBJECT = 0.2
# ... and the headings alone must share more than any two of different points, which reach 0.4.
SAME_HEADING = 0.5
# What the same role of a part counts: as much as a heading that is sure.
SAME_ROLE = 0.5
# What the same heading above counts, and the same ordinal under it: together they lift a heading that is
# nearly alike over SAME_SECTION, but none that shares nothing.
SAME_PARENT = 0.1
SAME_ORDINAL = 0.1

# Sentences. Two sides that changed one sentence left this much of it; each kept most of what was written.
SAME_SENTENCE = 0.3

# Clauses. One that shares this much was reworded: 999 of 1,000 pairs of different ones share no more.
REWORDED_CLAUSE = 0.4
# Blanks aside, a clause must have this many characters to be known by them: 要 or 的 is everywhere.
CLAUSE_CONTEXT = 3
# A clause of so many characters is known again where somebody copied it; shorter ones are in any speech.
CLAUSE_TO_KNOW = 4
# A clause that was put in is shown with its reworded neighbour up to this length: what one reads at a glance.
CLAUSES_AT_A_GLANCE = 40

# Characters. Fewer than this, equal between two changes, are equal by chance: 的 and 工作 are everywhere.
CHANCE_CHARACTERS = 3
# A text that keeps a smaller share of its characters was written anew: its diff would be noise.
REWRITTEN_TEXT = 0.25

# List items. Equal values of one character or less, such as a unit, do not make two items the same.
CHANCE_VALUE = 1

# Limits on time. The product of two lengths in characters beyond which a diff would take seconds; a page
# has 600, so that 3,000 against 3,000 are compared.
MOST_CHARACTER_PAIRS = 9_000_000
# The pairs of clauses that are compared in one replaced part: 200 against 200, ten pages.
MOST_CLAUSE_PAIRS = 40_000
# Bookmarks times characters of one paragraph in which prose is looked for; drafter's own stay far below.
MOST_MARKED_CHARACTERS = 1_000_000
# A document from elsewhere that is longer is no speech, and would take minutes to compare: a
# speech of three hours has 40,000 characters.
MOST_PARAGRAPHS, MOST_CHARACTERS = 1_000, 300_000

Pair = tuple[DraftParagraph | None, DraftParagraph | None]
Item = TypeVar("Item")

# A speech has one of each of these, whatever it says.
_SINGLE = frozenset((BlockKind.TITLE, BlockKind.DATE, BlockKind.SALUTATION, BlockKind.OUTLINE_TITLE))


def similarity(one: str, other: str) -> float:
    """Return the share of character pairs that two texts have in common (Dice's coefficient), 0 to 1."""
    if one == other:
        return 1.0
    pairs, others = _pairs_in(one), _pairs_in(other)
    whole = len(pairs) + len(others)
    return 2 * len(pairs & others) / whole if whole else 0.0


# Each paragraph of one draft is compared with each of the other.
@lru_cache(maxsize=512)
def _pairs_in(text: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(text)))


def align(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the pairs of rows and columns, both in order, whose ``scores`` have the largest sum.

    A score of 0 makes no pair.
    """
    columns = len(scores[0]) if scores else 0
    best = [[0.0] * (columns + 1) for _ in range(len(scores) + 1)]
    for i in range(len(scores) - 1, -1, -1):
        row, below, score = best[i], best[i + 1], scores[i]
        for j in range(columns - 1, -1, -1):
            together = score[j] + below[j + 1] if score[j] else 0.0
            row[j] = max(below[j], row[j + 1], together)
    return _path(scores, best)


def _path(scores: Sequence[Sequence[float]], best: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    i = j = 0
    pairs = []
    while i < len(scores) and j < len(best[0]) - 1:
        if scores[i][j] and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def best_pairs(scores: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """Return the pairs of i and j among ``(score, i, j)``: the highest scores first, each i and j once."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _score, _distance, i, j in sorted((-score, abs(i - j), i, j) for score, i, j in scores):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def find_moved(
    old: Iterable[Item], new: Iterable[Item], likeness: Callable[[Item, Item], float]
) -> list[tuple[Item, Item]]:
    """Return the items of ``old`` that are alike to one of ``new``, each with that one.

    Both are items that have no counterpart in their own place.
    """
    left = list(new)
    moved = []
    for one in old:
        other = max(left, key=partial(likeness, one), default=None)
        if other is not None and likeness(one, other) >= SAME_PARAGRAPH:
            moved.append((one, other))
            left = [candidate for candidate in left if candidate is not other]
    return moved


def out_of_order(places: Sequence[int]) -> set[int]:
    """Return the fewest of ``places`` whose removal leaves the others in rising order (patience sorting)."""
    tops: list[int] = []
    before: dict[int, int] = {}
    for place in places:
        pile = bisect_left(tops, place)
        if pile:
            before[place] = tops[pile - 1]
        tops[pile:] = [place, *tops[pile + 1 :]]
    return set(places).difference(_chain(tops[-1] if tops else None, before))


def _chain(place: int | None, before: Mapping[int, int]) -> Iterator[int]:
    while place is not None:
        yield place
        place = before.get(place)


class _Traits(NamedTuple):
    """What a paragraph is compared by."""

    slot: tuple[object, ...]
    text: str
    keys: frozenset[str]


def pair_paragraphs(old: Sequence[DraftParagraph], new: Sequence[DraftParagraph]) -> list[Pair]:
    """Return the paragraphs of two drafts in pairs, in the order of ``new``.

    One without a counterpart is paired with None. A dropped paragraph follows the one that it stood behind.
    """
    if len(old) == len(new) and all(map(_is_same, old, new)):
        return list(zip(old, new, strict=True))
    found = _alike(list(map(_traits, old)), list(map(_traits, new)))
    pairs: list[Pair] = []
    for (i, j), (next_i, next_j) in pairwise([(-1, -1), *found, (len(old), len(new))]):
        if i >= 0:
            pairs.append((old[i], new[j]))
        pairs += _between(old[i + 1 : next_i], new[j + 1 : next_j])
    return pairs


def _alike(old: Sequence[_Traits], new: Sequence[_Traits]) -> list[tuple[int, int]]:
    """Return the indexes of paragraphs that are the same in two drafts, in order.

    Only what lies between unchanged paragraphs, which most of a long speech are, is compared each with each.
    """
    found: list[tuple[int, int]] = []
    i = j = 0
    for low, high in [*_unchanged(old, new), (len(old), len(new))]:
        scores = [[_score(one, other) for other in new[j:high]] for one in old[i:low]]
        found += [(i + row, j + column) for row, column in align(scores)]
        if low < len(old):
            found.append((low, high))
        i, j = low + 1, high + 1
    return found


def _unchanged(old: Sequence[_Traits], new: Sequence[_Traits]) -> list[tuple[int, int]]:
    """Return the indexes of paragraphs that each draft has once, without a change and in the same order."""
    counts = Counter(old), Counter(new)
    places = {one: j for j, one in enumerate(new)}
    same = [(i, places[one]) for i, one in enumerate(old) if counts[0][one] == counts[1][one] == 1]
    moved = out_of_order([j for _i, j in same])
    return [(i, j) for i, j in same if j not in moved]


def find_moved_paragraphs(pairs: Sequence[Pair]) -> list[tuple[DraftParagraph, DraftParagraph]]:
    """Return the paragraphs that ``pairs`` has as dropped in one place and as added in another."""
    dropped = [old for old, now in pairs if old is not None and now is None]
    added = [now for old, now in pairs if old is None and now is not None]
    return find_moved(dropped, added, _likeness)


def pair_moved(pairs: Sequence[Pair], moved: Sequence[tuple[DraftParagraph, DraftParagraph]]) -> list[Pair]:
    """Return ``pairs`` with each ``moved`` paragraph as one pair, at its old place."""
    counterparts = {id(old): now for old, now in moved}
    taken = {id(now) for _old, now in moved}
    joined = [(old, counterparts.get(id(old), now)) for old, now in pairs]
    return [(old, now) for old, now in joined if old is not None or id(now) not in taken]


def _likeness(one: DraftParagraph, other: DraftParagraph) -> float:
    if (one.block.kind, one.block.level) != (other.block.kind, other.block.level):
        return 0.0
    return 1.0 if one.keys and one.keys == other.keys else similarity(one.text, other.text)


def _traits(paragraph: DraftParagraph) -> _Traits:
    return _Traits(_slot(paragraph), paragraph.text, frozenset(paragraph.keys))


def _is_same(one: DraftParagraph, other: DraftParagraph) -> bool:
    return _slot(one) == _slot(other) and one.keys == other.keys


def _slot(paragraph: DraftParagraph) -> tuple[object, ...]:
    block = paragraph.block
    # The role of a part may follow from its place alone: a part put in before it changes it.
    section = block.section if block.section in ("", "opening", "closing") else "part"
    return block.kind, block.level, section


def _score(one: _Traits, other: _Traits) -> float:
    if one.slot != other.slot:
        return 0.0
    alike = similarity(one.text, other.text)
    common = one.keys & other.keys
    shared = len(common) / max(len(one.keys | other.keys), 1)
    score = max(alike, (alike + 2 * shared) / 3 if shared else alike)
    if any(is_heading(key) for key in common):
        # Paragraphs with the same heading are the same, however the text under it is divided.
        return 1 + score
    if score < REWORDED_PARAGRAPH:
        return REWORDED_PARAGRAPH if one.slot[0] in _SINGLE else 0.0
    return score


def _between(old: Sequence[DraftParagraph], new: Sequence[DraftParagraph]) -> list[Pair]:
    """Pair what is left between two pairs, where nothing says that the paragraphs differ."""
    if len(old) == len(new) and all(map(_may_be_same, old, new)):
        return list(zip(old, new, strict=True))
    return [*((one, None) for one in old), *((None, other) for other in new)]


def _may_be_same(one: DraftParagraph, other: DraftParagraph) -> bool:
    return _slot(one) == _slot(other) and not (one.keys and other.keys)
