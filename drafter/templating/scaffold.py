"""The files of a new kind in an office's own folder: a copy of another kind, or a small skeleton."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from drafter.errors import OutputError, OverwriteError
from drafter.files.disk import explain, is_inside, read_file
from drafter.i18n import _
from drafter.library import Library
from drafter.yaml.source import MAX_BYTES

# Names that can stand in a YAML at `kind:` and be names of files on any system.
NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
SKELETON = Path(__file__).with_name("skeleton")
SKELETON_KIND = "skeleton"
SUFFIXES = (".yaml", ".j2")


def new_kind(name: str, folder: Path, library: Library, source: str | None = None) -> list[Path]:
    """Write the files of a new kind called ``name`` below ``folder``, and return their paths.

    They are copied from the kind ``source`` of the library, or from a skeleton of three parts. Either all
    files are written or none. Raises OutputError if the name is invalid or taken, UnknownNameError if
    there is no kind ``source``.
    """
    target = folder / "kinds" / name
    _refuse(name, target, library)
    if source is None:
        files = {path.name: path for path in SKELETON.iterdir() if path.suffix in SUFFIXES}
    else:
        source = library.kind_id(source)
        files = _files_of(source, library)
    _copy(files, target, partial(_renamed, kind=source or SKELETON_KIND, name=name, folder=folder))
    return [target / file for file in sorted(files)]


def _refuse(name: str, target: Path, library: Library) -> None:
    if not NAME.fullmatch(name):
        message = _("`{name}` cannot be the name of a kind").format(name=name)
        raise OutputError(target, message, _("write small English letters, digits and hyphens: field-visit"))
    if name in library.kinds():
        message = _("there is a kind `{name}` already").format(name=name)
        remedy = _("take another name; to change that kind, copy only the file that you change")
        raise OutputError(target, message, remedy)
    if os.path.lexists(target):
        message = _("{path} is there already").format(path=target)
        raise OverwriteError(target, message, _("take another name, or move it away"))


def _files_of(kind: str, library: Library) -> dict[str, Path]:
    """Return the files of ``kind`` by name, each from the first folder that has it."""
    files: dict[str, Path] = {}
    for folder in library.folders:
        for path in (folder / "kinds" / kind).glob("*"):
            if path.suffix in SUFFIXES and not path.name.startswith(".") and is_inside(path, folder):
                files.setdefault(path.name, path)
    return files


def _renamed(content: bytes, kind: str, name: str, folder: Path) -> bytes:
    """Return the content of a file of ``kind`` with the paths and the name of the new kind.

    It works on bytes: the check of templates reports a file that is not UTF-8, so this must not fail on it.
    """
    old, new, place = kind.encode(), name.encode(), (folder.name or str(folder)).encode()
    content = content.replace(b"templates/kinds/%b/" % old, b"%b/kinds/%b/" % (place, old))
    content = re.sub(rb"(?<![\w-])kinds/%b/" % re.escape(old), b"kinds/%b/" % new, content)
    return re.sub(rb"^kind: *%b(?![\w-])" % re.escape(old), b"kind: %b" % new, content, flags=re.MULTILINE)


def _copy(files: dict[str, Path], target: Path, rename: Callable[[bytes], bytes]) -> None:
    """Create the folder ``target`` with ``files`` in one step; ``rename`` changes the content of each."""
    unfinished = target.with_name(f".{target.name}.{os.urandom(4).hex()}")
    try:
        unfinished.mkdir(parents=True)
        for name, path in files.items():
            (unfinished / name).write_bytes(rename(read_file(path, MAX_BYTES)))
        unfinished.rename(target)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        message = _("cannot write {path}: {reason}").format(path=target, reason=explain(error)[0])
        raise OutputError(target, message, explain(error)[1]) from None
