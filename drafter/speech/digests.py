"""Digests of paragraphs and prose, which a document keeps in place of the texts.

A document keeps the parameters it was drafted from, with a digest in place of each line of prose.
The digest of a line ends with the line's last character: templates look at it to decide on the
marks around the prose, and so render the same words around the digest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, TypeVar
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from drafter.models.facts import Facts, Intent, Missing
from drafter.models.fields import fields_of
from drafter.speech.spans import SpanKind, TextSpan

# Marks a digest. It is a character for private use, which nobody types.
_MARK = "\ue00d"
_BREAK = "\n"
# Looked up once, since a speech has hundreds of spans.
_PROSE, _NOTE = SpanKind.PROSE, SpanKind.NOTE
_DIGEST = re.compile(f"{_MARK}[0-9a-f]{{8}}.")

Model = TypeVar("Model", bound=Struct)


def digest_of(text: str) -> str:
    """Return the digest of ``text``. Line breaks, as in a title, do not count."""
    return f"{crc32(text.replace(_BREAK, '').encode('utf-8', 'replace')):08x}"


def digest_of_block(spans: Iterable[TextSpan]) -> str:
    """Return the digest of a paragraph, with prose replaced by its own digest first.

    It has six digits only: it is compared with nothing but the digest of the same paragraph.
    """
    texts = [
        digest_line(span.text) if span.kind is _PROSE else span.text
        for span in spans
        if span.kind is not _NOTE
    ]
    return digest_of("".join(texts))[:6]


# A draft needs each digest twice: for the paragraph, and for the parameters.
@lru_cache(maxsize=256)
def digest_line(line: str) -> str:
    """Return what is kept of a line of prose; a line that is a digest already is returned as it is."""
    return line if is_digest(line) or not line else f"{_MARK}{digest_of(line)}{line[-1]}"


def is_digest(line: str) -> bool:
    """Return whether ``line`` is the digest of a line of prose."""
    return line.startswith(_MARK) and _DIGEST.fullmatch(line) is not None


def readable(text: str) -> str:
    """Return ``text`` for people to read, with …… in place of each digest."""
    return _DIGEST.sub("……", text)


def digest_prose(model: Model) -> Model:
    """Return ``model`` with a digest in place of each line of prose; ``model`` itself if it has none."""
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
    """Return name, whether it is a list, and whether it is prose, of the fields that are prose or models."""
    return tuple(
        (spec.name, spec.is_list, is_prose)
        for spec in fields_of(model).values()
        # Of facts the whole words are kept: the text is composed from them.
        if spec.type not in (Facts, Intent, Missing)
        and ((is_prose := bool(spec.extra.get("prose") or spec.extra.get("sentence"))) or spec.is_model)
    )


def _value(value: Any, is_prose: bool) -> Any:
    if isinstance(value, Struct):
        return digest_prose(value)
    if is_prose and isinstance(value, str):
        return "\n".join(map(digest_line, value.split("\n")))
    return value
