"""What changed between two paragraphs, clause by clause: values, figures, words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from drafter.merge.clauses import BLANK, Clause, Namer, clauses_of, fillings, names_in
from drafter.merge.similarity import similarity
from drafter.speech.spans import SpanKind, TextSpan

# Less than this in common, and a clause was not reworded but is another one.
_KIN = 0.4
# So many characters around a blank tell which clause it is in.
_CONTEXT = 3
# More pairs of clauses in one place are not tried.
_MOST = 40_000
# So many characters are read at a glance.
_SHOWN = 40


class Exchange(Struct, frozen=True):
    """One value in the place of another, and the clause in which it stands now.

    ``old`` or ``new`` is "" for a blank. ``segment`` is the value's, where it is one of the parameters.
    """

    old: str
    new: str
    clause: str
    segment: TextSpan | None = None


class Rewording(Struct, frozen=True):
    """Whole clauses that became others; "" for none."""

    old: str
    new: str


Change = Exchange | Rewording


def compare_segments(
    old: Sequence[TextSpan], new: Sequence[TextSpan], old_name: Namer, new_name: Namer
) -> list[Change]:
    """Return what changed between two paragraphs, in the order of the text.

    Values that bear one name in both are compared with each other, whatever they say.
    """
    names, others = names_in(old, old_name), names_in(new, new_name)
    common = {name for name in names.keys() & others.keys() if names[name] == others[name] == 1}
    return list(_changes(clauses_of(old, old_name, common), clauses_of(new, new_name, common)))


def _changes(old: Sequence[Clause], new: Sequence[Clause]) -> Iterator[Change]:
    # Of a long text with the same clause over and over, that one is not looked at: it would take hours.
    matcher = SequenceMatcher(None, [one.key for one in old], [one.key for one in new])
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag == "equal":
            for one, other in zip(old[low:high], new[first:last], strict=True):
                yield from _exchanges(one, other)
        else:
            yield from _merged(_reworded(old[low:high], new[first:last]))


def _merged(changes: Iterable[Change]) -> list[Change]:
    """Join a clause that was put in or taken out with its reworded neighbour, where both can be shown."""
    merged: list[Change] = []
    for change in changes:
        last = merged[-1] if merged else None
        if isinstance(change, Rewording) and isinstance(last, Rewording) and _belong(last, change):
            merged[-1] = Rewording(last.old + change.old, last.new + change.new)
        else:
            merged.append(change)
    return merged


def _belong(one: Rewording, other: Rewording) -> bool:
    is_lone = not (one.old and one.new and other.old and other.new)
    return is_lone and max(len(one.old + other.old), len(one.new + other.new)) <= _SHOWN


def _exchanges(old: Clause, new: Clause) -> Iterator[Exchange]:
    """Yield the values and figures that differ between two clauses with the same words around them."""
    for one, other in zip(old.pieces, new.pieces, strict=True):
        # What is blank in both may only be called otherwise.
        if one.text != other.text and (one.filled or other.filled):
            yield Exchange(one.filled, other.filled, new.words, other.segment or one.segment)


def _reworded(old: Sequence[Clause], new: Sequence[Clause]) -> Iterator[Change]:
    """Yield what became of ``old``: clauses that are alike in pairs, what is left between them."""
    i = j = 0
    for low, high in [*_kin(old, new), (len(old), len(new))]:
        yield from _rewording(old[i:low], new[j:high])
        if low < len(old) and high < len(new):
            yield from _pair(old[low], new[high])
        i, j = low + 1, high + 1


def _kin(old: Sequence[Clause], new: Sequence[Clause]) -> Iterator[tuple[int, int]]:
    """Yield the places of clauses that are alike, in order."""
    start = 0
    for index, one in enumerate(old if len(old) * len(new) <= _MOST else ()):
        scores = [(_alike(one.text, other.text), -place) for place, other in enumerate(new) if place >= start]
        best, place = max(scores, default=(0.0, 0))
        if best >= _KIN:
            yield index, -place
            start = 1 - place


def _alike(old: str, new: str) -> float:
    """Return how much two clauses have in common; those that differ in what fills a blank, everything."""
    for one, other in ((old, new), (new, old)):
        if len(BLANK.sub("", one)) >= _CONTEXT and any(fillings(one, other)):
            return 1.0
    return similarity(old, new)


def _pair(old: Clause, new: Clause) -> Iterator[Change]:
    """Yield the rewording of one clause, or of its blanks alone what fills them."""
    filled = list(fillings(old.text, new.text))
    opened = list(fillings(new.text, old.text)) if not filled else []
    yield from (Exchange("", text, new.words, _called(label)) for label, text in filled)
    yield from (Exchange(text, "", new.words, _called(label)) for label, text in opened)
    if not filled and not opened:
        yield from _named_exchanges(old, new)
        yield from _rewording([old], [new])


def _named_exchanges(old: Clause, new: Clause) -> Iterator[Exchange]:
    others = {piece.key: piece for piece in new.pieces if piece.is_named}
    for piece in old.pieces:
        other = others.get(piece.key)
        if other is not None and other.text != piece.text and (piece.filled or other.filled):
            yield Exchange(piece.filled, other.filled, new.words, other.segment)


def _called(label: str) -> TextSpan:
    return TextSpan(SpanKind.BLANK, f"【{label}】", label=label)


def _rewording(old: Sequence[Clause], new: Sequence[Clause]) -> Iterator[Rewording]:
    texts = "".join(one.text for one in old), "".join(one.text for one in new)
    if texts[0] != texts[1]:
        yield Rewording(*texts)
