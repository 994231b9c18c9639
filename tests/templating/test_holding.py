"""What is told with a task, and what only shares a word with it."""

from __future__ import annotations

from drafter.facts import read_sheet
from drafter.templating.compose import Composition, compose
from drafter.templating.compose.composition import Paragraph

HEAD = "2026年6月1日，清河县房屋整治推进会，给副县长 罗川 写讲话稿，8分钟。\n"


def speech(facts: str) -> Composition:
    return compose(read_sheet(HEAD + facts))


def text_of(paragraphs: tuple[Paragraph, ...]) -> str:
    return "".join(s.text for paragraph in paragraphs for s in paragraph)


def points(made: Composition) -> list[str]:
    return [text_of(point.paragraphs) for part in made.sections for point in part.points]


TASKS = "要求：\n1. 抽查查出的9栋6月30日前重新上门查。\n2. 评估单6月5日起入院写完。\n3. 沙袋6月20日前补齐。\n"


def test_who_looks_and_how_ties_a_look_to_no_task() -> None:
    made = speech(f"情况：\n1. 5月抽查60栋，9栋没上门。\n{TASKS}督查：\n1. 县安委办7月下旬抽查，直接上楼看。")
    assert "县安委办7月下旬抽查" in text_of(made.sections[-1].paragraphs)


def test_several_looks_are_for_all_tasks() -> None:
    look = "督查：\n1. 住建局每周抽10份评估单，每月通报一次到科，7月到病床边问家属。"
    made = speech(f"情况：\n1. 抽查评估单90份，22份是补写的。\n{TASKS}{look}")
    assert "每周抽10份评估单" in text_of(made.sections[-1].paragraphs)


def test_a_look_at_one_thing_stands_with_its_task() -> None:
    made = speech(f"情况：\n1. 抽查评估单90份，22份是补写的。\n{TASKS}督查：\n1. 住建局每周抽10份评估单。")
    assert any("每周抽10份评估单" in point for point in points(made))


def test_sums_in_a_row_of_a_line_stay_together() -> None:
    money = (
        "4. 疫苗6月20日前全部打完。\n钱：防疫员补助每人全年4800元，今年打完一半先发。疫苗免费，不收一分钱。"
    )
    made = speech(f"情况：\n1. 喇叭坏了12只没人修。\n{TASKS}{money}")
    assert "一半先发" in text_of(made.sections[-1].paragraphs)


def test_two_works_that_name_one_thing_are_two_points() -> None:
    works = "要求：\n1. 班级联赛：6月20日开始，跳绳、拔河两项。\n"
    works += "2. 添置器材：跳绳600根，6月15日前到校。\n3. 沙袋6月20日前补齐。"
    told = points(speech(f"情况：\n1. 喇叭坏了12只没人修。\n{works}"))
    assert not any("班级联赛" in point and "添置器材" in point for point in told)


WHOLE = """情况：
1. 全县自建房9.6万栋，其中拿来经营的5180栋；4月逐栋排查完，初判有隐患的436栋。
2. 436栋里已请专业机构鉴定318栋，鉴定为C级的57栋、D级的21栋。
3. D级21栋里，人员已经撤出的18栋，还有3栋照样住人。
"""


def test_the_whole_and_what_parts_it_stand_in_front_whatever_task_has_a_figure_of_them() -> None:
    told = text_of(speech(f"{WHOLE}{TASKS}4. C级57栋7月15日前加固完。").sections[0].paragraphs)
    assert told.index("9.6万栋") < told.index("C级的57栋") < told.index("还有3栋")


def test_the_whole_with_last_years_stands_in_front() -> None:
    whole = "情况：\n1. 5月底全县低保对象5126户8347人；去年同期5380户8903人。\n"
    told = text_of(speech(f"{whole}{TASKS}4. 5126户7月20日前全部入户一遍。").sections[0].paragraphs)
    assert "去年同期5380户" in told


def test_who_answers_and_no_more_stands_in_the_sentence_of_the_task() -> None:
    works = "要求：\n1. 大课间每天两次，6月19日起分三批下楼。副校长戴文清负责。\n2. 沙袋6月20日前补齐。"
    assert any(
        "下楼，副校长戴文清负责。" in p for p in points(speech(f"情况：\n1. 喇叭坏了12只没人修。\n{works}"))
    )


ASKED = """情况：
1. 喇叭坏了12只没人修。
2. 反映：三年级组提操场太挤，46个班一起下楼要9分钟；家委会希望放学后开放操场。
要求：
1. 大课间每天两次，6月19日起分三批下楼。
2. 操场西边裂缝5处，6月25日前补好。
3. 沙袋6月20日前补齐。
"""


def test_a_request_stands_with_the_task_that_answers_it_and_with_no_other() -> None:
    made = speech(ASKED)
    assert any("46个班" in point and "分三批下楼" in point for point in points(made))
    assert "开放操场" in text_of(made.sections[0].paragraphs)


def test_what_tells_more_of_an_accident_stands_right_behind_it() -> None:
    told = "情况：\n1. 4月28日夜里，装配车间吊一个齿轮箱，钢丝绳断了一股，箱子落在地上。\n"
    told += "2. 这根绳3月就该报废，没人查。\n"
    made = speech(f"{told}要求：\n1. 钢丝绳6月15日前查一遍，报废的当场割断。\n2. 沙袋6月20日前补齐。")
    said = "".join([text_of(made.sections[0].paragraphs), *points(made)])
    assert 0 < said.index("这根绳3月") - said.index("箱子落在地上") < 60
