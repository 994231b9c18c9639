"""Digests of paragraphs and prose, which a document keeps in place of the texts.

A document keeps the parameters it was drafted from, with a digest in place of each sentence of prose.
A digest ends with the mark at the end of its sentence, or with the sentence's last character: templates look
at it to decide on the marks around the prose, and so render the same words around the digest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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
_DIGEST = re.compile(f"{_MARK}([0-9a-f]{{6}})(.)")
_DIGESTS = re.compile(f"(?:{_MARK}[0-9a-f]{{6}}.)+")
# A sentence ends with one of these marks; half-width ones are what some editors make of the others.
_ENDS = "。！？；.!?;"
_SENTENCE = re.compile(f"[^{_ENDS}]*[{_ENDS}]|[^{_ENDS}]+")

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
    """Return what is kept of a line of prose; a line of digests is returned as it is."""
    if is_digest(line):
        return line
    return "".join(f"{_MARK}{_key(_words(one))}{one[-1]}" for one in _SENTENCE.findall(line))


def is_digest(line: str) -> bool:
    """Return whether ``line`` is a line of digests, all of whose sentences are unknown."""
    return line.startswith(_MARK) and _DIGESTS.fullmatch(line) is not None


def has_digests(text: str) -> bool:
    """Return whether sentences of ``text`` are unknown."""
    return _MARK in text


def digests_in(text: str) -> list[str]:
    """Return the digests of the sentences of ``text`` that are unknown."""
    return [found[1] for found in _DIGEST.finditer(text)]


def sentences_by_digest(texts: Iterable[str]) -> dict[str, str]:
    """Return the sentences of ``texts`` by their digests, without the marks at their ends."""
    lines = (text.replace(_BREAK, "") for text in texts)
    found = {_words(one): None for line in lines for one in _SENTENCE.findall(line)}
    # What some editors put behind a half-width mark is no part of the next sentence.
    return {_key(form): form for one in found for form in (one.lstrip(), one)}


def restore_line(line: str, sentences: Mapping[str, str]) -> str:
    """Return ``line`` with each digest replaced by its sentence, as far as ``sentences`` has it."""
    return _DIGEST.sub(lambda found: _restored(found, sentences), line)


def _restored(found: re.Match[str], sentences: Mapping[str, str]) -> str:
    words = sentences.get(found[1])
    if words is None:
        return found[0]
    return words + found[2] if found[2] in _ENDS else words


def _words(sentence: str) -> str:
    """Return a sentence without the mark at its end."""
    return sentence[:-1] if sentence[-1] in _ENDS else sentence


def _key(words: str) -> str:
    """Return the digest of a sentence, which is looked for among those of one document only."""
    return digest_of(words)[:6]


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
