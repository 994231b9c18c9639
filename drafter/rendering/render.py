"""Parameters and a kind's template become speech markup."""

from __future__ import annotations

from drafter.library import Library
from drafter.parameters import Parameters
from drafter.rendering.answers import answering
from drafter.rendering.context import context_of
from drafter.rendering.environment import environment_of
from drafter.speech import Speech


def render_markup(parameters: Parameters, library: Library, main: Speech | None = None) -> str:
    """Return the speech markup of ``parameters``, as their kind's template says it.

    ``main`` is the speech that a paper of this kind follows.

    Raises TemplateError with the template's own file and line.
    """
    kind = library.kind(parameters.kind)
    context = context_of(parameters, kind, library, main)
    environment = environment_of(library.folders)
    try:
        template = environment.get_template(f"kinds/{parameters.kind}/speech.xml.j2")
        with answering(parameters.answers) as answers:
            markup = template.render(context)
            # That a blank is repeated is known only when it comes up again.
            return template.render(context) if answers.repeated else markup
    except Exception as error:
        from drafter.rendering.faults import template_error

        told = template_error(error, library, context)
        if told is None:
            raise
        raise told from error
