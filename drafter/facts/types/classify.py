"""What type a clause is of, by its words, its figures and dates, and the heading above it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import found_cues, has_cue, pattern
from drafter.facts.people.people import Duty
from drafter.facts.sheet import FactType, Quantity, When
from drafter.facts.types.by_form import is_long_ago, is_past, is_to_come, looks_ahead, opens_if

# What a heading adds to its type; a label on the line weighs more than the heading above.
SECTION, LABEL = 4, 5
# Harm weighs as a plain word for what is wrong does.
HARM = 2
# 跌倒 alone names a matter and tells of nothing; 跌倒护理部已细讲 tells what was said.
_BARE, _TOLD = 4, re.compile("讲|说[过了]|提过")
# A list of what there is says little of what each is.
WEAK = 1
# A promise holds for all that stands under it: its tasks and funds are promises too.
_COVERS = {
    FactType.PROMISE: {FactType.TASK, FactType.FUND, FactType.SITUATION, FactType.PROGRESS, FactType.CHECK},
    FactType.CASE: {FactType.PROBLEM, FactType.SITUATION, FactType.ACHIEVEMENT, FactType.FUND, FactType.GAP},
}
# Below these, money is none that somebody gives.
_NO_GIFT = {FactType.CASE.value, FactType.PROBLEM.value, FactType.CAUSE.value, FactType.ACHIEVEMENT.value}
IS_TO_COME = {FactType.TASK.value, FactType.PROMISE.value}
_IS_MONEY = {FactType.FUND.value}
_MAY_THREATEN = IS_TO_COME | {FactType.CHECK.value}
_TELLS_WRONG = {FactType.PROBLEM.value, FactType.CAUSE.value}
# What such labels announce is no promise, even where promises stand above.
_OWN_LABELS = {FactType.CHECK.value, FactType.DUTY.value, FactType.REQUEST.value} | _TELLS_WRONG
_NO_SANCTION = {FactType.REQUEST.value, FactType.CASE.value, FactType.ACHIEVEMENT.value} | _TELLS_WRONG
TYPES = frozenset(type_.value for type_ in FactType)
# Where two types weigh the same, the one that says more goes first.
_ORDER = (
    FactType.DUTY, FactType.AWARD, FactType.PROMISE, FactType.REQUEST, FactType.GAP, FactType.BASIS,
    FactType.CHECK, FactType.CAUSE, FactType.PROBLEM, FactType.TASK, FactType.FUND, FactType.PROGRESS,
    FactType.ACHIEVEMENT, FactType.STANCE, FactType.THANKS, FactType.CASE, FactType.SITUATION,
)  # fmt: skip


_NORM = re.compile("(?:设计)?(?:规定|要求|标准|定额)(?=[^，,]{0,4}\\d)")
# 用了46个月 is how long it took, not how much is done.
_TOOK = re.compile(r"[用花拖等](?:了|时)?[^，,\d]{0,2}\d[^，,]{0,4}(?:小时|分钟|天|个月|年)")
_DURATIONS = ("个月", "年", "天", "周", "小时", "分钟", "个工作日", "工作日")
_WAS_FOUND = re.compile(
    "责令[^，,]{0,6}的|(?:共|先后|累计)?(?:[开下发][^，,的]{0,8}|罚款)\\d|[一-鿿]{0,6}罚了\\d"
)
# 从当年的89种到现在的167种
_ROSE = re.compile("从[^，,]{1,10}\\d[^，,月日]{0,4}到")
# 由安监科牵头夜班突查
_LEADS_CHECK = re.compile("(?:牵头|带队|组织)[^，,]{0,6}[抽督突夜巡]查")
# A heading or label that tells when all below it was.
_LAST_YEAR = re.compile("(?:去年|上年|前年)(?![^，]*(?:没|未|遗留|欠))")
# A label that counts: 投诉18件.
_COUNTS_WRONG = re.compile(r"\d[^，,]{0,2}$")
# What makes a deed one that is still to be done.
AHEAD = re.compile("[要须将拟]|确保|做到|保证|计划|准备|抓紧|加快|推[进动]")
_CHARGES = re.compile("(?:[多乱私]|违规)?收(?![回购储入])")
# 3个村欠电费12万
_OWED = re.compile("^(?!.*[清还追偿补付]).*欠[^，,\\d]{0,8}\\d")
# What came in, was spent or saved, or lies there gives nobody money: 收入8.7亿元, 节约资金340万元.
_NOT_GIVEN = re.compile(r"收入[^，,补]{0,3}\d|(?<!安排)支出\d|白条|节约|节省|结余|结转")
Add = Callable[[FactType, int], None]


class Reading(Struct):
    """A clause with all that was found in it."""

    clause: Clause
    quantities: Sequence[Quantity]
    whens: Sequence[When]
    duty: Duty | None
    scores: dict[FactType, int]
    due: When | None = None
    to_come: bool = False

    @property
    def type(self) -> FactType | None:
        """The best type, None where nothing speaks for any."""
        best = self.weight
        tied = [type_ for type_, weight in self.scores.items() if weight == best > 0]
        return tied[0] if len(tied) == 1 else min(tied, key=_ORDER.index, default=None)

    @property
    def weight(self) -> int:
        """How much speaks for the type."""
        return max(self.scores.values(), default=0)

    @property
    def deadline(self) -> When | None:
        """The deadline of the clause, if it has one."""
        return next((when for when in self.whens if when.relation in ("by", "within")), None)


def score(
    clause: Clause,
    quantities: Sequence[Quantity],
    whens: Sequence[When],
    duty: Duty | None,
    today: datetime.date | None,
) -> dict[FactType, int]:
    """Return what speaks for each type."""
    scores: dict[FactType, int] = {}

    def add(type_: FactType, weight: int) -> None:
        scores[type_] = scores.get(type_, 0) + weight

    for cue in found_cues("type", _without_dates(clause, whens)):
        add(FactType(cue.gives), cue.weight)
    if len(clause.text) > _BARE and has_cue("harm", clause.text) and not _TOLD.search(clause.text):
        add(FactType.PROBLEM, HARM)
    _by_heading(clause, add)
    _by_figures(clause, quantities, whens, add)
    if duty is not None:
        # 副院长牵头十月十五日前拿方案 is a task.
        due = duty.matter and any(when.relation == "by" for when in whens)
        add(FactType.DUTY, 2 if due else 5)
        if re.search("[抽督突夜巡]查|抽|暗访|检查", duty.matter) or _LEADS_CHECK.search(clause.text):
            # 校领导带队每两周抽一个学院
            add(FactType.CHECK, 6)
    if opens_if(clause):
        return {FactType.TASK: LABEL}
    _weigh_kin(clause, quantities, whens, scores)
    _weigh_time(clause, quantities, whens, today, scores)
    if clause.section_class == FactType.STANCE and clause.label_class != FactType.STANCE:
        # 区长想讲的 stands above tasks and figures as well; what tells no type of its own is one.
        scores.pop(FactType.STANCE, None)
    return scores


def _without_dates(clause: Clause, whens: Sequence[When]) -> str:
    """Return the text with the figures of its days as 某: 服务12月起 counts no services."""
    text = clause.text
    for when in whens:
        if when.grain in ("day", "month", "year", "quarter", "ten-days", "clock"):
            left, right = when.place.start - clause.start, when.place.end - clause.start
            text = text[:left] + re.sub(r"\d", "某", text[left:right]) + text[right:]
    return text


def _weigh_time(
    clause: Clause,
    quantities: Sequence[Quantity],
    whens: Sequence[When],
    today: datetime.date | None,
    scores: dict[FactType, int],
) -> None:
    """Lessen tasks and checks where what is told lies behind."""
    _weigh_state(clause, quantities, whens, today, scores)
    _weigh_look(clause, whens, today, scores)
    past = is_past(whens, today) or _LAST_YEAR.match(clause.label or clause.section) is not None
    for told in (FactType.ACHIEVEMENT, FactType.PROGRESS):
        if told in scores and is_to_come(whens, today):
            # 2027年10月底建成投产 and 8月底完成2000户 are still to be done.
            scores[FactType.TASK] = scores.get(FactType.TASK, 0) + scores.pop(told)
    if {FactType.ACHIEVEMENT, FactType.TASK} <= scores.keys() and _is_built(clause, whens):
        scores[FactType.TASK] -= 1
    done = has_cue("past", clause.text) and not any(when.relation == "by" for when in whens)
    if FactType.TASK in scores:
        scores[FactType.TASK] -= 2 * (past + done)
        headed = {clause.label_class, clause.section_class} & IS_TO_COME
        if is_past(whens, today) and not headed and all(when.relation == "at" for when in whens):
            # 3月到4月逐处体检 was done, however it is called.
            del scores[FactType.TASK]
    if past and FactType.CHECK in scores:
        # What was looked into is told for what was found, whatever the label calls it: 去年被查19次.
        scores.pop(FactType.CHECK)
    tells = len(clause.text) - sum(len(when.text) for when in whens) > 1
    if past and not scores and tells and any(when.grain == "day" for when in whens):
        # What happened on a day and tells no more is a case.
        scores[FactType.CASE] = 1


def _weigh_look(
    clause: Clause, whens: Sequence[When], today: datetime.date | None, scores: dict[FactType, int]
) -> None:
    """Tell as a check how one will look at it, unless a heading tells what it is."""
    headed = {clause.label_class, clause.section_class} & (IS_TO_COME | _TELLS_WRONG)
    if not headed and looks_ahead(clause.text, whens, today):
        for told in (FactType.SITUATION, FactType.ACHIEVEMENT, FactType.PROGRESS, FactType.PROBLEM):
            scores.pop(told, None)
        scores[FactType.CHECK] = max(scores.get(FactType.CHECK, 0), 4)


def _weigh_state(
    clause: Clause,
    quantities: Sequence[Quantity],
    whens: Sequence[When],
    today: datetime.date | None,
    scores: dict[FactType, int],
) -> None:
    """Take away deeds and tasks where a clause tells what there is, or what it grew to."""
    if is_long_ago(whens, today):
        # 水库1974年建成
        for told in (FactType.ACHIEVEMENT, FactType.PROGRESS):
            scores.pop(told, None)
    raised = {"from", "to"} <= {q.role for q in quantities}
    above = {clause.label_class, clause.section_class} & IS_TO_COME
    if raised and not whens and not above and not has_cue("hard", clause.text):
        # 疫点由5个增到7个, where no day and no heading tells that it is to come.
        scores.pop(FactType.TASK, None)


def _is_built(clause: Clause, whens: Sequence[When]) -> bool:
    """Whether a clause tells what was built: 建成投用, without a day, a list of tasks or a word of order."""
    above = {clause.label_class, clause.section_class} & IS_TO_COME
    ordered = has_cue("hard", clause.text) or has_cue("soft", clause.text) or AHEAD.search(clause.text)
    return not (whens or above or ordered)


def _by_heading(clause: Clause, add: Add) -> None:
    strong = clause.label_class in TYPES and clause.label_class != FactType.SITUATION
    label = clause.label_class
    if label == "intent":
        # What is told among the wishes is none of the list above them.
        return
    if clause.section_class in _TELLS_WRONG and label == FactType.REQUEST:
        # 基层反映 among the problems tells a problem.
        label = clause.section_class
    for name, weight in (
        (label, LABEL),
        (
            ""
            if (strong or label == FactType.SITUATION) and clause.section_class != FactType.PROMISE
            else clause.section_class,
            SECTION,
        ),
    ):
        if name in TYPES:
            weak = name == FactType.SITUATION
            add(FactType(name), 5 if name == FactType.PROMISE else WEAK if weak else weight)


def _by_figures(clause: Clause, quantities: Sequence[Quantity], whens: Sequence[When], add: Add) -> None:
    text = clause.text
    _by_days(text, whens, add)
    if pattern("frequency").search(text):
        counted = has_cue("measured", text) or any(q.unit == "元" for q in quantities)
        # 夜班每人每月7.5个 counts what there is; 每月2次 how often it is done.
        stated = re.search(r"每[一-鿿]\d[\d.]*[^\d.次遍回日号]", text)
        add(FactType.TASK, -2 if stated else 0 if counted else 1)
        listed = clause.is_bullet and clause.section_class == FactType.TASK
        if not listed and any(cue.gives == FactType.CHECK for cue in found_cues("type", text)):
            # What is checked again and again is a check, unless a list of tasks counts it.
            add(FactType.CHECK, 4)
    lasted = _TOOK.search(text)
    if any(q.role == "done" and q.unit not in _DURATIONS and not lasted for q in quantities) and not any(
        q.bound == "at-least" for q in quantities
    ):
        add(FactType.PROGRESS, 3)
    if quantities:
        add(FactType.SITUATION, 1)
        raised = {"from", "to"} <= {q.role for q in quantities}
        if raised or any(q.unit not in (*_DURATIONS, "元") for q in quantities):
            # 低保办了76天 is how long it took, 清淤18万 what it costs.
            _by_deed(clause, whens, add)
    if pattern("hard").search(text):
        add(FactType.TASK, 1)
    if has_cue("result", text) and not whens:
        add(FactType.TASK, -3)


def _by_days(text: str, whens: Sequence[When], add: Add) -> None:
    past = pattern("past").search(text)
    if any(when.grain == "event" for when in whens) and re.search("[没未][一-鿿]到", text):
        # 放假前没看到告知书 tells what was not done.
        return
    if any(when.relation == "by" or (when.relation == "within" and not past) for when in whens):
        add(FactType.TASK, 3)
    elif any(when.relation == "from" and when.grain != "clock" for when in whens) and not _ROSE.search(text):
        # 晚上9点以后 tells when something happens.
        add(FactType.TASK, 1)


def _by_deed(clause: Clause, whens: Sequence[When], add: Add) -> None:
    """Tell what was done, 修机耕路3.4公里, where no day and no heading says that it is still to come."""
    to_come = IS_TO_COME | {FactType.CHECK.value, FactType.FUND.value}
    open_ = not to_come & {clause.label_class, clause.section_class}
    open_ = open_ and not _TOOK.search(clause.text)
    if open_ and not any(when.relation != "at" for when in whens) and has_cue("deed", clause.text):
        add(FactType.ACHIEVEMENT, 1)


def _weigh_kin(
    clause: Clause, quantities: Sequence[Quantity], whens: Sequence[When], scores: dict[FactType, int]
) -> None:
    """Settle pairs of types whose words overlap."""
    told = {clause.label_class, clause.section_class}
    _weigh_checks(clause, told, scores)
    if (clause.aside or clause.text[0] in "（(") and FactType.BASIS in scores:
        scores[FactType.BASIS] += 5
    if FactType.ACHIEVEMENT in scores:
        _weigh_achievement(clause, scores)
    if quantities:
        _weigh_figures(clause, quantities, whens, scores)
    above = clause.label_class if clause.label_class in TYPES else clause.section_class
    for cover, covered in _COVERS.items():
        below = cover is FactType.PROMISE and clause.section_class == cover.value
        if above == cover.value or (below and clause.label_class not in _OWN_LABELS):
            for type_ in covered & scores.keys():
                scores[cover] = scores.get(cover, 0) + scores.pop(type_)


def _weigh_checks(clause: Clause, told: set[str], scores: dict[FactType, int]) -> None:
    if told & _NO_SANCTION and scores.get(FactType.CHECK, 0) >= 6:
        # 同一问题罚两次的有17笔 among the complaints threatens nobody.
        scores[FactType.CHECK] -= 6
    if told & _TELLS_WRONG and FactType.CHECK in scores and not has_cue("frequency", clause.text):
        # 考核只看件数 among the causes tells what is wrong with the checks.
        scores[FactType.CHECK] -= 3


def _weigh_achievement(clause: Clause, scores: dict[FactType, int]) -> None:
    if has_cue("none-of", clause.text):
        scores.pop(FactType.PROBLEM, None)
        scores.pop(FactType.GAP, None)
    if has_cue("forecast", clause.text):
        scores[FactType.ACHIEVEMENT] -= 3
    if _COUNTS_WRONG.search(clause.label) and has_cue("bad-noun", clause.label):
        # 投诉18件：减免手续9件 counts what was complained of.
        del scores[FactType.ACHIEVEMENT]


def _weigh_figures(
    clause: Clause, quantities: Sequence[Quantity], whens: Sequence[When], scores: dict[FactType, int]
) -> None:
    """Lessen what figures speak against: a look that found so many, a fund that is no money."""
    often = has_cue("frequency", clause.text)
    told = {clause.label_class, clause.section_class}
    if FactType.PROBLEM in scores and FactType.CHECK in scores and not often:
        # 抽查病历300份，有缺陷47份 is what was found, not what will be checked.
        scores[FactType.CHECK] -= 2
    if _NORM.match(clause.text) and FactType.TASK in scores and clause.label_class != FactType.TASK:
        # 要求不少于30天 tells what the figure in front is held against.
        scores[FactType.TASK] -= 3
    money = any(
        q.unit.startswith("元") or q.unit in ("美元", "块钱", "万元") or q.lacks_unit for q in quantities
    )
    given = clause.label_class != FactType.CAUSE and not _CHARGES.match(clause.text)
    given = given and not _OWED.match(clause.text)
    if FactType.FUND in scores and not (given and (told & _IS_MONEY or not _NOT_GIVEN.search(clause.text))):
        # 原因：补助每人200元，年底才发 tells why and gives no money; 收管理费35万 takes it, 欠电费 lacks it.
        del scores[FactType.FUND]
    elif FactType.FUND in scores:
        # 研发投入占12.6% is no money that somebody gives, 清回12亿元 by a day a task.
        given = (
            not told & _NO_GIFT
            and not has_cue("reward", clause.text)
            and "扣" not in clause.text
            and not any(when.relation == "by" for when in whens)
        )
        raised = told & IS_TO_COME and {"from", "to"} <= {q.role for q in quantities}
        # 由每班60元涨到100元 among the tasks is what will be done.
        scores[FactType.FUND] += -3 if raised else (4 if given else 0) if money else -2
    if FactType.CHECK in scores and _WAS_FOUND.match(clause.text) and not told & _MAY_THREATEN:
        # 责令停工的工地4个 and 开停工令9份 tell what was found.
        scores[FactType.CHECK] -= 3
    looked = FactType.CHECK in scores and has_cue("looked-into", clause.text) and not often
    if looked and FactType.TASK not in scores and FactType.CHECK.value not in told:
        scores[FactType.CHECK] -= 3
