"""A folder that is served, another beside it, and what an assistant would call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.agents.root import Root
from drafter.agents.tools import call
from tests.merge.by_path import MEETING, say

SHEET = """清渡县防汛工作部署会，2026年4月10日下午3点，县政府二楼。副县长罗向川讲话，5分钟。
【情况】
1. 全县排查隐患73处，销号51处。
2. 土工布缺3000平方米。
【要干的】
1. 没销号的4月25日前全部销号。
2. 土工布4月20日前补齐。
"""
FIGURE = "parts[1].points[0].figures[0].value"

Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that is served."""
    path = tmp_path / "served"
    path.mkdir()
    return path


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside it, with a YAML that is nobody's business."""
    path = tmp_path / "outside"
    path.mkdir()
    (path / "secret.yaml").write_text("kind: deployment\nmeeting: {name: 秘密会议}\n", encoding="utf-8")
    return path


@pytest.fixture
def ask(folder: Path) -> Ask:
    """Call a tool by its name."""

    def ask(tool: str, **arguments: Any) -> dict[str, Any]:
        return call(tool, arguments, Root(folder))

    return ask


@pytest.fixture
def edited(folder: Path, ask: Ask) -> Path:
    """A document whose figure was changed by a person, beside its YAML."""
    (folder / "m.yaml").write_text(MEETING, encoding="utf-8")
    assert ask("build", path="m.yaml")["errors"] == []
    document = folder / "m.docx"
    document.write_bytes(say(document.read_bytes(), FIGURE, "15"))
    return document


def rewrite(folder: Path, old: str, new: str) -> None:
    """Change words of the YAML."""
    path = folder / "m.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
