"""Steps of the agenda: what is before and after the speech, and how the speaker looks back on it."""

from __future__ import annotations

import pytest

from drafter.facts.head.done import as_done
from drafter.facts.read import read_sheet

HEAD = "供水集团“百日保供水”动员大会\n时间：2026年7月6日8:00\n讲话人：董事长 尚砚田 10分钟\n"


def order(line: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Who does what before the speech and after it."""
    sheet = read_sheet(f"{HEAD}{line}\n问题：漏损率14.6%\n")
    return [(s.who, s.does) for s in sheet.before], [(s.who, s.does) for s in sheet.after]


@pytest.mark.parametrize(
    ("does", "done"),
    [
        ("通报", "作了通报"),
        ("依次汇报", "依次作了汇报"),
        ("检讨", "作了检讨"),
        ("宣誓", "进行了宣誓"),
        ("晒账单", "晒了账单"),
        ("谈体会", "谈了体会"),
        ("各讲一个案例", "各讲了一个案例"),
        ("各报两分钟", "作了汇报"),
        ("先报一下半年情况", "报了半年情况"),
        ("说说各自卡在哪", "说了各自卡在哪"),
        ("现场提问", "进行了现场提问"),
        ("复盘发言", "作了复盘发言"),
        ("提要求之后", "提了要求"),
        ("看完警示片", "看了警示片"),
        ("给10名护士颁奖", "给10名护士颁了奖"),
        ("各讲一个", "分别作了发言"),
        ("讲几句", "作了发言"),
        ("作了表态发言", "作了表态发言"),
        ("宣读了决定", "宣读了决定"),
        ("通报（6起）", "作了通报"),
        ("回应", "作了回应"),
        ("交钥匙", "交了钥匙"),
        ("布置", "作了布置"),
    ],
)
def test_a_step_is_told_as_done(does: str, done: str) -> None:
    assert done == as_done(does)


def test_what_was_told_as_done_stays_so() -> None:
    assert "依次作了汇报" == as_done(as_done("依次汇报"))


def test_before_and_after_on_one_line_are_two_steps() -> None:
    assert ([("乡包村干部", "讲补助政策")], [("", "现场登记出工")]) == order(
        "先：乡包村干部讲补助政策 后：现场登记出工"
    )


def test_what_is_labelled_as_after_the_speech_stays_behind_it() -> None:
    before, after = order("前面：法规股通报检查；青汀镇作检讨发言。后面：常务副县长讲话。")
    assert [("法规股", "通报检查"), ("青汀镇", "作检讨发言")] == before
    assert [("常务副县长", "讲话")] == after


def test_whoever_fills_in_forms_acts_by_what_he_does() -> None:
    assert ("社区填表人", "发言") in order("前面：共享科通报接口；社区填表人发言。后面：市长讲话。")[0]


def test_brackets_of_two_bodies_name_nobody() -> None:
    assert [("第二支部、第五支部", "交流")] == order(
        "会序：第二支部（归集支部）、第五支部（城西支部）交流→董事长讲"
    )[0]


def test_the_speech_may_be_led_in_by_then_it_is() -> None:
    assert [("运营部", "通报爆管情况")] == order("前面先由运营部通报爆管情况，再就是尚董事长讲。")[0]


def test_whoever_speaks_behind_a_label_of_after_speaks_after_the_speech() -> None:
    before, after = order("前面：农经站通报清理，杏花村介绍；后面：镇纪委书记讲")
    assert (["农经站", "杏花村"], [("镇纪委书记", "讲")]) == ([who for who, _does in before], after)


def test_a_recording_that_is_played_is_a_step() -> None:
    assert ("便民中心", "放3段通话录音") in order("先是便民中心念来件，再放3段通话录音；尚董事长讲。")[0]


def test_nothing_behind_after_is_no_step() -> None:
    assert ([("运营部", "通报爆管情况"), ("第三水厂", "发言")], []) == order(
        "前：运营部通报爆管情况，第三水厂发言　后：无"
    )


def test_what_is_read_out_has_no_actor() -> None:
    assert [("", "宣读表扬通报")] == order("议程：宣读表扬通报；董事长讲话")[0]


def test_what_is_asked_of_the_writer_is_no_step() -> None:
    assert [("水利局", "报旱情")] == order(
        "小葛：领导讲话再来一个。水利局先报旱情，供水公司讲管网，董事长最后讲。"
    )[0][:1]


def test_what_follows_the_speech_is_not_theirs_who_spoke_before_it() -> None:
    line = "先是金融办念一季度的，后是恒远电子讲融资，尚董事长讲完现场签约"
    before, after = order(line)
    assert [("金融办", "念一季度的"), ("恒远电子", "讲融资")] == before
    assert [("", "现场签约")] == after


def test_the_name_of_the_meeting_told_once_more_is_no_step() -> None:
    title = "关于代拟在全县冬修水利动员会上讲话的说明"
    head = f"{title}\n1、2027年10月28日下午2:30，全县冬修水利动员会，县水利局四楼。"
    sheet = read_sheet(f"{head}县委书记 宣若谷 讲话，11分钟；县水利局、汤泉镇先发言。\n渠道1046公里。\n")
    assert [("县水利局、汤泉镇", "发言")] == [(s.who, s.does) for s in sheet.before]
    assert () == sheet.after


def test_who_keeps_the_books_reports_on_nothing() -> None:
    assert [("经管站", "念清理结果")] == order("各村书记、报账员，驻村干部。前面经管站念清理结果")[0]


def test_those_who_are_first_are_no_order() -> None:
    assert ("先进代表", "发言") in order("流程：宣读表彰决定→先进代表发言→董事长讲话")[0]


def test_before_and_after_stand_around_a_speech_named_in_front() -> None:
    before, after = order("董事长讲10分钟，之前支队长念通报、放个片子，之后纪检组组长讲纪律")
    assert [("支队长", "念通报"), ("", "放个片子")] == before
    assert [("纪检组组长", "讲纪律")] == after


def test_how_a_vote_is_held_is_no_actor() -> None:
    assert ("", "民主测评") in order("顺序：6所学校书记逐个述职→现场提问→民主测评→董事长讲话")[0]


def test_where_one_looks_first_is_visited_and_no_step() -> None:
    sheet = read_sheet(
        "小郑，6月17日县长去开重大项目现场会，县长是苗望川。"
        "地点先在白水工业园看两个现场（云帆重工、青禾冷链），看完就在园区综合楼四楼开。"
        "发改局先报一下半年情况，白水镇说说卡在哪，县长讲完县委书记再讲几句。\n问题：没开工的有21个\n"
    )
    assert ["发改局", "白水镇"] == [step.who for step in sheet.before]
    assert sheet.meeting.venue is not None
    assert "园区综合楼四楼" in sheet.meeting.venue.text
    assert "云帆重工" in sheet.meeting.visits[0].text


def test_who_comments_on_reports_reports_on_nothing() -> None:
    order_ = "顺序：6所学校书记逐个述职→局长点评讲话"
    head = f"局基层党组织书记述职评议会\n时间：2026年12月29日\n{order_}\n讲话人：局长 邰静远 15分钟\n"
    assert "dispatch" == read_sheet(f"{head}问题：材料味重\n").kind


def test_a_new_leader_whose_post_is_announced_takes_office() -> None:
    head = "全县领导干部会议（宣布干部任免）\n时间：2026年9月8日\n讲话人：新任县长 严知秋 5分钟\n"
    assert "inaugural" == read_sheet(f"{head}问题：老城区停水\n").kind


def test_what_is_told_by_somebody_stands_behind_him() -> None:
    assert [("环境局", "报13个问题的进度")] == order("议程：13个问题的进度由环境局报；董事长讲话")[0]


def test_the_speech_ends_where_it_is_said_to() -> None:
    before, after = order("董事长尚砚田讲12分钟；会上工程总监通报进度，二公司表态，董事长讲完区长提要求")
    assert [("工程总监", "通报进度"), ("二公司", "表态")] == before
    assert [("区长", "提要求")] == after


def test_what_follows_the_speech_is_not_done_by_the_speaker_alone() -> None:
    assert [("", "合影")] == order("流程：工会介绍情况，尚董事长讲话，讲完合影")[1]


def test_steps_that_are_sentences_of_their_own_are_an_agenda() -> None:
    before, after = order("安排：工会主席念简历；青年代表献花发言；尚董事长讲；退休职工代表讲话；最后合影")
    assert [("工会主席", "念简历"), ("青年代表", "献花发言")] == before
    assert [("退休职工代表", "讲话"), ("", "合影")] == after


def test_what_was_seen_before_the_meeting_is_no_step() -> None:
    sheet = read_sheet(
        f"{HEAD}会前先看了锦华苑和水岸新村；会上物管办通报投诉，社区书记介绍做法，尚董事长讲话\n问题：漏损率14.6%\n"
    )
    assert ["物管办", "社区书记"] == [step.who for step in sheet.before]
    assert ["会前先看了锦华苑和水岸新村"] == [seen.text for seen in sheet.meeting.visits]


def test_where_one_comes_back_to_sit_down_is_no_step() -> None:
    before, _after = order(
        "先到锦苑小区看一圈，再回社区党群服务中心坐下来开。前头业委会主任介绍做法，然后尚董事长讲。"
    )
    assert [("业委会主任", "介绍做法")] == before


def test_a_leader_is_no_unit_of_his_body() -> None:
    assert ("掘进一队队长", "检查") in order("顺序：安监科通报事故；掘进一队队长检查；董事长讲话")[0]


def test_who_speaks_last_is_called_without_that_he_does() -> None:
    assert [("集团党委书记", "说")] == order("顺序：调度中心报情况；尚董事长讲话；集团党委书记最后说")[1]


def test_a_label_that_is_not_known_is_no_actor() -> None:
    before, after = order(
        "过程：放短片《三十年》；老学员代表发言；尚董事长讲；给30位“金牌学员”发证书；最后看书画展"
    )
    assert [("", "放短片《三十年》"), ("老学员代表", "发言")] == before
    assert ["给30位“金牌学员”发证书", "看书画展"] == [does for _who, does in after]


def test_what_is_told_may_stand_in_quotes() -> None:
    assert ("二分公司经理", "说“7.15”吊装险情") in order(
        "程序：安环部通报情况；二分公司经理说“7.15”吊装险情；董事长讲话"
    )[0]


def test_what_a_bracket_tells_of_a_step_is_no_step() -> None:
    line = "议程：工会宣读决定；颁奖；代表发言；尚董事长讲话；市委书记最后讲话（书记讲人才，董事长不讲）"
    assert [("市委书记", "讲话")] == order(line)[1]


def test_a_dash_may_lead_to_the_steps() -> None:
    assert [("区长", "宣读命令"), ("代表", "表态")] == order(
        "流程——区长宣读命令；代表表态；尚董事长讲；合影"
    )[0]


def test_what_comes_before_the_speech_is_an_agenda_without_it() -> None:
    line = "前头村支书报账（上半年集体收入和用钱），农技站长讲怎么防病，大户代表 牛二河 说说他那片的打算。"
    before, after = order(f"{line}\n讲完领大家去看烘干房")
    assert ["村支书", "农技站长", "大户代表 牛二河"] == [who for who, _does in before]
    assert [("大家", "去看烘干房")] == after


@pytest.mark.parametrize("sign", [" - ", " / ", "　/　", " — "])
def test_a_sign_between_blanks_parts_the_steps(sign: str) -> None:
    steps = ["营业部念方案", "两家用水大户（宏达厂、金坪厂）表态", "尚董讲", "水务局来的同志讲政策"]

    before, after = order(f"会上顺序：{sign.join(steps)}")

    assert before == [("营业部", "念方案"), ("两家用水大户", "表态")]
    assert after == [("水务局来的同志", "讲政策")]


def test_that_the_meeting_ends_with_the_speech_is_no_step() -> None:
    assert order("三个副总先各说分管，尚董讲完就散，没有下一位。") == ([("三个副总", "各说分管的工作")], [])


@pytest.mark.parametrize(
    ("speaker", "called"),
    [
        ("校长 顾若谷", "顾校"),
        ("局党组书记、局长 罗川", "罗局"),
        ("县委常委、常务副县长 罗川", "罗常务"),
        ("矿长 雷振岗", "雷矿"),
        ("董事长 耿长明", "耿董"),
    ],
)
def test_the_speaker_may_be_called_by_the_first_words_of_his_post(speaker: str, called: str) -> None:
    head = f"清河县安全会\n时间：2026年7月6日8:00\n讲话人：{speaker} 10分钟\n"
    sheet = read_sheet(f"{head}程序：安监科通报→{called}讲→党组书记总结\n问题：漏损率14.6%\n")
    assert ["安监科"] == [step.who for step in sheet.before]
    assert ["党组书记"] == [step.who for step in sheet.after]


def test_a_labelled_order_in_which_all_speak_is_no_line_of_wishes() -> None:
    line = "流程：德育处讲防溺水排查；教导处讲托管报名；尚董讲；书记讲师德"
    assert ([("德育处", "讲防溺水排查"), ("教导处", "讲托管报名")], [("书记", "讲师德")]) == order(line)


def test_what_somebody_has_in_hand_is_told_as_a_whole() -> None:
    before, _after = order("程序：三位副局长报分管的→尚董讲")
    assert [("三位副局长", "报分管的工作")] == before


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("供水一处通报，河湾水厂发言；董事长讲", [("供水一处", "通报"), ("河湾水厂", "发言")]),
        ("计财科通报审计情况", [("计财科", "通报审计情况")]),
        ("10分钟；讲前通报执法检查", [("", "通报执法检查")]),
        ("保卫处通报在前", [("保卫处", "通报")]),
        ("宣读决定，颁奖，3家企业代表发言", [("", "宣读决定"), ("", "颁奖"), ("3家企业代表", "发言")]),
        ("供水处、河湾合作社发言后讲", [("供水处、河湾合作社", "发言")]),
        ("教务处、总务处分别布置后董事长讲", [("教务处、总务处", "分别布置")]),
        ("调度室主任通报，两位青年教师谈", [("调度室主任", "通报"), ("两位青年教师", "谈")]),
        ("先：交警大队介绍，再开会", [("交警大队", "介绍")]),
        ("先：作业科报检查结果", [("作业科", "报检查结果")]),
        ("程序：供水处交账，表扬先进，董事长讲", [("供水处", "交账"), ("供水处", "表扬先进")]),
        ("程序：代表发言3人；董事长讲", [("3位代表", "发言")]),
        ("程序：企业发言6家；董事长讲", [("6家企业", "发言")]),
    ],
)
def test_a_step_without_a_label_is_one(line: str, before: list[tuple[str, str]]) -> None:
    assert before == order(line)[0]


@pytest.mark.parametrize(
    "line", ["供水一处抽查12家", "维修队报修没人到", "给尚董准备一个发言", "表彰先进集体12个、先进个人86名"]
)
def test_what_has_a_figure_or_is_over_is_no_step(line: str) -> None:
    assert not order(line)[0]


def test_a_side_that_is_told_behind_a_blank_is_a_label() -> None:
    before, after = order("前 设备科报巡检率；焦炉车间作检讨 后 无")
    assert ([("设备科", "报巡检率"), ("焦炉车间", "作检讨")], []) == (before, after)
    assert ([("住建局", "通报")], [("纪委书记", "讲纪律")]) == order("前头住建局通报；后头纪委书记讲纪律")


@pytest.mark.parametrize(
    "head",
    [
        "副县长 乐向东讲，8分钟，农业局通报，菌旺社发言",
        "副县长 乐向东 8分钟 农业局通报，菌旺社发言",
        "县政府一楼 讲话：副县长 乐向东 8分钟\n流程：农业局通报、菌旺社发言、副县长讲",
        "副县长 乐向东 9分钟 前：农业局通报，菌旺社发言",
    ],
)
def test_who_speaks_is_named_in_front_of_the_steps(head: str) -> None:
    sheet = read_sheet(f"食用菌产业推进会\n2026年5月28日15:00\n{head}\n问题：烂棒率11%\n")
    assert ("乐向东", ["农业局", "菌旺社"]) == (sheet.speaker.name, [step.who for step in sheet.before])


def test_who_speaks_may_be_told_behind_the_order_of_the_paper() -> None:
    sheet = read_sheet(
        "【任务】摊贩管理工作会　2026年5月7日上午　区城管局局长 冼方舟　8分钟\n程序：摊主讲两句，局长讲\n"
    )
    assert ("冼方舟", ["摊主"]) == (sheet.speaker.name, [step.who for step in sheet.before])


def test_the_speaker_who_has_a_say_speaks() -> None:
    assert ([("镇党委副书记", "宣布结果")], [("镇里领导", "讲话")]) == order(
        "镇党委副书记先宣布结果，尚砚田发言后镇里领导再讲话"
    )


@pytest.mark.parametrize(
    ("who", "done"), [("供电公司", "作了发言"), ("家长代表", "作了发言"), ("副局长", "讲了话")]
)
def test_a_speech_is_left_to_those_who_lead(who: str, done: str) -> None:
    assert done == as_done("讲", who)


@pytest.mark.parametrize(
    ("does", "done"),
    [
        ("播短片", "播了短片"),
        ("发证书", "发了证书"),
        ("献花", "献了花"),
        ("揭牌", "揭了牌"),
        ("捐赠", "作了捐赠"),
        ("宣读", "作了宣读"),
        ("答去年收支", "答了去年收支"),
        ("报", "作了汇报"),
        ("表扬先进", "表扬了先进"),
    ],
)
def test_what_was_done_at_a_rite_is_past(does: str, done: str) -> None:
    assert done == as_done(does)


def test_who_is_said_to_speak_without_minutes_is_the_speaker() -> None:
    sheet = read_sheet("巷道防治水会\n2026年5月28日15:00，矿长 秦守田 讲\n地测科讲水情\n问题：涌水3处\n")
    assert "秦守田" == sheet.speaker.name


def test_the_steps_may_stand_lines_below_who_speaks() -> None:
    sheet = read_sheet(
        "警示教育大会\n2026年11月6日9:00\n局长 戚望山讲，时间控制在18分钟\n到会：机关全体\n"
        "看完警示片，纪检组长邵临通报案情，4名干部代表谈体会，然后戚局长讲\n问题：风险点23个\n"
    )
    assert ["", "纪检组长邵临", "4名干部代表"] == [step.who for step in sheet.before]


def test_what_is_asked_of_the_writer_between_the_steps_is_no_step() -> None:
    sheet = read_sheet(
        "小郑：\n董事长3月19日职代会上的讲话你先搭个架子，15分钟。流程是：总经理作报告、工会主席报提案、"
        "最后董事长欧阳泽讲话。总经理报告里数字讲得很细了，董事长的稿子别再一项项念。\n提案54件，办结27件\n"
    )
    assert [["总经理", "工会主席"], []] == [[s.who for s in steps] for steps in (sheet.before, sheet.after)]


def test_nobody_named_votes() -> None:
    sheet = read_sheet(
        "职工代表大会\n2026年3月19日9:00\n讲话：董事长 欧阳泽\n"
        "议程：总经理作报告，投票表决，董事长讲话\n提案54件\n"
    )
    assert ["总经理", ""] == [step.who for step in sheet.before]


def test_a_label_and_a_blank_behind_a_body_name_the_speaker() -> None:
    sheet = read_sheet(
        "开工动员会\n2026年2月26日7:40\n同泰物流园有限公司 讲话人 总经理 宁海涛 5分钟\n"
        "先安全部讲三条禁令 再总经理讲\n问题：叉车待修8台\n"
    )
    assert ["安全部"] == [step.who for step in sheet.before]


def test_what_he_is_who_has_a_name_is_nobody_else() -> None:
    before, _after = order("流程：人社局宣读决定→选手代表田小禾（平车工）、裁判长龚其昌发言→董事长讲")
    assert before[-1] == ("选手代表田小禾、裁判长龚其昌", "发言")


def test_whoever_speaks_for_many_by_name_acts_in_a_step() -> None:
    before, _after = order("安排：理事长介绍情况，家长代表章玉兰发言，海屿集团致辞，然后董事长讲")
    assert ("家长代表章玉兰", "发言") in before


@pytest.mark.parametrize("shown", ["看警示片22分钟", "看事故录像", "看暗访视频15分钟"])
def test_a_film_without_the_speech_behind_it_is_shown_and_does_nothing(shown: str) -> None:
    sheet = read_sheet(
        "供电公司安全会\n时间：2026年7月2日\n讲话：总经理 谭正刚，8分钟\n"
        f"前面：{shown}，纪委书记通报，采购中心主任作检查。\n情况：\n1. 变电站12座。\n"
    )
    assert ("", f"观{shown.rstrip('0123456789分钟')}") == (sheet.before[0].who, sheet.before[0].does)


def test_a_film_of_a_body_with_a_long_name_is_a_step_and_no_visit() -> None:
    sheet = read_sheet(
        "随访工作会\n时间：2026年7月2日\n讲话：副局长 尹小满，8分钟\n"
        "会上看青石镇卫生院随访的短片，疾控中心通报，尹局讲。\n情况：\n1. 卫生院12所。\n"
    )
    assert sheet.before[0].does == "观看青石镇卫生院随访的短片"


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("10分钟，放在各县区汇报后面，讲完散会", ("各县区", "汇报")),
        ("排在石桥乡表态后面讲", ("石桥乡", "表态")),
        ("接在水利局通报之后讲", ("水利局", "通报")),
        ("在县水利局通报情况后讲", ("县水利局", "通报情况")),
        ("各乡镇汇报完了再讲", ("各乡镇", "汇报")),
    ],
)
def test_behind_whom_the_speech_stands_has_spoken_before_it(line: str, before: tuple[str, str]) -> None:
    assert ([before], []) == order(line)


def test_what_follows_the_words_of_another_is_no_place_of_the_speech() -> None:
    assert ([], [("", "合影")]) == order("讲完后合影")
