"""Each value of the YAML files that ship, set to another: that value changes, and no other character."""

from __future__ import annotations

import re
from os.path import commonprefix
from pathlib import Path

import pytest

import drafter
from drafter.library import builtin_library, builtin_templates
from drafter.models.paths import field_at, is_prose, paths_in, value_at
from drafter.templating.context import complete
from drafter.yaml.patch import patch
from drafter.yaml.source import read_source

LIBRARY = builtin_library()
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
SAMPLES = sorted((builtin_templates() / "kinds").glob("*/sample.yaml"))


def texts(given: drafter.Parameters) -> list[str]:
    """The paths of the words in ``given``; the names of kinds, patterns and the like are none."""
    plans = {path: field_at(path) for path in paths_in(given)}
    return [
        path
        for path, plan in plans.items()
        if plan is not None and plan.type is str and plan.is_words and plan.key != "pattern"
    ]


def name_of(path: Path) -> str:
    return path.parent.name if path.name == "sample.yaml" else path.stem


@pytest.mark.slow
@pytest.mark.parametrize("path", [*EXAMPLES, *SAMPLES], ids=name_of)
def test_only_the_value_changes(path: Path, tmp_path: Path) -> None:
    given = drafter.load(path, LIBRARY)
    source, skeleton = read_source(path), complete(given, LIBRARY.kind(given.kind))
    copy = tmp_path / "m.yaml"
    comments = [line.partition(" # ")[2] for line in source.text.splitlines()]
    for name in texts(given):
        new = "改成 5： *这样" if not is_prose(name) else "改成这样。\n再加一段。"
        text = patch(source, {name: new}, skeleton)
        copy.write_text(text, encoding="utf-8")
        again = drafter.load(copy, LIBRARY)
        assert value_at(again, name) == new, name
        others = [other for other in texts(given) if other != name and not name.startswith(other)]
        assert [value_at(again, other) for other in others] == [value_at(given, other) for other in others]
        assert [comment for comment in comments if comment not in text] == []
        # A comment behind a value may move to keep its column.
        gone, come = between(*(re.sub(" +#", " #", one) for one in (source.text, text)))
        assert words(gone).partition("#")[0] in words(f"'\"{value_at(given, name)}\"'"), name
        assert words(come).partition("#")[0] in words(f"'|{new}'"), name


def between(before: str, after: str) -> tuple[str, str]:
    """What is left of two texts without what they begin and end with alike."""
    head = len(commonprefix([before, after]))
    tail = len(commonprefix([before[head:][::-1], after[head:][::-1]]))
    return before[head : len(before) - tail], after[head : len(after) - tail]


def words(text: str) -> str:
    return "".join(text.split())
