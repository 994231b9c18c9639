"""What the leader says himself within a wish, beside its fact: 叫停错了不追究."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.kinship.homes import home_of
from drafter.facts.sheet import AIMS, Fact, FactType, Intent, IntentKind
from drafter.facts.wishes.thoughts import thought_in
from drafter.facts.wishes.wish_facts import is_told, owned_up_in
from drafter.templating.compose.wishes.stand_ins import FIGURE, is_name_for, put_for, with_stand_ins

# A thought, a pardon, a fault of one's own, what is not to be slid over: each as it is.
_MEANT = (
    re.compile("(?P<what>[^，；]{2,10}(?:错|早|多|过)了?(?:也|都)?不(?:予|再)?追究(?:责任)?)"),
    re.compile(
        "(?P<what>[^，；]{2,24}(?:根子|毛病|问题|责任|病根)(?:就|还|主要)?(?:出)?[在是](?:我们|咱们?)(?!的)[^，；]{2,16})"
    ),
    # 大多数人是干净的，也要讲到
    re.compile(
        "(?:(?:不要|别)[^，；]{2,14}，|(?:但|也)?(?:要)?(?:说|讲)明)?(?P<what>绝?大?多数[^，；]{1,10}是[^，；]{1,6}的)"
        "(?:，(?:也|还)?要(?:说|讲)(?:到|一?[句下])?)?(?P<more>(?:，[^；]{3,24})?)"
    ),
    # 外委司机也是自己人，这话说在前头; 老师也有家，群里这条替老师说
    re.compile("(?P<what>[^；]{4,30}?)，[这那]句?话要?[说讲放]在最?(?:前头|前面|头里)"),
    re.compile("(?P<what>[^；，]{4,20}?)，[^；，不]{0,8}替[^；，他她]{2,6}[说讲](?:出来)?"),
    re.compile("(?P<what>[^；]{6,30}?)，(?:不能|别|不要)(?:一句话|轻轻)?(?:滑|绕|放|跳)过去?"),
    re.compile(
        "(?P<fault>(?P<what>[^，；]{2,10}(?:事|问题|上|方面)(?:我们|咱们|[一-鿿]{0,2}[校院局厂矿县区镇乡街][里上道]?|[一-鿿]{0,2}政府|公司)也?有责任|[^，；]{2,12}，?是(?:我们|咱们|[一-鿿]{0,2}[校院局厂矿县区镇乡街][里上道]?|公司)的(?:责任|错)))"
        "(?:，(?:要|得|就|先)?(?:承认|认)(?:了|账|下来)?)?(?:，(?:不|别)[^，；]{2,10})?"
    ),
)

# Of what is told here nobody is named who has owned up to it already.
_FAULTS = (
    FactType.PROBLEM, FactType.CAUSE, FactType.CASE, FactType.SITUATION, FactType.ACHIEVEMENT,
    FactType.PROGRESS,
)  # fmt: skip
# 运输区上半年换了3任值班长 keeps a subject; 采二工区3号采场 has another.
_OF_IT = re.compile(r"的|\d+[#号]|[一二三四五六七八九十]+[号采片线]")
_QUOTES = "就是这句话："
# What is shorter is a name, and no sentence.
SHORTEST_QUOTE = 4


@lru_cache(maxsize=4096)
def meant_in(text: str) -> str:
    """Return what a wish has to say in its own words, "" where it has none."""
    if thought := thought_in(text):
        return thought
    found = next((match for regex in _MEANT if (match := regex.fullmatch(text))), None)
    if found is None:
        return ""
    more = "，我们认" if "fault" in found.groupdict() else found.groupdict().get("more", "")
    return f"{found['what']}{more}"


def _quoted_in(intent: Intent) -> str:
    """Return the sentence that a wish wants said as it is, "" where it wants none."""
    words = [w for w in intent.words if not is_name_for(w)] if intent.kind is IntentKind.QUOTE else []
    return f"{_QUOTES}{words[0]}" if len(words) == 1 and len(words[0]) >= SHORTEST_QUOTE else ""


def as_wished(facts: Sequence[Fact], intents: Sequence[Intent]) -> Iterator[Fact]:
    """Yield the facts as the leader wants them told: with stand-ins for names, what goes on with them behind.

    That is a pardon, a figure of the same matter, and a sentence to be said as it is; a thought of his own
    is said beside its fact, see ``fairness``.
    """
    told = list(with_stand_ins(facts, intents))
    for intent in intents:
        said = ("" if thought_in(intent.text) else meant_in(intent.text)) or _quoted_in(intent)
        number = _beside(said, told) if said and not is_told(said, told) else None
        if number is not None:
            joint = "。" if said.startswith(_QUOTES) else "，"
            told[number] = replace(told[number], text=f"{told[number].text}{joint}{said}")
    owned = [who for intent in intents if (who := owned_up_in(intent.text))]
    for fact in told:
        who = next((who for who in owned if fact.type in _FAULTS and fact.text.startswith(who)), "")
        if who and not _OF_IT.match(fact.text, len(who)):
            sort = who[-1] if who[-1] in "村镇乡" else "单位"
            yield put_for(fact, f"^{re.escape(who)}", f"有个{sort}")
        else:
            yield fact


def _beside(said: str, facts: Sequence[Fact]) -> int | None:
    """Return the number of the one fact with which words go on; None where none is the only one."""
    figures = FIGURE.findall(said)
    those = [n for n, fact in enumerate(facts) if any(figure in fact.text for figure in figures)]
    if len(those) == 1:
        return those[0]
    fitting = [n for n, fact in enumerate(facts) if "追究" not in said or fact.type in AIMS]
    if "追究" not in said and not said.startswith(_QUOTES):
        return None
    home = home_of(said.removeprefix(_QUOTES), [facts[n] for n in fitting])
    return None if home is None else fitting[home]
