"""Files written at once, and the folders where a program keeps what is its own."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, content: bytes, *, durable: bool = False) -> None:
    """Put ``content`` at ``path`` at once: whoever reads it sees the old file or the new one.

    The disk is waited for only where it is to be ``durable``, since that takes as long as rendering
    and parsing together: what a build writes can be built again.
    """
    unfinished = path.with_name(f".{path.name[:40]}.{os.urandom(4).hex()}")
    try:
        descriptor = os.open(
            unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666
        )
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        with suppress(OSError):
            shutil.copymode(path, unfinished)
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def user_folder(variable: str, *, mac: str, elsewhere: str) -> Path:
    """Return the user's own folder for one purpose of ours, by the name each system has for it.

    ``mac`` is told from ~/Library, ``elsewhere`` from the home; there the environment's
    ``variable`` goes first (XDG Base Directory). Raises RuntimeError where there is no home.
    """
    # platformdirs knows more systems, but to import it takes longer than to read what is kept.
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "drafter"
    if sys.platform == "darwin":
        return Path.home() / "Library" / mac / "drafter"
    return Path(os.environ.get(variable) or Path.home() / elsewhere) / "drafter"
