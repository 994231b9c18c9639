"""The printed summary of a build: tables on a terminal, plain lines in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.cli.terminal import (
    blank_count,
    cell,
    character_count,
    console,
    empty_table,
    place_text,
    print_error,
    print_stale,
    print_written,
)
from drafter.errors import near_matches
from drafter.i18n import _, ngettext, speaks_chinese
from drafter.speech.value_names import value_name

if TYPE_CHECKING:
    from rich.table import Table

    from drafter.models.parameters import Parameters
    from drafter.speech.summary import Share, Summary
    from drafter.writers.build import Report

# At most this many omitted keys or unused answers are printed; the others are counted.
FEW_KEYS = 5


class ValueNames:
    """What the values of a meeting are called: by their keys in English, by labels and places in Chinese."""

    def __init__(self, given: Parameters | None) -> None:
        self._given = (given,) if given is not None else ()

    def key(self, path: str) -> str:
        """Return where ``path`` is filled in."""
        return value_name(path, *self._given) if speaks_chinese() else path


def print_report(report: Report, *, in_full: bool) -> None:
    """Print a report in full, or on one line; an error goes to standard error."""
    if report.error:
        print_written(report.outputs, report.copies)
        print_error(report.error)
    elif in_full:
        _print_one(report)
    else:
        _print_line(report)
    if report.given is not None:
        print_stale(report.stale, report.source, report.given)


def print_count(written: int) -> None:
    """Print how many documents were written."""
    print(ngettext("{count} document written", "{count} documents written", written).format(count=written))


def _print_one(report: Report) -> None:
    print_written(report.outputs, report.copies)
    assert report.summary is not None
    print(_length(report.summary))
    names = ValueNames(report.given)
    for line in unused_lines(report.summary, names):
        print(line)
    if report.facts:
        from drafter.cli.facts import facts_lines

        for line in facts_lines(report.facts):
            print(line)
    for kind, summary in list(report.summaries.items())[1:]:
        print(f"{summary.name if speaks_chinese() else kind}\t{_size(summary)}")
    if sys.stdout.isatty():
        _print_tables(report.summary, names)
    else:
        _print_lines(report.summary, names)


def _length(summary: Summary) -> str:
    text = _("{characters} characters, {minutes} minutes at {rate} a minute").format(
        characters=summary.characters, minutes=summary.minutes, rate=summary.rate
    )
    if summary.target is None or summary.off is None:
        return text
    target = _(" (target {target:g}, {off:+.0f} %, depth {depth})")
    return text + target.format(target=summary.target, off=summary.off, depth=_depth(summary))


def _depth(summary: Summary) -> str:
    """Return the name of the depth in the user's language."""
    from drafter.models.fields import fields_of
    from drafter.models.style import Style

    names = fields_of(Style)["depth"].names if speaks_chinese() else {}
    return names.get(summary.depth, summary.depth)


def _size(summary: Summary) -> str:
    return f"{character_count(summary.characters)}\t{blank_count(len(summary.blanks))}"


def _section(share: Share) -> str:
    return share.label or place_text(share.section)


def _usual(share: Share) -> str:
    if not share.usual:
        return ""
    low, high = share.usual
    band = _("usual {low:g}-{high:g} %").format(low=low, high=high)
    return band if share.is_usual else f"{band} !"


def _print_lines(summary: Summary, names: ValueNames) -> None:
    for share in summary.shares:
        print(f"{_section(share)}\t{share.characters}\t{share.percent} %\t{_usual(share)}".rstrip())
    print(blank_count(len(summary.blanks)))
    for blank in summary.blanks:
        print(f"【{blank.label}】\t{names.key(blank.path)}\t{place_text(blank.place)}")


def _print_tables(summary: Summary, names: ValueNames) -> None:
    terminal = console()
    terminal.print(_shares_table(summary))
    if summary.blanks:
        terminal.print(_blanks_table(summary, names))
    else:
        terminal.print(blank_count(0))


def _shares_table(summary: Summary) -> Table:
    table = empty_table(_("section"), _("characters"), _("share"), _("usual"))
    for share in summary.shares:
        style = None if share.is_usual else "yellow"
        table.add_row(
            cell(_section(share)), str(share.characters), f"{share.percent} %", _usual(share), style=style
        )
    return table


def _blanks_table(summary: Summary, names: ValueNames) -> Table:
    table = empty_table(blank_count(len(summary.blanks)), _("YAML key"), _("place"))
    for blank in summary.blanks:
        table.add_row(cell(blank.label), cell(names.key(blank.path)), cell(place_text(blank.place)))
    return table


def _print_line(report: Report) -> None:
    assert report.summary is not None
    names = ", ".join(str(path) for path in report.outputs)
    print(f"{names}\t{_length(report.summary)}\t{blank_count(len(report.summary.blanks))}")


def unused_lines(summary: Summary, names: ValueNames) -> Iterator[str]:
    """Yield a line on the values that the depth omits, and one on each answer that no blank asks for."""
    if summary.omitted:
        yield _omitted(summary, names)
    for label in summary.unasked[:FEW_KEYS]:
        yield _unasked(label, summary, names)
    if len(summary.unasked) > FEW_KEYS:
        yield _("and {count} more answers to no blank").format(count=len(summary.unasked) - FEW_KEYS)


def _omitted(summary: Summary, names: ValueNames) -> str:
    count = len(summary.omitted)
    text = ngettext(
        "{count} value given is not said at depth {depth}: {keys}",
        "{count} values given are not said at depth {depth}: {keys}",
        count,
    )
    keys = _(", ").join(map(names.key, summary.omitted[:FEW_KEYS]))
    return text.format(count=count, depth=_depth(summary), keys=keys + (" …" if count > FEW_KEYS else ""))


def _unasked(label: str, summary: Summary, names: ValueNames) -> str:
    """Return the line on an answer that no blank asks for, with what to do about it."""
    paths = {blank.label: blank.path for blank in summary.blanks}
    if label in paths:
        text = _("the blank 【{label}】 takes no answer: it is filled at {key}")
        return text.format(label=label, key=names.key(paths[label]))
    text = _("no blank is called 【{label}】 here").format(label=label)
    near = near_matches(label, paths)
    return text + _("; did you mean 【{label}】?").format(label=near[0]) if near else text
