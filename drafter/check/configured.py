"""What a drafter.toml beside a file wants of the check."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from drafter.check.registry import all_rules
from drafter.check.settings import Settings
from drafter.check.terms import read_terms
from drafter.errors import UnknownNameError
from drafter.i18n import _
from drafter.library.settings import check_table


def settings_for(path: Path, given: Settings | None = None) -> Settings:
    """Return what a ``drafter.toml`` beside ``path`` wants of the check; what is ``given`` goes first.

    Raises ParameterError where it has a fault or its terms cannot be read, UnknownNameError for a code
    that no rule has.
    """
    given = given or Settings()
    table = check_table(path)
    settings = replace(
        given,
        select=given.select or tuple(table.select),
        ignore=(*given.ignore, *table.ignore),
        terms=read_terms(table.terms) if table.terms is not None else given.terms,
    )
    refuse_unknown((*settings.select, *settings.ignore))
    return settings


def refuse_unknown(codes: Iterable[str]) -> None:
    """Raise UnknownNameError for what is neither the code of a rule nor the beginning of one.

    A colon may follow, and one of the words that the rule lists: ``wrong-word:布署``.
    """
    for code in codes:
        known, rule = all_rules(), code.partition(":")[0]
        if not any(each.startswith(rule) for each in known):
            raise UnknownNameError(_("rule"), rule, known)
