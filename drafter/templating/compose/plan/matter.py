"""Which facts a stressed matter is about, where the words of the wish and of the sheet differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.kinship.homes import home_of
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.sheet import Fact, FactType, Intent, IntentKind
from drafter.templating.compose.plan.story import person_meant, whose_story
from drafter.templating.compose.wishes.avoiding import touches


@lru_cache(maxsize=4096)
def matter_of(word: str) -> str:
    """Return a stressed word without what only points at it: 段青山的事 as 段青山."""
    return (
        re.sub(
            "(?:的|这件|这个|那个)?(?:事情|故事|(?<!故)事儿?|事迹|做法|问题|工作|部分|晚上|夜里|方面|这一?块|那一?块)$",
            "",
            word,
        )
        or word
    )


# So many facts at most may share a pair of signs with a stressed word that none of them has whole.
MOST_NEAR = 3


# What calls a wrong by its name, and what facts tell of it: 虚报, and 报表上填的是全打了.
_CALLED = (
    (
        "[虚谎瞒假]报|[作造]假",
        "[填写报打签]的?(?:都|全)?是?[“]?(?:全|都|正常|完好|满)|照着[^，。]{0,6}[填写抄]|照抄|补填|提前签"
        "|没[到去][^，。]{0,4}[就也]?[填写]",
    ),
    (
        "推来推去|[互相来]推|推[诿脱责]|扯皮|踢皮球|两不管|三不管",
        "[以认]为是?归?(?:对方|别人|那边|人家)|都[说当]是?[^，。]{0,6}的(?:事|活)|[说讲](?:不归|该)[^，。]{1,8}管"
        "|问[^，。]{1,6}，[^，。]{1,6}[说让]找",
    ),
    (
        "走过场|[做摆装]样子|糊弄|应付|做给[^，。]{1,4}看",
        "摆拍|拍[完了]照?片?[^，。]{0,3}[撤走收]|搬[进出][^。]{0,10}又搬|(?:检查|参观)[^，。]{0,4}[来前][^，。]{0,6}才"
        "|一笔[^，。]{0,4}[签写]|坐在?办公室[填写]",
    ),
    ("反弹|回潮|前清后乱|边[清改整]边", "又[^，。]{0,6}(?:[堆摆占搭漏挂放停]|回来)|反弹|死灰复燃"),
)


def _called(words: Sequence[str], facts: Sequence[Fact]) -> tuple[str, ...]:
    """Return the few facts of a wrong that words call by its name, of the same matter where there are any."""
    for name, told in _CALLED:
        those = [w for w in words if re.search(name, w)]
        found = [f for f in facts if re.search(told, f.text)] if those else []
        pairs = set().union(*(pairs_in(re.sub(name, "，", w)) for w in those))
        near = [f for f in found if any(pair in f.text for pair in pairs)] or found
        if near:
            return tuple(f.id for f in near[:MOST_NEAR])
    return ()


def with_matter(intent: Intent, facts: Sequence[Fact]) -> Intent:
    """Return a wish to stress something with the facts that it is about, where their words differ a little.

    晚上清点 is about 每晚清点两遍, where no fact has the word itself.
    """
    if intent.kind is not IntentKind.STRESS or intent.about:
        return intent
    words = [word for word in map(matter_of, intent.words) if len(word) > 1]
    told = [f.id for f in facts if any(person_meant(whose_story(w), f) for w in intent.words)]
    if told:
        return replace(intent, about=tuple(told[:1]))
    if not words or any(touches(fact, word) for fact in facts for word in words):
        return intent
    if called := _called(words, facts):
        return replace(intent, about=called)
    alike = [f.id for f in facts if any(_has_most(f.text, word) for word in words)]
    if 0 < len(alike) <= MOST_NEAR:
        return replace(intent, about=tuple(alike))
    # Of 报信 the facts have the verb alone.
    verbs = {word[0] for word in words if len(word) == 2}
    pairs = verbs.union(*map(pairs_in, words))
    sharing = [[f.id for f in facts if pair in f.text] for pair in sorted(pairs)]
    near = {id_ for ids in sharing if 0 < len(ids) <= MOST_NEAR for id_ in ids}
    found = tuple(fact.id for fact in facts if fact.id in near)
    asked = any(fact.id in near and fact.type is FactType.TASK for fact in facts)
    told_of = found if asked else _told_of(words, facts)
    home = None if told_of else home_of("，".join(words), facts)
    return replace(intent, about=told_of if home is None else (facts[home].id,))


# A fact that has so many signs of a stressed word, and so large a share of them, tells of it.
LEAST_SIGNS, MOST_SIGNS = 4, 0.7


def _has_most(text: str, word: str) -> bool:
    """Whether a text has most of the signs of a word: 把报警声音关了，睡到天亮 has 关报警睡."""
    signs = set(word)
    shared = sum(sign in text for sign in signs)
    return len(signs) > LEAST_SIGNS and shared >= max(LEAST_SIGNS, MOST_SIGNS * len(signs))


# 老百姓卖粮难, 清波社区怎么做: what is said of a matter is no part of it.
_SAID_OF = re.compile("(?:是?怎么[一-鿿]{1,2}的?|[难慢多少差贵乱])$")


# Signs that any words have.
_EMPTY = re.compile("[的那这来去了个是在有一]|[^一-鿿]")


def _told_of(words: Sequence[str], facts: Sequence[Fact]) -> tuple[str, ...]:
    """Return the few facts that have what a stressed word ends with, or two pairs of its signs."""
    cores = [core for word in words if len(core := _SAID_OF.sub("", word)) > 2]
    found = [f.id for f in facts if any(_is_near(core, f.text) for core in cores)]
    found = found or list(_only_one(cores, facts)) or list(_by_night(words, facts))
    return tuple(found) if len(found) <= MOST_NEAR else ()


_NIGHT = re.compile("(?:[半大后]?夜[里间晚]?|夜班)(?=.)")


def _by_night(words: Sequence[str], facts: Sequence[Fact]) -> Iterator[str]:
    """Yield what went wrong by night, where the words ask for what happens then: 夜里烧."""
    if any(_NIGHT.match(word) for word in words):
        yield from (f.id for f in facts if "夜" in f.text and f.type in (FactType.PROBLEM, FactType.CASE))


def _only_one(words: Sequence[str], facts: Sequence[Fact]) -> set[str]:
    """Return the one fact that alone has a pair of signs of these words: 退回来的那批货 and 整批退回."""
    pairs = {pair for word in words for pair in pairs_in(word) if not _EMPTY.search(pair)}
    alone = [those[0].id for pair in pairs if len(those := [f for f in facts if pair in f.text]) == 1]
    return set(alone) if len(set(alone)) == 1 else set()


def _is_near(core: str, text: str) -> bool:
    shared = pairs_in(core) & pairs_in(text)
    return core[-2:] in shared or len(shared) > 1


# A list has so many items.
_LEAST_ITEMS = 3
# What counts in a list: 9个关着门，6个另外收钱，3个堆在屋檐下.
_COUNTED = re.compile(r"\D{0,8}?\d+(?P<unit>[一-鿿])")


def part_told(text: str, words: Sequence[str]) -> str:
    """Return what a text tells of a stressed matter: of a list of things, the item that has its words."""
    for sign in "、，":
        items = re.split(f"[{sign}，；：。]", text)
        having = [item for item in items if any(word in item for word in words)]
        if len(having) == 1 and _is_list(text, sign, having[0]):
            return having[0]
    return text


def _is_list(text: str, sign: str, item: str) -> bool:
    """Whether an item stands in a list of things: between 、, or among others that are counted alike."""
    if sign == "、":
        clause = next(each for each in re.split("[，；：。]", text) if item in each)
        return clause.count("、") >= _LEAST_ITEMS - 1
    units = [found["unit"] for each in re.split("[，；：。]", text) if (found := _COUNTED.match(each))]
    own = _COUNTED.match(item)
    return own is not None and units.count(own["unit"]) >= _LEAST_ITEMS
