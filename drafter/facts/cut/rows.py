"""What stands beside a matter and tells who does it and by when: cells of a table, labels on a line.

A row 通风柜修好 | 总务处 | 9月10日前 has its matter in one cell and its owner and deadline in others.
The same is told on a line: 通风柜修好（责任单位：总务处；时限：9月10日）.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.cut.cues import alternatives, first_cue

# What a cell has that is as the one above.
SAME = ("同上", "〃", "″", "同前")
_HEADER = re.compile(r"[^\d，,。；;：:]{1,12}")


class Cell(Struct, frozen=True):
    """A stretch of a line, and what its column or its label says of it: owner, partner, due, number."""

    text: str
    start: int
    end: int
    title: str = ""
    class_: str = ""


class Beside(Struct, frozen=True):
    """Who leads, who helps and by when, each told beside the matter."""

    owners: tuple[Cell, ...] = ()
    partners: tuple[Cell, ...] = ()
    due: Cell | None = None


def cells_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the cells of a line that is a row of three or more: parted by tabs or by |."""
    said = text[start:end]
    sign = "|" if said.count("|") >= 2 else "\t"
    if said.count(sign) < 2:
        return []
    if sign == "|" and said.startswith("|"):
        start += 1
    if sign == "|" and said.endswith("|"):
        end -= 1
    found, left = [], start
    for position in [*(i for i in range(start, end) if text[i] == sign), end]:
        right = position
        while left < right and text[left] in " \u3000":
            left += 1
        while right > left and text[right - 1] in " \u3000":
            right -= 1
        found.append((left, right))
        left = position + 1
    return found


def columns_of(text: str, cells: Sequence[tuple[int, int]]) -> tuple[Cell, ...]:
    """Return the columns that a row of titles opens; () if the row is none."""
    titles = [text[left:right] for left, right in cells]
    if not all(_HEADER.fullmatch(title) for title in titles):
        return ()
    classes = [first_cue("column", title) for title in titles]
    if not any(classes) and not all(first_cue("label", title) for title in titles):
        return ()
    classes = ["" if class_ == "matter" else class_ for class_ in classes]
    return tuple(
        Cell(title, left, right, title, class_)
        for title, (left, right), class_ in zip(titles, cells, classes, strict=True)
    )


def is_rule(text: str, start: int, end: int) -> bool:
    """Whether a line only rules off the titles of a table: |---|:--|."""
    return re.fullmatch(r"[|:\-—\s+]+", text[start:end]) is not None and "|" in text[start:end]


def in_columns(text: str, cells: Sequence[tuple[int, int]], columns: Sequence[Cell]) -> list[Cell]:
    """Return the cells of a row that say something, each with its column."""
    return [
        Cell(text[left:right], left, right, column.title, column.class_)
        for (left, right), column in zip(cells, columns, strict=False)
        if left < right
    ]


def beside_of(cells: Sequence[Cell], above: Beside | None) -> Beside:
    """Return what the cells of a row say of its matter; 同上 is what the row ``above`` has."""
    above = above or Beside()
    found: dict[str, tuple[Cell, ...]] = {}
    for class_, former in (("owner", above.owners), ("partner", above.partners)):
        own = tuple(cell for cell in cells if cell.class_ == class_)
        found[class_] = former if any(cell.text in SAME for cell in own) else own
    due = next((cell for cell in cells if cell.class_ == "due"), None)
    return Beside(found["owner"], found["partner"], above.due if due and due.text in SAME else due)


def joined(first: Beside | None, second: Beside) -> Beside:
    """Return what two lines of labels say of one matter."""
    if first is None:
        return second
    return Beside(first.owners + second.owners, first.partners + second.partners, second.due or first.due)


_LABELLED = re.compile(
    rf"(?<![一-鿿])(?P<label>{alternatives('column-label')})\s*[：:]\s*(?P<value>[^；;。，,（()）：:]{{1,40}}?)"
    rf"(?=\s*(?:[；;。，,）)]|$|(?:{alternatives('column-label')})\s*[：:]))"
)


# 责任：副主任石兆林总负责: who answers for all of it has a duty of his own, beside no one matter.
_WHOLE_DUTY = re.compile("(?:总负责|负总责|管总|总牵头|总揽|抓总|总调度|总协调)$")


def labelled(text: str, start: int, end: int) -> Iterator[Cell]:
    """Yield what labels within a line say of its matter: 责任单位：总务处. ``start`` includes a bracket."""
    for match in _LABELLED.finditer(text, start, end):
        class_ = first_cue("column", match["label"])
        if class_ == "owner" and _WHOLE_DUTY.search(match["value"]):
            continue
        if class_ in ("owner", "partner", "due"):
            yield Cell(match["value"], match.start("value"), match.end("value"), match["label"], class_)
