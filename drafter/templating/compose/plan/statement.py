"""A statement: what is said in one sentence."""

from __future__ import annotations

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.sheet import Fact, FactType
from drafter.templating.compose.composition import bare

_FIGURES = re.compile(r"[\d.]+")


class Statement(Struct, frozen=True):
    """What is said in one sentence: its facts, in order, and the marked words without end mark."""

    type: FactType
    facts: tuple[Fact, ...]
    words: str
    listed: bool = False
    inferences: tuple[str, ...] = ()

    @property
    def head(self) -> Fact:
        """The fact that tells what the sentence does."""
        return next((fact for fact in self.facts if fact.type is self.type), self.facts[0])

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the facts."""
        return tuple(fact.id for fact in self.facts)

    @property
    def key(self) -> str:
        """The key by which frames are chosen: the words, whatever their place and their figures."""
        return _FIGURES.sub("", self.facts[0].text)

    @property
    def length(self) -> int:
        """How many characters the words have, without the marks of their facts."""
        return len(bare(self.words))

    @property
    def place(self) -> int:
        """Where the statement stands on the sheet."""
        return self.facts[0].place.start
