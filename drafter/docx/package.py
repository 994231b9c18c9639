"""The package of a document: a zip archive whose bytes depend on its content alone.

It is written from deflated parts, since most parts are the same in all documents of a layout.
``zipfile`` would deflate them anew for each, which takes longer than everything else.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import NamedTuple

# Office opens only files that begin with these two parts.
_FIRST = ("[Content_Types].xml", "_rels/.rels")
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LENGTHS = struct.Struct("<2H")
_VERSION, _UNIX, _DEFLATED = 20, 3 << 8, 8
_UTF8 = 1 << 11
_DATE, _TIME = (1 << 5) | 1, 0  # 1980-01-01, the first day that a zip can name
_READABLE = 0o600 << 16


class Member(NamedTuple):
    """A part as it is stored: ``data`` is deflated unless ``method`` says otherwise.

    ``size`` and ``crc`` are those of the content before that.
    """

    name: str
    crc: int
    size: int
    data: bytes
    method: int = _DEFLATED


def deflate(name: str, content: bytes, level: int = 6) -> Member:
    """Return ``content`` as a member of an archive.

    At level 3 it would take half the time, and a speech would be 8 % larger.
    """
    # To set up a full window takes longer than to deflate a small part.
    window, memory = (-15, 8) if len(content) > 4096 else (-12, 4)
    compressor = zlib.compressobj(level, zlib.DEFLATED, window, memory)
    return Member(name, zlib.crc32(content), len(content), compressor.compress(content) + compressor.flush())


def inflate(member: Member, most: int) -> bytes:
    """Return the content of ``member``.

    Raises ValueError where it is longer than ``most`` bytes, or not as long as the directory says.
    """
    if member.size > most or member.method not in (zipfile.ZIP_STORED, _DEFLATED):
        raise ValueError(member.name)
    content = member.data
    if member.method == _DEFLATED:
        # No more is unpacked than the directory says, so that a zip bomb does no harm.
        content = zlib.decompressobj(-15).decompress(member.data, member.size + 1)
    if len(content) != member.size:
        raise ValueError(member.name)
    return content


def read_members(archive: bytes) -> list[Member]:
    """Return the parts of ``archive`` as they are stored, in order; raises BadZipFile where it is no zip."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return [_stored(archive, info) for info in opened.infolist()]


def _stored(archive: bytes, info: zipfile.ZipInfo) -> Member:
    if info.header_offset + _LOCAL.size > len(archive):
        raise zipfile.BadZipFile(info.filename)
    # The lengths of name and extra field may differ from those in the directory.
    name, extra = _LENGTHS.unpack_from(archive, info.header_offset + _LOCAL.size - _LENGTHS.size)
    start = info.header_offset + _LOCAL.size + name + extra
    data = archive[start : start + info.compress_size]
    return Member(info.filename, info.CRC, info.file_size, data, info.compress_type)


def write_zip(members: Iterable[Member]) -> bytes:
    """Return the archive of ``members``: content types first, then relationships, then by name."""
    chunks: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in sorted(members, key=_place):
        name = member.name.encode()
        flags = 0 if member.name.isascii() else _UTF8
        facts = (flags, member.method, _TIME, _DATE, member.crc, len(member.data), member.size, len(name), 0)
        local = _LOCAL.pack(b"PK\3\4", _VERSION, *facts)
        central = (b"PK\1\2", _VERSION | _UNIX, _VERSION, *facts, 0, 0, 0, _READABLE, offset)
        directory += (_CENTRAL.pack(*central), name)
        chunks += (local, name, member.data)
        offset += len(local) + len(name) + len(member.data)
    index = b"".join(directory)
    count = len(directory) // 2
    return b"".join((*chunks, index, _END.pack(b"PK\5\6", 0, 0, count, count, len(index), offset, 0)))


def _place(member: Member) -> tuple[int, str]:
    return (_FIRST.index(member.name) if member.name in _FIRST else len(_FIRST), member.name)
