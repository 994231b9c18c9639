"""Items taken out of a list, with the comments on them and nothing else."""

from __future__ import annotations

import pytest

from drafter.yaml.changes import UnsettableError
from drafter.yaml.items import without_item
from drafter.yaml.source import Source

HEAD = "kind: deployment\nmeeting: {name: 全市会议}\n"


def without(text: str, path: str) -> str:
    return without_item(Source("a.yaml", HEAD + text), path).removeprefix(HEAD)


def test_an_item_goes_with_its_line() -> None:
    assert "facts:\n  tasks:\n    - 乙\n" == without(
        "facts:\n  tasks:\n    - 甲\n    - 乙\n", "facts.tasks[0]"
    )


def test_the_comments_on_an_item_go_with_it() -> None:
    text = "facts:\n  tasks:\n    - 甲  # 一\n    # 二\n    - text: 乙  # 三\n      by: 月底前\n"
    text += "    # 四\n    - 丙\n"

    assert "facts:\n  tasks:\n    - 甲  # 一\n    # 四\n    - 丙\n" == without(text, "facts.tasks[1]")


def test_the_last_item_leaves_an_empty_key() -> None:
    assert "facts:\n  tasks:\nnotes: 丁\n" == without(
        "facts:\n  tasks:\n    - 甲\nnotes: 丁\n", "facts.tasks[0]"
    )


def test_the_last_line_of_a_file_needs_no_line_end() -> None:
    assert "facts:\n  tasks:\n    - 甲\n" == without("facts:\n  tasks:\n    - 甲\n    - 乙", "facts.tasks[1]")


def test_empty_items_do_not_count() -> None:
    assert "facts:\n  tasks:\n    -\n    - 甲\n" == without(
        "facts:\n  tasks:\n    -\n    - 甲\n    - 乙\n", "facts.tasks[1]"
    )


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [("[甲, 乙, 丙]", 1, "[甲, 丙]"), ("[甲]", 0, "~"), ("甲", 0, "~"), ("[{text: 甲}, 乙]", 0, "[乙]")],
)
def test_a_list_on_one_line_stays_on_one_line(before: str, place: int, after: str) -> None:
    text = f"facts:\n  tasks: {before}  # 注\n"

    assert f"facts:\n  tasks: {after}  # 注\n" == without(text, f"facts.tasks[{place}]")


def test_keys_may_be_chinese() -> None:
    text = "文种: 工作部署会\n会议:\n  名称: 全市会议\n事实:\n  任务:\n    - 甲\n    - 乙\n"

    assert text.replace("    - 乙\n", "") == without_item(Source("a.yaml", text), "facts.tasks[1]")


def test_an_item_below_another_item_is_taken_out() -> None:
    text = "parts:\n  - points:\n      - heading: 甲\n        measures:\n          - 一\n          - 二\n"

    assert text.replace("          - 一\n", "") == without(text, "parts[0].points[0].measures[0]")


@pytest.mark.parametrize(
    "path", ["facts.tasks[5]", "facts.tasks", "facts.funds[0]", "facts.tasks[0].text", ""]
)
def test_a_path_that_leads_to_no_item_is_told(path: str) -> None:
    with pytest.raises(UnsettableError):
        without("facts:\n  tasks:\n    - 甲\n", path)
