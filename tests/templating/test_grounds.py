"""What a comment stands on: the head of its fact, what the fact presupposes, and how many there are."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.facts.sheet import FactType
from drafter.templating.compose import compose, material_of_sheet
from drafter.templating.compose.comments.blame import is_fault
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.comments.frame import Frame
from drafter.templating.compose.comments.frames import load_frames
from drafter.templating.compose.comments.moves import told
from drafter.templating.compose.comments.shapes import is_saying
from drafter.templating.compose.composition import Sentence
from drafter.templating.compose.forms.grounds import is_urgent, natures_in_head, presupposed_in
from drafter.templating.compose.forms.natures import natures_in
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.plan.statements import statements_of

HEAD = """【任务】2026年6月1日（周一）上午9点，清河县重点工作推进会，给副县长 罗川 写讲话稿，{minutes}分钟。
【情况】
"""
COMMENTS = frozenset({"weigh", "weigh2", "contrast", "verify", "verify2", "address", "link"})


def statement(fact: str) -> Statement:
    """Return the statement that one fact makes."""
    return statements_of(material_of_sheet(read_sheet(HEAD.format(minutes=8) + fact)))[0]


def natures(fact: str) -> frozenset[str]:
    """Return the natures on which a comment on a fact may stand."""
    return natures_in_head(statement(fact), load_frames())


def comments(facts: str, minutes: int = 10) -> list[Sentence]:
    """Return the comments of a speech, with their facts."""
    speech = compose(read_sheet(HEAD.format(minutes=minutes) + facts))
    return [s for s in speech.sentences() if s.facts and s.function in COMMENTS]


def frames_of(*functions: str) -> dict[str, Frame]:
    """Return all frames in some functions, by their text."""
    found = load_frames()
    return {f.text: f for (_says, name), those in found.rows.items() if name in functions for f in those}


def test_a_word_far_behind_the_head_gives_no_ground() -> None:
    assert "演练" in natures("1. 要干的：防汛演练6月20日前办完。")
    assert "演练" not in natures("1. 要干的：物资仓库6月20日前腾空扩建完，屋顶做防水，留出演练的场地。")


def test_whose_a_thing_is_does_not_tell_what_it_is() -> None:
    assert "饮水" not in natures("1. 问题：第三水厂两台备用泵坏了半年没人修。")
    assert "审计" not in natures("1. 要干的：厂房办证28宗12月31日前办完，市资源局牵头，审计配合。")


def test_what_somebody_said_is_not_what_the_fact_is_about() -> None:
    assert "投诉" not in natures("1. 问题：食堂的饭菜凉，学生说“再这样我们就投诉到市里去”。")


@pytest.mark.parametrize(
    ("clause", "found"), [("检测中心出了两份错误报告", {"错报告"}), ("报警器误报三回", {"误报"})]
)
def test_a_word_inside_a_longer_word_is_not_heard(clause: str, found: set[str]) -> None:
    assert natures_in([("误报", "误报"), ("错报告", "错误报告")]).of(clause) == found


@pytest.mark.parametrize(
    ("fact", "name", "is_there"),
    [
        ("值班电话夜里没人接", "night", True),
        ("值班电话没人接", "night", False),
        ("喇叭6月20日前逐个试响", "several", True),
        ("喇叭6月20日前试响", "several", False),
        ("河道里的垃圾清了又回潮", "again", True),
        ("5月8日二车间反应釜泄漏，伤了一人", "harm", True),
        ("反应釜泄漏容易伤人", "harm", False),
        ("野外用火一律禁止", "ban", True),
    ],
)
def test_what_a_frame_presupposes_is_in_the_fact(fact: str, name: str, is_there: bool) -> None:
    assert (name in presupposed_in(statement(f"1. {fact}。"), "deployment")) is is_there


def test_only_those_who_do_the_work_are_told_what_to_do() -> None:
    fact = statement("1. 喇叭6月20日前试响。")

    assert "working" in presupposed_in(fact, "deployment")
    assert "working" not in presupposed_in(fact, "symposium")


@pytest.mark.parametrize("fact", ["全年没有因为下雪断过一天路", "全年火情0起", "投用以来死亡0人"])
def test_that_no_harm_was_done_is_no_problem(fact: str) -> None:
    assert statement(f"1. 问题：{fact}。").type is FactType.ACHIEVEMENT


def test_those_who_are_honoured_are_not_supervised() -> None:
    sheet = "【任务】2026年6月1日，清河县护林员表彰会，给副县长 罗川 写讲话稿，20分钟。"
    sheet += "\n1. 要干的：水泵6月20日前全部修好，物资科管。"

    assert not [s for s in compose(read_sheet(sheet)).sentences() if s.function in ("verify", "verify2")]


@pytest.mark.parametrize(
    "fact",
    ["喇叭6月20日前试响", "喷雾没人开", "演练不少于3场，6月25日前办完", "5个消防栓6月20日前修好，保卫科"],
)
def test_two_comments_at_most_stand_behind_a_fact(fact: str) -> None:
    assert len(comments(f"1. {fact}。", minutes=20)) <= 2


def test_one_saying_at_most_stands_in_a_point() -> None:
    found = comments("1. 要干的：风门6月20日前全部修好。", minutes=20)

    assert sum(is_saying(s.frame) for s in found) <= 1


def test_of_what_would_fit_any_fact_one_is_said_about_each() -> None:
    known = frames_of("weigh", "contrast", "verify", "address")
    found = comments("1. 问题：两个村的路没修。\n2. 要干的：路6月20日前修。", minutes=20)
    general = [s.facts for s in found if known[s.frame].general]

    assert len(general) == len(set(general))


def test_causes_in_a_row_have_one_general_word_behind_the_last() -> None:
    found = comments("1. 原因：一是台账没人记；二是班子没碰头；三是经费没落实。", minutes=20)
    known = frames_of("weigh", "contrast")

    assert len({s.facts for s in found if known[s.frame].general}) <= 1


def test_thanks_and_what_others_are_asked_have_no_comment() -> None:
    assert not comments("1. 要干的：请家长周末把手机收起来。", minutes=10)


def hollow(facts: str, head: str) -> list[str]:
    """Return the comments of a speech that would fit any fact."""
    speech = compose(read_sheet(f"【任务】2026年6月1日（周一）上午9点，{head}\n【情况】\n{facts}"))
    general = {text for text, f in frames_of(*COMMENTS).items() if f.general or f.of_a_kind}
    return [s.text for s in speech.sentences() if s.facts and s.function in COMMENTS and s.frame in general]


TASKS = "".join(
    f"{n}. 要干的：{thing}6月{n + 9}日前弄好。\n" for n, thing in enumerate("甲乙丙丁戊己庚辛壬癸", 1)
)


def test_one_matter_in_five_has_a_comment_that_fits_any_fact() -> None:
    assert len(hollow(TASKS, "清河县重点工作推进会，给副县长 罗川 写讲话稿，12分钟。")) <= 2


@pytest.mark.parametrize(
    "fact",
    ["厂区占地326亩，分两期", "从签约到开工98天，办了37项手续", "全区企业63家，多数做粗加工，高端的少"],
)
def test_at_a_ceremony_nothing_is_said_that_fits_any_fact(fact: str) -> None:
    assert not hollow(f"1. {fact}。", "临河产业园开工仪式，给区委书记 罗川 写致辞，6分钟。")


def test_how_it_stood_and_what_was_done_are_both_ground() -> None:
    assert "筹备快" in natures("1. 从签约到开工98天，办了37项手续，比常规少用60多天。")


def test_in_danger_nothing_is_said_that_fits_any_fact() -> None:
    assert not hollow(TASKS, "清河县暴雪应急调度会，给副县长 罗川 写讲话稿，12分钟。")


@pytest.mark.parametrize(
    ("fact", "is_there"), [("清扫主干道的环卫工人有300人", False), ("危险区要转移群众300人", True)]
)
def test_in_danger_only_what_is_urgent_gives_ground(fact: str, is_there: bool) -> None:
    head = HEAD.format(minutes=9).replace("重点工作推进会", "防汛应急调度会")
    material = material_of_sheet(read_sheet(f"{head}1. {fact}。"))
    chooser = Chooser(load_frames(), material.kind, material.tone, 0, 900)

    assert bool(told(statements_of(material)[0], material, chooser, "").natures) is is_there


@pytest.mark.parametrize(
    ("meeting", "urgent"),
    [
        ("芦汀县防汛抢险紧急调度会", True),
        ("清河县暴雪寒潮应急调度会", True),
        ("清河县应急救援队伍建设和应急演练工作会", False),
        ("清河县防汛抢险队伍点验会", False),
        ("清河县抗洪抢险总结表彰大会", False),
        ("清河县山洪灾害防御工作会", False),
        ("清河县防汛救灾和地质灾害防治动员会", False),
    ],
)
def test_urgent_is_only_a_meeting_while_something_dangerous_is_going_on(meeting: str, urgent: bool) -> None:
    assert is_urgent(meeting) is urgent


@pytest.mark.parametrize(
    ("present", "is_there"), [("杨家塘村村民代表会议", False), ("清河县重点工作推进会，乡镇长参加", True)]
)
def test_villagers_are_not_told_how_to_work(present: str, is_there: bool) -> None:
    assert ("working" in presupposed_in(statement("1. 电表换好。"), "deployment", present)) is is_there


@pytest.mark.parametrize("words", ["病人跌倒5例，2例骨折", "脚手架上摔下一人", "漏诊3例"])
def test_what_hurt_somebody_is_a_fault_and_no_deed_to_praise(words: str) -> None:
    assert is_fault(words)


def test_what_was_taken_by_fraud_is_a_fault() -> None:
    assert is_fault("原会计把去世的17名老人继续造册，冒领养老金9年")


def test_that_nobody_was_hurt_is_no_fault() -> None:
    assert not is_fault("灯箱当街倒下来，没人受伤")


@pytest.mark.parametrize(
    "fact", ["技能培训班开了14期，培训612人，用上了的172人", "三季度产煤182万吨，完成计划的102.6%，轻伤3人"]
)
def test_good_news_that_its_own_sentence_takes_back_is_not_praised(fact: str) -> None:
    rows = load_frames()
    praise = {f.text for name in ("weigh", "contrast") for f in rows.of("achievement", name)}

    assert not praise & {s.frame for s in comments(f"1. 成绩：{fact}。", minutes=20)}


def test_bare_days_are_counted_twice_in_a_speech_at_most() -> None:
    tasks = "；".join(f"{thing}6月{day}日前修" for day, thing in enumerate("路桥渠坝塘井", 8))
    speech = compose(read_sheet(HEAD.format(minutes=20) + f"1. 要干的：{tasks}。"))

    assert sum("{days}" in s.frame and "{rate}" not in s.frame for s in speech.sentences()) <= 2


def test_the_day_of_a_task_is_named_again_twice_at_most() -> None:
    found = comments("1. 要干的：14个消火栓6月11日前修好，水务公司负责。", minutes=20)

    assert sum("{day}" in s.frame or "{by}" in s.frame for s in found) <= 2


@pytest.mark.parametrize(
    ("of_another", "words"),
    [
        ("科研经费报销平均41天", "住了院"),
        ("每月电话回访200名出院患者", "来办过事的人"),
        ("粮仓通风不足", "险的是在井下"),
        ("厂房11万平方米三季度交付", "能住人的房子"),
        ("试卷双人双锁保管", "后一个签字的"),
        ("评委库扩到300人，随机抽", "看的就是没有准备"),
        ("白条入账41张，用于招待", "换不回现钱"),
        ("企业职工养老参保41.2万人", "躺进医院"),
        ("快递外卖工伤参保到1万人", "该报的报得到"),
        ("38份4月30日前清退完", "退的人走了"),
    ],
)
def test_what_names_one_trade_is_said_in_that_trade_alone(of_another: str, words: str) -> None:
    frames = [frame for text, frame in frames_of(*COMMENTS).items() if words in text]

    assert frames and not any(frame.stands_beside(of_another) for frame in frames)


def test_that_nobody_was_hurt_makes_no_good_news_of_a_mishap() -> None:
    sheet = read_sheet(
        "岚石公司复产安全动员会\n2026年2月24日10:00\n讲话：副总经理 荀九思\n情况：\n"
        "去年复产那回，二车间蒸汽阀内漏没发现，升温快了，没伤人\n要求：\n盲板2月25日前对清\n"
    )
    (found,) = (s for s in statements_of(material_of_sheet(sheet)) if "没伤人" in s.words)

    assert found.type is FactType.PROBLEM
