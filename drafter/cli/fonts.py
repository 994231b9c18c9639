"""The printed answer of `drafter layouts --fonts`: the fonts of layouts, and which are installed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from drafter.cli.terminal import help_text, print_json
from drafter.docx import fonts
from drafter.docx.fonts import FontNeed, StandIn, font_needs
from drafter.i18n import _
from drafter.i18n.text import display_width, pad
from drafter.models.layout import Layout


def print_fonts(layouts: Mapping[str, Layout], as_json: bool) -> None:
    """Print the fonts of each layout, whether they are installed here, and fonts that can replace them."""
    families = fonts.installed_families()
    needs = {name: font_needs(layout, families) for name, layout in layouts.items()}
    if as_json:
        rows = [
            {"id": name, "name": layouts[name].name, "fonts": msgspec.to_builtins(needed)}
            for name, needed in needs.items()
        ]
        print_json(rows)
        return
    for name, needed in needs.items():
        print(f"{name}  {layouts[name].name}".rstrip())
        for line in _table(needed):
            print(f"  {line}".rstrip())
    for line in _remedy([need for needed in needs.values() for need in needed]):
        print(line)


def _table(fonts: list[FontNeed]) -> Iterator[str]:
    states = {True: _("installed"), False: _("missing"), None: _("not known")}
    width = max(display_width(need.font) for need in fonts)
    column = max(map(display_width, states.values()))
    for need in fonts:
        yield f"{pad(need.font, width)}  {pad(states[need.installed], column)}  {'、'.join(need.uses)}"
        if need.stand_ins and need.installed is False:
            names = _(", ").join(map(_stand_in_text, need.stand_ins))
            yield f"{pad('', width)}  {_('instead: {names}').format(names=names)}"


def _stand_in_text(stand_in: StandIn) -> str:
    sources = {"windows": _("part of Windows"), "office": _("part of Office and macOS"), "free": _("free")}
    words = [_("installed")] if stand_in.installed else []
    words += [sources[stand_in.source]] if stand_in.source else []
    if not words:
        return stand_in.font
    return _("{font} ({words})").format(font=stand_in.font, words=_(", ").join(words))


def _remedy(needs: list[FontNeed]) -> Iterator[str]:
    if any(need.installed is None for need in needs):
        yield help_text(_("this system does not tell its fonts; look for them in Word"))
    elif not all(need.installed for need in needs):
        remedy = _("install what is missing, or name another font at `font:` in your copy of the layout")
        yield help_text(remedy)
