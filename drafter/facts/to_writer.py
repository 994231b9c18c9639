"""What a clerk says to whoever drafts, and nobody says to those in front of him.

A clerk writes 这三个都核过了, 可以点名, 不说数, 名字你看着办. The hall is not to hear it. The words
are in two tables of cues.tsv: never-said and to-writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.facts.cues import has_cue, pattern


def is_to_writer(clause: str) -> bool:
    """Whether a clause of a sheet is said to the writer."""
    return pattern("to-writer").fullmatch(clause) is not None or has_cue("never-said", clause)


def said_to_writer(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a finished text that only a writer is to hear."""
    yield from pattern("never-said").finditer(text)
