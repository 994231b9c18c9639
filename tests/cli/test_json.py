"""What programs read: every command that an assistant needs prints JSON, faults too, and waits for nobody."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.drafts import LEAST

from .running import RUNNER, app, run, write

SHEET = """清渡县防汛工作部署会，2026年4月10日下午3点，县政府二楼。副县长罗向川讲话，12分钟。
要干的：
1. 没销号的4月25日前全部销号。
2. 土工布缺3000，4月20日前补齐。
【交代】少讲意义。
"""
# A command on a file that is not there.
WITHOUT_FILES = [
    ("new", "--from", "gone.txt"),
    ("build", "gone.yaml"),
    ("outline", "gone.yaml"),
    ("update", "gone.docx", "gone.yaml"),
    ("pull", "gone.docx", "gone.yaml"),
    ("diff", "gone.docx", "gone.yaml"),
]


def json_of(*arguments: str | Path) -> Any:
    return json.loads(run(*arguments, "--json").stdout)


def new_of(folder: Path, *arguments: str, text: str = SHEET) -> Any:
    return json_of("new", "--from", write(folder / "sheet.txt", text), *arguments)


@pytest.mark.parametrize("command", WITHOUT_FILES, ids=lambda command: command[0])
def test_a_file_that_is_not_there_is_told_in_json_as_well(here: Path, command: Sequence[str]) -> None:
    done = run(*command, "--json")

    found = json.loads(done.stdout)
    (fault,) = (found[0] if isinstance(found, list) else found)["errors"]
    assert (2, True) == (done.exit_code, fault["file"].startswith("gone."))
    assert fault["message"]
    assert done.stderr or command[0] in ("build", "update")


@pytest.mark.parametrize("command", WITHOUT_FILES, ids=lambda command: command[0])
def test_a_fault_has_the_same_keys_everywhere(here: Path, command: Sequence[str]) -> None:
    found = json_of(*command)

    (fault,) = (found[0] if isinstance(found, list) else found)["errors"]
    assert ["code", "message", "file", "line", "column", "remedy"] == list(fault)


def test_an_unknown_name_is_told_in_json_with_its_remedy(here: Path) -> None:
    (fault,) = json_of("new", "deploymnt")["errors"]

    assert "did you mean `deployment`?" == fault["remedy"]


def test_what_was_read_of_a_sheet_is_told(here: Path) -> None:
    read = new_of(here)["read"]

    assert ("清渡县防汛工作部署会", "2026-04-10") == (read["meeting"], read["date"])
    assert ("罗向川", "副县长", 12) == (read["speaker"], read["post"], read["minutes"])
    assert {"tasks": 2} == read["facts"]
    assert {"spare": ["意义"]} == read["wishes"]


def test_what_is_doubtful_in_a_sheet_has_its_place(here: Path) -> None:
    (doubt,) = new_of(here)["doubts"]

    assert ("S101", 4, 8) == (doubt["code"], doubt["line"], doubt["column"])
    assert doubt["file"].endswith("sheet.txt")


def test_what_a_sheet_lacks_is_told_as_a_blank(here: Path) -> None:
    found = new_of(here)

    assert ["土工布的计量单位"] == found["read"]["missing"]
    assert "土工布的计量单位" in [blank["label"] for blank in found["blanks"]]


def test_a_yaml_that_is_printed_is_in_the_json(here: Path) -> None:
    found = new_of(here)

    assert found["output"] is None
    assert run("new", "--from", "sheet.txt").stdout == found["text"]


def test_a_yaml_that_is_written_is_named_in_the_json(here: Path) -> None:
    found = new_of(here, "-o", "m.yaml")

    assert ("m.yaml", []) == (found["output"], found["errors"])
    assert found["text"] == (here / "m.yaml").read_text(encoding="utf-8")


def test_a_kind_that_was_guessed_is_told(here: Path) -> None:
    assert not new_of(here)["guessed"]
    assert new_of(here, text="讲三件事。\n")["guessed"]


def test_an_empty_file_to_fill_in_has_its_blanks_told(here: Path) -> None:
    found = json_of("new", "deployment")

    assert "deployment" == found["kind"]
    assert "meeting.date" in [blank["path"] for blank in found["blanks"]]


def test_nothing_but_json_is_printed_of_a_sheet_with_doubts(here: Path) -> None:
    write(here / "sheet.txt", SHEET)

    assert "" == run("new", "--from", "sheet.txt", "-o", "m.yaml", "--json").stderr


def test_an_outline_has_levels(here: Path) -> None:
    write(here / "m.yaml", LEAST)

    lines = json_of("outline", "m.yaml")
    assert {1, 2} == {line["level"] for line in lines}
    assert lines[0]["text"].startswith("一、")


def test_the_schema_is_json_with_the_option_and_without(here: Path) -> None:
    assert run("schema").stdout == run("schema", "--json").stdout


def test_a_page_for_people_is_no_json(here: Path) -> None:
    assert 2 == run("schema", "--json", "--markdown").exit_code


def test_a_pull_tells_what_it_wrote(here: Path) -> None:
    write(here / "m.yaml", LEAST)
    run("build", "m.yaml")

    found = json_of("pull", "m.docx", "m.yaml")

    assert ("m.docx", "m.yaml", None) == (found["document"], found["yaml"], found["written"])
    assert "new.yaml" == json_of("pull", "m.docx", "new.yaml")["written"]
    assert json_of("pull", "m.docx", "other.yaml", "--dry-run")["written"] is None


@pytest.mark.slow
@pytest.mark.parametrize("command", [*WITHOUT_FILES, ("kinds",), ("topics",), ("schema",)])
def test_no_command_reads_an_answer(here: Path, command: Sequence[str]) -> None:
    with_answer = RUNNER.invoke(app, [*command, "--json"], input="y\n")

    assert run(*command, "--json").stdout == with_answer.stdout
