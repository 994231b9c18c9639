"""Whatever is wrong with a file, a command says so, exits with 2 and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.yaml.faults import FAULTS, Case

from .running import run, run_apart, write

each_fault = pytest.mark.parametrize("case", FAULTS.values(), ids=list(FAULTS))


@each_fault
def test_a_faulty_file_makes_no_document(here: Path, case: Case) -> None:
    content = case.text if isinstance(case.text, bytes) else case.text.encode()
    (here / "meeting.yaml").write_bytes(content)

    result = run("build", "meeting.yaml")

    assert (2, "", ["meeting.yaml"]) == (
        result.exit_code,
        result.stdout,
        [path.name for path in here.iterdir()],
    )


@each_fault
def test_a_fault_is_reported_on_standard_error(here: Path, case: Case) -> None:
    content = case.text if isinstance(case.text, bytes) else case.text.encode()
    (here / "meeting.yaml").write_bytes(content)

    result = run("outline", "meeting.yaml")

    assert (2, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith(f"error[{case.code}]: ")
    assert f"\n --> meeting.yaml:{case.line}:{case.column}\n" in result.stderr


@pytest.mark.parametrize("name", ["missing.yaml", "folder", "huge.yaml"])
def test_what_cannot_be_read_is_reported_without_a_traceback(here: Path, name: str) -> None:
    (here / "folder").mkdir()
    with (here / "huge.yaml").open("wb") as file:
        file.truncate(50 << 20)

    result = run_apart("outline", name)

    assert (2, "") == (result.returncode, result.stdout)
    assert result.stderr.startswith("error[Y00")
    assert "Traceback" not in result.stderr


@pytest.mark.slow
def test_a_faulty_template_is_reported_without_a_traceback(here: Path) -> None:
    write(here / "meeting.yaml")
    write(here / "office" / "shared" / "closing.xml.j2", "<closing>\n  {{ subjct }}\n</closing>")

    result = run_apart("build", "meeting.yaml", "--templates", "office")

    assert (2, "") == (result.returncode, result.stdout)
    assert (
        "error[J102]: unknown name `subjct`\n"
        f" --> {Path('office/shared/closing.xml.j2')}:2:3\n"
        "  |\n"
        "2 |   {{ subjct }}\n"
        "  |   ^^^^^^^^^^^^\n"
        "  = help: did you mean `subject`?\n"
    ) == result.stderr


def test_a_caret_stands_under_chinese_text(here: Path) -> None:
    write(here / "meeting.yaml", "kind: deployment\nmeeting:\n  name: 关于社区: 会议\n")

    result = run("build", "meeting.yaml")

    assert (
        "error[Y005]: a half-width colon and a blank inside Chinese text\n"
        " --> meeting.yaml:3:13\n"
        "  |\n"
        "3 |   name: 关于社区: 会议\n"
        "  |                 ^\n"
        "  = help: write the full-width colon ：, or put the whole text in single quotation marks\n"
    ) == result.stderr
