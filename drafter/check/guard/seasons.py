"""Festivals and seasons as deadlines, 国庆前, 入冬前: each needs a fact that sets it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.guard.claims import Claim
from drafter.check.guard.passages import Passages
from drafter.check.guard.source import Source
from drafter.facts import patterns as re
from drafter.i18n import message

# Festivals of a fixed day, by month and day: a fact may tell that day instead.
_FIXED = {"元旦": (1, 1), "五一": (5, 1), "劳动节": (5, 1), "七一": (7, 1), "八一": (8, 1), "国庆": (10, 1)}
_FESTIVALS = (
    "元旦|春节|元宵|清明|五一|劳动节|端午|七一|八一|中秋|国庆|重阳|冬至|除夕|腊八|小年"
    "|立春|雨水|惊蛰|春分|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|小寒|大寒"
)
_SEASONS = (
    "开学|放假|寒假|暑假|学期|入冬|入汛|汛期|雨季|封冻|上冻|供暖|麦收|秋收|春耕|年关|高考|中考|两会"
    "|开春|入夏|入秋"
)
# What makes a deadline of it; 春节前后 and 国庆前夕 tell a time.
_DUE = "(?:之|以)?前(?![后夕往面来进途景])|结束前|(?:之|以)?后?起(?![来码])"
_FROM = "(?:之|以)?后[^，。；]{0,8}(?:开始|启用|启动|执行|实行|实施|完成|完工|开工|兑现|发放|必须|务必)|正式"
_DEADLINE = re.compile(
    f"(?:过[完了])(?P<past>{_FESTIVALS})节?|(?P<when>{_FESTIVALS}|{_SEASONS})(?:节|假期|长假)?(?:{_DUE}|{_FROM})"
)
ENDS_IN_FESTIVAL = re.compile(f"(?:{_FESTIVALS})节?$")
_PAST = re.compile("去年|前年|往年|上年|历年|当年|以往")
# A festival lies so many days about a day that a fact tells.
_ABOUT = 2


class Seasons:
    """The festivals and seasons by which a text wants something done, held against the source."""

    def __init__(self, passages: Passages, source: Source) -> None:
        self.passages = passages
        self.source = source

    def claims(self) -> Iterator[Claim]:
        """Yield the deadlines of which the facts have neither the word nor the day."""
        for match in _DEADLINE.finditer(self.passages.text):
            word = match["past"] or match["when"]
            clause = self.passages.words(self.passages.clause_at(match.start()))
            # 12月31日 is 元旦前, and not 过完元旦.
            is_day = not match["past"] and is_told_as_day(word, self.source)
            if word in self.source.text or is_day or _PAST.search(clause):
                continue
            text = message("no fact gives the date {date}", date=match[0])
            remedy = message("take it out, or give it a source among the facts")
            severity = Severity.WARNING if re.fullmatch(_SEASONS, word) else None
            yield Claim("unsourced-date", match.start(), match.end(), text, remedy, severity)


def is_excused(text: str, source: Source, clause: str) -> bool:
    """Return whether words that tell a festival stand for a day of the facts, or tell of years ago."""
    found = re.match(_FESTIVALS, text)
    return found is not None and (is_told_as_day(found[0], source) or _PAST.search(clause) is not None)


def is_told_as_day(word: str, source: Source) -> bool:
    """Return whether the facts tell a day about that of a festival: 9月30日 for 国庆."""
    if word not in _FIXED:
        return False
    days = [each for when in source.whens for each in (when.start, when.end) if each]
    # 12月31日 is the eve of 元旦 of the next year.
    near = ((each, datetime.date(each.year + more, *_FIXED[word])) for each in days for more in (0, 1))
    return any(abs((festival - each).days) <= _ABOUT for each, festival in near)
