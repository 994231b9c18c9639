"""What other programs find in a document: pandoc, python-docx, LibreOffice, a validator."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

import docx
import pytest

from drafter.docx.read.content import is_untouched
from drafter.docx.read.outline import read_outline
from drafter.docx.write.document import write_docx
from drafter.models.layout import Layout, Page, PageNumber
from drafter.speech.blocks import BlockKind, iter_blocks
from drafter.speech.outline import iter_outline
from drafter.speech.tree import plain_text

from .conftest import missing, program
from .samples import realistic

ROOT = Path(__file__).parents[2]
BLOCKS = [block for block in iter_blocks(realistic()) if block.kind is not BlockKind.TITLE]
HEADINGS = [(block.level, plain_text(block.inlines)) for block in BLOCKS if block.kind is BlockKind.HEADING]


@pytest.fixture(scope="module")
def pandoc_tree(folder: Path) -> dict[str, Any]:
    command = [program("pandoc"), "-f", "docx", "-t", "json", str(folder / "speech.docx")]
    tree: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return tree


def words(node: Any) -> str:
    """Return the words of a piece of pandoc's tree."""
    if isinstance(node, list):
        return "".join(map(words, node))
    if isinstance(node, dict):
        if node.get("t") in ("Space", "SoftBreak"):
            return " "
        content = node.get("c", "")
        if node.get("t") == "Quoted":
            return f"“{words(content[1])}”"
        return content if node.get("t") == "Str" else words(content)
    return ""


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_pandoc_finds_the_same_headings(pandoc_tree: dict[str, Any]) -> None:
    found = [block["c"] for block in pandoc_tree["blocks"] if block["t"] == "Header"]

    assert [(level, words(inlines)) for level, _attributes, inlines in found] == HEADINGS


def test_pandoc_finds_the_same_text(pandoc_tree: dict[str, Any]) -> None:
    found = [
        words(block["c"][2] if block["t"] == "Header" else block["c"]) for block in pandoc_tree["blocks"]
    ]

    assert [squeezed(plain_text(block.inlines)) for block in BLOCKS] == [squeezed(text) for text in found]


def test_pandoc_finds_the_title(pandoc_tree: dict[str, Any]) -> None:
    assert squeezed(plain_text(realistic().title)) == squeezed(words(pandoc_tree["meta"]["title"]["c"]))


def test_python_docx_finds_the_same_text_and_headings(folder: Path) -> None:
    paragraphs = docx.Document(str(folder / "speech.docx")).paragraphs[1:]
    # Its own ``text`` leaves out what stands in a control.
    texts = ["".join(paragraph._p.xpath(".//w:t/text()")) for paragraph in paragraphs]

    assert [plain_text(block.inlines) for block in BLOCKS] == texts
    names = [str(paragraph.style and paragraph.style.name) for paragraph in paragraphs]
    styles = zip(names, texts, strict=True)
    assert [(int(name[-1]), text) for name, text in styles if name.startswith("Heading")] == HEADINGS


def test_python_docx_finds_the_comments(folder: Path) -> None:
    comments = docx.Document(str(folder / "speech.docx")).comments

    assert [comment.text for comment in comments] == ["写姓名", "按会场气氛增减"]


@pytest.mark.libreoffice
def test_what_libreoffice_saved_unchanged_is_untouched(saved_again: Path) -> None:
    assert is_untouched(saved_again)


@pytest.mark.parametrize("position", ["outside", "centred", "none"])
def test_the_document_is_valid(position: Literal["outside", "centred", "none"], tmp_path: Path) -> None:
    beside = ROOT.parent / "shared" / "tools" / "validate_docx.py"
    validator = Path(os.environ.get("DRAFTER_VALIDATE_DOCX", beside))
    if not validator.exists():
        missing("the validator (DRAFTER_VALIDATE_DOCX)")
    layout = Layout(page_number=PageNumber(position=position), page=Page(mirror=True))
    document = tmp_path / "speech.docx"
    document.write_bytes(write_docx(realistic(), layout))

    done = subprocess.run([sys.executable, str(validator), str(document)], capture_output=True, text=True)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.libreoffice
def test_what_libreoffice_saved_has_the_same_outline(saved_again: Path) -> None:
    outline = read_outline(saved_again.read_bytes()) or []

    expected = [(line.level, line.text) for line in iter_outline(realistic())]
    assert expected == [(line.level, line.text) for line in outline]
