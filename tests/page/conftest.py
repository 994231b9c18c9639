"""What the tests of the page share: a browser, and a meeting that is open in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .pages import Browser, MeetingInBrowser


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return Browser(tmp_path)


@pytest.fixture
def meeting(browser: Browser) -> MeetingInBrowser:
    return browser.read_sheet()
