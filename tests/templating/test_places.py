"""How a speech speaks of its place and its field of work."""

from __future__ import annotations

import pytest

from drafter.library import builtin_library
from drafter.templating.places import place_of
from tests.drafts import blanks_of, drafted, given, said

WORDS = {
    "省": ("我省", "全省", "省委、省政府"),
    "市": ("我市", "全市", "市委、市政府"),
    "县": ("我县", "全县", "县委、县政府"),
    "区": ("我区", "全区", "区委、区政府"),
    "乡": ("我乡", "全乡", "乡党委、乡政府"),
    "镇": ("我镇", "全镇", "镇党委、镇政府"),
    "街道": ("我街道", "全街道", "街道党工委、办事处"),
    "单位": ("我单位", "本单位", "党组"),
}


def words_of(**keys: object) -> str:
    speech = drafted(**keys)
    points = [said(point.body) for part in speech.parts for point in part.points]
    return said(speech.opening) + "".join(points)


@pytest.mark.parametrize("level", WORDS)
def test_the_level_gives_the_words(level: str) -> None:
    text = words_of(meeting={"name": "安全生产工作会议", "level": level})

    assert all(word in text for word in WORDS[level])


@pytest.mark.parametrize("level", [level for level in WORDS if level != "单位"])
def test_the_name_of_the_meeting_gives_the_level(level: str) -> None:
    text = words_of(meeting={"name": f"全{level}安全生产工作会议"})

    assert all(word in text for word in WORDS[level])


def test_the_level_given_goes_before_the_name_of_the_meeting() -> None:
    assert "我县" in words_of(meeting={"name": "全市安全生产工作会议", "level": "县"})


WHO = {
    # The name of the meeting, then what else the YAML says, and the words of the body.
    "a mine by its director": ("安全大会", {}, "矿长", ("全矿", "矿党委", "各区队")),
    "a mine by its name": ("南岭煤矿安全大会", {}, "", ("全矿", "矿党委", "各区队")),
    "a group by its chairman": ("年度大会", {"host": "鸿远集团"}, "董事长", ("全集团", "集团党委")),
    "a bank": ("年度大会", {"level": "单位"}, "行长", ("全行", "行党委")),
    "a hospital by its name": ("安澜市第二人民医院质量会议", {}, "院长", ("全院", "院党委", "各科室")),
    "a hospital by its host": ("质量会议", {"host": "安澜市第二人民医院"}, "院长", ("全院", "院党委")),
    "a hospital, told as a unit": (
        "质量会议",
        {"level": "单位", "host": "石桥乡卫生院"},
        "党支部书记、院长",
        ("全院", "院党支部"),
    ),
    "a school by its head": ("全校安全大会", {}, "校长", ("全校", "学校党委")),
    "a middle school": ("安全大会", {"host": "清渡县第一中学"}, "校长", ("全校", "学校党组织", "各年级")),
    "a university": ("安全大会", {"host": "云州大学"}, "党委书记", ("全校", "校党委", "各院系")),
    "a kindergarten": ("安全大会", {}, "园长", ("全园", "各班级")),
    "an institute": ("科技大会", {"host": "云州农业研究所"}, "所长", ("全所", "所党委", "各研究室")),
    "a bureau by its head": ("作风会议", {}, "局党组书记、局长", ("全局", "局党组", "各科室")),
    "the police": ("作风会议", {"host": "云州市公安局"}, "局长", ("全局", "局党委")),
    "a provincial office": ("作风会议", {}, "商务厅厅长", ("全厅", "厅党组", "各处室")),
    "a commission": ("作风会议", {"host": "云州市发改委"}, "市发改委主任", ("全委", "委党组")),
    "a court": ("作风会议", {"host": "清河县人民法院"}, "院长", ("全院", "院党组")),
    "some 院": ("作风会议", {}, "院长", ("全院", "院里")),
    "a sub-district": ("作风会议", {}, "街道党工委书记", ("全街道", "街道党工委、办事处")),
    "a neighbourhood": ("作风会议", {"region": "云桥社区"}, "党总支书记", ("全社区", "社区党总支、居委会")),
    "a village": ("整治会议", {}, "村党支部书记", ("全村", "村党支部、村委会", "各村民小组")),
    "a town": ("整治会议", {}, "镇党委书记", ("全镇", "镇党委、镇政府")),
    "a county": ("整治会议", {}, "县委副书记、县长", ("全县", "县委、县政府")),
    "one who sits on a higher committee": (
        "整治会议",
        {},
        "省委常委、云州市委书记",
        ("全市", "市委、市政府"),
    ),
}


@pytest.mark.parametrize("who", WHO)
def test_the_body_is_told_from_its_names_and_the_post(who: str) -> None:
    name, meeting, post, words = WHO[who]
    speaker = {"speaker": {"post": post}} if post else {}
    keys = {"meeting": {"name": name, **meeting}, **speaker}
    # This kind does not name those below; others do.
    text = words_of(**keys) + place_of(given(**keys), builtin_library()).below

    assert [] == [word for word in words if word not in text]


@pytest.mark.parametrize(
    ("name", "post"),
    [
        ("云州市医院管理工作会议", "副市长"),
        ("云州市中小学校安全工作会议", "副市长"),
        ("云州市产业布局优化会议", "市长"),
        ("全市公立医院改革会议", "市卫健委主任"),
        ("全市安全生产会议", "市水利局局长"),
    ],
)
def test_a_meeting_about_bodies_is_that_of_its_place(name: str, post: str) -> None:
    assert "我市" in words_of(meeting={"name": name}, speaker={"post": post})


@pytest.mark.parametrize(
    ("meeting", "work"),
    [
        ("南岭煤矿安全生产大会", "安全生产工作"),
        ("安澜市第二人民医院医疗质量安全专题会", "医疗质量安全工作"),
        ("全校安全管理工作会议", "安全管理工作"),
        ("云州市水利局防汛会议", "防汛工作"),
    ],
)
def test_the_body_in_front_of_the_name_is_no_field_of_work(meeting: str, work: str) -> None:
    assert f"上级关于{work}的要求" in said(drafted(meeting={"name": meeting}).opening)


def test_an_unknown_level_is_spoken_of_without_a_place() -> None:
    text = words_of(meeting={"name": "安全生产工作会议"})

    assert not any(word in text for words in WORDS.values() for word in words[:2])


@pytest.mark.parametrize(
    ("meeting", "work"),
    [
        ("全市安全生产工作会议", "安全生产工作"),
        ("2025年全市安全生产工作会议", "安全生产工作"),
        ("2025年度全县社会工作会议", "社会工作"),
        ("全省防汛部署会", "防汛工作"),
        ("全市营商环境推进大会", "营商环境工作"),
        ("信访工作专题会议", "信访工作"),
        ("全区防火电视电话会议", "防火工作"),
        ("全市民营经济座谈会", "民营经济工作"),
        ("全县农业农村工作总结表彰大会", "农业农村工作"),
        ("全市国资系统警示教育大会", "国资系统工作"),
        ("全市基层医疗卫生调研", "基层医疗卫生工作"),
        ("云州市安全生产工作会议", "安全生产工作"),
        ("南岭县2026年茶产业发展大会", "茶产业发展工作"),
        ("东山街道防汛工作会议", "防汛工作"),
        # Words that end like places, and are none.
        ("城市更新工作会议", "城市更新工作"),
        ("农村社区治理工作会议", "农村社区治理工作"),
        ("统筹城乡发展工作会议", "统筹城乡发展工作"),
        ("老旧小区改造工作会议", "老旧小区改造工作"),
        ("企业上市工作会议", "企业上市工作"),
        ("农产品市场监管工作会议", "农产品市场监管工作"),
        ("经济开发区建设工作会议", "经济开发区建设工作"),
        ("特色小镇建设工作会议", "特色小镇建设工作"),
        ("巩固提升县域经济工作会议", "巩固提升县域经济工作"),
    ],
)
def test_the_field_of_work_is_told_from_the_name_of_the_meeting(meeting: str, work: str) -> None:
    assert f"上级关于{work}的要求" in said(drafted(meeting={"name": meeting}).opening)


@pytest.mark.parametrize(
    ("meeting", "level"),
    [("云州市安全生产工作会议", "市"), ("清河县2026年防汛工作会议", "县"), ("东山街道防汛工作会议", "街道")],
)
def test_the_place_in_front_of_the_name_tells_the_level(meeting: str, level: str) -> None:
    assert f"我{level}" in words_of(meeting={"name": meeting})


@pytest.mark.parametrize("meeting", ["全市总结表彰大会", "动员大会", "2025年全县警示教育大会"])
def test_a_meeting_named_by_its_occasion_alone_tells_no_field(meeting: str) -> None:
    assert "topic" in {blank.path for blank in blanks_of(drafted(meeting={"name": meeting}))}


def test_the_region_in_front_of_the_name_is_no_field_of_work() -> None:
    meeting = {"name": "云州市安全生产工作会议", "region": "云州市"}

    assert "上级关于安全生产工作的要求" in said(drafted(meeting=meeting).opening)


def test_the_topic_given_goes_before_the_name_of_the_meeting() -> None:
    assert "上级关于消防工作的要求" in said(drafted(topic="消防").opening)


def test_a_topic_that_is_work_already_is_not_called_so_twice() -> None:
    assert "上级关于社会工作的要求" in said(drafted(topic="社会工作").opening)


def test_a_meeting_that_tells_no_field_leaves_a_blank_for_it() -> None:
    assert "上级关于【工作领域】的要求" in said(drafted(meeting={"name": "座谈"}).opening)


@pytest.mark.parametrize("name", ["2025年全市安全生产工作会议", "2025年度全市安全生产工作会议"])
def test_a_year_before_the_name_hides_no_level(name: str) -> None:
    assert "我市" in words_of(meeting={"name": name})


def test_the_region_gives_the_level_where_nothing_else_does() -> None:
    assert "我县" in words_of(meeting={"name": "安全生产工作会议", "region": "清河县"})
