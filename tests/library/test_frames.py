"""Every frame: well formed, free of facts of its own, no sentence twice.

Run ``python -m tests.library.test_frames`` for the number of frames by type and function.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from drafter.facts.people.audiences import AUDIENCES
from drafter.templating.compose.comments.shapes import is_saying
from drafter.yaml.parse import read_values
from drafter.yaml.source import read_source

FRAMES = Path(__file__).parents[2] / "templates" / "frames"
SUBJECTS = FRAMES.parent / "subjects"

FACTS = (
    "achievement", "situation", "progress", "problem", "cause", "request", "task", "gap", "duty",
    "fund", "check", "promise", "example", "thanks", "stance", "basis",
)  # fmt: skip
# What is said beside the facts, with the uses that `about` names there in place of natures.
USES = {
    "agenda": {
        "会前", "礼前", "表态", "检讨", "宣誓", "现场", "上级", "同级", "已讲", "态度",
    },
    "praise": {"作为", "做法", "所说的人", "所说的事"},
    "opening": {"座谈", "分块", "远听", "到会", "直说"},
    "closing": {"会后", "话后", "礼后"},
    "schedule": {"挑几个", "总共"},
    "transition": {"最重", "起头", "收束", "无题最重", "独重", "无题独重", "先重", "无题先重"},
    "heading": {
        "成绩", "形势", "问题", "原因", "任务", "分工", "经费", "督查", "承诺", "诉求", "难办", "事例",
        "要点", "问怎么办", "说要办的",
    },
    "occasion": {
        f"{occasion}{place}"
        for occasion in (
            "表彰", "毕业", "开学", "签约", "开工", "竣工", "揭牌", "开业",
            "周年", "捐赠", "欢送", "敬老",
            "开幕", "仪式", "座谈", "事故", "警示", "调研", "动员", "任职", "党课", "述职",
            "提醒", "荣休", "节日", "培训", "结业",
        )
        for place in ("开场", "来宾", "到会", "起头1", "起头2", "起头3", "反观", "寄语", "共勉", "结尾")
    },
    "passage": set(),
    "subject": set(),
}  # fmt: skip
# What leads to one sentence for those who are spoken to.
OF_ONE = "一句"
FUNCTIONS = {"state", "compute", "weigh", "contrast", "link", "verify", "address"}
OF_A_SUBJECT = {"why", "how", "hold", "appeal", "honour", "hear"}
TONES = {"硬", "平实", "暖"}
FORMS = {
    "clause", "topic", "by", "day", "days", "amount", "done", "rest", "share",
    "previous", "difference", "rate", "owner", "partners", "person", "call", "who", "cell",
    "count_word", "to", "things", "cause", "problem", "left", "people",
    "helpers", "then", "each", "occasion", "hero", "undone", "unreached", "onein", "risen", "fallen", "lost",
    "won", "ahead", "also", "besides", "charge", "fine", "winners", "guests", "behalf",
    "meeting", "place", "asker", "present", "thing", "items", "season", "hour",
    "act", "batch", "one", "piece", "nobody", "unmet", "unfound", "of", "ratio", "most",
    "mostof", "whole", "mostratio", "percent", "missed", "more", "gone", "behind", "past", "years",
    "restshare", "times", "steps", "off", "offratio", "wait", "claimed", "real", "gapratio", "paper", "pair",
    "pairtimes", "idle", "two", "tworatio", "seen", "unseen", "looks", "load", "loadone",
    "over", "norm", "vain", "nextvain", "span", "late", "lateby",
}  # fmt: skip
# What a frame may presuppose of a fact, or of those who listen; it has no words of its own.
PRESUPPOSED = {
    "working", "several", "night", "again", "ban", "daily", "harm", "deed",
    "reward", "urgent", "stressed", "residents",
}  # fmt: skip
KEYS = {"says", "as", "tone", "about", "needs", "lacks", "when", "with", "pointed", "metaphor", "text"}
# Types whose facts are stated often: each needs enough frames to state them.
OFTEN = (
    "achievement", "situation", "progress", "problem", "cause", "task", "gap", "duty", "fund", "check",
    "promise", "example", "thanks", "request",
)  # fmt: skip
LEAST_NATURES = 25
MOST_POINTED = 0.25

WHEN = re.compile(r"(days|count|rest|ratio|share) (<=|>=|<|>) \d+")
_UNITS = "天日周月年季旬次回遍趟人名户家处个件条项万亿元倍成"
_FIGURES = re.compile(
    rf"[0-9０-９%％]|[二三四五六七八九十百千万亿两半][{_UNITS}]|一[天日周月年季旬次半成]|几[天次年]|每[天日周月季年班旬]"
)
_FOREIGN = {
    "deadline": "尽快|立即|马上|月底|年底|年内|会后一周|当天|即日起",
    "duty": "值班|带班|日报|周报|零报告|第一责任人|主要负责|专班|工作组|调度会|台账",
    "penalty": "问责|追究|处分|通报批评|约谈|罚|免职|扣分|扣款|一票否决|后果自负|零容忍",
    "promise": "我保证|我负责|我来办|我会|我亲自|亲自抓|一定办到|决不食言",
    "answer": "由我们(?!定)|不让[^，。]{0,6}再|下一?回[^，。]{0,6}先|有个回音|一条都不|不用[^，。]{0,6}来问",
    "overpraise": "每一?个[^，。]{0,4}都(?!要|是|放|不能)|个个都|没有一个不|功劳最大|没有松过手",
    "cause": "走的走、换的换|早就够|添一双手|没有出过毛病",
    "soft": "力争|尽量|希望|争取|原则上|尽可能|务必|确保",
    "poster": "奋力|谱写|新台阶|新篇章|新征程|辉煌|保驾护航|添砖加瓦|踔厉|笃行|赓续|抓手|赋能",
}
FORBIDDEN = {name: re.compile(words) for name, words in _FOREIGN.items()}
# Words that fit some bodies only: allowed where `about` says that the matter is theirs.
_OF_ONE_BODY = re.compile(
    "各级|干群|辖区|乡镇|基层|党委|政府|机关|群众|企业|孩子|学生|家长|病人|患者|矿井|科室|村里"
)
# What a nature itself is about may be named by its frames.
_OWN_WORDS = {"值守": FORBIDDEN["duty"]}
# Hard words, that only a leader who is firm says to those who sit before him.
_SCOLDING = re.compile("说不过去|没有理由松气|瞒不过去|还不如不|不如不说|自己要认|当初是怎么|成了借口")
# What would be one more duty of whoever is named, or of those who sit there.
_NEW_ACTS = re.compile(
    "(?<!出)来说(?!情)|当面(?:应|分清|点清|交代|讲出|说清)|点出来|应下来|叫到一起|碰[个一]?头|见个面|照实说|说一声|讲一声|当时就讲"
    "|(?:早一点|趁早)[^，。]{0,4}(?:说|讲|提|喊|开口)|说结果|说数|回去(?:头一件|先|就)|讲给[^，。]{0,9}听"
    "|照一照|自己先抽|就提出来|听你的回话|派谁来|有事先找"
)
_TO_SOMEBODY = frozenset(
    {"task", "duty", "check", "fund", "problem", "cause", "gap", "progress", "situation"}
)
# Where a fact stands in the speech is not known to a frame.
_PLACE = re.compile(
    "刚才说|前面(?:说|讲|点到)|前头(?:讲|说|找)|说过的那个|往下(?:要办|有一条|就有)|前面那[件样]"
)
_SEESAW = re.compile("不是[^，。]*，(而)?是|不等于|不在[^，。]*，在|怕的(不)?是")


@lru_cache(maxsize=1)
def frames() -> tuple[Mapping[str, Any], ...]:
    found: list[Mapping[str, Any]] = []
    for path in sorted(set(FRAMES.glob("*.yaml")) - {FRAMES / "kinds.yaml"}):
        rows, faults = read_values(read_source(path))
        assert not faults and isinstance(rows, list), path.name
        assert all(row.get("says") == path.stem for row in rows), f"{path.name} holds one type"
        found += rows
    return (*found, *of_subjects())


@lru_cache(maxsize=1)
def subjects() -> tuple[tuple[str, list[Mapping[str, Any]]], ...]:
    """Return the name of each file of a subject, and its rows; the first has the words of the subject."""
    return tuple(_subjects())


def _subjects() -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    for path in sorted(SUBJECTS.glob("*.yaml")):
        rows, faults = read_values(read_source(path))
        assert not faults and isinstance(rows, list), path.name
        yield path.stem, rows


def of_subjects() -> Iterator[Mapping[str, Any]]:
    """Yield the frames of all subjects, each about its own."""
    for name, rows in subjects():
        for row in rows[1:]:
            # task|promise says a task as well as a promise.
            says = row["says"].partition("|")[0]
            yield {**row, "says": says, "about": [name], "subject": rows[0]["subject"]}


@lru_cache(maxsize=1)
def natures() -> dict[str, re.Pattern[str]]:
    lines = (FRAMES / "natures.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t")[:2] for line in lines if line and not line.startswith("#")]
    assert len(pairs) == len({name for name, _ in pairs}), "a nature stands twice"
    return {name: re.compile(words) for name, words in pairs}


def forms_in(text: str) -> list[str]:
    return re.findall(r"\{([^}]*)\}", text)


def bare(frame: Mapping[str, Any]) -> str:
    """Return the words of a frame without its forms."""
    return re.sub(r"\{[^}]*\}", "○", frame["text"])


def told(frame: Mapping[str, Any]) -> str:
    return f"{frame['says']}/{frame['as']}/{','.join(frame.get('about', []))}: {frame['text']}"


def those_where(fault: Any) -> list[str]:
    return [told(frame) for frame in frames() if fault(frame)]


def test_every_type_has_a_file_of_frames() -> None:
    assert {frame["says"] for frame in frames()} == {*FACTS, *USES}


@pytest.mark.parametrize("key", ["says", "as", "text"])
def test_every_frame_has_what_it_cannot_do_without(key: str) -> None:
    assert not [frame for frame in frames() if not frame.get(key)]


def test_a_frame_has_only_known_keys_functions_and_tones() -> None:
    assert not those_where(lambda f: set(f) - KEYS - ({"subject"} if "subject" in f else set()))
    assert not those_where(lambda f: f["as"] not in (OF_A_SUBJECT if f["says"] == "subject" else FUNCTIONS))
    assert not those_where(lambda f: set(f.get("tone", ())) - TONES)
    assert not those_where(lambda f: {f.get("pointed", "true"), f.get("metaphor", "true")} != {"true"})


def test_about_names_natures_or_uses_that_are_known() -> None:
    def unknown(frame: Mapping[str, Any]) -> set[str]:
        known = USES.get(frame["says"]) or {*natures(), *AUDIENCES, OF_ONE}
        return set(frame.get("about", ())) - known - {name for name, _rows in subjects()}

    assert not those_where(unknown)


def test_forms_are_known_and_all_that_a_text_uses_are_needed() -> None:
    known = FORMS | PRESUPPOSED | {"days", "count", "rest", "ratio", "fault"}

    assert not those_where(lambda f: set(f.get("needs", ())) - known)
    assert not those_where(lambda f: set(f.get("lacks", ())) - FORMS - PRESUPPOSED - {"soft", "fault"})
    assert not those_where(lambda f: set(forms_in(f["text"])) - FORMS)
    assert not those_where(lambda f: set(forms_in(f["text"])) - set(f.get("needs", ())))
    assert not those_where(lambda f: set(f.get("lacks", ())) & set(f.get("needs", ())))


def test_a_condition_compares_one_figure_that_the_frame_needs() -> None:
    def wrong(frame: Mapping[str, Any]) -> bool:
        when = str(frame.get("when", ""))
        return bool(when) and (not WHEN.fullmatch(when) or when.split()[0] not in frame.get("needs", ()))

    assert not those_where(wrong)


def test_the_words_beside_which_a_frame_stands_are_a_regular_expression() -> None:
    assert all(re.compile(str(frame.get("with", ""))) for frame in frames())


def test_a_frame_is_whole_sentences_and_a_heading_has_no_end_mark() -> None:
    heading = {"heading"}
    assert not those_where(lambda f: f["says"] not in heading and f["text"][-1] not in "。？：")
    assert not those_where(lambda f: f["says"] in heading and f["text"][-1] in "。？！：，")
    assert not those_where(lambda f: re.search(r"[！!,.;:?()（）\s]|，，|。。", bare(f)))


def test_a_clause_is_not_built_into_a_longer_sentence() -> None:
    spoken = [frame for frame in frames() if frame["says"] in FACTS]

    assert not [told(f) for f in spoken if re.search(r"\{clause\}[^。]", f["text"])]
    assert not [told(f) for f in spoken if re.search(r"[^：，。？]\{clause\}", f["text"])]


def test_no_frame_has_a_figure_or_a_frequency_of_its_own() -> None:
    assert not those_where(lambda f: _FIGURES.search(bare(f)))


@pytest.mark.parametrize("name", FORBIDDEN)
def test_no_frame_says_what_only_a_fact_may_say(name: str) -> None:
    def said(frame: Mapping[str, Any]) -> bool:
        own = [_OWN_WORDS[about] for about in frame.get("about", ()) if about in _OWN_WORDS]
        beside = f"{frame.get('with', '')}|{frame.get('subject', '')}"
        said = (found[0] for found in FORBIDDEN[name].finditer(bare(frame)))
        return FORBIDDEN[name] not in own and any(word not in beside for word in said)

    assert not those_where(said)


def test_no_frame_gives_anybody_a_new_act() -> None:
    assert not those_where(lambda f: f["says"] in _TO_SOMEBODY and _NEW_ACTS.search(bare(f)))


def test_no_frame_says_where_another_fact_stands() -> None:
    assert not those_where(lambda f: f["says"] in _TO_SOMEBODY and _PLACE.search(bare(f)))


def test_only_a_firm_leader_scolds() -> None:
    assert not those_where(lambda f: f.get("tone") != ["硬"] and _SCOLDING.search(bare(f)))


def test_a_reward_is_named_only_where_the_fact_is_one() -> None:
    assert not those_where(
        lambda f: "奖" in bare(f) and f.get("about") != ["奖励"] and "奖" not in f.get("with", "")
    )


def test_words_of_one_body_stand_only_in_frames_about_it() -> None:
    assert not those_where(lambda f: not f.get("about") and _OF_ONE_BODY.search(bare(f)))


def test_no_text_stands_twice_but_for_the_bare_clause() -> None:
    everywhere = Counter(f["text"] for f in frames() if f["text"] != "{clause}。")
    within = Counter((f["says"], f["text"]) for f in frames())

    assert not [text for text, count in everywhere.items() if count > 1]
    assert not [pair for pair, count in within.items() if count > 1]


def test_a_turn_of_not_this_but_that_is_marked_as_pointed() -> None:
    assert not those_where(lambda f: not f.get("pointed") and _SEESAW.search(bare(f)))


def test_three_frames_in_four_are_plain() -> None:
    pointed = [frame for frame in frames() if frame.get("pointed") or frame.get("metaphor")]

    assert len(pointed) <= MOST_POINTED * len(frames())


@pytest.mark.parametrize("says", FACTS)
def test_every_fact_can_be_said_whatever_it_lacks(says: str) -> None:
    free = {"clause"} if says != "thanks" else {"clause", "who"}

    def always(frame: Mapping[str, Any]) -> bool:
        limits = {"about", "tone", "lacks", "when"} & set(frame)
        return frame["says"] == says and frame["as"] == "state" and not limits and {*frame["needs"]} <= free

    assert any(always(frame) for frame in frames())


def test_tasks_have_frames_for_many_natures() -> None:
    found = {about for frame in frames() if frame["says"] == "task" for about in frame.get("about", ())}

    assert len(found) >= LEAST_NATURES


def generals() -> list[Mapping[str, Any]]:
    """Return the comments that would fit any fact of a type."""
    return [
        frame
        for frame in frames()
        if frame["says"] in FACTS and frame["says"] != "thanks" and frame["as"] != "state"
        if not frame.get("about") and not forms_in(frame["text"]) and "stressed" not in frame.get("needs", ())
    ]


def test_what_fits_any_fact_is_no_saying_and_presupposes_no_thing() -> None:
    things = re.compile("夜里|墙上|名单|机器|台|喇叭|上一回|老毛病|窗口|现场会|今年|去年")

    assert not [told(f) for f in generals() if is_saying(f["text"]) or things.search(f["text"])]


@pytest.mark.parametrize("says", ["task", "problem", "achievement", "check", "duty", "situation", "progress"])
def test_of_what_most_facts_are_nothing_is_said_that_fits_any_of_them(says: str) -> None:
    told_to = {"residents", "working"}

    assert not [told(f) for f in generals() if f["says"] == says and not told_to & {*f.get("lacks", ())}]


def test_headings_of_one_set_have_one_length() -> None:
    sets: dict[str, list[str]] = defaultdict(list)
    for frame in frames():
        if frame["says"] == "heading" and frame["about"][0] not in ("要点", "问怎么办", "说要办的"):
            sets[frame["about"][0]].append(frame["text"])

    assert len({len(texts) for texts in sets.values()}) == 1
    for siblings in zip(*sets.values(), strict=True):
        assert len({len(text) for text in siblings}) == 1


@pytest.mark.parametrize(
    ("clause", "has", "has_not"),
    [
        ("没销号的4月25日前全部销号", {"整改"}, set()),
        ("转移责任人名单4月15日前更新、上墙", {"名册", "公示"}, {"转移"}),
        ("产业转移园年内签约项目8个", {"签约"}, {"转移"}),
        ("病险水库汛期一律空库运行", {"词一律"}, {"设备"}),
        ("同一企业一年行政检查原则上不超过2次", {"检查次数"}, {"词一律"}),
        ("井下探放水孔每班必查，异常立即撤人", {"撤人"}, {"转移"}),
        ("户厕剩下的6月30日前完工", {"完工"}, {"整改"}),
        ("转移3164人，没有人员伤亡", {"转移"}, {"没人管"}),
        ("每班开工前敲帮问顶，带班队长签字", set(), {"开工"}),
        ("食堂燃气报警器8月30日前换新", {"报警器试"}, {"应警", "误报"}),
        ("坟山逐户发明白纸，4月2日前发到户", {"明白纸"}, {"卡口", "宣讲政"}),
        ("国有林场清出隔离带60公里", {"清可燃"}, set()),
        ("4个探头今天中班前换完", {"瓦斯探头"}, {"钻孔", "井下通风"}),
        ("石塘村由镇党委副书记邢建包", {"盯一处"}, {"盯几处"}),
        ("砖瓦厂由卞志强包，南货场由佟丽包", {"盯几处"}, {"盯一处"}),
        ("手术核查由副院长纪安盯", set(), {"盯一处", "盯几处"}),
        ("调度室值班长有权下令，不用请示", {"授权"}, {"值守"}),
        ("名单7月3日前交学生处", {"报送"}, {"交接"}),
        ("采购制度7月20日前修订", {"预案"}, {"采买"}),
        ("没访到的486户7月5日前访完", {"上门", "剩下的"}, set()),
        ("转介绿色通道4月30日前开通", set(), {"急诊"}),
        ("1200卷抢救修复", set(), {"急诊", "设备"}),
        ("维修班长管作业", set(), {"设备"}),
        ("评委库扩到300人，随机抽", set(), {"词不打招呼"}),
        ("每月5日前交换死亡、迁出信息", set(), {"搬迁"}),
        ("供应商亲属关系11月底前筛查一遍", set(), {"筛查"}),
        ("年底45部全开工", set(), {"开窗口"}),
        ("环评2个10月底前拿到批复", set(), {"评比"}),
        ("过期药每月5日清柜", set(), {"当天办"}),
        ("每月随机调看午睡视频", set(), {"宣传"}),
        ("专项奖3000万元，回款奖按到账千分之二", set(), {"清收"}),
        ("应收完成的大区另奖", set(), {"农时"}),
        ("今年提前签了打捆合同3.1万亩", set(), {"虚签", "提前签"}),
        ("死了的人系统里还活着", set(), {"死伤"}),
        ("死亡病例一周内讨论率96%", set(), {"人没了"}),
        ("反复报警的有184户", set(), {"返潮"}),
        ("重复报警的43户", set(), {"重复报"}),
        ("出租车拒载、绕路投诉286件", set(), {"绕路"}),
        ("非机动车道被停满的路段41条", set(), {"全长"}),
        ("抢险队3支队伍", set(), {"参赛"}),
        ("上下沟轮着放，派人守闸", set(), {"排班"}),
    ],
)
def test_the_nature_of_a_clause(clause: str, has: set[str], has_not: set[str]) -> None:
    found = {name for name, words in natures().items() if words.search(clause)}

    assert has <= found and not has_not & found


def test_a_subject_has_words_that_tell_it_and_reasons() -> None:
    for name, rows in subjects():
        assert set(rows[0]) == {"subject"} and re.compile(rows[0]["subject"]), name
        assert {"why", "honour", "hear"} & {row["as"] for row in rows[1:] if row["says"] == "subject"}, name


def test_what_is_said_of_a_fact_of_a_subject_stands_beside_words_of_the_fact() -> None:
    of_facts = [frame for frame in of_subjects() if frame["says"] != "subject"]

    assert not [
        told(f) for f in of_facts if not f.get("with") or f["as"] == "state" or not FACTS.count(f["says"])
    ]


def counts() -> dict[str, Counter[str]]:
    """Return the number of frames by type and function."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for frame in frames():
        table[frame["says"]][frame["as"]] += 1
    return table


def table() -> Iterator[str]:
    order = ("state", "compute", "weigh", "contrast", "link", "verify", "address")
    yield f"{'':12}" + "".join(f"{name:>9}" for name in order) + f"{'all':>9}"
    for says, functions in counts().items():
        yield f"{says:12}" + "".join(f"{functions[n]:9}" for n in order) + f"{functions.total():9}"
    yield f"{len(frames())} frames, {sum('pointed' in f for f in frames())} pointed"


if __name__ == "__main__":
    print("\n".join(table()))
