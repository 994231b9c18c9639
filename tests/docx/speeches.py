"""Small speeches, and the parts of the documents made of them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

from drafter.docx.write.document import write_docx
from drafter.models.layout import Layout
from drafter.models.validate import validate
from drafter.speech.tree import (
    Blank,
    Emphasis,
    Field,
    Inline,
    Inlines,
    Lead,
    Note,
    Paragraph,
    Part,
    Point,
    Speech,
    Text,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W[1:-1]}


def words(*inlines: Inline | str) -> Inlines:
    return tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines)


def body(*inlines: Inline | str) -> Speech:
    """Return a speech of a title and one paragraph."""
    return Speech(title=words("讲话"), opening=(Paragraph(words(*inlines)),))


def full() -> Speech:
    """Return a speech with one of everything."""
    listed = Point("一要", words("压实责任"), (Paragraph(words("要", Emphasis(words("真抓实干")), "。")),))
    deeper = Point("1.", words("健全机制"), (Paragraph(words("建立台账。")),), run_in=False, level=3)
    own_line = Point("（一）", words("摸清底数"), (), (deeper,), run_in=False)
    return Speech(
        title=words("在", Field("meeting.name", "全市社会工作会议"), "上的讲话"),
        byline=words("市委副书记  ", Blank("speaker.name", "讲话人", "写姓名")),
        date=words("（2025年10月11日）"),
        salutation=words("同志们："),
        opening=(Paragraph(words("今天，我们“开会”。")), Paragraph((Lead(words("总的看，形势向好。")),))),
        parts=(Part("tasks", "一、", words("突出重点"), (), (own_line, listed)),),
        closing=(Paragraph(words("谢谢大家！", Note("按会场气氛增减"))),),
        has_outline=True,
        kind="deployment",
        meeting_date="2025-10-11",
    )


def layout_of(values: dict[str, Any]) -> Layout:
    """Return the layout that a file with these values stands for; all of them may be text."""
    layout, problems = validate(values, Layout)
    assert layout is not None, problems
    return layout


def part(
    speech: Speech, name: str = "word/document.xml", *, notes: bool = True, **layout: Any
) -> etree._Element:
    """Return one part of the document of ``speech``."""
    return etree.fromstring(parts(write_docx(speech, layout_of(layout), notes=notes))[name])


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def find(root: etree._Element, path: str) -> list[Any]:
    """Return what ``path`` finds, with the prefix w."""
    found = root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return found
