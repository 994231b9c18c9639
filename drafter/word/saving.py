"""A document with some of its parts changed; all others keep their bytes as they were deflated."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping

from lxml import etree

from drafter.word.fingerprint import PROPERTY, fingerprint
from drafter.word.manuscript import Manuscript
from drafter.word.markup import DECLARATION
from drafter.word.memory import is_memory
from drafter.word.opening import parse_part, properties_part, read_from
from drafter.word.package import deflate, read_members, write_zip
from drafter.word.properties import custom_properties

_NUMBER = "pid"


def save_manuscript(manuscript: Manuscript, memory: Mapping[str, str]) -> bytes:
    """Return the document of ``manuscript`` as it was changed, remembering ``memory``.

    A document that nobody had touched is known as such again.
    """
    parts = {manuscript.part: serialize(manuscript.root)}
    changed = replace_parts(manuscript.docx, {**parts, **_properties(manuscript, memory, None)})
    # Its fingerprint takes longer to find than the rest.
    stored = manuscript.stored.get(PROPERTY)
    if stored is None or stored != fingerprint(manuscript.docx):
        return changed
    return replace_parts(changed, _properties(manuscript, memory, fingerprint(changed)))


def serialize(root: etree._Element) -> bytes:
    """Return the bytes of a part."""
    return DECLARATION.encode() + etree.tostring(root, encoding="UTF-8")


def replace_parts(docx: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return ``docx`` with ``parts`` in the place of those of the same names."""
    members = [
        deflate(member.name, parts[member.name]) if member.name in parts else member
        for member in read_members(docx)
    ]
    return write_zip(members)


def _properties(manuscript: Manuscript, memory: Mapping[str, str], mark: str | None) -> dict[str, bytes]:
    """Return the part of the file's own properties, with ``memory`` in the place of the old one."""

    def read(archive: zipfile.ZipFile) -> tuple[str, etree._Element]:
        name = properties_part(archive)
        return name, parse_part(archive, name)

    found = read_from(manuscript.docx, read)
    assert found is not None  # It remembers.
    name, root = found
    for entry in list(root):
        if is_memory(str(entry.get("name"))) or (mark and entry.get("name") == PROPERTY):
            root.remove(entry)
    values = dict(memory) | ({PROPERTY: mark} if mark else {})
    number = max((int(entry.get(_NUMBER) or 1) for entry in root), default=1)
    for entry in etree.fromstring(custom_properties(values)):
        number += 1
        entry.set(_NUMBER, str(number))
        root.append(entry)
    return {name: serialize(root)}
