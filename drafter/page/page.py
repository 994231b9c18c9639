"""The page of one folder: what its routes are given, and how an answer is made."""

from __future__ import annotations

from asyncio import Lock
from collections.abc import Callable
from functools import cached_property
from http import HTTPStatus
from pathlib import Path
from threading import Lock as ThreadLock
from typing import Any
from urllib.parse import quote

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.templating import Jinja2Templates

from drafter.errors import DrafterError
from drafter.i18n import _, ngettext, speaks_chinese
from drafter.library import Library, library_for
from drafter.models.papers import MARKS
from drafter.page.folder import Folder, NoSuchFileError, faults_of
from drafter.page.kept import Kept
from drafter.page.meetings import Meeting, StaleError
from drafter.speech.place_names import place_text, places_text
from drafter.writers.build import SOURCES

HERE = Path(__file__).parent
# So many documents that came back wait at once; each may have the size of an upload.
MOST_RETURNED = 8

# Answers a request; a changing one also gets the form.
Reading = Callable[["Page", Request], Response]
Changing = Callable[["Page", Request, "Form"], Response]


class Upload(Struct, frozen=True):
    """A file that was sent: its name, without folders, and its content."""

    name: str
    content: bytes


class Form(Struct, frozen=True):
    """What a form sent: texts by name, of which some come several times, and a file."""

    texts: dict[str, list[str]]
    file: Upload | None = None

    def text(self, name: str) -> str:
        """Return the first text called ``name``, "" where there is none."""
        return self.texts.get(name, [""])[0]

    def all(self, name: str) -> list[str]:
        """Return all texts called ``name``."""
        return self.texts.get(name, [])


class Page:
    """The page of one folder: its meetings, its templates."""

    def __init__(self, folder: Path) -> None:
        self.folder = Folder(folder)
        # Documents that came back, while somebody decides about them.
        self.returned: Kept[Any] = Kept(MOST_RETURNED)
        # Changes are made in the order in which they came; a page that is asked for after one shows it.
        self.turns = Lock()
        self._meetings: dict[str, Meeting] = {}
        self._lock = ThreadLock()
        self.templates = Jinja2Templates(HERE / "templates")
        self.templates.env.globals |= {
            "_": _,
            "ngettext": ngettext,
            "place_text": place_text,
            "places_text": places_text,
            "quote": quote,
            "marks": MARKS,
            "lang": "zh-CN" if speaks_chinese() else "en",
        }
        self.templates.env.trim_blocks = self.templates.env.lstrip_blocks = True

    @cached_property
    def library(self) -> Library:
        """The library of the folder; raises where its settings have a fault or are not trusted."""
        return library_for(self.folder.path / "-", ())

    def meeting(self, name: str) -> Meeting:
        """Return the meeting in the file called ``name``; raises NoSuchFileError where there is none."""
        path = self.folder.file(name, SOURCES)
        with self._lock:
            if name not in self._meetings:
                self._meetings[name] = Meeting(path, self.library)
            return self._meetings[name]

    def show(self, request: Request, template: str, status: int = HTTPStatus.OK, **context: Any) -> Response:
        """Return a template as an answer."""
        return self.templates.TemplateResponse(request, template, context, status)

    def told(self, request: Request, error: DrafterError) -> Response:
        """Return an error as an answer: a notice for a part of the page, else a page of its own."""
        status = _status_of(error)
        is_part = "hx-request" in request.headers
        template = "notice.html" if is_part else "error.html"
        typed = getattr(request.state, "typed", "")
        return self.show(
            request,
            template,
            status,
            faults=faults_of(error),
            is_stale=isinstance(error, StaleError),
            typed=typed,
        )

    def refusal(self, status: int) -> str:
        """Return the page for a request that is not passed on."""
        return str(self.templates.get_template("refused.html").render(status=int(status)))


def _status_of(error: DrafterError) -> int:
    if isinstance(error, StaleError):
        return HTTPStatus.CONFLICT
    return HTTPStatus.NOT_FOUND if isinstance(error, NoSuchFileError) else HTTPStatus.UNPROCESSABLE_ENTITY


def go_to(request: Request, path: str) -> Response:
    """Return the answer that leads a browser to another page, whether it asked for a part or for all."""
    if "hx-request" in request.headers:
        return Response(status_code=HTTPStatus.NO_CONTENT, headers={"HX-Redirect": path})
    return RedirectResponse(path, HTTPStatus.SEE_OTHER)


def address(name: str, step: str) -> str:
    """Return the address of a step of the meeting in the file called ``name``."""
    return f"/m/{quote(name, safe='')}/{step}"
