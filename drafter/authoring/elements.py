"""Elements of the markup that there are not, also where no draft comes by."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import Diagnostic
from drafter.errors import did_you_mean
from drafter.i18n import _
from drafter.library import Library
from drafter.markup.grammar import VOCABULARY, place_in
from drafter.rendering.static import Reading

# What the vocabulary lets stand anywhere, and so does not list.
ANYWHERE = ("choice", "option", "when")


def element_faults(reading: Reading, library: Library) -> Iterator[Diagnostic]:
    """Yield a fault for each tag in the templates of a kind that is no element of speech markup."""
    known = [*VOCABULARY, *ANYWHERE]
    for tag, place in reading.tags:
        if tag not in known:
            message = _("unknown element <{tag}>").format(tag=tag)
            yield Diagnostic("J201", message, place_in(place, tag, library), did_you_mean(tag, known))
