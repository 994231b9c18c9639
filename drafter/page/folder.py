"""The working folder: what of it the page can open, and the names of new files in it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from drafter.errors import DrafterError, InputError
from drafter.files.disk import entries, is_file, is_inside
from drafter.i18n import _
from drafter.writers.build import SOURCES
from drafter.writers.output import BACKUP

# A folder with more files than that is no folder of meetings: the latest are listed.
MOST_LISTED = 60
# The task sheet that a YAML was made from stands beside it under this name.
SHEET = "-任务单.txt"
SHEETS = (".txt", ".md")
# What no file may be called on one of the systems, and what leads elsewhere.
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_LONGEST = 60


class NoSuchFileError(DrafterError):
    """The folder has no such file; ``remedy`` says what to do."""

    remedy = _("go back to the start, and choose a file of the list")


class Listed(Struct, frozen=True):
    """A file of the folder: what it is (``meeting``, ``document``, ``sheet``) and when it was changed."""

    name: str
    what: str
    changed: datetime


class Folder:
    """The one folder in which the page reads and writes; no name leads out of it."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()

    def file(self, name: str, suffixes: tuple[str, ...]) -> Path:
        """Return the path of the file called ``name``; raises NoSuchFileError where there is none.

        A name with a folder in it, a hidden file, and a link that leads out of the folder are none.
        """
        path = self.path / name
        fits = name == _UNFIT.sub("", name) and not name.startswith((".", "~"))
        if not (fits and path.suffix.lower() in suffixes and is_file(path) and is_inside(path, self.path)):
            raise NoSuchFileError(_("there is no file {name} in the folder").format(name=name[:_LONGEST]))
        return path

    def listed(self) -> list[Listed]:
        """Return what can be opened, the latest first."""
        found = sorted(self._found(), key=lambda one: one.changed, reverse=True)
        return found[:MOST_LISTED]

    def _found(self) -> Iterator[Listed]:
        for path in entries(self.path):
            what = _what(path)
            if what and is_file(path) and is_inside(path, self.path):
                yield Listed(path.name, what, datetime.fromtimestamp(path.stat().st_mtime))

    def free(self, stem: str, suffix: str, beside: str = "") -> Path:
        """Return the path of a new file; a number follows the name where it is taken.

        ``beside`` is the end of the name of a file that comes with it, and must be free as well.
        """
        stem = _UNFIT.sub("", stem).strip(" .~")[:_LONGEST] or _("meeting")
        number = 1
        while True:
            name = f"{stem}-{number}" if number > 1 else stem
            if not any(os.path.lexists(self.path / f"{name}{end}") for end in (suffix, beside) if end):
                return self.path / f"{name}{suffix}"
            number += 1

    def output(self, path: Path) -> Path:
        """Return ``path``, into which something is to be written.

        Raises NoSuchFileError where a link is there that leads out of the folder.
        """
        if os.path.lexists(path) and not is_inside(path, self.path):
            raise NoSuchFileError(_("{name} leads out of the folder").format(name=path.name))
        return path


def _what(path: Path) -> str:
    """Return what a file is, "" where the page does not open it."""
    name, suffix = path.name, path.suffix.lower()
    if name.startswith((".", "~")) or path.stem.endswith(BACKUP):
        return ""
    if suffix in SOURCES:
        return "meeting"
    if suffix == ".docx":
        return "document"
    return "sheet" if suffix in SHEETS and not name.endswith(SHEET) else ""


def faults_of(error: DrafterError) -> list[tuple[str, str, str]]:
    """Return each fault of an error as place, message and remedy, for a person."""
    if isinstance(error, InputError):
        return [
            (f"{Path(one.span.file).name}:{one.span.line}" if one.span.line else "", one.message, one.remedy)
            for one in error.diagnostics
        ]
    return [("", str(error), str(getattr(error, "remedy", "")))]
