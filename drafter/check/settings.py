"""What an office wants of the check: which rules, and its own terms."""

from __future__ import annotations

from msgspec import Struct

from drafter.check.terms import Terms


class Settings(Struct, frozen=True):
    """``select`` and ``ignore`` are codes or their beginnings; without ``select``, all rules run.

    ``terms`` are the office's own names, formulas and words. ``needs_judgement`` is False for what runs
    unasked, as at the end of a build: rules that need judgement stay out of it.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    terms: Terms = Terms()
    needs_judgement: bool = True

    def wants(self, code: str) -> bool:
        """Return whether the rule called ``code`` is to run."""
        if any(code.startswith(each) for each in self.ignore):
            return False
        return not self.select or any(code.startswith(each) for each in self.select)
