"""The matters by which a sheet is ordered, each with its state, problems and tasks: 垃圾, 停车, 养老."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.headings import title_class
from drafter.facts.sheet import AIMS, Fact

# So long a heading of the sheet states something and names no matter.
LONGEST = 8
_NUMBERED = re.compile("^(?:[一二三四五六七八九十]+|[0-9]+)[、.．]")


def matters_of(facts: Sequence[Fact]) -> frozenset[str]:
    """Return the headings that name matters; none where fewer than two hold most of the tasks."""
    aims = [heading_of(fact) for fact in facts if fact.type in AIMS]
    named = {name for name in aims if _is_matter(name)}
    if len(named) < 2 or sum(name in named for name in aims) * 3 < len(aims) * 2:
        return frozenset()
    return frozenset(name for fact in facts if _is_matter(name := heading_of(fact)))


def _is_matter(name: str) -> bool:
    return 0 < len(name) <= LONGEST and not title_class(name)


def heading_of(fact: Fact) -> str:
    """Return the heading that a fact stands under, without its number."""
    return _NUMBERED.sub("", fact.section)
