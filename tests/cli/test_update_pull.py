"""``drafter update`` and ``drafter pull`` on the command line: what they print, write and return."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.merge.by_path import MEETING, put, say

from .running import run, run_apart, write


@pytest.fixture
def edited(here: Path) -> Path:
    """A document whose figure was changed by a person, beside its YAML."""
    (here / "meeting.yaml").write_text(MEETING, encoding="utf-8")
    assert run("build", "meeting.yaml").exit_code == 0
    document = here / "meeting.docx"
    document.write_bytes(say(document.read_bytes(), "parts[1].points[0].figures[0].value", "15"))
    return document


def rewrite(here: Path, old: str, new: str) -> None:
    path = here / "meeting.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_update_prints_what_it_wrote_and_what_it_kept(edited: Path, here: Path) -> None:
    rewrite(here, "2026-05-12", "2026-05-13")
    result = run("update", "meeting.docx", "meeting.yaml")
    assert result.exit_code == 0
    assert result.stdout == (
        "updated meeting.docx\n会议日期: 2026年5月12日 → 2026年5月13日\tdate line\n"
        "kept part 2, point 1, figure “病险水库”: 15 (the YAML has 12)\n"
    )


def test_a_conflict_is_reported_with_all_sides_and_nothing_is_written(edited: Path, here: Path) -> None:
    rewrite(here, "value: 12", "value: 13")
    before = edited.read_bytes()
    result = run("update", "meeting.docx", "meeting.yaml")
    assert result.exit_code == 1
    assert result.stdout == ""
    name = "parts[1].points[0].figures[0].value"
    assert result.stderr == (
        f"conflict: part 2, point 1, figure “病险水库” ({name}) in 二、一要\n"
        "  written: 12\n  document: 15\n  YAML: 13\n"
        f'  = help: `--ours "{name}"` takes what meeting.yaml has,'
        f' `--theirs "{name}"` what the document has\n'
        "1 conflict: not written\n"
    )
    assert edited.read_bytes() == before


@pytest.mark.slow
@pytest.mark.parametrize(("option", "value"), [("--ours", "13"), ("--theirs", "15")])
def test_a_conflict_is_settled_by_name_or_with_all(edited: Path, here: Path, option: str, value: str) -> None:
    rewrite(here, "value: 12", "value: 13")
    for name in ("parts[1].points[0].figures[0].value", "all"):
        result = run("update", "meeting.docx", "meeting.yaml", option, name, "-o", f"{name[:3]}.docx")
        assert result.exit_code == 0
        (here / "new.yaml").unlink(missing_ok=True)
        run("pull", f"{name[:3]}.docx", "new.yaml")
        assert f"value: {value}" in (here / "new.yaml").read_text(encoding="utf-8")


def test_with_another_output_the_document_stays(edited: Path, here: Path) -> None:
    rewrite(here, "2026-05-12", "2026-05-13")
    before = edited.read_bytes()
    assert run("update", "meeting.docx", "meeting.yaml", "-o", "new.docx").stdout.startswith(
        "updated new.docx\n"
    )
    assert edited.read_bytes() == before
    assert (here / "new.docx").exists()


def test_a_dry_run_of_update_writes_nothing(edited: Path, here: Path) -> None:
    rewrite(here, "2026-05-12", "2026-05-13")
    before = edited.read_bytes()
    result = run("update", "meeting.docx", "meeting.yaml", "--dry-run")
    assert "2026年5月13日" in result.stdout and "updated meeting.docx" not in result.stdout
    assert edited.read_bytes() == before


def test_there_may_be_nothing_to_update(edited: Path) -> None:
    result = run("update", "meeting.docx", "meeting.yaml")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "nothing to update")


def test_update_prints_json(edited: Path, here: Path) -> None:
    rewrite(here, "value: 12", "value: 13")
    found = json.loads(run("update", "meeting.docx", "meeting.yaml", "--json").stdout)
    assert found["written"] is None
    assert found["conflicts"][0]["theirs"] == "15"


def test_a_document_that_is_open_is_not_written(edited: Path, here: Path) -> None:
    rewrite(here, "2026-05-12", "2026-05-13")
    (here / ".~lock.meeting.docx#").touch()
    result = run("update", "meeting.docx", "meeting.yaml")
    assert result.exit_code == 2
    assert "is open in an editor" in result.stderr


def test_what_is_no_document_is_reported(here: Path) -> None:
    (here / "meeting.yaml").write_text(MEETING, encoding="utf-8")
    (here / "meeting.docx").write_bytes(b"PK")
    result = run("update", "meeting.docx", "meeting.yaml")
    assert result.exit_code == 2
    assert "D101" in result.stderr


def test_pull_writes_the_yaml_and_prints_what_it_took(edited: Path, here: Path) -> None:
    result = run("pull", "meeting.docx", "meeting.yaml")
    assert (result.exit_code, result.stdout) == (
        0,
        "wrote meeting.yaml\npart 2, point 1, figure “病险水库”: 12 → 15\t二、一要\n",
    )
    assert (here / "meeting.yaml").read_text(encoding="utf-8") == MEETING.replace("value: 12", "value: 15")


def test_a_dry_run_of_pull_shows_a_diff(edited: Path, here: Path) -> None:
    result = run("pull", "meeting.docx", "meeting.yaml", "--dry-run")
    assert "-          - {name: 病险水库, value: 12," in result.stdout
    assert "+          - {name: 病险水库, value: 15," in result.stdout
    assert (here / "meeting.yaml").read_text(encoding="utf-8") == MEETING


def test_without_a_yaml_one_is_written_beside_the_document(edited: Path, here: Path) -> None:
    (here / "meeting.yaml").unlink()
    assert run("pull", "meeting.docx").stdout.startswith("wrote meeting.yaml\n")
    assert "value: 15" in (here / "meeting.yaml").read_text(encoding="utf-8")


def test_what_cannot_be_taken_is_reported_and_is_a_finding(edited: Path) -> None:
    edited.write_bytes(say(edited.read_bytes(), "meeting.date", "五月中旬"))
    result = run("pull", "meeting.docx", "meeting.yaml")
    assert result.exit_code == 1
    assert "会议日期 cannot be taken: `五月中旬` is not a date" in result.stderr


def test_a_long_text_is_cut_to_where_it_begins_to_differ(edited: Path, here: Path) -> None:
    long = "防汛工作连着千家万户，" * 12
    rewrite(here, "汛情就是命令。", f"{long}汛情就是命令。")
    run("update", "meeting.docx", "meeting.yaml")
    edited.write_bytes(put(edited.read_bytes(), "汛情就是命令。", "汛情就是命令，责任重于泰山。"))
    line = next(
        line for line in run("pull", "meeting.docx", "meeting.yaml").stdout.splitlines() if "引语" in line
    )
    assert "汛情就是命令。 → " in line and "责任重于泰山" in line
    assert long not in line


def test_build_points_to_update_where_a_person_s_work_stands(edited: Path) -> None:
    result = run("build", "meeting.yaml")
    assert result.exit_code == 2
    assert "drafter update meeting.docx" in result.stderr


def test_a_name_that_no_conflict_has_is_reported(edited: Path, here: Path) -> None:
    rewrite(here, "2026-05-12", "2026-05-13")

    result = run("update", "meeting.docx", "meeting.yaml", "--theirs", "meeting.date")

    assert result.exit_code == 0
    assert result.stderr == "no conflict is called meeting.date\n"


def test_all_three_sides_of_a_long_conflict_show_where_they_differ(edited: Path, here: Path) -> None:
    before = "汛情就是命令。"
    long = "这一条反复讲过、年年都讲，今天还要再讲一遍，因为每年都有人听过就忘、忘了就出事，"
    rewrite(here, before, f"{long}今年要讲透。")
    assert run("build", "meeting.yaml", "--force").exit_code == 0
    edited.write_bytes(put(edited.read_bytes(), "今年要讲透", "今年讲到底"))
    rewrite(here, "今年要讲透", "今年务必讲清")

    rows = run("update", "meeting.docx", "meeting.yaml").stderr.split("\n")[1:4]

    # Of the prose that was written only its digest is kept.
    assert rows[0] == "  written: ……"
    assert "讲到底" in rows[1]
    assert "务必讲清" in rows[2]


def test_a_conflict_is_settled_by_the_end_of_what_a_person_calls_the_value(edited: Path, here: Path) -> None:
    rewrite(here, "value: 12", "value: 13")

    result = run("update", "meeting.docx", "meeting.yaml", "--theirs", "病险水库")

    assert result.exit_code == 0


@pytest.mark.parametrize("name", ["part 2, point 1, figure “病险水库”", "二、一要"])
def test_a_conflict_is_settled_by_its_whole_label_and_by_its_place(
    edited: Path, here: Path, name: str
) -> None:
    rewrite(here, "value: 12", "value: 13")

    result = run("update", "meeting.docx", "meeting.yaml", "--theirs", name)

    assert (result.exit_code, result.stderr) == (0, "")


def test_names_of_conflicts_may_stand_in_options_of_their_own(edited: Path, here: Path) -> None:
    rewrite(here, "value: 12", "value: 13")

    result = run("update", "meeting.docx", "meeting.yaml", "--theirs", "病险水库", "--theirs", "讲话人姓名")

    assert (result.exit_code, result.stderr) == (0, "no conflict is called 讲话人姓名\n")


def test_words_at_odds_are_marked_in_their_clause(edited: Path, here: Path) -> None:
    edited.write_bytes(put(edited.read_bytes(), "汛情就是命令", "汛情就是军令"))
    rewrite(here, "汛情就是命令", "汛情就是号令")

    rows = run("update", "meeting.docx", "meeting.yaml").stderr.split("\n")

    assert "  document: 汛情就是[军]令。" in rows
    assert "  YAML: 汛情就是[号]令。" in rows


@pytest.fixture
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let processes of their own speak Chinese."""
    monkeypatch.setenv("LANGUAGE", "zh_CN")


FIGURE = "第二部分第一个要点的数据“病险水库”"


@pytest.mark.usefixtures("chinese")
def test_chinese_messages_call_values_by_label_and_place(edited: Path, here: Path) -> None:
    rewrite(here, "value: 12", "value: 13")

    shown = run_apart("update", "meeting.docx", "meeting.yaml").stderr

    assert f"两边都改了：{FIGURE}，在 二、一要\n" in shown
    assert f"`--theirs {FIGURE}`" in shown
    assert "parts[" not in shown


@pytest.mark.slow
@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("name", [FIGURE, "parts[1].points[0].figures[0].value"])
def test_a_conflict_is_settled_by_its_name_as_printed_and_by_its_path(
    edited: Path, here: Path, name: str
) -> None:
    rewrite(here, "value: 12", "value: 13")

    done = run_apart("update", "meeting.docx", "meeting.yaml", "--theirs", name)

    assert (0, "") == (done.returncode, done.stderr)
    assert f"保留 {FIGURE}：15" in done.stdout


@pytest.mark.slow
@pytest.mark.usefixtures("chinese")
def test_the_second_conflict_of_a_text_is_settled_by_its_printed_name(edited: Path, here: Path) -> None:
    long = "水库天天看。堤防人人守。毛病当天报。值班夜里醒。上游一小时一报。"
    rewrite(here, "汛情就是命令。", long)
    run_apart("build", "meeting.yaml", "--force")
    edited.write_bytes(put(put(edited.read_bytes(), "毛病当天", "毛病当晚"), "一小时一报", "半小时一报"))
    rewrite(here, "毛病当天", "毛病连夜")
    rewrite(here, "一小时一报", "两小时一报")
    name = "第一部分的引语"
    shown = run_apart("update", "meeting.docx", "meeting.yaml").stderr
    assert f'`--theirs "{name}#2"`' in shown

    done = run_apart("update", "meeting.docx", "meeting.yaml", "--ours", name, "--theirs", f"{name}#2")

    assert (0, "") == (done.returncode, done.stderr)


@pytest.mark.usefixtures("chinese")
def test_a_chinese_summary_calls_blanks_by_label_and_place(here: Path) -> None:
    write(here / "least.yaml")

    shown = run_apart("build", "least.yaml").stdout

    assert "【讲话人职务】\t讲话人的职务\t署名行" in shown
    assert "speaker." not in shown and "parts[" not in shown and "answers[" not in shown


@pytest.mark.usefixtures("chinese")
def test_json_keeps_paths_in_chinese_as_well(edited: Path, here: Path) -> None:
    rewrite(here, "value: 12", "value: 13")

    found = json.loads(run_apart("update", "meeting.docx", "meeting.yaml", "--json").stdout)

    assert "parts[1].points[0].figures[0].value" == found["conflicts"][0]["name"]
