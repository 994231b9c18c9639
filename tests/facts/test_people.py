from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.facts.people.doers import is_doer
from drafter.facts.people.people import find_duty, person_told_of
from drafter.facts.people.persons import find_persons
from drafter.facts.sheet import FactType

HEAD = "2026年4月10日（周五）下午3点，某县某项工作推进会。\n讲话：副县长 罗向川，12分钟\n"


@pytest.mark.parametrize(
    ("text", "name", "posts"),
    [
        ("给副县长、县防指常务副指挥长 罗向川 写稿", "罗向川", ("副县长", "县防指常务副指挥长")),
        ("由镇党委副书记邢建包", "邢建", ("镇党委副书记",)),
        ("大冲水库闸门由水利局副局长谭志高包到底", "谭志高", ("水利局副局长",)),
        ("然后覃国梁书记讲", "覃国梁", ("书记",)),
        ("最后罗县长讲", "罗", ("县长",)),
        ("街道党工委书记　丁　岚", "丁岚", ("街道党工委书记",)),
        ("项目经理罗大成两个春节没回家", "罗大成", ("项目经理",)),
        ("校长欧阳静负责", "欧阳静", ("校长",)),
        ("市总河长办主任 孔庆和 讲话", "孔庆和", ("市总河长办主任",)),
        ("程蔓书记（街道党工委书记）讲", "程蔓", ("街道党工委书记",)),
    ],
)
def test_a_person_is_told_with_name_and_posts(text: str, name: str, posts: tuple[str, ...]) -> None:
    (person,) = find_persons(text, 1, 0)

    assert (name, posts) == (person.name, person.posts)


@pytest.mark.parametrize(
    "text",
    [
        "副县长 不变",
        "水利局局长通报",
        "给副镇长周五上午起稿",
        "村书记到会上说清楚",
        "各科主任护士长",
        "班主任",
        "各班组长管自己的人",
        "支部书记谈话",
    ],
)
def test_a_post_alone_is_no_person(text: str) -> None:
    assert [] == find_persons(text, 1, 0)


def test_who_must_do_something_is_told_so_and_owns_nothing() -> None:
    assert not is_doer("架子队队长必须听")


@pytest.mark.parametrize("text", ["设在村委会办公室", "贴在居委会", "一块一个班", "一户一个网格员"])
def test_where_a_thing_is_and_how_many_each_has_is_nobody(text: str) -> None:
    assert not is_doer(text)


def test_two_persons_of_one_list_stay_two() -> None:
    text = "由安监处处长李强、机电区区长王兵各包一处"

    assert ["李强", "王兵"] == [person.name for person in find_persons(text, 1, 0)]


@pytest.mark.parametrize(
    ("text", "owners", "partners"),
    [
        ("水利局牵头", ("水利局",), ()),
        ("应急、住建、交通配合", (), ("应急", "住建", "交通")),
        ("县应急局办", ("县应急局",), ()),
        ("系统加弹窗归信息科", ("信息科",), ()),
        ("手术核查由副院长纪安盯", ("副院长纪安",), ()),
        ("人居办牵头，", ("人居办",), ()),
        ("县应急局局长 冼大川 总协调", ("县应急局局长 冼大川",), ()),
    ],
)
def test_who_leads_and_who_helps(text: str, owners: tuple[str, ...], partners: tuple[str, ...]) -> None:
    duty = find_duty(text.rstrip("，"))

    assert duty is not None
    assert (owners, partners) == (duty.owners, duty.partners)


@pytest.mark.parametrize(
    "text", ["转移责任人外出打工", "交期占了六成", "各科室负责人", "预算没报来", "交通便利"]
)
def test_what_gives_nobody_a_duty_is_none(text: str) -> None:
    assert find_duty(text) is None


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("没授权的441项，9月30日前应授尽授，首席代表签字就能办", ()),
        ("核稿三校，6月起，谁拟稿谁一校，办公室三校", ()),
        ("连续两次排末位的，首席代表退回原单位", ()),
        ("每班矿领导跟班，日推进不超过3刀", ()),
        ("工人10月底前全部培训，没培训的不得进厂", ()),
        ("12月下旬县里组织暗访，暗访结果通报全区", ()),
        ("作业公示每天下午放学前班主任汇总", ("班主任",)),
        ("确需烧除的由乡镇报县林业局审批", ("乡镇",)),
    ],
)
def test_nobody_owns_a_matter_who_is_neither_body_nor_person(text: str, owners: tuple[str, ...]) -> None:
    sheet = read_sheet(f"{HEAD}要求：\n- {text}\n")

    assert owners == sheet.facts[0].owners


def test_a_name_in_brackets_behind_its_post_is_a_name() -> None:
    found = find_persons("校长（乐正涛）讲5分钟", 1, 0)

    assert [(person.name, person.posts) for person in found] == [("乐正涛", ("校长",))]


def test_what_somebody_was_is_no_post_of_his() -> None:
    assert find_persons("束怀礼，当过11年副校长", 1, 0) == []


def test_a_name_that_ends_like_a_nickname_is_whole() -> None:
    assert person_told_of(["镇卫生院护士郦小满"]) == "郦小满"
    assert person_told_of(["食堂师傅老吕"]) == "老吕"


def test_a_body_that_is_in_charge_is_told_of_nobody() -> None:
    assert [person_told_of([words]) for words in ("安全科管查", "村干部包片")] == ["", ""]
    assert person_told_of(["护士管彤"]) == "管彤"


def test_a_case_that_is_still_looked_into_has_no_owner() -> None:
    assert find_duty("案子还在办") is None


@pytest.mark.parametrize("text", ["嫌疑人12月1日前抓捕归案，县公安局", "钥匙当天归还，县公安局"])
def test_who_is_brought_back_to_law_belongs_to_nobody(text: str) -> None:
    (fact,) = read_sheet(f"{HEAD}要求：{text}。").facts
    assert ("县公安局",) == fact.owners


def test_a_row_of_who_looks_after_what_is_a_division_of_duties() -> None:
    row = "采编部管配书，各项目部工会管值守和搬迁，志愿者协会管登记"

    (fact,) = read_sheet(f"{HEAD}情况：\n1. {row}。\n").facts

    assert (FactType.DUTY, row) == (fact.type, fact.text)


def test_the_word_and_in_front_of_a_post_is_nobodys_name() -> None:
    assert find_persons("心理老师和班主任一起过一遍", 1, 0) == []


@pytest.mark.parametrize("clause", ["职工停到东院", "问题单子当周退到科室"])
def test_where_something_goes_is_nobody_who_does_it(clause: str) -> None:
    (fact,) = read_sheet(f"{HEAD}要求：停车楼7月20日起腾出二层，{clause}。").facts
    assert fact.owners == ()


@pytest.mark.parametrize("clause", ["机关禁烟", "水利说管水不管人"])
def test_words_that_begin_like_a_name_are_nobody(clause: str) -> None:
    assert person_told_of([clause]) == ""


def test_a_village_is_no_name_of_its_secretary() -> None:
    assert find_persons("柏树沟书记自己包", 1, 0) == []
    assert [person.name for person in find_persons("柏树生书记自己包", 1, 0)] == ["柏树生"]


def test_who_stays_as_he_was_is_no_name() -> None:
    assert find_persons("副县长 不变", 1, 0) == []


def test_who_has_all_of_it_in_hand_has_a_whole_name() -> None:
    duty = find_duty("县应急局局长冼大川总协调")
    assert duty is not None
    assert duty.owners == ("县应急局局长冼大川",)


@pytest.mark.parametrize(
    "clause",
    [
        "报德育处",
        "商务局去跑省厅",
        "查实严处",
        "评最美庭院",
        "一户一个干部",
        "两人一组",
        "社区卫生服务中心上门进养老院",
    ],
)
def test_what_is_done_at_the_end_of_a_task_is_nobody_who_does_it(clause: str) -> None:
    (fact, *_rest) = read_sheet(f"{HEAD}要求：疫苗11月15日前打完，{clause}。").facts
    assert fact.owners == ()


def test_what_leaders_do_for_each_chain_owns_no_task() -> None:
    sheet = read_sheet(f"{HEAD}要求：政策4月底前清一遍；承诺9月底前兑现。\n责任：领导各联系1条产业链。")
    assert not any("产业链" in owner for fact in sheet.facts for owner in fact.owners)


def test_a_shift_that_is_chosen_does_nothing() -> None:
    (task,) = read_sheet(f"{HEAD}要求：大出血演练每月一次，挑夜班，12月先练两次").facts
    assert () == task.owners


@pytest.mark.parametrize(
    ("text", "name", "posts"),
    [
        ("给 程立秋 局长起一个", "程立秋", ("局长",)),
        ("给分管的 卓文澜 副县长写个稿", "卓文澜", ("副县长",)),
        ("社党组书记、理事会主任 顾怀山", "顾怀山", ("社党组书记", "理事会主任")),
    ],
)
def test_a_name_set_apart_from_its_post_and_a_head_of_a_council_are_read(
    text: str, name: str, posts: tuple[str, ...]
) -> None:
    assert [(name, posts)] == [(person.name, person.posts) for person in find_persons(text, 1, 0)]


def test_whoever_heads_a_trade_union_is_no_engineer() -> None:
    assert [p.posts for p in find_persons("市总工会主席 薛曼青", 1, 0)] == [("市总工会主席",)]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("副校长（分管安全）陆维管总", "副校长（分管安全）陆维"),
        ("由副局长（分管市容）孟宪东带队", "副局长（分管市容）孟宪东"),
        ("由县公安局副局长（挂职）钱正平帮到底", "县公安局副局长（挂职）钱正平"),
    ],
)
def test_what_somebody_has_in_hand_in_a_bracket_is_no_duty_that_is_told(text: str, owner: str) -> None:
    duty = find_duty(text)
    assert duty is not None
    assert (owner,) == duty.owners


def test_how_somebody_does_it_is_nobodys_duty() -> None:
    assert find_duty("机电部去年的做法：带队老师跟学生同吃同住头一周") is None
