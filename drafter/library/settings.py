"""The library for a YAML file: with the folders that a ``drafter.toml`` beside it names."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from drafter.errors import Diagnostic, ParameterError, Span, did_you_mean
from drafter.files.disk import UnreadableError, is_folder, read_file, working_folder
from drafter.i18n import _
from drafter.library.library import Library, builtin_library
from drafter.library.trust import untrusted
from drafter.yaml.source import Source, decoded, source_of

SETTINGS = "drafter.toml"
KEYS = ("templates", "check")
# A few lines are all that is in it.
MOST_SETTINGS = 16384


class CheckTable(Struct, frozen=True):
    """The table ``[check]`` of a drafter.toml: codes of rules, and the file with the office's own terms."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    terms: Path | None = None


def library_for(source: Path, templates: Sequence[Path] = ()) -> Library:
    """Return the library for the YAML file at ``source``.

    Its own folders are ``templates``; without any, those that a ``drafter.toml`` in the same folder
    names (``templates = "our-templates"``, relative to it). Raises ParameterError where that file has
    a fault, names a folder elsewhere that the user does not trust yet, or a folder does not exist.
    """
    settings = source.parent / SETTINGS
    folders = tuple(templates) or _configured(settings, working_folder())
    for folder in folders:
        if not is_folder(folder):
            message = _("there is no folder {path}").format(path=folder)
            remedy = _("check the name: it counts from the folder of this file")
            span = Span(str(folder)) if templates else _line_of(settings, "templates")
            raise ParameterError([Diagnostic("T103", message, span, "" if templates else remedy)])
    return _library(folders, working_folder()) if folders else builtin_library()


@lru_cache(maxsize=8)
def _library(folders: tuple[Path, ...], _here: Path | None) -> Library:
    """Return the library of ``folders``, which may be relative to the working folder."""
    return Library(folders)


def check_table(source: Path) -> CheckTable:
    """Return what a ``drafter.toml`` in the folder of ``source`` says of the check.

    Raises ParameterError where it has a fault.
    """
    return _check_table(source.parent / SETTINGS, working_folder())


@lru_cache(maxsize=64)
def _check_table(path: Path, _here: Path | None) -> CheckTable:
    table = _settings(path).get("check", {})
    if not isinstance(table, dict):
        raise _fault(path, "T102", _("`check` is a table"), _remedy_for_check())
    keys = CheckTable.__struct_fields__
    _refuse_unknown(path, table, keys)
    names = {key: _names(path, table, key) for key in keys}
    terms = names["terms"]
    if len(terms) > 1:
        raise _fault(path, "T102", _("`terms` is one file"), _remedy_for_check())
    return CheckTable(names["select"], names["ignore"], path.parent / terms[0] if terms else None)


@lru_cache(maxsize=64)
def _configured(path: Path, _here: Path | None) -> tuple[Path, ...]:
    """Return the folders that a drafter.toml names, none where there is no such file."""
    values = _settings(path)
    named = values.get("templates", [])
    names = [named] if isinstance(named, str) else named
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        message = _("`templates` is a folder or a list of folders")
        raise _fault(path, "T102", message, _remedy_for_toml(), _line_of(path, "templates"))
    folders = tuple(path.parent / name for name in names)
    _refuse_untrusted(path, folders)
    return folders


def _names(path: Path, table: dict[str, Any], key: str) -> tuple[str, ...]:
    """Return the texts under ``key``: one, or a list of them."""
    given = table.get(key, [])
    names = [given] if isinstance(given, str) else given
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        message = _("`{key}` is a text or a list of texts").format(key=key)
        raise _fault(path, "T102", message, _remedy_for_check())
    return tuple(name.strip() for name in names if name.strip())


def _refuse_unknown(path: Path, values: dict[str, Any], known: Sequence[str]) -> None:
    for key in values:
        if key not in known:
            message = _("unknown key `{key}`").format(key=key)
            raise _fault(path, "T102", message, did_you_mean(key, known), _line_of(path, key))


def _settings(path: Path) -> dict[str, Any]:
    """Return what a drafter.toml says, nothing where there is none."""
    if not os.path.lexists(path):
        return {}
    values = _parsed(path)
    _refuse_unknown(path, values, KEYS)
    return values


def _parsed(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        source = _source(path)
        return tomllib.loads(source.text)
    except UnreadableError as error:
        message = _("cannot read the file: {reason}").format(reason=error.strerror)
        raise _fault(path, "T101", message, error.remedy) from None
    except RecursionError:
        raise _fault(path, "T101", _("nested too deep"), _remedy_for_toml()) from None
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = map(int, place.groups()) if place else (len(source.text.splitlines()), 1)
        message = _("this is no TOML: a name, =, and a value in straight quotation marks")
        raise _fault(path, "T101", message, _remedy_for_toml(), source.span(line, column)) from None


def _source(path: Path) -> Source:
    return source_of(str(path), decoded(str(path), read_file(path, MOST_SETTINGS)))


def _line_of(path: Path, key: str) -> Span:
    """Return the line of a drafter.toml in which ``key`` stands, the file where none is found."""
    with suppress(UnreadableError, ParameterError):
        source = _source(path)
        for number, line in enumerate(source.lines, 1):
            if found := re.match(rf"\s*([\"']?){re.escape(key)}\1\s*[=.]", line):
                return source.span(number, found.start() + 1, found.end())
    return Span(str(path))


def _refuse_untrusted(path: Path, folders: Sequence[Path]) -> None:
    strange = untrusted(path, folders)
    if strange is not None and is_folder(strange):
        message = _("the file names templates elsewhere, which may be a stranger's: {folder}")
        remedy = _("if you know them, say so once with `--trust`")
        raise _fault(path, "T105", message.format(folder=strange), remedy, _line_of(path, "templates"))


def _remedy_for_toml() -> str:
    return _("write {line}").format(line='templates = "templates"')


def _remedy_for_check() -> str:
    return _("write {line}").format(line='[check] / ignore = ["overlong-sentence"] / terms = "terms.yaml"')


def _fault(path: Path, code: str, message: str, remedy: str, span: Span | None = None) -> ParameterError:
    return ParameterError([Diagnostic(code, message, span or Span(str(path)), remedy)])
