"""The fonts of this computer by the names of their families, in whatever language a file gives them.

Where fonts lie is asked of the system, by find_system_fonts_filename; what they are called is read
with FreeType. Both are imported here only, and when they are needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

# Name ids 1 and 16 (OpenType, name table): the family as editors list it, and as its maker has it.
_FAMILIES = (1, 16)
# By platform and encoding (OpenType, name table; FreeType's FT_ENCODING); what is missing is UTF-16.
_ENCODINGS = {
    (1, 0): "mac-roman",
    (1, 1): "shift-jis",
    (1, 2): "big5",
    (1, 25): "gb2312",
    (3, 3): "gb18030",
    (3, 4): "big5",
}


def installed_families() -> frozenset[str] | None:
    """Return the names of all installed families in lower case; None where the system does not tell."""
    from find_system_fonts_filename import (  # type: ignore[import-untyped]
        FindSystemFontsFilenameException,
        get_system_fonts_filename,
    )

    try:
        files = get_system_fonts_filename()
    # The system's own library may be missing, or be another than was expected.
    except (FindSystemFontsFilenameException, OSError, AttributeError):
        return None
    return frozenset(name.casefold() for file in files for name in families_of(file))


def families_of(file: str) -> set[str]:
    """Return the names of the families that a font file holds; none where it cannot be read."""
    import freetype  # type: ignore[import-untyped]

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
            # Old Chinese fonts fill single bytes up with a zero.
            name = entry.string.decode(encoding, "replace").replace("\0", "").strip()
            if name:
                yield name
