"""What a person did to a document beside its text: what is said of it, parts put in, comments seen to."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterator

from lxml import etree

from drafter.docx.ooxml import ON, qn
from drafter.docx.untrusted import linked_part, parse_part

# What a person can write about a document; programs fill in other properties unasked.
_ABOUT = ("subject", "keywords", "category", "description", "contentStatus")
# Custom properties that WPS and Microsoft 365 add unasked.
_ADDED = ("drafter.", "KSO", "MSIP_Label", "ICV", "ContentTypeId")
# What drafter writes, and what Word, WPS and LibreOffice add unasked. Whatever is in the text, such as a
# picture or an embedded sheet, is told by the text; any other part is somebody's: a signature, a macro, a
# font that he embedded.
_USUAL = re.compile(
    r"\[Content_Types\]\.xml|(?:\[trash\]|_rels|docProps|docMetadata|customXml)/.*|.*/_rels/[^/]*\.rels|.*/"
    r"|[^/]+/(?:theme|media|glossary|embeddings|charts|diagrams)/.*"
    r"|[^/]+/(?:document|styles|stylesWithEffects|settings|webSettings|fontTable|numbering|header|footer"
    r"|footnotes|endnotes|comments\w*|people|printerSettings)\d*\.(?:xml|bin)"
)
_PICTURES = tuple(map(qn, ("w:drawing", "w:pict", "w:object")))
_DONE = "{http://schemas.microsoft.com/office/word/2012/wordml}done"


def said_about(archive: zipfile.ZipFile, properties: Collection[str]) -> Iterator[str]:
    """Yield what a person wrote about the document: in its core properties, and custom ``properties``."""
    name = linked_part(archive, "core-properties")
    for entry in parse_part(archive, name) if name else ():
        kind = str(entry.tag).rpartition("}")[2]
        if kind in _ABOUT and (entry.text or "").strip():
            yield f"{kind}={entry.text}"
    yield from (one for one in properties if not one.startswith(_ADDED))


def strange_parts(names: Collection[str]) -> Iterator[str]:
    """Yield a line for each part that neither drafter nor a program writes unasked."""
    yield from (f"part {name}" for name in sorted(names) if not _USUAL.fullmatch(name))


def work_on_comments(comments: etree._Element | None, threads: etree._Element | None) -> Iterator[str]:
    """Yield a line for each picture in a comment, and for each comment that is marked as done.

    ``threads`` is the part in which Word keeps the latter (MS-DOCX, 2.5.4).
    """
    for _picture in () if comments is None else comments.iter(*_PICTURES):
        yield "picture in a comment"
    for thread in () if threads is None else threads.iterchildren(etree.Element):
        if thread.get(_DONE) in ON:
            yield "comment done"
