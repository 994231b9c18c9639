"""Remarks in a file that switch rules off: ``# drafter: ignore CODE``, ``<!-- drafter: ignore CODE -->``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafter.facts import patterns as re

# The remark as it stands in a YAML or a text; without codes, all rules are meant.
REMARK = re.compile(
    r"(?:^|(?<=[^ \t]))[ \t]*+(?:#|<!--)[ \t]*+drafter[:：][ \t]*ignore\b[:： \t]*"
    r"(?P<codes>[^<>]*?)[ \t]*(?:-->|$)"
)
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:[:：][^\s,，、]+)?")
ALL = "all"


class Ignored:
    """The codes that remarks in the ``lines`` of a file switch off, by line.

    A remark holds for its own line; alone on a line for the next one with words; before all words of
    the file for the whole of it.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._everywhere: set[str] = set()
        self._by_line: dict[int, set[str]] = {}
        pending: set[str] = set()
        has_words = False
        for number, line in enumerate(lines, 1):
            codes = remarked(line)
            is_alone = not without_remarks([line])[0].strip()
            if is_alone and codes and not has_words:
                self._everywhere |= codes
            elif is_alone:
                pending |= codes
            else:
                self._by_line[number] = codes | pending
                has_words, pending = True, set()

    def covers(self, code: str, line: int, words: str = "") -> bool:
        """Return whether a remark switches ``code`` off in ``line``, counted from 1; 0 stands for no line.

        A remark may name the ``words`` that it is about: ``wrong-word:布署``.
        """
        off = self._everywhere | self._by_line.get(line, set())
        return ALL in off or any(
            code == each or code.startswith(f"{each}-") or f"{code}:{words}" == each.replace("：", ":")
            for each in off
        )


def remarked(line: str) -> set[str]:
    """Return the codes that the remarks in ``line`` switch off."""
    found: set[str] = set()
    for remark in REMARK.finditer(line) if "drafter" in line else ():
        found |= set(_CODE.findall(remark["codes"])) or {ALL}
    return found


def without_remarks(lines: Iterable[str]) -> list[str]:
    """Return ``lines`` without their remarks; every other character keeps its place."""
    return [
        REMARK.sub(lambda found: " " * len(found[0]), line) if "drafter" in line else line for line in lines
    ]
