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


def drafted(**keys: Any) -> dict[str, str]:
    """The words of the papers of a meeting that differs in ``keys``."""
    changed = {**KEYS, **keys, "meeting": {**KEYS["meeting"], **keys.get("meeting", {})}}
    return {
        kind: "\n".join(plain_text(block.inlines) for block in iter_blocks(speech))
        for kind, speech in draft_papers(given(**changed)).items()
    }


@pytest.mark.parametrize("kind", ["host-script", "notice", "agenda"])
def test_a_meeting_in_several_halls_names_them(kind: str) -> None:
    assert "主会场设在县防指；14个乡镇设分会场" in papers()[kind]


@pytest.mark.parametrize("kind", ["host-script", "press-release"])
def test_a_meeting_in_several_halls_is_held_by_video(kind: str) -> None:
    assert "以电视电话会形式" in papers()[kind]


def test_what_happens_in_the_hall_only_is_no_news() -> None:
    agenda = [{"who": "县水利局", "did": "作了整改发言"}, {"who": "县气象局", "did": "报了预测"}]

    release = drafted(meeting={"agenda": agenda})["press-release"]

    assert "整改" not in release and "县气象局报了预测" in release


def test_clauses_of_one_sentence_are_joined_by_a_comma_in_a_release() -> None:
    first, second = {"text": "清淤14公里", "order": "1.1"}, {"text": "打捞920吨", "order": "1.1.2"}
    facts = {"achievements": [first, second]}

    assert "清淤14公里，打捞920吨" in drafted(facts=facts)["press-release"]


@pytest.mark.parametrize("kind", ["host-script", "notice"])
def test_nobody_is_called_upon_to_give_prizes(kind: str) -> None:
    agenda = [
        {"who": "县长", "did": "宣读了表彰决定"},
        {"did": "颁了奖"},
        {"who": "李某某", "did": "作了发言"},
    ]

    paper = drafted(meeting={"agenda": agenda})[kind]

    assert "颁奖" in paper and "【发言单位】" not in paper and "请颁奖" not in paper


def test_the_one_who_speaks_after_is_asked_to() -> None:
    paper = drafted(meeting={"afterwards": [{"who": "县长", "did": "作了讲话"}]})["host-script"]

    assert "请县长讲话" in paper


CEREMONY: dict[str, Any] = {
    "kind": "address",
    "meeting": {
        "name": "青榆市妇幼保健院迁建项目开工仪式",
        "mode": None,
        "main_venue": None,
        "branch_venues": [],
        "venue": "新院区工地",
        "agenda": [{"who": "施工单位代表", "did": "作了发言"}],
        "afterwards": [{"who": "市委副书记", "did": "宣布开工"}, {"did": "全体合影"}],
    },
    "facts": {"situation": ["新院占地96亩，床位600张"], "tasks": ["渣土车晚上10点以后不许进出"]},
}


def test_a_ceremony_is_held_and_no_meeting_in_any_paper() -> None:
    made = drafted(**CEREMONY)
    assert "关于举行青榆市妇幼保健院迁建项目开工仪式的通知" in made["notice"]
    assert "请副县长罗向川同志致辞" in made["host-script"]
    assert "副县长罗向川出席仪式并致辞" in made["press-release"]
    assert not any("会议" in made[kind] for kind in ("host-script", "press-release"))


def test_guests_are_given_no_work_and_read_of_none() -> None:
    made = drafted(**CEREMONY)
    assert "据介绍，新院占地96亩" in made["press-release"]
    assert "渣土车" not in made["press-release"]
    assert "传达" not in made["host-script"]


def test_what_follows_the_speech_is_told_as_done_in_a_release() -> None:
    assert "市委副书记宣布了开工" in drafted(**CEREMONY)["press-release"]


def test_what_all_do_asks_for_nobody_by_name() -> None:
    assert "【发言单位】" not in drafted(**CEREMONY)["host-script"]


def test_the_host_speaks_to_whom_the_speech_is_spoken() -> None:
    assert "各位来宾，同志们：" in drafted(**CEREMONY)["host-script"]


def test_the_host_sums_up_whoever_spoke_after_too() -> None:
    paper = drafted(meeting={"afterwards": [{"who": "县长", "did": "提要求"}]})["host-script"]

    assert "县长提了要求，会后要逐条落实。" in paper


def test_what_stands_with_something_internal_is_no_news_either() -> None:
    first = {"text": "没办结的172件", "order": "1.1"}
    facts = {"problems": [first], "tasks": [{"text": "7月底前全部有结果", "order": "1.1.2"}]}

    assert "7月底" not in drafted(facts=facts)["press-release"]


def test_a_host_script_tells_once_more_what_is_due_in_the_order_of_the_days() -> None:
    script = papers()["host-script"]

    assert script.index("4月20日前") < script.index("4月25日前") < script.index("5月10日前")


def test_whoever_is_in_the_chair_does_not_call_upon_himself() -> None:
    meeting = {
        "chair": {"name": "宋岱", "post": "县委副书记"},
        "afterwards": [{"who": "县委副书记宋岱", "did": "作小结"}],
    }

    script = drafted(meeting=meeting)["host-script"]

    assert "请县委副书记宋岱" not in script and "我作个小结" in script


def test_a_ceremony_that_only_honours_hands_out_nothing() -> None:
    made = drafted(kind="commendation", meeting={"name": "清河县最美护林员颁奖会"})

    assert "提三点要求" not in made["host-script"] and "颁奖会到此结束" in made["host-script"]
    assert "要求" not in made["press-release"]


def test_what_is_still_undecided_is_no_news() -> None:
    facts = {"tasks": ["9月份选人参加技能比武", "值班电话24小时有人接"]}
    missing = [{"what": "选几个没定", "for": "选人参加技能比武"}]

    release = drafted(facts=facts, intent={}, missing=missing)["press-release"]

    assert "比武" not in release and "24小时有人接" in release
