"""Every tag of a template carries its place, so that a slip is told in the author's own file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

TAG = re.compile(r"<([A-Za-z][\w-]*)")
ATTRIBUTE = "at"


class Locate(Extension):
    """Writes ``at="file:line"`` into each start tag while a template is compiled."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens of ``stream``, the tags in their text marked."""
        for token in stream:
            if token.type == "data":
                yield Token(token.lineno, token.type, _mark(token, stream.name or ""))
            else:
                yield token


def _mark(token: Token, name: str) -> str:
    text = token.value

    def place(found: re.Match[str]) -> str:
        line = token.lineno + text.count("\n", 0, found.start())
        return f'<{found[1]} {ATTRIBUTE}="{name}:{line}"'

    return TAG.sub(place, text)
