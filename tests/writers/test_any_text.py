"""Whatever a speech says stands in every format as it was said, and another program finds it there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from lxml import html

from drafter.speech.tree import Blank, Emphasis, Lead, Note, Paragraph, Part, Speech, Text
from tests.anytext import PIECES, WORDS
from tests.drafts import drafted
from tests.profiles import examples

from .texts import paragraphs, written

FORMATS = ["txt", "html", "md", "docx"]
every_format = pytest.mark.parametrize("name", FORMATS)


def said(words: str) -> Speech:
    """Return a speech of ``words`` in each place that words may have."""
    text = (Text(words),)
    return Speech(
        title=(Text("讲话"),),
        salutation=text,
        opening=(Paragraph((Text("前"), *text, Text("后"))), Paragraph((Lead(text), Emphasis(text)))),
        parts=(Part("tasks", "一、", text),),
        closing=(Paragraph(text),),
    )


@every_format
@settings(max_examples=examples(60))
@given(words=WORDS)
def test_any_words_can_be_read_again(name: str, words: str) -> None:
    expected = ["讲话", words, f"前{words}后", words + words, f"一、{words}", words]

    found = [text for text in paragraphs(said(words), name) if text]

    assert [text.strip() for text in expected] == [text.strip() for text in found]


@every_format
@settings(max_examples=examples(30))
@given(name_of_meeting=WORDS)
def test_any_name_of_a_meeting_can_be_read_again(name: str, name_of_meeting: str) -> None:
    speech = drafted(meeting={"name": name_of_meeting})

    assert f"今天，我们召开{name_of_meeting}，主要任务是" in "\n".join(paragraphs(speech, name))


@every_format
def test_nothing_of_the_templates_is_left(name: str) -> None:
    text = "\n".join(paragraphs(drafted(), name))

    assert not re.search(r"\{\{|\}\}|\{%|<\w|&\w+;|at=", text)


@every_format
@pytest.mark.parametrize("words", PIECES, ids=[f"{index}" for index in range(len(PIECES))])
def test_signs_of_one_format_are_words_in_another(name: str, words: str) -> None:
    assert f"前{words}后" in paragraphs(said(words), name)


@pytest.mark.skipif(not (shutil.which("pandoc") or os.environ.get("CI")), reason="pandoc is missing")
@pytest.mark.parametrize("dialect", ["commonmark", "gfm", "markdown"])
def test_pandoc_reads_the_words_as_they_were_said(dialect: str) -> None:
    words = [piece for piece in PIECES if piece.strip(" ") and "  " not in piece]
    speech = Speech((), opening=tuple(Paragraph((Text(f"前{piece}后"),)) for piece in words))

    result = subprocess.run(
        ["pandoc", "--from", dialect, "--to", "html", "--wrap", "none"],
        input=written(speech, "md"),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )

    # Pandoc composes é from its two characters.
    assert [normalize("NFC", f"前{piece}后") for piece in words] == [
        normalize("NFC", element.text_content())
        for element in html.document_fromstring(result.stdout).iter("p")
    ]


@every_format
def test_a_blank_can_be_read_by_its_label(name: str) -> None:
    speech = Speech((), opening=(Paragraph((Text("由"), Blank("a.b", "责任<单位>", "查|查"), Text("牵头"))),))

    assert ["由【责任<单位>】牵头"] == [text for text in paragraphs(speech, name) if text]


@every_format
def test_a_note_is_none_of_the_words(name: str) -> None:
    speech = Speech((), opening=(Paragraph((Text("甲"), Note("-- 记 --> <b>"), Text("乙"))),))

    assert ["甲乙"] == [text for text in paragraphs(speech, name) if text]
