"""The provenance of a document file, read without its text."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from drafter.docx.provenance import Provenance, read_provenance
from drafter.docx.read.stored import read_properties
from drafter.docx.untrusted import read_from
from drafter.files.archives import MOST_BYTES
from drafter.files.disk import UnreadableError, read_file


def provenance_of(path: Path) -> Provenance | None:
    """Return the provenance of the document at ``path``; None where it has none or cannot be read."""
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return _provenance(str(path.absolute()), state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=128)
def _provenance(path: str, _changed: int, _size: int) -> Provenance | None:
    """Return the provenance of a file, once for each of its versions."""
    try:
        content = read_file(Path(path), MOST_BYTES)
    except UnreadableError:
        return None
    stored = read_from(content, read_properties)
    return read_provenance(stored) if stored else None
