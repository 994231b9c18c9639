"""How near the days are: what the opening says of the next one, and the end of all."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.facts.sheet import Fact, FactType, Place, When
from drafter.templating.compose import Composition, compose
from drafter.templating.compose.words.due_words import due_words

HEAD = "2026年6月1日，清河县{meeting}，给副县长 罗川 写讲话稿，6分钟。\n"


def speech(tasks: str, meeting: str = "重点工作部署会") -> Composition:
    return compose(read_sheet(HEAD.format(meeting=meeting) + f"要求：{tasks}。\n"))


def opening(tasks: str, meeting: str = "重点工作部署会") -> str:
    return "".join(s.text for paragraph in speech(tasks, meeting).opening for s in paragraph)


@pytest.mark.parametrize(
    ("tasks", "said"),
    [
        (
            "①存量垃圾点6月9日前清零；②水泵6月20日前配齐",
            "今天是6月1日，要办的事里，最早到期的是存量垃圾点清零，在6月9日，只有8天。",
        ),
        (
            "①断头路6月20日前打通；②水泵6月20日前配齐",
            "最早到期的是断头路打通、水泵配齐，在6月20日，还有19天。",
        ),
        ("①存量垃圾点6月2日前清零；②水泵6月20日前配齐", "最早到期的是存量垃圾点清零，就在明天。"),
    ],
)
def test_the_opening_tells_how_far_the_next_day_is(tasks: str, said: str) -> None:
    assert said in opening(tasks)


def test_what_begins_on_a_day_does_not_fall_due_on_it() -> None:
    said = opening("①仓库6月5日起实行双人双钥匙；②水泵6月20日前配齐")
    assert "到期的是" not in said
    assert "最早的一件是仓库实行双人双钥匙，从6月5日起，只有4天。" in said


def test_what_goes_on_to_a_later_day_begins_on_its_first() -> None:
    said = opening("①6月6日起到9月底，19个门诊周六全天开门；②水泵6月20日前配齐")
    assert "最早的一件是19个门诊周六全天开门，从6月6日起" in said


def test_where_no_words_tell_what_begins_first_no_later_day_is_called_the_first() -> None:
    assert "最早" not in opening("①8点到岗，6月5日起每例登记；②水泵6月20日前配齐")


@pytest.mark.parametrize(
    "tasks",
    [
        "①报修单从今天起24小时内派活；②水泵6月20日前配齐",
        "①14个没学满的人马上升井；②水泵6月20日前配齐",
        "①水泵6月20日前配齐；②换管的钱县里给了，6月5日到账",
    ],
)
def test_where_something_comes_sooner_no_later_day_is_called_the_first(tasks: str) -> None:
    assert "最早" not in opening(tasks)


def test_what_is_due_names_how_many_there_are_in_front_of_the_thing() -> None:
    assert "私接的7处自己拆，在6月20日" in opening("①私接的有7处，6月20日前自己拆")


def test_a_day_far_ahead_presses_nobody() -> None:
    assert "到期" not in opening("①存量垃圾点9月9日前清零；②水泵8月20日前配齐")


def test_where_a_day_has_no_label_the_others_are_not_called_all_days() -> None:
    tasks = (
        "①存量垃圾点6月30日前清零；②老旧管网9月20日前换好；③断头路7月20日前打通；④晚上的事12月20日前再说一说"
    )
    said = "".join(s.text for paragraph in speech(tasks).passages for s in paragraph)
    assert "几个日子" in said
    assert "老旧管网换好" in said
    assert "12月20日" not in said


def test_who_hears_a_recording_is_spoken_to() -> None:
    sheet = (
        HEAD.format(meeting="重点工作部署会")
        + "参会：各科室负责人，窗口值班的听录音\n要求：水泵6月20日前配齐。\n"
    )
    said = "".join(s.text for paragraph in compose(read_sheet(sheet)).opening for s in paragraph)
    assert "窗口值班的同志听录音，今天的话也是讲给你们的。" in said


def test_whoever_presides_and_sums_up_is_announced_as_one_who_speaks() -> None:
    sheet = "会序：水利局通报排查→罗副县长讲→县委副书记宋岱主持并小结。\n要求：水泵6月20日前配齐。\n"
    made = compose(read_sheet(HEAD.format(meeting="重点工作部署会") + sheet))
    assert "宋岱还要作小结" in "".join(s.text for paragraph in made.opening for s in paragraph)
    assert "主持" not in "".join(s.text for paragraph in made.closing for s in paragraph)


def end(wish: str) -> str:
    tasks = "①存量垃圾点6月30日前清零，城管队负责；②桥头路灯7月20日前修好"
    sheet = f"{HEAD.format(meeting='重点工作部署会')}要求：{tasks}。\n{wish}\n"
    return "".join(s.text for paragraph in compose(read_sheet(sheet)).closing for s in paragraph)


def test_the_weightiest_task_is_told_once_more_at_the_end_without_who_has_it() -> None:
    said = end("领导要求：垃圾点重点讲。")
    assert "最要紧的一件，散会前再说一遍：存量垃圾点，6月30日前清零。" in said


def test_where_a_wish_has_the_speech_end_on_something_nothing_is_told_again() -> None:
    assert "再说一遍" not in end("领导要求：垃圾点重点讲；最后落到让大家夜里走得安心。")
    assert "再说一遍" not in end("")


def test_what_is_only_striven_for_is_no_day_to_be_held_to() -> None:
    said = opening("①存量垃圾点力争6月9日前清零；②水泵6月20日前配齐")
    assert "水泵配齐，在6月20日" in said


def days(tasks: str) -> str:
    return "".join(s.text for paragraph in speech(tasks).passages for s in paragraph)


OTHERS = "；②老旧管网7月20日前换好；③断头路8月20日前打通；④水泵9月20日前配齐"


def test_a_day_by_itself_names_nothing_that_is_due() -> None:
    when = When("5月10日前", Place(1, 0, 6), "day", "by")
    assert not due_words(Fact("facts.tasks[0]", FactType.TASK, "5月10日前", Place(1, 0, 6)), when)


def test_what_names_no_thing_is_no_day_that_presses() -> None:
    assert "到期" not in opening(f"①6月9日前全面排查一遍{OTHERS}")


@pytest.mark.parametrize(
    ("task", "said"),
    [
        ("①5张表并成1张，公服办6月20日前拿出来", "6月20日前，5张表并成1张"),
        ("①二号皮带拉线6月20日前先换", "6月20日前，二号皮带拉线先换好"),
        ("①标记由主刀在病房画，病人自己指认，6月20日前", "6月20日前，标记由主刀在病房画"),
        ("①副班主任分工写清楚，管午休，6月20日前报德育处", "6月20日前，副班主任分工写清楚"),
        ("①9例感染要逐例分析，6月20日前拿出来", "6月20日前，9例感染要逐例分析"),
        ("①跟教学无关的表格，办公室6月20日前清一遍", "6月20日前，跟教学无关的表格清一遍"),
        ("①11个班6月20日前逐班复核", "6月20日前，11个班逐班复核"),
        ("①盘点改交叉盘，6月20日前盘完第一轮", "6月20日前，盘点改交叉盘，盘完第一轮"),
    ],
)
def test_a_day_tells_the_thing_and_what_is_done_to_it(task: str, said: str) -> None:
    assert f"{said}；" in days(f"{task}{OTHERS}")


def test_of_two_tasks_of_a_day_the_one_that_has_words_is_told() -> None:
    said = days(f"①存量垃圾点6月30日前清零；⑤6月30日前配到乡镇{OTHERS}")
    assert "6月30日前，存量垃圾点清零；" in said
    assert "配到" not in said


def test_the_opening_tells_who_is_called_together_and_what_for() -> None:
    sheet = "参会：各乡镇书记、村干部代表\n要求：水泵6月20日前配齐。\n"
    called = compose(read_sheet(HEAD.format(meeting="秋季防火工作会") + sheet)).opening
    said = next(s.text for paragraph in called for s in paragraph if "村干部代表" in s.text)
    assert "秋季防火" in said
    plain = compose(read_sheet(HEAD.format(meeting="重点工作部署会") + sheet)).opening
    assert not any("村干部代表" in s.text for paragraph in plain for s in paragraph)


def test_a_day_tells_no_name_that_is_to_be_unsaid() -> None:
    tasks = f"①石门乡二水厂6月20日前换净水设备{OTHERS}"
    sheet = f"{HEAD.format(meeting='重点工作部署会')}要求：{tasks}。\n领导要求：石门乡不点名。\n"
    said = "".join(s.text for paragraph in compose(read_sheet(sheet)).passages for s in paragraph)
    assert "二水厂换净水设备" in said
    assert "石门" not in said


def test_the_list_of_all_days_tells_in_how_many_days_it_is_to_be_done() -> None:
    tasks = "①存量垃圾点6月20日前清零；②老旧管网6月25日前换好；③断头路6月30日前打通"
    assert "29天" in days(tasks)
    assert "29天" not in days(tasks.replace("③断头路", "③断头路力争"))
    assert "29天" not in days(f"{tasks}；④晚上的事6月28日前再说一说")


def test_whoever_speaks_next_is_called_by_his_post_once() -> None:
    sheet = "会序：水利局通报→罗副县长讲→县委书记彭书记讲话。\n要求：水泵6月20日前配齐。\n"
    called = compose(read_sheet(HEAD.format(meeting="重点工作部署会") + sheet)).opening
    assert "县委书记还要讲话" in "".join(s.text for paragraph in called for s in paragraph)


DAYS = "①{};②泵站6月20日前装好;③围墙6月30日前修完;④沟渠7月10日前挖通"


def list_of_days(tasks: str) -> str:
    """Return the list of days at the end of a speech."""
    told = [s.text for p in speech(tasks.replace(";", "；")).passages for s in p]
    return next((s for s in told if s.count("；") > 1), "")


@pytest.mark.parametrize(
    ("task", "said"),
    [
        ("私接的有7处，6月10日前自己拆", "6月10日前，私接的7处自己拆"),
        ("先换最浅的那2公里，6月10日前换完", "6月10日前，最浅的那2公里换完"),
        ("文庙片区2027年4月30日前", "2027年4月30日前，文庙片区完成"),
        ("不热的217户，6月10日前挨户上门看一遍", "6月10日前，不热的217户，挨户上门看一遍"),
    ],
)
def test_what_is_due_is_told_with_its_thing_and_its_year(task: str, said: str) -> None:
    assert said in list_of_days(DAYS.format(task))


def test_a_day_of_several_who_do_it_is_told_with_all_of_them() -> None:
    said = days(f"①超声科、磁共振室6月10日前开中午连班{OTHERS}")
    assert "6月10日前，超声科、磁共振室开中午连班" in said


def test_how_many_came_is_not_read_out_and_their_leaders_stand_behind_the_speaker() -> None:
    sheet = "参会：镇领导班子、各村书记42人、科长以上53人\n要求：水泵6月20日前配齐。\n"
    front = compose(read_sheet(HEAD.format(meeting="秋季防火工作会") + sheet)).opening
    said = next(s.text for paragraph in front for s in paragraph if "各村书记" in s.text)
    assert "42" not in said and "领导班子" not in said
    assert "科长以上53人" in said


def test_a_long_list_of_those_present_is_not_read_out() -> None:
    sheet = "参会：各村书记、派出所、城管中队、物业经理\n要求：水泵6月20日前配齐。\n"
    front = compose(read_sheet(HEAD.format(meeting="秋季防火工作会") + sheet)).opening
    assert not any("物业经理" in s.text for paragraph in front for s in paragraph)
