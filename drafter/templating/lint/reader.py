"""A kind's templates, read from its own to the last that it includes, extends or imports."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from drafter.errors import Diagnostic
from drafter.library import Library
from drafter.models.fields import fields_of
from drafter.models.meeting import Meeting
from drafter.models.parameters import Parameters
from drafter.templating.context import context_of
from drafter.templating.environment import environment_of
from drafter.templating.lint.inheritance import read_template
from drafter.templating.lint.parser import Session, Trees
from drafter.templating.lint.report import Use
from drafter.templating.lint.types import ANYTHING, Given, Scope, shape_of, shape_of_value


class Reading(Struct, frozen=True):
    """What the templates of a kind are, by name; where they ask for which parameters; what is wrong in them.

    ``unsure`` are keys that are asked of a value of which nothing is known: they may be anything's.
    ``blanks`` are the names of those that are asked for, None where they may be any.
    ``tags`` are the elements of the markup, each with its place, ``file:line`` of the library.
    """

    templates: dict[str, Path]
    uses: tuple[Use, ...]
    unsure: frozenset[str]
    blanks: frozenset[str] | None
    tags: tuple[tuple[str, str], ...]
    faults: tuple[Diagnostic, ...]


def read_kind(name: str, library: Library, trees: Trees | None = None) -> Reading:
    """Return what the templates of the kind called ``name`` ask for, in all their branches.

    Whoever reads many kinds of a library hands over its ``trees``, to parse what they share once.

    Raises UnknownNameError where there is no such kind, ParameterError where its kind.yaml or
    the phrases cannot be read.
    """
    session = Session(library.kind(name), trees or Trees(library), _given(name, library))
    template = session.template(f"kinds/{name}/speech.xml.j2")
    if template is not None:
        read_template(template, session, Scope(session.given))
        session.call_the_rest()
    found = session.found
    return Reading(
        found.templates,
        tuple(found.uses.values()),
        frozenset(found.unsure),
        None if found.asks_for_any_blank else frozenset(found.blanks),
        tuple(tag for template in session.parsed() for tag in template.tags),
        tuple(found.faults),
    )


def _given(name: str, library: Library) -> Given:
    """Return the names that every template has; further out stand those that imported ones have as well."""
    parameters = Parameters(kind=name, meeting=Meeting(name=name))
    context = context_of(parameters, library)
    plans = fields_of(Parameters)
    everywhere = Scope(names=dict.fromkeys(environment_of(library.folders).globals, ANYTHING))
    shapes = {
        key: shape_of(plans[key]) if key in plans else shape_of_value(value) for key, value in context.items()
    }
    return Given(everywhere, shapes)
