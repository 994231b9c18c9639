"""Forms that follow from the figures of a fact: what is left, one in five, a fifth more, places lost."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.figures.arithmetic import Inference, written
from drafter.facts.figures.numbers import counted, in_numerals
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.sheet import Fact, FactType, Quantity
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import Material
from drafter.templating.compose.words.acts import act_of
from drafter.templating.compose.words.clauses import amount, lacks_done

# Things that one counts out: 一户一户.
COUNTED = "户处件条个家宗份台座栋"
# Of these, what is not done is something to do, or somebody to go to.
_THINGS = "处件条个宗份台座栋项"
_PEOPLE = "户人名位家"
# Somebody goes to these people, or waits for them; who has not signed or paid is nobody to go and find.
_REACHED = re.compile("走访|上门|见面|转移|撤离|安置|到岗|报到|随访|回访|筛查|体检|接种|探访|摸排|培训")
# Of these nothing is left to do: 填的18度，其实15度.
_NO_WORK = ("%", "年", "度", "分", "分钟", "小时", "天", "次", "毫米")
# What is sent out and comes back is no work: who did not answer is not gone through one by one.
_RETURNED = re.compile("(?:发出|发放|寄出)[^，；]{0,8}\\d.*(?:收回|回收)")
# Who is wanted by nobody is not left over; a plan, or what is due, wants the whole.
_VISITORS = "人名位次"
_PLANNED = re.compile("计划|目标|任务|要求|[应需][\u4e00-\u9fff]{1,3}\\d")
# What was done by this day last year is told beside it; what is begun is not done.
_THEN = re.compile("(?:[去上前]年|同期|以前|从前|原来|原先|过去|当初)[^，；。]*$")
_BEGUN = re.compile("(?:开工|动工|启动|进场)了?$")
# What one can count is a short noun: 12个乡镇.
_COUNTABLE = re.compile("[^里中内的]{1,4}")
# What a first step of 不少于60件 leaves of 93 is 33 at most.
_STEP = re.compile("第一步|头一批|不少于|至少|先|办结|完成|要|再")
# A smaller whole is seen at a glance.
SMALLEST_WHOLE = 10
QUARTER, NEARLY = Decimal("0.25"), Decimal("0.7")
_LIMITS = {"at-most": "最多", "at-least": "至少"}
_KINDS = (
    "remaining",
    "share",
    "previous",
    "per-day",
    "growth",
    "rank-change",
    "rank-ahead",
)


class FormSet(Struct, frozen=True):
    """The forms of a statement, the inferences behind them, and numbers for the conditions of frames."""

    words: dict[str, str]
    numbers: dict[str, Decimal]
    sources: dict[str, str]

    def inferences(self, names: frozenset[str]) -> tuple[str, ...]:
        """Return the ids of the inferences behind the forms named."""
        return tuple(dict.fromkeys(self.sources[name] for name in sorted(names) if name in self.sources))


def put(forms: FormSet, name: str, words: str, inference: Inference) -> None:
    """Add a form that an inference gives, unless there is one already."""
    if name not in forms.words and words:
        forms.words[name] = words
        forms.sources[name] = inference.id


def add_inferred(forms: FormSet, fact: Fact, material: Material, one: bool) -> None:
    """Add what follows from a fact; shares and earlier values only where the fact stands alone."""
    clear = one and len(fact.quantities) == 2
    first = fact.quantities[:2] if one and len(fact.quantities) > 1 else ()
    changed = tuple(written(q) for q in first) if first and first[1].role == "change" else ()
    for found in material.inferred(fact.id, *_KINDS):
        if found.kind == "remaining" and len(found.facts) > 1 and _is_first_step(fact, found):
            put(forms, "rest", _LIMITS.get(found.bound, "") + amount(found.value, found.unit), found)
        if len(found.facts) == 1 or found.facts[0] == fact.id:
            _add_rest(forms, fact, found, material)
            _add_change(forms, fact, found, clear, changed)
            _add_place(forms, found)


def _is_first_step(fact: Fact, found: Inference) -> bool:
    """Whether a rest is what a first step leaves of a whole: not where it counts other things, 充电棚3处."""
    if found.facts[-1] != fact.id:
        return False
    noun = next((_STEP.sub("", q.noun) for q in fact.quantities if q.unit == found.unit), "")
    return not pairs_in(noun) or bool(pairs_in(noun) & pairs_in(found.noun))


def _add_rest(forms: FormSet, fact: Fact, found: Inference, material: Material) -> None:
    """Add what is left after what is done: things to do, or people to go to."""
    part = done_of(fact)
    if (
        part is None
        or fact.type not in (FactType.PROGRESS, FactType.PROBLEM, FactType.FUND)
        or found != rest_of(fact, material)
    ):
        return
    put(forms, "rest", amount(found.value, found.unit), found)
    share = next(iter(material.inferred(fact.id, "rest-share")), None)
    if share is not None and len(fact.quantities) == 2:
        put(forms, "restshare", share.words, share)
    for name, units in (("undone", _THINGS), ("unreached", _PEOPLE)):
        if found.unit and found.unit[-1] in units and (name == "undone" or _REACHED.search(fact.text)):
            put(forms, name, forms.words["rest"], found)
            forms.numbers.setdefault("rest", found.value)
    forms.words.setdefault("done", amount(part.amount, "元") if part.unit == "元" else bare(part.text))


def rest_of(fact: Fact, material: Material) -> Inference | None:
    """Return what is left of a whole after what is done; None where nobody wants the whole done."""
    part = done_of(fact)
    if part is None or _RETURNED.search(fact.text) or not _is_wanted(fact, part):
        return None
    rests = (i for i in material.inferred(fact.id, "remaining") if i.facts == (fact.id,))
    found = next((i for i in rests if f"−{written(part)}=" in i.formula), None)
    return None if found is None or is_split(fact, found, material) else found


def _is_wanted(fact: Fact, part: Quantity) -> bool:
    """Whether the whole is to be done: by plan, or since it is work; those who came are no work."""
    return part.unit[-1:] not in _VISITORS or any(each.search(fact.text) for each in (_PLANNED, _REACHED))


def is_split(fact: Fact, rest: Inference, material: Material) -> bool:
    """Return whether the line itself tells the rest: 没开的两个, 下整改单151处，停工25处."""
    if any(q.unit == rest.unit and q.amount == rest.value for q in fact.quantities if q.role != "done"):
        return True
    later = [f for f in material.line_of(fact) if f.place.start > fact.place.start]
    return sum(q.amount for f in later for q in f.quantities if q.unit == rest.unit) == rest.value


def _add_change(forms: FormSet, fact: Fact, found: Inference, clear: bool, changed: tuple[str, ...]) -> None:
    """Add a share, what a figure was before, and by how much it rose or fell.

    ``changed`` are the figure with which the fact begins and its change: those are clear, whatever stands
    behind them.
    """
    if found.kind == "share" and found.words and clear and _is_share_of(fact) and not lacks_done(fact):
        put(forms, "share", found.words, found)
        forms.numbers["share"] = found.value
        put(forms, "onein", _one_in(fact, found.value), found)
    elif found.kind == "previous" and found.words and found.formula.startswith(changed[:1]):
        put(forms, "previous", amount(found.value, found.unit), found)
        put(forms, "then", "去年同期" if found.words == "同比" else found.words, found)
    elif found.kind == "growth" and found.formula.startswith(changed[1:]):
        put(forms, "risen" if found.value > 0 else "fallen", found.words, found)
    elif found.kind == "per-day" and (act := act_of(fact)) is not None and act.daily:
        put(forms, "rate", _pace(found.value, found.unit.partition("/")[0], act.daily), found)


def _add_place(forms: FormSet, found: Inference) -> None:
    """Add how many places were lost or won, and who stands in front."""
    if found.kind == "rank-change" and found.value:
        put(forms, "lost" if found.value < 0 else "won", f"{abs(found.value):f}位", found)
    elif (
        found.kind == "rank-ahead"
        and found.value > 1
        and found.unit != "%"
        and _COUNTABLE.fullmatch(found.noun)
    ):
        put(forms, "ahead", f"{found.value:f}{found.unit}{found.noun}", found)


def done_of(fact: Fact) -> Quantity | None:
    """Return what is done of a total; None where two figures tell it, each of its own: 建成15个、验收6个."""
    done = [q for q in fact.quantities if q.role == "done" and q.unit not in _NO_WORK and _is_done(q, fact)]
    if len(done) != 1 or lacks_done(fact) or _BEGUN.search(fact.text.partition(done[0].text)[0]):
        return None
    return done[0]


def _is_done(quantity: Quantity, fact: Fact) -> bool:
    """Whether a figure tells what is done by now: not 去年同期种下, not 签了两家的报告."""
    before, _, behind = fact.text.partition(quantity.text)
    return not (_THEN.search(before) or behind.startswith("的"))


def _is_share_of(fact: Fact) -> bool:
    """Whether a share tells what the statement is about: the part with a fault, or what is done."""
    part = next((q for q in fact.quantities[1:] if q.role in ("done", "part", "plain")), None)
    # Of what is done, how it goes on tells the share: 完成了八成多.
    if part is not None and part.role == "done" and fact.type is not FactType.PROGRESS:
        return False
    counted = part is not None and part.unit in (*COUNTED, "人", "元", "吨", "公里", "亩")
    if part is not None and part.unit in COUNTED and fact.quantities[0].amount <= SMALLEST_WHOLE:
        return False
    return counted and not (part is not None and part.unit in ("台", "座") and part.amount <= 2)


def _one_in(fact: Fact, percent: Decimal) -> str:
    """Return a share as one counts it out: 每五座里就有一座; "" where no whole number is near."""
    unit = next((q.unit for q in fact.quantities[1:] if q.unit), "")
    whole = (100 / percent).to_integral_value(ROUND_HALF_UP)
    if unit not in COUNTED or not 3 <= whole <= 10 or abs(100 / percent - whole) > whole / 12:
        return ""
    return f"每{in_numerals(int(whole))}{unit}里就有一{unit}"


def _pace(value: Decimal, unit: str, act: str) -> str:
    """Return how much a day that is, as one says it: 平均一天要拆将近5处, 差不多3天就要拆一处."""
    whole = value.to_integral_value(ROUND_HALF_UP)
    if value < 1:
        days = int(1 / value)
        near = "差不多" if 1 / value - days <= QUARTER else "不到"
        return f"{near}{counted(days + (near == '不到'))}天就要{act}一{unit}"
    if value == whole:
        return f"平均一天要{act}{whole}{unit}"
    if value >= 10:
        return f"平均一天要{act}{whole}{unit}左右"
    floor = int(value)
    return f"平均一天要{act}{f'将近{floor + 1}{unit}' if value - floor >= NEARLY else f'{floor}{unit}多'}"
