"""Forms with which a fact presses, in its own words: what was not there, how many of how many.

Each follows from the fact alone, whatever the fact is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.facts.arithmetic import is_exact, whole_and_parts, written
from drafter.facts.numbers import counted
from drafter.facts.sheet import Fact, FactType, Quantity
from drafter.templating.compose.composition import bare
from drafter.templating.compose.derived import FormSet, put
from drafter.templating.compose.material import Material
from drafter.templating.compose.statements import Statement

_CLAUSES = re.compile("[，；。：]")
# What is wrong may be told as a problem or its cause; the lot of which something is left, as progress too.
_WRONG = (FactType.PROBLEM, FactType.CAUSE)
_YEARLY = (FactType.PROGRESS, FactType.SITUATION, FactType.ACHIEVEMENT)
_COUNTS = (*_WRONG, FactType.PROGRESS, FactType.SITUATION, FactType.GAP)
# 值守点上没人, 喇叭平时没人试, 护罩拆了没装回去.
_LACK = re.compile(
    "(?P<front>[一-鿿]{2,9}?|[电水路气网钱车证牌灯门])(?:也|都|却|一直)?没(?P<has>有)?(?P<what>人[一-鿿]{0,3}|[一-鿿]{1,4})"
)
_BY_THE_WAY = re.compile("^(?:那会儿|当时|那时候?|结果|后来|可是?|但是?|事后|而且|就是)")
# Of 3个组喇叭 the thing stands behind whose it is.
_WHOSE = re.compile(r"^.*\d个?[组村户台处家座名人班](?=[一-鿿]{2})")
_NO_THING = re.compile(
    "[一二两三四五六七八九十几半谁]|我们|自己|大家|[些年月天周次回趟里还]$|多数|大部分|原样|[超到按逾]期|从来"
)
# What did not happen is no lack where it is as well so, or where it only waits to be decided or told.
_WELL_SO = re.compile(
    "(?:人员?)?[受轻重]?[伤死亡]|出[事现]|发生|事|问题|意见|关系|办?法|想到|少|白|停|断过|变|什么|影响|资格|[这那]"
    "|[准定批报说写讲提给发核算]|下来|到期|过来|回[话音复]|人员|有|多[少久]"
)
# 没到就签了 tells a story of its own.
_STORY = re.compile("[了就]|过(?=.)")
# What one has, where 没 stands for 没有: 没证.
_THING = re.compile("[证水电钱货底图]|信号|规矩|制度|办法|记录|台账|压力|预案")
# What stands behind a lack and only tells what came of it.
_CAME_OF_IT = re.compile("靠|只好|只能|照样|被|结果|就")
_PLACE = re.compile("[上里点室处岗台口门]没人$")
_UNIT = "户家人名位处个条项件座台份栋辆本所间块盏"
_UNMET = re.compile(
    f"(?P<which>[没未][一-鿿]{{1,7}}?的)(?:还有|还剩|有|是)?(?P<n>\\d+(?P<unit>[{_UNIT}]))(?![一-鿿])"
)
_UNMET_LAST = re.compile(
    f"(?:还有|还剩|剩下?|有)(?P<n>\\d+(?P<unit>[{_UNIT}]))(?P<which>[没未](?!有)[一-鿿]{{1,4}})$"
)
_NOT_DUE = re.compile("[没未](?:有?[报说定写批满发]|到期|成年|婚)")
# Somebody goes to them: who is not reached is not found, or was not looked for.
_GONE_TO = re.compile("[访见找]|联系|通知|上门|随访|入户|筛查|体检|接种|到场|培训")
# What counts as one of a whole where the whole was looked into: 抽查160块地，超过15厘米的58块.
_LOOKED = re.compile("抽[查检测看问考]|检查|暗访|[查测问考看]了|复查|摸排|排查")
_BAD = re.compile("病险|带病|危|失能|独居|留守|[没未缺坏旧差]|不合格|不达标|不足|超|违")
# Shares as one counts them out; what lies so near one is about it.
_FRACTIONS = (*((1, d) for d in range(2, 11)), (2, 5), (3, 5), (2, 3), (3, 4), (4, 5))
_SHARES = tuple(sorted((Decimal(n) / d, n, d) for n, d in _FRACTIONS))
_NEAR = Decimal("0.045")
HALF, HUNDRED = Decimal("0.5"), 100
# A smaller whole is seen at a glance; what is nearly all needs no share.
SMALLEST_WHOLE, NEARLY_ALL = 10, Decimal("0.92")
# A part that is called by its name alone: 机电18条.
_NAMED = re.compile("(?:里头?|其中|有)?((?!其他|另外|其余|剩)[一-鿿]{2,6}?)(?:有|占了?)?$")
LEAST_PARTS = 2
_MEASURES = "%元分天年岁度时月点亩吨米"
# Of what people somewhere are, the larger part is nothing wrong.
_PEOPLE = ("人", "名", "位")
_WORK = ("done", "rest")
# How far the work of a year is by its middle.
_MID_YEAR = re.compile("上半年|[1一][—–-至到][6六]月|前[6六]个月")
_OF_A_YEAR = re.compile("(?:全年|年度|今年)[^，；。]*(?:计划|任务|目标)")
_DAYS_ON_END = re.compile(r"连续[^，；。\d]{0,10}(\d{3,5})天")
DAYS_OF_A_YEAR, MOST_OF_A_YEAR = 365, 300
# Figures that stand for a step each are so many at least.
LEAST_STEPS = 4
# What is called the highest and the lowest of one thing.
_HIGHEST = re.compile("最[高多长大][^，；。]*，[^，；。]*最[低少短小]")
# What happens once each, and need not have happened.
_CASES = ("起", "件", "次", "人次", "批", "例", "个", "条")
# Of fewer in a hundred, or of more, nobody counts.
MISSED = (Decimal("1.5"), Decimal(10))


def add_pressing(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add the forms with which a statement presses."""
    if statement.type in _WRONG:
        _add_lack(forms, statement)
    if statement.type in _COUNTS:
        _add_unmet(forms, statement)
        _add_ratio(forms, statement, material)
    if statement.type in _YEARLY:
        _add_year(forms, statement)
    if statement.type is FactType.PROGRESS:
        _add_steps(forms, statement.head)
    if statement.type is FactType.PROBLEM:
        _add_apart(forms, statement.head)
        _add_largest(forms, statement)
        _add_missed(forms, statement, material)
        _add_more(forms, statement.head)


def _add_lack(forms: FormSet, statement: Statement) -> None:
    """Add what was not there or not done, and how it would have been: 名单没换, 名单要是换了."""
    who = statement.head.who
    for sentence in (part for fact in statement.facts for part in re.split("[。；]", fact.text)):
        clauses = [clause.removeprefix(who) for clause in sentence.split("，")]
        for clause, after in zip(clauses, [*clauses[1:], "就"], strict=True):
            clause = _WHOSE.sub("", _BY_THE_WAY.sub("", clause))
            match = _LACK.fullmatch(clause)
            if match is None or not _is_lack(match):
                continue
            if not (match["what"].startswith("人") or _CAME_OF_IT.match(after)):
                # 手术没做完，字先签了: what was not yet done is no lack.
                continue
            forms.words.setdefault("lack", clause)
            forms.words.setdefault("would", _would(match))
            if _PLACE.search(clause):
                forms.words.setdefault("nobody", clause)


def _is_lack(match: re.Match[str]) -> bool:
    return not (
        _NO_THING.search(match["front"]) or _WELL_SO.match(match["what"]) or _STORY.search(match["what"])
    )


def _would(match: re.Match[str]) -> str:
    """Return what was lacking as if it had been there."""
    what = match["what"]
    if match["has"] or what.startswith("人") or _THING.fullmatch(what):
        return f"{match['front']}要是有{what}"
    return f"{match['front']}要是{what}{'' if what[-1] in '了过' else '了'}"


def _add_unmet(forms: FormSet, statement: Statement) -> None:
    """Add who or what is not reached or not done yet: 没访到的486户, and one of them."""
    for clause in (c for fact in statement.facts for c in _CLAUSES.split(fact.text)):
        match = _UNMET.search(clause) or _UNMET_LAST.search(clause)
        if match is None or _NOT_DUE.match(match["which"]):
            continue
        which = match["which"] if match["which"].endswith("的") else f"{match['which']}的"
        if _GONE_TO.search(which):
            forms.words.setdefault("unfound", f"{which}{match['n']}")
        elif match["unit"] not in _PEOPLE:
            forms.words.setdefault("unmet", f"{which}{match['n']}")


def _pairs(fact: Fact) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the wholes of a fact with the parts that tell what is wrong in them."""
    yield from (pair for pair in whole_and_parts(fact) if pair[1].role != "done")
    same = [q for q in fact.quantities if is_exact(q)]
    if len(same) > 1 and _LOOKED.search(fact.text[: same[0].place.end - fact.place.start]):
        yield from (
            (same[0], q)
            for q in same[1:]
            if q.role != "done" and q.unit == same[0].unit and q.amount < same[0].amount
        )


def _add_ratio(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add how many of how many, and the share as one counts it out: 三块里不止一块."""
    if len(statement.facts) != 1:
        return
    fact = statement.head
    found = {(w.amount, p.amount): (w, p) for w, p in _pairs(fact)}
    if len(found) != 1:
        return
    whole, part = next(iter(found.values()))
    told = fact.text[whole.place.end - fact.place.start : part.place.end - fact.place.start]
    wrong = statement.type is FactType.PROBLEM or _BAD.search(told)
    unit = whole.unit
    if (
        not wrong
        or len(unit) != 1
        or whole.amount <= SMALLEST_WHOLE
        or f"{written(part)}{unit}" not in fact.text
    ):
        return
    if ratio := counted_out(part.amount, whole.amount, unit):
        forms.words["ratio"] = ratio
        forms.words["of"] = f"{written(whole)}{unit}里有{written(part)}{unit}"
        shares = (i for i in material.inferred(fact.id, "share") if i.formula.startswith(f"{written(part)}÷"))
        if share := next(shares, None):
            forms.sources["ratio"] = share.id


def counted_out(part: Decimal, whole: Decimal, unit: str) -> str:
    """Return a share as one counts it out: 三块里不止一块, 一半还多; "" of few or nearly all."""
    share = part / whole
    if not _SHARES[0][0] * (1 - _NEAR) <= share <= NEARLY_ALL:
        return ""
    near = min(_SHARES, key=lambda each: abs(share - each[0]))
    if abs(share - near[0]) <= near[0] * _NEAR:
        about = "" if part * near[2] == whole * near[1] else "差不多"
        value, n, d = near
        return f"{about}一半" if value == HALF else f"{about}{counted(d)}{unit}里就有{counted(n)}{unit}"
    value, n, d = max(each for each in _SHARES if each[0] <= share)
    return "一半还多" if value == HALF else f"{counted(d)}{unit}里不止{counted(n)}{unit}"


def _add_largest(forms: FormSet, statement: Statement) -> None:
    """Add the largest of parts that make up a whole, and what the others come to: 机电18条, 9条."""
    those = [(q, f) for f in statement.facts for q in f.quantities if q.role != "change" and is_exact(q)]
    for start, (whole, _fact) in enumerate(those):
        parts = _adding_up(whole, those[start + 1 :])
        if len(parts) < LEAST_PARTS:
            continue
        if (
            whole.unit in (*_PEOPLE, "%")
            or whole.amount < SMALLEST_WHOLE
            or any(q.role in _WORK for q, _f in parts)
        ):
            return
        largest, fact = max(parts, key=lambda each: each[0].amount)
        name = _NAMED.search(
            _CLAUSES.split(fact.text[: largest.place.start - fact.place.start].replace("、", "，"))[-1]
        )
        if name is None or largest.amount <= whole.amount * HALF or name[1] not in bare(statement.words):
            continue
        forms.words["most"] = name[1]
        forms.words["whole"] = whole.text
        forms.words["mostof"] = largest.text
        forms.words["others"] = f"{written(largest, whole.value - largest.value)}{largest.unit}"
        return


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


def _add_missed(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add how many of a hundred a rate misses: 八九个 of 91.5%."""
    found = next(iter(material.inferred(statement.head.id, "points-to-full")), None)
    if found is None or not MISSED[0] <= found.value < MISSED[1]:
        return
    low = int(found.value)
    many = f"{counted(low)}{'' if low == found.value else counted(low + 1)}"
    put(forms, "missed", f"一百个里头有{many}个", found)
    forms.words["percent"] = f"{100 - found.value:f}%"


def _add_more(forms: FormSet, fact: Fact) -> None:
    """Add by how much it is more than it was: 比去年同期多出来的4个."""
    change = next((q for q in fact.quantities[:2] if q.role == "change" and q.sign > 0 and is_exact(q)), None)
    if change is not None and change.unit in _CASES and "then" in forms.words:
        forms.words["more"] = f"比{forms.words['then']}多出来的{change.text}"


def _add_year(forms: FormSet, statement: Statement) -> None:
    """Add how far the work of a year is by its middle, and how many years so many days on end are."""
    text = statement.head.text
    part = next((q for q in statement.head.quantities if q.unit == "%" and q.role != "change"), None)
    if part is not None and is_exact(part) and _MID_YEAR.search(text) and _OF_A_YEAR.search(text):
        forms.words["behind" if part.value < HUNDRED * HALF else "past"] = part.text
    if match := _DAYS_ON_END.search(text):
        years, days = divmod(int(match[1]), DAYS_OF_A_YEAR)
        if days >= MOST_OF_A_YEAR:
            forms.words["years"] = f"将近{counted(years + 1)}年"
        elif years and days < DAYS_OF_A_YEAR - MOST_OF_A_YEAR:
            forms.words["years"] = f"{counted(years)}年还多"
        elif years:
            forms.words["years"] = f"{counted(years)}年多"


def _add_apart(forms: FormSet, fact: Fact) -> None:
    """Add how many times the lowest the highest is: 四倍还多."""
    pairs = zip(fact.quantities, fact.quantities[1:], strict=False)
    for high, low in pairs if _HIGHEST.search(fact.text) else ():
        if high.unit == low.unit and low.amount > 0 and is_exact(high) and is_exact(low):
            between = fact.text[: low.place.start - fact.place.start]
            if _HIGHEST.search(between) and (times := high.amount / low.amount) >= 2:
                whole = int(times)
                forms.words["times"] = f"{counted(whole)}倍{'' if times == whole else '还多'}"


def _add_steps(forms: FormSet, fact: Fact) -> None:
    """Add how many are left from step to step: 从186个到73个、29个、11个."""
    figures = [q for q in fact.quantities if is_exact(q)]
    falling = all(
        a.unit == b.unit and a.amount > b.amount for a, b in zip(figures, figures[1:], strict=False)
    )
    done = sum(q.role == "done" for q in figures)
    if len(figures) >= LEAST_STEPS and len(figures) == len(fact.quantities) and falling and done > 1:
        forms.words["steps"] = f"从{figures[0].text}到{'、'.join(q.text for q in figures[1:])}"
