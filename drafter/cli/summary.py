"""What a build prints: a table on a terminal, plain lines in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.errors import near_matches
from drafter.i18n import _, ngettext

if TYPE_CHECKING:
    from rich.table import Table

    from drafter.speech.summary import Share, Summary
    from drafter.writers.build import Report


# More than a screen or two of blanks is read with --json.
FEW = 5


# What stands outside of the numbered parts.
PLACES = {
    "title": _("title"),
    "byline": _("byline"),
    "date": _("date line"),
    "outline-title": _("outline"),
    "outline": _("outline"),
    "signature": _("signature"),
    "salutation": _("salutation"),
    "opening": _("opening"),
    "closing": _("closing"),
}


def print_reports(reports: list[Report]) -> None:
    """Print a few reports in full, many as a line each, and how many documents were written."""
    for report in reports:
        if len(reports) <= FEW:
            _print_one(report)
        else:
            _print_line(report)
    if len(reports) > 1:
        written = sum(len(report.outputs) for report in reports)
        print(
            ngettext("{count} document written", "{count} documents written", written).format(count=written)
        )


def print_written(report: Report) -> None:
    """Print which documents were written, and which copies kept."""
    for path in report.outputs:
        print(_("wrote {path}").format(path=path))
    for path in report.copies:
        print(_("kept {path}").format(path=path))


def _print_one(report: Report) -> None:
    print_written(report)
    assert report.summary is not None
    print(_length(report.summary))
    for line in unsaid(report.summary):
        print(line)
    for kind, summary in list(report.summaries.items())[1:]:
        print(f"{kind}\t{_size(summary)}")
    if sys.stdout.isatty():
        _print_tables(report.summary)
    else:
        _print_lines(report.summary)


def _length(summary: Summary) -> str:
    text = _("{characters} characters, {minutes} minutes at {rate} a minute").format(
        characters=summary.characters, minutes=summary.minutes, rate=summary.rate
    )
    if summary.target is None or summary.off is None:
        return text
    told = _(" (target {target:g}, {off:+.0f} %, depth {depth})")
    return text + told.format(target=summary.target, off=summary.off, depth=summary.depth)


def _size(summary: Summary) -> str:
    size = _("{characters} characters").format(characters=summary.characters)
    return f"{size}\t{_blank_count(len(summary.blanks))}"


def _section(share: Share) -> str:
    return share.label or PLACES.get(share.section, share.section)


def _usual(share: Share) -> str:
    if not share.usual:
        return ""
    low, high = share.usual
    band = _("usual {low:g}-{high:g} %").format(low=low, high=high)
    return band if share.is_usual else f"{band} !"


def _print_lines(summary: Summary) -> None:
    for share in summary.shares:
        print(f"{_section(share)}\t{share.characters}\t{share.percent} %\t{_usual(share)}".rstrip())
    print(_blank_count(len(summary.blanks)))
    for blank in summary.blanks:
        print(f"【{blank.label}】\t{blank.path}\t{PLACES.get(blank.place, blank.place)}")


def _blank_count(count: int) -> str:
    return ngettext("{count} blank", "{count} blanks", count).format(count=count)


def _print_tables(summary: Summary) -> None:
    from rich.console import Console

    console = Console()
    console.print(_shares_table(summary))
    if summary.blanks:
        console.print(_blanks_table(summary))
    else:
        console.print(_blank_count(0))


def _table(*headers: str) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for header in headers:
        table.add_column(header, overflow="fold")
    return table


def _shares_table(summary: Summary) -> Table:
    table = _table(_("section"), _("characters"), _("share"), _("usual"))
    for share in summary.shares:
        style = None if share.is_usual else "yellow"
        table.add_row(
            _section(share), str(share.characters), f"{share.percent} %", _usual(share), style=style
        )
    return table


def _blanks_table(summary: Summary) -> Table:
    from rich.text import Text

    table = _table(_blank_count(len(summary.blanks)), _("YAML key"), _("place"))
    for blank in summary.blanks:
        # As Text, since rich would read [0] as markup.
        table.add_row(Text(blank.label), Text(blank.path), Text(PLACES.get(blank.place, blank.place)))
    return table


def _print_line(report: Report) -> None:
    assert report.summary is not None
    names = ", ".join(str(path) for path in report.outputs)
    print(f"{names}\t{_length(report.summary)}\t{_blank_count(len(report.summary.blanks))}")


# More than these are read with --json.
FEW_UNSAID = 5


def unsaid(summary: Summary) -> Iterator[str]:
    """Yield a line for what the depth leaves unsaid of the values given, and one for each idle answer."""
    if summary.omitted:
        yield _omitted(summary)
    for label in summary.unasked[:FEW_UNSAID]:
        yield _unasked(label, summary)
    if len(summary.unasked) > FEW_UNSAID:
        yield _("and {count} more answers to no blank").format(count=len(summary.unasked) - FEW_UNSAID)


def _omitted(summary: Summary) -> str:
    count = len(summary.omitted)
    text = ngettext(
        "{count} value given is not said at depth {depth}: {keys}",
        "{count} values given are not said at depth {depth}: {keys}",
        count,
    )
    keys = _(", ").join(summary.omitted[:FEW_UNSAID])
    return text.format(count=count, depth=summary.depth, keys=keys + (" …" if count > FEW_UNSAID else ""))


def _unasked(label: str, summary: Summary) -> str:
    """Return what a person can do with an answer that no blank asks for."""
    paths = {blank.label: blank.path for blank in summary.blanks}
    if label in paths:
        text = _("the blank 【{label}】 takes no answer: it is filled at {key}")
        return text.format(label=label, key=paths[label])
    told = _("no blank is called 【{label}】 here").format(label=label)
    near = near_matches(label, paths)
    return told + _("; did you mean 【{label}】?").format(label=near[0]) if near else told
