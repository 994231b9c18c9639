"""Two folders of results beside each other: the first line in which a file differs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

from lxml import etree

from .cases import INPUTS
from .running import PRINTED

PROPERTIES = "docProps/custom.xml"
# Who wrote a document, and the digest of what it says besides: both may change where no word does.
UNCOMPARED = ("drafter.version", "drafter.fingerprint")

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Difference(NamedTuple):
    """A file, the place in it and both lines there; None where a file or a line is missing."""

    name: str
    place: str
    old: str | None
    new: str | None

    def __str__(self) -> str:
        """Return the difference as it is printed."""
        old, new = ("(nothing)" if line is None else line for line in (self.old, self.new))
        gap = "" if self.place.startswith(":") else " "
        return f"{self.name}{gap}{self.place}\n  - {old}\n  + {new}"


def files_in(folder: Path) -> dict[str, Path]:
    """Return the results in ``folder``, by name; what the commands read is none."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    found = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: found[name] for name in sorted(found) if "/" in name and not name.startswith(f"{INPUTS}/")}


def category_of(name: str) -> str:
    """Return the category of a result: that of a command, printed or written."""
    return name.removeprefix(f"{PRINTED}/").partition("/")[0]


def differences(old: dict[str, Path], new: dict[str, Path]) -> Iterator[Difference]:
    """Yield the first difference of each result, and of each part of a document."""
    for name in sorted(old.keys() | new.keys()):
        if name not in old or name not in new:
            yield Difference(name, "", *("written" if name in side else None for side in (old, new)))
        elif old[name].read_bytes() != new[name].read_bytes():
            before, after = _contents(old[name]), _contents(new[name])
            for part in sorted(before.keys() | after.keys()):
                yield from _first(name, part, before.get(part), after.get(part))


def _first(name: str, part: str, old: list[str] | None, new: list[str] | None) -> Iterator[Difference]:
    if old is None or new is None:
        yield Difference(name, part, *("written" if lines is not None else None for lines in (old, new)))
        return
    for number, (before, after) in enumerate(zip_longest(old, new), 1):
        if before != after:
            yield Difference(name, f"{part}:{number}", before, after)
            return


def _contents(path: Path) -> dict[str, list[str]]:
    """Return the lines of a file, or of each part of a document."""
    if path.suffix != ".docx":
        return {"": path.read_text(encoding="utf-8").splitlines()}
    with ZipFile(path) as archive:
        return {name: lines_of(name, archive.read(name)) for name in archive.namelist()}


def lines_of(name: str, content: bytes) -> list[str]:
    """Return a part of a document as lines: an element or its text each, attributes in their order."""
    if not name.endswith((".xml", ".rels")):
        return [content.hex()]
    root = etree.fromstring(content)
    return _properties(root) if name == PROPERTIES else list(_lines(root, ""))


def _lines(element: Any, indent: str) -> Iterator[str]:
    attributes = "".join(f' {_short(key)}="{value}"' for key, value in sorted(element.items()))
    yield f"{indent}<{_short(element.tag)}{attributes}>"
    if element.text:
        yield f"{indent}  {element.text}"
    for child in element:
        yield from _lines(child, f"{indent}  ")
        if child.tail:
            yield f"{indent}  {child.tail}"


def _short(name: str) -> str:
    return f"w:{name.removeprefix(_W)}" if name.startswith(_W) else name


def _properties(root: Any) -> list[str]:
    """Return what a document remembers: a text that is kept in pieces, as one; of JSON, a value a line."""
    kept: dict[str, str] = {}
    for element in root:
        name, _dot, piece = element.get("name", "").rpartition(".")
        name = name if piece.isdecimal() else element.get("name", "")
        kept[name] = kept.get(name, "") + "".join(element.itertext())
    lines = []
    for name, text in kept.items():
        if name not in UNCOMPARED:
            shown = json.dumps(json.loads(text), ensure_ascii=False, indent=1) if text[:1] == "{" else text
            lines += [f"{name}: {line}" for line in shown.splitlines()]
    return lines
