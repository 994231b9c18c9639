"""An edited document as bytes: changed parts are written anew, all others keep their stored bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from drafter.docx import seal
from drafter.docx.bookmarks import integer
from drafter.docx.fingerprint import PROPERTY, Fingerprint, read_fingerprint
from drafter.docx.ooxml import DECLARATION
from drafter.docx.package import Member, deflate, write_zip
from drafter.docx.properties import CUSTOM, custom_properties
from drafter.docx.provenance import is_provenance
from drafter.docx.read.content import is_margin, read_content, text_digest
from drafter.docx.read.document import Document
from drafter.docx.seal import sealed

_PID = "pid"


def save_document(document: Document, provenance: Mapping[str, str], *, own: bool) -> bytes:
    """Return a changed document with new ``provenance``.

    With ``own``, nobody had touched it: it gets a new fingerprint, so that it counts as untouched again.
    """
    others = {name: root for name in document.changed if (root := document.others[name]) is not None}
    parts = {name: serialize(root) for name, root in {document.part: document.root, **others}.items()}
    changed = _with_parts(document.members, parts)
    saved = _with_properties(document, changed, provenance)
    found = _fingerprint(document, saved) if own else None
    return (
        saved if found is None else _with_properties(document, changed, {**provenance, PROPERTY: str(found)})
    )


def _fingerprint(document: Document, saved: bytes) -> Fingerprint | None:
    """Return the fingerprint of ``saved``; only what was changed is read again."""
    before = read_fingerprint(document.stored.get(PROPERTY, ""))
    if before is not None and not any(map(is_margin, document.changed)):
        text = text_digest(saved)
        return before._replace(text=text) if text is not None else None
    exact, loose = (read_content(saved, loose=loose) for loose in (False, True))
    if exact is None or loose is None:
        return None
    return Fingerprint(text_digest(saved) or "", exact.frame, loose.frame)


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
    """Return ``members``, with ``parts`` replacing those of the same names."""
    return [deflate(one.name, parts[one.name]) if one.name in parts else one for one in members]


def _with_properties(document: Document, members: Iterable[Member], values: Mapping[str, str]) -> bytes:
    """Return the package of ``members`` with ``values`` in the place of the old provenance."""
    root = document.root_of(document.properties)
    assert root is not None  # The provenance was read from it.
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
