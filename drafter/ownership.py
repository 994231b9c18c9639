"""Which files are drafter's own and untouched, so that they may be written again.

A Word document carries the mark itself and is known by its content. Other formats have no
place for one: the digest of what was last written is kept among the user's own files.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from drafter.files import replace_file, user_folder


def is_ours(path: Path) -> bool:
    """Tell whether drafter made the file at ``path`` and nobody has changed it since."""
    if path.suffix.lower() == ".docx":
        from drafter.word.fingerprint import is_untouched

        return is_untouched(path)
    try:
        kept = _record_of(path).read_text(encoding="ascii")
        return kept == sha256(path.read_bytes()).hexdigest()
    except (OSError, RuntimeError, UnicodeDecodeError):
        return False


def remember(path: Path, content: bytes) -> None:
    """Keep what was written to ``path``, where the file itself cannot say it.

    Where nothing can be kept, the next build asks before it overwrites the file.
    """
    if path.suffix.lower() == ".docx":
        return
    with suppress(OSError, RuntimeError):
        record = _record_of(path)
        record.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(record, sha256(content).hexdigest().encode("ascii"))


def _record_of(path: Path) -> Path:
    name = sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]
    return _state_folder() / "written" / name


def _state_folder() -> Path:
    chosen = os.environ.get("DRAFTER_STATE")
    if chosen:
        return Path(chosen)
    return user_folder("XDG_STATE_HOME", mac="Application Support", elsewhere=".local/state")
