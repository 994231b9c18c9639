"""A document composed from facts: updated when a fact changes, and pulled back into its YAML."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from drafter import draft
from drafter.speech.blocks import iter_blocks
from drafter.speech.tree import plain_text
from tests.drafts import loaded

from .by_path import pull, say, written
from .opened import said
from .scripts import brought

SHEET = """\
kind: deployment
meeting:
  name: 清河县防汛工作部署会
  date: 2026-04-10
  agenda: []
facts:
  progress:
    - 3月排查问题73处，销号51处
  problems:
    - 大冲水库放水闸锈死
    - 城东泵站两台泵坏了一台
  tasks:
    - 没销号的4月25日前全部销号
    - 村村演练至少1次，5月10日前完成
  checks:
    - 防指办5月中旬抽查，专挑夜里
missing:
  - what: 城东泵站谁包
    for: 城东泵站
style:
  minutes: 4
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "meeting.yaml"


@pytest.fixture
def docx(path: Path) -> bytes:
    return written(path, SHEET)


def sentences(text: str) -> list[str]:
    """The sentences of the draft of a YAML."""
    words = "\n".join(plain_text(block.inlines) for block in iter_blocks(draft(loaded(text))))
    return words.replace("。", "。\n").splitlines()


def updated(docx: bytes, text: str) -> str:
    """What the document says once it is up to date with a YAML."""
    update = brought(docx, loaded(text))
    assert not update.findings.conflicts
    assert update.document is not None
    return "\n".join(said(update.document))


def test_a_document_of_facts_is_up_to_date_with_its_yaml(docx: bytes) -> None:
    assert brought(docx, loaded(SHEET)).document is None


def test_a_changed_figure_changes_what_follows_from_it(docx: bytes) -> None:
    words = updated(docx, SHEET.replace("销号51处", "销号61处"))
    assert "61处" in words
    assert "还剩12处" in words
    assert "51处" not in words
    assert "22处" not in words


def test_a_changed_deadline_changes_only_the_sentences_on_it() -> None:
    now = sentences(SHEET.replace("4月25日前", "4月27日前"))
    changed = [line[2:] for line in difflib.ndiff(sentences(SHEET), now) if line.startswith("+ ")]
    assert changed
    assert all("27日" in line or "17天" in line for line in changed)


def test_an_update_says_what_a_build_would_say(docx: bytes) -> None:
    changed = SHEET.replace("5月10日前", "5月12日前")
    assert "".join(updated(docx, changed).split()) == "".join("".join(sentences(changed)).split())


def test_a_fact_that_goes_takes_its_sentences_along(docx: bytes) -> None:
    assert "锈死" not in updated(docx, SHEET.replace("    - 大冲水库放水闸锈死\n", ""))


def test_a_blank_of_the_sheet_that_is_filled_in_word_becomes_an_answer(docx: bytes, path: Path) -> None:
    found = pull(say(docx, "answers[城东泵站包保责任人]", "县住建局"), path)
    assert "answers:" in found.after
    assert "县住建局" in "".join(sentences(found.after))
    assert "【" not in "".join(sentences(found.after)).replace("【讲话人", "")


def test_a_fact_reworded_in_word_is_reworded_in_the_yaml(docx: bytes, path: Path) -> None:
    found = pull(say(docx, "facts.problems[0]", "大冲水库放水闸打不开"), path)
    assert found.after == SHEET.replace("放水闸锈死", "放水闸打不开")


def test_a_document_that_nobody_edited_changes_no_fact(docx: bytes, path: Path) -> None:
    assert pull(docx, path).after == SHEET


def test_what_is_said_in_other_words_than_the_yaml_is_never_pulled(path: Path) -> None:
    text = SHEET.replace("没销号的4月25日前全部销号", "没销号的4月25号前全部销号")
    docx = written(path, text)
    fields = {
        one.path
        for block in iter_blocks(draft(loaded(text)))
        for one in block.inlines
        if hasattr(one, "path")
    }
    assert "facts.tasks[0]" not in fields
    assert pull(docx, path).after == text
