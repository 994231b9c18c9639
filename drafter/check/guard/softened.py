"""Hard targets and deadlines that the text makes soft, and soft ones that it makes hard."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.guard.claims import Claim
from drafter.check.guard.coverage import Coverage
from drafter.check.guard.passages import Span, pairs
from drafter.check.guard.seasons import ENDS_IN_FESTIVAL
from drafter.facts import patterns as re
from drafter.facts.cut.cues import has_cue
from drafter.facts.sheet import Fact, FactType
from drafter.i18n import message

# What makes a target soft that stands behind it.
_HEDGE = re.compile(
    "力争|争取(?!到了)|原则上|尽量|尽可能|尽快|尽早|努力|力求|力促|酌情|视情况?|有条件的|逐步|陆续|基本(?!农|公共|情况|建设|功|面|盘|医|养|药|原|制|点|法)|大体|大致|大部分|适时|择机|最好|鼓励|倡导|提倡|一般(?=[不要在应]|情况)|能[^，。]{1,2}尽[^，。]{1,2}|(?:如|若)?有可能(?:的话)?|条件允许|如无特殊|力所能及"
)
# What makes the figure or the day in front of it soft.
_ABOUT = re.compile("左右|前后|上下|附近|来的?天")
_LEAD = re.compile("(?:大约|大概|约|差不多|约莫)(?=[\\d一二两三四五六七八九十])")
_TALKED_OF = re.compile("(?:不|别|勿|没有?)(?:再|写|说|讲|用|提|带|搞|许|准|要|能|得|是)*[“「]?$|什么叫$")
# 各项任务原则上都要按时完成.
_GENERAL = re.compile(
    "(?:任务|期限|目标|指标|时限|要求|工作)[^，。；]{0,6}?(?P<hedge>原则上|尽量|尽可能|争取|力争|基本上?)"
    "[^，。；]{0,8}(?:完成|达到|落实|做到|兑现|清零)"
)
_HARD_TYPES = frozenset(
    (FactType.TASK, FactType.PROMISE, FactType.CHECK, FactType.DUTY, FactType.GAP, FactType.FUND)
)
# A date or a figure is no longer than this.
_NEAR = 20
_FEWEST = 2
_ENOUGH = 0.34


class Softened:
    """The targets of a text, held against those of the facts."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage
        self.passages = coverage.passages
        self.source = coverage.source

    def claims(self) -> Iterator[Claim]:
        """Yield the words that make a hard target soft, and soft targets without the words that do."""
        for pattern in (_HEDGE, _ABOUT, _LEAD):
            for match in pattern.finditer(self.passages.text):
                if fact := self._hard_fact(match):
                    text = message(
                        "{word} makes soft what the facts say hard: {fact}", word=match[0], fact=fact.text
                    )
                    remedy = message("take out {word}", word=match[0])
                    yield Claim("softened-target", match.start(), match.end(), text, remedy)
        yield from self._in_general()
        yield from self._hardened()

    def _in_general(self) -> Iterator[Claim]:
        """Yield the hedges in front of all tasks at once, where the facts have no such word."""
        for match in _GENERAL.finditer(self.passages.text):
            if match["hedge"] not in self.source.text:
                start, end = match.span("hedge")
                text = message("{word} makes soft all that is to be done", word=match["hedge"])
                yield Claim(
                    "softened-target", start, end, text, message("take out {word}", word=match["hedge"])
                )

    def _hard_fact(self, match: re.Match[str]) -> Fact | None:
        """Return the fact whose target is hard and stands beside a hedge; None where there is none."""
        text, start = self.passages.text, match.start()
        if text[start - 1 : start] in "“「‘" or self._is_talked_of(match):
            return None
        clause = self.passages.clause_at(start)
        if match.re.pattern != _HEDGE.pattern and not self._is_at_figure(match):
            return None
        if match.re.pattern == _LEAD.pattern and self._is_told_so(match):
            return None
        own = self._facts_of(clause)
        if not own and (following := self._next(clause)):
            own = self._facts_of(following)
        if not own or any(match[0] in fact.text or fact.soft for fact in own):
            return None
        return own[0]

    def _is_talked_of(self, match: re.Match[str]) -> bool:
        """Whether the word is spoken of or shut out: 不许写力争, 没有“尽量”."""
        before = self.passages.text[max(0, match.start() - 6) : match.start()]
        return _TALKED_OF.search(before) is not None

    def _is_at_figure(self, match: re.Match[str]) -> bool:
        start, end = match.start(), match.end()
        if self.passages.text[max(0, start - 3) : end] in self.source.text:
            return False
        if ENDS_IN_FESTIVAL.search(self.passages.text, max(0, start - 4), start):
            return True
        whens = self.coverage.whens.within(start - _NEAR, end + 1)
        figures = self.coverage.figures.within(start - _NEAR, end + 1)
        places = [(each.place.start, each.place.end) for each in whens]
        places += [(each.start, each.end) for each in figures]
        return any(first <= start <= last or first == end for first, last in places)

    def _is_told_so(self, match: re.Match[str]) -> bool:
        """Whether the facts themselves have the figure behind the word as about so much, or not at all."""
        behind = self.coverage.figures.within(match.start(), match.end() + 2)
        figure = next((each for each in behind if each.end > match.end()), None)
        given = [
            f for f in self.source.figures if figure and (f.value, f.unit) == (figure.value, figure.unit)
        ]
        return figure is not None and all(f.bound == "about" for f in given)

    def _next(self, clause: Span) -> Span | None:
        """Return the clause behind one in the same sentence."""
        following = self.passages.clause_at(min(clause.end + 1, len(self.passages.text) - 1))
        sentence = self.passages.sentence_at(clause.start)
        return following if clause.end < following.end <= sentence.end else None

    def _facts_of(self, clause: Span) -> list[Fact]:
        """Return the facts of hard types that a clause tells, the nearest first."""
        words = pairs(self._bare(clause))
        found: list[tuple[float, Fact]] = []
        for row in self.coverage.rows:
            fact = row.fact
            if fact.type not in _HARD_TYPES and fact.by is None and not _sets_limit(fact):
                continue
            common = len(words & row.words)
            keys = self.coverage.has_day(row, clause) + self.coverage.has_figure(row, clause)
            share = common / max(1, min(len(words), len(row.words)))
            whole = bool(words) and common == len(words) and has_cue("hard", self.passages.words(clause))
            told = whole or (common >= _FEWEST and share >= _ENOUGH)
            if (keys and (common or len(words) < 4)) or told:
                found.append((common + 2 * keys, fact))
        found.sort(key=lambda pair: -pair[0])
        best = found[0][0] if found else 0
        return [fact for weight, fact in found if weight >= best]

    def _bare(self, clause: Span) -> str:
        """Return the words of a clause without hedges and dates."""
        text = self.passages.words(clause)
        for when in self.coverage.whens.within(clause.start, clause.end):
            text = text.replace(when.text, "，")
        return _ABOUT.sub("，", _HEDGE.sub("，", text))

    def _hardened(self) -> Iterator[Claim]:
        """Yield the soft targets of the facts that are said without the word that makes them soft."""
        for row in self.coverage.rows:
            soft = row.fact.soft
            if not soft or soft not in ("力争", "争取", "原则上", "努力", "尽量"):
                continue
            said = [span for span in row.said if self.coverage.has_all_figures(row, span)]
            if said and not any(_HEDGE.search(self.passages.words(span)) for span in said):
                text = message("the facts say this with {word}: {fact}", word=soft, fact=row.fact.text)
                remedy = message("say it with {word}", word=soft)
                yield Claim("contradicted-fact", said[0].start, said[0].end, text, remedy, Severity.WARNING)


def _sets_limit(fact: Fact) -> bool:
    """Whether a fact says how much there may be at most, or has to be at least: 办丧事不超过3天."""
    return any(each.bound in ("at-most", "at-least") for each in fact.quantities)
