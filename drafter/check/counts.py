"""What a text announces (我讲三点意见, 以下三个方面), and how many follow."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from drafter.check.manuscript import Manuscript
from drafter.check.rows import Item, Row, item_at, items_in, ordinal_number, rows_of, rows_within_lines
from drafter.facts import patterns as re
from drafter.facts.figures.numbers import parse_number

_NUMBER = "(?P<number>[一二两三四五六七八九十]{1,2}|[0-9]{1,2})"
# 我讲三点意见; what is said after the number stays short, and the sentence ends.
_SPOKEN = re.compile(
    f"(?:讲|谈|说|强调|提|提出|说明|汇报|交流)(?:一下)?(?:以下|如下|这么|这)?{_NUMBER}"
    "(?:个?方面|个|点|条|句|项|件)[^，。；：！？,;:!?“”]{0,8}[。：:！]?$"
)
# 以下三个方面：, 三句话：, 三项工作。, “五个强化”。
_LOCAL = re.compile(
    f"(?<![每第哪另]){_NUMBER}(?:个方面|方面|点|句话|个问题|个关系|个环节|个关键|个重点|个到位|条|件事|项工作|项任务|项措施|"
    "个(?P<word>[一-鿿]{2}))”?[^，。；：！？,;:!?“”一二三]{0,8}[。：:]"
)
_BACKWARD = re.compile(f"(?:以上|上述|上面)(?:讲的)?(?:这)?{_NUMBER}(?:个方面|点|条|个问题|项)")
# What makes the last sentence of a line announce what the next lines say: 省里出台了十条措施。 does not.
_ANNOUNCES = re.compile(
    "以下|如下|下面|下列|主要|概括|就是|做好|抓好|把握|处理好|坚持|体现|集中|要|做到|还有|在于|提|讲|说|突出|强调"
)
_NAMES = re.compile("出台|印发|发布|执行|召开|贯彻|实施|落实了|已经")
# 三句话：水源要稳，管网要通，管理要细。 Each is as long as the others.
_SAYINGS = re.compile(f"{_NUMBER}(?:句话|句|个词|件事)[：:](?P<said>[^。！？：“”]{{2,80}})[。！？]")
# A count before it in the same text: 去年讲过三点.
# 先说情况，再说要办的六件事: the next row is not the one that is counted.
_NOT_OF_NEXT = re.compile(
    "(?:去年|上次|以前|曾经?|已经|前面|刚才)[^。]*$|[讲谈说]过|到过|先[^。]*(?:再|然后|最后)[^。]*$"
)
# How many lines at the end of a text may look back on all of it.
_LAST_LINES = 4
_LONGEST_SAYING = 10
# How many lines below an announcement its row may go on.
_FURTHER = 40


class Count(Struct, frozen=True):
    """A number at ``start`` to ``end`` of a line, and how many there are in fact."""

    line: int
    start: int
    end: int
    announced: int
    found: int


def announcements(manuscript: Manuscript) -> Iterator[Count]:
    """Yield every announced number to which a row belongs, with the length of that row."""
    rows = {row.items[0].line: row for row in reversed(rows_of(manuscript)) if row.items[0].number == 1}
    for number, line in enumerate(manuscript.lines):
        if line.heading == len(line.text):
            continue
        yield from _at_end(manuscript, number, rows)
        yield from _within(manuscript, number)
        yield from _sayings(manuscript, number)
    yield from _backward(manuscript)


def _at_end(manuscript: Manuscript, number: int, rows: dict[int, Row]) -> Iterator[Count]:
    """Yield what the last sentence of a line announces, if the next line begins a row."""
    row = rows.get(number + 1)
    text = manuscript.lines[number].text.rstrip()
    start = max(map(text.rstrip("。：:！").rfind, "。！？；")) + 1
    found = _SPOKEN.search(text, start) or _local_at_end(text, start)
    if row is None or found is None or _NOT_OF_NEXT.search(text, start, found.start()):
        return
    if (word := found.groupdict().get("word")) and not _all_have(manuscript, row, word):
        return
    yield from _compared(number, found, _length(manuscript, row), row.last)


def _local_at_end(text: str, start: int) -> re.Match[str] | None:
    """Return the number that the last sentence ends with, if it announces something."""
    found = next((one for one in _LOCAL.finditer(text, start) if one.end() == len(text)), None)
    if found is None or _NAMES.search(text, start, found.start()):
        return None
    return found if found["word"] or _ANNOUNCES.search(text, start, found.start("number")) else None


def _within(manuscript: Manuscript, number: int) -> Iterator[Count]:
    """Yield what a line announces right before it goes on with 一是."""
    text = manuscript.lines[number].text
    for found in _LOCAL.finditer(text):
        first = item_at(manuscript, number, found.end())
        if first is None or first.number != 1:
            continue
        count = _count(first, items_in(manuscript, number, first.end))
        following = count and _following(manuscript, number, first.ladder, count)
        yield from _compared(number, found, following, following)


def _sayings(manuscript: Manuscript, number: int) -> Iterator[Count]:
    """Yield a number of sayings before a sentence of clauses that are all of one length."""
    for found in _SAYINGS.finditer(manuscript.lines[number].text):
        clauses = re.split("[，,、；;]", found["said"])
        if len({len(clause) for clause in clauses}) == 1 and 1 < len(clauses[0]) <= _LONGEST_SAYING:
            yield from _compared(number, found, len(clauses), len(clauses))


def _count(first: Item, items: Iterator[Item]) -> int:
    """Return how far a row goes that begins with ``first``, 0 for one that is broken."""
    count = 1
    for item in items:
        if item.ladder != first.ladder:
            continue
        if item.number == 1:
            break
        if item.number != count + 1:
            return 0
        count += 1
    return count


def _following(manuscript: Manuscript, number: int, ladder: str, count: int) -> int:
    """Return the last number of a row that may go on in the lines below, at the start or within them."""
    for below in range(number + 1, min(number + _FURTHER, len(manuscript.lines))):
        line = manuscript.lines[below]
        if line.ladder == ladder == manuscript.lines[number].ladder:
            # What is announced within 二是 ends where 三是 begins.
            break
        if line.level == 1 or (line.ladder == ladder and ordinal_number(line.ordinal) == 1):
            break
        for item in items_in(manuscript, below):
            if item.ladder == ladder and item.number == 1:
                return count
            if item.ladder == ladder and item.number == count + 1:
                count += 1
    return count


def _length(manuscript: Manuscript, row: Row) -> int:
    """Return how many items a row has, counting those that stand within a paragraph."""
    last = row.items[-1]
    more = [
        item
        for item in items_in(manuscript, last.line, last.end)
        if item.ladder == row.ladder and item.number > last.number
    ]
    return len(row.items) + len(more)


def _all_have(manuscript: Manuscript, row: Row, word: str) -> bool:
    """Tell whether most items of a row begin with the word that is counted: 五个强化."""
    texts = [manuscript.lines[item.line].text[item.end :].lstrip("要“，") for item in row.items]
    return 2 * sum(text.startswith(word) or word in text[:16] for text in texts) > len(texts)


def _compared(number: int, found: re.Match[str], length: int, last: int) -> Iterator[Count]:
    value = parse_number(found["number"])
    # A row whose last number is right has lost an ordinal; that is told at its place.
    if value is None or value < 2 or length < 2 or int(value) in (length, last):
        return
    yield Count(number, found.start("number"), found.end("number"), int(value), length)


def _backward(manuscript: Manuscript) -> Iterator[Count]:
    """Yield a number that the last lines look back on (以上三点) and that no row of the text has."""
    rows = [*rows_of(manuscript), *rows_within_lines(manuscript)]
    lengths = {len(row.items) for row in rows} | {row.last for row in rows}
    top = next((len(row.items) for row in rows if len(row.items) > 1), 0)
    first = max(len(manuscript.lines) - _LAST_LINES, 0)
    for number in range(first, len(manuscript.lines)):
        for found in _BACKWARD.finditer(manuscript.lines[number].text):
            value = parse_number(found["number"])
            if value is not None and top and int(value) not in lengths:
                yield Count(number, found.start("number"), found.end("number"), int(value), top)
