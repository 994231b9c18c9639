"""Saying more about the facts until the minutes are met: by worth, evenly, never three asides in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.templating.compose.choice import Chooser
from drafter.templating.compose.composition import bare
from drafter.templating.compose.frames import Frame
from drafter.templating.compose.moves import FUNCTIONS, Told, candidate, said

# So many sentences in a row may say no fact.
MOST_ASIDES = 2
_FACTUAL = ("state", "blank", "compute", "announce")


def fill(paragraphs: Sequence[Sequence[Told]], chooser: Chooser, missing: int) -> int:
    """Add moves to what is told until ``missing`` characters are there; return how many were added."""
    added = 0
    worth: dict[int, float] = {}
    while added < missing:
        best = _best(paragraphs, chooser, worth)
        if best is None:
            break
        told_, function, frame = best
        found = said(told_, function, frame)
        if added + len(found.text) > missing + 20:
            worth[id(told_) * 16 + FUNCTIONS.index(function)] = -1
            continue
        told_.sentences[function] = found
        chooser.use(frame, told_.section)
        added += len(found.text)
    return added


def _best(
    paragraphs: Sequence[Sequence[Told]], chooser: Chooser, closed: dict[int, float]
) -> tuple[Told, str, Frame] | None:
    """Return the move that is worth most now."""
    best: tuple[float, Told, str, Frame] | None = None
    for paragraph in paragraphs:
        crowd = sum(len(t.sentences) - 1 for t in paragraph) * 0.15
        for index, told_ in enumerate(paragraph):
            for function in FUNCTIONS:
                if function in told_.sentences or id(told_) * 16 + FUNCTIONS.index(function) in closed:
                    continue
                if not _has_room(paragraph, index, function):
                    continue
                frame = candidate(told_, function, chooser, _shapes_near(paragraph, index, function))
                if frame is None or not _links_back(paragraph, index, function):
                    continue
                value = told_.worth(function, frame) - crowd
                if value > 1.5 and (best is None or value > best[0]):
                    best = (value, told_, function, frame)
    return best[1:] if best is not None else None


def _links_back(paragraph: Sequence[Told], index: int, function: str) -> bool:
    """Whether a link has something to link to: a problem, a cause or a rest in front of it."""
    if function != "link":
        return True
    before = [t.statement.type.value for t in paragraph[:index]]
    return bool(before) and before[-1] in ("problem", "cause", "progress", "gap", "request")


def _sequence(paragraph: Sequence[Told], index: int, function: str) -> Iterator[tuple[str, bool, str]]:
    """Yield function, whether it is the new one, and shape of each sentence, the new one in its place."""
    for position, told_ in enumerate(paragraph):
        for name in FUNCTIONS:
            if position == index and name == function:
                yield name, True, ""
            elif name in told_.sentences:
                yield name, False, told_.sentences[name].frame


def _has_room(paragraph: Sequence[Told], index: int, function: str) -> bool:
    """Whether not too many sentences in a row would say no fact."""
    if function in _FACTUAL:
        return True
    run, holds = 0, False
    for name, new, _frame in _sequence(paragraph, index, function):
        if name in _FACTUAL:
            if holds and run > MOST_ASIDES:
                return False
            run, holds = 0, False
            continue
        run += 1
        holds = holds or new
    return not (holds and run > MOST_ASIDES)


def _shapes_near(paragraph: Sequence[Told], index: int, function: str) -> set[str]:
    """Return the shapes of the sentences beside a new one, two on each side."""
    those = list(_sequence(paragraph, index, function))
    at = next(i for i, (_name, new, _frame) in enumerate(those) if new)
    near = those[max(0, at - 3) : at] + those[at + 1 : at + 4]
    return {Frame("", "", text).shape for _name, _new, text in near if text} - {""}


def length_of_told(paragraphs: Sequence[Sequence[Told]]) -> int:
    """Return how many characters are told."""
    return sum(len(bare(s.text)) for paragraph in paragraphs for t in paragraph for s in t.spoken())
