"""How causes and what is wrong are announced: 没接到电话的原因有三条, 最要紧的有三处."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.facts import patterns as re
from drafter.facts.figures.numbers import counted
from drafter.facts.kinship.forms import ALL_ALIKE, ASKED_WHY, CAUSES_CALLED, CAUSES_OF
from drafter.facts.sheet import Fact
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.words.spoken_labels import label_of


def announced_causes(fact: Fact, count: int, of_all: int) -> str:
    """Return how ``count`` causes are announced: 毛病有三样; 毛病先说两样 where others come later."""
    label = label_of(fact)
    if ALL_ALIKE.match(label):
        return label
    if asked := ASKED_WHY.match(label):
        return f"{asked['what'].replace('为啥', '为什么')}，原因{_how_many(count, of_all)}条"
    of_what = CAUSES_OF.search(label)
    label = of_what["called"] if of_what else label if CAUSES_CALLED.fullmatch(label) else "原因"
    return f"{label}{_how_many(count, of_all)}{'样' if label == '毛病' else '条'}"


def _how_many(count: int, of_all: int) -> str:
    return f"{'有' if count == of_all else '先说'}{counted(count)}"


def asked_why(fact: Fact) -> str:
    """Return what the label of a cause asks, "" where it only announces causes: 羊为什么低."""
    found = ASKED_WHY.match(label_of(fact))
    return found["what"] if found else ""


def announced_list(statements: Iterable[Statement]) -> tuple[str, str]:
    """Return how a label announces problems, and the measure word they are counted by; "" if it does not.

    没销的最要紧三处 announces three: 没销的里头，最要紧的有三处.
    """
    labels = {label_of(s.facts[0]) for s in statements}
    if len(labels) != 1:
        return "", ""
    label = labels.pop()
    match = re.fullmatch(
        "(?:(.{1,8}的)(?:里[头面]?|[当之]?中)?，?)?(最[\u4e00-\u9fff]{1,3}?|突出)的?([两二三四五六七八九]|\\d)([处个件条项])",
        label,
    )
    if match is None:
        return "", ""
    lead = f"{match[1]}里头，" if match[1] else ""
    return f"{lead}{match[2]}的有{match[3]}{match[4]}", match[4]
