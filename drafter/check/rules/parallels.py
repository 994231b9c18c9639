"""Headings of one set side by side: as many clauses, about as long, no word twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from drafter.check.finding import Basis, Severity
from drafter.check.genre import heading_words, is_spoken, normal
from drafter.check.manuscript import Line, Manuscript
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message

# Two headings are alike by chance; of three that agree, a fourth that differs was forgotten.
_SET, _SURE_SET = 3, 4
# More of one level are no set that anybody hears as one.
_LARGEST_SET = 40
# How much the clauses of like headings differ in length, and how much longer or shorter another one is.
_SPREAD, _MUCH = 2, 2
_MOST_CLAUSES = 3
_LONGEST = 34
_CLAUSE_MARKS = re.compile("[，,：:]")
# The end of a heading by which it is remembered: 展现新作为, 新篇章.
_TAIL, _NEW = 5, 3


class _Heading(Struct, frozen=True):
    line: int
    start: int
    end: int
    words: str
    clauses: tuple[str, ...]


def _sets(manuscript: Manuscript, least: int = _SET) -> Iterator[list[_Heading]]:
    """Yield the sets of sibling headings that have at least so many; those of a notice are labels."""
    if not is_spoken(manuscript):
        return
    for siblings in manuscript.siblings():
        headed = [(number, line) for number, line in siblings if line.heading and line.ordinal]
        # What goes on behind a full stop is no heading, whatever a reader took it for.
        headed = [(number, line) for number, line in headed if "。" not in heading_words(line)]
        if not least <= len(headed) <= _LARGEST_SET or len(headed) < len(siblings):
            continue
        found = []
        for number, line in headed:
            words = normal(heading_words(line))
            start, clauses = len(line.ordinal), tuple(_CLAUSE_MARKS.split(words))
            found.append(_Heading(number, start, max(line.heading, start), words, clauses))
        yield found


@rule(
    "non-parallel-headings",
    "同组标题不对仗",
    Severity.WARNING,
    Basis.PRACTICE,
    why="一组标题，三个都是同样的句式，剩下一个长短、分句都不同，念起来像走路绊了一下。要么改成一样，要么都放开。",
    bad="一要聚焦巡堤，在守住底线上用力。二要聚焦查库，在消除隐患上用力。三要聚焦备料，在补齐短板上用力。四要把人管好。",
    good="……四要聚焦值守，在管好队伍上用力。",
)
def non_parallel_headings(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find the one heading of a set of four or more that is not built as all the others are."""
    for found in _sets(manuscript, _SURE_SET):
        for odd in found:
            others = [one for one in found if one is not odd]
            if _agree(others) and _differs(odd, others):
                text = message("the other headings of this set are alike")
                remedy = message("build it as the others are")
                severity = None if _have_frame(others) else Severity.HINT
                yield Found(odd.line, odd.start, odd.end, text, remedy, severity=severity)


def _agree(headings: list[_Heading]) -> bool:
    """Tell whether headings have as many clauses, of about the same length."""
    if len({len(one.clauses) for one in headings}) > 1:
        return False
    for position in range(len(headings[0].clauses)):
        lengths = [len(one.clauses[position]) for one in headings]
        if max(lengths) - min(lengths) > _SPREAD:
            return False
    return True


def _have_frame(headings: list[_Heading]) -> bool:
    """Tell whether headings are alike on purpose: of two clauses, or with one word before or behind."""
    if len(headings[0].clauses) > 1:
        return True
    return len({one.words[:2] for one in headings}) == 1 or len({one.words[-2:] for one in headings}) == 1


def _differs(odd: _Heading, others: list[_Heading]) -> bool:
    mean = sum(len(one.words) for one in others) / len(others)
    other_count = len(odd.clauses) != len(others[0].clauses)
    return other_count or not mean / _MUCH <= len(odd.words) <= mean * _MUCH


def _is_told(one: _Heading, line: Line) -> bool:
    """Return whether words that run in tell a figure at once: they are a task, and head nothing."""
    return line.heading < len(line.text.rstrip()) and bool(re.search(r"\d", one.clauses[0]))


@rule(
    "heading-length",
    "标题过长",
    Severity.HINT,
    Basis.PRACTICE,
    why="标题是要人记住的。一级标题十六到三十四字、两个分句最顺；超过三个分句，就不是标题，是一段话了。",
    bad="一、看清形势，认清责任，理清思路，找准重点，抓实任务",
    good="一、看清形势，切实扛起防汛责任",
)
def heading_length(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a heading of more than 34 characters or three clauses."""
    for found in _sets(manuscript, 1):
        for one in found:
            if _is_told(one, manuscript.lines[one.line]):
                # 一是27条隐患7月10日前全改完。 is the task itself, with which its paragraph goes on.
                continue
            if len(one.clauses) > _MOST_CLAUSES:
                text = message("this heading has {number} clauses", number=len(one.clauses))
                yield Found(one.line, one.start, one.end, text, message("make it shorter"))
            elif len(one.words) > _LONGEST:
                text = message("this heading has {number} characters", number=len(one.words))
                yield Found(one.line, one.start, one.end, text, message("make it shorter"))


@rule(
    "repeated-heading-words",
    "同组标题词语重复",
    Severity.WARNING,
    Basis.PRACTICE,
    why="一组标题里，框架可以相同，说的事、收的尾不能相同。两处都是“展现新作为”，就有一处没有想好。",
    bad="一要聚焦民生，……展现新作为。二要聚焦治理，……实现新突破。三要聚焦队伍，……展现新作为。",
    good="……三要聚焦队伍，……取得新成效。",
)
def repeated_heading_words(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a clause or an ending that two headings of a set share, and not all of them."""
    for found in _sets(manuscript):
        for one, words in _shared(found):
            end = one.start + one.words.rfind(words) + len(words)
            text = message("“{words}” stands in another heading of this set", words=words)
            remedy = message("find other words for one of them")
            # Arguments may well end alike: ……的必然要求.
            severity = Severity.HINT if words.startswith("的") else None
            yield Found(one.line, end - len(words), end, text, remedy, severity=severity)


def _shared(found: list[_Heading]) -> Iterator[tuple[_Heading, str]]:
    counts: Counter[str] = Counter()
    for one in found:
        counts.update(set(_keys(one)))
    first = set()
    for one in found:
        for words in _keys(one):
            if not 1 < counts[words] < len(found):
                continue
            if words in first:
                yield one, words
                break
            first.add(words)


def _keys(one: _Heading) -> list[str]:
    """Return what of a heading its sisters should not have: each clause of some length, and its ending."""
    keys = [clause for clause in one.clauses if len(clause) >= _TAIL and len(one.clauses) > 1]
    tail = one.words[-_TAIL:]
    if len(one.words) > _TAIL and not set(tail) & set("，,：:、"):
        keys.append(tail)
    if one.words[-_NEW:].startswith("新"):
        keys.append(one.words[-_NEW:])
    return keys


@rule(
    "heading-verb-repeated",
    "标题开头动词半同半不同",
    Severity.HINT,
    Basis.PRACTICE,
    why="一组标题开头的动词，要么个个相同，要么个个不同。四个里有两个相同，看着像没有改完。",
    bad="（一）强化学习（二）强化纪律（三）改进作风",
    good="（一）强化学习（二）严明纪律（三）改进作风",
)
def heading_verb_repeated(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a verb that begins some headings of a set, and not all."""
    for found in _sets(manuscript):
        counts = Counter(one.words[:2] for one in found)
        first = set()
        for one in found:
            verb = one.words[:2]
            if 1 < counts[verb] < len(found):
                if verb in first:
                    text = message("“{words}” begins some headings of this set, not all", words=verb)
                    yield Found(
                        one.line,
                        one.start,
                        one.start + len(verb),
                        text,
                        message("begin all alike, or each otherwise"),
                    )
                first.add(verb)
