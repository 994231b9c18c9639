"""Where a finding is, which remarks switch it off, and how it is told to programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.check.configured import settings_for
from drafter.check.files import CheckReport, check_content, check_file, check_text
from drafter.check.sarif import sarif
from drafter.check.settings import Settings
from drafter.errors import ParameterError, UnknownNameError
from tests.drafts import LEAST

from .word_files import document_of

ONLY = Settings(select=("ordinal-mark",))
BAD = "在会上的讲话\n同志们：\n　　开会。\n一.甲事，要紧\n好。\n"


def places(report: CheckReport) -> list[tuple[int, int, str]]:
    return [(one.span.line, one.span.column, one.words) for one in report.findings]


def test_a_finding_in_a_text_has_its_line_and_column() -> None:
    assert [(4, 2, ".")] == places(check_content(BAD.encode(), "a.txt", ONLY))


def test_a_finding_behind_blanks_has_its_column_in_the_file() -> None:
    indented = BAD.replace("一.", "　　一.")

    assert [(4, 4, ".")] == places(check_content(indented.encode(), "a.txt", ONLY))


def test_a_finding_behind_signs_of_markdown_has_its_column_in_the_file() -> None:
    signed = BAD.replace("一.甲", "## **一.甲**")

    assert [(4, 7, ".")] == places(check_content(signed.encode(), "a.md", ONLY))


def test_a_finding_in_a_document_has_its_paragraph_and_the_heading_above(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(document_of("在会上的讲话", "同志们：", ("甲事", 0), "好。", "二.乙事，要紧", "好。"))
    (one,) = check_file(path, ONLY).findings

    assert (5, 2, "一、甲事") == (one.span.line, one.span.column, one.above)
    assert f"{path}, below 一、甲事, paragraph 5" == one.place


def test_a_finding_in_a_value_of_a_yaml_is_at_that_value(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"{LEAST}closing: 同志们,干吧！\n", encoding="utf-8")
    (one,) = check_file(path, Settings(select=("half-width-punctuation",))).findings

    assert (4, 13, ",") == (one.span.line, one.span.column, one.words)


def test_a_finding_shows_its_line_with_a_caret() -> None:
    (one,) = check_content(BAD.encode(), "a.txt", ONLY).findings

    assert [
        "error[ordinal-mark]: 一 needs 、 behind it",
        " --> a.txt:4:2",
        "  |",
        "4 | 一.甲事，要紧",
        "  |   ^",
    ] == (one.full().split("\n")[:5])


def test_a_text_is_checked_without_a_file() -> None:
    assert ["ordinal-mark"] == [one.code for one in check_text(BAD, ONLY)]


@pytest.mark.parametrize(
    "text",
    [
        BAD.replace("要紧", "要紧 <!-- drafter: ignore ordinal-mark -->"),
        BAD.replace("要紧", "要紧 # drafter: ignore ordinal-mark"),
        BAD.replace("一.", "<!-- drafter: ignore ordinal-mark -->\n一."),
        f"<!-- drafter: ignore ordinal-mark -->\n{BAD}",
        f"<!-- drafter: ignore ordinal -->\n{BAD}",
        f"<!-- drafter: ignore -->\n{BAD}",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_remark_switches_a_rule_off(text: str, name: str) -> None:
    assert not check_content(text.encode(), name, ONLY).findings


@pytest.mark.parametrize(
    "text",
    [
        BAD.replace("要紧", "要紧 <!-- drafter: ignore wrong-dash -->"),
        BAD.replace("同志们：", "同志们： <!-- drafter: ignore ordinal-mark -->"),
        BAD.replace("要紧", "要紧 <!-- ignore ordinal-mark -->"),
    ],
)
def test_another_remark_switches_nothing_off(text: str) -> None:
    assert 1 == len(check_content(text.encode(), "a.md", ONLY).findings)


def test_a_remark_is_no_part_of_the_text() -> None:
    text = BAD.replace("要紧", "要紧 <!-- drafter: ignore ordinal-mark -->")

    assert "ignore" not in check_content(text.encode(), "a.txt").manuscript.text


@pytest.mark.parametrize("place", ["before", "behind"])
def test_a_comment_of_a_yaml_switches_a_rule_off(place: str, tmp_path: Path) -> None:
    remark = "# drafter: ignore half-width-punctuation"
    line = "closing: 同志们,干吧！"
    path = tmp_path / "a.yaml"
    path.write_text(
        LEAST + (f"{remark}\n{line}\n" if place == "before" else f"{line}  {remark}\n"), encoding="utf-8"
    )

    assert not check_file(path, Settings(select=("half-width-punctuation",))).findings


def test_a_drafter_toml_beside_a_file_says_what_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_text('[check]\nselect = "ordinal-mark"\nignore = ["wrong-dash"]\n')

    settings = settings_for(tmp_path / "a.txt")

    assert (("ordinal-mark",), ("wrong-dash",)) == (settings.select, settings.ignore)


def test_the_terms_of_an_office_are_read(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_text('[check]\nterms = "terms.tsv"\n')
    (tmp_path / "terms.tsv").write_text(
        "# 本单位\n名单\t贺云章\t市长\n慎用词\t弱势群体\t困难群众\n", encoding="utf-8"
    )
    (tmp_path / "a.txt").write_text("帮扶弱势群体。\n", encoding="utf-8")

    assert ["office-avoided-word"] == [
        one.finding.code
        for one in check_file(tmp_path / "a.txt").findings
        if one.finding.code.startswith("office")
    ]


@pytest.mark.parametrize(
    "table",
    [
        "check = 1",
        "[check]\nselekt = 'a'",
        "[check]\nselect = 1",
        "[check]\nterms = ['a', 'b']",
        "[check]\nterms = 'no'",
    ],
)
def test_a_faulty_table_is_told(table: str, tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_text(f"{table}\n")
    with pytest.raises(ParameterError):
        settings_for(tmp_path / "a.txt")


def test_a_code_that_no_rule_has_is_told_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError) as caught:
        settings_for(tmp_path / "a.txt", Settings(ignore=("ordinal-mrak",)))

    assert "ordinal-mark" in caught.value.near


@pytest.mark.parametrize("row", ["名册\t贺云章", "慎用词"])
def test_a_faulty_row_of_terms_is_told_at_its_place(row: str, tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_text('[check]\nterms = "terms.tsv"\n')
    (tmp_path / "terms.tsv").write_text(f"规范表述\t“四个意识”\n{row}\n", encoding="utf-8")
    with pytest.raises(ParameterError) as caught:
        settings_for(tmp_path / "a.txt")

    assert [2] == [one.span.line for one in caught.value.diagnostics]


def test_sarif_has_rules_and_results() -> None:
    report = check_content(BAD.encode(), "稿 子.txt", ONLY)
    log = json.loads(json.dumps(sarif([report])))
    (run,) = log["runs"]
    (result,) = run["results"]
    region = result["locations"][0]["physicalLocation"]["region"]

    assert ("2.1.0", "error", "ordinal-mark") == (log["version"], result["level"], result["ruleId"])
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert (4, 2, 3) == (region["startLine"], region["startColumn"], region["endColumn"])
    assert "%20" in result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
