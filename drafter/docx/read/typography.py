"""How a document is set: its page, and font, size, line pitch and indent of each paragraph.

What is in force counts, whether a style or the paragraph itself says so. Clauses are of ECMA-376-1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct

from drafter.docx.elements import TWIPS_A_MM
from drafter.docx.formatting import Formatting
from drafter.docx.ooxml import qn
from drafter.docx.read.document import Document
from drafter.docx.read.paragraph import Paragraph

_RUN_PROPERTIES, _PARAGRAPH_PROPERTIES, _STYLE, _VALUE = map(qn, ("w:rPr", "w:pPr", "w:rStyle", "w:val"))
_SECTION, _SIZE, _MARGINS = map(qn, ("w:sectPr", "w:pgSz", "w:pgMar"))
_FONT, _THEME = "rFonts.eastAsia", "rFonts.eastAsiaTheme"
# What Word sets where nothing is said (17.3.2.38).
_DEFAULT_SIZE = 10.0


class PageLook(Struct, frozen=True):
    """The page of the last section, in millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float


class TextLook(Struct, frozen=True):
    """The Chinese font and the size in points; ``font`` is "" where a theme or the program chooses it."""

    font: str
    size: float


class Stretch(Struct, frozen=True):
    """The characters from ``start`` to ``end`` of a paragraph, which look alike."""

    start: int
    end: int
    look: TextLook


class ParagraphLook(Struct, frozen=True):
    """The look of a paragraph.

    ``pitch`` is the exact line pitch in points, None where it is not exact. ``indent`` is that of the first
    line, in characters.
    """

    stretches: tuple[Stretch, ...]
    pitch: float | None
    indent: float
    align: str

    def main(self, start: int = 0) -> TextLook | None:
        """Return the look of most characters from ``start`` on, None where there are none."""
        weights: Counter[TextLook] = Counter()
        for one in self.stretches:
            if one.end > start:
                weights[one.look] += one.end - max(one.start, start)
        return weights.most_common(1)[0][0] if weights else None


class Typography(Struct, frozen=True):
    """The page of a document, None where it names none, and its paragraphs by their numbers from 1."""

    page: PageLook | None
    paragraphs: Mapping[int, ParagraphLook]


def read_typography(document: Document) -> Typography:
    """Return how a document is set."""
    reader = _Reader(Formatting(document.stylesheet()))
    numbered = enumerate(document.paragraphs, 1)
    paragraphs = {number: reader.paragraph(one) for number, one in numbered if one.text.strip()}
    return Typography(_page(document), paragraphs)


def style_look(document: Document, style: str) -> TextLook:
    """Return the font and size that our style called ``style`` has in a document, whatever its id there."""
    styles = document.stylesheet()
    found = next((theirs for theirs, ours in styles.own_names().items() if ours == style), style)
    return _Reader(Formatting(styles)).style(found)


def _page(document: Document) -> PageLook | None:
    sections = list(document.body.iter(_SECTION))
    size = sections[-1].find(_SIZE) if sections else None
    margins = sections[-1].find(_MARGINS) if sections else None
    if size is None or margins is None:
        return None
    width, height = (_millimetres(size, name) for name in ("w", "h"))
    top, bottom, left, right = (_millimetres(margins, name) for name in ("top", "bottom", "left", "right"))
    return PageLook(width, height, top, bottom, left, right)


def _millimetres(element: etree._Element, name: str) -> float:
    return round(abs(_number(element.get(qn(f"w:{name}"), ""))) / TWIPS_A_MM, 1)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


class _Reader:
    """Reads paragraphs of one document, each style once."""

    def __init__(self, formatting: Formatting) -> None:
        self._formatting = formatting

    def paragraph(self, paragraph: Paragraph) -> ParagraphLook:
        """Return the look of a paragraph."""
        properties = paragraph.element.find(_PARAGRAPH_PROPERTIES)
        style = self._formatting.style_of(properties)
        known = self._formatting.of_style(style, "pPr") | self._formatting.settings(properties)
        stretches = tuple(self._stretches(paragraph, style))
        size = stretches[0].look.size if stretches else _DEFAULT_SIZE
        pitch, _space, rule = known.get("spacing.line", "").partition(" ")
        return ParagraphLook(
            stretches,
            _number(pitch) / 20 if rule == "exact" else None,
            _characters(known.get("ind.firstLine", ""), size),
            known.get("jc", ""),
        )

    def _stretches(self, paragraph: Paragraph, style: str) -> Iterator[Stretch]:
        start, look = 0, None
        for part in paragraph.texts:
            run = part.element.getparent()
            other = self._look(None if run is None else run.find(_RUN_PROPERTIES), style)
            if other != look:
                if look is not None and part.start > start:
                    yield Stretch(start, part.start, look)
                start, look = part.start, other
        if look is not None:
            yield Stretch(start, len(paragraph.text), look)

    def style(self, style: str) -> TextLook:
        """Return the look of text in a paragraph style, to which no run adds anything."""
        return self._look(None, style)

    def _look(self, properties: etree._Element | None, style: str) -> TextLook:
        found = dict(self._formatting.of_style(style, "rPr"))
        if properties is not None:
            named = properties.find(_STYLE)
            if named is not None:
                _set(found, self._formatting.declared_by(str(named.get(_VALUE))))
            _set(found, self._formatting.settings(properties))
        font = "" if found.get(_THEME) else found.get(_FONT, "")
        return TextLook(font, _number(found.get("sz", "")) / 2 or _DEFAULT_SIZE)


def _set(found: dict[str, str], own: Mapping[str, str]) -> None:
    """Put the settings of a higher level over those found; a font that it names replaces a theme's."""
    if own.get(_FONT):
        found.pop(_THEME, None)
    found.update(own)


def _characters(indent: str, size: float) -> float:
    """Return an indent in characters: 200% are two, and twips are counted in the type size."""
    if indent.endswith("%"):
        return _number(indent.removesuffix("%")) / 100
    return round(_number(indent) / 20 / size, 2) if size else 0.0
