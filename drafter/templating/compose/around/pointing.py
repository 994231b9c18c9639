"""The headings of points, and the order in which points with and without one are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.facts.sheet import AIMS, IntentKind
from drafter.templating.compose.around.headings import thing_of
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.matter import matter_of
from drafter.templating.compose.plan.points import OTHERS, Group
from drafter.templating.compose.words.clauses import label_of
from drafter.templating.compose.words.labels import name_of, phrases_of

# So many points with a heading make a set, and so many tasks without one make what is left.
LEAST_HEADED = 2
# A matter that the leader stresses is called in so many signs.
LONGEST_MATTER = 12
_COUNTED = re.compile(r"\d+[一-鿿]$")


def point_headings(groups: Sequence[Group], material: Material) -> list[str]:
    """Return what is to be done as the heading of each point, else what it is about.

    "" where it would only tell the one sentence of the point, and where nothing good is found: what is told
    without a heading behind a point with one would stand under it, see :func:`arranged`.
    """
    phrases = phrases_of(groups, material)
    return [_heading(group, phrase, material) for group, phrase in zip(groups, phrases, strict=True)]


def _heading(group: Group, phrase: str, material: Material) -> str:
    if group.name == OTHERS:
        return OTHERS
    alone = len(group.statements) == 1 and group.statements[0].type in AIMS
    if group.matter or group.plain or alone:
        return ""
    # 重新考，4月30日前考完: what is done is told once.
    once = re.sub(r"([一-鿿])\1(?=[完好]$)", r"\1", phrase)
    return once or _name(group) or next(_stressed_in(group, material), "") or _shared_thing(group)


def _name(group: Group) -> str:
    """Return what the sheet calls the one matter of all tasks of a point; "" if they are of several."""
    facts = [s.facts[0] for s in group.aims]
    labels = {label_of(fact) for fact in facts}
    return name_of(facts[0]) if len(labels) == 1 else ""


def _stressed_in(group: Group, material: Material) -> Iterator[str]:
    """Yield the matters of a point on which the leader wants weight, in his words: 网格员换人这件事."""
    for intent in material.wishes(IntentKind.STRESS) if group.stressed else ():
        told = (f for s in group.statements for f in s.facts)
        if any(material.stressed_by(intent, fact) for fact in told):
            words = (matter_of(word) for word in intent.words)
            named = (word for word in words if 2 <= len(word) <= LONGEST_MATTER)
            yield from (word if _COUNTED.search(word) else f"{word}这件事" for word in named)


def _shared_thing(group: Group) -> str:
    """Return the thing that most sentences of a point name, if it is more than one: 机扫率."""
    told = [bare(s.words) for s in group.statements]
    things = dict.fromkeys(thing_of(f.topic) for s in group.aims for f in s.facts)
    counts = {thing: sum(thing in words for words in told) for thing in things if thing}
    best = max(counts, key=lambda thing: counts[thing], default="")
    return best if best and counts[best] > 1 else ""


def arranged(groups: Sequence[Group], material: Material) -> list[Group]:
    """Return points so that under no heading stands what it does not tell of.

    What has no heading stands in front of those that have one, several together behind them as what is
    left. Where all but one or most have none, none has; the stressed one at the end has its own all the same.
    """
    headed = [bool(each) for each in point_headings(groups, material)]
    size = len(groups) - bool(groups and groups[-1].stressed)
    first = headed.index(True) if True in headed[:size] else size
    behind = list(zip(groups[first:size], headed[first:size], strict=True))
    rest, kept = [g for g, has in behind if not has], [g for g, has in behind if has]
    is_last_bare = bool(kept) and not headed[-1]
    is_lone = first > 0 and len(kept) == 1
    if not rest and not is_last_bare and not is_lone:
        return list(groups)
    several = sum(len(group.aims) for group in rest) >= LEAST_HEADED
    few = len(kept) < LEAST_HEADED or len(rest) > LEAST_HEADED * len(kept)
    if few or (is_last_bare and size < len(groups)) or (kept[0].leads and not several):
        for group in groups[:size]:
            group.plain = True
        return list(groups)
    if not several:
        return [*groups[:first], *rest, *kept, *groups[size:]]
    left = [g for g in kept if g.name == OTHERS]
    others = Group([unit for group in (*rest, *left) for unit in group.units], name=OTHERS)
    return [*groups[:first], *(g for g in kept if g not in left), others, *groups[size:]]
