"""Documents that have gone stale: written from other facts than the YAML of their meeting has now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, to_builtins

from drafter.errors import DrafterError
from drafter.files.disk import entries, is_file
from drafter.library import Library
from drafter.models.parameters import Parameters
from drafter.models.paths import key_of, paths_in, value_at
from drafter.speech.blocks import iter_blocks
from drafter.speech.digests import digest_of_block, digest_prose
from drafter.speech.spans import spans_of
from drafter.speech.tree import Speech
from drafter.templating.draft import draft_paper

# In a folder with more documents only those are looked at that bear the name of the YAML.
MOST_DOCUMENTS = 30


class Stale(Struct, frozen=True):
    """A document that is older than the facts; ``changed`` are the paths of the values that it says."""

    path: Path
    kind: str
    changed: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the document as plain values for programs."""
        return {"path": str(self.path), "kind": self.kind, "changed": to_builtins(self.changed)}


def stale_documents(
    beside: Iterable[Path], parameters: Parameters, library: Library, current: Collection[Path]
) -> list[Stale]:
    """Return the stale documents of a meeting in the folders of ``beside``, its documents.

    Those at ``current`` are known to be up to date, or are reported otherwise.
    """
    known = {path.absolute() for path in current}
    found: dict[Path, bool] = {}
    for document in beside:
        for path, is_named in _candidates(document, library):
            found.setdefault(path, is_named)
    return [
        stale
        for path, is_named in found.items()
        if path.absolute() not in known and (stale := _stale(path, is_named, parameters, library)) is not None
    ]


def _candidates(document: Path, library: Library) -> Iterator[tuple[Path, bool]]:
    """Yield ``document``, the papers named after it, and in a small folder all other documents.

    Each comes with whether it bears the name.
    """
    named = [document, *(document.with_stem(f"{document.stem}-{kind}") for kind in library.kinds())]
    yield from ((path, True) for path in named if is_file(path))
    yield from ((path, False) for path in documents_in(document.parent, MOST_DOCUMENTS))


def documents_in(folder: Path, most: int | None = None) -> list[Path]:
    """Return the Word documents in ``folder``, none where there are more than ``most``."""
    found = []
    for path in entries(folder):
        if path.suffix.lower() == ".docx" and not path.name.startswith(("~$", ".")):
            found.append(path)
            if most is not None and len(found) > most:
                return []
    return sorted(found)


def _stale(path: Path, is_named: bool, parameters: Parameters, library: Library) -> Stale | None:
    # Imported late: a build into an empty folder reads no document.
    from drafter.docx.read.provenance import provenance_of

    provenance = provenance_of(path)
    if provenance is None or not (is_named or is_same_meeting(provenance.given, parameters)):
        return None
    before, now = provenance.given, digest_prose(parameters)
    changed = [path for path in _paths(before, now) if value_at(before, path) != value_at(now, path)]
    if not changed:
        return None
    kind = parameters.kind if provenance.kind == before.kind else provenance.kind
    try:
        speech = draft_paper(parameters, kind, library)
    except DrafterError:
        return None
    if _digests(speech) == list(provenance.digests.values()):
        return None
    said = {key_of(span.path) for block in iter_blocks(speech) for span in spans_of(block.inlines)}
    return Stale(path, kind, tuple(path for path in changed if key_of(path) in said) or tuple(changed))


def is_same_meeting(given: Parameters, other: Parameters) -> bool:
    """Return whether two sets of parameters are of one meeting."""
    return given.meeting.name == other.meeting.name


def _paths(*given: Parameters) -> list[str]:
    return list(dict.fromkeys(path for one in given for path in paths_in(one)))


def _digests(speech: Speech) -> list[str]:
    return [digest_of_block(spans_of(block.inlines)) for block in iter_blocks(speech)]
