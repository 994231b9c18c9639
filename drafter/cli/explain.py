"""The command `drafter explain`: what a rule of the check looks for, and why."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.options import Json
from drafter.cli.terminal import cell, console, empty_table, print_json, reporting_errors
from drafter.i18n import _

if TYPE_CHECKING:
    from drafter.check.rule import Rule

_Code = Annotated[
    str | None, typer.Argument(metavar="CODE", help=_("The code of a rule; without one, all are listed."))
]


def explain(code: _Code = None, as_json: Json = False) -> None:
    """Explain a rule of the check: what it looks for, why, with a bad and a good example."""
    from drafter.check.families import by_family, explained, rule_called

    with reporting_errors():
        if code is not None:
            rule = rule_called(code)
            print_json(rule.as_json()) if as_json else print(explained(rule))
            return
    families = by_family()
    if as_json:
        print_json([one.as_json() for rules in families.values() for one in rules])
    else:
        _print_list(families)


def _print_list(families: dict[str, list[Rule]]) -> None:
    from drafter.check.finding import SEVERITIES

    if not sys.stdout.isatty():
        for family, rules in families.items():
            for rule in rules:
                print(f"{family}\t{rule.code}\t{rule.title}\t{SEVERITIES[rule.severity]}\t{rule.basis.value}")
        return
    table = empty_table(_("family"), _("code"), _("what it finds"), _("severity"), _("basis"))
    for family, rules in families.items():
        for rule in rules:
            severity = SEVERITIES[rule.severity]
            table.add_row(*map(cell, (family, rule.code, rule.title, severity, rule.basis.value)))
    console().print(table)
