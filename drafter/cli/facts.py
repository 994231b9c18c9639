"""What a build prints of a speech that is composed from facts."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.cli.terminal import cell, console, empty_table
from drafter.i18n import _, ngettext

if TYPE_CHECKING:
    from drafter.templating.facts_report import FactsReport, Unsaid

# A speech that fills less of its minutes is told to be short.
ENOUGH = 0.9


def facts_lines(report: FactsReport) -> Iterator[str]:
    """Yield the lines of a summary: facts unsaid, how long they carry, wishes, figures."""
    count = ngettext("{count} fact", "{count} facts", report.facts).format(count=report.facts)
    if not report.is_said:
        yield _("{facts}: this kind has no place for facts, none is said").format(facts=count)
        return
    unsaid = len(report.unsaid)
    yield (_("{facts}, {unsaid} not said") if unsaid else _("{facts}, all said")).format(
        facts=count, unsaid=unsaid
    )
    yield from map(_unsaid, report.unsaid)
    if report.target and report.minutes < report.target * ENOUGH:
        yield _short(report)
    for wish in report.wishes:
        text = _("wish met: {text} ({how})") if wish.met else _("wish NOT met: {text} ({how})")
        yield text.format(text=wish.text, how=wish.how)
    for text in report.unchecked:
        yield _("see for yourself whether this is met: {text}").format(text=text)
    if report.figures:
        formulas = _(", ").join(figure.formula for figure in report.figures)
        yield _("figures worked out: {formulas}").format(formulas=formulas)


def _unsaid(fact: Unsaid) -> str:
    text = _("not said: {text}").format(text=fact.text)
    return f"{text} ({fact.why})" if fact.why and fact.why != fact.text else text


def _short(report: FactsReport) -> str:
    text = _("the facts carry {minutes} minutes of {target:g}").format(
        minutes=report.minutes, target=report.target
    )
    thin = _("; few are given of: {types}").format(types=_(", ").join(report.thin))
    return text + thin if report.thin else text


def print_sentences(report: FactsReport) -> None:
    """Print each sentence with its facts, formulas, function and frame: a table, or lines with tabs."""
    rows = [
        (each.text, " ".join(each.facts), " ".join(each.formulas), each.function, each.frame)
        for each in report.sentences
    ]
    if not sys.stdout.isatty():
        for row in rows:
            print("\t".join(row))
        return
    table = empty_table(_("sentence"), _("facts"), _("formula"), _("function"), _("frame"))
    for row in rows:
        table.add_row(*map(cell, row))
    console().print(table)
