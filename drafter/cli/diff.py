"""The command that compares two drafts, and how it tells what it found."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from drafter.cli.findings import tell_place, tell_places
from drafter.cli.options import DONE, FINDINGS, Json, Templates, reporting_errors
from drafter.i18n import _
from drafter.text import cut, cut_both

if TYPE_CHECKING:
    from drafter.merge.report import Changed, Comparison, Reworded


# A length that differs by less, in per cent, is not worth a line.
NOTABLE = 3
# So much of a heading and of a text is shown, in columns.
HEADING, TEXT = 60, 84
OUT, IN, BOLD = "red", "green", "bold"


class Row(NamedTuple):
    """A line of what is printed, and how it looks on a terminal."""

    text: str
    style: str = ""


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help=_("A YAML file or a .docx."))],
    new: Annotated[Path, typer.Argument(metavar="NEW", help=_("What it is compared with."))],
    as_json: Json = False,
    templates: Templates = None,
) -> None:
    """Tell what one draft says otherwise than another: figures, points, headings, words."""
    from drafter.merge.compare.differences import compare_files

    with reporting_errors():
        comparison = compare_files(old, new, templates or ())
    if as_json:
        print(json.dumps(comparison.as_json(), ensure_ascii=False, indent=2))
    else:
        _print(list(_rows(comparison)))
    raise typer.Exit(DONE if comparison.is_empty else FINDINGS)


def _print(rows: list[Row]) -> None:
    if not sys.stdout.isatty():
        for row in rows:
            print(row.text)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for row in rows:
        # As Text, since rich would read [0] as markup.
        console.print(Text(row.text, style=row.style))


def _rows(found: Comparison) -> Iterator[Row]:
    if found.is_empty:
        yield Row(_("no differences"))
        return
    yield from _group(_("values"), [_value(one) for one in found.values])
    yield from _group(_("points"), list(_points(found)))
    yield from _group(_("headings"), list(_reworded(found.headings, HEADING)))
    yield from _group(_("passages"), list(_reworded(found.paragraphs, TEXT)))
    before, after = found.characters
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
    return Row(f"  {label}: {old} → {new}  ({tell_places(value.places)})")


def _points(found: Comparison) -> Iterator[Row]:
    for sign, style, points in (("-", OUT, found.dropped), ("+", IN, found.added)):
        for point in points:
            yield Row(f"  {sign} {tell_place(point.place)}  {_cut(point.heading)}", style)
    for shifted in found.moved:
        places = _("{old} is {new} now").format(
            old=tell_place(shifted.old_place), new=tell_place(shifted.new_place)
        )
        yield Row(f"  {places}: {_cut(shifted.text)}")


def _reworded(found: list[Reworded], room: int) -> Iterator[Row]:
    for place, group in groupby(found, key=lambda one: one.place):
        yield Row(f"  {tell_place(place)}")
        for reworded in group:
            old, new = cut_both(reworded.old, reworded.new, room, _figures())
            if old:
                yield Row(f"    - {old}", OUT)
            if new:
                yield Row(f"    + {new}", IN)


def _cut(text: str, place: int = 0) -> str:
    return cut(text, HEADING, place, _figures())


def _figures() -> re.Pattern[str]:
    """Return the pattern of figures, which are not divided; only what prints a difference needs it."""
    from drafter.docx.write.unbreakable import unbreakable_pattern

    return unbreakable_pattern(())
