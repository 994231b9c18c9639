"""Names that the leader wants unsaid: of persons, bodies and places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.cues import has_cue, pattern
from drafter.facts.people.audiences import are_people
from drafter.facts.people.names import name_at
from drafter.facts.sheet import Blank, Fact, Intent, IntentKind
from drafter.templating.compose.plan.story import full_name, is_called_by_surname
from drafter.templating.compose.wishes.unnamed_lists import whole_names

# Places of work that are called like a body.
_PLACE = re.compile("[中小大]学$|幼儿园$|码头|车间|班组|工地|项目部|基地|小区$|[东西南北老新]厂$")
# A company that is called by its trade alone: 锦泰机械.
TRADE = re.compile(
    "^[一-鿿]{2}(?:机械|电子|食品|建材|化工|纺织|医药|制药|物流|科技|置业|地产|商贸|轴承|木业|能源|矿业|重工|服饰|铸造)$"
)
# What is longer names no body, it tells something; a shorter name is too short to look for.
LONGEST_BODY = 10
SHORTEST_NAME = 3
# Sorts of bodies by which a wish spares whichever of them is told of.
_SORT = re.compile("医院|学校|[分子总]?公司|银行|[支分]行|工厂|商场|酒店|饭店|幼儿园|敬老院|养老院")
_OF_A_PLACE = re.compile("(?:街道|社区|[镇乡村])$")
# 骨科, 眼科; 本科 and 各科 are none.
_DEPARTMENT = re.compile("(?![本专全各学文理工百])[一-鿿]科")
# Words that call for names, and are none: 不念名单.
_NO_NAMES = re.compile("名单|名字|姓名|数字|单位|人|干部")
# Whoever owns something is called by that, and not by a name; other sorts of people are known: 司机.
_OWNER = re.compile("^(?:[店车船房业户]主|房东|老板|租客)$")
# 出纳，姓邰: no more is told of his name.
_SURNAME = re.compile("姓[一-鿿]")
# 曹某某 spares nobody; 5个班, 两个学院, 最慢的3个乡镇 have no name that could be spared.
_NAMELESS = re.compile(
    "某{1,2}$|的[\\d两三四五六七八九]+[个家所户处]|^(?:[\\d两几]+[个家所名位户处座]|[一二三四五六七八九十]+[个所名位处])"
)


def has_no_name(word: str) -> bool:
    """Return whether a word counts or masks those whom it calls, so that it holds no name."""
    return _NAMELESS.search(word) is not None


def spared_names(facts: Sequence[Fact], intents: Sequence[Intent]) -> tuple[str, ...]:
    """Return the names that wishes spare: of persons, bodies and places of which the facts tell.

    Whom another wish wants named is not spared.
    """
    wishes = (intent for intent in intents if intent.kind is IntentKind.NO_NAME)
    words = {word for intent in wishes for word in intent.words if not has_no_name(word)}
    bodies = {name for fact in facts for name in (fact.who, *fact.owners, *fact.partners)}
    known = {name for name in bodies if len(name) >= SHORTEST_NAME}
    # 顾维桢的名字不说: a person whom no list knows.
    people = {re.sub("的(?:名字?|姓名?)[就也都]?$", "", word) for word in words}
    by_surname = {f"姓{who[0]}" for who in people if is_called_by_surname(who)}
    by_surname |= {word for word in words if _SURNAME.fullmatch(word)}
    people -= {word for word in people if any(_is_counted(word, fact.text) for fact in facts)}
    # 公司, 支行 are sorts of bodies, though 公 and 支 are surnames as well.
    people = {w for w in people if name_at(w, 0) == w and not (_is_anybody(w) or _SORT.fullmatch(w))}
    people |= {name for word in words for f in facts if (name := full_name(word, f.text))}
    told = {name for name in people | by_surname if any(_tells_of(f, name) for f in facts)}
    known |= {word for word in words if len(word) > 1 and _is_name(word, facts)}
    told |= {name for word in words if len(word) == 2 for name in _with_sort(word, facts)}
    told |= {name for fact in facts for name in whole_names(words, fact.text)}
    told |= {name for word in words if _SORT.fullmatch(word) for name in _of_sort(word, facts)}
    told |= {name for word in words for name in _described(word, facts)}
    named = {word for intent in intents if intent.kind is IntentKind.NAME for word in intent.words}
    return tuple(sorted(((words & known) | told) - named))


def _is_anybody(word: str) -> bool:
    """Whether a word tells what somebody is: 师傅 is nobody's name, 臧师傅 calls one man."""
    sort = are_people(word) and not is_called_by_surname(word)
    return sort or has_cue("post", word) or _OWNER.search(word) is not None


def _is_counted(word: str, text: str) -> bool:
    """Whether a text counts what a word calls: in 2个项目 it is a sort of things, and nobody's name."""
    return re.search(rf"[\d两几][个家项处座]{re.escape(word)}", text) is not None


def _with_sort(word: str, facts: Sequence[Fact]) -> Iterator[str]:
    """Yield the whole name of a body that a wish calls by two signs: 绿恒公司 for 绿恒."""
    whole = re.compile(f"{re.escape(word)}(?:{_SORT.pattern}|物业|企业|集团)")
    for fact in facts:
        yield from whole.findall(fact.text)


# 末位的那个社区, 改了又回潮的乡镇: whom a wish tells by what a fact tells of him.
_TOLD_AS = re.compile(
    "(?P<what>[一-鿿]{2,6})的[那这]?个?(?P<sort>社区|街道|乡镇|[镇乡村]|小区|科室|班组|车间|卫生院|医院|学校|公司|支行|[站所队])"
)


def _described(word: str, facts: Sequence[Fact]) -> Iterator[str]:
    """Yield the names of bodies of the sort that a wish spares of which facts tell what it says."""
    if (told := _TOLD_AS.fullmatch(word)) is None:
        return
    sort = {"乡镇": "[乡镇]", "科室": "科", "班组": "班", "学校": "(?:小学|中学|学校)"}.get(
        told["sort"], told["sort"]
    )
    name = re.compile(f"(?:^|(?<=[，。；]))(?!有|[各全每另])[一-鿿]{{1,6}}?{sort}(?=[一-鿿])")
    for fact in facts:
        if told["what"] in fact.text:
            yield from name.findall(fact.text)


def _of_sort(word: str, facts: Sequence[Fact]) -> Iterator[str]:
    """Yield the names of a sort of body with which clauses begin: 区医院 where 医院别提."""
    for fact in facts:
        # 其余支行 and 各医院 are called by no name.
        yield from re.findall(
            rf"(?:^|(?<=[，。；]))(?!其[余他]|[各每有另全这那本几])[一-鿿]{{1,4}}{word}(?=[一-鿿])", fact.text
        )


def _tells_of(fact: Fact, name: str) -> bool:
    """Whether a fact tells of a person; what it ends with is its matter: 河道有阻水沙坝."""
    return name in fact.text and not fact.text.rstrip("。").endswith(name)


def _is_name(word: str, facts: Sequence[Fact]) -> bool:
    """Whether a word that is to stay unsaid names a body or place of which a fact tells."""
    # 外委队 is no name in 外委队伍.
    whole = re.compile(rf"{re.escape(word)}(?![伍员])")
    told = any(whole.search(fact.text) and word != fact.text for fact in facts)
    named = pattern("body-end").search(word) or _PLACE.search(word) or TRADE.match(word)
    # 沙坝 and 水库 tell what a fact is about; 石桥乡 tells whose it is.
    is_own = SHORTEST_NAME <= len(word) <= LONGEST_BODY or _DEPARTMENT.fullmatch(word) is not None
    return told and bool(named) and is_own and not _NO_NAMES.fullmatch(word)


def without_names(blanks: Sequence[Blank], facts: Sequence[Fact], spared: Sequence[str]) -> Iterator[Blank]:
    """Yield the blanks; one that names somebody spared stands with his facts, without the name."""
    for blank in blanks:
        name = max((name for name in spared if name in blank.what), key=len, default="")
        own = tuple(fact.id for fact in facts if fact.who == name)
        # 岭底乡包保责任人 far from where the place is told of: it is that of one of them.
        sort = _OF_A_PLACE.search(name) if blank.what.startswith(name) and not own else None
        one = f"其中一个{sort[0]}" if sort else ""
        what, text = (
            re.sub("^[那这](?=处)", "这一", said.replace(name, one)) for said in (blank.what, blank.text)
        )
        yield replace(blank, what=what, text=text, about=own or blank.about) if name else blank
