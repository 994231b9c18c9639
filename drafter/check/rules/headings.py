"""Headings: each with a body, none twice, as the outline has them, with one mark behind all."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Basis, Fix, Severity
from drafter.check.genre import heading_words, headings, normal
from drafter.check.manuscript import Line, Manuscript
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message
from drafter.i18n.text import END_MARKS
from drafter.speech.blocks import BlockKind
from drafter.speech.typed import OUTLINES

# A heading that is shorter may well come back: 去年, 收成.
_SHORTEST, _SURE = 4, 8
_DASH = re.compile("——|--|—")


def _is_bare(manuscript: Manuscript, number: int) -> bool:
    """Tell whether nothing stands below a heading of its own: the next one is as high, or there is none."""
    line = manuscript.lines[number]
    if line.kind is not BlockKind.HEADING or not line.ordinal or "。" in line.text.rstrip("。"):
        return False
    below = manuscript.lines[number + 1] if number + 1 < len(manuscript.lines) else None
    if below is None:
        return not manuscript.is_truncated
    return (0 < below.level <= line.level and bool(below.ordinal)) or below.kind is BlockKind.SIGNATURE


@rule(
    "heading-without-body",
    "标题下面没有内容",
    Severity.ERROR,
    Basis.PRACTICE,
    why="同级的标题都有话讲，只有一个光秃秃的，不是漏了一段，就是删了内容忘了删标题。",
    bad="二、抓实任务（下一行就是）三、压实责任",
    good="二、抓实任务（下一行）堤要巡，库要查。",
    needs_judgement=False,
)
def heading_without_body(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a heading with nothing below it among siblings that have something; a list has none at all."""
    for siblings in manuscript.siblings():
        bare = [(number, line) for number, line in siblings if _is_bare(manuscript, number)]
        full = len(siblings) - len(bare)
        alone = len(siblings) == 1 and siblings[0][1].level == 2
        if full >= len(bare) or alone:
            for number, line in bare:
                severity = None if full > len(bare) or alone else Severity.WARNING
                yield Found(
                    number,
                    0,
                    len(line.text),
                    message("nothing stands below this heading"),
                    message("say something below it, or take it out"),
                    severity=severity,
                )


@rule(
    "repeated-heading",
    "标题重复",
    Severity.ERROR,
    Basis.PRACTICE,
    why="一个标题管一层意思。两个标题一字不差，等于少讲了一点，或者粘贴时忘了改。",
    bad="二、抓实任务……三、抓实任务……",
    good="二、抓实任务……三、压实责任……",
    needs_judgement=False,
)
def repeated_heading(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a heading that stands twice; in another set it may be a warning, a short one says little."""
    first: dict[str, tuple[int, Line]] = {}
    for level in (1, 2, 3):
        for number, line in headings(manuscript, level):
            words = normal(heading_words(line))
            if len(words) < _SHORTEST or _is_bare(manuscript, number):
                continue
            if words not in first:
                first[words] = number, line
                continue
            other = first[words][1]
            siblings = other.level == line.level and (line.level == 1 or other.part == line.part)
            if siblings or len(words) >= _SURE:
                severity = None if siblings else Severity.WARNING
                text = message("this heading stands above already")
                yield Found(
                    number,
                    len(line.ordinal),
                    line.heading,
                    text,
                    message("say what this part is about"),
                    severity=severity,
                )


@rule(
    "heading-equals-title",
    "标题与题目相同",
    Severity.WARNING,
    Basis.PRACTICE,
    why="题目管全篇，部分标题管一部分。两者一样，这一部分讲什么就没有说。",
    bad="（题目）把好事办好……一、把好事办好",
    good="（题目）把好事办好……一、想清楚什么是好事",
)
def heading_equals_title(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a heading that says what the title says."""
    title = normal(_DASH.split(manuscript.title)[0])
    if len(title) < _SHORTEST:
        return
    for level in (1, 2):
        for number, line in headings(manuscript, level):
            if normal(heading_words(line)) == title:
                yield Found(
                    number,
                    len(line.ordinal),
                    line.heading,
                    message("this heading is the title again"),
                    message("say what this part is about"),
                )


_END_OF_TITLE = re.compile("[。；，、：;,:]$")


@rule(
    "title-end-mark",
    "题目末尾有标点",
    Severity.WARNING,
    Basis.PRACTICE,
    why="题目是名称，不是句子，末尾不加句号、逗号、分号。",
    bad="在全县防汛工作会议上的讲话。",
    good="在全县防汛工作会议上的讲话",
    needs_judgement=False,
)
def title_end_mark(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a mark that closes the title; a question or an exclamation in the main title may be meant."""
    titles = list(manuscript.of_kind(BlockKind.TITLE))
    for number, line in titles[-1:]:
        if found := _END_OF_TITLE.search(line.text.rstrip()):
            text = message("a title ends without a mark")
            yield Found(number, found.start(), found.end(), text, message("take it out"), fix=Fix(""))


@rule(
    "outline-mismatch",
    "提纲与正文标题不一致",
    Severity.ERROR,
    Basis.PRACTICE,
    why="提纲是从正文标题摘出来的，一个字也不能差。改了正文没有改提纲，领导照提纲讲就会跑偏。",
    bad="【提纲】二、抓实任务。（正文）二、抓好任务",
    good="【提纲】二、抓实任务。（正文）二、抓实任务",
    needs_judgement=False,
)
def outline_mismatch(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find lines of the outline that are no headings, and parts that the outline has not."""
    outline = list(_outline(manuscript))
    if manuscript.is_truncated or not outline:
        return
    bodies = [one for level in (1, 2, 3, 4) for one in headings(manuscript, level)]
    said = {normal(line.text[: line.heading]) for _, line in bodies}
    listed = {words for _, _, _, words in outline}
    if not said:
        return
    remedy = message("make the outline from the headings again")
    # An outline that goes on where the headings end may be that of a text of which the end is not here.
    last = max((place for place, (*_, words) in enumerate(outline) if words in said), default=-1)
    for place, (number, start, end, words) in enumerate(outline):
        if words not in said:
            text = message("no heading of the text is “{words}”", words=words)
            severity = Severity.HINT if 0 <= last < place else None
            yield Found(number, start, end, text, remedy, severity=severity)
    for number, line in bodies:
        if line.level == 1 and normal(line.text[: line.heading]) not in listed:
            yield Found(number, 0, line.heading, message("the outline has not this heading"), remedy)


def _outline(manuscript: Manuscript) -> Iterator[tuple[int, int, int, str]]:
    """Yield the headings in the outline: line, start, end, words."""
    for number, line in manuscript.of_kind(BlockKind.OUTLINE):
        for found in re.finditer("(?:[【\\[][^】\\]]{2,4}[】\\]])?(?P<words>[^。【】]+)", line.text):
            words = normal(found["words"])
            if words and words not in OUTLINES:
                yield number, found.start("words"), found.end("words"), words


@rule(
    "mixed-heading-marks",
    "同组标题末尾标点不一",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 15834-2011 4.1；GB/T 9704-2012 7.3.3",
    why="独占一行的标题末尾不加标点；要加，一组都加。有的有、有的没有，是几个人写的稿子拼起来的样子。",
    bad="一、看清形势……二、抓实任务。……",
    good="一、看清形势……二、抓实任务……",
    needs_judgement=False,
)
def mixed_heading_marks(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a heading on a line of its own with a mark at its end, where its siblings have none."""
    for siblings in manuscript.siblings():
        alone = [
            (number, line)
            for number, line in siblings
            if line.level <= 2 and line.ordinal and line.heading == len(line.text)
        ]
        marked = [(number, line) for number, line in alone if line.text.rstrip()[-1] in END_MARKS + "；：:;"]
        if not marked or len(marked) == len(alone):
            continue
        for number, line in marked:
            end = len(line.text.rstrip())
            text = message("its sisters end without a mark")
            yield Found(
                number,
                end - 1,
                end,
                text,
                message("give all headings of the set the same end"),
                fix=Fix("") if len(marked) * 2 <= len(alone) else None,
            )
