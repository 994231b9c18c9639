"""WordprocessingML as text (ECMA-376-1): names, escaping, paragraphs and runs.

The running text of a document is written as text, because the same runs take several times as long to
make with lxml. Text from outside passes ``clean`` first; what is written here escapes it.
"""

from __future__ import annotations

import re
from functools import lru_cache

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
# The values of a switch (17.17.4).
ON, OFF = ("1", "true", "on"), ("0", "false", "off")
# The word joiner keeps two characters on one line. It is no part of the words: readers remove it.
JOINER = "\u2060"

# What XML 1.0 cannot carry (2.2), and line ends that a parser would change (2.11).
_UNCLEAN = re.compile(f"[\x00-\x08\x0b-\x1f{JOINER}\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile("[&<>]")
# Those that need more than a plain ``w:t``.
_MARKUP = re.compile("[&<>\t\n]")
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# Characters that Word sets in the Latin font without a hint (ECMA-376-1, 17.3.2.26): “”‘’—…·℃×.
_AMBIGUOUS = re.compile(
    "[\xa1\xa4\xa7\xa8\xaa\xad\xaf-\xb4\xb6-\xba\xbc-\xbf\xd7\xf7\u02b0-\u04ff\u2000-\u2bff\ue000-\uf8ff]"
)


@lru_cache(maxsize=512)
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


def paragraph(style: str, content: str, after: int = 0) -> str:
    """Return a paragraph of ``style`` with the runs ``content``, and ``after`` twips of space below it."""
    spacing = f'<w:spacing w:after="{after}"/>' if after else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{spacing}</w:pPr>{content}</w:p>'


def run(text: str, style: str = "", bold: bool = False) -> str:
    """Return clean ``text`` as one run of the character ``style``; tabs and line ends become elements."""
    properties = run_properties(style, bold, _AMBIGUOUS.search(text) is not None)
    if _MARKUP.search(text) is None and text.strip() == text:
        return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"
    return f"<w:r>{properties}{''.join(_contents(text))}</w:r>"


@lru_cache(maxsize=64)
def run_properties(style: str, bold: bool = False, hint: bool = False) -> str:
    """Return the properties of a run, "" where it has none; ``hint`` asks for the Chinese font."""
    parts = f'<w:rStyle w:val="{style}"/>' if style else ""
    parts += '<w:rFonts w:hint="eastAsia"/>' if hint else ""
    parts += "<w:b/>" if bold else ""
    return f"<w:rPr>{parts}</w:rPr>" if parts else ""


def _contents(text: str) -> list[str]:
    signs = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    parts = filter(None, re.split("([\t\n])", text))
    return [signs.get(part) or _text(part) for part in parts]


def ruby(base: str, reading: str, font: str, size: float, style: str = "", bold: bool = False) -> str:
    """Return clean ``base`` of ``size`` points with ``reading`` above it in ``font`` (ECMA-376-1, 17.3.3.25).

    No line breaks within it, for Word makes an EQ field of it. The reading has half the size and is
    raised by the size less a point, as Word does it.
    """
    properties = run_properties(style, bold, _AMBIGUOUS.search(base) is not None)
    # In half points: the reading's size, and the type's.
    small, large = round(size), round(size * 2)
    measures = f'<w:hps w:val="{small}"/><w:hpsRaise w:val="{large - 2}"/><w:hpsBaseText w:val="{large}"/>'
    fonts = " ".join(f'w:{script}="{font}"' for script in ("ascii", "eastAsia", "hAnsi", "cs"))
    above = f'<w:rFonts {fonts}/><w:b w:val="0"/><w:sz w:val="{small}"/><w:szCs w:val="{small}"/>'
    return (
        f'<w:r>{properties}<w:ruby><w:rubyPr><w:rubyAlign w:val="center"/>{measures}<w:lid w:val="zh-CN"/>'
        f"</w:rubyPr><w:rt><w:r><w:rPr>{above}</w:rPr>{_text(reading)}</w:r></w:rt>"
        f"<w:rubyBase><w:r>{properties}{_text(base)}</w:r></w:rubyBase></w:ruby></w:r>"
    )


def _text(text: str) -> str:
    # Word drops white space at the ends unless the element preserves it (ECMA-376-1, 17.3.3.31).
    space = "" if text.strip() == text else ' xml:space="preserve"'
    return f"<w:t{space}>{escape(text)}</w:t>"
