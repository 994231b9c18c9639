"""An edited document as bytes: changed parts are written anew, all others keep their stored bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from drafter.docx import seal
from drafter.docx.bookmarks import integer
from drafter.docx.edit.parts import PartKind, add_part
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
_CUSTOM = PartKind(
    "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
    "rIdDrafter",
)


def save_document(document: Document, provenance: Mapping[str, str], *, own: bool) -> bytes:
    """Return a changed document with new ``provenance``.

    With ``own``, nobody had touched it: it gets a new fingerprint, so that it counts as untouched again.
    """
    members = _with_changes(document)
    found = _fingerprint(document, members) if own else None
    values = provenance if found is None else {**provenance, PROPERTY: str(found)}
    return _with_properties(document, members, values)


def save_changes(document: Document) -> bytes:
    """Return a changed document; all parts that were not changed keep their stored bytes.

    It no longer counts as untouched: what was changed is not what its parameters say.
    """
    return write_zip(_with_changes(document))


def _with_changes(document: Document) -> list[Member]:
    """Return the parts of a document as they are now; those that it has newly come last."""
    others = {name: root for name in document.changed if (root := document.others[name]) is not None}
    parts = {name: serialize(root) for name, root in {document.part: document.root, **others}.items()}
    kept = [deflate(one.name, parts[one.name]) if one.name in parts else one for one in document.members]
    added = parts.keys() - {one.name for one in kept}
    return [*kept, *(deflate(name, parts[name]) for name in sorted(added))]


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


def _with_properties(document: Document, members: Iterable[Member], values: Mapping[str, str]) -> bytes:
    """Return the package of ``members`` with ``values`` in the place of the old provenance."""
    root = document.root_of(document.properties)
    if root is None:
        add_part(document, CUSTOM, etree.fromstring(custom_properties(dict(values))), _CUSTOM)
        return save_changes(document)
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
