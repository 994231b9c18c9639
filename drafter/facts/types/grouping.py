"""Clauses into facts: which commas part two facts, and which only parts of one."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.cues import found_cues, has_cue, pattern
from drafter.facts.cut.items import goes_on_in_row, opens_incident
from drafter.facts.people.doers import names_alone
from drafter.facts.sheet import TASKS, FactType, Quantity
from drafter.facts.types.building import (
    TAKES_OWNER,
    end_as_deadline,
    is_clock,
    is_introduced,
)
from drafter.facts.types.by_form import opens_if
from drafter.facts.types.classify import Reading
from drafter.facts.types.fact_type import is_found, is_look, is_price, is_scrap, is_undone, leans, type_of
from drafter.facts.types.in_a_row import is_part_of

# So short a clause in front of a deadline only tells what is due.
SHORTEST = 5
_REST = re.compile("(?:其余|剩下|余下)[^，,]{0,8}(?:[筹出凑补配掏垫]的?|解决)$")
# Where so much money is from, and no more: 中央8600万元.
SHORTEST_SUM = 10
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
# What weighs so much is a sanction.
_SANCTION = 6
_STORIES = (FactType.CASE.value, FactType.REQUEST.value)
_KIN = ("done", "rest", "part", "change", "share", "to", "each")


_PUNISHED = re.compile("被?(?:判(?:了|处)|辞退|开除|撤职|免职|记过|移送|处分|给了?[^，,]{0,6}处分|收了\\d)")


def group(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Return the clauses of one segment as facts."""
    if readings and opens_incident(readings) and len(readings) <= MOST_CLAUSES:
        return [list(readings)]
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


def with_kin(groups: list[list[Reading]]) -> list[list[Reading]]:
    """Return the groups, those that nothing tells the type of with the fact beside them."""
    found: list[list[Reading]] = []
    for each in groups:
        open_before = bool(found) and type_of(found[-1]) is None
        if found and (open_before or type_of(each) is None) and len(found[-1]) + len(each) <= MOST_CLAUSES:
            found[-1] = [*found[-1], *each]
        else:
            found.append(each)
    return found


def with_wholes(groups: list[list[Reading]]) -> list[list[Reading]]:
    """Return the groups, figures without a unit with those they have it from: 查出83条，电气37，机械29."""
    found: list[list[Reading]] = []
    for each in groups:
        figures = [q for reading in each for q in reading.quantities]
        units = {q.unit for q in figures if q.is_completed}
        # 欠费：居民410万元，单位1260万: what else is counted in 万 behind money is money.
        units |= {"元" for q in figures[:1] if q.lacks_unit and q.scale and each[0].clause.label}
        whole = each
        while found and any(q.unit in units for reading in found[-1] for q in reading.quantities):
            whole = [*found.pop(), *whole]
        found.append(whole)
    return found


def _is_of_earlier(groups: Sequence[Sequence[Reading]], reading: Reading) -> bool:
    """Whether who has the duty belongs to a task in front of the money for it, and not to the money."""
    if reading.duty is None or reading.duty.matter or type_of(groups[-1]) is not FactType.FUND:
        return False
    return any(type_of(each) in TASKS and not any(r.duty for r in each) for each in groups[:-1])


def joins(current: Sequence[Reading], reading: Reading) -> bool:
    """Whether a clause goes on with the fact before it."""
    type_ = type_of(current)
    if (told := _by_form(current, type_, reading)) is not None:
        return told
    if goes_on_in_row(current, type_, reading) and not _is_apart(current, type_, reading):
        return True
    if reading.type is None or type_ is None:
        return reading.duty is None or type_ is not None
    if reading.duty is not None:
        return _takes_owner(type_, reading)
    if type_ is FactType.FUND and _is_more_money(reading):
        return True
    if (reading.deadline or reading.type is FactType.TASK) and _is_apart(current, type_, reading):
        return False
    if _begins_with_time(reading) and not reading.quantities[1:]:
        return type_ in _TAKES_DEADLINE or (
            type_ is FactType.DUTY and any(e.duty and e.duty.matter for e in current)
        )
    return _goes_on_by_words(current, type_, reading)


def _is_more_money(reading: Reading) -> bool:
    """Whether a clause tells whence money comes, and no more: 总投资1.24亿元，中央8600万元，其余县里筹."""
    paid = any(quantity.unit == "元" or quantity.lacks_unit for quantity in reading.quantities)
    short = len(reading.clause.text) <= SHORTEST_SUM and not reading.deadline
    return short and (paid or _REST.match(reading.clause.text) is not None)


def _by_form(current: Sequence[Reading], type_: FactType | None, reading: Reading) -> bool | None:
    """Return whether a clause goes on where its form alone tells; None where it does not."""
    if len(current) == 1 and len(current[0].clause.text) <= SHORTEST and _is_due(current[0], reading):
        # 门诊排队，三个月之内压到1小时: what is to be done about it.
        return True
    opens = len(current) == 1 and (opens_if(current[0].clause) or _is_bare_subject(current[0]))
    if opens and not reading.clause.aside:
        return True
    if reading.clause.aside and reading.type is not None:
        return False
    if (
        is_part_of(current, reading)
        or _is_bare_figure(reading)
        or _counts_that(current, reading)
        or _is_story(current, reading)
        or _lists_hours(current, reading)
    ):
        return True
    if (told := _by_condition(current, reading)) is not None:
        return told
    if _says_more_of(type_, reading):
        # 塌方11处，都抢通了
        return True
    if _stands_alone(type_, reading):
        return False
    return True if current[-1].clause.text.endswith(("到之前", "的", "方面", "当中", "来看", "看")) else None


# 发了412件，穿的不到一半: which part of what stands in front does so.
_PART_OF = re.compile("[一-鿿]的(?:不到|只有|不足|仅有?|占|一大半|多半)|占了?[一二三四五六七八九]成")


def _says_more_of(type_: FactType | None, reading: Reading) -> bool:
    """Whether a clause says nothing without the one before: all of them, not yet, who does it."""
    named = type_ in TAKES_OWNER and names_alone(reading.clause)
    if _PART_OF.search(reading.clause.text) and reading.clause.is_bullet and reading.duty is None:
        return True
    if is_scrap(reading):
        return type_ is not None
    if type_ is FactType.ACHIEVEMENT and _tells_how(reading):
        return True
    return bool(named) or leans(reading) or is_undone(reading) or _ends_case(type_, reading)


def _tells_how(reading: Reading) -> bool:
    """Whether a clause tells how something went so well: 每周一起磨课; 他们每天下班前对一遍账."""
    dated = reading.deadline is not None and reading.deadline.end is not None
    often = pattern("frequency").match(reading.clause.text) or re.match("[他她]们?", reading.clause.text)
    return bool(often) and not dated


def _ends_case(type_: FactType | None, reading: Reading) -> bool:
    """Whether a clause tells how a case ended: 两名协管员吃拿卡要，辞退了."""
    return type_ is FactType.CASE and _PUNISHED.match(reading.clause.text) is not None


def _by_condition(current: Sequence[Reading], reading: Reading) -> bool | None:
    """Return whether a clause goes on with whom a sanction will meet: 补不足的，差一人扣300元."""
    if pattern("condition").search(reading.clause.text):
        return False
    met = len(current) == 1 and pattern("condition").search(current[0].clause.text)
    return True if met else None


def _stands_alone(type_: FactType | None, reading: Reading) -> bool:
    """Whether a clause behind a fact of some type is the money of a task or a sanction: 达不到的核减指标."""
    if reading.clause.text.startswith("其中"):
        return False
    if type_ is FactType.REQUEST and pattern("refused").match(reading.clause.text):
        # 展会费用县里全包，今年没有这笔预算: a request, and its answer.
        return True
    dear = reading.type is FactType.FUND and bool(reading.quantities) and not is_price(reading)
    if dear and type_ in TASKS:
        return True
    sanction = reading.scores.get(FactType.CHECK, 0) >= _SANCTION
    return sanction and type_ is not FactType.CHECK


def _is_due(subject: Reading, reading: Reading) -> bool:
    """Whether a clause says by when something is to be done about the words in front."""
    wrong = re.search("[没未不无缺坏差]", subject.clause.text)
    plain = not subject.quantities and not subject.whens and not subject.duty and not wrong
    return plain and reading.deadline is not None and _begins_with_time(reading)


def _is_bare_figure(reading: Reading) -> bool:
    """Whether a clause is a figure and hardly more: 快三成."""
    said = sum(len(quantity.text) for quantity in reading.quantities)
    return bool(said) and len(reading.clause.text) - said <= 1 and not reading.whens


def _counts_that(current: Sequence[Reading], reading: Reading) -> bool:
    """Whether a clause only counts what stands in front of it: 卡住的主要是一楼不同意，103个楼门."""
    counted = any(
        quantity.text[-1:].isdigit() or quantity.unit for each in current for quantity in each.quantities
    )
    first = next(iter(reading.quantities), None)
    digit = first is not None and first.text[0].isdigit()
    if counted or first is None or first.place.start != reading.clause.start or not digit or reading.whens:
        return False
    return len(reading.clause.text) - len(first.text) <= _LONGEST_COUNTED and not reading.duty


# So long is the noun behind a figure that stands alone.
_LONGEST_COUNTED = 3


def _lists_hours(current: Sequence[Reading], reading: Reading) -> bool:
    return is_clock(reading) and any(map(is_clock, current))


def _is_story(current: Sequence[Reading], reading: Reading) -> bool:
    """Whether two clauses of one sentence tell one case, who took what and was punished, or one request."""
    if pattern("refused").match(reading.clause.text):
        return False
    first = current[0].clause
    told = first.label_class in _STORIES or first.section_class in _STORIES
    if is_introduced(current) and not reading.clause.aside:
        goes_on = reading.clause.segment == current[-1].clause.segment or reading.clause.text[0] in "他她"
        return reading.duty is None and not reading.deadline and goes_on
    if reading.deadline or current[-1].deadline:
        # 4月30日前办结60件，其余6月30日前: what is promised to those who asked.
        told = FactType.CASE.value in (first.label_class, first.section_class)
    return told and not reading.clause.aside and reading.clause.segment == first.segment


_MUST = re.compile("必须|务必|要|再|全部|都|确保")


def _is_apart(current: Sequence[Reading], type_: FactType | None, reading: Reading) -> bool:
    """Whether a clause with a deadline tells a task of its own."""
    dated = any(each.deadline or end_as_deadline(FactType.TASK, [each]) for each in current)
    if dated and _MUST.match(_after_time(reading)):
        # 5月31日前完成防渗，汛前必须具备挡水条件
        return False
    if dated and (reading.deadline or end_as_deadline(FactType.TASK, [reading])):
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
    if _has_no_subject(current, reading):
        return True
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
        compared = reading.clause.text.startswith(("其中", "比", "同比", "较", "有的"))
        compared = compared or type_ is FactType.PROBLEM and reading.clause.text.startswith("主要")
        return reading.type is type_ or reading.weight < 2 or compared
    if not had and type_ in (FactType.ACHIEVEMENT, FactType.PROBLEM, FactType.CASE) and reading.weight < 2:
        # 老年食堂开了，每天38个老人吃
        return True
    if type_ in TASKS and reading.weight < 2 and not reading.whens:
        # 作业公示9月1日起执行，七年级≤60分钟: how much of it.
        return True
    return reading.type is type_ or (reading.weight < 2 and not reading.quantities)


# 接生过1100多个孩子, 去年考走3个, 有4个村是空的: who did so stands in front.
_VERB_FIRST = re.compile(
    "(?:[今去前]年|[上下]?半年|[一两三四五六七八九十\\d]+年|全年|真正|又|再|还|已经?|先后|一共|共)*(?:[一-鿿]{1,2}(?:[了过着掉走]|在(?!编|册|建|岗|职|校))[^，,]{0,4}|有)[\\d一两三四五六七八九十几]"
)


def _has_no_subject(current: Sequence[Reading], reading: Reading) -> bool:
    """Whether a clause of a row tells what the one named in front of it did or has."""
    plain = not (reading.deadline or reading.duty or current[-1].deadline)
    type_ = type_of(current)
    dear = FactType.FUND in (reading.type, type_) or type_ is FactType.CHECK
    told = (
        plain
        and not dear
        and reading.clause.is_bullet
        and reading.clause.segment == current[-1].clause.segment
    )
    return told and _VERB_FIRST.match(reading.clause.text) is not None


def _after_time(reading: Reading) -> str:
    """Return the words of a clause behind the day with which it begins."""
    first = reading.whens[0] if reading.whens else None
    begins = first is not None and first.place.start == reading.clause.start
    return (
        reading.clause.text[first.place.end - first.place.start :]
        if first and begins
        else reading.clause.text
    )


def _takes_owner(type_: FactType, reading: Reading) -> bool:
    if type_ is FactType.DUTY:
        return reading.duty is not None and not reading.duty.matter
    # 不给补贴，农机站验: one sign tells no matter of its own.
    own = reading.duty is not None and len(reading.duty.matter) > 1
    return not own and type_ in TAKES_OWNER


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
