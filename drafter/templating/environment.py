"""The Jinja environment of a library: sandboxed, strict, and compiled only once."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, StrictUndefined, TemplateNotFound
from jinja2.bccache import Bucket

from drafter import __version__
from drafter.errors import Diagnostic, Span, TemplateError
from drafter.files.cache import keep, read_kept
from drafter.files.disk import UnreadableError, files_below, read_file, working_folder
from drafter.i18n import _
from drafter.library import find_in
from drafter.templating.filters import FILTERS, TESTS
from drafter.templating.sandbox import Environment, bounded_range, filters_of_jinja, metered, text_of
from drafter.templating.slots import Slots
from drafter.templating.source_map import Locate
from drafter.yaml.source import MAX_BYTES

# To be raised with each change to how templates compile: templates kept from before would fail.
COMPILED = 4


class Folders(BaseLoader):
    """Templates in the folders of a library; no link and no name leads out of them."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = folders

    def get_source(self, environment: Any, template: str) -> tuple[str, str, None]:
        """Return the text and the path of a template; raises TemplateNotFound or TemplateError."""
        path = find_in(self.folders, template)
        if path is None:
            raise TemplateNotFound(template)
        return text_of_template(path), str(path), None

    def list_templates(self) -> list[str]:
        """Return the names of all templates, up to the number that a library may have."""
        found = (
            path.relative_to(folder).as_posix()
            for folder in self.folders
            for path in files_below(folder)
            if path.name.endswith(".j2")
        )
        return sorted(set(islice(found, MOST_TEMPLATES)))


def text_of_template(path: Path) -> str:
    """Return the text of a template; raises TemplateError where it cannot be read."""
    try:
        return read_file(path, MAX_BYTES).decode("utf-8-sig").replace("\r\n", "\n")
    except UnreadableError as error:
        message = _("cannot read the file: {reason}").format(reason=error.strerror)
        raise TemplateError([Diagnostic("J102", message, Span(str(path)), error.remedy)]) from None
    except UnicodeDecodeError:
        message = _("the template is not UTF-8")
        remedy = _("save it as UTF-8: in the editor, Save As, encoding UTF-8")
        raise TemplateError([Diagnostic("J102", message, Span(str(path)), remedy)]) from None


class CompiledTemplates(BytecodeCache):
    """Compiled templates, kept in the cache; a damaged one is compiled again."""

    def load_bytecode(self, bucket: Bucket) -> None:  # noqa: D102
        kept = read_kept(_name_of(bucket))
        if kept is not None:
            # What is in the folder may be of another program, whatever its digest says.
            try:
                bucket.bytecode_from_string(kept)
            except Exception:
                bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:  # noqa: D102
        keep(_name_of(bucket), bucket.bytecode_to_string())


def _name_of(bucket: Bucket) -> str:
    # Jinja's key is the text of the template alone; another version may compile it differently.
    return f"template-{__version__}-{COMPILED}-{sys.flags.optimize}-{bucket.key}"


# A library has some hundred templates; a folder with more is another one.
MOST_TEMPLATES = 5_000


def environment_of(folders: tuple[Path, ...]) -> Environment:
    """Return the environment that looks for templates in ``folders``, in their order."""
    return _environment(folders, working_folder())


@lru_cache(maxsize=16)
def _environment(folders: tuple[Path, ...], _here: Path | None) -> Environment:
    """Return the environment of ``folders``, which may be relative to the working folder."""
    environment = Environment(
        loader=Folders(folders),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=text_of,
        keep_trailing_newline=False,
        extensions=[Locate, Slots],
        # Templates do not change while a program runs; looking for changes costs a tenth of a draft.
        auto_reload=False,
        bytecode_cache=CompiledTemplates(),
    )
    del environment.globals["lipsum"]
    environment.globals["range"] = bounded_range
    environment.filters = filters_of_jinja() | {name: metered(one) for name, one in FILTERS.items()}
    environment.tests.update(TESTS)
    return environment
