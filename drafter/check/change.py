"""What a finding changes in a file: which characters, and what stands there then."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from drafter.check.files import CheckReport
from drafter.check.located import Located
from drafter.check.manuscript import Line, Manuscript


class Change(Struct, frozen=True):
    """``text`` in place of the characters ``start`` to ``end`` of a line, or of a paragraph.

    In a YAML, of the ``piece`` of the value at ``path`` that a line of the draft says.
    """

    number: int
    start: int
    end: int
    text: str
    path: str = ""
    piece: str = ""


def changes_of(report: CheckReport) -> list[tuple[Change, Located]]:
    """Return the changes that can be made in one round, none touching another, each with its finding."""
    wanted = [(change, one) for one in report.findings if (change := _change(report.manuscript, one))]
    return list(_apart(wanted))


def _change(manuscript: Manuscript, one: Located) -> Change | None:
    """Return the change of the file that fixes a finding, None where its words stand in it nowhere."""
    finding = one.finding
    if finding.fix is None:
        return None
    line = manuscript.lines[finding.line]
    place = line.place(finding.start)
    # The words have to stand together in the file.
    if place is None or any(finding.start < anchor.at < finding.end for anchor in line.anchors):
        return None
    length = finding.end - finding.start
    if place.path:
        start, piece = _piece(line, finding.start)
        return Change(0, start, start + length, finding.fix.text, place.path, piece)
    return Change(place.number, place.column, place.column + length, finding.fix.text)


def _piece(line: Line, start: int) -> tuple[int, str]:
    """Return where ``start`` is in the piece of a line between two anchors, and that piece."""
    low = max(anchor.at for anchor in line.anchors if anchor.at <= start)
    high = min((anchor.at for anchor in line.anchors if anchor.at > start), default=len(line.text))
    return start - low, line.text[low:high]


def _apart(wanted: Iterable[tuple[Change, Located]]) -> Iterable[tuple[Change, Located]]:
    """Yield the changes that do not touch each other; the others are made in another round."""
    last: dict[tuple[int, str, str], int] = {}
    for change, one in sorted(wanted, key=lambda pair: _order(pair[0])):
        key = (change.number, change.path, change.piece)
        if change.start >= last.get(key, 0):
            last[key] = max(change.end, change.start + 1)
            yield change, one


def _order(change: Change) -> tuple[str, int, str, int, int]:
    return change.path, change.number, change.piece, change.start, change.end
