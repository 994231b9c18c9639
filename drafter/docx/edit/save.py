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
_CUSTOM, _TYPES, _RELATIONSHIPS = "docProps/custom.xml", "[Content_Types].xml", "_rels/.rels"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"


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
    """Return the package of ``members``, with ``parts`` replacing those of the same names, or added."""
    stored = list(members)
    kept = [deflate(one.name, parts[one.name]) if one.name in parts else one for one in stored]
    added = parts.keys() - {one.name for one in stored}
    return write_zip([*kept, *(deflate(name, parts[name]) for name in sorted(added))])


def _fingerprint(document: Document, content: Content) -> dict[str, str]:
    comments = document.beside(COMMENTS)
    now = with_body(content, document.root)
    return {PROPERTY: digest_of(now if comments is None else replace(now, comments=comments_in(comments)))}


def _properties(document: Document, values: Mapping[str, str]) -> dict[str, bytes]:
    """Return the part of the custom properties with ``values`` in the place of the old provenance."""
    root = document.root_of(document.properties)
    if root is None:
        return _new_properties(document, values)
    for entry in list(root):
        if is_provenance(str(entry.get("name"))) or entry.get("name") in values:
            root.remove(entry)
    number = max((integer(entry.get(_PID)) or 1 for entry in root), default=1)
    for entry in etree.fromstring(custom_properties(dict(values))):
        number += 1
        entry.set(_PID, str(number))
        root.append(entry)
    return {document.properties: serialize(root)}


def _new_properties(document: Document, values: Mapping[str, str]) -> dict[str, bytes]:
    """Return a new part with ``values`` and the parts that tell of it, for a document that has none."""
    parts = {_CUSTOM: custom_properties(dict(values))}
    types, relationships = document.root_of(_TYPES), document.root_of(_RELATIONSHIPS)
    if types is not None and not _has(types, "PartName", f"/{_CUSTOM}"):
        _add(types, "Override", PartName=f"/{_CUSTOM}", ContentType=_TYPE)
        parts[_TYPES] = serialize(types)
    if relationships is not None and not _has(relationships, "Type", _RELATION):
        _add(relationships, "Relationship", Id="rIdDrafter", Type=_RELATION, Target=_CUSTOM)
        parts[_RELATIONSHIPS] = serialize(relationships)
    return parts


def _has(root: etree._Element, name: str, value: str) -> bool:
    return any(entry.get(name) == value for entry in root)


def _add(root: etree._Element, name: str, **attributes: str) -> None:
    entry = etree.SubElement(root, etree.QName(etree.QName(root).namespace, name))
    for key, value in attributes.items():
        entry.set(key, value)
