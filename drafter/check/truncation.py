"""Whether a text breaks off: what is missing behind the break is then no fault of its author."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.check.manuscript import Line
from drafter.speech.blocks import BlockKind
from drafter.text import CLOSING_MARKS, END_MARKS

# What pages say that show a text in part, and what a writer leaves where something is to follow.
_SAID = re.compile(
    "此处省略|以下省略|以下内容?略|下略|中间略|预览结束|[（(【]?未完(?:待续|[，,]?继续)|还剩[0-9]+字|剩余[^。]{0,8}未读"
    "|(?:点击|查看|阅读|下载)[^。]{0,4}全文|全文共?[0-9]+字|展开全文"
)
# A shorter last line may be a name, a place or a date.
_SHORTEST = 20
_ENDS = (*END_MARKS, "：", ":", "!", "?", ";", "；")


def breaks_off(lines: Sequence[Line]) -> bool:
    """Return whether a text says so, ends amid a sentence, or trails off in dots."""
    if any(_SAID.search(line.text) for line in lines):
        return True
    spoken = [line for line in lines if line.kind is BlockKind.BODY and line.section]
    if not spoken or spoken[-1] is not next((line for line in reversed(lines) if line.section), None):
        return False
    last = spoken[-1].text.rstrip().rstrip(CLOSING_MARKS)
    return last.endswith(("……", "...", "，", ",", "、")) or (
        len(last) >= _SHORTEST and not last.endswith(_ENDS)
    )
