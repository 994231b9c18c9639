"""Parts added to an existing document, with what tells of them: their types and their relationships."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from lxml import etree

from drafter.docx.read.document import Document

_TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


class PartKind(NamedTuple):
    """The content type of a part, the type of its relationship, and the id that we give that."""

    content_type: str
    relationship: str
    identifier: str


def add_part(document: Document, name: str, root: etree._Element, kind: PartKind, source: str = "") -> None:
    """Add the part ``name``, to which the part ``source`` refers; "" stands for the package itself.

    A type and a relationship that are there already, though the part was missing, are kept.
    """
    folder, file = posixpath.split(source)
    links = posixpath.join(folder, "_rels", f"{file}.rels")
    document.others[name] = root
    types = document.root_of(_TYPES)
    if types is not None:
        _add_entry(types, "Override", PartName=f"/{name}", ContentType=kind.content_type)
    relationships = document.root_of(links)
    if relationships is None:
        relationships = document.others[links] = etree.Element(f"{{{_RELATIONSHIPS}}}Relationships")
    target = posixpath.relpath(name, folder or ".")
    _add_entry(relationships, "Relationship", Type=kind.relationship, Id=kind.identifier, Target=target)
    document.changed |= {name, links} | ({_TYPES} if types is not None else set())


def _add_entry(root: etree._Element, name: str, **attributes: str) -> None:
    """Add an entry to a list of types or relationships, unless one has the first of its attributes."""
    key, value = next(iter(attributes.items()))
    if all(entry.get(key) != value for entry in root):
        entry = etree.SubElement(root, etree.QName(etree.QName(root).namespace, name))
        for key, value in attributes.items():
            entry.set(key, value)
