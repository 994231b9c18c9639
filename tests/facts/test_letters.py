"""Single letters and signs at the front of rows are their marks, and no words of the facts."""

from __future__ import annotations

import pytest

from drafter.facts import read_sheet
from drafter.facts.cut.letters import with_letters
from drafter.facts.sheet import IntentKind, Sheet

HEAD = "清渡县粮食安全会，2026年4月10日下午3点，县长王平讲话，5分钟。\n"
ROWS = ("查了11个粮站，账实不符的仓7个", "磅秤没按期检定的5台", "追回资金203万元")


def _read(marks: str, wishes: str = "") -> Sheet:
    rows = "".join(f"{mark}{row}。\n" for mark, row in zip(marks.split("|"), ROWS, strict=True))
    return read_sheet(f"{HEAD}检查情况\n{rows}{wishes}")


@pytest.mark.parametrize(
    "marks",
    [
        "a |b |c ",
        "a. |b. |c. ",
        "a.|b.|c.",
        "c、|d、|e、",
        "i) |j) |k) ",
        "A |B |C ",
        "・|・|・",
        "●|●|●",
        "－ |－ |－ ",
    ],
)
def test_the_mark_of_a_row_is_no_part_of_its_fact(marks: str) -> None:
    assert not any(fact.text[0] in "abcdeijkABC・·●－- .、" for fact in _read(marks).facts)


def test_a_letter_without_a_row_beside_it_is_a_word() -> None:
    assert with_letters("A 类企业41户\n共有3户停产\n") == "A 类企业41户\n共有3户停产\n"


def test_a_wish_about_a_row_is_about_what_the_row_tells() -> None:
    sheet = _read("a |b |c ", "县长要求\n－ b条不提。\n")

    (wish,) = (wish for wish in sheet.intents if wish.kind is IntentKind.AVOID)
    assert [fact.text for fact in sheet.facts if fact.id in wish.about] == [ROWS[1]]


def test_a_wish_about_a_part_of_a_row_names_the_part() -> None:
    sheet = _read("a |b |c ", "县长要求\n－ a条里账实不符的不提。\n")

    assert [wish.words for wish in sheet.intents if wish.kind is IntentKind.AVOID] == [("账实不符",)]


def test_how_a_row_is_to_be_told_does_not_leave_it_out() -> None:
    sheet = _read("a |b |c ", "县长要求\n－ a条的话要严实，不能定性。\n")

    assert all(wish.kind is not IntentKind.AVOID for wish in sheet.intents)
