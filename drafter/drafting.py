"""Parameters become a Speech."""

from __future__ import annotations

from msgspec.structs import replace

from drafter.library import Library, builtin_library
from drafter.markup import parse_markup
from drafter.parameters import Parameters
from drafter.rendering import render_markup
from drafter.speech import Speech


def draft(parameters: Parameters, library: Library | None = None) -> Speech:
    """Return the speech that the kind's templates make of ``parameters``.

    Raises TemplateError where a template has a fault, UnknownNameError where the library
    has no such kind.
    """
    library = library or builtin_library()
    style = parameters.style
    speech = parse_markup(render_markup(parameters, library), library, style.variation)
    return replace(
        speech,
        has_outline=style.outline,
        kind=parameters.kind,
        layout=style.layout,
        occasion=parameters.occasion,
    )
