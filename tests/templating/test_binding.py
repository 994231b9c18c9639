"""What the sheet tells of one matter is told in one place."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose
from drafter.templating.compose.plan.story import as_story

SHEETS = sorted((Path(__file__).parent.parent / "facts" / "sheets").glob("*.txt"))
HEAD = "2026年4月10日（周五），清河县防汛工作部署会，给副县长罗川写讲话稿，6分钟。\n"


def points(text: str) -> list[str]:
    """Return the points of the speech that a sheet makes, each as its text."""
    sections = compose(read_sheet(HEAD + text)).sections
    return [
        "".join(s.text for p in point.paragraphs for s in p) for each in sections for point in each.points
    ]


def part(text: str, role: str) -> str:
    """Return what a part of the speech tells outside its points."""
    sections = compose(read_sheet(HEAD + text)).sections
    return "".join(s.text for each in sections if each.role == role for p in each.paragraphs for s in p)


def point_with(words: str, text: str) -> str:
    return next((point for point in points(text) if words in point), "")


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_no_fact_is_told_in_two_sentences_of_the_parts(path: Path) -> None:
    sections = compose(read_sheet(path.read_text(encoding="utf-8"))).sections
    paragraphs = [
        p for each in sections for p in (*each.paragraphs, *(q for x in each.points for q in x.paragraphs))
    ]
    told = Counter(
        fact
        for paragraph in paragraphs
        for sentence in paragraph
        if sentence.function == "state"
        for fact in {piece.fact for piece in sentence.pieces if piece.kind == "field"}
    )

    assert [] == [fact for fact, times in told.items() if times > 1]


ITEM = """要做的：
1. 排涝站闸门锈死，放不下来；5月10日前换好，水利站老郑负责
2. 物资库进水两次；5月15日前搬到高处，应急办负责
3. 防汛队伍名单没更新；4月20日前重报一遍，武装部负责
"""


def test_a_problem_stands_with_the_task_of_its_line() -> None:
    assert "放不下来" in point_with("5月10日前换好", ITEM)


TASKS = """任务：
新队员培训不少于72学时，考试不合格的一律不得上堤
堤脚渗水点5月10日前处理完
值守电话24小时有人接，漏接的通报
"""


def test_a_sanction_in_the_sentence_of_a_task_leaves_the_task_its_point() -> None:
    assert "不合格的一律不得上堤" in point_with("新队员培训", TASKS)


CAUSES = """毛病怎么来的？喇叭平时没人试；名单年年照抄
任务：
喇叭4月15日前逐个试响
名单4月20日前重报
堤脚渗水点5月10日前处理完
"""


def test_causes_of_a_line_stand_together_and_are_counted_though_each_has_a_task() -> None:
    told = part(CAUSES, "significance")

    assert "原因有两条。一是喇叭平时没人试" in told
    assert "二是名单年年照抄" in told


HEADED = """一、根子：
1、检修时间压到每天4小时
2、记录本坐在值班室里填
3、新工没考就上岗
二、办法：
1、检修时间4月20日起恢复每天6小时
2、记录本4月20日起改成现场签
3、堤脚渗水点5月10日前处理完；沙袋4月20日前补齐
"""


def test_causes_in_a_numbered_list_are_counted_as_one_list() -> None:
    told = part(HEADED, "significance")

    assert "有三条。一是检修时间压到每天4小时。" in told
    assert "三是新工没考就上岗" in told


ANSWERED = """情况：
8月接了线索527条，已办结489条
堤脚渗水点14处
剩下38条，拖得最久的拖了143天
任务：
堤脚渗水点5月10日前处理完
沙袋4月20日前补齐
名单4月20日前重报
"""


def test_what_is_left_is_told_behind_the_figures_that_leave_it() -> None:
    told = part(ANSWERED, "significance")

    assert 0 < told.find("489条") < told.find("剩下38条")


def test_a_clause_behind_a_comma_stays_with_the_cause_it_goes_on_with() -> None:
    said = part(
        "原因：新队员多，培训只有3天；值守制度走样；巡堤怕辛苦\n任务：沙袋4月20日前补齐", "significance"
    )

    assert "新队员多，培训只有3天" in said


def test_what_happened_and_its_punishment_is_no_rule() -> None:
    text = "今年违章下河查了163人次，罚款4.2万元，又犯的29人\n任务：沙袋4月20日前补齐\n督查：县防指每周抽查"

    assert "罚款4.2万元" in part(text, "significance")


def test_money_for_one_task_stands_with_it() -> None:
    text = "任务：喇叭4月15日前换新\n沙袋4月20日前补齐\n堤脚5月10日前处理完\n经费：喇叭设备报价75万元"

    assert "75万元" in point_with("4月15日前换新", text)


def test_sums_in_one_row_stay_together() -> None:
    text = "任务：喇叭4月15日前换新\n沙袋4月20日前补齐\n堤脚5月10日前处理完\n经费：喇叭75万元，沙袋20万元"

    assert "喇叭75万元，沙袋20万元" in part(text, "safeguards")


THINGS = "沙袋 喇叭 堤脚 泵站 冲锋舟 水尺 涵洞 电台 帐篷 雨衣 手电"
MANY = "任务：\n" + "\n".join(f"{thing}4月{day}日前办完" for day, thing in enumerate(THINGS.split(), 20))


def test_what_is_akin_to_no_other_stands_in_a_point_of_what_is_left() -> None:
    sections = compose(read_sheet(HEAD + MANY)).sections
    headings = [point.heading for each in sections for point in each.points]

    assert 9 == len(headings) and "其他几件" == headings[-1]


def test_a_helper_of_two_clauses_is_named_once() -> None:
    said = "".join(
        points("任务：4月20日前改建泵站2座，新增泵位6个，水利局牵头，供电公司配合\n沙袋4月25日前补齐")
    )

    assert 1 == said.count("供电公司配合")


def test_what_leads_up_to_a_fact_is_in_its_sentence() -> None:
    text = "没有启动的8条里，石桥乡占3条，城关镇2条\n任务：没有启动的5月底前全部启动"
    said = "".join(s.text for p in compose(read_sheet(HEAD + text)).paragraphs() for s in p)

    assert "8条里。" not in said


def test_a_task_that_begins_with_its_day_stands_behind_what_it_is_about() -> None:
    text = """要一件一件说的：
南货场是设计改了三遍，工期拖了70天；6月底前定稿，住建局牵头
砖瓦厂宿舍住着36户；8月底前拆完，城管局负责
砂场夜里还在装车；6月10日前断电封场，水利局负责
"""

    assert "改了三遍" in point_with("6月底前定稿", text)


def test_the_other_parts_of_a_sum_stay_in_its_sentence() -> None:
    text = "投诉418件，其中甩站的137件；司机态度的96件\n任务：沙袋4月20日前补齐"

    assert "甩站的137件，司机态度的96件" in part(text, "significance")


def test_what_is_missing_and_has_no_task_makes_no_point() -> None:
    text = "晾晒场地缺口7000平方米\n任务：沙袋4月20日前补齐\n堤脚5月10日前处理完"

    assert not point_with("晾晒场地", text) and "晾晒场地" in part(text, "significance")


def test_a_sum_of_which_a_gap_is_left_stands_with_the_task_that_closes_it() -> None:
    text = "现有仓容14万吨；缺口4万吨\n任务：仓容4月20日前腾出2万吨\n堤脚5月10日前处理完\n喇叭4月15日前试响"

    assert "缺口4万吨" in point_with("腾出2万吨", text)


def test_a_duty_or_check_with_two_tasks_is_told_with_one() -> None:
    text = """任务：
招生计划4500人，报到率不低于93%
停招旅游管理，4月10日前报批
堤脚5月10日前处理完
督查：报到率低于85%的专业亮黄牌，两年黄牌的停招
"""

    assert "停招旅游管理" not in point_with("招生计划", text)


def test_who_answers_for_all_stands_in_front_of_who_answers_for_one() -> None:
    text = """任务：
每村一名班子成员包到底；石桥村难，由镇长施广田亲自包
沙袋4月20日前补齐
堤脚5月10日前处理完
"""
    point = point_with("施广田", text)

    assert point.index("包到底") < point.index("施广田")


def test_who_decided_on_the_tasks_is_told_in_front_of_them() -> None:
    text = "要办的事\n县里定死的\n沙袋4月20日前补齐\n堤脚5月10日前处理完"

    assert "县里定死的" in part(text, "tasks")


def test_distance_is_no_lot() -> None:
    text = "问题：改造60公里只完成34公里；检测中心出错两次\n任务：沙袋4月20日前补齐"

    assert "34公里，检测中心" not in part(text, "significance")


@pytest.mark.parametrize("end", ["共计折合23万元", "给了政务警告", "带出47个人", "19个小时没下班"])
def test_no_sentence_of_a_story_begins_without_its_subject(end: str) -> None:
    told = as_story(f"水利站原站长许某，2019年至2023年先后14次收受服务对象的礼金礼卡，{end}", "许某")

    assert f"，{end}" in told


def test_what_is_told_of_the_whole_stays_in_front() -> None:
    text = """全县水库46座，水质合格率88%，比省里的要求低
任务：
水质每月抽检
沙袋4月20日前补齐
堤脚5月10日前处理完
"""

    assert "水库46座" in part(text, "significance")


TABLE = """| 项目 | 情况 | 卡点 | 要求 | 责任人 |
| --- | --- | --- | --- | --- |
| 北环高架 | 完成62% | 匝道管线没迁 | 4月25日前迁完 | 副总羿长风 |
| 滨河停车楼 | 主体封顶 | 消防验收差两项资料 | 4月20日前补齐，5月开放 | 项目部桂小舟 |
| 老旧小区三期 | 41栋完成28栋 | 7栋居民有意见 | 5月底前全部完工 | 四公司 |
"""


def test_a_row_of_a_table_is_one_matter_that_begins_with_its_name() -> None:
    point = point_with("滨河停车楼", TABLE)

    assert "滨河停车楼，主体封顶" in point and "差两项资料" in point and "4月20日前补齐" in point
    assert point.index("主体封顶") < point.index("差两项资料")
    assert 1 == point.count("桂小舟负责")


def test_a_situation_that_tells_what_is_amiss_stands_with_its_task() -> None:
    text = """情况：屠宰场官方兽医只排白班
任务：
屠宰场5月1日起官方兽医排夜班
沙袋4月20日前补齐
堤脚5月10日前处理完
"""

    assert "只排白班" in point_with("排夜班", text)


def test_what_is_left_of_a_cause_keeps_who_it_is() -> None:
    text = "原因：区队怕影响产量，发现问题不停机\n任务：沙袋4月20日前补齐\n罗县长交代：别提产量压力"

    assert "区队发现问题不停机" in part(text, "significance")


HOMEWORK = """情况：
作业压得多，抽查的班平均写132分钟
家长最不满意的是作业多、食堂菜凉
要做的：
1. 推门听课每周2节
2. 食堂保温柜4月20日前换好
3. 作业公示每天一次，4月15日开始
交代：作业的事讲得最重
"""


def test_a_stressed_matter_takes_all_that_the_sheet_tells_of_it() -> None:
    point = point_with("作业公示", HOMEWORK)

    assert "132分钟" in point and "食堂菜凉" in point


def test_a_thing_ties_more_firmly_than_the_place_where_it_is() -> None:
    text = """问题：3201工作面回风隅角瓦斯传感器被人挪了位置
要做的：
1. 3201过断层期间矿领导跟班
2. 传感器4月15日前全部重新核对位置
3. 师带徒协议4月18日前签完
"""

    assert "被人挪了位置" in point_with("重新核对", text)


def test_of_several_stressed_points_none_is_called_the_weightiest() -> None:
    text = """要做的：
1. 水毁路段4月30日前修完
2. 库区投资4月20日前追上序时
3. 鹿角坡这样的点4月25日前每处定好机械
交代：库区投资和鹿角坡是重点
"""
    said = "".join(points(text))

    assert "最要紧的一件" not in said and "分量最重" not in said


LISTED = """【情况】1. 蓄水池坏了31口。
【任务】
2. 隔离带4月20日前开设到位；坏的蓄水池4月25日前修好；护林员5月5日前重新核一遍；入山口5月1日起设卡登记。
3. 扑火队再招40人，5月15日前到位。
4. 水井加盖，5月20日前做完。
"""


def test_each_of_several_things_on_a_line_of_tasks_is_a_point() -> None:
    assert "隔离带" not in point_with("修好", LISTED)
    assert "重新核一遍" not in point_with("修好", LISTED)
    assert "坏了31口" in point_with("修好", LISTED)


STANDING = """【情况】
1. 今年计划改造管网260公里，完成118公里。
2. 12345热线办了2840件，按时办结率97.2%，群众满意。
3. 换热站夜里没人看，出了2次故障。
【任务】
4. 值班表4月20日前排好。
5. 仓库5月20日前清完。
"""


def test_how_things_stand_is_told_as_on_the_sheet_and_before_what_is_wrong() -> None:
    told = part(STANDING, "significance")

    assert told.index("260公里") < told.index("12345") < told.index("没人看")


THINGS = """【情况】
1. 全县林地186万亩。
2. 防火隔离带应开设320公里，开了206公里；坟头登记4.2万座。
3. 蓄水池坏了31口，云岭乡最多，有12口。
4. 危桥改造18座，完工7座，没动3座。
【任务】
5. 隔离带4月20日前开设到位。
6. 坏的蓄水池4月25日前修好。
7. 3座没动的危桥5月20日前开工。
8. 值班表4月28日前排好。
【分工】
9. 县林业局牵头，应急局、公安局、气象局配合，云岭乡蓄水池由副县长 汤会平 负责。
"""


def test_how_a_thing_stands_is_told_with_its_task() -> None:
    assert "206公里" in point_with("4月20日前", THINGS)


def test_what_stands_on_the_line_of_another_thing_stays_where_it_was() -> None:
    assert "4.2万座" in part(THINGS, "significance")


def test_the_whole_of_a_place_is_told_in_front() -> None:
    assert "186万亩" in part(THINGS, "significance")


def test_what_is_not_begun_stands_with_the_count_of_its_like() -> None:
    assert "18座" in point_with("5月20日前", THINGS)


def test_who_answers_for_one_thing_stands_in_its_point() -> None:
    assert "汤会平" in point_with("4月25日前", THINGS)
    assert "牵头" in part(THINGS, "safeguards")


COUNTED = """【情况】
1. 2月份查隐患237条，其中顶板61条。已整改215条。
2. 全年立案21件。
3. 四类：工程招标11件、物资采购6件、私设小金库4件。
【任务】
4. 没整改的隐患4月25日前清零。
5. 物资采购办法5月20日前修订。
"""


def test_the_total_the_part_done_and_the_rest_are_told_in_one_go() -> None:
    told = point_with("清零", COUNTED)

    assert told.index("237条") < told.index("215条") < told.index("4月25日前")


def test_a_row_of_parts_is_no_problem_of_the_task_for_one_of_them() -> None:
    assert "四类" not in point_with("修订", COUNTED)


AMONG = """【情况】
1. 上一防火期发生火情14起，同比少5起，没有人员伤亡。
2. 全县林地186万亩。
3. 夜查抽了60人，9人不在岗。
4. 14起里，祭祀用火7起，农事烧荒7起。
【任务】
5. 值班表4月28日前排好。
6. 仓库5月20日前清完。
"""


def test_what_is_among_a_sum_is_told_right_behind_it() -> None:
    told = part(AMONG, "significance")

    assert told.index("发生火情14起") < told.index("14起里") < told.index("186万亩")


def test_who_answers_is_told_behind_the_task_where_one_thing_is_wrong() -> None:
    told = point_with("4月25日前", THINGS)

    assert "坏了31口" in told
    assert 0 < told.index("4月25日前") < told.index("汤会平")


SHARED_OUT = """【情况】
1. 检修时3次断水。
2. 审计指出农村公路养护资金沉淀1260万，有的躺了两年多。
3. 超限超载查处1367台次，但是夜里10点以后查的不到一成，货车司机都摸出规律了。
4. 库存压了41万件，其中呆滞9.6万件。
【任务】
5. 农村公路4月底前修完；沉淀资金5月底前拨付完；治超夜查比例6月起不低于40%，5月20日前排班。
6. 呆滞品5月30日前处理一半。
7. 教务科牵头修路，财务科管沉淀资金，执法队管治超。
"""


def test_a_row_of_those_who_answer_is_no_matter_of_one_point() -> None:
    assert "教务科" in part(SHARED_OUT, "safeguards")


def test_money_that_lies_is_a_problem_of_the_task_that_pays_it_out() -> None:
    told = point_with("拨付完", SHARED_OUT)

    assert "1260万元" in told
    assert "修完" not in told


def test_what_goes_wrong_by_night_stands_with_the_look_by_night() -> None:
    assert "摸出规律" in point_with("40%", SHARED_OUT)


def test_what_is_among_a_stock_stands_with_its_task() -> None:
    assert "41万件" in point_with("处理一半", SHARED_OUT)


CANAL = """【情况】
1. 村西主渠1.9公里，断头、漏水，渠尾80多亩浇不上水。4月25日开工修渠，6月20日前完工。
2. 修渠占地涉及27户，已经签了24户。
3. 修渠由村书记 孟长富 管工地；工程账每10天在村部墙上贴一次。
4. 垃圾点5月5日前搬走。
5. 渠修好以后谁管，5月底前拿出管护办法。
"""


def test_all_that_is_told_of_one_work_is_one_point() -> None:
    told = point_with("6月20日前", CANAL)

    assert all(words in told for words in ("1.9公里", "24户", "管护办法", "孟长富", "每10天"))


RESERVOIRS = """【情况】
1. 小型水库46座，其中病险9座；山洪危险区128处，住着2316户。
【任务】
2. 病险水库汛期一律空库运行，5月5日前放空。
3. 值班表4月28日前排好。
"""


def test_only_what_is_told_of_the_thing_goes_with_its_task() -> None:
    assert "46座" in point_with("空库", RESERVOIRS)
    assert "128处" in part(RESERVOIRS, "significance")


def test_what_a_harvest_gave_is_no_point() -> None:
    text = RESERVOIRS.replace("【任务】", "今年小麦收完亩均860斤，比去年多40斤。\n【任务】")

    assert "860斤" in part(text, "significance")


TWO_ANSWER = """任务：
1. 二部拉线4月20日前先换；沙袋4月30日前补齐
2. 记录本4月25日前改成现场签
3. 堤脚渗水点5月10日前处理完
分工：二部由运输队队长孟小奎包；社区由班子成员分头包
情况：社区报上来的名单没更新
"""


def test_who_answers_for_a_task_is_told_right_behind_it() -> None:
    assert "4月20日前先换。二部由运输队队长孟小奎包。" in point_with("拉线", TWO_ANSWER)


def test_who_answers_for_all_places_of_a_kind_is_no_matter_of_one_task() -> None:
    assert not point_with("分头包", TWO_ANSWER.replace("沙袋4月30日前补齐", "社区名单4月30日前补齐"))


CASES = """2026年4月10日（周五），清河县水务集团警示教育大会，给党委书记罗川写讲话稿，8分钟。
甲、案子
1. 原仓库主管吴某，2021年到2025年，37次虚报领用，转手卖掉，得41.6万元。已开除党籍，移送司法。
2. 五年盘点过10次，9次账实“相符”，因为盘点的人就是吴某自己。
3. 第一次只卖了两个旧水表，380元，卖给了收废品的。
乙、整改
4. 盘点改交叉盘，4月30日前盘完第一轮，财务部牵头。
5. 13个岗位5月15日前全部轮换，人力资源部办。
"""


def test_what_is_told_between_two_cases_is_told_with_them() -> None:
    told = [
        "".join(s.text for s in paragraph)
        for section in compose(read_sheet(CASES)).sections
        for paragraph in section.paragraphs
    ]

    assert [text for text in told if "盘点过10次" in text]
    assert 0 < "".join(told).find("盘点过10次") < "".join(told).find("380元")


RULES = """情况：8月抽查记录240份，37份是电话没打通
任务：独居老人每天通一次话；电话连着两次不接，上门去看。这套规矩5月15日起执行。5张表4月30日前并成1张
堤脚渗水点5月10日前处理完
"""


def test_the_day_from_which_rules_hold_is_told_with_the_rules() -> None:
    assert "每天通一次话" in point_with("这套规矩", RULES)
    assert "5张表" not in point_with("这套规矩", RULES)


OVER_ALL = """这次只讲一件事：学生身体。
【情况】操场塌了一块，体育课被占39节
【整改（党委会3月30日定的）】
1. 操场4月20日前修好，总务处办。
2. 体育课一节不许占，占了当周还；教务处每周查。
3. 练习单4月25日前建好；沙坑4月30日前换沙。
4. 副校长闻静抓总；每个年级由一名班子成员联系。
"""


def test_what_the_speech_is_about_is_no_task() -> None:
    assert not point_with("学生身体", OVER_ALL)


def test_who_decided_stands_over_the_tasks() -> None:
    assert "这几件事，是3月30日党委会定的。" in part(OVER_ALL, "tasks")


def test_what_a_council_passed_is_said_as_a_sentence() -> None:
    heading = "二、已经定下的事（区政府常务会通过，可以讲）"
    passed = OVER_ALL.replace("【整改（党委会3月30日定的）】", heading)
    assert "这几件事，是区政府常务会通过的。" in part(passed, "tasks")


def test_who_answers_for_all_is_no_matter_of_one_task_of_the_line() -> None:
    point = point_with("由一名班子成员联系", OVER_ALL)

    assert point
    assert "闻静" not in point


DROWNED = """【情况】
1. 去年溺水3起，没了3个孩子，2个是留守孩子。
2. 危险水域417处；65处没立警示牌。
【任务】
3. 警示牌4月30日前立好，乡镇办。
4. 留守儿童家长5月20日前逐户通话，班主任办。
5. 采砂坑5月10日前逐处定责任人。
"""


def test_who_came_to_harm_is_no_matter_of_a_task_that_shares_one_word() -> None:
    assert "3个孩子" not in point_with("逐户通话", DROWNED)
    assert "3个孩子" in part(DROWNED, "significance")


LEFT = """【情况】
1. 4月自查，查出问题52个，整改39个。没改的主要是：仓库账实不符6处；租金没按合同收4处；公章没登记3处。
2. 要做的：没改的13个问题7月31日前改完；管账管物分开，7月10日前到位；公章7月1日起登记使用。
"""


def test_what_is_left_is_told_with_how_far_it_is() -> None:
    told = point_with("52个", LEFT)
    assert all(words in told for words in ("账实不符6处", "租金没按合同收4处", "公章没登记3处"))


def test_nothing_stands_between_a_list_and_what_announces_it() -> None:
    text = (
        "1. 隐患185条，整改171条，剩下的14条里有3条是重点：水仓没清；挡板关不严；屋顶漏雨。\n"
        "2. 要做的：14条隐患7月20日前全部销号；水泵每天试一次。\n"
    )
    assert "剩下的14条里有3条是重点。水仓没清。" in point_with("185条", text)


def test_what_is_there_already_is_not_what_is_still_to_be_done() -> None:
    text = "1. 物资：潜水泵备6台，编织袋4000条，水管缺800米，5月10日前到，供应科办。\n"
    text += "2. 任务：水泵每天试一次。\n"
    assert "6台都要" not in point_with("潜水泵", text)


@pytest.mark.parametrize(
    "line", ["电站停机一天赔多少，报来的是8000元，没说是不是含税，别念。", "奖金方案在改，还没上会，不说。"]
)
def test_what_is_not_to_be_said_behind_an_open_question_is_not_said(line: str) -> None:
    sheet = read_sheet(f"{HEAD}1. 全县51座。\n2. {line}\n3. 任务：水泵每天试一次；排水沟4月25日前清通。\n")
    said = "".join(s.text for s in compose(sheet).sentences())
    assert "8000" not in said and "奖金" not in said


def test_who_decided_on_several_things_stands_in_front_of_them_all() -> None:
    text = "1. 院务会4月2日定的：5月1日起预约精确到30分钟；药房4月20日前开足7个窗口；导诊岗4月25日前设好。\n"
    assert "4月2日院务会定的" in part(text, "tasks")


def test_a_rule_that_names_nobody_is_told_whole() -> None:
    text = "要干的：\n1. 门4月20日前修好；\n2. 群里不晒学生、不点名，5月1日起。\n"
    assert "群里不晒学生、不点名，5月1日起" in point_with("不点名", text)


def test_figures_of_several_things_belong_to_no_one_task() -> None:
    text = "1. 住校生1680人，宿舍5栋，宿管9人。\n2. 任务：宿舍插座4月25日前换完；热水4月26日前接通。\n"
    assert "1680人" not in "".join(points(text))


def test_a_wish_on_what_people_are_like_spares_no_clause_that_only_names_them() -> None:
    text = "原因：一个病人几项检查分三处预约，跑三趟\n任务：窗口4月20日前并好\n罗县长交代：别说病人挑剔"

    assert "一个病人几项检查分三处预约，跑三趟" in part(text, "significance")
