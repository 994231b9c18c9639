"""What goes where: the parts of the kind, each with its statements and points."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from drafter.facts.sharing import shared_words
from drafter.facts.sheet import FactType, IntentKind
from drafter.templating.compose.composition import bare
from drafter.templating.compose.frames import Frames, listed
from drafter.templating.compose.items import AIMS, total_of
from drafter.templating.compose.material import Material
from drafter.templating.compose.points import Group, grouped, with_duties
from drafter.templating.compose.statements import Statement

# What a task is done with, in the order of telling.
MEANS = (FactType.DUTY, FactType.FUND, FactType.CHECK)

# What was reached and how things stand: neither goes before the other.
_STANDING = ("achievement", "situation", "progress")


class PartPlan(Struct):
    """A part: its role, how it tells, its heading where the kind has one, and what it tells.

    ``number`` is its place in the table of the kind, from 1; ``flows`` is set where it tells in the order
    of the sheet.
    """

    role: str
    shape: str
    heading: str | None = None
    number: int = 0
    flows: bool = False
    statements: list[Statement] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)

    def all(self) -> list[Statement]:
        """Return all statements of the part."""
        return [*self.statements, *(s for group in self.groups for s in group.statements)]


def planned(statements: Sequence[Statement], material: Material, frames: Frames) -> list[PartPlan]:
    """Return the parts that have something to say. Every statement is in just one of them."""
    table = frames.tables.get(material.kind) or frames.tables["deployment"]
    rest = [s for s in statements if s.type is not FactType.THANKS and not _is_thanked(s, material)]
    pointed = next((row for row in table if row["as"] == "points"), None)
    groups: list[Group] = []
    if pointed is not None:
        groups = grouped(rest, material, pulls=pointed.get("pulls") == "yes")
        if not _pays(groups):
            groups = []
    taken = {id(s) for group in groups for s in group.statements}
    rest = [s for s in rest if id(s) not in taken]
    loose = [s for s in rest if s.type is FactType.DUTY and _is_linked(s, material)]
    attached = {id(s) for s in loose}
    parts, home = list[PartPlan](), None
    for number, row in enumerate(table, 1):
        types = listed(row["types"])
        flows = row.get("order") == "sheet"
        part = PartPlan(row["part"], row["as"], row.get("heading"), number, flows)
        part.groups = groups if row is pointed else []
        parts += _matter_parts(part)
        own = [s for s in rest if s.type.value in types and id(s) not in attached]
        means = _means_beside(part, own)
        own = [s for s in own if s not in means.statements]
        told = sorted(own, key=lambda s: s.place) if flows else _in_order(own, types, row["as"])
        part.statements = with_duties(_with_answers(told), loose, material)
        if (promised := row.get("promised")) and _only_promises(part):
            part.heading = promised
        loose = [s for s in loose if s not in part.statements]
        parts += [part, means]
        if "duty" in types:
            home = home or (means if part.groups else part)
    _put_duties(loose, home or parts[-1])
    _put_parts_behind_totals(parts)
    kept = [part for part in parts if part.all()]
    if len(kept) == 1 and not material.taken:
        # What has one part only is told without headings, but for parts that the YAML writes.
        kept[0].heading = ""
    return kept


def _put_duties(duties: Sequence[Statement], part: PartPlan) -> None:
    """Put what is shared out, and stands with no one statement, in front of the money and the checks."""
    places = (n for n, s in enumerate(part.statements) if s.type in (FactType.FUND, FactType.CHECK))
    at = next(places, len(part.statements))
    part.statements[at:at] = duties


def _means_beside(part: PartPlan, statements: Sequence[Statement]) -> PartPlan:
    """Return the part of who, money and checks: they are no tasks, and do not stand among points that are."""
    means = [s for s in statements if part.groups and s.type in MEANS]
    ordered = _in_order(means, [type_.value for type_ in MEANS], "short")
    return PartPlan(part.role, "short", statements=ordered)


def _matter_parts(part: PartPlan) -> list[PartPlan]:
    """Take the points out of a part that are matters of the sheet, each as a part of its own."""
    groups = part.groups
    if not all(group.matter for group in groups):
        return []
    part.groups = []
    return [PartPlan(part.role, part.shape, _named(g.matter), part.number, groups=[g]) for g in groups]


def _named(matter: str) -> str:
    """Return a matter as a heading: 停车这件事, 红白事."""
    return matter if matter.endswith(("事", "事情", "工作")) else f"{matter}这件事"


def _with_answers(statements: list[Statement]) -> list[Statement]:
    """Put what is answered to a request, without a promise, behind the request that it speaks of."""
    for answer in [s for s in statements if s.type is FactType.STANCE]:
        asked = [s for s in statements if s.type is FactType.REQUEST and _kinship(s, answer)]
        if asked:
            nearest = max(asked, key=lambda s: _kinship(s, answer))
            statements.remove(answer)
            statements.insert(statements.index(nearest) + 1, answer)
    return statements


def _put_parts_behind_totals(parts: Sequence[PartPlan]) -> None:
    """Put what counts the parts of a sum, or tells what is among it, behind the sum."""
    rows = [row for part in parts for row in (part.statements, *(g.statements for g in part.groups))]
    everything = sorted((s for row in rows for s in row), key=lambda s: s.place)
    for row in rows:
        for statement in [s for s in row if s.type not in AIMS]:
            total = total_of(statement, everything)
            home = next((other for other in rows if total in other), None)
            if total is None or home is None:
                continue
            row.remove(statement)
            home.insert(home.index(total) + 1, statement)


def _only_promises(part: PartPlan) -> bool:
    types = {s.type for s in part.all()}
    return FactType.PROMISE in types and types <= {FactType.PROMISE, FactType.BASIS, FactType.FUND}


def _kinship(first: Statement, second: Statement) -> int:
    return len(shared_words(bare(first.words), bare(second.words)))


def _pays(groups: Sequence[Group]) -> bool:
    """Whether there are tasks enough for points: two points, or one that is more than a sentence."""
    return len(groups) > 1 or any(len(group.statements) > 2 for group in groups)


def _is_linked(statement: Statement, material: Material) -> bool:
    return bool(material.links_from(*statement.ids, kind="owner"))


def _is_thanked(statement: Statement, material: Material) -> bool:
    """Whether a statement only names those who are to be thanked: it goes into the thanks."""
    about = {id_ for intent in material.wishes(IntentKind.THANKS) for id_ in intent.about}
    return statement.type is FactType.SITUATION and set(statement.ids) <= about


def _stage(type_: str, types: Sequence[str]) -> int:
    """Return the place of a type in its part: results and how things stand come as the sheet tells them."""
    return (
        min(types.index(each) for each in _STANDING if each in types)
        if type_ in _STANDING
        else types.index(type_)
    )


def _in_order(statements: Sequence[Statement], types: Sequence[str], shape: str) -> list[Statement]:
    """Return statements by type, those of one line together where they are told in paragraphs."""
    if shape == "short":
        return sorted(statements, key=lambda s: (types.index(s.type.value), s.place))
    first: dict[int, int] = {}
    for statement in statements:
        line, rank = statement.facts[0].group, _stage(statement.type.value, types)
        first[line] = min(first.get(line, rank), rank)
    return sorted(statements, key=lambda s: (first[s.facts[0].group], s.facts[0].group, s.place))
