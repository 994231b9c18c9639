"""From when on something is done: last on the sheet, and said first: 每晚查寝两次，9月1日起."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.wishes.to_writer import said_to_writer
from drafter.templating.compose.composition import bare, field_mark
from drafter.templating.compose.words.spoken_labels import without_side

_FROM_THEN = re.compile(
    r"(?P<what>[^。；]{4,80})，(?P<day>从?(?:今年|明年|20\d\d年)?\d{1,2}月(?:\d{1,2}日|初|底|[上中下]旬)?起)"
)
# What is dated in front keeps its order.
_DATED = re.compile(r"\d月|[今明当次]天|[年月]底|起(?=，)")


def with_day_first(words: str, last: str) -> str:
    """Return the marked words of a statement with such a day in front, marked as of the ``last`` fact.

    What side of the matter it tells of stays in front of the day: 质量上.
    """
    told = bare(words)
    found = _FROM_THEN.fullmatch(told)
    # 群里不点名，9月1日起 is a rule; with its day in front it would end as what the writer is told.
    open_end = found is None or _DATED.search(found["what"]) or any(said_to_writer(found["what"]))
    day = "" if open_end or found is None else found["day"]
    before, said, behind = words.rpartition(f"，{day}") if day else ("", "", "")
    if not said:
        return words
    if side := told.removesuffix(without_side(told)):
        return f"{before.replace(side, f'{side}{day}，', 1)}{behind}"
    return f"{field_mark(last, f'{day}，')}{before}{behind}"
