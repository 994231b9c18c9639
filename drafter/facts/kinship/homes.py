"""Which of several facts a few words are about: the one that shares the most telling signs with them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.sheet import AIMS, Fact, FactType
from drafter.facts.types.order import COMMA

# Signs that may stand in any fact.
_IDLE = re.compile(
    "[的了那这要也都不没一是在有个我们为就被把和与跟对还说讲话能得人事大家多少小好出来去看做上下里外前后时年月日最很太真更已正再又才只全各每]"
    "|[^一-鿿A-Za-z0-9]"
)
# 五组停水那9天修得慢
_FIGURE = re.compile(r"\d+(?:\.\d+)?[一-鿿%]")
# What is longer is no wish, and is not compared.
LONGEST = 120
# One pair that three facts have tells enough, one that more have does not.
LEAST = 0.3
# A line of no more facts of one type tells one thing.
SHORT_LINE = 3
# What a pair tells of which none, one or both of the signs may stand anywhere.
_WEIGHTS = (1.0, 0.5, 0.0)
_WEIGHTS_TO_DO = (1.0, 0.0, 0.0)
# A sign that only one has of the facts that tell what is so is enough where the words begin with it, or
# share more with that fact.
OF_A_SIGN = 0.3
OF_AIMS = 0.6
# What is to be done, and paid for, is told behind what is so.
_TO_DO = (*AIMS, FactType.DUTY, FactType.CHECK, FactType.FUND)


def home_of(words: str, facts: Sequence[Fact]) -> int | None:
    """Return the number of the fact that words are about; None where no fact shares enough with them.

    A pair of signs tells the more, the fewer lines have it. Of facts that fit alike, the first is meant, and
    what is so before what is to be done; a fact that has a figure of the words before all others. Where
    something was laid down, nothing is told.
    """
    facts = [replace(fact, text=f"{fact.label}，{fact.text}") if fact.label else fact for fact in facts]
    figures = _FIGURE.findall(words[:LONGEST])
    told = [n for n, fact in enumerate(facts) if any(figure in fact.text for figure in figures)]
    told = told or list(range(len(facts)))
    so = [n for n in told if facts[n].type not in (*_TO_DO, FactType.BASIS)]
    first = next((s for s in words[:LONGEST] if not (_IDLE.match(s) or s.isdigit())), "")
    scores = _scores(words[:LONGEST], so, facts, _WEIGHTS)
    for number in scores:
        signs = {
            s for s in words[:LONGEST] if s in facts[number].text and not (_IDLE.match(s) or s.isdigit())
        }
        own = {s for s in signs if sum(s in facts[n].text for n in so) == 1}
        scores[number] += OF_A_SIGN * len(own) if len(own) > 1 or own == {first} or scores[number] else 0
    to_do = _scores(words[:LONGEST], [n for n in told if facts[n].type in _TO_DO], facts, _WEIGHTS_TO_DO)
    scores.update((number, score * OF_AIMS) for number, score in to_do.items())
    scores = {n: score + (LEAST if len(told) < len(facts) else 0) for n, score in scores.items()}
    best = max(scores, key=lambda n: scores[n], default=None)
    return best if best is not None and scores[best] >= LEAST else None


def _scores(
    words: str, those: Sequence[int], facts: Sequence[Fact], weights: Sequence[float]
) -> dict[int, float]:
    """Return how much those facts share with words, by their numbers."""
    scores = dict.fromkeys(those, 0.0)
    for pair in sorted(pairs_in(words)):
        weight = weights[sum(bool(_IDLE.match(sign)) for sign in pair)]
        having = [n for n in those if weight and pair in facts[n].text]
        lines = len({facts[number].group for number in having})
        for number in having:
            scores[number] += weight / lines
    return scores


def end_of(number: int, facts: Sequence[Fact]) -> int:
    """Return the number of the fact with which the sentence, or the short line, of a fact ends."""
    line = [n for n, fact in enumerate(facts) if fact.group == facts[number].group]
    types = {facts[n].type for n in line}
    if len(line) <= SHORT_LINE and len(types) == 1 and FactType.CAUSE not in types:
        # Causes are counted one by one.
        return line[-1]
    for here, after in pairwise(line[line.index(number) :]):
        if not (facts[after].sign and facts[after].sign in COMMA):
            return here
    return line[-1]
