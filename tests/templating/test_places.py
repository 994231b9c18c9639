"""How a speech speaks of its place and its field of work."""

from __future__ import annotations

import pytest

from tests.drafts import blanks_of, drafted, said

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
