"""The archive, and the base kept between runs."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import drafter
from drafter.docx.package import deflate, inflate, write_zip
from drafter.docx.write.document import write_docx
from drafter.docx.write.kept_base import base_of
from drafter.files import cache
from drafter.library import builtin_library
from drafter.models.layout import Layout
from tests.drafts import FULL, LEAST_EXAMPLE

from .speeches import full


@given(st.dictionaries(st.text("abc/._", min_size=1), st.binary(max_size=9000), max_size=5))
def test_what_is_packed_can_be_unpacked(parts: dict[str, bytes]) -> None:
    packed = write_zip(deflate(name, content) for name, content in parts.items())

    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        assert parts == {name: archive.read(name) for name in archive.namelist()}


def test_content_types_come_first() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(full(), Layout()))) as archive:
        names = archive.namelist()

    assert ["[Content_Types].xml", "_rels/.rels", *sorted(names[2:])] == names


def test_no_part_tells_the_time() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(full(), Layout()))) as archive:
        assert {(1980, 1, 1, 0, 0, 0)} == {member.date_time for member in archive.infolist()}


@pytest.mark.parametrize("example", [FULL, LEAST_EXAMPLE], ids=["full", "least"])
def test_a_speech_is_a_small_file(example: Path) -> None:
    speech = drafter.draft(drafter.load(example))

    assert len(write_docx(speech, builtin_library().layout(speech.layout))) < 20 * 1024


def test_a_damaged_base_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path))
    base_of.cache_clear()
    made = write_docx(full(), Layout())
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1] + b"x")
    base_of.cache_clear()

    assert made == write_docx(full(), Layout())


def test_a_kept_base_gives_the_same_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path))
    base_of.cache_clear()
    made = write_docx(full(), Layout())
    base_of.cache_clear()

    assert made == write_docx(full(), Layout())


def test_without_a_folder_to_keep_it_the_base_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path / "file"))
    base_of.cache_clear()

    assert cache.cache_folder() is None
    assert write_docx(full(), Layout())


@pytest.mark.skipif(sys.platform == "win32", reason="no modes on Windows")
def test_a_folder_that_anyone_may_write_to_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o777)
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path))

    assert cache.cache_folder() is None


@pytest.mark.skipif(sys.platform == "win32", reason="no modes on Windows")
def test_the_folder_is_the_users_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path / "new"))

    folder = cache.cache_folder()

    assert folder is not None
    assert folder.stat().st_mode & 0o777 == 0o700


def test_what_was_never_kept_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path))

    assert cache.read_kept("nothing") is None


def test_with_a_kept_base_neither_docx_nor_lxml_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path))
    program = (
        "import sys; from drafter.models.layout import Layout; from drafter.speech.tree import Speech, Text;"
        "from drafter.docx.write.document import write_docx; write_docx(Speech((Text('讲话'),)), Layout());"
        "print(sorted({'docx', 'lxml', 'rjieba'} & set(sys.modules)))"
    )
    root = Path(__file__).parents[2]

    first, second = (
        subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
        for _ in range(2)
    )

    assert first.stdout.strip() == "['docx', 'lxml']"
    assert second.stdout.strip() == "[]"


def test_a_part_that_is_not_as_long_as_it_says_is_not_unpacked() -> None:
    bomb = deflate("word/header1.xml", b" " * 1_000_000)

    for size in (10, 2_000_000):
        with pytest.raises(ValueError, match="header1"):
            inflate(bomb._replace(size=size), 16_000_000)
    with pytest.raises(ValueError, match="header1"):
        inflate(bomb, 1_000)


def test_a_part_is_unpacked_as_it_was_packed() -> None:
    assert inflate(deflate("a.xml", b"<a/>"), 100) == b"<a/>"
