"""Forms with which a fact presses: what it lacks, how many of how many, how far it has come.

Each follows from the fact alone, whatever the fact is about, and is told in the words and figures of it.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from drafter.facts import patterns as re
from drafter.facts.cut.cues import has_cue
from drafter.facts.figures.arithmetic import is_exact
from drafter.facts.figures.numbers import counted
from drafter.facts.sheet import Fact, FactType
from drafter.templating.compose.forms.counting import add_gap_share, add_largest, add_out_of_use, add_ratio
from drafter.templating.compose.forms.derived import FormSet, put
from drafter.templating.compose.forms.lacking import add_nobody, add_on_paper, add_unmet
from drafter.templating.compose.forms.onesided import add_in_vain, add_load, add_one_side, add_over
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.words.clauses import amount

# What is wrong may be told as a problem or its cause; the lot of which something is left, as progress too.
_WRONG = (FactType.PROBLEM, FactType.CAUSE)
_YEARLY = (FactType.PROBLEM, FactType.PROGRESS, FactType.SITUATION, FactType.ACHIEVEMENT)
_COUNTS = (*_WRONG, FactType.PROGRESS, FactType.SITUATION, FactType.GAP)
# How many of a hundred of a year are gone, how one says so, and by which words one knows.
_GONE = {
    25: ("四分之一", re.compile("(?<!二)一季度|3月底|[1一][—–至-]3月|前[3三]个月")),
    50: ("一半", re.compile("上半年|6月底|[1一][—–至-]6月|前[6六]个月")),
    75: ("四分之三", re.compile("前三(?:个)?季度|9月底|[1一][—–至-]9月|前[9九]个月")),
}
_OF_A_YEAR = re.compile("(?:全年|年度|今年)[^，；。]*(?:计划|任务|目标)")
_DAYS_ON_END = re.compile(r"连续[^，；。\d]{0,10}(\d{3,5})天")
DAYS_OF_A_YEAR, MOST_OF_A_YEAR = 365, 300
# What happens once each, and need not have happened.
_CASES = ("起", "件", "次", "人次", "批", "例", "个", "条")
# What is called the highest and the lowest of one thing; so many times the one is the other at least.
_HIGHEST = re.compile("最[高多长大][^，；。]*，[^，；。]*最[低少短小]")
LEAST_TIMES = 2
# How long somebody has to wait, where that is not what has become shorter.
_WAIT = re.compile(
    r"(?:排队|等候?|等着|滞留|候诊|停[水电气暖])[^，；。\d]{0,8}(?P<wait>\d[\d.]*多?(?:分钟|个?小时|天|个月)(?:\d+分)?)"
)
_SHORTER = re.compile("降|缩|压|减|少|快|以内|不超过|从")
# 填的18度其实只有15.6度.
_CLAIMED = re.compile(
    r"(?:填|写|报|记|登记)的?[了是]?(?P<claimed>\d[\d.]*[一-鿿]{1,2}?)，?(?:其实|实际|量出来|查下来)(?:上|也)?(?:只有|只|是)?"
    r"(?P<real>\d[\d.]*[一-鿿]{1,2})(?=，|。|；|$)"
)
# 二车间停机87次，一车间31次: two of a kind, each with its figure.
_OF_A_KIND = re.compile("，[一-鿿]{0,4}(?:车间|社区|病区|[村乡镇科班队县区店校组厂])")
_WENT_WRONG = re.compile("停|坏|漏|错|堵|退|断|投诉|超|缺|差")
# 比计划慢6万册, 比序时慢3.5个百分点.
_LATE = re.compile("比(?:计划|序时)(?:进度)?[慢少差]了?(?P<by>[^，；。]{2,9})(?=[，；。]|$)")
# Figures that stand for a step each are so many at least.
LEAST_STEPS = 4
_NO_STEP = re.compile("其中|另|其?余|剩|停|补助")
# Of fewer in a hundred, or of more, nobody counts.
FEWEST_MISSED, MOST_MISSED = Decimal("1.5"), 10


# Forms of one figure, or of one thing that is wrong: how much is left, and of how much; what share it is.
OF_ONE = tuple(
    frozenset(names.split())
    for names in (
        "rest undone unreached done", "share onein ratio", "nobody", "more", "whole", "unmet",
        "unfound", "missed", "times", "steps", "wait", "gapratio", "paper", "two", "off idle", "unseen",
        "load", "over", "vain", "span", "late", "season",
    )
)  # fmt: skip
# Forms that tell what is left, or what is wrong, of whatever type the fact is.
OF_ANY_TYPE = frozenset(
    [
        "rest",
        "nobody",
        "unmet",
        "unfound",
        "ratio",
        "wait",
        "idle",
        "pair",
        "behind",
        "past",
        "unseen",
        "load",
        "over",
        "vain",
        "span",
        "more",
        "late",
    ]
)


def add_pressing(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add the forms with which a statement presses."""
    if statement.type in _WRONG or "harm" in forms.words:
        add_nobody(forms, statement)
        add_on_paper(forms, statement)
    if statement.type in _WRONG:
        add_one_side(forms, statement)
        add_load(forms, statement)
        add_in_vain(forms, statement)
        add_over(forms, statement, material)
    if statement.type in _COUNTS:
        _add_counts(forms, statement, material)
    if statement.type in _YEARLY:
        _add_year(forms, statement.head)
        _add_days_on_end(forms, statement.head)
    if statement.type is FactType.PROBLEM:
        _add_apart(forms, statement.head)
        add_largest(forms, statement)
        _add_claimed(forms, statement.head)
        _add_missed(forms, statement, material)


def _add_counts(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add how many of how many, how long, and how many more."""
    add_unmet(forms, statement)
    add_ratio(forms, statement, material)
    add_out_of_use(forms, statement.head, material)
    _add_wait(forms, statement.head)
    if match := _LATE.search(statement.head.text):
        forms.words.update({"late": match[0], "lateby": match["by"]})
    _add_pair(forms, statement)
    if statement.type is FactType.GAP:
        add_gap_share(forms, statement)
    if statement.type is FactType.PROGRESS:
        _add_steps(forms, statement)
    if statement.type is FactType.PROBLEM or has_cue("bad-noun", statement.head.text):
        _add_more(forms, statement.head, material)


def _add_missed(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add how many of a hundred a rate misses: 八九个 of 91.5%."""
    found = next(iter(material.inferred(statement.head.id, "points-to-full")), None)
    rates = [q for q in statement.head.quantities if q.unit == "%"]
    if found is None or len(rates) > 1 or not FEWEST_MISSED <= found.value < MOST_MISSED:
        return
    low = int(found.value)
    many = f"{counted(low)}{'' if low == found.value else counted(low + 1)}"
    put(forms, "missed", f"一百个里头有{many}个", found)
    forms.words["percent"] = f"{100 - found.value:f}%"


def _add_more(forms: FormSet, fact: Fact, material: Material) -> None:
    """Add by how much it is more than it was: 比去年同期多出来的4个."""
    for now, change in pairwise(fact.quantities):
        rose = change.role == "change" and change.sign > 0 and change.reference and is_exact(change)
        if rose and now.unit == change.unit and now.unit in _CASES:
            then = "去年同期" if change.reference == "同比" else change.reference
            forms.words.setdefault("more", f"比{then}多出来的{change.text}")
    for found in material.inferred(fact.id, "more"):
        if found.unit in _CASES:
            put(forms, "more", f"比{found.words}多出来的{amount(found.value, found.unit)}", found)


def _add_year(forms: FormSet, fact: Fact) -> None:
    """Add how far the work of a year is when a part of the year is gone."""
    part = next((q for q in fact.quantities if q.unit == "%" and q.role != "change" and is_exact(q)), None)
    if part is None or not _OF_A_YEAR.search(fact.text):
        return
    for gone, (words, when) in _GONE.items():
        if when.search(fact.text):
            forms.words["gone"] = f"一年过了{words}"
            forms.words["behind" if part.value < gone else "past"] = part.text


def _add_days_on_end(forms: FormSet, fact: Fact) -> None:
    """Add how many years so many days on end are: 三年还多."""
    match = _DAYS_ON_END.search(fact.text)
    years, days = divmod(int(match[1]), DAYS_OF_A_YEAR) if match else (0, 0)
    if days >= MOST_OF_A_YEAR:
        forms.words["years"] = f"将近{counted(years + 1)}年"
    elif years:
        more = "还多" if days < DAYS_OF_A_YEAR - MOST_OF_A_YEAR else "多"
        forms.words["years"] = f"{counted(years)}年{more}"


def _add_apart(forms: FormSet, fact: Fact) -> None:
    """Add how many times the lowest the highest is: 四倍还多."""
    for high, low in pairwise(fact.quantities):
        told = _HIGHEST.search(fact.text[: low.place.start - fact.place.start])
        same = high.unit == low.unit and low.amount > 0 and is_exact(high) and is_exact(low)
        if told and same and (times := high.amount / low.amount) >= LEAST_TIMES:
            forms.words["times"] = _so_many_times(times)


def _so_many_times(times: Decimal) -> str:
    """Return how many times the one is the other, as one says it: 四倍还多."""
    return f"{counted(int(times))}倍{'' if times == int(times) else '还多'}"


def _add_steps(forms: FormSet, statement: Statement) -> None:
    """Add how many are left from step to step: 从186个到73个、29个、11个."""
    figures = [q for fact in statement.facts for q in fact.quantities]
    falling = all(a.unit == b.unit and a.amount > b.amount for a, b in pairwise(figures))
    exact = all(is_exact(q) and q.unit in _CASES for q in figures) and any(q.role == "done" for q in figures)
    other = any(_NO_STEP.search(fact.text) for fact in statement.facts)
    if len(figures) >= LEAST_STEPS and falling and exact and not other:
        forms.words["steps"] = f"从{figures[0].text}到{'、'.join(q.text for q in figures[1:])}"


def _add_wait(forms: FormSet, fact: Fact) -> None:
    """Add how long somebody has to wait: 6小时."""
    match = _WAIT.search(fact.text)
    if match is not None and not _SHORTER.search(fact.text):
        forms.words["wait"] = match["wait"]


def _add_claimed(forms: FormSet, fact: Fact) -> None:
    """Add what was written down and what it is: 18度, 15.6度."""
    if match := _CLAIMED.search(fact.text):
        forms.words.update(match.groupdict())


def _add_pair(forms: FormSet, statement: Statement) -> None:
    """Add the figures of two of a kind, where the one is a multiple of the other: 87次对31次, 两倍还多."""
    text = "，".join(fact.text for fact in statement.facts)
    figures = [q for fact in statement.facts for q in fact.quantities]
    if len(figures) != 2 or not _WENT_WRONG.search(text):
        return
    first, second = figures
    between = text.partition(first.text)[2].rpartition(second.text)[0]
    same = first.unit == second.unit and first.unit in _CASES and is_exact(first) and is_exact(second)
    if same and _OF_A_KIND.fullmatch(between) and (times := first.amount / second.amount) >= LEAST_TIMES:
        forms.words["pair"] = f"{first.text}对{second.text}"
        forms.words["pairtimes"] = _so_many_times(times)
