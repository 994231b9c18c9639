"""Files kept from one run to the next. Without a place to keep them everything still works."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from drafter.files import replace_file, user_folder

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
