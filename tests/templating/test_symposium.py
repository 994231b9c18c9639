"""Where people are heard: each thing that they asked is told with what is answered to it, in their order."""

from __future__ import annotations

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text

HEAD = "云溪市货车司机座谈会\n时间：2026年5月29日下午\n讲话：副市长 卓远航，12分钟\n"


def spoken(*lines: str, wishes: str = "少说官话") -> str:
    rows = "\n".join(f"{n}、{line}。" for n, line in enumerate(lines, 1))
    return to_text(compose(read_sheet(f"{HEAD}司机反映的：\n{rows}\n市长交代：{wishes}。")))


def test_what_is_answered_behind_a_dash_is_told_behind_its_question() -> None:
    text = spoken("停车难——年底前加680个车位", "通行证难办——7月1日起网上办")
    assert -1 < text.find("停车难") < text.find("680个车位") < text.find("通行证") < text.find("网上办")
    assert "——" not in text


def test_a_dash_behind_the_stop_answers_as_well() -> None:
    assert "——" not in spoken("服务区没地方洗澡。——8月15日前加淋浴间", "停车难——年底前加680个车位")


def test_many_questions_that_are_answered_are_counted() -> None:
    text = spoken("停车难——年底前加车位", "办证难——7月1日起网上办", "欠运费——6月开始清一次")
    assert "第三件，欠运费" in text


def test_what_cannot_be_done_is_answered_plainly() -> None:
    text = spoken("停车难——年底前加车位", "油价高，能不能补贴——没有这项政策，市里定不了")
    assert "这件事我照实说，没有这项政策，市里定不了" in text


def test_who_asks_is_named_with_what_he_does() -> None:
    text = spoken("邹一帆，做直播：快递比省城贵——6月30日前分拣中心投用", "停车难——年底前加车位")
    assert "做直播的邹一帆讲，快递比省城贵" in text


def test_a_story_among_requests_is_a_request() -> None:
    text = spoken(
        "丁海棠（养蜂）：想带人干，不知道哪里学，班上念课件——4月起换成到蜂场上课", "停车难——年底前加车位"
    )
    assert text.index("丁海棠") < text.index("蜂场上课") < text.index("停车难")


def test_how_the_writer_is_to_answer_is_not_read_out() -> None:
    text = spoken("郑小满说，没地方洗澡——8月15日前加淋浴间", wishes="郑小满那条要单独回；少说官话")
    assert "单独回" not in text


def test_an_advice_and_a_greeting_are_said_in_the_words_of_the_wish() -> None:
    text = spoken("停车难——年底前加车位", wishes="劝一句别疲劳开车；给来不了的老司机捎个好；最后拜个早年")
    assert "想劝一劝大家：别疲劳开车" in text
    assert "请大家替我给来不了的老司机捎个好" in text
    assert text.rstrip().endswith("给大家拜个早年。")


def test_the_number_of_a_hotline_counts_nothing() -> None:
    assert "【" not in spoken("欠运费——司机可打12345登记", "停车难——年底前加车位")


def test_an_arrow_answers_like_a_dash() -> None:
    text = spoken("丰收村 葛大田：机耕路太窄 → 今年修7条，5月20日前修完", "停车难——年底前加车位")
    assert "丰收村的葛大田讲，机耕路太窄" in text and "→" not in text


def test_what_a_bracket_tells_of_the_answers_makes_no_answers_of_the_questions() -> None:
    rows = "1、停车难——年底前加车位。\n2、办证难——7月1日起网上办。"
    text = to_text(compose(read_sheet(f"{HEAD}师傅们讲的（答复口径已定）\n{rows}")))
    assert text.index("停车难") < text.index("加车位") < text.index("办证难") and "口径" not in text


def test_what_is_behind_a_leader_who_is_to_say_it_is_said_to_those_present() -> None:
    head = "云溪学校毕业典礼\n2026年6月26日上午\n讲话：校长 池问渠，7分钟\n"
    sheet = f"{head}■情况\n毕业生612人，升学43人\n■校长要讲\n第一天上班别迟到\n合同别乱签"
    text = to_text(compose(read_sheet(sheet)))
    assert "第一天上班别迟到" in text and "合同别乱签" in text
