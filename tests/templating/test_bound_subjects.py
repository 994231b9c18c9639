"""What a subject says of a fact stands only behind the facts that it was written for."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.facts import read_sheet
from drafter.facts.sheet import Fact, FactType, Place
from drafter.templating.compose import compose, to_text
from drafter.templating.compose.comments.bound import may_stand
from drafter.templating.compose.comments.frame import frame_of
from drafter.templating.compose.plan.statement import Statement

SHEET = """{name}，2026年9月18日上午9点，给副县长 邵景和 写讲话，12分钟。
【情况】
1. {stands}。
2. 毛病：{problem}。
3. 要干的：{task}。
4. {duty}。
【邵县长交代】短一点。
"""
SUBJECT = (
    '- subject: "养蜂|蜂箱|蜂农"\n- says: {says}\n  as: {function}\n  with: "{beside}"\n  text: "{text}"\n'
)
SAID = "蜂箱挨着田埂，蜂农听得见动静。"
BEES = "清渡县养蜂业推进会"


def is_said(
    folder: Path,
    row: tuple[str, str, str],
    *,
    name: str = BEES,
    text: str = SAID,
    stands: str = "蜂箱3200个",
    problem: str = "蜂农分散",
    task: str = "9月30日前各村把名单建起来",
    duty: str = "县农业局牵头，气象局配合",
) -> bool:
    says, function, beside = row
    (folder / "subjects").mkdir()
    rows = SUBJECT.format(says=says, function=function, beside=beside, text=text)
    (folder / "subjects" / "bees.yaml").write_text(rows, encoding="utf-8")
    sheet = read_sheet(SHEET.format(name=name, stands=stands, problem=problem, task=task, duty=duty))
    return text in to_text(compose(sheet, folders=(folder,)))


def stands(says: str, text: str) -> bool:
    fact = Fact("facts.x[0]", FactType(says), text, Place(1, 0, len(text)))
    frame = frame_of({"says": says, "as": "weigh", "with": "蜂场|挂牌|改造", "text": SAID}, {}, "bees")
    return may_stand(frame, Statement(fact.type, (fact,), text), frozenset(), second=False)


@pytest.mark.parametrize(("says", "said"), [("problem", True), ("cause", False), ("achievement", False)])
def test_a_row_stands_behind_facts_of_its_type(tmp_path: Path, says: str, said: bool) -> None:
    assert is_said(tmp_path, (says, "weigh", "坏了"), stands="蜂箱3200个，坏了41个") is said


@pytest.mark.parametrize(("name", "said"), [(BEES, True), ("清渡县农药减量推进会", False)])
def test_at_a_meeting_on_something_else_no_task_is_weighed(tmp_path: Path, name: str, said: bool) -> None:
    assert is_said(tmp_path, ("task", "weigh", "蜂农"), name=name, task="9月30日前告诉蜂农") is said


@pytest.mark.parametrize(("name", "said"), [(BEES, True), ("清渡县养蜂公司反诈推进会", False)])
def test_what_a_house_does_is_no_matter_of_its_meeting(tmp_path: Path, name: str, said: bool) -> None:
    assert is_said(tmp_path, ("task", "weigh", "名单|各村"), name=name) is said


@pytest.mark.parametrize(
    ("text", "said"), [("气象局的雨来了，蜂就不出门。", True), ("城管的车来了，蜂就不出门。", False)]
)
def test_offices_are_named_only_where_the_fact_names_them(tmp_path: Path, text: str, said: bool) -> None:
    assert is_said(tmp_path, ("duty", "weigh", "牵头"), text=text) is said


@pytest.mark.parametrize(
    ("stands", "said"), [("打药前搬走蜂箱3200个", True), ("皮带司机耿大勇闻到药味，搬走蜂箱32个", False)]
)
def test_what_one_person_did_is_nothing_that_holds_for_all(tmp_path: Path, stands: str, said: bool) -> None:
    assert is_said(tmp_path, ("situation", "weigh", "蜂箱"), stands=stands) is said


@pytest.mark.parametrize(
    ("text", "said"),
    [("蜂场41处", False), ("蜂场41处没挂牌", True), ("蜂场缺蜂箱", True)],
)
def test_two_words_tie_a_row_to_a_fact(text: str, said: bool) -> None:
    assert stands("problem", text) is said


@pytest.mark.parametrize(
    ("problem", "said"), [("蜂场有41处没挂牌", True), ("县里每周抽41处，看蜂场有没有挂牌", False)]
)
def test_a_look_is_no_wrong(problem: str, said: bool) -> None:
    assert stands("problem", problem) is said


@pytest.mark.parametrize(
    ("task", "said"), [("蜂场改造9月30日前做完", True), ("蜂场改造58万元，其中蜂箱22万元", False)]
)
def test_a_sum_is_nothing_to_be_done(task: str, said: bool) -> None:
    assert stands("task", task) is said


def test_two_subjects_do_not_speak_of_one_fact(tmp_path: Path) -> None:
    (tmp_path / "subjects").mkdir()
    others = (("bees", "weigh", "蜂不认得田埂。"), ("honey", "contrast", "糖水兑进去，舌头尝得出来。"))
    for name, function, text in others:
        rows = SUBJECT.format(says="problem", function=function, beside="蜂死了", text=text)
        (tmp_path / "subjects" / f"{name}.yaml").write_text(rows, encoding="utf-8")
    sheet = SHEET.format(
        name=BEES, stands="蜂箱3200个", problem="蜂死了41箱", task="名单建起来", duty="县农业局牵头"
    )
    told = to_text(compose(read_sheet(sheet), folders=(tmp_path,)))
    assert [text in told for _name, _function, text in others].count(True) == 1


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("农户反映：网点远，最远的要跑11公里", True),
        ("农户反映两条：网点远，最远的要跑11公里；旧膜带泥，过秤时扣得多，各网点扣法不一样", False),
    ],
)
def test_behind_two_that_are_joined_nothing_is_said_of_the_first(asked: str, said: bool) -> None:
    sheet = f"""清渡县农膜回收工作会，2026年10月16日上午9点，给副县长 邵景和 写讲话，9分钟。
【情况】
1. 全县覆膜面积18.6万亩。
2. {asked}。
【邵县长交代】结尾短。
"""
    assert ("少让人跑一个门口" in to_text(compose(read_sheet(sheet)))) is said


@pytest.mark.parametrize(
    ("stands", "said"), [("蜂箱3200个，坏的41个", False), ("蜂箱3200个，进水41个", True)]
)
def test_a_word_of_anything_ties_no_contrast_to_a_fact(tmp_path: Path, stands: str, said: bool) -> None:
    row = ("problem", "contrast", "坏的|进水")
    assert is_said(tmp_path, row, text="夜里的雨比白天凉。", stands=stands) is said


@pytest.mark.parametrize(
    ("problem", "said"),
    [("蜂农的箱子砸坏了41个", True), ("村口的老墙夜里塌了一大段，砸坏了车，看见的是蜂农", False)],
)
def test_a_subject_that_is_only_by_the_way_says_nothing_of_a_fact(
    tmp_path: Path, problem: str, said: bool
) -> None:
    row = ("problem", "weigh", "砸坏|蜂农")
    assert is_said(tmp_path, row, name="清渡县农药减量推进会", problem=problem) is said


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ("蜂箱进水的41个，丢了的7个", True),
        ("蜂箱进水的41个，丢了的7个，漆坏的93个", False),
        ("漆坏的93个，丢了的7个，蜂箱进水的41个", True),
    ],
)
def test_behind_a_list_of_counts_nothing_is_said_of_the_first(
    tmp_path: Path, problem: str, said: bool
) -> None:
    row = ("problem", "weigh", "蜂箱进水")
    assert is_said(tmp_path, row, problem=problem, stands="全县42个村") is said
