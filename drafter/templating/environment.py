"""The Jinja environment of a library: sandboxed, strict, and compiled only once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter import __version__
from drafter.files import keep, read_kept
from drafter.templating.filters import FILTERS, TESTS
from drafter.templating.slots import Slots
from drafter.templating.source_map import Locate
from drafter.templating.values import View

# To be raised with each change to how templates compile: templates kept from before would fail.
COMPILED = 3


class Environment(ImmutableSandboxedEnvironment):
    """A sandbox with a shortcut for values that are safe by their type."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute; keys of the parameters need no check."""
        if type(obj) is View and attribute[0] != "_":
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: D102
        # A macro belongs to a template: it takes no context, and escapes as the environment does.
        if type(obj) is Macro:
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
            return obj(*args, **kwargs)
        return super().call(context, obj, *args, **kwargs)


class CompiledTemplates(BytecodeCache):
    """Compiled templates, kept in the cache; a damaged one is compiled again."""

    def load_bytecode(self, bucket: Bucket) -> None:  # noqa: D102
        kept = read_kept(_name_of(bucket))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:  # noqa: D102
        keep(_name_of(bucket), bucket.bytecode_to_string())


def _name_of(bucket: Bucket) -> str:
    # Jinja's key is the text of the template alone; another version may compile it differently.
    return f"template-{__version__}-{COMPILED}-{bucket.key}"


@lru_cache(maxsize=16)
def environment_of(folders: tuple[Path, ...]) -> Environment:
    """Return the environment that looks for templates in ``folders``, in their order."""
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders], encoding="utf-8-sig"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=False,
        extensions=[Locate, Slots],
        # Templates do not change while a program runs; looking for changes costs a tenth of a draft.
        auto_reload=False,
        bytecode_cache=CompiledTemplates(),
    )
    environment.filters.update(FILTERS)
    environment.tests.update(TESTS)
    return environment
