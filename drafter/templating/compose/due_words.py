"""What is due on a day, in the words of its own clause: 5台磅秤检定完.

A list of days needs less than a heading: a count may stay, and no verb has to come first.
"""

from __future__ import annotations

import re

from drafter.facts.sheet import Fact
from drafter.templating.compose.label_words import COUNTED, NO_END, NO_FRONT, NOWHERE, STARTS_WITH_VERB

SHORTEST, LONGEST = 4, 18
_BEHIND_DAY = r"(?:[早晚]上?|[上下中]午)?(?:\d{1,2}[点时]半?)?(?:之前|以前|前|[底末]前?)?"
# What may stand in front of what is done: 没访到的486户, 核实的188件虚假地址, 再招40人.
_COUNTED_THING = re.compile(
    rf"的{COUNTED}(?:[一-鿿]{{2,6}})?$|^{COUNTED}[^，]{{0,8}}的?$|[招补添配装建增购挂]{COUNTED}$|的$"
)
_HANDED_IN = "报交"
# What is done to it: 访完, 列入异常名录.
_ACT = re.compile(f"(?:{STARTS_WITH_VERB.pattern})|列|[^，]{{1,{SHORTEST - 1}}}$")
_BEGINS_WITH_COUNT = re.compile(rf"{COUNTED}|\d+号")
# Of these one would ask what is meant.
_VAGUE = re.compile("^(?:这|那|由|各|特别|其中|先|至少|[降压提升]到)|截止|执行$|在完成$|[交过]$")


def due_words(fact: Fact) -> str:
    """Return what is due on the day of a task, "" where its clause does not tell it."""
    if fact.by is None:
        return ""
    day = re.sub(r"\s", "", fact.by.text)
    parts = re.split("[，；：]", re.sub(r"（[^）]*）|\s", "", fact.text))
    place = next((n for n, part in enumerate(parts) if day in part), None)
    if place is None:
        return ""
    before, due = parts[place - 1] if place else "", _undated(parts[place], day, fact)
    if not due or due[0] in _HANDED_IN:
        # 6月21日前，没收的麦子抢收完; 74个风险点重新排，12月15日前; 那22条退回重写，6月18日前交.
        due = before or "".join(parts[place + 1 : place + 2])
    elif before.endswith(due[0]):
        # 飞线充电一律拆，11月10日前拆完.
        due = f"{before[:-1]}{due}"
    elif _COUNTED_THING.search(before) and (
        len(due) < SHORTEST or STARTS_WITH_VERB.match(due) or due[0] == "列"
    ):
        due = f"{before}{due}"
    return due if _is_good(due) else ""


def _undated(part: str, day: str, fact: Fact) -> str:
    """Return a clause without its day and who has it in hand; 秸秆离田6月28日前完 is 秸秆离田."""
    dated = rf"(?:20\d\d年|今年|明年)?{re.escape(day)}{_BEHIND_DAY}"
    words = re.sub(dated, "", re.sub(f"{dated}完$", "", part), count=1)
    for owner in fact.owners:
        words = re.sub(rf"由?{re.escape(owner)}(?:负责|牵头|来|去)?", "", words)
    return re.sub("必须|务必", "", words)


def _is_good(words: str) -> bool:
    """Whether one could say it behind a day."""
    counted = _BEGINS_WITH_COUNT.match(words)
    return (
        SHORTEST <= len(words) <= LONGEST
        and (counted is not None or not NO_FRONT.match(words))
        and not (NO_END.search(words) or NOWHERE.search(words) or _VAGUE.search(words))
    )
