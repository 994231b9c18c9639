"""Files and folders on the disk: read with care, written atomically."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from drafter.i18n import _

# A folder with more below it is no folder of meetings.
_MOST_ENTRIES = 50_000

# What the system says of a file, and what to do about it.
_REASONS = {
    errno.ENOENT: (_("there is no such file"), _("check the name, and the folder that you are in")),
    errno.EISDIR: (_("it is a folder"), _("name a file")),
    errno.ENOTDIR: (_("a folder in its path is a file"), _("check the path")),
    errno.EACCES: (_("you have no right to it"), _("ask for the right, or copy it into a folder of yours")),
    errno.EPERM: (_("you have no right to it"), _("ask for the right, or copy it into a folder of yours")),
    errno.ENAMETOOLONG: (_("its name is too long"), _("give it a shorter name")),
    errno.ELOOP: (_("it is a link that leads in a circle"), _("delete the link, and name the file itself")),
    errno.ENOSPC: (_("the disk is full"), _("make room on it, or write elsewhere")),
    errno.EROFS: (_("the disk cannot be written to"), _("write elsewhere")),
    errno.EBUSY: (_("another program has it open"), _("close it there")),
    errno.EEXIST: (_("a file of this name is in the way"), _("delete it, or take another name")),
    errno.ENOTEMPTY: (_("the folder is not empty"), _("take another name")),
    errno.EDQUOT: (_("your share of the disk is used up"), _("make room on it, or write elsewhere")),
    errno.EMFILE: (_("too many files are open"), _("close some programs, and try again")),
    errno.EIO: (_("the disk or the network fails"), _("try again, or copy the file to another disk")),
    errno.EFBIG: (_("the disk takes no file as large as this"), _("write elsewhere")),
}


class UnreadableError(OSError):
    """A file that is not read: ``strerror`` says why, ``remedy`` what to do."""

    def __init__(self, code: int, reason: str, remedy: str = "") -> None:
        super().__init__(code, reason)
        self.remedy = remedy


def explain(error: OSError) -> tuple[str, str]:
    """Return why a file cannot be read or written, in the user's language, and what to do about it."""
    if isinstance(error, UnreadableError):
        return str(error.strerror), error.remedy
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    said = error.strerror or type(error).__name__
    return _("the system refuses: {reason}").format(reason=said), _("try again, or take another place for it")


def read_file(path: Path, most: int) -> bytes:
    """Return the content of the regular file at ``path``, which has at most ``most`` bytes.

    Nothing else is opened: a pipe would wait, a device has no end. Raises UnreadableError.
    """
    try:
        _refuse_special(path.stat())
        # What was looked at may have been replaced since: even then nothing waits.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            status = os.fstat(file.fileno())
            _refuse_special(status)
            content = b"" if status.st_size > most else file.read(most + 1)
    except UnreadableError:
        raise
    except OSError as error:
        raise UnreadableError(error.errno or 0, *explain(error)) from None
    except ValueError:
        message, remedy = _("no file can be called so"), _("check the name")
        raise UnreadableError(errno.EINVAL, message, remedy) from None
    if status.st_size > most or len(content) > most:
        message = _("it is larger than {limit} KB").format(limit=most >> 10)
        raise UnreadableError(errno.EFBIG, message, _("give the file that is meant"))
    return content


def refuse_special(path: Path) -> None:
    """Raise UnreadableError where a folder, a pipe, a device or a link in a circle is at ``path``."""
    if os.path.lexists(path):
        try:
            _refuse_special(path.stat())
        except UnreadableError:
            raise
        except OSError as error:
            raise UnreadableError(error.errno or 0, *explain(error)) from None


def _refuse_special(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError(errno.EISDIR, *_REASONS[errno.EISDIR])
    if not stat.S_ISREG(status.st_mode):
        message = _("it is no file with content, but a pipe or a device")
        raise UnreadableError(errno.EINVAL, message, _("write what it gives into a file, and name that"))


def is_file(path: Path) -> bool:
    """Return whether there is a regular file at ``path``; no name and no missing right is an error."""
    with suppress(OSError, ValueError):
        return path.is_file()
    return False


def is_folder(path: Path) -> bool:
    """Return whether there is a folder at ``path``; no name and no missing right is an error."""
    with suppress(OSError, ValueError):
        return path.is_dir()
    return False


def entries(folder: Path) -> list[Path]:
    """Return what is in ``folder``, sorted; nothing where it is none or cannot be read."""
    with suppress(OSError, ValueError):
        return sorted(folder.iterdir())
    return []


def files_below(folder: Path) -> Iterator[Path]:
    """Yield the files in ``folder`` and below it, up to a number; what cannot be read is passed over."""
    seen = 0
    for parent, _folders, names in os.walk(folder):
        seen += 1 + len(names)
        if seen > _MOST_ENTRIES:
            return
        yield from (Path(parent) / name for name in names)


def is_inside(path: Path, folder: Path) -> bool:
    """Return whether ``path`` still lies in ``folder`` once all links are followed."""
    with suppress(OSError, ValueError):
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
    return False


def replace_file(path: Path, content: bytes, *, durable: bool = False) -> None:
    """Replace the file at ``path`` atomically: a reader sees the old content or the new.

    Only a ``durable`` file is synced to disk, since that takes as long as a whole build, and what a
    build writes can be built again.
    """
    unfinished = path.with_name(f".{path.name[:40]}.{os.urandom(4).hex()}")
    # No new content is open to more people than the old was, not even while it is written.
    mode = 0o600 if path.exists() else 0o666
    try:
        descriptor = os.open(
            unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode
        )
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        with suppress(OSError):
            shutil.copymode(path, unfinished)
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def working_folder() -> Path | None:
    """Return the folder in which one works, None where it is gone."""
    with suppress(OSError):
        return Path.cwd()
    return None
