"""Findings as Word comments at their words."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree

import drafter
from drafter.check.annotate import annotate
from drafter.check.files import check_file
from drafter.check.settings import Settings
from drafter.docx.comments import AUTHOR, CHECKER
from drafter.docx.ooxml import qn
from drafter.docx.write.document import write_docx
from drafter.errors import OutputError, OverwriteError, ReadError
from drafter.library import builtin_library
from tests.drafts import LEAST_EXAMPLE

from .word_files import document_of

MARKS = Settings(select=("ordinal-mark",))


def part(path: Path, name: str) -> etree._Element:
    with zipfile.ZipFile(BytesIO(path.read_bytes())) as archive:
        return etree.fromstring(archive.read(name))


def commented(path: Path) -> list[str]:
    """The words that comments stand on, in the order of the text."""
    found, opened = [], False
    for element in part(path, "word/document.xml").iter():
        if element.tag == qn("w:commentRangeStart"):
            opened = True
            found.append("")
        elif element.tag == qn("w:commentRangeEnd"):
            opened = False
        elif element.tag == qn("w:t") and opened:
            found[-1] += element.text or ""
    return found


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "a.docx"
    path.write_bytes(document_of("在会上的讲话", "一.甲事，要紧", "好。", "二.乙事，要紧", "好。"))
    return path


def test_each_finding_is_a_comment_on_its_words(draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    count = annotate(check_file(draft, MARKS), out)

    assert 2 == count
    assert [".", "."] == commented(out)
    assert {CHECKER} == {one.get(qn("w:author")) for one in part(out, "word/comments.xml")}


def test_the_document_itself_stays_and_word_can_open_the_copy(draft: Path, tmp_path: Path) -> None:
    before, out = draft.read_bytes(), tmp_path / "out.docx"
    annotate(check_file(draft, MARKS), out)

    assert before == draft.read_bytes()
    texts = [[one.text for one in docx.Document(str(path)).paragraphs] for path in (draft, out)]
    assert texts[0] == texts[1]


def test_comments_that_are_there_stay(tmp_path: Path) -> None:
    path, out = tmp_path / "a.docx", tmp_path / "out.docx"
    speech = drafter.draft(drafter.load(LEAST_EXAMPLE))
    path.write_bytes(write_docx(speech, builtin_library().layout(speech.layout)))
    report = check_file(path, Settings(select=("open-blank",)))
    before = len(part(path, "word/comments.xml"))
    count = annotate(report, out)
    authors = [one.get(qn("w:author")) for one in part(out, "word/comments.xml")]

    assert before and count
    assert [AUTHOR] * before + [CHECKER] * count == authors
    assert len({one.get(qn("w:id")) for one in part(out, "word/comments.xml")}) == before + count


def test_a_persons_file_is_never_overwritten(draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    out.write_bytes(document_of("别人的稿子"))
    with pytest.raises(OverwriteError):
        annotate(check_file(draft, MARKS), out)


def test_what_was_annotated_before_is_annotated_anew(draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    annotate(check_file(draft, MARKS), out)
    draft.write_bytes(document_of("在会上的讲话", "一.甲事，要紧"))
    annotate(check_file(draft, MARKS), out)

    assert ["."] == commented(out)


def test_a_document_that_changes_meanwhile_is_annotated_as_checked(draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    report = check_file(draft, MARKS)
    draft.write_bytes(document_of("另一篇"))
    annotate(report, out)

    assert [".", "."] == commented(out)


def test_the_document_itself_is_no_output(draft: Path) -> None:
    with pytest.raises(OutputError):
        annotate(check_file(draft, MARKS), draft)


def test_a_text_takes_no_comments(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("一.甲事，要紧\n", encoding="utf-8")
    with pytest.raises(ReadError):
        annotate(check_file(path, MARKS), tmp_path / "out.docx")


def test_a_finding_on_an_automatic_number_is_put_on_the_words_behind_it(tmp_path: Path) -> None:
    path, out = tmp_path / "a.docx", tmp_path / "out.docx"
    path.write_bytes(document_of(("压实责任，办好实事", 0), "好。", ("压实责任，办好实事", 0), "好。"))
    report = check_file(path, Settings(select=("repeated-heading",)))
    annotate(report, out)

    assert report.findings
    assert len(report.findings) == len([words for words in commented(out) if words])
