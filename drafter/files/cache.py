"""What drafter keeps in the user's own folders from one run to the next."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from drafter.files.disk import UnreadableError, read_file, replace_file


def user_folder(variable: str, *, mac: str, elsewhere: str) -> Path:
    """Return drafter's folder for one purpose, such as a cache, where the system expects it.

    ``mac`` is relative to ~/Library, ``elsewhere`` to the home folder, unless the environment's
    ``variable`` names another (XDG Base Directory). Raises RuntimeError where there is no home folder.
    """
    # platformdirs knows more systems, but its import takes longer than a read from the cache.
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "drafter"
    if sys.platform == "darwin":
        return Path.home() / "Library" / mac / "drafter"
    return Path(os.environ.get(variable) or Path.home() / elsewhere) / "drafter"


def state_folder() -> Path:
    """Return the folder in which drafter remembers; ``DRAFTER_STATE`` names another one.

    Raises RuntimeError where there is no home folder.
    """
    chosen = os.environ.get("DRAFTER_STATE")
    if chosen:
        return Path(chosen)
    return user_folder("XDG_STATE_HOME", mac="Application Support", elsewhere=".local/state")


_DIGEST = sha256().digest_size
_MOST_KEPT = 16 << 20


def cache_folder() -> Path | None:
    """Return the cache folder; None if there is none that belongs to the user and is writable.

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
    """Return the content kept under ``name``, None where there is none or it is damaged."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        stored = read_file(folder / name, _MOST_KEPT)
    except UnreadableError:
        return None
    digest, content = stored[:_DIGEST], stored[_DIGEST:]
    return content if _digest(name, content) == digest else None


def _digest(name: str, content: bytes) -> bytes:
    """Return the digest of what is kept: it says what for, so that one entry cannot stand for another."""
    return sha256(name.encode() + b"\0" + content).digest()


def keep(name: str, content: bytes) -> None:
    """Keep ``content`` under ``name`` in the cache, if there is one."""
    folder = cache_folder()
    if folder is None:
        return
    with suppress(OSError):
        replace_file(folder / name, _digest(name, content) + content)
