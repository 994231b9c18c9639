"""What stands around the parts: opening, words to those named, thanks, the days, closing."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from drafter.facts.intents import TOLD_ALREADY
from drafter.facts.numbers import in_numerals
from drafter.facts.sheet import FactType, IntentKind, Step
from drafter.templating.compose.choice import Chooser
from drafter.templating.compose.composition import Paragraph, Sentence, field_mark, pieces_of
from drafter.templating.compose.headings import thing_of, topic_of
from drafter.templating.compose.material import Material
from drafter.templating.compose.moves import sentence
from drafter.templating.compose.statements import Statement
from drafter.templating.compose.wished import all_wished

_VERBS = "通报|介绍|宣读|宣布|布置|汇报|部署|观看|参观|颁发|分析|解读|传达|提出|提"
_SPEAKS = re.compile("讲话|总结|致辞|致词|讲|提要求|收尾|发言|作报告|布置|部署")
# Of whom one tells what he has in hand, and for how many it is worth a sentence.
_HELD = (FactType.TASK, FactType.PROMISE, FactType.DUTY)
LEAST_OWNERS = 3
# 定前开两场居民会 tells what is done first, and nobody who has it in hand.
_NO_OWNER = re.compile(r"[一两三\d][一-鿿]|[开把前后再先]")
LONGEST_TOPIC = 14
# Wishes for praise that tell of faults owned up to.
OWNED_UP = re.compile("态度|整改|认账|检讨")
# Kinds that end with thanks, whatever follows.
_CEREMONIES = ("address", "commendation", "inaugural")
# Who speaks next, as a wish tells it: 县委书记还要讲.
_NEXT = re.compile("([一-鿿]{2,8}?)(?:还要|最后|随后|之后还?要?|后面还?要?)(?:讲话?|总结|提要求)(?:$|，)")
# Of what words are to be said: 漏油这件事他要说“先怪我”.
_SAID_OF = re.compile(
    "([一-鿿]{2,12}(?:这件事|这事|的事|上))(?:他|她|我|领导|[一-鿿]{0,2}[长总])?(?:自己)?[要想]"
)
# What is seen in the hall.
_FILM = re.compile("片|视频|动画|录像")
_WISH_WORDS = re.compile("别|不要|不能再|勿|莫|要给|也不|不许|不准")


def phrase(
    chooser: Chooser,
    says: str,
    function: str,
    forms: Mapping[str, str],
    key: str,
    about: Collection[str] = (),
    facts: tuple[str, ...] = (),
) -> Sentence | None:
    """Return a sentence of a frame that says no statement, or None if no frame is left."""
    frame = chooser.choose(says, function, forms, key=key, section=says, natures=about, only=bool(about))
    if frame is None:
        return None
    chooser.use(frame, says)
    return Sentence(tuple(pieces_of(frame.filled(forms))), facts, (), function, frame.text)


# 奏国歌: what all have just taken part in is not told.
_RITE = re.compile("(?:奏|唱|升|鸣|默哀|全体起立)")


def past(step: Step) -> str:
    """Return a step of the agenda as what was done: 通报排查 as 通报了排查."""
    does = step.does.strip("，。 ")
    if does == step.who or not does or step.who == "我":
        return ""
    if not step.who and re.fullmatch("[一-鿿]{2,6}(?:代表|领导)", does):
        return f"{does}讲了话"
    if re.search(r"等\d+[人位家]$", does):
        # 唱队队长金枝等8人: who spoke, without a word that they did.
        return f"{step.who}{does}作了发言"
    if does in ("表态", "发言", "总结", "汇报"):
        return f"{step.who}作了{does}"
    if does == "颁奖":
        return f"{step.who}颁了奖"
    does = re.sub(f"^((?:分别|先后|依次|各自)?(?:{_VERBS}))了?(?=[\\u4e00-\\u9fff\\d])", r"\1了", does)
    does = re.sub("^([报念讲说作看放])了?(?=[\\u4e00-\\u9fff\\d])(?!告)", r"\1了", does)
    return f"{step.who}{re.sub('[（(].*?[)）]', '', does)}".replace("作了了", "作了")


def opening(material: Material, chooser: Chooser, first: Sequence[Sentence] = ()) -> list[Paragraph]:
    """Return the opening: the ``first`` words, who spoke before, what was said, who speaks after."""
    found = _recalled(material, chooser)
    found.extend(sentence(each.text) for each in all_wished(material, "front"))
    found.extend(_praise(material, chooser))
    found.extend(_already_told(material, chooser))
    if who := next_speaker(material):
        found.append(phrase(chooser, "agenda", "state", {"who": who}, "after", ["会后"]))
    if not any((*first, *found)) and material.kind != "symposium":
        found.append(_topic(material, chooser))
    found.append(_welcome(material, chooser))
    told = tuple(s for s in found if s is not None)
    return [paragraph for paragraph in (tuple(first), told) if paragraph]


def _recalled(material: Material, chooser: Chooser) -> list[Sentence | None]:
    """Return what was seen and said before."""
    found: list[Sentence | None] = []
    steps = [text for step in material.before if not _RITE.match(step.does) and (text := past(step))]
    if material.visits and _FILM.search(material.visits):
        steps.insert(0, material.visits)
    elif material.visits:
        found.append(phrase(chooser, "agenda", "state", {"clause": material.visits}, "spot", ["现场"]))
    if steps:
        clause = "，".join(dict.fromkeys(steps))
        about = "礼前" if material.kind == "address" else "会前"
        found.append(phrase(chooser, "agenda", "state", {"clause": clause}, "before", [about]))
        if material.kind == "symposium":
            found.append(phrase(chooser, "agenda", "address", {}, "heard", ["会前"]))
    return found


def _topic(material: Material, chooser: Chooser) -> Sentence | None:
    """Return a word on what the meeting is about."""
    topic = topic_of(material) if material.meeting else ""
    if not 2 <= len(topic) <= LONGEST_TOPIC:
        return None
    return phrase(chooser, "opening", "state", {"topic": topic}, "topic")


def _welcome(material: Material, chooser: Chooser) -> Sentence | None:
    """Return a word to those in other halls, to guests, or to those who were heard."""
    if re.search("电视|视频", material.mode):
        return phrase(chooser, "opening", "address", {}, "branches", ["分会场"])
    if material.kind == "symposium":
        return phrase(chooser, "opening", "address", {}, "seminar", ["座谈"])
    return None


def roadmap(headings: Sequence[str], chooser: Chooser) -> Sentence | None:
    """Return a sentence that names the points of the speech; None where one has no heading."""
    named = [heading for heading in headings if heading]
    if not 2 <= len(named) <= 5 or len(named) < len(headings) or chooser.tone == "暖":
        return None
    forms = {"count_word": in_numerals(len(headings)), "clause": "，".join(headings)}
    return phrase(chooser, "opening", "link", forms, "roadmap")


def next_speaker(material: Material) -> str:
    """Return who speaks after the speech; "" where nobody does."""
    for step in material.after:
        own = any(post and step.who and post.endswith(step.who) for post in material.posts)
        if (
            step.who
            and not step.who.startswith(("听", "各", "讲", "一", "最后"))
            and _SPEAKS.search(step.does)
            and not own
            and "表态" not in step.does
        ):
            return step.who
    said = (_NEXT.match(intent.text) for intent in material.wishes(IntentKind.OTHER))
    return next((match[1] for match in said if match), "")


def _praise(material: Material, chooser: Chooser) -> list[Sentence | None]:
    """Return a word on those who spoke of their own faults before, where the leader wants it praised."""
    found: list[Sentence | None] = []
    for intent in material.wishes(IntentKind.PRAISE):
        for step in material.before if OWNED_UP.search(intent.text) else ():
            for who in re.split("、", step.who):
                # 掘进二队班长牛志刚 is called 牛志刚 by the wish.
                called = who if who in intent.text else next((w for w in intent.words if w in who), "")
                if len(called) >= 2:
                    given = {"who": called}
                    found.append(phrase(chooser, "agenda", "address", given, intent.text, ["态度"]))
    return found


def _already_told(material: Material, chooser: Chooser) -> list[Sentence | None]:
    """Return a word on what another speaker has told and what is not to be told again."""
    found: list[Sentence | None] = []
    for intent in material.wishes(IntentKind.AVOID):
        told = TOLD_ALREADY.search(intent.text)
        who = next((s.who for s in material.before if s.who and s.who in intent.text), "")
        words = "、".join(w for w in intent.words if len(w) >= 2 and not _WISH_WORDS.match(w))
        if told and who and words:
            found.append(
                phrase(chooser, "agenda", "state", {"topic": words, "who": who}, intent.text, ["已讲"])
            )
    return found


def kept_words(material: Material) -> list[Paragraph]:
    """Return the words that are to be said as they are, where no fact has them."""
    wanted = [(sentence(each.text),) for each in all_wished(material, "behind")]
    return [*wanted, *_quoted(material)]


def _quoted(material: Material) -> list[Paragraph]:
    told = "".join(fact.text for fact in material.told())
    said: list[str] = []
    for intent in material.wishes(IntentKind.QUOTE):
        for word in (w.rstrip("。") for w in intent.words if w not in told):
            about = _SAID_OF.match(intent.text)
            said.append(f"{about[1]}，{word}。" if about else f"有一句话说在这里：{word}。")
    for intent in material.wishes(IntentKind.STRESS):
        if begun := re.search("先(?P<whom>从[^，,]{2,14})(?P<verb>[改做抓管查严])起", intent.text):
            said.append(f"从哪里{begun['verb']}起？先{begun['whom']}{begun['verb']}起。")
    return [(sentence(text),) for text in said]


def owners(statements: Sequence[Statement], chooser: Chooser) -> list[Paragraph]:
    """Return who has what in hand, where three or more have something of their own."""
    found: dict[str, tuple[str, str]] = {}
    for statement in statements:
        for fact in statement.facts if statement.type in _HELD else ():
            thing = thing_of(fact.topic)
            nouny = len(thing) > 2 and not re.search("[只不要]|那$|^清|、", thing)
            named = len(fact.owners) == 1 and not _NO_OWNER.search(fact.owners[0])
            if named and nouny and thing[:3] not in fact.owners[0]:
                found.setdefault(thing, (fact.id, fact.owners[0].replace(" ", "")))
    if len(found) < LEAST_OWNERS or len({owner for _id, owner in found.values()}) < LEAST_OWNERS:
        return []
    items = [f"{thing}，{field_mark(id_, owner)}" for thing, (id_, owner) in found.items()]
    ids = tuple(id_ for id_, _owner in found.values())
    told = phrase(chooser, "schedule", "state", {"clause": "；".join(items)}, "owners", ["人头"], ids)
    return [(told,)] if told is not None else []


def attending(material: Material, chooser: Chooser) -> list[Paragraph]:
    """Return words to the departments that sit beside those who were heard."""
    who = next((m[0] for text in material.attendance if (m := re.search("[省市县区]直部门", text))), "")
    if material.kind != "symposium" or not who:
        return []
    forms = {"to": f"{who}的同志"}
    found = [
        phrase(chooser, "passage", function, forms, f"{who}{number}", ["部门"])
        for number, function in enumerate(("link", "contrast", "weigh", "weigh", "address"))
    ]
    return [tuple(s for s in found if s is not None)]


def closing(material: Material, chooser: Chooser, last: Sentence | None = None) -> list[Paragraph]:
    """Return the last sentences: what follows in the agenda, the ``last`` words, or a plain end."""
    found: list[Sentence | None] = [sentence(each.text) for each in all_wished(material, "last")]
    acts = [s for s in material.after if s.who and not _SPEAKS.search(s.does) and s.does not in ("散会",)]
    acts = [s for s in acts if not any(p.endswith(s.who) for p in material.posts)]
    if acts and len(acts[0].who + acts[0].does) <= 20 and material.kind not in _CEREMONIES:
        found.append(
            phrase(chooser, "closing", "link", {"clause": f"{acts[0].who}{acts[0].does}"}, "after", ["会后"])
        )
    else:
        found.append(last or phrase(chooser, "closing", "state", {}, "end"))
    told = tuple(s for s in found if s is not None)
    return [told] if told else []
