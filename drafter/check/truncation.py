"""Whether a text breaks off: what is missing behind the break is then no fault of its author."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.check.manuscript import Line, Manuscript
from drafter.facts import patterns as re
from drafter.i18n.text import CLOSING_MARKS, END_MARKS
from drafter.speech.blocks import BlockKind

# What pages say that show a text in part, and what a writer leaves where something is to follow.
_SAID = re.compile(
    "此处省略|以下省略|省略了?[0-9]+字|(?:以下|以上)内容?略|下略|中间略|(?:预览|试读)(?:已)?结束"
    "|[（(【]?未完(?:待续|[，,]?(?:继续|全文))|(?:还剩|当前(?:仅)?显示)[0-9]+字|剩余[^。]{0,8}未读"
    "|(?:点击|查看|阅读|下载)[^。]{0,4}全文|全文共?[0-9]+字|展开全文"
)
# A shorter last line may be a name, a place or a date.
_SHORTEST = 20
_ENDS = (*END_MARKS, "：", ":", "!", "?", ";", "；")
_COMMAS = ("，", ",", "、")


def breaks_off(lines: Sequence[Line]) -> bool:
    """Return whether a text says so, ends amid a sentence, or trails off in dots."""
    if any(_SAID.search(line.text) for line in lines):
        return True
    return _unfinished(lines) is not None


def cuts_of(manuscript: Manuscript) -> Iterator[tuple[int, int, int]]:
    """Yield the line, start and end of the first word of a cut, and of an end that breaks off."""
    lines, told = manuscript.lines, False
    for number, line in enumerate(lines):
        if not told and (found := _SAID.search(line.text)):
            told = True
            yield number, found.start(), found.end()
    last = _unfinished(lines)
    if last is None and manuscript.is_truncated and not told:
        last = len(lines) - 1
    if last is not None and lines:
        end = len(lines[last].text)
        yield last, max(end - 4, 0), end


def _unfinished(lines: Sequence[Line]) -> int | None:
    """Return the number of the last line that is read aloud, if it ends amid a sentence or in dots."""
    numbers = [number for number, line in enumerate(lines) if line.section]
    if not numbers:
        return None
    line = lines[numbers[-1]]
    last = line.text.rstrip().rstrip(CLOSING_MARKS)
    if last.endswith(_COMMAS):
        return numbers[-1]
    # A line with room in it is a form to be filled in: 签名：　　年　　月　　日.
    if line.kind is not BlockKind.BODY or "　　" in last:
        return None
    is_open = last.endswith(("……", "...")) or (len(last) >= _SHORTEST and not last.endswith(_ENDS))
    return numbers[-1] if is_open else None
