"""Output files: written whole or not at all, and never over a person's work."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from drafter.errors import OutputError, OverwriteError
from drafter.files.cache import state_folder
from drafter.files.disk import explain, is_folder, refuse_special, replace_file
from drafter.i18n import _
from drafter.library import Library, builtin_library
from drafter.speech.tree import Speech
from drafter.writers.registry import writer_of

# It is put before the suffix, so that a copy still opens in its program.
BACKUP = ".bak"
_A_DAY = 24 * 60 * 60


def write_file(path: Path, content: bytes, *, force: bool = False, is_recorded: bool = False) -> Path | None:
    """Write ``content`` to ``path``; return the copy that was kept of the old file, None if there is none.

    With ``is_recorded``, drafter remembers that it wrote even a Word document, which does not say so itself.

    Missing folders are made. Raises OverwriteError if a person's work is at ``path`` (with ``force`` it
    is overwritten, and a copy kept beside it), if the file is read-only or an editor has it open,
    OutputError if nothing can be written. After an error the old file is unchanged.
    """
    # A link is kept, and the file it points to is written.
    target = Path(os.path.realpath(path))
    try:
        copy = _clear(path, target, content, force, is_recorded=is_recorded)
        if not _holds(target, content):
            if is_recorded:
                record(target, content)
            remember(target, content)
            replace_file(target, content)
        forget_older(target, content)
    except OSError as error:
        raise _cannot_write(path, error) from None
    return copy


def write_update(
    path: Path, content: bytes, before: bytes | None, *, keeps_copy: bool = False
) -> Path | None:
    """Replace the file at ``path``, which held ``before`` when it was read, by ``content``.

    ``before`` is None for a new file. The new content is on the disk before the old one goes. With
    ``keeps_copy``, a copy of the old file is kept beside it, and returned. Raises
    OverwriteError if an editor has the file open or it no longer holds ``before``, OutputError if nothing
    can be written.
    """
    target = Path(os.path.realpath(path))
    try:
        if before is None:
            _clear(path, target, content, force=False, remedy=_("name another file"))
        else:
            refuse_special(target)
            _refuse_open(path, target)
            _refuse_read_only(path, target)
            if not _holds(target, before):
                message = _("{path} was changed while it was read").format(path=path)
                raise OverwriteError(path, message, _("try again"))
        copy = _keep_copy(target) if keeps_copy and before is not None else None
        replace_file(target, content, durable=True)
    except OSError as error:
        raise _cannot_write(path, error) from None
    return copy


def _cannot_write(path: Path, error: OSError) -> OutputError:
    reason, remedy = explain(error)
    return OutputError(path, _("cannot write {path}: {reason}").format(path=path, reason=reason), remedy)


def _refuse_open(path: Path, target: Path) -> None:
    lock = lock_of(target)
    if lock:
        raise OverwriteError(
            path,
            _("{path} is open in an editor").format(path=path),
            _("close it there; if it is closed, delete {lock}").format(lock=lock.name),
        )


def _refuse_read_only(path: Path, target: Path) -> None:
    """Raise OverwriteError for a file that its owner protected: writing a new one in its place would work."""
    with suppress(FileNotFoundError):
        # An administrator may write any file, so the mode is looked at as well.
        if not target.stat().st_mode & 0o222 or not os.access(target, os.W_OK):
            message = _("{path} is read-only").format(path=path)
            raise OverwriteError(
                path, message, _("allow writing in its properties, or write elsewhere with -o")
            )


def _clear(
    path: Path, target: Path, content: bytes, force: bool, remedy: str = "", *, is_recorded: bool = False
) -> Path | None:
    """Make room for ``content`` at ``target``; return the copy kept of the old file, None if there is none.

    Raises OutputError for a folder, OverwriteError for a person's work unless ``force`` is set. Messages
    name ``path``, as the user wrote it.
    """
    if is_folder(target):
        raise OutputError(path, _("{path} is a folder").format(path=path), _("name a file"))
    refuse_special(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    _refuse_open(path, target)
    if not target.exists() or _holds(target, content):
        return None
    _refuse_read_only(path, target)
    if is_ours(target) or (is_recorded and _has_record(target)):
        return None
    if not force:
        raise OverwriteError(
            path,
            _("{path} holds work that drafter did not make").format(path=path),
            remedy or (_("name another file") if is_recorded else _remedy(path)),
        )
    copy = _keep_copy(target)
    return path.with_name(copy.name) if path.parent.samefile(copy.parent) else copy


def _remedy(path: Path) -> str:
    """Return what to do about a person's work at ``path``: a Word document can be updated instead."""
    elsewhere = _("write elsewhere with -o, or use --force: a copy is kept beside it")
    if path.suffix.lower() != ".docx":
        return elsewhere
    remedy = _("`drafter update {name} YAML` keeps it; or {elsewhere}")
    return remedy.format(name=path.name, elsewhere=elsewhere)


def _holds(path: Path, content: bytes) -> bool:
    with suppress(OSError):
        return path.stat().st_size == len(content) and path.read_bytes() == content
    return False


def lock_of(path: Path) -> Path | None:
    """Return the lock file of Word, WPS or LibreOffice for ``path``, None if no editor has it open.

    Word puts ``~$`` before the name; in a long name it replaces the first one or two characters.
    LibreOffice writes ``.~lock.NAME#``.
    """
    name = path.name
    marks = (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#")
    return next((lock for mark in marks if _exists(lock := path.with_name(mark))), None)


def _exists(path: Path) -> bool:
    with suppress(OSError):  # The name may be too long.
        return path.exists()
    return False


def _keep_copy(path: Path) -> Path:
    """Copy the file at ``path`` to a new name beside it, and return the copy."""
    number = 1
    while True:
        copy = path.with_name(f"{path.stem}.{number}{BACKUP}{path.suffix}")
        try:
            with open(copy, "xb", opener=_private) as file, path.open("rb") as source:
                shutil.copyfileobj(source, file)
                shutil.copymode(path, copy)
                # A person's work has to be on the disk before it is replaced.
                file.flush()
                os.fsync(file.fileno())
        except FileExistsError:
            number += 1
        else:
            return copy


def _private(path: str, flags: int) -> int:
    """Open a new file that nobody else may read; it gets the mode of its original when it is complete."""
    return os.open(path, flags | getattr(os, "O_BINARY", 0), 0o600)


def is_ours(path: Path) -> bool:
    """Return whether drafter made the file at ``path`` and nobody has changed it since."""
    if path.suffix.lower() == ".docx":
        from drafter.docx.read.content import is_untouched

        return is_untouched(path)
    return _has_record(path)


def _has_record(path: Path) -> bool:
    """Return whether drafter remembers that it wrote what is at ``path``."""
    try:
        return _record_of(path, path.read_bytes()).is_file()
    except (OSError, RuntimeError):
        return False


def remember(path: Path, content: bytes) -> None:
    """Record that ``content`` is drafter's own at ``path``; a Word document keeps that itself."""
    if path.suffix.lower() != ".docx":
        record(path, content)


def record(path: Path, content: bytes) -> None:
    """Record that ``content`` is drafter's own at ``path``, whatever its format.

    This comes before the file is written: whoever is killed in between leaves a record of nothing, not
    a file without a record. Each content has a file of its own, so that two writers at once do not lose
    each other's. If none can be written, the next build takes the file for a person's work.
    """
    with suppress(OSError, RuntimeError):
        note = _record_of(path, content)
        note.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        note.touch()


def forget_older(path: Path, content: bytes) -> None:
    """Remove the records of what was written to ``path`` before ``content``, a day ago or longer.

    Younger ones may be of somebody who is writing now.
    """
    if path.suffix.lower() == ".docx":
        return
    with suppress(OSError, RuntimeError):
        current = _record_of(path, content)
        oldest = current.stat().st_mtime - _A_DAY
        for record in current.parent.iterdir():
            if record.stat().st_mtime < oldest:
                record.unlink(missing_ok=True)


def _record_of(path: Path, content: bytes) -> Path:
    place = sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]
    return state_folder() / "written" / place / sha256(content).hexdigest()


def write(
    speech: Speech,
    path: str | Path,
    *,
    library: Library | None = None,
    notes: bool = True,
    force: bool = False,
) -> Path | None:
    """Write ``speech`` to ``path``, in the format of the suffix and in the layout of the speech.

    Returns the copy that was kept of the old file (only with ``force``), None if there is none. Raises
    UnknownNameError for an unknown format or layout, OverwriteError if a person's work is at ``path``,
    OutputError if nothing can be written.
    """
    path = Path(path)
    writer = writer_of(path.suffix.lstrip(".").lower())
    layout = (library or builtin_library()).layout(speech.layout)
    return write_file(path, writer(speech, layout, notes=notes), force=force)
