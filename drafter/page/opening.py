"""A document opened in the program that this computer has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import webbrowser
from contextlib import suppress
from pathlib import Path


def can_open() -> bool:
    """Return whether this system can open a document, as a double-click does."""
    return sys.platform in ("win32", "darwin") or (_has_screen() and shutil.which("xdg-open") is not None)


def _has_screen() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_file(path: Path) -> bool:
    """Open the document at ``path``; return whether a program was found for it."""
    with suppress(OSError):
        if sys.platform == "win32":
            os.startfile(path)
            return True
        if can_open():
            program = "open" if sys.platform == "darwin" else "xdg-open"
            subprocess.Popen(
                [program, str(path)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            return True
    return False


def open_browser(address: str) -> bool:
    """Open ``address`` in the user's browser; return whether there is one."""
    if sys.platform not in ("win32", "darwin") and not _has_screen():
        # A browser in the terminal would take it from the page.
        return False
    with suppress(webbrowser.Error, OSError):
        return webbrowser.open(address)
    return False
