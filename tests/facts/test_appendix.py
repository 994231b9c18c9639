"""Sentences that only go on with the one in front of them, and results that order nothing."""

import pytest

from drafter.facts import Fact, read_sheet

HEAD = (
    "2026年4月10日（周五）下午3点，某县某项工作推进会，县政府一楼会议室。\n"
    "讲话：副县长 罗向川，12分钟\n材料：\n"
)


def facts_of(text: str) -> list[Fact]:
    return list(read_sheet(HEAD + text).facts)


@pytest.mark.parametrize(
    "story",
    [
        "2月23日夜班，阀门被人挪了位置，幸好巡线工发现，没出事。查明是为了省事。",
        "3月6日凌晨，泵房进水，停机用了9个小时。这事是供水所管的。",
        "3月6日，一名住户被困25分钟，规定10分钟内到场。住户后来平稳了。维保单位已经整改。",
        "3月6日，东街闸门关不上。一车间。",
    ],
)
def test_a_story_with_its_cause_and_its_end_is_one_problem(story: str) -> None:
    assert [(story.rstrip("。"), "problem")] == [(f.text, f.type.value) for f in facts_of(story)]


def test_whose_story_it_is_may_stand_alone_behind_it() -> None:
    assert "综采一队" == facts_of("2月23日夜班，阀门被人挪了位置。综采一队。")[0].who


def test_how_a_story_ended_names_nobody() -> None:
    (fact,) = facts_of("3月6日夜里，一名患者等了19分钟，规定10分钟内。患者后来平稳出院。")
    assert "出院" not in fact.who


def test_who_came_home_is_no_place() -> None:
    assert "" == facts_of("问题：农民工返乡没再出去的有4600多人")[0].who


def test_where_a_thing_is_tells_of_nobody_who_asks() -> None:
    assert "" == facts_of("群众反映：石羊乡一个项目，路修好三个月就起皮。")[0].who


def test_another_matter_and_what_is_to_be_done_are_no_part_of_a_story() -> None:
    told = facts_of("3月6日，东街闸门关不上。另外西街也渗水。闸门4月20日前换掉。")

    assert ["problem", "problem", "task"] == [fact.type.value for fact in told]


def test_what_a_look_found_on_a_day_is_a_list() -> None:
    assert 2 == len(facts_of("3月20日检查发现，2号楼消防栓没水，东门监控坏了3个。"))


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("普高上线287人，比去年多23人", {"situation", "achievement"}),
        ("消防站建成投用，队员22人", {"achievement"}),
        ("司机94人，全部考试过关", {"situation", "achievement"}),
        ("老人最不满意的是排队久", {"problem"}),
        ("家长满意度调查，最不放心的是书架会倒", {"problem"}),
        ("5月中旬街道交叉检查，结果按社区排队", {"check"}),
    ],
)
def test_a_result_is_no_task_and_what_will_be_looked_at_is_no_problem(text: str, types: set[str]) -> None:
    assert types >= {fact.type.value for fact in facts_of(text)}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("火情14起。14起里，烧纸7起，烧荒5起，还有2起没查明。", ["problem", "problem"]),
        ("甲楼在后街，住着6户租客，到现在还没搬完，还有2户。", ["problem"]),
        ("2月份查隐患237条。已整改215条。", ["progress"]),
    ],
)
def test_a_sum_with_its_parts_and_how_it_stands_is_one_fact(text: str, types: list[str]) -> None:
    assert types == [fact.type.value for fact in facts_of(text)]


def test_how_a_task_is_done_is_no_wish_and_what_they_did_no_fund() -> None:
    sheet = read_sheet(
        f"{HEAD}要求：\n- 27名学生4月20日前定联系老师，名单不公开\n- 查寝每晚两次\n"
        "领导说：\n金水湾的做法表扬一下，他们自己筹了11万\n不点科室\n"
    )

    assert [fact.text for fact in sheet.facts] == ["27名学生4月20日前定联系老师，名单不公开", "查寝每晚两次"]
