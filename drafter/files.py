"""Files written at once, and the folders where a program keeps what is its own."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from hashlib import sha256
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


_DIGEST = sha256().digest_size


def cache_folder() -> Path | None:
    """Return the folder for kept files, or None when there is none that is the user's own and writable.

    ``DRAFTER_CACHE`` names another one.
    """
    chosen = os.environ.get("DRAFTER_CACHE")
    try:
        folder = Path(chosen) if chosen else _own_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if _is_own(folder) and os.access(folder, os.W_OK) else None
    except (OSError, RuntimeError):  # RuntimeError: no home folder
        return None


def _own_folder() -> Path:
    return user_folder("XDG_CACHE_HOME", mac="Caches", elsewhere=".cache")


def _is_own(folder: Path) -> bool:
    if sys.platform == "win32":
        return True
    status = folder.stat()
    # Another user who may write here could choose what goes into this user's documents.
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def read_kept(name: str) -> bytes | None:
    """Return what was kept under ``name``, or None when nothing was, or it is damaged."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        stored = (folder / name).read_bytes()
    except OSError:
        return None
    digest, content = stored[:_DIGEST], stored[_DIGEST:]
    return content if sha256(content).digest() == digest else None


def keep(name: str, content: bytes) -> None:
    """Keep ``content`` under ``name``, at once or not at all."""
    folder = cache_folder()
    if folder is None:
        return
    with suppress(OSError):
        replace_file(folder / name, sha256(content).digest() + content)
