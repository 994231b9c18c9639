"""The forms in which a frame can take a statement: its words, its day, its owner, what follows from it."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from drafter.facts.arithmetic import Inference
from drafter.facts.numbers import in_numerals
from drafter.facts.sheet import Fact, FactType, Person
from drafter.templating.compose.clauses import amount, lacks_done, spoken
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import Material, asker_of
from drafter.templating.compose.statements import Statement
from drafter.templating.compose.story import hero_of

# A longer name of whose problem it is, is most likely more than a name.
LONGEST_WHO = 6
# A longer cause is not repeated where it is answered.
LONGEST_REASON = 22
# Things that one counts out: 一户一户.
_COUNTED = "户处件条个家宗份台座栋"
# What is told of those who are not honoured for it.
_FAULT = re.compile(
    "违|骗|虚报|挪用|受贿|处分|开除|判[刑处]|撤职|免职|事故|泄漏|中毒|瞒|超标|投诉|没交|[来跑]了\\d+[趟回]才|不到现场|脱岗"
)
# How long somebody kept at it.
_SPAN = re.compile(r"(?<![\d—–-])\d{1,2}(?:个月|天|小时|分钟)|(?<![\d—–-])\d{1,2}年(?![\d底来前后级初届])")
# Words that tell that something is wrong.
_WRONG = re.compile("[没不未坏锈漏慢差低超缺断乱拖迟错假堵卡违退亏欠少]|反复|回潮|走样|压在|混放|过期")
# Words that tell that something was done well: it is no cause to be put right.
_RIGHT = re.compile("保住|干了的|做成|建成|见效")
_ANSWERED = {FactType.CAUSE: "cause", FactType.PROBLEM: "problem"}
_AIMS = (FactType.TASK, FactType.PROMISE, FactType.GAP)


class FormSet(Struct, frozen=True):
    """The forms of a statement, the inferences behind them, and numbers for the conditions of frames."""

    words: dict[str, str]
    numbers: dict[str, Decimal]
    sources: dict[str, str]

    def inferences(self, names: frozenset[str]) -> tuple[str, ...]:
        """Return the ids of the inferences behind the forms named."""
        return tuple(dict.fromkeys(self.sources[name] for name in sorted(names) if name in self.sources))


def forms_of(statement: Statement, material: Material) -> FormSet:
    """Return all forms that a statement has; a form that is not there is missing."""
    forms = FormSet({"clause": statement.words}, {}, {})
    _add_days(forms, statement, material)
    _add_people(forms, statement)
    _add_hero(forms, statement, material)
    for fact in statement.facts:
        _add_inferred(forms, fact, material, one=len(statement.facts) == 1)
    _add_amount(forms, statement, material)
    _add_same_day(forms, statement, material)
    _add_linked(forms, statement, material)
    _add_counted(forms, statement, material)
    head = statement.head
    for name, value in (("frequency", head.frequency), ("source", head.source)):
        if value:
            forms.words[name] = value
    may = head.named if statement.type is FactType.PROBLEM else head.named is not False
    if head.who and len(head.who) <= LONGEST_WHO and may:
        forms.words["who"] = head.who
    return forms


def _add_days(forms: FormSet, statement: Statement, material: Material) -> None:
    for fact in statement.facts:
        if statement.type in _AIMS and fact.by is None:
            continue
        days = next(iter(material.inferred(fact.id, "days")), None)
        if days is None or days.date is None or "day" in forms.words:
            continue
        forms.words["day"] = f"{days.date.month}月{days.date.day}日"
        if fact.by is not None and fact.by.relation in ("by", "within"):
            forms.words["by"] = f"{forms.words['day']}前"
        if statement.type in (*_AIMS, FactType.SITUATION):
            _put(forms, "days", f"{days.value}", days)
            forms.numbers["days"] = days.value


def _add_same_day(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add what else the day of a task is, where a fact says so: 省里定的入汛日."""
    if statement.type not in _AIMS:
        return
    for found in material.inferences:
        if found.kind != "same-day" or not set(found.facts) & set(statement.ids):
            continue
        for id_ in found.facts:
            match = re.fullmatch(
                "(.{2,12}[日节天])是(?:20..年)?\\d{1,2}月\\d{1,2}[日号]", material.fact(id_).text
            )
            if match and id_ not in statement.ids:
                _put(forms, "occasion", match[1], found)


def _add_linked(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add the cause or the problem that a task answers, and the problem whose hour a check chooses."""
    for link in material.links:
        if link.source not in statement.ids or link.target in statement.ids:
            continue
        target = material.fact(link.target)
        if target.type is FactType.REQUEST and (asker := asker_of(target)) and asker not in statement.words:
            forms.words.setdefault("asker", asker)
        name = _ANSWERED.get(target.type)
        answers = statement.type in _AIMS and link.kind in ("problem", "cause")
        if name and (answers or (statement.type is FactType.CHECK and link.kind == "check")):
            _put_fact(forms, name, target, material, whole=answers)


def _put_fact(forms: FormSet, name: str, fact: Fact, material: Material, *, whole: bool) -> None:
    words = bare(spoken(fact, material))
    words = words if whole else words.split("，")[0]
    tells = (name == "cause" and not _RIGHT.search(words)) or not whole or _WRONG.search(words)
    if tells and 4 <= len(words) <= LONGEST_REASON and "【" not in words:
        forms.words.setdefault(name, words)


def _add_counted(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add how many people and households are concerned, how many partners help, what still works."""
    if statement.type is FactType.SITUATION:
        people = [q.text for f in statement.facts for q in f.quantities if q.unit in ("户", "人")]
        if people and people[-1].endswith("人"):
            forms.words["people"] = "".join(people[-2:])
    partners = [o for fact in statement.facts for o in fact.partners]
    if len(partners) > 1:
        forms.words["helpers"] = f"{len(partners)}家"
    if statement.type is FactType.PROBLEM and re.search("坏了?[一二两\\d]", statement.head.text):
        left = next((i for i in material.inferred(statement.head.id, "remaining")), None)
        if left is not None and left.value:
            _put(forms, "left", f"{in_numerals(int(left.value))}{left.unit}", left)


def _put(forms: FormSet, name: str, words: str, inference: Inference) -> None:
    if name not in forms.words and words:
        forms.words[name] = words
        forms.sources[name] = inference.id


def _add_people(forms: FormSet, statement: Statement) -> None:
    persons = [p for fact in statement.facts if fact.owners for p in fact.persons if p.name]
    owners = [o for fact in statement.facts for o in fact.owners]
    partners = [o for fact in statement.facts for o in fact.partners]
    if persons:
        forms.words["person"] = "".join((persons[0].posts[-1] if persons[0].posts else "", persons[0].name))
        forms.words["call"] = called(persons[0])
    if owners and len(owners) == 1 and not persons and _is_body(owners[0]) and not _is_thing(statement):
        forms.words["owner"] = owners[0]
    if len(partners) > 1:
        forms.words["partners"] = "、".join(partners)


def _add_hero(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add who is honoured for a deed, and how long it took; or that it is a fault."""
    if statement.type is not FactType.CASE:
        return
    if _FAULT.search(statement.words):
        forms.words["fault"] = "fault"
        return
    names = dict.fromkeys(filter(None, map(hero_of, statement.facts)))
    spared = material.spared_names()
    if len(names) == 1 and not spared and statement.head.named is not False:
        forms.words["hero"] = next(iter(names))
    if span := _SPAN.search(statement.head.text):
        forms.words["span"] = span[0]


def _is_thing(statement: Statement) -> bool:
    """Whether what reads as an owner is what is worked on: 井口候罐室3月底前装上暖风."""
    text = statement.head.text
    at_front = any(text.startswith(owner) for owner in statement.head.owners)
    return at_front and re.search("装上|换上|修好|改造|翻修|建成|粉刷|清理完", text) is not None


def _is_body(owner: str) -> bool:
    """Whether an owner is a body, and no post or person: 县应急局, not 副局长 or 总务处邱明远."""
    return re.search("(?:长|书记|主任|经理|干部|员|人|者)$|[处科局部办队所室心].{2,3}$", owner) is None


def called(person: Person) -> str:
    """Return how one addresses a person whom one leads: 志高同志."""
    return f"{person.name[1:] if len(person.name) == 3 else person.name}同志"


def _add_inferred(forms: FormSet, fact: Fact, material: Material, one: bool) -> None:
    """Add what follows from a fact; shares and earlier values only where the fact stands alone."""
    kinds = ("remaining", "share", "previous", "difference", "per-day")
    for found in material.inferred(fact.id, *kinds):
        if found.kind == "remaining" and len(found.facts) > 1 and found.facts[-1] == fact.id:
            _put(forms, "rest", amount(found.value, found.unit), found)
        if len(found.facts) == 1 or found.facts[0] == fact.id:
            _add_one(forms, fact, found, one and len(fact.quantities) == 2)


def _add_one(forms: FormSet, fact: Fact, found: Inference, clear: bool) -> None:
    done = _done(fact)
    if found.kind == "remaining" and fact.type is FactType.PROGRESS and done and _tells(found, done):
        _put(forms, "rest", amount(found.value, found.unit), found)
        one = re.search("[\u4e00-\u9fff]$", done)
        if one and done[-1] in _COUNTED:
            forms.words["each"] = f"一{one[0]}一{one[0]}"
        total = next((q.text for q in fact.quantities if q.role in ("total", "plain")), "")
        forms.words.setdefault("done", done)
        forms.words.setdefault("total", total or done)
    elif found.kind == "share" and found.words and clear and _is_share_of(fact) and not lacks_done(fact):
        _put(forms, "share", found.words, found)
    elif found.kind == "previous" and found.words and clear:
        _put(forms, "previous", amount(found.value, found.unit), found)
        _put(forms, "then", "去年同期" if found.words == "同比" else found.words, found)
    elif found.kind == "difference" and found.value > 0:
        unit = "个百分点" if found.unit == "%" else found.unit
        _put(forms, "difference", amount(found.value, unit), found)
    elif found.kind == "per-day":
        _put(forms, "rate", _pace(found.value, found.unit.partition("/")[0]), found)


def _tells(found: Inference, done: str) -> bool:
    """Whether a rest is what is left after what is done, and not the rest of some other figure."""
    number = re.search(r"[\d.]+", done)
    return number is not None and number[0] in found.formula


def _done(fact: Fact) -> str:
    if lacks_done(fact):
        return ""
    done = next((q for q in fact.quantities if q.role == "done"), None)
    return "" if done is None or done.unit == "%" else bare(done.text)


def _is_share_of(fact: Fact) -> bool:
    """Whether a share tells what the statement is about: the part with a fault, or what is done."""
    part = next((q for q in fact.quantities[1:] if q.role in ("done", "part", "plain")), None)
    if part is not None and part.role == "done" and fact.type is FactType.PROBLEM:
        return False
    counted = part is not None and part.unit in (*_COUNTED, "人", "元", "吨", "公里", "亩")
    return counted and not (part is not None and part.unit in ("台", "座") and part.amount <= 2)


def _pace(value: Decimal, unit: str) -> str:
    """Return how much a day that is, as one says it: 平均每天约71户, 一天一处还不够."""
    whole = value.to_integral_value(ROUND_HALF_UP)
    if abs(value - whole) <= Decimal("0.1") or value >= 10:
        return f"平均每天{'' if whole == value else '约'}{whole}{unit}"
    floor = int(value)
    return f"一天{in_numerals(floor)}{unit}还不够" if floor else f"几乎天天都要办完一{unit}"


def _add_amount(forms: FormSet, statement: Statement, material: Material) -> None:
    if statement.type not in _AIMS:
        return
    for fact in statement.facts:
        link = next((x for x in material.links if x.source == fact.id and x.kind == "rest"), None)
        found = (
            [i for i in material.inferred(link.target, "remaining") if i.facts == (link.target,)]
            if link
            else []
        )
        if found and not any(q.unit == found[0].unit for q in fact.quantities):
            _put(forms, "amount", amount(found[0].value, found[0].unit), found[0])
            _put(forms, "rest", amount(found[0].value, found[0].unit), found[0])
        elif len(fact.quantities) == 1:
            only = fact.quantities[0]
            counted = only.unit not in ("", "%", "元", "次", "天", "年") and only.bound == "exact"
            if counted and only.role in ("plain", "gap", "total") and re.match(r"\d", only.text):
                forms.words.setdefault("amount", only.text)
