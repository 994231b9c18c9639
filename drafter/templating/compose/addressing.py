"""Words to those to whom the leader wants to speak: in the sense of his wish, with what it tells of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.facts.audiences import AT_WORK, audiences_of
from drafter.facts.names import name_at
from drafter.facts.sheet import Intent, IntentKind
from drafter.facts.wish_facts import facts_within
from drafter.templating.compose.choice import Chooser
from drafter.templating.compose.composition import Paragraph, Sentence, sentence
from drafter.templating.compose.deeds import ABSENT, Deed, words_to_others
from drafter.templating.compose.frames import OCCASIONS
from drafter.templating.compose.material import WARM, Material
from drafter.templating.compose.passages import phrase
from drafter.templating.compose.sternness import WARNS, WARNS_AGAIN, is_on_money, is_stern, tells_what_follows
from drafter.templating.compose.wished import wished

# What is shorter does not tell whom one speaks to.
SHORTEST_CALL = 2
# Wishes for praise that ask for a word to those named.
_ENCOURAGES = re.compile("鼓|打气|团结")
# The natures that the words of a wish may give what is said: its sense. The table of natures has them.
_SENSES = frozenset({"鼓励", "提气", "公道话", "体己话", "宽慰话", "道辛苦", "撑腰"})
# At a warning a heart-to-heart may warn; who is to hear a fair or a warm word is not warned.
_MILD = frozenset({"鼓励", "提气", "公道话", "宽慰话", "道辛苦", "撑腰"})
# Who is named as people, and needs no 的同志 behind it.
_PEOPLE = re.compile(
    "同志|老师|朋友|战友|工人|干部|代表|企业家|同学|医生|护士|阿姨|师傅|姑娘|民兵|青年|同事|学生|员工|职工|大爷|大娘|大妈|大姐|弟兄|孩子|家长"
    "|群众|班主任|家属|户$|员$|[的们轻]?人$|们$"
)
# They are not in the hall: one speaks of them, and not to them.
# Whom an accident has struck is not warned.
_BEREAVED = re.compile("家属|亲属|家人|遇难|伤者")
# So many sentences a passage has between its first and its last; what the sheet tells of the people counts.
MOST_TOLD, LEAST_OWN = 4, 2
# What presses on those who carry people out at night is said where the stress of the speech is on that.
_OF_STRESS = frozenset({"夜里"})
# 钱少山大: a lot in a few words, and no deed.
_LOT = re.compile("(?:[一-鿿]{1,2}(?:[少多大重高远低苦累险杂长小紧难]))+")
# 少盯分数: what they are to do, and nothing that they did.
_TO_DO = re.compile("(?:少|多|常|早点|慢点|别(?!空|训|讲|说|写|太|端|像))(?![讲说提谢写])")


def addresses(material: Material, chooser: Chooser, deeds: Sequence[Deed]) -> list[Paragraph]:
    """Return a passage for each group of people to whom the leader wants to speak."""
    wanted = [i for i in material.intents if i.kind is IntentKind.ADDRESS or encourages(i)]
    wanted = [intent for intent in wanted if intent.words and not wished(intent, material)]
    passages = [
        _passage(intent, material, chooser, next((d for d in deeds if d.intent is intent), None))
        for intent in wanted
    ]
    return [told for told in passages if told]


def encourages(intent: Intent) -> bool:
    """Whether a wish for praise asks for a word that encourages those named."""
    return intent.kind is IntentKind.PRAISE and bool(_ENCOURAGES.search(intent.text))


def _passage(intent: Intent, material: Material, chooser: Chooser, deed: Deed | None) -> Paragraph:
    to = re.sub("(?<=.)多$", "", intent.words[0])
    if len(to) < SHORTEST_CALL:
        return ()
    if ABSENT.search(intent.text):
        return (sentence(_of_absent(to, facts_within(intent))),)
    if is_stern(intent, material):
        return _sternly(to, deed, material, chooser)
    if not _PEOPLE.search(to) and not audiences_of(to) and name_at(to, 0) != to:
        to = f"{to}的同志"
    facts = [sentence(f"{s.words}。", s.ids) for s in deed.statements] if deed else []
    facts += [sentence(_of_them(fact)) for fact in facts_within(intent)]
    senses = chooser.frames.natures_of(intent.text) & _SENSES
    warns = is_on_money(material) and not senses & _MILD and not _BEREAVED.search(to)
    told = _warning(to, chooser) if warns else _understanding(to, senses, len(facts), material, chooser)
    lead = phrase(chooser, "passage", "link", {"to": to}, f"to {to}")
    others = words_to_others(deed, chooser) if deed else []
    return tuple(s for s in (lead, *facts, *others, *told) if s is not None)


def _sternly(to: str, deed: Deed | None, material: Material, chooser: Chooser) -> Paragraph:
    """Return firm words to those named, around what the sheet tells of them: what they did, what follows."""
    told = deed.statements if deed else ()
    follows = [s for s in told if tells_what_follows(s)]
    done = [sentence(f"{s.words}。", s.ids) for s in told if s not in follows]
    before = not done and any(to.removesuffix("们") in fact.text for fact in material.told())
    own = {
        function: phrase(chooser, "passage", function, {"to": to}, f"stern {to}", [WARNS])
        for function in ("weigh", "contrast", "address")
    }
    lead = phrase(chooser, "passage", "link", {"to": to}, f"stern {to}", [WARNS_AGAIN if before else WARNS])
    after = [sentence(f"{s.words}。", s.ids) for s in follows]
    said = (lead, *done, own["weigh"], own["contrast"], *after, own["address"])
    return tuple(s for s in said if s is not None)


def _of_them(fact: str) -> str:
    """Return what a wish tells of those spoken to, or what it wants of them, as said to them."""
    if _LOT.fullmatch(fact):
        return f"{fact}，这是实情。"
    return f"有一句请记住：{fact}。" if _TO_DO.match(fact) else f"你们{fact}。"


def _of_absent(to: str, facts: tuple[str, ...]) -> str:
    """Return what those in the hall are told of those who are not in it."""
    if facts:
        return f"{to}那边，要多体谅：他们{'，'.join(facts)}。"
    return f"{to}那边，请去的同志把话说得软一些，多替他们想一想。"


def _warning(to: str, chooser: Chooser) -> list[Sentence | None]:
    """Return what warns those named, and shields them by it."""
    about = (OCCASIONS["warning-education"],)
    functions = ("contrast", "weigh", "weigh", "weigh", "address")
    return [phrase(chooser, "passage", f, {"to": to}, f"to {to}{n}", about) for n, f in enumerate(functions)]


def _understanding(
    to: str, senses: frozenset[str], facts: int, material: Material, chooser: Chooser
) -> list[Sentence | None]:
    """Return what is said in the sense of a wish, then what is true of such people, and a last word."""
    key, forms = f"to {to}", {"to": to}
    sense = phrase(chooser, "passage", "weigh", forms, f"{key} sense", senses) if senses else None
    about = audiences_of(to) or (frozenset() if material.kind in WARM else frozenset({AT_WORK}))
    about |= _pressed(material, chooser)
    room = max(LEAST_OWN, MOST_TOLD - facts - (sense is not None))
    functions = ("weigh", "contrast", "weigh", "weigh")[:room]
    own = [phrase(chooser, "passage", f, forms, f"{key}{n}", about) for n, f in enumerate(functions)]
    ends = (
        phrase(chooser, "passage", "address", forms, f"{key} end", each) for each in (senses, about) if each
    )
    end = next((s for s in ends if s is not None), None)
    return [sense, *own, end or phrase(chooser, "passage", "address", forms, f"{key} end")]


def _pressed(material: Material, chooser: Chooser) -> frozenset[str]:
    """Return what the stress of the speech is on, where it presses on those who do it."""
    stressed = "".join(w for i in material.wishes(IntentKind.STRESS) for w in i.words)
    return chooser.frames.natures_of(stressed) & _OF_STRESS
