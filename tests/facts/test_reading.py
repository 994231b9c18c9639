"""What single lines of a sheet become."""

from __future__ import annotations

import datetime

import pytest

from drafter.facts import FactType, Sheet, find_links, read_sheet
from drafter.facts.sheet import IntentKind

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
        ("每天就餐3100人次", "situation"),
        ("临时搭的浮桥没验收就用", "problem"),
        ("柳荫片区停工4个月", "problem"),
        ("扣件松动2300个", "problem"),
        ("5名监考员没按时到位", "problem"),
        ("能种的种，能停车的停车，12月底前拿出方案", "task"),
        ("最长一次大坪垭口封了19个小时", "situation"),
        ("到位资金11.2亿元，只完成年度任务的15%", "progress"),
        ("原因：分工不清，路面归城管、工地归住建，交界没人管", "cause"),
        ("胜利里改造中居民提意见214条", "achievement"),
        ("施工许可平均办理26个工作日", "situation"),
        ("企业开办时间从2天压到0.5天", "achievement"),
        ("涉企检查：锦泰机械去年被查19次，其中12次是不同科室重复查", "problem"),
        ("编织袋缺2万条", "gap"),
        ("水利局牵头，应急、气象配合", "duty"),
        ("今年安排专项经费680万元", "fund"),
        ("镇里今年挤了86万元", "fund"),
        ("2号库一个装卸工被叉车挤了脚", "problem"),
        ("换批清场记录是提前填好的", "problem"),
        ("5月22日，门机司机看手机，抓斗碰了船舱口围板，修理费11.7万", "problem"),
        ("井筒由机电部长（名字没定）负责", "duty"),
        ("配电二班连续五年无违章", "achievement"),
        ("报价没跟着涨，有的单子签下来就亏", "problem"),
        ("半年省电费460万元", "achievement"),
        ("废品率2.7%，去年同期2.1%", "problem"),
        ("外包队晚上不出工", "problem"),
        ("大多是老楼的立管堵", "cause"),
        ("志愿者312名，多半是师范生", "situation"),
        ("防指办5月中旬抽查", "check"),
        ("承诺：欠款6月30日前还清", "promise"),
        ("先进集体12个", "award"),
        ("企业诉求：请求减污水处理费", "request"),
        ("28家平均每天吃饭的2160人次", "situation"),
        ("6家食堂每天不到20个人吃", "problem"),
        ("每天清扫2次", "task"),
        ("5年内退休38人", "situation"),
        ("工人没停机伸手去拨料，食指断了一节", "problem"),
        ("审计部11月突击盘库，不通知", "check"),
        ("清水最高水位28.6米，超保证水位1.1米", "problem"),
        ("投标保证金没退的16家，合计73万", "problem"),
        ("5个乡镇扶贫资产没入账，共1.3亿元", "problem"),
        ("供货员段某把不合格的按合格收，每吨拿回扣40元，共6.2万", "case"),
    ],
)
def test_a_line_has_its_type(text: str, type_: str) -> None:
    assert [type_] == [fact.type.value for fact in read(text).facts]


def test_rank_is_a_problem_where_it_fell_and_an_achievement_where_it_rose() -> None:
    assert FactType.PROBLEM is read("16个乡镇我们第13，去年第8").facts[0].type
    assert FactType.ACHIEVEMENT is read("16个乡镇我们第8，去年第13").facts[0].type
    assert FactType.PROBLEM is read("全市考核去年第4，今年一季度第7").facts[0].type


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


def test_where_problems_all_are_is_no_part_of_the_name() -> None:
    sheet = read("问题：有3家建好没开，都在东桥街道，没人愿意接")

    assert "都在东桥街道" not in {fact.who for fact in sheet.facts}


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


def test_what_the_next_line_tells_again_is_a_note() -> None:
    sheet = read("1. 毕业生612人\n2. 毕业生612人，拿到双证的587人\n")

    assert ["毕业生612人，拿到双证的587人"] == [fact.text for fact in sheet.facts]
    assert ["毕业生612人"] == [note.text for note in sheet.notes if "毕业生" in note.text]


def test_a_weekday_that_does_not_fit_is_a_contradiction() -> None:
    sheet = read_sheet(HEAD.replace("周五", "周六"))

    assert ["weekday"] == [each.code for each in sheet.contradictions]
    assert sheet.meeting.weekday_agrees is False


def test_parts_that_do_not_add_up_are_a_contradiction() -> None:
    right = read("收到诉求100件，办结40件；没办结的，用地30件、融资20件、其他10件")
    wrong = read("收到诉求100件，办结40件；没办结的，用地30件、融资25件、其他10件")

    assert [] == [each.code for each in right.contradictions]
    assert ["sum"] == [each.code for each in wrong.contradictions]


@pytest.mark.parametrize(
    "text",
    [
        "经费326万元，其中宣传120万元、器材150万元、培训20万元",
        "收入61.3万元，头一回过60万元，其中光伏18.6万元、租金22万元、流转20.7万元",
        "全镇山塘74口，病险的8口，有6口降了水位，还有2口没降",
    ],
)
def test_parts_that_leave_something_out_are_no_contradiction(text: str) -> None:
    assert () == read(text).contradictions


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
        ("招生不讲情面这层要硬", "tone", ()),
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


def test_clauses_without_a_type_of_their_own_stay_with_their_sentence() -> None:
    sheet = read_sheet(
        "县焦化公司警示教育会\n2026年4月28日\n经过：4月11日，操作工带压拆法兰，煤气泄漏，2人中毒，送医，一个已出院"
    )
    said = "".join(fact.text for fact in sheet.facts)
    assert all(words in said for words in ("操作工带压拆法兰", "煤气泄漏", "送医"))
    assert not sheet.notes


def test_an_item_that_nothing_tells_the_type_of_is_a_fact_all_the_same() -> None:
    sheet = read_sheet("松原学院毕业典礼\n2026年6月26日\n1.今年毕业生2318人\n2.母校的门一直开着")
    assert "母校的门一直开着" in {fact.text for fact in sheet.facts}


def test_tasks_behind_their_label_are_tasks_where_the_meeting_has_no_name() -> None:
    head = "云麓区卫健局 家庭医生的事 2026年9月10日（周四）15:00 局五楼\n讲话：局长 兰若溪 9分钟\n"
    sheet = read_sheet(
        head + "1. 辖区签约18.6万人。\n2. 任务：漏种的237人10月15日前逐个补种；门诊9月19日起全开。"
    )
    assert sheet.meeting.name is None
    assert ["task", "task"] == [fact.type.value for fact in sheet.facts if fact.place.line == 4]


def test_a_row_of_a_table_gives_its_matter_owner_partners_and_deadline() -> None:
    sheet = read(
        "序号\t任务\t牵头单位\t配合单位\t完成时限\n1\t水库除险9座\t县水利局\t财政局、乡镇\t6月底前\n"
        "2\t喇叭试响\t同上\t\t4月20日"
    )

    told = [
        (f.text, f.owners, f.partners, f.by.end.isoformat() if f.by and f.by.end else "") for f in sheet.facts
    ]
    assert told == [
        ("水库除险9座", ("县水利局",), ("财政局", "乡镇"), "2026-06-30"),
        ("喇叭试响", ("县水利局",), (), "2026-04-20"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "名单上墙（责任单位：县防办；时限：4月15日）",
        "名单上墙，责任单位：县防办，完成时限：4月15日前",
        "1. 名单上墙。\n责任单位：县防办\n完成时限：4月15日前",
        "| 任务 | 责任单位 | 时限 |\n|---|---|---|\n| 名单上墙 | 县防办 | 4月15日 |",
    ],
)
def test_labels_beside_a_task_tell_who_does_it_and_by_when(text: str) -> None:
    (fact,) = read(f"任务\n{text}").facts

    assert ("名单上墙", ("县防办",)) == (fact.text.rstrip("。"), fact.owners)
    assert fact.by is not None and datetime.date(2026, 4, 15) == fact.by.end


def test_a_cell_without_a_day_is_a_note() -> None:
    sheet = read("任务\t责任单位\t时限\n巡查\t县防办\t长期坚持")

    assert ["长期坚持"] == [note.text for note in sheet.notes]


@pytest.mark.parametrize(
    ("text", "owners", "partners"),
    [
        ("通风柜9月10日前修好（总务处，郎主任）", ("总务处", "郎主任"), ()),
        ("闸门9月10日前更换（机电科牵头，供应处配合）", ("机电科",), ("供应处",)),
        ("闸门9月10日前更换（共3扇）", (), ()),
    ],
)
def test_a_bracket_behind_a_task_tells_who_does_it(
    text: str, owners: tuple[str, ...], partners: tuple[str, ...]
) -> None:
    (fact,) = read(text).facts

    assert (owners, partners) == (fact.owners, fact.partners)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("净利润2.15亿元，-11%", "problem"),
        ("平均住院日8.1天，降0.4天", "achievement"),
        ("煤储备11万吨，够烧24天，要求不少于30天", "problem"),
        ("抽检渠道衬砌30处，7处厚度不够", "problem"),
        ("测了40户，34户合格", "situation"),
        ("完成1386户，占全年任务3000户的46.2%，低于时间进度3.8个百分点", "progress"),
        ("达不到80%的当晚约谈", "check"),
        ("再新装40盏，年底装完，每盏1850元", "task"),
        ("卡在青苗补偿没谈拢", "problem"),
        ("实验室奖励基金每年300万元", "fund"),
        ("扣件松动2300个", "problem"),
        ("4月22日点火，条件不够往后推，厂长签字", "task"),
        ("粮储局三天抽一回扦样，收购期不停", "check"),
        ("铸锻公司连续三年亏损，累计1.6亿元", "problem"),
        ("亏损企业4户，合计亏2.3亿元", "problem"),
        ("工人没停机伸手去拨料，食指断了一节", "problem"),
        ("四月工伤3起，都是手指", "problem"),
        ("员工上报身边隐患740条", "achievement"),
        ("专项奖3000万", "fund"),
        ("一线职工480人", "situation"),
    ],
)
def test_figures_and_sanctions_tell_the_type(text: str, type_: str) -> None:
    assert [type_] == [fact.type.value for fact in read(text).facts]


def test_a_sanction_behind_a_task_stands_for_itself() -> None:
    task, check = read("上课率明年春季恢复到90%以上，达不到的学院核减研究生指标").facts

    assert ("task", "check") == (task.type.value, check.type.value)


def test_who_answers_behind_the_money_answers_for_the_task() -> None:
    sheet = read("坡上23户4月底前全部通上，水利局给18万元，副支书 马翠兰 盯")

    ((duty, task),) = [(link.source, link.target) for link in find_links(sheet.facts) if link.kind == "owner"]
    by_id = {fact.id: fact for fact in sheet.facts}
    assert ("副支书 马翠兰",) == by_id[duty].owners
    assert by_id[task].text.startswith("坡上23户")


def test_a_day_without_month_is_of_the_month_of_the_meeting() -> None:
    sheet = read_sheet(
        "11月3日（周二）下午3点，供暖推进会，市政府。\n讲话：副市长 乔婉仪，8分钟\n任务：\n煤15号前补到30天",
        today=datetime.date(2026, 10, 30),
    )

    (fact,) = sheet.facts
    assert fact.by is not None and datetime.date(2026, 11, 15) == fact.by.end


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("塌方11处，断路3条，都抢通了", ["problem"]),
        ("二楼住人的57家11月30日前搬下来，一家不留", ["task"]),
        ("查出隐患947项，一个月整改了703项", ["progress"]),
        ("水质合格率88%（省里要求不低于92%）", ["problem"]),
    ],
)
def test_a_clause_without_a_subject_stays_with_the_one_before(text: str, types: list[str]) -> None:
    assert types == [fact.type.value for fact in read(text).facts]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("消防通道84条由城管中队逐条拆障，11月30日前拆完", "城管中队"),
        ("线缆10月30日前补齐，采购部派人驻厂", "采购部"),
        ("人：鼎新公司10月8日前补足180人", "鼎新公司"),
    ],
)
def test_who_acts_in_a_task_owns_it(text: str, owner: str) -> None:
    assert (owner,) == next(fact for fact in read(f"任务\n{text}").facts).owners


def test_a_person_on_whom_a_sentence_opens_makes_it_a_story() -> None:
    sheet = read("\n\n食堂阿姨 曾桂香，27年没请过病假，记得住两百多个学生的口味")

    assert ["case"] == [fact.type.value for fact in sheet.facts]


def test_crosses_and_arrows_tell_of_problems_and_tasks() -> None:
    sheet = read("要点\n× 成果转化率31%，同行52%\n→ 转化率两年内到45%")

    assert ["problem", "task"] == [fact.type.value for fact in sheet.facts]


def test_a_figure_behind_a_mark_and_a_blank_is_found() -> None:
    (fact,) = read("* 14个仓没人管").facts

    assert ["14个"] == [quantity.text for quantity in fact.quantities]


def test_demands_of_the_leader_that_are_orders_are_tasks() -> None:
    sheet = read("院长要求：整改单9月底前改五条；加床一律不许占通道；消防站由12人扩到30人，保卫科办")

    assert {"task"} == {fact.type.value for fact in sheet.facts}
    assert () == sheet.intents


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("溪南职业学院2026届毕业典礼 院长致辞要点", "溪南职业学院2026届毕业典礼"),
        ("柳桥区个体工商户座谈会——区长讲话用料", "柳桥区个体工商户座谈会"),
        ("全县“最美护林员”表扬会", "全县“最美护林员”表扬会"),
        ("区里电动自行车安全整治推进会", "电动自行车安全整治推进会"),
        ("我们县里的春耕备耕现场会", "春耕备耕现场会"),
        ("县里程碑项目推进会", "县里程碑项目推进会"),
        ("卫生院慢病管理推进会稿件要素", "卫生院慢病管理推进会"),
    ],
)
def test_the_name_of_a_meeting_ends_where_the_paper_is_told_of(title: str, name: str) -> None:
    meeting = read_sheet(f"{title}\n办公室\n6月24日上午9点，体育馆\n讲话：院长 骆砚秋，8分钟\n").meeting

    assert meeting.name is not None
    assert meeting.name.value == name


def test_a_class_leaves_in_its_year() -> None:
    sheet = read_sheet("溪南职业学院2026届毕业典礼\n6月24日上午9点，体育馆\n讲话：院长 骆砚秋，8分钟\n")

    assert sheet.meeting.date is not None
    assert sheet.meeting.date.start == datetime.date(2026, 6, 24)


def test_who_closes_is_not_what_is_done_of_who_opens() -> None:
    (fact,) = read("今年新登记2960户，注销1740户").facts[:1]

    assert all(quantity.role != "done" for quantity in fact.quantities)


@pytest.mark.parametrize(
    "story",
    [
        "石满囤，58岁，守山27年。右腿留了疤",
        "数控班的沈阿木，三年磨坏了11把锉刀。他拿了金奖",
        "双沟村村医段有田，晚上骑车上门，血压控制率82%",
        "九年级5班班主任邬静，每天放学送一个学生，一学期轮了三遍",
    ],
)
def test_a_line_that_opens_with_a_person_is_one_story(story: str) -> None:
    assert {FactType.CASE} == {fact.type for fact in read(f"全乡护林员40名\n{story}").facts[1:]}


def test_a_line_below_the_agenda_is_a_step_whatever_it_says() -> None:
    sheet = read_sheet("柳桥区座谈会\n议程：\n市场监管局介绍情况\n8位代表发言\n区长讲话\n")

    assert [step.who for step in sheet.before][:2] == ["市场监管局", "8位代表"]


def test_thanks_by_name_are_thanks() -> None:
    (intent,) = read("院长交代：感谢郑阿姨、吕师傅要点名").intents

    assert (intent.kind.value, intent.words) == ("thanks", ("郑阿姨", "吕师傅"))


def test_steps_numbered_within_a_line_are_steps_of_their_own() -> None:
    sheet = read_sheet(
        "安全办公会\n议程：1.安监科通报情况 2.通风队检讨 3.矿长讲话 4.书记提要求\n讲话：矿长 郝立峰"
    )

    assert ["安监科", "通风队"] == [step.who for step in sheet.before]
    assert ["书记"] == [step.who for step in sheet.after]


def test_a_post_keeps_the_and_within_the_name_of_its_body() -> None:
    sheet = read_sheet("警示会\n讲话人：区住房和城乡建设局局长 方世同")

    assert ("区住房和城乡建设局局长",) == sheet.speaker.posts


def test_what_nobody_reported_to_the_control_room_is_no_gap_of_the_sheet() -> None:
    sheet = read("情况：\n1、8月26日有一个传感器断线40分钟，值班员没报调度。")

    assert () == sheet.blanks


def test_the_time_of_a_target_stays_with_it() -> None:
    sheet = read("下半年要抓的：\n1、全年目标：合格率98%")

    assert "全年目标：合格率98%" == sheet.facts[0].text


_HEAD_OF_SCHOOL = "2026年9月4日，枫林中学安全工作会。校长 贺云舒讲话，8分钟。\n"


def test_a_task_label_in_front_of_the_name_tells_the_meeting() -> None:
    sheet = read_sheet("写稿任务：枫林中学安全工作会，2026年9月4日下午4点，讲10分钟。\n讲话人：校长 贺云舒")
    assert sheet.meeting.name is not None
    assert sheet.meeting.name.value == "枫林中学安全工作会"
    assert (sheet.meeting.date is not None, sheet.speaker.minutes) == (True, 10)


def test_the_year_of_the_meeting_may_stand_in_its_name() -> None:
    text = "会议名称：县医院2026年上半年推进会\n时间：5月26日（周二）15:30\n整改6月10日前完成。"
    date = read_sheet(text).meeting.date
    assert date is not None
    assert str(date.start) == "2026-05-26"


def test_steps_numbered_on_one_line_are_told_apart() -> None:
    sheet = read_sheet("议程：1.医务科通报情况 2.护理部发言 3.院长讲话\n讲话：院长 柳承安")
    assert [step.who for step in sheet.before] == ["医务科", "护理部"]


def test_a_numbered_title_above_a_list_of_its_own_is_a_heading() -> None:
    text = (
        _HEAD_OF_SCHOOL
        + "（一）成绩。旧门锁换了30把。\n（二）下一步\n1、教案本月底查一遍。\n2、门锁全部换新。\n"
    )
    assert [fact.section for fact in read_sheet(text).facts] == ["", "下一步", "下一步"]


def test_days_that_count_from_each_case_are_no_day_of_the_calendar() -> None:
    sheet = read_sheet(_HEAD_OF_SCHOOL + "要办的：\n1. 投诉7天内回话。\n2. 旧门7天内换完。")
    ends = [str(fact.by.end) if fact.by else "" for fact in sheet.facts]
    assert ends == ["None", "2026-09-11"]


def test_a_paper_that_somebody_has_not_sent_is_a_blank_and_no_problem() -> None:
    sheet = read_sheet(_HEAD_OF_SCHOOL + "问题：\n1. 门锁坏了3把。\n2. 跟车老师名单，七年级组没报来。")
    assert [blank.what for blank in sheet.blanks] == ["跟车老师名单"]
    assert [fact.text for fact in sheet.facts] == ["门锁坏了3把"]


def test_hours_given_one_by_one_are_one_task() -> None:
    sheet = read_sheet(
        _HEAD_OF_SCHOOL + "下一步：\n1. 东门错峰放学：七年级16:50，八年级17:00。\n2. 门锁换新。"
    )
    assert sheet.facts[0].text == "东门错峰放学：七年级16:50，八年级17:00"
    assert sheet.facts[0].topic == "东门错峰放学"


def test_a_wish_for_no_paper_words_forbids_no_word_of_papers() -> None:
    sheet = read_sheet(_HEAD_OF_SCHOOL + "校长的话：不念文件。")
    assert [(wish.kind, wish.words) for wish in sheet.intents] == [(IntentKind.TONE, ())]


def test_the_matter_of_a_sheet_does_not_tell_its_kind() -> None:
    sheet = read_sheet(
        "需求单\n会议：枫林乡卫生院医疗安全例会\n时间：2026年10月13日\n1. 家庭医生签约1.3万人。"
    )
    assert sheet.kind == "deployment"


def test_the_speaker_behind_the_label_of_a_task_is_named_in_full() -> None:
    sheet = read_sheet(
        "任务：12月3日下午2:30，云岭县总分馆制建设现场会，地点 白石镇文化站，副县长 温照庭讲话，8分钟。\n"
        "会序：县文旅局通报进度；温县长讲话。"
    )
    assert ("温照庭", ("副县长",)) == (sheet.speaker.name, sheet.speaker.posts)


def test_a_blank_behind_a_label_stands_for_its_sign() -> None:
    sheet = read_sheet("云岭县总分馆制建设现场会，地点 白石镇文化站，副县长温照庭讲话，8分钟。")
    assert sheet.meeting.venue is not None
    assert "白石镇文化站" == sheet.meeting.venue.value


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        ("连续两次暗访关着门的，取消当年补贴", FactType.CHECK),
        ("石桥村书屋三年没关过门", FactType.ACHIEVEMENT),
    ],
)
def test_words_of_money_or_of_not_do_not_hide_what_a_line_does(said: str, type_: FactType) -> None:
    assert [type_] == [fact.type for fact in read_sheet(f"书屋现场会\n情况：\n1、{said}。").facts]


def test_who_answers_for_all_has_a_duty_of_his_own_and_no_fund() -> None:
    sheet = read_sheet(
        "镇里排水会，2026年5月6日\n讲话：镇长 封远山\n资金：总投资800万，镇里出300万。\n"
        "责任：副镇长石兆林总负责，住建办牵头；北段由佟丽包。"
    )
    funds = [fact for fact in sheet.facts if fact.type is FactType.FUND]
    assert funds
    assert not any(fact.owners for fact in funds)
    assert any(fact.type is FactType.DUTY and "石兆林" in fact.text for fact in sheet.facts)


def test_a_label_in_front_of_who_leads_tells_the_duty_of_all() -> None:
    (duty,) = read_sheet("镇里排水会，2026年5月6日\n责任：教导处牵头，教科室配合").facts
    assert duty.type is FactType.DUTY
    assert (("教导处",), ("教科室",)) == (duty.owners, duty.partners)


def test_what_readers_say_is_asked_for_by_them() -> None:
    sheet = read("【读者意见】想多加插座；想要热水。")

    assert [("想多加插座", FactType.REQUEST), ("想要热水", FactType.REQUEST)] == [
        (fact.text, fact.type) for fact in sheet.facts
    ]


def test_a_deadline_is_held_against_the_day_of_the_meeting_not_against_today() -> None:
    head = "全县防汛工作会\n时间：10月20日\n讲话：县长王平，8分钟\n"
    tasks = "任务：\n1. 10月25日前修好泵站\n2. 10月15日前修好闸门\n"
    doubts = read_sheet(head + tasks, today=datetime.date(2026, 11, 26)).doubts

    assert ["10月15日前"] == [doubt.text for doubt in doubts if doubt.code == "past"]


@pytest.mark.parametrize(
    "lead", ["我手头能给你的数：", "情况给你捋一下：", "材料：", "我手里能用的东西", "能找到的数都在这儿："]
)
def test_a_heading_that_hands_over_the_material_tells_of_no_kind_of_fact(lead: str) -> None:
    sheet = read(f"{lead}\n——常住人口6.8万，老旧小区21个。\n——沿街食堂4家，车棚12处。\n——公园有6个。\n")

    assert {"situation"} == {fact.type.value for fact in sheet.facts}


def test_a_heading_of_a_kind_holds_even_where_it_hands_over() -> None:
    sheet = read("手头的承诺清单：\n——小区大门6月底前修好。\n——路灯装40盏。\n")

    assert {"promise"} == {fact.type.value for fact in sheet.facts}


@pytest.mark.parametrize(
    "words", ["不说数", "先不报数", "别写具体数字", "不报金额", "稿子里先不写", "咱不碰", "但也别写日子"]
)
def test_what_is_said_to_the_writer_is_no_fact(words: str) -> None:
    sheet = read(f"食堂办了4家，补助标准正在修订，{words}。\n")

    assert ["食堂办了4家"] == [fact.text for fact in sheet.facts]


@pytest.mark.parametrize("end", ["讲完散会，没人再讲了", "没有别人讲", "后面没有其他人讲话", "讲完就散会"])
def test_nobody_speaks_afterwards_where_nobody_is_said_to(end: str) -> None:
    sheet = read_sheet(f"{HEAD}议程：水利局先通报，两个乡发言，然后罗县长讲，{end}。\n")

    assert () == sheet.after


def test_what_a_level_did_is_not_avoided_with_its_name() -> None:
    sheet = read("交代：\n县里没到位的250万，不要在会上提")

    assert "县里" not in [word for intent in sheet.intents for word in intent.words]


def test_money_under_the_label_of_a_cause_is_part_of_the_cause() -> None:
    (fact,) = read("情况：\n原因：巡塘补助每人每月200元，一直拖到年底才发").facts

    assert ("cause", "巡塘补助每人每月200元，一直拖到年底才发") == (fact.type.value, fact.text)


def test_what_is_not_marked_is_no_word_to_the_writer() -> None:
    assert "没标记的，手术室不接" in [
        f.text for f in read_sheet("2026年4月10日，医务会\n要求：没标记的，手术室不接").facts
    ]


def test_each_of_a_line_of_causes_is_a_cause() -> None:
    sheet = read("毛病：报警器发下去没人教；烟道谁清谁出钱没说清；排查表是一晚上填的")

    assert ["cause"] * 3 == [fact.type.value for fact in sheet.facts]


@pytest.mark.parametrize(
    "line", ["整改（党委会4月2日定的）：", "要做的事（局党委4月2日研究）", "院务会定的(4月2日):"]
)
def test_a_decision_beside_a_heading_is_no_task(line: str) -> None:
    sheet = read(f"{line}\n1. 12个岗位5月15日前轮换，人事科\n2. 台账5月20日前建好，财务科\n")

    assert ["basis", "task", "task"] == [fact.type.value for fact in sheet.facts]


def test_what_a_figure_comes_to_by_a_day_is_part_of_the_task() -> None:
    assert all(fact.type.value == "task" for fact in read("12月10日前复测，合格率到92%").facts)


def test_what_stands_behind_a_day_alone_is_to_be_done_by_it() -> None:
    facts = read("6月30日前，授权不到位的23个事项授权到窗口。").facts
    assert [("task", "6月30日前，授权不到位的23个事项授权到窗口")] == [(f.type.value, f.text) for f in facts]


def test_some_of_whom_nothing_else_is_told_are_a_problem_whatever_stands_in_front() -> None:
    facts = read("1. 督查科每月抽查一次。\n2. 有的企业上报前先问乡里。").facts
    assert ["check", "problem"] == [fact.type.value for fact in facts]


def test_what_follows_for_those_who_are_found_again_is_a_check() -> None:
    (fact,) = read("1. 三次被拍到的，退回派驻单位。").facts
    assert fact.type.value == "check"


@pytest.mark.parametrize(
    "line",
    [
        "1—5月公共预算收入8.7亿元，下降4.2%",
        "三公经费1—5月支出612万元",
        "统一招标，节约资金340万元",
        "7个村的白条入账合计29万",
    ],
)
def test_money_that_came_in_was_spent_or_saved_is_given_to_nobody(line: str) -> None:
    assert "fund" not in {fact.type.value for fact in read(f"{line}。").facts}


def test_all_of_what_is_dealt_with_together_has_no_owner() -> None:
    assert not any(fact.owners for fact in read("1. 任何人不得打招呼、收礼，查实一起处理一起。").facts)


@pytest.mark.parametrize(
    ("line", "type_"),
    [
        ("1. 同一个老人的信息要在6个系统里录6遍。", "problem"),
        ("1. 以后不搞突击，机关干部每周五下午包路段。", "task"),
        ("1. 老粮站社区：把乱停最凶的三条巷子分给住户认领，三个月没反弹。", "achievement"),
    ],
)
def test_burdens_new_ways_and_what_came_out_well_are_told_apart(line: str, type_: str) -> None:
    assert [type_] == [fact.type.value for fact in read(line).facts]


@pytest.mark.parametrize("line", ["1. 党建经费按规定列支，不在会上说数。", "1. 采购单位和型号不在会上讲。"])
def test_what_is_not_told_in_the_meeting_is_a_wish(line: str) -> None:
    assert not any("会上" in fact.text for fact in read(line).facts)


def test_where_somebody_sits_every_week_is_no_body() -> None:
    (fact,) = read("1. 收益贴在门口，物业经理每周六上午在门岗坐班，业主当面提。").facts
    assert () == fact.owners


def test_a_day_to_come_makes_a_task_of_what_nothing_else_tells() -> None:
    sheet = read("1. 全校46个班\n2. 去年获评先进\n3. 校运会10月22、23日，每个学生至少报一项\n")

    assert "task" == sheet.facts[-1].type.value


def test_who_comes_with_those_who_are_honoured_attends() -> None:
    sheet = read_sheet(
        "全市安全行车表彰大会\n2026年1月23日（周五）14:30，礼堂，受表彰的45人和家属、车队长。\n"
        "讲话：局长 罗向川，7分钟\n"
    )

    assert not sheet.facts


def test_what_befell_a_household_is_one_case() -> None:
    line = "大湾镇一户，男的查出重病，3个月没人上门，等孩子老师报上来才知道"
    assert [(FactType.CASE, line)] == [(fact.type, fact.text) for fact in read(f"{line}。").facts]


def test_where_one_has_to_go_is_no_name() -> None:
    (fact,) = read("问题：评残要跑医院，瘫在床上的去不了").facts
    assert fact.who == ""


def test_a_story_to_be_told_from_its_beginning_is_stressed() -> None:
    (wish, *_rest) = read("评残要跑医院。\n区长嘱咐：摔瘫那户从头讲，别提姓").intents
    assert (IntentKind.STRESS, ("摔瘫那户",)) == (wish.kind, wish.words)


def test_a_label_may_have_a_dash_behind_it() -> None:
    facts = read("原因——管理公司只收费不管；摊主不知道哪里能摆\n办法——上下学前后各守一小时").facts
    told = [(fact.type.value, fact.text) for fact in facts]
    assert told == [
        ("cause", "管理公司只收费不管"),
        ("cause", "摊主不知道哪里能摆"),
        ("task", "上下学前后各守一小时"),
    ]


def test_what_is_told_of_next_year_is_to_be_done() -> None:
    facts = read("明年：急救培训2000人；志愿者保险1月1日起人人有。").facts
    assert {FactType.TASK} == {fact.type for fact in facts}


def test_a_paper_is_handed_in_by_the_body_behind_it() -> None:
    (task,) = read("要做的：方案体育组8月31日前交").facts

    assert ("体育组",) == task.owners


def test_the_name_of_the_speaker_may_stand_in_a_remark() -> None:
    sheet = read_sheet(
        "2026年7月23日（周四）下午4点，街道物业推进会，夏主任讲，8分钟。\n夏主任就是街道办事处主任夏静波，说话直。\n"
    )

    assert "夏静波" == sheet.speaker.name


def test_a_label_that_tells_that_something_is_not_so_is_part_of_the_fact() -> None:
    assert ["群众说短信看不懂：“橙色是多大”"] == [
        f.text for f in read("五、群众说短信看不懂：“橙色是多大”。").facts
    ]


def test_what_stands_behind_a_bracket_to_the_writer_opens_with_no_sign() -> None:
    text = "要做：融雪剂储备800（没写吨还是袋）、防滑料1500方，11月底前堆到垭口。"

    assert [f.text for f in read(text).facts][-1] == "防滑料1500方，11月底前堆到垭口"


def test_what_somebody_did_is_told_with_who_he_is_in_the_sentence_in_front() -> None:
    [fact] = read(
        "许大川，外卖骑手，31岁。5月3日路过清水桥，看见孩子落水，没脱鞋就跳下去，托起来两个。"
    ).facts

    assert (FactType.CASE, "许大川") == (fact.type, fact.text[:3])


def test_that_nobody_is_to_be_praised_praises_nobody() -> None:
    kinds = [intent.kind.value for intent in read("领导说：教训要讲；领导不表扬自己。").intents]

    assert "praise" not in kinds


def test_what_stands_behind_the_name_of_the_speaker_is_what_he_wants() -> None:
    sheet = read_sheet(
        "清河镇青年座谈会，2026年5月4日，镇党委书记 萧知远讲，8分钟。\n底数：干部41人，去年走了6个。\n"
        "萧书记：像聊天，别摆架子；走了6个这事自己认。\n书记：嗓门放慢，老人都爱听实的。"
    )

    assert not any(
        "架子" in fact.text or "自己认" in fact.text or "嗓门" in fact.text for fact in sheet.facts
    )


def test_headings_with_heavenly_stems_and_blanks_are_no_part_of_what_is_said() -> None:
    facts = read(
        "甲 去年\n· 选厂智能改造，一年省人41个。\n乙 不好\n· 技术工人流失87人。\n丁 钱：今年安全费用5.8亿元。"
    ).facts

    assert ["选厂智能改造，一年省人41个", "技术工人流失87人", "今年安全费用5.8亿元"] == [
        f.text for f in facts
    ]
    assert ["achievement", "problem", "fund"] == [f.type.value for f in facts]


def test_chinese_numerals_in_brackets_within_a_line_are_no_part_of_what_is_said() -> None:
    facts = read(
        "二、病\n（五）签合同只管签，不管收；（六）备料怕缺，多备了不用；（十一）预算改来改去。"
    ).facts

    assert ["签合同只管签，不管收", "备料怕缺，多备了不用", "预算改来改去"] == [f.text for f in facts]


def test_what_came_out_for_all_of_them_is_no_task() -> None:
    facts = read("6月2日凌晨山体垮坡，监测员提前40分钟敲锣喊人，3户11人全部跑出来。").facts

    assert FactType.TASK not in {fact.type for fact in facts}


@pytest.mark.parametrize("look", ["县防火办隔天抽10个卡口", "县安委办5月下旬抽200户，入户看"])
def test_so_many_looked_at_now_and_then_are_a_check(look: str) -> None:
    assert [fact.type for fact in read(f"{look}。").facts] == [FactType.CHECK]


def test_so_many_that_were_looked_at_are_no_check_to_come() -> None:
    assert FactType.CHECK not in {fact.type for fact in read("交底记录抽30份，9份是代签的。").facts}


def test_what_was_never_checked_is_a_problem() -> None:
    assert [fact.type for fact in read("临时搭的浮桥没验收。").facts] == [FactType.PROBLEM]


def test_what_somebody_is_to_build_this_year_is_a_task_of_his() -> None:
    (fact,) = read("断头路今年修2条，钱220万，交通局干。").facts

    assert (fact.type, fact.owners) == (FactType.TASK, ("交通局",))


def test_who_builds_what_is_done_by_a_day_is_told_with_it() -> None:
    (fact,) = read("看台搭建由兴业公司干，14日完工。").facts

    assert (fact.type, fact.owners) == (FactType.TASK, ("兴业公司",))


def test_what_people_complain_of_as_unclear_is_no_open_question() -> None:
    sheet = read("去年收购反映三件事：排队最长一宿；扣杂没说清；有两户条子没当天结。")

    assert () == sheet.blanks
    assert "扣杂没说清" in [fact.text for fact in sheet.facts]


def test_a_numeral_and_a_blank_at_the_front_of_a_line_number_it() -> None:
    facts = read("一 三月巡检漏检330点，漏得最多的是除尘站。\n二 3月22日风机温度没人记录。").facts

    assert ["三月巡检漏检330点，漏得最多的是除尘站", "3月22日风机温度没人记录"] == [f.text for f in facts]


def test_who_had_nothing_to_do_again_is_no_sanction() -> None:
    (fact,) = read("磨工师傅姜百顺连续14个月零返工。").facts

    assert "achievement" == fact.type.value


def test_so_many_hours_that_something_lasted_are_no_progress() -> None:
    (fact,) = read("发现2号风机轴承温度78度，上一班实际已高了三个小时。").facts

    assert "problem" == fact.type.value


def test_householders_and_stallholders_in_the_head_attend() -> None:
    sheet = read_sheet(
        "老街餐饮食品安全约谈会\n2026年4月28日（周二）下午，区市场监管局二楼，老街餐饮户112家、夜市摊主60户\n"
        "讲话：区市场监管局局长 苗若竹，7分钟\n"
    )

    assert not sheet.facts


def test_money_that_is_hard_earned_is_no_thanks() -> None:
    wishes = read("局长说：老板们挣个辛苦钱").intents

    assert IntentKind.THANKS not in {wish.kind for wish in wishes}


def test_what_fell_is_told_behind_the_time_from_which_it_did() -> None:
    facts = read("1. 城南市场改造后，投诉从上年同期46件降到9件；做法是摊主自己推“排长”。\n").facts

    assert ["城南市场改造后，投诉从上年同期46件降到9件", "做法是摊主自己推“排长”"] == [f.text for f in facts]
    assert {"achievement"} == {fact.type for fact in facts}


def test_where_one_looks_is_no_owner() -> None:
    assert "专看早市" not in read("县政府督查室10月下旬复查，专看早市。\n").facts[0].owners


def test_what_people_are_to_say_in_quotes_is_no_thanks() -> None:
    assert "thanks" != read("1. ICU的办法：交班先洗手，提醒了要回一句“谢谢”。\n").facts[0].type


@pytest.mark.parametrize(
    ("wish", "kind", "words"),
    [
        ("替摊主说两句话，他们起早贪黑不容易", "address", "摊主"),
        ("ICU要夸，夸那句“谢谢”", "praise", "ICU"),
    ],
)
def test_for_whom_a_word_is_said_is_named_without_it(wish: str, kind: str, words: str) -> None:
    intents = read(f"领导交代：{wish}。\n").intents

    assert {(kind, (words,))} == {(intent.kind, intent.words) for intent in intents}


def test_a_ban_on_a_word_behind_a_target_is_a_wish() -> None:
    sheet = read("要干的：\n1. 6月30日前依从率到80%，不说“力争”。\n")

    assert ["6月30日前依从率到80%"] == [fact.text for fact in sheet.facts]
    assert [("hard", ("力争",))] == [(intent.kind, intent.words) for intent in sheet.intents]


def test_what_a_thing_is_to_be_called_is_open_beside_the_thing() -> None:
    sheet = read("1. 旧物房7月31日前腾出来。\n2. 9月初请居民来打分。\n3. 旧物房的牌子统一叫什么名还没定。\n")

    assert [("牌子名称", ("f1",))] == [(blank.what, blank.about) for blank in sheet.blanks]


def test_where_waste_is_thrown_is_no_showing_of_a_film() -> None:
    sheet = read_sheet(
        "望春街道垃圾分类推进会，2026年7月21日下午，给主任 周敏 写讲话，8分钟。\n"
        "先看梧桐里社区的投放点录像，然后物业代表发言，最后周主任讲。\n投放点214个。\n"
    )

    assert not any(step.does.startswith("放点") for step in sheet.before)
