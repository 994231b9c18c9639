"""A build keeps what somebody worked in; a document that was only saved again is replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

import drafter
from drafter.docx.read.content import is_untouched
from drafter.docx.seal import is_sealed
from drafter.docx.write.document import write_docx
from drafter.errors import OverwriteError
from drafter.models.layout import Layout

from .reference_files import packed
from .resaved import SAVED
from .speeches import body, full, parts
from .works import WORKS, Work


@pytest.fixture(scope="module")
def made() -> bytes:
    return write_docx(full(), Layout())


def worked_on(made: bytes, *works: Work) -> bytes:
    contents = parts(made)
    for work in works:
        work(contents)
    return packed(contents)


@pytest.mark.parametrize("name", WORKS)
def test_a_build_keeps_a_persons_work(name: str, made: bytes, tmp_path: Path) -> None:
    path = tmp_path / "speech.docx"
    edited = worked_on(made, WORKS[name])
    path.write_bytes(edited)

    with pytest.raises(OverwriteError):
        drafter.write(body("新的讲话"), path)
    copy = drafter.write(body("新的讲话"), path, force=True)

    assert copy is not None
    assert edited == copy.read_bytes()


@pytest.mark.parametrize("name", SAVED)
def test_what_word_wrote_again_is_no_work(name: str, made: bytes, tmp_path: Path) -> None:
    (tmp_path / "speech.docx").write_bytes(worked_on(made, SAVED[name]))

    assert is_untouched(tmp_path / "speech.docx")


def test_all_that_word_writes_anew_at_once_is_no_work(made: bytes, tmp_path: Path) -> None:
    (tmp_path / "speech.docx").write_bytes(worked_on(made, *SAVED.values()))

    assert is_untouched(tmp_path / "speech.docx")


@pytest.mark.parametrize("name", WORKS)
def test_work_is_seen_in_what_word_wrote_again(name: str, made: bytes, tmp_path: Path) -> None:
    # Word's ids of styles come last: works name drafter's.
    (tmp_path / "speech.docx").write_bytes(worked_on(made, WORKS[name], *SAVED.values()))

    assert not is_untouched(tmp_path / "speech.docx")


def test_what_was_not_written_since_is_sealed(made: bytes) -> None:
    assert is_sealed(made)


def test_another_packing_breaks_the_seal(made: bytes) -> None:
    assert not is_sealed(packed(parts(made)))
