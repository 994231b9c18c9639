"""The leader's own words about people stand right behind what the sheet tells of those people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.sheet import FactType, Intent, IntentKind
from drafter.facts.wishes.own_words import dared, is_fair
from drafter.templating.compose.comments.moves import Told
from drafter.templating.compose.composition import bare, sentence
from drafter.templating.compose.material import Material
from drafter.templating.compose.wishes.wished import wished

# What asks something of people is told after what is so with them.
_ASKS = (FactType.TASK, FactType.PROMISE, FactType.DUTY, FactType.REQUEST, FactType.CHECK)
# A right that a rule gives, and what nobody is to answer for.
_GRANTS = re.compile("有权|说了算|有[一-鿿]{1,3}权|不用(?:报|请示|等)|不追究|不问责|不扣|不算[^，]{0,3}的$")
# So many signs in a row, or a number of them, tell that a fact is about those whom a wish names.
SHORTEST_SHARED = 3


def say_beside(told: Sequence[Told], material: Material) -> list[Intent]:
    """Put the leader's own words behind the statements that they are about; return the wishes met so."""
    met: list[Intent] = []
    for intent in material.intents:
        own = wished(intent, material)
        if len(own) != 1 or own[0].where != "behind" or not (is_fair(intent.text) or dared(intent.text)):
            continue
        home = _home_of(intent, own[0].who, own[0].text, told, material)
        if home is not None and "answer" not in home.sentences:
            home.sentences["answer"] = sentence(own[0].text, home.statement.ids, "answer")
            home.spared = True
            met.append(intent)
    return met


def _home_of(intent: Intent, who: str, own: str, told: Sequence[Told], material: Material) -> Told | None:
    """Return the statement behind which words stand: the last that has weight, or the first about them."""
    if intent.kind is IntentKind.STRESS:
        lines = {f.group for f in material.told() if material.stressed_by(intent, f)}
        if home := next((t for t in reversed(told) if t.statement.facts[0].group in lines), None):
            return home
    granted = [t for t in told if dared(intent.text) and _GRANTS.search(bare(t.statement.words))]
    named = who or own.rstrip("。")
    about = granted or [t for t in told if _shared(named, bare(t.statement.words))]
    words = pairs_in(who + intent.text)
    return max(about, key=lambda t: _nearness(t, words), default=None)


def _nearness(told: Told, words: frozenset[str]) -> tuple[bool, int]:
    """Return how well a statement fits words about people: what is so with them before what is asked."""
    return told.statement.type not in _ASKS, len(words & pairs_in(bare(told.statement.words)))


def _shared(who: str, text: str) -> bool:
    """Whether a text has so much of the words for people that it tells of them: 214户 of 不肯走的214户."""
    size = SHORTEST_SHARED
    return any(who[n : n + size] in text for n in range(len(who) - size + 1))
