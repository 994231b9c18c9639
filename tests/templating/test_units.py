"""A line of the sheet is told in one place, in its order, and goes as a whole to its task."""

from __future__ import annotations

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text
from drafter.templating.compose.composition import Composition

HEAD = "2026年4月10日（周五），清河县防汛工作部署会，给副县长罗川写讲话稿，6分钟。\n"


def speech(text: str, head: str = HEAD) -> Composition:
    return compose(read_sheet(head + text))


def points(text: str, head: str = HEAD) -> list[str]:
    """Return the points of the speech that a sheet makes, each as its text."""
    return [
        "".join(s.text for p in point.paragraphs for s in p)
        for each in speech(text, head).sections
        for point in each.points
    ]


def point_with(words: str, text: str, head: str = HEAD) -> str:
    return next((point for point in points(text, head) if words in point), "")


def part(text: str, role: str = "significance") -> str:
    """Return what a part of the speech tells outside its points."""
    sections = speech(text).sections
    return "".join(s.text for each in sections if each.role == role for p in each.paragraphs for s in p)


MISHAP = """【情况】
1. 3月2日夜里，柳河泵站进水，值班的是被邻居喊醒的。水位计去年10月就坏了，报修单没人签。站长第二天才知道。
2. 堤脚查出渗水点14处。
【要求】
3. 堤脚渗水点5月10日前处理完。
4. 水位计4月20日前换好。
5. 值班表4月28日前排好。
"""


def test_what_happened_is_told_in_one_go_with_the_task_that_answers_it() -> None:
    point = point_with("4月20日前换好", MISHAP)

    assert point.index("被邻居喊醒") < point.index("报修单没人签") < point.index("第二天才知道")


FINED = """【情况】
1. 3月县里暗访，在桥头砂场查到私采的砂石31车。砂场已关停，罚款2.6万元。
【要求】
2. 桥头砂场5月底前平整完。
3. 堤脚渗水点5月10日前处理完。
4. 值班表4月28日前排好。
"""


def test_how_somebody_was_punished_stands_behind_what_he_did() -> None:
    point = point_with("罚款2.6万元", FINED)

    assert point.index("31车") < point.index("罚款2.6万元") < point.index("5月底前")


OVERVIEW = """【情况】
1. 全县水库46座。鉴定三类坝、四类坝37座，其中四类坝9座。已除险16座，还剩21座。
【要求】
2. 四类坝5月底前降到限制水位以下。
3. 剩下的21座，4月20日前逐座定好抢险队。
4. 值班表4月28日前排好。
"""


def test_figures_that_several_tasks_are_about_stay_in_front() -> None:
    assert "46座" in part(OVERVIEW)


SUBJECT = """【情况】
1. 去年防汛演练走了过场，半数村没有拉响警报。
【要求】
2. 防汛物资5月10日前补足三成。
3. 值班表4月28日前排好。
4. 涵洞4月底前清完。
"""


def test_what_the_meeting_is_about_ties_no_fact_to_a_task() -> None:
    assert "走了过场" in part(SUBJECT)


COUNTED = """【情况】
1. 检查食堂40个，灶具老化58处。
2. 食堂从业人员健康证过期37人。
【要求】
3. 老化的58处，6月底前换完。
4. 食堂一律停做凉菜，即日起执行。
5. 健康证过期的4月20日前离岗。
"""


def test_the_same_number_ties_more_firmly_than_a_common_word() -> None:
    assert "检查食堂40个" in point_with("6月底前换完", COUNTED)
    assert "37人" in point_with("4月20日前离岗", COUNTED)


TURNED = """【情况】
1. 值班脱岗查实5起。
2. 去年转移群众3164人，没有人员伤亡。
【要求】
3. 堤脚渗水点5月10日前处理完。
4. 涵洞4月底前清完。
"""


def test_a_part_is_told_in_the_order_of_the_sheet() -> None:
    told = part(TURNED)

    assert told.index("5起") < told.index("3164人")


STRESSED = """【情况】
1. 2月暗访，在河道旁查到采砂船3条，砂石卖给了搅拌站。
【要求】
2. 采砂船4月20日前全部上岸封存。
3. 搅拌站4月底前查一遍砂石来源。
4. 值班表4月28日前排好。
【县长交代】采砂船的事讲透。
"""


def test_a_stressed_matter_is_told_with_all_that_is_done_about_it() -> None:
    point = point_with("上岸封存", STRESSED)

    assert "2月暗访" in point and "砂石来源" in point


LISTED = """【情况】1. 试卷抽查1200份，38份分数加错。
【要求】
2. 试卷4月20日起三级复核；高数5月10日前开补习班；坏的机床4月25日前修好；实训室5月1日起晚上开放。
3. 教学督导每周听课两节。
【校长交代】试卷的事说痛。
"""


def test_a_task_of_another_thing_stays_out_of_the_stressed_point() -> None:
    head = "2026年4月10日，清河学院教学质量会，给副校长 罗川 写讲话稿，6分钟。\n"
    point = point_with("三级复核", LISTED, head)

    assert "38份" in point and "补习班" not in point


def test_what_is_left_over_is_told_last() -> None:
    things = ["沙袋", "喇叭", "堤脚", "泵站", "冲锋舟", "水尺", "涵洞", "电台", "帐篷", "雨衣", "手电"]
    tasks = "\n".join(f"{thing}4月{day}日前办完" for day, thing in enumerate(things, 20))
    sections = speech(f"任务：\n{tasks}\n罗县长交代：沙袋讲得最重").sections
    headings = [point.heading for each in sections for point in each.points]

    assert headings[-1] == "其他几件"


CABINS = """【情况】
1. 5月油库巡查记录有11天空着。
2. 队员反映报销一张票跑4趟。
【要求】
3. 油库每天两查，即日起。
4. 报销流程7月底前改完。
5. 堤脚渗水点5月10日前处理完。
"""


def test_the_month_in_front_does_not_hide_what_a_fact_is_about() -> None:
    assert "11天空着" in point_with("每天两查", CABINS)


def test_what_was_asked_for_is_told_with_the_task_that_does_it() -> None:
    assert "跑4趟" in point_with("7月底前改完", CABINS)


MEANS = """要求：堤脚渗水点5月10日前处理完；涵洞4月底前清完。县财政安排80万元。每月通报一次。
沙袋4月20日前补齐
"""


def test_money_and_checks_behind_a_list_of_tasks_are_for_all() -> None:
    assert "80万元" not in "".join(points(MEANS)) and "通报" not in "".join(points(MEANS))


def test_what_somebody_has_done_makes_no_point() -> None:
    text = "柳河村每晚巡查两遍，坚持了14个月\n任务：沙袋4月20日前补齐\n堤脚5月10日前处理完"

    assert not point_with("14个月", text)


def test_one_figure_goes_to_the_task_for_its_thing_whatever_else_it_names() -> None:
    text = """【情况】
1. 仓库叉车充电在货堆边上，说过三次。
【要求】
2. 叉车充电桩4月20日前移到墙外。
3. 5月30日前搞一次夜间演练，仓库一个不少。
4. 值班表4月28日前排好。
"""

    assert "说过三次" in point_with("4月20日前移到", text)


def test_the_unit_of_a_bounded_figure_stands_in_front_of_its_bound() -> None:
    head = "清河县工作会，2026年6月1日，给副县长 罗川 写讲话稿，6分钟。\n要干的：\n"
    sheet = f"{head}1. 2020年以来50万以上设备采购合同162份倒查，8月15日前完。\n"

    assert "50万元以上设备采购合同" in to_text(compose(read_sheet(sheet)))


def test_whose_name_is_parted_has_no_thing_in_hand_that_ends_in_it() -> None:
    head = "清河县工作会，2026年6月1日，给副县长 罗川 写讲话稿，9分钟。\n"
    sheet = f"{head}分工：派驻组组长辛为民牵头倒查。\n"

    assert "派驻组组长辛，" not in to_text(compose(read_sheet(sheet)))
