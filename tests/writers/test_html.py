"""One HTML page that needs no other file."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from drafter.models.layout import Face, Layout
from drafter.models.layout import Lead as LeadFace
from drafter.speech.tree import Blank, Break, Emphasis, Lead, Note, Paragraph, Part, Point, Speech, Text
from drafter.writers.registry import writer_of

from .texts import written


def text(words: str) -> tuple[Text]:
    return (Text(words),)


def page(speech: Speech, **keys: Any) -> Any:
    return html.document_fromstring(written(speech, "html", **keys))


def paragraph(*inlines: Any) -> Speech:
    return Speech(text("讲话"), closing=(Paragraph(inlines),))


def test_the_page_is_chinese_and_utf_8() -> None:
    root = page(paragraph(Text("甲")))

    assert ("zh-CN", ["utf-8"]) == (root.get("lang"), root.xpath("//meta/@charset"))


def test_the_page_is_called_as_the_speech() -> None:
    assert "奋力讲话" == page(Speech((Text("奋力"), Break(), Text("讲话")))).findtext(".//title")


def test_the_page_needs_no_other_file() -> None:
    source = written(paragraph(Text("甲")), "html")

    assert not any(sign in source for sign in ("http:", "https:", "<script", "<link", "url(", "@import"))


def test_headings_keep_their_levels() -> None:
    point = Point("（一）", text("摸底"), run_in=False)

    root = page(Speech(text("讲话"), parts=(Part("tasks", "一、", text("任务"), points=(point,)),)))

    assert [("h1", "讲话"), ("h2", "一、任务"), ("h3", "（一）摸底")] == [
        (element.tag, element.text_content()) for element in root.xpath("//main/*")
    ]


def test_lead_and_emphasis_are_marked() -> None:
    root = page(paragraph(Lead(text("甲。")), Emphasis(text("乙"))))

    assert (["甲。"], ["乙"]) == (root.xpath("//span[@class='lead']/text()"), root.xpath("//strong/text()"))


def test_a_blank_shows_its_hint() -> None:
    (blank,) = page(paragraph(Blank("a[0].b", "数值", '写"数"'))).xpath("//span[@class='blank']")

    assert ("a[0].b", '写"数"', "【数值】") == (blank.get("data-path"), blank.get("title"), blank.text)


def test_without_notes_a_blank_has_no_hint() -> None:
    (blank,) = page(paragraph(Blank("a", "数值", "写数")), notes=False).xpath("//span[@class='blank']")

    assert "title" not in blank.attrib


def test_a_note_is_a_comment_of_the_page() -> None:
    (comment,) = page(paragraph(Note("先-->查"))).xpath("//main//comment()")

    assert "先- -&gt;查" == comment.text.strip()


def test_without_notes_there_are_none() -> None:
    assert [] == page(paragraph(Note("查")), notes=False).xpath("//main//comment()")


def test_a_long_title_breaks_as_in_word() -> None:
    root = page(Speech(text("在全市重点项目建设暨安全生产工作推进会议上的讲话")))

    assert 1 == len(root.xpath("//h1/br"))


@pytest.mark.parametrize(
    ("layout", "rule"),
    [
        (Layout(body=Face(font="华文仿宋", size=18)), "18pt"),
        (Layout(lead=LeadFace(font="黑体", bold=True)), "font-weight: bold"),
        (Layout(latin_font="Arial"), "Arial"),
    ],
)
def test_the_layout_sets_the_page(layout: Layout, rule: str) -> None:
    speech = paragraph(Text("甲"))

    assert rule in writer_of("html")(speech, layout).decode()
    assert rule not in writer_of("html")(speech, Layout()).decode()


def style() -> str:
    return str(page(paragraph(Text("甲"))).findtext(".//style"))


def test_a_phone_shows_the_page_in_its_own_width() -> None:
    (viewport,) = page(paragraph(Text("甲"))).xpath("//meta[@name='viewport']/@content")
    narrow = style().partition("@media screen and (max-width: 210mm)")[2]

    assert "width=device-width, initial-scale=1" == viewport
    assert "main { width: auto;" in narrow


def test_a_hint_is_seen_without_a_mouse_and_not_printed() -> None:
    on_screen = style().partition("@media screen {")[2].partition("} }")[0]

    assert '.blank[title]::after { content: "（" attr(title) "）"' in on_screen


def test_a_hint_is_no_text_of_the_page() -> None:
    assert "写数" not in page(paragraph(Blank("a", "数值", "写数"))).find(".//main").text_content()
