"""Which facts what is missing is about, and what the unit is called that a figure lacks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.figures.bare_figures import without_unit
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.missing.blank_names import without_noun
from drafter.facts.missing.blanks import UNIT, of_matter
from drafter.facts.missing.question import Question, question_in, subject_noun
from drafter.facts.missing.question_nouns import NEXT
from drafter.facts.people.doers import is_doer
from drafter.facts.sheet import AIMS, Blank, Fact, FactType, Intent


def open_units(blanks: Iterable[tuple[int, Blank]], facts: Sequence[Fact]) -> frozenset[str]:
    """Return the ids of facts on lines of which the sheet says that a unit is missing."""
    lines = {item for item, blank in blanks if UNIT.search(blank.text) and not asks_how_paid(blank.text)}
    return frozenset(fact.id for fact in facts if fact.group in lines)


def open_pay(blanks: Iterable[tuple[int, Blank]], facts: Sequence[Fact]) -> frozenset[str]:
    """Return the ids of facts on lines of which the sheet asks how a sum is paid, and so knows its unit."""
    lines = {item for item, blank in blanks if asks_how_paid(blank.text)}
    return frozenset(fact.id for fact in facts if fact.group in lines)


# 没写税前税后, 没写按天还是按月, 没写从几月发: what is open of a sum that is paid is no unit of it.
_HOW_PAID = re.compile(
    r"税前|税后|(?P<does>[一-鿿]{1,2})不(?P=does)|按[天日月年次季户项人班趟座亩间家床场][一-鿿]?还是按?(?:[天日月年次季户项人班趟座亩间家床场]|平)|从(?:几|哪个?|什么时候)[一-鿿]{0,2}(?:发|算|起|补|开始)"
)


def asks_how_paid(text: str) -> bool:
    """Return whether what is open of a sum is how it is paid, and not in what: 没写税前税后."""
    return _HOW_PAID.search(text) is not None


def about_units(
    blanks: Iterable[tuple[int, Blank]], facts: Sequence[Fact], wishes: Sequence[Intent] = ()
) -> list[Blank]:
    """Return the blanks, each with the facts on its line that it is about, and one for each unit missing.

    What stands open among ``wishes`` is about what the wish in front of it is about.
    """
    found: list[Blank] = []
    told: set[str] = set()
    asked: dict[int, Question] = {}
    for item, blank in blanks:
        start = bisect_left(facts, item, key=lambda fact: fact.group)
        line = facts[start : bisect_left(facts, item + 1, key=lambda fact: fact.group)]
        beside = _beside(blank, line, facts, facts[:start], item)
        lacking = [fact for fact in beside if any(q.lacks_unit for q in fact.quantities)]
        asks = question_in(blank.text)
        # 监理费按几个点收 asks for no unit of the sum in front of it.
        of_another = asks is not None and asks.kind != "other" and bool(asks.subject)
        of_unit = bool(UNIT.search(blank.text) and lacking) and not of_another
        nearest = [f for f in lacking if of_unit and f.place.start <= blank.place.start] or beside
        about = nearest[-1:]
        if of_unit:
            told.update(fact.id for fact in about)
            noun = next((q.noun for q in about[0].quantities if q.lacks_unit), "")
            blank = replace(blank, what=unit_of(noun, about[0].topic))
        own = about[:1] if about and about[0].group == item else []
        question = None if of_unit else asks
        if question is not None and question.leans and not own:
            # On a line of its own it goes on with no fact, but with the question in front of it.
            about = _of_next(question, facts) or _of_wish(blank, wishes, facts)
            goes_on = item in asked and question.kind == "whether"
            blank = replace(blank, text=of_matter(blank.text, asked[item])) if goes_on else blank
        if question is not None:
            asked.setdefault(item, question)
        blank = _of_fact(blank, question, own[0]) if own else blank
        found.append(replace(blank, about=tuple(fact.id for fact in about)))
    for fact in facts:
        for quantity in without_unit(fact.quantities):
            if fact.id not in told:
                what = unit_of(quantity.noun, fact.topic)
                found.append(Blank(what, quantity.text, quantity.place, (fact.id,)))
    return sorted(found, key=lambda blank: blank.place.start)


def _beside(
    blank: Blank, line: Sequence[Fact], facts: Sequence[Fact], before: Sequence[Fact], item: int
) -> list[Fact]:
    """Return the facts that a blank may be about: those of its thing, or in front of it on its line."""
    beside = [fact for fact in line if fact.place.start <= blank.place.end]
    if beside and UNIT.search(blank.text):
        # 农业农村局来文没写单位: whoever wrote it is not what it is about.
        return beside
    # What is missing of a thing is told with it, and not within a list of causes.
    named = [f for f in facts if _names(blank.what, f) and (f.group == item or f.type is not FactType.CAUSE)]
    return (
        named
        or _task_of(blank, beside, facts)
        or beside
        or [*line[:1]]
        or _of_thing(blank, facts)
        or _near(blank, facts, before, item)
    )


def _of_thing(blank: Blank, facts: Sequence[Fact]) -> list[Fact]:
    """Return the last fact about the thing of which a part is open: 旧物房的牌子叫什么名没定.

    It begins with it, or counts as many: 6家没核完的供应商，涉及金额没报来 behind 6家还在核.
    """
    if counted := counted_matter(blank.text):
        number = re.match(r"\d+[一-鿿]", counted)
        told = frozenset(re.sub(r"^\d+[一-鿿]|[没未还的了完]", "", counted))
        same = (f for f in facts if number and any(q.text == number[0] for q in f.quantities))
        return [f for f in same if told & frozenset(f.text)][-1:]
    thing = re.match("([一-鿿]{2,6}?)的", blank.text)
    return [f for f in facts if thing and f.text.startswith(thing[1])][-1:]


def _of_next(question: Question, facts: Sequence[Fact]) -> list[Fact]:
    """Return the one fact that tells of the same time to come: 明年大赛3月启动 for 明年由哪家承办."""
    when = NEXT.match(f"{question.front}{question.rest}")
    found = [f for f in facts if when and f.type in AIMS and f.text.startswith(when[0])]
    return found if len(found) == 1 else []


def _of_wish(blank: Blank, wishes: Sequence[Intent], facts: Sequence[Fact]) -> list[Fact]:
    """Return the fact that a wish in front of a blank is about: 放学后开放操场，不能答应；哪天答复没定."""
    front = [w for w in wishes if w.place.line == blank.place.line and w.place.end <= blank.place.start]
    unpromised = [w for w in front[-_WISHES_BACK:] if _PROMISED.search(w.text)]
    if not unpromised or not is_of_answer(blank.text):
        return []
    return _alike(replace(blank, text=unpromised[-1].text), facts)


def is_of_answer(text: str) -> bool:
    """Return whether what is open is when or by whom somebody is answered: 哪天答复没定."""
    return re.search("谁|哪|几|什么时候|何时", text) is not None and _ANSWERS.search(text) is not None


def counted_matter(text: str) -> str:
    """Return those of whom the clause behind tells that something is open: 6家没核完的供应商; "" of none."""
    found = re.match(r"(\d+[一-鿿][^，,\d]{0,10}的(?:[一-鿿]{2,6})?)[，,]", text)
    return found[1] if found else ""


def _of_fact(blank: Blank, question: Question | None, fact: Fact) -> Blank:
    """Return a blank with the name it has beside a fact of its line: 标准 as 高温补贴标准."""
    if fact.type is FactType.DUTY and _ONE_OF_MANY.fullmatch(blank.text):
        return replace(blank, what=f"{blank.what}责任人")
    if question is not None and question.leans:
        return replace(blank, what=question.name(fact.topic))
    if question is None and blank.what in _OF_SOMETHING and _TOPIC.fullmatch(fact.topic):
        return replace(blank, what=f"{fact.topic}{blank.what}")
    return blank


def _task_of(blank: Blank, beside: Sequence[Fact], facts: Sequence[Fact]) -> list[Fact]:
    """Return the one task of the thing for which nobody is named among the duties: 代煎配送找哪家没定."""
    if not beside or beside[-1].type is not FactType.DUTY or not _ASKS_WHO.search(blank.text):
        return []
    thing = _THING.match(blank.text)
    for words in _parts_of(thing[0] if thing else ""):
        found = [fact for fact in facts if fact.type in AIMS and words in fact.text]
        if found:
            return found if len(found) == 1 else []
    return []


def _parts_of(thing: str) -> Iterator[str]:
    """Yield the words by which a thing may be called: its beginning, or three signs of it, 报警器."""
    yield from (thing[:size] for size in range(min(4, len(thing)), 2, -1))
    yield from (thing[at : at + 3] for at in range(1, len(thing) - 2))
    yield from ([thing[:2]] if len(thing) > 1 else [])


# Who is asked for, and the thing in front of the question, in its first signs.
_ASKS_WHO = re.compile("谁|哪[一几]?[家个]")
_THING = re.compile("(?:(?![谁由归让的找请哪])[一-鿿]){2,8}")


def _near(blank: Blank, facts: Sequence[Fact], before: Sequence[Fact], item: int) -> list[Fact]:
    """Return the fact with which a blank on its own line is told; none is told within a case or a cause."""
    stem = without_noun(blank.what)
    of_matter = (f for f in facts if len(stem) > 1 and f.text.startswith(stem))
    near = (*_alike(blank, facts), *_of_same_count(blank, facts), *of_matter, *_in_front(before, item))
    return [fact for fact in near if fact.type not in (FactType.CASE, FactType.CAUSE)][:1]


def _alike(blank: Blank, facts: Sequence[Fact]) -> list[Fact]:
    """Return the fact that shares most words with a blank: 县里一季度考核 for 二季度县里考核争第几."""
    words = pairs_in(blank.text)
    common = [len(words & pairs_in(fact.text)) for fact in facts]
    most = max(common, default=0)
    alike = [fact for fact, size in zip(facts, common, strict=True) if size == most >= _ALIKE]
    # 连班的补贴怎么发没定: rather of what is to be done than of what was tried.
    return ([fact for fact in alike if fact.type in AIMS] or alike)[:1]


def _of_same_count(blank: Blank, facts: Sequence[Fact]) -> list[Fact]:
    """Return the first fact that counts what is asked in the same unit: 投诉386件 for 投诉要压到多少件."""
    question = question_in(blank.text)
    if question is None or question.kind != "amount" or len(question.subject) < 2:
        return []
    return [
        fact
        for fact in facts
        if question.subject in fact.text and any(q.unit and question.rest == q.unit for q in fact.quantities)
    ][:1]


def _in_front(facts: Sequence[Fact], item: int) -> list[Fact]:
    """Return the last fact in front of a blank that has a line to itself: it is told behind it."""
    return [fact for fact in facts[-1:] if item - fact.group <= _NEAR]


# 高温补贴6月起按天发（标准还没批）: what is missing is that of the matter it stands behind.
_OF_SOMETHING = ("标准", "办法", "方案", "细则", "金额", "名额", "比例", "期限", "时限", "预算", "经费")
_TOPIC = re.compile("[^对按由把从在，]{2,10}")
# 初一闻静，初三鲁平，初二没报: for one of them nobody is named.
_ONE_OF_MANY = re.compile(r"(?!.*[谁哪几])[一-鿿\d]{2,4}?(?:还|也|都)?没(?:报|定)[^，,]{0,2}")
# So many lines lie at most between a blank and the fact behind which it is told.
_NEAR = 1
# So many pairs of signs in common tell of one matter.
_ALIKE = 3
_ASKED = re.compile("[那这]|谁|哪")
# So many wishes back may tell what the blank behind them is about.
_WISHES_BACK = 2
_PROMISED, _ANSWERS = re.compile("答应|许愿|许诺|承诺|表态|松口"), re.compile("答复|回复|回话|回音|表态")


def _names(what: str, fact: Fact) -> bool:
    """Whether a blank begins with what a fact is about, or where: 城东泵站谁包, 石亭镇那处谁包."""
    if len(fact.topic) >= 3 and what.startswith(fact.topic[:4]):
        return True
    is_where = len(fact.who) >= 2 and what.startswith(fact.who)
    return is_where and _ASKED.match(what, len(fact.who)) is not None


# 每次从80涨到120, 补贴每人每月200: how a figure moves, of what each, and who wrote it, is no part of what
# it counts. 护林队配望远镜: nor is who has it.
_MOVES = re.compile(
    "^[一-鿿]{2,8}(?:[写报]|等于)$|^(?:另|还|再|又)?(?:要|需|添|购|订)(?=[一-鿿]{2})"
    "|^[一-鿿]{1,4}[组队所站办局科部室里](?:配|领|备(?![用件品料]))了?(?=[一-鿿]{2})"
    "|(?:从|到|扣|奖|要|实|涨|加|共|有|是|约|定|添|补|配|做|购|买|租|领|(?<![设装储准预配])备|也|给|花|用|抽|了|一[年月天季次]|每[一-鿿]?)+$"
)


# 青苗补偿每亩多少，报来是1200
_REPORTED = re.compile("从?原来?的?$|(?:.*多少，?)?报(?:来|上来)?的?(?:[写填标]的?)?是?$")
# 排队平均15
_ON_AVERAGE = re.compile("(?<!水)平均?$")
# 保温材料镇里备了, 材料款信用社报来: who tells it, or has it, in front of the verb.
_GIVER = re.compile(
    "(?<=[一-鿿]{2})(?:[省市县区镇乡村校院厂矿局社街]里|[一-鿿]{2}(?:[局科处部办所站社行队组委会]|公司|中心))$"
)


LONGEST_CLAUSE_NOUN = 12


def unit_of(noun: str, topic: str = "") -> str:
    """Return the name of the unit that a figure lacks, by the noun of the figure, else ``topic``.

    The topic of its fact has the noun whole where it ends in it. Who has a thing is not what is counted.
    """
    whole = _ON_AVERAGE.sub("", topic if topic.endswith(noun) else noun)
    bare = _MOVES.sub("", _REPORTED.sub("", whole))
    thing = subject_noun(bare if bare == whole else _GIVER.sub("", bare), LONGEST_CLAUSE_NOUN)
    about = thing or subject_noun("" if noun and topic.endswith(noun) else topic)
    return f"{about}的计量单位" if thing and noun or about and not is_doer(about) else "计量单位"
