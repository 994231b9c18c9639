"""What a part heading tells behind its name: a figure that weighs, or how many tasks and their days."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from drafter.facts.cues import found_cues
from drafter.facts.numbers import counted
from drafter.facts.sheet import AIMS, Fact, FactType
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import WARM, Material
from drafter.templating.compose.plan import PartPlan
from drafter.templating.compose.points import OTHERS, Group
from drafter.templating.compose.statements import Statement

# What is shorter names nothing that one understands, what is longer is no heading.
SHORTEST_TOLD, LONGEST_TOLD = 7, 22
_WRONG = (FactType.PROBLEM, FactType.GAP, FactType.CAUSE)
_DONE = (FactType.ACHIEVEMENT, FactType.PROGRESS)
_GAINED = re.compile(r"增长?\d|同比|[比去前上]年|完成|连续")
# What a title asks that the one and the other answer.
_ASKS_WRONG = re.compile("问题|没做好|卡在|原因|根子|为什么|眼下")
_BOTH = re.compile("问题|原因|还没")
_ASKS_GAINED = re.compile("做成|走到|眼下|做了")
# A clause that leans on the one in front of it, and one that tells no more than when.
_LEANS = re.compile(
    "其|另|还|也|但|而|再|又|并|同比|环比|比|占|里头|这|那|他|她|它|我|你|只|就|都|才|没|不|已|检查"
)
_WHEN_ALONE = re.compile(r"[^，]{0,4}\d+(?:[年月日号点季]|月份)[^，]{0,6}")
# 超限0次, 连续11年没出过事: nothing happened.
_NO_HARM = re.compile(r"(?<!\d)0(?![.\d])|零|没[有出发]|连续|率(?:是|为)?(?:100|9\d)|解决|挽回|上报")
# What went down since last year is no longer what weighs.
_FEWER = re.compile(r"比[^，。]{0,8}(?:少|降|下降|减少)了?\d|同期\d")
# 去年检修, 去年腊月二十三夜里
_SPAN = re.compile("[去今前上]年[^，]{0,8}")
_MONEY = re.compile(r"\d[万亿]?元")


def with_telling(title: str, part: PartPlan, material: Material) -> str:
    """Return the title of a part with what it has to tell: 接下来怎么干：五件事，日子从6月1日排到9月30日.

    At a ceremony, and where nothing short can be told, the title stays as it is.
    """
    if not title or material.kind in WARM:
        return title
    if _has_tasks(part):
        told = _of_tasks(part.groups, material)
        return f"{title}：{told}" if told else title
    free = [s for s in part.all() if not any(f.persons or material.untouched(f) for f in s.facts)]
    if part.shape == "short":
        money = _of_money(part, free)
        return f"{title}：{money}" if money else title
    # What was done is not told alone where the part tells as much of what is wrong.
    gained = "" if _BOTH.search(title) else _what_was_gained(free)
    told_of = ((_what_is_wrong(free, material), _ASKS_WRONG), (gained, _ASKS_GAINED))
    asked = title.split("，")
    found = (f"{each}：{told}" for told, asks in told_of if told for each in asked if asks.search(each))
    return next(found, title)


def _has_tasks(part: PartPlan) -> bool:
    return len(part.groups) > 1 and not all(group.matter for group in part.groups)


def _of_tasks(groups: Sequence[Group], material: Material) -> str:
    """Return how many points there are, and the first and last of their days."""
    count = "" if any(group.name == OTHERS for group in groups) else f"{counted(len(groups))}件事"
    days = sorted({day for group in groups for s in group.aims for f in s.facts for day in _due(f, material)})
    span = f"日子从{_said(days[0], material)}排到{_said(days[-1], material)}" if len(days) > 1 else ""
    return "，".join(filter(None, (count, span)))


def _due(fact: Fact, material: Material) -> Iterator[datetime.date]:
    """Yield the day by which an aim is to be done, where it lies ahead."""
    by = fact.by
    if by is None or fact.type not in AIMS or fact.soft or by.grain not in ("day", "month") or by.days:
        return
    if by.end and material.date and by.end > material.date:
        yield by.end


def _said(day: datetime.date, material: Material) -> str:
    ahead = day.year - material.date.year if material.date else 0
    year = {0: "", 1: "明年"}.get(ahead, f"{day.year}年")
    return f"{year}{day.month}月{day.day}日"


def _of_money(part: PartPlan, told: Sequence[Statement]) -> str:
    """Return how much money there is, where a part tells of nothing else."""
    alone = {s.type for s in part.all()} == {FactType.FUND}
    return next((w for s in told if alone and (w := _in_short(s)) and _MONEY.search(w)), "")


def _what_is_wrong(told: Sequence[Statement], material: Material) -> str:
    """Return what weighs most of what is wrong: what the leader stresses goes first."""
    wrong = [s for s in told if s.type in _WRONG and not _FEWER.search(bare(s.words))]
    stressed = [s for s in wrong if any(map(material.stressed, s.facts))]
    told_of = [*map(_happened, stressed), *map(_in_short, stressed)]
    told_of += [w for s in wrong if (w := _in_short(s)) and (s.listed or _is_wrong(w))]
    return next((w for w in told_of if w and _is_wrong(w)), "")


def _happened(statement: Statement) -> str:
    """Return what went wrong, without when it was: 二号塔换热器打开前没有做气体分析."""
    clauses = re.split("[，。；：]", bare(statement.words))
    first = next((c for c in clauses if not _WHEN_ALONE.fullmatch(c) and not _SPAN.fullmatch(c)), "")
    fits = len(clauses) > 1 and clauses[0] != first and SHORTEST_TOLD <= len(first) <= LONGEST_TOLD
    return first if fits and not re.search("[【“”]", first) and not _LEANS.match(first) else ""


def _what_was_gained(told: Sequence[Statement]) -> str:
    """Return the first figure of what was done that stands beside another or goes on."""
    done = (w for s in told if s.type in _DONE and (w := _in_short(s)))
    return next((w for w in done if _GAINED.search(w)), "")


def _in_short(statement: Statement) -> str:
    """Return the first clauses of a statement that tell a figure; of a list, how long it is."""
    clauses = re.split("[，。；：]", bare(statement.words))
    if statement.listed:
        return clauses[0]
    return next((words for n in (2, 1) if _tells(words := "，".join(clauses[:n]))), "")


def _tells(words: str) -> bool:
    fits = SHORTEST_TOLD <= len(words) <= LONGEST_TOLD and not re.search("[【“”]", words)
    return fits and re.search(r"\d", words) is not None and not _leans(words)


def _leans(words: str) -> bool:
    """Whether words lean on others, or tell no more than when."""
    return bool(_LEANS.match(words)) or any(map(_WHEN_ALONE.fullmatch, (words, words.partition("，")[0])))


def _is_wrong(words: str) -> bool:
    """Whether words alone tell what is wrong, and nothing that was done about it."""
    told = {cue.gives for cue in found_cues("type", words)}
    return "problem" in told and "achievement" not in told and not _NO_HARM.search(words)
