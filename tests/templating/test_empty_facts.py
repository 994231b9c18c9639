"""A fact that is a mark and no word: a slip of the hand, which ends in no traceback."""

from __future__ import annotations

from drafter.templating.draft import draft
from tests.drafts import loaded

MEETING = "kind: progress\nmeeting: {name: 全县充电整治推进会, date: 2026-09-08}\nfacts:\n  tasks:\n"


def test_a_task_that_is_a_mark_alone_is_drafted() -> None:
    tasks = "    - ':'\n    - 各乡镇9月30日前拆完飞线\n    - 供电公司10月1日前公示电价\n"

    speech = draft(loaded(MEETING + tasks))

    assert speech.parts
