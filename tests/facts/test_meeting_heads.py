"""When a meeting is, how long the speech is and in which order all act, however the sheet puts it."""

from __future__ import annotations

import datetime

import pytest

from drafter.facts import FactType, Sheet, read_sheet


def read(*lines: str) -> Sheet:
    return read_sheet("\n".join(lines))


@pytest.mark.parametrize("called", ["开工仪式", "奠基仪式", "表彰大会", "调度会", "约谈", "见面会", "工作会"])
def test_the_day_is_read_whatever_the_meeting_is_called(called: str) -> None:
    sheet = read(
        f"某县阀门产业园{called}",
        "一、基本信息",
        "2026年5月18日（周一）上午10:08，纬六路项目现场，露天。部门、企业代表约300人。",
        "讲话：县长 罗向川，6分钟。",
    )

    assert sheet.meeting.date is not None
    assert datetime.date(2026, 5, 18) == sheet.meeting.date.start


@pytest.mark.parametrize(
    "line",
    [
        "看警示片约25分钟，纪委通报案件，两家公司发言，然后副县长 罗向川 讲，10分钟。",
        "先放25分钟警示片；副县长 罗向川 讲10分钟。",
        "三家单位发言，每家5分钟，副县长 罗向川 讲话，10分钟。",
        "住建局汇报8分钟，公司表态，副县长 罗向川 讲话10分钟。",
    ],
)
def test_minutes_are_those_of_the_speaker(line: str) -> None:
    sheet = read("某县国企系统警示教育会", "2026年6月30日（周二）上午9点，县礼堂", line)

    assert 10 == sheet.speaker.minutes


@pytest.mark.parametrize(
    ("line", "day", "clock"),
    [
        ("2026年9月3日……不对，是9月4日上午9:00，县礼堂", 4, "09:00"),
        ("2026年9月3日下午2:30（改到9月4日下午3:00），县礼堂", 4, "15:00"),
        ("2026年9月3日上午9:00，县礼堂", 3, "09:00"),
    ],
)
def test_a_day_taken_back_is_not_that_of_the_meeting(line: str, day: int, clock: str) -> None:
    meeting = read("某县秋季开学工作会", line, "讲话：县长 罗向川，6分钟").meeting

    assert meeting.date is not None
    assert meeting.time is not None
    assert (datetime.date(2026, 9, day), clock) == (meeting.date.start, meeting.time.clock)


def test_the_name_of_a_meeting_holds_that_stands_behind_a_correction() -> None:
    sheet = read(
        "小陈，下面是明天（2026年1月20日周二）教师节……不对，是全区2025年度教育工作表彰会的东西，"
        "上午10点，区剧场。讲话是区教育局局长 栾书文，讲9分钟。"
    )

    assert sheet.meeting.name is not None
    assert "全区2025年度教育工作表彰会" == sheet.meeting.name.value


@pytest.mark.parametrize(
    "line",
    [
        "【安排】村书记先讲水渠的事，镇农业办讲补贴政策，罗镇长讲话，最后举手表决。",
        "安排：村书记先讲水渠的事，镇农业办讲补贴政策，罗镇长讲话，最后举手表决。",
    ],
)
def test_an_agenda_is_known_by_what_it_says(line: str) -> None:
    sheet = read("2026年10月13日晚7:30，某村村民代表会议，村部大院。镇长 罗晓棠 讲话，8分钟。", line)

    assert [("村书记", "讲水渠的事"), ("镇农业办", "讲补贴政策")] == [(s.who, s.does) for s in sheet.before]
    assert ["表决" in s.does for s in sheet.after] == [True]
    assert () == sheet.facts


def test_a_run_of_steps_without_any_lead_is_an_agenda() -> None:
    sheet = read(
        "某厂三季度生产工作会",
        "2026年10月9日13:30，三号车间会议区。生产部报三季度情况，质量部通报客诉，硫化车间发言，"
        "总经理讲话，工会主席宣布竞赛结果（不归总经理讲）。",
        "讲话：总经理 单国栋 11分钟",
    )

    assert ["生产部", "质量部", "硫化车间"] == [step.who for step in sheet.before]
    assert ["工会主席"] == [step.who for step in sheet.after]


def test_who_has_spoken_spoke_before() -> None:
    sheet = read(
        "某县警示教育会",
        "2026年6月30日上午9点，县礼堂",
        "纪委通报3起案件，两家公司发言，然后副县长 罗向川 讲，10分钟。县纪委书记前面讲过了，执纪的话他讲",
    )

    assert ("县纪委书记", "讲话") in [(step.who, step.does) for step in sheet.before]
    assert () == sheet.after


def test_who_speaks_from_afar_is_who_is_away() -> None:
    sheet = read(
        "暴雪应急调度会",
        "2026年1月25日 20:00 市应急指挥中心",
        "副市长 楚江澜 讲 6分钟",
        "前面气象台、交通报情况，楚市长讲，讲完各县区自己布置，市长在外地，视频上最后说两句",
    )

    assert ["市长"] == [step.who for step in sheet.after]


def test_nobody_follows_where_the_meeting_ends() -> None:
    sheet = read(
        "全区教育工作表彰会，2026年1月20日上午10点，区剧场。讲话是区教育局局长 栾书文，讲9分钟。"
        "前面副区长宣读表彰决定，颁奖，两位代表发言，栾局长讲完会就结束。"
    )

    assert () == sheet.after


def test_the_day_of_a_story_is_none_of_the_meeting() -> None:
    sheet = read(
        "全县防汛动员会", "5月21日（2027年）上午，县委书记 闻人达 讲", "去年7月11号那场雨，6小时下了218毫米"
    )
    assert "去年7月11号那场雨" in sheet.facts[0].text


def test_those_honoured_are_no_audience() -> None:
    sheet = read(
        "全区教育工作表彰会，2026年1月20日上午10点，区剧场。讲话是区教育局局长 栾书文，讲9分钟。",
        "这回表彰先进学校12所，优秀教师168人，优秀班主任60人，另外有支教教师9人单列表彰。",
    )

    assert () == sheet.meeting.attendance
    assert {FactType.AWARD} == {fact.type for fact in sheet.facts}


HEAD = ("某县国企系统警示教育会", "2026年6月30日（周二）上午9点，县礼堂", "讲话：副县长 罗向川，10分钟")


@pytest.mark.parametrize(
    ("line", "type_"),
    [
        ("1. 今年小麦收完亩均860斤，比去年多40斤。", FactType.SITUATION),
        ("1. 今晚到27号早上，全市大部15到25毫米，最低零下16度。", FactType.SITUATION),
        ("1. 处分19人，移送司法4人。", FactType.CASE),
        ("1. 过渡安置费已经发到5月。", FactType.ACHIEVEMENT),
    ],
)
def test_what_lies_behind_or_is_only_forecast_is_no_task(line: str, type_: FactType) -> None:
    assert type_ == read(*HEAD, "二、情况", line).facts[0].type


def test_a_sentence_within_a_paragraph_is_no_heading() -> None:
    facts = read(*HEAD, "二、情况", "客诉19起，退货1.2万件。原因是首件没检就开了机。").facts

    assert "原因是首件没检就开了机" in [fact.text for fact in facts]


def test_a_wish_below_the_heading_of_wishes_is_no_heading() -> None:
    wishes = ("不点通报的另外两个人", "不讲形势大局那些", "对老老实实干事的要撑一句腰")
    sheet = read(*HEAD, "罗县长的意思：", *wishes)

    assert 3 == len(sheet.intents)
    assert () == sheet.facts


def test_who_has_not_done_it_is_to_do_it_by_a_day() -> None:
    sheet = read(*HEAD, "要做：", "家属经商 没报的 7月10日前补报")

    assert [FactType.TASK] == [fact.type for fact in sheet.facts]
    assert () == sheet.blanks


def test_a_body_alone_in_a_sentence_is_whose_the_fact_before_is() -> None:
    facts = read(*HEAD, "二、情况", "客诉19起，退货1.2万件。原因是首件没检就开了机。硫化车间。").facts

    assert ("硫化车间", FactType.CAUSE) == (facts[-1].who, facts[-1].type)


def test_what_the_writer_may_use_is_a_wish() -> None:
    sheet = read(*HEAD, "可以说到的人：红枫小学的崔素英，带教带了26年。这三个都核过了，可以点名。")

    assert ["这三个都核过了，可以点名"] == [intent.text for intent in sheet.intents]


def test_which_matters_weigh_most_is_a_wish() -> None:
    sheet = read(*HEAD, "罗县长的意思：短、快；主干道除雪、老人、旅客三件最要紧；不说“硬仗”")

    assert () == sheet.facts


def test_what_goes_on_with_a_past_deed_is_one() -> None:
    facts = read(*HEAD, "底数：去年培训1.1万人次，新建实训基地2个。").facts

    assert FactType.TASK not in {fact.type for fact in facts}


def test_a_talk_has_its_speaker() -> None:
    sheet = read(
        "某县卫生院院长约谈",
        "2026年8月12日（周三）15:30，县卫健局三楼",
        "县卫健局局长 贺南星 谈，8分钟。先由县医保局通报检查结果，大坪、石桥两家卫生院说明情况，贺局长谈，"
        "驻局纪检组长最后提要求。县疾控中心已经讲过疫苗的事",
    )

    assert ("贺南星", 8) == (sheet.speaker.name, sheet.speaker.minutes)
    assert ["驻局纪检组长"] == [step.who for step in sheet.after]
    assert ("县疾控中心", "讲疫苗的事") in [(step.who, step.does) for step in sheet.before]


def test_a_meeting_may_be_called_by_what_is_done_at_it() -> None:
    sheet = read("梅河口灌区冬修调度", "时间：2026年11月20日下午2:00改到3:30", "讲话人：局长 冉素秋 10分钟")

    assert sheet.meeting.name is not None
    assert sheet.meeting.time is not None
    assert ("梅河口灌区冬修调度", "15:30") == (sheet.meeting.name.value, sheet.meeting.time.clock)


def test_a_place_stands_behind_the_hour_in_the_bracket_of_the_name() -> None:
    sheet = read(
        "【会议】白石区加装电梯推进大会（3月26日 周四 下午2:30 区政府二楼报告厅，2026年）",
        "【讲话】区委常委、副区长 南宫澈 讲 9分钟",
        "【次序】区住建局通报进展；电梯公司表态；南宫副区长讲；区长已经在上午的会上讲过安全了",
    )

    assert sheet.meeting.venue is not None
    assert "区政府二楼报告厅" == sheet.meeting.venue.text
    assert ("区长", "讲安全") in [(step.who, step.does) for step in sheet.before]


def test_safety_first_ranks_nobody() -> None:
    facts = read(*HEAD, "三、要求", "施工单位：安全第一，工地出入口避开光明小学；").facts

    assert {FactType.TASK} == {fact.type for fact in facts}


def test_who_is_handed_a_letter_is_honoured() -> None:
    facts = read(*HEAD, "底数：表彰技术能手46名；另外给9名农民工技师发聘书。").facts

    assert {FactType.AWARD} == {fact.type for fact in facts}


def test_for_whom_one_writes_is_no_step_and_has_his_name() -> None:
    sheet = read_sheet(
        "下周二2026年11月10号，区住建局警示教育大会，要给局长万启明写个讲话，大概12分钟。"
        "前面先放片子，再由局机关纪委书记通报两个案子，通报完了万局长讲。\n问题：材料味重\n"
    )
    assert "万启明" == sheet.speaker.name
    assert ["", "局机关纪委书记"] == [step.who for step in sheet.before]
    assert () == tuple(sheet.after)


@pytest.mark.parametrize(
    "order", ["给镇党委书记 宓国栋 写表彰会讲话，8分钟", "镇党委书记 宓国栋 在全镇表彰会上讲，8分钟"]
)
def test_what_the_order_of_the_text_calls_a_meeting_is_not_its_name(order: str) -> None:
    sheet = read_sheet(f"【任务】{order}\n【会议】榆树湾镇防汛救援表彰会，2026年9月22日下午2:30，镇文化站\n")

    assert sheet.meeting.name is not None
    assert sheet.meeting.name.value == "榆树湾镇防汛救援表彰会"
    assert sheet.speaker.name == "宓国栋"


def test_numbered_lines_of_a_head_have_blanks_for_the_signs_behind_their_labels() -> None:
    sheet = read(
        "金鼎矿业选矿厂 复产安全动员会 讲话要点",
        "1、时间 2026年3月2日 7:40 选厂食堂；参加：全厂三班职工310人",
        "2、讲话 厂长 车北辰 5分钟",
        "3、停产检修32天",
    )
    assert sheet.meeting.venue is not None
    assert ("车北辰", 5, "选厂食堂") == (sheet.speaker.name, sheet.speaker.minutes, sheet.meeting.venue.value)
    assert ["停产检修32天"] == [fact.text for fact in sheet.facts]


def test_the_venue_stands_behind_the_hour() -> None:
    sheet = read("石圪台煤业公司动员会", "时间地点：2026年7月2日 早班前 7:10 调度楼一层", "矿长 翟铁山 6分钟")
    assert sheet.meeting.venue is not None
    assert sheet.meeting.venue.value == "调度楼一层"


def test_an_activity_with_its_day_is_no_task() -> None:
    sheet = read("霁川市道德模范颁授仪式", "活动：2026年11月6日19：30，市大剧院；致辞人：市长 宗政禾")
    assert not sheet.facts
    assert sheet.meeting.venue is not None


def test_who_speaks_is_no_step_of_the_agenda() -> None:
    sheet = read(
        "澄溪县食品安全推进会,7月9号下午2:30,县教体局三楼会议室",
        "讲话的是副县长 邬敏之(分管教育),10分钟.会上市场监管局先通报检查,实验小学介绍经验.",
    )
    assert ["市场监管局", "实验小学"] == [step.who for step in sheet.before]
    assert sheet.speaker.name == "邬敏之"


def test_a_label_of_facts_ends_the_head() -> None:
    sheet = read(
        "2026年10月20日上午8:30 县医院护理质量提升会，报告厅，全院护士长42人。副院长 柏冬青 讲话，9分钟。",
        "三季度的情况：在岗护士486人，其中合同制271人",
    )
    assert "在岗护士486人" in sheet.facts[0].text


def test_a_speaker_called_by_surname_and_post_has_his_name_in_a_bracket() -> None:
    sheet = read(
        "写给：谭校长（谭若兰）　　临溪中学秋季开学教职工大会", "8月28日上午9:00　报告厅　全体教职工214人"
    )

    assert (sheet.speaker.name, sheet.speaker.posts) == ("谭若兰", ("校长",))
    assert sheet.meeting.venue is not None and sheet.meeting.venue.text == "报告厅"


def test_a_title_in_front_of_a_dash_names_the_meeting() -> None:
    sheet = read("青石公司大检修开工动员会讲话——给生产副总 贺建邦 写", "6月15号早上8点，中控楼前广场，6分钟")

    assert sheet.meeting.name is not None and sheet.meeting.name.value == "青石公司大检修开工动员会"
    assert (sheet.speaker.name, sheet.before) == ("贺建邦", ())


def test_an_order_below_a_label_of_wishes_names_the_meeting() -> None:
    sheet = read(
        "起草要求：给市农业农村局局长 段干岑 起草在全市农田质量整改会上的讲话，11分钟，2026年8月19日，局三楼",
        "一、底数",
        "项目38个",
    )
    assert sheet.meeting.name is not None
    assert ("全市农田质量整改会", "段干岑", 11) == (
        sheet.meeting.name.value,
        sheet.speaker.name,
        sheet.speaker.minutes,
    )


def test_the_order_told_in_a_sentence_is_the_agenda() -> None:
    sheet = read(
        "县长 濮阳廷 在全县供暖保障会上讲，10月13日下午4点，县政府二楼，12min。",
        "开会顺序是住建局说准备情况，供热公司表态，县长讲",
    )
    assert ["住建局", "供热公司"] == [step.who for step in sheet.before]
    assert sheet.speaker.minutes == 12


def test_the_year_beside_the_weekday_is_no_part_of_the_venue() -> None:
    sheet = read("白塔县人民医院假期运行会  9月27日(2026年,周日)17:00 门诊五楼", "院长 东郭敏 讲 8分钟")
    assert sheet.meeting.venue is not None
    assert sheet.meeting.venue.value == "门诊五楼"


def test_who_begins_at_a_request_acts_before_the_speech() -> None:
    sheet = read(
        "青岩镇三管动员会，2026年11月16日上午九点，镇长 上官牧 主讲，9分钟。",
        "先由林业站念一下去年火情，再由石梁村讲怎么看住坟头。镇党委书记最后作总结，纪律问题他讲。",
    )
    assert ["林业站", "石梁村"] == [step.who for step in sheet.before]
    assert ["镇党委书记"] == [step.who for step in sheet.after]


def test_firms_that_report_at_first_hand_attend_and_do_nothing() -> None:
    sheet = read_sheet(
        "统计动员会\n2026年3月17日9:00，局六楼会议室。局班子、各股室、联网直报企业统计员。\n1. 企业412家。\n"
    )
    assert ["局班子、各股室、联网直报企业统计员"] == [each.text for each in sheet.meeting.attendance]


def test_how_many_pupils_a_school_has_tells_nobody_who_attends() -> None:
    sheet = read_sheet(
        "暑期安排会\n2026年6月24日15:30，阶梯教室，全体教师96人\n1. 全校1520个学生，留守的212个\n"
    )
    assert ["全体教师96人"] == [words.value for words in sheet.meeting.attendance]


def test_a_meeting_that_is_only_pointed_at_is_called_by_its_matter() -> None:
    sheet = read(
        "小孟：下周四街道那个会，稿子归你，8分钟。",
        "2026年10月22日下午2:30。内容：沿街餐饮店整治。",
        "讲话：主任 骆文琴",
        "·全街道餐饮店426家。",
    )
    assert sheet.meeting.name is not None
    assert sheet.meeting.name.value == "沿街餐饮店整治会"


def test_the_name_in_full_goes_before_what_colleagues_call_the_meeting() -> None:
    sheet = read("老纪：5号警示教育会的稿，9分钟。", "禾川粮食储备公司党员警示教育会。2026年11月5日14:00。")
    assert sheet.meeting.name is not None
    assert sheet.meeting.name.value == "禾川粮食储备公司党员警示教育会"


def test_a_bracket_has_the_whole_name_of_a_meeting_that_is_pointed_at() -> None:
    sheet = read("【会】11号那个推进会（全称：丰宁县农村户厕整改推进会）", "【时】2026年11月11日15:00")
    assert sheet.meeting.name is not None
    assert sheet.meeting.name.value == "丰宁县农村户厕整改推进会"


def test_who_made_the_paper_and_when_is_neither_a_fact_nor_the_day_of_the_meeting() -> None:
    sheet = read(
        "某校教职工会", "材料单（校办 5月21日）", "2026年5月25日（周一）16:10，报告厅，全体教职工152人。"
    )
    assert sheet.meeting.date is not None
    assert datetime.date(2026, 5, 25) == sheet.meeting.date.start
    assert sheet.facts == ()


def test_who_does_not_come_is_no_step_behind_the_speech() -> None:
    sheet = read(
        "会议：街道整治会", "讲话：主任 骆文琴", "顺序：应急办放录像，然后骆主任讲。街道书记外出，不到会。"
    )
    assert sheet.after == ()
    assert ["街道书记外出，不到会"] == [words.text for words in sheet.meeting.absent]


def test_who_does_not_come_is_told_apart_from_those_who_attend() -> None:
    sheet = read("【会】全县改厕推进会", "【人】各乡镇长，约110人；县委书记出差不参加")
    assert ["县委书记出差不参加"] == [words.text for words in sheet.meeting.absent]


def test_whoever_sits_in_the_back_row_attends() -> None:
    sheet = read("街道整治会", "2026年10月22日14:30。到会的有网格长、执法队，还有30家饭店老板坐后排。")
    assert "还有30家饭店老板坐后排" in [words.text for words in sheet.meeting.attendance]


def test_what_one_has_in_hand_is_no_place() -> None:
    sheet = read(
        "一季度经营分析会", "2026年4月21日9:00在科技楼302开", "订单倒是不少，在手4.6亿元，逾期217单。"
    )
    assert any("在手4.6亿元" in fact.text for fact in sheet.facts)


def test_whoever_sits_in_without_a_vote_attends() -> None:
    sheet = read("集团职工代表大会", "2026年3月19日9:00，集团报告厅，正式代表156人，列席28人。")
    assert "列席28人" in [words.text for words in sheet.meeting.attendance]


def test_so_many_of_somebody_behind_others_who_come_attend() -> None:
    sheet = read(
        "全区保交房调度会",
        "2026年7月8日",
        "参加的有区住建、税务，6个项目的开发企业和总包，3家银行，外贸企业21家",
    )
    assert ["6个项目的开发企业和总包", "3家银行", "外贸企业21家"] == [
        words.text for words in sheet.meeting.attendance
    ][1:]


@pytest.mark.parametrize(
    "told", ["矿长 林书行，8分钟", "林书行（矿长），8分钟", "林书行，矿长，8分钟", "林书行矿长，8分钟"]
)
def test_a_name_that_ends_as_a_bank_does_is_a_name(told: str) -> None:
    sheet = read("安全例会", f"讲话：{told}")
    assert (sheet.speaker.name, sheet.speaker.posts) == ("林书行", ("矿长",))


def test_the_day_of_the_week_in_front_of_a_post_is_no_name() -> None:
    sheet = read("老段：周五分局长要在会上讲，7分钟。", "会：澄江分局调度会", "谁讲：分局长 钟行远")
    assert sheet.speaker.name == "钟行远"


@pytest.mark.parametrize("step", ["韦局讲", "韦局作讲话", "韦局讲话"])
def test_the_speaker_called_by_his_surname_is_no_step(step: str) -> None:
    sheet = read("井盖调度会", "讲话：管委会主任 韦少平", f"先后：市政处报进度，排水公司发言，{step}。")
    assert ["市政处", "排水公司"] == [each.who for each in (*sheet.before, *sheet.after)]


def test_the_employment_office_keeps_its_first_sign() -> None:
    sheet = read("实习工作会", "会序：就业办报去向；护理部谈一段；校长讲")
    assert sheet.before[0].who == "就业办"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("干：超期的7月20日前全办完。", FactType.TASK),
        ("谁：信访办牵头。", FactType.DUTY),
        ("根：材料每趟都说缺一样。", FactType.CAUSE),
        ("事：5月一位老人为低保跑了4趟镇里。", FactType.CASE),
    ],
)
def test_a_label_of_one_sign_is_a_heading(line: str, kind: FactType) -> None:
    (fact,) = read("信访推进会", "2026年7月6日8:30", line).facts
    assert (line[2:-1], kind) == (fact.text, fact.type)


def test_a_label_of_who_a_paper_is_for_leads_to_the_name() -> None:
    sheet = read("县教育局给县长拟稿：秋季新生资助工作部署会", "2026.8.21下午15:00", "县长 常木森 讲8分钟")
    assert sheet.meeting.name is not None
    assert sheet.meeting.name.value == "秋季新生资助工作部署会"


def test_what_is_asked_of_the_writer_tells_nobody_who_attends() -> None:
    sheet = read(
        "警示教育会的稿，归书记那份你写，9分钟。",
        "2026年11月5日14:00，三楼。到会：班子、科室，68人。",
        "讲话：书记 归正言",
        "1. 追回41.2万元。",
    )
    assert ["班子、科室", "68人"] == [words.text for words in sheet.meeting.attendance]


def test_an_evening_lesson_keeps_its_evening_in_the_name() -> None:
    sheet = read("翠屏中学晚自习安全教职工会", "11月9日16:20，阶梯教室", "讲话：校长 徐放之")
    assert sheet.meeting.name is not None
    assert sheet.meeting.name.value == "翠屏中学晚自习安全教职工会"


def test_bodies_and_so_many_of_them_on_the_line_of_the_day_attend() -> None:
    sheet = read(
        "青阳工务段防护作业安全会",
        "2026年3月18日（周三）14:00 段三楼 各线路工区、桥隧工区、轨道车班 88人",
        "段长 栾庆林 讲 8分钟",
        "1.管内线路312公里。",
    )

    assert ["各线路工区、桥隧工区、轨道车班 88人"] == [each.text for each in sheet.meeting.attendance]


def test_what_is_counted_below_the_name_and_the_day_ends_the_head() -> None:
    sheet = read(
        "临江大学2026级新生入学典礼 校长致辞素材",
        "9月8日 上午9:00 体育馆",
        "新生6102人，来自28个省。",
        "大三学生沈阿福，山里考来，在图书馆坐了一个冬天，第二年补考98分。",
    )
    assert sheet.facts[-1].text.startswith("大三学生沈阿福，山里考来，在图书馆坐了")
    assert all("图书馆" not in words.text for words in sheet.meeting.other)


def test_what_is_in_work_is_counted_and_no_place() -> None:
    sheet = read("某县科研管理会", "2026年6月30日（周二）上午9点，三楼会议室", "在研项目46个，省级以上19个")

    assert sheet.meeting.venue is not None
    assert "三楼会议室" == sheet.meeting.venue.value
    assert "在研项目46个" in sheet.facts[0].text


def test_a_list_of_those_who_come_is_told_by_how_its_parts_end() -> None:
    sheet = read(
        "南屏区卫生服务中心　签约服务推进会",
        "2026.11.5（周四）15:00，三楼多功能厅。中心领导、各科室、9个服务站站长、全体签约团队，共92人。",
        "讲话：中心主任 宁若谷，9分钟。",
    )

    assert [each.text for each in sheet.meeting.attendance] == [
        "中心领导、各科室、9个服务站站长、全体签约团队",
        "共92人",
    ]
    assert not sheet.facts
