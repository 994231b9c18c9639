"""A row of a list tells one matter under its heading, and an incident is told whole."""

from __future__ import annotations

import pytest

from drafter.facts import FactType, Sheet, read_sheet
from drafter.facts.cut.line_ends import with_names_told

from .test_reading import read


def facts_below(heading: str, *rows: str) -> list[tuple[str, str]]:
    """Return type and text of the facts of rows below a heading."""
    sheet = read("\n".join([f"【{heading}】", *(f"{n}. {row}" for n, row in enumerate(rows, 1))]))
    return [(fact.type.value, fact.text) for fact in sheet.facts]


@pytest.mark.parametrize(
    "row",
    [
        "3月底督查31家，发现问题112条，到现在还有29条没改",
        "去年配的75台检测仪，抽看20家，有13家没拆封",
        "近三年走了11名骨干，同期进来6名",
        "直播搞了6场，只卖出去88斤",
        "反光背心发了412件，路上看见穿的不到一半",
    ],
)
def test_a_row_below_a_heading_of_problems_is_one_problem(row: str) -> None:
    assert [("problem", row)] == facts_below("存在问题", row)


@pytest.mark.parametrize(
    "row",
    [
        "没改完的29条，7月15日前全部销号",
        "新增充电端口2600个，2026年10月31日前装完",
        "剩余隐患逐栋建账，谁的账谁销",
        "村口松柴11月20日前逐户查一遍，东坡、西坡两村先查",
        "涨水时桥头拉链子，桥头村和护河员值守",
    ],
)
def test_a_row_below_a_heading_of_tasks_is_one_task(row: str) -> None:
    assert [("task", row)] == facts_below("下一步要求", row)


def test_what_is_fined_below_a_heading_of_tasks_stays_a_check() -> None:
    row = "全员重考规程，5月15日前考完，查出代考的，当月奖金全扣"
    assert ["task", "check"] == [type_ for type_, _text in facts_below("要求", row)]


@pytest.mark.parametrize(
    ("row", "type_"),
    [
        ("跌倒21例，其中造成骨折2例", FactType.PROBLEM),
        ("疫点乡镇由5个增到7个", FactType.PROBLEM),
        ("病死树9130株，比去年同期多5210株", FactType.PROBLEM),
        ("今年新招工人212人，其中签了协议的只有96人", FactType.PROBLEM),
        ("上半年处置初起火情9起", FactType.ACHIEVEMENT),
        ("全区设有11个服务中心、64个网点", FactType.SITUATION),
        ("安全生产天数从412天归零", FactType.PROBLEM),
        ("补助每月800元，三季度还没发", FactType.PROBLEM),
        ("家庭医生签约1.5万人，真正随访到的不到六成", FactType.PROBLEM),
        ("近视率43.6%，上学期41.2%", FactType.PROBLEM),
        ("今年新增不良1.9亿元，两个支行占了六成", FactType.PROBLEM),
        ("医生19人，本科以上的5人，去年考走3个", FactType.PROBLEM),
        ("2006年建区，只有5个人、1条木船", FactType.SITUATION),
        ("水库1974年建成，库容1860万立方米", FactType.SITUATION),
        ("工程总投资1.24亿元，中央8600万元，其余县里筹", FactType.FUND),
        ("执行到位金额3.9亿元", FactType.SITUATION),
    ],
)
def test_harm_and_the_growth_of_what_is_bad_are_problems(row: str, type_: FactType) -> None:
    assert (type_.value, row) == facts_below("基本情况", row)[-1]


@pytest.mark.parametrize(
    "row",
    [
        "5月23日夜里，一名老年病人自行下床，摔倒后髋部骨折。当晚一名护士管38张床。事后调整了排班",
        "4月19日，一名木工从6米高处坠落，送医后不治。护栏是前一天拆的，拆完没装回去",
        "9月8日器械护士发现铺巾铺错，叫停，没有造成伤害。核查表是提前签好的，主刀没到就签了",
        "上学期末放学，一个孩子冲到马路上，被电动车带倒，胳膊骨折。门口停了两排车，保安看不见",
        "8月11日三层配电间冒烟，宿管断了电，没烧起来，损失一台空调",
    ],
)
def test_an_incident_is_told_whole_as_a_problem(row: str) -> None:
    assert [("problem", row)] == facts_below("情况", row)


def test_an_incident_ends_at_the_next_day_and_at_what_is_to_be_done() -> None:
    rows = "5月2日一名工人摔伤，送医。5月9日又有一人被砸伤。6月10日前护栏全部装好"
    assert 3 == len(facts_below("情况", rows))


@pytest.mark.parametrize(
    ("row", "owners"),
    [
        ("监测每周一次，结果贴墙上，区疾控、各中心", ("区疾控", "各中心")),
        ("楼道停车12月10日前清零，社区、物业", ("社区", "物业")),
        ("合作社牌子8月前注册下来，理事会廖会长、驻村干部", ("理事会廖会长", "驻村干部")),
        ("联锁旁路8月20日前锁死——仪表部", ("仪表部",)),
        ("民宿消防8月前逐家过一遍，派出所、安监科", ("派出所", "安监科")),
        ("每天一个电话，社工站排班", ()),
    ],
)
def test_who_is_named_bare_owns_the_task(row: str, owners: tuple[str, ...]) -> None:
    sheet = read(f"【要求】\n1. {row}")
    assert owners == sheet.facts[0].owners


def test_who_stands_bare_behind_the_leader_helps_him() -> None:
    fact = read("【要求】\n1. 选出2个品种，育种室主任柯南屏牵头，加工室、装备室").facts[0]
    assert ("加工室", "装备室") == fact.partners


def test_what_is_open_of_a_matter_takes_the_matter_with_it() -> None:
    sheet = read("【要求】\n1. 年底等级复审，时间还没通知\n2. 护栏8月底前装好")
    assert ["护栏8月底前装好"] == [fact.text for fact in sheet.facts]
    assert [("等级复审时间", "年底等级复审，时间还没通知")] == [(b.what, b.text) for b in sheet.blanks]


def test_the_number_of_an_item_is_no_part_of_its_figure() -> None:
    sheet = read("要求：\n1.楼道7月10日前清空\n2.23栋水泵7月25日前修好")
    assert "23栋水泵7月25日前修好" == sheet.facts[1].text


def head(*lines: str) -> Sheet:
    return read_sheet("\n".join(["岚溪镇安全工作会议", "2026年7月3日上午9点", *lines]))


def test_what_is_seen_before_the_meeting_is_a_visit() -> None:
    sheet = head("讲话：镇长 卞洪江，10分钟", "会前：先到警示墙看10分钟", "议程：安监站通报；卞镇长讲话")
    assert ["先到警示墙看10分钟"] == [visit.text for visit in sheet.meeting.visits]


def test_what_is_seen_after_the_meeting_is_a_step_behind_the_speech() -> None:
    sheet = head("讲话：镇长 卞洪江，10分钟", "参加：村支书；会后到仓库看新装备")
    assert [("", "到仓库看新装备")] == [(step.who, step.does) for step in sheet.after]


def test_a_step_names_whoever_has_a_post_and_a_name() -> None:
    sheet = head("讲话：镇长 卞洪江，10分钟", "议程：退休研究员 桂永年 回忆建站；卞镇长讲话")
    assert [("退休研究员 桂永年", "回忆建站")] == [(step.who, step.does) for step in sheet.before]


def test_the_bracket_behind_a_surname_tells_the_whole_name() -> None:
    speaker = head("邓书记（邓步云，梨花溪村党总支书记）讲10来分钟").speaker
    assert ("邓步云", ("梨花溪村党总支书记",)) == (speaker.name, speaker.posts)


def test_who_is_named_bare_is_told_with_what_he_does() -> None:
    told = with_names_told("呼叫铃10月底前修好，护理部、后勤科", ("护理部", "后勤科"), ())
    assert "呼叫铃10月底前修好，由护理部、后勤科负责" == told


def test_rows_may_open_with_a_number_and_a_blank() -> None:
    sheet = read("要求：\n1 4个空村10月底前派人\n2 家庭医生8月底前签完")
    assert ["4个空村10月底前派人", "家庭医生8月底前签完"] == [fact.text for fact in sheet.facts]


def test_rows_may_open_with_a_numeral_and_a_blank() -> None:
    sheet = read("要求：\n一 三月的账补齐，5月10日前\n二 3号炉8月底前修好")
    assert ["三月的账补齐，5月10日前", "3号炉8月底前修好"] == [fact.text for fact in sheet.facts]


def test_the_number_of_a_row_is_no_part_of_the_number_of_a_house() -> None:
    sheet = read("要求：\n1 3号楼电梯6月25日前修好\n2 5号楼屋顶7月20日前做防水")
    assert ["3号楼电梯6月25日前修好", "5号楼屋顶7月20日前做防水"] == [fact.text for fact in sheet.facts]


def test_the_reason_for_a_wish_is_no_fact() -> None:
    assert () == read("领导交代：\n司机才来三个月，别点；讲短些").facts


def test_the_days_of_a_task_count_from_the_day_in_front() -> None:
    assert read("要求：\n1. 二模5月8日，阅卷3天内出成绩").facts[0].by is None


def test_people_and_ratios_lack_no_unit() -> None:
    assert () == read("情况：\n1. 一人看过的病人有23万多\n2. 师生比1比222").blanks


def test_whom_a_sanction_meets_is_told_with_it() -> None:
    row = "查寝弄虚作假的，系里年度考核降一档"
    assert [("check", row)] == facts_below("要求", row)


def test_owners_named_last_own_the_task_in_front_of_the_money() -> None:
    task = read("要求：\n1. 雨污阀加报警，11月底装上，预算26万，工程部").facts[0]
    assert (FactType.TASK, ("工程部",)) == (task.type, task.owners)


@pytest.mark.parametrize(
    "row",
    [
        "同一个乡镇再着3个以上，书记、乡镇长到县委常委会说明",
        "谁再收，所在局局长来市局说明",
        "再查到补记的，校长到教体局说清楚",
        "连续两个月垫底的乡镇，在县政府常务会上作检讨",
    ],
)
def test_whom_a_sanction_will_meet_and_what_it_is_are_one_check(row: str) -> None:
    assert [("check", row)] == facts_below("要办的", row)


@pytest.mark.parametrize(
    ("row", "type_"),
    [
        ("夜班每人每月7.5个，最多的11个", "situation"),
        ("实验小学每周让家长进后厨，一学期来了210人次", "achievement"),
        ("机电部每周跟学生通一次电话，离岗学生为零", "achievement"),
        ("数学组集体备课坚持得好，每周一起磨课，平均分比上学期高3.2分", "achievement"),
        ("责任险全部买了", "achievement"),
        ("添两台血栓泵和标本冷藏柜47万", "fund"),
        ("买推车和血液加温仪29万", "fund"),
        ("7月消防检查，三楼安全出口堆了教具，已经清了", "problem"),
        ("宁河县把村医编成一组，停药的一个没有", "achievement"),
        ("术后血栓3例，都没做风险评估", "problem"),
        ("二食堂窗口从6个加到9个，排队时间降到11分钟", "achievement"),
        ("急诊科一条没有，他们护士长每天下班前对一遍账", "achievement"),
        ("一名班主任在群里当众公布学生排名", "problem"),
        ("两个项目的原始记录是结题前集中补的", "problem"),
        ("成绩差的坐最后一排，一学期没换过座位", "problem"),
        ("协议还有58份没有签回来", "problem"),
        ("抽了26个治疗室，9个空瓶没换，5个还在用", "problem"),
        ("课后服务参加983人，只用来写作业", "problem"),
        ("推门听课36节，其中9节从头讲到尾", "problem"),
        ("3间实验室晚上11点还在做实验，老师不在场", "problem"),
        ("废液桶混装，暑假清出来1.7吨", "problem"),
        ("五一前走访41家，还有16家没有去", "progress"),
        ("每人带的学生不超过30人", "situation"),
        ("6月下旬教务处查一遍走访记录", "check"),
        ("上半年超限0次", "achievement"),
        ("雨季6月15到9月15", "situation"),
        ("期末考试7月1日至3日，7月6日放假，8月31日返校", "situation"),
        ("六家物业满意度最高91.2分，最低63.5分", "situation"),
        ("岗前培训考试不及格4个", "problem"),
        ("修车钱要1.8万，财政所说排到7月", "fund"),
        ("3个村欠电费12万", "problem"),
        ("失信被执行人还有3家，都是乡镇，合计417万", "situation"),
        ("俞同舟，修表的，收旧表按原价退，一块表退了三回", "case"),
    ],
)
def test_what_a_row_states_is_no_task_and_no_fault_of_its_neighbours(row: str, type_: str) -> None:
    rows = facts_below("情况", "值守点上没人，喇叭坏了3个", row)
    assert [(type_, row)] == rows[1:]


def test_whoever_stands_alone_behind_a_semicolon_does_the_task_in_front() -> None:
    sheet = read("【要求】\n1. 衬板3月7号装好，2号磨不装好不开；磨机车间\n2. 补考")
    assert ("磨机车间",) == sheet.facts[0].owners


def test_what_counts_the_thing_in_front_belongs_to_it() -> None:
    row = "卡住的主要是一楼不同意，103个楼门，还有10个是管线迁改"
    assert [row] == [text for _type, text in facts_below("数字", row)]


@pytest.mark.parametrize(
    ("heading", "row", "type_"),
    [
        ("部署", "瞒着不报的，年底绩效取消", "check"),
        ("数字", "三年没着过火", "achievement"),
    ],
)
def test_a_row_is_what_its_heading_and_its_grammar_say(heading: str, row: str, type_: str) -> None:
    assert type_ in [told for told, _text in facts_below(heading, row)]
