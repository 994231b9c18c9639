"""Where a rule found something: a finding on the characters of a match, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Fix, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Found
from drafter.facts import patterns as re
from drafter.i18n import Message, message
from drafter.speech.blocks import BlockKind

# Lines that are read aloud as sentences. Titles, dates and signatures have customs of their own.
PROSE = (BlockKind.BODY, BlockKind.HEADING, BlockKind.SALUTATION)


def on(
    line: int,
    match: re.Match[str],
    told: Message,
    group: int | str = 0,
    *,
    remedy: Message | None = None,
    fix: str | None = None,
    severity: Severity | None = None,
) -> Found:
    """Return what was found on the characters of one ``group`` of a ``match`` in ``line``.

    Without a ``remedy``, that of the ``fix`` is told.
    """
    change = None if fix is None else Fix(fix)
    if remedy is None and fix is not None:
        remedy = message("write {words}", words=fix) if fix else message("take it out")
    return Found(line, match.start(group), match.end(group), told, remedy, change, severity)


def matches(manuscript: Manuscript, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield each match of ``pattern`` in the lines of a manuscript, with the number of the line."""
    for number, line in enumerate(manuscript.lines):
        for match in pattern.finditer(line.text):
            yield number, match


def is_within(text: str, position: int, opening: str, closing: str) -> bool:
    """Return whether ``position`` stands between an ``opening`` mark and its ``closing`` one."""
    return text.rfind(opening, 0, position) > text.rfind(closing, 0, position)
