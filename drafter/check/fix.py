"""Safe changes made in a file: what a finding has a ``fix`` for, and nothing else.

Every change is made on the words that the finding is on. A file is read and checked again after each round,
until no rule has anything to change, so that fixing twice changes nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.check.files import CheckReport, checked
from drafter.check.located import Located
from drafter.check.manuscript import Line, Manuscript, Medium
from drafter.check.read import read_bytes, unusable
from drafter.check.settings import Settings
from drafter.i18n import _
from drafter.writers.output import write_update

# One change may give room to another; more rounds than this are two rules that undo each other.
_MOST_ROUNDS = 8


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


class Fixed(Struct, frozen=True):
    """What fixing made of a file: its content before and after, the findings settled, and those that stay."""

    before: bytes
    after: bytes
    settled: tuple[Located, ...]
    report: CheckReport
    copy: Path | None = None


def fix_file(
    path: Path,
    settings: Settings,
    *,
    templates: Sequence[Path] = (),
    facts: Path | None = None,
    track: bool = False,
    write: bool = True,
) -> Fixed:
    """Make the safe changes in the file at ``path``, with ``track`` as tracked revisions of a document.

    A copy of the old file is kept beside a document. Raises as ``check_file`` does, ReadError where the
    encoding of a text would change, OverwriteError where an editor has it open.
    """
    content = read_bytes(path)
    done = _fixed(content, path, settings, templates, facts, track)
    if not write or done.after == content:
        return done
    keeps_copy = done.report.manuscript.medium is Medium.DOCX
    return replace(done, copy=write_update(path, done.after, content, keeps_copy=keeps_copy))


def _fixed(
    content: bytes,
    path: Path,
    settings: Settings,
    templates: Sequence[Path],
    facts: Path | None,
    track: bool,
) -> Fixed:
    def check(now: bytes, chosen: Settings) -> CheckReport:
        return checked(now, path, chosen, templates=templates)

    chosen = settings
    while True:
        now, settled, report = content, list[Located](), check(content, chosen)
        for _round in range(_MOST_ROUNDS):
            new, made = _changed(now, path, report, templates, track)
            if new == now:
                final = checked(now, path, settings, templates=templates, facts=facts)
                return Fixed(content, now, tuple(settled), final)
            settled += made
            now, report = new, check(new, chosen)
        # Rules that undo each other change nothing.
        endless = {one.finding.code for one in report.findings if one.finding.fix}
        chosen = replace(chosen, ignore=(*chosen.ignore, *endless))


def _changed(
    content: bytes, path: Path, report: CheckReport, templates: Sequence[Path], track: bool
) -> tuple[bytes, list[Located]]:
    """Return the content with one round of changes, and the findings that they settle."""
    wanted = [(change, one) for one in report.findings if (change := _change(report.manuscript, one))]
    chosen = list(_apart(wanted))
    if not chosen:
        return content, []
    changes = [change for change, _one in chosen]
    medium = report.manuscript.medium
    if medium is Medium.YAML:
        from drafter.check.fix_yaml import fix_yaml

        new, made = fix_yaml(content, path, changes, templates)
    elif medium is Medium.DOCX:
        from drafter.check.fix_document import fix_document

        new, made = fix_document(content, changes, track=track)
    else:
        new, made = _fix_text(content, path, changes), changes
    return new, [one for change, one in chosen if change in made]


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


def _fix_text(content: bytes, path: Path, changes: Sequence[Change]) -> bytes:
    """Return a text with ``changes``, in its own encoding, with its own line ends."""
    from drafter.facts.cut.lines import line_starts
    from drafter.facts.sources import encoding_of

    mark, encoding = encoding_of(content)
    text = content[len(mark) :].decode(encoding)
    if mark + text.encode(encoding) != content:
        raise unusable(path, _("its encoding would be changed"), _("save it as UTF-8 text"))
    starts = line_starts(text)
    for change in sorted(changes, key=lambda one: (one.number, one.start), reverse=True):
        start = starts[change.number - 1]
        text = text[: start + change.start] + change.text + text[start + change.end :]
    return mark + text.encode(encoding)
