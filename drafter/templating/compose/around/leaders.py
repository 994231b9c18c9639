"""How those are called who are honoured: a person by his name, a body with the one who leads it."""

from __future__ import annotations

from os.path import commonprefix

from drafter.facts import patterns as re
from drafter.facts.people.audiences import are_people
from drafter.facts.sheet import Intent, IntentKind
from drafter.templating.compose.material import Material

# 牧野老师 is called so; 段青山让晒坝 names him and tells what he did.
LONGEST_TITLE = 2


def with_leader(who: str, intent: Intent, material: Material) -> str:
    """Return a body that is praised with the one who leads it, where a wish names him: 骨科和护士长葛平.

    His post is told by the wish, 主任叫葛青岩, or by who spoke before.
    """
    if are_people(who):
        return who
    if led := re.search("([一-鿿]{2,4})叫 *([一-鿿]{2,4})(?=$|[，。；])", intent.text):
        return f"{who}和{led[1]}{led[2]}"
    named = {word for i in material.wishes(IntentKind.NAME) for word in i.words}
    for step in material.before:
        front = commonprefix((who, step.who))
        post = _up_to(named, step.who).removeprefix(front)
        # 重机、铸锻两家发言: who spoke beside it does not lead it.
        if len(front) > 1 and post and post[0] not in "、和与":
            return f"{who}和{post}"
    return who


def _up_to(names: set[str], words: str) -> str:
    """Return words up to the first of the names that stands in them; "" where none does."""
    return next((words[: words.index(n) + len(n)] for n in names if len(n) > 1 and n in words), "")


def called(who: str, person: str) -> str:
    """Return how he is called who is honoured: as the wish calls him, where that is his name and no more."""
    more = who.removeprefix(person) if person and who.startswith(person) else ""
    return person if len(more) > LONGEST_TITLE else who
