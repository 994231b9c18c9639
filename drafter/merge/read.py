"""What a document says for each value now, without its YAML and without a draft."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drafter.docx.content_controls import is_own, tag_of
from drafter.docx.read.document import Document
from drafter.merge.anchors import prose_spans, prose_text
from drafter.merge.update import open_document, read_document
from drafter.models.paths import paths_in


def read_values(path: str | Path) -> dict[str, tuple[str, ...]]:
    """Return the values of the document at ``path`` by their paths, as its controls and bookmarks hold them.

    Each is given once, however often it stands there; where its places differ, all that it says.
    Blanks that nobody has filled are left out. Insertions that are tracked are read, deletions are
    not. Raises ReadError where the document cannot be read, or remembers nothing.
    """
    path = Path(path)
    manuscript, memory = open_document(read_document(path), str(path))
    paths = list(paths_in(memory.given))
    found: dict[str, dict[str, None]] = {}
    for name, text in (*_controls(manuscript, paths), *_proses(manuscript, paths)):
        if text.strip():
            found.setdefault(name, {})[text] = None
    return {name: tuple(texts) for name, texts in found.items()}


def _controls(manuscript: Document, paths: list[str]) -> Iterator[tuple[str, str]]:
    names = {tag_of(path): path for path in paths}
    for line in manuscript.shown:
        for control in line.controls:
            if not control.is_blank and is_own(control.tag):
                yield names.get(control.tag, control.tag), line.words(control)


def _proses(manuscript: Document, paths: list[str]) -> Iterator[tuple[str, str]]:
    for path, _number, span in prose_spans(list(manuscript.shown), paths):
        yield path, prose_text(span)
