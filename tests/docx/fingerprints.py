"""The fingerprint of a document, as it is now and as drafter left it."""

from __future__ import annotations

from drafter.docx.fingerprint import PROPERTY, read_fingerprint
from drafter.docx.read.content import digest_of, read_content


def fingerprint(docx: bytes) -> str | None:
    """Return the digests of text and frame as they are now, None where a document cannot be read."""
    content = read_content(docx)
    return None if content is None else f"{digest_of(content)} {content.frame}"


def stored_fingerprint(docx: bytes) -> str | None:
    """Return the digests that drafter left in a document, None where it left none."""
    content = read_content(docx)
    found = None if content is None else read_fingerprint(content.stored.get(PROPERTY, ""))
    return None if found is None else f"{found.text} {found.frame}"
