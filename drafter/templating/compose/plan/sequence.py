"""In what order a part tells how things stand: the whole, what went well, what is wrong, and why."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.sheet import FactType
from drafter.facts.wishes.wish_ends import puts_good_later
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.overview import begins_with_whole, overviews
from drafter.templating.compose.plan.units import Unit, hangs

Cluster = Sequence[Unit]
# What went well, or how things stand, where nothing tells that they are not as they should be.
_MILD = (FactType.ACHIEVEMENT, FactType.AWARD, FactType.SITUATION)
_WRONG = (FactType.PROBLEM, FactType.GAP, FactType.CAUSE, FactType.PROGRESS, FactType.REQUEST)
_STILL_SO = re.compile(r"还[有剩差]\d|照样|仍|只[有剩]|没|缺|不[够足到齐]|[0-9]+[一-鿿]?[没未]")


def in_sequence(clusters: Sequence[Cluster], material: Material) -> list[Cluster]:
    """Return clusters in the order of the sheet, but that causes stand right behind what is wrong.

    What went well between them stands in front of it; where the leader wants it later, behind all that
    is wrong.
    """
    those = sorted(clusters, key=_place)
    if any(puts_good_later(intent.text) for intent in material.intents):
        return _good_later(those, material)
    found: list[Cluster] = []
    for cluster in those:
        if _tells_why(cluster):
            fault = next((n for n in reversed(range(len(found))) if _is_wrong(found[n])), len(found))
            between = found[fault + 1 :]
            if between and _tells_why(found[fault]) and all(map(_went_well, between)):
                # Causes of one list stay together.
                found.insert(fault + 1, cluster)
                continue
            whole = between and begins_with_whole(found[fault][0])
            if whole and any(map(_went_well, between)):
                # The figures of the whole come first: what went well then stands behind the causes.
                well = [each for each in between if _went_well(each)]
                found[fault + 1 :] = [*(each for each in between if not _went_well(each)), cluster, *well]
                continue
            if not whole and all(map(_is_mild, between)):
                found[fault:] = [*between, *found[fault : fault + 1]]
        found.append(cluster)
    return found


def tells_good_later(types: Sequence[FactType]) -> bool:
    """Return whether what is wrong is told, by the types in their order, in front of what went well."""
    good = types.index(FactType.ACHIEVEMENT) if FactType.ACHIEVEMENT in types else len(types)
    return any(type_ in _WRONG for type_ in types[:good])


def _good_later(clusters: Sequence[Cluster], material: Material) -> list[Cluster]:
    """Return clusters with the whole first, then what is wrong and why, and what went well behind it."""
    units = [unit for cluster in clusters for unit in cluster]
    whole = {id(units[n]) for n in overviews(units, material)}

    def stage(cluster: Cluster) -> int:
        return 0 if id(cluster[0]) in whole else 1 if _is_wrong(cluster) or _tells_why(cluster) else 2

    return sorted(clusters, key=stage)


def _place(cluster: Cluster) -> int:
    return min(unit.place for unit in cluster)


def _tells_why(cluster: Cluster) -> bool:
    return all(s.type is FactType.CAUSE for unit in cluster for s in unit.statements)


def _is_wrong(cluster: Cluster) -> bool:
    """Whether a cluster tells that something is wrong or not done, in a word or by its type."""
    told = [s for unit in cluster for s in unit.statements]
    still = any(s.type is FactType.SITUATION and _STILL_SO.search(bare(s.words)) for s in told)
    return still or any(s.type in _WRONG for s in told)


def _went_well(cluster: Cluster) -> bool:
    return all(s.type is FactType.ACHIEVEMENT for unit in cluster for s in unit.statements)


def _is_mild(cluster: Cluster) -> bool:
    told = [s for unit in cluster for s in unit.statements]
    return all(s.type in _MILD for s in told) and not _is_wrong(cluster) and not hangs(told[0])
