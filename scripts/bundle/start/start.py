"""Install drafter from the wheels beside this file, once, and start it. No network is asked.

Without arguments it opens the page; with arguments it is the program `drafter`. An older Python must be
able to read this file, so that it can tell that it does not fit.
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
WHEELS = HERE / "wheels"
# The versions of Python that there are wheels for.
PYTHONS = HERE / "pythons.txt"
# It tells which wheels were installed, and is written last.
STAMP = "installed.txt"


def main() -> None:
    """Start drafter, after installing it where that was not done yet."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    known = read(PYTHONS).split()
    if version not in known:
        leave(
            f"这台电脑上的 Python 是 {version}，这个文件夹要用 {'、'.join(known)}。请找管电脑的同事装一个。"
        )
    sys.path.insert(0, str(installed(version)))
    sys.argv = ["drafter", *(sys.argv[1:] or ["page", str(folder_of_speeches())])]
    from drafter.__main__ import main as run

    run()


def installed(version: str) -> Path:
    """Return the folder that drafter is installed in for the Python ``version``."""
    wheels = "\n".join(sorted(wheel.name for wheel in WHEELS.iterdir()))
    places = [HERE / "app" / version, own_folder() / version]
    for folder in places:
        if read(folder / STAMP) == wheels:
            return folder
    folder = places[0] if os.access(str(HERE), os.W_OK) else places[1]
    install(folder, wheels)
    return folder


def install(folder: Path, wheels: str) -> None:
    """Install the wheels into ``folder``; what is there already is moved out of the way."""
    print("第一次打开，正在安装，大约半分钟……", flush=True)
    unfinished = folder.with_name(f"{folder.name}-{os.getpid()}")
    pip = next(WHEELS.glob("pip-*.whl"))
    command = [
        sys.executable,
        str(pip / "pip"),
        "install",
        "--quiet",
        "--no-index",
        "--find-links",
        str(WHEELS),
    ]
    command += [
        "--disable-pip-version-check",
        "--root-user-action",
        "ignore",
        "--target",
        str(unfinished),
        "drafter[page]",
    ]
    if subprocess.call(command) != 0:
        leave("没有装成。请把上面的话拍下来，发给交给您这个文件夹的人。")
    (unfinished / STAMP).write_text(wheels, encoding="utf-8")
    if folder.exists():
        folder.rename(folder.with_name(f"{folder.name}-old-{os.getpid()}"))
    unfinished.rename(folder)


def own_folder() -> Path:
    """Return the user's own folder for programs: the bundle may lie where nobody may write."""
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_DATA_HOME")
    return Path(base or Path.home() / ".local" / "share") / "drafter" / "app"


def folder_of_speeches() -> Path:
    """Return the folder that the page works in, made if it is not there."""
    documents = [Path.home() / name for name in ("Documents", "文档")]
    folder = next((one for one in documents if one.is_dir()), Path.home()) / "讲话稿"
    folder.mkdir(exist_ok=True)
    return folder


def read(path: Path) -> str:
    """Return the text of a file, "" where there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def leave(text: str) -> None:
    """Say what is wrong, and wait for a key where there is somebody to press one: a window would close."""
    print(text)
    if sys.stdin is not None and sys.stdin.isatty():
        input("按回车键关闭。")
    sys.exit(2)


if __name__ == "__main__":
    main()
