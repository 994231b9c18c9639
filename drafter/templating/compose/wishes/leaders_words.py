"""What the leader says himself within a wish, beside its fact: 叫停错了不追究."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from drafter.facts.sheet import AIMS, Fact, Intent, IntentKind
from drafter.facts.wishes.wish_facts import is_told
from drafter.templating.compose.wishes.stand_ins import FIGURE, is_name_for, with_stand_ins

# A thought, a pardon, a fault of one's own, what is not to be slid over: each as it is.
_MEANT = (
    re.compile(
        "(?P<what>[^；]{4,30}?)，?(?:这|那)(?:一?层|个|句)?(?:意思|话)?(?:他|她|我|[一-鿿]{1,2}[长总])?(?:自己)?(?:也|都|一定|务必)*(?:要|得)(?:亲口|当面|直|照实)?(?:有|讲|说|带|点)(?:到|进去|出来)?"
    ),
    re.compile("(?P<what>[^，；]{2,10}(?:错|早|多|过)了?(?:也|都)?不(?:予|再)?追究(?:责任)?)"),
    re.compile(
        "(?P<what>[^，；]{2,24}(?:根子|毛病|问题|责任|病根)(?:就|还|主要)?(?:出)?[在是](?:我们|咱们?)(?!的)[^，；]{2,16})"
    ),
    # 大多数人是干净的，也要讲到
    re.compile(
        "(?:(?:不要|别)[^，；]{2,14}，)?(?P<what>绝?大?多数[^，；]{1,10}是[^，；]{1,6}的)"
        "，(?:也|还)?要(?:说|讲)到?(?P<more>(?:，[^；]{3,24})?)"
    ),
    re.compile("(?P<what>[^；]{6,30}?)，(?:不能|别|不要)(?:一句话|轻轻)?(?:滑|绕|放|跳)过去?"),
    re.compile(
        "(?P<fault>(?P<what>[^，；]{2,10}(?:事|问题|上|方面)(?:我们|咱们|[一-鿿]{0,2}[校院局厂矿县区镇乡街][里上道]?|[一-鿿]{0,2}政府|公司)也?有责任|[^，；]{2,12}，?是(?:我们|咱们|[一-鿿]{0,2}[校院局厂矿县区镇乡街][里上道]?|公司)的(?:责任|错)))"
        "(?:，(?:要|得|就|先)?(?:承认|认)(?:了|账|下来)?)?(?:，(?:不|别)[^，；]{2,10})?"
    ),
)

# Signs that may stand in any fact.
_ANYWHERE = re.compile("[的了那这要也都不没一是在有个我们]|[^一-鿿]")
_QUOTES = "就是这句话："
# 停水 of 停水那件事街道有责任: what a thought is about stands in front.
_HEAD = re.compile("(?<=..)(?:是|有|错|在我们)")
# What is longer is no clause beside a fact.
LONGEST_BESIDE = 60


def meant_in(text: str) -> str:
    """Return what a wish has to say in its own words, "" where it has none."""
    found = next((match for regex in _MEANT if (match := regex.fullmatch(text))), None)
    if found is None:
        return ""
    more = "，我们认" if "fault" in found.groupdict() else found.groupdict().get("more", "")
    return f"{found['what']}{more}"


def _quoted_in(intent: Intent) -> str:
    """Return the sentence that a wish wants said as it is, "" where it wants none."""
    words = [w for w in intent.words if not is_name_for(w)] if intent.kind is IntentKind.QUOTE else []
    return f"{_QUOTES}{words[0]}" if len(words) == 1 else ""


def as_wished(facts: Sequence[Fact], intents: Sequence[Intent]) -> Iterator[Fact]:
    """Yield the facts as the leader wants them told: with stand-ins for names, his own words behind."""
    told = list(with_stand_ins(facts, intents))
    for intent in intents:
        said = meant_in(intent.text) or _quoted_in(intent)
        number = _beside(said, told) if said and not is_told(said, told) else None
        if number is not None:
            # What is pardoned goes on with its task; a thought is a sentence of its own.
            joint = "，" if told[number].type in AIMS or FIGURE.search(said) else "。"
            told[number] = replace(told[number], text=f"{told[number].text}{joint}{said}")
    yield from told


def _beside(said: str, facts: Sequence[Fact]) -> int | None:
    """Return the number of the one fact that has a figure of these words, or else their first word."""
    figures = FIGURE.findall(said)
    pardons = "追究" in said
    fitting = [
        n
        for n, fact in enumerate(facts)
        if len(fact.text) <= LONGEST_BESIDE and (figures or (fact.type in AIMS) is pardons)
    ]
    signs = figures or [
        p for p in _pairs_in_order(_HEAD.split(said.removeprefix(_QUOTES))[0]) if not _ANYWHERE.search(p)
    ]
    those = next(filter(None, ([n for n in fitting if sign in facts[n].text] for sign in signs)), [])
    if len(those) != 1:
        return None
    # A line is told to its end before a thought of its own stands behind it.
    line = [n for n, fact in enumerate(facts) if fact.group == facts[those[0]].group]
    return those[0] if figures or pardons or said.startswith(_QUOTES) else line[-1]


def _pairs_in_order(text: str) -> list[str]:
    return [text[n : n + 2] for n in range(len(text) - 1)]
