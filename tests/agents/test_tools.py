"""What each tool answers, without the SDK: plain values, faults with place and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.agents.arguments import schema_of
from drafter.agents.tools import TOOLS
from drafter.library import builtin_library
from tests.drafts import LEAST

from .conftest import SHEET, Ask


@pytest.fixture
def meeting(folder: Path) -> Path:
    path = folder / "m.yaml"
    path.write_text(LEAST, encoding="utf-8")
    return path


def test_the_kinds_are_those_of_the_library(ask: Ask) -> None:
    assert builtin_library().kinds() == [kind["id"] for kind in ask("kinds")["kinds"]]


def test_a_sheet_becomes_a_yaml_that_is_only_shown(ask: Ask, folder: Path) -> None:
    answer = ask("new", sheet=SHEET)

    assert "清渡县防汛工作部署会" == answer["read"]["meeting"]
    assert (None, []) == (answer["output"], list(folder.iterdir()))
    assert "会议:" in answer["text"]


def test_the_yaml_of_a_sheet_is_written_where_that_is_asked_for(ask: Ask, folder: Path) -> None:
    (folder / "sheet.txt").write_text(SHEET, encoding="utf-8")

    answer = ask("new", path="sheet.txt", output="m.yaml", english=True)

    assert "m.yaml" == answer["output"]
    assert "meeting:" in (folder / "m.yaml").read_text(encoding="utf-8")


def test_a_yaml_that_a_person_wrote_is_not_overwritten(ask: Ask, meeting: Path) -> None:
    (fault,) = ask("new", sheet=SHEET, output="m.yaml")["errors"]

    assert "m.yaml" == fault["file"]
    assert LEAST == meeting.read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [{}, {"sheet": " "}, {"sheet": SHEET, "path": "sheet.txt"}])
def test_one_sheet_has_to_be_given(ask: Ask, arguments: dict[str, str]) -> None:
    assert ["A102"] == [fault["code"] for fault in ask("new", **arguments)["errors"]]


def test_a_day_that_is_none_is_told(ask: Ask) -> None:
    (fault,) = ask("new", sheet=SHEET, today="morgen")["errors"]

    assert ("A102", "today") == (fault["code"], fault["file"])


def test_a_valid_yaml_is_told_as_that(ask: Ask, meeting: Path) -> None:
    answer = ask("validate", path="m.yaml")

    assert (True, "deployment", []) == (answer["is_valid"], answer["kind"], answer["faults"])


def test_all_faults_of_a_yaml_have_places_and_remedies(ask: Ask, meeting: Path) -> None:
    meeting.write_text(LEAST + "  dat: 1\nstile: 2\n", encoding="utf-8")

    answer = ask("validate", path="m.yaml")

    assert not answer["is_valid"]
    assert [("Y101", "m.yaml", 4), ("Y101", "m.yaml", 5)] == [
        (fault["code"], fault["file"], fault["line"]) for fault in answer["faults"]
    ]
    assert all(fault["remedy"] for fault in answer["faults"])


def test_a_draft_is_text_with_its_summary(ask: Ask, meeting: Path) -> None:
    answer = ask("draft", path="m.yaml")

    assert "【讲话人姓名】" in answer["text"]
    assert "speaker.name" in [blank["path"] for blank in answer["summary"]["blanks"]]
    assert [meeting] == list(meeting.parent.iterdir())


def test_a_draft_of_facts_tells_where_its_sentences_come_from(ask: Ask) -> None:
    ask("new", sheet=SHEET, output="f.yaml")

    facts = ask("draft", path="f.yaml", explain=True)["facts"]

    assert 4 == facts["facts"]
    assert any("73−51=22" in sentence["formulas"] for sentence in facts["sentences"])
    assert "sentences" not in ask("draft", path="f.yaml")["facts"]


def test_another_paper_is_drafted_by_its_kind(ask: Ask, meeting: Path) -> None:
    assert "notice" == ask("draft", path="m.yaml", paper="会议通知")["kind"]


def test_a_build_tells_its_blanks_and_files(ask: Ask, meeting: Path) -> None:
    answer = ask("build", path="m.yaml", formats=["docx", "txt"], papers=["notice"])

    assert {"m.docx", "m.txt", "m-notice.docx", "m-notice.txt"} == set(answer["outputs"])
    assert {"deployment", "notice"} == set(answer["papers"])
    assert ([], True) == (answer["errors"], bool(answer["summary"]["blanks"]))


def test_a_build_writes_where_that_is_asked_for(ask: Ask, meeting: Path) -> None:
    assert ["out/speech.docx"] == ask("build", path="m.yaml", output="out/speech.docx")["outputs"]


def test_a_document_that_a_person_edited_is_not_overwritten(ask: Ask, edited: Path) -> None:
    before = edited.read_bytes()

    (fault,) = ask("build", path="m.yaml")["errors"]

    assert ("m.docx", before) == (fault["file"], edited.read_bytes())
    assert "update" in fault["remedy"]


def test_a_paper_is_not_written_through_a_link_that_leads_out(ask: Ask, meeting: Path, outside: Path) -> None:
    (meeting.parent / "m-notice.docx").symlink_to(outside / "new.docx")

    answer = ask("build", path="m.yaml", papers=["notice"])

    assert ["A101"] == [fault["code"] for fault in answer["errors"]]
    assert not (outside / "new.docx").exists()


def test_templates_elsewhere_are_not_trusted(ask: Ask, meeting: Path, outside: Path) -> None:
    (meeting.parent / "drafter.toml").write_text(f'templates = "{outside.as_posix()}"\n', encoding="utf-8")

    assert ["T105"] == [fault["code"] for fault in ask("build", path="m.yaml")["errors"]]


def test_a_draft_is_checked_against_its_sheet(ask: Ask, folder: Path) -> None:
    (folder / "sheet.txt").write_text(SHEET, encoding="utf-8")
    ask("new", path="sheet.txt", output="m.yaml")

    answer = ask("check", path="m.yaml", facts="sheet.txt")

    assert ("m.yaml", 0, []) == (answer["file"], answer["counts"]["error"], answer.get("errors", []))


def test_what_an_editor_would_tell_has_its_place(ask: Ask, folder: Path) -> None:
    (folder / "m.txt").write_text("同志们：\n一.提高认识\n", encoding="utf-8")

    codes = {found["code"]: found["line"] for found in ask("check", path="m.txt")["findings"]}

    assert 2 == codes["ordinal-mark"]


def test_a_difference_is_told_by_its_label(ask: Ask, edited: Path) -> None:
    answer = ask("diff", old="m.yaml", new="m.docx")

    assert ["15座"] == [value["new"] for value in answer["values"]]
    assert ("m.yaml", "m.docx") == (answer["old"], answer["new"])


def test_a_missing_file_is_told_with_its_name(ask: Ask) -> None:
    (fault,) = ask("draft", path="gone.yaml")["errors"]

    assert ("Y001", "gone.yaml") == (fault["code"], fault["file"])


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("draft", {}),
        ("draft", {"path": 1}),
        ("draft", {"path": "m.yaml", "trust": True}),
        ("new", {"sheet": "会" * 100_001}),
        ("build", {"path": "m.yaml", "papers": ["notice"] * 101}),
        ("build", {"path": "m.yaml", "force": True}),
        ("update", {"document": "m.docx", "path": "m.yaml", "digest": "0" * 65}),
    ],
)
def test_arguments_that_do_not_fit_are_refused(ask: Ask, tool: str, arguments: dict[str, object]) -> None:
    (fault,) = ask(tool, **arguments)["errors"]

    assert ("A102", True) == (fault["code"], bool(fault["remedy"]))


def test_where_the_root_lies_is_not_told(ask: Ask, folder: Path, meeting: Path) -> None:
    answers = [ask("build", path="m.yaml"), ask("validate", path="m.yaml"), ask("draft", path="gone.yaml")]

    assert str(folder) not in str(answers)


@pytest.mark.parametrize("tool", TOOLS.values(), ids=lambda tool: tool.name)
def test_a_tool_describes_itself_and_each_argument(tool: object) -> None:
    schema = schema_of(tool.arguments)  # type: ignore[attr-defined]

    assert tool.description  # type: ignore[attr-defined]
    assert ("object", False) == (schema["type"], schema["additionalProperties"])
    assert all(value["description"] for value in schema["properties"].values())


@pytest.mark.parametrize("word", ["force", "trust", "templates", "another_meeting", "base"])
def test_no_tool_takes_what_a_person_has_to_allow(word: str) -> None:
    assert not [tool for tool in TOOLS.values() if word in schema_of(tool.arguments)["properties"]]
