"""The seal of a document: a digest of all its bytes, the last of its custom properties.

As long as it fits, no program has written the file since. It is read without parsing anything.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable
from hashlib import sha256

from drafter.docx.package import Member, deflate, inflate, read_members
from drafter.docx.properties import CUSTOM, property_markup
from drafter.files.archives import MOST_PART

PROPERTY = "drafter.seal"
_END = b"</Properties>"
_PID = re.compile(rb'pid="([0-9]{1,6})"')


def sealed(custom: bytes, members: Iterable[Member]) -> Member:
    """Return the part of the custom properties ``custom``, with the seal of all other ``members``."""
    return deflate(CUSTOM, _with_seal(custom, members))


def is_sealed(docx: bytes) -> bool:
    """Return whether a document is to the byte as drafter wrote it; False for what is no document."""
    try:
        members = read_members(docx)
        (custom,) = [member for member in members if member.name == CUSTOM]
        content = inflate(custom, MOST_PART)
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError):
        return False
    start = content.rfind(b"<property ")
    if start < 0 or PROPERTY.encode() not in content[start:]:
        return False
    return _with_seal(content[:start] + _END, members) == content


def _with_seal(custom: bytes, members: Iterable[Member]) -> bytes:
    if not custom.endswith(_END):
        return custom
    number = max(map(int, _PID.findall(custom)), default=1) + 1
    entry = property_markup(number, PROPERTY, _digest(custom, members))
    return b"".join((custom.removesuffix(_END), entry.encode(), _END))


def _digest(custom: bytes, members: Iterable[Member]) -> str:
    digest = sha256(custom)
    for member in sorted(members):
        if member.name != CUSTOM:
            digest.update(f"\n{member.name}\n{member.method} {len(member.data)}\n".encode())
            digest.update(member.data)
    return digest.hexdigest()[:24]
