"""Small edits of a clerk at his desk, what update and pull make of them, and what they tell of it."""

from __future__ import annotations

import pytest

from drafter.merge.update import Update

from .desk import Desk
from .flood import (
    UPSTREAM,
    add_behind,
    control,
    delete,
    flood,
    link,
    paragraph,
    points,
    pull,
    type_behind,
    type_over,
)
from .opened import said, tag, texts_of


@pytest.fixture
def desk() -> Desk:
    return flood()


def lines(desk: Desk, update: Update) -> str:
    assert not update.findings.conflicts
    return "\n".join(said(update.document or desk.opened.save()))


def notes(update: Update) -> str:
    return "\n".join(note.text for note in update.findings.notes)


@pytest.mark.parametrize("choice", ["", "theirs"])
@pytest.mark.parametrize("outline", ["true", "false"])
def test_a_reworded_heading_goes_into_the_paragraph_that_it_gets(choice: str, outline: str) -> None:
    desk = flood(style={"outline": outline})
    type_over(desk, "把人转在险前", "把人转到安全处")
    desk.keys["parts"][1]["numbering"] = "1."
    update = desk.update(choice)

    text = lines(desk, update)
    assert text.count("把人转到安全处") == 1
    assert "2.把人转到安全处\n预警要叫得应，转移要走得快。" in text
    assert "2.把人转到安全处" in [added.text for added in update.findings.added]


@pytest.mark.parametrize(
    ("deleted", "label"),
    [
        ("二要把人转在险前。预警要叫得应，转移要走得快。", "要点标题"),
        ("预警要叫得应，转移要走得快。", "要点正文"),
        ("（2026年5月12日）", "会议日期"),
    ],
)
def test_what_is_deleted_to_the_last_word_does_not_become_blanks(
    deleted: str, label: str, desk: Desk
) -> None:
    delete(desk, deleted)

    found = pull(desk)

    assert found.before == found.after
    assert any(label in note.text and "strike it out" in note.text for note in found.findings.notes)


def test_of_an_emptied_paragraph_the_place_is_told_once(desk: Desk) -> None:
    delete(desk, "据县水利局统计，病险水库达到12座。")

    assert {note.places for note in pull(desk).findings.notes} == {("二、一要",)}


def test_a_blank_that_is_filled_though_it_was_emptied_is_not_told_as_deleted(desk: Desk) -> None:
    delete(desk, "【检验标尺】")
    desk.keys["answers"] = [{"blank": "检验标尺", "text": "群众满意不满意"}]
    update = desk.update()

    assert "最后要看群众满意不满意。" in lines(desk, update)
    assert not update.findings.notes
    assert [change.new for change in update.findings.updated] == ["群众满意不满意"]


def test_prose_is_told_as_kept_only_where_words_of_the_document_stay(desk: Desk) -> None:
    type_behind(desk, "转移要走得快。", "我来补一句话。")
    points(desk)[1]["text"] = "堤上一刻不离人。"

    assert not desk.update("ours").findings.kept
    assert [change.new for change in desk.update("theirs").findings.kept] == [
        "预警要叫得应，转移要走得快。我来补一句话。"
    ]


def test_prose_is_told_as_it_stands_with_the_changes_of_both(desk: Desk) -> None:
    type_over(desk, "预警要叫得应，转移要走得快。", "预警要人人叫得应，转移要走得快。")
    points(desk)[1]["text"] = "预警要叫得应，转移要走得稳。"

    (kept,) = desk.update().findings.kept

    assert kept.new == "预警要人人叫得应，转移要走得稳。"


@pytest.mark.parametrize("typed", ["②", "2）", "二来", "第二是", "其二，", "二是要", "另外，"])
def test_whatever_is_typed_over_an_ordinal_is_no_word_of_the_heading(typed: str, desk: Desk) -> None:
    _type_over_ordinal(desk, "把人转在险前", typed)

    assert pull(desk).findings.updated == []


def test_a_heading_is_pulled_without_the_ordinal_that_was_typed_over_its_own(desk: Desk) -> None:
    _type_over_ordinal(desk, "把人转在险前", "二是要")
    type_over(desk, "把人转在险前", "把人转到高处")

    assert [change.new for change in pull(desk).findings.updated] == ["把人转到高处"]


def test_an_ordinal_of_a_persons_own_that_miscounts_after_an_update_is_told(desk: Desk) -> None:
    _type_over_ordinal(desk, "查透每一处隐患", "一是")
    _type_over_ordinal(desk, "把人转在险前", "二是")
    points(desk).insert(1, UPSTREAM)
    update = desk.update()

    assert "二是把人转在险前" in lines(desk, update)
    assert notes(update) == "二是 is the document's own and stays, though 三要 would come here"


def _type_over_ordinal(desk: Desk, words: str, ordinal: str) -> None:
    next(texts_of(paragraph(desk, words))).text = ordinal


@pytest.mark.parametrize("sentence", ["我先说一句。", "我先说一句，"])
def test_a_sentence_typed_between_a_heading_and_its_text_is_of_the_text(sentence: str, desk: Desk) -> None:
    type_behind(desk, "把人转在险前。", sentence)
    assert [change.new for change in pull(desk).findings.updated] == [
        f"{sentence}预警要叫得应，转移要走得快。"
    ]
    points(desk)[1]["text"] = "堤上一刻不离人。"

    (conflict,) = desk.update().findings.conflicts

    assert sentence in conflict.theirs


def test_a_name_typed_within_the_marks_of_a_blank_loses_them_when_the_yaml_has_it(desk: Desk) -> None:
    _fill(desk, "speaker.name", "【钱二】")
    assert [change.new for change in pull(desk).findings.updated] == ["钱二"]
    desk.keys["speaker"] = {"name": "钱二"}

    assert "【讲话人职务】　钱二" in lines(desk, desk.update())


def test_a_day_in_another_spelling_is_not_told_as_updated(desk: Desk) -> None:
    del desk.keys["meeting"]["date"]
    desk = Desk(**desk.keys)
    _fill(desk, "meeting.date", "2026-05-12")
    desk.keys["meeting"]["date"] = "2026-05-12"

    assert desk.update().findings.updated == []


def _fill(desk: Desk, path: str, text: str) -> None:
    words = list(texts_of(control(desk, path)))
    words[0].text = text
    for one in words[1:]:
        one.getparent().remove(one)


@pytest.mark.parametrize("mark", [". ", "．", "."])
def test_a_mark_of_another_width_is_no_word_of_the_heading(mark: str, desk: Desk) -> None:
    for text in desk.opened.root.iter(tag("t")):
        text.text = (text.text or "").replace("。", mark)

    assert {change.label for change in pull(desk).findings.updated} == {"要点正文"}


@pytest.mark.parametrize("choice", ["", "theirs"])
def test_a_sentence_with_values_of_both_sides_is_told_as_it_stands(choice: str, desk: Desk) -> None:
    desk.keys["meeting"]["agenda"] = [{"who": "县水利局", "did": "通报了汛情"}]
    desk = Desk(**desk.keys)
    type_over(desk, "通报了汛情", "作了表态发言")
    did = "介绍了经验" if choice else "通报了汛情"
    desk.keys["meeting"]["agenda"] = [{"who": "县农业农村局", "did": did}]

    found = notes(desk.update(choice))

    assert found.endswith("read it again: 刚才，县农业农村局作了表态发言。")


def test_a_dropped_part_that_stays_is_not_counted_and_that_is_told(desk: Desk) -> None:
    link(desk, "叫得应")
    del desk.keys["parts"][1]
    update = desk.update()

    assert "我讲两点意见" in lines(desk, update)
    assert "is not counted where the parts are announced: 二、突出工作重点" in notes(update)


@pytest.mark.parametrize(
    ("own", "told"),
    [("十二座", True), ("12 座", True), ("5月12号", True), ("五月十二日", True), ("二十二座", False)],
)
def test_old_facts_are_known_in_the_spellings_of_people(own: str, told: bool, desk: Desk) -> None:
    add_behind(desk, "抢在旱前", f"记住{own}这个数。")
    desk.keys["meeting"]["date"] = "2026-05-13"
    points(desk)[0]["figures"][0]["value"] = "14"

    assert (f"“{own}” still stands" in notes(desk.update())) is told


def test_a_small_count_of_things_is_no_old_fact(desk: Desk) -> None:
    points(desk)[0]["figures"][0]["value"] = "1"
    desk = Desk(**desk.keys)
    add_behind(desk, "抢在旱前", "一座一座看过来。")
    points(desk)[0]["figures"][0]["value"] = "2"

    assert notes(desk.update()) == ""


def test_a_value_that_was_deleted_and_does_not_come_back_is_told(desk: Desk) -> None:
    points(desk)[1]["owner"] = "县应急局"
    desk = Desk(**desk.keys)
    delete(desk, "县应急局")
    points(desk)[1]["owner"] = "县水利局"
    update = desk.update()

    assert "县水利局牵头" not in lines(desk, update)
    assert notes(update) == "deleted in the document, changed in the YAML"


def test_a_new_point_is_told_with_the_ordinal_that_it_gets(desk: Desk) -> None:
    for words, ordinal in (("查透每", "一是"), ("把人转", "二是"), ("抢在旱", "三是")):
        _type_over_ordinal(desk, words, ordinal)
    points(desk).insert(1, UPSTREAM)

    assert [added.text for added in desk.update().findings.added] == [
        "二是看紧上游来水。上游一动，下游先动。"
    ]


def test_a_dropped_point_that_stays_is_told_in_the_words_of_the_document(desk: Desk) -> None:
    type_over(desk, "预警要叫得应，转移要走得快。", "预警要人人叫得应。")
    del points(desk)[1]

    assert [dropped.text for dropped in desk.update().findings.dropped] == [
        "二要把人转在险前。预警要人人叫得应。"
    ]
