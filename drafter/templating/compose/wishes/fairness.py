"""The leader's own words about people stand right behind what the sheet tells of those people."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.kinship.homes import end_of, home_of
from drafter.facts.sheet import Intent, IntentKind
from drafter.facts.wishes.own_words import dared
from drafter.facts.wishes.owning import behind, owned
from drafter.facts.wishes.thoughts import thought_in
from drafter.templating.compose.comments.told import Told
from drafter.templating.compose.composition import Sentence, bare, sentence
from drafter.templating.compose.material import Material
from drafter.templating.compose.wishes.wished import Wished, wished

# A right that a rule gives, and what nobody is to answer for.
_GRANTS = re.compile("有权|说了算|有[一-鿿]{1,3}权|不用(?:报|请示|等)|不追究|不问责|不扣|不算[^，]{0,3}的$")


def say_beside(told: Sequence[Told], material: Material) -> list[Intent]:
    """Put the leader's own words behind the statements that they are about; return the wishes met so."""
    met: list[Intent] = []
    for intent in material.intents:
        own = wished(intent, material)
        if len(own) != 1 or own[0].where != "behind":
            continue
        home = _home_of(intent, own[0], told, material)
        if home is not None:
            text = _behind(own[0].text, home) if owned(intent.text) else _of_those(own[0], home)
            _put(sentence(text, home.statement.ids, "answer"), home, first=thought_in(intent.text) != "")
            met.append(intent)
    return met


def _put(said: Sentence, home: Told, *, first: bool) -> None:
    """Put a sentence behind a statement and what weighs it, a thought in front of that."""
    place = "link" if first and "link" not in home.sentences else "answer"
    before = home.sentences.get(place)
    home.sentences[place] = replace(before, pieces=(*before.pieces, *said.pieces)) if before else said
    home.spared = True


def _of_those(own: Wished, home: Told) -> str:
    """Return words with those of whom they tell in front, where neither they nor the statement name them."""
    named = own.who in f"{bare(home.statement.words)}{own.text}"
    return own.text if named else f"{own.who}，{own.text}"


def _behind(text: str, home: Told) -> str:
    return f"{behind(text.rstrip('。'), bare(home.statement.words))}。"


def _home_of(intent: Intent, own: Wished, told: Sequence[Told], material: Material) -> Told | None:
    """Return the statement behind which words stand: the last that has weight, or the one about them."""
    if intent.kind is IntentKind.STRESS and not thought_in(intent.text):
        lines = {f.group for f in material.told() if material.stressed_by(intent, f)}
        if home := next((t for t in reversed(told) if t.statement.facts[0].group in lines), None):
            return home
    granted = [t for t in told if dared(intent.text) and _GRANTS.search(bare(t.statement.words))]
    those = [(each, fact) for each in granted or told for fact in each.statement.facts]
    facts = [fact for _told, fact in those]
    words = (own.about,) if own.about else (f"{own.who}，{own.text}", intent.text)
    tried = (home_of(each, facts) for each in words)
    number = next((n for n in tried if n is not None), None)
    return those[end_of(number, facts)][0] if number is not None else next(iter(granted), None)
