"""The days that lie ahead, in their order: what the speech says of its deadlines at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.facts.numbers import in_numerals
from drafter.facts.sheet import Fact, FactType
from drafter.templating.compose.choice import Chooser
from drafter.templating.compose.clauses import UNDONE, spoken
from drafter.templating.compose.composition import Paragraph, bare, field_mark
from drafter.templating.compose.headings import matter_of, thing_of
from drafter.templating.compose.material import Material
from drafter.templating.compose.passages import phrase
from drafter.templating.compose.statements import Statement

# What is shorter does not tell what is to be done: 安全.
SHORTEST_MATTER = 4
_SCHEDULED = (FactType.TASK, FactType.PROMISE, FactType.DUTY)
# A day as year, month and day; the schedule stands in its order.
Day = tuple[int, int, int]


def schedule(statements: Sequence[Statement], material: Material, chooser: Chooser) -> list[Paragraph]:
    """Return the days that lie ahead, in order, where there are three or more."""
    days: dict[Day, list[tuple[str, str]]] = {}
    # What is done on a day, not by it.
    exact: set[Day] = set()
    if material.kind == "address":
        return []
    for statement in (s for s in statements if s.type in _SCHEDULED):
        for fact in statement.facts:
            for day, matter in (*_days_in_row(fact, material), *_first_days(fact, material)):
                if day not in days:
                    exact.add(day)
                    days[day] = [(fact.id, matter)]
            if (by := _day_ahead(fact, material)) and (matter := _matter_for(statement, fact, material)):
                exact.discard(by)
                days.setdefault(by, []).append((fact.id, matter))
    if len(days) < 3 or any(len(m) > 30 for those in days.values() for _id, m in those):
        return []
    matters = {day: "，".join(field_mark(i, w) for i, w in those) for day, those in days.items()}
    items = [f"{day[1]}月{day[2]}日{'' if day in exact else '前'}，{matters[day]}" for day in sorted(days)]
    ids = tuple(i for those in days.values() for i, _w in those)
    forms = {"clause": "；".join(items), "count_word": in_numerals(len(days))}
    stated = phrase(chooser, "schedule", "state", forms, "days", facts=ids)
    verified = phrase(chooser, "schedule", "verify", {}, "days")
    return [tuple(s for s in (stated, verified) if s is not None)]


def _day_ahead(fact: Fact, material: Material) -> Day | None:
    """Return the day by which a fact is to be done, None where it has none or it is past."""
    by = fact.by
    if by is None or by.end is None or by.grain != "day" or by.days is not None:
        return None
    return None if material.date and by.end <= material.date else (by.end.year, by.end.month, by.end.day)


def _matter_for(statement: Statement, fact: Fact, material: Material) -> str:
    """Return what is to be done by the day of a fact, "" where its words are too few to tell."""
    matter = matter_of(statement, fact, spoken(fact, material) if len(statement.facts) > 1 else "")
    if UNDONE.match(fact.label):
        # 其余的办结: the label tells what.
        matter = matter.replace("其余的", f"其余的{fact.label[3:]}", 1)
    if len(bare(matter)) < SHORTEST_MATTER:
        # 10月10日前完工: what, stands in front.
        thing = thing_of(statement.facts[0].topic)
        matter = f"{thing}{matter}" if matter not in thing else ""
    return matter if len(bare(matter)) >= SHORTEST_MATTER else ""


_FIRST = re.compile("(?:头一?|第一|首)[次回批场期]$")
_BEGINS = re.compile("起?(?P<does>[起启][用动]|开始|施行|执行|实行|试行|上岗|开通|开放)|起(?=，|$)")


def _first_days(fact: Fact, material: Material) -> list[tuple[Day, str]]:
    """Return the day on which a task begins: 5月1日起用, 头一次4月10日."""
    ahead = [w for w in fact.whens if w.grain == "day" and w.end and w.start == w.end]
    if fact.by is not None or len(ahead) != 1 or not (thing := thing_of(fact.topic)):
        return []
    when = ahead[0]
    if when.end is None or (material.date and when.end <= material.date):
        return []
    before, _day, behind = fact.text.partition(when.text.removesuffix("起"))
    first, begins = _FIRST.search(before), _BEGINS.match(behind)
    matter = f"{thing}{first[0]}" if first else f"{thing}{begins['does'] or ''}" if begins else ""
    told = len(matter) >= SHORTEST_MATTER
    return [((when.end.year, when.end.month, when.end.day), matter)] if told else []


def _days_in_row(fact: Fact, material: Material) -> list[tuple[Day, str]]:
    """Return what a task tells for two or more days: 11月1日注水打压、11月8日点火试供."""
    at = [when for when in fact.whens if when.relation == "at" and when.grain == "day" and when.end]
    if len(at) < 2 or (fact.by is not None and fact.by.end is not None):
        return []
    found: list[tuple[Day, str]] = []
    for when, after in zip(at, [*at[1:], None], strict=True):
        start = when.place.end - fact.place.start
        end = after.place.start - fact.place.start if after else len(fact.text)
        matter = re.split("[，,、；;]", fact.text[start:end].lstrip("，,、"))[0]
        if when.end and (not material.date or when.end > material.date) and len(matter) >= SHORTEST_MATTER:
            found.append(((when.end.year, when.end.month, when.end.day), matter))
    return found
