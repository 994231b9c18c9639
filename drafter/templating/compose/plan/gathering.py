"""What the leader stresses is gathered whole: how it stands, what went wrong, and what is done about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from drafter.facts.kinship.sharing import MOST_SHARING, Nouns, pairs_in, shared_words
from drafter.facts.sheet import FactType, Intent, IntentKind
from drafter.templating.compose.material import CEREMONIAL, WARM, Material
from drafter.templating.compose.plan.matter import matter_of
from drafter.templating.compose.plan.ties import LEAST_SHARED
from drafter.templating.compose.plan.units import MEANS, WRONG, Unit

# More than one rare pair of signs ties what is done to what went wrong: 开机 and 护罩, 拉肚 and 肚子.
NEAR = 0.3
# A word of so many signs names a thing, and says what is wrong with it.
LONG_WORD = 4
# A matter is no more than this share of the sheet.
MOST_OF_A_SHEET = 0.5
# What is told where its type is, whatever weight is on it.
_APART = (FactType.REQUEST, FactType.STANCE, FactType.DUTY, FactType.FUND)
# Of these links the source answers the target.
_ANSWERING = ("problem", "gap", "rest", "check")
# A longer row of figures tells of several things, and what answers one of them is another matter.
MOST_OF_A_STORY = 3


def gathered(units: Sequence[Unit], material: Material) -> Mapping[int, int]:
    """Return the units of each matter on which the leader wants weight, with the first task of the matter.

    They have his words for it, or are linked or share rare words with what went wrong. A matter without
    a task, or of more than half the sheet, is not gathered; nor is anything at a ceremony.
    """
    wishes = material.wishes(IntentKind.STRESS)
    if not wishes or material.kind in CEREMONIAL:
        return {}
    nouns = Nouns([fact for unit in units for fact in unit.facts])
    linked = set(_linked(units, material))
    found: dict[int, int] = {}
    having = [_having(units, wish, material, nouns) for wish in wishes]
    for number, wish in enumerate(wishes):
        others = set[int]().union(*having[:number], *having[number + 1 :])
        whole = _whole(units, having[number], linked, nouns)
        if all(units[n].tasks or units[n].type in MEANS for n in whole):
            # Nothing is wrong in what has the word itself.
            whole = _whole(units, _having_thing(units, wish), linked, nouns)
        tasks = [n for n in sorted(whole) if units[n].tasks]
        if tasks and len(whole) <= len(units) * MOST_OF_A_SHEET:
            told = (n for n in whole if units[n].tasks or n not in others)
            found |= {n: tasks[0] for n in told if n != tasks[0] and _may_move(n, units, material)}
    return found


def _linked(units: Sequence[Unit], material: Material) -> Iterator[tuple[int, int]]:
    """Yield the places of what answers something and of what it answers; 3201 is only where both are."""
    places = {fact.id: n for n, unit in enumerate(units) for fact in unit.facts}
    for link in material.links:
        plain = link.why.isdigit() or link.why in material.meeting
        if link.kind in _ANSWERING and not plain and {link.source, link.target} <= places.keys():
            yield places[link.source], places[link.target]


def _having(units: Sequence[Unit], wish: Intent, material: Material, nouns: Nouns) -> set[int]:
    """Return the units that tell of what a wish is about, with the few that have a word of its words."""
    told = {n for n, unit in enumerate(units) if any(material.stressed_by(wish, f) for f in unit.facts)}
    called = {f.label for n in told for f in units[n].facts if len(f.label) >= 2}
    near = {n for n, unit in enumerate(units) if any(unit.facts[0].topic.endswith(c) for c in called)}
    for word in map(matter_of, wish.words):
        shared = [{p for f in unit.facts for p in nouns.rare(f)} & pairs_in(word) for unit in units]
        # Where one has both words of a matter, what has only the first tells of another: 停机63小时 is not
        # about 停机清煤.
        least = 2 if any(len(each) > 1 for each in shared) else 1
        named = _having_head(units, word)
        near |= {
            n
            for n, unit in enumerate(units)
            if len(shared[n]) >= least
            or word[-2:] in shared[n]
            or n in named
            or any(len(shared_words(word, f.text)) >= LEAST_SHARED for f in unit.facts)
        }
    return told | near if len(near - told) <= MOST_SHARING else told


def _having_head(units: Sequence[Unit], word: str) -> set[int]:
    """Return the few units with what a longer word is about: 抽血 of 老人抽血, in 抽血处 as well."""
    having = {n for n, unit in enumerate(units) if any(word[-2:] in f.text for f in unit.facts)}
    return having if len(word) >= LONG_WORD and len(having) <= MOST_OF_A_STORY else set()


def _having_thing(units: Sequence[Unit], wish: Intent) -> set[int]:
    """Return the units with the thing of a wish that says what is wrong with it: 疫木 of 疫木下山."""
    things = [matter_of(word)[:2] for word in wish.words if len(matter_of(word)) >= LONG_WORD]
    return {n for n, u in enumerate(units) if any(thing in f.text for thing in things for f in u.facts)}


def _whole(
    units: Sequence[Unit], having: set[int], linked: Collection[tuple[int, int]], nouns: Nouns
) -> set[int]:
    """Return the units that tell of a matter, with the tasks that answer what is wrong, and their checks."""
    told = [n for n in having if not units[n].tasks and units[n].type not in MEANS]
    wrong = [n for n in told if len(units[n].statements) <= MOST_OF_A_STORY]
    facts = [fact for n in wrong for fact in units[n].facts]
    answers = {
        n
        for n, unit in enumerate(units)
        if unit.tasks or unit.type is FactType.CHECK
        if any((n, each) in linked for each in wrong) or nouns.nearness(unit.facts, facts) >= NEAR
    }
    checks = {n for n, unit in enumerate(units) if any(s.type is FactType.CHECK for s in unit.statements)}
    return having | answers | {n for n in checks if any((n, each) in linked for each in answers)}


def _may_move(number: int, units: Sequence[Unit], material: Material) -> bool:
    """Whether a unit may be told elsewhere: no figure of a row, no story that stands among its like."""
    unit = units[number]
    if unit.type is FactType.CASE and material.kind in ("warning-education", *WARM):
        return False
    alone = sum(each.line == unit.line for each in units) == 1
    return unit.type not in _APART and bool(alone or unit.tasks or unit.type in (*WRONG, FactType.CHECK))
