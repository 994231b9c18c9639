"""A claim of a text that the facts do not bear out: which code, where, and what to tell."""

from __future__ import annotations

from msgspec import Struct

from drafter.check.finding import Severity
from drafter.i18n import Message


class Claim(Struct, frozen=True):
    """What the facts do not bear out, from ``start`` to ``end`` of the text, under the code of a rule.

    ``severity`` is that of the rule, unless this place is less sure.
    """

    code: str
    start: int
    end: int
    message: Message
    remedy: Message | None = None
    severity: Severity | None = None
