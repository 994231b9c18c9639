"""A new kind in an office's own folder: one of the library's under another name, or a small one."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from drafter.errors import OutputError, OverwriteError
from drafter.i18n import _
from drafter.library import Library

# What stands in a YAML at `kind:`, and in names of files on any system.
NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
SKELETON = Path(__file__).with_name("skeleton")
SKELETON_KIND = "skeleton"
SUFFIXES = (".yaml", ".j2")


def new_kind(name: str, folder: Path, library: Library, source: str | None = None) -> list[Path]:
    """Write the files of a new kind called ``name`` below ``folder``, and return their paths.

    They are those of the kind ``source`` of the library, or of a small kind of three parts; all of
    them are written, or none. Raises OutputError where the name cannot be one, or a kind has it
    already, UnknownNameError where there is no kind ``source``.
    """
    target = folder / "kinds" / name
    _refuse(name, target, library)
    if source is None:
        files = {path.name: path for path in SKELETON.iterdir() if path.suffix in SUFFIXES}
    else:
        library.kind(source)
        files = _files_of(source, library)
    texts = {
        file: _renamed(path.read_text(encoding="utf-8"), source or SKELETON_KIND, name, folder)
        for file, path in sorted(files.items())
    }
    _write(target, texts)
    return [target / file for file in texts]


def _refuse(name: str, target: Path, library: Library) -> None:
    if not NAME.fullmatch(name):
        message = _("`{name}` cannot be the name of a kind").format(name=name)
        raise OutputError(target, message, _("write small English letters, digits and hyphens: field-visit"))
    if name in library.kinds():
        message = _("there is a kind `{name}` already").format(name=name)
        remedy = _("take another name; to change that kind, copy only the file that you change")
        raise OutputError(target, message, remedy)
    if target.exists():
        message = _("{path} is there already").format(path=target)
        raise OverwriteError(target, message, _("take another name, or move it away"))


def _files_of(kind: str, library: Library) -> dict[str, Path]:
    """Return the files of ``kind`` by name, each from the folder that goes first."""
    files: dict[str, Path] = {}
    for folder in library.folders:
        for path in (folder / "kinds" / kind).glob("*"):
            if path.suffix in SUFFIXES and not path.name.startswith("."):
                files.setdefault(path.name, path)
    return files


def _renamed(text: str, kind: str, name: str, folder: Path) -> str:
    """Return the text of a file of ``kind`` as one of the kind ``name`` in ``folder``."""
    text = text.replace(f"templates/kinds/{kind}/", f"{folder.name or folder}/kinds/{kind}/")
    text = re.sub(rf"(?<![\w-])kinds/{re.escape(kind)}/", f"kinds/{name}/", text)
    return re.sub(rf"^kind: *{re.escape(kind)}(?![\w-])", f"kind: {name}", text, flags=re.MULTILINE)


def _write(target: Path, texts: dict[str, str]) -> None:
    """Put a folder with ``texts`` at ``target`` at once."""
    unfinished = target.with_name(f".{target.name}.{os.urandom(4).hex()}")
    try:
        unfinished.mkdir(parents=True)
        for file, text in texts.items():
            (unfinished / file).write_text(text, encoding="utf-8", newline="\n")
        unfinished.rename(target)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        message = _("cannot write {path}: {reason}").format(path=target, reason=error.strerror)
        raise OutputError(target, message) from None
