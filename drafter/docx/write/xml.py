"""The running text in WordprocessingML, as text.

The same runs take several times as long to make with lxml. Everything that comes from
outside passes ``clean`` and then ``escape``.
"""

from __future__ import annotations

import re
from functools import lru_cache

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
COMMENTS = (f'{DECLARATION}<w:comments xmlns:w="{NAMESPACE}">', "</w:comments>")

# U+2060, which keeps two characters on one line. It stands for no word: readers of the file drop it.
JOINER = "\u2060"
# What XML 1.0 cannot carry (2.2), and line ends that its readers would change (2.11).
_UNCLEAN = re.compile(f"[\x00-\x08\x0b-\x1f{JOINER}\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile("[&<>\t\n]")
_REPLACED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# Where Word would take the Latin font unless told otherwise (ECMA-376-1, 17.3.2.26): “”‘’—…·℃×.
_AMBIGUOUS = re.compile(
    "[\xa1\xa4\xa7\xa8\xaa\xad\xaf-\xb4\xb6-\xba\xbc-\xbf\xd7\xf7\u02b0-\u04ff\u2000-\u2bff\ue000-\uf8ff]"
)


def clean(text: str) -> str:
    """Return ``text`` as a document can carry it: without control characters, lines ended by ``\\n``."""
    if _UNCLEAN.search(text) is None:
        return text
    return _UNCLEAN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def paragraph(style: str, content: str, after: int = 0) -> str:
    """Return a paragraph of runs; ``after`` is the space below it, in twips."""
    spacing = f'<w:spacing w:after="{after}"/>' if after else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{spacing}</w:pPr>{content}</w:p>'


def run(text: str, style: str = "", bold: bool = False) -> str:
    """Return clean ``text`` as one run; a tab and a line end become their own elements."""
    properties = _properties(style, bold, _AMBIGUOUS.search(text) is not None)
    if _SPECIAL.search(text) is None and text.strip() == text:
        return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"
    return f"<w:r>{properties}{''.join(_pieces(text))}</w:r>"


@lru_cache(maxsize=64)
def _properties(style: str, bold: bool, hint: bool) -> str:
    parts = f'<w:rStyle w:val="{style}"/>' if style else ""
    parts += '<w:rFonts w:hint="eastAsia"/>' if hint else ""
    parts += "<w:b/>" if bold else ""
    return f"<w:rPr>{parts}</w:rPr>" if parts else ""


def _pieces(text: str) -> list[str]:
    marks = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    pieces = filter(None, re.split("([\t\n])", text))
    return [marks.get(piece) or _words(piece) for piece in pieces]


def escape(text: str) -> str:
    """Return clean ``text`` as XML character data."""
    return _SPECIAL.sub(lambda match: _REPLACED.get(match[0], match[0]), text)


def attribute(text: str) -> str:
    """Return ``text`` as the value of an XML attribute."""
    return escape(clean(text)).replace('"', "&quot;").replace("\n", " ").replace("\t", " ")


def ruby(base: str, reading: str, font: str, size: float, style: str = "", bold: bool = False) -> str:
    """Return clean ``base`` of ``size`` points with ``reading`` above it in ``font`` (ECMA-376-1, 17.3.3.25).

    It is one unbreakable piece of a line: Word makes an EQ field of it. The reading has half the
    size; its foot is as high above the line as the type is large less a point, as Word has it.
    """
    properties = _properties(style, bold, _AMBIGUOUS.search(base) is not None)
    # In half points: the reading's size, and the type's.
    small, large = round(size), round(size * 2)
    measures = f'<w:hps w:val="{small}"/><w:hpsRaise w:val="{large - 2}"/><w:hpsBaseText w:val="{large}"/>'
    fonts = " ".join(f'w:{script}="{font}"' for script in ("ascii", "eastAsia", "hAnsi", "cs"))
    above = f'<w:rFonts {fonts}/><w:b w:val="0"/><w:sz w:val="{small}"/><w:szCs w:val="{small}"/>'
    return (
        f'<w:r>{properties}<w:ruby><w:rubyPr><w:rubyAlign w:val="center"/>{measures}<w:lid w:val="zh-CN"/>'
        f"</w:rubyPr><w:rt><w:r><w:rPr>{above}</w:rPr>{_words(reading)}</w:r></w:rt>"
        f"<w:rubyBase><w:r>{properties}{_words(base)}</w:r></w:rubyBase></w:ruby></w:r>"
    )


def _words(text: str) -> str:
    # Word drops blanks at the ends unless it is told to keep them (ECMA-376-1, 17.3.3.31).
    space = "" if text.strip() == text else ' xml:space="preserve"'
    return f"<w:t{space}>{escape(text)}</w:t>"


def commented(content: str, number: int) -> str:
    """Return ``content``, which may be empty, under the comment of that number."""
    start, end = f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>'
    reference = f'<w:commentReference w:id="{number}"/>'
    return f"{start}{content}{end}<w:r>{_properties('CommentReference', False, False)}{reference}</w:r>"


def comment(number: int, text: str) -> str:
    """Return a comment of ``comments.xml``. It has no date: the same speech makes the same file."""
    mark = f"<w:r>{_properties('CommentReference', False, False)}<w:annotationRef/></w:r>"
    opening = f'<w:comment w:id="{number}" w:author="drafter" w:initials="D">'
    return f"{opening}{paragraph('CommentText', mark + run(text))}</w:comment>"
