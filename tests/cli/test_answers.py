"""A build reports answers that no blank asks for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.drafts import LEAST

from .running import run, write


def built(here: Path, *labels: str, more: str = "") -> list[str]:
    """Return what building a file with an answer to each of ``labels`` prints."""
    items = "".join(f"  - {{blank: {label}, text: 某事}}\n" for label in labels)
    write(here / "meeting.yaml", f"{LEAST}{more}answers:\n{items}")
    done = run("build", "meeting.yaml", "--to", "txt")
    assert 0 == done.exit_code, done.stderr
    return done.stdout.splitlines()


def summary(here: Path) -> dict[str, Any]:
    """Return the summary of the file in ``here``, as programs read it."""
    (report,) = json.loads(run("build", "meeting.yaml", "--to", "txt", "--json").stdout)
    summary: dict[str, Any] = report["summary"]
    return summary


def test_a_slip_in_a_name_is_reported_with_the_name_that_was_meant(here: Path) -> None:
    lines = built(here, "工作时断")

    assert "no blank is called 【工作时断】 here; did you mean 【工作时段】?" in lines


def test_a_name_like_no_other_is_reported_alone(here: Path) -> None:
    assert "no blank is called 【月亮】 here" in built(here, "月亮")


def test_an_answer_to_a_blank_with_a_key_of_its_own_is_reported_with_the_key(here: Path) -> None:
    assert "the blank 【会议日期】 takes no answer: it is filled at meeting.date" in built(here, "会议日期")


def test_an_answer_in_use_is_not_reported(here: Path) -> None:
    lines = built(here, "工作时段")

    assert not [line for line in lines if "工作时段" in line]


def test_an_answer_that_only_another_paper_uses_is_not_reported(here: Path) -> None:
    lines = built(here, "传达时限", more="papers: [host-script]\n")

    assert not [line for line in lines if "传达时限" in line and "no blank" in line]


def test_of_many_idle_answers_a_few_are_named(here: Path) -> None:
    lines = built(here, *(f"月亮{number}" for number in "甲乙丙丁戊己庚"))

    assert (5, ["and 2 more answers to no blank"]) == (
        sum(line.startswith("no blank is called") for line in lines),
        [line for line in lines if line.startswith("and ")],
    )


def test_programs_get_all_of_them(here: Path) -> None:
    built(here, *"甲乙丙丁戊己庚")

    assert list("甲乙丙丁戊己庚") == summary(here)["unasked"]
