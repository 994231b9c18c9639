"""Every change is written at once, can be undone, and takes nothing from another window."""

from __future__ import annotations

import re

import pytest

from .pages import Browser, MeetingInBrowser


def test_a_value_that_is_set_stands_in_the_file_at_once(meeting: MeetingInBrowser) -> None:
    meeting.set("facts.funds[0].text", "县里安排补助资金130万元")

    assert "text: 县里安排补助资金130万元" in meeting.text


def test_nothing_else_of_the_file_changes(meeting: MeetingInBrowser) -> None:
    before = meeting.text.splitlines()
    meeting.set("speaker.post", "县长")
    after = meeting.text.splitlines()

    assert ["  post: 县长"] == [line for line in after if line not in before]
    assert len(before) == len(after)


def test_an_empty_text_takes_a_value_back(meeting: MeetingInBrowser) -> None:
    meeting.set("meeting.time", "")

    assert "上午9时" not in meeting.text.replace("# 原文", "")


def test_the_same_value_again_writes_nothing(meeting: MeetingInBrowser) -> None:
    written = meeting.path.stat().st_mtime_ns

    assert 204 == meeting.set("speaker.post", "副县长").status_code
    assert written == meeting.path.stat().st_mtime_ns


def test_names_between_commas_are_a_list(meeting: MeetingInBrowser) -> None:
    meeting.set("facts.tasks[0].owner", "县住建局、 消防大队")
    meeting.set("facts.tasks[0].owner", "供电公司")

    assert re.search(r"owner:( |\n *- |\s*\[)供电公司", meeting.text)
    assert "县住建局、 消防大队" not in meeting.text


def test_a_deadline_of_a_date_field_is_written_in_words(meeting: MeetingInBrowser) -> None:
    meeting.set("facts.tasks[0].by", "2026-10-05", **{"as": "deadline"})

    assert "by: 10月5日前" in meeting.text


def test_a_date_that_is_none_is_told_with_its_remedy(meeting: MeetingInBrowser) -> None:
    before = meeting.text
    answer = meeting.set("meeting.date", "明天")

    assert (422, before) == (answer.status_code, meeting.text)
    assert "明天" in answer.text


@pytest.mark.parametrize(
    "path", ["facts.nothing[0].text", "__class__", "", "facts", "parts[9999999].heading"]
)
def test_a_path_that_leads_nowhere_is_told(meeting: MeetingInBrowser, path: str) -> None:
    before = meeting.text

    assert (422, before) == (meeting.set(path, "x").status_code, meeting.text)


def test_a_fact_is_added_to_its_type(meeting: MeetingInBrowser) -> None:
    meeting.send("add", path="facts.requests[0].text", value="河东小区要求装电梯")

    assert re.search("requests:\n +- 河东小区要求装电梯", meeting.text)


def test_a_fact_that_is_taken_out_leaves_no_empty_item(meeting: MeetingInBrowser) -> None:
    meeting.send("remove", path="facts.progress[1]")

    assert "没拆的大多" not in meeting.text and "- ~" not in meeting.text and "-\n" not in meeting.text


def test_a_fact_moves_to_another_type_with_all_its_keys(meeting: MeetingInBrowser) -> None:
    meeting.send("move", path="facts.problems[1]", to="facts.tasks")
    tasks = meeting.text.partition("  tasks:")[2].partition("  duties:")[0]

    assert "石亭镇租住房里充电，房东说管不了" in tasks and "named: false" in tasks and "order: 3.2" in tasks
    assert 1 == meeting.text.count("房东说管不了")


def test_a_fact_that_moves_answers_the_doubt_about_its_place(meeting: MeetingInBrowser) -> None:
    meeting.send("move", path="facts.progress[1]", to="facts.problems")

    assert "请核对：只是" not in meeting.text


@pytest.mark.parametrize("target", ["facts.nothing", "notes", "parts[0].points", "../x"])
def test_a_fact_moves_to_no_other_place(meeting: MeetingInBrowser, target: str) -> None:
    before = meeting.text

    assert (422, before) == (meeting.send("move", path="facts.tasks[0]", to=target).status_code, meeting.text)


@pytest.mark.parametrize("number", ["9" * 5000, "٣", "-1"])
def test_a_number_that_counts_nothing_is_told(meeting: MeetingInBrowser, number: str) -> None:
    moved = meeting.send("move", path=f"facts.tasks[{number}]", to="facts.problems")
    answered = meeting.send("answer", line=number, text="x")
    shown = meeting.get(f"passages/{number}")

    assert [422, 422, 404] == [each.status_code for each in (moved, answered, shown)]


def test_a_note_becomes_a_fact(browser: Browser) -> None:
    meeting = browser.meeting(
        "kind: deployment\nmeeting: {name: 全市会议}\nnotes:\n  - 9月底前建成3个\n  - 问王平\n"
    )
    meeting.send("move", path="notes[0]", to="facts.tasks")

    assert "notes:\n  - 问王平\n" in meeting.text and "tasks:\n    - 9月底前建成3个" in meeting.text


def test_a_doubt_is_answered_by_one_click(meeting: MeetingInBrowser) -> None:
    page = meeting.get("facts").text
    line, text = re.search(r'"line": "(\d+)", "text": "([^"]*)"', page).groups()  # type: ignore[union-attr]
    meeting.send("answer", line=line, text=text.encode().decode("unicode_escape"))

    assert "请核对：只是" not in meeting.text and "没拆的大多" in meeting.text


def test_a_comment_that_is_not_there_is_told(meeting: MeetingInBrowser) -> None:
    assert 422 == meeting.send("answer", line="1", text="请核对：没有").status_code


def test_a_wish_is_switched_on_and_off(meeting: MeetingInBrowser) -> None:
    meeting.send("switch", path="intent.unnamed", value="城关镇")
    both = meeting.text
    meeting.send("switch", path="intent.unnamed", value="石亭镇")

    assert "unnamed: [石亭镇, 城关镇]" in both
    assert "石亭镇" not in re.search("unnamed: (.*)  #", meeting.text)[1]  # type: ignore[index]


def test_changes_are_undone_and_redone(meeting: MeetingInBrowser) -> None:
    first = meeting.text
    meeting.set("speaker.post", "县长")
    second = meeting.text
    meeting.send("undo")
    undone = meeting.text
    meeting.send("redo")

    assert (first, second) == (undone, meeting.text)


def test_what_is_typed_in_one_go_is_undone_as_one(meeting: MeetingInBrowser) -> None:
    first = meeting.text
    for typed in ("县", "县里安排", "县里安排补助资金130万元"):
        meeting.set("facts.funds[0].text", typed)
    meeting.send("undo")

    assert first == meeting.text


def test_a_fact_without_text_is_taken_out_and_the_cards_are_new(meeting: MeetingInBrowser) -> None:
    answer = meeting.set("facts.progress[0].text", "")

    assert "8月排查“飞线充电”412处" not in meeting.text and "次序: 1.1.2" not in meeting.text
    assert 'id="cards"' in answer.text and 'id="v-facts-progress-2"' not in answer.text


def test_the_later_of_two_windows_is_told_and_nothing_is_lost(meeting: MeetingInBrowser) -> None:
    old = meeting.version()
    meeting.set("speaker.post", "县长")
    answer = meeting.send("set", path="speaker.name", value="贺知行", version=old)

    assert (409, True, False) == (
        answer.status_code,
        "post: 县长" in meeting.text,
        "name: 贺知行" in meeting.text,
    )
    assert "贺知行" in answer.text


def test_what_an_editor_wrote_meanwhile_is_not_overwritten(meeting: MeetingInBrowser) -> None:
    version = meeting.version()
    edited = meeting.text.replace("post: 副县长", "post: 县长")
    meeting.path.write_text(edited, encoding="utf-8", newline="\n")

    assert 409 == meeting.send("set", path="speaker.name", value="贺知行", version=version).status_code
    assert edited == meeting.text


def test_a_change_of_another_program_can_be_undone(meeting: MeetingInBrowser) -> None:
    before, _version = meeting.text, meeting.version()
    meeting.path.write_text(before.replace("副县长\n", "县长\n"), encoding="utf-8", newline="\n")
    meeting.send("undo")

    assert before == meeting.text


def test_line_ends_and_byte_order_mark_of_an_editor_stay(browser: Browser) -> None:
    meeting = browser.meeting("kind: deployment\n")
    meeting.path.write_bytes("\ufeffkind: deployment\r\nmeeting:\r\n  name: 全市会议\r\n".encode())
    meeting.set("speaker.name", "王平")

    assert (
        "\ufeffkind: deployment\r\nmeeting:\r\n  name: 全市会议\r\nspeaker:\r\n  name: 王平\r\n".encode()
        == (meeting.path.read_bytes())
    )


def test_a_file_that_is_open_in_an_editor_is_not_written(meeting: MeetingInBrowser) -> None:
    lock = meeting.path.with_name(f".~lock.{meeting.path.name}#")
    lock.touch()
    before = meeting.text

    assert (422, before) == (meeting.set("speaker.post", "县长").status_code, meeting.text)


def test_a_yaml_with_a_fault_is_shown_with_its_place(browser: Browser) -> None:
    meeting = browser.meeting("kind: deployment\nmeeting: {name: 全市会议, level: 国家}\n")
    answer = meeting.get("facts")

    assert "会议.yaml:2" in answer.text and "国家" in answer.text


def test_a_faulty_text_is_not_saved(meeting: MeetingInBrowser) -> None:
    before = meeting.text

    assert (422, before) == (meeting.send("text", text="kind: nothing\n").status_code, meeting.text)


def test_a_blank_is_filled_where_its_answer_belongs(meeting: MeetingInBrowser) -> None:
    path = re.search('data-blank="([^"]*)"', meeting.get("draft").text)[1]  # type: ignore[index]
    answer = meeting.set(path, "石亭镇镇长周明", view="draft")

    assert "石亭镇镇长周明" in answer.text and "石亭镇镇长周明" in meeting.text
    assert f'data-blank="{path}"' not in answer.text


def test_a_change_in_the_draft_brings_the_new_paper(meeting: MeetingInBrowser) -> None:
    answer = meeting.set("facts.funds[0].text", "县里安排补助资金130万元", view="draft")

    assert 'id="paper"' in answer.text and "130万元" in answer.text and 'id="panels"' in answer.text


def test_the_kind_the_length_and_the_layout_are_set(meeting: MeetingInBrowser) -> None:
    for path, value in (("kind", "deployment"), ("style.minutes", "6"), ("style.layout", "lectern")):
        assert 200 == meeting.set(path, value, view="draft").status_code

    assert "/layouts/lectern.css" in meeting.get("draft").text
