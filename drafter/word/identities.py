"""The numbers by which a document knows its bookmarks and controls; none is given twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from zlib import crc32

# Of 31 bits (ECMA-376-1, 17.5.2.18); fewer digits make a smaller file.
_SPREAD = 99_999
# As a stranger's file may have it: int() also takes other digits, and chokes on thousands of them.
_INTEGER = re.compile("-?[0-9]{1,12}")


def integer(text: object) -> int | None:
    """Return the number that an attribute's ``text`` is, None where it is none that Office would write."""
    return int(str(text)) if _INTEGER.fullmatch(str(text)) else None


class Identities:
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
