"""Files are written whole or not at all, and never over a person's work."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from drafter.errors import OutputError, OverwriteError
from drafter.files import replace_file, user_folder
from drafter.i18n import _
from drafter.library import Library, builtin_library
from drafter.speech.tree import Speech
from drafter.writers import writer_of

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


def is_ours(path: Path) -> bool:
    """Tell whether drafter made the file at ``path`` and nobody has changed it since."""
    if path.suffix.lower() == ".docx":
        from drafter.docx.read.content import is_untouched

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


def write(
    speech: Speech,
    path: str | Path,
    *,
    library: Library | None = None,
    notes: bool = True,
    force: bool = False,
) -> Path | None:
    """Write ``speech`` to ``path``, in the format its suffix names and the layout the speech asks for.

    Returns the copy kept of what stood there (only with ``force``), None without one. Raises
    UnknownNameError for a format or layout that there is not, OverwriteError where a
    person's work stands at ``path``, OutputError where nothing can be written.
    """
    path = Path(path)
    writer = writer_of(path.suffix.lstrip(".").lower())
    layout = (library or builtin_library()).layout(speech.layout)
    return write_file(path, writer(speech, layout, notes=notes), force=force)
