"""Safe changes made in a file: what a finding has a ``fix`` for, and nothing else.

Every change is made on the words that the finding is on. A file is read and checked again after each round,
until no rule has anything to change, so that fixing twice changes nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.check.change import Change, changes_of
from drafter.check.files import CheckReport, checked
from drafter.check.fix_document import fix_document
from drafter.check.fix_yaml import fix_yaml
from drafter.check.located import Located
from drafter.check.manuscript import Medium
from drafter.check.read import read_bytes, unusable
from drafter.check.settings import Settings
from drafter.i18n import _
from drafter.writers.output import write_update

# One change may give room to another; more rounds than this are two rules that undo each other.
_MOST_ROUNDS = 8


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
    chosen = changes_of(report)
    if not chosen:
        return content, []
    changes = [change for change, _one in chosen]
    medium = report.manuscript.medium
    if medium is Medium.YAML:
        new, made = fix_yaml(content, path, changes, templates)
    elif medium is Medium.DOCX:
        new, made = fix_document(content, changes, track=track)
    else:
        new, made = _fix_text(content, path, changes), changes
    return new, [one for change, one in chosen if change in made]


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
