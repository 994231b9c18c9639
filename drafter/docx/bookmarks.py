"""Bookmarks: what a paragraph, a prose of the parameters and a section are found by again.

LibreOffice and the old .doc format keep them, where controls may be lost. Names that begin with ``_``
are hidden from Word's list of bookmarks; the sections stand in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

PARAGRAPH = "_drafter_"
PROSE = "_d_"
SECTION = "drafter_"
# What Word takes for the name of a bookmark.
_MOST = 40
_NO_WORD = re.compile(r"\W+")


def paragraph_bookmark(number: int) -> str:
    """Return the name of the bookmark around paragraph ``number``."""
    return f"{PARAGRAPH}{number}"


@lru_cache(maxsize=2048)
def prose_bookmark(path: str, occurrence: int = 1) -> str:
    """Return the name of the bookmark around the prose at ``path``, where it stands for the nth time."""
    name = PROSE + _NO_WORD.sub("_", path).strip("_")
    end = f"_{occurrence}_" if occurrence > 1 else ""
    return name + end if len(name) + len(end) <= _MOST else f"{PROSE}_{crc32(path.encode()):08x}{end}"


def section_bookmark(section: str, occurrence: int = 1) -> str:
    """Return the name of the bookmark around a section: opening, closing, or the role of a part."""
    end = f"_{occurrence}" if occurrence > 1 else ""
    return f"{SECTION}{_NO_WORD.sub('_', section)[: _MOST - len(SECTION) - len(end)]}{end}"


def number_in(name: str) -> int | None:
    """Return the number of the paragraph that the bookmark ``name`` stands around; None for another."""
    return integer(name.removeprefix(PARAGRAPH)) if name.startswith(PARAGRAPH) else None


class Bookmarks:
    """The bookmarks of a body as it is set, each opened and closed in its turn."""

    def __init__(self, identities: Identifiers, taken: Iterable[str] = ()) -> None:
        """Begin; names that are ``taken`` are not given again."""
        self._identities = identities
        self._taken = set(taken)
        self._sections: Counter[str] = Counter()
        self._proses: Counter[str] = Counter()
        self._open = {PARAGRAPH: 0, PROSE: 0, SECTION: 0}

    def open_paragraph(self, number: int) -> str:
        """Return where paragraph ``number`` begins."""
        return self._start(PARAGRAPH, paragraph_bookmark(number))

    def open_section(self, section: str) -> str:
        """Return where a section begins."""
        self._sections[section] += 1
        return self._start(SECTION, section_bookmark(section, self._sections[section]))

    def open_prose(self, path: str) -> str:
        """Return where the prose at ``path`` begins, nothing where it goes on from the paragraph before."""
        if self._open[PROSE]:
            return ""
        self._proses[path] += 1
        while (name := prose_bookmark(path, self._proses[path])) in self._taken:
            self._proses[path] += 1
        return self._start(PROSE, name)

    def around_prose(self, path: str) -> tuple[str, str]:
        """Return where the prose at ``path`` begins and where it ends."""
        return self.open_prose(path), self.close_prose()

    def close_paragraph(self) -> str:
        """Return where the paragraph ends."""
        return self._end(PARAGRAPH)

    def close_section(self) -> str:
        """Return where the section ends, nothing where none is open."""
        return self._end(SECTION)

    def close_prose(self) -> str:
        """Return where the prose ends."""
        return self._end(PROSE)

    def _start(self, kind: str, name: str) -> str:
        self._open[kind] = identity = self._identities.of_bookmark()
        return f'<w:bookmarkStart w:name="{name}" w:id="{identity}"/>'

    def _end(self, kind: str) -> str:
        identity, self._open[kind] = self._open[kind], 0
        return f'<w:bookmarkEnd w:id="{identity}"/>' if identity else ""


# Of 31 bits (ECMA-376-1, 17.5.2.18); fewer digits make a smaller file.
_SPREAD = 99_999
# As a stranger's file may have it: int() also takes other digits, and chokes on thousands of them.
_INTEGER = re.compile("-?[0-9]{1,12}")


def integer(text: object) -> int | None:
    """Return the number that an attribute's ``text`` is, None where it is none that Office would write."""
    return int(str(text)) if _INTEGER.fullmatch(str(text)) else None


class Identifiers:
    """Gives out numbers, none of which is ``taken``.

    A control's only depends on its path and on how often that came before: the same speech makes the
    same file, and one more value does not renumber the others.
    """

    def __init__(self, controls: Iterable[int] = (), bookmarks: Iterable[int] = ()) -> None:
        self._controls = set(controls)
        self._bookmark = max(bookmarks, default=0)
        self._occurrences: dict[str, int] = {}

    def of_control(self, path: str) -> int:
        """Return the number of the next control of ``path``."""
        occurrence = self._occurrences[path] = self._occurrences.get(path, 0) + 1
        number = crc32(path.encode()) % _SPREAD + occurrence
        while number in self._controls:
            number += 1
        self._controls.add(number)
        return number

    def of_bookmark(self) -> int:
        """Return the number of the next bookmark."""
        self._bookmark += 1
        return self._bookmark
