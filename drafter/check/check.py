"""The check of a manuscript: all rules that are wanted, and the guard where there are facts."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.check.finding import Finding
from drafter.check.guard.rules import RULES as GUARD
from drafter.check.manuscript import Manuscript
from drafter.check.registry import all_rules, unasked_rules
from drafter.check.settings import Settings


def check(manuscript: Manuscript, settings: Settings | None = None) -> tuple[Finding, ...]:
    """Return what the rules find, in the order of the text.

    The guard looks only where facts are known: without any, a YAML is nothing to hold its own text against.
    """
    settings = settings or Settings()
    has_facts = manuscript.parameters is not None and manuscript.parameters.has_facts
    rules = all_rules() if settings.needs_judgement else unasked_rules()
    wanted = (
        rule for code, rule in rules.items() if settings.wants(code) and (has_facts or code not in GUARD)
    )
    return in_order(finding for rule in wanted for finding in rule.findings(manuscript, settings))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of the text."""
    return tuple(sorted(findings, key=lambda one: (one.line, one.start, one.code)))
