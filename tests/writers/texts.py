"""What a reader of another kind finds in a document: its paragraphs."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree, html
from markdown_it import MarkdownIt

from drafter.models.layout import Layout
from drafter.speech.tree import Speech
from drafter.writers.registry import writer_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n"}


def written(speech: Speech, name: str, **keys: Any) -> str:
    """Return ``speech`` in the text format called ``name``."""
    return writer_of(name)(speech, Layout(), **keys).decode("utf-8")


def paragraphs(speech: Speech, name: str) -> list[str]:
    """Return the paragraphs of ``speech`` written as ``name``, as another program reads them."""
    content = writer_of(name)(speech, Layout())
    return _READERS[name](content)


def _of_text(content: bytes) -> list[str]:
    return [line.removeprefix("　　") for line in content.decode("utf-8").split("\n") if line]


def _of_html(content: bytes) -> list[str]:
    (main,) = html.document_fromstring(content).xpath("//main")
    return [element.text_content() for element in main]


def _of_markdown(content: bytes) -> list[str]:
    page = html.document_fromstring(MarkdownIt("commonmark").render(content.decode("utf-8")))
    return [
        element.text_content().strip("\n")
        for element in page.iter("p", "h1", "h2", "h3", "h4", "h5", "pre", "li")
    ]


def _of_word(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return [_words(paragraph) for paragraph in root.iter(f"{W}p")]


def _words(paragraph: Any) -> str:
    return "".join(
        (element.text or "") if element.tag == f"{W}t" else SIGNS.get(element.tag, "")
        for element in paragraph.iter(f"{W}t", *SIGNS)
    )


_READERS = {"txt": _of_text, "html": _of_html, "md": _of_markdown, "docx": _of_word}
