"""How a speech made of facts opens: how those present are called, what was heard, who speaks next."""

from __future__ import annotations

import pytest

from drafter.facts.read import read_sheet
from drafter.templating.compose import Composition, compose
from drafter.templating.compose.around.opening import is_above

NOTES = "问题：台账不全的有6家\n要求：6家9月30日前补齐，办公室牵头\n"


def composed(name: str, *lines: str, speaker: str = "县长 严知秋") -> Composition:
    """The speech of a sheet with a head, a problem and a task."""
    head = f"{name}\n时间：2026年9月8日上午9点\n讲话人：{speaker}，8分钟\n"
    return compose(read_sheet(head + "".join(f"{line}\n" for line in lines) + NOTES))


def opening(*args: str, speaker: str = "县长 严知秋") -> str:
    return "".join(sentence.text for p in composed(*args, speaker=speaker).opening for sentence in p)


@pytest.mark.parametrize(
    ("who", "post", "above"),
    [
        ("县委书记", "县长", True),
        ("分管副市长", "市教育局局长", True),
        ("副区长", "区教育局局长", True),
        ("董事长", "总经理", True),
        ("校长", "副校长", True),
        ("市长", "市委副书记", True),
        ("县长", "县委常委、常务副县长", True),
        ("办事处主任", "街道党工委书记", False),
        ("区民政局科长", "街道党工委书记", False),
        ("家长代表", "市总工会主席", False),
        ("县应急局", "副县长", False),
        ("总经理", "董事长", False),
    ],
)
def test_who_stands_higher_is_told_by_his_post(who: str, post: str, above: bool) -> None:
    assert above is is_above(who, tuple(post.split("、")))


def test_a_leader_who_speaks_next_is_to_be_listened_to() -> None:
    said = opening("全县秋粮收储工作会", "议程：粮储局汇报；县长讲话；县委书记作总结")
    assert "县委书记还要作总结，请大家" in said


def test_an_equal_who_speaks_next_is_told_without_more() -> None:
    said = opening("全县秋粮收储工作会", "议程：粮储局汇报；县长讲话；粮储局布置收购")
    assert "粮储局还要布置收购。" in said


@pytest.mark.parametrize("words", ["听到", "听完", "摆出来", "说在前面"])
def test_nobody_is_said_to_have_reported_where_nobody_did(words: str) -> None:
    said = opening("全县秋粮收储工作会", "议程：青坝镇、柏子乡发言；县长讲话")
    assert "刚才，青坝镇、柏子乡作了发言" in said
    assert words not in said


def test_those_who_do_the_same_in_a_row_are_told_together() -> None:
    said = opening("全县秋粮收储工作会", "议程：青坝镇发言；柏子乡发言；县长讲话")
    assert "青坝镇、柏子乡作了发言" in said


def test_whoever_goes_on_is_not_named_again() -> None:
    said = opening("全县秋粮收储工作会", "先由粮储局宣读方案，给3名标兵颁奖，标兵代表发言，然后县长讲话")
    assert 1 == said.count("粮储局")


def test_a_warning_without_a_case_speaks_of_none() -> None:
    made = composed("全县安全生产警示会")
    assert "案" not in "".join(sentence.text for sentence in made.sentences())


@pytest.mark.parametrize(
    ("name", "present", "call"),
    [
        ("社区养老服务座谈会", "老人代表15位、社区医院", "各位老人家，同志们："),
        ("春节前慰问老党员座谈会", "老党员17名", "各位老党员，同志们："),
        ("退休教师欢送会", "教职工60人", "各位老师："),
        ("全乡“三夏”防火动员会", "村民组长、农机大户", "同志们："),
        ("县中医院护士节庆祝大会", "护士200人", "各位同事："),
        ("青年干部培训班开班式", "学员40人", "各位学员，同志们："),
        ("全镇防火宣传动员会", "镇村干部、各村老人代表", "各位老人家，同志们："),
        ("新兵入伍欢送会", "新兵68人和他们的家长", "各位新战友，各位家长，同志们："),
        ("槐庄村村民大会", "村民200多人", "乡亲们："),
        ("供应商座谈会", "供应商26家", "各位合作伙伴，同志们："),
    ],
)
def test_those_present_are_called_as_who_they_are(name: str, present: str, call: str) -> None:
    assert call == composed(name, f"参加：{present}").salutation


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("2026年秋季开学典礼", "在2026年秋季开学典礼上的讲话"),
        ("县政务服务中心揭牌仪式", "在县政务服务中心揭牌仪式上的致辞"),
        ("全市中小学（幼儿园）安全工作会", "在全市中小学（幼儿园）安全工作会上的讲话"),
    ],
)
def test_a_title_says_where_one_speaks(name: str, title: str) -> None:
    assert title == composed(name).title


def test_meetings_of_one_kind_open_and_close_in_their_own_words() -> None:
    names = [f"{field}动员大会" for field in ("防汛", "征兵", "扫雪", "植树", "普查", "招商", "创卫", "护林")]
    made = [composed(name) for name in names]
    assert 2 < len({each.opening[0][0].text for each in made})
    assert 1 < len({each.closing[-1][-1].text for each in made})


def test_who_did_wrong_is_not_praised_at_a_meeting_on_work() -> None:
    case = "情况：原执法二科科长廖某，给企业通风报信，收了9万块，判了两年三个月"
    said = "".join(s.text for s in composed("“利剑护水”行动动员会", case).sentences())
    assert "廖某" in said
    assert not any(word in said for word in ("敬重", "难得", "值得大家学", "掌声"))


def test_a_speech_without_a_subject_still_opens() -> None:
    assert opening("安全生产约谈会")


def test_a_deputy_announces_his_head() -> None:
    said = opening(
        "全县防汛工作会", "议程：水利局通报；副县长讲话；县长最后讲问责纪律", speaker="副县长 严知秋"
    )
    assert "县长还要讲问责纪律" in said


def test_what_the_leader_does_not_touch_is_not_named_for_whoever_speaks_next() -> None:
    lines = "议程：教务处通报；校长讲话；书记最后讲师德（校长不碰）"
    said = opening("开学教职工大会", lines, speaker="校长 顾若谷")
    assert "书记还要讲话" in said
    assert "师德" not in said


def closing(*args: str) -> str:
    return "".join(sentence.text for p in composed(*args).closing for sentence in p)


def test_what_all_do_next_stands_behind_the_last_words_of_an_occasion() -> None:
    said = closing("全县警示教育会", "议程：纪委通报案件；县长讲话；全体签廉洁承诺书")
    assert said.endswith("请大家一起签廉洁承诺书。")
    assert len(said) > len("接下来，全体签廉洁承诺书。")


def test_a_ceremony_invites_to_what_all_do_next_and_leaves_the_rest_to_the_host() -> None:
    assert "大家进馆参观。" in closing(
        "图书馆开馆仪式", "程序：戚老师发言；县长致辞；县委书记宣布开馆；大家进馆参观"
    )
    assert "宣布开馆" not in closing("图书馆开馆仪式", "程序：戚老师发言；县长致辞；县委书记宣布开馆")


def test_the_parts_are_counted_and_their_headings_not_read_out_before() -> None:
    made = composed("全县安全生产工作会", "情况：今年以来排查企业42家", "问题：台账不全的有6家")
    front = "".join(sentence.text for p in made.opening for sentence in p)
    assert all(section.heading not in front for section in made.sections)
    assert "讲两点" in front or "讲三点" in front or "说三点" in front


def test_a_head_who_stresses_something_after_is_announced_and_not_called_at_the_end() -> None:
    lines = "程序：安环部通报情况；县长讲话；县委书记强调"
    assert "县委书记还要讲话" in opening("全县秋粮收储工作会", lines)
    assert "强调" not in closing("全县秋粮收储工作会", lines)


def test_what_a_few_are_called_to_is_asked_of_nobody() -> None:
    said = closing("老年大学建校庆祝大会", "程序：学员代表发言；县长讲话；给30位学员发证书；最后看书画展")
    assert "请大家看书画展" in said
    assert "证书" not in said
