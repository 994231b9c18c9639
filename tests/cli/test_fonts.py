"""`drafter layouts --fonts`: which fonts the layouts ask for, and which are installed."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from drafter.docx import fonts
from drafter.library import Library

from .running import run, write


@pytest.fixture(autouse=True)
def some_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer with three of the fonts."""
    monkeypatch.setattr(fonts, "installed_families", lambda: frozenset({"simhei", "宋体", "仿宋"}))


def lines(*arguments: str | Path) -> list[str]:
    result = run("layouts", *arguments, "--fonts")
    assert (0, "") == (result.exit_code, result.stderr)
    return result.stdout.splitlines()


def test_each_layout_is_reported() -> None:
    assert Library().layouts() == [line.split()[0] for line in lines() if line[:1] not in (" ", "")]


def test_one_layout_may_be_asked_for() -> None:
    assert ["gbt9704"] == [line.split()[0] for line in lines("gbt9704") if line[:1] not in (" ", "")]


def test_a_font_is_reported_with_its_state_and_its_uses() -> None:
    printed = {line.split()[0]: line.split()[1:] for line in lines("gbt9704")}

    assert ["installed", "一级标题"] == printed["黑体"]
    assert ["missing", "正文、三级标题、四级标题"] == printed["仿宋_GB2312"]


def test_a_missing_font_is_reported_with_its_stand_ins_and_what_to_do() -> None:
    printed = lines("gbt9704")

    (line,) = [line for line in printed if "FandolFang" in line]
    assert "instead: 仿宋 (installed, part of Windows), " in line
    assert printed[-1].startswith("  = help: ")


def test_with_all_fonts_installed_there_is_nothing_to_do(here: Path) -> None:
    faces = "\n".join(
        f"{name}: {{font: 黑体, size: 三号}}" for name in ("body", "byline", "outline", "comment")
    )
    fonts = "\n".join(f"{name}: {{font: 黑体}}" for name in ("title", "lead", "page_number"))
    heads = "headings:\n" + "  - {font: 黑体, size: 三号}\n" * 4
    write(here / "layouts" / "ours.yaml", f"latin_font: 黑体\n{faces}\n{fonts}\n{heads}")

    assert ["ours", "  黑体  installed  "] == [line[:17] for line in lines("ours", "--templates", ".")]


def test_where_the_system_does_not_list_its_fonts_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "installed_families", lambda: None)

    printed = lines("gbt9704")

    assert 6 == sum("not known" in line for line in printed)
    assert "does not tell its fonts" in printed[-1]


def test_json_is_for_programs() -> None:
    (row,) = json.loads(run("layouts", "gbt9704", "--fonts", "--json").stdout)

    assert ["id", "name", "fonts"] == list(row)
    assert ["font", "uses", "installed", "stand_ins"] == list(row["fonts"][0])
    assert {"黑体": True, "仿宋_GB2312": False}.items() <= {
        font["font"]: font["installed"] for font in row["fonts"]
    }.items()


def test_without_the_extra_that_is_said_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "find_system_fonts_filename", None)

    result = run("layouts", "gbt9704", "--fonts")

    assert (2, "") == (result.exit_code, result.stdout)
    assert 'pip install "drafter[fonts]"' in result.stderr


def test_an_unknown_layout_is_refused() -> None:
    result = run("layouts", "gbt", "--fonts")

    assert 2 == result.exit_code
    assert "gbt9704" in result.stderr
