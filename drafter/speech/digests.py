"""Digests of paragraphs and prose: short enough to keep, long enough to tell a changed one.

Prose in abridged parameters is its lines' digests, each with the line's last character: a template
that is rendered with it says around it what it says around the prose itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, TypeVar
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from drafter.models.fields import fields_of
from drafter.speech.spans import SpanKind, TextSpan

# A character for private use: no clerk writes one.
_MARK = "\ue00d"
_BREAK = "\n"
# Looked up once: there are hundreds of segments.
_PROSE, _NOTE = SpanKind.PROSE, SpanKind.NOTE
_ABRIDGED = re.compile(f"{_MARK}[0-9a-f]{{8}}.")

Model = TypeVar("Model", bound=Struct)


def digest_of(text: str) -> str:
    """Return the digest of a text. Where the lines of a title break does not count."""
    return f"{crc32(text.replace(_BREAK, '').encode('utf-8', 'replace')):08x}"


def digest_of_block(segments: Iterable[TextSpan]) -> str:
    """Return the digest of a paragraph, in which prose counts as its own digest.

    It is shorter than that of prose, since it is only compared with that of the same paragraph.
    """
    texts = [
        digest_line(segment.text) if segment.kind is _PROSE else segment.text
        for segment in segments
        if segment.kind is not _NOTE
    ]
    return digest_of("".join(texts))[:6]


# A draft asks for each twice: for its paragraph, and for the parameters that are kept.
@lru_cache(maxsize=256)
def digest_line(line: str) -> str:
    """Return what is kept of a line of prose; of one that is abridged already, itself."""
    return line if is_digest(line) or not line else f"{_MARK}{digest_of(line)}{line[-1]}"


def is_digest(line: str) -> bool:
    """Tell whether ``line`` is no prose, but the digest of one."""
    return line.startswith(_MARK) and _ABRIDGED.fullmatch(line) is not None


def readable(text: str) -> str:
    """Return ``text`` as a person is told it: prose that is not kept as ……."""
    return _ABRIDGED.sub("……", text)


def digest_prose(model: Model) -> Model:
    """Return ``model`` with each line of its prose abridged; what has none is itself."""
    changed: dict[str, Any] = {}
    for name, is_list, is_prose in _fields(type(model)):
        value = getattr(model, name)
        if not value:
            continue
        new = tuple([_value(item, is_prose) for item in value]) if is_list else _value(value, is_prose)
        if new is not value:
            changed[name] = new
    return replace(model, **changed) if changed else model


@lru_cache(maxsize=64)
def _fields(model: type[Struct]) -> tuple[tuple[str, bool, bool], ...]:
    """Return the fields of ``model`` in which prose can stand: which are lists, and which prose."""
    return tuple(
        (plan.name, plan.is_list, is_prose)
        for plan in fields_of(model).values()
        if (is_prose := bool(plan.extra.get("prose") or plan.extra.get("sentence"))) or plan.is_model
    )


def _value(value: Any, is_prose: bool) -> Any:
    if isinstance(value, Struct):
        return digest_prose(value)
    if is_prose and isinstance(value, str):
        return "\n".join(map(digest_line, value.split("\n")))
    return value
