"""The fact for which a wish thanks or praises, where it stands among others: the praise stands behind it.

三组要夸 is said behind 三组58户一户不欠, 手术室护士要谢 behind 手术室护士人均加班每月21小时.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.cues import pattern
from drafter.facts.kinship.homes import home_of
from drafter.facts.kinship.sharing import shared_words
from drafter.facts.people.audiences import are_people
from drafter.facts.people.names import name_at
from drafter.facts.sheet import AIMS, FactType, Intent, IntentKind
from drafter.facts.wishes.bearing import CALLED, parted
from drafter.facts.wishes.wish_facts import words_about
from drafter.templating.compose.comments.blame import is_fault
from drafter.templating.compose.composition import bare
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.plan.story import full_name

# What asks something, or tells what is wrong, praises nobody.
_NO_PRAISE = (
    *AIMS,
    FactType.DUTY,
    FactType.CHECK,
    FactType.REQUEST,
    FactType.BASIS,
    FactType.FUND,
    FactType.AWARD,
)
# Where nobody is named, what tells nothing wrong may be what is praised.
_WELL = (FactType.SITUATION, FactType.ACHIEVEMENT, FactType.CASE, FactType.AWARD, FactType.PROGRESS)
# Who has something in hand has done nothing yet.
_IN_HAND = re.compile("由|负责|牵头|配合|包|管|盯|任")
_CLAUSE = re.compile("[，。；]")
_WRONG = re.compile(
    "(?<![无零没])(?:投诉|违)|漏|迟|缺|差|只有|走了|流失|未|没(?!有一|停|歇|误|回过?家|合眼|休)"
)
# A short word for people calls too many: 老师, 工人.
SHORTEST_GROUP = 4


def good_fact(intent: Intent, who: str, statements: Sequence[Statement]) -> tuple[Statement, str] | None:
    """Return the statement that tells what somebody is thanked or praised for, and whom it names for it."""
    if intent.kind not in (IntentKind.THANKS, IntentKind.PRAISE) or len(who) <= 1 or words_about(intent):
        # What the wish itself tells is said with the praise.
        return None
    # 守闸的葛长山, 老葛
    who = who.rpartition("的")[2] if name_at(who.rpartition("的")[2], 0) == who.rpartition("的")[2] else who
    who = next((name for s in statements if (name := full_name(who, bare(s.words)))), who)
    one = CALLED.fullmatch(who) or name_at(who, 0) == who
    people = not one and are_people(who)
    found = next((s for s in statements if _tells_well(s, who, one=bool(one), people=people)), None)
    if found is not None:
        named = one or people or pattern("body-end").search(who)
        return found, who if named else _subject(found) or who
    if one or people or intent.kind is IntentKind.THANKS:
        return None
    if pattern("body-end").search(who):
        # What a body did is told with its name.
        return None
    fitting = [s for s in statements if s.type in _WELL]
    home = home_of(who, [s.facts[0] for s in fitting])
    if home is None or not shared_words(who, fitting[home].facts[0].text):
        return None
    return fitting[home], _subject(fitting[home])


def _tells_well(statement: Statement, who: str, *, one: bool, people: bool) -> bool:
    """Whether a statement tells, in a clause of its own, what those named did or bore."""
    text = bare(statement.words)
    clause = next((c for c in _CLAUSE.split(text) if who in c), "")
    if not clause or (not one and statement.type in _NO_PRAISE) or is_fault(clause):
        return False
    if one:
        # 守闸人，葛长山，一个人蹚水把闸摇开了
        rest = text.partition(who)[2].strip("，。")
        return bool(rest) and not _IN_HAND.search(clause) and statement.type is not FactType.DUTY
    if people:
        borne = clause.startswith(who) and re.search(r"\d", clause)
        return len(who) >= SHORTEST_GROUP and bool(borne) and not _WRONG.search(clause)
    return not _is_wrong(statement)


def _is_wrong(statement: Statement) -> bool:
    return statement.type is FactType.PROBLEM and bool(
        is_fault(statement.facts[0].text) or _WRONG.search(bare(statement.words))
    )


def _subject(statement: Statement) -> str:
    """Return who did what a statement tells, "" where it begins with none."""
    text = statement.facts[0].text
    who = pattern("who-front").match(text)
    body = parted(text)[0]
    return who[0] if who else body if pattern("body-end").search(body) and "“" not in body else ""
