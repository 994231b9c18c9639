"""What a document says of itself."""

from __future__ import annotations

import pytest
from lxml import etree
from msgspec.structs import replace

from drafter.speech.tree import Speech

from .speeches import full, part, words

CORE = "docProps/core.xml"


def texts(speech: Speech, name: str = CORE) -> dict[str, str | None]:
    return {
        str(element.get("name") or etree.QName(element).localname): "".join(map(str, element.itertext()))
        for element in part(speech, name)
    }


def test_the_title_is_that_of_the_speech() -> None:
    assert texts(full())["title"] == "在全市社会工作会议上的讲话"


def test_an_unknown_speaker_is_no_author() -> None:
    assert texts(full())["creator"] == "drafter"


def test_the_author_is_the_speaker() -> None:
    assert texts(replace(full(), byline=words("市长  某某")))["creator"] == "市长  某某"


def test_the_file_is_dated_by_the_meeting() -> None:
    core = texts(full())

    assert [core["created"], core["modified"]] == ["2025-10-11T00:00:00Z"] * 2


@pytest.mark.parametrize("meeting_date", ["", "明天", "2025-10-11<x/>"])
def test_without_a_date_the_file_has_none(meeting_date: str) -> None:
    assert "created" not in texts(replace(full(), meeting_date=meeting_date))


def test_kind_and_layout_are_kept() -> None:
    custom = texts(full(), "docProps/custom.xml")

    assert (custom["drafter.kind"], custom["drafter.layout"]) == ("deployment", "gbt9704")
