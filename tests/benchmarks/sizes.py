"""How large the documents of the examples are."""

from __future__ import annotations

import drafter

from .rows import Row
from .samples import EXAMPLE, LEAST, document_of

KB = 1000


def sizes() -> list[Row]:
    """Return the size of each example's document."""
    return [
        Row(f"6 {path.name} as .docx", len(document_of(drafter.load(path))) / KB, "KB", 19.5, at_most=True)
        for path in (EXAMPLE, LEAST)
    ]
