"""Who may talk to the page, and how much at once: asked of every request before anything else.

The page writes files and knows texts that are not public. Another site in the same browser, another
program of the same machine and a name that resolves to this machine (DNS rebinding) are kept out.
"""

from __future__ import annotations

import secrets
import sys
import traceback
from collections.abc import Awaitable, Callable, MutableMapping
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from typing import Any

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from drafter.files.archives import MOST_BYTES

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

# A form around the largest document that `update` reads.
MOST_BODY = MOST_BYTES + (1 << 16)
_READING = ("GET", "HEAD")
ENTER = "/enter/"

# Nothing comes from elsewhere, and neither style nor script stands in a page itself.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    # With "no-referrer" a browser would name no origin of a form either.
    b"referrer-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
}


class Access:
    """The keys to the page: a link that opens it once, and the cookie that one gets for it."""

    def __init__(self, announce: Callable[[str], None] = lambda _token: None) -> None:
        self._announce = announce
        self._sessions: set[str] = set()
        self.token = secrets.token_urlsafe(24)

    def enter(self, token: str) -> str | None:
        """Return a new session for the one-time ``token``, None where it is wrong or used up.

        The token that opens the page the next time is announced.
        """
        if not secrets.compare_digest(token.encode(), self.token.encode()):
            return None
        self.token = secrets.token_urlsafe(24)
        session = secrets.token_urlsafe(32)
        self._sessions.add(session)
        self._announce(self.token)
        return session

    def knows(self, session: str) -> bool:
        """Return whether a browser that sends ``session`` has entered."""
        return any(secrets.compare_digest(session.encode(), one.encode()) for one in self._sessions)


class Guard:
    """The outermost layer of the page: it refuses, bounds, sets headers, and keeps texts out of logs."""

    def __init__(self, app: App, access: Access, port: int, refuse: Callable[[int], str] = str) -> None:
        self._app, self._access, self._refuse = app, access, refuse
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self._cookie = f"drafter-{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        answer = self._answer(scope)
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message["headers"] = _with_headers(message.get("headers", ()))
            await send(message)

        try:
            await (answer or self._app)(scope, bounded(receive), guarded)
        except Exception as error:
            tell_kind(error)
            if not started:
                await self._told(HTTPStatus.INTERNAL_SERVER_ERROR)(scope, receive, guarded)

    def _answer(self, scope: Scope) -> Response | None:
        """Return what a request gets that is not passed on, None for one that is."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host not in self._hosts:
            return self._told(HTTPStatus.MISDIRECTED_REQUEST)
        if scope["method"] not in _READING and not is_from_here(headers, host):
            return self._told(HTTPStatus.FORBIDDEN)
        if is_too_long(headers):
            return self._told(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if scope["path"].startswith(ENTER):
            return self._entered(scope["path"].removeprefix(ENTER))
        if scope["path"].startswith("/static/") or self._access.knows(self._session(headers)):
            return None
        return self._told(HTTPStatus.UNAUTHORIZED)

    def _entered(self, token: str) -> Response:
        session = self._access.enter(token)
        if session is None:
            return self._told(HTTPStatus.UNAUTHORIZED)
        answer = RedirectResponse("/", HTTPStatus.SEE_OTHER)
        answer.set_cookie(self._cookie, session, httponly=True, samesite="strict", path="/")
        return answer

    def _session(self, headers: Headers) -> str:
        try:
            found = SimpleCookie(headers.get("cookie", "")).get(self._cookie)
        except CookieError:
            return ""
        return found.value if found else ""

    def _told(self, status: int) -> Response:
        return Response(self._refuse(status), status, media_type="text/html")


def tell_kind(error: Exception) -> None:
    """Print the kind of an error and its place. Its message may quote a text, and does not go to the log."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    print(f"{type(error).__name__}: {place.filename}:{place.lineno}", file=sys.stderr, flush=True)


def is_from_here(headers: Headers, host: str) -> bool:
    """Return whether a change was asked for by this page itself, not by one of another site.

    Every browser sends Origin with what is not a GET; those since 2020 send Sec-Fetch-Site as well.
    """
    site = headers.get("sec-fetch-site", "same-origin")
    return headers.get("origin") == f"http://{host}" and site == "same-origin"


def is_too_long(headers: Headers) -> bool:
    """Return whether a request tells that it is longer than what is read."""
    length = headers.get("content-length", "0")
    return not length.isascii() or not length.isdecimal() or int(length[:12]) > MOST_BODY


class TooLargeError(HTTPException):
    """A request that goes on beyond what is read."""

    def __init__(self) -> None:
        super().__init__(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def bounded(receive: Receive) -> Receive:
    """Return ``receive``, which raises TooLargeError where a body goes on beyond what is read."""
    read = 0

    async def receive_some() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > MOST_BODY:
            raise TooLargeError
        return message

    return receive_some


def _with_headers(given: Any) -> list[tuple[bytes, bytes]]:
    kept = [(name, value) for name, value in given if name.lower() not in _HEADERS]
    found = [*kept, *_HEADERS.items()]
    if not any(name.lower() == b"cache-control" for name, _value in kept):
        found.append((b"cache-control", b"no-store"))
    return found
