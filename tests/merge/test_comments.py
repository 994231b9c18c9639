"""Comments in an updated document: drafter's own come and go with blanks, a person's stay."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

import pytest
from lxml import etree

import drafter
from drafter.docx.write.document import write_docx
from drafter.library import builtin_library
from tests.drafts import given

from .belongings import comments
from .desk import SPEECH, Desk
from .opened import BODY, COMMENTS, Opened, members
from .scripts import document
from .values import clear

HINT = "以任职文件为准"
SHEET = {"heading": "落到纸上", "figures": [{"name": "责任书", "unit": "份"}]}
THREADS = "word/commentsExtended.xml"
WORD = "http://schemas.microsoft.com/office/word/20"


@pytest.fixture
def desk() -> Desk:
    """A speech whose speaker is not known yet."""
    return Desk()


def fresh(desk: Desk) -> bytes:
    return document(given(**deepcopy(desk.keys)))


def texts(docx: bytes | None) -> list[str]:
    """The comments that stand on something, in the order of the text; each part tells of the same."""
    assert docx is not None
    parts = members(docx)
    body = parts[BODY].decode()
    known = {
        number: "".join(etree.fromstring(one).itertext()) for number, one in comments(parts[COMMENTS]).items()
    }
    anchored = re.findall(r'<w:commentReference w:id="(\d+)"', body)
    for name in ("RangeStart", "RangeEnd"):
        assert sorted(anchored) == sorted(re.findall(rf'<w:comment{name} w:id="(\d+)"', body))
    assert sorted(anchored) == sorted(known)
    return [known[number] for number in anchored]


def test_what_a_blank_asked_for_goes_when_it_is_filled(desk: Desk) -> None:
    before = texts(desk.opened.save())
    desk.keys["speaker"] = {"post": "副市长"}

    assert HINT in before
    assert texts(desk.update().document) == [text for text in before if text != HINT]


def test_what_new_blanks_ask_for_stands_beside_them(desk: Desk) -> None:
    desk.points.append(deepcopy(SHEET))

    assert texts(desk.update().document) == texts(fresh(desk))


def test_a_value_that_is_taken_back_is_asked_for_again() -> None:
    desk = Desk(**SPEECH, speaker={"post": "副市长", "name": "路明谦"})
    del desk.keys["speaker"]["post"]

    assert texts(desk.update().document) == texts(fresh(desk))


def test_where_nothing_was_asked_for_nothing_is(desk: Desk) -> None:
    library = builtin_library()
    speech = drafter.draft(given(**deepcopy(desk.keys)), library)
    desk.opened = Opened(write_docx(speech, library.layout(speech.layout), notes=False))
    desk.points.append(deepcopy(SHEET))

    update = desk.update()

    assert update.document is not None
    assert comments(members(update.document)[COMMENTS]) == {}


def test_a_comment_that_a_person_added_to_stays(desk: Desk) -> None:
    parts = desk.opened.parts
    parts[COMMENTS] = parts[COMMENTS].replace(HINT.encode(), f"{HINT}，已问组织部".encode())
    desk.keys["speaker"] = {"post": "副市长"}

    assert f"{HINT}，已问组织部" in texts(desk.update().document)


def test_tracked_a_comment_waits_as_its_blank_does(desk: Desk) -> None:
    before = texts(desk.opened.save())
    desk.keys["speaker"] = {"post": "副市长"}

    assert texts(desk.update(track=True).document) == before


def test_where_word_keeps_threads_an_answered_comment_is_resolved(desk: Desk) -> None:
    parts = desk.opened.parts
    numbers = [number for number, one in comments(parts[COMMENTS]).items() if HINT in one]
    opening = f'<w:comment w:id="{numbers[0]}" w:author="drafter" w:initials="D"><w:p'
    number = f' xmlns:w14="{WORD}10/wordml" w14:paraId="1A2B3C4D"'
    parts[COMMENTS] = parts[COMMENTS].decode().replace(opening, opening + number).encode()
    threads = "".join(f'<w15:commentEx w15:paraId="{one}" w15:done="0"/>' for one in ("1A2B3C4D", "0000000F"))
    parts[THREADS] = f'<w15:commentsEx xmlns:w15="{WORD}12/wordml">{threads}</w15:commentsEx>'.encode()
    desk.keys["speaker"] = {"post": "副市长"}

    update = desk.update()

    assert update.document is not None
    after = members(update.document)
    assert after[COMMENTS] == parts[COMMENTS]
    assert re.findall(rb'w15:done="(\d)"', after[THREADS]) == [b"1", b"0"]


def test_comments_that_a_person_took_away_are_left_as_he_left_them(desk: Desk) -> None:
    for anchor in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found: list[Any] = [one for one in desk.opened.root.iter() if str(one.tag).endswith(f"}}{anchor}")]
        for one in found:
            one.getparent().remove(one)
    desk.points[0]["owner"] = "市安监局"

    update = desk.update()

    assert update.document is not None
    assert members(update.document)[COMMENTS] == desk.opened.parts[COMMENTS]


def test_a_value_that_a_person_emptied_and_the_yaml_gives_anew_is_asked_for_no_more(desk: Desk) -> None:
    desk.do_to(clear, "parts[0].points[0].owner")
    desk.points[0]["owner"] = "市安监局"

    assert texts(desk.update().document) == texts(desk.opened.save())
