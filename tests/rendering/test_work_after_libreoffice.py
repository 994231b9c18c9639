"""What a person did to a document is seen after LibreOffice saved it, by which all else is written anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.docx.read.content import is_untouched
from drafter.docx.write.document import write_docx
from drafter.models.layout import Layout
from tests.docx.reference_files import packed
from tests.docx.speeches import full, parts
from tests.docx.works import WORKS

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
