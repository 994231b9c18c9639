"""A question that a sheet leaves open is a sentence with a blank in the place of what it asks."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.facts.missing.blanks import is_hushed
from drafter.facts.missing.question import parts_of_open, question_in

HEAD = "2026年7月9日，云岭县半年工作会，县政府礼堂。副县长 邵明远 讲话，9分钟。\n【情况】\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("考核占几分还没算好", "考核占【考核分数】分"),
        ("宣传册印几本没数", "宣传册印【宣传册本数】本"),
        ("夜间巡逻几个人一组没排", "夜间巡逻【夜间巡逻人数】个人一组"),
        ("明年扩到多少个班还没定", "明年扩到【班数】个班"),
        ("孤寡老人送餐一份补几块钱，区里没批", "孤寡老人送餐一份补【孤寡老人送餐标准】"),
        ("印选票花多少没报上来", "印选票花【印选票费用】"),
        ("预算多少没报来", "预算是【预算金额】"),
        ("工期多长施工方没给准话", "工期是【工期】"),
        ("没修的什么时候修好供电所没回话", "没修的【修好时间】修好"),
        ("没修的什么时候修好公司没说", "没修的【修好时间】修好"),
        ("进多少吨供热公司没报上来", "进【吨数】吨"),
        ("什么时候装完车队没报", "【装完时间】装完"),
        ("剩下的啥时候换还没个准", "剩下的【更换时间】换"),
        ("新护士什么时候到没定", "新护士【新护士到岗时间】到"),
        ("消防演练放在哪天还没敲定", "消防演练放在【消防演练日期】"),
        ("垃圾车几点进小区没说好", "垃圾车【垃圾车进小区时间】进小区"),
        ("设计没批的那座，谁去跑还没说定", "设计没批的那座由【责任人】去跑"),
        ("东岭泵站谁包没报上来", "东岭泵站的包保责任人是【东岭泵站包保责任人】"),
        ("验收单谁签字没写", "验收单由【验收单签字人】签字"),
        ("枯死木雇谁清还没谈", "枯死木雇【枯死木人选】清"),
        ("新大棚租给谁没谈拢", "新大棚租给【新大棚承租人】"),
        ("充电口哪家公司建还没定", "充电口由【充电口公司】建"),
        ("人从哪几个科抽还没定", "人从【科室】抽"),
        ("演练由哪个部门牵头待定", "演练由【演练牵头单位】牵头"),
        ("体检在哪家医院做没定", "体检在【体检医院】做"),
        ("哪些路段禁停交警还没划", "【路段】禁停"),
        ("危房户搬到哪还没落实", "危房户搬到【危房户去处】"),
        ("奖金从哪儿出财务还没理清", "奖金从【奖金资金来源】出"),
        ("年底考核争第几没定", "年底考核争第【年底考核目标名次】"),
        ("跟班主任津贴挂不挂钩校务会还没定", "跟班主任津贴【挂钩或不挂钩】"),
        ("停车费收不收物业还在等答复", "停车费【收或不收】"),
        ("新岗位要不要证人社局没回复", "新岗位【要证或不要证】"),
        ("报来没写含不含汤", "【含汤或不含汤】"),
        ("培训放一天还是两天没定", "培训放【一天或两天】"),
        ("没写封顶还是平均", "【封顶或平均】"),
        ("超时怎么扣分人事科还没拿出办法", "超时按【超时扣分办法】扣分"),
        ("抽查结果怎么和年终考核挂钩还在商量", "抽查结果和年终考核按【抽查结果挂钩办法】挂钩"),
    ],
)
def test_a_question_has_its_blank_where_it_asks(text: str, said: str) -> None:
    question = question_in(text)

    assert question is not None
    assert said == question.said(f"【{question.label()}】")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("几点开、开到几点没定", ("", "几点开、开到几点")),
        ("护学岗保险买不买、买哪家的，保险公司还没回话", ("护学岗保险", "买不买、买哪家的")),
        ("每项检修指定一个监护人，名单还差6项没报", ("每项检修指定一个监护人", "名单还差6项")),
        ("划多少个、哪边划，交警大队没回文", ("", "划多少个、哪边划")),
    ],
)
def test_what_has_no_better_sentence_has_its_matter_and_its_words(text: str, parts: tuple[str, str]) -> None:
    assert parts == parts_of_open(text)


@pytest.mark.parametrize("text", ["谁没关扣谁", "这笔钱怎么来的没说", "每期开几场、哪天开没定", "还没拍板"])
def test_what_asks_for_nothing_or_for_two_things_is_no_question(text: str) -> None:
    assert question_in(text) is None


@pytest.mark.parametrize(
    ("text", "leans"), [("划多少个没报来", True), ("还要花多少钱没报", True), ("桥面划多少个没报来", False)]
)
def test_a_question_without_a_subject_leans_on_the_clause_in_front(text: str, leans: bool) -> None:
    question = question_in(text)

    assert question is not None
    assert leans == question.leans


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("前一个班听见响声，交接本上没写", []),
        ("当班的巡检员没核对", []),
        ("机电说没收到单子", []),
        ("投诉9起，一半是说没人接电话", []),
        ("剂量不对33张，其余是煎法没写", []),
        ("健康小屋选在哪，三个社区都想要，没定", ["健康小屋地点"]),
        ("水泵功率80（没写单位），得问总务处", ["水泵功率的计量单位"]),
        ("罚多少还在拟", ["罚款数额"]),
        ("评委名额还没分下来", ["评委名额"]),
        ("复课日期待疾控通知", ["复课日期"]),
        ("奖励金额另行研究", ["奖励金额"]),
        ("施工许可还没拿到", ["施工许可"]),
        ("每户改造标准5000（没写封顶还是平均）", ["封顶还是平均"]),
        ("实习补贴每人每月不低于1600（报来没写税前税后）", ["税前还是税后"]),
        ("抽查9栋，报表是坐在办公室填的：三层写成两层，加盖的一层没写", []),
        ("清理出库11家，6家还在核", []),
        ("3个考场的记录单是考完一次补的：几点发卷、几点收卷没记，晚到的学生没登", []),
        ("补栽的台账，是坐在屋里编的：栽了21株写成80株，死了的没登，哪天浇的水没记", []),
        ("章程写了奖励，奖励比例没写", ["奖励比例"]),
    ],
)
def test_what_is_open_is_told_from_what_was_left_undone(row: str, names: list[str]) -> None:
    assert sorted(names) == sorted(blank.what for blank in read_sheet(f"{HEAD}1. {row}。\n").blanks)


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("水费一吨两块，去年该收142000，实收118600。", "142000"),
        ("账上就剩8400块，电费一个月要3100。", "3100"),
        ("表钱每户120，水费还是2块不涨。", "120"),
    ],
)
def test_what_is_paid_beside_a_price_lacks_no_unit(line: str, bare: str) -> None:
    facts = read_sheet(f"{HEAD}1. {line}\n").facts

    assert ["块"] == [q.unit for fact in facts for q in fact.quantities if q.text == bare]


def test_what_each_is_given_of_a_fund_is_money() -> None:
    sheet = read_sheet(f"{HEAD.replace('情况', '资金')}1. 每户改造标准5000。\n")

    assert not sheet.blanks


def test_the_questions_of_a_list_share_their_matter_and_what_is_told_behind_them() -> None:
    sheet = read_sheet(f"{HEAD}1. 护学岗保险买不买、买哪家的，园里还没定，会上别讲。\n")

    assert ["护学岗保险买不买，园里还没定，会上别讲", "护学岗保险买哪家的，园里还没定，会上别讲"] == [
        blank.text for blank in sheet.blanks
    ]


def test_a_rate_that_is_wanted_is_one_of_a_hundred() -> None:
    facts = read_sheet(f"{HEAD}1. 血压控制率58.3，血糖控制率52.1，区里要求都到60。\n").facts

    assert {"%"} == {quantity.unit for fact in facts for quantity in fact.quantities}


@pytest.mark.parametrize("text", ["花" * 90000, "多少" * 45000, "9" * 90000, "张三" * 45000, "，" * 90000])
def test_no_text_takes_long(text: str) -> None:
    assert question_in(text) is None
    assert not is_hushed(text)


@pytest.mark.parametrize(
    ("row", "unit"),
    [
        ("巡查补贴每人30（没写按天还是按月）", "元"),
        ("师傅补贴每人每月300（没写从几月发）", "元"),
        ("劳务费每人每天150（没写管饭不管饭）", "元"),
        ("改造每座补助标准6000（没说按座还是按平米）", "元"),
        ("土工布缺3000（没写按平米还是按卷）", ""),
    ],
)
def test_of_a_sum_that_is_paid_it_is_asked_how_and_not_in_what(row: str, unit: str) -> None:
    assert unit == read_sheet(f"{HEAD}1. {row}。\n").facts[0].quantities[0].unit


@pytest.mark.parametrize("row", ["市里7家的总联络人还没定", "备用电源一台的价没报来", "8个村的入户率没报来"])
def test_what_only_names_what_is_open_is_no_fact_for_its_figure(row: str) -> None:
    sheet = read_sheet(f"{HEAD}1. {row}。\n")
    assert not sheet.facts
    assert len(sheet.blanks) == 1


def test_what_is_open_among_wishes_is_about_what_may_not_be_promised() -> None:
    sheet = read_sheet(
        f"{HEAD}1. 家委会希望放学后开放操场。\n【校长交代】放学后开放操场不能答应；哪天答复还没定。\n"
    )
    assert sheet.blanks[0].about == (sheet.facts[0].id,)


def test_what_is_to_be_of_a_count_is_about_the_count() -> None:
    rows = "1. 养犬投诉386件。\n2. 镇里由乔玉芬管总。\n3. 明年投诉要压到多少件，还没定。\n"
    sheet = read_sheet(f"{HEAD}{rows}")
    assert sheet.blanks[0].about == (sheet.facts[0].id,)
    assert sheet.blanks[0].what == "投诉件数"


def test_a_count_alone_ties_what_is_open_to_no_fact_of_another_matter() -> None:
    rows = (
        "1. 公益性公墓26处，经营性2处。\n2. 年检照旧。\n3. 花圈照旧。\n4. 2处没谈拢的迁坟，补偿标准没报来。\n"
    )
    sheet = read_sheet(f"{HEAD}{rows}")
    about = {fact.text for fact in sheet.facts if fact.id in sheet.blanks[0].about}
    assert not any("26处" in text for text in about)
