"""drafter installed, and used far from its checkout."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from drafter import __version__

from .conftest import ROOT, Environment, missing

pytestmark = pytest.mark.slow

# What pip says when it cannot reach an index for the build's own requirements.
UNREACHABLE = ("No matching distribution", "Could not find a version", "Connection", "Retrying")


def build_example(environment: Environment, folder: Path) -> bytes:
    """Build an example in ``folder`` with the installed command."""
    shutil.copy(ROOT / "examples/social-work-conference.yaml", folder)
    environment.run("build", "social-work-conference.yaml", program="drafter", cwd=folder)
    return (folder / "social-work-conference.docx").read_bytes()


def home_of(environment: Environment) -> Path:
    return Path(environment.run("-c", "import drafter; print(drafter.__file__)").strip()).parent


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a cache of its own."""
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DRAFTER_STATE", str(tmp_path / "state"))
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def installed(archives: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """A fresh environment with the wheel in it."""
    environment = Environment(tmp_path_factory.mktemp("installed") / "venv")
    environment.run("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(archives["wheel"]))
    return environment


def test_the_wheel_works_in_a_fresh_environment(installed: Environment, kept: Path) -> None:
    document = build_example(installed, kept)

    assert document.startswith(b"PK")
    assert installed.folder in home_of(installed).parents
    assert (home_of(installed) / "templates/kinds/deployment/kind.yaml").is_file()
    assert str(ROOT) not in installed.run("-c", "import sys; print(*sys.path, sep='\\n')").splitlines()


def test_an_editable_install_works_from_anywhere(checkout: Path, tmp_path: Path, kept: Path) -> None:
    environment = Environment(tmp_path / "venv")
    try:
        environment.run("-m", "pip", "install", "--quiet", "--no-deps", "--editable", str(checkout))
    except AssertionError as error:
        if any(sign in str(error) for sign in UNREACHABLE):
            missing("a package index")
        raise

    document = build_example(environment, kept)

    assert document.startswith(b"PK")
    assert checkout / "drafter" == home_of(environment)


def test_the_installed_command_tells_its_version(installed: Environment) -> None:
    assert installed.run("-m", "drafter", "--version") == f"drafter {__version__}\n"
