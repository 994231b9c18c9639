"""What is said about a task: of its own matter, of what it is to finish, and of the tasks beside it."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from drafter.facts import read_sheet
from drafter.facts.read import read_fact
from drafter.facts.sheet import FactType
from drafter.templating.compose import compose, material_of_sheet, to_text
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.comments.frame import ASIDES
from drafter.templating.compose.comments.frames import load_frames
from drafter.templating.compose.comments.moves import is_taken_back
from drafter.templating.compose.composition import bare
from drafter.templating.compose.forms.forms import forms_of
from drafter.templating.compose.plan.statements import statements_of
from drafter.templating.compose.words.charges import charge_of
from drafter.templating.compose.words.clauses import amount

HEAD = """【任务】2026年6月1日（周一）上午9点，清河县重点工作推进会，给副县长 罗川 写讲话稿，{minutes}分钟。
【情况】
"""


def said(facts: str, minutes: int = 10, kind: str = "") -> dict[str, str]:
    """Return the frames of a speech with their sentences."""
    head = HEAD.replace("推进会", kind or "推进会").format(minutes=minutes)
    return {s.frame: s.text for s in compose(read_sheet(head + facts)).sentences() if s.frame}


def about(nature: str, says: str = "task") -> set[str]:
    """Return the texts of the frames of a nature."""
    frames = load_frames()
    functions = ("weigh", "contrast", "verify")
    return {f.text for name in functions for f in frames.of(says, name) if nature in f.about}


def test_what_is_left_of_a_matter_is_told_as_that_matter() -> None:
    found = said("1. 受理欠薪线索412件，办结371件。\n2. 要干的：剩下的41件6月20日前全部办结。")

    assert about("欠薪") & found.keys()


def test_a_task_with_a_matter_of_its_own_keeps_to_it() -> None:
    found = said("1. 受理欠薪线索412件，办结371件。\n2. 要干的：剩下的41件6月20日前录入名册、更新名单。")

    assert about("名册") & found.keys()
    assert not about("欠薪") & found.keys()


def test_a_body_that_helps_is_not_what_a_task_is_about() -> None:
    found = said("1. 要干的：厂房办证28宗12月31日前办完，市自然资源局牵头，住建、税务、审计配合。")

    assert about("办证") & found.keys()
    assert not about("审计") & found.keys()


def test_of_one_deed_no_more_than_two_things_are_said() -> None:
    frames = load_frames()
    deeds = {f.text: f.about for name in ("weigh", "contrast", "verify") for f in frames.of("task", name)}
    found = said("1. 要干的：门锁6月20日前修好。", minutes=12)
    counts = Counter(nature for text in found for nature in deeds.get(text, ()))

    assert 1 <= counts["修理"] + counts["词修好"] <= 2


def test_where_few_facts_have_long_a_whole_thought_goes_before_an_aside() -> None:
    wide, tight = (
        Chooser(load_frames(), "deployment", "平实", 0, 2000, room=room).fitting(
            "task", "verify", {}, key="x", natures={"演练"}
        )
        for room in (200, 20)
    )

    assert min(len(f.text) for f in wide[:2]) > min(len(f.text) for f in wide)
    assert {f.text for f in wide} == {f.text for f in tight}


def test_a_promise_may_be_told_as_the_task_that_it_is() -> None:
    found = said("承诺：宿舍12月31日前交付。", kind="座谈会")

    assert about("交付", "promise") & about("交付") & found.keys()


def test_a_task_knows_what_falls_due_with_it() -> None:
    text = "1. 要干的：水渠6月20日前清淤；烘干房6月20日前建好。"
    material = material_of_sheet(read_sheet(HEAD.format(minutes=8) + text))
    ditch = statements_of(material)[0]

    assert forms_of(ditch, material).words["also"] == "烘干房"


@pytest.mark.parametrize(
    ("duty", "says"),
    [
        ("云岭水库由副局长 谭志高 包。", ("志高同志", "云岭水库")),
        ("副院长 祁明远 盯急诊。", ("明远同志", "急诊")),
        ("急诊由副院长 欧阳芷 包。", ("欧阳芷同志", "急诊")),
        ("城建办管路灯，副主任 姚志远 每周报进度。", ("志远同志", "路灯")),
        ("城市管网改造由副局长 谭志高 包。", ("志高同志", "城市管网改造")),
    ],
)
def test_who_is_spoken_to_hears_what_he_has_in_hand(duty: str, says: tuple[str, str]) -> None:
    sheet = read_sheet(HEAD.format(minutes=8) + f"1. {duty}")
    material = material_of_sheet(sheet)
    words = forms_of(statements_of(material)[0], material).words

    assert (words["call"], words["charge"]) == says


def test_of_money_that_came_in_part_the_rest_is_told() -> None:
    found = said("1. 资金：水毁修复下达640万，到账390万。\n2. 要干的：围栏9处6月底前立起来。")

    assert "还有250万元" in "".join(found.values())


def test_what_only_a_later_clause_orders_is_explained() -> None:
    found = said("1. 要干的：24小时降雨50毫米以上，井下受威胁区域停电，调度室有权下令，不用请示。", minutes=8)

    assert about("授权") & found.keys()


def test_no_comment_on_a_task_would_fit_any_task() -> None:
    frames = load_frames()
    types = ("task", "duty", "check", "fund", "promise")

    assert not [f.text for says in types for name in ASIDES for f in frames.of(says, name) if f.general]


def test_a_link_does_not_repeat_what_was_said_with_a_duty_between() -> None:
    found = said(
        "1. 毛病：喷雾没人开。\n2. 要干的：喷雾6月20日前逐台修好。\n3. 喷雾由副矿长 宋保山 盯。", minutes=8
    )

    assert sum("喷雾没人开" in text for text in found.values()) <= 1


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("279000000", "元", "2.79亿元"),
        ("41000000", "元", "4100万元"),
        ("2800", "元", "2800元"),
        ("0.25", "亿元", "2500万元"),
        ("270", "户", "270户"),
    ],
)
def test_money_is_said_in_the_scale_in_which_one_counts_it(value: str, unit: str, words: str) -> None:
    assert amount(Decimal(value), unit) == words


BY_MATTER = (
    "2026年3月24日，柳塘街道社区工作调度会。讲的人：街道党工委书记 舒曼青，8分钟。\n"
    "垃圾：\n- 桃源小区投放点没人守。\n- 要求：4月15日前186个投放点全部装灯。\n"
    "停车：\n- 槐树街消防通道被占。\n- 消防通道4月10日前重新划线。\n"
)


def test_what_a_sheet_puts_under_one_matter_is_a_part_of_its_own() -> None:
    speech = compose(read_sheet(BY_MATTER))

    assert [section.heading for section in speech.sections] == ["垃圾这件事", "停车这件事"]


DAYS = "1. 要干的：没访到的486户6月20日前访完。\n2. {}\n3. 5台磅秤6月25日前检定完。\n4. 水渠6月28日前清淤。"


@pytest.mark.parametrize(
    ("task", "said_so"),
    [
        ("名单6月19日下午6点前报县应急局。", "6月19日下午6点前，名单报县应急局"),
        ("食堂改造6月10日开工，6月24日前完工。", "6月24日前，食堂改造完工"),
        ("等候时间6月30日前力争降到10分钟以内。", "6月30日前，力争等候时间降到10分钟以内"),
        ("飞线充电一律拆，6月18日前拆完。", "6月18日前，飞线充电一律拆完"),
        ("27张表重填，6月18日前报资源处。", "6月18日前，27张表重填"),
        ("486万元工资6月18日前发到本人卡里。", "6月18日前，486万元工资发到本人卡里"),
        ("6月18日夜里拉一次演练。", "6月18日，夜里拉一次演练"),
        ("从7月5日起每班开机前班长签字。", "6月20日前，没访到的486户访完"),
    ],
)
def test_the_days_ahead_are_laid_together_as_the_sheet_has_them(task: str, said_so: str) -> None:
    assert said_so in "".join(said(DAYS.format(task)).values())


def test_where_one_day_has_no_words_the_others_are_not_told_as_all() -> None:
    found = said(DAYS.format("主动说清的，6月30日以前，依规从轻。"))
    several = {f.text for f in load_frames().of("schedule", "state") if "挑几个" in f.about}

    assert several & found.keys()


def test_days_in_a_row_stand_in_the_schedule_each_with_its_own_matter() -> None:
    text = to_text(
        compose(
            read_sheet(
                "2026年9月16日，云岫县供热保障工作部署会，副县长祁松年讲，8分钟。\n要求：\n"
                "- 管网改造10月20日前完工。\n- 11月1日注水打压、11月8日点火试供，11月15日正式供热。\n"
            )
        )
    )

    assert "10月20日前，管网改造完工；11月1日，注水打压；11月8日，点火试供；11月15日，正式供热" in text


def words_of(fact: str, head: str = HEAD) -> dict[str, str]:
    """Return the forms of the statement that one fact makes."""
    material = material_of_sheet(read_sheet(head.format(minutes=8) + fact))
    return forms_of(statements_of(material)[0], material).words


@pytest.mark.parametrize(
    ("fact", "thing"),
    [
        ("1. 要干的：楼顶防水层6月20日前翻修。", None),
        ("1. 要干的：采购制度6月20日前修订。", "采购制度"),
        ("1. 要干的：关键岗位满5年的6月20日前轮岗。", None),
        ("1. 要干的：渠修好以后谁管，6月20日前拿出办法。", None),
    ],
)
def test_the_object_of_a_task_is_a_noun(fact: str, thing: str | None) -> None:
    assert words_of(fact).get("thing") == thing


def test_the_season_before_which_a_task_falls_is_the_sheets() -> None:
    assert words_of("1. 要干的：垃圾点入冬前搬走，10月20日前。").get("season") == "入冬"
    assert "season" not in words_of("1. 要干的：垃圾点10月20日前搬走。")


def test_hours_are_not_counted_in_days() -> None:
    assert "days" not in words_of("1. 要干的：6月1日23点前除雪队伍到位。")


def test_who_has_not_signed_is_nobody_to_go_and_find() -> None:
    assert "unreached" not in words_of("1. 进度：占地涉及27户，已经签了24户。")
    assert "unreached" in words_of("1. 进度：独居老人340人，已走访260人。")


@pytest.mark.parametrize(
    ("task", "owner"),
    [
        ("安置点厕所6月20日前通好", None),
        ("污水管6月20日前接上，镇里出主管", None),
        ("断路6月20日前抢通，交管站负责", "交管站"),
    ],
)
def test_an_owner_is_a_body(task: str, owner: str | None) -> None:
    material = material_of_sheet(read_sheet(HEAD.format(minutes=8) + f"1. 要干的：{task}。"))

    assert forms_of(statements_of(material)[0], material).words.get("owner") == owner


def test_of_a_part_no_rest_of_the_whole_is_told() -> None:
    text = "1. 排查隐患6412处，整改4830处；其中防盗窗没开口的1120栋。\n2. 要干的：防盗窗6月20日前全部开口。"
    material = material_of_sheet(read_sheet(HEAD.format(minutes=8) + text))

    assert "rest" not in forms_of(statements_of(material)[-1], material).words


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("打捆每亩补25元，县里出15，乡镇出10", "打捆每亩补25元，县里出15元，乡镇出10元"),
        (
            "楼长补贴每人每月200，街道出120，社区出80",
            "楼长补贴每人每月200【楼长补贴的计量单位】，街道出120，社区出80",
        ),
        ("气象台：6月22号到25号有连阴雨", "气象台预报，6月22日到25日有连阴雨"),
        ("雨季6月15到9月15", "雨季是6月15日到9月15日"),
        ("棉纱产量4160吨，同比-3.1%", "棉纱产量4160吨，同比下降3.1%"),
        ("掘进三队-480东翼迎头停风2次", "掘进三队-480东翼迎头停风2次"),
        (
            "没办结的，2件是宿舍改造（预算报了两年没批），1件是食堂",
            "没办结的，2件是宿舍改造，预算报了两年没批，1件是食堂",
        ),
        ("水费难收（欠费还有2300万元）、泵房没人管", "水费难收（欠费还有2300万元）、泵房没人管"),
        ("厂里有限空间61处：污泥池、管廊等", "厂里有限空间61处，污泥池、管廊等"),
        ("基坑由一架子队队长（名字报错了待核）盯", "基坑由一架子队队长【一架子队队长的姓名】盯"),
        ("井筒由机电部长（名字没定）负责", "井筒由机电部长【机电部长的姓名】负责"),
        (
            "机电副矿长（人名空着，新任命文件没到）管四大件",
            "机电副矿长【机电副矿长的姓名】管四大件",
        ),
        ("要干的：已定：门机7月25日前检完", "门机7月25日前检完"),
        (
            "去年拖期，备件晚到（球磨机衬板晚到5天），两家交叉",
            "去年拖期，备件晚到，球磨机衬板晚到5天，两家交叉",
        ),
        ("烘干费120~150元/吨", "烘干费每吨120到150元"),
        ("10月12~16日阴雨（农技站转的县气象台）", "10月12到16日阴雨"),
        ("要干的：排号表10/10下午5点前贴出来", "排号表10月10日下午5点前贴出来"),
        ("要干的：老粮站那57个问题6月20日前", "老粮站那57个问题6月20日前完成"),
        ("摄像头装了174个,在线的160个.", "摄像头装了174个，在线的160个"),
        ("桑园村：几户合着排号，300多户没一户霉粮", "桑园村，几户合着排号，300多户没一户霉粮"),
    ],
)
def test_a_row_is_said_aloud_as_a_sentence(row: str, said: str) -> None:
    assert said == bare(words_of(f"1. {row}")["clause"])


def test_neighbours_have_no_comments_on_the_same_matter() -> None:
    found = said("1. 要干的：出门条组长当面签字，8月起。\n2. 要干的：借物单组长当面签字，8月起。")

    assert len(about("签字关") & found.keys()) == 1


def test_the_comment_that_says_words_of_the_fact_goes_first() -> None:
    found = said("1. 要干的：6月20日前，采砂坑逐处定责任人，姓名电话上牌。")

    assert "牌子上写的责任人，电话打过去有人接，说得出自己管的是哪一处，这一处就定住了。" in found


def test_thanks_to_nobody_by_name_are_said_to_those_who_came() -> None:
    sheet = (
        "2026年6月1日，清河县志愿者座谈会，给副县长 罗川 写个讲话，6分钟。\n"
        "情况：志愿者112人，服务时长2860小时。\n罗县长意思：主要是感谢，口气要热。"
    )

    text = to_text(compose(read_sheet(sheet)))

    assert "各位志愿者" in text.partition("\n\n")[2].partition("：")[2]
    assert "主要是" not in text


def test_why_a_name_is_not_whole_is_not_said() -> None:
    story = "1. 故事：钢筋工老马（不愿露全名）55岁，学了四个月，10月自己给孙女写了第一封信。"

    text = to_text(compose(read_sheet(HEAD.format(minutes=6) + story)))

    assert "钢筋工老马55岁，学了四个月，10月自己给孙女写了第一封信。" in text


def test_a_day_that_is_quoted_has_no_comma_in_front() -> None:
    fact = "有份通知把“6月10日”写成“7月10日”，三个县按错的日子报了材料。"

    assert "把“6月10日”写成" in to_text(compose(read_sheet(f"{HEAD.format(minutes=9)}1. {fact}")))


def test_what_is_in_somebody_s_hands_is_called_by_its_whole_name() -> None:
    whole = read_fact("数据比对由县财政局副局长 钟岩 具体负责", FactType.DUTY)
    cut = read_fact("账实不符那6处由理事会副主任 马致和 负责", FactType.DUTY)

    assert charge_of(whole, whole.persons[0]) == "数据比对"
    assert charge_of(cut, cut.persons[0]) == ""


def test_what_nobody_ought_to_do_is_in_nobody_s_hands() -> None:
    fact = read_fact("环保站站长 柏青 盯偷排", FactType.DUTY)

    assert charge_of(fact, fact.persons[0]) == ""


def test_who_has_another_duty_is_in_nobody_s_hands() -> None:
    fact = read_fact("副县长 不变，县应急局局长 冼大川 总协调", FactType.DUTY)

    assert charge_of(fact, fact.persons[0]) == ""


def test_no_harm_at_all_is_taken_back_by_nothing() -> None:
    sheet = read_sheet(f"{HEAD.format(minutes=10)}综采一队连续9个月零轻伤。")

    assert not any(map(is_taken_back, statements_of(material_of_sheet(sheet))))


@pytest.mark.parametrize("fact", ["联网直报按时率99.2%，但是改数的占14%", "签了又闹的43件"])
def test_good_news_that_is_taken_back_is_not_praised(fact: str) -> None:
    sheet = read_sheet(f"{HEAD.format(minutes=10)}{fact}。")

    assert all(map(is_taken_back, statements_of(material_of_sheet(sheet))))


@pytest.mark.parametrize(
    ("says", "words", "stands"),
    [
        ("病床电梯2台只有1台能用", "住在高层的老人", False),
        ("3号楼电梯停了9天", "住在高层的老人", True),
        ("病区呼叫器修了又坏", "这一户就放得下心", False),
        ("园区缺工1900人", "留下的人身上", False),
        ("司机缺编210人", "留下的人身上", True),
    ],
)
def test_a_row_stands_beside_its_own_sense_alone(says: str, words: str, stands: bool) -> None:
    rows = {frame for those in load_frames().rows.values() for frame in those if words in frame.text}

    assert {row.stands_beside(says) for row in rows} == {stands}
