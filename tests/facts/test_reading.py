"""What single lines of a sheet become."""

from __future__ import annotations

import datetime

import pytest

from drafter.facts import FactType, Sheet, read_sheet

HEAD = (
    "2026年4月10日（周五）下午3点，某县某项工作推进会，县政府一楼会议室。\n"
    "讲话：副县长 罗向川，12分钟\n材料：\n"
)


def read(text: str) -> Sheet:
    return read_sheet(HEAD + text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("去年没有发生一起事故", "achievement"),
        ("主汛期6月上旬到7月中旬", "situation"),
        ("3月排查问题73处，销号51处", "progress"),
        ("放水闸锈死了", "problem"),
        ("原因：平时没人试", "cause"),
        ("5月31日前全部清零", "task"),
        ("编织袋缺2万条", "gap"),
        ("水利局牵头，应急、气象配合", "duty"),
        ("今年安排专项经费680万元", "fund"),
        ("防指办5月中旬抽查", "check"),
        ("承诺：欠款6月30日前还清", "promise"),
        ("先进集体12个", "award"),
        ("企业诉求：请求减污水处理费", "request"),
    ],
)
def test_a_line_has_its_type(text: str, type_: str) -> None:
    assert [type_] == [fact.type.value for fact in read(text).facts]


def test_rank_is_a_problem_where_it_fell_and_an_achievement_where_it_rose() -> None:
    assert FactType.PROBLEM is read("16个乡镇我们第13，去年第8").facts[0].type
    assert FactType.ACHIEVEMENT is read("16个乡镇我们第8，去年第13").facts[0].type


def test_less_of_what_is_bad_is_an_achievement() -> None:
    assert FactType.ACHIEVEMENT is read("直接经济损失2140万元，比前年少860万元").facts[0].type
    assert FactType.PROBLEM is read("直接经济损失2140万元，比前年多860万元").facts[0].type


def test_a_soft_target_keeps_its_soft_word_and_a_hard_one_has_none() -> None:
    soft, hard = read("平均住院日年底力争降到8天以内\n问题4月25日前全部销号").facts

    assert ("力争", "") == (soft.soft, hard.soft)


def test_owner_and_partners_of_a_task_stand_with_it() -> None:
    (fact,) = read("厂房办证12月31日前办完，市自然资源局牵头，住建、税务配合").facts

    assert ("市自然资源局",) == fact.owners
    assert ("住建", "税务") == fact.partners
    assert fact.by is not None and datetime.date(2026, 12, 31) == fact.by.end


def test_a_problem_may_be_named_or_not_as_the_sheet_says() -> None:
    sheet = read("石塘村8处没动，要点这个村\n下河村也差，不点")

    assert [True, False] == [fact.named for fact in sheet.facts]


def test_what_the_sheet_says_is_missing_is_a_blank() -> None:
    sheet = read("清运费85（没写按吨还是按车）\n二季度考核争第几，书记还没定")

    assert ["没写按吨还是按车", "二季度考核争第几，书记还没定"] == [blank.text for blank in sheet.blanks]


def test_a_figure_without_unit_is_a_blank_and_a_doubt() -> None:
    sheet = read("土工布缺3000")

    assert ["3000"] == [blank.text for blank in sheet.blanks]
    assert "unit" in [doubt.code for doubt in sheet.doubts]


def test_what_nothing_tells_is_a_note() -> None:
    assert ["天凉好个秋"] == [note.text for note in read("天凉好个秋").notes]


def test_a_weekday_that_does_not_fit_is_a_contradiction() -> None:
    sheet = read_sheet(HEAD.replace("周五", "周六"))

    assert ["weekday"] == [each.code for each in sheet.contradictions]
    assert sheet.meeting.weekday_agrees is False


def test_parts_that_do_not_add_up_are_a_contradiction() -> None:
    right = read("收到诉求100件，办结40件；没办结的，用地30件、融资20件、其他10件")
    wrong = read("收到诉求100件，办结40件；没办结的，用地30件、融资25件、其他10件")

    assert [] == [each.code for each in right.contradictions]
    assert ["sum"] == [each.code for each in wrong.contradictions]


def test_a_total_told_twice_with_two_values_is_a_contradiction() -> None:
    sheet = read("小型水库46座\n家底：小型水库48座")

    assert [("46座", "48座")] == [(each.first.text, each.second.text) for each in sheet.contradictions]


def test_more_done_than_there_was_is_a_contradiction() -> None:
    assert ["more-than-all"] == [each.code for each in read("排查问题51处，销号73处").contradictions]


def test_the_agenda_is_parted_by_the_speech() -> None:
    sheet = read_sheet("讲话：县长 闻人杰，8分钟\n程序：水利局局长通报→石桥乡表态→县长讲→书记总结")

    assert ["水利局局长", "石桥乡"] == [step.who for step in sheet.before]
    assert ["书记"] == [step.who for step in sheet.after]


def test_a_deadline_before_the_meeting_is_a_doubt() -> None:
    assert "past" in [doubt.code for doubt in read("名单3月15日前更新").doubts]


def test_an_empty_sheet_is_read_as_empty() -> None:
    sheet = read_sheet("")

    assert () == sheet.facts
    assert "no-name" in [doubt.code for doubt in sheet.doubts]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("“宁可十防九空”年年讲，这回别用", "forbid", ("宁可十防九空",)),
        ("转移讲得最重", "stress", ("转移",)),
        ("大冲水库要点", "name", ("大冲水库",)),
        ("不点欠款单位", "no-name", ("欠款单位",)),
        ("成绩一带而过", "spare", ("成绩",)),
        ("电价省里定，不提", "avoid", ("电价",)),
        ("像谈心", "tone", ()),
        ("收尾别喊口号", "closing", ("口号",)),
        ("保洁员要谢一句", "thanks", ("保洁员",)),
        ("一律不点名", "no-name", ()),
        ("多讲人少讲数", "spare", ("数",)),
        ("不提去年那起死鱼的事", "avoid", ("死鱼",)),
        ("别说力争", "hard", ("力争",)),
        ("别超过8分钟", "length", ()),
        ("表扬一下消防队", "praise", ("消防队",)),
    ],
)
def test_a_wish_has_its_kind_and_its_words(text: str, kind: str, words: tuple[str, ...]) -> None:
    (intent,) = read(f"县长交代：{text}").intents

    assert (kind, words) == (intent.kind.value, intent.words)


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("硬一点", "firm"),
        ("像谈心", "warm"),
        ("讲规矩不训人", "plain"),
        ("口气重一点", "firm"),
        ("口气别太硬", "plain"),
        ("语气缓一点", "plain"),
    ],
)
def test_a_tone_is_one_of_three(text: str, tone: str) -> None:
    assert tone == read(f"县长交代：{text}").intents[0].tone


def test_tasks_behind_their_label_are_tasks_where_the_meeting_has_no_name() -> None:
    head = "云麓区卫健局 家庭医生推进会 2026年9月10日（周四）15:00 局五楼\n讲话：局长 兰若溪 9分钟\n"
    sheet = read_sheet(
        head + "1. 辖区签约18.6万人。\n2. 任务：漏种的237人10月15日前逐个补种；门诊9月19日起全开。"
    )
    assert sheet.meeting.name is None
    assert ["task", "task"] == [fact.type.value for fact in sheet.facts if fact.place.line == 4]
