"""What an editor's rules and the guard say of a draft, each finding with its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from drafter.check.check import check
from drafter.check.configured import settings_for
from drafter.check.finding import SEVERITIES, Finding
from drafter.check.guard.guard import guard
from drafter.check.manuscript import Manuscript
from drafter.check.read_speech import manuscript_of_speech
from drafter.page.forms import id_of
from drafter.page.meetings import State
from drafter.page.page import Changing, Page, Reading
from drafter.page.preview import Draft, drafted


class Remark(Struct, frozen=True):
    """A finding: how grave, what, what to do, and the number of its sentence, None where it has none."""

    severity: str
    label: str
    code: str
    message: str
    remedy: str
    passage: int | None


class Row(Struct, frozen=True):
    """A fact of the guard's table, and the numbers of the sentences that say it."""

    words: str
    type: str
    target: str
    passages: tuple[int, ...]


class Checked(Struct, frozen=True):
    """All findings in the order of the text, and where each fact is said."""

    remarks: tuple[Remark, ...]
    table: tuple[Row, ...]


def checked(state: State, draft: Draft, path: Path) -> Checked:
    """Return what the check finds in a draft; a drafter.toml beside ``path`` says which rules are wanted."""
    manuscript = manuscript_of_speech(draft.speech, state.given)
    remarks = (_remark(one, draft) for one in check(manuscript, settings_for(path)))
    table = _table(manuscript, state, draft) if state.given.has_facts else ()
    return Checked(tuple(remarks), tuple(table))


def _remark(finding: Finding, draft: Draft) -> Remark:
    return Remark(
        finding.severity.value,
        SEVERITIES[finding.severity],
        finding.code,
        finding.message.told(),
        finding.remedy.told() if finding.remedy else "",
        draft.passage_at(finding.line, finding.start),
    )


def _table(manuscript: Manuscript, state: State, draft: Draft) -> Iterator[Row]:
    for row in guard(manuscript, state.given).table:
        found = (draft.passage_at(said.line, said.start) for said in row.said)
        passages = dict.fromkeys(number for number in found if number is not None)
        yield Row(row.words, row.type, id_of(row.fact), tuple(passages))


def show_checks(page: Page, request: Request) -> Response:
    """Show the findings; the draft asks for them by itself, so that no change waits for them."""
    meeting = page.meeting(request.path_params["name"])
    state = meeting.state()
    found = checked(state, drafted(state), meeting.path)
    return page.show(request, "checks.html", checked=found)


READING: dict[str, Reading] = {"/m/{name}/checks": show_checks}
CHANGING: dict[str, Changing] = {}
