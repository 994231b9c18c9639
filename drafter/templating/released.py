"""What a press release says of the facts of a meeting: nothing internal, nobody who is to stay unnamed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape
from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.sheet import Fact, FactType, IntentKind
from drafter.library import Library
from drafter.models.parameters import Parameters
from drafter.models.paths import value_at
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.ties import linked
from drafter.templating.compose.words.clauses import spoken
from drafter.templating.composed import composition_of
from drafter.templating.event import event_of
from drafter.templating.values import Value

# What the meeting does with facts of these types, in the order of a release.
VERBS = (
    ("指出", (FactType.AWARD, FactType.ACHIEVEMENT, FactType.SITUATION)),
    ("要求", (FactType.TASK,)),
    ("明确", (FactType.PROMISE,)),
)
# What is for the hall only.
_INTERNAL = re.compile(
    "没(?!有人员伤亡)|未|不[良力足够到听齐全准]|缺|差|逾期|滞后|超期|投诉|事故|损失|病险|隐患|风险|倒数|退(?!休|耕|役)|亏|欠"
    "|约谈|通报|整改|倒查|跌倒|差错|其余|剩下|还[有差剩]|只有|低于|低了|降到|坏|漏|堵|骂|意见大|晚了|迟"
    "|毛病|问题|处分|处罚|罚|案|纪委|回头看|抽查|暗访|督|盯|辞|走了|走的|说要|嫌|讨|挨|难"
)
# What may stand beside what is told, in the same sentence of the sheet.
_BESIDE = (FactType.DUTY, FactType.THANKS)
# A task so linked answers a fault.
_ANSWERS = ("rest", "problem", "cause", "gap")


class Released(Struct, frozen=True):
    """A sentence of a release: what the meeting does, and the facts."""

    verb: str
    text: Markup


def released_of(given: Parameters, library: Library) -> tuple[Released, ...]:
    """Return what a release says of the facts ``given``: tasks only where the meeting hands them out."""
    material, composition = composition_of(given, library.folders)
    hands_out = event_of(material, composition).hands_out
    verbs = [row for row in VERBS if hands_out or FactType.TASK not in row[1]]
    told = {type_ for _verb, types in verbs for type_ in types}
    # What stands with something internal says nothing without it: 没办结的172件，7月底前有结果.
    internal = {
        fact.group
        for fact in material.facts
        if fact.type not in _BESIDE
        and (fact.type not in told or not _is_public(fact, spoken(fact, material), material))
    }
    undecided = {id_ for blank in material.blanks for id_ in blank.about}
    internal |= {fact.group for fact in material.facts if fact.id in undecided}
    public = [fact for fact in material.told() if fact.group not in internal]
    found = ((verb, _joined(types, public, material, given)) for verb, types in verbs)
    return tuple(Released(verb, said) for verb, said in found if said)


def _joined(
    types: Sequence[FactType], facts: Sequence[Fact], material: Material, given: Parameters
) -> Markup:
    """Return what is said of the facts of some types: those of one sentence with a comma, as on the sheet."""
    said, before = Markup(""), None
    for fact in facts:
        words = spoken(fact, material)
        # A blank tells outsiders what is still open.
        if fact.type in types and bare(words) == words:
            goes_on = before is not None and fact.group == before.group and fact.sign
            mark = "" if before is None else "，" if goes_on else "；"
            said += escape(mark) + as_given(words, fact, given)
            before = fact
    return said


def as_given(words: str, fact: Fact, given: Parameters) -> Markup:
    """Return the words of a fact, as the value of the YAML where they are all of it."""
    return escape(Value.of(words, fact.id) if value_at(given, fact.id) == words else words)


def _is_public(fact: Fact, words: str, material: Material) -> bool:
    spared = [other.who for other in material.facts if other.named is False and other.who]
    spared += [
        word for intent in material.wishes(IntentKind.NO_NAME) for word in intent.words if len(word) > 1
    ]
    internal = _INTERNAL.search(words) or linked(material.links, fact, *_ANSWERS)
    return not internal and fact.named is not False and not _any_in(spared, words)


def _any_in(names: Iterable[str], words: str) -> bool:
    return any(name in words for name in names)
