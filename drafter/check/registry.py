"""All rules, and those that a build runs by itself."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from drafter.check import rules
from drafter.check.guard.rules import RULES
from drafter.check.rule import DECLARED, Rule

# The modules of rules that need no judgement. A build imports no others: that would take a fifth of its time.
UNASKED = (
    *("dates", "headings", "leftovers", "office", "ordinals", "pairs", "punctuation", "spacing"),
    *("structure", "wording"),
)


@lru_cache(maxsize=1)
def all_rules() -> dict[str, Rule]:
    """Return every rule by its code, in the order of the codes."""
    for module in iter_modules(rules.__path__):
        import_module(f"{rules.__name__}.{module.name}")
    return dict(sorted((DECLARED | RULES).items()))


@lru_cache(maxsize=1)
def unasked_rules() -> dict[str, Rule]:
    """Return the rules that need no judgement by their codes, in the order of these."""
    for module in UNASKED:
        import_module(f"drafter.check.rules.{module}")
    return {code: one for code, one in sorted(DECLARED.items()) if not one.needs_judgement}
