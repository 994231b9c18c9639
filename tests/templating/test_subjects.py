"""What is said of the subject of a meeting stands in a file of its own, and only where it is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import Composition, compose, to_text
from drafter.templating.compose.comments.scene import is_on_scene

SHEET = """{name}，2026年9月18日上午9点，给副县长 邵景和 写讲话，8分钟。
【情况】
1. 上半年养蜂户减了41户，蜂箱3200个。
2. 毛病：打药不打招呼，养蜂户不知道。
3. 要干的：打药前告诉蜂农，9月30日前各村把蜂农名单建起来。
4. 县农业局牵头。
【邵县长交代】{wish}。
"""
SUBJECT = """# 养蜂
- subject: "养蜂|蜂箱"
- says: subject
  as: why
  text: "养蜂户一走，果子也就跟着少了。"
- says: subject
  as: why
  with: "冰雹"
  text: "冰雹砸下来，蜂箱是挪不走的。"
- says: subject
  as: how
  text: "打药的人和养蜂的人要先搭上话。"
- says: subject
  as: hold
  text: "打药打在谁家地里，蜂就死在谁家边上。"
- says: subject
  as: appeal
  text: "散会以后，去蜂场看看再下地。"
- says: problem
  as: weigh
  with: "打药|养蜂户"
  text: "蜂不认得田埂，飞到哪里吃到哪里。"
- says: situation
  as: weigh
  with: "养蜂户|蜂箱"
  text: "少一户养蜂的，少的是一片花期里的翅膀。"
- says: duty
  as: weigh
  with: "牵头|服务站"
  text: "蜂农有了难处，先敲的是那扇门。"
"""
WHY, HOW, HOLD = "果子也就跟着少了", "要先搭上话", "蜂就死在谁家边上"
APPEAL, OF_A_FACT = "去蜂场看看", "蜂不认得田埂"


def speech(folder: Path, name: str = "清渡县养蜂业推进会", wish: str = "重点讲打药") -> Composition:
    (folder / "subjects").mkdir()
    (folder / "subjects" / "bees.yaml").write_text(SUBJECT, encoding="utf-8")
    return compose(read_sheet(SHEET.format(name=name, wish=wish)), folders=(folder,))


@pytest.mark.parametrize("said", [WHY, HOW, HOLD, APPEAL, OF_A_FACT])
def test_a_meeting_on_a_subject_is_told_what_its_file_says(tmp_path: Path, said: str) -> None:
    assert said in to_text(speech(tmp_path))


def test_reasons_stand_in_front_of_the_facts_of_the_first_part(tmp_path: Path) -> None:
    told = speech(tmp_path, wish="讲短点")
    assert WHY in "".join(s.text for s in told.sections[0].paragraphs[0])


@pytest.mark.parametrize("said", [WHY, HOW, HOLD, APPEAL])
def test_a_meeting_on_another_subject_is_not(tmp_path: Path, said: str) -> None:
    assert said not in to_text(speech(tmp_path, "清渡县兽医工作会", "讲短点"))


def test_what_no_fact_bears_out_is_not_said(tmp_path: Path) -> None:
    assert "冰雹" not in to_text(speech(tmp_path))


@pytest.mark.parametrize("why", ["天一凉，山上就静下来了。", "养蜂户的难处，街道和残联知道。"])
def test_what_has_nothing_of_the_facts_or_an_office_of_its_own_is_no_reason(tmp_path: Path, why: str) -> None:
    (tmp_path / "subjects").mkdir()
    bees = SUBJECT.replace("养蜂户一走，果子也就跟着少了。", why)
    (tmp_path / "subjects" / "bees.yaml").write_text(bees, encoding="utf-8")
    sheet = read_sheet(SHEET.format(name="清渡县养蜂业推进会", wish="重点讲打药"))
    assert why not in to_text(compose(sheet, folders=(tmp_path,)))


@pytest.mark.parametrize("why", ["夜里的门都锁着。", "打药最会挑时候。"])
def test_a_stressed_fact_is_given_no_reason_that_has_nothing_of_it(tmp_path: Path, why: str) -> None:
    (tmp_path / "subjects").mkdir()
    bees = SUBJECT.replace("养蜂户一走，果子也就跟着少了。", why)
    (tmp_path / "subjects" / "bees.yaml").write_text(bees, encoding="utf-8")
    sheet = read_sheet(SHEET.format(name="清渡县碰头会", wish="打药不打招呼这件事要讲透"))
    assert (why in to_text(compose(sheet, folders=(tmp_path,)))) is why.startswith("打药")


@pytest.mark.parametrize(
    "wish", ["少讲意义", "大道理不讲", "别讲形势和意义", "不讲空话套话", "开头就说打药不打招呼"]
)
def test_no_reasons_are_told_where_the_leader_wants_none(tmp_path: Path, wish: str) -> None:
    assert WHY not in to_text(speech(tmp_path, wish=wish))


@pytest.mark.parametrize("wish", ["不讲形势大好", "不讲蜂蜜形势", "不讲增速"])
def test_reasons_are_told_where_the_leader_only_spares_a_matter(tmp_path: Path, wish: str) -> None:
    assert WHY in to_text(speech(tmp_path, wish=wish))


def test_at_a_ceremony_nobody_is_told_what_to_do(tmp_path: Path) -> None:
    told = to_text(speech(tmp_path, "清渡县养蜂能手表彰大会"))

    assert not {said for said in (WHY, HOW, HOLD, APPEAL) if said in told}


def test_the_subject_of_a_meeting_on_many_is_what_the_leader_stresses(tmp_path: Path) -> None:
    assert WHY in to_text(speech(tmp_path, "清渡县碰头会", "重点讲蜂箱"))


def test_one_fact_on_a_subject_makes_no_meeting_of_it(tmp_path: Path) -> None:
    (tmp_path / "subjects").mkdir()
    (tmp_path / "subjects" / "bees.yaml").write_text(SUBJECT, encoding="utf-8")
    sheet = SHEET.format(name="清渡县碰头会", wish="重点讲蜂箱")
    sheet = sheet.replace("养蜂户减了41户，", "").replace("，养蜂户不知道", "").replace("蜂农", "农户")
    assert WHY not in to_text(compose(read_sheet(sheet), folders=(tmp_path,)))


def test_a_fact_on_a_subject_is_commented_at_any_meeting(tmp_path: Path) -> None:
    assert OF_A_FACT in to_text(speech(tmp_path, "清渡县碰头会", "讲短点"))


def test_who_leads_is_no_matter_of_the_fact(tmp_path: Path) -> None:
    lead = SHEET.replace("县农业局牵头", "县养蜂服务站牵头")
    (tmp_path / "subjects").mkdir()
    (tmp_path / "subjects" / "bees.yaml").write_text(SUBJECT, encoding="utf-8")
    at = {
        name: to_text(compose(read_sheet(lead.format(name=name, wish="短一点")), folders=(tmp_path,)))
        for name in ("清渡县养蜂业推进会", "清渡县农药减量推进会")
    }
    assert ["先敲的是那扇门" in text for text in at.values()] == [True, False]


def test_a_word_that_is_forbidden_is_not_said_of_a_subject(tmp_path: Path) -> None:
    assert WHY not in to_text(speech(tmp_path, wish="不用“果子”"))


def test_what_a_meeting_is_about_goes_before_its_kind(tmp_path: Path) -> None:
    (tmp_path / "subjects").mkdir()
    for name, words, why in (("a", "推进会", "打药的会要开得短。"), ("b", "养蜂", "养蜂户认得蜂。")):
        text = f'- subject: "{words}"\n- says: subject\n  as: why\n  text: "{why}"\n'
        text += '- says: problem|cause|task\n  as: weigh\n  with: "打药|蜂"\n  text: "打药先说一声。"\n'
        (tmp_path / "subjects" / f"{name}.yaml").write_text(text, encoding="utf-8")
    told = to_text(
        compose(read_sheet(SHEET.format(name="清渡县养蜂业推进会", wish="讲短点")), folders=(tmp_path,))
    )

    assert 0 < told.find("养蜂户认得蜂") < told.find("会要开得短")


def test_a_subject_without_a_word_for_the_facts_says_nothing_of_the_meeting(tmp_path: Path) -> None:
    (tmp_path / "subjects").mkdir()
    bees = SUBJECT.replace('with: "养蜂户|蜂箱"', 'with: "蜂王"')
    (tmp_path / "subjects" / "bees.yaml").write_text(bees, encoding="utf-8")
    told = to_text(
        compose(read_sheet(SHEET.format(name="清渡县养蜂业推进会", wish="讲短点")), folders=(tmp_path,))
    )

    assert not any(said in told for said in (WHY, HOW, HOLD, APPEAL))


@pytest.mark.parametrize(("text", "sheet", "fits"), [
    ("这一笔补在店家犹豫的那一下上。", "燃气换管补助每户80", False),
    ("这一笔补在店家犹豫的那一下上。", "餐饮店报警器每只补60", True),
    ("问孩子，校长坐过哪张桌。", "家长陪餐每周二", False),
    ("社区劝的是人，物业管的是桶。", "村里分的垃圾，镇上收", False),
    ("骑手的车跑得多。", "出租屋一楼电动车起火", False),
    ("钱花在脚底下，人走着踏实。", "燃气换管补助每户80", True),
    ("孩子的变化慢，要等。", "师范大学科研工作推进会，青年教师", False),
    ("孩子的变化慢，要等。", "县第三小学开学教职工会", True),
    ("话说得重一点，手上的针还得扎稳。", "手术室护士加班，首台准点率", False),
    ("话说得重一点，手上的针还得扎稳。", "病区护士夜班，输液", True),
    ("讲台站久了，腿是酸的。", "托管点守午睡的老师，第二小学", False),
    ("讲台站久了，腿是酸的。", "第二小学课堂教学推进会", True),
    ("把真金白银投到这里，这份情我们记着。", "企业安置刑满释放人员", False),
])  # fmt: skip
def test_a_sentence_names_nobody_whom_the_sheet_does_not_have(text: str, sheet: str, fits: bool) -> None:
    assert is_on_scene(text, sheet) is fits


def test_a_sentence_for_any_meeting_names_nobody_whom_the_sheet_does_not_have() -> None:
    sheet = """江右师范大学科研工作推进会，2026年4月9日下午3点，给副校长 邵景和 写讲话，8分钟。
【情况】
1. 今年国家社科立项18项，比去年多5项。
2. 要干的：科研助理每学院配1名，9月底前到位，科研处办。
【校领导意思】给青年教师说几句暖心话。
"""
    told = to_text(compose(read_sheet(sheet)))

    assert "青年教师" in told and "孩子" not in told


@pytest.mark.parametrize(("at_home", "fits"), [(True, True), (False, False)])
def test_only_a_meeting_on_the_subject_takes_a_picture_from_it(at_home: bool, fits: bool) -> None:
    assert is_on_scene("车间的灯亮着，街上就有人。", "消费券核销六成", at_home=at_home) is fits
