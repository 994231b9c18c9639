"""A base package with parts of an office's file in the place of ours."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Mapping

from lxml import etree

from drafter.docx.ooxml import DECLARATION, NAMESPACES
from drafter.docx.package import Member, deflate
from drafter.docx.reference.clean import IMAGES
from drafter.docx.reference.file import Image, Margin

_TYPES, _LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_EMPTY_LINKS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


class Package:
    """The parts of a document without its body and without our footers; ``members`` are ready to write."""

    def __init__(self, members: Mapping[str, Member]) -> None:
        self.members = dict(members)
        self._types, self._links = self.read(_TYPES), self.read(_LINKS)
        self._images: dict[str, str] = {}
        self._margins: dict[str, str] = {}
        self._drop_footers()

    def read(self, name: str) -> etree._Element:
        """Return the root of a part."""
        return etree.fromstring(zlib.decompress(self.members[name].data, wbits=-15))

    def replace(self, name: str, root: etree._Element) -> None:
        """Replace the root of a part."""
        # Made once and used often, so it is worth the best compression.
        content = DECLARATION.encode() + etree.tostring(root, encoding="UTF-8")
        self.members[name] = deflate(name, content, level=9)

    def add_theme(self, root: etree._Element) -> None:
        """Add the colours and fonts that the office's styles may refer to."""
        self._add("theme", "theme/theme1.xml", root, _THEME)

    def add_numbering(self, root: etree._Element) -> None:
        """Add the lists that the office's styles, headers and footers may refer to."""
        self._add("numbering", "numbering.xml", root, f"{_WORD}.numbering+xml")

    def add_margin(self, margin: Margin) -> str:
        """Add a header or footer with its images, unless it is there; return the id of its relationship."""
        if margin.source not in self._margins:
            count = sum(1 for name in self.members if name.startswith(f"word/{margin.kind}"))
            name = f"{margin.kind}{count + 1}.xml"
            identifier = self._add(margin.kind, name, margin.root, f"{_WORD}.{margin.kind}+xml")
            self._margins[margin.source] = identifier
            if margin.images:
                links = etree.fromstring(_EMPTY_LINKS)
                for key, image in sorted(margin.images.items()):
                    _link(links, key, "image", self._image(image))
                self.replace(f"word/_rels/{name}.rels", links)
        return self._margins[margin.source]

    def finish(self) -> None:
        """Write the content types and the relationships; to be called last."""
        self.replace(_TYPES, self._types)
        self.replace(_LINKS, self._links)

    def _drop_footers(self) -> None:
        for link in [link for link in self._links if str(link.get("Type")).endswith("/footer")]:
            self._links.remove(link)
            name = f"word/{link.get('Target')}"
            del self.members[name]
            for entry in [entry for entry in self._types if entry.get("PartName") == f"/{name}"]:
                self._types.remove(entry)

    def _add(self, kind: str, target: str, root: etree._Element, media_type: str) -> str:
        self.replace(f"word/{target}", root)
        # Overrides must stand behind the defaults, so they come last.
        entry = etree.SubElement(self._types, f"{{{etree.QName(self._types).namespace}}}Override")
        entry.set("PartName", f"/word/{target}")
        entry.set("ContentType", media_type)
        return _link(self._links, f"house{len(self._links)}", kind, target)

    def _image(self, image: Image) -> str:
        if image.source not in self._images:
            suffix = posixpath.splitext(image.source)[1].lower()
            name = f"media/image{len(self._images) + 1}{suffix}"
            self.members[f"word/{name}"] = deflate(f"word/{name}", image.content, level=9)
            self._images[image.source] = name
            self._add_type(suffix)
        return self._images[image.source]

    def _add_type(self, suffix: str) -> None:
        if all(entry.get("Extension") != suffix[1:] for entry in self._types):
            entry = etree.Element(f"{{{etree.QName(self._types).namespace}}}Default")
            entry.set("Extension", suffix[1:])
            entry.set("ContentType", IMAGES[suffix])
            self._types.insert(0, entry)


def _link(links: etree._Element, identifier: str, kind: str, target: str) -> str:
    link = etree.SubElement(links, f"{{{etree.QName(links).namespace}}}Relationship")
    link.set("Id", identifier)
    link.set("Type", f"{NAMESPACES['r']}/{kind}")
    link.set("Target", target)
    return identifier
