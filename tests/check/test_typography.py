"""How a Word file is set, against the layout that it was made with."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from msgspec.structs import replace

import drafter
from drafter.check.check import check
from drafter.check.finding import Finding, Severity
from drafter.check.read_document import manuscript_of_docx
from drafter.check.registry import all_rules
from drafter.check.settings import Settings
from drafter.docx.write.document import write_docx
from drafter.library import builtin_library
from drafter.speech.tree import Speech
from tests.drafts import FULL

CODES = tuple(code for code, rule in all_rules().items() if rule.look.__module__.endswith(".typography"))


@pytest.fixture(scope="module")
def speech() -> Speech:
    return drafter.draft(drafter.load(FULL))


def written(speech: Speech, change: Callable[[Any], None] | None = None, layout: str = "gbt9704") -> bytes:
    """Return the speech as a Word file, with a ``change`` that a person makes in it."""
    content = write_docx(speech, builtin_library().layout(layout))
    if change is None:
        return content
    document = docx.Document(io.BytesIO(content))
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def found(content: bytes) -> tuple[Finding, ...]:
    return check(manuscript_of_docx(content), Settings(select=CODES))


def body(document: Any, number: int = 0) -> Any:
    """Return a paragraph of the body, counted from 0."""
    return [one for one in document.paragraphs if one.style.name == "Body Text"][number]


def set_font(run: Any, font: str, size: float) -> None:
    run.font.size = Pt(size)
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def test_a_document_as_it_was_drafted_is_set_as_its_layout_has_it(speech: Speech) -> None:
    assert found(written(speech)) == ()


def test_words_pasted_in_another_font_are_told(speech: Speech) -> None:
    def paste(document: Any) -> None:
        set_font(body(document).add_run("这一句是从别处粘贴来的。"), "宋体", 12)

    [told] = found(written(speech, paste))

    assert (told.code, told.severity, told.end - told.start) == ("uneven-font", Severity.WARNING, 12)


def test_the_margins_of_word_are_told(speech: Speech) -> None:
    def widen(document: Any) -> None:
        document.sections[0].left_margin = Mm(31.8)

    [told] = found(written(speech, widen))

    assert told.code == "page-off-layout"
    assert "31.8" in told.message.told()


def test_a_paragraph_with_a_pitch_of_its_own_is_told(speech: Speech) -> None:
    def spread(document: Any) -> None:
        body(document, 1).paragraph_format.line_spacing = Pt(20)

    assert [one.code for one in found(written(speech, spread))] == ["uneven-pitch"]


def test_a_paragraph_without_indent_is_told(speech: Speech) -> None:
    def unindent(document: Any) -> None:
        indent = body(document, 1)._p.get_or_add_pPr().get_or_add_ind()
        indent.set(qn("w:firstLineChars"), "0")
        indent.set(qn("w:firstLine"), "0")

    assert [one.code for one in found(written(speech, unindent))] == ["uneven-indent"]


def test_a_whole_body_in_another_size_is_told_once(speech: Speech) -> None:
    def shrink(document: Any) -> None:
        for paragraph in document.paragraphs:
            for run in paragraph.runs if paragraph.style.name == "Body Text" else ():
                set_font(run, "仿宋_GB2312", 14)

    told = found(written(speech, shrink))

    assert [one.code for one in told if one.code == "type-off-layout"] == ["type-off-layout"]


def test_a_document_of_another_program_is_held_against_the_standard_by_hints() -> None:
    document = docx.Document()
    for text in ("在全市防汛工作会议上的讲话", "同志们：", "今天开会。", "要抓紧。", "要抓实。"):
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)

    told = found(stream.getvalue())

    assert {"page-off-layout", "pitch-off-layout"} <= {one.code for one in told}
    assert {one.severity for one in told} == {Severity.HINT}


@pytest.mark.parametrize("layout", builtin_library().layouts())
def test_every_layout_agrees_with_itself(speech: Speech, layout: str) -> None:
    assert found(written(replace(speech, layout=layout), layout=layout)) == ()
