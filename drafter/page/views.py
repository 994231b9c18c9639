"""The second and third step: the facts, and the draft beside them; also the YAML itself."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from drafter.errors import DrafterError
from drafter.i18n import _
from drafter.models.facts import Intent
from drafter.models.fields import FieldSpec, fields_of
from drafter.models.paths import field_at, value_at
from drafter.models.style import Style
from drafter.page.facts import deadlines, doubts, holders, suggestions
from drafter.page.figures import Bar, Gauge, bars_of, gauge_of
from drafter.page.folder import NoSuchFileError, faults_of
from drafter.page.forms import Field, control_of, fields_in, form_of, hint_of, id_of, options_of, written
from drafter.page.meetings import Meeting, State
from drafter.page.page import Page, Reading
from drafter.page.preview import Draft, drafted, paper_style
from drafter.page.sheet import sheet_lines
from drafter.page.wishes import tones, wishes_of
from drafter.speech.value_names import value_name

STEPS = ("facts", "draft", "hand-over", "returned")


class Drafted(Struct, frozen=True):
    """A draft for the page, or the faults that keep it from being made."""

    draft: Draft | None
    faults: list[tuple[str, str, str]]
    gauge: Gauge | None = None
    bars: tuple[Bar, ...] = ()


def meeting_of(page: Page, request: Request) -> Meeting:
    """Return the meeting that an address names."""
    return page.meeting(request.path_params["name"])


def common(meeting: Meeting, state: State, view: str) -> dict[str, Any]:
    """Return what every page of a meeting shows."""
    done, undone = meeting.steps
    title = state.parameters.meeting.name if state.parameters else meeting.path.name
    return {
        "name": meeting.path.name,
        "title": title,
        "state": state,
        "version": state.version,
        "view": view,
        "steps": STEPS,
        "done": done,
        "undone": undone,
    }


def facts(page: Page, request: Request) -> Response:
    """Show the sheet, what became of it, and the facts as cards."""
    meeting = meeting_of(page, request)
    state = meeting.state()
    if state.error is not None:
        return faulty(page, request, meeting, state)
    return page.show(
        request, "facts.html", **common(meeting, state, "facts"), **facts_context(meeting, state)
    )


def facts_context(meeting: Meeting, state: State) -> dict[str, Any]:
    """Return what the page of facts shows, and its parts."""
    given, library = state.given, state.library
    return sheet_context(meeting, state) | {
        "holders": holders(state),
        "notes": [
            (f"notes[{place}]", id_of(f"notes[{place}]"), text) for place, text in enumerate(given.notes)
        ],
        "deadlines": deadlines(given),
        "suggestions": suggestions(given),
        "wishes": wishes_of(given),
        "tones": tones(),
        "tone": given.intent.tone or "",
        "form": form_of(given, library.kind(given.kind), library.names(given.kind)),
        "intent": intent_form(state),
    }


def sheet_context(meeting: Meeting, state: State) -> dict[str, Any]:
    """Return what became of the sheet, and what is unsure: what a change of a card makes new."""
    return {"sheet": sheet_lines(meeting.sheet, state.given), "doubts": doubts(state)}


def intent_form(state: State) -> tuple[Field, ...]:
    """Return the wishes that are sentences: how to open and to close, what to say to whom, and the rest."""
    keys = ("opening", "closing", "address", "notes")
    found = {field.path: field for field in fields_in(Intent, state.given.intent, "intent")}
    return tuple(found[f"intent.{key}"] for key in keys)


def faulty(page: Page, request: Request, meeting: Meeting, state: State) -> Response:
    """Show the faults of a YAML that cannot be read, and its text to mend."""
    assert state.error is not None
    return page.show(
        request, "yaml.html", **common(meeting, state, "yaml"), faults=faults_of(state.error), sort="faulty"
    )


def yaml(page: Page, request: Request) -> Response:
    """Show the YAML of a meeting."""
    meeting = meeting_of(page, request)
    state = meeting.state()
    found = faults_of(state.error) if state.error else []
    return page.show(request, "yaml.html", **common(meeting, state, "yaml"), faults=found)


def draft(page: Page, request: Request) -> Response:
    """Show the draft, with all that is told of it."""
    meeting = meeting_of(page, request)
    state = meeting.state()
    if state.error is not None:
        return faulty(page, request, meeting, state)
    return page.show(
        request,
        "draft.html",
        **common(meeting, state, "draft"),
        **draft_context(state),
        **facts_context(meeting, state),
        settings=settings(state),
    )


def draft_context(state: State) -> dict[str, Any]:
    """Return what the page of the draft shows beside the controls."""
    given = state.given

    def name_of(path: str) -> str:
        return value_name(path, given)

    return {"drafted": of_page(state), "name_of": name_of}


def of_page(state: State) -> Drafted:
    """Return the draft of a meeting, or why there is none."""
    try:
        found = drafted(state)
    except DrafterError as error:
        return Drafted(None, faults_of(error))
    return Drafted(found, [], gauge_of(found.summary), bars_of(found.summary))


def settings(state: State) -> tuple[Field, ...]:
    """Return the controls of length, wording and layout, and of the kind."""
    given, library = state.given, state.library
    names = library.names(given.kind)
    keys = ("minutes", "depth", "variation", "layout", "outline", "thanks", "rate")
    found: list[tuple[str, FieldSpec | None, Any]] = [
        ("kind", field_at("kind"), given.kind),
        ("intent.tone", field_at("intent.tone"), given.intent.tone),
        *((f"style.{key}", fields_of(Style)[key], getattr(given.style, key)) for key in keys),
    ]
    return tuple(
        Field(path, spec.label, hint_of(spec), control_of(spec, ""), written(value), options_of(spec, names))
        for path, spec, value in found
        if spec is not None
    )


def passage(page: Page, request: Request) -> Response:
    """Show where a sentence comes from."""
    state = meeting_of(page, request).state()
    found = drafted(state)
    number = request.path_params["number"]
    if not re.fullmatch("[0-9]{1,6}", number) or int(number) >= len(found.passages):
        raise NoSuchFileError(_("this sentence is not in the draft any more"))
    one = found.passages[int(number)]
    facts_of_it = [(path, value_name(path, state.given), value_at(state.given, path)) for path in one.facts]
    return page.show(request, "passage.html", passage=one, facts=facts_of_it)


def blank(page: Page, request: Request) -> Response:
    """Show the form that fills a blank in its place."""
    meeting = meeting_of(page, request)
    state = meeting.state()
    path = request.query_params.get("path", "")
    found = next((each for each in drafted(state).summary.blanks if each.path == path), None)
    if found is None:
        raise NoSuchFileError(_("this sentence is not in the draft any more"))
    return page.show(request, "blank.html", name=meeting.path.name, blank=found, field=blank_field(path))


def blank_field(path: str) -> Field:
    """Return the control that fills the blank at ``path``."""
    spec = field_at(path)
    if spec is None or spec.is_model or spec.is_list:
        return Field(path, "", "", "line")
    control = control_of(spec, "")
    return Field(path, spec.label, spec.hint, control, options=options_of(spec, {}))


def style(page: Page, request: Request) -> Response:
    """Return the style sheet of a layout."""
    layout = page.library.layout(request.path_params["layout"])
    return Response(paper_style(layout), media_type="text/css")


READING: dict[str, Reading] = {
    "/m/{name}/facts": facts,
    "/m/{name}/draft": draft,
    "/m/{name}/yaml": yaml,
    "/m/{name}/passages/{number}": passage,
    "/m/{name}/blank": blank,
    "/layouts/{layout}.css": style,
}
CHANGING: dict[str, Any] = {}
