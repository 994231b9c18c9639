"""Same input, same bytes: on any day, in any place, by any process."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import drafter
from drafter.writers.registry import WRITERS
from tests.drafts import FULL, LEAST_EXAMPLE

PACKAGE = Path(drafter.__file__).parent
# Those who read a sheet look over its days, which are of these days; documents are made by the rest.
SERVING = ("page/", "cli/new.py", "agents/tools.py")
MODULES = [
    path
    for path in sorted(PACKAGE.rglob("*.py"))
    if not path.relative_to(PACKAGE).as_posix().startswith(SERVING)
]
FORMATS = tuple(WRITERS)
TASK_SHEET = PACKAGE.parent / "examples" / "task-sheet.txt"

# What would make a document depend on when, where or by whom it is made.
CLOCKS = {"now", "today", "utcnow", "localtime", "gmtime", "strftime", "getctime", "getlogin", "gethostname"}
FORBIDDEN = {"random", "uuid", "time", "getpass", "socket", "platform", "locale"}


def called(module: Path) -> set[str]:
    """Return the last name of everything that ``module`` calls."""
    calls = [node.func for node in ast.walk(ast.parse(module.read_bytes())) if isinstance(node, ast.Call)]
    return {call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls}


def imported(module: Path) -> set[str]:
    """Return the packages that ``module`` imports."""
    found = set()
    for node in ast.walk(ast.parse(module.read_bytes())):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


@pytest.mark.parametrize("module", MODULES, ids=[str(path.relative_to(PACKAGE)) for path in MODULES])
def test_no_module_asks_the_clock_or_the_machine(module: Path) -> None:
    assert set() == called(module) & CLOCKS
    assert set() == imported(module) & FORBIDDEN


def build(source: Path, folder: Path, **environment: str) -> dict[str, bytes]:
    """Return the documents that another process makes of ``source`` in ``folder``."""
    folder.mkdir(parents=True)
    copy = folder / source.name
    copy.write_bytes(source.read_bytes())
    command = [sys.executable, "-m", "drafter", "build", source.name, "--to", ",".join(FORMATS)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=os.environ | environment)
    return {name: copy.with_suffix(f".{name}").read_bytes() for name in FORMATS}


@pytest.fixture(scope="module", params=[FULL, LEAST_EXAMPLE, TASK_SHEET], ids=["full", "least", "sheet"])
def source(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = request.param
    if path != TASK_SHEET:
        return path
    made = tmp_path_factory.mktemp("sheet") / "sheet.yaml"
    command = [sys.executable, "-m", "drafter", "new", "--from", str(path), "-o", str(made)]
    subprocess.run(command, check=True, capture_output=True)
    return made


@pytest.fixture(scope="module")
def reference(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build(source, tmp_path_factory.mktemp("reference") / "folder", PYTHONHASHSEED="0", TZ="UTC")


@pytest.mark.slow
@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "97"},
        {"TZ": "Asia/Shanghai"},
        {"LC_ALL": "zh_CN.GB18030", "LANGUAGE": "zh_CN"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONOPTIMIZE": "2"},
        {"SOURCE_DATE_EPOCH": "1", "USER": "somebody"},
    ],
    ids=["hash seed", "time zone", "locale", "no UTF-8 mode", "optimised", "user"],
)
def test_another_environment_makes_the_same_bytes(
    source: Path, reference: dict[str, bytes], tmp_path: Path, environment: dict[str, str]
) -> None:
    assert reference == build(source, tmp_path / "另一个 文件夹", **environment)


@pytest.mark.slow
def test_a_process_without_a_cache_makes_the_same_bytes(
    source: Path, reference: dict[str, bytes], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()

    assert reference == build(source, tmp_path / "folder", DRAFTER_CACHE=str(tmp_path / "file"))


@pytest.mark.slow
def test_a_first_run_makes_the_same_bytes(source: Path, reference: dict[str, bytes], tmp_path: Path) -> None:
    assert reference == build(source, tmp_path / "folder", DRAFTER_CACHE=str(tmp_path / "new"))


@pytest.mark.slow
def test_a_damaged_cache_makes_the_same_bytes(
    source: Path, reference: dict[str, bytes], tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    build(source, tmp_path / "first", DRAFTER_CACHE=str(cache))
    kept = [path for path in cache.iterdir() if path.is_file()]
    for path in kept:
        path.write_bytes(path.read_bytes()[:50])

    assert kept
    assert reference == build(source, tmp_path / "second", DRAFTER_CACHE=str(cache))
