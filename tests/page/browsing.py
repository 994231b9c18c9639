"""A page that is served as a user starts it, and a visit of it in Debian's Chromium."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .pages import SHEET

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# An answer of this machine while others use it as well.
PATIENCE = 60_000

# The command, of which every change of a meeting takes its time.
SLOW = """
from time import sleep
from drafter.__main__ import main
from drafter.page.meetings import Meeting

def slowly(self, *given, change=Meeting.change, **keys):
    sleep(0.8)
    return change(self, *given, **keys)

Meeting.change = slowly
main()
"""


class Server:
    """A page that is served, as a user starts it."""

    def __init__(self, folder: Path, *, slow: bool = False) -> None:
        self.folder = folder
        drafter = ["-c", SLOW] if slow else ["-m", "drafter"]
        command = [sys.executable, *drafter, "page", str(folder), "--no-browser", "--lang", "en"]
        self.process = subprocess.Popen(
            # A port of the system's choice: several tests may run at once.
            [*command, "--port", str(free_port())],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        assert self.process.stdout is not None
        found = re.search(r"http://\S+", self.process.stdout.readline())
        assert found
        self.link = found[0]

    def end(self) -> str:
        """End the server; return what it printed."""
        self.process.terminate()
        return self.process.communicate(timeout=60)[0]


def free_port() -> int:
    from drafter.page.serve import bound_socket

    with bound_socket(0) as bound:
        port: int = bound.getsockname()[1]
        return port


class Visit:
    """A visit of a page: what the console and the log say is kept."""

    def __init__(self, chromium: Any, folder: Path, viewport: dict[str, int], *, slow: bool = False) -> None:
        self.server = Server(folder, slow=slow)
        self.context = chromium.new_context(viewport=viewport, accept_downloads=True)
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.said: list[str] = []
        self.page.on("console", lambda one: one.type == "error" and self.said.append(one.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda one: self._only_here(one.url))
        self.page.goto(self.server.link)

    def _only_here(self, url: str) -> None:
        if not url.startswith(self.server.link.partition("/enter/")[0]):
            self.said.append(f"asked elsewhere: {url}")

    def rest(self) -> None:
        """Wait until nothing is on its way."""
        self.page.wait_for_load_state()
        self.page.wait_for_function(
            "() => document.readyState === 'complete'"
            " && !document.querySelector('#main[aria-busy], .htmx-request, .htmx-swapping, .htmx-settling')"
        )

    def yaml(self) -> str:
        latest = max(self.server.folder.glob("*.yaml"), key=lambda path: path.stat().st_mtime_ns)
        return latest.read_text(encoding="utf-8")

    def has_saved(self, text: str) -> bool:
        """Tell whether the YAML comes to hold ``text``; a busy machine takes its time."""
        for _turn in range(100):
            if text in self.yaml():
                return True
            self.page.wait_for_timeout(100)
        return False

    def end(self) -> list[str]:
        """Return what went wrong: errors of the console, and lines of the log that tell of any."""
        self.context.close()
        log = self.server.end()
        return [*self.said, *(line for line in log.splitlines() if "Error" in line or "Traceback" in line)]


Visiting = Callable[..., Visit]


def send_sheet(visit: Visit) -> None:
    visit.page.fill("#sheet-text", SHEET)
    visit.page.click("text=Read it")
    visit.page.wait_for_selector("#cards")


def read_sheet(visit: Visit) -> None:
    """Read the sheet, and wait for the scripts: on a busy machine the cards are there before them."""
    send_sheet(visit)
    visit.rest()


def step(visit: Visit, name: str) -> None:
    visit.page.click(f".steps a:has-text('{name}')")
    visit.rest()
