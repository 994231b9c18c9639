"""A fact out of its clauses: its words, figures, deadline, owners, whose it is and where it came from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.cues import has_cue, pattern
from drafter.facts.cut.items import opens_incident
from drafter.facts.cut.line_ends import is_sum
from drafter.facts.cut.lines import closed
from drafter.facts.people.doers import names_alone, names_behind
from drafter.facts.people.people import bracketed_duty, doer_of, names_in, person_told_of, split_names
from drafter.facts.people.persons import find_persons
from drafter.facts.sheet import AIMS, TASKS, Fact, FactType, Person, Place, Quantity, When
from drafter.facts.types.classify import Reading
from drafter.facts.types.fact_type import type_beside, type_of

# A story of somebody has so many clauses.
LEAST_STORY = 3
# Facts that somebody may have the duty of.
TAKES_OWNER = (*AIMS, FactType.FUND, FactType.CHECK)
_ACTED_ON = (FactType.TASK, FactType.CHECK, FactType.PROMISE)
# Facts of which it matters whose they are.
_HAS_WHO = (FactType.PROBLEM, FactType.REQUEST, FactType.CAUSE, FactType.CASE)


def build(readings: Sequence[Reading], text: str, number: int, before: Fact | None) -> Fact | None:
    """Return the fact that a group of clauses tells; None where nothing tells its type.

    ``before`` is the fact in front; a bare figure behind an achievement in one sentence is one too.
    """
    # 采编部管配书，工会管搬迁，协会管排班 introduces nobody of the name 管配书.
    shared = all(reading.type is FactType.DUTY for reading in readings)
    asked = FactType.REQUEST in (readings[0].clause.section_class, readings[0].clause.label_class)
    story = len(readings) >= LEAST_STORY and is_introduced(readings) and not (shared or asked)
    type_ = FactType.CASE if story else type_of(readings)
    first, last = readings[0].clause, readings[-1].clause
    if type_ is FactType.SITUATION and before is not None and _goes_on(before, readings, text):
        type_ = before.type
    figures = any(r.quantities for r in readings)
    ahead = type_ is None and any(r.to_come for r in readings)
    # 10月底通车 is a task by its day alone.
    type_ = FactType.TASK if ahead else type_
    sure = type_ is not None and not ahead and (max(r.weight for r in readings) > 1 or figures)
    if type_ is None:
        if before is None or before.group != first.item:
            return None
        type_, sure = type_beside(before, first.text), False
    end = closed(text, first.start, last.end)
    said = text[first.start : end]
    quantities = _inherit(tuple(q for r in readings for q in r.quantities), type_)
    quantities = _in_money(quantities, f"{first.label}，{said}")
    whens = tuple(w for r in readings for w in r.whens)
    owners, partners = _duties(type_, readings, said)
    return Fact(
        id=f"f{number}",
        type=type_,
        text=said,
        place=Place(first.line, first.start, end),
        topic=topic_of(readings),
        quantities=quantities,
        whens=whens,
        by=_by(type_, readings),
        frequency=_first("frequency", said),
        owners=owners or _actor(type_, readings),
        partners=partners,
        persons=tuple(p for r in readings for p in _persons(r)),
        who=who_of(readings) if type_ in _HAS_WHO else "",
        soft=_first("soft", said),
        source=_source(readings),
        label=first.label,
        section=first.section,
        group=first.item,
        sure=sure,
    )  # fmt: skip


def _first(table: str, said: str) -> str:
    """Return the first cue of a table in a text, "" without one."""
    found = pattern(table).search(said)
    return found[0] if found else ""


def _duties(
    type_: FactType, readings: Sequence[Reading], said: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who leads and who helps: in words of duty, beside the matter, in a bracket at its end."""
    owners = [n for r in readings if r.duty for n in r.duty.owners]
    partners = [n for r in readings if r.duty for n in r.duty.partners]
    for beside in dict.fromkeys(r.clause.beside for r in readings if r.clause.beside):
        owners += [n for cell in beside.owners for n in names_in(cell.text) if n not in owners]
        partners += [n for cell in beside.partners for n in names_in(cell.text) if n not in partners]
    if not owners and type_ in TAKES_OWNER and (found := bracketed_duty(said)):
        return found.owners, (*partners, *found.partners)
    named = _bare_names(readings) if type_ in _ACTED_ON else ()
    # 器材补齐，乡镇办: he does it, and is no office.
    named = tuple(name for name in named if name.removesuffix("办") not in owners)
    if named:
        # 育种室牵头，加工室、装备室: who stands bare behind the one that leads helps him.
        return (tuple(owners), (*partners, *named)) if owners else (named, tuple(partners))
    return tuple(owners), tuple(partners)


def _bare_names(readings: Sequence[Reading]) -> tuple[str, ...]:
    """Return those whom a fact names bare, behind what is to be done: 9月10日前装好，设备科、王班长."""
    # 68万，市财政: who pays is not who does it.
    doers = (r for before, r in pairwise(readings) if not is_sum(before.clause.text))
    # 院领导谈科主任 tells who does what to whom.
    alone = (n for reading in doers for n in names_alone(reading.clause) if not re.search("谈", n[1:-1]))
    if names := tuple(alone):
        return names
    return next(filter(None, (names_behind(reading.clause) for reading in readings)), ())


def _due(readings: Sequence[Reading]) -> When | None:
    return next((reading.due for reading in readings if reading.due), None)


# 值班室9月底前改造12间: a room does nothing.
_ROOM = re.compile("(?:值班|自习|教|病|浴|休息|更衣|阅览|会议|活动|卫生)(?:教)?室$")


_PAPER = re.compile("^(?:方案|名单|清单|办法|细则|台账|计划)(?=[一-鿿]{2,})")
_COLON = re.compile(r"[：:]\s*")


def _actor(type_: FactType, readings: Sequence[Reading]) -> tuple[str, ...]:
    """Return the body that acts in a task or a check: 信访局每月排队, 工程部10月30日前接通."""
    if type_ not in _ACTED_ON:
        return ()
    for index, reading in enumerate(readings):
        if doer := doer_of(reading.clause.text):
            return doer
        label, text = reading.clause.label, reading.clause.text
        announced = _COLON.match(text, len(label)) if text.startswith(label) else None
        found = pattern("actor").match(text[announced.end() :] if announced else text)
        helped = reading.duty and reading.duty.partners
        if found and not (reading.clause.aside or helped or _ROOM.search(found["who"])):
            # 高值耗材全部由市里统一议价: who acts stands behind 由.
            who = re.sub(".*(?<![理缘事自])由(?=..)", "", found["who"])
            # 救护车县里年底前给换: what it is about stands in front.
            who = re.sub("^.{2,}(?=[省市县区镇乡村院校矿厂局]里$)", "", who)
            # 方案体育组8月31日前交: so does the paper.
            return split_names(_PAPER.sub("", who))
        persons = _persons(reading) if index else []
        if persons and persons[0].place.start == reading.clause.start:
            # 设备总监 丘望北 签字放行: who stands in front acts.
            return (persons[0].text,)
    return ()


def _by(type_: FactType, readings: Sequence[Reading]) -> When | None:
    """Return the deadline of a fact; an incident has none."""
    if opens_incident(readings):
        return None
    if type_ in _HAS_WHO or type_ in (FactType.SITUATION, FactType.ACHIEVEMENT):
        # 三年内换了19个人 tells how long it took.
        whens = [w for r in readings for w in r.whens if w.relation != "within"]
        return _deadline(whens)
    whens = [w for r in readings for w in r.whens]
    days = [w.end for w in whens if w.grain == "day" and w.relation == "at" and w.end is not None]
    # 二模5月8日，阅卷3天内出成绩: the days count from the day in front.
    whens = [w for w in whens if w.relation != "within" or w.end is None or all(w.end >= d for d in days)]
    return _deadline(whens) or _due(readings) or end_as_deadline(type_, readings)


_EACH_DAY = re.compile("当[天日晚]")


def _deadline(whens: Sequence[When]) -> When | None:
    """Return the first deadline, one with a day before one without: 清明前（4月5日前）.

    投诉当天接、三天内见面 is counted from each complaint, and no day of the calendar.
    """
    counted = any(when.text in ("当天", "当日") for when in whens)
    due = [w for w in whens if w.relation in ("by", "within") and not (counted and w.days is not None)]
    # 当天交方的，当晚送到 is so day by day.
    found = [w for w in due if not _EACH_DAY.match(w.text)]
    return next((when for when in found if when.end is not None), found[0] if found else None)


def _goes_on(before: Fact, readings: Sequence[Reading], text: str) -> bool:
    first = readings[0]
    beside = text[before.place.end : first.clause.start].strip(" ") in ("，", ",")
    bare = (
        max(r.weight for r in readings) < 2 and not first.whens and not has_cue("bad-noun", first.clause.text)
    )
    return beside and bare and before.type in (FactType.ACHIEVEMENT, FactType.PROBLEM)


def end_as_deadline(type_: FactType, readings: Sequence[Reading]) -> When | None:
    """Return 年底 or 今天 of a task as its deadline: 年底力争降到8天以内."""
    if type_ not in TASKS:
        return None
    for reading in readings:
        for when in reading.whens:
            if when.relation == "at" and re.search(
                "[底末]$|^(?:[今明][天日晚早夜]|[本这下]周|本月)$", when.text
            ):
                return replace(when, relation="by")
    return None


_MEASURES = re.compile("同级|同类|平均|全[国省市县区]|行业|标准|要求|国家")
# What is many times as much is no measure of it.
_FAR = 3


def _is_measure(quantity: Quantity, before: Quantity) -> bool:
    """Whether a figure without unit is what the one before it is held against."""
    near = before.value <= quantity.value * _FAR and quantity.value <= before.value * _FAR
    told = _MEASURES.search(quantity.noun) is not None
    return told and near and bool(before.unit) and not before.lacks_unit and not quantity.scale


def _is_like_sum(quantity: Quantity, before: Sequence[Quantity]) -> bool:
    """Whether a figure without unit tells what of each, as one of money in front of it does."""
    return quantity.role == "each" and bool(before) and before[-1].unit == "元"


# A fact with one of these is about money, and 累计286万 in it is an amount.
_ABOUT_MONEY = re.compile(
    "资金|财政|[院县市区镇乡村校厂矿司]里?出(?![台现口门来去])|房主出|^[一-鿿]{0,4}(?:买|购置?|采购)|，(?:[县市区镇]里)?(?:买|购|采购)|"
    "[公股租罚押佣赃]金|款|钱|费|贪|挪用|收[了受“]|骗|补[贴助偿]|回扣|好处|受贿"
)
_TAKEN = re.compile("[领套占拿贪挪退追交罚收骗吞花欠]了?$")


# 防跌倒床要添10张，每张8600: what each of those that are bought costs; 补多少，报来800.
_PRICED = re.compile(
    r"(?:添|买|购|换|装|配)[^，]{0,4}\d+(?P<unit>[张台套部盏辆把间座块])，[^，]{0,3}每(?P=unit)(?P<sum>[\d.]+)(?![\d万亿一-鿿])"
    r"|(?:^|，)[^\d，]{2,8}一[台套部盏辆把间座块](?P<one>\d[\d.]*)(?=，|$)"
    # 更换消毒柜9组，31万: what the work costs stands alone behind what is done.
    r"|(?:添|购|换|装|建|修|改造)[^，\d]{0,8}\d[^，\d]{1,3}，[共约要需花]{0,2}(?P<cost>\d[\d.]*[万亿])(?=，|$)"
    r"|(?:补|赔|退|奖|罚)多少，[^，]{0,3}报(?:来|上来)的?是?(?P<told>[\d.]+)(?![\d万亿一-鿿])"
)


def _in_money(quantities: tuple[Quantity, ...], text: str) -> tuple[Quantity, ...]:
    """Return the quantities, those that count nothing but 万 or 亿 as money in a fact about money."""
    if priced := _PRICED.search(text):
        told = priced["sum"] or priced["one"] or priced["cost"] or priced["told"]
        bare = (q for q in quantities if q.lacks_unit and q.text == told)
        money = {id(q): replace(q, unit="元", lacks_unit=False, is_completed=True) for q in bare}
        quantities = tuple(money.get(id(q), q) for q in quantities)
    if not _ABOUT_MONEY.search(text):
        return quantities

    def is_money(quantity: Quantity) -> bool:
        bare = len(quantity.noun) < 2 or _TAKEN.search(quantity.noun) or _ABOUT_MONEY.search(quantity.noun)
        return quantity.lacks_unit and quantity.scale in ("万", "亿") and bool(bare)

    return tuple(replace(q, unit="元", lacks_unit=False) if is_money(q) else q for q in quantities)


def _inherit(quantities: tuple[Quantity, ...], type_: FactType) -> tuple[Quantity, ...]:
    """Return the quantities, those without noun with the noun of the same unit before them."""
    # What funds count in 万 is money.
    known: dict[str, str] = {"元": ""} if type_ is FactType.FUND else {}
    found: list[Quantity] = []
    for quantity in quantities:
        if not quantity.noun and quantity.unit in known:
            quantity = replace(quantity, noun=known[quantity.unit])
        if quantity.scale == "万" and quantity.lacks_unit and "元" in known:
            # 680万元，比去年多120万: the second is money as the first is.
            quantity = replace(quantity, unit="元", lacks_unit=False)
        elif quantity.lacks_unit and found and _is_measure(quantity, found[-1]):
            # 平均住院日8.4天（同级医院7.6）: what it is held against has its unit.
            quantity = replace(quantity, unit=found[-1].unit, lacks_unit=False)
        elif quantity.lacks_unit and not quantity.scale and _is_like_sum(quantity, found):
            # 每亩补20元，每吨补40
            quantity = replace(quantity, unit="元", lacks_unit=False)
        elif type_ in TASKS and quantity.role == "done":
            # 14部皮带装86个点位 is still to be done.
            quantity = replace(quantity, role="plain")
        elif (
            quantity.role == "change" and quantity.lacks_unit and found and found[-1].scale == quantity.scale
        ):
            # 1860万平米，比上年多120万: a change is counted as what changes.
            quantity = replace(quantity, unit=found[-1].unit, lacks_unit=False)
        known.setdefault(quantity.unit, quantity.noun)
        found.append(quantity)
    return tuple(found)


def _persons(reading: Reading) -> list[Person]:
    clause = reading.clause
    return find_persons(clause.text, clause.line, clause.start)


def topic_of(readings: Sequence[Reading]) -> str:
    """Return what a fact is about: the words in front of its first verb, date or figure.

    A label that opens the fact is its topic where nothing but a verb follows: 飞线充电：查到216处.
    """
    first = readings[0]
    start, text = first.clause.start, first.clause.text
    label = first.clause.label
    if label and text.startswith((f"{label}：", f"{label}:")):
        size = len(label) + 1
        words = _front_words(first, start + size, text[size:])
        # 东门错峰放学：七年级16:50: each of a list has its hour.
        only_verb = not pattern("verb-before-number").sub("", words) or all(map(is_clock, readings))
        return label if only_verb and not any(sign.isdigit() for sign in label) else words
    return _front_words(first, start, text)


def _front_words(first: Reading, start: int, text: str) -> str:
    if attributed := re.match(r"(?:[一-鿿]{1,8}的)(?=\d)", text):
        # 没整改的23个风险点: what is counted.
        counted = [q for q in first.quantities if q.place.start == start + attributed.end()]
        if counted:
            end = counted[0].place.end - start
            behind = text[end:].startswith(counted[0].noun)
            # 二楼住人的57家 has its noun in front.
            return text[attributed.end() : end] + counted[0].noun if behind else text[:end]
    ends = [w.place.start - start for w in first.whens if w.place.start > start]
    ends += [q.place.start - start for q in first.quantities if q.place.start > start]
    left = next((w.place.end - start for w in first.whens if w.place.start == start), 0)
    if often := pattern("frequency").match(text):
        left = max(left, often.end())
    if text.startswith("其中"):
        left = 2
    ends = [end for end in ends if end > left]
    words = text[left : min(ends, default=len(text))]
    if not words and first.quantities and first.quantities[0].place.start == start + left:
        return text[left : first.quantities[0].place.end - start] + first.quantities[0].noun
    # 还差什么 in quotation marks is a name.
    verb = pattern("topic-end").search(words, max(1, words.find("”")) if words.startswith("“") else 1)
    return (words[: verb.start()] if verb else words).strip(" 　，,的")[:24]


def who_of(readings: Sequence[Reading]) -> str:
    """Return whose problem or request it is: the body or place in front, or the label."""
    if label := _source(readings):
        return label
    text = re.sub(
        "^(?:今年|去年|上半年|全年|目前|以来|至今|[都全]在|集中在|主要在)+", "", readings[0].clause.text
    )
    found = pattern("who-front").match(text)
    # 评残要跑医院 tells what one has to do there, and names no hospital.
    general = found is None or re.search("^(?:[全各有每某一两被]|其他)|标准|[要跑没不把给让]", found[0])
    # 石羊乡一个项目 tells where it is, and not whose it is.
    of_place = found is not None and re.match(
        "有?一(?:[条段座处]|个(?:项目|工程|工地|小区))", text[found.end() :]
    )
    return "" if found is None or general or of_place else found[0]


def _source(readings: Sequence[Reading]) -> str:
    label, class_ = readings[0].clause.label, readings[0].clause.label_class
    # 有限空间61处 counts places, and is no office; 最慢的3个乡镇 tells of several, and names none.
    counted = re.search(r"(?:\d|的[两三四五六七八九十几])[处所部科室]$|[\d两三四五六七八九十几][个家]", label)
    return label if label and not class_ and not counted and pattern("body-end").search(label) else ""


def is_clock(reading: Reading) -> bool:
    """Whether a clause gives one of a list its hour: 七年级16:50."""
    clocks = [when for when in reading.whens if when.grain == "clock"]
    bare = re.sub("^[^：:]*[：:](?=[一-鿿])", "", reading.clause.text)
    return len(clocks) == 1 and len(bare) - len(clocks[0].text) <= 6


# 大湾镇一户, 去年底有户人家, and what befell them behind it.
_ONE_HOUSEHOLD = re.compile(
    "(?:[去今前]年[一-鿿]{0,2})?(?:[一-鿿]{0,6}[有一]一?户(?:人家)?|[一-鿿]{2,6}有[家户]人家)"
)


def is_introduced(readings: Sequence[Reading]) -> bool:
    """Whether the first clauses name one of whom a story follows: 粮站老职工黄有福，今年83岁; 大湾镇一户."""
    # 每周教务处查课 opens with how often, and with nobody.
    plain = not any(each.duty or each.deadline for each in readings)
    plain = plain and not pattern("frequency").match(readings[0].clause.text)
    one = _ONE_HOUSEHOLD.fullmatch(readings[0].clause.text)
    return plain and bool(one or person_told_of([each.clause.text for each in readings[:2]]))


def joined_duty(last: Fact | None, fact: Fact, original: str) -> Fact | None:
    """Return the last duty with the partners that stand alone behind it, None where they are none.

    水利局牵头；应急、气象配合.
    """
    if last is None or last.group != fact.group or fact.owners or not fact.partners or last.partners:
        return None
    if fact.type is not FactType.DUTY or last.type is not FactType.DUTY or fact.quantities:
        return None
    place = Place(last.place.line, last.place.start, fact.place.end)
    return replace(last, text=original[place.start : place.end], place=place, partners=fact.partners)
