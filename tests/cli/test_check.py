"""`drafter check` and `drafter explain`: what is printed, and with which status they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from drafter.cli import app
from tests.check.word_files import document_of
from tests.drafts import LEAST

from .running import RUNNER, run, write

CLEAN = "在会上的讲话\n同志们：\n开会。\n一、甲事，要紧\n好。\n二、乙事，要紧\n好。\n"
BAD = CLEAN.replace("一、", "一.")
ONLY = ("--select", "ordinal-mark")


def test_nothing_found_is_said(tmp_path: Path) -> None:
    result = run("check", write(tmp_path / "a.txt", CLEAN), *ONLY)

    assert (0, "nothing found\n") == (result.exit_code, result.stdout)


def test_a_file_without_text_is_told_as_that(tmp_path: Path) -> None:
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "水利局"
    document.save(str(tmp_path / "a.docx"))
    paths = [str(tmp_path / "a.docx"), write(tmp_path / "b.txt", "\n")]
    result = run("check", *paths, *ONLY)

    assert 0 == result.exit_code
    assert [f"{path}: no text to check; tables are left out" for path in paths] == result.stdout.split("\n")[
        :2
    ]


def test_an_error_ends_with_one(tmp_path: Path) -> None:
    result = run("check", write(tmp_path / "a.txt", BAD), *ONLY)

    assert 1 == result.exit_code
    assert "error[ordinal-mark]: 一 needs 、 behind it" in result.stdout
    assert result.stdout.endswith("1 error, 0 warnings, 0 hints\n")


@pytest.mark.parametrize(("options", "status"), [((), 0), (("--strict",), 1)])
def test_warnings_end_with_one_only_where_one_is_strict(
    options: tuple[str, ...], status: int, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.txt", f"{CLEAN}各级各部门、各位同志要把这项工作紧紧抓在手上，切实\n")
    result = run("check", path, "--select", "truncated-text", *options)

    assert status == result.exit_code, result.stdout


def test_concise_is_a_line_a_finding(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", BAD)

    assert (
        f"{path}:4:2: error ordinal-mark 一 needs 、 behind it\n"
        == run("check", path, "--concise", *ONLY).stdout
    )


def test_json_has_every_file_and_place(tmp_path: Path) -> None:
    paths = [write(tmp_path / "a.txt", BAD), write(tmp_path / "b.txt", CLEAN)]
    first, second = json.loads(run("check", *paths, "--json", *ONLY).stdout)

    assert ("ordinal-mark", 4, 2) == tuple(first["findings"][0][key] for key in ("code", "line", "column"))
    assert [] == second["findings"]


def test_sarif_is_one_log(tmp_path: Path) -> None:
    log = json.loads(run("check", write(tmp_path / "a.txt", BAD), "--sarif", *ONLY).stdout)

    assert 1 == len(log["runs"][0]["results"])


def test_one_form_at_a_time(tmp_path: Path) -> None:
    assert 2 == run("check", write(tmp_path / "a.txt", BAD), "--json", "--sarif").exit_code


def test_a_rule_can_be_ignored(tmp_path: Path) -> None:
    assert 0 == run("check", write(tmp_path / "a.txt", BAD), *ONLY, "--ignore", "ordinal-m").exit_code


def test_one_word_of_a_rule_can_be_ignored(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "会议布署了工作。\n")

    assert 1 == run("check", path, "--select", "wrong-word").exit_code
    assert 0 == run("check", path, "--select", "wrong-word", "--ignore", "wrong-word:布署").exit_code


def test_an_unknown_code_is_told_with_the_nearest(tmp_path: Path) -> None:
    result = run("check", write(tmp_path / "a.txt", BAD), "--ignore", "ordinal-mrak")

    assert 2 == result.exit_code
    assert "did you mean `ordinal-mark`?" in result.stderr


def test_a_text_may_come_from_standard_input() -> None:
    result = RUNNER.invoke(app, ["check", "-", "--concise", *ONLY], input=BAD)

    assert "-:4:2: error ordinal-mark 一 needs 、 behind it\n" == result.stdout


@pytest.mark.parametrize("name", ["none.txt", "", "a.pdf"])
def test_what_cannot_be_read_ends_with_two_and_the_others_are_checked(name: str, tmp_path: Path) -> None:
    write(tmp_path / "a.pdf", "x")
    result = run("check", tmp_path / name, write(tmp_path / "b.txt", BAD), "--concise", *ONLY)

    assert 2 == result.exit_code
    assert "cannot check the file" in result.stderr
    assert "b.txt:4:2" in result.stdout


def test_fix_changes_the_file_and_tells_so(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", BAD)
    result = run("check", path, "--fix", *ONLY)

    assert 0 == result.exit_code
    assert f"1 change in {path}\nnothing found\n" == result.stdout
    assert CLEAN == path.read_text(encoding="utf-8")


def test_what_programs_read_has_findings_only(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", BAD)
    result = run("check", path, "--fix", "--json", *ONLY)

    assert f"1 change in {path}\n" == result.stderr
    assert [] == json.loads(result.stdout)[0]["findings"]


def test_track_needs_fix(tmp_path: Path) -> None:
    assert 2 == run("check", write(tmp_path / "a.txt", BAD), "--track").exit_code


def test_annotate_writes_a_copy(tmp_path: Path) -> None:
    path, out = tmp_path / "a.docx", tmp_path / "out.docx"
    path.write_bytes(document_of("在会上的讲话", "一.甲事，要紧", "好。"))
    result = run("check", path, "--annotate", out, *ONLY)

    assert result.stdout.startswith(f"1 comment in {out}\n")
    assert out.is_file()


def test_a_text_is_held_against_a_task_sheet(tmp_path: Path) -> None:
    sheet = write(tmp_path / "sheet.txt", "全县防汛会议\n水库46座，病险9座。\n任务：4月25日前全部销号。\n")
    text = write(tmp_path / "a.txt", f"{CLEAN}全县水库48座，病险9座，4月25日前全部销号。\n")
    result = run("check", text, "--facts", sheet, "--json")
    (report,) = json.loads(result.stdout)

    assert 1 == result.exit_code
    assert any("48" in one["words"] for one in report["findings"])
    assert report["facts"]


def test_facts_that_cannot_be_read_end_with_two(tmp_path: Path) -> None:
    assert 2 == run("check", write(tmp_path / "a.txt", CLEAN), "--facts", tmp_path / "no.txt").exit_code


def test_explain_tells_of_a_rule() -> None:
    result = run("explain", "ordinal-mark")

    assert 0 == result.exit_code
    assert "GB/T 9704-2012" in result.stdout
    assert "✗ 一.提高认识" in result.stdout


def test_explain_lists_the_rules_by_family() -> None:
    lines = run("explain").stdout.splitlines()

    assert any(line.startswith("序号与数目\tordinal-mark\t") for line in lines)


def test_explain_tells_the_nearest_code() -> None:
    result = run("explain", "ordinal-mrak")

    assert 2 == result.exit_code
    assert "did you mean `ordinal-mark`?" in result.stderr


def test_explain_has_json() -> None:
    assert "ordinal-mark" == json.loads(run("explain", "ordinal-mark", "--json").stdout)["code"]


def test_a_build_tells_what_needs_no_judgement(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml", f"{LEAST}closing: 同志们,干吧！\n")
    result = run("build", path)
    (report,) = json.loads(run("build", path, "--json", "--force").stdout)

    assert 0 == result.exit_code
    assert "[half-width-punctuation]" in result.stdout
    assert ["half-width-punctuation"] == [one["code"] for one in report["findings"]]


def test_an_update_tells_it_too(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml", LEAST)
    run("build", path)
    write(path, f"{LEAST}closing: 同志们,干吧！\n")
    result = run("update", tmp_path / "a.docx", path)

    assert 0 == result.exit_code, result.stderr
    assert "[half-width-punctuation]" in result.stdout


def test_a_clean_build_says_nothing_of_the_check(tmp_path: Path) -> None:
    (report,) = json.loads(run("build", write(tmp_path / "a.yaml"), "--json").stdout)

    assert [] == report["findings"]
