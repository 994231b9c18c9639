"""Files written atomically, and the cache in the user's own folder."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path


def replace_file(path: Path, content: bytes, *, durable: bool = False) -> None:
    """Replace the file at ``path`` atomically: a reader sees the old content or the new.

    Only a ``durable`` file is synced to disk, since that takes as long as a whole build, and what a
    build writes can be built again.
    """
    unfinished = path.with_name(f".{path.name[:40]}.{os.urandom(4).hex()}")
    # No new content is open to more people than the old was, not even while it is written.
    mode = 0o600 if path.exists() else 0o666
    try:
        descriptor = os.open(
            unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode
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


_DIGEST = sha256().digest_size


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
        stored = (folder / name).read_bytes()
    except OSError:
        return None
    digest, content = stored[:_DIGEST], stored[_DIGEST:]
    return content if sha256(content).digest() == digest else None


def keep(name: str, content: bytes) -> None:
    """Keep ``content`` under ``name`` in the cache, if there is one."""
    folder = cache_folder()
    if folder is None:
        return
    with suppress(OSError):
        replace_file(folder / name, sha256(content).digest() + content)
