"""What a check of templates prints: a table on a terminal, plain lines in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.i18n import _, ngettext

if TYPE_CHECKING:
    from drafter.authoring.check import Checked, CheckedKind
    from drafter.summary import Summary

# The blanks of more kinds are read with --json, or with --kind.
FEW = 3


def print_checked(checked: Checked) -> None:
    """Print what came of each kind, then every fault, then how many there are."""
    if sys.stdout.isatty():
        _print_tables(checked)
    else:
        _print_lines(checked)
    for fault in checked.faults:
        print(f"{fault.full()}\n")
    count = len(checked.faults)
    print(ngettext("{count} fault", "{count} faults", count).format(count=count) if count else _("no faults"))


def _drafts(kind: CheckedKind) -> Iterator[tuple[str, Summary]]:
    for name, summary in ((_("least"), kind.least), (_("full"), kind.full)):
        if summary is not None:
            yield name, summary


def _print_lines(checked: Checked) -> None:
    for kind in checked.kinds:
        for name, summary in _drafts(kind):
            length = _("{characters} characters").format(characters=summary.characters)
            count = len(summary.blanks)
            blanks = ngettext("{count} blank", "{count} blanks", count).format(count=count)
            print(f"{kind.kind}\t{name}\t{length}\t{blanks}")
            if len(checked.kinds) <= FEW:
                for blank in summary.blanks:
                    print(f"【{blank.label}】\t{blank.path}")


def _print_tables(checked: Checked) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for header in (_("kind"), _("YAML"), _("characters"), _("blanks"), _("YAML key")):
        table.add_column(header, overflow="fold")
    for kind in checked.kinds:
        for name, summary in _drafts(kind):
            table.add_row(kind.kind, name, str(summary.characters), str(len(summary.blanks)), "")
            for blank in summary.blanks if len(checked.kinds) <= FEW else ():
                # As Text, since rich would read [0] as markup.
                table.add_row("", "", "", Text(f"【{blank.label}】"), Text(blank.path))
    if checked.kinds:
        console.print(table)
