"""``drafter new``: from a kind or from a task sheet, in Chinese or English."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest

from tests.cli.running import RUNNER, app, run
from tests.drafts import loaded

SHEET = """清渡县防汛工作部署会，2026年4月10日下午3点，县政府二楼。副县长罗向川讲话，12分钟。
要干的：
1. 没销号的4月25日前全部销号。
2. 土工布缺3000，4月20日前补齐。
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "任务单.txt"
    path.write_text(SHEET, encoding="utf-8")
    return path


def test_a_sheet_becomes_a_yaml(sheet: Path) -> None:
    done = run("new", "--from", sheet)

    parameters = loaded(done.stdout)
    assert (0, "deployment") == (done.exit_code, parameters.kind)
    assert ["没销号的4月25日前全部销号"] == [fact.text for fact in parameters.facts.tasks[:1]]


def test_what_is_unsure_in_a_sheet_goes_to_standard_error(sheet: Path) -> None:
    done = run("new", "--from", sheet)

    assert f"{sheet}:4:8: S101 the figure has no unit: “3000”\n" == done.stderr


def test_a_sheet_is_read_from_standard_input() -> None:
    done = RUNNER.invoke(app, ["new", "--from", "-"], input=SHEET.encode("gb18030"))

    assert "清渡县防汛工作部署会" == loaded(done.stdout).meeting.name
    assert done.stderr.startswith("standard input:4:8: ")


def test_a_sheet_may_be_a_word_file(tmp_path: Path) -> None:
    document = docx.Document()
    for line in SHEET.splitlines():
        document.add_paragraph(line)
    document.save(str(tmp_path / "sheet.docx"))

    assert run("new", "--from", tmp_path / "sheet.docx").stdout == (
        RUNNER.invoke(app, ["new", "--from", "-"], input=SHEET).stdout
    )


def test_the_yaml_of_a_sheet_is_written_to_a_file_and_builds(sheet: Path, tmp_path: Path) -> None:
    assert 0 == run("new", "推进会", "--from", sheet, "-o", tmp_path / "m.yaml", "--keys", "zh").exit_code
    assert "文种: 推进会\n" in (tmp_path / "m.yaml").read_text(encoding="utf-8")

    assert 0 == run("build", tmp_path / "m.yaml", "-o", tmp_path / "out").exit_code


def test_a_file_is_not_overwritten_by_a_sheet(sheet: Path, tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text("kind: deployment\n", encoding="utf-8")

    assert 2 == run("new", "--from", sheet, "-o", tmp_path / "m.yaml").exit_code


def test_dates_without_a_year_lie_near_the_day_that_is_given(tmp_path: Path) -> None:
    path = tmp_path / "s.txt"
    path.write_text(SHEET.replace("2026年", ""), encoding="utf-8")

    done = run("new", "--from", path, "--today", "2026-03-20")

    assert "2026-04-10" == str(loaded(done.stdout).meeting.date)
    assert f"{path}:1:" in done.stderr


def test_without_a_day_that_is_given_the_year_is_that_of_these_days(tmp_path: Path) -> None:
    path = tmp_path / "s.txt"
    path.write_text(SHEET.replace("2026年", "").replace("（周五）", ""), encoding="utf-8")

    day = loaded(run("new", "--from", path).stdout).meeting.date

    assert day is not None and abs((day - date.today()).days) < 366


def test_a_day_that_is_none_is_refused(sheet: Path) -> None:
    assert 2 == run("new", "--from", sheet, "--today", "明天").exit_code


def test_a_sheet_that_there_is_not_is_told(tmp_path: Path) -> None:
    done = run("new", "--from", tmp_path / "nothing.txt")

    assert 2 == done.exit_code and done.stderr.startswith("error: cannot read the file")


@pytest.mark.parametrize(
    "options",
    [[], ["--from", "s.txt", "--sample"], ["--from", "s.txt", "--topic", "教育"]],
    ids=["nothing to start from", "sheet and sample", "sheet and topic"],
)
def test_options_that_do_not_go_together_are_refused(options: list[str]) -> None:
    assert 2 == run("new", *options).exit_code


def test_kind_topic_and_papers_have_chinese_names() -> None:
    named = run("new", "工作部署会", "--topic", "森林防火", "--papers", "主持词，会议通知")
    known = run("new", "deployment", "--topic", "forest-fire", "--papers", "host-script,notice")

    assert known.stdout == named.stdout and 0 == named.exit_code


def test_an_unknown_chinese_kind_is_refused_with_a_near_one() -> None:
    done = run("new", "工作布署会")

    assert 2 == done.exit_code and "did you mean `工作部署会`?" in done.stderr


def test_a_sample_is_found_by_the_name_of_its_kind() -> None:
    assert run("new", "deployment", "--sample").stdout == run("new", "工作部署会", "--sample").stdout


def test_keys_are_english_where_messages_are_unless_chinese_is_wanted() -> None:
    assert "\nmeeting: " in run("new", "deployment").stdout
    assert "\n会议: " in run("new", "deployment", "--keys", "zh").stdout


def test_both_languages_of_a_new_file_say_the_same() -> None:
    papers = ["--topic", "forest-fire", "--papers", "host-script,notice"]

    english, chinese = (run("new", "deployment", *papers, "--keys", keys).stdout for keys in ("en", "zh"))

    assert loaded(english) == loaded(chinese)


def test_a_new_chinese_file_has_no_english_key_or_name() -> None:
    text = run("new", "deployment", "--keys", "zh").stdout

    written = [line.partition(" # ")[0] for line in text.splitlines() if not line.startswith("#")]
    assert [] == [line for line in written if any(letter.isascii() and letter.isalpha() for letter in line)]
