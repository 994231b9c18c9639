"""Files checked: each is read, held against the rules and the facts, and its findings are placed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from drafter.check.check import check, in_order
from drafter.check.configured import settings_for
from drafter.check.finding import Finding, Severity
from drafter.check.guard.report import FactRow
from drafter.check.guard.rules import RULES
from drafter.check.located import Located, located
from drafter.check.manuscript import Manuscript, Medium
from drafter.check.read import manuscript_in, read_bytes, read_content
from drafter.check.settings import Settings
from drafter.yaml.source import Source, source_in


class CheckReport(Struct, frozen=True):
    """The findings in a file, in the order of its text; ``content`` is the file as it was checked."""

    file: str
    manuscript: Manuscript
    findings: tuple[Located, ...]
    facts: tuple[FactRow, ...] = ()
    content: bytes = b""

    def count(self, severity: Severity) -> int:
        """Return the number of findings of ``severity``."""
        return sum(one.finding.severity is severity for one in self.findings)

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain values for programs."""
        return {
            "file": self.file,
            "is_truncated": self.manuscript.is_truncated,
            "counts": {severity.value: self.count(severity) for severity in Severity},
            "findings": [one.as_json() for one in self.findings],
            "facts": [row.as_json() for row in self.facts],
        }


def check_text(text: str, settings: Settings | None = None) -> tuple[Finding, ...]:
    """Return what the rules find in a text, in its order; lines and characters count from 0.

    A line of the findings is a paragraph of the text: ``manuscript.lines`` of read_lines has them.
    """
    return check(read_content(text.encode()), settings)


def check_file(
    path: str | Path,
    settings: Settings | None = None,
    *,
    templates: Sequence[Path] = (),
    facts: Path | None = None,
) -> CheckReport:
    """Return what the rules find in a YAML, a .docx, a .txt or a .md.

    Without ``settings``, those of a drafter.toml beside the file hold. ``facts`` is a YAML or a task sheet
    that the text is held against. Raises ReadError where the file cannot be read, ParameterError and
    TemplateError as load and draft do.
    """
    path = Path(path)
    settings = settings or settings_for(path)
    return checked(read_bytes(path), path, settings, templates=templates, facts=facts)


def checked(
    content: bytes,
    path: Path,
    settings: Settings,
    *,
    templates: Sequence[Path] = (),
    facts: Path | None = None,
) -> CheckReport:
    """Return what the rules find in the ``content`` of a file; raises as ``check_file`` does."""
    manuscript = manuscript_in(content, path, templates)
    source = source_in(str(path), content) if manuscript.medium is Medium.YAML else None
    return replace(report_of(manuscript, str(path), settings, source, facts), content=content)


def check_content(
    content: bytes, name: str, settings: Settings | None = None, *, facts: Path | None = None
) -> CheckReport:
    """Return what the rules find in a text, which is Markdown where ``name`` has its suffix."""
    return report_of(read_content(content, name), name, settings or Settings(), facts=facts)


def report_of(
    manuscript: Manuscript,
    name: str,
    settings: Settings,
    source: Source | None = None,
    facts: Path | None = None,
) -> CheckReport:
    """Return the report on ``manuscript``, read from the file called ``name``; ``source`` is its YAML.

    ``facts`` is a YAML or task sheet that it is held against, instead of what it was drafted from. Raises
    ReadError where that cannot be read, ParameterError where it is a YAML with faults.
    """
    if facts is None:
        return CheckReport(
            name, manuscript, tuple(located(manuscript, check(manuscript, settings), name, source))
        )
    from drafter.check.held import held

    report = held(manuscript, facts)
    unheld = replace(settings, ignore=(*settings.ignore, *RULES))
    wanted = (one for one in report.findings if settings.wants(one.code))
    found = in_order((*check(manuscript, unheld), *wanted))
    return CheckReport(name, manuscript, tuple(located(manuscript, found, name, source)), report.table)
