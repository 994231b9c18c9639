"""A rule: what it looks for, why, on what it stands, and the function that looks.

A rule is a function below ``@rule``. Its docstring is what ``drafter explain`` prints and what
``docs/rules.md`` is made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec import Struct

from drafter.check.finding import Basis, Finding, Fix, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.settings import Settings
from drafter.i18n import Message

Look = Callable[[Manuscript, Settings], Iterable["Found"]]


class Found(Struct, frozen=True):
    """What a rule's function yields: a place and a message. The rule adds its code and severity."""

    line: int
    start: int
    end: int
    message: Message
    remedy: Message | None = None
    fix: Fix | None = None
    severity: Severity | None = None


class Rule(Struct, frozen=True):
    """One rule. ``clause`` is the place in the standard; ``bad`` and ``good`` are examples.

    ``title`` is a Chinese noun for lists, ``why`` Chinese sentences for the clerk. ``needs_judgement``
    keeps the rule out of what ``build`` and ``update`` run by themselves.
    """

    code: str
    title: str
    severity: Severity
    basis: Basis
    clause: str
    why: str
    bad: str
    good: str
    look: Look
    needs_judgement: bool = True

    def findings(self, manuscript: Manuscript, settings: Settings) -> Iterator[Finding]:
        """Yield what the rule finds in a manuscript."""
        for found in self.look(manuscript, settings):
            yield Finding(
                self.code,
                found.severity or self.severity,
                found.line,
                found.start,
                found.end,
                found.message,
                found.remedy,
                found.fix,
            )

    def as_json(self) -> dict[str, Any]:
        """Return the rule as plain values for programs."""
        return {
            "code": self.code,
            "title": self.title,
            "severity": self.severity.value,
            "basis": self.basis.value,
            "clause": self.clause,
            "why": self.why,
            "bad": self.bad,
            "good": self.good,
            "needs_judgement": self.needs_judgement,
        }


# Every rule by its code, once its module is imported.
DECLARED: dict[str, Rule] = {}


def rule(
    code: str,
    title: str,
    severity: Severity,
    basis: Basis,
    *,
    why: str,
    bad: str,
    good: str,
    clause: str = "",
    needs_judgement: bool = True,
) -> Callable[[Look], Look]:
    """Make the function below a rule called ``code``."""

    def add(look: Look) -> Look:
        DECLARED[code] = Rule(code, title, severity, basis, clause, why, bad, good, look, needs_judgement)
        return look

    return add
