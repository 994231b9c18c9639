"""Documents brought up to date, judged by others: the Open XML SDK and the schemas of ECMA-376."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rendering.conftest import missing

from .scripts import brought, edited, random_script

pytestmark = pytest.mark.slow

SAMPLE = 24


def tool(variable: str) -> str:
    """The program that the environment names; without it the test is skipped."""
    path = os.environ.get(variable)
    if not path or not Path(path).is_file():
        missing(f"the program that {variable} is to name")
    return path


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Edited documents, brought up to date: half of them with tracked changes."""
    folder, chance, paths = tmp_path_factory.mktemp("updated"), random.Random(11), []
    while len(paths) < SAMPLE:
        opened, after = edited(random_script(chance))
        update = brought(opened.save(), after, "ours", len(paths) % 2 == 0)
        if update.document is not None:
            paths.append(folder / f"{len(paths)}.docx")
            paths[-1].write_bytes(update.document)
    return paths


def test_the_open_xml_sdk_finds_no_error(documents: list[Path]) -> None:
    validator = tool("DRAFTER_OOXML_VALIDATOR")
    environment = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    for path in documents[:6]:
        command = [validator, str(path)]
        done = subprocess.run(command, env=environment, capture_output=True, timeout=120, check=True)
        assert json.loads(done.stdout)["errors"] == []


def test_every_part_keeps_to_its_schema(documents: list[Path]) -> None:
    checker = tool("DRAFTER_VALIDATE_DOCX")
    command = [sys.executable, checker, *map(str, documents)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.stdout.count(" 0 schema errors") == len(documents), done.stdout
