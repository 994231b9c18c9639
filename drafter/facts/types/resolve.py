"""What only the whole sheet can tell: types by a later task, and which facts a wish is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.around import stands
from drafter.facts.cut.cues import first_cue, found_cues
from drafter.facts.kinship.forms import BRACKET
from drafter.facts.people.doers import is_doer
from drafter.facts.people.people import find_duty, split_names
from drafter.facts.sheet import AIMS, TASKS, Fact, FactType, Intent, IntentKind

# Wishes that are about facts; a tone or a length is about the whole.
_ABOUT_FACTS = (
    IntentKind.NAME, IntentKind.NO_NAME, IntentKind.STRESS, IntentKind.AVOID, IntentKind.SPARE,
    IntentKind.PRAISE, IntentKind.THANKS, IntentKind.HARD, IntentKind.FORBID,
)  # fmt: skip


def retyped(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts, a bare rate as a problem where a task is to bring the same rate to 100%."""
    aims = [fact for fact in facts if fact.type in TASKS]
    full = [f for f in aims if any(q.unit == "%" and q.value == 100 for q in f.quantities)]
    return [
        replace(fact, type=FactType.SITUATION)
        if fact.type is FactType.BASIS and _opens_with_matter(fact)
        else replace(fact, type=FactType.PROBLEM)
        if fact.type is FactType.SITUATION and any(_same_rate(fact, aim) for aim in full)
        else replace(fact, type=FactType.ACHIEVEMENT)
        if _is_over(fact, after)
        else replace(fact, type=FactType.SITUATION)
        if fact.type is FactType.CAUSE and _LUCKY.search(fact.text)
        else replace(fact, type=FactType.PROBLEM)
        if _is_part_of_wrong(fact, before)
        else fact
        for before, fact, after in zip([None, *facts], facts, [*facts[1:], None], strict=False)
    ]


def _opens_with_matter(fact: Fact) -> bool:
    """Whether a fact tells of one matter, and only then that it was decided: 这条意见不小，办公会通过了."""
    first, comma, _rest = fact.text.partition("，")
    decides = any(cue.gives == FactType.BASIS for cue in found_cues("type", first))
    return bool(comma) and not (fact.whens or decides or BRACKET.search(fact.text))


# 挡车栏刚换新的，要是旧的未必挡得住: that it was no worse is no cause.
_LUCKY = re.compile(
    "(?:^|，)(?:好在|幸好|幸亏|多亏|亏得|所幸|万幸)|(?:要是|如果|若是|换成?)[^，]{1,12}未必|要不是|[，。]不然"
    "|(?:给|为)[^，]{1,8}(?:留|腾|争取|赢得)(?:了|出了?)[^，]{0,4}时间"
)


def _is_part_of_wrong(fact: Fact, before: Fact | None) -> bool:
    """Whether a fact only parts the figure of the problem in front of it: 投诉31件；31件里漏油17件."""
    if before is None or before.type is not FactType.PROBLEM or before.group != fact.group:
        return False
    parts = re.match(r"(\d+[一-鿿])(?:里|当中|中)", fact.text)
    told = fact.type in (FactType.SITUATION, FactType.ACHIEVEMENT)
    return told and parts is not None and any(q.text == parts[1] for q in before.quantities)


def _is_over(fact: Fact, after: Fact | None) -> bool:
    """Whether what is told as a task is done, as the end of its sentence shows: 新建5所，都开了学."""
    if after is None or fact.type is not FactType.TASK or after.type is not FactType.ACHIEVEMENT:
        return False
    open_ = (
        fact.by
        or fact.frequency
        or fact.soft
        or first_cue("label", fact.label or fact.section) in ("task", "promise")
    )
    beside = fact.group == after.group and after.place.start - fact.place.end <= 2
    return (
        beside
        and not open_
        and re.search("[都已全][^，,]{0,3}了|[没不]落|全覆盖|没有一|无一", after.text) is not None
    )


def shared(facts: Sequence[Fact], text: str) -> list[Fact]:
    """Return the facts, tasks of one sentence with the owners and the deadline that its end gives to all.

    新建冷库6座，新增库容2.4万吨，9月前投用，商务局牵头: both tasks have the day and the owner.
    """
    found = list(facts)
    for index in range(len(found) - 1, 0, -1):
        last = found[index]
        before = found[index - 1]
        beside = text[before.place.end : last.place.start].strip(" ") in ("，", ",")
        if not beside or before.type not in AIMS or before.owners:
            continue
        if last.type not in AIMS:
            found[index - 1] = _with_last_names(before, last)
            continue
        clauses = re.split("[，,]", last.text)
        given = [duty for clause in clauses[1:] if (duty := find_duty(clause)) and not duty.matter]
        late = last.by is not None and not last.by.place.start - last.place.start < len(clauses[0])
        if given and last.owners:
            before = replace(before, owners=last.owners, partners=last.partners)
        if late and before.by is None and not before.frequency:
            before = replace(before, by=last.by)
        found[index - 1] = before
    return found


def _with_last_names(task: Fact, sanction: Fact) -> Fact:
    """Return a task with those whom its sentence names last, behind a sanction: …，不及格的停岗，安环部."""
    names = split_names(sanction.text.rpartition("，")[2]) if "，" in sanction.text else ()
    return replace(task, owners=names) if names and all(map(is_doer, names)) else task


def _same_rate(fact: Fact, aim: Fact) -> bool:
    rates = [q for q in fact.quantities if q.unit == "%" and q.value < 100]
    return any(len(q.noun) >= 2 and q.noun[-3:] in aim.text for q in rates)


def with_signs(facts: Sequence[Fact], text: str) -> Iterator[Fact]:
    """Yield the facts of a sheet, each with the mark between it and the one in front on its line."""
    for before, fact in zip([None, *facts], facts, strict=False):
        between = BRACKET.sub("", text[before.place.end : fact.place.start] if before else "").strip()
        if (aside := _UNIT_ASIDE.fullmatch(between)) is not None:
            between = aside[1]
        near = before is not None and before.group == fact.group and len(between) == 1
        yield replace(fact, sign=between) if near else fact


# 刮板缺60，报表没写单位，3月底前到货: the remark parts nothing.
_UNIT_ASIDE = re.compile("([，,])[^，,。；;\\n]{0,6}(?:没写单位|单位没写清?)[，,]")


def renumbered(facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts in the order of the sheet, numbered anew."""
    ordered = sorted(facts, key=lambda fact: (fact.place.start, fact.place.end))
    return [replace(fact, id=f"f{number}") for number, fact in enumerate(ordered, 1)]


# 东小区也没动，不点; 沙岭慢是因为下雨，别点: who it is that does badly.
_DOES_BADLY = re.compile(
    "(?P<who>(?![有各全这那几多个大他其每另])(?:[一-鿿]{1,5}?(?:村|镇|乡|小区|社区|街道)|[一-鿿]{2,4}?(?=[^，]{0,12}因为)))"
    "[也都还就]*(?:慢|差|拖|没|落后|不(?!同|过))"
)


def about_facts(
    intents: Iterable[tuple[int, Intent]], facts: Sequence[Fact]
) -> tuple[list[Intent], dict[str, bool]]:
    """Return the wishes with the facts they stand beside or name, and which facts may be named."""
    found: list[Intent] = []
    named: dict[str, bool] = {}
    before = ""
    for item, intent in intents:
        about = _facts_of(item, intent, facts) if intent.kind in _ABOUT_FACTS else []
        intent = replace(_by_their_names(item, intent, facts, before), about=tuple(fact.id for fact in about))
        if intent.kind is IntentKind.NO_NAME and not intent.words and len(about) == 1:
            who = _DOES_BADLY.match(about[0].text)
            intent = replace(intent, words=(who["who"],)) if who else intent
        found.append(intent)
        before = "" if intent.kind is IntentKind.NO_NAME else "".join(intent.words[:1])
        spares_persons = bool(set(intent.words) & {"人", "干部", "姓名", "书记", "主任", "个人"})
        if intent.kind in (IntentKind.NAME, IntentKind.NO_NAME) and not spares_persons:
            named.update({f.id: intent.kind is IntentKind.NAME for f in about if f.type is FactType.PROBLEM})
    return found, named


# 名字和镇都别点: both are to be spared, and neither is told by its name.
_POINTERS = "(?:名字?|姓名?|人名?|(?:镇|乡|村|县|街道|社区|单位|地方?|公司|部门|局|社|站|所|[校院厂矿]名)名?)"
_POINTED_AT = re.compile(
    f"(?:^|，)(?P<what>{_POINTERS}(?:(?:[和与跟、及]|连)?{_POINTERS})*)(?:都|也|就|先|全)*(?:别|不|勿|莫)"
)
_SURNAME = re.compile("(?<=，)姓[一-鿿](?=，|$)")
_PLACED_IN = re.compile("^[原某]?(?P<place>[一-鿿]{2,8}?(?:镇|乡|村|街道|社区|县|区|公司|局|社|站|所))")
_PLACES = re.compile("镇|乡|村|街道|社区|公司|局|社|站|所|[校院厂矿](?=名)")


def _by_their_names(item: int, intent: Intent, facts: Sequence[Fact], before: str) -> Intent:
    """Return a wish that spares a name and a place, as the line in front or the wish tells them.

    ``before`` is what the wish in front is about: 杜垸那回要讲，镇名校名都不说.
    """
    found = _POINTED_AT.search(intent.text) if intent.kind is IntentKind.NO_NAME else None
    if found is None:
        return intent
    pointed = found["what"]
    line = [f for f in facts if f.group == item and f.place.end <= intent.place.start]
    meant = [p for f in facts for p in f.persons if f in line or p.name in intent.text]
    # 另一个是出纳，姓邰，名字别点: he is meant who is told of by no more.
    surnames = [m[0] for f in line for m in _SURNAME.finditer(f.text)]
    names = surnames or [p.name for p in meant if p.name and re.search("[名姓人]", pointed)]
    placed = (_PLACED_IN.match("".join(p.posts)) for p in meant)
    places = [each["place"] for each in placed if each and re.search("[^名姓字人和与跟、及连]", pointed)]
    places += _places_called(before[:2], _PLACES.findall(pointed), facts)
    return replace(intent, words=tuple(dict.fromkeys((*names, *places))) or intent.words)


def _places_called(front: str, sorts: Sequence[str], facts: Sequence[Fact]) -> list[str]:
    """Return the names of sorts of places in the facts that begin so: 杜垸镇 for 杜垸 and 镇."""
    # 31户的事讲重，站名不点: what is counted is no place.
    if len(front) < 2 or front.isdigit() or not sorts:
        return []
    whole = re.compile(f"{re.escape(front)}[一-鿿]{{0,4}}?(?:{'|'.join(sorts)})")
    return [name for fact in facts for name in whole.findall(fact.text)]


def _facts_of(item: int, intent: Intent, facts: Sequence[Fact]) -> list[Fact]:
    """Return the fact in front on the same line, else all that a wish names."""
    start = bisect_left(facts, item, key=lambda fact: fact.group)
    line = facts[start : bisect_left(facts, item + 1, key=lambda fact: fact.group)]
    before = [fact for fact in line if fact.place.end <= intent.place.start]
    if intent.kind is IntentKind.HARD:
        # The words that it forbids name no fact.
        return before[-1:]
    if intent.kind is IntentKind.NO_NAME and not intent.words and not before:
        # 一律不点名.
        return [f for f in facts if f.type is FactType.PROBLEM and f.who]
    named = [f for f in facts if any(_names(word, f.text) for word in intent.words)]
    if before and (not intent.words or (not named and _points_back(intent))):
        return before[-1:]
    return [fact for fact in named if fact in line] or named or _counted(intent, facts)


def _counted(intent: Intent, facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts that count what those count who are not to be named: 12份分在哪些科不点."""
    if intent.kind not in (IntentKind.NO_NAME, IntentKind.STRESS):
        return []
    said = "".join((intent.text, *intent.words))
    return [f for f in facts if any(_has_figure(said, q.text) for q in f.quantities)]


_NO_DIGIT = re.compile(r"(?<!\d)\Z")


def _has_figure(said: str, figure: str) -> bool:
    """Whether a text has a figure, and not only the end of a longer one."""
    return stands(figure, said, front=_NO_DIGIT)


def _points_back(intent: Intent) -> bool:
    """Whether a wish is about what stands in front: it names nothing but 人, 村名 or 这处."""
    if all(len(word) == 1 for word in intent.words):
        return True
    return all(
        re.search("^[这那该此]|(?:[人名姓]|名字|姓名|单位|什么)$", word) for word in intent.words
    ) or bool(re.match("但?(?:这|那|该|此|其)", intent.text))


def _names(word: str, text: str) -> bool:
    """Whether a fact tells of what a wish names: 沙坝那处 of 阻水沙坝."""
    bare = _bare(word)
    return len(bare) >= 2 and bare in text


@lru_cache(maxsize=1024)
def _bare(word: str) -> str:
    return re.sub(r"(?:那|这)?(?:处|个|件|家|一处|地方)?(?:乡名|村名|人名|名字|名|单位|们)?$", "", word)
