"""The guard as rules: like any other, but they look only where the facts are known.

These are at hand for what was drafted from a YAML.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from weakref import WeakKeyDictionary

from drafter.check.finding import Basis, Finding
from drafter.check.guard.codes import ROWS
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Found, Rule
from drafter.check.settings import Settings


def _look(code: str, manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Yield what the guard finds under a code, where the manuscript knows its parameters."""
    for one in _findings(manuscript):
        if one.code == code:
            yield Found(one.line, one.start, one.end, one.message, one.remedy, severity=one.severity)


_FOUND: WeakKeyDictionary[Manuscript, tuple[Finding, ...]] = WeakKeyDictionary()


def _findings(manuscript: Manuscript) -> tuple[Finding, ...]:
    """Return what the guard finds; a manuscript is held against its parameters once for all codes."""
    from drafter.check.guard.guard import guard

    if manuscript.parameters is None:
        return ()
    if manuscript not in _FOUND:
        _FOUND[manuscript] = guard(manuscript, manuscript.parameters).findings
    return _FOUND[manuscript]


RULES: dict[str, Rule] = {
    code: Rule(code, title, severity, Basis.PRACTICE, "", why, bad, good, partial(_look, code))
    for code, title, severity, why, bad, good in ROWS
}
