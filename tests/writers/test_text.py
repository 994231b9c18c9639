"""Plain text, as Chinese text files are set."""

from __future__ import annotations

from drafter.speech.tree import Break, Lead, Note, Paragraph, Part, Point, Speech, Text

from .texts import written

TITLE = (Text("讲话"),)


def text(words: str) -> tuple[Text]:
    return (Text(words),)


def test_front_and_body_are_set_apart_by_empty_lines() -> None:
    speech = Speech(
        TITLE,
        byline=text("市长"),
        date=text("（今天）"),
        salutation=text("同志们："),
        closing=(Paragraph(text("完。")),),
    )

    assert "讲话\n\n市长\n（今天）\n\n同志们：\n　　完。\n" == written(speech, "txt")


def test_headings_and_paragraphs_are_indented() -> None:
    part = Part("tasks", "一、", text("任务"), lead=(Paragraph(text("引。")),))

    assert "讲话\n\n　　一、任务\n　　引。\n" == written(Speech(TITLE, parts=(part,)), "txt")


def test_a_lead_sentence_opens_its_paragraph() -> None:
    point = Point("一要", text("摸底"), body=(Paragraph(text("逐户。")),))

    assert "　　一要摸底。逐户。\n" in written(
        Speech(TITLE, parts=(Part("tasks", "一、", (), points=(point,)),)), "txt"
    )


def test_lines_of_the_outline_are_indented_by_level() -> None:
    point = Point("（一）", text("摸底"), run_in=False)
    part = Part("tasks", "一、", text("任务"), points=(point,), numbering="（一）")

    lines = written(Speech(TITLE, parts=(part,), has_outline=True), "txt").split("\n")

    assert ["讲话", "", "提纲", "一、任务", "　　（一）摸底", ""] == lines[:6]


def test_a_break_of_the_title_is_kept() -> None:
    assert "奋力\n——讲话\n" == written(Speech((Text("奋力"), Break(), Text("——讲话"))), "txt")


def test_notes_have_no_place() -> None:
    speech = Speech(TITLE, closing=(Paragraph((Note("查"), Lead(text("完。")))),))

    assert "讲话\n\n　　完。\n" == written(speech, "txt")
