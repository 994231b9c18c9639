"""The matter on which the leader wants weight: what is said of it whatever room there is.

The facts are told first; behind them stands what makes them heavy, behind the cause what lies in it, behind
the task what it is for. Each sentence is for the type of fact and its nature, never for a topic.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from drafter.facts.sharing import pairs_in
from drafter.facts.sheet import FactType
from drafter.templating.compose.choice import Chooser
from drafter.templating.compose.frames import OCCASIONS
from drafter.templating.compose.material import Material
from drafter.templating.compose.moves import SAYS, Told
from drafter.templating.compose.statements import Statement

# What is said behind each type of fact, in this order.
_WRONG = ("weigh", "weigh2", "contrast", "address")
_TURNS: dict[FactType, tuple[str, ...]] = {
    FactType.PROBLEM: _WRONG,
    FactType.REQUEST: ("weigh", "contrast"),
    FactType.PROGRESS: ("weigh", "contrast"),
    FactType.GAP: ("weigh", "contrast"),
    FactType.CAUSE: ("weigh", "contrast"),
    FactType.TASK: ("weigh", "verify"),
    FactType.PROMISE: ("weigh", "verify"),
    FactType.ACHIEVEMENT: ("weigh", "contrast"),
    FactType.SITUATION: ("weigh",),
    FactType.CASE: _WRONG,
}
# What answers a matter is weighed where the matter is told.
_ANSWERS = (FactType.CAUSE, FactType.TASK, FactType.PROMISE)
# What makes a wrong heavy may stand at the end of what is told of it: ……，没有伤人.
_HEAVY = frozenset({"险过人", "险过", "作假", "没人伸手", "拖久", "破规矩", "最长"})
# So many sentences weigh one matter: more of them would be heavier than the facts.
MOST_WEIGHING = 9
# Of one type so many statements have them; of tasks that all serve one matter, the first.
MOST_OF_A_TYPE = 2


def lay_weight(told: Sequence[Told], material: Material, chooser: Chooser) -> None:
    """Say of the stressed matter what weighs it: of its own facts, and of causes and tasks in its point."""
    left = MOST_WEIGHING
    heavy: set[str] = set()
    weighed: Counter[FactType] = Counter()
    for each in (t for t in told if t.stressed and not t.spared):
        type_, own = each.statement.type, _is_own(each.statement, material)
        if own and type_ not in _ANSWERS:
            heavy.add(each.section)
        answers = type_ in _ANSWERS and each.section in heavy
        if not (own or answers) or weighed[type_] >= MOST_OF_A_TYPE or _is_celebrated(each):
            continue
        weighed[type_] += 1
        for function in _TURNS.get(type_, ()):
            left -= bool(left) and _say(each, function, chooser)


def _is_own(statement: Statement, material: Material) -> bool:
    """Whether a statement tells of the stressed matter itself: 查到疫木31根 where 疫木下山 is stressed."""
    if any(map(material.stressed, statement.facts)):
        return True
    words = "，".join(material.stress_words())
    shared = pairs_in(words) & pairs_in("".join(fact.text for fact in statement.facts))
    return statement.type not in _ANSWERS and any(re.fullmatch("[一-鿿]{2}", pair) for pair in shared)


def _is_celebrated(told: Told) -> bool:
    """Whether a ceremony tells of what is wrong, or asks: nothing is made of it there."""
    good = (FactType.ACHIEVEMENT, FactType.SITUATION, FactType.CASE)
    return OCCASIONS["address"] in told.natures and told.statement.type not in good


def _say(told: Told, function: str, chooser: Chooser) -> bool:
    """Say the first sentence that is left in a function; return whether there was one."""
    type_, base = told.statement.type, function.rstrip("2")
    told_of = chooser.frames.natures_of("。".join(fact.text for fact in told.statement.facts))
    forms = {**told.forms.words, "stressed": ""}
    fits = chooser.fitting(
        SAYS.get(type_, type_.value), base, forms, key=f"{told.statement.key}{function}",
        natures=told.natures | told_of & _HEAVY, numbers=told.forms.numbers,
    )  # fmt: skip
    for frame in (f for f in fits if "stressed" in f.needs and function not in told.sentences):
        if chooser.is_left(frame, told.section, ()) and not chooser.is_said(frame, told.section):
            told.say(function, frame)
            chooser.use(frame, told.section)
            return True
    return False
