"""Facts that one says in one breath: clauses of one sentence, short facts of one line, lists of causes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from drafter.facts import patterns as re
from drafter.facts.cut.cues import has_cue, pattern
from drafter.facts.figures.numbers import in_numerals
from drafter.facts.sheet import AIMS, TASKS, Fact, FactType
from drafter.facts.types.order import COMMA
from drafter.templating.compose.composition import bare, field_mark
from drafter.templating.compose.forms.derived import done_of, rest_of
from drafter.templating.compose.material import WARM, Material
from drafter.templating.compose.plan.announced import announced_causes
from drafter.templating.compose.plan.rows_of_one import behind_causes, front_in_row, is_of_row, led
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.plan.story import as_story, hero_of
from drafter.templating.compose.plan.ties import OF_ALL, Homes, homes_of, thing_held
from drafter.templating.compose.words.clauses import amount, spoken
from drafter.templating.compose.words.from_then import with_day_first
from drafter.templating.compose.words.open_beside import open_beside
from drafter.templating.compose.words.spoken_labels import without_side

# Of clauses in one sentence, the first of these types tells what the sentence does.
_WEIGHTIEST = (
    FactType.CASE, FactType.AWARD, FactType.GAP, FactType.PROMISE, FactType.FUND, FactType.CHECK,
    FactType.TASK, FactType.DUTY, FactType.PROBLEM, FactType.REQUEST, FactType.CAUSE, FactType.STANCE,
    FactType.PROGRESS, FactType.ACHIEVEMENT, FactType.SITUATION, FactType.THANKS, FactType.BASIS,
)  # fmt: skip
# Facts of one line that are told in one sentence where they are short.
_FLOW = (FactType.ACHIEVEMENT, FactType.SITUATION, FactType.AWARD, FactType.FUND, FactType.PROGRESS)
MOST_CHARACTERS = 90
# So long are facts of a line that are told in one sentence; less where each has room for itself.
MOST_IN_ONE_BREATH, MOST_WITH_ROOM = 80, 36
# So many clauses without a figure tell what somebody did.
LEAST_IN_WORDS = 2
# With more characters a fact than these, each cause stands for itself, and each fact of a line.
ROOM_FOR_CAUSES = 52
ROOM_FOR_FACTS = 64
# So short a clause does not tell what its sentence does: 截至9月30日.
SHORT = 8
# What is longer tells something, and names no row of a table.
LONGEST_NAME = 12
# A task in fewer words is none by itself.
SHORTEST_AIM = 4
# What names a lot of which the next fact tells: 没有启动的8条里.
_LEADS_ON = re.compile(r"(?:\d(?!公里)[一-鿿](?:里头?|中)|当中|之中|其中)$")
# A part of the figure in front, called by its bounds alone: 三年以上的8.9亿元.
_PART_OF = re.compile(r"超?(?:[一二两三四五六七八九十半]|\d+)个?[年月天](?:以上|以内)?的\d")
# 日均32台, 平均到手52元: nobody knows of what without the words in front.
_ON_AVERAGE = re.compile(r"(?:[日人户月年班]均|平均)[一-鿿]{0,4}\d[\d.]*[万亿]?[一-鿿]{0,2}")
# What was done of old, where a sanction behind it tells what came of it: 查了163人次，罚款4.2万元.
_TOLD = (FactType.ACHIEVEMENT, FactType.PROGRESS, FactType.SITUATION, FactType.PROBLEM)
# Whom a sanction meets: 走访率最后一名的社区.
_IS_LAST = re.compile("(?:最后|倒数|末位|垫底|连[续着])[^，]{0,6}的[一-鿿]{1,6}$")
# Causes that one label announces go each to its task where so many of them have one.
LEAST_ANSWERED = 2
_NONE: frozenset[str] = frozenset()
# What stands behind what is done and tells more of it: 占70%, 比序时慢3个百分点.
_OF_DONE = re.compile("元?(?:，(?:占|达|完成率?|进度|比)[^，；。]*)*")
# 已到岗806人，分在57家企业: where those are who are counted.
_OF_THOSE_DONE = re.compile("，(?:分[在布散]|都在|来自|涉及|覆盖)[^，；。]*$")
# Who has it in hand, in a few words: 由副校长戴文清负责, 总务处办.
_IN_HAND = re.compile("由?[一-鿿 　]{2,12}?(?:负责|具体负责|来办|[抓盯包办](?:到底)?)")
# What is left stands there already, or what share it is.
_TELLS_REST = re.compile(r"占[一二三四五六七八九]成|还剩|还有|还差|只剩|其中|剩[一二两三四五六七八九\d]")


def statements_of(material: Material, room: float = 0) -> list[Statement]:
    """Return what is to be said, in the order of the sheet. Every fact that is told is in just one.

    ``room`` is how many characters the speech has for a fact: with much of it, each stands for itself.
    """
    homes = homes_of(material.links) if material.kind not in WARM else {}
    single = [_said(run, material) for run in _runs(material.told(), homes, material.kind)]
    found: list[Statement] = []
    for _line, those in groupby(single, key=lambda s: (s.facts[0].group, s.facts[0].section)):
        most = MOST_WITH_ROOM if room > ROOM_FOR_FACTS else MOST_IN_ONE_BREATH
        line = list(_flowing(behind_causes(list(those)), most, homes))
        apart = room > ROOM_FOR_CAUSES or are_parted(line[0], material)
        found.extend(line if apart else _listed_causes(line))
    return found


def causes_beside(statement: Statement, material: Material) -> list[str]:
    """Return the ids of the causes on the line of a statement."""
    return [f.id for f in material.told_on_line_of(statement.facts[0]) if f.type is FactType.CAUSE]


def are_parted(statement: Statement, material: Material) -> bool:
    """Return whether most causes on the line of a statement have a task each, and are told with it."""
    causes = causes_beside(statement, material)
    answered = {link.target for link in material.links_to(*causes, kind="problem")}
    return len(answered) >= max(LEAST_ANSWERED, len(causes) / 2)


def _runs(facts: Sequence[Fact], homes: Homes, kind: str) -> Iterator[list[Fact]]:
    """Yield facts that the sheet tells in one sentence, parted by commas; each matter in its own."""
    run: list[Fact] = []
    lines: dict[int, list[Fact]] = {}
    for fact in facts:
        lines.setdefault(fact.group, []).append(fact)
    for fact in facts:
        line = lines[fact.group]
        goes_on = run and fact.group == run[-1].group and _is_one_sentence(run[-1], fact)
        goes_on = goes_on or (run == line[:1] and is_row_name(run[0]))
        goes_on = goes_on and not (run and _is_elsewhere(run[-1], fact, homes))
        if run and not (is_of_row(run, fact, kind) or (goes_on and _fits(run, fact, line))):
            yield run
            run = []
        run.append(fact)
    if run:
        yield run


def _is_elsewhere(before: Fact, fact: Fact, homes: Homes) -> bool:
    """Whether a clause tells of the thing of another task than the one in front, or who answers for it."""
    mine, others = homes.get(fact.id, _NONE), homes.get(before.id, _NONE)
    if fact.type is before.type is FactType.DUTY:
        return bool(mine) and not mine & others and not re.search("[，、和]", fact.text)
    plain = fact.type in _FLOW and before.type in _FLOW
    return plain and bool(mine and others) and not mine & others


def _is_one_sentence(before: Fact, fact: Fact) -> bool:
    """Whether a fact goes on with the sentence in front, or that one has not told anything yet."""
    goes_on = bool(fact.sign and fact.sign in COMMA) or _leans(fact) or bool(_LEADS_ON.search(before.text))
    goes_on = goes_on or (before.type in TASKS and _answers_alone(fact))
    return goes_on or _is_another_part(before, fact)


def _answers_alone(fact: Fact) -> bool:
    """Whether a fact only tells who has in hand what stands in front of it: 副校长戴文清负责."""
    named = "".join(fact.owners) or "".join(f"{''.join(p.posts)}{p.name}" for p in fact.persons)
    told = _IN_HAND.fullmatch(fact.text) if fact.type is FactType.DUTY else None
    return told is not None and bool(named) and not thing_held(fact)


def is_row_name(fact: Fact) -> bool:
    """Return whether a fact only names what the next cells of its row tell of: 北环高架."""
    plain = not fact.whens and not re.search(r"[，、：\d]", fact.text)
    named = fact.type is FactType.TASK and fact.text.startswith(fact.topic or " ")
    return plain and named and len(fact.text) <= LONGEST_NAME and not has_cue("topic-end", fact.text)


def _is_another_part(before: Fact, fact: Fact) -> bool:
    """Whether a fact tells a further part of what the one in front divides: 其中甩站的7件，态度的9件."""
    units = {quantity.unit for quantity in before.quantities}
    part = re.fullmatch(r"[一-鿿]{1,10}的\d[\d.]*[一-鿿]", fact.text)
    return "其中" in before.text and bool(part) and all(q.unit in units for q in fact.quantities)


def _leans(fact: Fact) -> bool:
    part = fact.text.startswith(("其中", "其余", "逾期的", "占全", "占到", "占总"))
    return part or bool(_PART_OF.match(fact.text) or _ON_AVERAGE.fullmatch(fact.text))


def _fits(run: Sequence[Fact], fact: Fact, line: Sequence[Fact]) -> bool:
    """Whether a fact still goes into the sentence: not where a list begins, or where it is full.

    Of a list whose items end with other marks, what a comma parts is one item: 新工人多，培训只有3天.
    """
    if (run[-1].type, fact.type) == (FactType.REQUEST, FactType.STANCE):
        # What cannot be done is a sentence of its own.
        return False
    if sum(len(f.text) for f in run) + len(fact.text) > MOST_CHARACTERS and not _leans(fact):
        return False
    apart = {run[-1].type, fact.type} & {FactType.CAUSE, FactType.REQUEST}
    if not apart or run[-1].type is not fact.type:
        return True
    items = [f for f in line if f.type is fact.type and not f.sign]
    return len(items) > 1


def _said(run: Sequence[Fact], material: Material) -> Statement:
    words, follow, labels = "", list[str](), set[str]()
    tells = any(fact.type is FactType.CASE for fact in run)
    for fact in run:
        said = spoken(fact, material)
        said = without_side(said).removeprefix(f"{fact.label}，") if fact.label in labels else said
        labels.add(fact.label)
        hero = hero_of(fact) if tells else ""
        said = as_story(said, hero if hero in said else "") if tells else said
        front, said = front_in_row(run, fact, said) if words or len(run) > 1 else led(fact, said, material)
        marked, rest = _with_rest(fact, said, material)
        extra, ids = _follows(fact, material)
        joint = front or ("，" if words and said else "")
        words += f"{joint}{marked}{extra}{open_beside(fact, material)}"
        follow.extend((*rest, *ids))
    type_ = _type_of(run)
    words = with_day_first(words, run[-1].id) if type_ in (*AIMS, FactType.CHECK) else words
    if type_ is FactType.AWARD and any(fact.persons for fact in run):
        # Of a person who is honoured one tells what he did.
        return Statement(FactType.CASE, tuple(run), words, inferences=tuple(follow))
    return Statement(type_, tuple(run), words, inferences=tuple(follow))


def _type_of(run: Sequence[Fact]) -> FactType:
    """Return what a sentence of several facts does: the weightiest of its types, but for those in front."""
    types = {fact.type for fact in run if len(fact.text) > SHORT} or {fact.type for fact in run}
    if types <= set(_FLOW) and any(f.type is FactType.FUND for f in run):
        # 换系统14万元，公司自筹: who pays is told in few words; 全区补贴户3.8万户，一年2860万元 is the whole.
        whole = OF_ALL.match(run[0].text) and run[0].quantities and run[0].type is FactType.SITUATION
        return FactType.SITUATION if whole and not any(map(_is_allotted, run)) else FactType.FUND
    type_ = next(t for t in _WEIGHTIEST if t in types)
    if type_ is FactType.TASK and not any(f.by for f in run) and re.search("完成.{0,14}%", run[-1].text):
        type_ = run[-1].type if run[-1].type is not FactType.TASK else run[0].type
    if type_ is FactType.CASE and not any(hero_of(f) or f.whens for f in run if f.type is type_):
        type_ = FactType.TASK if any(f.type is FactType.TASK and f.by for f in run) else type_
    if type_ is FactType.GAP and any(f.type is FactType.TASK and f.by for f in run):
        type_ = FactType.TASK
    if type_ in (FactType.CHECK, FactType.FUND):
        type_ = _led(run, type_)
    if type_ is FactType.SITUATION and any(
        f.type is FactType.PROBLEM and len(f.text) > SHORTEST_AIM for f in run
    ):
        type_ = FactType.PROBLEM
    return type_


def _is_allotted(fact: Fact) -> bool:
    """Whether money is set aside for a work."""
    return (
        fact.by is not None or re.search("安排|预算|经费|专项|投入|拨|出资|追加|下达", fact.text) is not None
    )


def _led(run: Sequence[Fact], type_: FactType) -> FactType:
    """Return the type of a sentence in which a sanction or money stands: that of the task in front of it."""
    first = run[0]
    if first.type in TASKS and len(first.text) > SHORTEST_AIM:
        return first.type
    past = type_ is FactType.CHECK and first.type in _TOLD
    condition = first.text.endswith("的") or re.match("[再谁凡若]", first.text) is not None
    condition = condition or _IS_LAST.search(first.text) is not None
    condition = condition or pattern("condition").search(first.text) is not None
    return first.type if past and not condition else type_


def _follows(fact: Fact, material: Material) -> tuple[str, list[str]]:
    """Return the clause that tells how many places were lost or won; and the ids behind it."""
    ranks = material.inferred(fact.id, "rank-change", "rank-behind")
    change = next((i for i in ranks if i.kind == "rank-change" and i.value), None)
    if change is not None and fact.type in (FactType.PROBLEM, FactType.ACHIEVEMENT):
        behind = next((i for i in ranks if i.kind == "rank-behind" and 0 < i.value <= 5), None)
        moved = f"，{'退' if change.value < 0 else '进'}了{abs(change.value):f}位"
        if change.value < 0 and behind is not None:
            return f"{moved}，身后只剩{behind.value:f}{behind.unit}{behind.noun}", [change.id, behind.id]
        return moved, [change.id]
    return "", []


def _with_rest(fact: Fact, said: str, material: Material) -> tuple[str, list[str]]:
    """Return a marked clause with what is left, right behind what is done; and the id behind it."""
    rest, done = rest_of(fact, material), done_of(fact)
    # 高峰只开7个, 平均只有61种: so many there are, and nothing of it is still to be done.
    only = done is not None and re.search(
        f"(?:只|才|仅|平均)[^，；。]{{0,4}}{re.escape(done.text)}", fact.text
    )
    told = (
        only or fact.type in (FactType.FUND, FactType.CAUSE, FactType.CASE) or _TELLS_REST.search(fact.text)
    )
    if rest is None or done is None or told or rest.unit in ("%", "年"):
        return field_mark(fact.id, said), []
    before, text, behind = said.rpartition(done.text)
    if of_done := _OF_DONE.match(behind):
        text, behind = text + of_done[0], behind[of_done.end() :]
    left = amount(rest.value, rest.unit)
    if not text or re.search(rf"(?<![\d.]){re.escape(left)}", fact.text) or re.match("[^，；。]", behind):
        return field_mark(fact.id, said), []
    lacks = (
        "差"
        if "实际" in fact.text
        else "还差"
        if re.search("目标|任务|到货|到位|到账", fact.text)
        else "还剩"
    )
    if _OF_THOSE_DONE.match(behind):
        return f"{field_mark(fact.id, said)}，{lacks}{left}", [rest.id]
    marked = f"{field_mark(fact.id, before + text)}，{lacks}{left}{field_mark(fact.id, behind)}"
    return marked, [rest.id]


def _flowing(line: Sequence[Statement], most: int, homes: Homes) -> Iterator[Statement]:
    """Yield the statements of a line, neighbours of plain types of ``most`` characters put together."""
    current: Statement | None = None
    for each in line:
        if (
            current is not None
            and _flows(current, each, most)
            and _home(current, homes) == _home(each, homes)
        ):
            facts = (*current.facts, *each.facts)
            ids = (*current.inferences, *each.inferences)
            current = Statement(_kept(current, each), facts, f"{current.words}；{each.words}", inferences=ids)
            continue
        if current is not None:
            yield current
        current = each
    if current is not None:
        yield current


def _home(statement: Statement, homes: Homes) -> frozenset[str]:
    return _NONE.union(*(homes.get(id_, _NONE) for id_ in statement.ids))


def _flows(first: Statement, second: Statement, most: int) -> bool:
    plain = first.type in _FLOW and second.type in _FLOW
    kin = first.type is second.type or {first.type, second.type} <= {
        FactType.ACHIEVEMENT, FactType.SITUATION,
    }  # fmt: skip
    # 新增就业5600人；这是预计数: what points back stays.
    points_back = bare(second.words).startswith("这")
    apart = not points_back and (_tells_more(first) or _tells_more(second))
    return plain and kin and not apart and first.length + second.length <= most and "。" not in first.words


def _tells_more(statement: Statement) -> bool:
    """Whether a statement tells more than figures: of harm, or in several clauses without a figure."""
    clauses = re.split("[，；]", "，".join(fact.text for fact in statement.facts))
    in_words = sum(re.search(r"\d", clause) is None for clause in clauses)
    return in_words >= LEAST_IN_WORDS or any(has_cue("harm", clause) for clause in clauses)


def _kept(first: Statement, second: Statement) -> FactType:
    return min((first.type, second.type), key=_WEIGHTIEST.index)


def _listed_causes(line: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements of a line, two or more causes as one list: 原因有两条：一是……；二是……"""
    for type_, run in groupby(line, key=lambda s: s.type):
        those = list(run)
        if type_ is not FactType.CAUSE or len(those) < 2:
            yield from those
            continue
        facts = tuple(fact for each in those for fact in each.facts)
        items = "；".join(f"{in_numerals(n)}是{each.words}" for n, each in enumerate(those, 1))
        yield Statement(
            FactType.CAUSE,
            facts,
            f"{announced_causes(facts[0], len(those), len(those))}：{items}",
            listed=True,
        )


def is_same_story(before: Statement, statement: Statement) -> bool:
    """Whether two statements tell of one deed: sentences of one line of the sheet."""
    both = before.type is statement.type is FactType.CASE
    return both and before.facts[-1].group == statement.facts[0].group
