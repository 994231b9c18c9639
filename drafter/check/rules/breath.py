"""What one breath takes: sentences, paragraphs, and what is listed in them."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Basis, Severity
from drafter.check.genre import head_of
from drafter.check.manuscript import Manuscript, Sentence
from drafter.check.rows import rows_within_lines
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message
from drafter.i18n.text import count_characters
from drafter.speech.blocks import BlockKind

_LONG_SENTENCE, _BREATHLESS = 120, 220
_PURPOSE, _LONGEST_PURPOSE = re.compile("主要任务|目的是|主要是"), 200
_LONG_PARAGRAPH, _WALL = 450, 1000
# More commas than these between two marks that let one breathe.
_MOST_COMMAS = 8
# Points of a paragraph of so many characters are told one by one; in a shorter one they are a saying.
_MOST_POINTS, _TOLD = 4, 160
# What lets one breathe within a sentence.
_PAUSE = re.compile("[；;：:]")
_COMMA = re.compile("[，,]")


def _sentences(manuscript: Manuscript) -> Iterator[Sentence]:
    """Yield the sentences of the body; a heading is no matter of breath."""
    return (one for one in manuscript.sentences if manuscript.lines[one.line].kind is BlockKind.BODY)


@rule(
    "overlong-sentence",
    "句子过长",
    Severity.HINT,
    Basis.PRACTICE,
    why="一口气念不完的句子，领导会断错，听的人会跟丢。超过一百二十字的，拆成两三句。",
    bad="各级各部门要……，……，……，……（一句180字）",
    good="各级各部门要……。……。……。（三句，每句60字）",
)
def overlong_sentence(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a sentence of more than 120 characters; a warning where no semicolon lets one breathe in 220."""
    for one in _sentences(manuscript):
        if len(one.text) <= _LONG_SENTENCE:
            continue
        length = count_characters(one.text)
        if length <= _LONG_SENTENCE or (_PURPOSE.search(one.text) and length <= _LONGEST_PURPOSE):
            continue
        stretch = max(count_characters(clause) for clause in _PAUSE.split(one.text))
        severity = Severity.WARNING if stretch > _BREATHLESS else None
        text = message("this sentence has {number} characters, more than one breath takes", number=length)
        yield Found(
            one.line, one.start, one.end, text, message("divide it into two or three"), severity=severity
        )


@rule(
    "overlong-paragraph",
    "段落过长",
    Severity.HINT,
    Basis.PRACTICE,
    why="一段超过四百五十字，在三号字的稿纸上是大半页不分段，念的人一抬头就找不着行。",
    bad="（一段900字）",
    good="（分成三段，每段300字）",
)
def overlong_paragraph(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a paragraph of more than 450 characters; beyond 1,000 a warning."""
    for number, line in manuscript.of_kind(BlockKind.BODY):
        length = count_characters(line.text)
        if length > _LONG_PARAGRAPH:
            severity = Severity.WARNING if length > _WALL else None
            text = message("this paragraph has {number} characters", number=length)
            yield Found(
                number, 0, head_of(line), text, message("divide it into two or three"), severity=severity
            )


# Nine members and more: 山、水、林、田、湖、草、沙、路、村.
_LIST = re.compile("(?:[^，。；：！？、,;:“”《》]{1,12}、){8,}[^，。；：！？、,;:]{1,12}")


@rule(
    "long-list",
    "并列项过多",
    Severity.HINT,
    Basis.PRACTICE,
    why="顿号连着九个、十个，念成一串，听的人一个也记不住。分成两三组，或者只说最要紧的几个。",
    bad="水利、应急、气象、住建、交通、公安、财政、民政、卫健、教育要配合。",
    good="水利、应急、气象三家牵头，住建、交通等部门配合。",
)
def long_list(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a row of nine members or more between 、."""
    for number, line in manuscript.of_kind(BlockKind.BODY):
        for found in _LIST.finditer(line.text):
            count = found[0].count("、") + 1
            text = message("{number} things stand in one row", number=count)
            yield Found(
                number,
                found.start(),
                found.end(),
                text,
                message("put them in groups, or name the most important"),
            )


@rule(
    "many-commas",
    "一逗到底",
    Severity.HINT,
    Basis.PRACTICE,
    why="一句话里八九个逗号才见一个句号，念的人找不到换气的地方，听的人分不清哪句跟哪句。该断的断成句号，并列的用分号。",
    bad="要看渠，要看库，要看堤，要看路，要问人，要算账，要比较，要改进，要回访，才能做好。",
    good="要看渠、看库、看堤、看路。还要问人、算账、比较，改了再回访。",
)
def many_commas(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find more than eight commas in a row; a semicolon, a colon or a sentence on the purpose is no row."""
    for one in _sentences(manuscript):
        if _PURPOSE.search(one.text):
            continue
        count = max(len(_COMMA.findall(part)) for part in _PAUSE.split(one.text))
        if count > _MOST_COMMAS:
            text = message("{number} commas stand in one sentence", number=count)
            yield Found(one.line, one.start, one.end, text, message("divide it into two or three"))


@rule(
    "many-inline-points",
    "一段里点太多",
    Severity.HINT,
    Basis.PRACTICE,
    why="一段里“一是”到“五是”一口气排下去，看稿找不到行，听的人记不住。超过四点的，一点一段。",
    bad="一是……；二是……；三是……；四是……；五是……。（挤在一段，三百字）",
    good="一是……。（另起一段）二是……。（另起一段）三是……。",
)
def many_inline_points(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find more than four spoken points in one paragraph, where each is told at some length."""
    for row in rows_within_lines(manuscript):
        line = manuscript.lines[row.items[0].line]
        if len(row.items) > _MOST_POINTS and count_characters(line.text) > _TOLD:
            text = message("{number} points stand in one paragraph", number=len(row.items))
            first = row.items[0]
            remedy = message("give each point a paragraph of its own")
            yield Found(first.line, first.start, first.end, text, remedy)
