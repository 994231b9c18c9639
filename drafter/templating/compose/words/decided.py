"""By whom, and when, something was decided: 9月28日院长办公会定的, 这是县里定的."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.sheet import Fact
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import Material

_DECIDED_BY = re.compile("(?P<who>[一-鿿]{2,8}?)(?:已经?|都|也|上)*定(?:了|的|过了?|下来了?|好了?)?")
_COUNCIL = re.compile("[一-鿿]{1,8}?(?:党工委|党委|党组|会(?!议))")
_SETTLED = re.compile("(?:会议?|[委组府局厅院校])[一-鿿]{0,4}(?:通过|讨论|研究|审议|批准|同意|决定|定)$")
_DAY = re.compile(r"\d{1,2}月\d{1,2}日")
_HOW = re.compile("(?:(?P<how>研究|讨论|通过)|定|(?<=[会委组日]))[的了]?$")


def decided(fact: Fact, text: str, material: Material) -> str:
    """Return who decided, and when the sheet tells it, as it is said of what stands beside it."""
    text = _with_day(text)
    if (by := _DECIDED_BY.fullmatch(text)) is None:
        return text
    # 入户换表不收钱。（县里定的）: it is that, in front of it on its line.
    one = any(each.place.start < fact.place.start for each in material.told_on_line_of(fact))
    return f"{'这是' if one else '这几件事，是'}{by['who']}定的"


def as_decided(words: str) -> str:
    """Return the marked words of who decided as a sentence of the things decided on: 这几件事，是…定的."""
    words = re.sub("^(.?)（([^（）]*)）(.?)$", r"\1\2\3", words)
    # 市里定了，小客车免费 tells what was decided.
    whole = re.match("这|[一-鿿]{2,6}(?:已经)?定了，", bare(words))
    if whole:
        return words
    # 区政府常务会通过: by whom it was settled.
    by = f"{words}的" if _SETTLED.search(bare(words)) else words
    return f"这几件事，{'是' if bare(by).endswith('的') else ''}{by}"


def _with_day(text: str) -> str:
    """Return when and by whom what follows was decided: 9月28日院长办公会定的."""
    day = _DAY.search(text)
    how = _HOW.search(text.rstrip("，（）()：:"))
    if day is None or how is None:
        return text
    council = _COUNCIL.search(_DAY.sub("", text))
    return f"{day[0]}{council[0] if council else ''}{how['how'] or '定'}的"
