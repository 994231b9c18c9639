"""`drafter template new` and `drafter template check`, as a person calls them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.cli.running import run, run_apart, write

from .folders import CLOSING, short_kind, templates

# Each check reads the templates of every kind.
pytestmark = pytest.mark.slow


def test_a_new_kind_goes_where_the_option_says(here: Path) -> None:
    result = run("template", "new", "ours", "-o", "office")

    assert 0 == result.exit_code
    assert (here / "office/kinds/ours/kind.yaml").is_file()


def test_a_new_kind_goes_where_drafter_toml_says(here: Path) -> None:
    (here / "house").mkdir()
    write(here / "drafter.toml", 'templates = "house"')

    result = run_apart("template", "new", "ours")

    assert (here / "house/kinds/ours/kind.yaml").is_file()
    assert "--templates" not in result.stdout


def test_a_new_kind_goes_to_a_folder_of_ours_where_nobody_says(here: Path) -> None:
    result = run("template", "new", "ours")

    assert (here / "our-templates/kinds/ours/kind.yaml").is_file()
    assert "drafter new ours --templates our-templates -o ours.yaml" in result.stdout
    assert 'templates = "our-templates"' in result.stdout


def test_what_was_written_is_said(here: Path) -> None:
    result = run("template", "new", "ours", "--from", "outline")

    assert [
        f"wrote {Path('our-templates/kinds/ours') / name}"
        for name in ("kind.yaml", "sample.yaml", "speech.xml.j2")
    ] == result.stdout.splitlines()[:3]


def test_a_name_that_cannot_be_one_is_reported_with_what_to_write(here: Path) -> None:
    result = run("template", "new", "传达")

    assert 2 == result.exit_code
    assert "small English letters" in result.stderr


def test_a_clean_folder_ends_with_0(here: Path) -> None:
    templates(here / "ours", short_kind())

    result = run("template", "check", here / "ours")

    assert (0, "no faults") == (result.exit_code, result.stdout.splitlines()[-1])


def test_lengths_and_blanks_are_plain_lines_in_a_pipe(here: Path) -> None:
    templates(here / "ours", short_kind(speech="<speech><opening>甲{{ speaker.post }}</opening></speech>"))

    assert ["short\tleast\t8 characters\t1 blank", "【讲话人职务】\tspeaker.post"] == run(
        "template", "check", here / "ours"
    ).stdout.splitlines()[:2]


def test_lengths_and_blanks_are_a_table_on_a_terminal(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from drafter.cli.template import print_checked
    from drafter.templating.check import check_templates

    templates(here / "ours", short_kind(speech="<speech><opening>甲{{ speaker.post }}</opening></speech>"))
    lines: list[str] = []
    monkeypatch.setattr("rich.console.Console.print", lambda _console, table: lines.append(table.row_count))
    monkeypatch.setattr("builtins.print", lambda *_words: None)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)

    print_checked(check_templates(here / "ours"))

    assert [4] == lines


def test_findings_end_with_1_and_are_reported_in_full(here: Path) -> None:
    templates(here / "ours", {CLOSING: "<closing>{{ closng }}</closing>"})

    result = run("template", "check", here / "ours", "--kind", "deployment")

    assert 1 == result.exit_code
    assert f" --> {here / 'ours' / CLOSING}:1:13" in result.stdout
    assert "1 fault" == result.stdout.splitlines()[-1]


def test_what_cannot_be_run_ends_with_2(here: Path) -> None:
    assert 2 == run("template", "check", "none").exit_code


def test_json_is_for_programs(here: Path) -> None:
    templates(here / "ours", short_kind(speech="<speech><opening>{{ opps }}</opening></speech>"))

    found = json.loads(run("template", "check", here / "ours", "--json").stdout)

    assert ["J102"] == [fault["code"] for fault in found["faults"]]
    assert [("short", None)] == [(kind["id"], kind["least"]) for kind in found["kinds"]]
