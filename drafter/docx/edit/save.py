"""A document with some of its parts changed; all others keep their bytes as they were deflated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree
from msgspec.structs import replace

from drafter.docx.bookmarks import integer
from drafter.docx.fingerprint import PROPERTY, digest_of
from drafter.docx.package import Member, deflate, write_zip
from drafter.docx.properties import custom_properties
from drafter.docx.provenance import is_provenance
from drafter.docx.read.content import Content, comments_in, margins_in, with_body
from drafter.docx.read.document import COMMENTS, Document
from drafter.docx.write.xml import DECLARATION

_NUMBER = "pid"


def untouched_content(manuscript: Document) -> Content | None:
    """Return what a document holds that nobody has touched, None of another; ask before it is changed."""
    comments = manuscript.beside(COMMENTS)
    content = Content(
        comments=() if comments is None else comments_in(comments),
        margins=margins_in(root for _name, root in manuscript.margins()),
        stored=manuscript.stored,
    )
    content = with_body(content, manuscript.root)
    return content if content.stored.get(PROPERTY) == digest_of(content) else None


def save_document(manuscript: Document, memory: Mapping[str, str], content: Content | None) -> bytes:
    """Return the document of ``manuscript`` as it was changed, remembering ``memory``.

    A document that nobody had touched, whose ``content`` is known, is known as such again.
    """
    values = {**memory, **(_fingerprint(manuscript, content) if content is not None else {})}
    others = {name: root for name in manuscript.changed if (root := manuscript.others[name]) is not None}
    parts = {name: serialize(root) for name, root in {manuscript.part: manuscript.root, **others}.items()}
    return replace_parts(manuscript.members, {**parts, **_properties(manuscript, values)})


def parts_now(document: Document, names: Iterable[str]) -> dict[str, bytes]:
    """Return the parts ``names`` of a document as they are now; those that cannot be read are left out."""
    roots = {name: document.root_of(name) for name in names}
    return {name: serialize(root) for name, root in roots.items() if root is not None}


def note_changes(document: Document, before: Mapping[str, bytes]) -> None:
    """Note which parts of a document are no longer as ``parts_now`` had them ``before``."""
    document.changed |= {
        name for name, content in parts_now(document, before).items() if content != before[name]
    }


def serialize(root: etree._Element) -> bytes:
    """Return the bytes of a part."""
    return DECLARATION.encode() + etree.tostring(root, encoding="UTF-8")


def replace_parts(members: Iterable[Member], parts: Mapping[str, bytes]) -> bytes:
    """Return the package of ``members`` with ``parts`` in the place of those of the same names."""
    return write_zip(deflate(one.name, parts[one.name]) if one.name in parts else one for one in members)


def _fingerprint(manuscript: Document, content: Content) -> dict[str, str]:
    comments = manuscript.beside(COMMENTS)
    now = with_body(content, manuscript.root)
    return {PROPERTY: digest_of(now if comments is None else replace(now, comments=comments_in(comments)))}


def _properties(manuscript: Document, values: Mapping[str, str]) -> dict[str, bytes]:
    """Return the part of the file's own properties, with ``values`` and without what it remembered."""
    root = manuscript.root_of(manuscript.properties)
    assert root is not None  # It remembers.
    for entry in list(root):
        if is_provenance(str(entry.get("name"))) or entry.get("name") in values:
            root.remove(entry)
    number = max((integer(entry.get(_NUMBER)) or 1 for entry in root), default=1)
    for entry in etree.fromstring(custom_properties(dict(values))):
        number += 1
        entry.set(_NUMBER, str(number))
        root.append(entry)
    return {manuscript.properties: serialize(root)}
