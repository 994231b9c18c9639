"""A step of the agenda as the speaker looks back on it: 通报排查 as 通报了排查, 表态 as 作了表态发言."""

from __future__ import annotations

from drafter.facts import patterns as re

# What is said of a step that is nothing but its verb.
_WHOLE = {
    **dict.fromkeys(("表态", "表态发言", "作表态"), "作了表态发言"),
    **dict.fromkeys(("发言", "交流发言", "检查发言", "检视发言", "整改发言"), "作了{}"),
    **dict.fromkeys(
        (
            "汇报",
            "通报",
            "总结",
            "检讨",
            "检查",
            "介绍",
            "报告",
            "讲话",
            "致辞",
            "致词",
            "点评",
            "说明",
            "布置",
            "部署",
            "动员",
        ),
        "作了{}",
    ),
    **dict.fromkeys(
        ("回应", "述职", "演示", "倡议", "讲解", "宣讲", "捐赠", "宣读", "分享", "推介", "反馈"), "作了{}"
    ),
    **dict.fromkeys(("经验交流", "典型交流", "交流"), "作了交流发言"),
    **dict.fromkeys(
        ("宣誓", "提问", "现场提问", "测评", "民主测评", "讨论", "分组讨论", "表决", "投票"), "进行了{}"
    ),
    **{
        word: f"{word[0]}了{word[1:]}"
        for word in ("颁奖", "唱歌", "披红", "授牌", "认账", "献花", "揭牌", "授旗", "合影")
    },
    **dict.fromkeys(("讲讲话", "讲"), "讲了话"),
    **dict.fromkeys(("说", "谈"), "作了发言"),
    "答": "作了回答",
    "报": "作了汇报",
    "复盘": "作了复盘",
    "朗诵": "作了朗诵",
    "献花发言": "献花并作了发言",
}
_HOW = "(?P<how>(?:分别|先后|依次|逐个|逐一|集中|各自|现场|轮流|各|先|再)*)"
_LONG = (
    "通报|汇报|报告|介绍|传达|宣读|宣布|解读|讲解|讲述|部署|布置|总结|观看|参观|播放|学习|签订|颁发|授予|分析|提出|展示|演示|分享"
    "|交流|进行|表扬|发放|点评|回应|回顾|反馈|发布|公布|说明|检视|剖析|表彰|慰问|递交|强调|晒|亮|提|念|签|读|过"
)
# 讲话 and 报告 are words of their own.
_SHORT = (
    "交(?![流办接])|播(?!放)|发(?!言|放|布)|答(?!复)|报(?![告名到])|说(?!明)|讲(?![话述解])|谈(?!话)"
    "|看(?!望)|放(?!映)|作|唱|听|跳"
)
_VERB = re.compile(
    f"^{_HOW}(?P<verb>{_LONG}|{_SHORT})(?P<again>(?P=verb)|一下|一说|一讲|完)?了?(?=[一-鿿《“\\d])"
)
# 各报两分钟 tells how long, and nothing of the matter.
_ONLY_TIME = re.compile(
    f"{_HOW}(?:报|讲|说|发言|讲话|汇报)(?:约|大约)?(?:\\d+|[一二三四五六七八九十两]+)(?:来)?分钟"
)
# 各讲一个: how many words each had, and nothing of the matter.
_ONLY_COUNT = re.compile(f"{_HOW}(?:讲|说|谈|报|来)(?:上)?[一两几](?:个|段|句|条|家|次)(?:话)?")
_BEHIND = re.compile("(?<=..)(?:之后|以后|完毕)$|完$")


# To whom a speech is left; all others have a say.
_LEADS = re.compile("书记|主任|主席|总|董|领导|政委|司令|[省县市区镇乡村局院校厂矿部处科所站队组会厅]长")


def as_done(does: str, who: str = "") -> str:
    """Return what somebody does in a step as what he did; "" for nothing. ``who``: who is named to do it."""
    does = _BEHIND.sub("", re.sub("[（(].*?[)）]", "", does).strip("，。、 　"))
    if _ONLY_TIME.fullmatch(does):
        return "作了汇报" if "报" in does else "作了发言"
    if _ONLY_COUNT.fullmatch(does):
        return "分别作了发言" if does.startswith(("各", "分别", "轮流", "依次")) else "作了发言"
    how = re.match(_HOW, does)
    bare = does[how.end() :] if how else does
    if bare == "讲" and who and not _LEADS.search(who):
        return "作了发言"
    if whole := _WHOLE.get(does) or _WHOLE.get(bare):
        said = (how["how"] if how and does not in _WHOLE else "").replace("先", "").replace("再", "")
        return f"{'' if said in ('各', '现场') else said}{whole.format(does if does in _WHOLE else bare)}"
    if re.fullmatch("(?!.*作)[一-鿿]{1,6}发言", bare):
        return f"作了{bare}"
    if re.match("[给向为].*颁奖$", does):
        return f"{does[:-1]}了奖"
    told = _VERB.sub(lambda m: f"{_kept(m['how'])}{m['verb']}了", does)
    return told.replace("作了了", "作了").replace("了了", "了")


def _kept(how: str) -> str:
    """Return how it was done, without the order that the speaker has no need of."""
    return re.sub("^(?:先(?!后)|再)+", "", how)
