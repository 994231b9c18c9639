"""The matter on which the leader wants weight is told through, and the report says whether it is."""

from __future__ import annotations

from functools import lru_cache

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import Composition, compose, to_text
from drafter.templating.compose.comments.told import FACTUAL
from tests.templating.test_deeds import WORK


@lru_cache
def speech(wish: str) -> Composition:
    return compose(read_sheet(WORK.format(wish)))


def on(wish: str, words: str) -> list[str]:
    """Return the sentences on the fact that has these words."""
    fact = next(s.facts for s in speech(wish).sentences() if words in s.text)
    return [s.text for s in speech(wish).sentences() if set(s.facts) & set(fact)]


def test_a_stressed_wrong_has_sentences_that_weigh_it() -> None:
    assert len(on("老鹰桥这件事要讲透", "桥面沉了18厘米")) >= 4


def test_a_wrong_on_which_there_is_no_weight_has_fewer() -> None:
    assert len(on("别打官腔", "桥面沉了18厘米")) < len(on("老鹰桥这件事要讲透", "桥面沉了18厘米"))


def test_an_accident_in_which_nobody_was_hurt_is_no_achievement() -> None:
    told = to_text(speech("老鹰桥这件事要讲透"))

    assert "能做到这" not in told
    assert "没有伤人。" in told


def test_a_death_that_nobody_noticed_is_weighed_as_a_wrong() -> None:
    sheet = read_sheet(
        "街道网格化治理推进会\n2026年3月12日，街道三楼。书记 曲明川 讲，8分钟。\n"
        "1. 11月一户独居老人去世4天才被发现，那栋楼的走访记录写的是“情况正常”。\n"
        "2. 任务清单3月底前清一遍。\n书记交代：去世老人那件事说重。\n"
    )
    told = to_text(compose(sheet))
    assert "这恰恰是功夫" not in told
    assert "门里头是什么样，没有人去看" in told


def weighed(fact: str, wish: str) -> str:
    """Return the speech on one fact of a school, and on one wish of its head."""
    return to_text(
        compose(
            read_sheet(
                "镇中心学校工作例会\n2026年9月16日，阶梯教室。校长 曲明川 讲，8分钟。\n"
                f"1. {fact}。\n2. 分工表9月20日前重排。\n校长交代：{wish}。\n"
            )
        )
    )


def test_a_wrong_that_the_sheet_tells_as_how_things_stand_is_weighed_as_a_wrong() -> None:
    told = weighed("体检空腹等到中午的有31人", "空腹等的事讲透")

    assert "空着肚子的人" in told
    assert "饿着的人钟点过得慢" in told


def test_a_wrong_is_weighed_where_the_sheet_tells_with_it_who_helped() -> None:
    told = weighed("9月有2位空腹老人排队时低血糖，其中1位晕倒，护士扶住了", "晕倒的老人那件事要说重")

    assert "人能忍，身子忍不住" in told


def test_a_wrong_in_the_words_of_a_check_is_weighed_as_a_wrong() -> None:
    told = weighed("有两个班拿跑圈当惩罚，作业没交的跑三圈", "跑圈当惩罚说痛")

    assert "本来是件好事，拿来当罚" in told


def test_what_each_takes_for_the_work_of_the_other_is_weighed() -> None:
    told = weighed("东楼水房两周没人扫，三年级和四年级都以为是对方的", "水房没人扫这件事说重")

    assert "这头当是那头的，那头当是这头的" in told


def test_who_walked_through_the_dark_has_not_left_his_post() -> None:
    told = weighed("上周路灯坏了，住校生摸黑走了25分钟", "摸黑那件事说痛")

    assert "走的人不会来打招呼" not in told
    assert "走在黑里的人" in told


def test_what_came_out_well_is_not_weighed_as_a_wrong() -> None:
    sheet = read_sheet(
        "街道文明城市复检推进会\n2026年8月20日，街道三楼。书记 常岱 讲，7分钟。\n"
        "1. 老粮站社区：把乱停最凶的三条巷子分给住户认领，居民自己议的规矩，三个月没反弹。\n"
        "2. 占道8月25日前退回线内。\n书记的意思：老粮站的办法讲细。\n"
    )
    assert "守起来就像守自家的院子" in to_text(compose(sheet))


@pytest.mark.parametrize("wish", ["老鹰桥这件事要讲透", "老鹰桥这件事要讲透，是今天的重头"])
def test_a_stressed_matter_told_in_sentences_enough_is_met(wish: str) -> None:
    assert [each.met for each in speech(wish).report.wishes] == [True]
    assert speech(wish).report.unchecked == ()


def test_what_nothing_on_the_sheet_tells_of_is_left_to_the_reader() -> None:
    assert speech("隧道照明要讲透").report.unchecked == ("隧道照明",)


NOTES = """汀洲区农贸市场整治会
时间：2026年8月14日下午3点
讲话人：副区长 于闻野，9分钟
问题：
1. 塔前街道建了“摊主互查”，投诉从每月46件降到17件。
成绩：
1. 敲帮问顶记录抽了50本，有23本是一个人的笔迹。
区长的意思：{}
"""


def types_of(wish: str) -> list[str]:
    return [fact.type.value for fact in read_sheet(NOTES.format(wish)).facts]


def test_what_is_told_to_hurt_is_no_achievement() -> None:
    assert types_of("代写记录的事，23本，要讲痛") == ["problem", "problem"]


def test_what_others_are_to_learn_is_no_problem() -> None:
    assert types_of("塔前的互查写细，可以让人照着学") == ["achievement", "achievement"]


def test_a_stressed_matter_has_no_sentence_about_the_stress() -> None:
    told = to_text(compose(read_sheet(NOTES.format("代写记录的事，23本，要讲痛"))))

    assert not any(words in told for words in ("讲它", "往重里讲", "没有白讲"))


FALL = """汀洲区养老服务工作会
时间：2026年8月14日下午3点
讲话人：副区长 于闻野，9分钟
问题：
1. 7月6日，柳巷一位独居老人在家摔倒，邻居敲门没人应，28个小时才被发现。
区长的意思：摔倒的事要讲透
"""


def test_a_stressed_story_is_weighed_by_what_its_later_clauses_tell() -> None:
    assert "只要有人打个电话、敲一敲门，就能早一点知道。" in to_text(compose(read_sheet(FALL)))


STORY = """光华区市政设施隐患整治调度会
2026年8月6日（周四）9:00　区城管局　局长 郦川 9分钟
〔数〕路灯1.8万盏，不亮的702盏
〔事〕7月14日晚，梨园巷路灯灭了11盏，一位护士踩进没盖的雨水井，小腿骨折
〔做〕1、702盏8月20日前亮；2、雨水井8月25日前装防坠网1200张；3、9月15日前给井盖都编号
局长：梨园巷的事讲重
"""


def test_weight_on_what_happened_makes_no_task_the_weightiest() -> None:
    told = to_text(compose(read_sheet(STORY)))

    assert "重在雨水井" not in told and "最要紧的一件" not in told
    assert "梨园巷这件事" in told


PRAISE = """“最美退役军人”“最美军嫂”表扬会
2026年7月30日 15:00 区文化馆 讲话：区委书记 闻人杰 6分钟
流程：宣读名单、颁奖、退役军人代表郝石头发言、书记讲
最美退役军人12名、最美军嫂6名，家属到场
郝石头，汽车兵出身，回来开校车19年，没出过一次事故；军嫂白小荷，丈夫守海岛11年，一个人带两个孩子、照顾瘫痪的婆婆
区里要办：公交、公园对退役军人免费，10月1日起；军嫂就业帮扶，已帮46人
书记：像家里人说话；军嫂多讲
"""


def test_at_a_ceremony_no_task_weighs_most() -> None:
    told = to_text(compose(read_sheet(PRAISE)))

    assert "最重" not in told and "要紧" not in told


PUMPS = """石渡口矿雨季防排水会
时间：2026年7月3日上午8点半
讲话人：矿长 高远桥，10分钟
问题：
1. {}
矿长：{}
"""


@pytest.mark.parametrize(
    ("fact", "matter"),
    [
        ("6月18日夜里备用泵启动晚了12分钟，值班的没签接班记录，没出事", "备用泵那12分钟"),
        ("老仓库的货垛歪了，砸下来的时候底下没人", "货垛"),
        ("一位职工为补材料跑了5趟，还没办成", "补材料跑了5趟"),
    ],
)
def test_a_stressed_wrong_of_no_known_matter_is_weighed_by_its_own_words(fact: str, matter: str) -> None:
    told = compose(read_sheet(PUMPS.format(fact, f"{matter}要讲透")))
    said = next(p for p in told.paragraphs() if any(fact[:8] in s.text for s in p))

    assert len([s for s in said if s.function in ("weigh", "weigh2", "contrast", "address")]) >= 3


def why_in(notes: str) -> list[str]:
    return [s.text for s in compose(read_sheet(notes)).sentences() if s.function == "why" and s.facts]


def test_behind_a_stressed_wrong_stands_why_its_subject_matters() -> None:
    notes = PUMPS.format("综采二队皮带机头护罩拆了没装回去，照样开机，没伤着人", "皮带护罩要讲透")

    assert len(why_in(notes)) == 1


def test_a_subject_that_shares_a_word_alone_says_nothing_of_it() -> None:
    # 泊位 of a quay is no parking place.
    notes = PUMPS.format("3号泊位吊钢卷，吊带断了一股，底下没人", "吊带要讲透")

    assert not any("车" in text for text in why_in(notes))


HEAVY = """恒岭厂吊装安全会
2026年5月21日，厂部三楼。厂长 傅振声 讲，8分钟。
1. 4月28日夜班，装配车间钢丝绳断了一股，齿轮箱落在地上，旁边两个人刚走开。厂长看法：没伤人是侥幸。
2. 原因：断丝6月就报过两次，单子压在班里，没人去修。
3. 10月12日晚上，一个老人在厂门口被大狗扑倒，住院11天。
4. 抽看点检档案200份，其中照片是前年旧照的13份。
要求：
1. 18件吊具5月29日前找齐。
厂长交代：{}。
"""


@pytest.mark.parametrize(
    ("wish", "words", "said"),
    [
        ("4月28日那件事要说痛", "齿轮箱落在地上", "隔着薄薄的一层"),
        ("单子压在班里这件事往重里说", "单子压在班里", "纸压得住，毛病压不住"),
        ("老人被扑倒这件事要讲重", "住院11天", "家里还要有人丢下手里的事去守着"),
        ("旧照片这件事要说痛", "前年旧照", "照片是替人去看的"),
    ],
)
def test_a_wrong_is_told_through_whatever_it_reads_as(wish: str, words: str, said: str) -> None:
    told = compose(read_sheet(HEAVY.format(wish)))
    facts = next(s.facts for s in told.sentences() if words in s.text)
    assert said in "".join(s.text for s in told.sentences() if set(s.facts) & set(facts))


def test_a_stressed_wrong_has_no_more_than_three_comments() -> None:
    sheet = read_sheet(
        "区老旧消防设施整改推进会\n2026年11月12日，区政府三楼。副区长 佟冠英 讲，10分钟。\n"
        "1. 10月23日夜里，纺织三村6号楼二楼堆的纸箱着了，门卫老聂拎灭火器按住的，没伤人。\n"
        "2. 93扇门11月20日前打开，不许再锁。\n佟区长的意思：纺织三村这件事要讲重。\n"
    )
    said = [s for s in compose(sheet).sentences() if s.function not in FACTUAL and s.facts]
    first = said[0].facts
    assert len([s for s in said if s.facts == first]) == 3


def test_a_matter_of_which_only_the_facts_are_said_is_not_told_through() -> None:
    sheet = read_sheet(
        "镇中心学校工作例会\n2026年9月16日，阶梯教室。校长 曲明川 讲，8分钟。\n"
        "1. 西墙斜了。\n2. 西墙9月30日前扶正，由总务处负责。\n3. 西墙扶正花2万元，从公用经费里出。\n"
        "校长交代：西墙这件事讲透。\n"
    )
    assert [wish.met for wish in compose(sheet).report.wishes if "西墙" in wish.text] == [False]


def test_each_of_four_stressed_wrongs_is_weighed() -> None:
    sheet = read_sheet(
        "镇中心学校工作例会\n2026年9月16日，阶梯教室。校长 曲明川 讲，8分钟。\n"
        "1. 东楼水房没人扫，三年级和四年级都以为是对方的。\n2. 体检空腹等到中午的有31人。\n"
        "3. 住校生摸黑走了25分钟。\n4. 有两个班拿跑圈当惩罚。\n"
        "校长交代：水房没人扫讲透；空腹等的事说重；摸黑那件事说痛；跑圈当惩罚讲痛。\n"
    )
    assert "罚的时候他是动了手" in to_text(compose(sheet))
