"""What a line tells in a speech of its kind: deeds and honours at a ceremony, cases in a warning."""

from __future__ import annotations

import datetime

import pytest

from drafter.facts.read import read_sheet
from drafter.facts.sheet import Fact, FactType
from drafter.facts.wishes.owning import owned
from drafter.templating.compose import compose, to_text

AWARD = "云溪县“最美护路人”颁奖会\n时间：2026年6月12日上午10点\n讲话：县交通局局长 穆云程，6分钟\n内容：\n"
WARNING = "云溪县粮食系统警示教育会\n时间：2026年6月12日上午10点\n讲话：县纪委书记 商如晦，8分钟\n"


def read(head: str, *lines: str) -> tuple[Fact, ...]:
    return read_sheet(head + "\n".join(lines), today=datetime.date(2026, 6, 1)).facts


@pytest.mark.parametrize(
    "line",
    [
        "秦九斤，云岭道班，养了33年路，管18公里盘山路，今年10月退休",
        "护理班11个女生，寒假在卫生院值了18个夜班，有一回半夜抱着高烧的孩子走了2里路送到急诊",
        "汽修班给村里修农机，3年修了215台，不收钱",
        "云岭隧道值守班（集体）：去年8月3日隧道内货车起火，4分钟到场，疏散37人，没有人员伤亡",
        "“银发剪刀队”9个人，平均67岁，每月上门给失能老人理发",
        "去年1500米，初二学生吴桐摔倒后跑完全程，最后一个冲线",
        "苗喜凤的合作社以前芹菜砍下来就蔫，去年烂了40多吨，今年头一批60吨已经进库了",
    ],
)
def test_what_somebody_did_is_one_deed_at_a_ceremony(line: str) -> None:
    (fact,) = read(AWARD, f"● {line}。")
    assert (FactType.CASE, line) == (fact.type, fact.text)


def test_winners_and_their_prizes_are_honours() -> None:
    lines = ("● 这次表彰20人，6个集体。20人里桥隧值守3人，治超站2人。", "● 奖金：个人每人3000元。")
    assert {FactType.AWARD} == {fact.type for fact in read(AWARD, *lines)}


def test_winners_who_are_counted_behind_a_label_alone_are_called_by_it() -> None:
    assert "受表彰的20人，其中女7人" in [fact.text for fact in read(AWARD, "受表彰 20人，其中女7人。")]


def test_that_nothing_went_wrong_is_told_with_what_was_done() -> None:
    texts = [fact.text for fact in read(AWARD, "● 去年冬天除雪7900公里次，没有因为积雪断过路。")]
    assert ["去年冬天除雪7900公里次，没有因为积雪断过路"] == texts


def test_what_a_heading_admits_stays_a_problem_at_a_ceremony() -> None:
    (fact,) = read(AWARD, "● 一线的难处：道班房老旧的有26处。")
    assert FactType.PROBLEM is fact.type


def test_how_somebody_was_punished_is_a_case_and_never_torn() -> None:
    line = "处分9个人，其中村支书2人，会计4人，镇农经干部1人，其他2人"
    (fact,) = read(WARNING, "材料", f"▲ {line}")
    assert (FactType.CASE, line) == (fact.type, fact.text)


def test_a_row_that_parts_a_sum_is_told_whole() -> None:
    (fact,) = read(WARNING, "材料", "▲ 63条里  白条入账 29   合同不规范 18   挪用 5")
    assert "63条里，白条入账29条，合同不规范18条，挪用5条" == fact.text


def test_what_a_check_brought_out_threatens_nobody() -> None:
    facts = read(WARNING, "专项检查", "查了11个粮站，账实不符的仓7个。", "下一步", "7个仓6月25日前核清。")
    assert FactType.PROBLEM is facts[0].type


def test_who_will_be_punished_stays_a_check() -> None:
    (fact,) = read(WARNING, "怎么改", "① 谁发现不测气就下的，当场叫停，奖200元；")
    assert FactType.CHECK is fact.type


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("镇里记了个本子，没往下转。——镇里这条失察，书记说要自己认", "镇里这条失察，这个账我认"),
        ("局党组去年只研究1次。——局长说这一条是党组的责任，由他来认", "这一条是党组的责任，这个账我认"),
        ("三年没有去库房看过一回。——这一条党委的，滑书记说他要认账", "这一条是党委的，这个账我认"),
        ("2024年也有一回，没上报。——这件没上报是集团的事，王总要认", "这件没上报是集团的事，这个账我认"),
    ],
)
def test_what_the_leader_owns_up_to_is_his_own_word_behind_its_fact(line: str, said: str) -> None:
    (fact,) = read(WARNING, "问题：", f"1. {line}。")
    assert fact.text.endswith(f"。{said}")


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("检修是矿上压的，这个账他自己认，别推给区队", "检修是矿上压的，这个账我认"),
        ("党委没看住，书记自己先认账", "党委没看住，这个账我认"),
        ("是院里人手没排够，院长先认账", "院里人手没排够，这个账我认"),
        ("充电贵、远，是咱们没做到前头，认一句", "充电贵、远，是我们没做到前头，这个账我认"),
        ("是我们的错，认", ""),
        ("记分不公的事承认", "记分不公，这个账我认"),
        ("抢趟的根子在结算，公司认", "抢趟的根子在结算，这个账我认"),
        ("欠补贴这事局里认，别往乡镇身上推", "欠补贴，这个账我认"),
        ("要把北岗吵架的事认下来，是村里没做好", "北岗吵架的事，是村里没做好，这个账我认"),
        ("别推给区队", ""),
    ],
)
def test_what_a_wish_owns_up_to_is_said_in_the_first_person(wish: str, said: str) -> None:
    assert owned(wish) == said


def test_what_a_wish_owns_up_to_stands_behind_its_fact() -> None:
    head, wish = AWARD.replace("内容：\n", ""), "县长的意见：晚发工资那件是县里没安排好，县长说他来认。"
    lines = (head, "难处：", "1. 绩效工资上半年晚发了两个月。", "2. 周转房差170套。", wish)
    said = to_text(compose(read_sheet(lines[0] + "\n".join(lines[1:]))))
    assert "晚发了两个月。晚发工资那件是县里没安排好，这个账我认。" in said


def test_what_stands_in_front_of_a_deed_on_its_line_is_no_part_of_it() -> None:
    facts = read(AWARD, "● 青羊镇18个村。季怀谷在这干了7年，修通了14个村的路，去年大旱没有一个村断水。")
    assert [FactType.SITUATION, FactType.CASE] == [fact.type for fact in facts]


def test_a_remark_that_a_paper_was_looked_over_is_no_deed() -> None:
    facts = read(
        AWARD.replace("内容：\n", ""), "二、事迹（人劳部核过）", "1、汽修班给村里修农机，修了215台。"
    )
    assert ["汽修班给村里修农机，修了215台"] == [fact.text for fact in facts]


CASE = "1. 去年秋收，石埠库点保管员甘某同粮贩串通，套走粮款58万元，今年8月开除。"


def test_what_was_got_back_and_how_it_began_goes_on_with_the_case() -> None:
    first, *rest = read(WARNING, "材料", CASE, "2. 头一笔是收了两条烟，九个月没人发觉。", "3. 追回41万元。")
    assert {(FactType.CASE, first.group)} == {(fact.type, fact.group) for fact in rest}


def test_what_is_counted_of_all_is_not_of_the_case_in_front() -> None:
    first, *rest = read(WARNING, "材料", CASE, "2. 今年1至5月全县立案9件，处分7人。")
    assert first.group not in {fact.group for fact in rest if "立案" in fact.text}


ACCIDENT = """“6·3”吊装事故通报会
厂长 邢铁生，6月9日（2026年，周二）早上，10分钟
事故是这么回事
6月3日下午，二号车间吊机座，吊带断了，砸了起重工郝双喜的左腿
吊带早该报废，边上磨毛了，班里说再用一回
安全员上午巡过，看见吊带了，没吭声
今年厂里查隐患54处，整改了39处
厂里6月5日定的
所有吊带6月12日前过一遍筛
"""


def test_what_went_wrong_at_an_accident_is_told_line_by_line_behind_it() -> None:
    facts = read_sheet(ACCIDENT).facts
    cases = [fact.text for fact in facts if fact.type is FactType.CASE]
    assert ["吊带早该报废，边上磨毛了，班里说再用一回", "安全员上午巡过，看见吊带了，没吭声"] == cases[1:]


def test_a_line_that_only_announces_others_is_told_nobody() -> None:
    assert "事故是这么回事" not in [fact.text for fact in read_sheet(ACCIDENT).facts]


def test_who_decided_and_when_stands_on_a_line_over_the_tasks() -> None:
    (basis,) = (fact for fact in read_sheet(ACCIDENT).facts if fact.type is FactType.BASIS)
    assert "厂里6月5日定的" == basis.text


def test_each_winner_on_a_line_is_told_by_himself() -> None:
    line = "● 苗喜凤，网格员，三个月上门跑了26趟。退休教师温世昌，自己掏钱印漫画3000份。"
    first, second = read(AWARD, line)
    assert first.group != second.group


def test_what_relatives_did_stays_with_the_winner() -> None:
    first, second = read(AWARD, "● 秦九斤，云岭道班，养了33年路。儿子秦望去年也考进了公路中心，跟他干。")
    assert first.group == second.group


def test_who_stands_behind_a_winner_is_no_honour_but_a_deed() -> None:
    head = AWARD.replace("内容：\n", "二、先进的事\n")
    rows = "1. 韦大柱，干了26年。", "2. 家属：抢修班的谭家旺大年三十抢修，年夜饭是爱人送到坑边吃的。"
    assert FactType.CASE is read(head, *rows)[-1].type


SCALD = """金湾小学学生烫伤事故通报暨警示教育会 校长荀若谷讲8分钟 5月12日（2026年周二）下午 阶梯教室
前面政教主任通报情况
5月8日中午，二年级3班排队打汤，汤桶没盖，推车翻了，烫伤3个孩子
原因 1总务处报修没人跟 2食堂图快 3三个班挤在一起
"""


def test_a_day_before_the_meeting_opens_what_happened_and_is_no_day_of_the_meeting() -> None:
    assert read_sheet(SCALD).facts[0].text.startswith("5月8日中午，二年级3班")


def test_bare_figures_that_count_on_number_the_causes_of_a_line() -> None:
    causes = [fact.text for fact in read_sheet(SCALD).facts if fact.type is FactType.CAUSE]
    assert causes[:2] == ["总务处报修没人跟", "食堂图快"]


def test_what_is_counted_over_months_goes_on_with_no_case() -> None:
    sheet = read_sheet(
        "临河城发集团警示教育大会\n2026年9月4日9:30\n讲话：董事长 韩立群，11分钟\n材料：\n"
        "① 采购中心原副主任严某，四年间拆单38次，拿好处41万元。案子已判。\n"
        "② 今年1—7月自查合同1126份，发现问题89份。已改62份，剩下27份。\n"
    )
    checked = [fact for fact in sheet.facts if "62份" in fact.text or "1126份" in fact.text]
    assert checked and all(fact.type is not FactType.CASE for fact in checked)
