"""Parameters and a kind's template become speech markup."""

from __future__ import annotations

from drafter.library import Library
from drafter.parameters import Parameters
from drafter.rendering.context import context_of
from drafter.rendering.environment import environment_of
from drafter.rendering.faults import telling_template_faults


def render_markup(parameters: Parameters, library: Library) -> str:
    """Return the speech markup of ``parameters``, as their kind's template says it.

    Raises TemplateError with the template's own file and line.
    """
    kind = library.kind(parameters.kind)
    context = context_of(parameters, kind, library)
    environment = environment_of(library.folders)
    with telling_template_faults(library, context):
        return environment.get_template(f"kinds/{parameters.kind}/speech.xml.j2").render(context)
