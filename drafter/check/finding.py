"""A finding: what a rule found in a text, where, and what to do about it."""

from __future__ import annotations

from enum import Enum
from typing import Any

from msgspec import Struct

from drafter.i18n import Message, _


class Severity(Enum):
    """How sure a fault is. Only errors make ``drafter check`` exit with 1, unless it is strict."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Basis(Enum):
    """On what a rule stands: a national standard, a regulation, the practice of offices, the office's own."""

    STANDARD = "国标"
    REGULATION = "条例"
    PRACTICE = "实务"
    OFFICE = "本单位"


class Fix(Struct, frozen=True):
    """A safe change: ``text`` in place of the characters that the finding is on."""

    text: str


class Finding(Struct, frozen=True):
    """What a rule found on the characters ``start`` to ``end`` of the line ``line`` of a manuscript.

    Lines count from 0, as do characters. ``severity`` is that of the rule, unless the rule was surer or
    less sure of this place.
    """

    code: str
    severity: Severity
    line: int
    start: int
    end: int
    message: Message
    remedy: Message | None = None
    fix: Fix | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the finding as plain values for programs, with line and column from 1."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "line": self.line + 1,
            "column": self.start + 1,
            "length": self.end - self.start,
            "message": self.message.told(),
            "remedy": self.remedy.told() if self.remedy else "",
            "fix": self.fix.text if self.fix else None,
        }


SEVERITIES = {
    Severity.ERROR: _("error"),
    Severity.WARNING: _("warning"),
    Severity.HINT: _("hint"),
}
