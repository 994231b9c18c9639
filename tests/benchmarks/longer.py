"""Time against the length of a speech: build, outline, update, pull, diff at 10 and 30 times the points."""

from __future__ import annotations

from collections.abc import Callable
from math import log
from pathlib import Path
from shutil import copyfile
from typing import Any

import yaml

import drafter
from drafter.library import builtin_library
from drafter.merge.compare.differences import compare_files
from drafter.merge.pull import pull_document
from drafter.merge.update import updated
from drafter.writers.build import outline_of

from .rounds import Times, take_turns
from .rows import Row
from .samples import EXAMPLE, Plain, document_of

SIZES = (1, 10, 30)
# The time may grow as this power of the length.
EXPONENT = 1.2
# In seconds, at 30 times the text.
LIMITS = {"diff": 0.3, "update": 1.0}
DIGITS = "零一二三四五六七八九"


def longer_speeches(folder: Path, rounds: int) -> list[Row]:
    """Measure what is done with a speech, and with speeches of 10 and 30 times as many points."""
    by_size = {size: _tasks(folder / f"{size}", size) for size in SIZES}
    tasks = {f"{name} {size}": task for size, named in by_size.items() for name, task in named.items()}
    times = take_turns(tasks, rounds, {name: 4 for name in tasks if name.endswith(" 1")})
    return [row for name in by_size[1] for row in _rows(times, name)]


def _rows(times: Times, name: str) -> list[Row]:
    rows = []
    for size in SIZES[1:]:
        ratio = times.ratio(f"{name} {size}", f"{name} 1")
        goal = round(size**EXPONENT, 1)
        detail = f"exponent {log(ratio.of_medians, size):.2f}"
        title = f"4 {name}, {size} times the points"
        rows.append(Row(title, ratio.of_medians, "times", goal, True, ratio.quartiles, detail))
    if name in LIMITS:
        seconds = times.median(f"{name} {SIZES[-1]}")
        rows.append(Row("  the same, seconds of this run", seconds, "s", LIMITS[name], at_most=True))
    return rows


def _tasks(folder: Path, size: int) -> dict[str, Callable[[], object]]:
    folder.mkdir()
    old, new, pulled = (folder / f"{name}.yaml" for name in ("old", "new", "pulled"))
    document, edited = folder / "old.docx", folder / "edited.docx"
    write_with_more_points(old, size)
    write_with_more_points(new, size, with_changes=True)
    library = builtin_library()
    document.write_bytes(document_of(drafter.load(old)))
    edited.write_bytes(document_of(drafter.load(new)))
    content = document.read_bytes()

    def pull() -> None:
        copyfile(old, pulled)
        pull_document(edited, pulled)

    return {
        "build": lambda: document_of(drafter.load(old)),
        "outline": lambda: outline_of(old),
        "update": lambda: updated(content, drafter.load(new), library),
        "pull": pull,
        "diff": lambda: compare_files(old, new),
    }


def write_with_more_points(target: Path, times: int, *, with_changes: bool = False) -> None:
    """Write the example with ``times`` its points, no two alike.

    ``with_changes`` puts a point into the middle, and gives another day and another figure.
    """
    text = EXAMPLE.read_text(encoding="utf-8")
    if with_changes:
        text = text.replace("2025-10-11", "2025-10-12").replace("value: 35", "value: 36")
    data = yaml.load(text, Loader=yaml.SafeLoader)
    for part in data["parts"]:
        part["points"] = [_varied(point, n) for n in range(times) for point in part["points"]]
    if with_changes:
        points = data["parts"][1]["points"]
        fresh = {
            "heading": {"focus": "新的难点", "aim": "攻坚", "tail": "打开新局面"},
            "text": "要抓紧办好。",
        }
        points.insert(len(points) // 2, fresh)
    target.write_text(yaml.dump(data, Dumper=Plain, allow_unicode=True, width=10**6), encoding="utf-8")


def _varied(point: dict[str, Any], number: int) -> dict[str, Any]:
    name = "".join(DIGITS[int(digit)] for digit in str(number))
    return {**point, "text": f"第{name}遍说到这里。{point['text']}"} if number else point
