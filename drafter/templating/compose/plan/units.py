"""What the sheet tells in one go, and the speech tells in one place: a line, or a part of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, groupby

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.cut.cues import pattern
from drafter.facts.kinship.forms import OF_THE_REST
from drafter.facts.kinship.sharing import is_row_of_parts, shared_words
from drafter.facts.sheet import TASKS, Fact, FactType
from drafter.facts.types.order import COMMA
from drafter.templating.compose.plan.announced import announced_list
from drafter.templating.compose.plan.retyping import REPORT
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.plan.ties import thing_held

# Who does a task, with what, and who looks after it.
MEANS = (FactType.DUTY, FactType.FUND, FactType.CHECK)
# What tells that something went wrong, and why.
WRONG = (FactType.PROBLEM, FactType.GAP, FactType.CAUSE, FactType.CASE)
# A line of more statements is a passage of several matters.
MOST_OF_A_LINE = 6
# So many tasks on a line that tells nothing else are a list: 隔离带、蓄水池、护林员.
LEAST_OF_A_LIST = 3
# What goes on with the sentence in front: 其中, 当天, 这栋楼, 他; what is done of it, and what is left.
_HANGS = re.compile(
    "其[中余他]|[日人户月年班]均|平均(?:每|一|到|[一-鿿]{0,3}\\d)|[一-鿿]{2,6}(?:另算|单算|不算在内|除外)|同一[个家]|再[有着犯发出]|当[时天晚场班]|事后|查[下明]|(?:[一-鿿]{2})?(?:查实|属实)|原因|结果|最后|这|那|[他她它]|还[剩有]|另有|剩[下余]|[没未]|已|另外|同比|比[去上]|逾期|.{0,4}账.{0,12}(?:贴|公布|公示)"
    r"|\d+[一-鿿]里|[一-鿿]{2,8}占(?:了|到)?[\d一二三四五六七八九]"
)
# A rate is a figure of its own, and does not go on with what went wrong.
_OF_ITS_OWN = re.compile("[一-鿿]{3,}率")
_HOW_FAR = {FactType.PROGRESS, FactType.PROBLEM}
# What is among a sum: 14起里, 9个火点里, D级21栋里.
_AMONG = re.compile(
    r"(?:.{2,24}?，)?[一-鿿A-Z]{0,4}?(?P<sum>\d+)(?P<unit>[一-鿿])(?:(?![在有])[一-鿿]){0,3}?(?:里头?|中|当中)"
)
# What is among those of a kind: 缺种的里面.
_AMONG_THEM = re.compile("(?P<noun>[一-鿿]{2,6})的里[面头]?")


class Unit(Struct):
    """Statements that are told one after another, in the order of the sheet."""

    statements: list[Statement]

    @property
    def place(self) -> int:
        """Where the unit stands on the sheet."""
        return self.statements[0].place

    @property
    def line(self) -> int:
        """The line of the sheet."""
        return self.statements[0].facts[0].group

    @property
    def facts(self) -> list[Fact]:
        """The facts of the unit."""
        return [fact for s in self.statements for fact in s.facts]

    @property
    def tasks(self) -> list[Statement]:
        """The tasks and promises of the unit."""
        return [s for s in self.statements if s.type in TASKS]

    @property
    def type(self) -> FactType:
        """What the unit is for: its task, else what went wrong, else what it begins with.

        Money and a sanction that begin it stay so: 烟感每个68元，换线的钱还差一块.
        """
        first = self.statements[0].type
        for types in (TASKS,) if first in (FactType.FUND, FactType.CHECK) else (TASKS, WRONG):
            if found := next((s.type for s in self.statements if s.type in types), None):
                return found
        return first


def units_of(statements: Sequence[Statement]) -> list[Unit]:
    """Return the units of the sheet, in its order. Every statement is in just one of them."""
    lines = [list(line) for _group, line in groupby(statements, key=lambda s: s.facts[0].group)]
    counts = [sum(s.type in TASKS for s in line) for line in lines]
    # Where each matter has a line of its own, all tasks of a line are for it.
    busy = sum(map(bool, counts))
    one_each = busy >= LEAST_OF_A_LIST and busy * 2 >= sum(counts)
    return [Unit(each) for line in lines for each in _parted(line, one_each)]


def _parted(line: list[Statement], one_each: bool) -> Iterator[list[Statement]]:
    """Yield the parts of a line that are each told in one go."""
    tasks = sum(s.type in TASKS for s in line)
    whole = len(line) <= MOST_OF_A_LINE and not lists_tasks(line) and not _begins_with_means(line)
    whole = whole and not any(_is_for_another(line[:n], s) for n, s in enumerate(line) if n)
    if whole and (tasks == 1 or (tasks and one_each) or (not tasks and _is_story(line))):
        yield line
        return
    part: list[Statement] = []
    for index, statement in enumerate(line):
        if part and _opens(part, statement, line[index:]):
            yield part
            part = []
        part.append(statement)
    if part:
        yield part


def _by_heads(before: Statement, statement: Statement, rest: Sequence[Statement]) -> bool | None:
    """Return whether a statement opens a unit behind what announces it; None where nothing does."""
    if OF_THE_REST.match(statement.facts[0].label) and {before.type, statement.type} <= _HOW_FAR:
        return False
    if statement.type is FactType.BASIS and before.type is not FactType.BASIS:
        # 入户换表不收钱。（县里定的）: it is of what stands in front.
        return False
    # Who decided on several things is told in front of them all.
    several = sum(s.type in TASKS for s in rest) > 1
    return True if before.type is FactType.BASIS and several else None


def _is_story(line: Sequence[Statement]) -> bool:
    """Whether a line tells of one thing that went wrong; a row of figures, or a list of causes, does not."""
    types = {s.type for s in line}
    if types == {FactType.CAUSE} or (types == {FactType.PROBLEM} and len(line) >= LEAST_OF_A_LIST):
        return len(line) == 1 or bool(announced_list(line)[0])
    told = [fact for s in line for fact in s.facts]
    if is_stock(line[0]) and len(line) > 1:
        return False
    if len(told) > LEAST_OF_A_LIST and all(fact.quantities for fact in told):
        return False
    if len(line) >= LEAST_OF_A_LIST and all(any(f.quantities for f in s.facts) for s in line):
        return False
    # 计划改造18座，没动3座 gives figures.
    return any(s.facts[0].type in WRONG for s in line)


# Figures of so many things are an overview.
LEAST_NAMES = 3
_COUNTS_ONE = re.compile(r"[一-鿿“”]{1,8}\d[\d.]*[万亿]?[一-鿿%]{1,3}")


def is_stock(statement: Statement) -> bool:
    """Return whether a situation counts several things, one a clause: 住校生1680人，宿舍5栋，宿管9人."""
    clauses = [clause for fact in statement.facts for clause in re.split("[，；]", fact.text)]
    several = len(clauses) >= LEAST_NAMES and all(map(_COUNTS_ONE.fullmatch, clauses))
    return statement.type is FactType.SITUATION and several


def _begins_with_means(line: Sequence[Statement]) -> bool:
    """Whether a line begins with who does it or who checks it, of something else than the task behind it.

    每村一人包到底；石桥村由镇长包 is who answers for all, and then for one.
    """
    first, tasks = line[0].type, [s for s in line if s.type in TASKS]
    if first is FactType.FUND or (first is FactType.CHECK and tasks):
        # 一处扣5万；三处以上，站长说明 is one sanction: what has a day of its own is another thing.
        return any(fact.by or fact.owners for s in tasks if not _is_met(s) for fact in s.facts)
    shared = len(line) == 2 and not re.search("牵头|配合|[抓管]总|总负责", line[0].facts[0].text)
    return first in MEANS and len(line) > 1 and not (shared and first is FactType.DUTY)


def _is_met(statement: Statement) -> bool:
    """Whether a statement begins with whom a sanction meets: 一个月内两次的，先免职."""
    return pattern("condition").search(statement.facts[0].text.partition("，")[0]) is not None


def _weighs_by_whom(statement: Statement) -> bool:
    """Whether a sanction begins with those whom it meets: 过期查出来的，从严."""
    whom, _comma, rest = statement.facts[0].text.partition("，")
    return whom.endswith("的") and bool(rest)


def _are_one_rule(before: Statement, statement: Statement) -> bool:
    """Whether two sanctions are one rule: 主动说清的，从轻；过期查出来的，从严."""
    both = before.type is statement.type is FactType.CHECK
    both = both or all(re.search("，从[轻重严宽]", s.facts[0].text) for s in (before, statement))
    return both and _weighs_by_whom(before) and _weighs_by_whom(statement)


def _opens(part: Sequence[Statement], statement: Statement, rest: Sequence[Statement]) -> bool:
    """Whether a statement opens another unit of its line, of which ``rest`` is still to come."""
    before, fact = part[-1], statement.facts[0]
    if (told := _by_heads(before, statement, rest)) is not None:
        return told
    row = {before.type, statement.type} <= set(MEANS)
    comma = fact.sign and fact.sign in COMMA and not row
    if comma or _measures(before, statement) or _are_one_rule(before, statement):
        return False
    if REPORT.fullmatch(fact.text):
        return False
    had = any(s.type in TASKS for s in part)
    if statement.type in TASKS:
        # 8月底前拆完 leaves what it is about to the words in front; what is wrong leads to its task.
        led = _begins_with_time(statement) or before.type in WRONG
        return had or not led or all(s.type in MEANS for s in part)
    if had:
        led = any(s.type in TASKS for s in rest) and statement.type is not FactType.DUTY
        return led or statement.type not in (FactType.DUTY, *WRONG) or _is_for_another(part, statement)
    if {before.type, statement.type} <= {FactType.PROBLEM, FactType.PROGRESS} and announced_list([statement])[
        0
    ]:
        return False
    goes_on = hangs(statement) or fact.type is FactType.CAUSE is not before.type
    # 小旅馆最多 counts nothing of its own.
    counts = statement.type in (*MEANS, *WRONG) or any(f.quantities for f in statement.facts)
    # Each request has an answer of its own, or none yet.
    asked = statement.type is FactType.REQUEST and fact.sign != "，"
    goes_on = goes_on or (statement.type is before.type and not (counts or asked))
    if statement.type is FactType.SITUATION and before.type in (FactType.PROBLEM, FactType.PROGRESS):
        goes_on = goes_on or not (_OF_ITS_OWN.match(fact.text) or _tells_progress(statement))
    return not goes_on


def _is_for_another(part: Sequence[Statement], statement: Statement) -> bool:
    """Whether who answers is told of a thing that is not named in front: 配件3天内到货；3号道岔由鲁万程包.

    无主的 are some of those in front, 西湾区 one of their places, and what one label holds is one matter.
    """
    fact, thing = statement.facts[0], thing_held(statement.facts[0])
    if (
        thing.endswith("的")
        or pattern("body-end").search(thing)
        or fact.label == part[0].facts[0].label != ""
    ):
        return False
    return bool(thing) and not any(thing[-2:] in fact.text for s in part for fact in s.facts)


def hangs(statement: Statement) -> bool:
    """Return whether a statement goes on with the sentence in front of it: 其中, 查实, 这栋楼."""
    return _HANGS.match(statement.facts[0].text) is not None


def _tells_progress(statement: Statement) -> bool:
    """Whether a statement gives how much there is of a thing and how much is done: 应播38万亩，播了17万亩."""
    units = [q.unit for fact in statement.facts for q in fact.quantities]
    return len(units) > len(set(units)) and not hangs(statement)


def _measures(before: Statement, statement: Statement) -> bool:
    """Whether a statement tells the gap that the figures in front of it leave: 现有仓容14万吨；缺口4万吨."""
    measured = before.type in (FactType.SITUATION, FactType.PROGRESS)
    return (
        measured
        and statement.type is FactType.GAP
        and re.match("还?[缺差]", statement.facts[0].text) is not None
    )


def _begins_with_time(task: Statement) -> bool:
    """Whether a task leaves what it is about to the words in front of it: 8月底前拆完."""
    return bool(re.match(r"(?:\d{1,2}月|[今明后]天|本[周月]|年底|月底|[国庆春节]{2}前)", task.facts[0].text))


def lists_tasks(line: Sequence[Statement]) -> bool:
    """Return whether a line lists tasks of several things, each with its day, and tells of no one matter."""
    aims = [each for each in line if each.type in TASKS]
    dated = sum(any(fact.by for fact in each.facts) for each in aims)
    topics = [each.facts[0].topic for each in aims]
    alike = any(shared_words(one, other) for one, other in combinations(topics, 2))
    return len(aims) == len(line) >= LEAST_OF_A_LIST and dated * 2 > len(aims) and all(topics) and not alike


def total_of(statement: Statement, others: Sequence[Statement]) -> Statement | None:
    """Return the statement in front, of ``others``, that gives the sum of which one tells the parts."""
    fact = statement.facts[0]
    if match := _AMONG_THEM.match(fact.text):
        return next((s for s in others if s.place < statement.place and _counts(s, match["noun"])), None)
    if match := _AMONG.match(fact.text):
        wanted = (Decimal(match["sum"]), match["unit"])
    elif is_row_of_parts(fact):
        parts = [q for q in fact.quantities if q.unit != "类"]
        wanted = (sum((q.value for q in parts), Decimal()), parts[0].unit)
    else:
        return None
    return _giving(wanted, statement, others)


def _counts(statement: Statement, noun: str) -> bool:
    """Whether a statement tells how many of a kind there are: 缺种1327人."""
    return any(re.search(f"{noun}(?:的|了|有)*\\d", fact.text) for fact in statement.facts)


def _giving(
    wanted: tuple[Decimal, str], statement: Statement, others: Sequence[Statement]
) -> Statement | None:
    """Return the last statement in front of one, of ``others``, that gives a figure."""
    given = [
        each
        for each in others
        if each.place < statement.place
        and any((q.value, q.unit) == wanted for f in each.facts for q in f.quantities)
    ]
    return given[-1] if given else None


def total_of_line(line: Sequence[Unit], others: Sequence[Statement]) -> Statement | None:
    """Return the statement in front that gives the sum of what a line counts, one figure a unit."""
    unit = next((q.unit for fact in line[0].facts for q in reversed(fact.quantities)), "")
    parts = [[q.value for fact in each.facts for q in fact.quantities if q.unit == unit] for each in line]
    apart = any(each.tasks for each in line) or any(len(each) != 1 for each in parts)
    if apart or not unit or len(line) < LEAST_OF_A_LIST:
        return None
    return _giving((sum((each[0] for each in parts), Decimal()), unit), line[0].statements[0], others)
