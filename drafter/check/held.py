"""A manuscript held against the facts in a file: a meeting's YAML, or a task sheet."""

from __future__ import annotations

from pathlib import Path

from drafter.check.guard.guard import guard
from drafter.check.guard.report import GuardReport
from drafter.check.guard.source import source
from drafter.check.manuscript import Manuscript
from drafter.check.read import unusable
from drafter.facts.read import SheetTooLongError
from drafter.facts.sources import UnreadableSheetError


def held(manuscript: Manuscript, facts: Path) -> GuardReport:
    """Return what the guard finds in ``manuscript`` that the file ``facts`` does not give, and its table.

    Raises ReadError where the file cannot be read, ParameterError where it is a YAML with faults.
    """
    try:
        given = source(facts)
    except UnreadableSheetError as error:
        raise unusable(facts, str(error), error.remedy) from None
    except SheetTooLongError as error:
        raise unusable(facts, str(error)) from None
    return guard(manuscript, given)
