"""Telling drafter's own work from a person's."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.docx.read.content import is_untouched
from drafter.docx.write.document import write_docx
from drafter.models.layout import Layout

from .fingerprints import fingerprint, stored_fingerprint
from .speeches import body, full, parts


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "speech.docx"
    path.write_bytes(write_docx(full(), Layout()))
    return path


def rewrite(path: Path, name: str, old: str, new: str) -> None:
    """Replace ``old``, a pattern, in one part of a document."""
    contents = parts(path.read_bytes())
    text = contents[name].decode()
    assert re.search(old, text)
    contents[name] = re.sub(old, new, text, count=1).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in contents.items():
            archive.writestr(member, content)


def test_what_drafter_made_is_untouched(made: Path) -> None:
    assert is_untouched(made)


def test_the_stored_fingerprint_is_that_of_the_content() -> None:
    made = write_docx(full(), Layout())

    assert fingerprint(made) == stored_fingerprint(made)


@given(st.text())
def test_the_writer_knows_what_a_reader_will_find(text: str) -> None:
    made = write_docx(body(text), Layout())

    assert fingerprint(made) == stored_fingerprint(made)


def test_a_document_saved_again_unchanged_is_untouched(made: Path) -> None:
    docx.Document(str(made)).save(str(made))

    assert is_untouched(made)


RUN = "<w:r><w:t>新</w:t></w:r>"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("word/document.xml", "谢谢大家", "谢谢各位"),
        ("word/document.xml", "</w:p>", f"<w:ins w:id='9' w:author='a'>{RUN}</w:ins></w:p>"),
        ("word/document.xml", "</w:p>", "<w:sdt><w:sdtContent>" + RUN + "</w:sdtContent></w:sdt></w:p>"),
        ("word/document.xml", "</w:p>", f"<w:hyperlink>{RUN}</w:hyperlink></w:p>"),
        ("word/document.xml", "</w:p>", "<w:r><w:drawing/></w:r></w:p>"),
        ("word/document.xml", "<w:sectPr>", "<w:tbl/><w:sectPr>"),
        ("word/document.xml", "</w:p><w:p>.*?</w:pPr>", ""),
        ("word/comments.xml", "写姓名", "已问过办公室"),
        ("word/document.xml", "<w:r><w:t>", "<w:r><w:rPr><w:b/></w:rPr><w:t>"),
        ("word/document.xml", "<w:r><w:t>", '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>'),
        ("word/document.xml", "<w:r><w:t>", '<w:r><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr><w:t>'),
        ("word/document.xml", "</w:pPr>", '<w:jc w:val="center"/></w:pPr>'),
        ("word/document.xml", "</w:pPr>", '<w:spacing w:line="400" w:lineRule="exact"/></w:pPr>'),
    ],
    ids=[
        *("word", "insertion", "control", "link", "picture", "table", "joined paragraphs", "comment"),
        *("bold", "colour", "font", "alignment", "pitch"),
    ],
)
def test_what_a_person_changed_is_not_untouched(made: Path, name: str, old: str, new: str) -> None:
    rewrite(made, name, old, new)

    assert not is_untouched(made)


def test_where_runs_are_divided_does_not_count(made: Path) -> None:
    rewrite(made, "word/document.xml", "谢谢大家", "谢谢</w:t></w:r><w:r><w:t>大家")

    assert is_untouched(made)


def test_a_tracked_deletion_is_not_untouched(made: Path) -> None:
    rewrite(made, "word/document.xml", "<w:t>谢谢大家！</w:t>", "<w:delText>谢谢大家！</w:delText>")

    assert not is_untouched(made)


def test_a_document_of_another_program_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "other.docx"
    docx.Document().save(str(path))

    assert not is_untouched(path)


def test_a_file_that_does_not_exist_is_not_ours(tmp_path: Path) -> None:
    assert not is_untouched(tmp_path / "none.docx")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), "文本".encode()])
def test_what_is_no_document_has_no_fingerprint(content: bytes) -> None:
    assert fingerprint(content) is None


@given(st.data())
def test_a_broken_document_is_never_an_error(data: st.DataObject) -> None:
    broken = bytearray(write_docx(full(), Layout()))
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))

    cut = bytes(broken[: data.draw(st.integers(0, len(broken)))])

    found = fingerprint(cut)

    assert found is None or re.fullmatch("[0-9a-f]{24} [0-9a-f]{24}", found)


def test_a_bomb_is_not_unpacked() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", "<a>" + " " * 40_000_000 + "</a>")

    assert fingerprint(stream.getvalue()) is None


def test_entities_are_not_expanded(made: Path) -> None:
    declared = '<!DOCTYPE w [<!ENTITY a "b">]><w:document'
    rewrite(made, "word/document.xml", "<w:document", declared)

    assert fingerprint(made.read_bytes()) is None


@pytest.mark.parametrize("place", ["header", "footer"])
def test_words_in_a_margin_are_a_persons_work(made: Path, place: str) -> None:
    document = docx.Document(str(made))
    getattr(document.sections[0], place).paragraphs[0].add_run("内部资料")
    document.save(str(made))

    assert not is_untouched(made)
