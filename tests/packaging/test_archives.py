"""The archives hold what is needed, and nothing else."""

from __future__ import annotations

import tarfile
import zipfile
from pathlib import Path

import pytest

from drafter import __version__

from .conftest import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(archives: dict[str, Path]) -> set[str]:
    with zipfile.ZipFile(archives["wheel"]) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def sdist(archives: dict[str, Path]) -> set[str]:
    with tarfile.open(archives["sdist"]) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def files(folder: str) -> set[str]:
    """The files of a folder of the checkout."""
    found = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in found if "__pycache__" not in path.parts}


def test_the_wheel_is_the_package_and_the_templates(wheel: set[str]) -> None:
    expected = files("drafter") | {f"drafter/{name}" for name in files("templates")}
    expected.add("drafter/page/example.txt")

    assert expected == {name for name in wheel if ".dist-info/" not in name}


def test_the_wheel_carries_the_licence(wheel: set[str]) -> None:
    assert f"drafter-{__version__}.dist-info/licenses/LICENSE" in wheel


def test_the_source_archive_holds_everything(sdist: set[str]) -> None:
    folders = ("drafter", "templates", "examples", "tests", "docs", "scripts")
    expected = set().union(*(files(folder) for folder in folders))
    expected |= {
        "README.md",
        "README.zh-CN.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "pyproject.toml",
    }

    assert expected | {".gitignore", "PKG-INFO"} == sdist
