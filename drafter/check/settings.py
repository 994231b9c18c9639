"""What an office wants of the check: which rules, and its own terms."""

from __future__ import annotations

from msgspec import Struct


class Settings(Struct, frozen=True):
    """``select`` and ``ignore`` are codes or their beginnings; without ``select``, all rules run."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, code: str) -> bool:
        """Return whether the rule called ``code`` is to run."""
        if any(code.startswith(each) for each in self.ignore):
            return False
        return not self.select or any(code.startswith(each) for each in self.select)
