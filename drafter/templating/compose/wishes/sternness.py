"""Those to whom the leader wants to speak sternly: what the sheet tells of them is said with these words."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.sheet import FactType, Intent, IntentKind
from drafter.facts.wishes.wish_forms import STERN
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.statement import Statement

# The natures of stern words in the frames; the second, where what they did was told before.
WARNS, WARNS_AGAIN = "敲打", "再敲打"
# What is taken and given; of an accident nobody is warned so.
_TEMPTS = re.compile("廉|贪|贿|回扣|违纪|挪用|购物卡|礼[金品]|围标|串标|案件|公款|收了|吃请|虚报")
# What is asked of them stands where the tasks are.
_ASKS = (FactType.TASK, FactType.DUTY, FactType.REQUEST, FactType.PROMISE)
# Those of whom not all are meant: 不少物业, 3家物业; of what they are may stand in front: 食堂承包商.
_SOME = r"(?:不少|有些|有的|个别|多数|一些|部分|少数|各|有?[几\d]+[个家名位])?"
# What a fault leads to, where it is told as a rule: 三次整改不到位的，报区住建局.
_FOLLOWS = re.compile(
    "的，(?:一律|就|由|直接)?(?:报|罚|扣|停|清退|通报|约谈|上报|取消|换|问|按)|一次扣|扣[^，]{0,6}(?:元|分|绩效)"
)


def is_on_money(material: Material) -> bool:
    """Whether a meeting warns of what is taken and given, and so those who may be tempted."""
    told = "".join((material.meeting, *(fact.text for fact in material.told())))
    return material.kind == "warning-education" and _TEMPTS.search(told) is not None


def is_stern(intent: Intent, material: Material) -> bool:
    """Whether a wish wants people spoken to sternly; where money tempts them, other words warn them."""
    stern = intent.kind is IntentKind.ADDRESS and STERN.search(intent.text)
    return bool(stern) and "公道" not in intent.text and not is_on_money(material)


def faults_of(who: str, statements: Sequence[Statement], material: Material) -> list[Statement]:
    """Return what is told of those spoken to sternly, and what goes on with it on the same line.

    What has weight elsewhere stays there, and so does what they are asked to do.
    """
    begins = re.compile(f"{_SOME}(?:[一-鿿]{{2}})?{re.escape(who.removesuffix('们'))}")
    found: list[Statement] = []
    line = None
    for each in statements:
        words = bare(each.words)
        own = (begins.match(words) or _all_in(who, words)) and each.type not in _ASKS
        if not own and each.facts[0].group != line:
            continue
        line = each.facts[0].group
        if not any(material.stressed(f) or material.untouched(f) for f in each.facts):
            found.append(each)
    return found


def _all_in(who: str, words: str) -> bool:
    """Whether words tell of some among others: 物业那8家 in 物业企业26家，有8家没人接."""
    parts = re.split("[那这]", who)
    return len(parts) > 1 and all(part in words for part in parts)


def tells_what_follows(statement: Statement) -> bool:
    """Whether a statement tells what a fault leads to."""
    return _FOLLOWS.search(bare(statement.words)) is not None
