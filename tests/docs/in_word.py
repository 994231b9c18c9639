"""What a page says that somebody does in Word: ``python -m tests.docs.in_word FILE WHAT=WORDS ...``.

WHAT is the path of a value, typed into its controls, or else words that stand in the document.
"""

from __future__ import annotations

import sys
from pathlib import Path

from drafter.models.paths import field_at
from tests.merge.by_path import put, say


def main(name: str, *edits: str) -> None:
    """Make the ``edits`` in the document called ``name``."""
    path = Path(name)
    docx = path.read_bytes()
    for edit in edits:
        what, _equals, words = edit.partition("=")
        docx = (say if field_at(what) else put)(docx, what, words)
    path.write_bytes(docx)


if __name__ == "__main__":
    main(*sys.argv[1:])
