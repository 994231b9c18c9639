"""What a speech is composed from, by what is asked: the facts of a line, the links and figures of a fact."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from drafter.facts.figures.arithmetic import Inference
from drafter.facts.kinship.links import Link
from drafter.facts.sheet import Fact


class Lookup:
    """Facts by id and by line; links by where they begin and end, inferences by their facts.

    ``told`` are the facts that are said. What is found is in the order in which it was given.
    """

    def __init__(
        self,
        facts: Sequence[Fact],
        left_out: Container[str],
        links: Sequence[Link],
        inferences: Sequence[Inference],
    ) -> None:
        self.told = tuple(fact for fact in facts if fact.id not in left_out)
        self.by_id = {fact.id: fact for fact in reversed(facts)}
        self.lines: dict[int, list[Fact]] = {}
        for fact in facts:
            self.lines.setdefault(fact.group, []).append(fact)
        self._begin = _places((link.source,) for link in links)
        self._end = _places((link.target,) for link in links)
        self._figures = _places(inference.facts for inference in inferences)
        self._links, self._inferences = links, inferences

    def links_from(self, facts: Iterable[str]) -> list[Link]:
        """Return the links that begin at one of these facts."""
        return [self._links[number] for number in _numbers(self._begin, facts)]

    def links_to(self, facts: Iterable[str]) -> list[Link]:
        """Return the links that end at one of these facts."""
        return [self._links[number] for number in _numbers(self._end, facts)]

    def inferences_of(self, facts: Iterable[str]) -> list[Inference]:
        """Return what follows from one of these facts."""
        return [self._inferences[number] for number in _numbers(self._figures, facts)]


def _places(named: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Return where each id is named."""
    found: dict[str, list[int]] = {}
    for number, ids in enumerate(named):
        for id_ in ids:
            found.setdefault(id_, []).append(number)
    return found


def _numbers(places: Mapping[str, Sequence[int]], ids: Iterable[str]) -> list[int]:
    return sorted({number for id_ in ids for number in places.get(id_, ())})
