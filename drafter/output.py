"""Files are written whole or not at all, and never over a person's work."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from drafter.errors import OutputError, OverwriteError
from drafter.files import replace_file
from drafter.i18n import _
from drafter.ownership import is_ours, remember

# Before the suffix, so that a copy still opens in its program.
BACKUP = ".bak"


def write_file(path: Path, content: bytes, *, force: bool = False) -> Path | None:
    """Write ``content`` to ``path``; return the copy kept of what stood there, None without one.

    Missing folders are made. Raises OverwriteError where a person's work stands at
    ``path`` (``force`` writes all the same, and keeps a copy beside it) or where an editor
    has it open, OutputError where nothing can be written; then what stood there still does.
    """
    # Where a link stands, it stays, and the file it leads to is written.
    target = Path(os.path.realpath(path))
    try:
        copy = _make_way(path, target, content, force)
        if not _stands(target, content):
            replace_file(target, content)
    except OSError as error:
        raise OutputError(
            path, _("cannot write {path}: {reason}").format(path=path, reason=error.strerror)
        ) from None
    remember(target, content)
    return copy


def write_update(path: Path, content: bytes, before: bytes | None) -> None:
    """Put ``content`` in the place of ``before``, what a person made of the file at ``path``, or anew.

    It is on the disk before the old file goes. Raises OverwriteError where an editor has the file
    open or something else than ``before`` stands there now, OutputError where nothing can be written.
    """
    target = Path(os.path.realpath(path))
    try:
        if before is None:
            _make_way(path, target, content, force=False, remedy=_("name another file"))
        else:
            _refuse_open(path, target)
            if not _stands(target, before):
                message = _("{path} was changed while it was read").format(path=path)
                raise OverwriteError(path, message, _("try again"))
        replace_file(target, content, durable=True)
    except OSError as error:
        raise OutputError(
            path, _("cannot write {path}: {reason}").format(path=path, reason=error.strerror)
        ) from None


def _refuse_open(path: Path, target: Path) -> None:
    lock = lock_of(target)
    if lock:
        raise OverwriteError(
            path,
            _("{path} is open in an editor").format(path=path),
            _("close it there; if it is closed, delete {lock}").format(lock=lock.name),
        )


def _make_way(path: Path, target: Path, content: bytes, force: bool, remedy: str = "") -> Path | None:
    """Keep or refuse what stands at ``target``, which is told as ``path``."""
    if target.is_dir():
        raise OutputError(path, _("{path} is a folder").format(path=path), _("name a file"))
    target.parent.mkdir(parents=True, exist_ok=True)
    _refuse_open(path, target)
    if not target.exists() or _stands(target, content) or is_ours(target):
        return None
    if not force:
        raise OverwriteError(
            path,
            _("{path} holds work that drafter did not make").format(path=path),
            remedy or _remedy(path),
        )
    copy = _keep_copy(target)
    return path.with_name(copy.name) if path.parent.samefile(copy.parent) else copy


def _remedy(path: Path) -> str:
    """Return what to do where a person's work stands: a Word document can be brought up to date."""
    elsewhere = _("write elsewhere with -o, or use --force: a copy is kept beside it")
    if path.suffix.lower() != ".docx":
        return elsewhere
    remedy = _("`drafter update {name} YAML` keeps it; or {elsewhere}")
    return remedy.format(name=path.name, elsewhere=elsewhere)


def _stands(path: Path, content: bytes) -> bool:
    with suppress(OSError):
        return path.stat().st_size == len(content) and path.read_bytes() == content
    return False


def lock_of(path: Path) -> Path | None:
    """Return the file by which Word, WPS or LibreOffice says that it has ``path`` open, or None.

    Word writes ``~$`` before the name, in place of its first one or two characters where
    the name is long; LibreOffice ``.~lock.NAME#``.
    """
    name = path.name
    marks = (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#")
    return next((lock for mark in marks if _exists(lock := path.with_name(mark))), None)


def _exists(path: Path) -> bool:
    with suppress(OSError):  # a name that is too long
        return path.exists()
    return False


def _keep_copy(path: Path) -> Path:
    """Copy the file at ``path`` to a name of its own beside it."""
    number = 1
    while True:
        copy = path.with_name(f"{path.stem}.{number}{BACKUP}{path.suffix}")
        try:
            with copy.open("xb") as file, path.open("rb") as source:
                shutil.copyfileobj(source, file)
                # A person's work: it is on the disk before anything takes its place.
                file.flush()
                os.fsync(file.fileno())
        except FileExistsError:
            number += 1
        else:
            return copy
