"""Two files as drafts that can be compared: YAML files, documents of drafter's, documents from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from drafter.comparing.documents import passages_now
from drafter.comparing.elsewhere import passages_from
from drafter.comparing.shape import Section, sections_of
from drafter.drafting import draft_paper
from drafter.errors import DrafterError
from drafter.i18n import _
from drafter.library import Library
from drafter.loading.load import load
from drafter.parameters import Parameters
from drafter.settings import library_for
from drafter.syncing.edition import Edition
from drafter.syncing.passages import passages_of
from drafter.syncing.recalling import recall_passages, restore_prose, texts_of_prose
from drafter.syncing.updating import read_document
from drafter.word.manuscript import Manuscript, read_manuscript
from drafter.word.memory import Memory, recall
from drafter.word.opening import unreadable

# Titles need not be broken into lines to be compared.
_NO_LIMIT = 1e6
# What is longer is no speech, and would take minutes to compare.
_MOST_LINES, _MOST_CHARACTERS = 1_000, 300_000
# What a .docx begins with, whatever it is called.
_ZIP = b"PK\x03\x04"


class Draft(Struct):
    """One side of a comparison; ``given`` are its parameters, None for a document from elsewhere."""

    sections: list[Section]
    given: Parameters | None = None


class _Document(Struct):
    path: Path
    manuscript: Manuscript
    memory: Memory | None

    @property
    def paper(self) -> str:
        """The kind of a paper that goes with a speech, "" for the speech itself."""
        memory = self.memory
        return memory.kind if memory is not None and memory.kind != memory.given.kind else ""


def read_drafts(old: Path, new: Path, templates: Sequence[Path] = ()) -> tuple[Draft, Draft]:
    """Return the drafts in two files, each a YAML or a .docx.

    A YAML beside a document that is another paper of a meeting, its notice or agenda, is drafted as that
    paper. Raises ReadError where a document cannot be read, ParameterError and TemplateError as load and
    draft do.
    """
    documents = [_open(path) if _is_document(path) else None for path in (old, new)]
    paper = next((one.paper for one in documents if one is not None and one.paper), "")
    drafts = [
        _from_yaml(path, library_for(path, templates), paper)
        if document is None
        else _from_document(document, templates)
        for path, document in zip((old, new), documents, strict=True)
    ]
    return drafts[0], drafts[1]


def _is_document(path: Path) -> bool:
    if path.suffix.lower() == ".docx":
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except OSError:
        return False


def _open(path: Path) -> _Document:
    manuscript = read_manuscript(read_document(path))
    if manuscript is None:
        raise unreadable(str(path), _("it is no Word document, or a damaged one"))
    return _Document(path, manuscript, recall(manuscript.stored))


def _from_yaml(path: Path, library: Library, paper: str) -> Draft:
    parameters = load(path, library)
    kind = paper if paper in library.kinds() else parameters.kind
    speech = draft_paper(parameters, kind, library)
    return Draft(sections_of(passages_of(speech, _NO_LIMIT)), parameters)


def _from_document(document: _Document, templates: Sequence[Path]) -> Draft:
    manuscript, memory = document.manuscript, document.memory
    lines = [line.text for line in manuscript.shown if line.text]
    if len(lines) > _MOST_LINES or sum(map(len, lines)) > _MOST_CHARACTERS:
        raise unreadable(str(document.path), _("it is too long for a speech"))
    if memory is not None:
        try:
            written = recall_passages(memory, library_for(document.path, templates))
        except DrafterError:
            # Templates that are not here, a depth there is not: what it says can be read without them.
            return Draft(sections_of(passages_from(manuscript)))
        texts = texts_of_prose(list(manuscript.shown), ())
        edition = Edition(manuscript, restore_prose(written, texts))
        return Draft(sections_of(passages_now(edition)), memory.given)
    return Draft(sections_of(passages_from(manuscript)))
