"""A document that came back edited: shown first, written only when it is confirmed."""

from __future__ import annotations

import re
from typing import Any

import docx
import pytest

from drafter.page import returned
from drafter.page.returned import changed_words

from .pages import MeetingInBrowser


def edited(content: bytes, *changes: tuple[str, str]) -> bytes:
    """Return a document in which a person typed ``changes``, within the runs that have the words."""
    from drafter.docx.package import deflate, read_members, write_zip
    from drafter.files.archives import open_archive, read_member

    with open_archive(content) as archive:
        text = read_member(archive, "word/document.xml").decode()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    members = [
        deflate(one.name, text.encode()) if one.name == "word/document.xml" else one
        for one in read_members(content)
    ]
    return write_zip(members)


class Returned:
    """A document that was sent to be compared."""

    def __init__(self, meeting: MeetingInBrowser, content: bytes, name: str = "改过.docx") -> None:
        self.meeting = meeting
        answer = meeting.browser.post(
            f"{meeting.address}/returned", part=False, files={"file": (name, content)}
        )
        assert answer.status_code == 303, answer.text
        self.address = answer.headers["location"]

    def page(self) -> Any:
        return self.meeting.browser.get(self.address)

    def settle(self, name: str, side: str) -> Any:
        return self.meeting.browser.post(f"{self.address}/settle", data={"name": name, "side": side})

    def confirm(self, **values: str) -> Any:
        version = re.search('name="version" value="([^"]*)">\n<p>', self.page().text)[1]  # type: ignore[index]
        data = {"version": version, "pull": "yes", "update": "yes", **values}
        return self.meeting.browser.post(f"{self.address}/confirm", part=False, data=data)


@pytest.fixture
def document(meeting: MeetingInBrowser) -> bytes:
    return meeting.get("files/docx").content  # type: ignore[no-any-return]


def conflict(meeting: MeetingInBrowser, document: bytes) -> Returned:
    """Change the speaker's post on both sides."""
    meeting.set("speaker.post", "县长")
    return Returned(meeting, edited(document, (">副县长<", ">常务副县长<")))


def test_what_was_edited_is_shown_before_anything_is_written(
    meeting: MeetingInBrowser, document: bytes
) -> None:
    before = meeting.text
    page = Returned(meeting, edited(document, (">陆维舟<", ">陆维周<"))).page().text

    assert "陆维" in page and "<ins>周</ins>" in page
    assert before == meeting.text
    assert [] == list(meeting.browser.folder.glob("*.docx"))


def test_confirmed_values_go_into_the_facts(meeting: MeetingInBrowser, document: bytes) -> None:
    Returned(meeting, edited(document, (">陆维舟<", ">陆维周<"))).confirm()

    assert "name: 陆维周" in meeting.text


def test_the_document_follows_the_facts(meeting: MeetingInBrowser, document: bytes) -> None:
    meeting.set("meeting.date", "2026-09-09")
    Returned(meeting, edited(document, ("话就往要紧处说", "话就拣要紧的说"))).confirm()
    written = docx.Document(str(next(meeting.browser.folder.glob("*.docx"))))
    text = "".join(paragraph.text for paragraph in written.paragraphs)

    assert "话就拣要紧的说" in text and "（2026年9月9日）" in _all(meeting)


def _all(meeting: MeetingInBrowser) -> str:
    from drafter.docx.read.document import parse_document

    document = parse_document(next(meeting.browser.folder.glob("*.docx")).read_bytes())
    assert document is not None
    return "".join(paragraph.text for paragraph in document.shown)


def test_a_change_of_the_facts_can_be_written_as_a_revision(
    meeting: MeetingInBrowser, document: bytes
) -> None:
    meeting.set("meeting.date", "2026-09-09")
    Returned(meeting, document).confirm(track="yes")
    written = docx.Document(str(next(meeting.browser.folder.glob("*.docx"))))

    assert "w:ins " in written.element.xml


def test_a_conflict_is_two_cards_and_nothing_is_written_while_it_is_open(
    meeting: MeetingInBrowser, document: bytes
) -> None:
    returned = conflict(meeting, document)
    before, page = meeting.text, returned.page().text
    answer = returned.confirm()

    assert 2 == page.count('class="side"') and "常务副县长" in page
    assert (422, before) == (answer.status_code, meeting.text)
    assert [] == list(meeting.browser.folder.glob("*.docx"))


@pytest.mark.parametrize(("side", "post"), [("theirs", "常务副县长"), ("ours", "县长")])
def test_a_conflict_is_settled_by_one_click(
    meeting: MeetingInBrowser, document: bytes, side: str, post: str
) -> None:
    returned = conflict(meeting, document)
    shown = returned.settle("speaker.post", side).text
    answer = returned.confirm()

    assert 'aria-pressed="true"' in shown
    assert 200 == answer.status_code
    assert f"post: {post}\n" in meeting.text and post in _all(meeting)


def test_a_choice_can_be_changed(meeting: MeetingInBrowser, document: bytes) -> None:
    returned = conflict(meeting, document)
    returned.settle("speaker.post", "theirs")
    returned.settle("speaker.post", "ours")
    returned.confirm()

    assert "post: 县长\n" in meeting.text


def test_a_document_of_the_folder_is_written_in_its_place_and_a_copy_is_kept(
    meeting: MeetingInBrowser, document: bytes
) -> None:
    old = edited(document, (">陆维舟<", ">陆维周<"))
    path = meeting.browser.folder / "讲话.docx"
    path.write_bytes(old)
    meeting.set("meeting.date", "2026-09-09")
    Returned(meeting, old, "讲话.docx").confirm()

    assert old == (meeting.browser.folder / "讲话.1.bak.docx").read_bytes()
    assert old != path.read_bytes()


def test_an_unedited_document_is_not_offered_to_be_written(
    meeting: MeetingInBrowser, document: bytes
) -> None:
    shown = Returned(meeting, document).page().text

    assert "There is nothing to write" in shown and "Confirm and write" not in shown
    assert "Keep it in the folder" in shown


def test_a_document_is_held_against_the_facts_once_while_no_side_is_chosen(
    meeting: MeetingInBrowser, document: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def counted(called: str, function: Any) -> Any:
        def call(*given: Any, **keys: Any) -> Any:
            done.append(called)
            return function(*given, **keys)

        return call

    for each in ("pulled", "updated"):
        monkeypatch.setattr(returned, each, counted(each, getattr(returned, each)))
    Returned(meeting, document).page()

    assert ["pulled", "updated"] == done


def test_what_changed_since_the_comparison_is_told(meeting: MeetingInBrowser, document: bytes) -> None:
    returned = Returned(meeting, edited(document, (">陆维舟<", ">陆维周<")))
    version = meeting.version()
    meeting.set("speaker.post", "县长")
    data = {"version": version, "pull": "yes"}
    answer = meeting.browser.post(f"{returned.address}/confirm", part=False, data=data)

    assert 409 == answer.status_code and "陆维舟" in meeting.text


def test_what_was_written_can_be_downloaded(meeting: MeetingInBrowser, document: bytes) -> None:
    page = Returned(meeting, document).confirm().text

    assert "/documents/%E6%94%B9%E8%BF%87.docx/file" in page


def test_a_few_signs_changed_are_told_within_the_text() -> None:
    assert [("same", "已拆掉"), ("del", "297"), ("ins", "320"), ("same", "处")] == changed_words(
        "已拆掉297处", "已拆掉320处"
    )


def test_another_sentence_is_told_whole() -> None:
    old, new = "锅里的东西，进的是别人的嘴。", "用的人还在将就着，完了工才好。"

    assert [("del", old), ("ins", new)] == changed_words(old, new)


def test_who_changed_what_is_told(meeting: MeetingInBrowser, document: bytes) -> None:
    run = "<w:r><w:t>各位来宾</w:t></w:r>"
    change = f'<w:ins w:id="9001" w:author="王主任" w:date="2026-09-01T08:00:00Z">{run}</w:ins>'
    page = Returned(meeting, edited(document, ("<w:sectPr", f"<w:p>{change}</w:p><w:sectPr"))).page()

    assert "王主任" in page.text and "2026-09-01" in page.text and "各位来宾" in page.text


@pytest.mark.parametrize("content", [b"no document", b"PK\x03\x04"])
def test_what_is_no_document_is_told(meeting: MeetingInBrowser, content: bytes) -> None:
    assert 422 == Returned(meeting, content).page().status_code


def test_a_document_of_another_meeting_is_refused(meeting: MeetingInBrowser, document: bytes) -> None:
    other = meeting.browser.meeting("kind: deployment\nmeeting: {name: 全市防汛工作会议, date: 2026-04-01}\n")

    assert 422 == Returned(other, document).page().status_code


def test_a_document_of_the_list_leads_to_its_meeting(meeting: MeetingInBrowser, document: bytes) -> None:
    (meeting.browser.folder / "讲话.docx").write_bytes(document)
    answer = meeting.browser.get("/documents/讲话.docx")

    assert answer.headers["location"].startswith(meeting.address)


def test_a_document_without_its_meeting_gets_one_anew(meeting: MeetingInBrowser, document: bytes) -> None:
    (meeting.browser.folder / "讲话.docx").write_bytes(document)
    meeting.path.unlink()

    assert "Make the file of its meeting again" in meeting.browser.get("/documents/讲话.docx").text
    assert 303 == meeting.browser.post("/documents/讲话.docx", part=False).status_code
    assert "陆维舟" in (meeting.browser.folder / "讲话.yaml").read_text(encoding="utf-8")


def test_a_document_that_is_not_held_any_more_is_told(meeting: MeetingInBrowser) -> None:
    assert 404 == meeting.get("returned/unknown").status_code
