"""What a wish tells of those it is about, beside what it asks."""

from __future__ import annotations

import pytest

from drafter.facts.wishes.intents import read_wish
from drafter.facts.wishes.wish_facts import facts_within


@pytest.mark.parametrize(
    ("wish", "words", "facts"),
    [
        ("对一线员工连轴转要体谅", ("一线员工",), ("连轴转",)),
        ("老支书干了21年，要感谢", ("老支书",), ("干了21年",)),
        ("民兵同志天不亮就集合了，说句提气的", ("民兵同志",), ("天不亮就集合了",)),
        ("给窗口的小姑娘们说句体谅话，她们一天说几千句话", ("窗口的小姑娘们",), ("一天说几千句话",)),
        ("修路捐了3万的覃老六要谢，他人没回来", ("修路捐了3万的覃老六",), ("他人没回来",)),
        ("骨科整改态度好，肯定一句", ("骨科",), ()),
        ("锦华苑的做法夸一夸，让别人学得会", ("锦华苑的做法",), ()),
        ("对志愿者学生说句鼓励的", ("志愿者学生",), ()),
    ],
)
def test_a_wish_tells_of_those_it_is_about(wish: str, words: tuple[str, ...], facts: tuple[str, ...]) -> None:
    intent = read_wish(wish)
    assert (intent.words, facts_within(intent)) == (words, facts)
