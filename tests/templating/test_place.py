"""Where a fact is told: the base before what rests on it, what belongs together in one place."""

from __future__ import annotations

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text
from drafter.templating.compose.composition import Point

HEAD = "2026年6月1日，清河县重点工作部署会，给副县长 罗川 写讲话稿，8分钟。\n"


def points(facts: str) -> list[str]:
    """Return the text of each point."""
    made = compose(read_sheet(HEAD + facts))
    return [told(point) for section in made.sections for point in section.points]


def told(point: Point) -> str:
    return "".join(s.text for paragraph in point.paragraphs for s in paragraph)


def test_points_that_each_have_a_line_of_their_own_keep_the_order_of_the_sheet() -> None:
    facts = "要求：\n1. 喇叭：6月20日前修好，应急局负责。\n2. 水泵：6月25日前修好，水利局负责。\n"
    texts = points(f"{facts}3. 断头路：7月20日前打通，交通局负责。\n【罗川交代】喇叭讲得最重。")
    assert "喇叭" in texts[0]


def test_how_far_it_is_stands_before_the_task_for_the_rest_though_it_tells_what_is_to_be_done() -> None:
    facts = "1. 农村公路今年要修128公里，修完57公里。\n2. 水泵坏了3台，抽不上水。\n"
    text = points(f"{facts}要求：没修的路11月30日前全部修完；水泵6月25日前修好。")[0]
    assert text.index("修完57公里") < text.index("没修的路")


def test_that_the_party_committee_decided_is_no_task_and_stands_over_the_tasks() -> None:
    tasks = "1. 喇叭：6月20日前修好。\n2. 水泵：6月25日前修好。\n3. 断头路：7月20日前打通。\n"
    facts = f"今年三件事（党组已定，可以讲）\n{tasks}"
    assert not any("党组" in point for point in points(facts))


FOUND = (
    "1. 查隐患46条，改了29条。剩下的最要紧三条：3号道岔磨损，带病用；信号灯有两盏不亮；5人没培训就上了车。\n"
    "2. 要办的：剩下的隐患6月25日前改完；台账6月底前补齐。\n"
    "3. 断头路7月20日前打通。3号道岔由鲁万程包到底。\n"
)


def test_who_answers_for_one_of_several_listed_faults_is_told_right_behind_it() -> None:
    point = next(p for p in points(FOUND) if "3号道岔" in p)
    assert point.index("带病用") < point.index("鲁万程") < point.index("信号灯")


def test_what_is_left_is_told_behind_the_list_of_what_is_wrong() -> None:
    point = next(p for p in points(FOUND) if "3号道岔" in p)
    assert point.index("上了车") < point.index("6月25日前改完")


def test_who_answers_for_another_thing_is_no_matter_of_the_task_in_front_of_him() -> None:
    assert "鲁万程" not in next(p for p in points(FOUND) if "断头路" in p)


def test_who_answers_for_a_thing_under_its_short_name_stands_with_its_task() -> None:
    facts = "要求：药品目录6月25日前重新核一遍；断头路7月20日前打通；台账6月底前补齐。\n"
    point = next(p for p in points(f"{facts}分工：目录由药学部主任孟秋云管。") if "药品目录" in p)
    assert "孟秋云" in point


def test_what_the_line_of_a_sum_goes_on_telling_stands_before_its_other_parts() -> None:
    head = HEAD.replace("重点工作部署会", "警示教育大会")
    cases = "1. 去年查处案件3起5人：一起是收好处，涉案18万；一起是私收安装费；一起是虚开油票。\n"
    facts = f"{cases}2. 5人中，开除2人，撤职1人，警告2人。\n3. 要求：台账6月底前补齐；断头路7月20日前打通。"
    text = "".join(s.text for s in compose(read_sheet(head + facts)).sentences())
    assert text.index("虚开油票") < text.index("开除2人")


def test_a_term_in_which_two_things_are_done_makes_them_no_one_matter() -> None:
    tasks = "要求：下学期每个教师开1节公开课；断头路7月20日前打通；台账6月底前补齐。\n"
    facts = f"{tasks}经费：下学期实训耗材费96万元。"
    assert "耗材费" not in next(p for p in points(facts) if "公开课" in p)


def sections(facts: str, meeting: str = "重点工作部署会") -> list[str]:
    """Return the text of each part, its paragraphs and its points."""
    made = compose(read_sheet(HEAD.replace("重点工作部署会", meeting) + facts))
    whole = (
        (*part.paragraphs, *(p for each in part.points for p in each.paragraphs)) for part in made.sections
    )
    return ["".join(s.text for paragraph in part for s in paragraph) for part in whole]


TASKS = "要求：台账6月底前补齐；断头路7月20日前打通；各班交接班必须签字。\n"


def test_the_reasons_for_a_figure_are_told_behind_the_figure() -> None:
    facts = "1. 城乡公交准点率82%，去年同期88%。\n2. 公交准点率掉，一是修路绕行，二是有12辆车老出毛病。\n"
    tasks = "要求：12辆老车7月1日前换掉；准点率年底回到88%；断头路7月20日前打通；台账6月底前补齐。"
    point = next(p for p in points(facts + tasks) if "修路绕行" in p)
    assert point.index("82%") < point.index("修路绕行") < point.index("换掉")


def test_what_the_line_of_a_thing_tells_further_of_it_goes_with_it_to_its_task() -> None:
    facts = "1. 公厕今年新建9座，建成4座；全城公厕138座，暗访24座，没纸没皂的11座。\n"
    tasks = "要求：公厕7月起一厕一人管；断头路7月20日前打通；台账6月底前补齐。"
    assert "没纸没皂" in next(p for p in points(facts + tasks) if "一厕一人管" in p)


def test_a_sanction_stands_with_the_task_for_what_it_meets() -> None:
    check = "督查：安监科8月夜里突查，由安监科带队，查到不签字的，班长停岗3天。"
    assert "停岗3天" in next(p for p in points(TASKS + check) if "必须签字" in p)


def test_what_comes_of_being_last_is_a_sanction_and_no_state() -> None:
    facts = "1. 走访率只有61%。\n2. 走访率最后一名的社区，书记到会上说明情况。\n"
    assert "说明情况" not in sections(facts + TASKS)[0]


def test_how_work_is_done_each_time_is_a_rule_and_no_state() -> None:
    facts = "情况：\n1. 去年爆管37次。\n2. 路面当天开挖、当天回填。\n"
    assert "当天回填" not in sections(facts + TASKS)[0]


def test_what_is_made_good_by_a_day_is_a_task_and_no_state() -> None:
    facts = "1. 喇叭坏了12只。\n2. 代缴点已经设了196个，还差23个村没有，6月30日前补齐。\n"
    assert "6月30日前补齐" not in sections(facts + TASKS)[0]


def test_in_a_warning_what_happened_is_told_first_and_why_is_not_cut_off() -> None:
    facts = (
        "1. 5月29日中班，电机车追尾，两节矿车翻进水沟，车上没人。\n"
        "2. 查下来：司机连上两个班；调度喊了，对讲机没声。\n3. 对讲机坏了9天，报了修，没配件。\n"
        "4. 要办的：电机车司机不许连班；对讲机每班先喊一遍；台账6月底前补齐。"
    )
    first, second = sections(facts, "安全警示会")[:2]
    assert "追尾" in first
    assert "没声" in second and "坏了9天" in second


def test_how_far_a_thing_is_stays_with_its_task_though_it_names_who_is_thanked() -> None:
    facts = "1. 网格员每月上门每户一次，实际上门率只有61%。\n"
    facts += "要求：上门率7月底前到90%；断头路7月20日前打通；台账6月底前补齐。\n"
    point = next(p for p in points(f"{facts}【罗川交代】网格员要谢一句。") if "90%" in p)
    assert "61%" in point


def test_who_answers_for_what_one_label_holds_stands_with_its_tasks() -> None:
    facts = "要求：\n1. 考务：监考手机不进考场；试卷由教务处副主任骆一鸣保管；阅卷7月4日完成。\n"
    point = next(p for p in points(f"{facts}2. 断头路7月20日前打通。\n3. 台账6月底前补齐。") if "监考" in p)
    assert "骆一鸣" in point and "阅卷" in point


def test_what_is_left_does_not_stand_within_the_list_of_faults() -> None:
    found = FOUND.replace("剩下的隐患6月25日前改完", "没改的隐患6月25日前改完，3号道岔6月10日前先换")
    point = next(p for p in points(found) if "3号道岔" in p)
    assert point.index("上了车") < point.index("6月25日前改完")


def sentences(facts: str, meeting: str = "重点工作部署会") -> list[str]:
    made = compose(read_sheet(HEAD.replace("重点工作部署会", meeting) + facts))
    return [s.text for s in made.sentences()]


def behind(words: str, said: list[str]) -> str:
    """Return the sentence behind the one that has ``words``."""
    return said[next(n for n, each in enumerate(said) if words in each) + 1]


def test_praise_for_a_work_stands_right_behind_what_is_told_of_it() -> None:
    facts = f"1. 杏园社区“板凳会”开了26场，说和19件。\n2. 喇叭坏了12只。\n{TASKS}"
    assert "板凳会" in behind("开了26场", sentences(f"{facts}【罗川交代】板凳会表扬一下。"))


def test_for_what_somebody_had_a_prize_is_told_with_the_praise_and_is_no_rule() -> None:
    facts = f"1. 信号工何小满那晚喊停，奖2000元。\n2. 喇叭坏了12只。\n{TASKS}"
    assert "何小满" in behind("奖2000元", sentences(f"{facts}【罗川交代】何小满要当众表扬。", "安全警示会"))


def test_causes_told_in_one_sentence_are_drawn_to_no_task() -> None:
    facts = (
        "1. 毛病：查寝只数人头；消息接不上；报修没人回话。\n要求：报修48小时内要有回音；断头路7月20日前打通。"
    )
    made = compose(read_sheet(HEAD.replace("8分钟", "1分钟") + facts))
    assert all("数人头" not in told(point) for section in made.sections for point in section.points)


def test_what_is_still_so_is_no_task_and_stands_before_it() -> None:
    facts = "1. 3号楼热水：上学期修了6回，11月以后还是断断续续。\n"
    tasks = "要求：3号楼热水系统6月20日前换完；断头路7月20日前打通；台账6月底前补齐。\n"
    text = next(p for p in points(f"{facts}{tasks}分工：3号楼由副校长韩立冬包。") if "换完" in p)
    assert text.index("断断续续") < text.index("换完") < text.index("韩立冬")


def test_what_is_listed_between_two_tasks_and_is_no_look_is_a_task() -> None:
    tasks = "要求：断头路7月20日前打通；高一新生开学头一个月班主任每周找6个人谈话；台账6月底前补齐。"
    assert any("谈话" in point for point in points(tasks))


def test_the_good_side_is_not_announced_where_the_other_does_not_stand_in_front() -> None:
    facts = (
        "1. 也有好的一面，镇里给争取来换管的钱26万，先换最浅的那2公里，县水利站4月1日进场，5月20日前换完。\n"
    )
    facts += TASKS
    assert "好的一面" not in "".join(sentences(facts))


def test_in_a_warning_the_causes_are_told_before_the_tasks_whatever_stands_among_them() -> None:
    facts = (
        "1. 5月29日中班，电机车追尾，两节矿车翻进水沟，车上没人。\n"
        "2. 查下来：挂钩工一个人干两个人的活；挡车栏7月才换的新的，要是旧的未必挡得住；绞车工没听见。\n"
        "3. 要办的：挂钩工每班必须两个人；断头路7月20日前打通；台账6月底前补齐。"
    )
    parts = sections(facts, "安全警示会")
    assert "干两个人的活" not in parts[-1]


def test_the_last_of_several_listed_faults_is_counted_though_others_have_an_answer_behind_them() -> None:
    found = FOUND.replace("断头路7月20日前打通。3号道岔由鲁万程包到底。", "3号道岔没换不准过重车。")
    found = found.replace("带病用；", "过车的时候晃得厉害，带病用了半个多月；") + "4. 断头路7月20日前打通。"
    assert "第三条，" in "".join(points(found))


def test_what_is_counted_apart_stands_behind_what_it_is_counted_apart_from() -> None:
    facts = "1. 农村公路今年要修128公里，上半年修完57公里。养护的另算，完成210公里，全年任务360公里。\n"
    text = "".join(sentences(f"{facts}要求：没修的路11月30日前全部修完；台账6月底前补齐。"))
    assert text.index("修完57公里") < text.index("另算")


def test_what_a_line_tells_another_of_stands_behind_it() -> None:
    facts = "1. 高标准农田今年要建6200亩，建成2100亩。另有撂荒地840亩，已复耕310亩。\n"
    text = "".join(
        sentences(f"{facts}要求：剩下的农田10月20日前建完；台账6月底前补齐；断头路7月20日前打通。")
    )
    assert text.index("建成2100亩") < text.index("另有撂荒地")


def test_who_help_are_counted_only_where_each_is_one() -> None:
    sheet = (
        "2026年9月22日，清河县低保复核会，给局长 闻立群 写讲话稿，10分钟。\n情况：1. 低保对象5126户。\n"
        "要求：①名单11月20日前核完；②大病家庭10月31日前上门。\n分工：救助股牵头，财务股、核对中心、{}配合。\n"
    )
    assert "3家" in to_text(compose(read_sheet(sheet.format("信访股"))))
    assert "3家" not in to_text(compose(read_sheet(sheet.format("各乡镇民政办"))))
