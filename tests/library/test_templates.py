"""The templates that ship are written as docs/templates.md tells authors to write theirs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.library import builtin_templates

TEMPLATES = sorted(builtin_templates().rglob("*.j2"))
each_template = pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: "/".join(path.parts[-2:]))


@each_template
@pytest.mark.parametrize(
    "pattern",
    [r"index0? == \d", r"namespace\(", r"label\(\"[^\"]*\"\)?[,)]", "block point_"],
    ids=["a chain of points", "a program", "a blank that is not declared", "a body without its heading"],
)
def test_no_template_holds(path: Path, pattern: str) -> None:
    source = re.sub(r"{#.*?#}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert re.search(pattern, source) is None
