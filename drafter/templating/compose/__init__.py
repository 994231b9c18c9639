"""Facts become sentences: what goes where, in which order, in which words, and how long."""

from drafter.templating.compose.composition import Composition, Paragraph, Piece, Point, Section, Sentence
from drafter.templating.compose.engine import compose, compose_material
from drafter.templating.compose.given import material_of_sheet
from drafter.templating.compose.material import Material
from drafter.templating.compose.render import explained, to_markup, to_text

__all__ = [
    "Composition",
    "Material",
    "Paragraph",
    "Piece",
    "Point",
    "Section",
    "Sentence",
    "compose",
    "compose_material",
    "explained",
    "material_of_sheet",
    "to_markup",
    "to_text",
]
