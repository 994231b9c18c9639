"""Clauses into facts: which commas part two facts, and which only parts of one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from drafter.facts.classify import Reading
from drafter.facts.cues import found_cues, has_cue, pattern
from drafter.facts.fact_type import is_found, is_look, is_price, leans, type_of
from drafter.facts.lines import closed
from drafter.facts.people import (
    bracketed_duty,
    doer_of,
    find_persons,
    names_in,
    person_told_of,
    split_names,
)
from drafter.facts.sheet import Fact, FactType, Person, Place, Quantity, When

# A story of somebody has so many clauses.
LEAST_STORY = 3
# So short a clause in front of a deadline only tells what is due.
SHORTEST = 5
# No fact has more clauses; a text without end is cut here, so that reading stays in proportion.
MOST_CLAUSES = 12
# Facts that a deadline in the next clause belongs to; a gap or a problem stands for itself.
_TAKES_DEADLINE = (
    None,
    FactType.TASK,
    FactType.PROMISE,
    FactType.SITUATION,
    FactType.PROGRESS,
    FactType.FUND,
)
_TAKES_OWNER = (FactType.TASK, FactType.PROMISE, FactType.GAP, FactType.FUND, FactType.CHECK)
# Facts of which it matters whose they are.
_AIMS = (FactType.TASK, FactType.PROMISE)
_HAS_WHO = (FactType.PROBLEM, FactType.REQUEST, FactType.CAUSE, FactType.CASE)
# What weighs so much is a sanction.
_SANCTION = 6
_STORIES = (FactType.CASE.value, FactType.REQUEST.value)
_KIN = ("done", "rest", "part", "change", "share", "to", "each")


def group(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Return the clauses of one segment as facts."""
    groups: list[list[Reading]] = []
    for reading in readings:
        ranked = any(q.role == "rank" for q in reading.quantities)
        full = bool(groups) and len(groups[-1]) >= MOST_CLAUSES
        if (
            groups
            and not full
            and not _is_of_earlier(groups, reading)
            and (ranked or joins(groups[-1], reading))
        ):
            groups[-1].append(reading)
        else:
            groups.append([reading])
    return groups


def _is_of_earlier(groups: Sequence[Sequence[Reading]], reading: Reading) -> bool:
    """Whether who has the duty belongs to a task in front of the money for it, and not to the money."""
    if reading.duty is None or reading.duty.matter or type_of(groups[-1]) is not FactType.FUND:
        return False
    return any(type_of(each) in _AIMS and not any(r.duty for r in each) for each in groups[:-1])


def joins(current: Sequence[Reading], reading: Reading) -> bool:
    """Whether a clause goes on with the fact before it."""
    type_ = type_of(current)
    if (told := _by_form(current, reading)) is not None:
        return told
    if reading.type is None or type_ is None:
        return reading.duty is None or type_ is not None
    if reading.duty is not None:
        return _takes_owner(current, type_, reading)
    if (reading.deadline or reading.type is FactType.TASK) and _is_apart(current, type_, reading):
        return False
    if _begins_with_time(reading) and not reading.quantities[1:]:
        return type_ in _TAKES_DEADLINE or (
            type_ is FactType.DUTY and any(e.duty and e.duty.matter for e in current)
        )
    return _goes_on_by_words(current, type_, reading)


def _by_form(current: Sequence[Reading], reading: Reading) -> bool | None:
    """Return whether a clause goes on where its form alone tells; None where it does not."""
    if len(current) == 1 and len(current[0].clause.text) <= SHORTEST and _is_due(current[0], reading):
        # 门诊排队，三个月之内压到1小时: what is to be done about it.
        return True
    if len(current) == 1 and _is_bare_subject(current[0]) and not reading.clause.aside:
        return True
    if reading.clause.aside and reading.type is not None:
        return False
    if _is_bare_figure(reading) or _is_story(current, reading) or _lists_hours(current, reading):
        return True
    if (told := _by_condition(current, reading)) is not None:
        return told
    if leans(reading):
        # 塌方11处，都抢通了
        return True
    if _stands_alone(current, reading):
        return False
    return True if current[-1].clause.text.endswith(("到之前", "的", "方面", "当中", "来看", "看")) else None


def _by_condition(current: Sequence[Reading], reading: Reading) -> bool | None:
    """Return whether a clause goes on with whom a sanction will meet: 补不足的，差一人扣300元."""
    if pattern("condition").search(reading.clause.text):
        return False
    met = len(current) == 1 and pattern("condition").search(current[0].clause.text)
    return True if met else None


def _stands_alone(current: Sequence[Reading], reading: Reading) -> bool:
    """Whether a clause is the money of a task or a sanction: 达不到的核减指标."""
    dear = reading.type is FactType.FUND and bool(reading.quantities) and not is_price(reading)
    if dear and not reading.clause.text.startswith("其中") and type_of(current) in _AIMS:
        return True
    sanction = reading.scores.get(FactType.CHECK, 0) >= _SANCTION
    return sanction and type_of(current) is not FactType.CHECK


def _is_due(subject: Reading, reading: Reading) -> bool:
    """Whether a clause says by when something is to be done about the words in front."""
    wrong = re.search("[没未不无缺坏差]", subject.clause.text)
    plain = not subject.quantities and not subject.whens and not subject.duty and not wrong
    return plain and reading.deadline is not None and _begins_with_time(reading)


def _is_bare_figure(reading: Reading) -> bool:
    """Whether a clause is a figure and hardly more: 快三成."""
    said = sum(len(quantity.text) for quantity in reading.quantities)
    return bool(said) and len(reading.clause.text) - said <= 1 and not reading.whens


def _lists_hours(current: Sequence[Reading], reading: Reading) -> bool:
    return _is_clock(reading) and any(map(_is_clock, current))


def _is_clock(reading: Reading) -> bool:
    """Whether a clause gives one of a list its hour: 七年级16:50."""
    clocks = [when for when in reading.whens if when.grain == "clock"]
    bare = re.sub("^[^：:]*[：:](?=[一-鿿])", "", reading.clause.text)
    return len(clocks) == 1 and len(bare) - len(clocks[0].text) <= 6


def _is_story(current: Sequence[Reading], reading: Reading) -> bool:
    """Whether two clauses of one sentence tell one case, who took what and was punished, or one request."""
    first = current[0].clause
    told = first.label_class in _STORIES or first.section_class in _STORIES
    if _is_introduced(current) and not reading.clause.aside:
        return reading.duty is None and not reading.deadline and reading.clause.segment == first.segment
    if reading.deadline or current[-1].deadline:
        # 4月30日前办结60件，其余6月30日前: what is promised to those who asked.
        told = FactType.CASE.value in (first.label_class, first.section_class)
    return told and not reading.clause.aside and reading.clause.segment == first.segment


def _is_introduced(readings: Sequence[Reading]) -> bool:
    """Whether the first clauses name one person of whom a story follows: 粮站老职工黄有福，今年83岁."""
    plain = not any(each.duty or each.deadline for each in readings)
    return plain and bool(person_told_of([each.clause.text for each in readings[:2]]))


def _is_apart(current: Sequence[Reading], type_: FactType, reading: Reading) -> bool:
    """Whether a clause with a deadline tells a task of its own."""
    dated = any(each.deadline or _end_as_deadline(FactType.TASK, [each]) for each in current)
    if dated and (reading.deadline or _end_as_deadline(FactType.TASK, [reading])):
        return True
    if reading.quantities and re.match("(?:再|另|还要|同时)", reading.clause.text) and type_ is FactType.TASK:
        # 31盏月底前修好，再新装40盏
        return dated and any(each.quantities for each in current)
    # 已完成15个村，剩2个村25日前审完: what is done, and what is to do.
    due = reading.deadline and reading.deadline.relation == "by" and reading.type is FactType.TASK
    counted = type_ is FactType.SITUATION and any(each.quantities for each in current)
    done = counted or type_ in (FactType.PROGRESS, FactType.ACHIEVEMENT)
    return bool(due) and done and not _begins_with_time(reading)


def _is_bare_subject(reading: Reading) -> bool:
    """Whether a clause only names somebody or something: 一车间乙班赵立冬."""
    # 去年冬旱: a year in front tells when, and no more.
    whens = [when for when in reading.whens if when.relation != "at" or when.grain not in ("year", "half")]
    text = reading.clause.text
    if re.fullmatch("[一-鿿]{1,6}[过了]的[一-鿿]{2,4}", text):
        return True
    if re.fullmatch("有?一[份个件位名张][一-鿿]{2,10}", text) and not found_cues("type", text):
        # 一份许可材料，让人家跑了4趟
        return True
    said = reading.quantities or whens or reading.duty or found_cues("type", text)
    return not said and 2 < len(text) <= 12 and not pattern("topic-end").search(text, 1)


def _goes_on_by_words(current: Sequence[Reading], type_: FactType, reading: Reading) -> bool:
    """Whether words and figures alone make a clause a part of the fact before it."""
    dependent = bool(pattern("dependent").match(reading.clause.text))
    had = [q for each in current for q in each.quantities]
    counted = had or any(re.search(r"\d[:：]1(?!\d)", each.clause.text) for each in current)
    if counted and reading.quantities and has_cue("no-subject", _after_time(reading)):
        same = reading.type is type_ or reading.type is FactType.SITUATION
        return same or dependent or is_found(current[-1], reading) or _is_kin(had, reading)
    if counted and reading.quantities:
        return dependent or is_found(current[-1], reading) or _is_kin(had, reading)
    if type_ is FactType.PROBLEM and not had and reading.quantities and is_look(reading):
        # 有的拿挂名凑数，抽查60户，11户还是原来的摊子: the look tells how far it goes.
        return True
    if dependent:
        compared = reading.clause.text.startswith(("其中", "比", "同比", "较"))
        return reading.type is type_ or reading.weight < 2 or compared
    if not had and type_ in (FactType.ACHIEVEMENT, FactType.PROBLEM, FactType.CASE) and reading.weight < 2:
        # 老年食堂开了，每天38个老人吃
        return True
    if type_ in (FactType.TASK, FactType.PROMISE) and reading.weight < 2 and not reading.whens:
        # 作业公示9月1日起执行，七年级≤60分钟: how much of it.
        return True
    return reading.type is type_ or (reading.weight < 2 and not reading.quantities)


def _after_time(reading: Reading) -> str:
    """Return the words of a clause behind the day with which it begins."""
    first = reading.whens[0] if reading.whens else None
    begins = first is not None and first.place.start == reading.clause.start
    return (
        reading.clause.text[first.place.end - first.place.start :]
        if first and begins
        else reading.clause.text
    )


def _takes_owner(current: Sequence[Reading], type_: FactType, reading: Reading) -> bool:
    if type_ is FactType.DUTY:
        return reading.duty is not None and not reading.duty.matter
    own = reading.duty is not None and reading.duty.matter
    return not own and type_ in _TAKES_OWNER


def _begins_with_time(reading: Reading) -> bool:
    first = reading.whens[0] if reading.whens else None
    return first is not None and first.place.start - reading.clause.start <= 1 and first.relation != "at"


_OF_THE_YEAR = re.compile(
    "[国省市县区]里?[^，,]{0,3}补|占|(?:完成|达到?)(?:了)?(?:年度|全年|年初|计划|目标|序时)"
)


def _is_kin(had: Sequence[Quantity], reading: Reading) -> bool:
    """Whether figures in two clauses tell of one matter: 700户，完成430户; 46座，病险9座."""
    if not had:
        return False
    units = {q.unit for q in had}
    first = next((q for q in reading.quantities if q.unit in units), reading.quantities[0])
    same = any(q.unit == first.unit or (first.lacks_unit and first.scale and q.unit == "元") for q in had)
    if "%" in (q.unit for q in reading.quantities) and _OF_THE_YEAR.match(reading.clause.text):
        return True
    attributed = re.search("的(?=\\d)", reading.clause.text)
    if attributed and any(
        q.unit in units and q.place.start - reading.clause.start == attributed.end()
        for q in reading.quantities
    ):
        # 14部，服役超10年的5部
        return True
    if first.unit == "%" and (first.role == "done" or re.match("进度|完成|完成率|占", reading.clause.text)):
        return True
    if same and re.match("(?:年度|全年|计划|年初)?(?:目标|计划|任务)", reading.clause.text):
        return True
    if first.role == "share" and re.match("[一-鿿]{3,}率", reading.clause.text):
        return False
    if first.role in _KIN and (same or first.role in ("change", "share", "each")):
        return True
    return same and len(reading.clause.text) <= 14 and has_cue("part-word", reading.clause.text)


def build(readings: Sequence[Reading], text: str, number: int, before: Fact | None) -> Fact | None:
    """Return the fact that a group of clauses tells; None where nothing tells its type.

    ``before`` is the fact in front; a bare figure behind an achievement in one sentence is one too.
    """
    story = len(readings) >= LEAST_STORY and _is_introduced(readings)
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
        type_, sure = before.type, False
    end = closed(text, first.start, last.end)
    said = text[first.start : end]
    quantities = _inherit(tuple(q for r in readings for q in r.quantities), type_)
    whens = tuple(w for r in readings for w in r.whens)
    soft = pattern("soft").search(said)
    frequency = pattern("frequency").search(said)
    owners, partners = _duties(type_, readings, said)
    return Fact(
        id=f"f{number}",
        type=type_,
        text=said,
        place=Place(first.line, first.start, end),
        topic=topic_of(readings),
        quantities=quantities,
        whens=whens,
        by=_deadline(whens) or _due(readings) or _end_as_deadline(type_, readings),
        frequency=frequency[0] if frequency else "",
        owners=owners or _actor(type_, readings),
        partners=partners,
        persons=tuple(p for r in readings for p in _persons(r)),
        who=who_of(readings) if type_ in _HAS_WHO else "",
        soft=soft[0] if soft else "",
        source=_source(readings),
        label=first.label,
        section=first.section,
        group=first.item,
        sure=sure,
    )  # fmt: skip


def _duties(
    type_: FactType, readings: Sequence[Reading], said: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who leads and who helps: in words of duty, beside the matter, in a bracket at its end."""
    owners = [n for r in readings if r.duty for n in r.duty.owners]
    partners = [n for r in readings if r.duty for n in r.duty.partners]
    for beside in dict.fromkeys(r.clause.beside for r in readings if r.clause.beside):
        owners += [n for cell in beside.owners for n in names_in(cell.text) if n not in owners]
        partners += [n for cell in beside.partners for n in names_in(cell.text) if n not in partners]
    if not owners and type_ in _TAKES_OWNER and (found := bracketed_duty(said)):
        return found.owners, (*partners, *found.partners)
    return tuple(owners), tuple(partners)


def _bare_bodies(reading: Reading) -> tuple[str, ...]:
    """Return the bodies of a clause that has nothing else: 9月10日前装好，设备科."""
    names = split_names(reading.clause.text) if len(reading.clause.text) <= 20 else ()
    return names if all(len(n) > 2 and pattern("body-end").search(n) for n in names) else ()


def _due(readings: Sequence[Reading]) -> When | None:
    return next((reading.due for reading in readings if reading.due), None)


def _actor(type_: FactType, readings: Sequence[Reading]) -> tuple[str, ...]:
    """Return the body that acts in a task or a check: 信访局每月排队, 工程部10月30日前接通."""
    if type_ not in (FactType.TASK, FactType.CHECK, FactType.PROMISE):
        return ()
    for index, reading in enumerate(readings):
        if doer := doer_of(reading.clause.text):
            return doer
        label = reading.clause.label
        found = pattern("actor").match(re.sub(f"^{re.escape(label)}[：:]\\s*", "", reading.clause.text))
        if found and not reading.clause.aside:
            return split_names(found["who"])
        persons = _persons(reading) if index else []
        if persons and persons[0].place.start == reading.clause.start:
            # 设备总监 丘望北 签字放行: who stands in front acts.
            return (persons[0].text,)
    return next((names for reading in readings[1:] if (names := _bare_bodies(reading))), ())


def _deadline(whens: Sequence[When]) -> When | None:
    """Return the first deadline, one with a day before one without: 清明前（4月5日前）."""
    found = [when for when in whens if when.relation in ("by", "within")]
    return next((when for when in found if when.end is not None), found[0] if found else None)


def _goes_on(before: Fact, readings: Sequence[Reading], text: str) -> bool:
    first = readings[0]
    beside = text[before.place.end : first.clause.start].strip(" ") in ("，", ",")
    bare = (
        max(r.weight for r in readings) < 2 and not first.whens and not has_cue("bad-noun", first.clause.text)
    )
    return beside and bare and before.type in (FactType.ACHIEVEMENT, FactType.PROBLEM)


def _end_as_deadline(type_: FactType, readings: Sequence[Reading]) -> When | None:
    """Return 年底 or 今天 of a task as its deadline: 年底力争降到8天以内."""
    if type_ not in (FactType.TASK, FactType.PROMISE):
        return None
    for reading in readings:
        for when in reading.whens:
            if when.relation == "at" and re.search(
                "[底末]$|^(?:[今明][天日晚早夜]|[本这下]周|本月)$", when.text
            ):
                return replace(when, relation="by")
    return None


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
        elif type_ in _AIMS and quantity.role == "done":
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
        only_verb = not pattern("verb-before-number").sub("", words) or all(map(_is_clock, readings))
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
    label = readings[0].clause.label
    if label and pattern("body-end").search(label) and not readings[0].clause.label_class:
        return label
    text = re.sub("^(?:今年|去年|上半年|全年|目前|以来|至今)+", "", readings[0].clause.text)
    found = pattern("who-front").match(text)
    general = found is None or re.match("[全各有每某一两]|其他", found[0]) or "标准" in found[0]
    return "" if found is None or general else found[0]


def _source(readings: Sequence[Reading]) -> str:
    clause = readings[0].clause
    if clause.label and not clause.label_class and pattern("body-end").search(clause.label):
        return clause.label
    return ""
