"""The other papers of a meeting with facts: nothing internal is published, nobody spared is named."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pytest

from drafter.speech.blocks import iter_blocks
from drafter.speech.tree import plain_text
from drafter.templating.draft import draft_papers
from tests.drafts import given

PAPERS = ("host-script", "notice", "agenda", "outline", "press-release")
KEYS: dict[str, Any] = {
    "meeting": {
        "name": "清河县防汛工作部署会",
        "date": "2026-04-10",
        "mode": "电视电话会",
        "main_venue": "县防指",
        "branch_venues": ["14个乡镇设分会场"],
        "agenda": [{"who": "县水利局", "did": "通报了排查情况"}],
        "afterwards": [{"who": "县长", "did": "讲了话"}],
    },
    "speaker": {"name": "罗向川", "post": "副县长"},
    "facts": {
        "achievements": ["去年汛期转移3164人，没有人员伤亡"],
        "progress": ["3月排查问题73处，销号51处"],
        "problems": [{"text": "石桥乡河道有阻水沙坝", "named": False}, "大冲水库放水闸锈死"],
        "causes": ["喇叭平时没人试"],
        "tasks": [
            "没销号的4月25日前全部销号",
            "村村演练至少1次，5月10日前完成",
            "县乡两级值班电话24小时有人接",
            "石桥乡4月20日前把沙坝清掉",
        ],
        "checks": ["防指办5月中旬抽查，专挑夜里"],
    },
    "intent": {"unnamed": ["石桥乡"]},
    "papers": list(PAPERS),
}


@lru_cache
def papers() -> dict[str, str]:
    """The words of all papers of the meeting, by kind."""
    drafts = draft_papers(given(**KEYS))
    return {
        kind: "\n".join(plain_text(block.inlines) for block in iter_blocks(speech))
        for kind, speech in drafts.items()
    }


@pytest.mark.parametrize("kind", ["deployment", *PAPERS])
def test_nobody_who_is_spared_is_named_in_any_paper(kind: str) -> None:
    assert "石桥乡" not in papers()[kind]


@pytest.mark.parametrize("words", ["锈死", "没人试", "销号", "抽查", "沙坝", "73处"])
def test_a_press_release_tells_nothing_internal(words: str) -> None:
    assert words not in papers()["press-release"]


@pytest.mark.parametrize("words", ["转移3164人", "村村演练至少1次，5月10日前完成", "24小时有人接"])
def test_a_press_release_has_the_facts_that_may_be_known(words: str) -> None:
    assert words in papers()["press-release"]


def test_the_outline_has_the_headings_that_are_composed() -> None:
    drafts = draft_papers(given(**KEYS))
    headings = [plain_text(p.heading) for part in drafts["deployment"].parts for p in part.points]
    assert headings
    assert all(heading in papers()["outline"] for heading in headings)


def test_the_host_script_has_what_comes_after_the_speech() -> None:
    assert papers()["host-script"].index("罗向川同志讲话") < papers()["host-script"].rindex("县长")


def test_a_notice_names_the_main_venue_and_the_others() -> None:
    assert "主会场设在县防指；14个乡镇设分会场。" in papers()["notice"]


def test_a_release_that_has_nothing_to_tell_has_a_blank() -> None:
    keys = {**KEYS, "facts": {"problems": ["大冲水库放水闸锈死"]}, "intent": {}}
    release = draft_papers(given(**keys))["press-release"]
    assert "【讲话要点】" in "\n".join(plain_text(block.inlines) for block in iter_blocks(release))
