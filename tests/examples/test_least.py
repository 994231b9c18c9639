"""The least example: all that nobody gave is a blank that can be found and filled."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import drafter
from drafter.models.fields import fields_of
from drafter.models.layout import Layout
from drafter.models.parameters import Parameters
from drafter.models.paths import label_in
from drafter.speech.tree import Blank
from drafter.writers.registry import writer_of
from tests.drafts import LEAST_EXAMPLE, blanks_of, drafted


@pytest.fixture(scope="module")
def blanks() -> list[Blank]:
    return blanks_of(drafter.draft(drafter.load(LEAST_EXAMPLE)))


def leads_to_a_key(path: str) -> bool:
    """Tell whether the model has what stands at ``path``."""
    if label_in(path):
        path = "answers[0].text"
    model: type | None = Parameters
    for key, index in re.findall(r"(\w+)(\[\d+\])?", path):
        plan = fields_of(model).get(key) if model else None
        if plan is None or (index and not plan.is_list):
            return False
        model = plan.type if hasattr(plan.type, "__struct_fields__") else None
    return True


def test_the_least_example_is_two_keys() -> None:
    parameters = drafter.load(LEAST_EXAMPLE)

    assert parameters == Parameters(
        kind=parameters.kind, meeting=type(parameters.meeting)(name=parameters.meeting.name)
    )


def test_the_least_example_reads_as_it_did(golden: Callable[[str, str], None]) -> None:
    speech = drafter.draft(drafter.load(LEAST_EXAMPLE))

    golden("least.txt", writer_of("txt")(speech, Layout()).decode("utf-8"))


def test_there_are_enough_blanks_to_make_a_speech_of_it(blanks: list[Blank]) -> None:
    assert 15 <= len(blanks)


def test_no_blank_is_asked_for_twice(blanks: list[Blank]) -> None:
    asked = [(blank.label, blank.path) for blank in blanks]

    assert sorted(set(asked)) == sorted(asked)


def test_every_blank_leads_to_a_key_of_the_model(blanks: list[Blank]) -> None:
    assert [] == [blank.path for blank in blanks if not leads_to_a_key(blank.path)]


def test_every_blank_says_how_to_fill_it(blanks: list[Blank]) -> None:
    assert [] == [blank.label for blank in blanks if not blank.hint]


@pytest.mark.parametrize(
    "path", ["parts[0].pionts", "meeting.name[0]", "meeting.name.text", "parts[0].points[0].x"]
)
def test_a_path_that_leads_nowhere_is_known_as_such(path: str) -> None:
    assert not leads_to_a_key(path)


@pytest.mark.parametrize("variation", [1, 2, 3, 4])
def test_no_variation_says_what_nobody_gave(variation: int) -> None:
    speech = drafted(style={"variation": variation})

    text = writer_of("txt")(speech, Layout()).decode("utf-8")
    assert [] == re.findall(r"\d+", text)
    assert [] == re.findall("“[^”]*”", text)
    assert [] == re.findall("《[^》]*》", text)


@pytest.mark.parametrize("variation", [1, 2, 3, 4])
def test_no_variation_repeats_a_sentence(variation: int) -> None:
    text = writer_of("txt")(drafted(style={"variation": variation}), Layout()).decode("utf-8")

    sentences = [sentence for sentence in re.split(r"[。！？\n　]+", text) if len(sentence) >= 8]
    assert sorted(set(sentences)) == sorted(sentences)
