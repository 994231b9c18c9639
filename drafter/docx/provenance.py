"""What a document remembers of how it was written, in its own properties (docProps/custom.xml).

The parameters, so that the same draft can be made again; a digest of each paragraph, so that what the
templates say now is not taken for what they said then; and by what. Prose is not kept twice: its
digest tells whether the document still has it. Word shows a property of at most 255 characters, so
that longer texts are kept in several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

import msgspec
from msgspec import Struct

import drafter
from drafter.docx.fingerprint import PROPERTY
from drafter.models.parameters import Parameters
from drafter.models.types import Depth
from drafter.speech.digests import digest_prose
from drafter.speech.tree import Speech

_MOST = 255
_MARKS, _GIVEN = "drafter.marks", "drafter.given"
_MARK = re.compile(r"(?:([0-9]{1,6}):)?([0-9a-f]{6})")
# A meeting's YAML has 30 KB at most; what a stranger put there need not be read.
_MOST_PIECES = 4000


class Provenance(Struct, frozen=True):
    """What a document was drafted from, and the digests of its paragraphs by their numbers, in order.

    Prose in ``given`` is abridged (see drafter.digests); ``kind`` is that of the paper, ``depth`` how
    much it says.
    """

    given: Parameters
    kind: str
    marks: dict[int, str]
    depth: str = ""


def provenance_properties(speech: Speech, marks: Mapping[int, str]) -> dict[str, str]:
    """Return the properties that keep what ``speech`` was drafted from, and the ``marks``."""
    marked = " ".join(_numbered(marks))
    properties = {
        "drafter.kind": speech.kind,
        "drafter.layout": speech.layout,
        "drafter.depth": speech.depth,
        "drafter.version": drafter.__version__,
        **_pieces(_MARKS, marked),
    }
    if speech.given:
        given = digest_prose(msgspec.json.decode(speech.given, type=Parameters))
        properties |= _pieces(_GIVEN, msgspec.json.encode(given).decode())
    return properties


def read_provenance(stored: Mapping[str, str]) -> Provenance | None:
    """Return what a document with the properties ``stored`` remembers; None where that makes no sense."""
    marks = _marks_in(_joined(_MARKS, stored))
    try:
        given = msgspec.json.decode(_joined(_GIVEN, stored), type=Parameters)
    except msgspec.DecodeError:
        return None
    kind, depth = stored.get("drafter.kind") or given.kind, stored.get("drafter.depth", "")
    # A depth that there is not is a stranger's: as if there were none.
    known = depth if depth in get_args(Depth) else ""
    return Provenance(given, kind, marks, known)


def is_provenance(name: str) -> bool:
    """Tell whether the property ``name`` is one that ``provenance_properties`` writes."""
    return name.startswith("drafter.") and name != PROPERTY


def _numbered(marks: Mapping[int, str]) -> Iterator[str]:
    """Yield the digests in ``marks``, with its number each that does not follow from the one before."""
    following = 1
    for number, digest in marks.items():
        yield digest if number == following else f"{number}:{digest}"
        following = number + 1


def _pieces(name: str, text: str) -> dict[str, str]:
    return {f"{name}.{number}": piece for number, piece in enumerate(_cut(text), 1)}


def _cut(text: str) -> Iterator[str]:
    """Yield ``text`` in pieces of at most 255 of the units that Word counts in, UTF-16."""
    units, start = text.encode("utf-16-le"), 0
    while start < len(units):
        end = start + 2 * _MOST
        # Not between the halves of a character that takes two.
        if end < len(units) and 0xD8 <= units[end - 1] <= 0xDB:
            end -= 2
        yield units[start:end].decode("utf-16-le")
        start = end


def _marks_in(text: str) -> dict[int, str]:
    marks: dict[int, str] = {}
    number = 0
    for given, digest in _MARK.findall(text):
        number = int(given) if given else number + 1
        marks[number] = digest
    return marks


def _joined(name: str, stored: Mapping[str, str]) -> str:
    pieces: Iterable[int] = range(1, _MOST_PIECES)
    found = (stored.get(f"{name}.{number}") for number in pieces)
    texts = []
    for text in found:
        if text is None:
            break
        texts.append(text)
    return "".join(texts)
