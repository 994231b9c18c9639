"""The application: its routes, and what guards each answer."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from drafter.errors import DrafterError
from drafter.i18n import _
from drafter.page import changes, checks, handing, returned, start, views
from drafter.page.folder import NoSuchFileError
from drafter.page.page import HERE, Changing, Form, Page, Reading, Upload
from drafter.page.security import MOST_BODY

# A form with more fields is not one of this page.
MOST_FIELDS = 400
# Each names the routes that it answers.
_MODULES = (start, views, changes, checks, handing, returned)


def create_app(page: Page) -> Starlette:
    """Return the application for a page; what guards it comes around it."""
    routes: list[Any] = []
    for module in _MODULES:
        for path, function in module.READING.items():
            routes.append(Route(path, _reading(page, function), methods=["GET"]))
        for path, change in module.CHANGING.items():
            routes.append(Route(path, _changing(page, change), methods=["POST"]))
    routes.append(Mount("/static", StaticFiles(directory=HERE / "static")))
    missing, refused = _missing(page), _refused(page)
    handlers = {
        HTTPStatus.NOT_FOUND: missing,
        HTTPStatus.METHOD_NOT_ALLOWED: missing,
        HTTPStatus.BAD_REQUEST: refused,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: refused,
        HTTPStatus.INTERNAL_SERVER_ERROR: refused,
    }
    return Starlette(routes=routes, exception_handlers={int(code): each for code, each in handlers.items()})


def _missing(page: Page) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, _error: Exception) -> Response:
        return page.told(request, NoSuchFileError(_("there is no such page")))

    return answer


def _refused(page: Page) -> Callable[[Request, Exception], Response]:
    def answer(_request: Request, error: Exception) -> Response:
        status = getattr(error, "status_code", HTTPStatus.INTERNAL_SERVER_ERROR)
        return Response(page.refusal(status), status, media_type="text/html")

    return answer


def _reading(page: Page, function: Reading) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        async with page.turns:
            pass
        try:
            return await run_in_threadpool(function, page, request)
        except DrafterError as error:
            return await run_in_threadpool(page.told, request, error)

    return answer


def _changing(page: Page, function: Changing) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        async with request.form(max_files=1, max_fields=MOST_FIELDS, max_part_size=MOST_BODY) as sent:
            form = await _form(sent)
        request.state.typed = form.text("value")
        try:
            async with page.turns:
                return await run_in_threadpool(function, page, request, form)
        except DrafterError as error:
            return await run_in_threadpool(page.told, request, error)

    return answer


async def _form(sent: Any) -> Form:
    texts: dict[str, list[str]] = {}
    file = None
    for name, value in sent.multi_items():
        if not isinstance(value, UploadFile):
            texts.setdefault(name, []).append(value.replace("\r\n", "\n"))
        elif value.filename:
            name = value.filename.replace("\\", "/").rpartition("/")[2]
            file = Upload(name, await value.read())
    return Form(texts, file)
