"""With what a speech begins where a wish says so: the matter, the day, the figures that it names."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.missing.blanks import is_blank
from drafter.facts.sheet import Fact, FactType, IntentKind
from drafter.facts.wishes.wish_ends import (
    begins_from,
    begins_with_wrongs,
    begins_without_figures,
    exactly_in,
    one_of,
    signs_of,
)
from drafter.templating.compose.material import TO_DO, Material
from drafter.templating.compose.plan.statement import Statement

# More facts than these are no opening.
MOST_OPENING = 2


def opens_with(statements: Sequence[Statement], material: Material) -> list[Statement]:
    """Return the few statements with which a wish has the speech open: 开头直接说那9个不在岗的."""
    wishes = material.wishes(IntentKind.OPENING)
    found = [s for s in statements if any(material.opens_by(i, f) for i in wishes for f in s.facts)]
    return found if len(found) <= MOST_OPENING else []


# What more facts than these have is no sign of one.
MOST_ALIKE = 3
# A line with more facts is too long to begin with, and no part of it is told alone.
MOST_ON_LINE = 4
# 其中柳坝镇4个 is told behind what it is a part of.
_LEANS = re.compile("其[中余他]|另|还|也|[这那他她]")


def begins_with(material: Material) -> tuple[Fact, ...]:
    """Return the facts from which a wish has the speech begin: 从农民卖粮那杆秤说起, 先念那三个数：…."""
    told = [f for f in material.told() if _may_begin(f, material)]
    named = [what for intent in material.intents if (what := begins_from(intent.text))]
    if exact := [(what, found) for what in named if (found := exactly_in(what))]:
        return _with_figures(*exact[0], told)
    one = _begins_with_one(named, told, material)
    return (one,) if one is not None else ()


def _with_figures(what: str, figures: Sequence[re.Pattern[str]], told: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts that have the days and figures of a wish: each of a list, else all in one."""
    if "、" in what:
        listed = (next((f for f in told if figure.search(f.text)), None) for figure in figures)
        return tuple(dict.fromkeys(f for f in listed if f is not None))
    words = {pair for pair in pairs_in(what) if re.fullmatch("[一-鿿]{2}", pair)}
    exact = (f for f in told if all(figure.search(f.text) for figure in figures))
    those = [(sum(word in f.text for word in words), f) for f in exact]
    # 那9个不在岗的 are not the 9 towns of the woods; a day is one of its own.
    near = [(alike, f) for alike, f in those if alike or not words or re.search(r"\d[日号]", what)]
    return (max(near, key=lambda each: each[0])[1],) if near else ()


def _begins_with_one(named: Sequence[str], told: Sequence[Fact], material: Material) -> Fact | None:
    """Return the fact that a wish names by its words.

    It has rare pairs of signs of these words, and the most of them; one without figures goes before others
    where the leader wants none first.
    """
    bare = any(begins_without_figures(intent.text) for intent in material.intents)
    if any(begins_with_wrongs(intent.text) for intent in material.intents):
        return next((f for f in told if f.type is FactType.PROBLEM and f.named is not False), None)
    pointed = (f for what in named if (regex := one_of(what)) for f in told if regex.search(f.text))
    if (fact := next(pointed, None)) is not None:
        return fact
    for signs in (signs for what in named for signs in signs_of(what)):
        with_pair = [[f for f in told if sign in f.text] for sign in sorted(signs)]
        near = [f for those in with_pair if len(those) <= MOST_ALIKE for f in those]
        if near:
            return max(near, key=lambda f: (bare and not has_figures(f.text), near.count(f)))
    return None


def _may_begin(fact: Fact, material: Material) -> bool:
    """Whether a speech may begin with a fact: it leans on nothing, and its line is no long story."""
    if fact.type in TO_DO or material.point_of(fact.id) or len(material.line_of(fact)) > MOST_ON_LINE:
        return False
    return not is_blank(fact.text) and not _LEANS.match(fact.text)


def begun(statements: Sequence[Statement], material: Material) -> list[Statement]:
    """Return what the speech begins with: the fact that a wish names, and what is told of it on its line."""
    lines = {fact.group for fact in begins_with(material)}
    return [s for s in statements if s.facts[0].group in lines and s.type not in TO_DO]


def has_figures(text: str) -> bool:
    """Whether a text tells figures."""
    return re.search(r"\d", text) is not None
