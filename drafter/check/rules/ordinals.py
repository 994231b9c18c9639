"""Ordinals of headings and points: a row without gaps, one ladder, the right mark behind each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.finding import Basis, Fix, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.i18n import message

_WRONG_MARK = re.compile("^(?P<ordinal>[一二三四五六七八九十]{1,3})(?P<mark>[.．,，])(?=[一-鿿])")


@rule(
    "ordinal-mark",
    "序号后的标点",
    Severity.ERROR,
    Basis.STANDARD,
    clause="GB/T 9704-2012 7.3.3；GB/T 15834-2011 4.5.3",
    why="结构层次序数第一层用“一、”，顿号是汉字数字序号后唯一合规的标点。",
    bad="一.提高认识",
    good="一、提高认识",
    needs_judgement=False,
)
def ordinal_mark(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a Chinese numeral that opens a line with a full stop or a comma behind it."""
    for number, line in enumerate(manuscript.lines):
        if found := _WRONG_MARK.match(line.text):
            text = message("{ordinal} needs 、 behind it", ordinal=found["ordinal"])
            yield Found(number, found.start("mark"), found.end("mark"), text, fix=Fix("、"))
