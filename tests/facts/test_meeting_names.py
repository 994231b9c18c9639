"""What a meeting is called, where its name stands inside a sentence or beside another."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet


def name_of(text: str) -> str:
    """Return the name of the meeting of a sheet; "" without one."""
    name = read_sheet(f"{text}\n管网23处漏水。\n").meeting.name
    return name.value if name is not None else ""


@pytest.mark.parametrize(
    "text",
    [
        "任务：为区教育局局长 柯明安 起草 全区防欺凌部署会 讲话稿，2026年9月8日上午9点",
        "请为镇长 何青 准备全区防欺凌部署会讲话稿，2026年9月8日上午9点",
        "给副区长 陆鸣 写全区防欺凌部署会上的讲话，9分钟",
    ],
)
def test_a_name_stands_between_whom_the_paper_is_for_and_the_paper(text: str) -> None:
    assert name_of(text) == "全区防欺凌部署会"


@pytest.mark.parametrize(
    "day", ["9月2号（2026年，周三）上午", "9月2日（2026，周三）下午三点", "后天（9月2日，2026，周三）下午"]
)
def test_a_name_stands_behind_a_day_whose_year_and_weekday_are_in_a_bracket(day: str) -> None:
    assert name_of(f"小丁：县里{day}开控辍保学推进会，副县长 戴秋禾 讲，9分钟") == "控辍保学推进会"


def test_a_note_may_open_with_what_the_meeting_is_about() -> None:
    text = "小谭：12345接诉即办的会，五月二十一号（2026年5月21日，周四）上午9点，镇政府二楼。郭镇长讲，8分钟"
    assert name_of(text) == "12345接诉即办会议"


def test_when_a_meeting_is_held_is_no_name() -> None:
    assert name_of("小庄：周四（2026年8月20日）上午的会，给常书记写个讲话，7分钟") == ""


def test_what_colleagues_point_at_is_named_without_the_pointing() -> None:
    text = "小易：7月30日（2026，周四）下午高新区那个企业服务会，给管委会主任 燕北归 起稿"
    assert name_of(text) == "高新区企业服务会"


@pytest.mark.parametrize("name", ["龙泉乡第五届蜜桔开园节", "青石镇枇杷采摘节", "马溪村村晚"])
def test_a_feast_on_the_first_line_is_what_the_meeting_is_called(name: str) -> None:
    assert name_of(f"{name}致辞\n2026年10月24日上午10点，乡长 柴明远，5分钟") == name


def test_what_sets_the_day_is_no_part_of_the_name() -> None:
    assert name_of("产科安全会定在9月2号（2026年，周三）下午，副县长 戴秋禾 讲，9分钟") == "产科安全会"


def test_a_whole_name_goes_before_what_colleagues_call_it() -> None:
    text = "镇里防汛会的稿子，8分钟。\n5月6日（2026年）晚上7点半，黄荆镇防汛防灾工作会，镇政府二楼"
    assert name_of(text) == "黄荆镇防汛防灾工作会"


def test_the_name_behind_its_label_goes_before_the_one_in_a_request() -> None:
    text = "小曹，周局要在全局半年会上讲，12分钟。\n会：凤台区城管局上半年工作会，7月20日下午两点半"
    assert name_of(text) == "凤台区城管局上半年工作会"


def test_a_firm_in_front_of_a_wide_space_is_part_of_the_name() -> None:
    assert name_of("长河集团　财务管理警示教育会\n2026年9月8日15:00") == "长河集团财务管理警示教育会"


def test_who_opens_a_meeting_together_is_no_part_of_its_name() -> None:
    text = "派出所和街道一起开个出租房屋管理会，7月8日（2026年，周三）下午3点"
    assert name_of(text) == "出租房屋管理会"


def test_a_name_behind_the_word_on_has_no_preposition() -> None:
    text = "关于在全县花椒产业大会讲话的素材\n2026年8月11日上午9:30，县礼堂"
    assert name_of(text) == "全县花椒产业大会"


def test_a_ceremony_among_the_steps_of_its_head_is_the_meeting() -> None:
    head = "4月18号（2026年，周六）上午，龙潭坳镇卫生院揭牌启用仪式，在门口广场。先是院长介绍，然后镇长致辞"
    assert name_of(head) == "龙潭坳镇卫生院揭牌启用仪式"


def test_what_tells_of_the_paper_is_no_part_of_the_name() -> None:
    assert name_of("关于农村公路隐患治理会讲话的备稿说明\n2026年8月19日9:30") == "农村公路隐患治理会"


def test_a_room_behind_the_label_of_the_meeting_is_no_name() -> None:
    text = "关于起草黑臭水体治理推进会讲话的说明\n会议：2026年3月17日下午，生态环境局会议室"
    assert name_of(text) == "黑臭水体治理推进会"
    assert name_of("会议：2026年3月17日下午，生态环境局会议室") == ""
