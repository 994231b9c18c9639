"""The Jinja environment of a library: sandboxed, strict, and compiled only once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.cache import cache_folder
from drafter.rendering.filters import FILTERS, TESTS
from drafter.rendering.locate import Locate
from drafter.rendering.values import View


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


@lru_cache(maxsize=16)
def environment_of(folders: tuple[Path, ...]) -> Environment:
    """Return the environment that finds templates in ``folders``, the first one first."""
    cache = cache_folder()
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders], encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        extensions=[Locate],
        bytecode_cache=FileSystemBytecodeCache(str(cache), "template-%s.cache") if cache else None,
    )
    environment.filters.update(FILTERS)
    environment.tests.update(TESTS)
    return environment
