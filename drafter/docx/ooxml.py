"""Names and text of WordprocessingML (ECMA-376-1): namespaces, special characters, what XML can carry."""

from __future__ import annotations

import re

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = {
    "w": NAMESPACE,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Elements of a run that stand for a character (17.3.3); LibreOffice writes the last two as elements.
SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
# The types of a ``w:br`` that ends no line (17.18.3).
PAGE_BREAKS = ("page", "column")
# The word joiner keeps two characters on one line. It is no part of the words: readers remove it.
JOINER = "\u2060"

# What XML 1.0 cannot carry (2.2), and line ends that a parser would change (2.11).
_UNCLEAN = re.compile(f"[\x00-\x08\x0b-\x1f{JOINER}\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile("[&<>]")
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def qn(name: str) -> str:
    """Return the qualified name by which lxml knows ``w:p``."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def clean(text: str) -> str:
    """Return ``text`` as a document can carry it: no control characters, lines ended by ``\\n``."""
    if _UNCLEAN.search(text) is None:
        return text
    return _UNCLEAN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escape(text: str) -> str:
    """Return clean ``text`` as XML character data."""
    return _SPECIAL.sub(lambda match: _ESCAPED[match[0]], text)


def attribute(text: str) -> str:
    """Return ``text`` as the value of an XML attribute."""
    return escape(clean(text)).replace('"', "&quot;").replace("\n", " ").replace("\t", " ")
