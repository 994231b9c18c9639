"""An update is shown first, and written only when what was shown is confirmed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.merge.by_path import put

from .conftest import FIGURE, Ask, rewrite

PAIR = {"document": "m.docx", "path": "m.yaml"}


@pytest.fixture
def moved(edited: Path, folder: Path) -> Path:
    """The document, whose YAML has another date now."""
    rewrite(folder, "2026-05-12", "2026-05-13")
    return edited


@pytest.fixture
def conflicting(edited: Path, folder: Path) -> Path:
    """The document, whose YAML has another figure than it was written with."""
    rewrite(folder, "value: 12", "value: 13")
    return edited


def codes(answer: dict[str, Any]) -> list[str]:
    return [fault["code"] for fault in answer["errors"]]


def test_an_update_is_only_shown(ask: Ask, moved: Path) -> None:
    before = moved.read_bytes()

    answer = ask("update", **PAIR)

    assert ["2026年5月13日"] == [one["new"] for one in answer["updated"]]
    assert (None, before) == (answer["written"], moved.read_bytes())


def test_what_was_shown_is_written_once_it_is_confirmed(ask: Ask, moved: Path) -> None:
    digest = ask("update", **PAIR)["digest"]

    answer = ask("update", **PAIR, confirm=True, digest=digest)

    assert "m.docx" == answer["written"]
    assert [] == ask("update", **PAIR)["updated"]


@pytest.mark.parametrize("digest", ["", "0" * 64])
def test_nothing_is_confirmed_that_was_not_shown(ask: Ask, moved: Path, digest: str) -> None:
    before = moved.read_bytes()

    answer = ask("update", **PAIR, confirm=True, digest=digest)

    assert (["A103"], before) == (codes(answer), moved.read_bytes())


def test_what_a_person_did_meanwhile_has_to_be_shown_again(ask: Ask, moved: Path) -> None:
    digest = ask("update", **PAIR)["digest"]
    moved.write_bytes(put(moved.read_bytes(), "同志们", "各位同志"))
    before = moved.read_bytes()

    answer = ask("update", **PAIR, confirm=True, digest=digest)

    assert (["A103"], before) == (codes(answer), moved.read_bytes())


def test_facts_that_changed_meanwhile_have_to_be_shown_again(ask: Ask, moved: Path, folder: Path) -> None:
    digest = ask("update", **PAIR)["digest"]
    rewrite(folder, "2026-05-13", "2026-05-14")

    assert ["A103"] == codes(ask("update", **PAIR, confirm=True, digest=digest))


def test_tracked_changes_are_another_thing_to_confirm(ask: Ask, moved: Path) -> None:
    digest = ask("update", **PAIR)["digest"]

    assert ["A103"] == codes(ask("update", **PAIR, track=True, confirm=True, digest=digest))
    digest = ask("update", **PAIR, track=True)["digest"]
    assert "m.docx" == ask("update", **PAIR, track=True, confirm=True, digest=digest)["written"]


def test_a_conflict_is_shown_and_nothing_is_written(ask: Ask, conflicting: Path) -> None:
    before = conflicting.read_bytes()
    digest = ask("update", **PAIR)["digest"]

    answer = ask("update", **PAIR, confirm=True, digest=digest)

    (conflict,) = answer["conflicts"]
    assert (FIGURE, "15", "13") == (conflict["name"], conflict["theirs"], conflict["ours"])
    assert (None, before) == (answer["written"], conflicting.read_bytes())


@pytest.mark.parametrize(("side", "value"), [("ours", "13"), ("theirs", "15")])
def test_a_conflict_that_was_shown_is_settled_by_its_name(
    ask: Ask, conflicting: Path, side: str, value: str
) -> None:
    shown = ask("update", **PAIR)["digest"]
    settled = ask("update", **PAIR, **{side: [FIGURE]}, digest=shown)

    assert ([FIGURE], []) == (settled["settled"], settled["conflicts"])
    answer = ask("update", **PAIR, **{side: [FIGURE]}, confirm=True, digest=settled["digest"])

    assert "m.docx" == answer["written"]
    assert ["15座"] * (value == "15") == [
        one["new"] for one in ask("diff", old="m.yaml", new="m.docx")["values"]
    ]


@pytest.mark.parametrize("name", ["all", "meeting.date", "病险水库"])
def test_a_conflict_that_nobody_was_shown_is_not_settled(ask: Ask, conflicting: Path, name: str) -> None:
    shown = ask("update", **PAIR)["digest"]

    answer = ask("update", **PAIR, ours=[name], digest=shown)

    assert ["A104"] == codes(answer)
    assert FIGURE in answer["errors"][0]["remedy"]


def test_a_conflict_is_not_settled_before_it_is_shown(ask: Ask, conflicting: Path) -> None:
    assert ["A103"] == codes(ask("update", **PAIR, ours=[FIGURE]))


def test_the_digest_of_a_conflict_does_not_confirm_its_settlement(ask: Ask, conflicting: Path) -> None:
    shown = ask("update", **PAIR)["digest"]

    assert ["A103"] == codes(ask("update", **PAIR, ours=[FIGURE], confirm=True, digest=shown))
