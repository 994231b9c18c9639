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
from drafter.templating.source_map import Locate
from drafter.templating.values import View

# To be raised where filters come to be called otherwise: what is compiled already would fail.
CALLS = 2


class Environment(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way for what is safe by its type."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute; keys of the parameters need none of the sandbox's questions."""
        if type(obj) is View and attribute[0] != "_":
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: D102
        # A macro is the template's own: it asks for no context, and escapes as the environment does.
        if type(obj) is Macro:
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
            return obj(*args, **kwargs)
        return super().call(context, obj, *args, **kwargs)


class CompiledTemplates(BytecodeCache):
    """Compiled templates, kept from one run to the next; a damaged one is compiled again."""

    def load_bytecode(self, bucket: Bucket) -> None:  # noqa: D102
        kept = read_kept(_name_of(bucket))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:  # noqa: D102
        keep(_name_of(bucket), bucket.bytecode_to_string())


def _name_of(bucket: Bucket) -> str:
    # Jinja knows a template by its text alone; another drafter may compile it otherwise.
    return f"template-{__version__}-{CALLS}-{bucket.key}"


@lru_cache(maxsize=16)
def environment_of(folders: tuple[Path, ...]) -> Environment:
    """Return the environment that finds templates in ``folders``, the first one first."""
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders], encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=False,
        extensions=[Locate],
        # Templates do not change while a program runs; to ask the disk at each use costs a tenth.
        auto_reload=False,
        bytecode_cache=CompiledTemplates(),
    )
    environment.filters.update(FILTERS)
    environment.tests.update(TESTS)
    return environment
