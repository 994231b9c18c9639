"""The folder for a computer without a network, and the program that needs no Python: made, and started."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, missing

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="they are tried on Linux")]

SHEET = ROOT / "examples" / "task-sheet.txt"


def offline(*command: str | Path, home: Path) -> str:
    """Return what a command prints to an ordinary user in an empty environment, without any network."""
    if shutil.which("unshare") is None:
        missing("unshare")
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "zh_CN.UTF-8"}
    done = subprocess.run(
        ["unshare", "--map-user=1000", "--net", *map(str, command)],
        env=environment,
        cwd=home,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def make(*command: str | Path, cwd: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=kept,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def bundle(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle for this system and this Python."""
    folder = tmp_path_factory.mktemp("bundles")
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    make(sys.executable, "scripts/bundle", "--python", version, "--output", folder, cwd=checkout)
    return next(folder.iterdir())


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="the bundle is made for another machine")
def test_a_bundle_installs_and_builds_without_a_network(bundle: Path, tmp_path: Path) -> None:
    # It is moved, as it is on a stick, and its name has what people put into names.
    moved = Path(shutil.copytree(bundle, tmp_path / "讲话稿 助手"))
    start = ("sh", moved / "打开讲话稿.sh")

    offline(*start, "new", "--from", SHEET, "-o", "m.yaml", home=tmp_path)
    offline(*start, "build", "m.yaml", home=tmp_path)

    assert (tmp_path / "m.docx").read_bytes()[:2] == b"PK"


def test_a_bundle_where_nobody_may_write_installs_into_the_users_own_folder(
    bundle: Path, tmp_path: Path
) -> None:
    moved = Path(shutil.copytree(bundle, tmp_path / "bundle"))
    moved.chmod(0o555)

    offline("sh", moved / "打开讲话稿.sh", "kinds", home=tmp_path)

    assert list((tmp_path / ".local/share/drafter/app").iterdir())


def test_a_python_that_does_not_fit_is_told(bundle: Path, tmp_path: Path) -> None:
    old = "import sys; sys.version_info = (3, 8); sys.argv = sys.argv[1:]; import runpy; "
    old += "runpy.run_path(sys.argv[0], run_name='__main__')"

    done = subprocess.run(
        [sys.executable, "-c", old, str(bundle / "start.py")],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
        timeout=60,
        check=False,
    )

    assert (2, "3.8") == (done.returncode, "3.8" if "3.8" in done.stdout else done.stdout + done.stderr)


def test_a_bundle_is_not_made_over_one_that_is_there(bundle: Path) -> None:
    command = [sys.executable, "scripts/bundle", "--output", str(bundle.parent)]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)

    assert "is there already" in done.stderr


def test_the_program_without_python_makes_the_same_document(
    checkout: Path, archives: dict[str, Path], tmp_path: Path
) -> None:
    environment = tmp_path / "venv"
    make(sys.executable, "-m", "venv", environment, cwd=tmp_path)
    python = environment / "bin" / "python"
    make(
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        f"drafter[page] @ {archives['wheel'].as_uri()}",
        cwd=tmp_path,
    )
    make(python, "-m", "pip", "install", "--quiet", "pyinstaller", cwd=tmp_path)
    places = ("--distpath", tmp_path / "dist", "--workpath", tmp_path / "work")
    make(
        environment / "bin" / "pyinstaller",
        "--log-level",
        "ERROR",
        *places,
        "scripts/drafter.spec",
        cwd=checkout,
    )
    program = tmp_path / "dist" / "drafter" / "drafter"

    offline(program, "new", "--from", SHEET, "-o", "m.yaml", home=tmp_path)
    offline(program, "build", "m.yaml", "-o", "frozen.docx", home=tmp_path)
    make(python, "-m", "drafter", "build", "m.yaml", "-o", "installed.docx", cwd=tmp_path)

    assert (tmp_path / "installed.docx").read_bytes() == (tmp_path / "frozen.docx").read_bytes()
