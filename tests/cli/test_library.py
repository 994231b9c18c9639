"""Commands that show the library and start from it: topics, headings, new --topic, build --papers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from drafter.docx.read.content import read_content

from .running import run, write

SET = "kind: deployment\npapers: [notice, agenda]\nmeeting:\n  name: 全市防汛工作会议\n"


def test_topics_are_listed_with_id_name_and_summary() -> None:
    done = run("topics")

    assert 0 == done.exit_code
    assert any(line.startswith("work-safety") and "安全生产" in line for line in done.stdout.splitlines())


def test_topics_as_json() -> None:
    rows = json.loads(run("topics", "--json").stdout)

    assert {"id": "flood-drought", "name": "防汛抗旱"}.items() <= next(
        row for row in rows if row["id"] == "flood-drought"
    ).items()


def test_patterns_of_headings_are_listed_by_name() -> None:
    lines = run("headings").stdout.splitlines()

    assert any(line.split() == ["求突破", "在{focus}上求突破，在{aim}上见实效"] for line in lines)


@pytest.mark.parametrize("topic", ["安全生产", "work-safety", "生产安全"])
def test_new_starts_from_a_topic_by_any_of_its_names(topic: str) -> None:
    done = run("new", "deployment", "--topic", topic)

    assert 0 == done.exit_code
    assert "topic: 安全生产" in done.stdout


def test_new_can_give_a_sample_with_every_value_filled_in(here: Path) -> None:
    done = run("new", "host-script", "--sample", "-o", "host.yaml")

    assert 0 == done.exit_code
    assert 0 == run("build", "host.yaml", "--strict").exit_code


@pytest.mark.parametrize("option", [("--topic", "双拥"), ("--papers", "notice")])
def test_a_sample_takes_no_topic_and_no_papers(option: tuple[str, str]) -> None:
    done = run("new", "deployment", "--sample", *option)

    assert 2 == done.exit_code
    assert "leave out --topic and --papers" in " ".join(done.stderr.split())


def test_a_kind_without_a_sample_is_reported(here: Path) -> None:
    write(here / "kinds/toast/kind.yaml", "name: 祝酒词\nsummary: 祝酒\nmeeting: 晚宴\n")

    done = run("new", "toast", "--sample", "--templates", ".")

    assert 2 == done.exit_code
    assert "unknown sample `toast`" in done.stderr


def test_new_refuses_an_unknown_topic(here: Path) -> None:
    done = run("new", "deployment", "--topic", "安全生残", "-o", "a.yaml")

    assert 2 == done.exit_code
    assert "did you mean `安全生产`?" in done.stderr
    assert not (here / "a.yaml").exists()


def test_new_has_keys_for_the_other_papers() -> None:
    text = run("new", "deployment", "--papers", "notice，host-script").stdout

    assert "papers:" in text and "  - notice" in text and "notice:" in text and "chair:" in text


def test_the_papers_that_a_file_asks_for_are_written_beside_the_speech(here: Path) -> None:
    write(here / "flood.yaml", SET)

    done = run("build", "flood.yaml")

    assert 0 == done.exit_code
    assert ["flood-agenda.docx", "flood-notice.docx", "flood.docx"] == sorted(
        path.name for path in here.glob("*.docx")
    )
    content = read_content((here / "flood-notice.docx").read_bytes())
    assert content is not None
    assert "全市防汛工作会议" in content.lines[0]


def test_papers_on_the_command_line_take_the_place_of_those_in_the_file(here: Path) -> None:
    write(here / "flood.yaml", SET)

    run("build", "flood.yaml", "--papers", "outline", "--to", "txt", "-o", "out/")

    assert ["flood-outline.txt", "flood.txt"] == sorted(path.name for path in (here / "out").iterdir())


def test_an_unknown_paper_in_a_file_is_reported_at_its_place(here: Path) -> None:
    write(here / "flood.yaml", SET.replace("agenda", "agendas"))

    done = run("build", "flood.yaml")

    assert 2 == done.exit_code
    assert "flood.yaml:2:18" in done.stderr and "did you mean `agenda`?" in done.stderr
    assert not list(here.glob("*.docx"))


def test_an_unknown_paper_on_the_command_line_is_refused(here: Path) -> None:
    write(here / "flood.yaml")

    done = run("build", "flood.yaml", "--papers", "agendas")

    assert 2 == done.exit_code
    assert "did you mean `agenda`?" in done.stderr


def test_two_files_that_would_become_the_same_paper_are_reported(here: Path) -> None:
    write(here / "flood.yaml", SET)
    write(here / "flood-notice.yaml")

    done = run("build", "flood-notice.yaml", "flood.yaml")

    assert 2 == done.exit_code
    assert "flood-notice.docx" in done.stderr and "rename one" in done.stderr


def test_the_length_of_each_paper_is_reported(here: Path) -> None:
    write(here / "flood.yaml", SET)

    lines = run("build", "flood.yaml").stdout.splitlines()

    assert ["agenda", "notice"] == sorted(
        line.split("\t")[0] for line in lines if line.startswith(("agenda", "notice"))
    )


def test_a_paper_that_nobody_reads_aloud_has_no_shares(here: Path) -> None:
    write(here / "notice.yaml", SET.replace("deployment", "notice"))

    assert "%" not in run("build", "notice.yaml", "--papers", "agenda").stdout


def test_strict_minds_the_blanks_of_every_paper(here: Path) -> None:
    write(here / "flood.yaml", SET)

    assert 1 == run("build", "flood.yaml", "--strict").exit_code


def test_the_summary_says_what_a_depth_leaves_out(here: Path) -> None:
    point = "parts:\n  - role: tasks\n    points:\n      - {heading: 甲乙, text: 要办, detail: 细说}\n"
    write(here / "flood.yaml", SET + point)

    assert "parts[0].points[0].detail" in run("build", "flood.yaml", "--papers", "agenda").stdout


def test_the_summary_says_how_far_the_minutes_are_off(here: Path) -> None:
    write(here / "flood.yaml", SET + "style:\n  minutes: 60\n")

    assert "(target 60, -" in run("build", "flood.yaml").stdout


@pytest.mark.slow
def test_a_word_file_of_the_office_gives_the_page(here: Path) -> None:
    house = Document()
    house.add_paragraph("正文")
    house.save("house.docx")
    write(here / "flood.yaml")

    assert 0 == run("build", "flood.yaml", "--reference", "house.docx").exit_code
    section, usual = Document("flood.docx").sections[0], Document("house.docx").sections[0]
    assert (usual.page_width, usual.left_margin) == (section.page_width, section.left_margin)


@pytest.mark.parametrize("content", [b"", b"no document", None])
def test_a_reference_that_is_no_word_file_is_refused(here: Path, content: bytes | None) -> None:
    if content is not None:
        (here / "house.docx").write_bytes(content)
    write(here / "flood.yaml")

    done = run("build", "flood.yaml", "--reference", "house.docx")

    assert 2 == done.exit_code
    assert "house.docx" in done.stderr
    assert not (here / "flood.docx").exists()
