"""Which type a group of clauses is of: by its weightiest clause, its figures, and what a look brought out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import found_cues, has_cue
from drafter.facts.cut.items import as_heading_says, as_incident, opens_incident
from drafter.facts.figures.trends import by_change, by_rank, latest_first
from drafter.facts.people.names import is_name
from drafter.facts.sheet import TASKS, Fact, FactType
from drafter.facts.types.classify import Reading

# What a look that found so many may be told as, clause by clause.
_UNDECIDED = {FactType.SITUATION, FactType.CHECK, FactType.ACHIEVEMENT, FactType.PROBLEM, None}
# 规定10分钟内, behind what took longer.
_NORM = re.compile(
    r"(?:规定|要求|标准|应当?)[^，,]{0,4}\d[^，,]{0,3}(?:以内|之内|内|以下)|(?:规定|标准)[^，,]{0,2}(?:是|为)?\d"
)
_TOOK = re.compile("[用花等拖超困晚迟]")
_LONG_AGO = re.compile(
    r"(?:(?:19|20)\d\d年[^，,]{0,4}(?:建|成立|创|组建|起步|开办|投产)|当年|那时|刚[来建起])"
)
# What tells of what a sum is made up: 其中造成骨折2例, 主要是菜凉.
_PART = re.compile("其中|主要(?:是|反映|集中)(?!因为|由于)")
# 三季度还没发, behind what is to be given; 只用来写作业, 老师不在场: what is wrong with what stands in front.
_UNDONE = re.compile(
    "(?:[一二三四上]个?季度|[上下]半年|[上本]个?月|到现在|至今)?(?:还|也|都|仍|一直)[没未]有?[一-鿿]{1,3}"
    "|只(?:是)?用来[一-鿿]{2,10}|(?:[一-鿿]{1,4}(?:都|也|又)?)?不在(?:场|岗|现场)"
)
SHORTEST = 3
# What 只有 and its like weigh.
_FEW = 4
_OF_THE_TASK = re.compile(r"(?:任务|目标|计划)数?的?\d+(?:\.\d+)?%")
_NO_PROGRESS = {FactType.PROMISE, FactType.FUND, FactType.AWARD, FactType.CASE}


def type_of(readings: Sequence[Reading]) -> FactType | None:
    """Return the type of a fact: that of its weightiest clause, held against the heading of its row."""
    if opens_incident(readings):
        return as_incident(readings)
    type_ = _by_clauses(readings)
    if type_ is FactType.PROBLEM and _LONG_AGO.match(readings[0].clause.text):
        # 2006年建区，只有5个人: how small it was tells of how it grew.
        type_ = FactType.SITUATION
    if type_ is FactType.PROBLEM and is_name(readings[0].clause.text) and _is_mild(readings):
        # 俞同舟，修表的，一块表退了三回: a word alone makes no fault of what somebody did.
        type_ = FactType.CASE
    if type_ in (FactType.TASK, FactType.CHECK) and _is_habit(readings):
        somebody = re.match("有一?[个位名]", readings[0].clause.text)
        type_ = FactType.CASE if somebody else FactType.ACHIEVEMENT
    return as_heading_says(_as_asked(_as_cause(type_, readings), readings), readings)


def _as_asked(type_: FactType | None, readings: Sequence[Reading]) -> FactType | None:
    """Return what somebody asked as a request, whoever it is told of: 丁海棠（养蜂）：想带人干，没处学."""
    first = readings[0].clause
    labelled = first.label_class == FactType.REQUEST
    asked = labelled or not first.label_class and first.section_class == FactType.REQUEST
    to_come = any(reading.deadline or reading.to_come for reading in readings)
    told = type_ is FactType.CASE or labelled and type_ is FactType.PROMISE
    return FactType.REQUEST if asked and told and not to_come else type_


# What a line of causes may have besides them: a figure of money is told as such.
_NO_CAUSE = (None, FactType.CASE, FactType.FUND, FactType.DUTY)


def _as_cause(type_: FactType | None, readings: Sequence[Reading]) -> FactType | None:
    """Return what stands behind 毛病： or 原因： as a cause, so that none is lost: 谁清谁出钱没说清."""
    labelled = readings[0].clause.label_class == FactType.CAUSE.value
    due = any(reading.deadline or reading.to_come for reading in readings)
    return FactType.CAUSE if labelled and not due and type_ not in _NO_CAUSE else type_


def _is_mild(readings: Sequence[Reading]) -> bool:
    """Whether no clause weighs more than one word, and none tells of harm or of a punishment."""
    texts = [reading.clause.text for reading in readings]
    bad = any(has_cue("harm", text) or has_cue("bad-noun", text) for text in texts)
    return not bad and all(reading.scores.get(FactType.PROBLEM, 0) <= _ONE_WORD for reading in readings)


# What one word for what is wrong weighs.
_ONE_WORD = 2
# What came of a habit: 一学期来了210人次, 没有一起压疮, 离岗学生为零, 平均分比上学期高3.2分.
_CAME_OF_IT = re.compile(
    r"[一-鿿]了[\d一两三四五六七八九十半几]|没(?:有|花|出)(?:过)?一|[一-鿿]{2}(?:都)?(?:为|降到了?|是)零$|一[条起例件笔][也都]?没有$|比[^，]{1,8}[高低多少升降]了?\d"
)


# 急诊科一条没有，他们护士长每天下班前对一遍账
_THEY_DO = re.compile("[他她]们?[一-鿿]{0,6}每[天日周月次回班]")


def _is_habit(readings: Sequence[Reading]) -> bool:
    """Whether somebody has done something again and again: 实验小学每周让家长进后厨，一学期来了210人次."""
    first, *more = readings
    often = re.match("[一-鿿]{2,10}(?=每)", first.clause.text) and has_cue("frequency", first.clause.text)
    often = often or any(_THEY_DO.match(reading.clause.text) for reading in more)
    to_come = any((r.deadline and r.deadline.end) or r.to_come for r in readings)
    came = any(_CAME_OF_IT.search(reading.clause.text) for reading in readings)
    return bool(often) and came and not to_come and FactType.TASK.value != first.clause.section_class


def _by_clauses(readings: Sequence[Reading]) -> FactType | None:
    """Return the type of the weightiest clause, prices aside; of 其中 only what tells of too few."""
    first = readings[0].clause
    voting = [r for r in readings if not _PART.match(r.clause.text) or _tells_of_few(r)]
    voting = [r for r in voting if r is readings[0] or _votes(r)] or list(readings)
    placed = [(q, r.clause) for r in readings for q in r.quantities if q.role == "rank"]
    if placed:
        fronts = [clause.text[: q.place.start - clause.start] for q, clause in placed]
        ranks = latest_first([q for q, _clause in placed], fronts)
        return by_rank(ranks, [q for r in readings for q in r.quantities if q.role != "rank"])
    types = {reading.type for reading in voting}
    if FactType.CHECK in types and FactType.CHECK.value in (first.label_class, first.section_class):
        return FactType.CHECK
    if (
        first.is_bullet
        and first.section_class == FactType.TASK.value
        and {FactType.TASK, FactType.FUND} <= types
        and readings[0].type is not FactType.FUND
    ):
        # 费用由施工单位出 within a task of a list is no matter of its own.
        return FactType.TASK
    if _is_over_norm(readings) or any(is_undone(r) for r in readings[1:]):
        return FactType.PROBLEM
    if told := _by_progress(readings, voting, types):
        return told
    if _is_undecided(first, types) and _is_finding(readings):
        return FactType.PROBLEM
    if FactType.DUTY in types and types.intersection(TASKS):
        return FactType.PROMISE if FactType.PROMISE in types else FactType.TASK
    return _by_weight(readings, voting)


def _is_undecided(first: Clause, types: set[FactType | None]) -> bool:
    """Whether clauses may tell what a look brought out; 空瓶没换 is no cause unless a label says so."""
    caused = FactType.CAUSE.value in (first.label_class, first.section_class)
    return types - (set() if caused else {FactType.CAUSE}) <= _UNDECIDED


def _votes(reading: Reading) -> bool:
    """Whether a clause behind the first tells of the type; 没拖欠 tells nothing, 都没做 what is wrong."""
    wrong = reading.type is FactType.PROBLEM and not has_cue("none-of", reading.clause.text)
    # 排水沟清淤18万，县里出: who pays tells of money, in however few signs.
    if reading.type is FactType.FUND and not is_price(reading):
        return True
    return not is_price(reading) and (wrong or not (leans(reading) or is_scrap(reading)))


def _tells_of_few(reading: Reading) -> bool:
    """Whether a part of a sum tells what is wrong by itself: 其中专职的只有9人."""
    return reading.type is FactType.PROBLEM and reading.weight >= _FEW


def _is_over_norm(readings: Sequence[Reading]) -> bool:
    """Whether it took longer than it may: 用了19分钟，规定10分钟内."""
    for took, norm in zip(readings, readings[1:], strict=False):
        told = _TOOK.search(took.clause.text) and _NORM.match(norm.clause.text)
        if told and took.quantities:
            most = re.search(r"\d+(?:\.\d+)?", norm.clause.text)
            return most is not None and took.quantities[-1].value > Decimal(most[0])
    return False


_LEFT = re.compile(r"(?:还有|还剩|剩下?)\d+[一-鿿]{1,6}[没未]")


def _is_half_done(readings: Sequence[Reading]) -> bool:
    """Whether what was to be done is not done in part: 五一前走访41家，还有16家没有去."""
    dated = any(each.deadline and each.deadline.end for each in readings)
    return not dated and any(_LEFT.match(each.clause.text) for each in readings[1:])


def _by_progress(
    readings: Sequence[Reading], voting: Sequence[Reading], types: set[FactType | None]
) -> FactType | None:
    """Return how far something is, or what was done; None where no clause tells of that."""
    if FactType.TASK in types and _is_half_done(readings):
        return FactType.PROGRESS
    if any(_OF_THE_TASK.search(r.clause.text) for r in voting) and FactType.FUND in types:
        # 到位资金11.2亿元，只完成年度任务的15%: money that comes in, and none that is given.
        return FactType.PROGRESS
    if FactType.PROGRESS not in types or types & _NO_PROGRESS:
        return None
    wrong = [
        r
        for r in voting[1:]
        if r.type is FactType.PROBLEM and r.weight > 1 and {q.unit for q in r.quantities} - {"个百分点"}
    ]
    if wrong and readings[0].type is FactType.PROGRESS:
        # 装了986所，有37所试了不响: what is wrong weighs more.
        return FactType.PROBLEM
    begun = readings[0].clause.text.startswith(("已", "目前", "截至", "现已", "到目前"))
    # 没拆的大多在老旧小区 tells of what is left.
    left = re.match("[没未][^，]{1,4}的|剩[下余]", readings[0].clause.text)
    return FactType.PROGRESS if begun or left or _has_pair(readings) else FactType.ACHIEVEMENT


def _by_weight(readings: Sequence[Reading], voting: Sequence[Reading]) -> FactType | None:
    best = max(voting, key=lambda reading: reading.weight, default=None)
    if best is None or best.type is None:
        return None
    if best.type is FactType.PROBLEM and _is_mostly_settled(readings):
        return FactType.PROGRESS
    equal = [r.type for r in voting if r.weight == best.weight and r.type is not FactType.SITUATION]
    type_ = equal[0] if equal else best.type
    if type_ is FactType.FUND and any(_is_ill_gotten(each.clause.text) for each in readings):
        return FactType.PROBLEM
    told = {readings[0].clause.label_class, readings[0].clause.section_class} & {"problem", "cause"}
    open_ = type_ in (FactType.SITUATION, FactType.ACHIEVEMENT) or (type_ is FactType.PROBLEM and not told)
    open_ = open_ or (type_ is FactType.FUND and has_cue("bad-noun", readings[0].clause.text))
    return (by_change(voting) if open_ else None) or type_


# Money that somebody took or keeps back: 每吨拿回扣40元, 保证金没退的16家.
_ILL_GOTTEN = re.compile(
    "回扣|好处费|[受行索]贿|冒领|套取|侵占|出借资质|[没未]入账|账外|[没未]退(?!休|役|出|伍)"
)


def _is_ill_gotten(text: str) -> bool:
    return _ILL_GOTTEN.search(text) is not None and not re.search("[追退收交]回|追缴|没收", text)


def _is_mostly_settled(readings: Sequence[Reading]) -> bool:
    """Whether most of what was found is settled: 查出隐患947项，一个月整改了703项."""
    figures = [q for reading in readings for q in reading.quantities]
    return any(
        done.role == "done" and done.unit == found.unit and done.amount <= found.amount <= done.amount * 2
        for found, done in combinations(figures, 2)
    ) and any(has_cue("settled", reading.clause.text) for reading in readings[1:])


def type_beside(before: Fact, text: str) -> FactType:
    """Return what a clause tells that has no type of its own: what the fact ``before`` it does.

    去年排队6个小时，今年开预约: how it is now is not what was wrong last year.
    """
    now = "去年" in before.text and text.startswith(("今年", "现在"))
    return FactType.SITUATION if now and before.type is FactType.PROBLEM else before.type


def leans(reading: Reading) -> bool:
    """Return whether a clause says nothing without the one before: 都抢通了, 一家不留."""
    return has_cue("leaning", reading.clause.text) and not reading.clause.aside


def is_undone(reading: Reading) -> bool:
    """Return whether a clause tells that what stands before it was not done: 三季度还没发."""
    return _UNDONE.fullmatch(reading.clause.text) is not None


def is_scrap(reading: Reading) -> bool:
    """Return whether a clause is too short to tell anything by itself: 移送, 没拖欠."""
    return len(reading.clause.text) <= SHORTEST and not reading.whens


def is_price(reading: Reading) -> bool:
    """Return whether a clause tells what one of them costs: 新装40盏，每盏1850."""
    return len(reading.quantities) == 1 and reading.quantities[0].role == "each"


def _has_pair(readings: Sequence[Reading]) -> bool:
    """Whether a figure that is done stands beside another of its unit, or with a share."""
    units = [q.unit for r in readings for q in r.quantities]
    return len(units) != len(set(units)) or "%" in units


def _is_finding(readings: Sequence[Reading]) -> bool:
    """Whether a look brought out so many of so many: 抽查14个班，有5个班."""
    for look, found in zip(readings, readings[1:], strict=False):
        if found.quantities and is_look(look):
            told = re.match("(?:发现|有|其中|还有)", found.clause.text) or is_found(look, found)
            return bool(told) and not has_cue("sound", found.clause.text)
    return False


def is_look(reading: Reading) -> bool:
    """Return whether a clause tells of a look at so many: 抽检渠道30处."""
    return has_cue("looked-into", reading.clause.text) and bool(reading.quantities)


def is_found(look: Reading, reading: Reading) -> bool:
    """Return whether a clause tells what a look brought out: 抽检渠道30处，7处厚度不够."""
    first = reading.quantities[0]
    return is_look(look) and any(q.unit == first.unit and q.amount >= first.amount for q in look.quantities)


# What is only named has no more signs: 年底等级复审.
LONGEST_MATTER = 10


def only_names(reading: Reading) -> bool:
    """Whether a clause names a matter and tells nothing of it: 年底等级复审."""
    clause = reading.clause
    told = reading.quantities or reading.duty or reading.deadline or found_cues("type", clause.text)
    # 10月份县里组织一次互查 tells what is done then.
    done = reading.whens and len(clause.text) > LONGEST_MATTER
    return not (told or done or clause.aside)
