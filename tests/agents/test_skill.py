"""The skill: its form, and that each command and YAML in it does what it says."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.agents.skill import install_skill, skill_text
from drafter.errors import OutputError, OverwriteError
from tests.cli.running import run, write
from tests.docs.pages import FENCE, ROOT
from tests.docs.test_names import COMMANDS
from tests.drafts import loaded

TEXT = skill_text()
_OPEN, FRONT, BODY = TEXT.split("---\n", 2)
HEAD: dict[str, Any] = yaml.safe_load(FRONT)
BLOCKS = [(found[1], found[2]) for found in FENCE.finditer(BODY)]
LINES = [line for language, text in BLOCKS if language == "sh" for line in text.splitlines()]
# A name in the text that stands for one of the reader's own.
SAMPLE_SHEET = ROOT / "examples/task-sheet.txt"


def test_the_front_matter_is_that_of_the_open_standard() -> None:
    """Agent Skills, specification: required and optional fields, their bounds."""
    assert {"name", "description", "license", "compatibility"} == set(HEAD)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", HEAD["name"])
    assert 1 <= len(HEAD["description"]) <= 1024
    assert len(HEAD["compatibility"]) <= 500


def test_the_body_is_short_enough_to_be_read_whole() -> None:
    assert BODY.count("\n") < 200


def test_the_folder_is_called_as_the_skill(tmp_path: Path) -> None:
    installed = install_skill(tmp_path / "skills").path

    assert HEAD["name"] == installed.parent.name
    assert TEXT == installed.read_text(encoding="utf-8")


def test_a_skill_may_be_installed_again(tmp_path: Path) -> None:
    install_skill(tmp_path)

    assert install_skill(tmp_path).copy is None


def test_a_skill_that_somebody_edited_is_not_overwritten(tmp_path: Path) -> None:
    path = install_skill(tmp_path).path
    path.write_text(TEXT + "我们单位的说明\n", encoding="utf-8")

    with pytest.raises(OverwriteError):
        install_skill(tmp_path)

    assert path.read_text(encoding="utf-8").endswith("我们单位的说明\n")


def test_a_copy_is_kept_of_an_edited_skill_that_is_to_go(tmp_path: Path) -> None:
    path = install_skill(tmp_path).path
    path.write_text("我们单位的说明\n", encoding="utf-8")

    copy = install_skill(tmp_path, force=True).copy

    assert copy is not None
    assert ("我们单位的说明\n", TEXT) == (copy.read_text(encoding="utf-8"), path.read_text(encoding="utf-8"))


def test_a_file_is_no_folder_of_skills(tmp_path: Path) -> None:
    (tmp_path / "skills").write_text("", encoding="utf-8")

    with pytest.raises(OutputError):
        install_skill(tmp_path / "skills")


def test_the_command_installs_and_shows_it(here: Path) -> None:
    assert TEXT == run("skill", "show").stdout

    assert "wrote skills/drafter/SKILL.md\n" == run("skill", "install", "skills").stdout
    assert TEXT == (here / "skills/drafter/SKILL.md").read_text(encoding="utf-8")


def test_the_command_tells_what_it_did_in_json(here: Path) -> None:
    done = json.loads(run("skill", "install", "skills", "--json").stdout)
    assert {"output": "skills/drafter/SKILL.md", "copy": None, "errors": []} == done

    write(here / "skills/drafter/SKILL.md", "anders\n")
    refused = run("skill", "install", "skills", "--json")
    assert (2, "skills/drafter/SKILL.md") == (
        refused.exit_code,
        json.loads(refused.stdout)["errors"][0]["file"],
    )


def test_every_command_of_the_skill_does_what_it_says(here: Path) -> None:
    """All lines one after the other, as an assistant would: JSON on standard output, and no fault."""
    shutil.copy(SAMPLE_SHEET, here / "任务单.txt")

    for line in LINES:
        program, *arguments = shlex.split(line)
        done = run(*arguments)
        assert ("drafter", True) == (program, "--json" in arguments), line
        assert done.exit_code in (0, 1), f"{line}\n{done.output}"
        assert '"errors": [\n' not in done.stdout, f"{line}\n{done.stdout}"
        assert json.loads(done.stdout), line
    assert (here / "讲话稿.docx").read_bytes().startswith(b"PK")


def test_the_commands_of_the_road_are_all_there() -> None:
    named = {shlex.split(line)[1] for line in LINES}

    assert {"new", "build", "check", "update", "pull", "diff", "kinds", "topics", "schema"} <= named


@pytest.mark.parametrize("name", sorted(set(re.findall("`drafter ([a-z]+)", BODY))))
def test_a_command_that_is_named_is_one(name: str) -> None:
    assert name in COMMANDS


def sketches() -> list[str]:
    """The YAML of the skill: its blocks, and the keys with a value that it names within a line."""
    inline = re.findall("`([\u4e00-\u9fff]+: [^`]+)`", BODY)
    # Of a fact, not of the file.
    return [text for language, text in BLOCKS if language == "yaml"] + [
        one for one in inline if one[:2] != "点名"
    ]


@pytest.mark.parametrize("text", sketches())
def test_every_yaml_of_the_skill_loads(text: str) -> None:
    whole = f"文种: 推进会\n会议: {{名称: 全县充电安全整治推进会}}\n{text}\n"

    assert loaded(whole).kind == "progress"


def test_the_yaml_of_a_point_is_said_with_its_fact(here: Path) -> None:
    (point,) = [text for language, text in BLOCKS if language == "yaml" and "正文" in text]
    write(here / "m.yaml", f"文种: 推进会\n会议: {{名称: 全县充电安全整治推进会}}\n{point}")

    report = json.loads(run("build", "m.yaml", "--to", "txt", "--json").stdout)[0]

    assert [] == report["facts"]["unsaid"]
    text = (here / "m.txt").read_text(encoding="utf-8")
    assert "把拆线的事一次办干净" in text
    assert 1 == text.count("拆一处，就要销一处。")
