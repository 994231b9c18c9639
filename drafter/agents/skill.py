"""The skill: a text that takes an assistant which runs commands from a task sheet to a checked Word file.

Its form is the open standard of Agent Skills: a folder with a SKILL.md, which opens with a name and a
description between lines of three hyphens (agentskills.io/specification).
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from drafter.writers.output import write_file

NAME = "drafter"
_FILE = Path(__file__).with_name("skill") / "SKILL.md"


class Installed(Struct, frozen=True):
    """Where the skill was written, and the copy that was kept of an older one that somebody had edited."""

    path: Path
    copy: Path | None = None


def skill_text() -> str:
    """Return the text of the skill."""
    return _FILE.read_text(encoding="utf-8")


def install_skill(folder: Path, *, force: bool = False) -> Installed:
    """Write the skill into ``folder``, the place of an assistant's skills, in a folder of its own.

    Raises OverwriteError for one that somebody has edited, unless ``force`` is set: then a copy is kept
    beside it. Raises OutputError where nothing can be written.
    """
    path = folder / NAME / _FILE.name
    return Installed(path, write_file(path, skill_text().encode("utf-8"), force=force))
