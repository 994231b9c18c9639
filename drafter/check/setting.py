"""How a document is set, and the layout that it should have."""

from __future__ import annotations

from msgspec import Struct

from drafter.docx import style_ids
from drafter.docx.fonts import are_alike
from drafter.docx.read.document import Document
from drafter.docx.read.typography import TextLook, Typography, read_typography, style_look
from drafter.errors import DrafterError
from drafter.models.layout import Layout


class Setting(Struct, frozen=True):
    """How a document is set, beside its layout.

    ``is_own`` says that drafter set it in this layout; any other is held against GB/T 9704-2012, which does
    not bind a speech.
    """

    typography: Typography
    layout: Layout
    is_own: bool = False


def setting_of(document: Document) -> Setting:
    """Return how a document is set."""
    typography = read_typography(document)
    layout = _own_layout(document)
    # In an office's own file the styles are the office's.
    is_own = layout is not None and agrees(
        style_look(document, style_ids.BODY), layout.body.font, layout.body.size
    )
    return Setting(typography, layout if layout and is_own else Layout(), is_own)


def agrees(look: TextLook, font: str, size: float) -> bool:
    """Return whether text is in this typeface and size; a font that nobody named agrees with each."""
    return (not look.font or are_alike(look.font, font)) and abs(look.size - size) < 0.1


def _own_layout(document: Document) -> Layout | None:
    """Return the layout that a document of drafter's was made with, None where that is not known."""
    name = document.stored.get("drafter.layout", "")
    if not name:
        return None
    from drafter.library import builtin_library

    try:
        return builtin_library().layout(name)
    except DrafterError:
        return None
