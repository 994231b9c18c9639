"""Rows of ordinals: headings and points that count on, and where such a row is broken."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from msgspec import Struct

from drafter.check.manuscript import Manuscript
from drafter.facts import patterns as re
from drafter.facts.figures.numbers import parse_number
from drafter.speech.numbering import FIRSTLY, chinese

# How deep a numbering stands: the ladder of GB/T 9704-2012, 7.3.3, with the spoken ones below it.
DEPTHS = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "第一": 5, "首先": 5, "一要": 6, "一是": 6}
SPOKEN = ("第一", "首先", "一要", "一是")
_NUMERAL = re.compile("[一二三四五六七八九十]+|[0-9]+")
_SPOKEN_IN_LINE = re.compile(
    r"(?:^|[，,。；;：:！？、])\s*(?P<ordinal>"
    "(?P<first>第[一二三四五六七八九十]{1,2})(?=[，,、：:])"
    "|(?P<must>[一二三四五六七八九十]{1,2}要)(?![求素点])"
    "|(?P<is>[一二三四五六七八九十]{1,2}(?:则)?是))"
)
_LADDERS = {"first": "第一", "must": "一要", "is": "一是"}
# Beyond this number, what looks like an ordinal counts something else.
_MOST = 40


class Break(Enum):
    """In what way an ordinal does not follow the one before it."""

    MISSING = "missing"
    AGAIN = "again"
    OTHER_LADDER = "other ladder"


class Item(Struct, frozen=True):
    """An ordinal from ``start`` to ``end`` of the line ``line``, of which it is the ``number``-th."""

    line: int
    start: int
    end: int
    number: int
    ladder: str


class Fault(Struct, frozen=True):
    """An item that breaks its row; ``expected`` is the number that was its turn."""

    item: Item
    kind: Break
    expected: int


class Row(Struct):
    """Ordinals of one ladder that belong together, and the faults in their order."""

    ladder: str
    items: list[Item] = []
    faults: list[Fault] = []

    @property
    def last(self) -> int:
        """The number that the row has come to."""
        return self.items[-1].number if self.items else 0


def ordinal_number(ordinal: str) -> int:
    """Return the number of an ordinal (二、 2, （三） 3, 其次， 2), 0 if it has none."""
    if ordinal in FIRSTLY:
        return FIRSTLY.index(ordinal) + 1
    found = _NUMERAL.search(ordinal)
    value = parse_number(found[0]) if found else None
    return int(value) if value is not None and value <= _MOST else 0


@lru_cache(maxsize=4)
def rows_of(manuscript: Manuscript) -> tuple[Row, ...]:
    """Return the rows of the ordinals that open lines, in the order in which they begin."""
    return tuple(_Rows(manuscript, list(_line_items(manuscript))).read())


@lru_cache(maxsize=4)
def rows_within_lines(manuscript: Manuscript) -> tuple[Row, ...]:
    """Return the rows of spoken ordinals (一是……；二是……) that begin and end within one paragraph."""
    rows: list[Row] = []
    for number in range(len(manuscript.lines)):
        items = list(items_in(manuscript, number))
        if len(items) > 1:
            rows += filter(_begins, _Rows(manuscript, items).read())
    return tuple(rows)


def _begins(row: Row) -> bool:
    """Tell whether a row begins in its paragraph: 二要 at its start goes on from the paragraph before."""
    return row.items[0].number == 1 or any(fault.kind is Break.OTHER_LADDER for fault in row.faults)


def items_in(manuscript: Manuscript, number: int, start: int = 0) -> Iterator[Item]:
    """Yield the spoken ordinals that stand in a line from ``start`` on, each at the start of a clause."""
    text = manuscript.lines[number].text
    for found in _SPOKEN_IN_LINE.finditer(text, start):
        ladder = next(ladder for group, ladder in _LADDERS.items() if found[group])
        value = ordinal_number(found["ordinal"])
        if value:
            yield Item(number, found.start("ordinal"), found.end("ordinal"), value, ladder)


def item_at(manuscript: Manuscript, number: int, start: int) -> Item | None:
    """Return the spoken ordinal that stands at ``start`` of a line, behind a mark; None where none does."""
    found = _SPOKEN_IN_LINE.match(manuscript.lines[number].text, max(start - 1, 0))
    return next(items_in(manuscript, number, start - 1), None) if found else None


def _line_items(manuscript: Manuscript) -> Iterator[Item]:
    for number, line in enumerate(manuscript.lines):
        # A reader takes 首先 for a word where no 其次 follows; 最后 tells no number.
        firstly = next((one for one in FIRSTLY[:-1] if line.text.startswith(one)), "")
        ordinal, ladder = (firstly, "首先") if firstly else (line.ordinal, line.ladder)
        if ladder and ordinal != FIRSTLY[-1] and (value := ordinal_number(ordinal)):
            yield Item(number, 0, len(ordinal), value, ladder)


class _Rows:
    """Items put into rows, one by one."""

    def __init__(self, manuscript: Manuscript, items: list[Item]) -> None:
        self.manuscript = manuscript
        self.items = items
        self.rows: list[Row] = []
        self.open: dict[str, Row] = {}
        # Rows above which a new heading stands: they count on, or a new row begins.
        self.paused: set[str] = set()
        self.before: Item | None = None
        # The line on which a number of a row stands in another ladder.
        self.mixed: dict[int, int] = {}
        # Where each number of each ladder stands last.
        self.last = {(item.ladder, item.number): place for place, item in enumerate(items)}
        self.place = 0

    def read(self) -> list[Row]:
        for place, item in enumerate(self.items):
            self.place = place
            self._add(item)
            self.paused |= {ladder for ladder in self.open if DEPTHS[ladder] > DEPTHS[item.ladder]}
            self.paused.discard(item.ladder)
            self.before = item
        return self.rows

    def _add(self, item: Item) -> None:
        row = self.open.get(item.ladder)
        is_next = self.before is not None and self.before.ladder == item.ladder
        if item.number == 1 and not (row and row.last == 1 and is_next):
            row = None
        if row is None or (item.number <= row.last and item.ladder in self.paused):
            row = self._new(item, 1)
        elif item.number != row.last + 1:
            self._break(row, item, row.last + 1)
        row.items.append(item)

    def _new(self, item: Item, expected: int) -> Row:
        row = Row(item.ladder)
        if item.number > expected:
            self._break(self.open.get(item.ladder, row), item, expected, row)
        self.open[item.ladder] = row
        self.rows.append(row)
        return row

    def _break(self, above: Row, item: Item, expected: int, row: Row | None = None) -> None:
        """Note that ``item`` is out of turn, unless its forerunner stands elsewhere or was itself doubled."""
        row = row or above
        if self._is_of_other_ladder(item):
            kind = Break.OTHER_LADDER
            self.mixed[item.number] = item.line
        elif item.number >= expected:
            if self._stands_elsewhere(above, item) or _was_doubled(above, item):
                return
            kind = Break.MISSING
        elif any(item.number == one.number for one in row.items):
            if row.faults and row.faults[-1].item.number == item.number:
                # The one before was too high, and this one is right.
                return
            kind = Break.AGAIN
        else:
            return
        row.faults.append(Fault(item, kind, expected))

    def _is_of_other_ladder(self, item: Item) -> bool:
        """Tell whether ``item`` follows the item before it, which is of another ladder that ends there."""
        before = self.before
        if before is None or before.ladder == item.ladder or before.number != item.number - 1:
            return False
        if (before.ladder in SPOKEN) != (item.ladder in SPOKEN):
            return False
        return self.last.get((before.ladder, item.number), -1) < self.place

    def _stands_elsewhere(self, row: Row, item: Item) -> bool:
        """Tell whether the ordinal before ``item`` stands in the text between, not at the start of a line."""
        start = row.items[-1].line if row.items else 0
        if self.mixed.get(item.number - 1, -1) >= start:
            return True
        pattern = _elsewhere(item.ladder, item.number - 1)
        lines = [line.text for line in self.manuscript.lines[start : item.line]]
        lines.append(self.manuscript.lines[item.line].text[: item.start])
        return any(pattern.search(line) for line in lines)


def _elsewhere(ladder: str, number: int) -> re.Pattern[str]:
    """Return what an ordinal of ``ladder`` looks like where it does not open a line; the spoken ones vary."""
    numeral = chinese(number)
    if ladder == "1.":
        return re.compile(f"(?<![0-9]){number}[.．、]")
    if ladder == "（1）":
        return re.compile(f"[（(]{number}[）)]")
    if ladder == "（一）":
        return re.compile(f"[（(]{numeral}[）)]")
    if ladder == "一、":
        return re.compile(f"(?<![一二三四五六七八九十]){numeral}[、，,.．]")
    return re.compile(f"{numeral}(?:要|是|则|来|[、，,：:])|第{numeral}")


def _was_doubled(row: Row, item: Item) -> bool:
    """Tell whether a number stood twice, so that this one is in its turn."""
    return any(fault.kind is Break.AGAIN for fault in row.faults) and item.number == row.last + 2
