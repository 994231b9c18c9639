"""What `import drafter` offers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import drafter
from tests.drafts import LEAST_EXAMPLE

every_name = pytest.mark.parametrize("name", drafter.__all__)


def test_the_public_names_are_sorted_and_each_once() -> None:
    assert sorted(set(drafter.__all__)) == drafter.__all__


@every_name
def test_a_public_name_can_be_imported(name: str) -> None:
    assert name == getattr(drafter, name).__name__


@every_name
def test_a_public_name_is_documented(name: str) -> None:
    own = vars(getattr(drafter, name)).get("__doc__", "") or getattr(drafter, name).__doc__

    assert own
    assert own[0].isupper() or own.startswith("``")


@every_name
def test_a_public_name_lives_in_the_package(name: str) -> None:
    assert getattr(drafter, name).__module__.startswith("drafter.")


def test_a_name_that_there_is_not_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'drafter' has no attribute 'nothing'"):
        _ = drafter.nothing


def test_importing_drafter_pays_for_nothing() -> None:
    code = (
        "import sys, drafter; print(sorted({'docx', 'jinja2', 'lxml', 'typer', 'yaml'} & set(sys.modules)))"
    )

    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")

    assert "[]\n" == result.stdout


def test_three_lines_make_a_document(tmp_path: Path) -> None:
    path = tmp_path / "speech.docx"

    drafter.write(drafter.draft(drafter.load(LEAST_EXAMPLE)), path)

    assert path.read_bytes().startswith(b"PK")
