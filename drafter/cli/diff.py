"""The command `drafter diff`: the differences of two drafts, and how they are printed."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from drafter.cli.options import Json, Templates, Trust
from drafter.cli.terminal import (
    DONE,
    FINDINGS,
    cell,
    console,
    place_text,
    places_text,
    print_json,
    reporting_errors,
)
from drafter.i18n import _
from drafter.i18n.text import cut, cut_both

if TYPE_CHECKING:
    from drafter.merge.report import Changed, Comparison, Reworded

# A smaller difference in length, in per cent, is not reported.
NOTABLE = 3
# The columns that a heading and a text may take.
HEADING, TEXT = 60, 84
OUT, IN, BOLD = "red", "green", "bold"


class Row(NamedTuple):
    """A printed line and its style on a terminal."""

    text: str
    style: str = ""


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help=_("A YAML file or a .docx."))],
    new: Annotated[Path, typer.Argument(metavar="NEW", help=_("What it is compared with."))],
    as_json: Json = False,
    templates: Templates = None,
    trust: Trust = False,
) -> None:
    """Print the differences of two drafts: figures, points, headings, words."""
    from drafter.merge.compare.differences import compare_files

    with reporting_errors(as_json):
        comparison = compare_files(old, new, templates or ())
    if as_json:
        print_json(comparison.as_json())
    else:
        _print(list(_rows(comparison)))
    raise typer.Exit(DONE if comparison.is_empty else FINDINGS)


def _print(rows: list[Row]) -> None:
    if not sys.stdout.isatty():
        for row in rows:
            print(row.text)
        return
    terminal = console(highlight=False)
    for row in rows:
        terminal.print(cell(row.text, row.style))


def _rows(comparison: Comparison) -> Iterator[Row]:
    if comparison.is_empty:
        yield Row(_("no differences"))
        return
    yield from _group(_("values"), [_value(one) for one in comparison.values])
    yield from _group(_("points"), list(_points(comparison)))
    yield from _group(_("headings"), list(_reworded(comparison.headings, HEADING)))
    yield from _group(_("passages"), list(_reworded(comparison.paragraphs, TEXT)))
    before, after = comparison.characters
    share = 100 * (after - before) / before if before else 100.0
    if abs(share) >= NOTABLE:
        text = _("length: {old} → {new} characters, {share:+.0f} %")
        yield Row(text.format(old=before, new=after, share=share))


def _group(title: str, rows: list[Row]) -> Iterator[Row]:
    if rows:
        yield Row(title, BOLD)
        yield from rows


def _value(value: Changed) -> Row:
    blank = _("(blank)")
    label = _cut(value.label, value.label.find(value.new) if value.new else 0)
    old, new = _cut(value.old) or blank, _cut(value.new) or blank
    return Row(f"  {label}: {old} → {new}  ({places_text(value.places)})")


def _points(comparison: Comparison) -> Iterator[Row]:
    for sign, style, points in (("-", OUT, comparison.dropped), ("+", IN, comparison.added)):
        for point in points:
            yield Row(f"  {sign} {place_text(point.place)}  {_cut(point.heading)}", style)
    for shifted in comparison.moved:
        places = _("{old} is {new} now").format(
            old=place_text(shifted.old_place), new=place_text(shifted.new_place)
        )
        yield Row(f"  {places}: {_cut(shifted.text)}")


def _reworded(rewordings: list[Reworded], room: int) -> Iterator[Row]:
    for place, group in groupby(rewordings, key=lambda one: one.place):
        yield Row(f"  {place_text(place)}")
        for reworded in group:
            old, new = cut_both(reworded.old, reworded.new, room, _figures())
            if old:
                yield Row(f"    - {old}", OUT)
            if new:
                yield Row(f"    + {new}", IN)


def _cut(text: str, place: int = 0) -> str:
    return cut(text, HEADING, place, _figures())


def _figures() -> re.Pattern[str]:
    """Return the pattern of figures, which must not be cut; only a printed difference needs it."""
    from drafter.speech.figures import unbreakable_pattern

    return unbreakable_pattern(())
