"""The fourth step: the documents, to be downloaded or opened in Word."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import quote

from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import Response

from drafter.docx.package import deflate, write_zip
from drafter.docx.untrusted import read_document
from drafter.errors import OutputError
from drafter.i18n import _
from drafter.models.parameters import Parameters
from drafter.page.meetings import State
from drafter.page.opening import can_open, open_file
from drafter.page.page import Changing, Form, Page, Reading
from drafter.page.preview import drafted
from drafter.page.views import common, faulty, meeting_of
from drafter.speech.outline import iter_outline
from drafter.templating.draft import draft, draft_papers
from drafter.writers.output import write_file
from drafter.writers.registry import writer_of

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "zip": "application/zip",
    "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
}
# The layout from which a leader reads aloud.
READING_COPY = "lectern"


def hand_over(page: Page, request: Request) -> Response:
    """Show what can be handed over."""
    meeting = meeting_of(page, request)
    state = meeting.state()
    if state.error is not None:
        return faulty(page, request, meeting, state)
    library, given = state.library, state.given
    found = drafted(state)
    papers = [(kind, library.kind(kind)) for kind in library.kinds() if library.kind(kind).follows]
    return page.show(
        request,
        "hand_over.html",
        **common(meeting, state, "hand-over"),
        stem=meeting.path.stem,
        summary=found.summary,
        outline=list(iter_outline(found.speech)),
        papers=papers,
        wanted=given.papers,
        can_open=can_open(),
        has_reading_copy=READING_COPY in library.layouts(),
    )


def document(page: Page, request: Request) -> Response:
    """Return the speech in a format."""
    meeting = meeting_of(page, request)
    form = request.path_params["format"]
    return _file(meeting.path.stem, form, _written(meeting.state(), form))


def _written(state: State, form: str) -> bytes:
    found = drafted(state)
    return writer_of(form)(found.speech, found.layout)


def reading_copy(page: Page, request: Request) -> Response:
    """Return the Word file from which the leader reads."""
    meeting = meeting_of(page, request)
    state = meeting.state()
    name = _("{name} (reading copy)").format(name=meeting.path.stem)
    return _file(name, "docx", _document(in_layout(state.given, READING_COPY), state))


def in_layout(given: Parameters, layout: str) -> Parameters:
    """Return parameters that ask for another layout."""
    return replace(given, style=replace(given.style, layout=layout))


def _document(given: Parameters, state: State) -> bytes:
    speech = draft(given, state.library)
    return writer_of("docx")(speech, state.library.layout(speech.layout))


def outline(page: Page, request: Request) -> Response:
    """Return the outline as a text."""
    meeting = meeting_of(page, request)
    lines = iter_outline(drafted(meeting.state()).speech)
    text = "".join(f"{'　　' * (line.level - 1)}{line.text}\n" for line in lines)
    return _file(_("{name} (outline)").format(name=meeting.path.stem), "txt", text.encode())


def papers(page: Page, request: Request) -> Response:
    """Return the speech and the other papers of the meeting that were chosen, in one archive."""
    meeting = meeting_of(page, request)
    state = meeting.state()
    chosen = tuple(map(state.library.kind_id, request.query_params.getlist("paper")))
    found = draft_papers(replace(state.given, papers=chosen), state.library)
    members = []
    for kind, speech in found.items():
        end = "" if kind == state.given.kind else f"-{state.library.kind(kind).name}"
        content = writer_of("docx")(speech, state.library.layout(speech.layout))
        members.append(deflate(f"{meeting.path.stem}{end}.docx", content))
    return _file(_("{name} (papers)").format(name=meeting.path.stem), "zip", write_zip(members))


def document_of_folder(page: Page, request: Request) -> Response:
    """Return a Word file of the folder as it is; raises NoSuchFileError where there is none."""
    path = page.folder.file(request.path_params["name"], (".docx",))
    return _file(path.stem, "docx", read_document(path))


def open_in_word(page: Page, request: Request, form: Form) -> Response:
    """Write the document beside its YAML, and open it in the program of this computer for it.

    Raises OverwriteError where a person has edited the document that is there.
    """
    meeting = meeting_of(page, request)
    path = page.folder.output(meeting.path.with_suffix(".docx"))
    write_file(path, _written(meeting.state(), "docx"))
    if not open_file(path):
        message = _("no program of this computer opens it; it was written to {path}")
        raise OutputError(path, message.format(path=path), _("open it from there"))
    return page.show(request, "opened.html", path=str(path))


def _file(stem: str, suffix: str, content: bytes) -> Response:
    name = quote(f"{stem}.{suffix}", safe="")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(content, HTTPStatus.OK, headers, TYPES[suffix])


READING: dict[str, Reading] = {
    "/m/{name}/hand-over": hand_over,
    "/m/{name}/files/{format}": document,
    "/m/{name}/reading-copy": reading_copy,
    "/m/{name}/outline": outline,
    "/m/{name}/papers": papers,
    "/documents/{name}/file": document_of_folder,
}
CHANGING: dict[str, Changing] = {"/m/{name}/open": open_in_word}
