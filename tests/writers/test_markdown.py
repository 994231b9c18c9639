"""Markdown: CommonMark, and what common readers make of it."""

from __future__ import annotations

import pytest
from lxml import html
from markdown_it import MarkdownIt

from drafter.speech.tree import Break, Emphasis, Lead, Paragraph, Part, Point, Speech, Text

from .texts import written


def text(words: str) -> tuple[Text]:
    return (Text(words),)


def body(*paragraphs: Paragraph) -> str:
    """Return the Markdown of ``paragraphs`` alone."""
    return written(Speech((), closing=paragraphs), "md")


def test_the_title_is_the_first_heading() -> None:
    assert "# 讲话\n" == written(Speech(text("讲话")), "md")


@pytest.mark.parametrize(("level", "signs"), [(2, "###"), (3, "####"), (4, "#####")])
def test_headings_keep_their_levels(level: int, signs: str) -> None:
    point = Point("（一）", text("摸底"), run_in=False, level=level)

    assert f"{signs} （一）摸底\n" in written(
        Speech((), parts=(Part("tasks", "一、", (), points=(point,)),)), "md"
    )


def test_a_lead_sentence_is_bold_up_to_its_full_stop() -> None:
    assert "**一要摸底**。逐户。\n" == body(Paragraph((Lead(text("一要摸底。")), Text("逐户。"))))


@pytest.mark.parametrize("words", ["一要摸底。", "怎么办？", "做到“好”。”", "甲*乙。", "甲", "。", "*。"])
def test_a_lead_sentence_is_bold_before_any_letter(words: str) -> None:
    markdown = body(Paragraph((Lead(text(words)), Text("后文"))))

    page = html.fragment_fromstring(MarkdownIt("commonmark").render(markdown))
    bold = "".join(element.text_content() for element in page.iter("strong"))
    assert words.removesuffix("。") == bold.removesuffix("。")
    assert f"{words}后文" == page.text_content()


@pytest.mark.parametrize("words", ["“好”。", "（一）。", "甲 。", "*甲。"])
def test_emphasis_is_bold_within_words(words: str) -> None:
    markdown = body(Paragraph((Text("前文"), Emphasis(text(words)), Text("后文"))))

    page = html.fragment_fromstring(MarkdownIt("commonmark").render(markdown))
    assert f"前文{words}后文" == page.text_content()


def test_emphasis_is_bold() -> None:
    assert "要<strong>紧</strong>\n" == body(Paragraph((Text("要"), Emphasis(text("紧")))))


def test_a_break_of_the_title_is_a_break() -> None:
    assert "# 奋力<br>讲话\n" == written(Speech((Text("奋力"), Break(), Text("讲话"))), "md")


@pytest.mark.parametrize("ordinal", ["1.", "12.", "1)"])
def test_an_arabic_ordinal_starts_no_list(ordinal: str) -> None:
    page = MarkdownIt("commonmark").render(body(Paragraph(text(f"{ordinal} 摸底"))))

    assert f"<p>{ordinal} 摸底</p>\n" == page


def test_the_outline_is_one_quotation() -> None:
    parts = (Part("a", "一、", text("甲")), Part("b", "二、", text("乙")))

    page = MarkdownIt("commonmark").render(written(Speech((), parts=parts, has_outline=True), "md"))

    assert ("1", ["提纲", "一、甲", "二、乙"]) == (
        str(page.count("<blockquote>")),
        [
            element.text_content()
            for element in html.fragment_fromstring(page, create_parent=True).xpath("//blockquote/p")
        ],
    )


def test_an_hour_stands_without_a_sign_of_escape() -> None:
    assert body(Paragraph(text("18:20发现"))) == "18:20发现\n"
