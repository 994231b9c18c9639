"""Documents from anywhere, opened with limits: on their size, their XML and what they refer to."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, TypeVar

from lxml import etree

from drafter.docx.package import Member, inflate
from drafter.errors import Diagnostic, ReadError, Span
from drafter.files.archives import (
    ARCHIVE_ERRORS,
    MOST_BYTES,
    MOST_PART,
    open_archive,
    read_member,
    refuse_too_many,
)
from drafter.files.disk import UnreadableError, read_file
from drafter.i18n import _

_XML_SUFFIXES = (".xml", ".rels")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)

Result = TypeVar("Result")


def read_from(docx: bytes, read: Callable[[zipfile.ZipFile], Result]) -> Result | None:
    """Return what ``read`` returns for the archive ``docx``; None where it is broken or too large."""
    try:
        with open_archive(docx) as archive:
            return read(archive)
    except (*ARCHIVE_ERRORS, etree.XMLSyntaxError):
        return None


def read_document(path: Path) -> bytes:
    """Return the bytes of the document at ``path``; raises ReadError where the file cannot be read."""
    try:
        return read_file(path, MOST_BYTES)
    except UnreadableError as error:
        raise unreadable(str(path), str(error.strerror), error.remedy) from None


def unreadable(file: str, reason: str, remedy: str | None = None) -> ReadError:
    """Return the error D101 for ``file``, with the ``reason`` and a remedy; "" stands for no remedy."""
    message = _("cannot read the document: {reason}").format(reason=reason)
    if remedy is None:
        remedy = _("open it in Word and save it as .docx")
    return ReadError([Diagnostic("D101", message, Span(file), remedy)])


def main_part(archive: zipfile.ZipFile) -> str:
    """Return the name of the part with the text; raises KeyError where there is none."""
    return _part_of(archive, "officeDocument")


def properties_part(archive: zipfile.ZipFile) -> str:
    """Return the name of the part with the custom properties, "" where there is none."""
    return linked_part(archive, "custom-properties")


def linked_part(archive: zipfile.ZipFile, kind: str) -> str:
    """Return the name of the part of a ``kind`` that the file itself links, "" where there is none."""
    try:
        name = _part_of(archive, kind)
    except KeyError:
        return ""
    return name if name in archive.namelist() else ""


def _part_of(archive: zipfile.ZipFile, kind: str) -> str:
    for relationship in parse_part(archive, "_rels/.rels"):
        if str(relationship.get("Type")).endswith(f"/{kind}"):
            return posixpath.normpath(str(relationship.get("Target")).lstrip("/"))
    raise KeyError(kind)


def parse_part(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """Return the root of a part; raises ValueError where it is too large or has a document type."""
    return parse(name, read_member(archive, name))


def parse_member(member: Member) -> etree._Element | None:
    """Return the root of a stored part, None where it is broken, too large or no XML."""
    try:
        return parse(member.name, inflate(member, MOST_PART))
    except (zlib.error, etree.XMLSyntaxError, ValueError):
        return None


def refuse_damaged(members: Iterable[Member], file: str) -> None:
    """Raise ReadError, which names ``file``, where one of its parts cannot be read.

    Whoever copies parts unread would otherwise pass a damaged file on as a whole one.
    """
    for member in members:
        if not _is_whole(member):
            raise unreadable(file, _("its part {part} is damaged").format(part=member.name))


def _is_whole(member: Member) -> bool:
    try:
        content = inflate(member, MOST_BYTES)
        if member.name.endswith(_XML_SUFFIXES):
            parse(member.name, content)
    except (zlib.error, etree.XMLSyntaxError, ValueError):
        return False
    return zlib.crc32(content) == member.crc


def parse(name: str, content: bytes) -> etree._Element:
    """Return the root of the part ``name``; raises ValueError if it is too large or has a document type."""
    refuse_too_many(content, name)
    root = etree.fromstring(content, _PARSER)
    declared: str = root.getroottree().docinfo.doctype  # type: ignore[union-attr]
    if declared:
        raise ValueError(name)  # No word processor writes one; an attacker could declare entities in it.
    return root


class Link(NamedTuple):
    """The target of a relationship: the last word of its type, and the name of a part of the same file."""

    kind: str
    target: str


def links_of(archive: zipfile.ZipFile, name: str) -> dict[str, Link]:
    """Return the relationships of a part by their ids, without those that lead out of the file."""
    folder, file = posixpath.split(name)
    relationships = f"{folder}/_rels/{file}.rels"
    names = set(archive.namelist())
    links = {}
    for entry in parse_part(archive, relationships) if relationships in names else ():
        target = posixpath.normpath(posixpath.join("/", folder, str(entry.get("Target")))).lstrip("/")
        if entry.get("TargetMode") != "External" and target in names:
            links[str(entry.get("Id"))] = Link(str(entry.get("Type")).rpartition("/")[2], target)
    return links
