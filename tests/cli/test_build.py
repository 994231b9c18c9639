"""drafter build: YAML files become documents, and the summary lists what is still open."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.drafts import FULL, LEAST

from .running import run, run_apart, write

NO_BLANKS = "speaker: {name: 张三, post: 市长}\n"


def names(folder: Path) -> list[str]:
    """Return the paths of the documents in ``folder``, relative to it."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in (".yaml", ".yml", ".toml", ".j2")
    )


def full_without_blanks() -> str:
    return FULL.read_text(encoding="utf-8").replace("  name: ~ ", "  name: 张三 ")


def test_a_document_stands_beside_its_file(here: Path) -> None:
    write(here / "a" / "meeting.yaml")

    result = run("build", "a/meeting.yaml")

    assert (0, ["a/meeting.docx"]) == (result.exit_code, names(here))


def test_output_names_the_document(here: Path) -> None:
    write(here / "meeting.yaml")

    run("build", "meeting.yaml", "-o", "out/讲话.md")

    assert ["out/讲话.md"] == names(here)


def test_output_names_the_folder(here: Path) -> None:
    write(here / "meeting.yaml")

    run("build", "meeting.yaml", "-o", "out", "--to", "docx,txt")

    assert ["out/meeting.docx", "out/meeting.txt"] == names(here)


def test_a_folder_called_like_a_document_is_a_folder(here: Path) -> None:
    write(here / "meeting.yaml")
    (here / "out.docx").mkdir()

    run("build", "meeting.yaml", "-o", "out.docx")

    assert ["out.docx/meeting.docx"] == names(here)


def test_formats_are_given_with_commas(here: Path) -> None:
    write(here / "meeting.yaml")

    run("build", "meeting.yaml", "--to", "docx, md,txt,html")

    assert ["meeting.docx", "meeting.html", "meeting.md", "meeting.txt"] == names(here)


def test_a_folder_is_mirrored(here: Path) -> None:
    for name in ("in/a.yaml", "in/b/a.yml", "in/b/c.YAML", "in/note.txt"):
        write(here / name)

    run("build", "in", "-o", "out", "--to", "txt")

    assert ["a.txt", "b/a.txt", "b/c.txt"] == names(here / "out")


def test_a_folder_without_files_is_reported(here: Path) -> None:
    (here / "in").mkdir()

    result = run("build", "in")

    assert (2, "error: there is no YAML file in in\n") == (result.exit_code, result.stderr)


def test_several_files_are_built_at_once(here: Path) -> None:
    for name in ("a", "b", "c"):
        write(here / f"{name}.yaml")

    result = run("build", "a.yaml", "b.yaml", "c.yaml", "--to", "txt")

    assert (["a.txt", "b.txt", "c.txt"], "3 documents written") == (
        names(here),
        result.stdout.splitlines()[-1],
    )


def test_two_files_that_would_be_one_document_are_refused(here: Path) -> None:
    for name in ("a/x.yaml", "b/x.yaml"):
        write(here / name)

    result = run("build", "a/x.yaml", "b/x.yaml", "-o", "out")

    assert (2, []) == (result.exit_code, names(here))
    assert "would both become out/x.docx" in result.stderr


def test_two_files_that_differ_in_their_suffix_alone_are_refused(here: Path) -> None:
    write(here / "x.yaml")
    write(here / "x.yml")

    assert (2, []) == (run("build", ".").exit_code, names(here))


def test_several_files_are_not_one_document(here: Path) -> None:
    write(here / "a.yaml")
    write(here / "b.yaml")

    result = run("build", "a.yaml", "b.yaml", "-o", "out.docx")

    assert (2, []) == (result.exit_code, names(here))
    assert "name a folder" in result.stderr


@pytest.mark.parametrize(("formats", "near"), [("dcx", "docx"), ("pdf", "md"), ("txt,htm", "html")])
def test_an_unknown_format_is_refused_with_a_near_one(here: Path, formats: str, near: str) -> None:
    write(here / "meeting.yaml")

    result = run("build", "meeting.yaml", "--to", formats)

    assert (2, []) == (result.exit_code, names(here))
    assert near in result.stderr.split("help:")[1]


def test_a_faulty_file_does_not_keep_the_others_from_being_built(here: Path) -> None:
    write(here / "a.yaml")
    write(here / "b.yaml", "kind: [\n")
    write(here / "c.yaml")

    result = run("build", "a.yaml", "b.yaml", "c.yaml")

    assert (2, ["a.docx", "c.docx"]) == (result.exit_code, names(here))


def test_a_faulty_settings_file_is_reported_with_the_file_it_goes_with(here: Path) -> None:
    write(here / "a" / "meeting.yaml")
    write(here / "b" / "meeting.yaml")
    write(here / "b" / "drafter.toml", "template = 'x'\n")

    result = run("build", "a", "b")

    assert (2, ["a/meeting.docx"]) == (result.exit_code, names(here))
    assert "error[T102]: unknown key `template`\n --> b/drafter.toml" in result.stderr


def test_faults_go_to_standard_error_and_the_summary_to_standard_output(here: Path) -> None:
    write(here / "a.yaml")
    write(here / "b.yaml", LEAST + "titel: 讲话\n")

    result = run("build", "a.yaml", "b.yaml")

    assert "error[Y101]" in result.stderr
    assert "error" not in result.stdout
    assert "wrote a.docx" in result.stdout


def test_blanks_alone_are_no_failure(here: Path) -> None:
    write(here / "meeting.yaml")

    assert 0 == run("build", "meeting.yaml").exit_code


def test_under_strict_blanks_are_findings(here: Path) -> None:
    write(here / "meeting.yaml")

    assert (1, ["meeting.docx"]) == (run("build", "meeting.yaml", "--strict").exit_code, names(here))


def test_under_strict_a_speech_without_blanks_is_done(here: Path) -> None:
    write(here / "meeting.yaml", full_without_blanks())

    assert 0 == run("build", "meeting.yaml", "--strict").exit_code


def test_under_strict_a_failure_goes_before_findings(here: Path) -> None:
    write(here / "a.yaml")
    write(here / "b.yaml", "")

    assert 2 == run("build", "a.yaml", "b.yaml", "--strict").exit_code


def test_blanks_are_listed_with_their_keys(here: Path) -> None:
    write(here / "meeting.yaml")

    lines = run("build", "meeting.yaml").stdout.splitlines()

    assert "【检验标尺】\tanswers[检验标尺]\t一、" in lines
    assert sum(line.startswith("【") for line in lines) == int(
        next(line for line in lines if line.endswith(" blanks")).split()[0]
    )


def test_the_summary_of_the_full_example_is_plain_lines(here: Path) -> None:
    write(here / "meeting.yaml", full_without_blanks())

    lines = run("build", "meeting.yaml").stdout.splitlines()

    assert ["wrote meeting.docx", "0 blanks"] == [lines[0], lines[-1]]
    assert ["opening", "意义", "任务", "保障", "closing"] == [
        line.split("\t")[0] for line in lines if "\t" in line
    ]


def test_json_holds_everything_to_programs(here: Path) -> None:
    write(here / "a.yaml")
    write(here / "b.yaml", LEAST + "titel: 讲话\n")

    first, second = json.loads(run("build", "a.yaml", "b.yaml", "--to", "txt", "--json").stdout)

    assert ("a.yaml", ["a.txt"], []) == (first["source"], first["outputs"], first["errors"])
    assert "answers[检验标尺]" in {blank["path"] for blank in first["summary"]["blanks"]}
    assert [
        {
            "code": "Y101",
            "message": "unknown key `titel`",
            "file": "b.yaml",
            "line": 4,
            "column": 1,
            "remedy": "did you mean `title`?",
        }
    ] == second["errors"]


def test_json_is_all_that_standard_output_holds(here: Path) -> None:
    write(here / "meeting.yaml", "kind: [\n")

    result = run("build", "meeting.yaml", "--json")

    assert (2, None) == (result.exit_code, json.loads(result.stdout)[0]["summary"])


def test_notes_stand_in_the_document_unless_unwanted(here: Path) -> None:
    write(here / "meeting.yaml")
    run("build", "meeting.yaml", "-o", "with.html")
    run("build", "meeting.yaml", "-o", "without.html", "--no-notes")

    texts = [(here / name).read_text(encoding="utf-8") for name in ("with.html", "without.html")]

    assert [True, False] == ["title=" in text for text in texts]


def test_a_foreign_document_is_refused(here: Path) -> None:
    write(here / "meeting.yaml")
    write(here / "meeting.docx", "work")

    result = run("build", "meeting.yaml")

    assert (2, "work") == (result.exit_code, (here / "meeting.docx").read_text(encoding="utf-8"))
    assert "`drafter update meeting.docx YAML` keeps it" in result.stderr
    assert "write elsewhere with -o, or use --force" in result.stderr


def test_force_keeps_a_copy_and_says_so(here: Path) -> None:
    write(here / "meeting.yaml")
    write(here / "meeting.docx", "work")

    result = run("build", "meeting.yaml", "--force")

    assert (0, "work") == (result.exit_code, (here / "meeting.1.bak.docx").read_text(encoding="utf-8"))
    assert "kept" in result.stdout


def test_a_document_of_ones_own_is_built_again(here: Path) -> None:
    write(here / "meeting.yaml")
    run("build", "meeting.yaml", "--to", "docx,md,txt,html")
    write(here / "meeting.yaml", LEAST + "topic: 消防\n")

    assert 0 == run("build", "meeting.yaml", "--to", "docx,md,txt,html").exit_code


def test_the_folders_of_the_user_are_looked_in_first(here: Path) -> None:
    write(here / "meeting.yaml")
    write(here / "office" / "shared" / "closing.xml.j2", "<closing><p>散会。</p></closing>")

    run("build", "meeting.yaml", "--templates", "office", "--to", "txt")

    assert (here / "meeting.txt").read_text(encoding="utf-8").endswith("\n　　散会。\n")


def test_a_folder_of_templates_that_there_is_not_is_reported(here: Path) -> None:
    write(here / "meeting.yaml")

    result = run("build", "meeting.yaml", "--templates", "office")

    assert (2, "error[T103]: there is no folder office\n --> office\n") == (result.exit_code, result.stderr)


def test_without_files_the_usage_is_reported(here: Path) -> None:
    result = run("build")

    assert 2 == result.exit_code
    assert "Usage: drafter build" in result.stderr


@pytest.mark.slow
def test_a_build_in_a_pipe_is_plain_utf_8(here: Path) -> None:
    write(here / "会议.yaml")

    result = run_apart("build", "会议.yaml")

    assert (0, "", "wrote 会议.docx") == (result.returncode, result.stderr, result.stdout.splitlines()[0])
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize("arguments", [("-o", "a.docx", "--to", "md"), ("-o", "-"), ("-o", "a.pdf")])
def test_an_output_that_cannot_be_is_refused(here: Path, arguments: tuple[str, ...]) -> None:
    write(here / "meeting.yaml")

    result = run("build", "meeting.yaml", *arguments)

    assert (2, []) == (result.exit_code, names(here))


def test_a_kept_copy_of_a_file_in_a_folder_is_not_built(here: Path) -> None:
    write(here / "meeting.yaml")
    run("new", "deployment", "-o", "meeting.yaml", "--force")

    run("build", ".")

    assert ["meeting.docx"] == names(here)


def test_a_refusal_names_the_path_as_it_was_given(here: Path) -> None:
    write(here / "meeting.yaml")
    write(here / "out" / "meeting.docx", "a person's")

    result = run("build", "meeting.yaml", "-o", "out")

    assert "error: out/meeting.docx holds work" in result.stderr


def test_a_folder_may_have_a_point_in_its_name(here: Path) -> None:
    write(here / "meeting.yaml")

    run("build", "meeting.yaml", "-o", "2025.10")

    assert ["2025.10/meeting.docx"] == names(here)


def test_what_was_written_before_a_refusal_is_reported(here: Path) -> None:
    write(here / "meeting.yaml")
    write(here / "meeting.md", "a person's")

    result = run("build", "meeting.yaml", "--to", "docx,md")

    assert (2, "wrote meeting.docx\n") == (result.exit_code, result.stdout)


def test_a_plain_document_has_no_controls(here: Path) -> None:
    run("new", "deployment", "-o", "meeting.yaml")

    run("build", "meeting.yaml", "--plain")

    with zipfile.ZipFile(here / "meeting.docx") as archive:
        assert b"<w:sdt>" not in archive.read("word/document.xml")


@pytest.mark.slow
def test_several_processes_report_as_one_does(here: Path) -> None:
    for number in range(3):
        write(here / f"{number}.yaml")

    one, two = run("build", ".", "-o", "out"), run("build", ".", "-o", "out", "--jobs", "2")

    assert (0, one.stdout, one.stderr) == (two.exit_code, two.stdout, two.stderr)


def test_reports_are_json_also_one_by_one(here: Path) -> None:
    for number in range(2):
        write(here / f"{number}.yaml")

    result = run("build", ".", "--json")

    assert json.dumps(json.loads(result.stdout), ensure_ascii=False, indent=2) + "\n" == result.stdout
