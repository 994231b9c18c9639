"""What makes a kind what it is: its person, its parts, its slots."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

import drafter
from drafter.library import builtin_library
from drafter.speech.blocks import BlockKind, iter_blocks
from drafter.speech.tree import Speech, plain_text

from .reading import THREE_PARTS, least, lines_of, sample

LIBRARY = builtin_library()
each_source = pytest.mark.parametrize("source", ["least", "sample"])
each_variation = pytest.mark.parametrize("variation", [1, 2, 3, 4])


def drafted(kind: str, source: str, variation: int = 1) -> Speech:
    parameters = least(kind) if source == "least" else sample(kind, LIBRARY)
    style = replace(parameters.style, variation=variation)
    return drafter.draft(replace(parameters, style=style), LIBRARY)


def text_of(speech: Speech) -> str:
    return "\n".join(lines_of(speech))


@pytest.mark.slow
@pytest.mark.parametrize("kind", THREE_PARTS)
@each_source
@each_variation
def test_the_three_parts_are_kept_and_announced(kind: str, source: str, variation: int) -> None:
    speech = drafted(kind, source, variation)
    headings = [
        plain_text(b.inlines) for b in iter_blocks(speech) if b.kind is BlockKind.HEADING and b.level == 1
    ]

    assert ["一、", "二、", "三、"] == [heading[:2] for heading in headings]
    assert any(word in text_of(speech) for word in ("三点", "三个", "三层", "三件", "三句", "三条"))


@each_source
@each_variation
def test_a_work_report_says_i_and_never_we(source: str, variation: int) -> None:
    text = text_of(drafted("work-report", source, variation))

    assert "我" in text and "我们" not in text


@each_source
@each_variation
def test_one_who_takes_up_a_post_sets_no_tasks_for_others(source: str, variation: int) -> None:
    text = text_of(drafted("inaugural", source, variation))

    assert not any(words in text for words in ("各级各部门要", "各单位要", "牵头", "考核"))


@each_source
@each_variation
def test_an_address_has_no_numbered_parts_and_ends_with_thanks(source: str, variation: int) -> None:
    speech = drafted("address", source, variation)

    assert [""] == list({part.ordinal for part in speech.parts} or {""})
    assert "谢谢大家" in lines_of(speech)[-1]


@each_variation
def test_the_hand_overs_of_a_host_script_follow_the_agenda(variation: int) -> None:
    parameters = sample("host-script", LIBRARY)
    text = text_of(drafted("host-script", "sample", variation))
    agenda = [item.who[0] for item in parameters.meeting.agenda or ()]

    places = [text.rindex(f"请{who}") if f"请{who}" in text else text.index(who) for who in agenda]
    assert 2 <= len(places) and places == sorted(places)


@each_source
def test_a_notice_is_addressed_and_signed(source: str) -> None:
    speech = drafted("notice", source)

    assert speech.salutation and 2 == len(speech.signature)


@pytest.mark.slow
@pytest.mark.parametrize(("level", "framed"), [("市", True), ("县", True), ("镇", False), ("街道", False)])
@each_variation
def test_the_framing_of_a_body_is_a_blank_where_its_level_calls_for_it(
    level: str, framed: bool, variation: int
) -> None:
    for kind, blank in (("deployment", "【指导思想】"), ("mobilization", "【上级部署】")):
        parameters = least(kind)
        meeting = replace(parameters.meeting, name=f"全{level}安全生产工作会议")
        style = replace(parameters.style, variation=variation)
        speech = drafter.draft(replace(parameters, meeting=meeting, style=style), LIBRARY)

        assert framed == (blank in text_of(speech)), kind


@pytest.mark.parametrize("kind", ["address", "commendation", "symposium"])
@each_variation
def test_nobody_is_spoken_for_whom_the_yaml_does_not_name(kind: str, variation: int) -> None:
    assert "【代表单位】" in text_of(drafted(kind, "least", variation))


def test_a_party_lecture_has_one_numbering() -> None:
    assert {"（一）"} == {part.numbering for part in LIBRARY.kind("party-lecture").parts}


@pytest.mark.parametrize(("kind", "fault"), [("dispatch", 1), ("progress", 0), ("warning-education", 1)])
def test_a_press_release_leaves_out_what_is_said_of_faults(kind: str, fault: int) -> None:
    parameters = replace(sample(kind, LIBRARY), papers=("press-release",))
    papers = drafter.draft_papers(parameters, LIBRARY)
    headings = [plain_text(part.heading) for part in papers[kind].parts]

    told = [heading for heading in headings if heading in text_of(papers["press-release"])]
    assert [heading for place, heading in enumerate(headings) if place != fault] == told
