"""Errors of Jinja as faults of a template, with its file and line."""

from __future__ import annotations

from typing import Any

from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from drafter.errors import Diagnostic, DrafterError, Span, TemplateError, did_you_mean
from drafter.facts import patterns as re
from drafter.i18n import _
from drafter.library import Library
from drafter.models.kind import no_such_blank
from drafter.templating.blanks import UnknownBlankError
from drafter.templating.environment import Folders
from drafter.templating.filters import FILTERS, TESTS
from drafter.templating.operations import explain_operation
from drafter.templating.source_map import line_span
from drafter.templating.syntax import explain_syntax, line_of
from drafter.templating.values import UnknownParameterError


def template_error(error: Exception, library: Library, names: dict[str, Any]) -> TemplateError | None:
    """Return ``error``, raised while a template was rendered, as a TemplateError with its place.

    Returns None if the template is not at fault. ``names`` are the names that templates can use.
    """
    if isinstance(error, TemplateSyntaxError):
        message, remedy = explain_syntax(error)
        span = line_span(error.name, line_of(error), library)
        return TemplateError([Diagnostic("J101", message, span, remedy)])
    place = _raised_at(library, error)
    if isinstance(error, DrafterError) or (place is None and not isinstance(error, JinjaError)):
        return None
    code = "J103" if isinstance(error, UnknownBlankError) else "J102"
    if isinstance(error, RecursionError) and place and re.match(r"\{%[-+]?\s*extends", place.source.strip()):
        message, remedy = circle_of_extends()
    else:
        message, remedy = _explain(error, names, library)
    return TemplateError([Diagnostic(code, message, place or Span("templates"), remedy)])


def circle_of_extends() -> tuple[str, str]:
    """Return message and remedy for a template that extends itself, or one that extends it."""
    remedy = _("extend another: `shared/part.xml.j2`, for instance")
    return _("the template extends itself in the end"), remedy


def _explain(error: Exception, names: dict[str, Any], library: Library) -> tuple[str, str]:
    if isinstance(error, UnknownParameterError):
        message = _("there is no parameter `{name}` here").format(name=error.name)
        return message, did_you_mean(error.name, error.known)
    if isinstance(error, UnknownBlankError):
        return no_such_blank(error.name, error.known)
    if isinstance(error, UndefinedError):
        found = re.match(r"'(.+?)' is undefined|.* has no attribute '(.+)'", str(error))
        if found is None:
            return _failed(TypeError(str(error)))
        name = found[1] or found[2]
        return _("unknown name `{name}`").format(name=name), did_you_mean(name, names)
    if isinstance(error, TemplateNotFound):
        message = _("there is no template `{name}`").format(name=error.name)
        return message, did_you_mean(str(error.name), _template_names(library))
    if isinstance(error, SecurityError):
        return _refused(error)
    if isinstance(error, RecursionError):
        remedy = _("take out the `include` or the call that leads back to it")
        return _("the templates call one another without end"), remedy
    return _failed(error)


def _refused(error: SecurityError) -> tuple[str, str]:
    """Return message and remedy for what a sandbox refuses; Jinja names the attribute in English."""
    if found := re.match(r"access to attribute '(.+?)' of ", str(error)):
        reason = _("`{name}` is not for templates").format(name=found[1])
    else:
        reason = str(error)
    remedy = _("see docs/templates.md for what a template can do")
    return _("a template may not do this: {reason}").format(reason=reason), remedy


def _failed(error: Exception) -> tuple[str, str]:
    """Return message and remedy for an operation that its values do not have."""
    remedy = _("see docs/templates.md for what a template can do")
    if found := re.search(r"No (?:filter|test) named '(.+?)'", str(error)):
        return _("unknown name `{name}`").format(name=found[1]), did_you_mean(found[1], (*FILTERS, *TESTS))
    if isinstance(error, ZeroDivisionError):
        return _("the template divides by 0"), _("ask for the number with `if` before")
    if isinstance(error, TypeError):
        problem = explain_operation(str(error))
        return _("these values do not have this operation ({problem})").format(problem=problem), remedy
    return _("the template fails here: {problem}").format(problem=f"{type(error).__name__}: {error}"), remedy


def _template_names(library: Library) -> list[str]:
    return Folders(library.folders).list_templates()


def _raised_at(library: Library, error: BaseException) -> Span | None:
    """Return the innermost line of a template in the traceback of ``error``, None if there is none."""
    place = None
    step = error.__traceback__
    while step is not None:
        frame = step.tb_frame
        file = frame.f_code.co_filename
        if file.endswith(".j2"):
            place = line_span(file, step.tb_lineno, library)
        step = step.tb_next
    return place
