"""Drafting: the parameters of a meeting become its speech and its other papers."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from drafter.errors import Diagnostic, ParameterError, Span
from drafter.i18n import _
from drafter.library import Library, builtin_library, follows_itself
from drafter.models.parameters import Parameters
from drafter.models.paths import names_in
from drafter.speech.summary import minutes_of
from drafter.speech.tree import Speech
from drafter.templating.blanks import Blanks, using
from drafter.templating.budget import limited
from drafter.templating.context import context_of
from drafter.templating.environment import environment_of
from drafter.templating.event import event_of
from drafter.templating.markup.parse import parse_markup
from drafter.templating.programme import calling_speech

# How far, as a share of the minutes asked for, a draft may be off and still keep its depth.
NEAR_ENOUGH = 0.1


def draft(parameters: Parameters, library: Library | None = None) -> Speech:
    """Return the speech that the kind's templates make of ``parameters``.

    Raises TemplateError where a template has a fault, ParameterError where the kind has one,
    UnknownNameError where the library has no such kind.
    """
    library = library or builtin_library()
    return _draft(parameters, library, _main(parameters, library), parameters)


def draft_paper(parameters: Parameters, kind: str, library: Library) -> Speech:
    """Return the speech that ``parameters`` ask for, or the other paper of the meeting that is of ``kind``.

    Raises as ``draft`` does.
    """
    if kind == parameters.kind:
        return draft(parameters, library)
    return draft_papers(replace(parameters, papers=(kind,)), library)[kind]


def draft_papers(parameters: Parameters, library: Library | None = None) -> dict[str, Speech]:
    """Return the speech and all other papers that ``parameters`` ask for, by kind; the speech is first.

    Raises as ``draft`` does.
    """
    library = library or builtin_library()
    first = draft(parameters, library)
    others = [name for name in dict.fromkeys(parameters.papers) if name != parameters.kind]
    # A paper that follows a speech, such as a notice, has nothing that others could quote.
    main = None if library.kind(parameters.kind).follows else first
    papers = {parameters.kind: first}
    for name in others:
        paper = as_paper(parameters, name)
        papers[name] = _draft(paper, library, main or _main(paper, library), parameters)
    return papers


def as_paper(parameters: Parameters, kind: str) -> Parameters:
    """Return ``parameters`` for another paper of the same meeting: its facts, not the words of the speech."""
    style = replace(parameters.style, outline=False, minutes=None)
    return replace(
        parameters, kind=kind, title=None, appraisal=None, parts=(), quotations=(), closing=None, style=style
    )


def _main(parameters: Parameters, library: Library) -> Speech | None:
    """Return the speech that a paper of the kind of ``parameters`` follows, None where it follows none."""
    followed = library.kind(parameters.kind).follows
    if followed and follows_itself(parameters.kind, library):
        file = library.find(f"kinds/{parameters.kind}/kind.yaml")
        message = _("the kind follows itself: nobody would write the first speech")
        raise ParameterError(
            [Diagnostic("Y108", message, Span(str(file)), _("name a kind that follows none"))]
        )
    return draft(as_paper(parameters, followed), library) if followed else None


def _draft(parameters: Parameters, library: Library, main: Speech | None, given: Parameters) -> Speech:
    """Return the draft of ``parameters``; it keeps what was ``given`` for all papers of the meeting."""
    style = parameters.style
    markup = render_markup(parameters, library, main, given)
    speech = _parse(markup, parameters, library)
    return replace(
        speech,
        has_outline=style.outline,
        kind=parameters.kind,
        layout=_layout(parameters, library),
        meeting_date=parameters.meeting_date,
        names=tuple(dict.fromkeys(names_in(parameters))),
        readings=tuple(
            (reading.word, reading.pinyin) for reading in style.readings if reading.word and reading.pinyin
        ),
        given=msgspec.json.encode(given).decode(),
    )


def _is_composed(parameters: Parameters, library: Library) -> bool:
    """Tell whether facts make the speech."""
    if not parameters.has_facts:
        return False
    # Imported late: without facts the start-up time that it takes is for nothing.
    from drafter.templating.composed import is_composed

    return is_composed(parameters, library)


def _composed(
    parameters: Parameters, library: Library, context: dict[str, Any], blanks: Blanks, given: Parameters
) -> tuple[str, ...]:
    """Put what facts make into ``context``; return the templates that print it, () without facts."""
    if not _is_composed(parameters, library):
        if given.has_facts:
            from drafter.templating.composed import composition_of
            from drafter.templating.handed_out import due_of
            from drafter.templating.released import released_of

            context["event"] = event = event_of(*composition_of(given, library.folders))
            context["programme"] = calling_speech(context["programme"], event.speech)
            context["released"] = released_of(given, library)
            context["due"] = due_of(given, library)
        return ()
    from drafter.templating.composed import composed_of

    context["composed"] = composed_of(parameters, library, context["parts"], blanks)
    return (f"kinds/{parameters.kind}/composed.xml.j2", "shared/composed.xml.j2")


def _layout(parameters: Parameters, library: Library) -> str:
    """Return the layout asked for; for a paper that nobody reads aloud, the one that this layout names."""
    asked = parameters.style.layout
    if library.kind(parameters.kind).spoken:
        return asked
    return library.layout(asked).lectern.unspoken or asked


def _parse(markup: str, parameters: Parameters, library: Library) -> Speech:
    """Return the speech at the depth asked for, or else at that which comes nearest to its minutes."""
    style = parameters.style
    speech = parse_markup(markup, library, style.variation, style.depth or "standard")
    # A text that is composed has its length from the facts.
    if style.depth or style.minutes is None or _is_composed(parameters, library):
        return speech
    target = style.minutes
    minutes = minutes_of(speech, style.rate)
    if abs(minutes - target) <= NEAR_ENOUGH * target:
        return speech
    other = parse_markup(markup, library, style.variation, "full" if minutes < target else "brief")
    nearer = abs(minutes_of(other, style.rate) - target) < abs(minutes - target)
    return other if nearer else speech


def render_markup(
    parameters: Parameters, library: Library, main: Speech | None = None, given: Parameters | None = None
) -> str:
    """Return the speech markup that the kind's template makes of ``parameters``.

    ``main`` is the speech that a paper of this kind follows, ``given`` what was given for all papers of
    the meeting. Raises TemplateError with the
    template's file and line.
    """
    blanks = Blanks(library.blanks_of(library.kind(parameters.kind)), parameters.answers)
    environment = environment_of(library.folders)
    context: dict[str, Any] = {}
    try:
        context = context_of(parameters, library, main)
        composed = _composed(parameters, library, context, blanks, given or parameters)
        template = environment.select_template(composed or (f"kinds/{parameters.kind}/speech.xml.j2",))
        with limited(), using(blanks):
            markup = template.render(context)
            # A blank that occurs again is called after its place, the first time too: render once more.
            return template.render(context) if blanks.repeated else markup
    except Exception as error:
        # Imported late, since only a failure needs it.
        from drafter.templating.errors import template_error

        reported = template_error(error, library, context)
        if reported is None:
            raise
        raise reported from error
