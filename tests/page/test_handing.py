"""Documents to hand over: what they are called, and what is in them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from urllib.parse import unquote

import docx
import pytest

from drafter.docx.read.content import is_own

from .pages import NAME, MeetingInBrowser


def name_of(answer: object) -> str:
    return unquote(answer.headers["content-disposition"].rpartition("''")[2])  # type: ignore[attr-defined]


def test_the_document_is_the_one_that_a_build_writes(meeting: MeetingInBrowser) -> None:
    from drafter.writers.build import plan_jobs, run_jobs

    list(run_jobs(plan_jobs([meeting.path], None, ())))

    assert meeting.path.with_suffix(".docx").read_bytes() == meeting.get("files/docx").content


def test_the_document_is_called_after_the_meeting(meeting: MeetingInBrowser) -> None:
    assert NAME.replace(".yaml", ".docx") == name_of(meeting.get("files/docx"))


@pytest.mark.parametrize("form", ["txt", "md", "html"])
def test_other_formats_have_the_speech(meeting: MeetingInBrowser, form: str) -> None:
    assert "412处" in meeting.get(f"files/{form}").text


def test_an_unknown_format_is_told(meeting: MeetingInBrowser) -> None:
    assert 422 == meeting.get("files/pdf").status_code


def test_the_set_of_papers_is_one_archive(meeting: MeetingInBrowser) -> None:
    answer = meeting.get("papers?paper=notice&paper=host-script")
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    stem = NAME.removesuffix(".yaml")

    assert {f"{stem}.docx", f"{stem}-会议通知.docx", f"{stem}-主持词.docx"} == set(names)


def test_the_papers_are_the_same_bytes_each_time(meeting: MeetingInBrowser) -> None:
    assert meeting.get("papers?paper=notice").content == meeting.get("papers?paper=notice").content


def test_the_copy_to_read_from_has_its_layout(meeting: MeetingInBrowser) -> None:
    copy = docx.Document(io.BytesIO(meeting.get("reading-copy").content))

    assert 22 == copy.styles["Normal"].font.size.pt  # type: ignore[attr-defined]


def test_the_outline_has_the_headings(meeting: MeetingInBrowser) -> None:
    assert meeting.get("outline").text.startswith("一、")


def test_a_document_of_the_folder_is_downloaded_as_it_is(meeting: MeetingInBrowser) -> None:
    content = meeting.get("files/docx").content
    (meeting.browser.folder / "改过.docx").write_bytes(content)
    answer = meeting.browser.get("/documents/改过.docx/file")

    assert "改过.docx" == name_of(answer) and content == answer.content


def test_only_documents_of_the_folder_are_downloaded(meeting: MeetingInBrowser) -> None:
    for name in ("没有.docx", "..%2F改过.docx", meeting.path.name):
        assert 404 == meeting.browser.get(f"/documents/{name}/file").status_code


def test_nothing_is_written_by_a_download(meeting: MeetingInBrowser) -> None:
    before = sorted(meeting.browser.folder.iterdir())
    for step in ("files/docx", "papers?paper=notice", "reading-copy", "outline"):
        meeting.get(step)

    assert before == sorted(meeting.browser.folder.iterdir())


def test_open_in_word_writes_the_document_and_opens_it(
    meeting: MeetingInBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("drafter.page.handing.open_file", lambda path: opened.append(path) or True)
    answer = meeting.send("open")

    assert 200 == answer.status_code
    assert is_own(opened[0].read_bytes()) and opened[0].parent == meeting.browser.folder


def test_open_in_word_keeps_what_a_person_edited(
    meeting: MeetingInBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drafter.page.handing.open_file", lambda _path: True)
    path = meeting.path.with_suffix(".docx")
    path.write_bytes(b"a person's work")
    answer = meeting.send("open")

    assert (422, b"a person's work") == (answer.status_code, path.read_bytes())
