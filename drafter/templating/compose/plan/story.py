"""A deed or a case told as a story: who it is about, short sentences, its end in a sentence of its own."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.people.audiences import PEOPLE
from drafter.facts.people.names import may_begin_name, name_at
from drafter.facts.people.people import person_told_of
from drafter.facts.sheet import TASKS, Fact, FactType

# A sentence of a story that has so many signs ends at the next comma.
LONG = 44
# When something happened, in front of who did it.
_TIME = re.compile(
    r"(?:\d{2,4}(?:[—–-]\d{2,4})?年(?!级)|[去今前]年|上个?月)?(?:\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|底|初)?|[春夏秋冬][天季]?)?"
    r"(?:[到至](?=\d)(?:\d{2,4}年)?(?:\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|底|初)?)?)?"
    "(?:夜里|凌晨|半夜|深夜|清早|早上|中午|下午|晚上|傍晚|天亮|第二天|后来|那天)?(?:\\d{1,2}[时点](?:\\d{1,2}分)?)?"
)
# At what hour of the day somebody always did something is no new time: 两年里跟货主串通，夜里改磅单.
_OF_DAY = re.compile("夜里|凌晨|半夜|深夜|清早|早上|中午|下午|晚上|傍晚")
# What somebody does, right behind the time.
_DOES = re.compile(
    "发现|遇到|遇上|碰上|在|把|带|给|跑|守|为(?!了)|从|到|虚报|挪用|收受|利用|骗取?|救|冲|跳|主动|连续|坚持|一个人|独自|还|又|参加|接"
)
_PUNISHED = re.compile(
    "(?:被|受到?|给予)?(?:开除|党内|政务|行政|撤|免去?职|判|移送|解除|记过|留党|处分|(?:严重)?警告|诫勉|停[^，]{2,4}权|调岗)"
)
# 戚老师, 甄院长: the surname, and what he is.
_BY_SURNAME = re.compile(
    "(?P<surname>[一-鿿]|[一-鿿]{2}(?=老师|师傅|医生|教授|院长|校长|书记|主任))(?:老师|医生|师傅|大姐|大哥|阿姨|大爷|教授|院长|校长|支书|主任|书记|队长|老板|先生|女士|总|工|老)"
)
_STORY = re.compile(r"(?P<who>[一-鿿]{2,4}?)的?(?:故事|事迹|做法|经历|那?\d+[一-鿿])")
# What is called so, or has this behind its name, is a place or a body: 罗江镇.
_OF_A_PLACE = "[镇村乡县区寨厂矿]|街道|小学|中学|公司|医院"
# A person is named in so many signs at the front of what is told of him.
LONGEST_FRONT = 24
# What goes on with the clause before it.
_LEANS = re.compile(
    "^(?:[没未]|涉[及案]|罚款|从中|叫(?=[一-鿿]{2,3}$)|用于|一共|总共|共计|合计|累计|总计|折合|占|导致|造成|让|使|其中|并|还|又|一直|直到|就|才|[她他]才|但|可|却|也|穿|丈夫|妻子)"
)
# 10月自己写了第一封信: behind the time, what needs the one who is told of in front of it.
_GOES_ON = re.compile("自己|亲手|第一[次回]|头一[次回]|终于|[才就又还]")
# A clause that begins with a figure or with what somebody did has its subject in the sentence before it.
_BARE = re.compile(r"^(?:\d|共|合计|累计|总计|折合|占|均|留置|(?:[一-鿿]{1,2})[了出](?!来|去|$))")
# What goes on counting: 处分9人，其中村支书2人，会计4人.
_COUNTS = re.compile(r"[一-鿿]{1,10}\d+[一-鿿]?")
# So long a sentence parts even there.
LONGEST = 60
# What a clause leads up to, and a relative whom the next is about: 等到大队人马到了, 丈夫原来是护林员.
_LEADS_ON = re.compile(
    "^(?:等|直到|当|要是|如果|家属|(?:[她他]的?)?(?:丈夫|妻子|父亲|母亲|爱人|儿子|女儿|孩子))"
    "|.*利用[^，]*(?:便利|之便|机会)$"
)


def hero_of(fact: Fact) -> str:
    """Return the one person whom a deed is told of; "" where it names nobody or several.

    What is done each week, 每周教务处查课, is nobody's deed.
    """
    if fact.text.startswith("每"):
        return ""
    named = [person.name for person in fact.persons if len(person.name) > 1]
    return named[0] if len(named) == 1 else person_told_of(re.split("[，：；]", fact.text)[:2])


def asks_something(facts: Sequence[Fact]) -> bool:
    """Whether facts ask something of somebody, by a day or by name; when a thing happened is no such day."""
    return any(fact.owners or fact.by and fact.type in TASKS for fact in facts)


def person_meant(who: str, fact: Fact) -> str:
    """Return the name of the person of whom a fact tells, where the words of a wish mean him; else "".

    罗江镇引来12家 tells of a town, and of nobody by the name of 罗江.
    """
    if not who or asks_something([fact]) or fact.type in (FactType.DUTY, FactType.CHECK):
        return ""
    if re.search(f"(?:{_OF_A_PLACE})$", who) or re.search(f"{re.escape(who)}(?:{_OF_A_PLACE})", fact.text):
        return ""
    front, hero = fact.text[:LONGEST_FRONT], hero_of(fact)
    if hero and (who.startswith(hero) or who.endswith(hero) or front.startswith(f"{who}{hero}")):
        # 老院长 of 老院长龙云章.
        return hero
    if name_at(who, 0) == who and who in front:
        return who
    if re.fullmatch("[老小][一-鿿]", who) and who in front:
        return who
    found = _BY_SURNAME.fullmatch(who) if may_begin_name(who, 0) else None
    if found is not None:
        if hero.startswith(found["surname"]) and len(hero) > 1:
            return hero
        return who if who in front else full_name(who, fact.text)
    return ""


def is_called_by_surname(words: str) -> bool:
    """Whether words call one person by his surname and what he is: 臧师傅; 班主任 calls none."""
    called = _BY_SURNAME.fullmatch(words) is not None and not PEOPLE.fullmatch(words)
    return called and may_begin_name(words, 0)


def full_name(called: str, text: str) -> str:
    """Return the name in a text of one whom a wish calls by his surname: 贺兰舟 for 贺老板; else ""."""
    found = _BY_SURNAME.fullmatch(called)
    places = (m.start() for m in re.finditer(found["surname"], text)) if found else ()
    names = (name_at(text, place) or _in_front_of_age(text, place) for place in places)
    return next((name for name in names if len(name) > 1), "")


_NAME_WITH_AGE = re.compile(r"[一-鿿]{2,3}(?=\d{2}岁)")


def _in_front_of_age(text: str, place: int) -> str:
    """Return the name in front of an age, 臧成林58岁; "" if none begins at ``place``."""
    found = _NAME_WITH_AGE.match(text, place)
    return found[0] if found else ""


def whose_story(words: str) -> str:
    """Return whose deed a wish wants told: 米朵 of 米朵的故事; "" where it wants no deed told."""
    found = _STORY.fullmatch(words)
    return found["who"] if found and not found["who"].endswith(("了的", "了", "过")) else ""


def as_story(text: str, hero: str) -> str:
    """Return the clauses of a deed in short sentences, without the last stop. Its words stay as they are."""
    clauses = text.split("，")
    if len(clauses) < 3 or re.search("[。；]", text):
        return text
    sentences: list[list[str]] = [[clauses[0]]]
    for clause in clauses[1:]:
        current = sentences[-1]
        if _opens(current, clause, hero):
            sentences.append([_with_subject(clause, hero)])
        else:
            current.append(clause)
    return "。".join("，".join(sentence) for sentence in sentences)


def _is_quoting(text: str) -> bool:
    return text.count("“") > text.count("”")


def _opens(current: list[str], clause: str, hero: str) -> bool:
    """Whether a clause opens a sentence: a new time, a punishment, or where it grows long."""
    introduces = bool(hero) and len(current) > 1 and current[-1].endswith(hero)
    if introduces or _LEADS_ON.match(current[-1]) or _is_quoting("，".join(current)):
        return False
    if _PUNISHED.match(clause, len(_time_of(clause))):
        return not (any(map(_PUNISHED.search, current)) or _COUNTS.fullmatch(clause))
    if _PUNISHED.search(current[-1]):
        return False
    if (time := _time_of(clause)) and not _OF_DAY.fullmatch(time):
        if not hero and _GOES_ON.match(clause, len(time)):
            return False
        return len(current) > 1 or len(current[0]) > LONG
    size = len("，".join(current))
    if (
        _LEANS.match(clause)
        or _COUNTS.fullmatch(clause)
        or (_BARE.match(clause) and size + len(clause) <= LONGEST)
    ):
        return False
    # 拿供应商好处41万元 has its subject in front: only a sentence that is all too long ends there.
    whole = re.match("[这那他她]", clause) is not None
    return size > LONG and (whole or size + len(clause) > LONGEST)


def _time_of(clause: str) -> str:
    match = _TIME.match(clause)
    return match[0] if match and len(match[0]) > 1 else ""


def _with_subject(clause: str, hero: str) -> str:
    """Name the person at the front of a sentence: behind the time, or as the one who is punished."""
    if _PUNISHED.match(clause):
        return f"{hero}{clause}" if clause.startswith(("被", "受")) and hero else f"结果是{clause}"
    time = _time_of(clause)
    if not time or not hero or hero in clause or not _DOES.match(clause, len(time)):
        return clause
    return f"{time}，{hero}{clause[len(time) :]}"
