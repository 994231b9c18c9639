"""Days, periods and deadlines that no fact gives, and those that are another day than the facts say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from drafter.check.finding import Severity
from drafter.check.guard.claims import Claim
from drafter.check.guard.coverage import is_figure
from drafter.check.guard.fact_rows import Row
from drafter.check.guard.figures import Figure
from drafter.check.guard.nearest import ENOUGH, nearest
from drafter.check.guard.passages import Marks, Passages, pairs, shared
from drafter.check.guard.seasons import is_excused
from drafter.check.guard.source import Source
from drafter.facts import patterns as re
from drafter.facts.sheet import When
from drafter.i18n import message

# A time that any speech may name, since it says no day: 今年, 去年同期, 全年, 年内.
_VAGUE = re.compile(
    "(?:截至|从|自|自从)?(?:今年|去年|前年|明年|本年|本月|当月|上月|这个月|上个月|当年|同期|去年同期|上年同期|全年|上年|往年|上一年|开年|年初|"
    "今天|今日|当天|当日|同一天|同日|[今昨]晚|今[早晨夜]|昨天|昨日|昨[晚夜]|年底|年末|月底|月末|年内|本周|上周|上半年|下半年|今年以来|本季度|季度末|季末|半年|一年)"
    "(?:之?前|以前|起|开始|之后|以后|内|以来|为止|止)?"
)
# 年底前 is a deadline, which has to be one of the facts.
_ENDS = re.compile("[年月季][度]?[底末]|年内|本周|本月|季度末")
# 今天拖一处，明天就是三处: a day of a saying, unless it is one by or from which.
_NEXT = re.compile("明天|后天|明日")
# A time of day in a saying, no clock: 早上出门, 晚上.
_HOUR = re.compile(r"\d|[一二两三四五六七八九十]+[点时]")
# A span in a figure of speech: 几天之内, 一天之内.
_MONTH_ONLY = re.compile("[1-9一二三四五六七八九十]{1,2}月份?")


# So much in common with another task tells that a day is not the one of this task.
_FEWEST = 2
# So many words of which so few are those of the source tell of something else.
_MANY, _HARDLY = 4, 0.3


class _Context(Struct, frozen=True):
    """What is told with a date: words, by which texts are compared, and figures."""

    words: frozenset[str]
    figures: tuple[Figure, ...]


class Dates:
    """The dates of a text, held against those of the source."""

    def __init__(
        self, passages: Passages, whens: Marks[When], figures: Marks[Figure], source: Source
    ) -> None:
        self.passages = passages
        self.source = source
        self.whens = whens
        self.figures = figures

    def claims(self) -> Iterator[Claim]:
        """Yield the dates that the facts do not bear out."""
        for when in self.whens:
            if self._is_claim(when) and (claim := self._claim(when)):
                yield claim

    def _is_claim(self, when: When) -> bool:
        if when.grain == "clock":
            return bool(_HOUR.search(when.text)) and not when.text.endswith("一点")
        if when.grain in ("weekday", "event"):
            clause = self.passages.words(self.passages.clause_at(when.place.start))
            return not is_excused(when.text, self.source, clause)
        if _NEXT.match(when.text):
            return when.relation != "at"
        if _VAGUE.fullmatch(when.text):
            return when.relation in ("by", "within") and bool(_ENDS.search(when.text))
        return True

    def _claim(self, when: When) -> Claim | None:
        if self.is_told(when):
            return self._elsewhere(when) or self._of_no_task(when)
        start, end = when.place.start, when.place.end
        if given := self._given_beside(when):
            return _other(when, given)
        text = message("no fact gives the date {date}", date=when.text)
        remedy = message("take it out, or give it a source among the facts")
        # 人家晚上七点才到家 tells of no appointment.
        imagined = when.grain == "clock" and not re.search(r"\d", when.text)
        return Claim("unsourced-date", start, end, text, remedy, Severity.HINT if imagined else None)

    def is_told(self, when: When) -> bool:
        """Return whether the source tells this date, or one that holds it."""
        if self._is_written(_alike(when.text)):
            return True
        if when.grain in ("clock", "weekday", "event"):
            return self._is_told_as_text(when)
        if when.start is None or when.end is None:
            return self._is_written(_bare(_alike(when.text)))
        if when.relation == "within" and when.days is not None:
            return self._is_span_told(when)
        due = when.relation in ("by", "within")
        if when.start == self.source.day and not due:
            return True
        # The day of the meeting is no deadline.
        known = (
            w for w in self.source.whens if not due or w.end != self.source.day or w.relation == when.relation
        )
        days = (day for row in self.source.rows for day in row.days)
        return any(_is_same(when, given) for given in (*known, *days))

    @cached_property
    def _text(self) -> str:
        return _alike(self.source.text)

    def _is_told_as_text(self, when: When) -> bool:
        if when.clock and any(given.clock == when.clock for given in self.source.whens):
            return True
        if when.weekday is not None:
            day = self.source.day
            told = any(given.weekday == when.weekday for given in self.source.whens)
            days = (given.start for given in self.source.whens if given.grain == "day" and given.start)
            return told or when.weekday in (each.weekday() for each in (day, *days) if each)
        return self._is_written(_bare(when.text))

    def _is_written(self, words: str) -> bool:
        """Whether the source has these words, and not as the end of another date: 5日前 of 15日前."""
        return re.search(f"(?<![\\d年月十]){re.escape(words)}", self._text) is not None

    def _is_span_told(self, when: When) -> bool:
        """Whether so many days are told, or are those to a day that is told."""
        if any(given.days == when.days for given in self.source.whens if given.days is not None):
            return True
        return any(given.end == when.end for given in self.source.whens if given.end)

    # ---- dates of other facts

    def _given_beside(self, when: When) -> When | None:
        """Return the date that the facts give for what the clause tells; None where none does."""
        clause = self.passages.clause_at(when.place.start)
        words = pairs(self.passages.words(clause).replace(when.text, " "))
        found = nearest(self.source, words)
        if found is None or found[1] < ENOUGH:
            return None
        span = found[0]
        inside = (given for given in self.source.whens if span.start <= given.place.start < span.end)
        return next((given for given in inside if not _VAGUE.fullmatch(given.text)), None)

    def _elsewhere(self, when: When) -> Claim | None:
        """Return a claim where a day is told that the facts give to another task."""
        if when.grain not in ("day", "month") or when.end is None or when.end == self.source.day:
            return None
        if when.relation not in ("by", "within") and (when.relation != "at" or when.grain != "day"):
            return None
        context = self._context(when)
        own, best, other = 0, 0, None
        for row in self.source.rows:
            common = self._common(row, context)
            if any(when.end in (day.end, day.start) for day in row.days):
                own = max(own, common)
            elif common > best and row.fact.by is not None and row.fact.by.end is not None:
                best, other = common, row.fact.by
        needed = max(_FEWEST, len(context.words) // 3)
        if (
            other is None
            or other.end == when.end
            or best < needed
            or own * 3 > best
            or self._is_in_sentence(when, other)
        ):
            return None
        return _other(when, other)

    def _of_no_task(self, when: When) -> Claim | None:
        """Return a claim where a day of the facts is the deadline of what no fact tells."""
        if when.relation not in ("by", "within") or when.end is None:
            return None
        context = self._context(when)
        if len(context.words) < _MANY or shared(self.source.pairs, context.words) >= _HARDLY:
            return None
        own = [row for row in self.source.rows if any(when.end in (d.end, d.start) for d in row.days)]
        if not own or any(self._common(row, context) for row in own):
            return None
        text = message("no fact gives the date {date} to this", date=when.text)
        remedy = message("take it out, or give it a source among the facts")
        return Claim("unsourced-date", when.place.start, when.place.end, text, remedy, Severity.HINT)

    def _common(self, row: Row, context: _Context) -> int:
        figures = sum(any(is_figure(each, given) for each in context.figures) for given in row.figures)
        return len(row.words & context.words) + 2 * figures

    def _context(self, when: When) -> _Context:
        """Return what is told with a date: the clauses from the date before it to the one behind it."""
        sentence = self.passages.sentence_at(when.place.start)
        inside = [w.place for w in self.whens.within(sentence.start, sentence.end) if w.end]
        start = max((p.end for p in inside if p.end <= when.place.start), default=sentence.start)
        end = min((p.start for p in inside if p.start >= when.place.end), default=sentence.end)
        text = self.passages.text
        # A semicolon closes what belongs to a date; so does the comma behind the date before it.
        before = re.split("[；;。]", text[start : when.place.start])[-1]
        if start > sentence.start and before == text[start : when.place.start]:
            before = before.partition("，")[2]
        behind = re.split("[；;。]", text[when.place.end : end])[0]
        if end < sentence.end and len(behind) == end - when.place.end:
            behind = behind.rpartition("，")[0]
        low, high = when.place.start - len(before), when.place.end + len(behind)
        return _Context(pairs(f"{before}，{behind}"), self.figures.within(low, high))

    def _is_in_sentence(self, when: When, other: When) -> bool:
        sentence = self.passages.sentence_at(when.place.start)
        near = self.whens.within(sentence.start, sentence.end)
        return when.relation == "at" and any(each.end == other.end for each in near)


def _alike(text: str) -> str:
    """Return a text with 号 as 日 and one sign for all that stands between two dates."""
    return re.sub("[-—–~～至]{1,2}", "到", text.replace("号", "日"))


def _bare(text: str) -> str:
    return re.sub(
        "(?:之前|以前|之后|以后|前|起|开始|内|为止|止)$", "", re.sub("^(?:截至|截止到?|自从?|从)", "", text)
    )


def _is_same(when: When, given: When) -> bool:
    """Return whether a date is one of the source, or a period of it that is no deadline."""
    if given.start is None or given.end is None or when.start is None or when.end is None:
        return False
    if (when.start, when.end) == (given.start, given.end) and (when.relation, when.grain) != (
        "within",
        "year",
    ):
        return True
    if when.relation in ("by", "within", "until"):
        wide = given.grain == "ten-days" and when.grain != "ten-days"
        # 今年 in the facts is no deadline at its end.
        wide = wide or (given.grain in ("year", "half") and not re.search("[底末内前]", given.text))
        return (when.end == given.end and not wide) or (given.grain == "day" and when.end == given.start)
    if given.relation in ("by", "within") and when.grain == "day":
        return when.end == given.end
    if when.start == when.end and when.end == given.end and re.search("[底末]|内$", given.text):
        return True
    # 6月里 of a day in June; 6月上旬 of 6月上旬到7月中旬.
    wider = when.start <= given.start and given.end <= when.end and when.grain not in ("day", "ten-days")
    at_edge = when.start == given.start or when.end == given.end
    edge = at_edge and when.grain != "day" and not re.search("[-—–~～至到]", when.text)
    return (
        (wider and bool(_MONTH_ONLY.search(when.text) or when.grain != "month"))
        or edge
        or _is_inside(when, given)
    )


def _is_inside(when: When, given: When) -> bool:
    """Whether a day opens or closes a period that is told: 4月1日 of 4月1日至10日."""
    if given.grain != "day" or given.start == given.end or when.start != when.end:
        return False
    return when.start in (given.start, given.end)


def _other(when: When, given: When) -> Claim:
    text = message("the facts say {given}, and not {date}", given=given.text, date=when.text)
    remedy = message("say {given}", given=given.text)
    return Claim("contradicted-fact", when.place.start, when.place.end, text, remedy)
