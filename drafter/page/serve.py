"""The server of the page: on this computer only, until its terminal closes or nobody uses it."""

from __future__ import annotations

import gc
import socket
import sys
import threading
import time
from pathlib import Path

import uvicorn

from drafter.errors import OutputError
from drafter.i18n import _
from drafter.page.app import create_app
from drafter.page.opening import open_browser
from drafter.page.page import Page
from drafter.page.security import ENTER, Access, App, Guard, Receive, Scope, Send

HOST = "127.0.0.1"
# The port that is tried first where none is asked for, so that the address stays the same.
USUAL_PORT = 8716
# So many requests are answered at once; a browser with ten tabs has some dozens.
MOST_AT_ONCE = 200


class Watched:
    """The application, and when it was last asked for anything."""

    def __init__(self, app: App) -> None:
        self._app = app
        self.last = time.monotonic()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        self.last = time.monotonic()
        await self._app(scope, receive, send)


def serve(folder: Path, *, port: int | None = None, idle: float | None = None, browser: bool = True) -> None:
    """Serve the page for ``folder`` until it is interrupted, or nobody asked for ``idle`` minutes.

    Raises OutputError where the port is taken.
    """
    bound = bound_socket(port)
    number: int = bound.getsockname()[1]

    def link(token: str) -> str:
        return f"http://{HOST}:{number}{ENTER}{token}"

    def announce(token: str) -> None:
        # Whoever closes the browser gets in again.
        print(_("To open it once more: {link}").format(link=link(token)), flush=True)

    # A command ends before garbage matters; a page runs for a day.
    gc.enable()
    access = Access(announce)
    page = Page(folder)
    watched = Watched(Guard(create_app(page), access, number, page.refusal))
    server = _server_of(watched)
    print(
        _("The page for {folder}: {link}").format(folder=folder.resolve(), link=link(access.token)),
        flush=True,
    )
    print(_("It works while this window is open; Ctrl+C ends it."), flush=True)
    if browser:
        # A program that opens it may wait for its end; the page is there meanwhile.
        threading.Thread(target=_open, args=(link(access.token),), daemon=True).start()
    if idle:
        threading.Thread(target=_stop_idle, args=(server, watched, idle * 60), daemon=True).start()
    server.run(sockets=[bound])


def _open(address: str) -> None:
    if not open_browser(address):
        print(_("Open this link in a browser."), flush=True)


def _server_of(app: App) -> uvicorn.Server:
    """Return a server that logs nothing, since addresses and messages have texts in them."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            limit_concurrency=MOST_AT_ONCE,
            timeout_graceful_shutdown=2,
            lifespan="off",
            ws="none",
        )
    )


def bound_socket(port: int | None) -> socket.socket:
    """Return a socket on this computer's own address; raises OutputError where the port is taken."""
    for number in (port,) if port is not None else (USUAL_PORT, 0):
        bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if sys.platform != "win32":
            # On Windows this would let another program take the port as well.
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((HOST, number))
            # Whoever is given the link may use it before the server runs.
            bound.listen()
        except OSError:
            bound.close()
            continue
        return bound
    message = _("port {port} is taken by another program").format(port=port)
    raise OutputError(Path(str(port)), message, _("name another one, or leave out --port"))


def _stop_idle(server: uvicorn.Server, watched: Watched, seconds: float) -> None:
    while not server.should_exit:
        left = watched.last + seconds - time.monotonic()
        if left <= 0:
            print(_("Nobody has used the page for a while: it has ended."), flush=True)
            server.should_exit = True
            return
        time.sleep(min(left, 5) + 0.05)
