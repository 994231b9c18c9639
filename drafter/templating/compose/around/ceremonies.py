"""What is said at a ceremony besides the facts: nothing that fits what is wrong, and little of a deed."""

from __future__ import annotations

from collections.abc import Collection

from drafter.facts import patterns as re
from drafter.facts.sheet import FactType, IntentKind
from drafter.templating.compose.comments.frame import OCCASIONS
from drafter.templating.compose.material import CEREMONIAL, Material

# Where people are honoured, nothing is said that fits what is wrong.
CEREMONIES = frozenset(OCCASIONS[kind] for kind in ("commendation", "address", "inaugural"))
# A deed is told, and nothing made of it.
_PLAIN_DEEDS = re.compile("(?:不|别|莫)[要再]{0,2}(?:拔高|煽情)|[讲说]到[^，]{2,10}就停|[讲说]完[就]?不评")
# Of what a ceremony says more than the fact.
_CELEBRATED = (
    FactType.ACHIEVEMENT, FactType.AWARD, FactType.CASE, FactType.PROMISE, FactType.FUND,
)  # fmt: skip
_ADMITTED = (FactType.PROBLEM, FactType.CAUSE, FactType.GAP, FactType.CHECK)
# Who does what, and who decided it, is said to nobody's face while others are honoured.
_ORDERED = (FactType.DUTY, FactType.BASIS)


def ends_with_deed(material: Material) -> bool:
    """Return whether the leader wants deeds told and nothing made of them: 讲到人没伤就停，不要再拔高."""
    # What an accident teaches is told, however plainly of the dead.
    return material.kind != "warning-education" and any(
        _PLAIN_DEEDS.search(intent.text) for intent in material.intents
    )


# Prizes are a feast by their name, and where the leader wants one, `tone: warm` in a YAML.
_PRIZES = re.compile("颁奖|典礼|仪式|大赛|竞赛|比赛|联欢|晚会")
_GLAD = re.compile(
    "^warm$|喜庆|喜气|热闹|高高兴兴|(?:别|不)(?:要|许)?(?:训人|讲大道理|像?(?:布置|部署|安排)(?:工作|任务)?)"
)


def is_feast(material: Material) -> bool:
    """Return whether people are honoured at a feast: what lies ahead is told there, and not deployed."""
    glad = any(_GLAD.search(intent.text) for intent in material.intents)
    return material.kind == "commendation" and bool(glad or _PRIZES.search(material.meeting))


def is_told_plainly(type_: FactType, material: Material) -> bool:
    """Return whether nothing is made of a fact at a feast: what is to be done, and who does it."""
    return type_ in (FactType.TASK, FactType.FUND, *_ORDERED, *_ADMITTED) and is_feast(material)


def thanks_first(material: Material) -> bool:
    """Return whether thanks stand behind the congratulations, as the wish says: 先祝贺选手，再谢家里人."""
    texts = [intent.text for intent in material.intents]
    then = any(_THEN_THANKS.match(intent.text) for intent in material.wishes(IntentKind.THANKS))
    return material.kind in CEREMONIAL and then and any(map(_CONGRATULATES.match, texts))


_CONGRATULATES = re.compile("(?:先|首先|开头)?祝贺")
_THEN_THANKS = re.compile("(?:再|然后|接着|随后)(?:感谢|谢)")


def is_out_of_place(type_: FactType, natures: Collection[str], *, stressed: bool) -> bool:
    """Return whether nothing is made of a fact at a ceremony: how things stand, and who is to do what."""
    if OCCASIONS["address"] in natures:
        return type_ not in _CELEBRATED
    plain = type_ in (FactType.SITUATION, *_ORDERED) or (type_ in _ADMITTED and not stressed)
    return OCCASIONS["commendation"] in natures and plain
