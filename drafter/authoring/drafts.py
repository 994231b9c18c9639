"""A kind's least and full YAML, drafted at every depth and in every variation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from drafter.authoring.folder import SAMPLE
from drafter.diagnostics import Diagnostic
from drafter.drafting import draft
from drafter.errors import InputError
from drafter.library import Library
from drafter.loading.load import load
from drafter.markup.choices import DEPTHS
from drafter.parameters import Meeting, Parameters
from drafter.summary import Summary, summarize

# A choice has four options at most in the kinds that ship.
VARIATIONS = (1, 2, 3, 4)

# What the meeting of the least YAML is about: a field of work that its name tells.
WORK = "安全生产工作"


class Drafted(Struct, frozen=True):
    """A YAML as it was drafted: what came of it as it stands, or None; and all that was found wrong."""

    summary: Summary | None
    faults: tuple[Diagnostic, ...]


def draft_least(kind: str, library: Library) -> Drafted:
    """Return what comes of the least YAML of ``kind``: its name and that of the meeting."""
    meeting = Meeting(name=library.kind(kind).meeting_name(WORK))
    return _drafted(Parameters(kind=kind, meeting=meeting), library)


def draft_full(kind: str, library: Library) -> Drafted | None:
    """Return what comes of the kind's sample.yaml; None where it has none."""
    path = library.find(f"kinds/{kind}/{SAMPLE}")
    if path is None:
        return None
    try:
        return _drafted(load(path, library), library)
    except InputError as error:
        return Drafted(None, error.diagnostics)


def _drafted(parameters: Parameters, library: Library) -> Drafted:
    faults: dict[Diagnostic, None] = {}
    summary = None
    for each in _variants(parameters):
        try:
            speech = draft(each, library)
        except InputError as error:
            faults |= dict.fromkeys(error.diagnostics)
        else:
            if each is parameters:
                summary = summarize(speech, library.kind(parameters.kind), parameters.style)
    return Drafted(summary, tuple(faults))


def _variants(parameters: Parameters) -> Iterator[Parameters]:
    """Yield the parameters as they stand, and in every depth and variation."""
    yield parameters
    for depth, variation in product(DEPTHS, VARIATIONS):
        style = replace(parameters.style, depth=depth, variation=variation)
        yield replace(parameters, style=style)
