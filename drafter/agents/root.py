"""The one folder that an assistant may work in: paths that it names, held against it.

A name comes from a program that read strangers' texts. It is followed to where it leads, links and all,
and refused unless that is inside.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from drafter.agents.errors import tool_error
from drafter.errors import OutputError
from drafter.files.disk import is_folder, is_inside
from drafter.i18n import _
from drafter.library import SETTINGS

# A longer name is no file's.
LONGEST_PATH = 1024

YAML = (".yaml", ".yml")
SHEETS = (".txt", ".md", ".docx")
DOCUMENT = (".docx",)


class Root:
    """A folder that is there; ``path`` is where it is once all links are followed.

    Raises OutputError where there is no such folder, or where it is the whole disk.
    """

    def __init__(self, folder: Path) -> None:
        self.path = Path(os.path.realpath(folder))
        if not is_folder(self.path):
            raise OutputError(folder, _("there is no folder {path}").format(path=folder))
        if self.path == Path(self.path.anchor):
            message = _("{path} is the whole disk").format(path=folder)
            raise OutputError(folder, message, _("name the folder of the meeting with --root"))

    def file(self, name: str, suffixes: Iterable[str]) -> Path:
        """Return the path that ``name`` leads to: inside, not hidden, and with one of ``suffixes``.

        The file need not be there. The settings beside it must not lead out either. Raises ToolError, which
        names the place as it was given.
        """
        path = self._followed(name)
        if path.suffix.lower() not in suffixes:
            message = _("{path} is no file for this").format(path=name)
            raise tool_error(
                "A102",
                message,
                name,
                _("its name has to end in {names}").format(names=_(", ").join(suffixes)),
            )
        self.refuse_leading_out([path.parent / SETTINGS])
        return path

    def holds(self, path: Path) -> bool:
        """Return whether ``path`` is inside of the root once all links are followed."""
        return is_inside(path, self.path)

    def refuse_leading_out(self, paths: Iterable[Path]) -> None:
        """Raise ToolError where one of ``paths`` is a link that leads out of the root."""
        for path in paths:
            if not self.holds(path):
                raise _outside(self.named(str(path)))

    def named(self, value: Any) -> Any:
        """Return plain values in which paths below the root are told as seen from it."""
        if isinstance(value, str):
            return value.replace(f"{self.path}{os.sep}", "")
        if isinstance(value, dict):
            return {self.named(key): self.named(one) for key, one in value.items()}
        if isinstance(value, list | tuple):
            return [self.named(one) for one in value]
        return value

    def _followed(self, name: str) -> Path:
        if not name or "\0" in name or len(name) > LONGEST_PATH:
            raise tool_error("A102", _("no file can be called so"), name[:64], _("check the name"))
        path = Path(os.path.realpath(self.path / name))
        if not path.is_relative_to(self.path):
            raise _outside(name)
        if any(part.startswith((".", "~$")) for part in path.relative_to(self.path).parts):
            message = _("{path} is hidden").format(path=name)
            raise tool_error("A101", message, name, _("name a file that is not"))
        return path


def _outside(name: str) -> Exception:
    message = _("{path} leads out of the folder that is served").format(path=name)
    return tool_error("A101", message, name, _("name a file inside of it, as seen from it"))
