"""Generic text weighs, links and addresses; deadlines, rewards, duties and the like come from the YAML."""

from __future__ import annotations

import pytest

from drafter.library import builtin_library, builtin_templates

from .generic_text import PATTERNS, generic_words, hits_in, hits_of, hits_of_topic

# Every kind, or every sheet, is drafted.
pytestmark = pytest.mark.slow

LIBRARY = builtin_library()

EXAMPLES = {
    "deadline": "下级报来的困难，三天内要有答复。",
    "frequency": "每月拉练一次，不达标的不上火场。",
    "amount": "调度会不超过一个小时。",
    "reward": "先伸手的那家记功。",
    "penalty": "连着垫底的，由领导约谈。",
    "unit": "手续没办完的，由审批部门派人上门办。",
    "duty": "主要负责同志签字背书。",
    "promise": "办得慢的，我来催。",
    "judgement": "大家的发言联系实际、有所侧重。",
    "soft": "力争到年底见效。",
    "fault": "这件事我有等靠的想法。",
    "body": "我代表市委、市政府表示祝贺。",
}


def found(text: str) -> set[str]:
    return {hit.what for hit in hits_in(text, "")}


def test_no_template_says_what_a_clerk_alone_may_say() -> None:
    assert [] == [str(hit) for hit in hits_of(builtin_templates())]


@pytest.mark.parametrize("name", LIBRARY.topics())
def test_no_topic_suggests_it(name: str) -> None:
    assert [] == [str(hit) for hit in hits_of_topic(LIBRARY.topic(name))]


@pytest.mark.parametrize("what", PATTERNS)
def test_each_sort_is_found(what: str) -> None:
    assert what in found(EXAMPLES[what])


@pytest.mark.parametrize(
    "text",
    [
        "工期都是这样一天一天抢出来的。",
        "奖牌挂上墙以后，日子还是一天一天地过。",
        "新提拔的同志更要想清楚。",
        "评先进为的是带全体。",
        "请大家把手机关闭或者调到静音。",
        "八小时以外也在党员身份之内。",
    ],
)
def test_a_turn_of_phrase_is_not_taken_for_one(text: str) -> None:
    assert set() == found(text)


def test_a_blank_and_a_value_are_not_generic() -> None:
    source = '由{{ point.owner }}牵头，{{ point.text|blank("答复时限") }}答复。{# 三天内 #}'

    assert set() == found(generic_words(source))
