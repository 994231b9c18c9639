"""What is due on a day, in the words of its own clause: 5台磅秤检定完.

A list of days needs less than a heading: a count may stay, and no verb has to come first.
"""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.kinship.forms import IN_NAME
from drafter.facts.sheet import Fact, When
from drafter.templating.compose.words.label_words import COUNTED, NO_END, NO_FRONT, NOWHERE, STARTS_WITH_VERB

SHORTEST, LONGEST = 4, 20
_BEHIND_DAY = (
    r"(?:[早晚]上?|[上下中]午)?(?:\d{1,2}[点时]半?)?(?:之前|以前|前|[底末]前?"
    r"|起(?:用|执行|施行|实行)?(?:[到至—-](?:\d{1,2}月)?(?:\d{1,2}日|底))?)?"
)
# What may stand in front of what is done: 没访到的486户, 核实的188件虚假地址, 再招40人, 物业重复投诉312件.
_COUNTED_THING = re.compile(
    rf"的{COUNTED}(?:[一-鿿]{{2,6}})?$|^{COUNTED}[^，]{{0,8}}的?$|^[一-鿿]{{2,8}}{COUNTED}$"
    rf"|[招补添配装建增购挂]{COUNTED}$|的$"
)
# What is handed in tells less than what it is: 那22条退回重写，6月18日前交.
_HANDED_IN = re.compile("拿出来|[报交](?![到名通接])")
# What is done to it: 访完, 列入异常名录.
_ACT = re.compile(f"(?:{STARTS_WITH_VERB.pattern})|列|[^，]{{1,{SHORTEST - 1}}}$")
_BEGINS_WITH_COUNT = re.compile(rf"{COUNTED}|\d+号|\d[\d.]*[万亿]?元")
# Behind a day the hour may stand: 夜里拉一次演练.
_HOUR = re.compile("^(?:夜里|晚上|早上|傍晚|[上下中]午)")
# 5张表并成1张，公服办同一天前拿出来: the day of what stands in front of it on the sheet.
_SAME_DAY = re.compile("同一?[天日]")
# Of these one would ask what is meant.
_VAGUE = re.compile("^(?:这|那|由|各|特别|其中|先|至少|[降压提升]到)|截止|执行$|在完成$|[交过]$|[他她它]")

# 公服办拿出来, 采购部答应到齐: who does it, and not what is done.
_WHO_ALONE = re.compile(
    "[一-鿿]{1,6}(?:[局办科处队所站室委]|(?<!全)部|公司|中心)(?:答应|负责)?(?:[一-鿿](?:出来|[齐完好])|到位)$"
)
# 每例登记, 配到乡镇, 主动交到纪委, 一人一通电话, 全面排查一遍, 130份补齐: what is done, and not to what.
_ACT_ALONE = re.compile(
    "每[例次日天周月]|[一-鿿](?:到(?![期岗位货场])|完第)|主动|一[人户]一|(?:全面|重新|集中|统一)[一-鿿]{2}(?:一遍)?$"
    r"|\d+[份件条项处个套](?:全部|逐.|[补改清办销])|挨[户家个门]|责任人|负责人"
    "|[一-鿿]出[一-鿿]{1,3}来$|[^，]*先[设办定查建]$"
)
# 培训两期，每期半天，供水公司师傅带，12月15日前: how and by whom, and not what.
_BY_THE_WAY = re.compile(
    "^每|^找[一-鿿]{2,8}?[领办取问要]$|(?:师傅|老师|骨干|专家|[员长])[带教讲]$|(?:负责|牵头|配合)$|[局办科处队部室委]管$"
)
# 先换最浅的2公里, and 换完 behind it: 最浅的2公里换完.
_DONE_TWICE = re.compile(
    "(?:[^，]{2,12}，)?(?:[今明]年|这次|本月|年内)?先(?P<verb>[一-鿿])(?P<what>[^，]{2,14})(?P=verb)(?P<end>[完好掉上齐到])"
)
# 私接的有7处自己拆: they are those, and not that there are some.
_THERE_ARE = re.compile(rf"(?<=的)有({COUNTED})")
# 拉线先换 is no deed that one can find done.
_BEGUN = re.compile("(?<=先[换修装改])$")


def whole(words: str) -> str:
    """Return what is due as a noun with what is done to it; "" where one of them is not told."""
    # 私接的有7处自己拆 tells how many there are, and then what is done.
    words = re.sub("的有(?=\\d)", "的", words)
    if _WHO_ALONE.match(words) or _ACT_ALONE.match(words):
        return ""
    if twice := _DONE_TWICE.fullmatch(words):
        verb, what = twice["verb"], twice["what"]
        words = f"{f'先{verb}的' if what[0].isdigit() else ''}{what}{verb}{twice['end']}"
    return _BEGUN.sub("好", _THERE_ARE.sub(r"\1", words))


# What is longer is no name for what is due.
LONGEST_WHOLE = 16


def due_words(fact: Fact, when: When) -> str:
    """Return what is due on a day of a task, "" where its clause does not tell it."""
    day = re.sub(r"\s", "", when.text.removesuffix("起"))
    parts = re.split("[，；：]|——", re.sub(rf"（(?!{IN_NAME})[^）]*）|\s|[①-⑳]", "", fact.text))
    if day not in fact.text and (same := _SAME_DAY.search(fact.text)):
        day = same[0]
    place = next((n for n, part in enumerate(parts) if day in part), None)
    if place is None:
        return ""
    due = _undated(parts[place], day, fact)
    if not due and not place:
        # 6月21日前，没收的麦子抢收完.
        due = "".join(parts[1:2])
    elif place:
        is_whole = (not due or _HANDED_IN.match(due)) and len(parts[0]) <= LONGEST_WHOLE
        front = parts[:1] if is_whole else reversed(parts[:place])
        # 标记由主刀画，病人自己指认，5月18日起: a day that stands alone is that of the whole.
        before = next((part for part in front if not _BY_THE_WAY.search(part)), parts[0])
        due = _with_thing(due, before, parts[0])
    # 文庙片区4月30日前: that it is done is left to the words in front.
    named = (
        due == fact.topic and not place and re.search(r"\d.*前$", parts[0]) and due[-1:] not in "完好掉齐话"
    )
    end = "完成" if named else ""
    return f"{due}{end}" if _is_good(due) else ""


def _with_thing(due: str, before: str, first: str) -> str:
    """Return what is done with what it is done to, where a clause in front tells that."""
    if not due or _HANDED_IN.match(due) or _WHO_ALONE.match(due) or (len(due) == 1 and due in before):
        # 74个风险点重新排，12月15日前; 社团再开9个，3月16日前开.
        return before
    if _ACT_ALONE.match(due):
        # 盘点改交叉盘，11月30日前盘完第一轮
        return f"{before}，{due}"
    if before.endswith(due[0]):
        # 飞线充电一律拆，11月10日前拆完.
        return f"{before[:-1]}{due}"
    things = (thing for thing in (before, first) if _COUNTED_THING.search(thing))
    return f"{next(things, '')}{due}" if _ACT.match(due) else due


def _undated(part: str, day: str, fact: Fact) -> str:
    """Return a clause without its day and who has it in hand; 秸秆离田6月28日前完 is 秸秆离田."""
    dated, words = rf"[从自]?(?:20\d\d年|今年|明年)?{re.escape(day)}{_BEHIND_DAY}", part
    if day in part:
        words = re.sub(dated, "", re.sub(f"{dated}完$", "", part), count=1)
    # 超声科、磁共振室开中午连班: of several who do it each is told, for it is theirs alone.
    several = len(fact.owners) > 1 and "、".join(fact.owners) in words
    for owner in fact.owners:
        if owner in words and not several:
            words = re.sub(rf"由?{re.escape(owner)}(?:负责|牵头|来|去)?", "", words)
    return re.sub("^把|必须|务必", "", words)


def _is_good(words: str) -> bool:
    """Whether one could say it behind a day."""
    counted = _BEGINS_WITH_COUNT.match(words)
    return (
        SHORTEST <= len(words) <= LONGEST
        and (counted is not None or not NO_FRONT.match(_HOUR.sub("", words)))
        and not (NO_END.search(words) or NOWHERE.search(words.replace("，", "", 1)) or _VAGUE.search(words))
    )
