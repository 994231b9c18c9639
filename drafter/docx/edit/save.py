"""An edited document as bytes: changed parts are written anew, all others keep their stored bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from drafter.docx import seal
from drafter.docx.bookmarks import integer
from drafter.docx.fingerprint import PROPERTY, Fingerprint, read_fingerprint
from drafter.docx.formatting import Formatting
from drafter.docx.ooxml import DECLARATION
from drafter.docx.package import Member, deflate, write_zip
from drafter.docx.properties import CUSTOM, custom_properties
from drafter.docx.provenance import is_provenance
from drafter.docx.read.content import is_by_libreoffice, is_margin, read_content, text_digest
from drafter.docx.read.document import COMMENTS, Document
from drafter.docx.seal import sealed

_PID = "pid"
# Where LibreOffice says that it wrote the file.
_APPLICATION = "docProps/app.xml"
_TYPES, _RELATIONSHIPS = "[Content_Types].xml", "_rels/.rels"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"


def save_document(document: Document, provenance: Mapping[str, str], *, own: bool) -> bytes:
    """Return a changed document with new ``provenance``.

    With ``own``, nobody had touched it: it gets a new fingerprint, so that it counts as untouched again.
    """
    others = {name: root for name in document.changed if (root := document.others[name]) is not None}
    parts = {name: serialize(root) for name, root in {document.part: document.root, **others}.items()}
    members = _with_parts(document.members, parts)
    found = _fingerprint(document, members) if own else None
    values = provenance if found is None else {**provenance, PROPERTY: str(found)}
    return _with_properties(document, members, values)


def _fingerprint(document: Document, members: Iterable[Member]) -> Fingerprint | None:
    """Return the fingerprint of a changed document; its frame is read again only where that was changed."""
    application = document.root_of(_APPLICATION)
    loose = application is not None and is_by_libreoffice(application)
    text = text_digest(
        document.root, document.beside(COMMENTS), Formatting(document.stylesheet(), loose=loose)
    )
    before = read_fingerprint(document.stored.get(PROPERTY, ""))
    if before is not None and not any(map(is_margin, document.changed)):
        return before._replace(text=text)
    # The properties, which are not written yet, are no part of the frame.
    saved = write_zip(members)
    exact, other = (read_content(saved, loose=loose) for loose in (False, True))
    return Fingerprint(text, exact.frame, other.frame) if exact and other else None


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


def _with_parts(members: Iterable[Member], parts: Mapping[str, bytes]) -> list[Member]:
    """Return ``members``, with ``parts`` replacing those of the same names, or added."""
    stored = list(members)
    kept = [deflate(one.name, parts[one.name]) if one.name in parts else one for one in stored]
    added = parts.keys() - {one.name for one in stored}
    return [*kept, *(deflate(name, parts[name]) for name in sorted(added))]


def _with_properties(document: Document, members: Iterable[Member], values: Mapping[str, str]) -> bytes:
    """Return the package of ``members`` with ``values`` in the place of the old provenance."""
    root = document.root_of(document.properties)
    if root is None:
        return write_zip(_with_parts(members, _new_properties(document, values)))
    for entry in list(root):
        name = str(entry.get("name"))
        if is_provenance(name) or name in values or name == seal.PROPERTY:
            root.remove(entry)
    number = max((integer(entry.get(_PID)) or 1 for entry in root), default=1)
    for entry in etree.fromstring(custom_properties(dict(values))):
        number += 1
        entry.set(_PID, str(number))
        root.append(entry)
    others = [one for one in members if one.name != document.properties]
    custom = serialize(root)
    is_ours = document.properties == CUSTOM and PROPERTY in values
    return write_zip((*others, sealed(custom, others) if is_ours else deflate(document.properties, custom)))


def _new_properties(document: Document, values: Mapping[str, str]) -> dict[str, bytes]:
    """Return a new part with ``values`` and the parts that tell of it, for a document that has none."""
    parts = {CUSTOM: custom_properties(dict(values))}
    types, relationships = document.root_of(_TYPES), document.root_of(_RELATIONSHIPS)
    if types is not None and not _has(types, "PartName", f"/{CUSTOM}"):
        _add(types, "Override", PartName=f"/{CUSTOM}", ContentType=_TYPE)
        parts[_TYPES] = serialize(types)
    if relationships is not None and not _has(relationships, "Type", _RELATION):
        _add(relationships, "Relationship", Id="rIdDrafter", Type=_RELATION, Target=CUSTOM)
        parts[_RELATIONSHIPS] = serialize(relationships)
    return parts


def _has(root: etree._Element, name: str, value: str) -> bool:
    return any(entry.get(name) == value for entry in root)


def _add(root: etree._Element, name: str, **attributes: str) -> None:
    entry = etree.SubElement(root, etree.QName(etree.QName(root).namespace, name))
    for key, value in attributes.items():
        entry.set(key, value)
