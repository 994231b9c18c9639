"""The frame of a document: its pages, headers and footers, notes, styles and settings, as one digest.

The text stands in it. All documents of a layout have the same frame unless a person changes it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from hashlib import sha256

from lxml import etree

from drafter.docx import style_ids
from drafter.docx.elements import is_within
from drafter.docx.fingerprint import digest_of_texts, marks_of
from drafter.docx.formatting import Formatting, described, is_on, local
from drafter.docx.ooxml import ON, qn
from drafter.docx.story import Story
from drafter.docx.stylesheet import StyleSheet

_REFERENCES = {qn("w:headerReference"): "header", qn("w:footerReference"): "footer"}
_SECTION, _FORMER = qn("w:sectPr"), qn("w:sectPrChange")
# Properties of sections that change no page, and settings that do or that bind a document.
_UNSEEN = frozenset(("paperSrc", "formProt", "footnotePr", "endnotePr", "noEndnote", "rtlGutter", "bidi"))
_SETTINGS = (
    *("evenAndOddHeaders", "mirrorMargins", "gutterAtTop"),
    *("documentProtection", "writeProtection", "mailMerge", "trackRevisions"),
)
_NOTES = ("footnotes.xml", "endnotes.xml")
# What a section says where it says nothing (ECMA-376-1, 17.6).
_USUAL = ("orient=portrait", "val=nextPage", "fmt=decimal", "val=lrTb", "val=top", "type=default")

Part = Callable[[str], "etree._Element | None"]
Bytes = Callable[[str], bytes]


class Frame:
    """Reads the frame of the document with the main part ``name``, whose root is ``root``.

    ``part`` gives the root of another part, ``content`` its bytes. ``loose`` is for files that LibreOffice
    wrote: what that program writes anew is left out.
    """

    def __init__(self, name: str, root: etree._Element, part: Part, content: Bytes, *, loose: bool) -> None:
        self._name, self._root, self._part, self._content = name, root, part, content
        self._folder = posixpath.dirname(name)
        self.formatting = Formatting(StyleSheet(part(self._beside("styles.xml"))), loose=loose)
        self._loose = loose

    def digest(self) -> str:
        """Return the digest of all this."""
        return digest_of_texts(self._lines())

    def _lines(self) -> Iterator[str]:
        sections = [one for one in self._root.iter(_SECTION) if not is_within(one, _FORMER)]
        yield str(len(sections))
        switched = self._settings()
        yield from (f"{name}:{described(one)}" for name, one in switched.items())
        targets = self._targets(self._name)
        for section in sections:
            yield from self._section(section)
            yield from self._margins(section, targets, "evenAndOddHeaders" in switched)
        for file in _NOTES:
            yield from self._notes(self._part(self._beside(file)))
        yield from self._styles()

    def _settings(self) -> dict[str, etree._Element]:
        """Return the settings that count and are on."""
        settings = self._part(self._beside("settings.xml"))
        if settings is None:
            return {}
        found = ((name, settings.find(qn(f"w:{name}"))) for name in _SETTINGS)
        return {name: one for name, one in found if one is not None and is_on(one)}

    def _section(self, section: etree._Element) -> Iterator[str]:
        has_header = section.find(qn("w:headerReference")) is not None
        for element in section.iterchildren(etree.Element):
            name = local(element)
            if element.tag in _REFERENCES or name in _UNSEEN or (name == "cols" and _is_single(element)):
                continue
            values = described(element).split(",")
            # LibreOffice rounds the width of a character, and drops it when it saves once more.
            dropped = {"code", *(("charSpace", "type") if self._loose and name == "docGrid" else ())}
            # Without a header, LibreOffice knows no distance of it.
            dropped |= {"header"} if self._loose and not has_header else set()
            kept = [one for one in values if one not in _USUAL and one.partition("=")[0] not in dropped]
            children = [f"{local(child)}:{described(child)}" for child in element.iterchildren(etree.Element)]
            if not element.attrib and not children:
                kept = ["on"]
            if any((*kept, *children)):
                yield f"{name}:{','.join(kept)}{children or ''}"

    def _margins(self, section: etree._Element, targets: dict[str, str], both: bool) -> Iterator[str]:
        """Yield the headers and footers that pages have: an even one needs a setting, a first one another."""
        first = is_on(section.find(qn("w:titlePg")))
        shown = {"default": True, "even": both, "first": first}
        stories: list[tuple[str, str, str]] = []
        for reference in section.iterchildren(*_REFERENCES):
            pages = str(reference.get(qn("w:type"), "default"))
            target = targets.get(str(reference.get(qn("r:id"))), "")
            if shown.get(pages, True):
                stories.append((_REFERENCES[str(reference.tag)], pages, target))
        for kind, pages, target in sorted(stories):
            lines = self._story(self._part(target) if target else None)
            pictures = () if self._loose else self._pictures(target)
            if any(lines):
                yield from (f"{kind} {pages}", *lines, *pictures)

    def _story(self, root: etree._Element | None) -> list[str]:
        """Return the lines of a story that have words or anything else."""
        story = Story(self.formatting)
        if root is not None:
            story.read(root)
        return [line for line in story.lines if marks_of(line).looks]

    def _notes(self, root: etree._Element | None) -> Iterator[str]:
        """Yield the words of notes; the lines that separate notes from the text are no notes."""
        for note in () if root is None else root.iterchildren(etree.Element):
            if note.get(qn("w:type"), "normal") == "normal":
                yield from ("note", *self._story(note))

    def _pictures(self, margin: str) -> list[str]:
        """Return digests of the pictures that a header or footer links."""
        targets = [target for target in self._targets(margin).values() if "/media/" in target]
        return sorted(sha256(self._content(target)).hexdigest() for target in targets)

    def _styles(self) -> Iterator[str]:
        for identifier, name in sorted(self.formatting.names.items(), key=lambda pair: (pair[1], pair[0])):
            if name in _COUNTED:
                groups = ("rPr",) if name in style_ids.CHARACTER_STYLES else ("pPr", "rPr")
                for group in groups:
                    values = self.formatting.of_style(identifier, group)
                    said = ";".join(f"{key}={value}" for key, value in sorted(values.items()) if value)
                    yield f"{name} {group} {said}"

    def _targets(self, name: str) -> dict[str, str]:
        """Return the parts that a part is linked with, by the ids of the links."""
        folder, file = posixpath.split(name)
        root = self._part(f"{folder}/_rels/{file}.rels")
        inside = (one for one in (() if root is None else root) if one.get("TargetMode") != "External")
        targets = {str(one.get("Id")): posixpath.join("/", folder, str(one.get("Target"))) for one in inside}
        return {identifier: posixpath.normpath(target).lstrip("/") for identifier, target in targets.items()}

    def _beside(self, file: str) -> str:
        return posixpath.join(self._folder, file)


# LibreOffice writes the styles of comments anew.
_OF_COMMENTS = {style_ids.COMMENT_TEXT, style_ids.COMMENT_REFERENCE}
_COUNTED = {*style_ids.NAMES, style_ids.HOUSE_BODY_NAME} - _OF_COMMENTS


def _is_single(columns: etree._Element) -> bool:
    return columns.get(qn("w:num"), "1") == "1" and columns.get(qn("w:sep")) not in ON
