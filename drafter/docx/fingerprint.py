"""The fingerprint of a document: a digest of what a person can change, kept in the file when it is written.

A word processor that opens and saves a file changes all of its bytes. A person changes words, comments,
pictures, tables, formatting and pages. The writer knows what it wrote, and makes the same lines of it as
drafter.docx.story of the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

PROPERTY = "drafter.fingerprint"
# Between the parts of a line; no text has these characters, which XML cannot carry.
_STYLE_END, _LOOK, _LOOK_END = "\x1d", "\x1e", "\x1f"


def line(style: str, formatting: str, pieces: Iterable[tuple[str, str]]) -> str:
    """Return a paragraph as a line; where its words are divided into ``pieces`` does not count.

    ``pieces`` are words after how they look; ``formatting`` is what the paragraph sets beyond its ``style``.
    """
    parts, last = [style, _STYLE_END, formatting], None
    for look, words in pieces:
        if not words:
            continue
        if look != last:
            parts += (_LOOK, look, _LOOK_END)
            last = look
        parts.append(words)
    return "".join(parts)


class Marks(NamedTuple):
    """What a line says besides words: what the paragraph sets beyond its style, how its words look."""

    formatting: str
    looks: frozenset[str]


def marks_of(line: str) -> Marks:
    """Return what ``line`` was made of, without the words and the style."""
    head, *pieces = line.split(_LOOK)
    formatting = head.partition(_STYLE_END)[2]
    return Marks(formatting, frozenset(piece.partition(_LOOK_END)[0] for piece in pieces))


def digest(lines: Iterable[str], comments: Iterable[str] = (), readings: Iterable[str] = ()) -> str:
    """Return the digest of a text; the order of comments does not count, ``readings`` are the pinyin."""
    return digest_of_texts((*lines, "", *sorted(comments), "", *(f"^{text}" for text in readings)))


class Fingerprint(NamedTuple):
    """The digests of a document's ``text`` and of its ``frame``, all around the text.

    By ``loose`` the frame is known once LibreOffice wrote the file.
    """

    text: str
    frame: str
    loose: str

    def __str__(self) -> str:
        return " ".join(self)


def read_fingerprint(stored: str) -> Fingerprint | None:
    """Return the fingerprint in a property, None where it holds none."""
    parts = stored.split()
    return Fingerprint(*parts) if len(parts) == len(Fingerprint._fields) else None


def digest_of_texts(texts: Iterable[str]) -> str:
    """Return a digest of ``texts``: 96 bits, for a file is compared with its own past only."""
    return sha256(framed(texts).encode("utf-8", "replace")).hexdigest()[:24]


def framed(texts: Iterable[str]) -> str:
    """Return ``texts`` as one; each has its length before it, so that no two sequences give the same."""
    return "\n".join([f"{len(text)}:{text}" for text in texts])
