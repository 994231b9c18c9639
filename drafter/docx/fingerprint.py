"""Whether a document is as drafter made it, told from what it says and not from its bytes.

A word processor that opens and saves a file changes all of its bytes; what a
person changes is text, comments, pictures, tables, and formats. Documents come from anywhere,
so nothing in them is trusted to be small, well formed or a document at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.docx.read.content import Content


PROPERTY = "drafter.fingerprint"


def digest(
    paragraphs: Iterable[str],
    comments: Iterable[str] = (),
    margins: Iterable[str] = (),
    counts: tuple[int, int, int] = (0, 0, 0),
    readings: Iterable[str] = (),
    looks: Iterable[str] = (),
) -> str:
    """Return the fingerprint of what a document holds.

    Empty paragraphs and the order of the comments do not count, for word processors
    change them; ``margins`` are the texts of headers, footers and notes, ``counts`` its
    drawings, tables and tracked changes, ``readings`` the pinyin above its words, ``looks`` what is
    set directly.
    """
    texts = [text for text in paragraphs if text]
    others = (
        str(counts),
        *sorted(comments),
        "",
        *sorted(margins),
        *(f"^{text}" for text in readings),
        *(f"!{look}" for look in looks),
    )
    # A length before each text, so that no two contents read alike.
    framed = [f"{len(text)}:{text}" for text in (*texts, *others)]
    return sha256("\n".join(framed).encode("utf-8", "replace")).hexdigest()


def look_of_bold(text: str) -> tuple[str, ...]:
    """Return the looks of a body in which ``text`` is all that is bold, and nothing else is set directly."""
    words = text.replace("\n", "").replace("\t", "")
    return (f"b=:{words}",) if words else ()


def fingerprint(docx: bytes) -> str | None:
    """Return the fingerprint of a document's content, or None when it is not a readable document."""
    content = _content(docx)
    return None if content is None else digest_of(content)


def stored_fingerprint(docx: bytes) -> str | None:
    """Return the fingerprint that drafter left in a document, or None when it left none."""
    content = _content(docx)
    return None if content is None else content.stored.get(PROPERTY)


def is_untouched(path: Path) -> bool:
    """Tell whether the document at ``path`` is drafter's own work that nobody has changed since.

    False for a foreign, broken or unreadable file: when in doubt, somebody's work.
    """
    from drafter.docx.untrusted import MOST_BYTES

    try:
        if path.stat().st_size > MOST_BYTES:
            return False
        content = _content(path.read_bytes())
    except OSError:
        return False
    return content is not None and content.stored.get(PROPERTY) == digest_of(content)


def _content(docx: bytes) -> Content | None:
    from drafter.docx.read.content import read_content

    return read_content(docx)


def digest_of(content: Content) -> str:
    """Return the fingerprint of ``content``."""
    return digest(
        content.paragraphs,
        content.comments,
        content.margins,
        content.counts,
        content.readings,
        content.looks,
    )
