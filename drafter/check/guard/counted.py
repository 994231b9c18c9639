"""Figures that no fact gives, and those that say another number than the facts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from drafter.check.guard.arithmetic import Arithmetic
from drafter.check.guard.claims import Claim
from drafter.check.guard.figures import Figure, find_figures
from drafter.check.guard.nearest import told_again
from drafter.check.guard.passages import Marks, Passages, pairs
from drafter.check.guard.rounding import is_target, says
from drafter.check.guard.source import Source
from drafter.check.guard.units import MEASURES, same_unit
from drafter.facts import patterns as re
from drafter.facts.cut.cues import has_cue
from drafter.facts.figures.numbers import plain
from drafter.facts.sheet import When
from drafter.i18n import message

# Numerals up to here are said of anything: 三件事, 两头. They are held against the facts if they count these.
_SMALL = Decimal(10)
_COUNTED = frozenset(
    "倍 个季度 人 名 户 支 台 套 辆 吨 亩 元 公里 小时 分钟 个月 个工作日 间 所 例 起 人次 ‰ 个百分点".split()  # noqa: SIM905
)
_OF_ANYBODY = ("人", "名", "户", "支", "台", "间", "所")
# So many pairs of signs in common tell again; so many are the same words.
_FEWEST = 2
_PARTS_OF_HUNDRED = frozenset(("%", "个百分点"))
_MORE = re.compile("[高低升降增减多少]了?$")
_HUNDRED = Decimal(100)
_OUT_OF = re.compile("[里中]")
# 八百多, 五十余.
_MORE_THAN = re.compile("[多余]")
_WORD_FOR_WORD = 3
# A line says a number again within so many signs.
_BESIDE = 300
# 两周以后 sets a day, though in numerals.
_TIMES = frozenset(("天", "周", "星期", "个月", "个星期", "年"))
_LATER = re.compile("以后|之后|后(?![来面头])")
# A shorter number is another one rather than a slip.
_FEWEST_SIGNS = 100
_RANKED = re.compile("(?:排|列|居|升|冲|进|退|跌|降)[^，。；“”、]{0,8}$")
# 翻一番 says what 增长1倍 says.
_FOLD = re.compile("翻|成倍|倍增|[一两二三\\d]倍")
# A numeral that is counted off, imagined or proverbial.
_FIGURATIVE = re.compile(
    "九成九|[这那]两个?(?:[天周月年]|小时)|哪怕|即使|就算|好比|如果|要是|差|少说|[三两几]五|也好|也罢|不管|再多|一百[个件户人份]|一万个|十个里|百分之一|成千|成百|数以[百千万]|三百六十|千[家门山条]|万[家户人]|百[姓家]"
)


class Figures:
    """The figures of a text, held against those of the source and what follows from them."""

    def __init__(self, passages: Passages, whens: Marks[When], source: Source) -> None:
        self.passages = passages
        self.source = source
        self.arithmetic = Arithmetic(source)
        self.found = Marks(find_figures(passages, whens), lambda figure: figure.start)
        self._borne_out: set[tuple[Decimal, str]] = set()

    def claims(self) -> Iterator[Claim]:
        """Yield the figures that the facts do not bear out."""
        for figure in self.found:
            if not self._is_claim(figure):
                if claim := self._miscounted(figure):
                    yield claim
            elif (figure.value, figure.unit) in self._borne_out:
                continue
            elif claim := self._claim(figure):
                yield claim
            elif figure.unit:
                # What a sentence has reckoned out may be said again.
                self._borne_out.add((figure.value, figure.unit))

    def _claim(self, figure: Figure) -> Claim | None:
        if self.is_told(figure):
            return self._unit_claim(figure) or self._elsewhere(figure)
        if claim := self._retold(figure):
            return claim
        if self._follows(figure) or self._is_day(figure) or self._is_told_beside(figure):
            return None
        return self._contradicted(figure) or self._slip(figure) or self._unsourced(figure)

    def _follows(self, figure: Figure) -> bool:
        """Return whether a figure follows from the source by arithmetic."""
        if is_target(figure) or figure.is_rank:
            # A target that is set, 不低于20%, and a place in a row follow from nothing.
            return False
        if _FOLD.match(figure.text) and _FOLD.search(self.source.text):
            return True
        span = self.passages.sentence_at(figure.start)
        line = self.passages.line(self.passages.place(figure.start)[0])
        # The sentence before tells what this one reckons with.
        before = self.passages.sentence_at(max(span.start - 1, line.start))
        beside = (each for each in self.found.within(before.start, span.end) if each is not figure)
        near = self.passages.text[before.start : span.end]
        return self.arithmetic.gives(figure, self.passages.words(span), near, beside)

    def is_told(self, figure: Figure) -> bool:
        """Return whether a figure of the source is this one, or may be said so."""
        return any(_is_same(figure, given) for given in self.source.figures)

    def _is_day(self, figure: Figure) -> bool:
        """Whether a figure is the day of a month that is told, 15日, or the months of a period, 前5个月."""
        behind = self.passages.text[figure.end : figure.end + 1]
        if behind in ("日", "号") or figure.unit == "日":
            return any(
                figure.value in (day.start.day, day.end.day)
                for day in self.source.whens
                if day.start and day.end
            )
        if figure.unit == "个月" and self.passages.text[figure.start - 1 : figure.start] in ("前", "头"):
            ends = (w.end for w in self.source.whens if w.start and w.end and w.start.month == 1)
            return any(figure.value == end.month for end in ends)
        return False

    def _is_told_beside(self, figure: Figure) -> bool:
        """Whether the line says the number with its own unit: 2420户没签，是2420道门没进."""
        if figure.unit in MEASURES or figure.value <= _SMALL or figure.unit in self._units:
            return False
        line = self.passages.line(self.passages.place(figure.start)[0])
        start, end = max(line.start, figure.start - _BESIDE), min(line.end, figure.end + _BESIDE)
        return any(
            each.value == figure.value and each.unit != figure.unit and self.is_said(each)
            for each in self.found.within(start, end)
        )

    @cached_property
    def _units(self) -> frozenset[str]:
        return frozenset(given.unit for given in self.source.figures)

    def is_said(self, figure: Figure) -> bool:
        """Return whether a figure is one of the source or follows from it."""
        return self.is_told(figure) or self._follows(figure)

    def _is_claim(self, figure: Figure) -> bool:
        if figure.is_rank and not figure.is_written:
            # 第二 counts off, unless it is a place in a row: 排到了全市第二.
            return _RANKED.search(self.passages.text, max(0, figure.start - 12), figure.start) is not None
        if figure.is_written:
            # 每100张里有8张 counts nothing but the 8.
            return figure.value != _HUNDRED or not _OUT_OF.match(self.passages.text, figure.end)
        if figure.unit in _TIMES and _LATER.match(self.passages.text, figure.end):
            return figure.value > 1
        if figure.value <= _SMALL and figure.unit not in _COUNTED and figure.unit != "%":
            return False
        clause = self.passages.words(self.passages.clause_at(figure.start))
        if _FIGURATIVE.search(clause):
            return False
        if figure.value <= 3 or (figure.value <= _SMALL and figure.value in self.source.values):
            # 三名 and 一台 are said of anybody; 一倍 compares.
            return figure.unit == "倍" or (figure.unit not in _OF_ANYBODY and figure.value > 1)
        return True

    # ---- what is told otherwise

    def _retold(self, figure: Figure) -> Claim | None:
        """Return a claim where a clause of the facts has the words beside a figure, and another one."""
        beside = self._words_beside(figure)
        if len(beside) < _WORD_FOR_WORD:
            return None
        sentence = self.passages.sentence_at(figure.start)
        said = self.found.within(sentence.start, sentence.end)
        for given, words in self.source.figure_words:
            is_kin = figure.unit == given.unit or self._is_change(figure, given)
            if not (is_kin and beside <= words):
                continue
            if not any(_is_same(each, given) for each in said if each is not figure):
                return _other(figure, given.text)
        return None

    def _is_change(self, figure: Figure, given: Figure) -> bool:
        """Whether two shares tell how much more or less there is: 高一成, 高6个百分点."""
        before = self.passages.text[max(0, figure.start - 2) : figure.start]
        return {figure.unit, given.unit} <= _PARTS_OF_HUNDRED and _MORE.search(before) is not None

    def _contradicted(self, figure: Figure) -> Claim | None:
        span = told_again(self.source, self.passages, figure.start)
        if span is None:
            return None
        sentence = self.passages.sentence_at(figure.start)
        said = self.found.within(sentence.start, sentence.end)
        for given in self.source.figures:
            is_own = span.start <= given.start < span.end
            fits = same_unit(figure.unit, given.unit) or given.value == figure.value
            if is_own and fits and not any(_is_same(each, given) for each in said if each is not figure):
                return _other(figure, given.text)
        return None

    def _slip(self, figure: Figure) -> Claim | None:
        """Return a claim where a figure is one of the facts but for a sign: 1800户 of 1850户."""
        if not figure.is_written or figure.value < _FEWEST_SIGNS:
            return None
        for given in self.source.figures:
            if given.unit == figure.unit and given.is_written and _differ_by_slip(figure.value, given.value):
                return _other(figure, given.text)
        return None

    def _miscounted(self, figure: Figure) -> Claim | None:
        """Return a claim where the facts have the same words with another small number: 两名 for 三名."""
        beside = self._words_beside(figure)
        if figure.value > _SMALL or figure.is_rank or len(beside) < _WORD_FOR_WORD:
            return None
        other, best = self._nearest_other(figure, beside)
        if other is None or best < _WORD_FOR_WORD or self._is_said_beside(other, figure):
            return None
        return None if other.value > _SMALL or other.value == figure.value else _other(figure, other.text)

    def _unsourced(self, figure: Figure) -> Claim:
        text = message("no fact gives the figure {figure}", figure=figure.text)
        remedy = message("take it out, or give it a source among the facts")
        return Claim("unsourced-figure", figure.start, figure.end, text, remedy)

    def _unit_claim(self, figure: Figure) -> Claim | None:
        """Return a claim where the text gives a figure a unit of which the facts say that it is not known."""
        for fact, lacking in self._without_units():
            if not (figure.unit and lacking == figure.value and figure.unit not in fact):
                continue
            if figure.unit == "元" and has_cue("money-word", fact):
                # 补助从80涨到120 are 元, whoever reads it.
                continue
            if any(given.unit == figure.unit and _is_same(figure, given) for given in self.source.figures):
                continue
            if self._follows(figure):
                # 10天 to a deadline are not the 10 of which nobody knows what they count.
                continue
            text = message("the facts give no unit for {figure}", figure=figure.text)
            remedy = message("leave a blank for the unit until it is known")
            return Claim("unsourced-figure", figure.start, figure.end, text, remedy)
        return None

    def _without_units(self) -> Iterator[tuple[str, Decimal]]:
        for blank in self.source.sheet.blanks:
            for id_ in blank.about if "单位" in blank.what else ():
                fact = self.source.fact(id_)
                for quantity in fact.quantities if fact else ():
                    if quantity.lacks_unit and fact:
                        yield fact.text, quantity.amount

    def _elsewhere(self, figure: Figure) -> Claim | None:
        """Return a claim where the words beside a figure are those of another one of the same unit."""
        beside = self._words_beside(figure)
        if not figure.is_written or figure.is_rank or len(beside) < _FEWEST:
            return None
        other, best = self._nearest_other(figure, beside)
        if other is None or self._is_said_beside(other, figure):
            return None
        # What is told word for word but for its figure is no reckoning, unless it tells a change.
        told = self.source.passages.words(self.source.passages.clause_at(other.start))
        is_same = _WORD_FOR_WORD <= best == len(beside) and re.search("[比较]", told) is None
        return _other(figure, other.text) if is_same or not self._follows(figure) else None

    def _words_beside(self, figure: Figure) -> frozenset[str]:
        clause = self.passages.words(self.passages.clause_at(figure.start))
        return pairs(clause.replace(figure.text, " "))

    def _nearest_other(self, figure: Figure, beside: frozenset[str]) -> tuple[Figure | None, int]:
        """Return the figure whose clause has the same words, and how many; None where this one's has some."""
        best, other = 0, None
        for given, words in self.source.figure_words:
            if not (same_unit(figure.unit, given.unit) or _is_money(figure, given)):
                continue
            common = len(words & beside)
            if common and _is_same(figure, given):
                return None, 0
            if common > best:
                best, other = common, given
        return (other, best) if best >= max(_FEWEST, 0.6 * len(beside)) else (None, 0)

    def _is_said_beside(self, other: Figure, figure: Figure) -> bool:
        """Whether the sentence has both figures, and they have not changed places."""
        sentence = self.passages.sentence_at(figure.start)
        near = self.found.within(sentence.start, sentence.end)
        both = (e for e in near if _is_same(e, other) and e.unit == other.unit and e is not figure)
        first = next(both, None)
        return first is not None and not self._is_swapped(first, figure)

    def _is_swapped(self, one: Figure, other: Figure) -> bool:
        """Whether the words beside the first figure are those of the second in the source."""
        beside = self._words_beside(one)
        enough = max(_FEWEST, 0.6 * len(beside))
        return any(
            len(words & beside) >= enough
            for given, words in self.source.figure_words
            if _is_same(other, given)
        )


def _differ_by_slip(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers have the same signs in another order, or all but one sign in common."""
    first, second = plain(one), plain(other)
    if len(first) != len(second) or one == other:
        return False
    apart = sum(a != b for a, b in zip(first, second, strict=True))
    return apart == 1 or (apart == 2 and sorted(first) == sorted(second))


def _is_same(figure: Figure, given: Figure) -> bool:
    """Return whether a figure says one of the source."""
    if figure.is_rank != given.is_rank:
        return False
    if not (same_unit(figure.unit, given.unit) or _is_money(figure, given) or given.lacks_unit):
        return False
    if given.high != given.value:
        return (
            (figure.value, figure.high) == (given.value, given.high)
            or figure.value
            in (
                given.value,
                given.high,
            )
            or given.value <= figure.value <= given.high
            and not figure.is_written
        )
    if figure.bound != given.bound and {figure.bound, given.bound} == {"at-least", "at-most"}:
        return False
    if _MORE_THAN.search(figure.text) and given.bound == "exact":
        # 八百多 are more than 800.
        return figure.value < given.value and says(figure, given.value)
    return says(figure, given.value) or (given.bound == "over" and figure.value == given.value)


def _is_money(figure: Figure, given: Figure) -> bool:
    """Whether 万 or 亿 without 元 is the money of the other: 86万 are 86万元."""
    one, other = sorted((figure, given), key=lambda each: each.unit)
    return one.unit == "" and other.unit == "元" and one.value >= 10**4


def _other(figure: Figure, given: str) -> Claim:
    text = message("the facts say {given}, and not {figure}", given=given, figure=figure.text)
    remedy = message("say {given}", given=given)
    return Claim("contradicted-fact", figure.start, figure.end, text, remedy)
