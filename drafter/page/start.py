"""The first step: a task sheet, a kind and a topic, or a file of the folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from drafter.errors import DrafterError
from drafter.facts.sources import MOST_TEXT, UnreadableSheetError, read_text, spread, text_in, unwrapped
from drafter.files.disk import replace_file
from drafter.i18n import _, speaks_chinese
from drafter.library import parameters_in
from drafter.models.papers import MARKS
from drafter.page.folder import SHEET, SHEETS, Listed
from drafter.page.page import Changing, Form, Page, Reading, Upload, address, go_to
from drafter.page.preview import drafted
from drafter.templating.from_sheet import yaml_of_sheet
from drafter.templating.starter import starting_yaml
from drafter.writers.output import write_update
from drafter.yaml.source import source_of

# The sheet that a first visit can play with.
EXAMPLE = Path(__file__).parents[2] / "examples/task-sheet.txt"
PACKAGED_EXAMPLE = Path(__file__).with_name("example.txt")


class Row(Struct, frozen=True):
    """A file of the folder as the list shows it."""

    file: Listed
    address: str


def start(page: Page, request: Request) -> Response:
    """Show what one can start from."""
    library = page.library
    kinds = [(name, library.kind(name)) for name in library.kinds()]
    topics = [(name, library.topic(name).name) for name in library.topics()]
    rows = [_row(each) for each in page.folder.listed()]
    return page.show(
        request,
        "start.html",
        rows=rows,
        kinds=[(name, kind) for name, kind in kinds if kind.spoken and not kind.follows],
        topics=topics,
        folder=str(page.folder.path),
    )


def _row(file: Listed) -> Row:
    if file.what == "meeting":
        return Row(file, address(file.name, "facts"))
    step = "documents" if file.what == "document" else "sheets"
    return Row(file, f"/{step}/{quote(file.name, safe='')}")


def count_blanks(page: Page, request: Request) -> Response:
    """Show how many blanks a meeting has, or that its file has faults.

    The list asks for each by itself: to draft all meetings of a folder takes longer than to show it.
    """
    try:
        state = page.meeting(request.path_params["name"]).state()
        return page.show(request, "blanks.html", blanks=len(drafted(state).summary.blanks), fault="")
    except DrafterError as error:
        return page.show(request, "blanks.html", blanks=0, fault=str(error).split("\n")[0])


def read_sheet(page: Page, _request: Request, form: Form) -> Response:
    """Make a meeting of a task sheet that was pasted or sent."""
    text = _text_of(form)
    if not text.strip():
        raise UnreadableSheetError(
            _("there is no task sheet yet"), _("paste its text into the field, or choose its file")
        )
    return _from_sheet(page, _request, text, form.text("kind"))


def _text_of(form: Form) -> str:
    text = form.text("text")
    if len(form.file.content if form.file else text) > MOST_TEXT and not _is_document(form.file):
        raise UnreadableSheetError(_("this is too long for a task sheet"), _("give the sheet that is meant"))
    return text_of_file(form.file) if form.file else unwrapped(spread(text))


def _is_document(file: Upload | None) -> bool:
    return file is not None and file.name.lower().endswith(".docx")


def text_of_file(file: Upload) -> str:
    """Return the text of a task sheet that was sent; raises UnreadableSheetError where it is none."""
    suffix = Path(file.name).suffix.lower()
    if suffix not in (*SHEETS, ".docx"):
        message = _("a task sheet is a .txt, .md or .docx file")
        raise UnreadableSheetError(message, _("save it as one of these, or paste its text"))
    return text_in(file.content, suffix)


def _from_sheet(page: Page, request: Request, text: str, kind: str) -> Response:
    done = yaml_of_sheet(text, page.library, kind or None, chinese=speaks_chinese(), today=date.today())
    path = _written(page, done.text)
    replace_file(path.with_name(path.stem + SHEET), text.encode(), durable=True)
    return go_to(request, address(path.name, "facts"))


def _written(page: Page, text: str) -> Path:
    """Write a new YAML, called after its meeting; return its path."""
    name = parameters_in(source_of("", text), page.library).meeting.name
    path = page.folder.free(name.strip(MARKS), ".yaml", SHEET)
    write_update(path, text.encode(), None)
    return path


def open_sheet(page: Page, request: Request, form: Form) -> Response:
    """Make a meeting of a task sheet in the folder."""
    path = page.folder.file(request.path_params["name"], (*SHEETS, ".docx"))
    return _from_sheet(page, request, read_text(path), form.text("kind"))


def show_sheet(page: Page, request: Request) -> Response:
    """Show a task sheet of the folder, before a meeting is made of it."""
    path = page.folder.file(request.path_params["name"], (*SHEETS, ".docx"))
    return page.show(request, "sheet.html", name=path.name, text=read_text(path))


def new_meeting(page: Page, request: Request, form: Form) -> Response:
    """Make an empty meeting of a kind, with the usual points of a topic."""
    topic = form.text("topic") or None
    text = starting_yaml(form.text("kind"), page.library, topic, chinese=speaks_chinese())
    return go_to(request, address(_written(page, text).name, "facts"))


def try_example(page: Page, request: Request, _form: Form) -> Response:
    """Make a meeting of the worked example."""
    path = PACKAGED_EXAMPLE if PACKAGED_EXAMPLE.exists() else EXAMPLE
    return _from_sheet(page, request, read_text(path), "")


READING: dict[str, Reading] = {
    "/": start,
    "/sheets/{name}": show_sheet,
    "/m/{name}/blanks": count_blanks,
}
CHANGING: dict[str, Changing] = {
    "/sheets": read_sheet,
    "/sheets/{name}": open_sheet,
    "/meetings": new_meeting,
    "/example": try_example,
}
