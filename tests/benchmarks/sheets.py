"""Task sheets: read and drafted from in one process, cold, of many facts, and of odd lines."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import drafter
from drafter.check.check import check
from drafter.check.read_text import read_lines
from drafter.facts import read_sheet
from drafter.templating.compose import compose, compose_material
from drafter.templating.compose.given import material_of_parameters

from .cold import run
from .rounds import Times, take_turns
from .rows import Row, compared
from .samples import ROOT

SHEETS = sorted((ROOT / "tests" / "facts" / "sheets").glob("*.txt"))
TODAY = datetime.date(2026, 6, 1)
# In milliseconds: what a sheet takes once all is loaded, and how much longer than a bare YAML, cold.
SHEET_MS, COLD_MS = 30.0, 150.0
# So many times the facts, or the signs of a line, may take so many times the time.
TIMES, MOST = 8, 12.0
FACTS, SIGNS = 150, 2000
# Lines of which each sign, or each pair of signs, could be tried with each other.
ODD = ("1", "1%", "一", "1，", "第一，", "由甲乙丙", "5月1日前")


def sheets(folder: Path, rounds: int, cold_rounds: int) -> list[Row]:
    """Measure what is made of task sheets."""
    texts = [path.read_text(encoding="utf-8") for path in SHEETS]
    times = take_turns({"sheets": lambda: [_drafted(text) for text in texts]}, max(rounds // 8, 2))
    return [
        Row("12 a sheet read and drafted", 1000 * times.median("sheets") / len(texts), "ms", SHEET_MS, True),
        *_cold(folder, cold_rounds),
        *_many_facts(folder, max(rounds // 8, 2)),
        *_odd_lines(max(rounds // 8, 2)),
    ]


def _drafted(text: str) -> object:
    return compose(read_sheet(text, today=TODAY))


def _cold(folder: Path, rounds: int) -> list[Row]:
    new, yaml = [sys.executable, "-m", "drafter", "new"], folder / "new.yaml"
    tasks: dict[str, Callable[[], object]] = {
        "bare": lambda: run([*new, "deployment", "-o", yaml, "--force"]),
        # What is unsure in the sheet goes into the JSON, and not onto the terminal.
        "sheet": lambda: run([*new, "--from", SHEETS[0], "-o", yaml, "--force", "--json"]),
    }
    times = take_turns(tasks, rounds)
    more = 1000 * (times.median("sheet") - times.median("bare"))
    detail = times.told("sheet", "bare")
    return [Row("   new from a sheet, cold, beyond a bare one", more, "ms", COLD_MS, True, detail=detail)]


def _many_facts(folder: Path, rounds: int) -> list[Row]:
    tasks = {}
    for name, count in (("few", FACTS), ("many", TIMES * FACTS)):
        source = folder / f"{name}.yaml"
        source.write_text(_yaml_of(count), encoding="utf-8")
        tasks[name] = partial(_draft, source)
    return [_growth(f"   {TIMES} times the facts", take_turns(tasks, rounds))]


def _draft(source: Path) -> object:
    # The draft itself keeps the last compositions.
    return compose_material(material_of_parameters(drafter.load(source)))


def _yaml_of(count: int) -> str:
    """Return the YAML of a meeting with ``count`` tasks, each of a thing of its own."""
    things = ("".join(chr(0x5000 + 3 * number + sign) for sign in range(3)) for number in range(count))
    tasks = "".join(f"    - {thing}{5 + number % 90}处9月底前改完\n" for number, thing in enumerate(things))
    return f"kind: deployment\nmeeting:\n  name: 全县城市管理工作会议\nfacts:\n  tasks:\n{tasks}"


def _odd_lines(rounds: int) -> list[Row]:
    rows = []
    for unit in ODD:
        few, many = (unit * (size // len(unit)) for size in (SIGNS, TIMES * SIGNS))
        reading = {"few": partial(read_sheet, few), "many": partial(read_sheet, many)}
        checking = {"few": partial(_checked, few), "many": partial(_checked, many)}
        rows.append(_growth(f"   {TIMES} times {unit}, read as a sheet", take_turns(reading, rounds)))
        rows.append(_growth(f"   {TIMES} times {unit}, checked", take_turns(checking, rounds)))
    return rows


def _checked(line: str) -> object:
    return check(read_lines(["在会上的讲话", "同志们：", line]))


def _growth(name: str, times: Times) -> Row:
    return compared(name, times, "many", "few", MOST, at_most=True)
