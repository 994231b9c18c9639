"""The programme of a meeting, as its papers print it."""

from __future__ import annotations

from typing import Any

import pytest

import drafter
from drafter.library import builtin_library
from drafter.speech.tree import Speech
from drafter.templating.context import context_of
from drafter.templating.programme import Item, Programme
from tests.drafts import blanks_of, given

LIBRARY = builtin_library()
SPEAKER = {"name": "丙四", "post": "副书记"}


def programme(kind: str = "notice", main: Speech | None = None, **meeting: Any) -> Programme:
    """Return the programme of a meeting; ``main`` is the speech that the paper of ``kind`` follows."""
    parameters = given(kind=kind, meeting=meeting, speaker=SPEAKER)
    found = context_of(parameters, LIBRARY, main)["programme"]
    assert isinstance(found, Programme)
    return found


def only(did: str | None, who: Any = "甲县", item: str | None = None) -> Item:
    """Return the one item before the speech."""
    (found,) = programme(agenda=[{"who": who, "did": did, "item": item}]).before
    return found


def plain(words: Any) -> str:
    return str(words.striptags())


def test_the_speech_stands_between_what_comes_before_and_after_it() -> None:
    found = programme(
        agenda=[{"who": "甲县", "did": "作了发言"}], afterwards=[{"who": "乙县", "did": "签了字"}]
    )

    assert ["甲县发言", "副书记丙四同志讲话", "乙县签字"] == [plain(item.line) for item in found.items]
    assert [False, True, False] == [item.is_speech for item in found.items]
    assert ([1], [3]) == ([item.number for item in found.before], [item.number for item in found.after])
    assert ["一", "二", "三"] == [item.ordinal for item in found.items]


@pytest.mark.parametrize(
    ("did", "what", "name"),
    [
        ("作了交流发言", "作交流发言", "交流发言"),
        ("作了发言", "发言", "发言"),
        ("传达了会议精神", "传达会议精神", "传达会议精神"),
        ("作了检查", "作检查", "作检查"),
    ],
)
def test_what_was_done_is_asked_for_and_listed(did: str, what: str, name: str) -> None:
    item = only(did)

    assert (did, what, name) == (plain(item.did), plain(item.what), plain(item.name))


def test_an_item_is_called_what_the_yaml_calls_it() -> None:
    item = only("作了发言", item="先进代表发言")

    assert ("先进代表发言", "先进代表发言") == (plain(item.what), plain(item.name))


@pytest.mark.parametrize(
    ("who", "did", "in_turn"),
    [
        (["甲县", "乙县"], "作了发言", True),
        (["甲县"], "作了发言", False),
        (["甲县", "乙县"], "签了字", False),
    ],
)
def test_several_who_speak_do_so_in_turn(who: list[str], did: str, in_turn: bool) -> None:
    assert in_turn is only(did, who).in_turn


def test_what_the_yaml_gives_is_a_field_and_what_it_does_not_a_blank() -> None:
    item = only("作了发言", who=None)

    assert '<field path="meeting.agenda[0].did">作了发言</field>' == item.did
    assert item.who.startswith('<blank path="meeting.agenda[0].who[0]"')


def test_an_agenda_that_nobody_knows_is_that_of_a_deployment() -> None:
    found = programme()

    assert ["传达", "作交流发言"] == [plain(item.what) for item in found.before]
    assert 'label="传达单位"' in found.before[0].who and 'label="传达内容"' in found.before[0].what


def test_it_is_that_of_the_kind_of_speech_where_this_has_one() -> None:
    main = drafter.draft(given(kind="commendation"))

    assert ["宣读表彰决定", "先进代表发言"] == [plain(item.name) for item in programme(main=main).before]


def test_a_meeting_without_an_agenda_has_the_speech_alone() -> None:
    assert [True] == [item.is_speech for item in programme(agenda=[]).items]


def test_a_paper_keeps_its_own_blanks_whatever_speech_it_goes_with() -> None:
    alone = drafter.draft(given(kind="warning-education"))
    papers = drafter.draft_papers(given(kind="dispatch", papers=["warning-education"]))

    assert blanks_of(alone) == blanks_of(papers["warning-education"])
