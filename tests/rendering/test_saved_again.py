"""What LibreOffice opened and saved unchanged, as .docx and by way of .odt, is still our own work."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.docx.provenance import read_provenance
from drafter.docx.read.content import is_untouched
from drafter.docx.read.document import Document, parse_document
from tests.library.documents import NAMES, document, iter_parameters

from .conftest import convert

pytestmark = pytest.mark.libreoffice

LAYOUTS = ("gbt9704", "lectern")
DOCUMENTS = [f"{name}-{layout}.docx" for name in NAMES for layout in LAYOUTS]
each_document = pytest.mark.parametrize("name", DOCUMENTS)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all documents that the library can draft, as drafter wrote them."""
    folder = tmp_path_factory.mktemp("made")
    for name, parameters in iter_parameters():
        for layout in LAYOUTS:
            (folder / f"{name}-{layout}.docx").write_bytes(document(parameters, layout))
    return folder


@pytest.fixture(scope="module", params=["docx", "odt"])
def saved(request: pytest.FixtureRequest, made: Path) -> Path:
    """The folder of the same documents, saved by LibreOffice as they were, at last as .docx."""
    convert(made, request.param, *DOCUMENTS)
    if request.param == "docx":
        return made / "out"
    convert(made / "out", "docx", *(name.replace(".docx", ".odt") for name in DOCUMENTS))
    return made / "out" / "out"


def manuscript(path: Path) -> Document:
    found = parse_document(path.read_bytes())
    assert found is not None
    return found


def controls(document: Document) -> list[tuple[str, str, bool]]:
    """Return the tag of each control, what it says, and whether that is a blank."""
    return [(one.tag, line.words(one), one.is_blank) for line in document.shown for one in line.controls]


def bookmarks(document: Document) -> set[str]:
    return {mark.name for line in document.shown for mark in line.bookmarks if mark.is_start}


@each_document
def test_what_was_saved_unchanged_is_untouched(name: str, saved: Path) -> None:
    assert is_untouched(saved / name)


@each_document
def test_values_blanks_and_bookmarks_are_all_there(name: str, made: Path, saved: Path) -> None:
    before, after = manuscript(made / name), manuscript(saved / name)

    assert controls(before) == controls(after)
    assert bookmarks(before) == bookmarks(after)


@each_document
def test_what_is_remembered_is_the_same(name: str, made: Path, saved: Path) -> None:
    memory = read_provenance(manuscript(made / name).stored)

    assert memory is not None
    assert memory == read_provenance(manuscript(saved / name).stored)
