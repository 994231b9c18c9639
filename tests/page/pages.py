"""A page under test: its folder, a browser that has entered, and what it sends."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.testclient import TestClient

from drafter.page.app import create_app
from drafter.page.page import Page
from drafter.page.security import ENTER, Access, Guard

PORT = 8716
HERE = f"http://127.0.0.1:{PORT}"
ROOT = Path(__file__).parents[2]
SHEET = (ROOT / "examples/task-sheet.txt").read_text(encoding="utf-8")
NAME = "松陵县电动自行车安全充电整治推进会.yaml"


class Browser:
    """A browser with the page of one folder."""

    def __init__(self, folder: Path, *, enters: bool = True) -> None:
        self.folder = folder
        self.page = Page(folder)
        self.access = Access()
        guarded = Guard(create_app(self.page), self.access, PORT, self.page.refusal)
        self.client = TestClient(guarded, base_url=HERE, follow_redirects=False)
        if enters:
            self.client.get(f"{ENTER}{self.access.token}")

    def get(self, path: str, **keys: Any) -> Any:
        return self.client.get(path, **keys)

    def post(
        self, path: str, *, part: bool = True, headers: dict[str, str] | None = None, **keys: Any
    ) -> Any:
        sent = {"Origin": HERE, "Sec-Fetch-Site": "same-origin", **({"HX-Request": "true"} if part else {})}
        return self.client.post(path, headers=sent | (headers or {}), **keys)

    def read_sheet(self, text: str = SHEET) -> MeetingInBrowser:
        """Make a meeting of a task sheet, as a clerk does."""
        answer = self.post("/sheets", part=False, data={"text": text})
        assert answer.status_code == 303, answer.text
        return MeetingInBrowser(self, answer.headers["location"].removesuffix("/facts"))

    def meeting(self, text: str, name: str = "会议.yaml") -> MeetingInBrowser:
        """Put a YAML into the folder, and open it."""
        (self.folder / name).write_text(text, encoding="utf-8", newline="\n")
        return MeetingInBrowser(self, f"/m/{quote(name)}")


class MeetingInBrowser:
    """A meeting that is open in a browser."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address

    @property
    def path(self) -> Path:
        from urllib.parse import unquote

        return self.browser.folder / unquote(self.address.rpartition("/")[2])

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    def version(self) -> str:
        found = re.search('id="version" name="version" value="([^"]*)"', self.get("facts").text)
        assert found
        return found[1]

    def get(self, step: str) -> Any:
        return self.browser.get(f"{self.address}/{step}")

    def send(self, action: str, **values: Any) -> Any:
        data = {"version": self.version(), "view": "facts", **values}
        return self.browser.post(f"{self.address}/{action}", data=data)

    def set(self, path: str, value: str, **values: Any) -> Any:
        return self.send("set", path=path, value=value, **values)
