"""Values: what the YAML says anew comes, what a person wrote stays, what both changed is told."""

from __future__ import annotations

from copy import deepcopy

import pytest
from lxml import etree

from .desk import Desk
from .objects import comment, copy_control, nest_control, put_in_box, put_in_table
from .opened import Opened, members, paint, said, tag, tag_in, text_of, typed_in
from .values import clear, delete_control, fill, retype, take_away, unwrap


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_value_that_nobody_touched_becomes_current(desk: Desk) -> None:
    desk.points[0]["owner"] = "市安监局"
    assert "市安监局" in desk.read()
    assert "市应急局" not in desk.read()


def test_a_value_becomes_current_in_every_place() -> None:
    desk = Desk(meeting={"name": "全县春耕工作会议"})
    desk.keys["meeting"]["name"] = "全县夏收工作会议"
    assert "春耕" not in desk.read()
    assert desk.read().count("全县夏收工作会议") > 1


def test_a_blank_that_the_yaml_fills_in_is_filled(desk: Desk) -> None:
    desk.keys["speaker"] = {"name": "路明谦"}
    assert "路明谦" in desk.read()
    assert "【讲话人姓名】" not in desk.read()


def test_a_value_that_the_yaml_takes_back_becomes_a_blank_that_can_be_filled_again() -> None:
    desk = Desk(speaker={"name": "路明谦"})
    del desk.keys["speaker"]
    emptied = desk.update().document
    assert emptied is not None and "【讲话人姓名】" in "\n".join(said(emptied))
    desk.opened, desk.keys["speaker"] = Opened(emptied), {"name": "覃小禾"}
    assert "覃小禾" in desk.read()


def test_a_value_that_a_person_changed_stays(desk: Desk) -> None:
    desk.do_to(fill, "parts[0].points[0].owner")
    typed = typed_in(said(desk.opened.save()))
    desk.points[1]["owner"] = "市交警支队"
    assert typed in desk.read()
    assert "市交警支队" in desk.read()
    (kept,) = desk.update().findings.kept
    assert (kept.old, kept.new) == ("市应急局", typed)


def test_a_blank_that_a_person_filled_stays_filled(desk: Desk) -> None:
    desk.do_to(fill, "speaker.name")
    desk.points[1]["owner"] = "市交警支队"
    assert typed_in([desk.read()]) == typed_in(said(desk.opened.save())) != ""


def test_a_value_that_both_changed_is_a_conflict(desk: Desk) -> None:
    desk.do_to(fill, "parts[0].points[0].owner")
    desk.points[0]["owner"] = "市安监局"
    assert desk.conflicts() == ["parts[0].points[0].owner"]


def test_a_value_that_both_changed_alike_is_no_conflict(desk: Desk) -> None:
    desk.do_to(fill, "parts[0].points[0].owner")
    desk.points[0]["owner"] = typed_in(said(desk.opened.save()))
    assert desk.conflicts() == []


def test_ours_settles_a_conflict_for_the_yaml(desk: Desk) -> None:
    desk.do_to(fill, "parts[0].points[0].owner")
    desk.points[0]["owner"] = "市安监局"
    assert typed_in([desk.read("ours")]) == ""
    assert "市安监局" in desk.read("ours")


def test_theirs_settles_a_conflict_for_the_document_in_every_place() -> None:
    desk = Desk(meeting={"name": "全县春耕工作会议"})
    desk.do_to(fill, "meeting.name")
    typed = typed_in(said(desk.opened.save()))
    desk.keys["meeting"]["name"] = "全县夏收工作会议"
    assert desk.conflicts() == ["meeting.name"]
    assert desk.read("theirs").count(typed) > 1
    assert "全县夏收工作会议" not in desk.read("theirs")


def test_what_theirs_settled_is_no_conflict_the_next_time(desk: Desk) -> None:
    desk.do_to(fill, "parts[0].points[0].owner")
    desk.points[0]["owner"] = "市安监局"
    settled = desk.update("theirs").document
    assert settled is not None
    desk.opened = Opened(settled)
    assert desk.conflicts() == []


def test_a_value_that_a_person_emptied_is_filled_with_what_the_yaml_says_anew(desk: Desk) -> None:
    desk.do_to(clear, "parts[0].points[0].owner")
    desk.points[0]["owner"] = "市安监局"
    assert "市安监局" in desk.read()


def test_a_value_that_a_person_deleted_does_not_come_back(desk: Desk) -> None:
    desk.do_to(delete_control, "parts[0].points[0].owner")
    desk.points[1]["owner"] = "市交警支队"
    assert "市应急局" not in desk.read()


def test_a_value_without_its_control_becomes_current(desk: Desk) -> None:
    desk.do_to(unwrap, "parts[0].points[0].owner")
    desk.points[0]["owner"] = "市安监局"
    assert "市安监局" in desk.read()


def test_a_value_that_lost_its_control_has_one_again(desk: Desk) -> None:
    desk.do_to(unwrap, "parts[0].points[0].owner")
    desk.points[0]["owner"] = "市安监局"
    document = desk.update().document
    assert document is not None
    assert "parts[0].points[0].owner" in map(tag_in, Opened(document).controls())


def test_a_blank_without_its_control_is_still_a_blank(desk: Desk) -> None:
    desk.do_to(unwrap, "speaker.name")
    assert desk.update().findings.kept == []
    desk.keys["speaker"] = {"name": "路明谦"}
    assert "路明谦" in desk.read()


def test_words_typed_into_a_placeholder_are_a_persons(desk: Desk) -> None:
    blank = next(one for one in desk.opened.controls() if tag_in(one) == "speaker.name")
    words = next(one for one in blank.iter() if one.text == "【讲话人姓名】")
    words.text = "【讲话人㐀㐁姓名】"
    desk.keys["speaker"] = {"name": "路明谦"}
    assert desk.conflicts() == ["speaker.name"]


@pytest.mark.parametrize("edit", [copy_control, put_in_box, nest_control])
def test_a_value_that_a_person_copied_becomes_current_there_too(edit: object, desk: Desk) -> None:
    assert callable(edit)
    desk.do_to(edit, "parts[0].points[0].owner", 1)
    desk.points[0]["owner"] = "市安监局"
    document = desk.update().document
    assert document is not None
    held = [text_of(one) for one in Opened(document).controls() if tag_in(one) == "parts[0].points[0].owner"]
    assert len(held) > 1
    assert set(held) == {"市安监局"}


def test_a_value_in_a_table_becomes_current(desk: Desk) -> None:
    desk.do(put_in_table, "领导带头")
    desk.points[0]["owner"] = "市安监局"
    assert "市安监局" in desk.read()


def test_a_value_that_a_person_changed_in_one_of_its_places_is_a_conflict_when_the_yaml_changes_it() -> None:
    desk = Desk(meeting={"name": "全县春耕工作会议"})
    desk.do_to(retype, "meeting.name", 2)
    desk.keys["meeting"]["name"] = "全县夏收工作会议"
    assert desk.conflicts() == ["meeting.name"]


def test_a_date_control_names_the_day_that_it_shows(desk: Desk) -> None:
    desk.keys["meeting"]["date"] = "2025-11-02"
    document = desk.update().document
    assert document is not None
    (date,) = [one for one in Opened(document).controls() if tag_in(one) == "meeting.date"]
    assert text_of(date) == "2025年11月2日"
    assert 'fullDate="2025-11-02T00:00:00Z"' in _markup(date)


def _markup(element: etree._Element) -> str:
    return etree.tostring(element).decode()


def test_a_comment_on_a_value_stays_on_the_new_one(desk: Desk) -> None:
    desk.do(comment, "市应急局", 2)
    desk.points[0]["owner"] = "市安监局"
    document = desk.update().document
    assert document is not None
    assert 'commentReference w:id="9' in _markup(Opened(document).root)


def test_the_looks_of_a_value_stay(desk: Desk) -> None:
    control = next(one for one in desk.opened.controls() if tag_in(one) == "parts[0].points[0].owner")
    paint(next(control.iter(tag("r"))), "AB12CD")
    desk.points[0]["owner"] = "市安监局"
    document = desk.update().document
    assert document is not None
    new = next(one for one in Opened(document).controls() if tag_in(one) == "parts[0].points[0].owner")
    assert 'color w:val="AB12CD"' in _markup(new)


def test_the_word_of_the_document_goes_where_the_yaml_s_would(desk: Desk) -> None:
    title, opening = (one for one in desk.opened.controls() if tag_in(one) == "meeting.name")
    copy = deepcopy(opening)
    next(one for one in desk.opened.paragraphs() if "一起努力" in text_of(one)).append(copy)
    # In the title it cannot be told any more.
    take_away(title)
    for words in next(one for one in desk.opened.paragraphs() if "安全生产" in text_of(one)).iter(tag("t")):
        words.text = "关于开好会议的讲话"
    (words,) = opening.iter(tag("t"))
    words.text = "全市安全大会"
    desk.keys["meeting"]["name"] = "全市防汛会议"

    text = desk.read("theirs")

    assert "全市防汛会议" not in text
    assert text.count("全市安全大会") == 2


def test_a_value_that_a_person_copied_into_a_footer_is_current(desk: Desk) -> None:
    footer = etree.fromstring(desk.opened.parts["word/footer1.xml"])
    name = next(one for one in desk.opened.controls() if tag_in(one) == "meeting.name")
    paragraph = etree.SubElement(footer, tag("p"))
    paragraph.append(deepcopy(name))
    desk.opened.parts["word/footer1.xml"] = etree.tostring(footer)
    desk.keys["meeting"]["name"] = "全市防汛会议"

    update = desk.update()

    assert update.document is not None
    after = members(update.document)
    assert "全市防汛会议" in after["word/footer1.xml"].decode()
    assert after["word/footer2.xml"] == desk.opened.parts["word/footer2.xml"]
    assert desk_update_again(update.document, desk) is None


def desk_update_again(docx: bytes, desk: Desk) -> bytes | None:
    desk.opened = Opened(docx)
    return desk.update().document
