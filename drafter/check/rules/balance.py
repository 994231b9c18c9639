"""Length and balance: of the whole, its parts and points."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Basis, Severity
from drafter.check.genre import head_of, heading_words, headings, is_spoken
from drafter.check.manuscript import Line, Manuscript
from drafter.check.rule import Found, rule
from drafter.check.sections import point_lengths, section_lengths, spoken_length
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message

# Off the time by so much per cent is a hint, by so much a warning.
_OFF, _FAR_OFF = 15, 25
# A speech in three parts gives them these percentages; a shorter text is no measure.
_SHARES: dict[int | str, tuple[int, int]] = {"opening": (0, 18), 1: (12, 35), 2: (35, 70), 3: (6, 30)}
_MEASURED = 800
_GROUNDS = re.compile("意义|认识|站位|形势")
_TASKS = re.compile("任务|重点|突出|聚焦|抓好|抓实|推进|落实")
_GUARANTEES = re.compile("领导|保障|责任")
# A part below this, where the others have so many; far below it, it was forgotten.
_SHORT_PART, _FORGOTTEN, _OTHERS = 100, 60, 350
# Points of a set differ at most by this factor and this many characters.
_FACTOR, _DIFFERENCE = 2.5, 150


def _three_parts(manuscript: Manuscript) -> list[tuple[int, Line]]:
    """Return the headings of a whole speech on why, what and how; none of any other."""
    parts = headings(manuscript, 1)
    if manuscript.is_truncated or len(parts) != 3 or not is_spoken(manuscript):
        return []
    words = [heading_words(line) for _, line in parts]
    roles = (_GROUNDS, _TASKS, _GUARANTEES)
    return parts if all(role.search(one) for role, one in zip(roles, words, strict=True)) else []


@rule(
    "length-mismatch",
    "篇幅与时长不符",
    Severity.WARNING,
    Basis.PRACTICE,
    why="会议给了多少分钟，稿子就该念多少分钟。长了压后面的议程，短了显得没有准备。按每分钟约180字算。",
    bad="（要求5分钟）全文3000字",
    good="（要求5分钟）全文900字左右",
)
def length_mismatch(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a text that takes longer or shorter to read aloud than the YAML asks; blanks make it a hint."""
    parameters = manuscript.parameters
    minutes = parameters.style.minutes if parameters else None
    if not parameters or not minutes or manuscript.is_truncated or not is_spoken(manuscript):
        return
    taken = spoken_length(manuscript) / parameters.style.rate
    off = round(100 * (taken / minutes - 1))
    if abs(off) > _OFF and manuscript.lines:
        is_sure = abs(off) > _FAR_OFF and "【" not in manuscript.text
        text = message(
            "it takes {taken} minutes to read, {minutes} are asked for",
            taken=round(taken, 1),
            minutes=round(minutes, 1),
        )
        severity = Severity.WARNING if is_sure else Severity.HINT
        yield Found(
            0,
            0,
            head_of(manuscript.lines[0]),
            text,
            message("make it shorter") if off > 0 else message("add what is missing"),
            severity=severity,
        )


@rule(
    "part-share",
    "各部分比重失衡",
    Severity.HINT,
    Basis.PRACTICE,
    why="三段式讲话，任务是主体，约占一半；意义两三成，保障一两成，开场不到一成。意义讲了大半，任务就没有时间讲。",
    bad="意义1200字，任务500字，保障300字",
    good="意义500字，任务1000字，保障350字",
)
def part_share(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a part of a speech in three parts that takes too much or too little of it."""
    parts = _three_parts(manuscript)
    if not parts:
        return
    lengths = section_lengths(manuscript)
    total = sum(lengths.values())
    for key, (least, most) in _SHARES.items():
        share = 100 * lengths.get(key, 0) / total if total >= _MEASURED else least
        if not least <= share <= most:
            number = parts[key - 1][0] if isinstance(key, int) else 0
            text = message(
                "this takes {share} % of the text; usual is {least} to {most} %",
                share=round(share),
                least=least,
                most=most,
            )
            yield Found(
                number,
                0,
                head_of(manuscript.lines[number]),
                text,
                message("shorten what is too long, add where it is too short"),
            )


@rule(
    "short-part",
    "部分太短",
    Severity.HINT,
    Basis.PRACTICE,
    why="别的部分几百字，这一部分几十字，撑不起一个一级标题。补足，或者并到别的部分里。",
    bad="二、抓实任务（900字）三、压实责任（40字）",
    good="二、抓实任务（900字）三、压实责任（250字）",
)
def short_part(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a part with hardly anything in it, where the others have hundreds of characters."""
    parts = headings(manuscript, 1)
    if manuscript.is_truncated or len(parts) < 2 or not is_spoken(manuscript):
        return
    lengths = point_lengths(manuscript, parts)
    for (number, line), length in zip(parts, lengths, strict=True):
        others = (sum(lengths) - length) / (len(lengths) - 1)
        if length < _SHORT_PART and others >= _OTHERS:
            severity = Severity.WARNING if length < _FORGOTTEN else None
            text = message(
                "this part has {number} characters, the others about {others}",
                number=length,
                others=round(others),
            )
            yield Found(
                number,
                0,
                line.heading,
                text,
                message("add to it, or put it into another part"),
                severity=severity,
            )


@rule(
    "uneven-points",
    "各点长短悬殊",
    Severity.HINT,
    Basis.PRACTICE,
    why="并列的几点，最长的不宜超过最短的两倍半。一点长篇大论、一点一句带过，轻重就不是要点该有的样子。",
    bad="一要巡堤。（600字）二要查库。（80字）",
    good="一要巡堤。（300字）二要查库。（250字）",
)
def uneven_points(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find the shortest of a set of points that is far shorter than the longest."""
    if manuscript.is_truncated or not is_spoken(manuscript):
        return
    for siblings in manuscript.siblings():
        if len(siblings) < 2 or siblings[0][1].level < 2:
            continue
        lengths = point_lengths(manuscript, siblings)
        least, most = min(lengths), max(lengths)
        if most > _FACTOR * least and most - least > _DIFFERENCE:
            number, line = siblings[lengths.index(least)]
            text = message(
                "this point has {least} characters, its longest sister {most}", least=least, most=most
            )
            yield Found(
                number,
                0,
                line.heading or len(line.ordinal),
                text,
                message("shorten what is too long, add where it is too short"),
            )


_AMOUNT = re.compile(
    "[0-9０-９]|[一二两三四五六七八九十百千万]+(?:个|项|处|户|人|家|天|月|年|次|遍|公里|亩|万元|座|条)|百分之|年底|月底|汛期前|【"
)


@rule(
    "part-without-figure",
    "任务部分没有数字和目标",
    Severity.HINT,
    Basis.PRACTICE,
    why="讲任务的部分从头到尾没有一个数、一个日子，回去怎么落实、怎么检查就都没有抓手。",
    bad="二、突出重点，抓实任务（要巡堤，要查库，要备料）",
    good="二、突出重点，抓实任务（9座病险水库汛期一律空库，4月25日前隐患全部销号）",
)
def part_without_figure(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find the part on tasks of a speech in three parts that has neither a figure nor a date."""
    parts = _three_parts(manuscript)
    if not parts:
        return
    number, line = parts[1]
    body = [one.text for one in manuscript.lines[number + 1 : parts[2][0]]]
    if body and not any(_AMOUNT.search(text) for text in body):
        yield Found(
            number,
            0,
            line.heading,
            message("the part on tasks has no figure and no date"),
            message("say how much and by when"),
        )
