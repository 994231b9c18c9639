"""Rows of one line that are told in one sentence: the cases of a count, what somebody said."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.figures.numbers import in_numerals
from drafter.facts.kinship.forms import ALL_ALIKE, CAUSES_OF
from drafter.facts.sheet import Fact, FactType
from drafter.facts.types.order import COMMA
from drafter.templating.compose.material import TALK, Material
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.words.spoken_labels import label_of

# So many items make a list.
LEAST_ITEMS = 2

# 一起是…，还有一件是…: one of several that the line counts.
_ONE_OF = re.compile(
    r"(?:还有|再有|最后)?(?:另外?|有)?(?:一|另一)(?P<measure>[起件家个次处名例笔户条项座台宗])"
    r"(?=[是在因为由叫卡]|发生|出在|[一-鿿]{2})"
)
_COUNT = r"(?:\d+|[两二三四五六七八九十])"
# 村民提了三条, 座谈会上反映两件事: who said so many things.
_SAID = re.compile(
    r"[一-鿿，（）\d]{2,24}?(?:讲|说|提|反映|问)(?:了|到|出|过|的)?"
    r"(?:[一二两三四五六七八九]|\d)(?:件事?|条|点|个|样|句)(?:事|意见|难处|问题|话)?"
    r"|[一-鿿]{2,8}(?:说|讲|提|反映|抱怨|投诉)得?最多的(?:是|有)?"
)
# 没改的主要是三样：排水沟堵、…: what so many things are.
_SO_MANY = re.compile(rf"[一-鿿]{{1,8}}(?:是|有|就)(?:这)?{_COUNT}(?:样|处|类|种|条|件|点|个)")
_NUMBERED = re.compile("[一二]是|其[一二]|第[一二]|①|1[.、]")
_LEAD = re.compile(r"([^：。；]{4,28})[：:]")
# What may be told so.
_TOLD = (
    FactType.PROBLEM,
    FactType.REQUEST,
    FactType.CAUSE,
    FactType.SITUATION,
    FactType.PROGRESS,
    FactType.GAP,
)


def is_of_row(run: Sequence[Fact], fact: Fact, kind: str) -> bool:
    """Return whether a fact is told in the sentence of a run: one more case, one more thing said.

    Where people are heard, each of the things that they say has its own answer.
    """
    return _is_one_more(run, fact) or (kind != TALK and _is_said_too(run, fact))


def front_in_row(run: Sequence[Fact], fact: Fact, said: str) -> tuple[str, str]:
    """Return what stands in front of a fact in the sentence of a run, and its words behind that.

    ；一起是营业所…, 村民提了三条：一是…；二是…. Empty in front where the run is no row.
    """
    before = run[: next(n for n, each in enumerate(run) if each is fact)]
    if before and _is_one_more(before, fact):
        return "；", said
    items = [each for each in run if each is run[0] or not (each.sign and each.sign in COMMA)]
    if not (lead := said_by(run[0])) or len(items) < LEAST_ITEMS or fact not in items:
        return "", said
    number = items.index(fact) + 1
    bare = re.sub(f"^{re.escape(lead)}(?:，是|[：:，])", "", said)
    return f"{'；' if before else f'{lead}：'}{in_numerals(number)}是", bare


def led(fact: Fact, said: str, material: Material) -> tuple[str, str]:
    """Return what its label says in front of a fact that stands alone below it, and its words.

    三起案子一个样：…, 不热的原因有五条：…. Of several below one label the first is told behind it elsewhere.
    """
    label, line = label_of(fact), material.told_on_line_of(fact)
    if any(each is not fact and each.label == fact.label for each in line):
        return "", said
    counts = _SO_MANY.fullmatch(label) and "、" in fact.text
    lead = label if (counts or ALL_ALIKE.match(label)) and fact.type in (*_TOLD, FactType.CASE) else ""
    if fact.type is FactType.CAUSE and (found := CAUSES_OF.search(label)):
        count = f"有{found['count']}条" if found["count"] else ""
        lead = f"{found['called']}{count}"
    return (f"{lead}：", re.sub(f"^{re.escape(label)}[：，]", "", said)) if lead else ("", said)


def behind_causes(line: list[Statement]) -> list[Statement]:
    """Return the statements of a line, what is no cause among causes behind them: they are counted out."""
    causes = [n for n, each in enumerate(line) if each.type is FactType.CAUSE]
    if len(causes) < LEAST_ITEMS:
        return line
    among = [s for s in line[causes[0] : causes[-1]] if s.type is FactType.SITUATION]
    rest = [s for s in line if s not in among]
    last = rest.index(line[causes[-1]]) + 1
    return [*rest[:last], *among, *rest[last:]]


def _is_one_more(run: Sequence[Fact], fact: Fact) -> bool:
    """Whether a fact is one more of those that a run counts: 案件3起：一起是…；一起是…."""
    found = _ONE_OF.match(fact.text)
    if found is None or fact.group != run[0].group:
        return False
    measure = found["measure"]
    counted = re.search(rf"{_COUNT}{measure}", run[0].text)
    before = re.search(rf"(?:^|[：，；])(?:还有|再有)?(?:另外?|有)?(?:一|另一){measure}", run[-1].text)
    return counted is not None and before is not None


def said_by(fact: Fact) -> str:
    """Return who says how many things in front of a fact, 村民提了三条; "" where nobody does."""
    found = _LEAD.match(fact.text)
    lead = found[1] if found else fact.label
    # 企业提了4条：一是…: what the sheet counts out is answered one by one.
    counted = _NUMBERED.match(fact.text, found.end() if found else 0)
    return lead if fact.type in _TOLD and _SAID.fullmatch(lead) and not counted else ""


def _is_said_too(run: Sequence[Fact], fact: Fact) -> bool:
    """Whether a fact is one more of the things that somebody says in front of a run."""
    if fact.group != run[0].group or fact.type not in _TOLD or not said_by(run[0]):
        return False
    return _LEAD.match(fact.text) is None and fact.label in ("", run[0].label)
