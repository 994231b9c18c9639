"""What a task is called in a list: a phrase of its own words that a clerk would write, or nothing.

A label that is missing is no fault, one that nobody would say is: where one of a set fails, none is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.cut.around import replaced, stands
from drafter.facts.kinship.forms import IN_NAME
from drafter.facts.sheet import AIMS, TASKS, Fact, FactType
from drafter.templating.compose.around.headings import thing_of
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.points import Group
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.words.clauses import UNDONE, spoken
from drafter.templating.compose.words.label_words import (
    AT_THE_END,
    AT_THE_FRONT,
    COUNTED,
    DONE,
    GOES_ON,
    GROWS,
    HELPS,
    IN_THE_MIDDLE,
    NEEDS_ITS_COUNT,
    NO_END,
    NO_FRONT,
    NO_NAME,
    NOWHERE,
    SHORT_ORDER,
    STARTS_WITH_VERB,
    TIMES,
)
from drafter.templating.compose.words.spoken_labels import announces, label_of, without_side

SHORTEST_LABEL, LONGEST_LABEL = 4, 15
# The name that the sheet itself gives to a matter: 油烟, 控辍保学.
SHORTEST_NAME, LONGEST_NAME = 2, 6
# What is due on a day tells by itself what it is about if it is as long: 虫板插到田头.
SHORTEST_DUE = 6
# What is said in front of the points in one breath.
MOST_LABELS, LONGEST_LIST = 5, 56


def labels_of(groups: Sequence[Group], phrases: Sequence[str]) -> list[str]:
    """Return a label for each point, all of them good and unlike each other; an empty list if one is not.

    Labels are the names that the sheet gives to all its matters, or the ``phrases`` with a verb.
    """
    if not 2 <= len(groups) <= MOST_LABELS:
        return []
    heads = [_only_task(group) for group in groups]
    names = [name_of(head[1]) if head else "" for head in heads]
    for found in (names, phrases):
        unlike = len({label[:2] for label in found}) == len(found)
        if all(found) and unlike and sum(map(len, found)) <= LONGEST_LIST:
            return list(found)
    return []


def phrases_of(groups: Sequence[Group], material: Material) -> list[str]:
    """Return what is to be done in each point, "" where no good label tells it."""
    heads = [_only_task(group) for group in groups]
    return [label_in(*head, material) if head else "" for head in heads]


def _only_task(group: Group) -> tuple[Statement, Fact] | None:
    """Return the task that a point is about, None where it tells several that nothing holds together."""
    aims = [s for s in group.aims if s.type in TASKS]
    if not aims:
        return None
    named = {label_of(s.head) for s in aims}
    together = len(aims) == 1 or (len(named) == 1 and not announces(named.pop()))
    # What a sentence begins with tells what it is about: 农技员下村包户，每人每周不少于3天.
    first = aims[0].facts[0]
    return (aims[0], first if first.type in (*AIMS, FactType.DUTY) else aims[0].head) if together else None


def label_in(statement: Statement, fact: Fact, material: Material, by_day: bool = False) -> str:
    """Return the label of one of the tasks that a statement tells; what is short is to be made good.

    With ``by_day`` it tells what is due on the day of the task.
    """
    gaps = [f.topic for f in statement.facts if f.type is FactType.GAP and f.topic]
    verb = re.search("补齐|补上|补足|配齐", fact.text)
    if gaps and verb:
        label = f"{'、'.join(gaps)}{verb[0]}"
        return label if is_good_label(label) else ""
    return label_by_day(fact, material) if by_day else label_of_task(fact, material)


def name_of(fact: Fact) -> str:
    """Return what the sheet calls the matter of a task, before a colon or a comma: 油烟, 交付."""
    label = label_of(fact)
    front = re.split("[，：]", fact.text)[0]
    name = label if not announces(label) and fact.text.startswith(label) else ""
    name = name or (front if front == fact.topic and "，" in fact.text else "")
    is_name = SHORTEST_NAME <= len(name) <= LONGEST_NAME
    return "" if not is_name or NO_NAME.search(name) or NO_FRONT.match(name) else name


def label_of_task(fact: Fact, material: Material) -> str:
    """Return a phrase with a verb for a task, without day, owner and figures that it can do without."""
    clauses = [clause.words for clause in _clauses(fact, material) if clause.words]
    if not clauses:
        return ""
    first, second = (*clauses, "")[:2]
    if not _is_named(first, fact):
        return _first_good(first, f"{first}{second}" if GOES_ON.match(second) else "")
    # 油烟 alone tells nothing of what is to be done, 压库存 and 干部下沉 do.
    if SHORT_ORDER.match(first) or is_good_label(first):
        return first
    alone = "" if STARTS_WITH_VERB.match(second) else second
    return _first_good(alone, _behind(first, second))


def label_by_day(fact: Fact, material: Material) -> str:
    """Return what is due on the day of a task: the clause that has the day, with what it is about."""
    clauses = _clauses(fact, material)
    if not clauses:
        return ""
    place = next((n for n, clause in enumerate(clauses) if clause.is_dated), 0)
    first, due = clauses[0].words, clauses[place].words
    if not place:
        after = clauses[1].words if clauses[1:] else ""
        return _first_good(first, f"{first}{after}" if GOES_ON.match(after) else "")
    is_named = _is_named(first, fact)
    if not due or DONE.fullmatch(due) or GOES_ON.match(due) and is_good_label(first):
        # 建1个快检点，5月1日前启用: what is done by then stands in front. 7月10日开工 is not done by then.
        before = clauses[place - 1].words
        if len(fact.whens) > 1 and _BEGUN.search(before):
            before = f"{_BEGUN.sub('', before)}{due}"
        behind = f"{first}{before}" if place > 1 else _behind(first, due)
        return _first_good(before, behind) if place <= 1 + is_named else ""
    if (does := _DOER.match(due)) and not is_named:
        # 三样办法全院学，7月1日前每个病区做起来: what it is about stands in front.
        return _first_good(f"{first}{due[does.end() :]}", first)
    if not STARTS_WITH_VERB.match(due):
        alone = due if len(due) >= SHORTEST_DUE else ""
        return _first_good(*((alone, _behind(first, due)) if is_named else (_behind(first, due), alone)))
    topic = re.sub("[那这]$", "", fact.topic)
    topic = topic if thing_of(topic) == topic else ""
    return _first_good(_behind(first, due), f"{topic}{due}" if topic and not is_named else "")


_DOER = re.compile(
    "(?:每个|各)?[一-鿿]{0,6}(?:办公室|病区|科室|[部科处室办局校组队院])"
    "(?=(?:清一遍|做起来|学起来|用起来|改过来|推开|铺开|过一遍|查一遍)$)"
)
_BEGUN = re.compile("(?:[开动]工|启动|起步|进场)$")
_CLAUSE_END = re.compile("元?[，：]")
_BEFORE_DAY = re.compile(r"(?<![每到])[从自在]?\Z")
_BEHIND_DAY = re.compile("(?:之前|以前|前|开始|起(?![用草动])|内)?的?")
_BEFORE_OWNER = re.compile(r"[由归]\Z")
_BEHIND_OWNER = re.compile("[\u4e00-\u9fff]{0,2}$|(?=统|逐)")


class _Clause(Struct, frozen=True):
    """A clause of a task without its day, and whether it had it."""

    words: str
    is_dated: bool


def _clauses(fact: Fact, material: Material) -> list[_Clause]:
    """Return the clauses of a task, as the sheet parts them, without those that tell who answers or helps."""
    words = without_side(bare(spoken(fact, material)))
    if UNDONE.match(fact.label):
        # 其余的办结: the label tells what.
        words = words.replace("其余的", f"其余的{fact.label[3:]}", 1)
    words = re.sub(f"（(?!{IN_NAME})[^）]*）|[①-⑳]|^[^，：]*：", "", words)
    found: list[_Clause] = []
    for clause in words.split("，"):
        said = _Clause(_cleaned(clause, fact), _has_day(clause, fact))
        before = found[-1].words if found else ""
        is_parted = stands(before.rstrip("元")[-2:], fact.text, _CLAUSE_END) or _is_named(before, fact)
        if before and not is_parted and not HELPS.search(said.words) and said.words != "完成":
            found[-1] = _Clause(f"{before}{said.words}", found[-1].is_dated or said.is_dated)
        else:
            found.append(said)
    return [clause for clause in found if not (HELPS.search(clause.words) and clause is not found[0])]


def _has_day(clause: str, fact: Fact) -> bool:
    by = fact.by
    if by is None or by.end is None:
        return by is not None and by.text in clause
    return by.text in clause or f"{by.end.month}月{'' if by.grain == 'month' else by.end.day}" in clause


def _is_named(first: str, fact: Fact) -> bool:
    """Whether a clause is no more than the name of the matter."""
    return first in (name_of(fact), fact.label)


def _behind(first: str, due: str) -> str:
    """Return a clause behind the thing that it is about, "" where that may be a clause of its own."""
    if SHORT_ORDER.match(first):
        # 压库存 and 压到1.4亿元以内 are one: 库存压到1.4亿元以内.
        return f"{first[1:]}{due}"
    due = re.sub(f"^{COUNTED}(?=全部|逐)", "", due)
    is_thing = len(first) <= LONGEST_NAME and "一" not in first and not is_good_label(first)
    is_thing = is_thing and (len(due) <= SHORTEST_DUE or STARTS_WITH_VERB.match(due) is not None)
    return f"{first}{due}" if GOES_ON.match(due) or is_thing and not due[:1].isdigit() else ""


def _first_good(*choices: str) -> str:
    return next((each for each in map(_uncounted, choices) if is_good_label(each)), "")


def is_good_label(label: str) -> bool:
    """Whether words say by themselves what is to be done, as a person would: 存量垃圾点清零."""
    return (
        SHORTEST_LABEL <= len(label) <= LONGEST_LABEL
        and bool(AT_THE_FRONT.match(label) or AT_THE_END.search(label) or IN_THE_MIDDLE.search(label))
        and not (NO_FRONT.match(label) or NO_END.search(label) or NOWHERE.search(label))
        and label.count("“") == label.count("”")
    )


def _cleaned(clause: str, fact: Fact) -> str:
    """Return a clause without the day, who answers for it, and 必须; nothing that a later day is for."""
    first = fact.by.text if fact.by is not None else ""
    for other in (w for w in fact.whens if first and w.relation == "by" and w != fact.by):
        # 4月30日前拆除、6月10日前复耕: each has a day of its own.
        front, day, _rest = clause.partition(other.text)
        clause = front.rstrip("、和及并") if day and first in front else clause
    # 原始记录当天记 tells how, and no day; 两个晚上 how many.
    told = (w for w in fact.whens if len(w.text) > 1 and w.text not in _NO_DAYS)
    days = (w for w in told if f"个{w.text}" not in clause)
    for when in sorted(days, key=lambda w: -len(w.text)):
        clause = replaced(when.text.removesuffix("起"), clause, "", _BEHIND_DAY, _BEFORE_DAY, most=1)
    several = "、".join(fact.owners)
    if len(fact.owners) > 1 and several in clause:
        # 超声科、磁共振室开中午连班: whose day it is where there is room, else none of them.
        return clause if len(clause) <= LONGEST_LABEL else clause.replace(several, "", 1)
    for owner in fact.owners:
        clause = replaced(owner, clause, "", _BEHIND_OWNER, _BEFORE_OWNER)
    return re.sub(f"{TIMES}|现在?(?:{COUNTED}|[\\d.]+%)$", "", clause)


# 开中午连班: at what time of a day, and no day.
_NO_DAYS = ("当天", "当日", "早上", "上午", "中午", "下午", "晚上", "夜里")


def _uncounted(label: str) -> str:
    """Return a label without the count that it can do without: 37处存量垃圾点清零, 改建移动厕所24座."""
    label = re.sub(r"^剩(?=\d)", "剩下的", label)
    label = re.sub(f"^把?{COUNTED}(?=[\u4e00-\u9fff]{{4}})(?!.逐)(?![^，]?[未没不以])|^把", "", label)
    label = re.sub("[从由][^到至为]+?(?=[提加涨增降压减缩改扩][^到至]?[到至为])", "", label)
    label = re.sub("[一两三][个]?[月年天周]$", "", label)
    label = re.sub(
        rf"(?<=[\u4e00-\u9fff]{{3}})(?<![的那这])(?<!{NEEDS_ITS_COUNT})(?:{COUNTED})+(?=$|[一逐全拆改办清建集])",
        "",
        label,
    )
    short = re.match(f"([^到]{{4,}}{GROWS})到", label)
    return short[1] if short and len(label) > LONGEST_LABEL else label
