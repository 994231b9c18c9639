"""Regular expressions as the module ``re`` has them, each compiled once, and only when first asked.

The reader and the composer have thousands, of which one sheet needs a part. ``re`` itself compiles
where a module is loaded, and forgets all but some hundreds of those given as text.
Import it in place of ``re``: ``from drafter import patterns as re``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from re import ASCII, DOTALL, MULTILINE, VERBOSE, Match, Pattern, escape
from typing import Any, cast

__all__ = ["ASCII", "DOTALL", "MULTILINE", "VERBOSE", "Match", "Pattern", "escape"]

_WAYS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub")
_NO_FLAGS = re.RegexFlag(0)


class _Lazy:
    """An expression that becomes a ``re.Pattern`` when it is first asked."""

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self.pattern = pattern
        self._flags = flags


def _first(way: str) -> Callable[..., Any]:
    """Return the method that compiles an expression, and puts those of the compiled one in its place."""

    def asked(lazy: _Lazy, *given: Any, **named: Any) -> Any:
        compiled = re.compile(lazy.pattern, lazy._flags)
        lazy.__dict__.update({each: getattr(compiled, each) for each in _WAYS})
        return getattr(compiled, way)(*given, **named)

    return asked


for _way in _WAYS:
    setattr(_Lazy, _way, _first(_way))


@lru_cache(maxsize=8192)
def compile(expression: str, flags: re.RegexFlag = _NO_FLAGS) -> Pattern[str]:
    """Return the pattern of an expression; ``re.error`` is raised when it is first used."""
    return cast(Pattern[str], _Lazy(expression, flags))


def search(expression: str, text: str, flags: re.RegexFlag = _NO_FLAGS) -> Match[str] | None:
    """Return as ``re.search`` does."""
    return compile(expression, flags).search(text)


def match(expression: str, text: str) -> Match[str] | None:
    """Return as ``re.match`` does."""
    return compile(expression).match(text)


def fullmatch(expression: str, text: str) -> Match[str] | None:
    """Return as ``re.fullmatch`` does."""
    return compile(expression).fullmatch(text)


def split(expression: str, text: str, maxsplit: int = 0) -> list[str | Any]:
    """Return as ``re.split`` does."""
    return compile(expression).split(text, maxsplit)


def findall(expression: str, text: str) -> list[Any]:
    """Return as ``re.findall`` does."""
    return compile(expression).findall(text)


def finditer(expression: str, text: str) -> Iterator[Match[str]]:
    """Return as ``re.finditer`` does."""
    return compile(expression).finditer(text)


def sub(expression: str, by: str | Callable[[Match[str]], str], text: str, count: int = 0) -> str:
    """Return as ``re.sub`` does."""
    return compile(expression).sub(by, text, count)
