"""Whether a text breaks off, or leaves out what stood between: what is not there is then no fault of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.check.manuscript import Manuscript
from drafter.speech.blocks import BlockKind
from drafter.text import CLOSING_MARKS, END_MARKS

# What sites and colleagues put where they cut a text.
CUT = re.compile(
    r"[（(]?未完[，,）)]|此处省略|省略了?\d+字|预览(?:已)?结束|试读(?:已)?结束|[（(](?:以下|以上|下|上|中间)?"
    r"(?:内容|部分)?(?:从|省)?略[）)]|[还]?剩\s*\d+\s*字|当前(?:仅)?显示\s*\d+\s*字"
)
# A last line as long as this that does not end as a sentence was not finished; shorter ones are signatures.
_UNFINISHED = 20
_COMMAS = "，、；,;"


def cuts_of(manuscript: Manuscript) -> Iterator[tuple[int, int, int]]:
    """Yield the line, start and end of each place where something was cut from the text."""
    for number, line in enumerate(manuscript.lines):
        for found in CUT.finditer(line.text):
            yield number, found.start(), found.end()
    if (last := _unfinished(manuscript)) is not None:
        text = manuscript.lines[last].text
        yield last, max(len(text) - 4, 0), len(text)


@lru_cache(maxsize=4)
def is_cut(manuscript: Manuscript) -> bool:
    """Return whether the text is not whole."""
    return manuscript.is_truncated or next(cuts_of(manuscript), None) is not None


def _unfinished(manuscript: Manuscript) -> int | None:
    """Return the number of the last line if it breaks off within a sentence."""
    if not manuscript.lines:
        return None
    last = len(manuscript.lines) - 1
    line = manuscript.lines[last]
    text = line.text.rstrip()
    if text.endswith(tuple(_COMMAS)) and not text.endswith(("：", ":")):
        return last
    is_whole = text.endswith(tuple(END_MARKS + CLOSING_MARKS + ")】"))
    return last if line.kind is BlockKind.BODY and not is_whole and len(text) >= _UNFINISHED else None
