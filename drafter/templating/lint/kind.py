"""The templates of one kind, checked from its own to the last that they include, extend or import."""

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
from drafter.templating.lint.inheritance import check_template
from drafter.templating.lint.parser import TemplateParser
from drafter.templating.lint.session import Session, Use
from drafter.templating.lint.types import ANY, ContextScope, Scope, type_of_field, type_of_value
from drafter.templating.lint.typing_slips import typing_slips


class LintResult(Struct, frozen=True):
    """The templates of a kind by name, the places where they use parameters, and their faults.

    ``ambiguous`` are keys that are looked up in a value of unknown type, such as an argument of a macro.
    ``blanks`` are the names of the blanks that they ask for, None if these may be any.
    ``tags`` are the elements of markup, each with its place, ``file:line`` of the library.
    """

    templates: dict[str, Path]
    uses: tuple[Use, ...]
    ambiguous: frozenset[str]
    blanks: frozenset[str] | None
    tags: tuple[tuple[str, str], ...]
    faults: tuple[Diagnostic, ...]


def lint_kind(name: str, library: Library, parser: TemplateParser | None = None) -> LintResult:
    """Return what the templates of the kind called ``name`` use, in all their branches, and their faults.

    To check many kinds, pass one ``parser``: it parses templates that several kinds share only once.
    Raises UnknownNameError if there is no such kind, ParameterError if its kind.yaml or the phrases
    cannot be read.
    """
    session = Session(library.kind(name), parser or TemplateParser(library), _context(name, library))
    template = session.template(f"kinds/{name}/speech.xml.j2")
    if template is not None:
        check_template(template, session, Scope(session.context))
        _check_composed(name, session)
        session.read_uncalled_macros()
    for template in session.parsed_templates():
        session.found.report(typing_slips(template))
    found = session.found
    return LintResult(
        found.templates,
        tuple(found.uses.values()),
        frozenset(found.ambiguous),
        None if found.uses_any_blank else frozenset(found.blanks),
        tuple(tag for template in session.parsed_templates() for tag in template.tags),
        tuple(found.faults),
    )


def _check_composed(name: str, session: Session) -> None:
    """Check the template that prints what facts make; the kind declares nothing of what it uses."""
    own, shared = f"kinds/{name}/composed.xml.j2", "shared/composed.xml.j2"
    template = session.template(own if session.library.find(own) else shared)
    if template is not None:
        session.found.counts_uses = False
        # Of type ANY: its class would load all of composing.
        check_template(template, session, Scope(Scope(session.context, {"composed": ANY})))
        session.found.counts_uses = True


def _context(name: str, library: Library) -> ContextScope:
    """Return the names that every template has. The outer scope has those of imported templates too."""
    parameters = Parameters(kind=name, meeting=Meeting(name=name))
    context = context_of(parameters, library)
    specs = fields_of(Parameters)
    everywhere = Scope(names=dict.fromkeys(environment_of(library.folders).globals, ANY))
    types = {
        key: type_of_field(specs[key]) if key in specs else type_of_value(value)
        for key, value in context.items()
    }
    return ContextScope(everywhere, types)
