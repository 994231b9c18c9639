"""Templates elsewhere that a ``drafter.toml`` names: used once the user has said that he trusts them.

The file may have come with a YAML from a stranger. What it names outside of its own folder, and all that
it names where it is not the user's own, waits for ``--trust``, which is remembered.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from contextvars import ContextVar
from hashlib import sha256
from pathlib import Path

from drafter.files.cache import state_folder
from drafter.files.disk import is_file, is_inside, replace_file

_TRUSTING: ContextVar[bool] = ContextVar("trusting", default=False)


def trust(is_given: bool) -> None:
    """Trust, or no longer trust, what is read from now on; what is trusted is remembered."""
    _TRUSTING.set(is_given)


def untrusted(settings: Path, folders: Sequence[Path]) -> Path | None:
    """Return the first of ``folders`` that the file ``settings`` may not name by itself, None for none."""
    own = _is_own(settings)
    strange = [folder for folder in folders if not own or not is_inside(folder, settings.parent)]
    if not strange:
        return None
    with suppress(OSError, RuntimeError):
        record = _record_of(settings, folders)
        if is_file(record):
            return None
        if _TRUSTING.get():
            record.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(record, os.fsencode(os.path.realpath(settings)))
    return None if _TRUSTING.get() else strange[0]


def _is_own(path: Path) -> bool:
    with suppress(OSError):
        return sys.platform == "win32" or path.stat().st_uid == os.getuid()
    return False


def _record_of(settings: Path, folders: Sequence[Path]) -> Path:
    places = [os.fsencode(os.path.realpath(path)) for path in (settings, *folders)]
    return state_folder() / "trusted" / sha256(b"\0".join(places)).hexdigest()[:32]
