"""From a sheet, from a kind, or from a file of the folder."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from .pages import NAME, SHEET, Browser, MeetingInBrowser


def test_a_sheet_that_was_pasted_becomes_a_meeting(browser: Browser) -> None:
    browser.read_sheet()
    names = {path.name for path in browser.folder.iterdir()}

    assert {NAME, NAME.replace(".yaml", "-任务单.txt")} == names


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_sheet_that_was_dropped_is_read_in_any_encoding(browser: Browser, encoding: str) -> None:
    files = {"file": ("任务单.txt", SHEET.encode(encoding))}
    browser.post("/sheets", part=False, files=files, data={"text": ""})

    assert (browser.folder / NAME).exists()


def test_a_sheet_in_word_is_read(browser: Browser) -> None:
    document, content = docx.Document(), io.BytesIO()
    for line in SHEET.splitlines():
        document.add_paragraph(line)
    document.save(content)
    browser.post("/sheets", part=False, files={"file": ("任务单.docx", content.getvalue())})

    assert (browser.folder / NAME).exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.pdf", b"%PDF"), ("a.docx", b"no zip"), ("a.txt", b""), ("a.txt", b"\xff\xff\xff")],
)
def test_what_is_no_sheet_is_told(browser: Browser, name: str, content: bytes) -> None:
    answer = browser.post("/sheets", part=False, files={"file": (name, content)})

    assert (422, []) == (answer.status_code, list(browser.folder.iterdir()))


@pytest.mark.slow
def test_a_book_is_no_sheet(browser: Browser) -> None:
    answer = browser.post("/sheets", part=False, data={"text": "一" * (1 << 20) + "二"})

    assert 422 == answer.status_code and "too long for a task sheet" in answer.text


def test_nothing_at_all_is_told_with_what_to_do(browser: Browser) -> None:
    answer = browser.post("/sheets", part=False, data={"text": "  "})

    assert 422 == answer.status_code and "paste its text" in answer.text


def test_a_second_meeting_of_the_same_name_gets_a_file_of_its_own(browser: Browser) -> None:
    browser.read_sheet()
    browser.read_sheet()

    assert {NAME, NAME.replace(".yaml", "-2.yaml")} == {path.name for path in browser.folder.glob("*.yaml")}


def test_no_file_of_the_clerk_is_overwritten(browser: Browser) -> None:
    own = browser.folder / NAME.replace(".yaml", "-任务单.txt")
    own.write_text("我自己的", encoding="utf-8")
    browser.read_sheet()

    assert "我自己的" == own.read_text(encoding="utf-8")
    assert [NAME.replace(".yaml", "-2.yaml")] == [path.name for path in browser.folder.glob("*.yaml")]


def test_a_kind_and_a_topic_make_a_meeting(browser: Browser) -> None:
    data = {"kind": "deployment", "topic": "work-safety"}
    answer = browser.post("/meetings", part=False, data=data)

    assert 303 == answer.status_code
    assert 200 == browser.get(answer.headers["location"]).status_code
    assert 200 == browser.get(answer.headers["location"].replace("facts", "draft")).status_code


def test_a_first_visit_has_an_example(browser: Browser) -> None:
    assert "Open the example" in browser.get("/").text
    assert 303 == browser.post("/example", part=False).status_code


def test_the_list_tells_what_each_file_is(meeting: MeetingInBrowser) -> None:
    (meeting.browser.folder / "说明.txt").write_text("一", encoding="utf-8")
    page = meeting.browser.get("/").text

    assert "a meeting" in page and "read it as a task sheet" in page and "-任务单.txt" not in page


def test_a_faulty_file_does_not_keep_the_others_from_the_list(meeting: MeetingInBrowser) -> None:
    (meeting.browser.folder / "错.yaml").write_text("kind: [", encoding="utf-8")

    assert NAME in meeting.browser.get("/").text and "错.yaml" in meeting.browser.get("/").text
    assert "has faults" in meeting.browser.get("/m/错.yaml/blanks").text


def test_the_list_tells_how_many_blanks_a_meeting_has(meeting: MeetingInBrowser) -> None:
    assert "1" == meeting.get("blanks").text.strip()


def test_a_text_of_the_folder_is_shown_before_it_is_read(browser: Browser) -> None:
    (browser.folder / "单.txt").write_text(SHEET, encoding="utf-8")

    assert "松陵县" in browser.get("/sheets/单.txt").text
    assert [] == list(browser.folder.glob("*.yaml"))
    assert 303 == browser.post("/sheets/单.txt", part=False).status_code


def test_a_folder_without_anything_says_what_to_do(tmp_path: Path) -> None:
    assert "Paste a task sheet above" in Browser(tmp_path).get("/").text
