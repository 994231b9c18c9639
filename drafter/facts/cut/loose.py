"""What a loose line tells as a whole: phrases that nothing but blanks part are one fact, or one wish."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts.cut.clause import Clause
from drafter.facts.cut.text import SheetText
from drafter.facts.missing.blank_names import only_tells_open
from drafter.facts.missing.blanks import only_tells_who_knows
from drafter.facts.types.classify import Reading
from drafter.facts.wishes import intents as wishes
from drafter.facts.wishes.wish_groups import asks

# A clause with where it goes: to a fact, a wish, a blank or the notes.
Sent = tuple[str, Clause]


def facts_joined(groups: Sequence[list[Reading]], text: SheetText) -> list[list[Reading]]:
    """Return groups of clauses, those of one loose line joined."""
    found: list[list[Reading]] = []
    for each in groups:
        if found and text.is_loose(found[-1][-1].clause, each[0].clause):
            found[-1] = [*found[-1], *each]
        else:
            found.append(each)
    return found


def wishes_joined(groups: Sequence[list[Clause]], text: SheetText) -> list[list[Clause]]:
    """Return wishes, what asks for nothing joined to the wish beside it on a loose line."""
    found: list[list[Clause]] = []
    for each in groups:
        loose = found and text.is_loose(found[-1][-1], each[0])
        if loose and not (asks(found[-1]) and asks(each)):
            found[-1] = [*found[-1], *each]
        else:
            found.append(each)
    return found


def sent_together(sent: list[Sent], text: SheetText) -> list[Sent]:
    """Return where the clauses of a loose line go: a note with its fact, all with a last wish."""
    if sent and sent[-1][0] == "intent" and wishes.needs_object(sent[-1][1].text):
        sent = _with_object(sent, text)
    for index in [*range(len(sent) - 2, -1, -1), *range(len(sent) - 1)]:
        (where, clause), (beside, following) = sent[index], sent[index + 1]
        # 带手机进校的，这学期查到57人次: who is told of stays with what is told.
        told_of = where == "note" and clause.text.endswith("的") and not clause.aside
        if {where, beside} == {"note", "fact"} and (told_of or text.is_loose(clause, following)):
            sent[index : index + 2] = [("fact", clause), ("fact", following)]
    return sent


def behind_open(sent: Sequence[Sent]) -> list[Sent]:
    """Return where clauses go; behind what is open, who looks into it is a note, 定不了 is open itself."""
    found: list[Sent] = []
    for where, clause in sent:
        behind = where == "fact" and bool(found) and found[-1][0] == "blank"
        if behind and only_tells_who_knows(clause.text):
            where = "note"
        elif behind and only_tells_open(clause.text):
            where = "blank"
        found.append((where, clause))
    return found


def _with_object(sent: list[Sent], text: SheetText) -> list[Sent]:
    """Return 那个班 处理还没定 先不要讲 as one wish; a line with a figure tells more than what is asked."""
    clauses = [clause for _where, clause in sent]
    loose = all(text.is_loose(a, b) for a, b in zip(clauses, clauses[1:], strict=False))
    told = any(q.unit for clause in clauses for q in text.quantities_in(clause))
    return [("intent", clause) for clause in clauses] if loose and not told else sent
