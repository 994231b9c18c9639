"""Thanks and praise: to whom the leader wants them said, and what the sheet tells of those people."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.people.audiences import audiences_of
from drafter.facts.sheet import FactType, Intent, IntentKind
from drafter.facts.wishes.wish_facts import called_in, facts_within, manner_of, words_about
from drafter.templating.compose.around.front import guests_called
from drafter.templating.compose.around.leaders import with_leader
from drafter.templating.compose.around.passages import phrase, spoke_before
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.composition import Paragraph, Sentence, bare, field_mark, sentence
from drafter.templating.compose.material import WARM, Material
from drafter.templating.compose.plan.plan import is_of_those_thanked
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.wishes.addressing import MOST_BEHIND
from drafter.templating.compose.wishes.deeds import Deed, encourages, words_behind, words_to_others
from drafter.templating.compose.wishes.wished import wished

# 保洁员62个 tells how many are thanked.
_COUNT = r"\d+多?[个名位人]"
_COUNTED = re.compile(f"有?{_COUNT}")


# 退下来的同志要谢，也要让他们宽心: what is said besides the thanks.
_COMFORT = frozenset({"宽慰话", "撑腰"})
# 工人要提到，没来的也谢
_ALSO_ABSENT = re.compile("没[来到]|不在")


def thanks(
    statements: Sequence[Statement], material: Material, chooser: Chooser, deeds: Sequence[Deed]
) -> list[Paragraph]:
    """Return the thanks that the leader wants said, with what the sheet tells of those thanked."""
    found: list[Paragraph] = []
    for intent in material.wishes(IntentKind.THANKS):
        if wished(intent, material) or any(intent in d.also for d in deeds):
            continue
        own = [d for d in deeds if d.intent is intent]
        if any(d.person for d in own):
            found += [_of_one(deed, chooser) for deed in own]
        elif told := _of_all(intent, next(iter(own), None), statements, material, chooser):
            found.append(told)
    given = [s for s in statements if s.type is FactType.THANKS]
    if told_all := tuple(s for each in given for s in _said(each, chooser)):
        found.append(told_all)
    return found


def _of_one(deed: Deed, chooser: Chooser) -> Paragraph:
    """Return what one person did, and the thanks or the praise for it."""
    said = (said for _function, said in words_behind(deed, chooser))
    told = "".join(bare(s.words) for s in deed.statements)
    own = words_about(deed.intent) if not all(f in told for f in facts_within(deed.intent)) else ""
    return (*_told_of(deed), *([sentence(f"{own}。")] if own else []), *said, *words_to_others(deed, chooser))


# 护士叫邱小蕙: who did what was told before.
_INTRODUCED = re.compile("[一-鿿]{1,6}叫[一-鿿]{2,3}，")


def _told_of(deed: Deed) -> Paragraph:
    return tuple(
        sentence(f"{'前面说到的那位' if _INTRODUCED.match(bare(s.words)) else ''}{s.words}。", s.ids)
        for s in deed.statements
    )


def _of_all(
    intent: Intent, deed: Deed | None, statements: Sequence[Statement], material: Material, chooser: Chooser
) -> Paragraph:
    """Return the thanks to a group, with what the sheet and the wish tell of them."""
    # 主要是感谢: where the wish names nobody, those who came are meant.
    who = _thanked(intent) or guests_called(material)
    named_by = [s for s in statements if is_of_those_thanked(s, intent)]
    facts = list({s.ids: s for s in (*(deed.statements if deed else ()), *named_by)}.values())
    counted = _counted(who, facts)
    named = [s for s in facts if _only_names(bare(s.words), who)]
    told: list[Sentence | None] = [
        sentence(f"{s.words}。", s.ids) for s in facts if s not in counted and s not in named
    ]
    if who:
        words = words_about(intent) if _untold(intent, material) else ""
        if words:
            told.append(sentence(f"{words}。" if who in words or facts else f"{who}，{words}。"))
        ids = tuple(id_ for s in (*counted[:1], *named) for id_ in s.ids)
        whom = _with_number(who, counted[0]) if counted else who
        told.append(_said_thanks(whom, intent, ids, chooser))
        occasion = "".join((material.meeting, *(bare(s.words) for s in facts)))
        told += _weighed(who, occasion, intent.text, chooser, told=_is_told(who, material))
        if comfort := chooser.frames.natures_of(intent.text) & _COMFORT:
            own = audiences_of(who)
            told += [phrase(chooser, "passage", "weigh", {"to": who}, intent.text, own)] if own else []
            told.append(phrase(chooser, "passage", "address", {"to": who}, intent.text, own or comfort))
        if _ALSO_ABSENT.search(intent.text):
            told.append(sentence("今天没有到场的，也一并谢谢。"))
        told += words_to_others(deed, chooser) if deed else []
    return tuple(s for s in told if s is not None)


# 对上级支持感谢一句: what is thanked for, and no people who took pains.
_HELP = re.compile("(?<!的)(?=(?:支持|关心|信任|配合|帮助)$)")


def _said_thanks(whom: str, intent: Intent, ids: tuple[str, ...], chooser: Chooser) -> Sentence | None:
    """Return the thanks themselves, with a bow where the leader wants one."""
    if "鞠" in intent.text:
        return sentence(f"在这里，我给{whom}鞠一躬。", ids)
    if _HELP.search(whom):
        return sentence(f"感谢{_HELP.sub('的', whom)}。", ids)
    return phrase(chooser, "thanks", "state", {"who": whom}, intent.text, facts=ids)


def _only_names(words: str, who: str) -> bool:
    """Whether a statement tells nothing of those who are thanked: 对搬迁的61户."""
    return who != "" and re.sub("^[对给向]", "", words) in who


def _untold(intent: Intent, material: Material) -> list[str]:
    """Return what a wish tells of those it thanks, and no fact of the sheet has told."""
    said = "".join(fact.text for fact in material.told())
    return [fact for fact in facts_within(intent) if fact not in said]


def _counted(who: str, facts: Sequence[Statement]) -> list[Statement]:
    """Return the facts that only tell how many are to be thanked: 保洁员62个."""
    told = [(s, bare(s.words)) for s in facts] if who else []
    return [s for s, words in told if words.startswith(who) and _COUNTED.fullmatch(words, len(who))]


def _with_number(who: str, statement: Statement) -> str:
    """Return those who are thanked with their number: 62个保洁员."""
    number = re.search(_COUNT, bare(statement.words))
    return f"{field_mark(statement.ids[0], number[0])}{who}" if number else who


# 还有就是要谢谢一下社区的书记们: how the one who asks for thanks puts it.
_ASKS_FOR = re.compile("^(?:还有)?(?:就是)?(?:也|还)?(?:要|得)?(?:感谢|谢谢|谢)一[下句声]")
# 校长说就一句“孩子们争气，老师们辛苦”带过
_ONLY_SAYS = re.compile("(?:就|只)[说讲]?一句“(?P<said>[^”]+)”")


def _said(statement: Statement, chooser: Chooser) -> list[Sentence]:
    """Return the thanks of the sheet: 启晨集团的信任 as 感谢启晨集团的信任."""
    if quoted := _ONLY_SAYS.search(bare(statement.words)):
        return [sentence(f"{quoted['said']}。", statement.ids)]
    words = _ASKS_FOR.sub("谢谢", statement.words)
    thanked = words if "谢" in bare(words) else f"感谢{words}"
    told = [sentence(f"{thanked}。", statement.ids)]
    return [*told, *(s for s in _weighed(bare(words), "", bare(words), chooser, told=True) if s is not None)]


# Who is thanked for a deed, 放羊老人, and did not come is not told how such people are to live.
_OF_NO_TRADE = frozenset({"对老人", "对孩子", "对学生", "对群众"})


def _is_told(who: str, material: Material) -> bool:
    """Whether what is said to people is said to those who are thanked: to their trade, or to their faces."""
    own = audiences_of(who)
    came = (audiences_of(name) for text in material.attendance for name in re.split("[，、和]", text))
    return material.kind in WARM or not own & _OF_NO_TRADE or any(own & classes for classes in came)


# Of families that are thanked alone more is told, and to their faces.
_TO_ONE_OF_SEVERAL = frozenset({"谢家里人"})


def _weighed(who: str, occasion: str, key: str, chooser: Chooser, *, told: bool) -> list[Sentence | None]:
    """Return what is true of such people alone, and may be ``told`` them; of those of no class nothing is."""
    several = re.split("[、和]", who)
    if len(several) > 1:
        each = ((part, chooser.frames.natures_of(part)) for part in several)
        tried_each = (phrase(chooser, "thanks", "weigh", {"who": p}, f"{key}{p}", n) for p, n in each if n)
        if found := [said for said in tried_each if said is not None]:
            return [*found]
    own = audiences_of(who, occasion)
    about = (chooser.frames.natures_of(who) - _TO_ONE_OF_SEVERAL) | own
    if about and (said := phrase(chooser, "thanks", "weigh", {"who": who}, key, about)):
        return [said]
    tried = range(MOST_BEHIND if own and told else 0)
    return [phrase(chooser, "passage", "weigh", {"to": who}, f"{key}{n}", own) for n in tried]


def _thanked(intent: Intent) -> str:
    """Return whom a wish wants thanked: those it names, else by its own words: 要感谢一线职工的家属."""
    several = re.findall("(?:感谢|谢谢)(?:一下|一句)?([^，。；、感谢]{2,16})", intent.text)
    if len(several) > max(1, len(intent.words)):
        return "、".join(several)
    match = re.search("(?:感谢|谢谢|谢)(?:一下|一句)?([^，。；]{2,16})$", intent.text)
    return "、".join(intent.words) or (match[1] if match else "")


_GOOD_DEED = re.compile("得[很真]?[早快好准细稳实]$|及时$|[主自]动|^自己|带头|第一个|发现")
# 炊事员老邝: no more stands in front of a name.
LONGEST_POST = 4
# What is longer is a story, and no word in passing.
LONGEST_DEED = 14


def _did_well(who: str, intent: Intent, material: Material) -> str:
    """Return who is praised, his name, and what he did: 心内科交班做得好, 巡检工邵大勇发现得早."""
    clauses = [re.sub("[说讲提]一?[句下]$", "", re.split("[，；]", i.text)[0]) for i in material.intents]
    said = (c for c in clauses if c.startswith(who) and re.search("(?:做|干|办)得[很真]?好$|到位$", c))
    called = _called(who, intent, material)
    told = (clause for fact in material.told() for clause in re.split("[，。；]", fact.text))
    parts = (c.partition(who) for c in told if who in c)
    deeds = (did for post, _who, did in parts if len(post) <= LONGEST_POST and len(did) <= LONGEST_DEED)
    deed = next((d for d in deeds if _GOOD_DEED.search(d)), "")
    own = manner_of(intent)
    return next(said, f"{called}{deed or (own if len(own) <= LONGEST_DEED else '')}")


def _called(who: str, intent: Intent, material: Material) -> str:
    """Return who is praised with his name, where the wish tells it and he may be named."""
    name = called_in(intent)
    led = with_leader(who, intent, material)
    return who if name in material.spared_names else led if led != who else f"{who}{name}"


def praise(material: Material, chooser: Chooser, deeds: Sequence[Deed]) -> list[Paragraph]:
    """Return a word of praise for each whom the leader wants praised, and who may be named."""
    found: list[Paragraph] = []
    for intent in material.wishes(IntentKind.PRAISE):
        who = next((word for word in intent.words if word not in material.spared_names), "")
        owned = any(spoke_before(intent, material))
        told = any(intent in d.also for d in deeds) or wished(intent, material)
        if who and not owned and not encourages(intent) and not told:
            deed = next((d for d in deeds if d.intent is intent), None)
            paragraph = _of_one(deed, chooser) if deed else _in_passing(who, intent, material, chooser)
            found += [paragraph] if paragraph else []
    return found


_SHOWED = re.compile("介绍了?(?P<what>[^，、]{2,12}?)(?:的?(?:做法|经验|办法|情况))?$")


def _shown(who: str, material: Material) -> str:
    """Return who is praised with what he has just shown: 翠屏社区撤桶并点的做法."""
    steps = (_SHOWED.search(step.does) for step in material.before if who in step.who)
    shown = next(filter(None, steps), None)
    return f"{who}{shown['what'].removesuffix('做法')}的做法" if shown else who


def _in_passing(who: str, intent: Intent, material: Material, chooser: Chooser) -> Paragraph:
    """Return praise for somebody of whom no line of the sheet tells."""
    deeds = [f for f in _untold(intent, material) if f not in intent.text.split("，")[0]]
    called = _called(who, intent, material)
    honoured = f"{called}{'，'.join(deeds)}" if deeds else _did_well(who, intent, material)
    about = ["做法"] if honoured == called else ["作为"]
    honoured = _shown(who, material) if honoured == who else honoured
    told = phrase(chooser, "praise", "address", {"who": honoured}, intent.text, about)
    return (told,) if told is not None else ()


def stressed_stories(chooser: Chooser, deeds: Sequence[Deed]) -> list[Paragraph]:
    """Return the deeds of persons on which the leader wants weight, each with what it says to the others."""
    return [_of_one(deed, chooser) for deed in deeds if deed.intent.kind is IntentKind.STRESS]
