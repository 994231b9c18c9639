"""What a person did to a document is seen after LibreOffice saved it, by which all else is written anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

import drafter
from drafter.docx.read.content import is_untouched
from drafter.docx.write.document import write_docx
from drafter.library import builtin_library
from drafter.merge.update import updated
from drafter.models.layout import Layout
from tests.docx.reference_files import packed
from tests.docx.speeches import full, parts
from tests.docx.works import WORKS
from tests.drafts import FULL

from .conftest import convert

pytestmark = pytest.mark.libreoffice

# What LibreOffice drops itself, so that nothing of it is left to be seen. (The logo has no picture, the
# bookmark no words; the page break and the formula stand at the end of the text.)
DROPPED = {
    "a logo in the text",
    "a formula",
    "a bookmark of his own",
    "a page break",
    "a background",
    "an imported file",
    "an object",
    "protection",
    "a link on the words there",
    "a control of his own",
    "a list",
    "a footnote",
    "a signature",
    "a font that is embedded",
    "a comment that is done",
    "a picture in a comment",
}
SEEN = [name for name in WORKS if name not in DROPPED]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of documents with one work each, saved by LibreOffice, by their places in ``WORKS``."""
    folder = tmp_path_factory.mktemp("works")
    made = write_docx(full(), Layout())
    for number, work in enumerate(WORKS.values()):
        contents = parts(made)
        work(contents)
        (folder / f"{number}.docx").write_bytes(packed(contents))
    convert(folder, "docx", *(f"{number}.docx" for number in range(len(WORKS))))
    return folder / "out"


@pytest.mark.parametrize("name", SEEN)
def test_work_is_seen_in_what_libreoffice_wrote_again(name: str, saved: Path) -> None:
    path = saved / f"{list(WORKS).index(name)}.docx"

    assert path.exists()
    assert not is_untouched(path)


@pytest.mark.parametrize("plain", [False, True], ids=["with controls", "plain"])
def test_what_was_saved_and_updated_and_saved_again_is_untouched(plain: bool, tmp_path: Path) -> None:
    first = drafter.load(FULL)
    second = replace(first, meeting=replace(first.meeting, date=date(2025, 10, 12)))
    speech, library = drafter.draft(first), builtin_library()
    path = tmp_path / "speech.docx"
    path.write_bytes(write_docx(speech, library.layout(speech.layout), plain=plain))
    for parameters in (second, first):
        convert(tmp_path, "docx", path.name)
        update = updated((tmp_path / "out" / path.name).read_bytes(), parameters, library)
        assert update.document is not None
        path.write_bytes(update.document)

        assert is_untouched(path)
    convert(tmp_path, "docx", path.name)
    assert is_untouched(tmp_path / "out" / path.name)
