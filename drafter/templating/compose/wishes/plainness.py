"""Whether the leader wants no sermon: then no part begins with words that tell no fact."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.sheet import Intent, IntentKind
from drafter.facts.wishes.wish_ends import begins_straight

# 少讲道理, 大话别讲; how one is to talk, 别长官腔, 不念文件, bars none
_NO_SERMON = re.compile(
    "(?:别|不|少|莫|勿|免)(?:要|用|许|再|老|光|从|拿)*(?:讲|说|念|喊|打|来|长|像|拿|扯|唱|摆)*(?:那些|什么|成|得)?"
    "(?:念|读)?(?:大?道理|大话|套话|空话|虚话|高调|意义)"
    "|(?:道理|意义|套话|空话)(?:少|别|不要?)(?:讲|说|提|来)|(?:别|不)绕|开门见山|实一?点|实在一?点|直接说事"
)
# What is short on these is no sermon either.
_SERMONS = frozenset({"道理", "大道理", "意义", "重要性", "认识", "套话", "空话", "口号", "形势"})
# “安全第一”这种话别念: a slogan has so many signs; a shorter word is a name for something.
SHORTEST_SLOGAN = 4


# 别打官腔, 像跟工友说话, 拉家常: how one talks who counts no points. A YAML has `tone: plain` for most.
_TALKS = re.compile(
    "^plain$|官腔|官话|家常|聊天|唠|大白话|口语|说人话|像跟?[^，。；]{1,8}(?:说话|聊|唠)"
    "|(?:说|讲)(?:点|些)?实在的?(?:话)?(?:$|，)|(?:开口|直接|上来)就?(?:说|讲)事"
)


def talks_plainly(intents: Sequence[Intent]) -> bool:
    """Return whether the leader talks as one talks: he reads out no list, counts no points.

    A plain tone alone tells so where no other wish has set it: 别训 is kept in its words.
    """
    of_others = any(intent.tone and intent.text != intent.tone for intent in intents)
    told = (i.text for i in intents if not (of_others and i.text == i.tone))
    return any(_TALKS.search(text) or begins_straight(text) for text in told)


def wants_no_sermon(intents: Sequence[Intent]) -> bool:
    """Return whether a wish is that nothing general is said: no reasoning, no slogan, no officialese."""
    return any(bars_sermon(intent) for intent in intents) and not any(map(_wants_reasons, intents))


def bars_sermon(intent: Intent) -> bool:
    """Whether a wish bars what is general: a slogan, reasons, empty words."""
    slogans = intent.words if intent.kind is IntentKind.FORBID else ()
    spared = intent.words if intent.kind is IntentKind.SPARE else ()
    return (
        any(len(word) >= SHORTEST_SLOGAN for word in slogans)
        or not _SERMONS.isdisjoint(spared)
        or bool(_NO_SERMON.search(intent.text))
    )


def _wants_reasons(intent: Intent) -> bool:
    """Whether a wish is that reasons be given: 道理讲明白."""
    return intent.kind is IntentKind.STRESS and not _SERMONS.isdisjoint(intent.words)
