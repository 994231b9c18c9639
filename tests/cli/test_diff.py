"""``drafter diff`` on the command line: what it prints and returns."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.drafts import LEAST

from .running import run, write

OLD = f"""\
{LEAST}  date: 2024-10-11
speaker: {{name: 田守诚, post: 副市长}}
parts:
  - role: tasks
    heading: 抓好重点任务
    points:
      - {{heading: 紧盯危险化学品, text: 一刻也松不得。, owner: 市应急管理局}}
      - {{heading: 紧盯道路交通, text: 超速要管。超载也要管。}}
"""


@pytest.fixture
def pair(here: Path) -> Callable[..., list[str]]:
    """Two YAML files, the second with a word in the place of another."""

    def written(*changes: tuple[str, str]) -> list[str]:
        new = OLD
        for before, after in changes:
            assert before in new
            new = new.replace(before, after)
        write(here / "old.yaml", OLD)
        write(here / "new.yaml", new)
        return ["old.yaml", "new.yaml"]

    return written


def test_the_help(golden: Callable[[str, str], None]) -> None:
    result = run("diff", "--help")

    assert 0 == result.exit_code
    golden("help-diff.txt", result.stdout)


def test_two_drafts_that_say_the_same(pair: Callable[..., list[str]]) -> None:
    result = run("diff", *pair())

    assert (0, "no differences\n") == (result.exit_code, result.stdout)


def test_a_value_stands_on_one_line(pair: Callable[..., list[str]]) -> None:
    result = run("diff", *pair(("2024-10-11", "2024-10-12")))

    assert (1, "") == (result.exit_code, result.stderr)
    assert "values\n  会议日期: 2024年10月11日 → 2024年10月12日  (date line)\n" == result.stdout


def test_a_blank_is_called_so(pair: Callable[..., list[str]]) -> None:
    result = run("diff", *pair(("{name: 田守诚, post: 副市长}", "{post: 副市长}")))

    assert "  讲话人姓名: 田守诚 → (blank)  (byline)\n" in result.stdout


def test_what_changed_is_grouped_and_printed_with_its_place(pair: Callable[..., list[str]]) -> None:
    files = pair(
        ("田守诚", "周明远"),
        ("抓好重点任务", "抓实重点任务"),
        ("一刻也松不得", "一分钟也松不得"),
        ("      - {heading: 紧盯道路交通, text: 超速要管。超载也要管。}\n", ""),
    )
    lines = run("diff", *files).stdout.splitlines()

    titles = [line for line in lines if not line.startswith(" ") and not line.startswith("length")]
    assert ["values", "points", "headings", "passages"] == titles
    assert "  讲话人姓名: 田守诚 → 周明远  (byline)" in lines
    assert [line for line in lines if line.startswith("  - ") and "紧盯道路交通" in line]
    assert ["    - 抓好重点任务", "    + 抓实重点任务"] == lines[lines.index("headings") + 2 :][:2]
    assert ["    - 一刻也松不得。", "    + 一分钟也松不得。"] == lines[lines.index("passages") + 2 :][:2]


def test_a_long_clause_is_cut_to_a_line(pair: Callable[..., list[str]]) -> None:
    result = run("diff", *pair(("一刻也松不得", "一刻" + "、一分、一秒" * 40 + "也松不得")))

    assert max(map(len, result.stdout.splitlines())) <= 60
    assert "…" in result.stdout


def test_a_length_that_differs_much_is_reported(pair: Callable[..., list[str]]) -> None:
    result = run("diff", *pair(("超速要管。", "超速要管。" * 60)))

    assert "\nlength: " in result.stdout


def test_a_document_is_compared_with_its_yaml(pair: Callable[..., list[str]]) -> None:
    old, new = pair(("2024-10-11", "2024-10-12"))
    run("build", old)

    assert 0 == run("diff", old, "old.docx").exit_code
    assert 1 == run("diff", "old.docx", new).exit_code


def test_json_holds_everything_uncut(pair: Callable[..., list[str]]) -> None:
    result = run("diff", *pair(("一刻也松不得", "一刻" + "、一分、一秒" * 40 + "也松不得")), "--json")

    found = json.loads(result.stdout)
    assert 1 == result.exit_code
    assert ("old.yaml", "new.yaml") == (found["old"], found["new"])
    (passage,) = found["passages"]
    assert ("一、一要", "一刻也松不得。") == (passage["place"], passage["old"])
    assert "一刻" + "、一分、一秒" * 40 + "也松不得。" == passage["new"]


def test_json_of_drafts_that_say_the_same(pair: Callable[..., list[str]]) -> None:
    result = run("diff", *pair(), "--json")

    assert 0 == result.exit_code
    assert [] == json.loads(result.stdout)["values"]


def test_templates_of_ones_own_are_looked_in_first(here: Path, pair: Callable[..., list[str]]) -> None:
    write(here / "own" / "shared" / "closing.xml.j2", "<closing><p>完了。</p></closing>")
    old, new = pair()
    run("build", old)

    result = run("diff", "old.docx", new, "--templates", "own")

    assert 1 == result.exit_code
    assert "+ 完了。" in result.stdout


@pytest.mark.parametrize("name", ["missing.docx", "broken.docx", "missing.yaml", "faulty.yaml"])
def test_an_unreadable_file_is_reported_on_stderr(
    here: Path, pair: Callable[..., list[str]], name: str
) -> None:
    old, _new = pair()
    (here / "broken.docx").write_bytes(b"no document")
    write(here / "faulty.yaml", "kind: [")

    result = run("diff", old, name)

    assert (2, "") == (result.exit_code, result.stdout)
    assert name in result.stderr
