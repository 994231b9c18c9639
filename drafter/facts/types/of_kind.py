"""What a line of a sheet tells in a speech of its kind, where its words alone tell otherwise.

At a ceremony what stands under no heading of difficulties tells of honours and deeds: the winners and
their prizes, and what somebody did, danger that was mastered with it. In a warning what happened, and how
somebody was punished for it, is a case. A sentence of a deed or a case is one fact, and never torn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.cues import first_cue, has_cue
from drafter.facts.cut.headings import title_class
from drafter.facts.people.names import name_at
from drafter.facts.people.people import person_told_of
from drafter.facts.sheet import TASKS, Fact, FactType, Place
from drafter.facts.types.order import COMMA

# What a heading tells may be told as nothing else.
_WRONG = (FactType.PROBLEM, FactType.CAUSE, FactType.GAP)
_ASKED = (*TASKS, FactType.REQUEST, FactType.DUTY, FactType.BASIS, FactType.STANCE, FactType.THANKS)
_OWN_HEADINGS = frozenset(type_.value for type_ in (*_WRONG, *_ASKED))
# What may be told as a deed or an honour, or as how things stand, where no heading says otherwise.
_BLAMING = (*_WRONG, FactType.CHECK)
_TOLD = (FactType.SITUATION, FactType.ACHIEVEMENT)
# What is wrong even where no heading says so; and what is good, however it is told.
_STILL_WRONG = re.compile("还[有差没缺欠]|只[有剩]|缺|难|不[够足]|没地方|老旧|危房|落后")
_NOTHING = re.compile("没有?(?:因为|一|[伤误])|未发生|零")
_GOOD = re.compile(rf"率[^，]{{0,4}}\d|{_NOTHING.pattern}")
# 表彰20人, 优秀毕业生20人: how many are honoured; and with what.
_HONOURED = re.compile(r"[^，。]{0,10}(?:表彰|获奖|评出|授予|优秀|先进|标兵|模范|能手|最美)[^，。\d]{0,10}\d")
_PRIZE = re.compile(r"[^，。：\d]{0,8}奖(?:励|金)[^，。\d]{0,6}\d")
# A body, or people of it, in front of what they did: 汽修班给, 护理班11个女生, 施工队的蔡工.
_BODY = re.compile(
    r"“?(?![全各我本])[一-鿿\d]{1,14}?(?:班|组|队|站|所|科|室|村|社|店|厂|校|矿|车间|支部|公司|医院)"
    r"”?(?:（[一-鿿]{2}）)?(?=[，：（的给把在从为以]|[女男]?\d+[个名位]|[一-鿿]{2,3}[、，和])"
)
# 钱师傅（钱广田）教了
_CALLED = re.compile("[一-鿿]{1,2}(?:师傅|老师|大姐|大哥|大爷|阿姨|医生|老人)(?=[，（的教守在干])")
_HE_DID = re.compile("(?:^|[，。；：])[他她](?!们|[一-鿿]?的)")
_DID = re.compile(r"[了过着完](?!\d+%)|[给把被帮替救守教带背送]|\d[趟回]")
# How somebody was punished; and how one will be, if.
PUNISHED = re.compile(
    r"处分|开除|撤职|免职|调离|判[刑处了]|停了?(?:执业|职)|吊销|辞退|清退|解聘|移送|警告|记过|诫勉|扣[^，]{0,4}(?:绩效|半年|全年)"
)
IF = re.compile("一律|[一两]次(?:就|即|的)|就地|[达完不]到[^，]{0,6}的|再[有犯]|凡|谁")
ACCIDENT = re.compile(
    "中毒|坠落|泄漏|死亡|受伤|起火|爆炸|坍塌|溺水|砸[伤中了断到]|[压夹摔烫]伤|[压夹摔]断|骨折|截肢|触电|翻车|晕[倒在]|[没未]救回来"
)
_PARTED = re.compile(r"\d+([条起件人个户份])[里中]")
_PART = re.compile(r"[一-鿿 \u3000]{0,10}\d+")
# What was found out of the cases of a warning, and what was got back.
_FOUND = re.compile("线索|涉[案及]|立案|追[回缴]|没追")

# What a check that is over brought out.
_BROUGHT_OUT = re.compile(r"[查抽]了|[没未不]|只有|其中\d")


def told_at(kind: str, facts: Sequence[Fact], text: str) -> list[Fact]:
    """Return the facts of a sheet, in its order, as a speech of a kind tells them.

    ``text`` is the sheet: clauses of one sentence are put together as they stand there.
    """
    read = _READERS.get(kind)
    if read is None:
        return list(facts)
    lines = (list(line) for _group, line in groupby(facts, key=lambda fact: fact.group))
    told = [read(line, text) for line in lines]
    if kind == "warning-education":
        told = list(_with_what_follows(told, text))
    return [fact for line in told for fact in line]


# What is told of all, and not of the case in front: 全县今年查处37件, 立案9件.
_OF_ALL = re.compile("(?<!安)全|各|同类|其他|立案|线索|信访|举报|(?:处分|移送)\\d")
# What is counted over a time is of no one case.
_SINCE = re.compile(
    r"(?:[今去前]年|[上下]?半年|本月|\d+月)[\d至到月—–-]{0,6}(?:以来|[一-鿿]{0,4}(?:共|查|审计|发生))"
)
# Whoever did it is named or masked: 林某.
_DOER = re.compile("[一-鿿]某")


def _with_what_follows(lines: Iterable[list[Fact]], text: str) -> Iterator[list[Fact]]:
    """Yield lines; those behind a case that name nobody of their own go on with it, as one story.

    追回41.2万, 头一笔是收了两条烟: what was got back and how it began is told with who did it.
    """
    case: Fact | None = None
    for line in lines:
        first = line[0]
        if case is not None and _follows(line, case):
            whole = _whole(line, FactType.CASE, text)
            # Each link of an accident is weighed by itself.
            linked = ACCIDENT.search(case.text) is not None
            yield whole if linked else [replace(fact, group=case.group) for fact in whole]
            continue
        told = all(fact.type is FactType.CASE for fact in line) and (_tells_who(line) or _is_accident(line))
        case = first if told else None
        yield line


def _follows(line: Sequence[Fact], case: Fact) -> bool:
    """Whether a line goes on with a case: it has no label, no heading and no person or body of its own."""
    told = "，".join(fact.text for fact in line)
    apart = any(fact.label or fact.section != case.section or fact.by for fact in line)
    if apart or _OF_ALL.search(told) or _is_asked_or_admitted(line):
        return False
    if ACCIDENT.search(case.text):
        # Who was at the place, and what he did or did not do, is of the accident.
        counts = any(fact.type is FactType.PROGRESS for fact in line) or _SINCE.match(told)
        return not (counts or _is_accident(line))
    own = any(fact.who or fact.persons for fact in line) or _BODY.match(told) or _tells_who(line)
    return not (own or _SINCE.match(told))


def _tells_who(line: Sequence[Fact]) -> bool:
    """Whether a line names or masks the person who did it."""
    told = "，".join(fact.text for fact in line)
    clauses = re.split("[，：；]", told)
    return bool(any(map(_DOER.search, clauses[:2])) or person_told_of(clauses[:2]) or line[0].persons)


def _at_ceremony(line: list[Fact], text: str) -> list[Fact]:
    """Return a line as honours, a deed, or how things stand; what is asked or admitted stays as it is."""
    line = [replace(fact, type=FactType.SITUATION) if _is_habit(fact) else fact for fact in line]
    if _is_asked_or_admitted(line) or _heading_of(line[0]) == FactType.CHECK:
        return line
    told = [fact for fact in line if fact.type is FactType.AWARD and not _HONOURED.match(fact.text)]
    if all(map(_is_honour, line)) or line[0].type is FactType.AWARD and not (told == line and _is_deed(line)):
        return list(map(_with_winners, _whole(line, FactType.AWARD, text)))
    sentences = list(_sentences(line, text))
    # What stands behind a deed on its line is told of the same person.
    deed = next((n for n, sentence in enumerate(sentences) if _is_deed(sentence)), len(sentences))
    front = list(chain(*sentences[:deed]))
    behind = (_whole(those, FactType.CASE, text) for those in _by_person(sentences[deed:]))
    return [*_as_things_stand(front, text), *chain(*behind)]


# Lines are numbered from 1; what is parted within one is numbered by where it stands, from here on.
_PARTED_LINES = 1_000_000
# What is shorter tells no deed of its own; 儿子也考进了 and 团长 go on with those in front.
SHORTEST_DEED = 10
_OF_HIS = re.compile("(?:儿子|女儿|孩子|妻子|丈夫|爱人|老伴|父亲|母亲|[哥弟姐妹]|徒弟|[团队组班]长)")


def _by_person(sentences: Sequence[list[Fact]]) -> Iterator[list[Fact]]:
    """Yield the sentences that tell of one person or body each: what stands behind a deed is of the same."""
    group = 0
    for number, sentence in enumerate(sentences):
        told = "，".join(fact.text for fact in sentence)
        own = len(told) > SHORTEST_DEED and not (_HE_DID.search(told) or _OF_HIS.match(told))
        if number and own and _is_deed(sentence):
            group = _PARTED_LINES + sentence[0].place.start
        yield [replace(fact, group=group) for fact in sentence] if group else sentence


def _sentences(line: Sequence[Fact], text: str) -> Iterator[list[Fact]]:
    """Yield the facts of each sentence of a line."""
    sentence: list[Fact] = []
    for fact in line:
        if sentence and not _goes_on(sentence[-1], fact, text):
            yield sentence
            sentence = []
        sentence.append(fact)
    yield sentence


def _in_warning(line: list[Fact], text: str) -> list[Fact]:
    """Return a line as a case, or as what is wrong: a look back at what was checked threatens nobody."""
    line = [_not_thanked(fact) for fact in (_as_row(line) or line)]
    if _is_asked_or_admitted(line) and not _is_accident(line):
        return [_no_case(fact) for fact in line]
    told = "。".join(fact.text for fact in line)
    known = any(fact.type is FactType.CASE for fact in line) and _heading_of(line[0]) == FactType.CASE
    punished = PUNISHED.search(told) and not IF.search(told) and not any(fact.by for fact in line)
    if known or punished or _PARTED.match(told) or _FOUND.search(told) or _is_accident(line):
        return _whole(line, FactType.CASE, text)
    if _heading_of(line[0]) == FactType.CHECK and _BROUGHT_OUT.search(told):
        return [replace(fact, type=FactType.PROBLEM) for fact in line]
    return line


def _as_row(line: Sequence[Fact]) -> list[Fact]:
    """Return a row that parts a sum, 63条里 白条入账 29 挪用 5, as one fact; [] for another line."""
    sum_ = _PARTED.fullmatch(line[0].text)
    if sum_ is None or not all(_PART.fullmatch(fact.text) for fact in line[1:]):
        return []
    parts = [f"{fact.label if fact.text.isdigit() else ''}{fact.text}" for fact in line[1:]]
    said = "，".join(re.sub("[ \u3000]", "", f"{part}{sum_[1]}") for part in parts)
    place = Place(line[0].place.line, line[0].place.start, line[-1].place.end)
    return [replace(line[0], type=FactType.CASE, text=f"{line[0].text}，{said}", place=place)]


def _no_case(fact: Fact) -> Fact:
    """Return what stands below a heading of loopholes as one of them, whoever it tells of."""
    heading = first_cue("label", fact.section)
    below = heading in (FactType.PROBLEM, FactType.CAUSE) and fact.type is FactType.CASE
    return replace(fact, type=FactType(heading)) if below else fact


def _not_thanked(fact: Fact) -> Fact:
    """Return what only speaks well of people as what the speaker thinks: 说明绝大多数同志干得辛苦."""
    thanked = fact.type is not FactType.THANKS or "谢" in fact.text
    return fact if thanked else replace(fact, type=FactType.STANCE)


def _heading_of(fact: Fact) -> str:
    """Return the class of the label of a fact, else that of its heading."""
    return first_cue("label", fact.label) or title_class(fact.section)


def _is_asked_or_admitted(line: Sequence[Fact]) -> bool:
    """Whether a line stands below work or what is wrong, or tells what is to be done."""
    return _heading_of(line[0]) in _OWN_HEADINGS or any(fact.type in _ASKED for fact in line)


def _with_winners(fact: Fact) -> Fact:
    """Return what counts the winners by their label alone, with it: 受表彰 20人."""
    bare = fact.label and fact.text[:1].isdigit() and "：" not in fact.text
    return replace(fact, text=f"{fact.label}的{fact.text}") if bare else fact


def _is_honour(fact: Fact) -> bool:
    return bool(_HONOURED.match(fact.text) or _PRIZE.match(fact.text))


def _is_deed(sentence: Sequence[Fact]) -> bool:
    """Whether a sentence tells what a person, a body or its people did, in more clauses than one."""
    told = "，".join(fact.text for fact in sentence)
    if any(fact.type is FactType.CASE for fact in sentence) or _HE_DID.search(told):
        return True
    clauses = re.split("[，：；]", told)
    named = name_at(clauses[0], 0) == clauses[0] or person_told_of(clauses[:2])
    called = any(map(_CALLED.match, (told, told.partition("：")[2])))
    somebody = named or called or _BODY.match(told)
    return bool(somebody) and "，" in told and _DID.search(told) is not None


def _is_habit(fact: Fact) -> bool:
    """Whether a fact tells what people do again and again, unasked: 剪刀队9个人，每月上门给老人理发."""
    unasked = fact.type is FactType.TASK and fact.frequency and not (fact.by or fact.owners or fact.soft)
    return bool(unasked) and not has_cue("hard", fact.text) and _is_deed([fact])


def _as_things_stand(line: Sequence[Fact], text: str) -> Iterator[Fact]:
    """Yield the facts of a line, nobody blamed for them; that nothing went wrong goes with what was done."""
    leans = [bool(_NOTHING.match(fact.text)) for fact in line] + [False]
    for index, fact in enumerate(line):
        if leans[index + 1] and fact.type in _TOLD:
            yield from _whole([fact, line[index + 1]], FactType.ACHIEVEMENT, text)
        elif not (leans[index] and index and line[index - 1].type in _TOLD):
            yield _unblamed(fact)


def _unblamed(fact: Fact) -> Fact:
    """Return a fact that blames somebody as one that tells how things stand, or how well."""
    if fact.type not in _BLAMING:
        return fact
    if _GOOD.search(fact.text):
        return replace(fact, type=FactType.ACHIEVEMENT)
    wrong = _STILL_WRONG.search(fact.text) or has_cue("bad-noun", fact.text)
    return fact if wrong else replace(fact, type=FactType.SITUATION)


def _is_accident(line: Sequence[Fact]) -> bool:
    """Whether a line tells of an accident at a time that is over."""
    past = any(when.relation == "at" for fact in line for when in fact.whens)
    asked = any(fact.by or fact.type in _ASKED for fact in line)
    return past and not asked and any(ACCIDENT.search(fact.text) for fact in line)


def _whole(line: Sequence[Fact], type_: FactType, text: str) -> list[Fact]:
    """Return a line as facts of one type, its clauses put together as the sentences of the sheet."""
    found: list[Fact] = []
    for fact in line:
        plain = replace(fact, type=type_, by=None, frequency="", owners=(), partners=(), demand="")
        before = found[-1] if found else None
        if before is not None and _goes_on(before, fact, text):
            found[-1] = _joined(before, plain, text)
        else:
            found.append(plain)
    return found


def _goes_on(before: Fact, fact: Fact, text: str) -> bool:
    """Whether nothing but a comma parts a fact from the one in front."""
    between = text[before.place.end : fact.place.start].strip()
    return bool(between) and between in COMMA


def _joined(first: Fact, second: Fact, text: str) -> Fact:
    between = text[first.place.end : second.place.start]
    return replace(
        first,
        text=f"{first.text}{between}{second.text}",
        place=Place(first.place.line, first.place.start, second.place.end),
        quantities=(*first.quantities, *second.quantities),
        whens=(*first.whens, *second.whens),
        persons=(*first.persons, *second.persons),
    )


_READERS: dict[str, Callable[[list[Fact], str], list[Fact]]] = {
    "commendation": _at_ceremony,
    "address": _at_ceremony,
    "inaugural": _at_ceremony,
    "warning-education": _in_warning,
}
