"""The leader's own words about people stand behind what the sheet tells of them."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text

SHEET = """【任务】2026年9月3日下午2点，青藤街道防台风复盘会。给街道党工委书记 沙维城 写讲话，8分钟。
【情况】
1. 转移人员1432人，没有人员伤亡。
2. 转移时有214户不肯走，有的说前两年喊了几回都没来。
3. 社区书记有权决定提前转移，不用等街道通知，转移早了不问责。
4. 环卫工人112人，从21日晚上8点干到22日中午。
5. 街道楼长一共530人，不拿钱。
6. 月塘社区21个楼门签了17个，办法是书记和楼长晚上上门。
7. 环卫工人雨天作业补助提到每天80元。
8. 毛病：机手图快，留茬高。
9. 其中柳坝镇4个、东塬乡2个，另外3个散在3个乡镇。
【沙书记的意思】
1. {}。
"""


@lru_cache
def paragraphs(wish: str) -> list[str]:
    return to_text(compose(read_sheet(SHEET.format(wish)))).split("\n")


def paragraph_with(wish: str, words: str) -> str:
    found = [each for each in paragraphs(wish) if words in each]
    assert len(found) == 1, "told once"
    return found[0]


@pytest.mark.parametrize(
    ("wish", "said", "fact"),
    [
        ("不肯走的214户，别埋怨人家，是咱们前几回喊得不准", "不能埋怨人家，是我们前几回喊得不准。", "214户"),
        ("社区书记那条讲透，让他们敢喊撤", "社区书记要敢喊撤。", "不问责"),
    ],
)
def test_own_words_stand_behind_the_fact_about_those_people(wish: str, said: str, fact: str) -> None:
    assert fact in paragraph_with(wish, said)


def test_people_without_a_fact_are_named_in_front_of_the_words() -> None:
    assert "一楼住户有一楼住户的道理。" in "".join(paragraphs("一楼住户有一楼住户的道理，话要说公道"))


def test_thanks_are_said_with_the_fact_about_those_thanked_and_no_other() -> None:
    told = paragraph_with("谢楼长", "530人")

    assert "月塘" not in told
    assert "谢" in told


def test_what_is_planned_for_people_is_not_told_with_the_thanks() -> None:
    assert "80元" not in paragraph_with("环卫工人要谢，他们那晚没合眼", "环卫工人那晚没合眼。")


def test_no_fault_stands_beside_the_thanks() -> None:
    assert "留茬" not in paragraph_with("机手是帮咱们忙的，谢一句", "机手是帮我们忙的。")


def test_families_are_spoken_of_through_those_who_are_in_the_hall() -> None:
    assert "请替我给家属带一句话" in "".join(paragraphs("带家属说一句心里话"))


def test_a_word_is_carried_by_whom_the_wish_names() -> None:
    told = "".join(paragraphs("居民那头，请社区书记捎句话：半夜敲门是为了大家好"))

    assert "请社区书记给居民捎一句话：半夜敲门是为了大家好。" in told


def test_a_body_is_praised_with_the_one_who_leads_it() -> None:
    told = "".join(paragraphs("月塘社区要夸，主任叫葛青岩"))

    assert "月塘社区和主任葛青岩" in told


def test_a_body_spared_by_two_signs_of_its_name_is_one_of_its_sort() -> None:
    sheet = SHEET.replace("8. 毛病", "8. 绿恒公司6月有4条路漏扫。\n9. 毛病").replace("9. 其中", "10. 其中")
    told = to_text(compose(read_sheet(sheet.format("绿恒不点名"))))

    assert "绿恒" not in told
    assert "有一家公司6月有4条路漏扫" in told


def test_a_company_called_by_its_trade_is_spared_as_one_of_them() -> None:
    sheet = SHEET.replace("8. 毛病", "8. 锦泰机械去年被查19次。\n9. 毛病").replace("9. 其中", "10. 其中")
    told = to_text(compose(read_sheet(sheet.format("锦泰机械不点名"))))

    assert "锦泰" not in told
    assert "有一家企业去年被查19次" in told


def test_any_person_is_nobody_by_the_name_of_he() -> None:
    sheet = SHEET.replace("3. 社区书记有权", "3. 门卫有权拦下任何人出门，社区书记有权")
    told = to_text(compose(read_sheet(sheet.format("门卫那条讲透，让门卫敢拦"))))

    assert "何人出门的事" not in told
    assert "门卫要敢拦。" in told


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("捎句话给子女：常回来陪着吃顿饭", "有一句话说给子女：常回来陪着吃顿饭。"),
        ("停了水的300户，给人家鞠一躬", "在这里，我给停了水的300户鞠一躬。"),
        ("老驾驶员身体要当心，嘱咐一声", "老驾驶员身体要当心。"),
        ("晚点不能全怪驾驶员，一个人干两个人的活", "晚点不能全怪驾驶员，一个人干两个人的活。"),
        ("家长那头，请站长带句话：晚到十分钟别急", "请站长给家长捎一句话：晚到十分钟别急。"),
        ("别埋怨一楼住户，人家有人家的难处", "不能埋怨一楼住户，人家有人家的难处。"),
        ("不要怪一楼的住户，人家也有难处", "不能怪一楼的住户，人家也有难处。"),
        ("对调度员说一句，让他敢下令", "调度员要敢下令。"),
        ("对敢说出来的孩子，提醒大家好好接住", "对敢说出来的孩子，请大家好好接住。"),
        ("退休老专家问个好", "向退休老专家问候一声。"),
        ("对上级支持感谢一句就行", "感谢上级的支持。"),
        ("最后说常回来", "最后一句：常回来。"),
        ("最后一句话他想落在“街上的人怎么看我们”上", "最后说一句：街上的人怎么看我们。"),
        ("外委司机也是自己人，这话说在前头", "外委司机也是自己人。"),
        ("大多数医护是好的，要说一句", "大多数医护是好的。"),
        ("老师也有家，群里这条替老师说", "老师也有家。"),
        ("派遣工一样出力，不能当外人", "派遣工一样出力，不能当外人。"),
        ("压船那两次，跟通海公司说声对不住，请商务部带到", "这句话，请商务部带到。"),
    ],
)
def test_what_a_wish_has_in_words_is_said_so(wish: str, said: str) -> None:
    assert said in "".join(paragraphs(wish))


def test_where_somebody_sits_is_not_told() -> None:
    assert "后排" not in "".join(paragraphs("楼长夸一句，他来了，坐后排"))


def test_a_spared_name_in_a_list_leaves_what_it_is() -> None:
    assert "柳坝镇4个、另一个乡2个" in "".join(paragraphs("东塬不点"))


@pytest.mark.parametrize("count", ["5个班", "两个学院"])
def test_so_many_have_no_name_that_could_be_spared(count: str) -> None:
    sheet = SHEET.replace("3. 社区书记", f"3. 作业超过60分钟的{count}，社区书记")
    told = to_text(compose(read_sheet(sheet.format(f"不点{count}"))))

    assert f"超过60分钟的{count}" in told


def test_how_a_spared_body_may_be_called_is_no_sentence() -> None:
    assert "有一家物业" not in "".join(paragraphs("“有一家物业”可以说"))


def test_words_without_facts_are_few() -> None:
    assert paragraph_with("对保洁员说几句暖心话", "保洁员").count("。") <= 4


@pytest.mark.parametrize(
    "wish", ["受伤工友不点名，问候一句", "给受伤工友问候一句", "问候一下受伤工友", "受伤工友问候一声"]
)
def test_who_is_hurt_is_greeted(wish: str) -> None:
    assert "向受伤工友问候一声，盼着早日康复。" in "".join(paragraphs(wish))


def test_who_bears_no_blame_is_told_so_in_more_than_the_words_of_the_wish() -> None:
    told = paragraph_with("东城水厂职工不能跟着背黑锅，替他们说一句", "东城水厂")

    assert told.startswith("东城水厂职工不能跟着背黑锅。")
    assert told.count("。") >= 2


def test_what_a_wish_tells_of_people_goes_on_behind_their_name() -> None:
    assert "护林员钱少山大。" in "".join(paragraphs("替护林员说句公道话，钱少山大"))


def test_who_is_greeted_takes_no_deeds_of_his_trade() -> None:
    told = "".join(paragraphs("受伤的环卫工人问候一句"))

    assert "112人" in told
    assert "112人" not in paragraph_with("受伤的环卫工人问候一句", "问候")


def test_who_is_praised_for_what_he_showed_is_praised_with_it() -> None:
    sheet = SHEET.replace("【情况】", "【会序】翠屏社区介绍撤桶并点→沙书记讲。\n【情况】")

    assert "翠屏社区撤桶并点的做法" in to_text(compose(read_sheet(sheet.format("翠屏社区表扬一下"))))


def test_a_surname_that_is_not_to_be_told_is_left_out() -> None:
    sheet = SHEET.replace("8. 毛病", "8. 月塘社区有个姓祁的老师傅不肯签，后来签了。\n9. 毛病").replace(
        "9. 其中", "10. 其中"
    )
    told = to_text(compose(read_sheet(sheet.format("祁师傅的姓就别提了"))))

    assert "有个老师傅不肯签" in told


def test_whom_another_wish_names_is_not_spared() -> None:
    told = "".join(paragraphs("东塬乡不点；东塬乡可以点"))

    assert "东塬乡2个" in told


def test_who_is_praised_for_how_he_spoke_is_praised_right_behind_it() -> None:
    sheet = SHEET.replace("【情况】", "【会序】月塘社区表态→沙书记讲。\n【情况】")
    told = to_text(compose(read_sheet(sheet.format("月塘社区整改快，夸一句"))))

    assert told.count("月塘社区整改快，") == 1, "in the words of the wish, and once"
    assert "自己的问题" not in told, "he only promised"


def test_a_clause_that_tells_how_somebody_spoke_is_one_wish_with_the_praise() -> None:
    sheet = SHEET.replace("【情况】", "【会序】月塘社区作检讨→沙书记讲。\n【情况】")
    found = read_sheet(sheet.format("月塘社区检讨认得干脆，肯定一句")).intents

    assert [(i.kind.value, i.words) for i in found] == [("praise", ("月塘社区",))]


@pytest.mark.parametrize("wish", ["渡工不容易，说两句", "物业的难处也说一句", "说说渡工不容易"])
def test_what_people_bear_is_a_word_to_them_and_no_matter_to_be_short_on(wish: str) -> None:
    found = read_sheet(SHEET.format(f"{wish}；别喊口号")).intents

    assert (found[0].kind.value, found[0].words) in [("address", ("渡工",)), ("address", ("物业",))]


def test_what_the_leader_owns_up_to_is_said_once() -> None:
    told = "".join(paragraphs("转移的事街道有责任，认"))

    assert told.count("街道有责任") == 1


def test_that_nobody_is_to_be_blamed_is_for_the_writer() -> None:
    assert "怪楼长" not in "".join(paragraphs("不要怪楼长，说软点"))


def test_what_the_leader_thinks_himself_is_not_weighed_by_others() -> None:
    thought = "8. 上半年查违章67人次，比一季度多19人次。书记看法：查得多不等于管得差，敢查是好事。\n9. 毛病"
    sheet = SHEET.replace("8. 毛病", thought).replace("9. 其中", "10. 其中")
    told = next(
        line for line in to_text(compose(read_sheet(sheet.format("谢楼长")))).split("\n") if "67人次" in line
    )

    assert "19人次。我" in told or "19人次。查得多" in told


def test_of_a_matter_to_be_short_on_no_comment_speaks() -> None:
    sheet = SHEET.replace("8. 毛病", "8. 上半年产煤93.6万吨，完成全年计划的52%。\n9. 毛病").replace(
        "9. 其中", "10. 其中"
    )
    mine = sheet.replace("青藤街道防台风复盘会", "青藤煤矿安全办公会")

    told = to_text(compose(read_sheet(mine.format("产量少讲"))))
    assert "产量也提一句：上半年产煤93.6万吨，完成全年计划的52%。\n" in told
    assert told.count("产量") == 1


def test_what_the_writer_is_told_of_a_step_is_not_recalled() -> None:
    steps = "【会序】月塘社区发言  后面无→纪委书记讲问责，我们不写→沙书记讲。\n【情况】"
    told = to_text(compose(read_sheet(SHEET.replace("【情况】", steps).format("谢楼长"))))

    assert "我们不写" not in told
    assert "发言  无" not in told


def test_what_a_meeting_is_about_is_not_torn_out_for_a_word_to_those_it_tells_of() -> None:
    sheet = SHEET.replace("8. 毛病", "8. 企业487家，其中瞒报的企业19家。\n9. 毛病").replace(
        "9. 其中", "10. 其中"
    )
    told = to_text(compose(read_sheet(sheet.format("企业的难处也讲一句")))).split("\n")

    assert not [line for line in told if "487家" in line and "说给企业听" in line]


def test_whose_way_is_praised_is_praised_where_it_is_told() -> None:
    way = "8. 护士长罗青禾想出用颜色牌分轻重，三个月没有一个孩子等过头。\n9. 毛病"
    sheet = SHEET.replace("8. 毛病", way).replace("9. 其中", "10. 其中").format("罗青禾的法子推一推")
    made = compose(read_sheet(sheet))

    assert [wish.met for wish in made.report.wishes] == [True]
    assert re.search("等过头。[^。]*罗青禾", to_text(made))


OWN = """【任务】2026年8月18日，茅坝煤业机电专题会。给矿长 尤国柱 写讲话稿，8分钟。
【情况】
1. 主运皮带撕裂140米，按了急停，没有伤人。
2. 化粪池堵了6天，污水漫到一楼。
3. 原因：托辊坏了18个没换；备件领了没人签字。
4. 主运皮带9月5日前全线换托辊。
【尤矿长的意思】{}。
"""


@pytest.mark.parametrize(
    ("wish", "behind"),
    [
        ("没伤人不能当没事，这话要讲到", "没有伤人。没伤人不能当没事。"),
        ("化粪池堵6天我们慢了，这个得认", "漫到一楼。化粪池堵6天我们慢了，这个账我认。"),
        ("前几年托辊没舍得换是矿上的账，我来认", "坏了18个没换。前几年托辊没舍得换是矿上的账，这个账我认。"),
        ("污水漫到一楼的事要当面赔个不是", "漫到一楼。污水漫到一楼的事，我在这里向大家赔个不是。"),
    ],
)
def test_what_the_leader_thinks_or_owns_up_to_stands_behind_its_fact(wish: str, behind: str) -> None:
    assert behind in to_text(compose(read_sheet(OWN.format(wish))))


OWNED = """砚坪磷矿安全生产调度会
时间：2026年7月7日
讲话：矿长 段绍武，7分钟
情况：
1. 采二工区3号采场顶板离层，没打锚杆就出矿。
2. 矿里自己说进度慢了。护理站自己承认，登记走过场。
分工：采二工区7月20日前补打锚杆。
矿长交代：采二工区今天检讨了，别再批；班组长累，要说句公道话。
"""


def test_whoever_has_owned_up_is_not_named_in_his_faults() -> None:
    speech = to_text(compose(read_sheet(OWNED)))
    assert "3号采场顶板离层" in speech
    assert "采二工区3号采场" not in speech
    assert "采二工区7月20日前补打锚杆" in speech.replace("，", "")


def test_a_leader_tells_of_his_own_body_as_we() -> None:
    speech = to_text(compose(read_sheet(OWNED)))
    assert "我们自己承认，进度慢了" in speech
    assert "护理站自己承认，登记走过场" in speech


def test_a_bare_burden_is_told_as_the_fair_word_that_it_is() -> None:
    assert "说句公道话，班组长累。" in to_text(compose(read_sheet(OWNED)))
