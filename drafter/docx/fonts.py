"""The fonts that a layout asks for, which of them are installed, and what may replace the others."""

from __future__ import annotations

from collections.abc import Iterator, Set
from contextlib import suppress
from itertools import chain
from typing import Any

from msgspec import Struct

from drafter.errors import MissingExtraError
from drafter.i18n import _
from drafter.models.fields import fields_of
from drafter.models.layout import Layout

# Names of the same typeface: in two languages, or of two makers.
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
# The most similar first. Fonts with narrow quotation marks are left out: they change where lines end.
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
    """A font that may replace another, and whether it is installed.

    ``source`` is what it comes with: ``windows``, ``office`` (and macOS), ``free`` where it costs nothing,
    else "".
    """

    font: str
    source: str
    installed: bool | None


class FontNeed(Struct, frozen=True):
    """A font that a layout asks for, with its uses.

    ``installed`` is None where the system does not list its fonts. An installed font has no ``stand_ins``.
    """

    font: str
    uses: tuple[str, ...]
    installed: bool | None
    stand_ins: tuple[StandIn, ...]


def are_alike(first: str, second: str) -> bool:
    """Return whether two fonts are of one typeface: by another name, or as Windows and Office have it."""
    return bool(_faces(first) & _faces(second))


def _faces(font: str) -> set[str]:
    """Return the names of a font and of its nearest kin, without regard to case."""
    names = {font, *(name for group in _SAME if font in group for name in group)}
    kin = {one for name in names for one, source in _STAND_INS.get(name, ()) if source in ("", _WINDOWS)}
    return {name.casefold() for name in names | kin}


def fonts_of(layout: Layout) -> dict[str, tuple[str, ...]]:
    """Return the fonts that ``layout`` asks for, in its order, with their uses."""
    found: dict[str, tuple[str, ...]] = {}
    for use, font in _uses(layout):
        found[font] = (*found.get(font, ()), use)
    return found


def font_needs(layout: Layout, installed: Set[str] | None) -> list[FontNeed]:
    """Return the fonts of ``layout``; ``installed`` are families in lower case, None where unknown."""
    return [_need(font, uses, installed) for font, uses in fonts_of(layout).items()]


def is_installed(font: str, installed: Set[str]) -> bool:
    """Return whether ``font`` is among ``installed``, under any of its names."""
    return any(name.casefold() in installed for name in _names_of(font))


def _names_of(font: str) -> tuple[str, ...]:
    return next((names for names in _SAME if font.casefold() in map(str.casefold, names)), (font,))


def _uses(layout: Layout) -> Iterator[tuple[str, str]]:
    for spec in fields_of(Layout).values():
        value: Any = getattr(layout, spec.name)
        if spec.name == "headings":
            yield from zip(_HEADINGS, (face.font for face in value), strict=False)
        # Without page numbers their font is not used.
        elif hasattr(value, "font") and getattr(value, "position", "") != "none":
            yield spec.label, value.font
    latin = fields_of(Layout)["latin_font"]
    yield latin.label, layout.latin_font


def _need(font: str, uses: tuple[str, ...], installed: Set[str] | None) -> FontNeed:
    known = None if installed is None else is_installed(font, installed)
    return FontNeed(font, uses, known, () if known else tuple(_stand_ins(font, installed)))


def _stand_ins(font: str, installed: Set[str] | None) -> Iterator[StandIn]:
    names = _names_of(font)
    for name, source in chain.from_iterable(_STAND_INS.get(name, ()) for name in names):
        if name not in names:
            yield StandIn(name, source, None if installed is None else is_installed(name, installed))


# Name ids 1 and 16 (OpenType, name table): the family as word processors list it, and as the maker does.
_FAMILIES = (1, 16)
# By platform and encoding (OpenType, name table; FreeType's FT_ENCODING); others are UTF-16.
_ENCODINGS = {
    (1, 0): "mac-roman",
    (1, 1): "shift-jis",
    (1, 2): "big5",
    (1, 25): "gb2312",
    (3, 3): "gb18030",
    (3, 4): "big5",
}


def installed_families() -> frozenset[str] | None:
    """Return the names of all installed families in lower case; None where the system does not list them.

    Raises MissingExtraError without the extra ``fonts``.
    """
    try:
        import freetype  # type: ignore[import-untyped]  # noqa: F401
        from find_system_fonts_filename import (  # type: ignore[import-untyped]
            FindSystemFontsFilenameException,
            get_system_fonts_filename,
        )
    except ImportError:
        message = _("the packages that find the fonts of this computer are not installed")
        raise MissingExtraError("fonts", message) from None
    try:
        files = get_system_fonts_filename()
    # A library of the system may be missing or have another version.
    except (FindSystemFontsFilenameException, OSError, AttributeError):
        return None
    return frozenset(name.casefold() for file in files for name in families_of(file))


def families_of(file: str) -> set[str]:
    """Return the names of the families in a font file; none where it cannot be read."""
    import freetype

    names: set[str] = set()
    with suppress(freetype.FT_Exception, OSError):
        count = freetype.Face(file).num_faces
        for index in range(count):
            names.update(_families(freetype.Face(file, index=index)))
    return names


def _families(face: Any) -> Iterator[str]:
    for number in range(face.sfnt_name_count):
        entry = face.get_sfnt_name(number)
        if entry.name_id in _FAMILIES:
            encoding = _ENCODINGS.get((entry.platform_id, entry.encoding_id), "utf-16-be")
            # Old Chinese fonts pad single bytes with a zero.
            name = entry.string.decode(encoding, "replace").replace("\0", "").strip()
            if name:
                yield name
