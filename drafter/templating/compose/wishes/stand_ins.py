"""Words that the leader lets stand for what is not named, and figures that he wants unsaid: “有一家物业”.

The fact is told as it is, with these words in the place of the name, and without the figure at the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.sheet import AIMS, Fact, Intent, IntentKind

# 有一家物业, 有的村, 个别门店, 某单位, 上游有个村
_ANYBODY = re.compile(
    "(?P<where>[一-鿿]{0,3}?)(?:有(?:一|个别|几)?[家个些的所处座位]?|个别|某(?:个|家)?|一[家个些])(?P<sort>(?!没|不|在)[一-鿿]{1,2})"
)
# What is longer tells something itself: 有的乡镇连六成都没收到.
LONGEST_NAME = 7
# 具体数字不报, 分不要报
_NO_FIGURES = re.compile(
    "(?:数字?|分数?|得分|名次|比例|金额)(?:也|都|就)*(?:不|别)要?(?:报|说|念|提|讲)|(?:不|别)要?(?:报|说|念|提)(?:具体)?(?:数|分)"
)
_AT_NAME = r"(?P<most>最[一-鿿]|末位|倒数第[一二三])的?(?:是|为|只有)?(?P<figure>\d[\d.]*[%分位名]?)"
_SORT = "乡|镇|村|街道|社区|公司|物业|学校|医院"
_MOST_OF_OTHERS = r"最[一-鿿]的?(?:是|为)?\d[\d.]*[%分位名]?(?=[，、])"
# 枫树湾村最高95 keeps who it is.
_FIGURE_OF_ONE = (
    r"(?<=[村镇乡区县局厂矿校站队组科室院道司]最[一-鿿])的?(?:是|为)?\d[\d.]*[%分位名]?(?=[，、])"
)
# 46人 as a wish has it: a figure that goes, and its fact stays.
FIGURE = re.compile(r"\d[\d.]*(?:%|[万亿]?[一-鿿])")


def with_stand_ins(facts: Sequence[Fact], intents: Sequence[Intent]) -> Iterator[Fact]:
    """Yield the facts as they may be told: with words in the place of names, without figures to be unsaid."""
    words = [word for i in intents if i.kind is IntentKind.QUOTE for word in i.words]
    names = [word for i in intents if i.kind is IntentKind.NO_NAME for word in i.words if len(word) > 1]
    scores = any("分数" in i.words for i in intents)
    hushed = scores or any(_NO_FIGURES.search(i.text) for i in intents)
    figures = [w for i in intents if i.kind is IntentKind.AVOID for w in i.words if FIGURE.fullmatch(w)]
    for fact in facts:
        name = next((name for name in names if name in fact.text), "")
        stands = next((w for w in words if name and fact.type not in AIMS and _stands_for(w, fact)), "")
        told = _told_as(fact, name, stands, hushed=hushed) if name else fact
        if scores and told is not fact:
            told = put_for(put_for(told, _FIGURE_OF_ONE, ""), _MOST_OF_OTHERS, "")
        for figure in figures:
            told = put_for(told, rf"(?<=的){figure}(?=，|。|$)", "")
        yield told


def is_name_for(words: str) -> bool:
    """Whether words are only a name for somebody unnamed, and no sentence of their own: 有一家物业."""
    return len(words) <= LONGEST_NAME and _ANYBODY.match(words) is not None


def _stands_for(word: str, fact: Fact) -> bool:
    """Whether words may stand in a fact: they mean one of a sort of which it tells."""
    found = _ANYBODY.match(word)
    return found is not None and (found["sort"] in fact.text or found["sort"][0] in fact.text)


def _told_as(fact: Fact, name: str, stands: str, *, hushed: bool) -> Fact:
    """Return a fact with ``stands`` where it names somebody; without his bracket where nothing stands."""
    found = _ANYBODY.match(stands)
    where = f"(?:{found['where']})?" if found else ""
    called = rf"{where}{re.escape(name)}(?:{_SORT})?"
    if not stands:
        return put_for(fact, rf"[（(]{called}[)）]", "")
    most = re.search(rf"{_AT_NAME}[（(][^（）()]*{re.escape(name)}[^（）()]*[)）]", fact.text)
    if most is None:
        placed = put_for(fact, rf"(?<=在){called}", stands.removeprefix("有"))
        told = placed if placed is not fact else put_for(fact, called, stands)
        return told if is_name_for(stands) else fact
    figure = "" if hushed else f"，{most['figure']}"
    said = f"{stands}{most['most']}{figure}" if is_name_for(stands) else stands
    return put_for(fact, re.escape(most[0]), said)


def put_for(fact: Fact, pattern: str, words: str) -> Fact:
    """Return a fact with other words in one place; figures behind it move, those in it are gone."""
    found = re.search(pattern, fact.text)
    if found is None:
        return fact
    text = f"{fact.text[: found.start()]}{words}{fact.text[found.end() :]}"
    shift, start = len(text) - len(fact.text), fact.place.start
    kept = []
    for each in fact.quantities:
        place = each.place
        if place.start - start >= found.end():
            place = replace(place, start=place.start + shift, end=place.end + shift)
        elif place.end - start > found.start():
            continue
        kept.append(replace(each, place=place))
    return replace(fact, text=text, quantities=tuple(kept))
