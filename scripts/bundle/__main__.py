"""Make a folder that runs drafter on a computer without a network: ``python scripts/bundle``.

The folder holds wheels, a program that installs and starts, and a file to double-click for each system.
It needs a Python 3.11 or newer on that computer, or one that ``--runtime`` puts into the folder.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

# The tags of wheels by system and machine. An older tag runs on more systems; pip takes any of them.
PLATFORMS = {
    ("linux", "x86_64"): ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
    ("linux", "aarch64"): ("manylinux_2_28_aarch64", "manylinux_2_17_aarch64", "manylinux2014_aarch64"),
    ("windows", "x86_64"): ("win_amd64",),
    ("windows", "aarch64"): ("win_arm64",),
    ("macos", "x86_64"): ("macosx_11_0_x86_64", "macosx_10_13_x86_64", "macosx_10_12_x86_64"),
    ("macos", "aarch64"): ("macosx_11_0_arm64", "macosx_11_0_universal2"),
}
# What is double-clicked on each system; the rest of `start/` goes into every folder.
STARTERS = {
    "linux": ("打开讲话稿.desktop", "打开讲话稿.sh"),
    "windows": ("打开讲话稿.bat",),
    "macos": ("打开讲话稿.command",),
}
COMMON = ("start.py", "先读我.txt")
PYTHONS = ("3.13", "3.12", "3.11")


def main() -> None:
    """Make the folder that the command line asks for, and print where it is."""
    options = _options()
    if (options.system, options.machine) not in PLATFORMS:
        sys.exit(f"there are no wheels for {options.system} on {options.machine}")
    folder = options.output / f"drafter-{options.system}-{options.machine}"
    if folder.exists():
        sys.exit(f"{folder} is there already: delete it, or name another --output")
    # Made beside its place and moved there whole: half a folder would install half a program.
    with tempfile.TemporaryDirectory(dir=_made(options.output)) as unfinished:
        bundle = Path(unfinished) / folder.name
        collect_wheels(bundle / "wheels", PLATFORMS[options.system, options.machine], options.python)
        add_starters(bundle, options.system, options.python)
        if options.runtime:
            shutil.copytree(options.runtime, bundle / "python", symlinks=True)
        bundle.rename(folder)
    print(folder)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python scripts/bundle", description=__doc__)
    parser.add_argument("--system", choices=sorted(STARTERS), default=_this_system())
    parser.add_argument("--machine", choices=("x86_64", "aarch64"), default="x86_64")
    parser.add_argument(
        "--python", nargs="+", default=PYTHONS, help="versions of Python to have wheels for, best first"
    )
    parser.add_argument("--runtime", type=Path, help="the folder of a Python to put into the bundle")
    parser.add_argument("--output", type=Path, default=Path("dist"), help="the folder to make it in")
    return parser.parse_args()


def _this_system() -> str:
    return {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def collect_wheels(folder: Path, platforms: Sequence[str], pythons: Sequence[str]) -> None:
    """Put the wheel of this checkout, those of all it needs, and pip's own into ``folder``."""
    folder.mkdir(parents=True)
    _pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    drafter = next(folder.glob("drafter-*.whl"))
    wanted = [f"drafter[page] @ {drafter.resolve().as_uri()}", "pip"]
    tags = [option for tag in platforms for option in ("--platform", tag)]
    for version in pythons:
        where = ["--dest", str(folder), "--python-version", version, "--implementation", "cp", *tags]
        _pip("download", "--only-binary", ":all:", *where, *wanted)


def _pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *arguments], check=True)


def add_starters(bundle: Path, system: str, pythons: Sequence[str]) -> None:
    """Put what starts drafter into ``bundle``, as ``system`` wants it, and a list of its Pythons."""
    (bundle / "pythons.txt").write_text("\n".join(pythons) + "\n", encoding="utf-8")
    for name in (*COMMON, *STARTERS[system]):
        text = (HERE / "start" / name).read_text(encoding="utf-8")
        # Notepad of older Windows shows line feeds alone as nothing, and cmd needs both.
        newline = "\r\n" if system == "windows" else "\n"
        (bundle / name).write_text(text, encoding="utf-8", newline=newline)
        if name.endswith((".sh", ".command", ".desktop")):
            (bundle / name).chmod(0o755)


if __name__ == "__main__":
    main()
