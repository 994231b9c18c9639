"""Small edits of a clerk at his desk, what update and pull make of them, and what they tell of it."""

from __future__ import annotations

import pytest

from drafter.merge.update import Update

from .desk import Desk
from .flood import flood, type_over
from .opened import said


@pytest.fixture
def desk() -> Desk:
    return flood()


def lines(desk: Desk, update: Update) -> str:
    assert not update.findings.conflicts
    return "\n".join(said(update.document or desk.opened.save()))


def notes(update: Update) -> str:
    return "\n".join(note.text for note in update.findings.notes)


@pytest.mark.parametrize("choice", ["", "theirs"])
@pytest.mark.parametrize("outline", ["true", "false"])
def test_a_reworded_heading_goes_into_the_paragraph_that_it_gets(choice: str, outline: str) -> None:
    desk = flood(style={"outline": outline})
    type_over(desk, "把人转在险前", "把人转到安全处")
    desk.keys["parts"][1]["numbering"] = "1."
    update = desk.update(choice)

    text = lines(desk, update)
    assert text.count("把人转到安全处") == 1
    assert "2.把人转到安全处\n预警要叫得应，转移要走得快。" in text
    assert "2.把人转到安全处" in [added.text for added in update.findings.added]
