"""The folders of templates that go with a YAML file: named by the user, or by a drafter.toml beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from drafter.diagnostics import Diagnostic, Span
from drafter.errors import ParameterError, did_you_mean
from drafter.i18n import _
from drafter.library import Library, builtin_library

FILE = "drafter.toml"
KEYS = ("templates",)


def library_for(source: Path, templates: Sequence[Path] = ()) -> Library:
    """Return the library for the YAML file at ``source``.

    ``templates`` come first; without any, those that ``drafter.toml`` in the same folder
    names (``templates = "our-templates"``, told from that folder). Raises ParameterError
    where that file has a fault or a folder does not exist.
    """
    folders = tuple(templates) or _configured(source.parent / FILE)
    for folder in folders:
        if not folder.is_dir():
            message = _("there is no folder {path}").format(path=folder)
            raise ParameterError([Diagnostic("T103", message, Span(str(folder)))])
    return _library(folders) if folders else builtin_library()


@lru_cache(maxsize=8)
def _library(folders: tuple[Path, ...]) -> Library:
    return Library(folders)


@lru_cache(maxsize=64)
def _configured(path: Path) -> tuple[Path, ...]:
    if not path.is_file():
        return ()
    import tomllib

    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise _fault(path, "T101", str(error), _remedy_for_toml()) from None
    for key in values:
        if key not in KEYS:
            raise _fault(path, "T102", _("unknown key `{key}`").format(key=key), did_you_mean(key, KEYS))
    named = values.get("templates", [])
    names = [named] if isinstance(named, str) else named
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise _fault(path, "T102", _("`templates` is a folder or a list of folders"), _remedy_for_toml())
    return tuple(path.parent / name for name in names)


def _remedy_for_toml() -> str:
    return _("write {line}").format(line='templates = "templates"')


def _fault(path: Path, code: str, message: str, remedy: str) -> ParameterError:
    return ParameterError([Diagnostic(code, message, Span(str(path)), remedy)])
