"""`new_kind`: all files of a new kind or none, and never over existing files."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import OutputError, OverwriteError, UnknownNameError
from drafter.library import Library, builtin_library
from drafter.templating.check import check_templates
from drafter.templating.scaffold import new_kind
from tests.drafts import drafted

LIBRARY = builtin_library()


def test_a_kind_from_nothing_is_clean_and_builds(tmp_path: Path) -> None:
    new_kind("briefing", tmp_path, LIBRARY)

    assert () == check_templates(tmp_path).faults
    assert 3 == len(drafted(Library([tmp_path]), kind="briefing").parts)


@pytest.mark.slow
@pytest.mark.parametrize("source", LIBRARY.kinds())
def test_a_kind_from_any_that_ships_says_the_same(tmp_path: Path, source: str) -> None:
    new_kind("ours", tmp_path, LIBRARY, source)
    library = Library([tmp_path])

    assert drafted(LIBRARY, kind=source).opening == drafted(library, kind="ours").opening
    assert () == check_templates(tmp_path).faults


def test_a_copy_takes_up_its_own_files(tmp_path: Path) -> None:
    new_kind("ours", tmp_path, LIBRARY, "mobilization")

    text = (tmp_path / "kinds/ours/speech.xml.j2").read_text(encoding="utf-8")

    assert "kinds/ours/closing.xml.j2" in text
    assert "mobilization" not in text


def test_the_sample_of_a_copy_is_of_the_new_kind(tmp_path: Path) -> None:
    new_kind("ours", tmp_path, LIBRARY, "deployment")

    text = (tmp_path / "kinds/ours/sample.yaml").read_text(encoding="utf-8")

    assert "\nkind: ours " in text
    assert f"{tmp_path.name}/kinds/ours/sample.yaml" in text


def test_what_was_written_is_reported(tmp_path: Path) -> None:
    paths = new_kind("ours", tmp_path, LIBRARY, "outline")

    assert sorted(tmp_path.rglob("*.*")) == paths


def test_a_copy_has_the_files_of_an_office_before_those_that_ship(tmp_path: Path) -> None:
    own = tmp_path / "kinds/deployment/tasks.xml.j2"
    own.parent.mkdir(parents=True)
    own.write_text('{% include "shared/part.xml.j2" %}', encoding="utf-8")

    new_kind("ours", tmp_path, Library([tmp_path]), "deployment")

    assert own.read_text(encoding="utf-8") == (tmp_path / "kinds/ours/tasks.xml.j2").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("name", ["", "Briefing", "传达", "a/b", "..", "a b", "-a", "a-", "a_b", "1a"])
def test_a_name_that_cannot_be_one_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="cannot be the name"):
        new_kind(name, tmp_path, LIBRARY)


def test_the_name_of_a_kind_that_there_is_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="already"):
        new_kind("deployment", tmp_path, LIBRARY)


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    notes = tmp_path / "kinds/ours/notes.txt"
    notes.parent.mkdir(parents=True)
    notes.write_text("甲", encoding="utf-8")

    with pytest.raises(OverwriteError):
        new_kind("ours", tmp_path, LIBRARY)

    assert [notes] == list(notes.parent.iterdir())


def test_a_kind_that_there_is_not_cannot_be_copied(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="deploymnt"):
        new_kind("ours", tmp_path, LIBRARY, "deploymnt")


def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "kinds").write_text("甲", encoding="utf-8")

    with pytest.raises(OutputError, match="cannot write"):
        new_kind("ours", tmp_path, LIBRARY)

    assert [tmp_path / "kinds"] == list(tmp_path.iterdir())
