"""Regular expressions as the module ``re`` has them, each compiled once, and only when first asked.

The reader and the composer have thousands, of which one sheet needs a part. ``re`` itself compiles
where a module is loaded, and forgets all but some hundreds of those given as text.
Import it in place of ``re``: ``from drafter.facts import patterns as re``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache
from re import ASCII, DOTALL, MULTILINE, VERBOSE, Match, Pattern, escape
from typing import Any, cast

from drafter.facts.patterns.words import words_needed

__all__ = ["ASCII", "DOTALL", "MULTILINE", "VERBOSE", "Match", "Pattern", "escape"]

# The ways to ask, each with what is answered where nothing is found.
_NOT_FOUND: dict[str, Callable[[str], Any]] = {
    "search": lambda _text: None,
    "match": lambda _text: None,
    "fullmatch": lambda _text: None,
    "split": lambda text: [text],
    "findall": lambda _text: [],
    "finditer": lambda _text: iter(()),
    "sub": lambda text: text,
}
_NO_FLAGS = re.RegexFlag(0)


# So often an expression is looked for by its words; one that is asked oftener is quicker compiled.
_PATIENCE = 50


class _Lazy:
    """An expression that becomes a ``re.Pattern`` when it is first asked of a text that may have it."""

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self.pattern = pattern
        self._flags = flags
        self._words: tuple[str, ...] | None = None
        self._asked = 0

    def is_missing(self, text: str) -> bool:
        """Whether a text lacks the words that it must have: known without compiling."""
        if self._words is None:
            self._words = ()
            # That something is no expression is for ``re`` to say.
            with suppress(IndexError, ValueError):
                self._words = () if self._flags else words_needed(self.pattern)
        self._asked += 1
        return bool(self._words) and self._asked < _PATIENCE and not any(w in text for w in self._words)

    def __getattr__(self, name: str) -> Any:
        # What else a compiled expression has: flags, groupindex.
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.compiled(), name)

    def compiled(self) -> Pattern[str]:
        """Compile, and answer from now on as the compiled expression does."""
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update({way: getattr(compiled, way) for way in _NOT_FOUND})
        return compiled


def _first(way: str) -> Callable[..., Any]:
    """Return the method that is asked in a ``way`` as long as an expression is not compiled."""
    place = 1 if way == "sub" else 0

    def asked(lazy: _Lazy, *given: Any, **named: Any) -> Any:
        text = given[place]
        if lazy.is_missing(text):
            return _NOT_FOUND[way](text)
        return getattr(lazy.compiled(), way)(*given, **named)

    return asked


for _way in _NOT_FOUND:
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
