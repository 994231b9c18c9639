"""Bookmarks, by which paragraphs, prose of the parameters and sections are found again.

LibreOffice and the old .doc format keep them, while they may drop content controls. Names that begin
with ``_`` are hidden from Word's list of bookmarks; the sections are listed.
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
# Word allows no longer names of bookmarks.
_MOST = 40
# Word keeps in it where somebody wrote last.
_LAST_PLACE = "_GoBack"
_NO_WORD = re.compile(r"\W+")


def paragraph_bookmark(number: int) -> str:
    """Return the name of the bookmark around paragraph ``number``."""
    return f"{PARAGRAPH}{number}"


@lru_cache(maxsize=2048)
def prose_bookmark(path: str, occurrence: int = 1) -> str:
    """Return the name of the bookmark around the nth ``occurrence`` of the prose at ``path``."""
    name = PROSE + _NO_WORD.sub("_", path).strip("_")
    end = f"_{occurrence}_" if occurrence > 1 else ""
    return name + end if len(name) + len(end) <= _MOST else f"{PROSE}_{crc32(path.encode()):08x}{end}"


def section_bookmark(section: str, occurrence: int = 1) -> str:
    """Return the name of the bookmark around a section: ``opening``, ``closing``, or the role of a part."""
    end = f"_{occurrence}" if occurrence > 1 else ""
    return f"{SECTION}{_NO_WORD.sub('_', section)[: _MOST - len(SECTION) - len(end)]}{end}"


def number_in(name: str) -> int | None:
    """Return the number of the paragraph that the bookmark ``name`` is around; None for other bookmarks."""
    return integer(name.removeprefix(PARAGRAPH)) if name.startswith(PARAGRAPH) else None


def is_own_bookmark(name: str) -> bool:
    """Return whether drafter or a program, and no person, made a bookmark."""
    return name.startswith((PARAGRAPH, PROSE, SECTION)) or name == _LAST_PLACE


class Bookmarks:
    """Writes the bookmarks of a body, one open at a time of each kind.

    ``identifiers`` numbers them; names of prose that are ``taken`` are not used again.
    """

    def __init__(self, identifiers: Identifiers, taken: Iterable[str] = ()) -> None:
        self._identifiers = identifiers
        self._taken = set(taken)
        self._sections: Counter[str] = Counter()
        self._proses: Counter[str] = Counter()
        self._open = {PARAGRAPH: 0, PROSE: 0, SECTION: 0}

    def open_paragraph(self, number: int) -> str:
        """Return the start of the bookmark around paragraph ``number``."""
        return self._start(PARAGRAPH, paragraph_bookmark(number))

    def open_section(self, section: str) -> str:
        """Return the start of the bookmark around a section."""
        self._sections[section] += 1
        return self._start(SECTION, section_bookmark(section, self._sections[section]))

    def open_prose(self, path: str) -> str:
        """Return the start of the bookmark around the prose at ``path``, "" where one is open already."""
        if self._open[PROSE]:
            return ""
        self._proses[path] += 1
        while (name := prose_bookmark(path, self._proses[path])) in self._taken:
            self._proses[path] += 1
        return self._start(PROSE, name)

    def around_prose(self, path: str) -> tuple[str, str]:
        """Return the start and the end of the bookmark around the prose at ``path``."""
        return self.open_prose(path), self.close_prose()

    def close_paragraph(self) -> str:
        """Return the end of the bookmark around the paragraph."""
        return self._end(PARAGRAPH)

    def close_section(self) -> str:
        """Return the end of the bookmark around the section, "" where none is open."""
        return self._end(SECTION)

    def close_prose(self) -> str:
        """Return the end of the bookmark around the prose, "" where none is open."""
        return self._end(PROSE)

    def _start(self, kind: str, name: str) -> str:
        self._open[kind] = identifier = self._identifiers.for_bookmark()
        return f'<w:bookmarkStart w:name="{name}" w:id="{identifier}"/>'

    def _end(self, kind: str) -> str:
        identifier, self._open[kind] = self._open[kind], 0
        return f'<w:bookmarkEnd w:id="{identifier}"/>' if identifier else ""


# Ids of controls may have 31 bits (ECMA-376-1, 17.5.2.18); fewer digits make a smaller file.
_MOST_CONTROL = 99_999
# A file may hold anything: int() also accepts other digits, and takes long for thousands of them.
_INTEGER = re.compile("-?[0-9]{1,12}")


def integer(text: object) -> int | None:
    """Return the value of an attribute as a number, None where Office would not write such a number."""
    return int(str(text)) if _INTEGER.fullmatch(str(text)) else None


class Identifiers:
    """Gives free ids to controls and bookmarks; the ids ``controls`` and ``bookmarks`` are in use.

    The id of a control depends on its path and on how often that occurred before. The same speech makes
    the same file, and one more value does not renumber the others.
    """

    def __init__(self, controls: Iterable[int] = (), bookmarks: Iterable[int] = ()) -> None:
        self._controls = set(controls)
        self._bookmark = max(bookmarks, default=0)
        self._occurrences: dict[str, int] = {}

    def for_control(self, path: str) -> int:
        """Return an id for the next control of ``path``."""
        occurrence = self._occurrences[path] = self._occurrences.get(path, 0) + 1
        number = crc32(path.encode()) % _MOST_CONTROL + occurrence
        while number in self._controls:
            number += 1
        self._controls.add(number)
        return number

    def for_bookmark(self) -> int:
        """Return an id for the next bookmark."""
        self._bookmark += 1
        return self._bookmark
