"""What a clerk says to whoever drafts, and nobody says to those in front of him.

A clerk writes 这三个都核过了, 可以点名, 不说数, 名字你看着办. The hall is not to hear it. The words
are in two tables of cues.tsv: never-said and to-writer.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from drafter import patterns as re
from drafter.facts.cut.cues import has_cue, pattern
from drafter.facts.sheet import Fact


@lru_cache(maxsize=4096)
def is_to_writer(clause: str) -> bool:
    """Whether a clause of a sheet is said to the writer."""
    return pattern("to-writer").fullmatch(clause) is not None or has_cue("never-said", clause)


def said_to_writer(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a finished text that only a writer is to hear."""
    yield from pattern("never-said").finditer(text)


# How a sheet says what the whole speech is about: 这次只讲一件事：学生身体.
_ONE_MATTER = re.compile("[一-鿿]{0,4}[只就专]门?[讲说谈]这?一件事")


def names_the_one_matter(fact: Fact) -> bool:
    """Whether a fact is the name of what the whole speech is about: it tells nothing of it."""
    named = fact.text == fact.topic and not fact.whens and not fact.quantities
    return named and _ONE_MATTER.fullmatch(fact.label) is not None
