"""What a clerk says to whoever drafts, and nobody says to those in front of him.

A clerk writes 这三个都核过了, 可以点名, 不说数, 名字你看着办. The hall is not to hear it. The words
are in two tables of cues.tsv: never-said and to-writer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import has_cue, pattern
from drafter.facts.sheet import Fact


@lru_cache(maxsize=4096)
def is_to_writer(clause: str) -> bool:
    """Whether a clause of a sheet is said to the writer."""
    return pattern("to-writer").fullmatch(clause) is not None or has_cue("never-said", clause)


def said_to_writer(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a finished text that only a writer is to hear."""
    yield from pattern("never-said").finditer(text)


# 要点名，队长在场; 被打的事不讲，家属在场: who is there to hear it is told to the writer.
_IN_SIGHT = re.compile(
    "[一-鿿]{1,10}(?:今天|也|都|就|还)*(?:在场|在座|坐在?下面|在台下|在会上|到会|(?<![下上出起过])来了)"
)
_NAMING = re.compile(
    "(?<![一差])点(?:名|出来|一下)?(?:批评)?$|[不别莫](?:要|用|许)?(?:再|细|多)?[讲提说念点](?:了|它|名)?$"
)


def tells_who_hears_it(clause: Clause, line: Sequence[Clause]) -> bool:
    """Whether a clause only tells that he is there whom the clause in front wants named, or spared."""
    if _IN_SIGHT.fullmatch(clause.text) is None:
        return False
    before = [each for each in line if each.start < clause.start and each.segment == clause.segment]
    return bool(before) and _NAMING.search(before[-1].text) is not None


# How a sheet says what the whole speech is about: 这次只讲一件事：学生身体.
_ONE_MATTER = re.compile("[一-鿿]{0,4}[只就专]门?[讲说谈]这?一件事")


def names_the_one_matter(fact: Fact) -> bool:
    """Whether a fact is the name of what the whole speech is about: it tells nothing of it."""
    named = fact.text == fact.topic and not fact.whens and not fact.quantities
    return named and _ONE_MATTER.fullmatch(fact.label) is not None
