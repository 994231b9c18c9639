"""A document with some of its parts changed; all others keep their bytes as they were deflated."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping

from lxml import etree
from msgspec.structs import replace

from drafter.word.fingerprint import PROPERTY, digest_of
from drafter.word.identities import integer
from drafter.word.manuscript import COMMENTS, Manuscript
from drafter.word.markup import DECLARATION
from drafter.word.memory import is_memory
from drafter.word.opening import parse_part, properties_part, read_from
from drafter.word.package import Member, deflate, write_zip
from drafter.word.properties import custom_properties
from drafter.word.reading import comments_in, read_content, with_body

_NUMBER = "pid"


def save_manuscript(manuscript: Manuscript, memory: Mapping[str, str]) -> bytes:
    """Return the document of ``manuscript`` as it was changed, remembering ``memory``.

    A document that nobody had touched is known as such again.
    """
    values = {**memory, **_fingerprint(manuscript)}
    others = {name: root for name in manuscript.changed if (root := manuscript.others[name]) is not None}
    parts = {name: serialize(root) for name, root in {manuscript.part: manuscript.root, **others}.items()}
    return replace_parts(manuscript.members, {**parts, **_properties(manuscript, values)})


def serialize(root: etree._Element) -> bytes:
    """Return the bytes of a part."""
    return DECLARATION.encode() + etree.tostring(root, encoding="UTF-8")


def replace_parts(members: Iterable[Member], parts: Mapping[str, bytes]) -> bytes:
    """Return the package of ``members`` with ``parts`` in the place of those of the same names."""
    return write_zip(deflate(one.name, parts[one.name]) if one.name in parts else one for one in members)


def _fingerprint(manuscript: Manuscript) -> dict[str, str]:
    """Return the fingerprint of a document that nobody had touched, as it is now; nothing of another."""
    content = read_content(manuscript.docx)
    if content is None or content.stored.get(PROPERTY) != digest_of(content):
        return {}
    comments = manuscript.beside(COMMENTS)
    now = with_body(content, manuscript.root)
    return {PROPERTY: digest_of(now if comments is None else replace(now, comments=comments_in(comments)))}


def _properties(manuscript: Manuscript, values: Mapping[str, str]) -> dict[str, bytes]:
    """Return the part of the file's own properties, with ``values`` and without what it remembered."""

    def read(archive: zipfile.ZipFile) -> tuple[str, etree._Element]:
        name = properties_part(archive)
        return name, parse_part(archive, name)

    found = read_from(manuscript.docx, read)
    assert found is not None  # It remembers.
    name, root = found
    for entry in list(root):
        if is_memory(str(entry.get("name"))) or entry.get("name") in values:
            root.remove(entry)
    number = max((integer(entry.get(_NUMBER)) or 1 for entry in root), default=1)
    for entry in etree.fromstring(custom_properties(dict(values))):
        number += 1
        entry.set(_NUMBER, str(number))
        root.append(entry)
    return {name: serialize(root)}
