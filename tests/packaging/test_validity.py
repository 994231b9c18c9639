"""The example documents, judged by others: the Open XML SDK and the schemas of ECMA-376."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, missing

EXAMPLES = sorted(path.stem for path in (ROOT / "examples").glob("*.yaml"))


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, built through the command line."""
    folder = tmp_path_factory.mktemp("documents")
    command = [sys.executable, "-m", "drafter", "build", str(ROOT / "examples"), "-o", str(folder)]
    subprocess.run(command, check=True, capture_output=True, timeout=120, cwd=ROOT)
    return folder


def tool(variable: str) -> str:
    """The program that the environment names; without it the test is skipped."""
    path = os.environ.get(variable)
    if not path or not Path(path).is_file():
        missing(f"the program that {variable} is to name")
    return path


@pytest.mark.parametrize("name", EXAMPLES)
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


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_part_keeps_to_its_schema(name: str, documents: Path) -> None:
    checker = tool("DRAFTER_VALIDATE_DOCX")

    done = subprocess.run(
        [sys.executable, checker, str(documents / f"{name}.docx")],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert " 0 schema errors, 0 semantic errors" in done.stdout
