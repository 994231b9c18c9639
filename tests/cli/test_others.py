"""The commands that start a file, and those that show what there is."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import drafter
from drafter.cli import app
from drafter.i18n.text import display_width
from drafter.library import Library, builtin_library
from drafter.templating.schema import key_reference
from drafter.templating.starter import starting_yaml
from tests.drafts import FULL, LEAST

from .running import RUNNER, run, run_apart, write

COMMANDS = ["new", "build", "outline", "kinds", "topics", "headings", "layouts", "schema"]
COMMANDS += ["update", "pull", "diff", "check", "explain"]
COMMANDS += ["skill", "skill install", "skill show", "mcp"]
COMMANDS += ["template", "template new", "template check"]
LIBRARY = builtin_library()


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_of_a_command(command: str, golden: Callable[[str, str], None]) -> None:
    result = run(*command.split(), "--help")

    assert 0 == result.exit_code
    golden(f"{'-'.join(['help', *command.split()])}.txt", result.stdout)


@pytest.mark.slow
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_pays_for_nothing_it_does_not_show(command: str) -> None:
    assert not modules_after(*command.split(), "--help") & {"docx", "lxml", "jinja2", "yaml"}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_no_command_is_imported_that_is_not_asked_for(arguments: list[str]) -> None:
    assert not modules_after(*arguments) & {"drafter.cli.build", "drafter.cli.template", "msgspec"}


def test_a_command_is_imported_without_the_others() -> None:
    imported = modules_after("kinds")

    assert "drafter.cli.lists" in imported
    assert not imported & {"drafter.cli.build", "drafter.cli.update", "drafter.cli.template"}


def modules_after(*arguments: str) -> set[str]:
    """Return what a process of its own has imported once it has done what ``arguments`` ask for."""
    code = (
        "import sys\n"
        "from drafter.cli import app\n"
        "try:\n"
        f"    app({list(arguments)})\n"
        "finally:\n"
        "    print(*sys.modules, file=sys.stderr)\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    return set(result.stderr.split())


def test_a_shell_completes_the_names_of_commands() -> None:
    asked = {"_DRAFTER_COMPLETE": "complete_bash", "COMP_WORDS": "drafter template c", "COMP_CWORD": "2"}

    result = RUNNER.invoke(app, [], prog_name="drafter", env=asked)

    assert "check\n" == result.stdout


def test_a_mistyped_command_is_answered_with_a_near_one() -> None:
    assert "'build'" in run("bild").stderr


def test_the_version_is_reported() -> None:
    assert f"drafter {drafter.__version__}\n" == run("--version").stdout


def test_an_unknown_command_is_refused() -> None:
    assert 2 == run("bild").exit_code


def test_new_prints_a_file_to_start_from() -> None:
    assert starting_yaml("deployment", Library()) == run("new", "deployment").stdout


def test_new_writes_the_file_that_is_named(here: Path) -> None:
    result = run("new", "deployment", "-o", "a/meeting.yaml")

    assert (0, "wrote a/meeting.yaml\n") == (result.exit_code, result.stdout)
    assert starting_yaml("deployment", Library()) == (here / "a" / "meeting.yaml").read_text(encoding="utf-8")


def test_what_new_writes_can_be_built(here: Path) -> None:
    run("new", "deployment", "-o", "meeting.yaml")

    assert 0 == run("build", "meeting.yaml").exit_code


def test_new_never_writes_over_a_filled_in_file(here: Path) -> None:
    write(here / "meeting.yaml")

    result = run("new", "deployment", "-o", "meeting.yaml")

    assert (2, LEAST) == (result.exit_code, (here / "meeting.yaml").read_text(encoding="utf-8"))


def test_new_with_force_keeps_a_copy(here: Path) -> None:
    write(here / "meeting.yaml")

    result = run("new", "deployment", "-o", "meeting.yaml", "--force")

    assert (0, LEAST) == (result.exit_code, (here / "meeting.1.bak.yaml").read_text(encoding="utf-8"))


def test_new_of_an_unknown_kind_is_refused_with_a_near_one(here: Path) -> None:
    result = run("new", "deploymnt", "-o", "meeting.yaml")

    assert (2, [], "error: unknown kind `deploymnt`\n  = help: did you mean `deployment`?\n") == (
        result.exit_code,
        list(here.iterdir()),
        result.stderr,
    )


def test_a_file_where_a_kind_is_meant_is_told_where_it_belongs(here: Path) -> None:
    result = run("new", "meeting.yaml", "--from", "sheet.txt")

    assert 2 == result.exit_code
    assert "-o meeting.yaml" in " ".join(result.stderr.split())


def test_the_outline_is_indented_by_level(golden: Callable[[str, str], None]) -> None:
    golden("outline.txt", run("outline", FULL).stdout)


@pytest.mark.parametrize("command", ["kinds", "layouts"])
def test_a_list_has_a_line_for_each(command: str) -> None:
    result = run(command)

    names = {"kinds": LIBRARY.kinds(), "layouts": LIBRARY.layouts()}[command]
    assert names == [line.split()[0] for line in result.stdout.splitlines()]


@pytest.mark.parametrize("command", ["kinds", "layouts"])
def test_a_list_in_json_has_names_for_people(command: str) -> None:
    rows = json.loads(run(command, "--json").stdout)

    assert {("id", "name", "summary")} == {tuple(row) for row in rows}
    assert all(all(row.values()) for row in rows)


def test_the_columns_of_a_list_stand_under_each_other(here: Path) -> None:
    for name, title in (("a", "甲"), ("longer", "乙乙乙")):
        write(here / "kinds" / name / "kind.yaml", f"name: {title}\nsummary: 说明\nmeeting: 会议\n")

    lines = run("kinds", "--templates", ".").stdout.splitlines()

    assert {"a", "longer"} < {line.split()[0] for line in lines}
    assert 1 == len(
        {
            (
                display_width(line[: line.index(line.split()[1])]),
                display_width(line[: line.index(line.split()[2])]),
            )
            for line in lines
        }
    )


def test_the_schema_is_json() -> None:
    assert "#/$defs/Parameters" == json.loads(run("schema").stdout)["$ref"]


def test_the_schema_of_an_unknown_kind_is_refused() -> None:
    assert (2, "") == ((result := run("schema", "deploy")).exit_code, result.stdout)


def test_the_page_of_keys_is_printed() -> None:
    assert key_reference() == run("schema", "--markdown").stdout


@pytest.mark.parametrize("encoding", ["ascii", "gb18030", "latin-1"])
def test_a_console_without_chinese_fails_nothing(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    monkeypatch.setenv("PYTHONUTF8", "0")

    result = subprocess.run(
        [sys.executable, "-m", "drafter", "new", "deployment"], capture_output=True, check=False
    )

    assert (0, b"") == (result.returncode, result.stderr)


def test_the_module_is_the_program(here: Path) -> None:
    assert (0, f"drafter {drafter.__version__}\n") == (
        (result := run_apart("--version")).returncode,
        result.stdout,
    )


def test_the_outline_of_a_document_is_that_of_its_file(here: Path) -> None:
    run("build", FULL, "-o", "speech.docx")

    result = run("outline", "speech.docx")

    assert (0, run("outline", FULL).stdout) == (result.exit_code, result.stdout)


@pytest.mark.parametrize("content", ["no document", None])
def test_a_document_that_cannot_be_read_is_reported(here: Path, content: str | None) -> None:
    if content:
        write(here / "speech.docx", content)

    result = run("outline", "speech.docx")

    assert 2 == result.exit_code
    assert result.stderr.startswith("error[D101]: cannot read the document: ")
