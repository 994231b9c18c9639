"""The days that lie ahead, in their order: what the speech says of its deadlines at the end."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.figures.numbers import in_numerals
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.sheet import TASKS, Fact, FactType, When
from drafter.templating.compose.around.headings import thing_of
from drafter.templating.compose.around.passages import phrase
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.composition import Paragraph, Sentence, bare, field_mark, sentence
from drafter.templating.compose.forms.forms import is_of_hours
from drafter.templating.compose.material import WARM, WARNING, Material
from drafter.templating.compose.plan.points import Group, stressed_story
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.wishes.unnaming import unnamed
from drafter.templating.compose.words.due_words import due_words, whole
from drafter.templating.compose.words.labels import label_in, label_of_task

# What is shorter does not tell what is to be done: 安全.
SHORTEST_MATTER = 4
# A recap of so few days only repeats the speech.
LEAST_DAYS = 3
# Of so many days, one whose task no words tell may be left out: the others are no list of all then.
LEFT_OUT_OF = 3
# So many days and characters are listened to in one breath; of more, the nearest and the last are told.
MOST_DAYS, LONGEST_RECAP, NEAREST = 6, 110, 3
# Of a day no farther ahead than this one says how near it is; of so few days, how few they are.
PRESSING, FEW = 31, 10
# Of days farther ahead nobody counts how many there are.
FAR = 92
# What is due on it is said in one breath.
LONGEST_NEAR = 30
_SCHEDULED = frozenset({FactType.TASK, FactType.PROMISE, FactType.DUTY})
# A day as year, month and day; the schedule stands in its order.
Day = tuple[int, int, int]


class _Due(Struct):
    """What is due on or by a day: how the day is called, and ids of facts with the labels of their tasks."""

    called: str
    matters: list[tuple[str, str]]

    def labelled(self) -> list[tuple[str, str]]:
        """Return the matters for which there are words."""
        return [each for each in self.matters if each[1]]


def schedule(statements: Sequence[Statement], material: Material, chooser: Chooser) -> list[Paragraph]:
    """Return the days that lie ahead, in order, where three or more have a label for what is due.

    Nothing where too many of the tasks with a day have no label: a recap that leaves out days misleads, and
    is never told as one of all. Nothing at a ceremony, nor where something is due tonight or tomorrow.
    """
    if _is_too_late(statements, material):
        return []
    days = _days(statements, material)
    told_days = {day: due for day, due in days.items() if due.labelled()}
    left_out = len(days) - len(told_days)
    is_whole = all(len(due.labelled()) == len(due.matters) for due in days.values())
    if len(told_days) < LEAST_DAYS or left_out * LEFT_OUT_OF > len(days):
        return []
    rows = [
        f"{_year(day, material)}{due.called}，{'，'.join(field_mark(i, w) for i, w in due.labelled())}"
        for day, due in sorted(told_days.items())
    ]
    ids = tuple(i for due in told_days.values() for i, _w in due.labelled())
    forms = {"clause": "；".join(rows), "count_word": in_numerals(len(rows))}
    if len(rows) > MOST_DAYS or len(bare(forms["clause"])) > LONGEST_RECAP:
        forms = {"clause": "；".join((*rows[:NEAREST], f"最后一个，{rows[-1]}"))}
    about = [] if is_whole else ["挑几个"]
    stated = phrase(chooser, "schedule", "state", forms, "days", facts=ids, about=about)
    if stated is None:
        return []
    span = _span(told_days, material, chooser) if is_whole else None
    return [(stated, span) if span is not None else (stated,)]


def _year(day: Day, material: Material) -> str:
    """Return the year of a day that is in another one than the meeting: 2027年4月30日前."""
    return f"{day[0]}年" if material.date and day[0] != material.date.year else ""


def _span(days: Mapping[Day, _Due], material: Material, chooser: Chooser) -> Sentence | None:
    """Return in how many days all is to be done; None where something only begins or is striven for."""
    last = max(days)
    left = (datetime.date(*last) - material.date).days if material.date else 0
    hedged = any(_HEDGE.search(label) for due in days.values() for _id, label in due.matters)
    if not 0 < left <= FAR or hedged or not all(due.called.endswith("前") for due in days.values()):
        return None
    forms = {"day": days[last].called.removesuffix("前"), "days": f"{left}天"}
    return phrase(chooser, "schedule", "compute", forms, "span", about=["总共"])


def nearest(statements: Sequence[Statement], material: Material) -> Sentence | None:
    """Return how far the next day is on which something is due or begins, and what it is.

    None where no words tell what: a day alone presses nobody, and a later one is not the next. A warning
    begins with its case, and not with days.
    """
    unhurried = material.kind in (*WARM, WARNING)
    if material.date is None or unhurried or _is_too_late(statements, material):
        return None
    # 力争9月底前降下来 is no day to be held to.
    days = _days([s for s in statements if not any(f.soft for f in s.facts)], material)
    day = datetime.date(*min(days)) if days else datetime.date.max
    if (left := (day - material.date).days) > PRESSING:
        return None
    due = days[min(days)]
    if _is_sooner(statements, day, due, material):
        return None
    what = "、".join(field_mark(id_, label) for id_, label in due.labelled())
    is_whole = due.labelled() and len(due.labelled()) == len(due.matters) and "，" not in what
    if not is_whole or len(bare(what)) > LONGEST_NEAR:
        return None
    today = f"{material.date.month}月{material.date.day}日"
    ids = tuple(id_ for id_, _label in due.matters)
    which = "最早到期的" if due.called.endswith("前") else "最早的一件"
    said = f"{which}是{what}，{_how_near(due, day, left)}"
    return sentence(f"今天是{today}，要办的事里，{said}。", ids, "compute")


# What is to be done at once comes before any day.
_AT_ONCE = re.compile(
    "马上|立即|立刻|即刻|即日|今[天日]起|当[天日](?=[一-鿿]{0,4}(?:完|改|停|撤))|小时[之以]?内"
)


def _is_sooner(statements: Sequence[Statement], day: datetime.date, due: _Due, material: Material) -> bool:
    """Whether something is done at once, or another fact of whatever type tells an earlier day ahead."""
    own = {id_ for id_, _label in due.matters}
    aims = [fact for statement in statements for fact in statement.facts if fact.type in _SCHEDULED]
    firm = (fact for fact in material.told() if not fact.soft and fact.id not in own)
    days = (when.start for fact in firm for when in fact.whens if when.grain == "day")
    return any(_AT_ONCE.search(fact.text) for fact in aims) or any(
        material.date is not None and each is not None and material.date < each < day for each in days
    )


def _how_near(due: _Due, day: datetime.date, left: int) -> str:
    """Return when something is due or begins, and how many days are left: 在6月9日，只有8天."""
    begins = due.called.endswith("起")
    if left == 1:
        return f"就{'从' if begins else '在'}明天{'起' if begins else ''}"
    at = f"{'从' if begins else '在'}{day.month}月{day.day}日{'起' if begins else ''}"
    return f"{at}，{'只' if left <= FEW else '还'}有{left}天"


# What is longer is no reminder.
LONGEST_AGAIN = 44
# Who has it in hand was told with it.
_IN_HAND = re.compile("(?:，[^，；]{2,16}(?:负责|牵头|配合|参加))+$")


def said_again(groups: Sequence[Group], material: Material) -> Sentence | None:
    """Return the first task of the point on which the leader wants weight, told once more at the end.

    Its day is told with the other days, where there is one.
    """
    task = weightiest_task(groups, material) if material.kind not in WARM else None
    words = _IN_HAND.sub("", bare(task.words)) if task is not None else ""
    if (
        task is None
        or not words
        or len(words) > LONGEST_AGAIN
        or "【" in words
        or task.head.soft
        or words.startswith("由")
    ):
        return None
    return sentence(f"最要紧的一件，散会前再说一遍：{words}。", task.ids, "link")


def weightiest_task(groups: Sequence[Group], material: Material) -> Statement | None:
    """Return the first task of the point on which the leader wants weight; None where none is.

    Where it is on a story, 梨园巷的事讲重, what is to be done about it weighs no more than the rest.
    """
    weighty = (group for group in groups if group.stressed and not stressed_story(group, material))
    those = [s for group in weighty for s in group.statements]
    told = [f.text for s in those for f in s.facts if material.stressed(f)]
    stressed = pairs_in("，".join(told))
    aims = [s for s in those if s.type in TASKS]
    # Of several, that which answers what is stressed: 换热站 where a pump of one stood still.
    best = max(aims, key=lambda s: len(stressed & pairs_in(bare(s.words))), default=None)
    return None if best is None or _is_of_another(best, told, material) else best


def _is_of_another(task: Statement, told: Sequence[str], material: Material) -> bool:
    """Whether a task answers nothing but another item of a list in which the stressed one stands.

    活禽和熟食挨着卖、消防通道摆摊: where weight is on the latter, 活禽熟食分区 is not the weightiest.
    """
    items = [item for text in told for item in re.split("[、，；]", text)]
    words = [word for word in material.stress_words() if any(word in item for item in items)]
    said = pairs_in(bare(task.words))
    ours = any(said & pairs_in(item) for item in items if any(word in item for word in words))
    return bool(words) and not ours and any(said & pairs_in(item) for item in items)


def _is_too_late(statements: Sequence[Statement], material: Material) -> bool:
    """Whether hours count, so that a list of days is heard too late; a ceremony has none."""
    told = (fact for statement in statements for fact in statement.facts)
    return material.kind == "address" or any(map(is_of_hours, told))


def _days(statements: Sequence[Statement], material: Material) -> dict[Day, _Due]:
    """Return the days ahead with what is due, an empty label where a task has none."""
    days: dict[Day, _Due] = {}
    for statement in statements:
        for fact in (f for f in statement.facts if _SCHEDULED & {f.type, statement.type}):
            named = _days_in_row(fact, material) or _first_days(fact, material) or _on_a_day(fact, material)
            for day, said, matter in named:
                days.setdefault(day, _Due(f"{day[1]}月{day[2]}日{said}", [])).matters.append(
                    (fact.id, matter)
                )
            if fact.type in _SCHEDULED and (by := _day_ahead(fact, material)):
                # By a day and on it: the deadline is what is said.
                due = days.setdefault(by, _Due("", []))
                due.called = _called(fact, by)
                due.matters.append((fact.id, _matter(statement, fact, material)))
    return days


def _matter(statement: Statement, fact: Fact, material: Material) -> str:
    """Return what is due on the day of a task; what it only strives for is told so: 力争."""
    label = label_in(statement, fact, material, by_day=True)
    label = whole(label) or (_due(fact, fact.by, material) if fact.by else "")
    label = f"{_of_what(statement, fact, label)}{label}"
    hedge = _HEDGE.search(fact.text)
    return f"{hedge[0]}{label}" if label and hedge and hedge[0] not in label else label


# 方案报党委会: which paper it is stands with who has the matter in hand.
_BARE_PAPER = re.compile("(?:方案|名单|清单|办法|细则|计划|台账)(?=[报交拿出定公])")


def _of_what(statement: Statement, fact: Fact, label: str) -> str:
    """Return the matter of a paper that a label calls by its sort alone: 轮岗由人力部办，方案9月15日前报."""
    front = statement.facts[0]
    of_duty = front is not fact and front.type is FactType.DUTY and len(front.topic) <= SHORTEST_MATTER
    return front.topic if of_duty and _BARE_PAPER.match(label) else ""


def _due(fact: Fact, when: When, material: Material) -> str:
    """Return what is due on a day in the words of the fact, without names that are to be unsaid."""
    return whole(unnamed(fact, due_words(fact, when), material))


_HEDGE = re.compile("力争|争取|原则上")
_BY_HOUR = re.compile(r"\d{1,2}日((?:[早晚]上?|[上下中]午)?\d{1,2}[点时]半?前)")


def _called(fact: Fact, day: Day) -> str:
    """Return how a deadline is said: 4月20日前, 8月底前, 6月19日下午6点前."""
    if fact.by is not None and fact.by.grain == "month":
        return f"{day[1]}月底前"
    hour = _BY_HOUR.search(fact.text)
    return f"{day[1]}月{day[2]}日{hour[1] if hour else '前'}"


def _day_ahead(fact: Fact, material: Material) -> Day | None:
    """Return the day by which a fact is to be done, None where it has none or it is past."""
    by = fact.by
    if by is None or by.end is None or by.grain not in ("day", "month") or by.days is not None:
        return None
    if any(when.relation == "from" for when in fact.whens) and _is_of_span(by, fact):
        # 8月22日起到9月底 ends a span.
        return None
    return None if material.date and by.end <= material.date else (by.end.year, by.end.month, by.end.day)


_FIRST = re.compile("(?:头一?|第一|首)[次回批场期]$")
_BEGINS = re.compile("起?(?:[起启][用动]|开始|施行|执行|实行|试行|上岗|开通|开放)|起(?=，|$)")


def _first_days(fact: Fact, material: Material) -> list[tuple[Day, str, str]]:
    """Return the day on which a task begins, 5月1日起用, or 起 behind it; 头一次4月10日.

    What begins on a day that has 起 may have no words.
    """
    when = _first_when(fact)
    if when is None or when.end is None or (material.date and when.end <= material.date):
        return []
    before, _day, behind = fact.text.partition(re.sub("(?:起|开始)$", "", when.text))
    if when.relation != "from" and _SPAN_GOES_ON.match(behind):
        return []
    first, thing, begins = _FIRST.search(before), thing_of(fact.topic), _BEGINS.match(behind)
    day = (when.end.year, when.end.month, when.end.day)
    if first and thing:
        return [(day, "", f"{thing}{first[0]}")]
    if fact.text.startswith("这"):
        # 这套规矩9月15日起执行 points back at what has its own words.
        return []
    label = whole(label_of_task(fact, material)) or _due(fact, when, material) or fact.label
    # 检测报告从12月1号起 does not tell what is done with it.
    is_thing = behind in ("", "起", "开始") and before and "，" not in before
    label = "" if is_thing or len(label) < SHORTEST_MATTER else label
    # 5月1日，应急转贷资金起用 begins by its verb, 5月1日起，仓库实行双人双钥匙 by its day.
    begins_it = when.relation == "from" or (begins is not None and label)
    return [(day, "" if label.endswith(("用", "动", "通")) else "起", label)] if begins_it else []


def _first_when(fact: Fact) -> When | None:
    """Return the day from which a task holds, else the one day that it has."""
    days = [w for w in fact.whens if w.grain == "day" and w.end and w.start == w.end]
    since = [w for w in days if w.relation == "from"]
    those = since if since or fact.by is not None else days
    return those[0] if len(those) == 1 else None


def _on_a_day(fact: Fact, material: Material) -> list[tuple[Day, str, str]]:
    """Return the one day on which a task is done: 9月25日拉一次演练; its matter may have no words."""
    days = [w for w in fact.whens if w.grain == "day" and w.end and w.start == w.end]
    if fact.type is not FactType.TASK or fact.by is not None or len(days) != 1 or _is_of_span(days[0], fact):
        return []
    end = days[0].end
    if days[0].relation != "at" or end is None or (material.date and end <= material.date):
        return []
    return [((end.year, end.month, end.day), "", _due(fact, days[0], material))]


# 10月1日至明年5月31日: neither day is one on which something is due.
_SPAN_GOES_ON = re.compile("[起]?[至到—–-]")
# What goes on with the clause in front and says nothing alone: 全部完工.
_HALF = re.compile("[全再都也就才由把是均]|(?:完工|开工|到位|起|前|止)")


def _is_of_span(when: When, fact: Fact) -> bool:
    """Whether a day only begins or ends a span."""
    at = when.place.start - fact.place.start
    before, behind = fact.text[:at], fact.text[when.place.end - fact.place.start :]
    return bool(_SPAN_GOES_ON.match(behind)) or before.endswith(("至", "到", "—", "–", "-"))


def _days_in_row(fact: Fact, material: Material) -> list[tuple[Day, str, str]]:
    """Return what a task tells for two or more days: 11月1日注水打压、11月8日点火试供."""
    days = (w for w in fact.whens if w.relation == "at" and w.grain == "day" and w.end and w.start == w.end)
    at = [when for when in days if not _is_of_span(when, fact)]
    if len(at) < 2 or (fact.by is not None and fact.by.end is not None):
        return []
    found: list[tuple[Day, str, str]] = []
    for when, after in zip(at, [*at[1:], None], strict=True):
        start = when.place.end - fact.place.start
        end = after.place.start - fact.place.start if after else len(fact.text)
        matter = re.split("[，,、；;]", fact.text[start:end].lstrip("，,、"))[0]
        whole = len(matter) >= SHORTEST_MATTER and not _HALF.match(matter)
        if when.end and (not material.date or when.end > material.date) and whole:
            found.append(((when.end.year, when.end.month, when.end.day), "", matter))
    return found
