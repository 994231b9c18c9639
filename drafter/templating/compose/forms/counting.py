"""Forms that count out how many of how many: a share, the largest part, what is out of use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.facts import patterns as re
from drafter.facts.figures.arithmetic import is_exact, whole_and_parts, written
from drafter.facts.figures.numbers import counted, plain
from drafter.facts.sheet import Fact, FactType, Quantity
from drafter.templating.compose.composition import bare
from drafter.templating.compose.forms.derived import SMALLEST_WHOLE, FormSet, put
from drafter.templating.compose.forms.lacking import PEOPLE
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.words.clauses import amount

# What counts as one of a whole where the whole was looked into: 抽查160块地，超过15厘米的58块.
_LOOKED = re.compile("抽[查检测看问考]|检查|暗访|[查测问考看]了|复查|摸排|排查")
# Of 31份，21份是同一家的 the second is of the first.
_RIGHT_BEHIND = re.compile("[一-鿿]{0,4}，(?:其中|里头?)?有?|[一-鿿]{0,6}[里中]?有")
_BAD = re.compile("病险|带病|危|失能|独居|留守|[没未缺坏旧差]|不合格|不达标|不足|超|违")
_FRACTIONS = (*((1, d) for d in range(2, 11)), (2, 3), (3, 4), (4, 5))
# Shares as one counts them out; what lies so near one is about it.
_SHARES = tuple(sorted((Decimal(n) / d, n, d) for n, d in _FRACTIONS))
_NEAR, HALF, NEARLY_HALF = Decimal("0.045"), Decimal("0.5"), Decimal("0.44")
# What is nearly all needs no share.
NEARLY_ALL = Decimal("0.92")
# What is measured is not counted out.
_MEASURES = "%元分天年岁度时月点亩吨米"
# A part that is called by its name alone: 机电18条.
_NAMED = re.compile("(?:.*(?:里头?|其中|有))?((?!其他|另外|其余|剩)[一-鿿]{2,8}?)(?:有|占了?)?")
# What is not there, in front of its figure: 没接的25个, 没物业的16个.
_LACKED = re.compile("[没未无][^，；。、\\d]{0,8}$")
LEAST_PARTS = 2
# Two parts are most of a whole from here.
MOST_OF_ALL = Decimal("0.65")
# How many there ought to be, and how many there are.
_OUGHT = re.compile(r"应[配有需设到]|编制|定[编员]|需要?\d|核定")
_THERE = re.compile("现有|到岗|在岗|已有|已到|实有|只有")
# 缺86名，已招61名到岗: those who came fill what was lacking, and are not beside it.
_FILLS = re.compile("(?:已经?|新|又)(?:招|补|配|聘|调)|(?:招|补|配|聘|调)(?:了|到|进)")
# How what is out of use is called, where it is not by 不.
_OUT = {"到岗": "没到岗", "开着": "没开着", "亮着": "不亮"}
# Who counts on what is there, and of what is out of use.
_IDLE = re.compile("在线|能用|在用|开着|亮着")
_AS_IT_SHOULD = re.compile("按期|(?<!不)合格|(?<!不)达标|到位")


def add_ratio(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add how many of how many, and the share as one counts it out: 三块里不止一块."""
    fact = statement.head
    found = {(w.amount, p.amount): (w, p) for w, p in _pairs(fact, statement.type)}
    if len(statement.facts) != 1 or len(found) != 1 or any(q.unit == "%" for q in fact.quantities):
        return
    whole, part = next(iter(found.values()))
    line = [q for each in material.told_on_line_of(fact) for q in each.quantities if q.unit == whole.unit]
    line = [q for q in line if q.role != "change"]
    told = fact.text[whole.place.end - fact.place.start : part.place.end - fact.place.start]
    wrong = (statement.type is FactType.PROBLEM and not _AS_IT_SHOULD.search(told)) or _BAD.search(told)
    ratio = counted_out(part.amount, whole.amount, whole.unit)
    if not (wrong and ratio) or len(line) != LEAST_PARTS or whole.amount <= SMALLEST_WHOLE:
        return
    forms.words["ratio"] = ratio
    forms.words["of"] = f"{written(whole)}{whole.unit}里有{written(part)}{whole.unit}"
    shares = (i for i in material.inferred(fact.id, "share") if i.formula.startswith(f"{written(part)}÷"))
    if share := next(shares, None):
        forms.sources["ratio"] = share.id


def _pairs(fact: Fact, type_: FactType) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the wholes of a fact with the parts that tell what is wrong in them."""
    yield from (pair for pair in whole_and_parts(fact) if pair[1].role != "done")
    if type_ is not FactType.PROBLEM or not fact.quantities:
        return
    whole, *others = fact.quantities
    looked = _LOOKED.search(fact.text[: whole.place.end - fact.place.start])
    for part in others:
        between = fact.text[whole.place.end - fact.place.start : part.place.start - fact.place.start]
        kin = part.unit == whole.unit and part.role != "done" and part.amount < whole.amount
        if kin and is_exact(whole) and is_exact(part) and (looked or _RIGHT_BEHIND.fullmatch(between)):
            yield whole, part


def counted_out(part: Decimal, whole: Decimal, unit: str) -> str:
    """Return a share as one counts it out: 三块里不止一块, 一半还多; "" of few, nearly all, or a measure."""
    share = part / whole
    if len(unit) != 1 or unit in _MEASURES or not _SHARES[0][0] * (1 - _NEAR) <= share <= NEARLY_ALL:
        return ""
    if NEARLY_HALF <= share <= HALF:
        return "正好一半" if share == HALF else "将近一半"
    near = min(_SHARES, key=lambda each: abs(share - each[0]))
    if abs(share - near[0]) <= near[0] * _NEAR:
        about = "" if part * near[2] == whole * near[1] else "差不多"
        value, n, d = near
        return "一半还多" if value == HALF else f"{about}{counted(d)}{unit}里就有{counted(n)}{unit}"
    value, n, d = max(each for each in _SHARES if each[0] <= share)
    return "一半还多" if value == HALF else f"{counted(d)}{unit}里不止{counted(n)}{unit}"


_IN_ORDER = re.compile("能用|完好|正常|合格|达标|在用|有证|持证")


def add_largest(forms: FormSet, statement: Statement) -> None:
    """Add the part of a whole that is more than all others, else the two that are most of it."""
    whole, parts = _whole_of(statement)
    unit = parts[0][0].unit if parts else ""
    done = any(q.role == "done" or (q.role == "rest" and not _is_other(q, f)) for q, f in parts)
    # 没接的25个 beside 接通的103个 is what is lacking, and no part to be compared.
    lacking = any(_LACKED.search(fact.text[: q.place.start - fact.place.start]) for q, fact in parts)
    if not unit or unit in (*PEOPLE, "%") or whole < SMALLEST_WHOLE or done or lacking:
        return
    ranked = sorted(parts, key=lambda each: -each[0].amount)
    names = [_name_of(quantity, fact) for quantity, fact in ranked]
    if names[0].endswith("了") or _IN_ORDER.search(names[0]):
        # 恢复了49个 of 52个 is done, and no part of it; 能用的121套 of 136套 are no fault.
        return
    (largest, _first), (second, _second) = ranked[:2]
    words = bare(statement.words)
    if not all(name and name.strip("“”") in words for name in names[:1]):
        return
    if largest.amount > whole * HALF:
        forms.words["most"] = names[0]
        forms.words["mostof"] = largest.text.removesuffix(unit) + unit
        forms.words["whole"] = f"{plain(whole / largest.factor)}{largest.scale}{unit}"
        if ratio := counted_out(largest.amount, whole, unit):
            forms.words["mostratio"] = ratio
    elif len(parts) > LEAST_PARTS and names[1] and largest.amount + second.amount >= whole * MOST_OF_ALL:
        joint = "" if names[1].startswith("“") else "、"
        if ratio := counted_out(largest.amount + second.amount, whole, unit):
            forms.words["two"], forms.words["tworatio"] = joint.join(names[:2]), ratio


def _name_of(quantity: Quantity, fact: Fact) -> str:
    """Return how a part is called, in front of its figure or in marks behind it; "" where it has no name."""
    front = re.split("[，；。：、]", fact.text[: quantity.place.start - fact.place.start])[-1]
    if quoted := re.match("是?(“[^”]{2,8}”)", fact.text[quantity.place.end - fact.place.start :]):
        return quoted[1]
    match = None if re.search(r"\d", front) else _NAMED.fullmatch(front)
    return re.sub("(?:引起|造成)$", "", match[1]) if match else ""


def _is_other(quantity: Quantity, fact: Fact) -> bool:
    """Whether a figure counts all the other parts: 其他25件."""
    return fact.text[: quantity.place.start - fact.place.start].endswith(("其他", "其余", "其余的", "其它"))


def _whole_of(statement: Statement) -> tuple[Decimal, list[tuple[Quantity, Fact]]]:
    """Return a whole with the figures behind it that make it up; (0, []) without such.

    A row of three and more that ends with all others is a whole of its own: 用地41件、融资27件、其他25件.
    """
    those = [(q, f) for f in statement.facts for q in f.quantities if q.role != "change" and is_exact(q)]
    for start, (whole, _fact) in enumerate(those):
        parts = _adding_up(whole, those[start + 1 :])
        if len(parts) >= LEAST_PARTS:
            return whole.amount, parts
    alike = len({(q.unit, q.scale) for q, _f in those}) == 1
    if len(those) > LEAST_PARTS and alike and _is_other(*those[-1]):
        return sum((q.amount for q, _f in those), Decimal(0)), those
    return Decimal(0), []


def _adding_up(whole: Quantity, behind: Sequence[tuple[Quantity, Fact]]) -> list[tuple[Quantity, Fact]]:
    """Return the figures right behind a whole that make it up; [] where they do not."""
    total, taken = Decimal(0), list[tuple[Quantity, Fact]]()
    for quantity, fact in behind:
        if quantity.unit != whole.unit or not whole.unit or quantity.scale != whole.scale:
            return []
        total += quantity.amount
        taken.append((quantity, fact))
        if total >= whole.amount:
            return taken if total == whole.amount else []
    return []


def add_out_of_use(forms: FormSet, fact: Fact, material: Material) -> None:
    """Add how many are there and not in use: 不在线的有131只."""
    for found in material.inferred(fact.id, "out-of-use"):
        which = _OUT.get(found.words, f"{'没' if found.words.startswith('按') else '不'}{found.words}")
        put(forms, "off", f"{which}的有{amount(found.value, found.unit)}", found)
        if _IDLE.fullmatch(found.words):
            put(forms, "idle", forms.words["off"], found)
        whole = next((q for q in fact.quantities if found.formula.startswith(f"{written(q)}−")), None)
        if whole and (ratio := counted_out(found.value, whole.value, whole.unit)):
            put(forms, "offratio", ratio, found)


def add_gap_share(forms: FormSet, statement: Statement) -> None:
    """Add in how many one is lacking: 差不多六个里就有一个."""
    those = [q for fact in statement.facts for q in fact.quantities]
    text = "，".join(fact.text for fact in statement.facts)
    gap = next((q for q in those if q.role == "gap" and is_exact(q)), None)
    other = next((q for q in those if q is not gap and gap and q.unit == gap.unit), None)
    if gap is None or other is None or not is_exact(other) or gap.unit in _MEASURES:
        return
    if _OUGHT.search(text):
        whole = other.amount
    elif _THERE.search(text) and not _FILLS.search(text):
        whole = other.amount + gap.amount
    else:
        return
    if whole > gap.amount and (ratio := counted_out(gap.amount, whole, "个")):
        forms.words["gapratio"] = ratio
