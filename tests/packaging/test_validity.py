"""The examples and all of the library, judged by others: the Open XML SDK and the schemas of ECMA-376."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.library.documents import NAMES, document, iter_parameters

from .conftest import ROOT, missing

pytestmark = pytest.mark.slow

EXAMPLES = sorted(path.stem for path in (ROOT / "examples").glob("*.yaml"))


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, built through the command line, and what the library can draft."""
    folder = tmp_path_factory.mktemp("documents")
    command = [sys.executable, "-m", "drafter", "build", str(ROOT / "examples"), "-o", str(folder)]
    subprocess.run(command, check=True, capture_output=True, timeout=120, cwd=ROOT)
    for name, parameters in iter_parameters():
        (folder / f"{name}.docx").write_bytes(document(parameters))
        (folder / f"{name}-lectern.docx").write_bytes(document(parameters, "lectern"))
    return folder


def tool(variable: str) -> str:
    """The program that the environment names; without it the test is skipped."""
    path = os.environ.get(variable)
    if not path or not Path(path).is_file():
        missing(f"the program that {variable} is to name")
    return path


# The reading copy has elements of its own: pinyin, the total of pages.
DOCUMENTS = [*EXAMPLES, *NAMES, *(f"{name}-lectern" for name in NAMES if name.endswith("sample"))]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_open_xml_sdk_finds_no_error(name: str, documents: Path) -> None:
    validator = tool("DRAFTER_OOXML_VALIDATOR")

    done = subprocess.run(
        [validator, str(documents / f"{name}.docx")],
        env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    report = json.loads(done.stdout)

    assert report["errors"] == []
    assert report["ok"] is True


def test_every_part_keeps_to_its_schema(documents: Path) -> None:
    checker = tool("DRAFTER_VALIDATE_DOCX")
    files = [str(documents / f"{name}.docx") for name in DOCUMENTS]

    done = subprocess.run(
        [sys.executable, checker, *files],
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert len(files) == done.stdout.count(" 0 schema errors, 0 semantic errors"), done.stdout
