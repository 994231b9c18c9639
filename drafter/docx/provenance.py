"""The provenance of a document, kept in its custom properties (docProps/custom.xml).

It holds the parameters, from which the same draft can be made again; kind, layout, depth and the version
of drafter; and a digest of each paragraph, which shows whether the templates have changed since. Of prose
it holds digests only: the text is in the document. Word shows at most 255 characters of a property, so
that longer texts are kept in several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate, takewhile
from typing import get_args

import msgspec
from msgspec import Struct

import drafter
from drafter.docx import fingerprint, seal
from drafter.models.parameters import Parameters
from drafter.models.types import Depth
from drafter.speech.digests import digest_prose
from drafter.speech.tree import Speech

_MOST = 255
_DIGESTS, _GIVEN = "drafter.marks", "drafter.given"
_DIGEST = re.compile(r"(?:([0-9]{1,6}):)?([0-9a-f]{6})")
_STRING, _BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+"'), re.compile(r"[\[\]{}]")
# As deep as a YAML may be: what lies deeper no YAML gave.
_DEEPEST = 32
# A meeting's YAML has 30 KB at most; a property that was tampered with is not read any further.
_MOST_PROPERTIES = 4000


class Provenance(Struct, frozen=True):
    """The parameters ``given`` of a document, and the digests of its paragraphs by number, in order.

    Prose in ``given`` is abridged (see drafter.speech.digests). ``kind`` is the kind of the paper, ``depth``
    how much it says, "" where that is not known.
    """

    given: Parameters
    kind: str
    digests: dict[int, str]
    depth: str = ""


def provenance_properties(speech: Speech, digests: Mapping[int, str]) -> dict[str, str]:
    """Return the properties that keep the provenance of ``speech``, with the ``digests`` of paragraphs."""
    properties = {
        "drafter.kind": speech.kind,
        "drafter.layout": speech.layout,
        "drafter.depth": speech.depth,
        "drafter.version": drafter.__version__,
        **_properties(_DIGESTS, " ".join(_numbered(digests))),
    }
    if speech.given:
        given = digest_prose(msgspec.json.decode(speech.given, type=Parameters))
        properties |= _properties(_GIVEN, msgspec.json.encode(given).decode())
    return properties


def read_provenance(stored: Mapping[str, str]) -> Provenance | None:
    """Return the provenance in the properties ``stored`` of a document; None where it has none."""
    digests = _digests_in(_joined(_DIGESTS, stored))
    text = _joined(_GIVEN, stored)
    if _depth_of(text) > _DEEPEST:
        return None
    try:
        given = msgspec.json.decode(text, type=Parameters)
    except msgspec.DecodeError:
        return None
    kind, depth = stored.get("drafter.kind") or given.kind, stored.get("drafter.depth", "")
    # Only a file that was tampered with names a depth that does not exist.
    known = depth if depth in get_args(Depth) else ""
    return Provenance(given, kind, digests, known)


def _depth_of(text: str) -> int:
    """Return how deep the brackets of a JSON text are nested."""
    steps = (1 if bracket in "[{" else -1 for bracket in _BRACKETS.findall(_STRING.sub("", text)))
    return max(accumulate(steps), default=0)


def is_provenance(name: str) -> bool:
    """Return whether the property ``name`` is one that ``provenance_properties`` writes."""
    return name.startswith("drafter.") and name not in (fingerprint.PROPERTY, seal.PROPERTY)


def _numbered(digests: Mapping[int, str]) -> Iterator[str]:
    """Yield each digest, with its number unless that is the number before plus one."""
    following = 1
    for number, digest in digests.items():
        yield digest if number == following else f"{number}:{digest}"
        following = number + 1


def _properties(name: str, text: str) -> dict[str, str]:
    return {f"{name}.{number}": part for number, part in enumerate(_parts(text), 1)}


def _parts(text: str) -> Iterator[str]:
    """Yield ``text`` in parts of at most 255 units of UTF-16, in which Word counts."""
    units, start = text.encode("utf-16-le"), 0
    while start < len(units):
        end = start + 2 * _MOST
        # A character that takes two units is not cut in half.
        if end < len(units) and 0xD8 <= units[end - 1] <= 0xDB:
            end -= 2
        yield units[start:end].decode("utf-16-le")
        start = end


def _digests_in(text: str) -> dict[int, str]:
    digests: dict[int, str] = {}
    number = 0
    for given, digest in _DIGEST.findall(text):
        number = int(given) if given else number + 1
        digests[number] = digest
    return digests


def _joined(name: str, stored: Mapping[str, str]) -> str:
    """Return the text that ``_properties`` kept under ``name``."""
    found = (stored.get(f"{name}.{number}") for number in range(1, _MOST_PROPERTIES))
    return "".join(text or "" for text in takewhile(lambda text: text is not None, found))
