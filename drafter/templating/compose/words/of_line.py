"""What a clause has from those in front of it on its line: the year, and of whom it tells some."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.sheet import Fact
from drafter.templating.compose.material import Material

# 全年发放5870万元, behind 去年低保对象6240户.
_WHOLE_YEAR = re.compile("全年(?!任务|目标|计划|盘子|要|的)")
_YEAR = re.compile(r"(?P<year>去年|前年|上年|20\d\d年)(?!底|初|末|同期|\d)")
# 两人是不满五年的年轻人: of those who are counted in front.
_SOME = re.compile(r"有?(?P<count>[一两二三四五六七八九十]+|\d+)(?P<unit>[人名位户家])(?:是|为|属|还|都是)")


def of_line(fact: Fact, text: str, material: Material) -> str:
    """Return the words of a fact with what its line told in front of it and the sentence needs."""
    before = [f for f in material.told_on_line_of(fact) if f.place.start < fact.place.start]
    if not before:
        return text
    if _WHOLE_YEAR.match(text) and (year := _YEAR.match(before[0].text)):
        return f"{year['year']}{text}"
    some = _SOME.match(text)
    if some is not None and any(_counts(each, some["unit"]) for each in before):
        return f"其中{text}"
    return text


def _counts(fact: Fact, unit: str) -> bool:
    """Whether a fact counts several of a unit: 5人中，开除2人."""
    return any(q.unit == unit and q.value > 1 for q in fact.quantities)
