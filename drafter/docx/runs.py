"""The running text of a document, written as XML text: paragraphs and runs.

The same runs take several times as long to make with lxml. Text from outside passes ``clean``
(see drafter.docx.ooxml) before it comes here; here it is escaped.
"""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.docx.ooxml import escape

# Special characters of XML, and those that are elements of their own in a run.
_SPECIAL = re.compile("[&<>\t\n]")
# Characters that Word sets in the Latin font without a hint (ECMA-376-1, 17.3.2.26): “”‘’—…·℃×.
_AMBIGUOUS = re.compile(
    "[\xa1\xa4\xa7\xa8\xaa\xad\xaf-\xb4\xb6-\xba\xbc-\xbf\xd7\xf7\u02b0-\u04ff\u2000-\u2bff\ue000-\uf8ff]"
)


def paragraph(style: str, content: str, after: int = 0) -> str:
    """Return a paragraph of ``style`` with the runs ``content``, and ``after`` twips of space below it."""
    spacing = f'<w:spacing w:after="{after}"/>' if after else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{spacing}</w:pPr>{content}</w:p>'


def run(text: str, style: str = "", bold: bool = False) -> str:
    """Return clean ``text`` as one run of the character ``style``; tabs and line ends become elements."""
    properties = run_properties(style, bold, _AMBIGUOUS.search(text) is not None)
    if _SPECIAL.search(text) is None and text.strip() == text:
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
