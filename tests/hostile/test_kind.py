"""A kind.yaml that cannot be right is told where it is, by the build and by the check."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from drafter.library import builtin_templates
from drafter.templating.check import check_templates
from tests.cli.running import run, write

WRONG = {
    "one number as a share": ("parts", [{"role": "tasks", "name": "任务", "numbering": "一要", "share": 30}]),
    "three numbers": ("opening", [1, 2, 3]),
    "a negative share": ("closing", [-1, 5]),
    "more than all": ("closing", [5, 500]),
    "the greater first": ("closing", [6, 2]),
    "millions of points": (
        "parts",
        [{"role": "tasks", "name": "任务", "numbering": "一要", "points": 99_999_999}],
    ),
    "itself": ("follows", "deployment"),
}


@pytest.mark.slow
@pytest.mark.parametrize("wrong", WRONG.values(), ids=list(WRONG))
def test_a_kind_that_cannot_be_right_is_told(here: Path, wrong: tuple[str, object]) -> None:
    text = (builtin_templates() / "kinds" / "deployment" / "kind.yaml").read_text(encoding="utf-8")
    key, value = wrong
    kind = yaml.safe_dump(yaml.safe_load(text) | {key: value}, allow_unicode=True)
    write(here / "office" / "kinds" / "deployment" / "kind.yaml", kind)
    write(here / "m.yaml")

    result = run("build", "m.yaml", "--templates", "office")

    assert (2, "error[Y108]") == (result.exit_code, result.stderr[:11])
    assert "Y108" in [fault.code for fault in check_templates(here / "office", ["deployment"]).faults]
