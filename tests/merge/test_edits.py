"""What people edited in a document since it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.library import builtin_library, load
from drafter.merge.edits import edits_of
from drafter.models.parameters import Parameters
from tests.page.test_returned import edited

YAML = "kind: deployment\nmeeting: {name: 全市安全生产工作会议}\nspeaker: {name: 王平, post: 市长}\n"


@pytest.fixture
def given(here: Path) -> Parameters:
    (here / "meeting.yaml").write_text(YAML, encoding="utf-8")
    return load("meeting.yaml")


@pytest.fixture
def document(given: Parameters) -> bytes:
    from drafter.docx.write.document import write_docx
    from drafter.templating.draft import draft

    library = builtin_library()
    speech = draft(given, library)
    return write_docx(speech, library.layout(speech.layout))


def test_a_document_that_nobody_edited_has_no_edits(given: Parameters, document: bytes) -> None:
    assert () == edits_of(document, given, builtin_library())


def test_a_value_and_words_that_were_edited_are_told_with_their_place(
    given: Parameters, document: bytes
) -> None:
    found = edits_of(edited(document, (">王平<", ">王萍<")), given, builtin_library())

    assert [("byline", "市长　王平", "市长　王萍")] == [(one.place, one.old, one.new) for one in found]


def test_a_paragraph_of_its_own_has_no_old_text(given: Parameters, document: bytes) -> None:
    own = "<w:p><w:r><w:t>各位来宾，朋友们。</w:t></w:r></w:p><w:sectPr"
    found = edits_of(edited(document, ("<w:sectPr", own)), given, builtin_library())

    assert [("", "", "各位来宾，朋友们。")] == [(one.place, one.old, one.new) for one in found]
