"""What our own library says in a text: it is said of any such meeting, and claims nothing of this one."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.templating.compose.comments.subjects import subjects_in

# Stands in the place of each sign, so that no place moves.
_NOTHING = "\u3000"


def without_sayings(lines: Sequence[str]) -> list[str]:
    """Return lines with what the library says of their subjects blotted out, sign by sign."""
    text = "\n".join(line.replace("\n", " ") for line in lines)
    for saying in subjects_in().sayings(text):
        if saying in text:
            text = text.replace(saying, _NOTHING * len(saying))
    return text.split("\n")
