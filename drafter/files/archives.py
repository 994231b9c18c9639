"""Zip archives from anywhere, bounded before anything is unpacked: size, members, methods, elements."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

# A speech has some ten thousand bytes; a file a thousand times larger is no speech.
MOST_BYTES = 32_000_000
MOST_PART = 16_000_000
MOST_MEMBERS = 2_000
# A long speech has ten thousand elements. Each takes two hundred bytes of memory once it is parsed.
MOST_ELEMENTS = 200_000

_ENTRY = b"PK\x01\x02"

# What zipfile raises for what is broken, and for methods, passwords, offsets and names it does not support.
ARCHIVE_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    EOFError,
    KeyError,
)


def open_archive(content: bytes) -> zipfile.ZipFile:
    """Return the archive ``content``; raises one of ARCHIVE_ERRORS where it is broken or too large."""
    # Counted before zipfile makes an object of each.
    if len(content) > MOST_BYTES or content.count(_ENTRY) > MOST_MEMBERS:
        raise ValueError("too large")
    archive = zipfile.ZipFile(io.BytesIO(content))
    members = archive.infolist()
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise ValueError("too large")
    # Word writes no other methods, and their unpackers need more memory than the content.
    if any(member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for member in members):
        raise NotImplementedError("method")
    return archive


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the content of a member; raises ValueError where it is too large, KeyError if there is none."""
    with archive.open(name) as part:
        # The size in the directory may be wrong, so the bytes are counted.
        content = part.read(MOST_PART + 1)
    if len(content) > MOST_PART:
        raise ValueError(name)
    return content


def refuse_too_many(content: bytes, name: str = "") -> None:
    """Raise ValueError where XML has more elements than are read."""
    if content.count(b"<") > 2 * MOST_ELEMENTS:
        raise ValueError(name)
