"""A YAML with facts: its speech is composed, beside what the YAML writes itself."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from drafter import draft
from drafter.library import builtin_library
from drafter.speech.blocks import iter_blocks
from drafter.speech.outline import iter_outline
from drafter.speech.summary import minutes_of
from drafter.speech.tree import Field, Note, Speech, plain_text
from drafter.templating.composed import is_composed
from drafter.templating.facts_report import facts_report
from tests.drafts import given

FACTS: dict[str, Any] = {
    "progress": ["3月排查问题73处，销号51处"],
    "problems": ["大冲水库放水闸锈死", "石桥乡河道有阻水沙坝"],
    "tasks": ["没销号的4月25日前全部销号", "村村演练至少1次，5月10日前完成"],
    "duties": ["水利局牵头；应急、气象配合"],
}
MEETING = {"name": "清河县防汛工作部署会", "date": "2026-04-10", "agenda": []}


def composed(**keys: Any) -> Speech:
    """The speech of a meeting with facts."""
    return draft(given(**{"meeting": MEETING, "facts": FACTS, **keys}))


def words(speech: Speech) -> str:
    """All words of a speech."""
    return "\n".join(plain_text(block.inlines) for block in iter_blocks(speech))


def test_facts_take_the_place_of_general_words() -> None:
    said = words(composed())
    assert "大冲水库放水闸锈死" in said
    assert "上级部署的必然要求" not in said
    assert "【主要举措" not in said


def test_a_part_for_which_there_is_no_fact_is_left_out() -> None:
    parts = composed(facts={"tasks": FACTS["tasks"], "progress": FACTS["progress"]}).parts
    assert [part.role for part in parts] == ["tasks"]


def test_a_yaml_without_facts_has_the_general_words() -> None:
    assert not is_composed(given(intent={"tone": "firm"}), builtin_library())
    assert "【" in words(draft(given(intent={"tone": "firm"})))


def test_the_headings_of_the_yaml_go_first() -> None:
    parts = composed(parts=[{"role": "tasks", "heading": "抓好两件事"}]).parts
    assert plain_text(next(part for part in parts if part.role == "tasks").heading) == "抓好两件事"


def test_the_points_of_the_yaml_stand_in_front_of_those_of_the_facts() -> None:
    point = {"heading": "守住水库", "text": "各水库要有人看。"}
    (tasks,) = [p for p in composed(parts=[{"role": "tasks", "points": [point]}]).parts if p.role == "tasks"]
    assert plain_text(tasks.points[0].heading) == "守住水库"
    assert "销号" in "".join(plain_text(one.inlines) for point in tasks.points[1:] for one in point.body)


def test_a_part_of_the_yaml_without_facts_is_said_as_ever() -> None:
    part = {"role": "safeguards", "points": [{"heading": "压实责任", "text": "各乡镇要负责。"}]}
    assert "各乡镇要负责。" in words(composed(facts={"tasks": FACTS["tasks"]}, parts=[part]))


def test_the_facts_of_a_point_become_its_body() -> None:
    point = {"heading": "把名单理清", "facts": {"tasks": ["转移名单4月15日前更新、上墙"]}}
    (tasks,) = [p for p in composed(parts=[{"role": "tasks", "points": [point]}]).parts if p.role == "tasks"]
    assert "4月15日前更新、上墙" in "".join(plain_text(one.inlines) for one in tasks.points[0].body)


@pytest.mark.parametrize(
    "point", [{"text": "各水库要有人看。"}, {"facts": {"tasks": ["转移名单4月15日前更新、上墙"]}}]
)
def test_a_part_of_points_alone_stands_where_the_kind_has_it(point: dict[str, Any]) -> None:
    facts = {"situation": ["汛期雨量偏多"], "checks": ["防指办5月中旬抽查"]}
    written = {"role": "tasks", "points": [{"heading": "守住水库", **point}]}

    parts = composed(facts=facts, parts=[written]).parts

    assert ["significance", "tasks", "safeguards"] == [part.role for part in parts]
    assert "任务" == plain_text(parts[1].heading)


def test_only_facts_of_points_are_enough() -> None:
    point = {"heading": "把名单理清", "facts": {"tasks": ["转移名单4月15日前更新、上墙"]}}
    speech = composed(facts={}, parts=[{"role": "tasks", "points": [point]}])
    assert [part.role for part in speech.parts] == ["tasks"]


def test_the_closing_of_the_yaml_goes_first() -> None:
    assert plain_text(composed(closing="就这些。").closing[-1].inlines) == "就这些。"


def test_a_field_has_the_whole_value_of_its_path() -> None:
    speech = composed()
    values = {
        one.path: one.text
        for block in iter_blocks(speech)
        for one in block.inlines
        if isinstance(one, Field) and one.path.startswith("facts.")
    }
    assert values["facts.problems[0]"] == "大冲水库放水闸锈死"
    assert all(
        text == FACTS[path.split(".")[1].split("[")[0]][int(path[-2])] for path, text in values.items()
    )


def test_a_figure_that_follows_has_its_formula_in_a_note() -> None:
    notes = [one.text for block in iter_blocks(composed()) for one in block.inlines if isinstance(one, Note)]
    assert any("73−51=22" in note for note in notes)


def test_what_an_at_least_leaves_is_said_as_an_at_most() -> None:
    facts = {
        "progress": ["收企业诉求1137件，办结1044件"],
        "promises": ["没办结诉求4月30日前办结不少于60件，其余的6月30日前办结"],
    }
    said = words(composed(facts=facts, style={"minutes": 6}))
    assert "33件" in said
    assert said.count("33件") == said.count("最多33件")


def test_an_answer_fills_a_blank_of_the_sheet() -> None:
    asked = {"missing": [{"what": "大冲水库谁包", "for": ["大冲水库"]}]}
    assert "【大冲水库包保责任人】" in words(composed(**asked))
    answered = words(composed(**asked, answers=[{"blank": "大冲水库包保责任人", "text": "县水利局"}]))
    assert "【大冲水库包保责任人】" not in answered
    assert "县水利局" in answered


def test_more_minutes_say_more_of_the_facts() -> None:
    short, long = composed(style={"minutes": 1.5}), composed(style={"minutes": 3})
    assert minutes_of(short, 180) < minutes_of(long, 180)


@pytest.mark.parametrize(("depth", "sign"), [("brief", -1), ("full", 1)])
def test_the_depth_says_less_or_more(depth: str, sign: int) -> None:
    usual = minutes_of(composed(style={"minutes": 1.5}), 180)
    assert (minutes_of(composed(style={"minutes": 1.5, "depth": depth}), 180) - usual) * sign > 0


def test_every_fact_is_told_as_said_or_unsaid() -> None:
    report = facts_report(given(meeting=MEETING, facts=FACTS))
    assert report.facts == 6
    assert report.unsaid == ()


def test_a_wish_that_is_met_is_told() -> None:
    report = facts_report(given(meeting=MEETING, facts=FACTS, intent={"unnamed": ["石桥乡"]}))
    assert [(wish.text, wish.met) for wish in report.wishes] == [("石桥乡", True)]
    assert not any("石桥乡" in each.text for each in report.sentences)


def test_a_place_that_stays_unnamed_is_a_place_all_the_same() -> None:
    facts = {**FACTS, "problems": ["有3家食堂建好没开，都在石桥街道"]}
    text = words(composed(facts=facts, intent={"unnamed": ["石桥"]}))
    assert "都在一个街道" in text and "石桥" not in text


def test_where_facts_do_not_carry_it_is_told() -> None:
    report = facts_report(given(meeting=MEETING, facts=FACTS, style={"minutes": 30}))
    assert report.minutes < 10
    assert "原因" in report.thin


def test_a_yaml_without_facts_loads_no_reader_of_facts_and_nothing_that_composes() -> None:
    code = (
        "import sys, tempfile, pathlib\n"
        "folder = pathlib.Path(tempfile.mkdtemp()); path = folder / 'a.yaml'\n"
        "path.write_text('kind: deployment\\nmeeting:\\n  name: 会议\\n', encoding='utf-8')\n"
        "from typer.testing import CliRunner\n"
        "from drafter.cli import app\n"
        "assert CliRunner().invoke(app, ['build', str(path)]).exit_code == 0\n"
        "print([n for n in sys.modules if n in ('drafter.facts.read', 'drafter.facts.given')"
        " or n.startswith('drafter.templating.compose.')])\n"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_owner_partners_and_deadline_beside_a_task_are_said_with_it() -> None:
    task = {"text": "喇叭逐个试响", "by": "4月20日前", "owner": ["县应急局"], "partners": ["融媒体中心"]}

    said = words(composed(facts={"tasks": [task, *FACTS["tasks"]]}))

    assert "喇叭逐个试响，4月20日前完成，由县应急局负责，融媒体中心配合" in said


def test_an_owner_that_the_task_names_is_not_told_again() -> None:
    task = {"text": "喇叭4月20日前试响，县应急局办", "by": "4月20日前", "owner": ["县应急局"]}

    said = words(composed(facts={"tasks": [task, *FACTS["tasks"]]}))

    assert "由县应急局负责" not in said


def test_an_owner_that_the_sentence_names_behind_is_not_told_twice() -> None:
    tasks = [
        {"text": "转移名单4月15日前更新", "by": "4月15日前", "owner": ["乡镇"], "order": "6.2"},
        {"text": "乡镇逐户上门核对", "owner": ["乡镇"], "order": "6.2.2"},
    ]

    said = words(composed(facts={"tasks": [*tasks, *FACTS["tasks"]]}))

    assert "由乡镇负责" not in said


def test_an_owner_whom_no_sentence_names_is_told_as_unsaid() -> None:
    facts = {**FACTS, "funds": [{"text": "县里拿300万元", "owner": "副局长石兆林"}]}
    unsaid = facts_report(given(meeting=MEETING, facts=facts)).unsaid
    assert [(each.path, each.text) for each in unsaid] == [("facts.funds[0]", "副局长石兆林")]


def test_a_wish_that_no_sentence_carries_is_told_as_not_met() -> None:
    wish = "扑火安全要说——不许老人孩子上山扑火"
    report = facts_report(given(meeting=MEETING, facts=FACTS, intent={"notes": [wish]}))
    assert [(each.text, each.met) for each in report.wishes] == [(wish, False)]


def test_nothing_is_added_to_what_is_only_not_to_be_talked_about() -> None:
    facts = {**FACTS, "problems": ["新媒体年轻人走了5个"]}
    report = facts_report(given(meeting=MEETING, facts=facts, intent={"leave": ["走的5个人"]}))
    functions = {each.function for each in report.sentences if "facts.problems[0]" in each.facts}
    assert functions == {"state"}
    assert [wish.met for wish in report.wishes] == [True]


def test_a_name_in_the_agenda_alone_praises_nobody() -> None:
    meeting = {**MEETING, "agenda": [{"who": "掘进二队班长牛志刚", "did": "作了检查"}]}
    wish = "牛志刚认错态度好，说一句"
    report = facts_report(given(meeting=meeting, facts=FACTS, intent={"notes": [wish]}))
    spoken = [each for each in report.sentences if each.function == "address" and "牛志刚" in each.text]
    assert spoken
    assert [each.met for each in report.wishes] == [True]


def test_a_name_behind_how_one_is_called_is_said_alone() -> None:
    said = words(composed(facts={**FACTS, "situation": ["技术部老焦（焦长贵）守发射台36小时"]}))
    assert "技术部焦长贵守发射台36小时" in said


def test_what_is_told_beside_a_part_of_the_yaml_does_not_repeat_its_words() -> None:
    facts = {"tasks": ["断头路6月30日前打通", "水泵6月20日前配齐"], "funds": ["县财政拿出300万元"]}
    part = {"role": "requirements", "heading": "要求两条"}
    parts = composed(kind="dispatch", parts=[part], facts=facts).parts
    assert [plain_text(each.heading) for each in parts] == ["要求两条", "钱怎么用"]


def test_points_of_which_one_has_no_heading_are_not_in_the_outline() -> None:
    problem = "全县应设防火码320个，只设了204个"
    tasks = ["防火码6月10日前补齐，掉色的一起换", "断头路7月20日前打通", "水泵6月20日前配齐"]
    speech = composed(facts={"problems": [problem], "tasks": tasks})
    assert any(point.heading for part in speech.parts for point in part.points)
    assert [line.level for line in iter_outline(speech) if line.level > 1] == []


def test_what_is_open_and_what_stands_in_the_notes_only_is_told_in_its_own_words() -> None:
    report = facts_report(
        given(
            meeting=MEETING,
            facts=FACTS,
            missing=["监理单位还没定"],
            notes=["再后来人家直接按项目给", "小孙", "关于起草讲话的任务单"],
        )
    )
    assert ["监理单位还没定", "再后来人家直接按项目给"] == [each.text for each in report.unsaid]


def test_what_is_open_and_said_with_a_blank_is_not_told_as_unsaid() -> None:
    duties = ["水利局牵头", "城东泵站由专人包保"]
    report = facts_report(
        given(
            meeting=MEETING,
            facts={**FACTS, "duties": duties},
            missing=[{"what": "城东泵站谁包没报上来", "for": "城东泵站由专人包保"}],
        )
    )
    assert () == report.unsaid
