"""Which fonts a layout asks for, which of them are installed here, and what may stand in for the others."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import chain
from typing import Any

from msgspec import Struct

from drafter.fields import plan_of
from drafter.layout.model import Layout

# One design under several names: of one family in two languages, or of two makers.
_SAME = (
    ("仿宋_GB2312", "FangSong_GB2312"),
    ("楷体_GB2312", "KaiTi_GB2312"),
    ("方正小标宋简体", "FZXiaoBiaoSong-B05S"),
    ("方正小标宋_GBK", "FZXiaoBiaoSong-B05"),
    ("仿宋", "FangSong"),
    ("楷体", "KaiTi"),
    ("黑体", "SimHei"),
    ("宋体", "SimSun"),
    ("华文仿宋", "STFangsong"),
    ("华文楷体", "STKaiti"),
    ("华文黑体", "STHeiti"),
    ("华文宋体", "STSong"),
    ("华文中宋", "STZhongsong"),
    ("思源宋体", "Source Han Serif SC", "Source Han Serif CN", "Noto Serif CJK SC", "Noto Serif SC"),
    ("思源黑体", "Source Han Sans SC", "Source Han Sans CN", "Noto Sans CJK SC", "Noto Sans SC"),
)
_HEADINGS = ("一级标题", "二级标题", "三级标题", "四级标题")
_WINDOWS, _OFFICE, _FREE = "windows", "office", "free"
_FANG = (("仿宋", _WINDOWS), ("华文仿宋", _OFFICE), ("FandolFang", _FREE))
_KAI = (("楷体", _WINDOWS), ("华文楷体", _OFFICE), ("FandolKai", _FREE))
_TITLE = (("方正小标宋_GBK", ""), ("华文中宋", _OFFICE), ("思源宋体", _FREE))
_SONG = (("宋体", _WINDOWS), ("华文宋体", _OFFICE), ("思源宋体", _FREE))
# The nearest first. Those with narrow quotation marks, which change where lines end, are left out.
_STAND_INS = {
    "仿宋_GB2312": _FANG,
    "仿宋": (("仿宋_GB2312", ""), *_FANG),
    "楷体_GB2312": _KAI,
    "楷体": (("楷体_GB2312", ""), *_KAI),
    "方正小标宋简体": _TITLE,
    "方正小标宋_GBK": (("方正小标宋简体", ""), *_TITLE),
    "黑体": (("华文黑体", _OFFICE), ("思源黑体", _FREE)),
    "宋体": _SONG,
    "Times New Roman": (("Liberation Serif", _FREE),),
}


class StandIn(Struct, frozen=True):
    """A font that may stand in for another, and whether it is installed here.

    ``source`` is who has it: ``windows``, ``office`` (and macOS), all the world (``free``), or "".
    """

    font: str
    source: str
    installed: bool | None


class FontNeed(Struct, frozen=True):
    """A font that a layout asks for, and what for.

    ``installed`` is None where the system does not tell; an installed font needs no ``stand_ins``.
    """

    font: str
    uses: tuple[str, ...]
    installed: bool | None
    stand_ins: tuple[StandIn, ...]


def fonts_of(layout: Layout) -> dict[str, tuple[str, ...]]:
    """Return the fonts that ``layout`` asks for, in its order, and what each is for."""
    found: dict[str, tuple[str, ...]] = {}
    for use, font in _uses(layout):
        found[font] = (*found.get(font, ()), use)
    return found


def font_needs(layout: Layout, installed: Set[str] | None) -> list[FontNeed]:
    """Return each font of ``layout`` with what is known of it; ``installed`` are families in lower case."""
    return [_need(font, uses, installed) for font, uses in fonts_of(layout).items()]


def is_installed(font: str, installed: Set[str]) -> bool:
    """Tell whether ``font`` is among ``installed``, under its Chinese name or its English one."""
    return any(name.casefold() in installed for name in _names_of(font))


def _names_of(font: str) -> tuple[str, ...]:
    return next((names for names in _SAME if font.casefold() in map(str.casefold, names)), (font,))


def _uses(layout: Layout) -> Iterator[tuple[str, str]]:
    for plan in plan_of(Layout).values():
        value: Any = getattr(layout, plan.name)
        if plan.name == "headings":
            yield from zip(_HEADINGS, (face.font for face in value), strict=False)
        # Without page numbers nothing is set in their font.
        elif hasattr(value, "font") and getattr(value, "position", "") != "none":
            yield plan.label, value.font
    latin = plan_of(Layout)["latin_font"]
    yield latin.label, layout.latin_font


def _need(font: str, uses: tuple[str, ...], installed: Set[str] | None) -> FontNeed:
    known = None if installed is None else is_installed(font, installed)
    return FontNeed(font, uses, known, () if known else tuple(_stand_ins(font, installed)))


def _stand_ins(font: str, installed: Set[str] | None) -> Iterator[StandIn]:
    names = _names_of(font)
    for name, source in chain.from_iterable(_STAND_INS.get(name, ()) for name in names):
        if name not in names:
            yield StandIn(name, source, None if installed is None else is_installed(name, installed))
