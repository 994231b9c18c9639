"""Words to those to whom the leader wants to speak: in the sense of his wish, with what it tells of them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.people.audiences import are_people, audiences_of
from drafter.facts.people.names import name_at
from drafter.facts.sheet import Intent, IntentKind
from drafter.facts.wishes.own_words import PRONOUN, but_in
from drafter.facts.wishes.wish_facts import facts_within, words_about
from drafter.templating.compose.around.passages import phrase
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.comments.frame import OCCASIONS
from drafter.templating.compose.composition import Paragraph, Sentence, pieces_of, sentence
from drafter.templating.compose.material import WARM, Material
from drafter.templating.compose.wishes.burdens import burdens_of
from drafter.templating.compose.wishes.deeds import ABSENT, Deed, encourages, words_to_others
from drafter.templating.compose.wishes.sternness import (
    WARNS,
    WARNS_AGAIN,
    is_on_money,
    is_stern,
    tells_what_follows,
)
from drafter.templating.compose.wishes.wished import CARRIED, wished

# What is shorter does not tell whom one speaks to.
SHORTEST_CALL = 2
# Who bears no blame for what others did: that is said of him, and not what his trade is like.
_UNBLAMED = "不背锅"
# The natures that the words of a wish may give what is said: its sense. The table of natures has them.
_SENSES = frozenset({"鼓励", "提气", "公道话", "体己话", "宽慰话", "道辛苦", "暖心话", "撑腰", _UNBLAMED})
# At a warning a heart-to-heart may warn; who is to hear a fair or a warm word is not warned.
_MILD = frozenset({"鼓励", "提气", "公道话", "宽慰话", "道辛苦", "暖心话", "撑腰", _UNBLAMED})
# Who is named as people, and needs no 的同志 behind it.
_PEOPLE = re.compile(
    "同志|老师|朋友|战友|工人|干部|代表|企业家|同学|医生|护士|阿姨|师傅|姑娘|民兵|青年|同事|学生|员工|职工|大爷|大娘|大妈|大姐|弟兄|孩子|家长"
    "|群众|班主任|家属|户$|员$|[的们轻]?人$|们$|[手长]$|(?:^|的)[老小][一-鿿]$"
)
# 一线 is where they work.
_PLACE = re.compile("(?:一线|基层|岗位|前线)$")
# 总校的难处 is said to 总校, 孩子多 to the children; 电工走的事 is said to nobody.
MATTER = re.compile("(?<=.)(?:多|的(?:难处|苦处?|不易|委屈|事情?))$")
# Whom an accident has struck is not warned.
_BEREAVED = re.compile("家属|亲属|家人|遇难|伤者")
# What presses on those who carry people out at night is said where the stress of the speech is on that.
_OF_STRESS = frozenset({"夜里"})
# So many sentences tell what people bear: of whom nothing is told, and behind what is told of them.
MOST_TRUE, MOST_BEHIND = 3, 2
# Frames that lead to one sentence.
_ONE = "一句"
# Whom the work leaves at home.
_AT_HOME = frozenset({"对家属"})
# 网格员那边替他们说句公道话 is said for them, and not sent to them.
_FOR_THEM = re.compile("替[他她]们|公道话|良心话")
_IN_HALL = re.compile("也?来了|到场|在场|台下|在座|请来")


def addresses(material: Material, chooser: Chooser, deeds: Sequence[Deed]) -> list[Paragraph]:
    """Return a passage for each group of people to whom the leader wants to speak."""
    wanted = [i for i in material.intents if i.kind is IntentKind.ADDRESS or encourages(i)]
    wanted = [intent for intent in wanted if intent.words and not wished(intent, material)]
    passages = [
        _passage(intent, material, chooser, next((d for d in deeds if d.intent is intent), None))
        for intent in wanted
    ]
    return [told for told in passages if told]


def _passage(intent: Intent, material: Material, chooser: Chooser, deed: Deed | None) -> Paragraph:
    """Return the leader's own words to those named, and what the sheet tells of them; else a word or two."""
    matter = MATTER.search(intent.words[0])
    to = MATTER.sub("", intent.words[0])
    if (
        len(to) < SHORTEST_CALL
        or PRONOUN.fullmatch(to)
        or (matter and matter[0].startswith("的事") and not are_people(to))
    ):
        return ()
    if _is_absent(to, intent, material):
        return (sentence(_of_absent(to, intent)),)
    if is_stern(intent, material):
        return _sternly(to, intent, deed, material, chooser)
    to = _called(to)
    facts = [sentence(f"{s.words}。", s.ids) for s in deed.statements] if deed else []
    own = words_about(intent)
    borne = [] if facts else burdens_of(to, material, to_them=not (own or _FOR_THEM.search(intent.text)))
    behind = [*facts, *borne]
    if behind and _is_half_told(own, "".join(s.text for s in behind)):
        # 机电工夜里跑三条巷道 is told by the fact already.
        own = ""
    if own:
        words = own_words_to(to, own)
        fair = "公道话" in intent.text and not words.startswith(("对", f"{to}，"))
        lead: Sentence | None = sentence(f"说句公道话，{words}" if fair else words)
    else:
        lead = phrase(chooser, "passage", "link", {"to": to}, f"to {to}")
    told = _behind(to, intent, bool(own or facts or borne), material, chooser)
    others = words_to_others(deed, chooser) if deed else []
    but = but_in(intent.text)
    told += [sentence(f"{but}。")] if but else []
    behind = [s for s in (*facts, *borne, *others, *told) if s is not None]
    if not own and len(behind) == 1:
        lead, behind = _in_one(to, behind[0], chooser)
    spoken = tuple(s for s in (lead, *behind) if s is not None)
    # Nobody is called to be told nothing, or that he may speak himself.
    invited = chooser.frames.natures_of(intent.text) & _SENSES <= {"体己话"}
    told_more = any(s is not None and s.function != "address" for s in told)
    tells = own or facts or borne or others or but or told_more or not invited
    return spoken if tells and (own or behind) else ()


def _in_one(to: str, said: Sentence, chooser: Chooser) -> tuple[Sentence | None, list[Sentence]]:
    """Return the lead of the one sentence for those named: a fact has one, by anything else they are called.

    有几句话 announces more than one.
    """
    if said.facts:
        return phrase(chooser, "passage", "link", {"to": to}, f"to {to}", [_ONE]), [said]
    called = said if to in said.text else replace(said, pieces=(*pieces_of(f"{to}，"), *said.pieces))
    return None, [called]


def _is_half_told(own: str, told: str) -> bool:
    """Whether a text has half the pairs of signs of what a wish tells."""
    pairs = pairs_in(own)
    return sum(pair in told for pair in pairs) * 2 >= len(pairs)


def _behind(
    to: str, intent: Intent, tells: bool, material: Material, chooser: Chooser
) -> list[Sentence | None]:
    """Return what stands behind own words and facts: a word in the sense of the wish, and who carries it.

    Sentences that are true of them stand in front of it, more of them where nothing ``tells`` of the people.
    """
    senses = chooser.frames.natures_of(intent.text) & _SENSES
    # What is true of those of a class is warm enough.
    senses -= {"暖心话"} if audiences_of(to, material.meeting) else set()
    if not tells and is_on_money(material) and not senses & _MILD and not _BEREAVED.search(to):
        return _warning(to, chooser)
    # A fair word of his own needs no other.
    left = senses - ({"公道话", _UNBLAMED} if tells else {_UNBLAMED})
    most = MOST_BEHIND - bool(left) if tells else MOST_TRUE
    found = _true_of(to, senses, material, chooser, most, tells=tells)
    ends = (phrase(chooser, "passage", f, {"to": to}, f"to {to} end", left) for f in ("address", "weigh"))
    return [*found, next(filter(None, ends), None) if left else None, carried_by(intent)]


def carried_by(intent: Intent) -> Sentence | None:
    """Return who is to tell people that are not in the hall, where a wish names him: 托安置点的人带回去."""
    found = CARRIED.search(intent.text)
    return sentence(f"这句话，请{re.sub('的人$', '的同志', found['by'])}带到。") if found else None


def _called(to: str) -> str:
    """Return those spoken to as they are called: 没评上的同志."""
    if to.endswith("的"):
        return f"{to}同志"
    known = _PEOPLE.search(to) or (audiences_of(to) and not _PLACE.search(to)) or name_at(to, 0) == to
    return to if known else f"{to}的同志"


# 一个月补助800块, 钱少山大: what goes on behind those of whom it tells.
_OF_THEM = re.compile(
    r"一[一-鿿]{0,2}[天晚年月]|每|天天|[一-鿿]{1,2}[少大多重远长累难][一-鿿]?[少大多重远长累难]?$|\d"
)


def own_words_to(to: str, own: str) -> str:
    """Return the leader's own words about people with those named whom they are for, as a sentence."""
    core = re.sub("的?(?:同志|成员|们)$", "", to)
    if core in own:
        return f"{own}。"
    if own.startswith("知道"):
        return f"{to}，我{own}。"
    if _OF_THEM.match(own):
        return f"{to}{own}。"
    return f"对{to}，{own}。" if own.startswith("不") else f"对{to}，有一句话要说：{own}。"


def _true_of(
    to: str, senses: frozenset[str], material: Material, chooser: Chooser, most: int, *, tells: bool
) -> list[Sentence | None]:
    """Return at ``most`` so many sentences that are true of such people.

    They tell what the stress of the speech asks of them, or what they always bear.
    Of people of no class, nothing is told but a word in the sense of the wish, and that only where the
    sheet ``tells`` nothing.
    """
    stressed = "".join(w for i in material.wishes(IntentKind.STRESS) for w in i.words)
    pressed = chooser.frames.natures_of(stressed) & _OF_STRESS
    own = senses & {_UNBLAMED} or (frozenset() if tells else pressed) or audiences_of(to, material.meeting)
    about = own or (frozenset() if tells else senses)
    if not about:
        return []
    return [phrase(chooser, "passage", "weigh", {"to": to}, f"to {to}{n}", about) for n in range(most)]


def _is_absent(to: str, intent: Intent, material: Material) -> bool:
    """Whether one speaks of people and not to them: those away, and the families of those at work."""
    at_home = bool(audiences_of(to) & _AT_HOME) and material.kind not in WARM
    here = _IN_HALL.search(intent.text) or any("家属" in text for text in material.attendance)
    away = ABSENT.search(intent.text) and not _FOR_THEM.search(intent.text)
    return bool(away) or at_home and not here


def _sternly(to: str, intent: Intent, deed: Deed | None, material: Material, chooser: Chooser) -> Paragraph:
    """Return firm words to those named, around what the sheet tells of them: what they did, what follows."""
    told = deed.statements if deed else ()
    follows = [s for s in told if tells_what_follows(s)]
    done = [sentence(f"{s.words}。", s.ids) for s in told if s not in follows]
    before = not done and any(to.removesuffix("们") in fact.text for fact in material.told())
    about = [WARNS_AGAIN if before else WARNS]
    lead = phrase(chooser, "passage", "link", {"to": to}, f"stern {to}", about)
    weighed = phrase(chooser, "passage", "weigh", {"to": to}, f"stern {to}", [WARNS])
    own = words_about(intent)
    after = [sentence(f"{s.words}。", s.ids) for s in follows]
    said = (lead, *done, sentence(f"{own}。") if own else weighed, *after)
    return tuple(s for s in said if s is not None)


def _of_absent(to: str, intent: Intent) -> str:
    """Return what those in the hall are told of those who are not in it, or asked to tell them."""
    if facts := facts_within(intent):
        return f"{to}那边，要多体谅：他们{'，'.join(facts)}。"
    if audiences_of(to) & _AT_HOME:
        return f"回到家里，请替我给{to}带一句话：家里的事多亏你们，辛苦了。"
    return f"{to}那边，请去的同志把话说得软一些，多替他们想一想。"


def _warning(to: str, chooser: Chooser) -> list[Sentence | None]:
    """Return what warns those named, and shields them by it."""
    about = (OCCASIONS["warning-education"],)
    functions = ("contrast", "weigh", "weigh", "address")
    return [phrase(chooser, "passage", f, {"to": to}, f"to {to}{n}", about) for n, f in enumerate(functions)]
