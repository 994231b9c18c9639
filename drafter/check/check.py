"""The check of a manuscript: all rules that are wanted, and the guard where there are facts."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.check.finding import Finding
from drafter.check.manuscript import Manuscript
from drafter.check.rule import all_rules
from drafter.check.settings import Settings


def check(manuscript: Manuscript, settings: Settings | None = None) -> tuple[Finding, ...]:
    """Return what the rules find, in the order of the text."""
    settings = settings or Settings()
    wanted = (
        rule
        for code, rule in all_rules().items()
        if settings.wants(code) and (settings.needs_judgement or not rule.needs_judgement)
    )
    return in_order(finding for rule in wanted for finding in rule.findings(manuscript, settings))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of the text."""
    return tuple(sorted(findings, key=lambda one: (one.line, one.start, one.code)))
