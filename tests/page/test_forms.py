"""Forms made from the models: each shows a value as it can be sent back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from drafter.library import builtin_library
from drafter.page.changes import value_set
from drafter.page.facts import holders
from drafter.page.forms import Field, form_of
from drafter.page.meetings import Meeting, State

from .pages import Browser

LIBRARY = builtin_library()
each_kind = pytest.mark.parametrize("kind", LIBRARY.kinds())


def leaves(fields: Iterable[Field]) -> Iterator[Field]:
    for field in fields:
        if field.control in ("group", "items"):
            yield from leaves((*field.fields, *(each for item in field.items for each in item.fields)))
        else:
            yield field


def sample(kind: str, folder: Path) -> State:
    path = folder / "sample.yaml"
    path.write_text(LIBRARY.sample(kind), encoding="utf-8", newline="\n")
    return Meeting(path, LIBRARY).state()


@pytest.mark.slow
@each_kind
def test_a_field_that_is_sent_back_as_it_is_shown_changes_nothing(kind: str, tmp_path: Path) -> None:
    state = sample(kind, tmp_path)
    given = state.given
    fields = list(leaves(form_of(given, LIBRARY.kind(kind), LIBRARY.names(kind))))
    fields += [
        field
        for holder in holders(state)
        for group in holder.groups
        for card in group.cards
        for field in (*card.shown, *card.more)
    ]
    shown = [field for field in fields if field.value]

    assert shown
    assert [] == [
        field.path for field in shown if value_set(state, field.path, field.value) != state.source.text
    ]


@pytest.mark.slow
@each_kind
def test_every_step_shows_every_kind(kind: str, tmp_path: Path) -> None:
    meeting = Browser(tmp_path).meeting(LIBRARY.sample(kind))

    assert [200] * 5 == [
        meeting.get(step).status_code for step in ("facts", "draft", "hand-over", "returned", "files/docx")
    ]


@pytest.mark.slow
@each_kind
def test_an_empty_meeting_of_every_kind_can_be_filled(kind: str, tmp_path: Path) -> None:
    browser = Browser(tmp_path)
    answer = browser.post("/meetings", part=False, data={"kind": kind, "topic": ""})
    facts = browser.get(answer.headers["location"])

    assert (200, True) == (facts.status_code, 'id="v-meeting-name"' in facts.text)
