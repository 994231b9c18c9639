"""The archives of this checkout, built once, and environments to install them in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).parents[2]
LEFT_OUT = shutil.ignore_patterns(".venv*", ".git", ".*_cache", ".hypothesis", "__pycache__", "out", "dist")


def missing(what: str) -> NoReturn:
    """Skip a test for want of a program; where all of them are to be there, fail."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout, so that building leaves nothing in it."""
    copy = tmp_path_factory.mktemp("packaging") / "checkout"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    return copy


@pytest.fixture(scope="session")
def archives(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The source archive, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(checkout)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {"sdist": next(folder.glob("*.tar.gz")), "wheel": next(folder.glob("*.whl"))}


class Environment:
    """A fresh virtual environment that finds our dependencies where these tests found them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs = folder / ("Scripts" if os.name == "nt" else "bin")
        venv.create(folder, with_pip=True)
        site = self.run("-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
        # A path in a .pth file is searched last, and .pth files in it are not read: no drafter
        # of the running environment, editable perhaps, can stand in for the one installed here.
        paths = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
        Path(site, "dependencies.pth").write_text("\n".join(sorted(paths)), encoding="utf-8")

    def run(self, *arguments: str, program: str = "python", cwd: Path | None = None) -> str:
        """Return what ``program`` prints when called with ``arguments``, outside of any checkout."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        done = subprocess.run(
            [str(self.programs / program), *arguments],
            cwd=cwd or self.programs,
            env=kept | {"PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout
