"""Forms of what is one-sided or in vain: what is not looked at, what one person has to do, how often."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.figures.arithmetic import Inference
from drafter.facts.figures.numbers import in_numerals, parse_number
from drafter.templating.compose.forms.derived import FormSet, put
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.words.clauses import amount

# 考核只看件数不看结果, 销售只管签单，不管收款.
_ONE_SIDE = re.compile(
    "(?:只|光)?(?P<verb>[看算管报认抓查])(?P<seen>(?!的)[一-鿿]{2,5})，?不(?P=verb)(?P<unseen>(?!的)[一-鿿]{2,5})(?=[，。；]|$)"
)
# 夜班一个人管43张床, 一个人看三层楼.
_LOAD = re.compile(
    r"(?:一个人|一名?[一-鿿]{2}|1人)(?:要)?[看管顶盯](?P<load>(?:\d+|[两三四五六七八九十]+)(?P<one>[张层台个户间条座处栋床])"
    "(?:(?!的(?:[，。；有]|$))[一-鿿]){0,3})(?=的?(?:[，。；有]|$))"
)
# 交警来了三回，还是堵; 三次交办都没动.
_IN_VAIN = re.compile(
    r"(?P<n>[两三四五六七八九]|\d)(?P<unit>[次回趟遍])(?:[一-鿿]{0,4}都没|[了过后]{0,2}，?(?:还是|仍|还没|也没))"
)
# 轴承坏了半年没修.
_SPAN = re.compile(
    r"(?P<span>半个?[年月]|(?:(?<!\d)\d+|(?<![两三四五六七八九十])[两三四五六七八九十]+)(?:多?天|多?个月|多?年))(?:都|还|也|了)?没(?:有?人)?"
    "(?:修|接|换|清|拆|动|通|补|装|检|校|试)"
)


def add_one_side(forms: FormSet, statement: Statement) -> None:
    """Add what is looked at and what is not: 件数, 结果."""
    for fact in statement.facts:
        if match := _ONE_SIDE.search(fact.text):
            forms.words.update({"seen": match["seen"], "unseen": match["unseen"], "looks": match["verb"]})


def add_load(forms: FormSet, statement: Statement) -> None:
    """Add what one person has to look after, and one of it: 43张床, 张."""
    for fact in statement.facts:
        if match := _LOAD.search(fact.text):
            forms.words.update({"load": match["load"], "loadone": f"一{match['one']}"})


def add_over(forms: FormSet, statement: Statement, material: Material) -> None:
    """Add by how much it is over what was laid down or promised: 比规定的多出32分钟."""
    found: Inference | None = next(iter(material.inferred(statement.head.id, "over")), None)
    if found is not None:
        put(forms, "over", f"比{found.words}的多出{amount(found.value, found.unit)}", found)
        forms.words["norm"] = found.words


def add_in_vain(forms: FormSet, statement: Statement) -> None:
    """Add how often it was tried in vain, and the next time; how long nobody did it: 三回, 第四回, 半年."""
    for fact in statement.facts:
        if (match := _IN_VAIN.search(fact.text)) and (times := parse_number(match["n"])):
            forms.words["vain"] = f"{match['n']}{match['unit']}"
            forms.words["nextvain"] = f"第{in_numerals(int(times) + 1)}{match['unit']}"
        if match := _SPAN.search(fact.text):
            forms.words["span"] = match["span"]
