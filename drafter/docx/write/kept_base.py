"""The base package of a layout, deflated, and kept in memory and on disk.

Neither python-docx nor lxml is imported until a base has to be made.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32
from zlib import error as zlib_error

import msgspec
from msgspec import Struct

import drafter
from drafter.docx.package import Member, deflate, inflate
from drafter.files import cache
from drafter.files.archives import MOST_PART
from drafter.models.layout import Layout

if TYPE_CHECKING:
    from lxml import etree

_DOCUMENT = "word/document.xml"
_TYPES, _BODY = "[Content_Types].xml", "<w:body>"
_FORMAT = 5


class Base(Struct, frozen=True):
    """What all documents of a layout share: ``members`` by name, and the XML before and after the body.

    ``frames`` are the digests of all around the text, as it is, and as it is once LibreOffice wrote it.
    ``names`` are what readers call the styles, by their ids (see StyleSheet.own_names).
    ``layout`` is the one by which titles are broken and spaces set.
    """

    opening: str
    end: str
    members: Mapping[str, Member]
    frames: tuple[str, str]
    names: Mapping[str, str]
    layout: Layout


@lru_cache(maxsize=16)
def base_of(layout: Layout) -> Base:
    """Return the base of ``layout``, from disk if it was made before."""
    name = f"base-{_key(layout)}"
    kept = cache.read_kept(name)
    if kept is not None:
        # What is in the folder may be of another program, whatever its digest says.
        with suppress(ValueError, TypeError, zlib_error):
            return _unpack(kept, layout)
    base = _make(layout)
    cache.keep(name, _pack(base))
    return base


def _key(layout: Layout) -> str:
    """Return a digest of the layout and of the code that would make its base."""
    version = getattr(drafter, "__version__", "")
    made_by = f"{_FORMAT} {version} {sys.flags.optimize} "
    digest = sha256(made_by.encode() + msgspec.json.encode(layout))
    package = Path(__file__).parents[2]
    modules = (*package.glob("docx/*.py"), *package.glob("docx/write/*.py"), package / "models" / "layout.py")
    for module in sorted(modules):
        digest.update(module.read_bytes())
    return digest.hexdigest()[:32]


def _make(layout: Layout) -> Base:
    from drafter.docx.write.base import make_base

    parts = make_base(layout)
    opening, marker, end = parts.pop(_DOCUMENT).decode().partition(_BODY)
    # Made once and used often, so it is worth the best compression.
    members = {name: deflate(name, content, level=9) for name, content in sorted(parts.items())}
    return Base(opening + marker, end, members, *around(opening + marker + end, parts), layout)


def around(document: str, parts: Mapping[str, bytes]) -> tuple[tuple[str, str], dict[str, str]]:
    """Return ``frames`` and ``names`` of a base: its empty ``document`` and its other ``parts``."""
    from drafter.docx.frame import Frame
    from drafter.docx.untrusted import parse

    @lru_cache
    def part(name: str) -> etree._Element | None:
        return parse(name, parts[name]) if name in parts else None

    root = parse(_DOCUMENT, document.encode())
    exact, loose = (Frame(_DOCUMENT, root, part, parts.__getitem__, loose=loose) for loose in (False, True))
    return (exact.digest(), loose.digest()), exact.formatting.names


def _pack(base: Base) -> bytes:
    index = [(member.name, member.crc, member.size, len(member.data)) for member in base.members.values()]
    head = json.dumps([base.opening, base.end, index, base.frames, base.names]).encode()
    return b"\n".join((head, b"".join(member.data for member in base.members.values())))


def _unpack(kept: bytes, layout: Layout) -> Base:
    head, _newline, data = kept.partition(b"\n")
    opening, end, index, frames, names = json.loads(head)
    members, start = {}, 0
    for name, crc, size, length in index:
        members[name] = Member(name, crc, size, data[start : start + length])
        if crc32(inflate(members[name], MOST_PART)) != crc:
            raise ValueError(name)
        start += length
    if _TYPES not in members or not opening.endswith(_BODY):
        raise ValueError(_TYPES)
    return Base(opening, end, members, (frames[0], frames[1]), names, layout)
