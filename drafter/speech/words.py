"""The words of a Chinese text, kept from one run to the next."""

from __future__ import annotations

import sys
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import msgspec

from drafter.files.cache import keep, read_kept

# A document is built again and again under one title; those of older documents are dropped.
MOST_KEPT = 64

_Kept = dict[str, tuple[int, ...]]


def word_lengths(text: str) -> tuple[int, ...]:
    """Return the length of each word of ``text``.

    To import rjieba takes half as long as a build, so the first lengths that a run needs are kept.
    """
    if "rjieba" in sys.modules:
        return _cut(text)
    name, key = f"words-{_stamp()}", sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    kept = _read(name)
    lengths = kept.get(key, ())
    if sum(lengths) != len(text):
        lengths = _cut(text)
        latest = [*kept.items(), (key, lengths)][-MOST_KEPT:]
        keep(name, msgspec.json.encode(dict(latest)))
    return lengths


def _cut(text: str) -> tuple[int, ...]:
    import rjieba

    return tuple(map(len, rjieba.cut(text)))


def _stamp() -> str:
    """Return a digest of the rjieba that is installed: another one may cut otherwise."""
    spec = find_spec("rjieba")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    files = sorted((path.name, path.stat()) for path in folder.glob("*.*"))
    told = [(name, status.st_size, status.st_mtime_ns) for name, status in files]
    return sha256(repr(told).encode()).hexdigest()[:16]


def _read(name: str) -> _Kept:
    try:
        return msgspec.json.decode(read_kept(name) or b"{}", type=_Kept)
    except msgspec.MsgspecError:
        return {}
