"""An assistant works in one folder: whatever a path looks like, it is held against where it leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.agents.errors import ToolError
from drafter.agents.root import YAML, Root
from drafter.errors import OutputError
from tests.merge.by_path import MEETING

from .conftest import SHEET, Ask, rewrite


def refused(root: Root, name: str) -> str:
    with pytest.raises(ToolError) as caught:
        root.file(name, YAML)
    (fault,) = caught.value.diagnostics
    assert fault.message
    assert fault.remedy
    return fault.code


def test_a_name_inside_is_taken_as_seen_from_the_root(folder: Path) -> None:
    assert folder / "a/m.yaml" == Root(folder).file("a/m.yaml", YAML)


def test_an_absolute_name_inside_is_taken(folder: Path) -> None:
    assert folder / "m.yaml" == Root(folder).file(str(folder / "m.yaml"), YAML)


@pytest.mark.parametrize("name", ["../secret.yaml", "/etc/m.yaml", "a/../../outside/secret.yaml"])
def test_a_name_that_leads_out_is_refused(folder: Path, name: str) -> None:
    assert "A101" == refused(Root(folder), name)


def test_a_folder_whose_name_only_begins_alike_is_outside(folder: Path) -> None:
    assert "A101" == refused(Root(folder), "../served-too/m.yaml")


def test_a_link_to_a_file_outside_is_refused(folder: Path, outside: Path) -> None:
    (folder / "m.yaml").symlink_to(outside / "secret.yaml")

    assert "A101" == refused(Root(folder), "m.yaml")


def test_a_link_to_a_folder_outside_is_refused(folder: Path, outside: Path) -> None:
    (folder / "papers").symlink_to(outside)

    assert "A101" == refused(Root(folder), "papers/new.yaml")


def test_a_link_that_stays_inside_is_followed(folder: Path) -> None:
    (folder / "real.yaml").write_text("kind: deployment\n", encoding="utf-8")
    (folder / "m.yaml").symlink_to("real.yaml")

    assert folder / "real.yaml" == Root(folder).file("m.yaml", YAML)


def test_a_root_may_be_reached_by_a_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)

    assert folder / "m.yaml" == Root(tmp_path / "link").file("m.yaml", YAML)


@pytest.mark.parametrize("name", [".git/m.yaml", ".m.yaml", "~$m.yaml"])
def test_what_is_hidden_is_refused(folder: Path, name: str) -> None:
    assert "A101" == refused(Root(folder), name)


@pytest.mark.parametrize("name", ["", "m\0.yaml", "m" * 2000 + ".yaml", "m.toml", "m", "m.yaml/"[:-6]])
def test_what_is_no_name_for_this_is_refused(folder: Path, name: str) -> None:
    assert "A102" == refused(Root(folder), name)


def test_settings_that_lead_out_are_not_read(folder: Path, outside: Path) -> None:
    (outside / "drafter.toml").write_text('templates = "t"\n', encoding="utf-8")
    (folder / "drafter.toml").symlink_to(outside / "drafter.toml")

    assert "A101" == refused(Root(folder), "m.yaml")


def test_terms_that_settings_name_elsewhere_are_not_read(ask: Ask, folder: Path, outside: Path) -> None:
    (folder / "m.txt").write_text("同志们：\n", encoding="utf-8")
    (folder / "drafter.toml").write_text('[check]\nterms = "../outside/secret.yaml"\n', encoding="utf-8")

    assert ["A101"] == [fault["code"] for fault in ask("check", path="m.txt")["errors"]]


def test_a_document_elsewhere_that_is_stale_is_not_told(ask: Ask, folder: Path, outside: Path) -> None:
    (folder / "m.yaml").write_text(MEETING, encoding="utf-8")
    ask("build", path="m.yaml", output="old.docx")
    (folder / "old.docx").rename(outside / "old.docx")
    (folder / "old.docx").symlink_to(outside / "old.docx")
    rewrite(folder, "2026-05-12", "2026-05-13")

    assert [] == ask("build", path="m.yaml", output="new.docx")["stale"]


def test_a_root_has_to_be_a_folder(folder: Path) -> None:
    with pytest.raises(OutputError):
        Root(folder / "none")


def test_the_whole_disk_is_no_root() -> None:
    with pytest.raises(OutputError, match="disk"):
        Root(Path(Path.cwd().anchor))


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("new", {"sheet": SHEET, "output": "../m.yaml"}),
        ("new", {"path": "../outside/secret.txt"}),
        ("validate", {"path": "../outside/secret.yaml"}),
        ("draft", {"path": "../outside/secret.yaml"}),
        ("check", {"path": "../outside/secret.yaml"}),
        ("diff", {"old": "../outside/secret.yaml", "new": "../outside/secret.yaml"}),
        ("update", {"document": "../outside/a.docx", "path": "../outside/secret.yaml"}),
        ("build", {"path": "../outside/secret.yaml"}),
        ("build", {"path": "m.yaml", "output": "../outside/m.docx"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "-".join(value),
)
def test_no_tool_leads_out(
    ask: Ask, folder: Path, outside: Path, tool: str, arguments: dict[str, str]
) -> None:
    (folder / "m.yaml").write_text("kind: deployment\nmeeting: {name: 全县会议}\n", encoding="utf-8")
    before = sorted(outside.parent.rglob("*"))

    answer = ask(tool, **arguments)

    assert ["A101"] == [fault["code"] for fault in answer["errors"]]
    assert before == sorted(outside.parent.rglob("*"))
    assert "秘密" not in str(answer)
