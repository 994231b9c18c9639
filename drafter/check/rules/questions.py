"""Question marks: behind each question, and only there (GB/T 15834-2011, 4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.places import matches, on
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message

_UNMARKED = re.compile("吗(?P<mark>。)")


@rule(
    "missing-question-mark",
    "疑问句缺问号",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 15834-2011 4.2.3.1",
    why="带“吗”的句子是疑问句或反问句，句末用问号；念稿的人也靠它提起语气。",
    bad="群众会答应吗。",
    good="群众会答应吗？",
)
def missing_question_mark(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a sentence that ends in 吗 with a full stop."""
    for number, found in matches(manuscript, _UNMARKED):
        yield on(number, found, message("a question ends with ？"), "mark", fix="？")


# 要搞清楚问题出在哪里？ asks nobody. A sentence that addresses the hall, or asks by 吗 and 呢, does.
_TOLD = re.compile(
    "(?:^|[，。；！？：])(?:我们|大家|同志们|各[一-鿿]{1,6}|请大家)?(?:还)?(?:都)?(?:要|请|看一看|说说|算一算|查一查)"
    "(?:大家|各位)?(?:进一步)?"
    "(?:搞清楚?|弄清楚?|弄明白|搞明白|研究|讲清楚?|说说|查一查|明确|算一算|问清楚?|看一看|看清楚?|想清楚)?"
    "[^，。；！？：“”吗呢]{0,16}(?:什么|怎么|谁|哪里|哪些|多少|如何|怎么样)[^，。；！？“”吗呢]{0,12}"
    "(?:、[^，。；！？“”吗呢]{1,12})?(?P<mark>？)"
)


@rule(
    "needless-question-mark",
    "陈述句误用问号",
    Severity.HINT,
    Basis.STANDARD,
    clause="GB/T 15834-2011 4.2",
    why="句中虽有“什么”“怎么”“谁”，整句却是陈述或要求，不是发问，句末用句号。",
    bad="要搞清楚问题出在哪里？",
    good="要搞清楚问题出在哪里。",
)
def needless_question_mark(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a demand with an indirect question that ends with a question mark."""
    for number, found in matches(manuscript, _TOLD):
        text = message("this sentence asks for something, and is no question")
        yield on(number, found, text, "mark", remedy=message("end it with 。, if nobody is asked"))
