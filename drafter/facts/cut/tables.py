"""Tables of marked-up text, told row by row: 城镇新增就业2.93万人，去年同期2.81万人，年任务5.2万."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.cues import first_cue

_RULE = re.compile(r"[ \u3000]*\|(?:[ ]*:?-{3,}:?[ ]*\|)+[ \u3000]*")
_ROW = re.compile(r"[ \u3000]*\|.*\|[ \u3000]*")
# Titles of columns that only number the rows, that say nothing themselves, that compare, that tell why.
_NUMBER = re.compile("序号?|编号|#|No[.]?|项次")
_COMPARED = re.compile("(?:去年|上年|上期|上月|上季度?|前年|同期)[一-鿿]{0,4}")
_WHY = re.compile("(?:主要)?原因|为什么|根源|症结")
# What such columns hold is each a wish of its own.
_WISHES = re.compile("不?要|可以|[别不][要讲说]|要讲|注意")


def told_in_rows(text: str) -> str:
    """Return a text with each row of its tables as a line that tells it, all lines as long as before.

    A table of two columns is read as labels, unless it holds wishes.
    """
    lines = text.split("\n")
    end = 0
    for rule in [number for number, line in enumerate(lines) if number and _RULE.fullmatch(line)]:
        if rule < end:
            # It stands within a table.
            continue
        titles = _cells(lines[rule - 1])
        end = next((n for n in range(rule + 1, len(lines)) if not _ROW.fullmatch(lines[n])), len(lines))
        if _is_for_rows(titles):
            continue
        lines[rule - 1], lines[rule] = (" " * len(lines[n]) for n in (rule - 1, rule))
        for number in range(rule + 1, end):
            lines[number] = _told(titles, _cells(lines[number]), len(lines[number]))
    return "\n".join(lines)


def _cells(line: str) -> list[str]:
    return [cell.strip(" \u3000") for cell in line.strip(" \u3000").strip("|").split("|")]


def _is_for_rows(titles: Sequence[str]) -> bool:
    """Whether rows are read with their cells: the columns tell who does what, or a label and its value."""
    labels = len(titles) == 2 and not all(map(_WISHES.fullmatch, titles))
    return labels or any(first_cue("column", title) == "owner" for title in titles)


def _told(titles: Sequence[str], cells: Sequence[str], size: int) -> str:
    """Return what a row tells in so many signs: its matter, then the other cells."""
    pairs = [(t, c) for t, c in zip(titles, cells, strict=False) if c and not _NUMBER.fullmatch(t)]
    if not pairs or all(_WISHES.fullmatch(title) for title, _cell in pairs):
        return f"- {'；'.join(cell for _title, cell in pairs)}".ljust(size)
    (_first, matter), *others = pairs
    row = f"- {matter}{''.join(_beside(matter, others))}"
    return (
        row.ljust(size) if len(row) <= size else f"- {'，'.join(cell for _title, cell in pairs)}".ljust(size)
    )


def _beside(matter: str, others: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the other cells of a row with the signs in front of them."""
    for number, (title, cell) in enumerate(others):
        if _WHY.fullmatch(title):
            yield f"。原因：{cell}"
        elif number == 0 and cell[0].isdigit() and not matter[-1:].isdigit() and not _tells_when(title):
            yield cell
        else:
            yield f"，{title if _COMPARED.fullmatch(title) else ''}{cell}"


def _tells_when(title: str) -> bool:
    return first_cue("column", title) == "due"
