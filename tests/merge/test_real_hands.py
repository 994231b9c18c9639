"""What word processors and people do to a document, and what update and pull make of it."""

from __future__ import annotations

import pytest
from lxml import etree

from drafter.merge.update import Update
from drafter.merge.update import updated as updated_document
from tests.drafts import given

from .by_path import LIBRARY
from .desk import Desk
from .edits import add_words, drop_bookmarks
from .flood import (
    UPSTREAM,
    add_behind,
    break_line,
    control,
    copy_behind,
    delete,
    embolden,
    flood,
    link,
    move_tracked,
    paragraph,
    points,
    pull,
    type_behind,
    type_over,
)
from .objects import insert_picture
from .opened import PROPERTIES, Opened, said, tag, text_of, texts_of

SLOW, QUICK = "预警要叫得应，转移要走得稳。", "预警要叫得应，转移要走得快。"


@pytest.fixture
def desk() -> Desk:
    return flood()


def lines(desk: Desk, update: Update) -> str:
    assert not update.findings.conflicts
    return "\n".join(said(update.document or desk.opened.save()))


def notes(update: Update) -> str:
    return "\n".join(note.text for note in update.findings.notes)


def ordinals(text: str, marks: str = "要") -> list[str]:
    return [line[:2] for line in text.split("\n") if line[1:2] in tuple(marks) and "防汛" not in line]


def tasks(text: str) -> str:
    """The second part of a speech, without the outline."""
    return text.rpartition("二、突出")[2].partition("三、加强")[0]


def test_a_line_broken_by_hand_stays_broken(desk: Desk) -> None:
    break_line(desk, "转移要走得快")
    points(desk)[1]["text"] = SLOW
    points(desk)[0]["text"] = "汛前查得越细，汛期越安稳。"

    text = lines(desk, desk.update())

    assert "预警要叫得应，\n转移要走得稳。" in text and "汛期越安稳" in text


@pytest.mark.parametrize("typed", ["三要", "二是", "2.", "（二）"])
def test_an_ordinal_typed_by_hand_is_no_part_of_the_heading(typed: str, desk: Desk) -> None:
    type_over(desk, "二要", typed)

    assert pull(desk).findings.updated == []


def test_a_point_numbered_anew_by_an_update_has_nothing_to_pull(desk: Desk) -> None:
    points(desk).insert(0, UPSTREAM)

    found = pull(desk, desk.update().document)

    assert found.before == found.after


def test_a_move_that_waits_to_be_accepted_empties_no_point(desk: Desk) -> None:
    move_tracked(desk, "把人转在险前", "抢在旱前")
    assert pull(desk).before == pull(desk).after
    points(desk)[1]["text"] = SLOW

    assert lines(desk, desk.update()).count(SLOW) == 1


def test_an_answer_is_not_written_where_its_clause_was_deleted(desk: Desk) -> None:
    delete(desk, "，最后要看【检验标尺】")
    desk.keys["answers"] = [{"blank": "检验标尺", "text": "群众满意不满意"}]
    update = desk.update()

    assert "年终看实绩。" in lines(desk, update)
    assert "deleted in the document" in notes(update)


def test_without_bookmarks_a_dropped_point_goes_from_the_text_and_from_the_outline() -> None:
    desk = flood(style={"outline": "true"})
    drop_bookmarks(desk.opened, 0, 0)
    del points(desk)[1]

    assert "把人转在险前" not in lines(desk, desk.update())


def test_of_a_point_of_several_paragraphs_all_move_or_none(desk: Desk) -> None:
    text = "预警要叫得应。\n转移要走得快。\n回头要看得清。"
    extra = [
        {"heading": f"办好{name}", "text": f"{name}要办好。"} for name in ("粮草", "车船", "医药", "通信")
    ]
    desk = flood()
    desk.keys["parts"][1]["points"] = [points(desk)[0], {"heading": "把人转在险前", "text": text}, *extra]
    desk = Desk(**desk.keys)
    desk.do(add_words, "转移要走得快", 2)
    points(desk).append(points(desk).pop(1))

    update = desk.update()

    found = lines(desk, update).split("\n")
    first = next(n for n, line in enumerate(found) if "把人转在险前" in line)
    assert found[first + 1].startswith("转移") and found[first + 2] == "回头要看得清。"
    assert pull(desk, update.document).after.count("回头要看得清") == 1


def test_a_sentence_typed_into_prose_that_the_yaml_replaces_is_a_conflict(desk: Desk) -> None:
    type_behind(desk, "转移要走得快。", "我来补一句话。")
    points(desk)[1]["text"] = "堤上一刻不离人。"

    (conflict,) = desk.update().findings.conflicts

    assert "我来补一句话" in conflict.theirs and conflict.ours == "堤上一刻不离人。"


def test_only_what_differs_is_changed_and_looks_and_objects_stay(desk: Desk) -> None:
    embolden(desk, "叫得应")
    link(desk, "预警要")
    number = next(n for n, one in enumerate(desk.opened.paragraphs()) if QUICK in text_of(one))
    insert_picture(desk.opened, number, len("二要把人转在险前。预警要叫得应"))
    points(desk)[1]["text"] = SLOW
    update = desk.update()
    assert SLOW in lines(desk, update) and update.document is not None

    opened = Opened(update.document)
    bold = [text_of(one.getparent().getparent()) for one in opened.root.iter(tag("b"))]
    found = next(one for one in opened.paragraphs() if SLOW in text_of(one))

    assert [text_of(one) for one in found.iter(tag("hyperlink"))] == ["预警要"]
    assert "叫得应" in bold
    before = "".join(one.text or "" for one in _texts_before(found, "drawing"))
    assert before.endswith("叫得应")


def _texts_before(found: etree._Element, name: str) -> list[etree._Element]:
    texts = []
    for one in found.iter():
        if etree.QName(one).localname == name:
            return texts
        if one.tag == tag("t"):
            texts.append(one)
    raise AssertionError(name)


def test_a_point_of_ones_own_goes_on_counting_and_the_outline_is_told() -> None:
    desk = flood(style={"outline": "true"})
    add_behind(desk, "抢在旱前", "四要守住城里低洼处。水往低处走。")
    points(desk).insert(1, UPSTREAM)
    update = desk.update()

    assert ordinals(tasks(lines(desk, update))) == ["一要", "二要", "三要", "四要", "五要"]
    assert "not in the outline" in notes(update)


def test_a_numbering_that_a_person_chose_goes_on_when_a_point_comes(desk: Desk) -> None:
    for old, new in (("一要查", "一是查"), ("二要把", "二是把"), ("三要抢", "三是抢")):
        _retype(desk, old, new)
    points(desk).insert(1, UPSTREAM)

    assert ordinals(tasks(lines(desk, desk.update())), "是要") == ["一是", "二是", "三是", "四是"]


def _retype(desk: Desk, old: str, new: str) -> None:
    """Type the beginning of ``new`` over that of ``old``, as far as its first run goes."""
    first = next(texts_of(paragraph(desk, old)))
    first.text = new[: len(first.text or "")]


def test_a_part_of_ones_own_is_counted_and_the_announcement_is_told(desk: Desk) -> None:
    add_behind(desk, "水蓄在前头", "三、我自己加的一部分")
    _retype(desk, "三、加强组织领导", "四、加强组织领导")
    desk.keys["parts"].insert(0, {"heading": "先把家底看清"})
    update = desk.update()

    parts = [line[:2] for line in lines(desk, update).split("\n") if line[1:2] == "、"]
    assert parts == ["一、", "二、", "三、", "四、", "五、"]
    assert "not counted where the parts are announced" in notes(update)


def test_a_heading_reworded_by_hand_stands_in_a_new_place_too(desk: Desk) -> None:
    type_over(desk, "把人转在险前", "把人转到安全处")
    desk.keys["style"] = {"outline": "true"}

    text = lines(desk, desk.update())

    assert text.count("二要把人转到安全处") == 2 and "险前" not in text


@pytest.mark.parametrize("leaves_controls", [True, False])
def test_a_sentence_deleted_with_its_values_takes_no_value_out_of_the_yaml(
    leaves_controls: bool, desk: Desk
) -> None:
    delete(desk, "据县水利局统计，病险水库达到12座。")
    for empty in [one for one in desk.opened.controls() if not list(texts_of(one))]:
        if not leaves_controls:
            empty.getparent().remove(empty)

    found = pull(desk)

    assert found.before == found.after
    assert any("strike it out in the YAML" in note.text for note in found.findings.notes)


def test_a_line_of_the_outline_that_stays_without_its_point_is_told() -> None:
    desk = flood(style={"outline": "true"})
    desk.do(add_words, "二要把人转在险前", 4)
    del points(desk)[1]

    assert "though its point is dropped" in notes(desk.update())


def test_old_words_in_a_copied_paragraph_are_told(desk: Desk) -> None:
    copy_behind(desk, "病险水库", "抢在旱前")
    points(desk)[0]["text"] = "汛前查得越细，汛期越安稳。"
    points(desk)[0]["figures"][0]["value"] = "14"
    update = desk.update()

    assert lines(desk, update).count("达到14座") == 2
    assert "“汛期越稳” still stands" in notes(update)


def test_old_facts_in_a_persons_own_words_are_told(desk: Desk) -> None:
    add_behind(desk, "抢在旱前", "从5月12日起，12座水库都要有人守；112座塘坝也一样。")
    desk.keys["meeting"]["date"] = "2026-05-13"
    points(desk)[0]["figures"][0]["value"] = "14"
    update = desk.update()

    assert "从5月12日起，12座" in lines(desk, update)
    assert "“5月12日” still stands" in notes(update) and "“12座” still stands" in notes(update)


def test_a_sentence_with_values_of_both_sides_is_told() -> None:
    desk = flood()
    desk.keys["meeting"]["agenda"] = [{"who": "县水利局", "did": "通报了汛情"}]
    desk = Desk(**desk.keys)
    type_over(desk, "通报了汛情", "作了表态发言")
    desk.keys["meeting"]["agenda"] = [{"who": "县农业农村局", "did": "通报了汛情"}]
    update = desk.update()

    assert "县农业农村局作了表态发言" in lines(desk, update)
    assert "values of both sides" in notes(update)


def test_bookmarks_whose_names_an_editor_exchanged_are_not_believed(desk: Desk) -> None:
    first, second = (
        next(mark for mark in paragraph(desk, words).iter(tag("bookmarkStart")) if _is_prose(mark))
        for words in ("汛前查得", "预警要")
    )
    one, other = first.get(tag("name")), second.get(tag("name"))
    first.set(tag("name"), other)
    second.set(tag("name"), one)

    found = pull(desk)

    assert found.before == found.after


def _is_prose(mark: etree._Element) -> bool:
    return str(mark.get(tag("name"))).startswith("_d_")


def test_a_control_names_no_building_block_that_the_document_lacks(desk: Desk) -> None:
    desk.opened.parts = {
        name: content for name, content in desk.opened.parts.items() if "glossary" not in name
    }
    points(desk).insert(0, UPSTREAM)
    update = desk.update()
    assert update.document is not None

    assert not list(Opened(update.document).root.iter(tag("placeholder")))


def test_without_bookmarks_prose_that_nobody_edited_becomes_current(desk: Desk) -> None:
    drop_bookmarks(desk.opened, 0, 0)
    points(desk)[1]["text"] = SLOW

    assert SLOW in lines(desk, desk.update())


def test_marks_of_another_width_keep_the_rest_of_the_sentence_current(desk: Desk) -> None:
    for text in desk.opened.root.iter(tag("t")):
        text.text = (text.text or "").replace("。", ". ")
    points(desk)[1]["text"] = SLOW
    points(desk)[0]["figures"][0]["value"] = "14"

    text = lines(desk, desk.update())

    assert "转移要走得稳. " in text and "达到14座. " in text


def test_a_dropped_point_with_a_link_stays_and_is_told(desk: Desk) -> None:
    link(desk, "叫得应")
    del points(desk)[1]
    update = desk.update()

    assert "叫得应" in lines(desk, update)
    assert [dropped.is_done for dropped in update.findings.dropped] == [False]


def test_changes_of_both_sides_far_apart_in_a_paragraph_are_both_there(desk: Desk) -> None:
    type_over(desk, "预警要叫得应，转移要走得快。", "预警要人人叫得应，转移要走得快。")
    points(desk)[1]["text"] = SLOW

    assert "预警要人人叫得应，转移要走得稳。" in lines(desk, desk.update())
    assert "预警要人人叫得应，转移要走得稳。" in pull(desk).after


def test_what_both_sides_changed_is_shown_with_its_clause_only() -> None:
    long = "水库一座一座看过来。堤防一段一段走过去。查出来的毛病当天报上来。"
    desk = flood()
    points(desk)[1]["text"] = long
    desk = Desk(**desk.keys)
    type_over(desk, long, long.replace("当天", "当晚"))
    points(desk)[1]["text"] = long.replace("当天", "连夜")

    (conflict,) = desk.update().findings.conflicts

    assert (conflict.theirs, conflict.ours) == ("查出来的毛病当晚报上来。", "查出来的毛病连夜报上来。")


@pytest.mark.parametrize("filled", ["【钱二】", "钱二"])
def test_a_name_typed_within_the_marks_of_a_blank_is_the_name(filled: str, desk: Desk) -> None:
    words = list(texts_of(control(desk, "speaker.name")))
    words[0].text = filled
    for one in words[1:]:
        one.getparent().remove(one)

    assert "name: 钱二\n" in pull(desk).after


def test_what_only_the_document_has_is_told_when_it_is_pulled(desk: Desk) -> None:
    paragraph(desk, "抢在旱前").addnext(paragraph(desk, "把人转在险前"))
    link(desk, "水蓄在前头")

    text = "\n".join(note.text for note in pull(desk).findings.notes)

    assert "moved in the document" in text and "links" in text


def test_a_document_that_lost_its_properties_is_updated_from_the_yaml_of_then(desk: Desk) -> None:
    before = given(**desk.keys)
    del desk.opened.parts[PROPERTIES]
    points(desk)[1]["text"] = SLOW
    now = given(**desk.keys)

    update = updated_document(desk.opened.save(), now, LIBRARY, base=before)

    assert SLOW in "\n".join(said(update.document or b""))


def test_figures_in_a_paragraph_pasted_from_elsewhere_are_told_and_not_believed(desk: Desk) -> None:
    copy_behind(desk, "病险水库", "抢在旱前")
    copied = [one for one in desk.opened.controls() if text_of(one.find(tag("sdtContent"))) == "12"][-1]
    next(texts_of(copied)).text = "9"
    points(desk)[0]["figures"][0]["value"] = "14"
    update = desk.update()

    text = lines(desk, update)
    assert "达到14座" in text and "达到9座" in text
    assert "“9”" in notes(update)


def test_a_changed_layout_is_told() -> None:
    desk = flood()
    desk.keys["style"] = {"layout": "lectern"}

    assert "the document keeps that of gbt9704" in notes(desk.update())
