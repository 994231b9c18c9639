"""What the sheet tells of those whom a wish thanks, praises or speaks to: it is told with these words.

At a ceremony a deed stays where the stories are, and the thanks stand behind it; elsewhere it is taken
out of the parts, whose matters it would only interrupt, and told in the passage.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.around import stands
from drafter.facts.cut.cues import pattern
from drafter.facts.kinship.links import LinkKind
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.people.audiences import PEOPLE, are_people, audiences_of
from drafter.facts.people.names import name_at
from drafter.facts.sheet import FactType, Intent, IntentKind
from drafter.facts.wishes.bearing import CALLED, WAY
from drafter.facts.wishes.wish_facts import called_in, manner_of
from drafter.templating.compose.around.leaders import called, with_leader
from drafter.templating.compose.around.passages import phrase, spoke_before
from drafter.templating.compose.comments.blame import is_fault
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.comments.told import Told
from drafter.templating.compose.composition import Sentence, bare, sentence
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.plan.story import (
    asks_something,
    full_name,
    hero_of,
    is_called_by_surname,
    person_meant,
    whose_story,
)
from drafter.templating.compose.wishes.good_facts import good_fact
from drafter.templating.compose.wishes.sternness import faults_of, is_stern
from drafter.templating.compose.wishes.told_of import AT_FRONT, names_of, tells_of
from drafter.templating.compose.wishes.wished import wished

_TO_PEOPLE = (IntentKind.THANKS, IntentKind.PRAISE, IntentKind.ADDRESS, IntentKind.STRESS)
# How a story on which there is weight is turned over.
_TURNS = ("weigh", "contrast", "address")
# Where stories have a place of their own.
_WITH_STORIES = ("address", "commendation", "party-lecture")
# What tells of a group wherever in it they are counted.
_TELLING = (FactType.SITUATION, FactType.ACHIEVEMENT, FactType.CASE, FactType.PROBLEM)
# What is read as a problem may tell what people bore, 暴雨里清塌方47处; what they lack or did not do is one.
_AGAINST = re.compile(
    "没(?!停|歇|误|有一|回过?家|合眼|休)|未|缺|差|不(?![过隔]夜|[推拖等罚收吵])|走了|流失|(?<![无零没])投诉(?!中心)|(?<![无零没])违|(?<![修堵补查])漏|迟"
)
# What people did is told in figures: 图快，留茬高 tells what they are like.
_DONE = re.compile(r"\d")
# What tells who was chosen among them.
_CHOSEN = re.compile("评出|评选|表彰|获[评奖得]|当选")
# What asks something of people, or tells of a matter and why it goes wrong.
_ASKING = (
    FactType.CHECK, FactType.DUTY, FactType.REQUEST, FactType.GAP, FactType.AWARD, FactType.PROGRESS,
    FactType.CAUSE, FactType.TASK,
)  # fmt: skip
# Those whose number is a figure of the matter, and no deed of theirs.
_COUNTED_ANYWHERE = frozenset({"对孩子", "对老人", "对群众", "对企业", "对家长"})
_MATTERS = frozenset({"对企业", "对家长"})
# A body stands in front by itself, and is no part of another name: 石埠社区河长.
_GOES_ON = re.compile(r"(?=\d|，|全[班队组科院]|把|给|在|从|自己|主动|连|派|帮|捐|筹|让(?!人))")
# Of these links the target is how far a thing is that a task takes further.
_BASES: tuple[LinkKind, ...] = ("rest", "problem")
# They are not in the hall: one speaks of them, and not to them.
ABSENT = re.compile("那边|那头|捎")

# What a wish tells somebody did has so many signs.
LEAST_DEED = 4
# Of what the frames are that praise where nobody is named.
_NAMELESS = "所说的事"
# Wishes for praise that ask for a word to those named.
_ENCOURAGES = re.compile("鼓(?![鼓个一]*掌)|打气|团结")


class Deed(Struct, frozen=True):
    """A wish with the statements that tell of those it is about: ``who``, as the wish calls them.

    ``named``: the statements tell of more than him, and stay where they are. ``person`` is the name of one.
    ``also`` are wishes about others of whom the same statements tell:
    the crew, and its leader. ``honoured`` is a body with the one who leads it. ``beside`` are praised with
    him, and nothing is told of them.
    """

    intent: Intent
    who: str
    statements: tuple[Statement, ...]
    person: str = ""
    also: tuple[Intent, ...] = ()
    honoured: str = ""
    named: bool = False
    beside: tuple[str, ...] = ()


def encourages(intent: Intent) -> bool:
    """Whether a wish for praise asks for a word that encourages those named."""
    return intent.kind is IntentKind.PRAISE and bool(_ENCOURAGES.search(intent.text))


def deeds_of(statements: Sequence[Statement], material: Material) -> list[Deed]:
    """Return what is told of those whom wishes are about, each statement for the first wish only."""
    found: list[Deed] = []
    taken: set[int] = set()
    wishes = [i for kind in _TO_PEOPLE for i in material.wishes(kind) if _is_carried_out(i, material)]
    for intent, who in sorted(((i, w) for i in wishes for w in whom(i)), key=_rank):
        free = [s for s in statements if id(s) not in taken]
        readings = (
            (_of_faults,)
            if is_stern(intent, material)
            else (_of_body, _of_person, _of_group, _of_named, _of_good_fact)
        )
        deed = next(filter(None, (of(intent, who, free, material) for of in readings)), None)
        if deed is not None:
            found.append(replace(deed, honoured=deed.honoured or _honoured(deed, material)))
            taken |= {id(s) for s in deed.statements}
        elif host := next((d for d in found if _is_in(intent, d, material)), None):
            found[found.index(host)] = replace(host, also=(*host.also, intent))
    return found


def _honoured(deed: Deed, material: Material) -> str:
    return with_leader(deed.who, deed.intent, material) if is_of_body(deed) and not deed.named else ""


def _is_carried_out(intent: Intent, material: Material) -> bool:
    """Whether words to people are said for a wish, so that facts may be told with them."""
    owned = intent.kind is IntentKind.PRAISE and any(spoke_before(intent, material))
    return not (wished(intent, material) or owned or ABSENT.search(intent.text))


def whom(intent: Intent) -> list[str]:
    """Return those whom a wish names, each by himself where they are persons: 仲孙老师和厉师傅."""
    who = intent.words[0] if intent.words else ""
    parts = re.split("[、和]", who)
    # 药房、针灸科表扬一下, 护泳群和四点半课堂都夸; 老师和家长 are a crew
    praised = intent.kind is IntentKind.PRAISE and all(len(p) > 1 and not are_people(p) for p in parts)
    return parts if praised or all(map(is_called_by_surname, parts)) else [who] if who else []


def _rank(wish: tuple[Intent, str]) -> int:
    """Return when a wish is looked at: whose story has weight, then a crew, then one of them."""
    intent, who = wish
    crew = are_people(who) and not is_called_by_surname(who)
    body = intent.kind is IntentKind.PRAISE and not crew
    return 0 if intent.kind is IntentKind.STRESS or body else 1 if crew else 2


def _is_in(intent: Intent, deed: Deed, material: Material) -> bool:
    """Whether the person whom a wish thanks or praises is named in what is told of others already."""
    who = intent.words[0]
    honours = intent.kind in (IntentKind.THANKS, IntentKind.PRAISE) and who not in material.spared_names
    named = len(who) > 1 and name_at(who, 0) == who
    texts = [bare(s.words) for s in deed.statements]
    return honours and any(named and who in text or full_name(who, text) for text in texts)


def told_apart(deeds: Sequence[Deed], material: Material) -> list[Statement]:
    """Return the statements that are told in the passages, and so in no part."""
    stories = material.kind in _WITH_STORIES
    return [s for d in deeds if not _stays(d, stories) for s in d.statements]


def _stays(deed: Deed, stories: bool) -> bool:
    """Whether a deed stands where it is; each of several whom one wish praises is praised at his fact."""
    several = deed.intent.kind is IntentKind.PRAISE and len(whom(deed.intent)) > 1
    return deed.named or bool(deed.person) and (stories or several) or is_of_body(deed)


def is_of_body(deed: Deed) -> bool:
    """Whether a body is praised: what it did stays where good work is told, with the praise behind it."""
    praised = deed.intent.kind is IntentKind.PRAISE and not deed.person
    return praised and not are_people(deed.who) and not audiences_of(deed.who)


def honour(deeds: Sequence[Deed], told: Sequence[Told], chooser: Chooser) -> list[Intent]:
    """Put thanks or praise behind the deeds that are told in the parts; return the wishes that are met so."""
    met: list[Intent] = []
    for deed in deeds:
        last = next((t for t in reversed(told) if t.statement is deed.statements[-1]), None)
        if last is None:
            continue
        for function, said in words_behind(deed, chooser):
            # What somebody did in it is honoured before anything is said of the matter.
            last.sentences["link" if deed.named else function] = said
        for said in words_to_others(deed, chooser):
            last.sentences.setdefault("open", said)
        # Nothing more is said of it: one sentence behind a deed is enough.
        last.spared = last.spared or not deed.named
        met += [deed.intent, *deed.also]
    return met


def words_behind(deed: Deed, chooser: Chooser) -> list[tuple[str, Sentence]]:
    """Return the thanks or the praise for a deed; where there is weight on it, what it says to others."""
    who = deed.honoured or ("" if deed.named else called(deed.who, deed.person))
    forms, key = {"who": who}, deed.intent.text
    ids = tuple(id_ for statement in deed.statements for id_ in statement.ids)
    if deed.intent.kind is IntentKind.STRESS:
        wanted = [("example", function, function) for function in _TURNS]
        told = "，".join(bare(s.words) for s in deed.statements)
        forms = {"hero": deed.person, "stressed": "", "clause": told}
    elif deed.intent.kind is IntentKind.THANKS:
        # One by himself is thanked to his face; of several, so many may not be there.
        many = deed.named and (are_people(deed.who) or audiences_of(deed.who))
        wanted = [("thanks", "state" if many else "address", "address")]
    else:
        wanted = [("praise", "weigh" if who else "address", "address")]
    about = () if who or deed.person else (_NAMELESS,)
    tried = (
        (place, phrase(chooser, says, f, forms, f"{key}{f}", about, facts=ids)) for says, f, place in wanted
    )
    found = [(place, said) for place, said in tried if said is not None]
    # One sentence behind a deed is enough; where there is weight on it, two that turn it over.
    turns = found[:2] if deed.intent.kind is IntentKind.STRESS else []
    return turns if len(turns) > 1 and turns[1][0] != "address" else found[:1]


def words_to_others(deed: Deed, chooser: Chooser) -> list[Sentence]:
    """Return the thanks or the praise for others of whom the statements of a deed tell."""
    own = (Deed(intent, intent.words[0], deed.statements) for intent in deed.also)
    others = [said for each in own for _place, said in words_behind(each, chooser)]
    return [*others, *([sentence(f"还有{'、'.join(deed.beside)}，今天一并肯定。")] if deed.beside else [])]


def _of_person(intent: Intent, who: str, statements: Sequence[Statement], material: Material) -> Deed | None:
    """Return what the sheet tells of the one person whom a wish names: his whole line."""
    if PEOPLE.fullmatch(who) or who.endswith("员"):
        # 楼长 and 管水员 look like names, and are whoever looks after a staircase, or the water.
        return None
    for statement in statements:
        person = _person_of(intent, who, statement)
        spared = person in material.spared_names or person in material.blamed
        if not person or spared or is_fault(statement.facts[0].text) or _tells_other(intent, statement):
            continue
        line = [s for s in statements if _is_line(s, statement)]
        return Deed(intent, who, tuple(line), person)
    return None


def _tells_other(intent: Intent, statement: Statement) -> bool:
    """Whether a statement tells of a person what he asks for, or no word of what a wish thanks him for."""
    told = pairs_in(manner_of(intent)) if len(manner_of(intent)) >= LEAST_DEED else frozenset()
    return statement.type is FactType.REQUEST or bool(told) and not told & pairs_in(bare(statement.words))


def _person_of(intent: Intent, who: str, statement: Statement) -> str:
    """Return the person whom a wish means and of whom a statement tells; "" if there is none.

    Weight on what is no story is laid where it is told.
    """
    fact = statement.facts[0]
    if intent.kind is not IntentKind.STRESS:
        return person_meant(who, fact)
    story = statement.type is FactType.CASE and name_at(who, 0) == who
    own = who if story and (hero_of(fact) == who or fact.text.startswith(who)) else ""
    return person_meant(whose_story(who), fact) or own


def _is_line(statement: Statement, first: Statement) -> bool:
    """Whether a statement goes on with what the sheet tells of a person on the line of the ``first``."""
    own, of_him = statement.facts[0], first.facts[0]
    same = own.group == of_him.group and own.label == of_him.label and statement.place >= first.place
    asks = asks_something(statement.facts) or statement.type in (FactType.CHECK, FactType.DUTY)
    return same and (statement is first or not asks)


def _of_group(intent: Intent, who: str, statements: Sequence[Statement], material: Material) -> Deed | None:
    """Return what the sheet tells of a group of people: how many they are, and what they bear or did."""
    if intent.kind is IntentKind.STRESS:
        return None
    people = are_people(who) or bool(audiences_of(who))
    if people and intent.kind is IntentKind.ADDRESS and audiences_of(who) & _MATTERS:
        # Where a meeting is about 企业, what is told of them is its matter.
        return None
    names = list(names_of(who)) if people else []
    anywhere = people and not audiences_of(who) & _COUNTED_ANYWHERE
    open_ids = {id_ for blank in material.blanks for id_ in blank.about}
    free = [
        s
        for s in statements
        if _may_be_told(s, intent, material)
        and not open_ids & set(s.ids)
        and not any(map(material.untouched, s.facts))
    ]
    found = [
        s
        for s in free
        if tells_of(names, bare(s.words), anywhere)
        or (not people and stands(who, bare(s.words), _GOES_ON, AT_FRONT))
    ]
    # 夜班护士 are told of as such before 护士 are.
    own = [s for s in found if who in bare(s.words)] or found
    return Deed(intent, who, tuple(own)) if own else None


_POINTS_AT = re.compile("^[那这][个位名]?")
# What one does who is called by his name.
_DOES = re.compile("^(?!负责|牵头|包|管|盯|任|是)[一-鿿0-9]{3}")
# What somebody did who stepped in.
_STEPPED_IN = re.compile(
    "救|喊|敲|拖|拽|抱|背|扶|送|拦|发现|报[告警信]|按了|关了|叫[醒出]|接到|挡|守住|堵住|稳住"
)


def _of_named(intent: Intent, who: str, statements: Sequence[Statement], _material: Material) -> Deed | None:
    """Return the one statement that tells, among other things, what somebody did who is thanked."""
    if intent.kind not in (IntentKind.THANKS, IntentKind.PRAISE) or encourages(intent):
        return None
    whose = WAY.sub("", who)
    those = [_POINTS_AT.sub("", part) for part in re.split("[、和跟与]", whose)]
    told = [s for s in statements if all(each in bare(s.words) for each in those)]
    if len(told) != 1 or _tells_other(intent, told[0]) or not _did(those, bare(told[0].words)):
        return None
    if asks_something(told[0].facts) or told[0].type in (FactType.CHECK, FactType.DUTY):
        return None
    return Deed(intent, who, (told[0],), honoured=f"{whose}{called_in(intent)}", named=True)


def _of_good_fact(
    intent: Intent, who: str, statements: Sequence[Statement], _material: Material
) -> Deed | None:
    """Return the statement for which somebody is thanked or praised, where it stands among others."""
    found = (
        None if encourages(intent) else good_fact(intent, WAY.sub("", _POINTS_AT.sub("", who)), statements)
    )
    return Deed(intent, who, found[:1], honoured=found[1], named=True) if found else None


def _did(those: Sequence[str], text: str) -> bool:
    """Whether a text tells once what those named did, and nothing against them; by name, whatever it is."""
    clauses = [c for c in re.split("[，。；]", text) if any(each in c for each in those)]
    called = len(those) == 1 and (CALLED.fullmatch(those[0]) or name_at(those[0], 0) == those[0])
    did = _DOES if called else _STEPPED_IN
    done = text.count(those[0]) == 1 and any(did.search(c.partition(those[0])[2] or c) for c in clauses)
    return done and not any(is_fault(c) or _AGAINST.search(c) for c in clauses)


# How the name of a body goes on where a wish is short: 桂苑 for 桂苑社区; whose post follows is a person.
_SORT = "(?:社区|街道|分社|分公司|支行|法庭|[大中]队|道班|[村乡镇县区局厂矿校院科处队组站所]|公司|学校|医院)"
_SOMEBODY = re.compile(
    "的?(?:原|时任|前任?)?(?:党)?副?(?:总?支?书记|主任|[^，]{0,4}[队组局科厂河班校院所站]长)"
)


# 三工区两个班: some of a body, which its name stands for.
_SOME_OF = re.compile(r"(?<=..)的?[那这]?[两二三四五几\d]+[个家][一-鿿]{1,3}$")
_NUMBERED = re.compile("[一二三四五六七八九十][班队组科区]")


def _of_faults(intent: Intent, who: str, statements: Sequence[Statement], material: Material) -> Deed | None:
    """Return what is told of those whom a wish wants spoken to sternly."""
    faults = faults_of(who, statements, material)
    return Deed(intent, who, tuple(faults)) if faults else None


def _of_body(intent: Intent, who: str, statements: Sequence[Statement], _material: Material) -> Deed | None:
    """Return what a body did that is praised, by its whole name; a word to hearten it tells none."""
    if encourages(intent) or not is_of_body(Deed(intent, who, ())):
        return None
    # 桂苑 could be a person's name, 药房 could not.
    sort = "" if name_at(who, 0) == who and not pattern("body-end").search(who) else "?"
    # 二班 for 二清运班, 七年级组 for 七年级.
    short = f"{re.escape(who[0])}[一-鿿]{{0,3}}{re.escape(who[1:])}" if _NUMBERED.fullmatch(who) else ""
    some = _SOME_OF.sub("", who)
    called = "|".join(filter(None, map(re.escape, (who, who.removesuffix("组"), some)))) + f"|{short or who}"
    name = re.compile(f"(?:{called}){_SORT}{sort}(?:卫生院|中心校|[小中]学|派出所)?")
    told = [(s, m) for s in statements if (m := name.match(bare(s.words)))]
    found = [(s, m[0]) for s, m in told if _is_done_well(s) and not _SOMEBODY.match(bare(s.words), m.end())]
    return Deed(intent, found[0][1], (found[0][0],)) if found else None


def _is_done_well(statement: Statement) -> bool:
    """Whether a statement begins with what somebody did, and not with what is wrong or wanted of him."""
    first = statement.facts[0]
    wrong = first.type is FactType.PROBLEM and (is_fault(first.text) or _AGAINST.search(first.text))
    wrong = wrong or first.type is FactType.CASE and is_fault(first.text)
    asked = (first.type in _ASKING and first.type is not FactType.PROGRESS) or asks_something((first,))
    return not (wrong or asked or _CHOSEN.search(first.text))


def _may_be_told(statement: Statement, intent: Intent, material: Material) -> bool:
    """Whether a statement asks nothing of people, tells nothing against them, and not who was chosen."""
    words = bare(statement.words)
    against = is_fault(words) or not _DONE.search(words)
    against = against or (intent.kind is not IntentKind.THANKS and _AGAINST.search(words) is not None)
    if (statement.type is FactType.PROBLEM and against) or _CHOSEN.search(words):
        return False
    if any(material.links_to(*statement.ids, kind=kind) for kind in _BASES):
        # What a task is to better is told with the task.
        return False
    asked = asks_something(statement.facts) or any(fact.by for fact in statement.facts)
    return statement.type in _TELLING and not asked
