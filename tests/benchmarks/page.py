"""A change on the page: from the value that is sent to the parts of the page that come back."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

from tests.page.pages import SHEET, Browser, MeetingInBrowser

from .rounds import take_turns
from .rows import Row
from .samples import EXAMPLE

# What the issue of the page asks for, in milliseconds, with what the browser needs.
CHANGE_MS = 100.0


def changes(folder: Path, rounds: int) -> list[Row]:
    """Measure one change in a speech of four minutes made of facts, and in one of a quarter of an hour."""
    for name in ("short", "long"):
        (folder / name).mkdir()
    composed = Browser(folder / "short").read_sheet(SHEET)
    written = Browser(folder / "long").meeting(EXAMPLE.read_text(encoding="utf-8"))
    tasks = {
        "composed": _change(composed, "facts.funds[0].text", "县里安排补助资金{}万元"),
        "written": _change(written, "speaker.name", "王{}"),
    }
    times = take_turns(tasks, rounds, dict.fromkeys(tasks, 2))
    return [
        Row(
            "10 a change on the page, of facts",
            1000 * times.median("composed"),
            "ms",
            CHANGE_MS,
            at_most=True,
        ),
        Row("  the same, of a longer speech", 1000 * times.median("written"), "ms", CHANGE_MS, at_most=True),
    ]


def _change(meeting: MeetingInBrowser, path: str, value: str) -> Callable[[], object]:
    """Return a task that sets a value that was never there, and gets the new draft."""
    numbers = count(1)
    state = meeting.browser.page.meeting(meeting.path.name).state

    def change() -> object:
        data = {
            "version": state().version,
            "view": "draft",
            "path": path,
            "value": value.format(next(numbers)),
        }
        answer = meeting.browser.post(f"{meeting.address}/set", data=data)
        assert answer.status_code == 200, answer.text
        return answer

    return change
