"""The text of a task sheet out of a file: .txt, .md and .docx, with the numbers of its lines."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from drafter.errors import DrafterError
from drafter.i18n import _

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

# The longest mark goes first: that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How much of a file tells whether it is UTF-16 without a mark.
_SAMPLE = 4096


class UnreadableSheetError(DrafterError):
    """The file is no text that can be read."""


class Line(Struct, frozen=True):
    """One line of a sheet, numbered from 1."""

    number: int
    text: str


def read_lines(path: Path) -> tuple[Line, ...]:
    """Return the lines of a sheet; of a .docx its paragraphs and the rows of its tables, in order.

    Raises UnreadableSheetError for a file that is no text.
    """
    if path.suffix.lower() == ".docx":
        texts = list(_docx_lines(path))
    else:
        texts = decode(path.read_bytes()).splitlines()
    return tuple(Line(number, text) for number, text in enumerate(texts, 1))


def read_text(path: Path) -> str:
    """Return the text of a sheet, one line of the file a line."""
    return "\n".join(line.text for line in read_lines(path))


def decode(data: bytes) -> str:
    """Return bytes as text: by their mark, else as UTF-8, UTF-16 or GB18030, whichever fits first."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if guessed := _utf16_without_mark(data):
        return _strict(data, guessed)
    return _strict(data, "gb18030")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableSheetError(_("the file is no text that can be read")) from error


def _utf16_without_mark(data: bytes) -> str:
    """Return the byte order of UTF-16 by where its zero bytes stand; "" if there are too few."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or even + odd < len(sample) // 50 + 1:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _docx_lines(path: Path) -> Iterator[str]:
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    try:
        document: Document = docx.Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise UnreadableSheetError(_("the file is no text that can be read")) from error
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield from block.text.split("\n")
        elif isinstance(block, Table):
            yield from _rows(block)


def _rows(table: Table) -> Iterator[str]:
    """Yield a row a line; two cells are a label and its value, a merged cell is told once."""
    for row in table.rows:
        cells: list[str] = []
        for cell in row.cells:
            text = " ".join(cell.text.split())
            if text and (not cells or cells[-1] != text):
                cells.append(text)
        if len(cells) == 2 and len(cells[0]) <= 12:
            yield f"{cells[0].rstrip('：:')}：{cells[1]}"
        elif cells:
            yield " | ".join(cells)
