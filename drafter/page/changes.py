"""Every change of a meeting: one value, one item, one card moved, one doubt answered, undone, redone."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from drafter.models.paths import field_at, value_at
from drafter.models.scalars import ScalarError, read_day
from drafter.page.facts import NAMES, move_fact, type_label
from drafter.page.forms import id_of, lines_in, names_in, paragraphs_in
from drafter.page.meetings import Make, Meeting, State, set_items, set_values
from drafter.page.page import Changing, Form, Page, address, go_to
from drafter.page.views import common, draft_context, facts_context, meeting_of, sheet_context
from drafter.page.wishes import switched
from drafter.templating.sheet_times import deadline_in_words
from drafter.yaml.changes import UnsettableError
from drafter.yaml.comments import without_comment
from drafter.yaml.items import without_item

# A fact is nothing without its text, nor a note.
_IS_ITSELF = re.compile(r"facts\.[a-z]+\[\d+\]\.text$|^notes\[\d+\]$")
# The key that a new item begins with, behind the place of the item: agenda[4].who[0].
_FIRST_KEY = re.compile(r"(?<=\])\.[a-z-]+(?:\[0\])?$")


def set_value(page: Page, request: Request, form: Form) -> Response:
    """Set one value, or take it back where nothing was typed."""
    path, value = form.text("path"), form.text("value").strip()

    def make(state: State) -> str:
        return value_set(state, path, _meant(state, value, form.text("as")))

    meeting = meeting_of(page, request)
    before = meeting.state().version
    state = meeting.change(form.text("version"), make, about=path)
    # Without its last value an item is none, and those behind it move up.
    is_whole = bool(form.text("whole")) or not value
    if state.version == before and not is_whole:
        return Response(status_code=HTTPStatus.NO_CONTENT)
    return _changed(page, request, meeting, state, form, is_whole=is_whole)


def _meant(state: State, value: str, form: str) -> str:
    """Return what is written for a value; a deadline of a date field is written in words."""
    if form != "deadline" or not value:
        return value
    try:
        day: datetime.date = read_day(value)
    except ScalarError as error:
        raise UnsettableError("", str(error), error.remedy) from None
    return deadline_in_words(day, state.given.meeting.date)


def value_set(state: State, path: str, value: str) -> str:
    """Return the text with the value that a control sent for ``path``; of a list, all its items."""
    spec = field_at(path)
    is_item = path.endswith("]") and "[" in path and not path.startswith("answers[")
    if spec is not None and spec.is_list and not spec.is_model and not is_item:
        cut: Callable[[str], list[str]] = paragraphs_in if spec.extra.get("prose") else lines_in
        cut = names_in if spec.key in NAMES and ".facts." in f".{path}" else cut
        return set_items(state, path, cut(value), len(value_at(state.given, path) or ()))
    if not value and _IS_ITSELF.search(path):
        return without_item(state.source, path.removesuffix(".text"))
    return set_values(state, {path: value or None})


def add(page: Page, request: Request, form: Form) -> Response:
    """Add an item to a list."""
    path, value = form.text("path"), form.text("value").strip()
    if not value:
        return Response(status_code=HTTPStatus.NO_CONTENT)
    meeting = meeting_of(page, request)
    state = meeting.change(form.text("version"), lambda state: set_values(state, {path: value}))
    item = _FIRST_KEY.sub("", path)
    # Whoever adds one fact adds the next; an item of another list has more fields to fill in.
    is_fact = type_label(item) or item.startswith("notes")
    focus = f"add-{id_of(item.rpartition('[')[0])}" if is_fact else id_of(item)
    return _changed(page, request, meeting, state, form, focus=focus)


def remove(page: Page, request: Request, form: Form) -> Response:
    """Take an item out of its list."""
    path = form.text("path")
    meeting = meeting_of(page, request)
    state = meeting.change(form.text("version"), lambda state: without_item(state.source, path))
    return _changed(page, request, meeting, state, form, focus=id_of(path.rpartition("[")[0]))


def move(page: Page, request: Request, form: Form) -> Response:
    """Move a fact to another type or part."""
    path, target, place = form.text("path"), form.text("to"), ""
    if target == path.rpartition("[")[0]:
        return Response(status_code=HTTPStatus.NO_CONTENT)

    def make(state: State) -> str:
        nonlocal place
        text, place = move_fact(state, path, target)
        return text

    meeting = meeting_of(page, request)
    state = meeting.change(form.text("version"), make)
    return _changed(page, request, meeting, state, form, focus=id_of(place))


def switch(page: Page, request: Request, form: Form) -> Response:
    """Take a word into a list of wishes, or out of it."""
    path, word = form.text("path"), form.text("value").strip()
    if not word:
        return Response(status_code=HTTPStatus.NO_CONTENT)
    meeting = meeting_of(page, request)
    state = meeting.change(form.text("version"), lambda state: switched(state, path, word))
    return _changed(page, request, meeting, state, form, focus=id_of(path))


def answer(page: Page, request: Request, form: Form) -> Response:
    """Take out a doubt that a person has looked at."""
    line, text = form.text("line"), form.text("text")
    number = int(line) if re.fullmatch("[0-9]{1,9}", line) else 0
    meeting = meeting_of(page, request)
    state = meeting.change(form.text("version"), lambda state: without_comment(state.source, number, text))
    return _changed(page, request, meeting, state, form, focus="doubts")


def replace_text(page: Page, request: Request, form: Form) -> Response:
    """Replace the whole text of a YAML that was edited as such."""
    meeting = meeting_of(page, request)
    text = form.text("text")
    make: Make = lambda _state: text if text.endswith("\n") else f"{text}\n"  # noqa: E731
    meeting.change(form.text("version"), make)
    return go_to(request, address(meeting.path.name, "yaml"))


def undo(page: Page, request: Request, form: Form) -> Response:
    """Undo the last change."""
    return _loaded_anew(meeting_of(page, request).undo(form.text("version")))


def redo(page: Page, request: Request, form: Form) -> Response:
    """Redo the last change that was undone."""
    return _loaded_anew(meeting_of(page, request).redo(form.text("version")))


def _loaded_anew(state: State) -> Response:
    """Return an answer upon which the whole page is loaded; what waits behind goes on from its version."""
    return Response(
        status_code=HTTPStatus.NO_CONTENT, headers={"HX-Refresh": "true", "Version": state.version}
    )


def _changed(
    page: Page,
    request: Request,
    meeting: Meeting,
    state: State,
    form: Form,
    *,
    focus: str = "",
    is_whole: bool = False,
) -> Response:
    """Return the parts of the page that a change makes new.

    ``focus`` is the id of what gets the focus where the cards are made anew; without it they are left
    alone, since somebody types in them.
    """
    view = "draft" if form.text("view") == "draft" else "facts"
    is_whole = is_whole or bool(focus)
    context = common(meeting, state, view)
    if is_whole:
        context |= facts_context(meeting, state)
    context |= draft_context(state) if view == "draft" else sheet_context(meeting, state)
    answer = page.show(request, "changed.html", **context, is_whole=is_whole)
    if focus:
        answer.headers["Focus"] = quote(focus)
    return answer


READING: dict[str, Any] = {}
CHANGING: dict[str, Changing] = {
    "/m/{name}/set": set_value,
    "/m/{name}/add": add,
    "/m/{name}/remove": remove,
    "/m/{name}/move": move,
    "/m/{name}/switch": switch,
    "/m/{name}/answer": answer,
    "/m/{name}/text": replace_text,
    "/m/{name}/undo": undo,
    "/m/{name}/redo": redo,
}
