"""Words to those to whom the leader wants to speak: in the sense of his wish, with what it tells of them."""

from __future__ import annotations

import re

from drafter.facts.people import name_at
from drafter.facts.sheet import Intent, IntentKind
from drafter.facts.wish_facts import facts_within
from drafter.templating.compose.choice import Chooser
from drafter.templating.compose.composition import Paragraph, Sentence, sentence
from drafter.templating.compose.frames import OCCASIONS
from drafter.templating.compose.material import Material
from drafter.templating.compose.passages import phrase
from drafter.templating.compose.wished import wished

# What is shorter does not tell whom one speaks to.
SHORTEST_CALL = 2
# Wishes for praise that ask for a word to those named.
_ENCOURAGES = re.compile("鼓|打气|团结")
# The natures that the words of a wish may give what is said: its sense. The table of natures has them.
_WARNS = "敲打"
_SENSES = frozenset({"鼓励", "提气", "公道话", "体己话", "宽慰话", "道辛苦", "撑腰", _WARNS})
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
_ABSENT = re.compile("那边|那头|捎")
# With fewer sentences for those spoken to, sentences for anybody are added.
LEAST_TOLD = 3


def addresses(material: Material, chooser: Chooser) -> list[Paragraph]:
    """Return a passage for each group of people to whom the leader wants to speak."""
    wanted = [i for i in material.intents if i.kind is IntentKind.ADDRESS or encourages(i)]
    wanted = [intent for intent in wanted if intent.words and not wished(intent, material)]
    passages = [_passage(intent, material, chooser) for intent in wanted]
    return [told for told in passages if told]


def encourages(intent: Intent) -> bool:
    """Whether a wish for praise asks for a word that encourages those named."""
    return intent.kind is IntentKind.PRAISE and bool(_ENCOURAGES.search(intent.text))


def _passage(intent: Intent, material: Material, chooser: Chooser) -> Paragraph:
    to = re.sub("(?<=.)多$", "", intent.words[0])
    if len(to) < SHORTEST_CALL:
        return ()
    if _ABSENT.search(intent.text):
        return (sentence(_of_absent(to, facts_within(intent))),)
    if not _PEOPLE.search(to) and name_at(to, 0) != to:
        to = f"{to}的同志"
    borne = [sentence(f"你们{fact}。") for fact in facts_within(intent)]
    senses = chooser.frames.natures_of(intent.text) & _SENSES
    warns = _WARNS in senses or material.kind == "warning-education" and not senses & _MILD
    warns = warns and not _BEREAVED.search(to)
    told = _warning(to, chooser) if warns else _understanding(intent, to, senses, material, chooser)
    lead = phrase(chooser, "passage", "link", {"to": to}, f"to {to}")
    return tuple(s for s in (lead, *borne, *told) if s is not None)


def _of_absent(to: str, facts: tuple[str, ...]) -> str:
    """Return what those in the hall are told of those who are not in it."""
    if facts:
        return f"{to}那边，要多体谅：他们{'，'.join(facts)}。"
    return f"{to}那边，话要说得软一些，多替他们想一想。"


def _warning(to: str, chooser: Chooser) -> list[Sentence | None]:
    """Return what warns those named, and shields them by it."""
    about = (OCCASIONS["warning-education"],)
    functions = ("contrast", "weigh", "weigh", "weigh", "address")
    return [phrase(chooser, "passage", f, {"to": to}, f"to {to}{n}", about) for n, f in enumerate(functions)]


def _understanding(
    intent: Intent, to: str, senses: frozenset[str], material: Material, chooser: Chooser
) -> list[Sentence | None]:
    """Return what is said in the sense of a wish, then of their work, then what is true of anybody."""
    stressed = "".join(w for i in material.wishes(IntentKind.STRESS) for w in i.words)
    work = chooser.frames.natures_of(f"{to}，{stressed}")
    key = f"to {to}"
    told = [phrase(chooser, "passage", "weigh", {"to": to}, f"{key} sense", senses)] if senses else []
    functions = ("contrast", "weigh", "weigh", "weigh")
    about = work | senses
    told += [phrase(chooser, "passage", f, {"to": to}, f"{key}{n}", about) for n, f in enumerate(functions)]
    if sum(s is not None for s in told) < LEAST_TOLD:
        told += [phrase(chooser, "passage", f, {"to": to}, f"{key} {f}") for f in ("contrast", "weigh")]
    end = phrase(chooser, "passage", "address", {"to": to}, f"{key} end", senses) if senses else None
    return [*told, end or phrase(chooser, "passage", "address", {"to": to}, f"{key} end")]
