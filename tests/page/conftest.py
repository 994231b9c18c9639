"""What the tests of the page share: a browser, and a meeting that is open in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from os import environ
from pathlib import Path
from typing import Any

import pytest

from .browsing import ARGUMENTS, CHROMIUM, WIDE, Visit, Visiting
from .pages import Browser, MeetingInBrowser


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return Browser(tmp_path)


@pytest.fixture
def meeting(browser: Browser) -> MeetingInBrowser:
    return browser.read_sheet()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing = "playwright is not installed"
    else:
        missing = "" if shutil.which(CHROMIUM) else f"there is no {CHROMIUM}"
    if missing:
        assert "CI" not in environ, missing
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visiting(chromium: Any, tmp_path: Path) -> Iterator[Visiting]:
    visits: list[Visit] = []

    def visit(viewport: dict[str, int] = WIDE, *, slow: bool = False) -> Visit:
        visits.append(Visit(chromium, tmp_path, viewport, slow=slow))
        return visits[-1]

    yield visit
    for each in visits:
        each.end()
