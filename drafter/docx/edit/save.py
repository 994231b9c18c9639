"""An edited document as bytes: changed parts are written anew, all others keep their stored bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree
from msgspec.structs import replace

from drafter.docx.bookmarks import integer
from drafter.docx.fingerprint import PROPERTY
from drafter.docx.ooxml import DECLARATION
from drafter.docx.package import Member, deflate, write_zip
from drafter.docx.properties import custom_properties
from drafter.docx.provenance import is_provenance
from drafter.docx.read.content import Content, comments_in, digest_of, margins_in, with_body
from drafter.docx.read.document import COMMENTS, Document

_PID = "pid"


def untouched_content(document: Document) -> Content | None:
    """Return the content of a document if nobody has touched it, else None; to be called before changes."""
    comments = document.beside(COMMENTS)
    content = Content(
        comments=() if comments is None else comments_in(comments),
        margins=margins_in(root for _name, root in document.margins()),
        stored=document.stored,
    )
    content = with_body(content, document.root)
    return content if content.stored.get(PROPERTY) == digest_of(content) else None


def save_document(document: Document, provenance: Mapping[str, str], content: Content | None) -> bytes:
    """Return a changed document with new ``provenance``.

    With the ``content`` that it had while nobody had touched it, it gets a new fingerprint, so that it
    counts as untouched again.
    """
    values = {**provenance, **(_fingerprint(document, content) if content is not None else {})}
    others = {name: root for name in document.changed if (root := document.others[name]) is not None}
    parts = {name: serialize(root) for name, root in {document.part: document.root, **others}.items()}
    return replace_parts(document.members, {**parts, **_properties(document, values)})


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
    """Return the part under ``root`` as bytes."""
    return DECLARATION.encode() + etree.tostring(root, encoding="UTF-8")


def replace_parts(members: Iterable[Member], parts: Mapping[str, bytes]) -> bytes:
    """Return the package of ``members``, with ``parts`` replacing those of the same names."""
    return write_zip(deflate(one.name, parts[one.name]) if one.name in parts else one for one in members)


def _fingerprint(document: Document, content: Content) -> dict[str, str]:
    comments = document.beside(COMMENTS)
    now = with_body(content, document.root)
    return {PROPERTY: digest_of(now if comments is None else replace(now, comments=comments_in(comments)))}


def _properties(document: Document, values: Mapping[str, str]) -> dict[str, bytes]:
    """Return the part of the custom properties with ``values`` in the place of the old provenance."""
    root = document.root_of(document.properties)
    assert root is not None  # The provenance was read from it.
    for entry in list(root):
        if is_provenance(str(entry.get("name"))) or entry.get("name") in values:
            root.remove(entry)
    number = max((integer(entry.get(_PID)) or 1 for entry in root), default=1)
    for entry in etree.fromstring(custom_properties(dict(values))):
        number += 1
        entry.set(_PID, str(number))
        root.append(entry)
    return {document.properties: serialize(root)}
