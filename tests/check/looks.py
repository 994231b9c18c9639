"""A document as it is set, without a file: as its layout has it, but for what an item of the corpus says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from drafter.check.manuscript import Line
from drafter.check.setting import Setting
from drafter.docx.read.typography import PageLook, ParagraphLook, Stretch, TextLook, Typography
from drafter.models.layout import Layout
from drafter.speech.blocks import BlockKind

LAYOUT = Layout()


def setting_of(item: dict[str, Any], lines: Sequence[Line]) -> Setting:
    """Return how the document of an item of the corpus is set."""
    names = ("width", "height", "top", "bottom", "left", "right")
    page = PageLook(**{name: getattr(LAYOUT.page, name) for name in names} | item.get("page", {}))
    numbered = {line.anchors[0].number: (place, line) for place, line in enumerate(lines)}
    looks = {number: _look(line, item["looks"].get(place, {})) for number, (place, line) in numbered.items()}
    return Setting(Typography(page, looks), LAYOUT, not item.get("foreign", False))


def _look(line: Line, other: dict[str, Any]) -> ParagraphLook:
    face = {BlockKind.TITLE: LAYOUT.title, BlockKind.HEADING: LAYOUT.headings[line.level - 1]}.get(
        line.kind, LAYOUT.body
    )
    given = {
        "font": face.font,
        "size": face.size,
        "pitch": LAYOUT.grid.pitch,
        "indent": 2,
        "align": "",
        **other,
    }
    stretch = Stretch(0, len(line.text), TextLook(given["font"], given["size"]))
    return ParagraphLook((stretch,), given["pitch"], given["indent"], given["align"])
