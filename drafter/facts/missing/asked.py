"""The words of a question that a sheet leaves open, and the sentence with a blank where it asks.

还要装多少部，街道没报来 is said as 还要装【】部.
"""

from __future__ import annotations

import re

from drafter.facts.cut.cues import pattern

# What stands in front of a thing that is missing and is no part of its name.
_FRONT = re.compile(
    r"^(?:(?:但|可|只是|不过|具体|至于|其中|还有|另外|这|那|就是|由|到底|究竟|目前|新到的|新来的)+(?=[^\d])"
    r"|[一-鿿]{1,6}(?:[科局处办部会]说|还?在(?:研究|商量|商议|议|测算|算|谈))(?=.{3}))"
)
VERDICT = re.compile(
    r"[，,]?(?:(?:还|都|也|仍|尚|暂时?)?(?:没有?|未(?!来)|待|空着|在(?:[测算议谈商询研拿比选]|[跟和与同])|得问|要问|不明|不详|不清|不知|没个|等|要等"
    r"|先不(?:写|说|讲|报)|定不[了下]|说不[准好]|[要得需](?:和|跟|与|同|再|看))|[一-鿿]{0,4}再[定核议报])"
)
# Whose word is awaited, behind the question: 改完｜交运局, 每吨多少｜县里文件.
_ACTOR = re.compile(
    "(?:[省市县区镇乡村校院厂街][里上]"
    "|各(?:[镇村乡科]|街道|单位|社区|部门|学校)|[省市县区镇乡校]?[一-鿿]{2}(?:[局科处办部委室所组]|公司|街道|集团|中心)|(?:班子|党委|党组|常务|院务|职代|董事|办公)会|[一-鿿]{2}(?:[局处科办委]|公司)?那边|银行|后勤|财务|人事|厂家|会上?(?=还?在))"
    "(?:说|文件)?"
)
_AMOUNT = "多少(?:钱|万?元|个(?=人))?|(?<!哪)几(?:个(?=人)|(?![号月日时点]))|多[大长久高]"
_WHEN = "什么时[候间]|啥时候?|何时|几时|哪一?[天年月周日]|几[号月日点]"
_WHERE = "哪(?:里|儿|个地方|个位置)"
# 收哪些学生, 用哪家的卷子: what is chosen.
_CHOSEN = "(?<=[装用选买请考走收投进])哪(?:[一几]?[个家种款套]的?|些)[一-鿿]{2,4}$"
_IN_PLACE = re.compile(
    f"(?P<x>.*?(?<!第))(?:(?P<amount>{_AMOUNT})|(?P<when>{_WHEN})(?:才|能|再|可以)*|{_WHERE}|{_CHOSEN}|(?<=是)(?:谁|哪位)$)(?P<rest>.*)"
)
# 谁出还在商量，哪天有说法没定: when it will be settled is not what is asked.
_DECISION = re.compile("(?:才|能|会)?有(?:个|了)?(?:说法|结果|准信|准话|答复|眉目|着落)")
# Behind these words a figure needs a verb: 预算是【】.
_NOUN = re.compile("(?:[费款额率数价限幅度期金比]|预算|资金|总量|规模|面积|电话|号码|缺口|预计)$")
# 开到晚上几点
_UNTIL = re.compile("[到在从](?:早上|上午|下午|晚上|夜里)?$")


def bare_words(text: str) -> str:
    """Return the last clause of a text without what leads up to it."""
    return _FRONT.sub("", re.split("[，,（(]", text.strip(" 　。（）()"))[-1].strip("的 　"))


def asked_words(text: str) -> str:
    """Return a question without who has not answered it and that it is open: 什么时候改完."""
    asked = pattern("question").search(text)
    if not asked:
        return ""
    end = VERDICT.search(text, asked.end())
    rest = text[asked.end() : end.start() if end else None]
    # 哪家建筑公司: what is asked for is itself a body.
    actor = _ACTOR.search(rest, 2 if "哪" in asked[0] and asked[0][-1:] not in "天里儿" else 0)
    rest = rest[: actor.start()] if actor else rest
    # 电力抢修 谁总调度: a blank in front of the question parts nothing.
    front = text[: asked.start()].rstrip(" \u3000")
    return bare_words(re.split(r"(?<=.)[ 　]", front + asked[0] + rest)[0])


def asked_in_place(text: str, mark: str) -> str:
    """Return what is open of an amount, a time or a place as a sentence with ``mark`` where it is asked.

    "" where the text asks for something else, or for more than one thing.
    """
    for clause in re.split("[，,；;（）()]", text):
        found = _IN_PLACE.fullmatch(asked_words(clause))
        if (
            found is None
            or _DECISION.fullmatch(found["rest"])
            or "、" in found["rest"]
            or pattern("question").search(found["rest"])
        ):
            continue
        front, rest = found["x"].removesuffix("大概"), found["rest"]
        if found["when"] and not rest and not _UNTIL.search(front):
            continue
        if not found["when"] and not front:
            continue
        verb = "是" if found["amount"] and not rest and _NOUN.search(front) else ""
        end = "的" if rest.startswith("是") else ""
        return f"{front}{verb}{mark}{rest}{end}。"
    return ""


# Which of many it is that does it: 哪家公司, 哪几个科.
_WHICH = re.compile(
    "哪[几一些]?[个家些位所座条处项]?"
    "(?P<noun>(?<=家)(?=[一-鿿]{2})(?!公司|企业|单位|厂)|公司|厂家?|企业|单位|部门|学校|科室?|处室|乡镇|社区|小区|班组|院|队|村|镇)(?P<does>[一-鿿]{1,6})$"
)
_FIRMS = ("", "公司", "厂", "厂家", "企业", "单位")
# What a firm is called by what it does.
_TRADES = {"建": "建设", "修": "维修", "装": "安装", "供": "供货", "管": "管理", "做": "承做", "拆": "拆除"}
# 从, 在: what stands so in front of the question leaves no place for 由.
_LEADS = tuple("从由给让在到向归往跟和")


def name_of_which(what: str) -> str:
    """Return the name of the blank in a question after one of many: 建设公司 of 充电口哪家公司建."""
    asked = _WHICH.search(what)
    if asked is None:
        return what
    does = _TRADES.get(asked["does"], asked["does"] if len(asked["does"]) == 2 else "")
    firm = asked["noun"] in _FIRMS and does and not what[: asked.start()].endswith(_LEADS)
    return f"{does}{asked['noun'] or '方'}" if firm else asked[0].removesuffix(asked["does"])


def which_with_blank(what: str, mark: str) -> str:
    """Return a question after one of many with ``mark`` in its place: 充电口由【建设公司】建."""
    asked = _WHICH.search(what)
    if asked is None:
        return ""
    before = what[: asked.start()]
    before += "" if before.endswith(_LEADS) else "由"
    return f"{before}{mark}{asked['does']}。"
