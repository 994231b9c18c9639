"""What stands around the parts: opening, words to those named, thanks, the days, closing."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from drafter.facts.intents import TOLD_ALREADY
from drafter.facts.numbers import counted
from drafter.facts.people import name_at
from drafter.facts.sheet import FactType, Intent, IntentKind, Step
from drafter.templating.compose.choice import Chooser
from drafter.templating.compose.composition import Paragraph, Sentence, field_mark, pieces_of
from drafter.templating.compose.frames import OCCASIONS
from drafter.templating.compose.headings import thing_of, topic_of
from drafter.templating.compose.material import Material
from drafter.templating.compose.moves import sentence
from drafter.templating.compose.statements import Statement

_VERBS = "通报|介绍|宣读|宣布|布置|汇报|部署|观看|参观|颁发|分析|解读|传达|提出|提"
_SPEAKS = re.compile("讲话|总结|致辞|致词|讲|提要求|收尾|发言|作报告|布置|部署")
# Of whom one tells what he has in hand, and for how many it is worth a sentence.
_HELD = (FactType.TASK, FactType.PROMISE, FactType.DUTY)
LEAST_OWNERS = 3
# 定前开两场居民会 tells what is done first, and nobody who has it in hand.
_NO_OWNER = re.compile(r"[一两三\d][一-鿿]|[开把前后再先]")
LONGEST_TOPIC = 14
# What is shorter does not tell whom one speaks to.
SHORTEST_CALL = 2
# Wishes for praise that ask for a word to those named, and those that tell of faults owned up to.
_ENCOURAGES = re.compile("鼓|打气|团结")
_CHEERS = frozenset({"鼓励", "提气"})
OWNED_UP = re.compile("态度|整改|认账|检讨")
# Who is named as people, and needs no 的同志 behind it.
_PEOPLE = re.compile(
    "同志|老师|朋友|战友|工人|干部|代表|企业家|同学|医生|护士|阿姨|师傅|姑娘|民兵|青年|同事|学生|员工|职工"
    "|群众|班主任|员$|[的们轻]?人$|们$"
)
# With fewer sentences for those spoken to, sentences for anybody are added.
LEAST_TOLD = 3
# Kinds that end with thanks, whatever follows.
_CEREMONIES = ("address", "commendation", "inaugural")
_MAY_SAY = re.compile("(.{4,40}?)，可以[讲说]|可以[讲说](?:一句)?[：:，]?(.{4,40})")
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


# What goes behind 说: 做成了什么, 存在的问题.
_CAN_BE_TOLD = re.compile("什么|怎么|哪|谁|的[^，]{1,4}$|件事$")
_TELLS_ITSELF = re.compile("先|再|最后|接着|这些")


def roadmap(labels: Sequence[str], titles: Sequence[str], chooser: Chooser) -> Sentence | None:
    """Return a sentence that names the points by their labels, else the parts by their titles.

    None where neither can be told, or nobody is to be led through the speech.
    """
    if chooser.tone == "暖":
        return None
    if labels:
        forms = {"count_word": counted(len(labels)), "clause": "，".join(labels)}
        return phrase(chooser, "opening", "link", forms, "roadmap")
    told = all(_CAN_BE_TOLD.search(title) and not _TELLS_ITSELF.match(title) for title in titles)
    if not 2 <= len(titles) <= 4 or not told:
        return None
    first, *between, last = (title.replace("，", "、") for title in titles)
    steps = ("再", "然后")[: len(between)]
    behind = (f"{step}说{title}" for step, title in zip(steps, between, strict=True))
    row = "，".join((f"先说{first}", *behind, f"{'最后' if between else '再'}说{last}"))
    return phrase(chooser, "opening", "link", {"clause": row}, "roadmap", ["分块"])


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


def addresses(material: Material, chooser: Chooser) -> list[Paragraph]:
    """Return a passage for each group of people to whom the leader wants to speak."""
    found: list[Paragraph] = []
    for intent in material.intents:
        if not intent.words or not (intent.kind is IntentKind.ADDRESS or encourages(intent)):
            continue
        told = _passage(intent, material, chooser)
        if told:
            found.append(told)
    return found


def encourages(intent: Intent) -> bool:
    """Whether a wish for praise asks for a word that encourages those named."""
    return intent.kind is IntentKind.PRAISE and bool(_ENCOURAGES.search(intent.text))


def _passage(intent: Intent, material: Material, chooser: Chooser) -> Paragraph:
    to = re.sub("(?<=.)多$", "", intent.words[0])
    if len(to) < SHORTEST_CALL:
        return ()
    if not _PEOPLE.search(to) and name_at(to, 0) != to:
        to = f"{to}的同志"
    if own := _own_words(intent, to):
        return (sentence(own),)
    stressed = "".join(w for i in material.wishes(IntentKind.STRESS) for w in i.words)
    key, natures = f"to {to}", chooser.frames.natures_of(f"{to}，{stressed}")
    natures |= chooser.frames.natures_of(intent.text) & _CHEERS
    warns = material.kind == "warning-education"
    if warns:
        natures = frozenset({OCCASIONS[material.kind]})
    found = [phrase(chooser, "passage", "link", {"to": to}, key)]
    fact = _borne(intent)
    if fact:
        found.append(sentence(f"{fact.strip('，。；')}。"))
    functions = ("contrast", "weigh", "weigh", "weigh")
    told = [phrase(chooser, "passage", f, {"to": to}, f"{key}{n}", natures) for n, f in enumerate(functions)]
    if sum(s is not None for s in told) < LEAST_TOLD and not warns:
        told += [phrase(chooser, "passage", f, {"to": to}, f"{key} {f}") for f in ("contrast", "weigh")]
    end = natures if warns else ()
    found += [*told, phrase(chooser, "passage", "address", {"to": to}, f"{key} end", end)]
    return tuple(s for s in found if s is not None)


def _own_words(intent: Intent, to: str) -> str:
    """Return what is to be said to somebody, where the wish has the words: an apology, or a sentence."""
    if re.search("抱歉|对不起|道歉", intent.text):
        return f"{to}，我要对你说一声抱歉。"
    told = re.search("[说讲提]一?[句声][：:](.{4,40})$", intent.text)
    return f"{to}，{told[1].strip('。“”')}。" if told else ""


def owned(material: Material) -> list[Paragraph]:
    """Return what the leader lets be said of himself: 我有责任，用人失察，可以讲."""
    found: list[Paragraph] = []
    for intent in material.wishes(IntentKind.OTHER):
        match = _MAY_SAY.fullmatch(intent.text)
        if match and (words := match[1] or match[2]):
            text = f"有一句话，要当面说：{words.strip('，')}。"
            found.append((sentence(text),))
    return found


def _borne(intent: Intent) -> str:
    """Return what the wish tells of those spoken to: 民兵同志天不亮就集合了，说句提气的."""
    if (beside := re.search("；[他她]们([^；。]+)", intent.text)) is not None:
        return f"你们{beside[1]}"
    first, comma, _rest = intent.text.partition("，")
    told = first.removeprefix(intent.words[0]) if comma else ""
    return f"你们{told}" if told not in ("", first) else ""


def kept_words(material: Material) -> list[Paragraph]:
    """Return the words that are to be said as they are, where no fact has them."""
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
    found: list[Sentence | None] = []
    for intent in material.wishes(IntentKind.CLOSING):
        if pledge := re.search("表个?态[：:，](.{4,40})$", intent.text):
            words = f"我先表个态：{pledge[1].strip('。')}。"
            found.append(sentence(words))
        for word in intent.words:
            if (
                re.search("落到|用|以", intent.text)
                and f"“{word}”" in intent.text
                and "别" not in intent.text
            ):
                found.append(sentence(f"最后说一句：{word}。"))
        if re.search("请(?:大家|各位|同志们|老师们)?提.{0,2}(?:意见|建议)", intent.text):
            words = "我讲得不一定都对，请大家多提意见。"
            found.append(sentence(words))
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
