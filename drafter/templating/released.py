"""What a press release says of the facts of a meeting: nothing internal, nobody who is to stay unnamed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape
from msgspec import Struct

from drafter.facts.sheet import Fact, FactType, IntentKind
from drafter.library import Library
from drafter.models.parameters import Parameters
from drafter.models.paths import value_at
from drafter.templating.compose.clauses import spoken
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import Material
from drafter.templating.compose.ties import linked
from drafter.templating.composed import composition_of
from drafter.templating.values import Value

# What the meeting does with facts of these types, in the order of a release.
VERBS = (
    ("指出", (FactType.AWARD, FactType.ACHIEVEMENT, FactType.SITUATION)),
    ("要求", (FactType.TASK,)),
    ("明确", (FactType.PROMISE,)),
)
# What is for the hall only.
_INTERNAL = re.compile(
    "没(?!有人员伤亡)|未|不良|不力|缺|差|逾期|滞后|超期|投诉|事故|损失|病险|隐患|风险|倒数|退|亏|欠|约谈|通报|整改|倒查|跌倒|差错|其余|剩下"
)
# A task so linked answers a fault.
_ANSWERS = ("rest", "problem", "cause", "gap")


class Released(Struct, frozen=True):
    """A sentence of a release: what the meeting does, and the facts."""

    verb: str
    text: Markup


def released_of(given: Parameters, library: Library) -> tuple[Released, ...]:
    """Return what a release says of the facts ``given``."""
    material, _composition = composition_of(given, library.folders)
    found = ((verb, _joined(types, material, given)) for verb, types in VERBS)
    return tuple(Released(verb, said) for verb, said in found if said)


def _joined(types: Sequence[FactType], material: Material, given: Parameters) -> Markup:
    """Return what is said of the facts of some types: those of one sentence with a comma, as on the sheet."""
    said, before = Markup(""), None
    for fact in material.told():
        words = spoken(fact, material)
        # A blank tells outsiders what is still open.
        if fact.type in types and bare(words) == words and _is_public(fact, words, material):
            goes_on = before is not None and fact.group == before.group and fact.sign
            mark = "" if before is None else "，" if goes_on else "；"
            is_whole = value_at(given, fact.id) == words
            said += escape(mark) + escape(Value.of(words, fact.id) if is_whole else words)
            before = fact
    return said


def _is_public(fact: Fact, words: str, material: Material) -> bool:
    spared = [other.who for other in material.facts if other.named is False and other.who]
    spared += [
        word for intent in material.wishes(IntentKind.NO_NAME) for word in intent.words if len(word) > 1
    ]
    internal = _INTERNAL.search(words) or linked(material.links, fact, *_ANSWERS)
    return not internal and fact.named is not False and not _any_in(spared, words)


def _any_in(names: Iterable[str], words: str) -> bool:
    return any(name in words for name in names)
