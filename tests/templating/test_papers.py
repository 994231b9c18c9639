"""The papers of one meeting: one source of facts, and so one set of facts."""

from __future__ import annotations

from typing import Any

import pytest

import drafter
from drafter.models.parameters import Parameters
from drafter.speech.blocks import iter_blocks
from drafter.speech.tree import Speech, plain_text
from drafter.templating.quoted import quoted_speech
from tests.drafts import given

PAPERS = ["outline", "host-script", "notice", "agenda", "press-release"]
MEETING: dict[str, Any] = {
    "name": "全市防汛工作会议",
    "date": "2026-05-12",
    "time": "上午9时",
    "level": "市",
    "venue": "市会议中心三楼",
    "host": "市防汛抗旱指挥部办公室",
    "chair": {"name": "丁一", "post": "市政府秘书长"},
    "attendance": ["市防汛抗旱指挥部成员单位主要负责同志"],
    "agenda": [{"who": "市气象局", "did": "通报了汛期天气趋势"}, {"who": "清河县", "did": "作了表态发言"}],
    "afterwards": [{"who": "东山区", "did": "签订了责任书"}],
}


def papers(meeting: dict[str, Any] | None = None, **keys: Any) -> dict[str, str]:
    """Return the text of each paper of a meeting, by kind."""
    return {kind: text_of(speech) for kind, speech in drafter.draft_papers(asked(meeting, **keys)).items()}


def asked(meeting: dict[str, Any] | None = None, **keys: Any) -> Parameters:
    speaker = {"name": "丙四", "post": "市委副书记"}
    return given(meeting={**MEETING, **(meeting or {})}, speaker=speaker, papers=PAPERS, **keys)


def text_of(speech: Speech) -> str:
    return "\n".join(plain_text(block.inlines) for block in iter_blocks(speech))


BEFORE = papers()


def test_the_speech_comes_first_and_every_paper_once() -> None:
    assert ["deployment", *PAPERS] == list(BEFORE)


@pytest.mark.parametrize(
    ("changed", "old", "new"),
    [
        ({"date": "2026-06-30"}, "5月12日", "6月30日"),
        ({"time": "下午3时"}, "上午9时", "下午3时"),
        ({"venue": "市政府一号楼"}, "市会议中心三楼", "市政府一号楼"),
        ({"name": "全市抗旱工作会议"}, "全市防汛工作会议", "全市抗旱工作会议"),
        ({"chair": {"name": "乙二", "post": "市政府秘书长"}}, "丁一", "乙二"),
        ({"agenda": [{"who": "市水利局", "did": "通报了汛期天气趋势"}]}, "市气象局", "市水利局"),
        ({"afterwards": [{"who": "南岭县", "did": "签订了责任书"}]}, "东山区", "南岭县"),
    ],
    ids=["date", "time", "venue", "name", "chair", "agenda", "afterwards"],
)
def test_one_value_changed_is_changed_in_every_paper_that_says_it(
    changed: dict[str, Any], old: str, new: str
) -> None:
    after = papers(changed)

    assert any(old in text for text in BEFORE.values())
    assert {kind: old in text for kind, text in BEFORE.items()} == {
        kind: new in text for kind, text in after.items()
    }
    assert not any(old in text for text in after.values())


def test_the_headings_of_the_speech_are_those_of_its_outline_and_press_release() -> None:
    speech = drafter.draft_papers(asked())["deployment"]
    headings = [plain_text(part.heading) for part in speech.parts]

    assert all(heading in BEFORE["outline"] for heading in headings)
    assert all(piece in BEFORE["press-release"] for heading in headings for piece in heading.split("，"))


def test_the_programme_has_the_same_order_in_every_paper() -> None:
    order = ["市气象局", "清河县", "丙四", "东山区"]

    for kind in ("host-script", "agenda", "notice"):
        text = BEFORE[kind][BEFORE[kind].index("市气象局") :]
        places = [text.find(name) for name in order if name in text]
        assert places == sorted(places), kind


def test_words_of_the_speech_alone_stand_in_no_other_paper() -> None:
    texts = papers(closing="就讲到这里", title="一件大事", appraisal="都很好")

    assert [kind for kind, text in texts.items() if "就讲到这里" in text] == ["deployment"]
    assert "一件大事" not in texts["host-script"] and "都很好" not in texts["host-script"]


def test_only_what_is_read_aloud_is_laid_out_for_the_lectern() -> None:
    speeches = drafter.draft_papers(asked(style={"layout": "lectern"}))

    assert ["deployment", "host-script"] == [
        kind for kind, speech in speeches.items() if speech.layout == "lectern"
    ]
    assert {"lectern", "gbt9704"} == {speech.layout for speech in speeches.values()}


def test_a_layout_that_is_no_reading_copy_serves_every_paper() -> None:
    speeches = drafter.draft_papers(asked(style={"layout": "office"}))

    assert {"office"} == {speech.layout for speech in speeches.values()}


def test_a_paper_that_follows_a_speech_can_be_asked_for_alone() -> None:
    speech = drafter.draft(given(kind="outline", meeting=MEETING))

    assert "一、" in text_of(speech) and "outline" == speech.kind


def test_a_paper_of_a_meeting_without_a_speech_follows_the_usual_one() -> None:
    speeches = drafter.draft_papers(given(kind="host-script", meeting=MEETING, papers=["outline"]))

    assert "三、" in text_of(speeches["outline"])


@pytest.mark.parametrize(
    ("numbering", "headings", "argues", "mark"),
    [
        ("第一", ["甲", "乙"], True, "，"),
        ("一是", ["甲，丙", "乙"], True, "；"),
        ("无", ["甲"], True, "，"),
        ("一要", ["甲", "乙，丙"], False, "；"),
        ("（一）", ["甲", "乙"], False, "，"),
    ],
)
def test_a_quoted_part_tells_arguments_from_tasks_and_how_its_headings_are_joined(
    numbering: str, headings: list[str], argues: bool, mark: str
) -> None:
    points = [{"heading": heading} for heading in headings]
    speech = drafter.draft(given(parts=[{"role": "tasks", "numbering": numbering, "points": points}]))

    (part,) = quoted_speech(speech).parts

    assert (argues, mark) == (part.argues, part.mark)
    assert headings == [str(point.heading) for point in part.headed]
