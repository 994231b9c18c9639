"""Paragraphs: points added, dropped and moved, words that both changed, ordinals."""

from __future__ import annotations

import pytest

from .desk import Desk
from .edits import (
    add_paragraph,
    add_point,
    add_words,
    delete_paragraph,
    drop_bookmarks,
    embolden,
    join_paragraphs,
    move_paragraph,
    rewrite,
    split_paragraph,
)
from .objects import comment, insert_picture, insert_table
from .opened import Opened, said, tag, text_of, typed_in

NEW = {"heading": "科技支撑", "text": "让数据多跑路。"}


@pytest.fixture
def desk() -> Desk:
    return Desk()


def ordinals(text: str) -> list[str]:
    """The ordinals of the points in ``text``, with the first word behind them."""
    return [line[:4] for line in text.split("\n") if line[1:2] == "要"]


def test_without_a_change_there_is_nothing_to_do(desk: Desk) -> None:
    assert desk.update().document is None


def test_a_new_point_comes_in_its_place_and_the_others_are_counted_anew(desk: Desk) -> None:
    desk.points.insert(1, NEW)
    assert ordinals(desk.read()) == ["一要领导", "二要科技", "三要部门", "四要群众"]


def test_a_point_that_the_yaml_dropped_goes(desk: Desk) -> None:
    del desk.points[0]
    assert ordinals(desk.read()) == ["一要部门", "二要群众"]
    (dropped,) = desk.update().findings.dropped
    assert dropped.is_done


def test_a_point_that_the_yaml_dropped_stays_where_a_person_changed_it(desk: Desk) -> None:
    desk.do(add_words, "领导带头", 12)
    del desk.points[0]
    assert ordinals(desk.read()) == ["一要领导", "二要部门", "三要群众"]
    (dropped,) = desk.update().findings.dropped
    assert not dropped.is_done


@pytest.mark.parametrize("edit", [comment, insert_picture])
def test_a_point_that_the_yaml_dropped_stays_with_what_a_person_added_to_it(edit: object, desk: Desk) -> None:
    assert callable(edit)
    desk.do(edit, "领导带头", 2)
    del desk.points[0]
    assert "领导带头" in desk.read()


def test_a_value_in_a_dropped_point_that_stays_is_current() -> None:
    desk = Desk(
        meeting={"region": "云州市", "venue": "市会议中心", "date": "2025-10-11"},
        parts=[{"heading": "压实责任", "points": [{"heading": "甲乙"}, {"heading": "丙丁"}]}],
    )
    desk.keys["style"] = {"variation": 2}
    desk.keys["meeting"]["name"] = "全市防汛工作会议"
    desk.do(add_words, "今天", 0)
    assert "全市安全生产工作会议" not in desk.read()


def test_a_point_that_the_yaml_moved_goes_to_its_new_place(desk: Desk) -> None:
    desk.points.append(desk.points.pop(0))
    assert ordinals(desk.read()) == ["一要部门", "二要群众", "三要领导"]


def test_a_point_that_the_yaml_moved_stays_where_a_person_changed_it(desk: Desk) -> None:
    desk.do(add_words, "领导带头", 12)
    desk.points.append(desk.points.pop(0))
    assert ordinals(desk.read()) == ["一要领导", "二要部门", "三要群众"]
    assert any("stays where it stands" in note.text for note in desk.update().findings.notes)


def test_a_deleted_point_that_the_yaml_moved_does_not_come_back(desk: Desk) -> None:
    desk.do(delete_paragraph, "领导带头")
    desk.points.append(desk.points.pop(0))
    assert "领导带头" not in desk.read()


def test_a_point_that_a_person_deleted_does_not_come_back(desk: Desk) -> None:
    desk.do(delete_paragraph, "部门协同")
    desk.points[1]["owner"] = "市交警支队"
    assert "部门协同" not in desk.read()
    assert any("deleted in the document" in note.text for note in desk.update().findings.notes)


def test_a_point_of_the_persons_own_counts_where_the_others_are_counted_anew(desk: Desk) -> None:
    add_point(desk.opened, 1, 0)
    desk.points.append(NEW)
    assert [line[:2] for line in ordinals(desk.read())] == ["一要", "二要", "五要", "四要", "五要"]


def test_an_ordinal_that_a_person_wrote_stays(desk: Desk) -> None:
    paragraph = next(one for one in desk.opened.paragraphs() if "部门协同" in text_of(one))
    next(one for one in paragraph.iter() if one.text == "二要").text = "再要"
    desk.points.insert(0, NEW)
    assert ordinals(desk.read()) == ["一要科技", "二要领导", "再要部门", "四要群众"]


def test_the_count_of_parts_that_are_announced_is_current() -> None:
    desk = Desk(parts=[{"heading": "压实责任"}, {"heading": "加强保障"}])
    assert "两点意见" in desk.read()
    desk.keys["parts"].append({"heading": "营造氛围"})
    assert "三点意见" in desk.read()


def test_prose_that_nobody_touched_becomes_current(desk: Desk) -> None:
    desk.keys["closing"] = "散会以后，马上就干！"
    assert desk.read().endswith("散会以后，马上就干！")


def test_prose_that_a_person_rewrote_stays(desk: Desk) -> None:
    desk.do(rewrite, "让我们一起努力")
    desk.points[0]["owner"] = "市安监局"
    assert typed_in([desk.read()]) == typed_in(said(desk.opened.save()))


def test_prose_that_both_rewrote_is_a_conflict(desk: Desk) -> None:
    desk.do(rewrite, "让我们一起努力")
    desk.keys["closing"] = "散会以后，马上就干！"
    assert desk.conflicts() == ["closing"]


def test_prose_may_have_more_paragraphs_than_before(desk: Desk) -> None:
    desk.keys["closing"] = "散会以后，马上就干！\n干就干好！"
    assert desk.read().endswith("散会以后，马上就干！\n干就干好！")


def test_prose_may_have_fewer_paragraphs_than_before(desk: Desk) -> None:
    desk = Desk(closing="散会以后，马上就干！\n干就干好！")
    desk.keys["closing"] = "散会以后，马上就干！"
    assert "干就干好" not in desk.read()


def test_what_a_person_wrote_beside_a_value_stays_when_the_value_changes(desk: Desk) -> None:
    desk.do(add_words, "市应急局", 8)
    typed = typed_in(said(desk.opened.save()))
    desk.points[0]["owner"] = "市安监局"
    assert typed in desk.read()
    assert "市安监局" in desk.read()


def test_words_that_both_changed_are_a_conflict_called_by_their_place() -> None:
    desk = Desk()
    desk.do(rewrite, "下面")
    desk.keys["parts"].append({"heading": "营造氛围"})
    assert desk.conflicts() == ["opening"]


def test_ours_takes_all_of_the_words_that_both_changed() -> None:
    desk = Desk(meeting={"date": "2025-10-11"})
    desk.do(rewrite, "上的讲话")
    desk.keys["meeting"] = {"name": "全市防汛工作会议"}
    assert desk.read("ours").startswith("在全市防汛工作会议上的讲话")


def test_theirs_leaves_the_words_that_both_changed() -> None:
    desk = Desk()
    desk.do(rewrite, "下面")
    desk.keys["parts"].append({"heading": "营造氛围"})
    assert typed_in([desk.read("theirs")]) == typed_in(said(desk.opened.save()))


def test_a_title_that_the_yaml_gives_takes_the_place_of_one_that_a_person_commented_on(desk: Desk) -> None:
    desk.do(comment, "上的讲话", 3)
    desk.keys["title"] = "动员令"
    assert "上的讲话" not in desk.read()


def test_a_paragraph_that_a_person_divided_becomes_current(desk: Desk) -> None:
    desk.do(split_paragraph, "部门协同", 7)
    desk.points[1]["deadline"] = "明年年底前"
    assert "明年年底前" in desk.read()


def test_paragraphs_that_a_person_joined_become_current(desk: Desk) -> None:
    desk.do(join_paragraphs, "领导带头")
    desk.points[0]["owner"], desk.points[1]["owner"] = "市安监局", "市交警支队"
    assert "市安监局" in desk.read()
    assert "市交警支队" in desk.read()


def test_a_paragraph_that_a_person_moved_becomes_current_where_it_is(desk: Desk) -> None:
    last = len(desk.opened.paragraphs()) - 1
    desk.do(move_paragraph, "领导带头", last)
    desk.points[0]["owner"] = "市安监局"
    assert "市安监局" in desk.read().split("\n")[-1]


def test_a_paragraph_of_the_persons_own_stays_behind_the_point_that_it_belongs_to(desk: Desk) -> None:
    desk.do(add_paragraph, "领导带头")
    typed = typed_in(said(desk.opened.save()))
    desk.points.insert(1, NEW)
    lines = desk.read().split("\n")
    first = lines.index(typed)
    assert [line[:4] for line in lines[first - 1 : first + 2]] == ["一要领导", typed[:4], "二要科技"]


def test_what_a_person_wrote_at_the_end_stays_there(desk: Desk) -> None:
    desk.do(add_paragraph, "让我们一起努力")
    desk.keys["style"] = {"thanks": "true"}
    assert typed_in([desk.read().split("\n")[-1]]) != ""


def test_a_renamed_path_is_known_the_next_time(desk: Desk) -> None:
    desk.points.insert(0, NEW)
    first = desk.update().document
    assert first is not None
    desk.opened = Opened(first)
    desk.points[1]["owner"] = "市安监局"
    assert "市安监局" in desk.read()
    assert "市应急局" not in desk.read()


def test_without_bookmarks_paragraphs_are_known_by_their_words(desk: Desk) -> None:
    drop_bookmarks(desk.opened, 0, 0)
    desk.points[0]["owner"] = "市安监局"
    assert "市安监局" in desk.read()
    assert any("bookmarks are gone" in note.text for note in desk.update().findings.notes)


FLOOD = [
    {
        "heading": "认清形势",
        "lead": "今年汛情来得早。",
        "numbering": "第一",
        "points": [
            {"heading": "雨水偏多", "text": "雨水偏多三成。"},
            {"heading": "短板不少", "text": "堤段失修。"},
        ],
    },
    {
        "heading": "守住底线",
        "lead": "抓两件事。",
        "numbering": "一要",
        "points": [
            {"heading": "查隐患", "text": "一处一处查。"},
            {"heading": "备物资", "text": "物资要备足。"},
        ],
    },
    {
        "heading": "扛牢责任",
        "lead": "责任要到人。",
        "numbering": "一要",
        "points": [{"heading": "领导上堤", "text": "领导要上堤。"}],
    },
]
FRESH = {"heading": "算好大账", "lead": "民生要兜牢。", "points": [{"heading": "保供水", "text": "水要够。"}]}


@pytest.fixture
def flood() -> Desk:
    """A speech of three parts, in each of which a person changed some words."""
    desk = Desk(meeting={"agenda": []}, parts=FLOOD)
    for old, new in (
        ("偏多三成", "偏多三成半"),
        ("一处一处查", "一处一处地查"),
        ("责任要到人", "责任要到人头"),
    ):
        for words in desk.opened.root.iter(tag("t")):
            words.text = (words.text or "").replace(old, new)
    return desk


def places_of(text: str) -> dict[str, str]:
    """Under which heading of a part each edited paragraph of ``flood`` stands."""
    part, found = "", {}
    for line in text.split("\n"):
        part = line[2:] if line[1:2] == "、" else part
        found |= {words: part for words in ("三成半", "地查", "人头") if words in line}
    return found


@pytest.mark.parametrize("place", [0, 1, 3])
def test_where_a_part_comes_in_the_others_keep_what_a_person_changed(place: int, flood: Desk) -> None:
    flood.keys["parts"].insert(place, FRESH)

    text = flood.read()

    assert places_of(text) == {"三成半": "认清形势", "地查": "守住底线", "人头": "扛牢责任"}
    assert [line[:2] for line in text.split("\n") if line[1:2] == "、"] == ["一、", "二、", "三、", "四、"]


def test_a_dropped_part_keeps_its_heading_where_a_point_of_it_stays(flood: Desk) -> None:
    del flood.keys["parts"][1]

    text = flood.read()

    assert places_of(text) == {"三成半": "认清形势", "地查": "守住底线", "人头": "扛牢责任"}
    assert "备物资" not in text


def test_a_point_that_moves_keeps_the_formats_that_a_person_gave_it(desk: Desk) -> None:
    desk.do(embolden, "群众参与", 6)
    bold = bold_words(desk.opened.save())
    desk.points.insert(0, desk.points.pop())

    for track in (False, True):
        document = desk.update(track=track).document
        assert document is not None
        assert bold and bold_words(document) == bold


def bold_words(docx: bytes) -> list[str]:
    """What is bold and not struck out."""
    runs = [
        run for run in Opened(docx).root.iter(tag("r")) if run.find(f"{tag('rPr')}/{tag('b')}") is not None
    ]
    return [text for run in runs if (text := text_of(run))]


def test_the_table_that_a_person_put_behind_a_point_stays_behind_it(desk: Desk) -> None:
    desk.do(insert_table, "部门协同")
    desk.points.insert(2, NEW)
    document = desk.update().document
    assert document is not None

    body = Opened(document).body
    order = [one.tag == tag("tbl") or text_of(one)[2:4] for one in body if one.tag in (tag("tbl"), tag("p"))]

    assert order[order.index("部门") :][:3] == ["部门", True, "科技"]


def test_the_stop_behind_a_heading_keeps_its_style_where_the_text_behind_it_goes() -> None:
    desk = Desk()
    del desk.points[2]["text"]

    document = desk.update().document

    assert document is not None
    last = next(one for one in Opened(document).paragraphs() if "群众参与" in text_of(one))
    stop = next(run for run in last.iter(tag("r")) if text_of(run) == "。")
    assert stop.find(f"{tag('rPr')}/{tag('rStyle')}") is not None
