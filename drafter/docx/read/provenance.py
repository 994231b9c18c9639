"""The provenance of a document file, read without its text."""

from __future__ import annotations

import zipfile
from functools import lru_cache
from pathlib import Path

from drafter.docx.properties import properties_in
from drafter.docx.provenance import Provenance, read_provenance
from drafter.docx.untrusted import MOST_BYTES, parse_part, properties_part, read_from


def provenance_of(path: Path) -> Provenance | None:
    """Return the provenance of the document at ``path``; None where it has none or cannot be read."""
    try:
        state = path.stat()
    except OSError:
        return None
    return _provenance(str(path.absolute()), state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=128)
def _provenance(path: str, _changed: int, size: int) -> Provenance | None:
    """Return the provenance of a file, once for each of its versions."""
    if size > MOST_BYTES:
        return None
    try:
        content = Path(path).read_bytes()
    except OSError:
        return None
    stored = read_from(content, _stored)
    return read_provenance(stored) if stored else None


def _stored(archive: zipfile.ZipFile) -> dict[str, str]:
    part = properties_part(archive)
    return properties_in(parse_part(archive, part)) if part else {}
