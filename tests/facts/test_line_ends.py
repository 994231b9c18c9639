"""Who stands alone at the end of a line, and from when it holds."""

import pytest

from drafter.facts import read_sheet
from drafter.facts.cut.line_ends import with_names_told, with_owners

HEAD = "某局安全会\n2026年6月11日上午9:00\n局长 喻承泽 讲 9分钟\n要办的：\n"


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("报警器 6月15日前换好 设备部", ("设备部",)),
        ("老管子 6月底前先换柏树街 工程部部长 佟海", ("工程部部长 佟海",)),
        ("夜查 每周两次 派出所 综合执法队", ("派出所", "综合执法队")),
        ("危树 7月10日前处理完 学校门口的先办 植保科", ("植保科",)),
        ("路灯 6月底前修好 花 3万", ()),
    ],
)
def test_who_stands_alone_behind_a_task_answers_for_it(line: str, owners: tuple[str, ...]) -> None:
    assert owners == read_sheet(f"{HEAD}{line}\n").facts[0].owners


@pytest.mark.parametrize(
    ("text", "owners", "said"),
    [
        ("报警器换好，设备部", ["设备部"], "报警器换好，由设备部负责"),
        ("每周5份，质控办，6月15日起", ["质控办"], "每周5份，6月15日起执行，由质控办负责"),
        ("新建60处，8月底，主任 滕小满", ["主任 滕小满"], "新建60处，8月底完成，由主任滕小满负责"),
        ("全换掉，通风科，花63万元", ["通风科"], "全换掉，由通风科负责，花63万元"),
        ("夜查两次，派出所，执法队", ["派出所", "执法队"], "夜查两次，由派出所、执法队负责"),
        ("换掉，6月15日前重新招", ["工程部"], "换掉，6月15日前重新招"),
    ],
)
def test_who_answers_is_said_in_a_sentence(text: str, owners: list[str], said: str) -> None:
    assert said == with_owners(text, owners)


def test_what_is_to_be_called_is_no_owner() -> None:
    assert () == read_sheet(f"{HEAD}手机9月14日起不带进校园，要联系打传达室\n").facts[0].owners


def test_who_pays_answers_for_nothing_and_is_said_to_pay() -> None:
    (fact,) = read_sheet(f"{HEAD}冷链车7月15日前修好，12万，县财政\n").facts
    assert () == fact.owners
    assert "冷链车7月15日前修好，12万元，由县财政出" == with_names_told(
        "冷链车7月15日前修好，12万元，县财政", (), ()
    )


def test_a_duty_without_its_verb_is_said_with_one() -> None:
    sheet = read_sheet(f"{HEAD}水仓由副总 石广林 负责，挡板由机电科\n")
    assert [("副总 石广林",), ("机电科",)] == [fact.owners for fact in sheet.facts]
    assert "挡板由机电科负责" == with_names_told("挡板由机电科", ("机电科",), ())
    assert "核查由副院长纪安盯" == with_names_told("核查由副院长纪安盯", ("副院长纪安",), ())


@pytest.mark.parametrize(
    "line", ["衬砌是关键，监理旁站", "每季度抽4家，查处方、查统方", "列出清单，明确主办"]
)
def test_what_is_done_on_the_spot_names_nobody(line: str) -> None:
    assert () == read_sheet(f"{HEAD}{line}\n").facts[0].owners


def test_what_is_so_day_by_day_has_no_deadline() -> None:
    (fact,) = read_sheet(f"{HEAD}代煎中药当天交方的，当晚送到县城\n").facts
    assert fact.by is None
