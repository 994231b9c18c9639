"""The text of a task sheet out of a file: .txt, .md and .docx, with the numbers of its lines."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from drafter.errors import DrafterError
from drafter.facts import patterns as re
from drafter.facts.cut.headings import marker_kind
from drafter.files.archives import ARCHIVE_ERRORS, MOST_BYTES, open_archive, read_member, refuse_too_many
from drafter.files.disk import UnreadableError, read_file
from drafter.i18n import _

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

# The longest mark goes first: that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A sheet is a page or two; a book of a hundred thousand characters has less.
MOST_TEXT = 1 << 20
# How much of a file tells whether it is UTF-16 without a mark.
_SAMPLE = 4096
# Programs break lines at some width between these; a line is shorter by what no longer fitted.
_SHORTEST, _WIDEST, _SLACK = 24, 60, 4
_LABELLED = re.compile(r"[【〔\[#|]|[^，,。；;：:]{1,12}[：:]")


class UnreadableSheetError(DrafterError):
    """The file at ``path``, None where it has no name, cannot be read as text; ``remedy`` says what to do."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy
        self.path: Path | None = None


class Line(Struct, frozen=True):
    """One line of a sheet, numbered from 1."""

    number: int
    text: str


def read_lines(path: Path) -> tuple[Line, ...]:
    """Return the lines of a sheet; of a .docx its paragraphs and the rows of its tables, in order.

    Raises UnreadableSheetError for a file that is no text.
    """
    try:
        return _lines_in(path)
    except UnreadableSheetError as error:
        error.path = path
        raise


def _lines_in(path: Path) -> tuple[Line, ...]:
    is_document = path.suffix.lower() == ".docx"
    try:
        content = read_file(path, MOST_BYTES if is_document else MOST_TEXT)
    except UnreadableError as error:
        message = _("cannot read the file: {reason}").format(reason=error.strerror)
        raise UnreadableSheetError(message, error.remedy) from None
    return _numbered(content, is_document=is_document)


def _numbered(content: bytes, *, is_document: bool) -> tuple[Line, ...]:
    texts = _docx_lines(content) if is_document else decode(content).splitlines()
    return tuple(Line(number, text) for number, text in enumerate(texts, 1))


def read_text(path: Path) -> str:
    """Return the text of a sheet, one line of the file a line; a sentence that was wrapped is one line."""
    return _text_of(read_lines(path))


def text_in(content: bytes, suffix: str) -> str:
    """Return the text of a sheet whose file has this ``content``, as :func:`read_text` does.

    Raises UnreadableSheetError for a file that is no text.
    """
    return _text_of(_numbered(content, is_document=suffix.lower() == ".docx"))


def _text_of(lines: Iterable[Line]) -> str:
    return unwrapped(spread("\n".join(line.text for line in lines)))


_FIGURE = re.compile(r"[约近+＋-]?\d[\d,.]*\s*(?:[%％‰]|[一-鿿]{0,3})")


# What rules off the titles of a table.
_RULE = re.compile(r"[|:\-\s]+-[|:\-\s]+")


def spread(text: str) -> str:
    """Return a text with the rows of a table of figures as sentences; the numbers of lines stay.

    Under 指标, 本学期 and 上学期 the row 近视率, 46%, 44% becomes 近视率：本学期46%，上学期44%.
    """
    lines = text.split("\n")
    titles: list[str] = []
    for number, line in enumerate(lines):
        cells = _cells(line)
        if _RULE.fullmatch(line):
            continue
        if len(cells) < 3:
            titles = []
        elif titles and len(cells) == len(titles) and all(map(_FIGURE.fullmatch, filter(None, cells[1:]))):
            told = [f"{title}{cell}" for title, cell in zip(titles[1:], cells[1:], strict=True) if cell]
            lines[number] = f"{cells[0]}：{'，'.join(told)}"
        elif not any(re.search(r"\d", cell) for cell in cells) and _figures_below(lines, number, len(cells)):
            titles, lines[number] = cells, ""
    return "\n".join(lines)


def _cells(line: str) -> list[str]:
    sign = "|" if line.count("|") > 1 else "\t"
    return [cell.strip() for cell in line.strip().strip("|").split(sign)] if sign in line else []


def _figures_below(lines: list[str], number: int, columns: int) -> bool:
    """Whether the row below the titles of a table has figures in all cells but the first."""
    below = [line for line in lines[number + 1 : number + 3] if not _RULE.fullmatch(line)]
    cells = _cells(below[0]) if below else []
    return len(cells) == columns and all(map(_FIGURE.fullmatch, cells[1:]))


def unwrapped(text: str) -> str:
    """Return a text with the lines joined that a program broke at a width; the numbers of lines stay.

    What a line is joined to leaves an empty line behind.
    """
    lines = text.split("\n")
    joined: list[str] = []
    for group in wrapped_lines(lines):
        rest = "".join(lines[number].strip(" \u3000") for number in group[1:])
        joined += [lines[group[0]].rstrip() + rest if rest else lines[group[0]], *[""] * (len(group) - 1)]
    return "\n".join(joined)


def wrapped_lines(lines: Sequence[str]) -> list[list[int]]:
    """Return the indexes of ``lines``; those are together that a program broke at a width.

    A line is broken if it is nearly as long as the longest, ends amid a sentence, and no sign or label
    opens the next.
    """
    widths = [len(line.rstrip()) for line in lines if line.strip()]
    widest = max(widths, default=0)
    full = sum(width >= widest - _SLACK for width in widths)
    if not _SHORTEST <= widest <= _WIDEST or full < max(3, len(widths) // 4):
        return [[number] for number in range(len(lines))]
    groups: list[list[int]] = []
    length = 0
    for number, line in enumerate(lines):
        is_full = length >= widest * len(groups[-1]) - _SLACK if groups else False
        if is_full and _goes_on(lines[number - 1], line):
            groups[-1].append(number)
            length += len(line.strip(" \u3000"))
        else:
            groups.append([number])
            length = len(line.rstrip())
    return groups


def _goes_on(line: str, following: str) -> bool:
    """Whether ``following`` is the rest of a sentence that was broken at the end of ``line``."""
    line, following = line.rstrip(), following.strip(" \u3000")
    if not following or line[-1:] in "。；;：:！!？?】）)”|":
        return False
    return not marker_kind(following, 0, len(following)) and not _LABELLED.match(following)


def decode(data: bytes) -> str:
    """Return bytes as text: by their mark, else as UTF-8, UTF-16 or GB18030, whichever fits first."""
    mark, encoding = encoding_of(data)
    return _strict(data[len(mark) :], encoding)


def encoding_of(data: bytes) -> tuple[bytes, str]:
    """Return the mark that a text begins with, b"" where it has none, and its encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    try:
        data.decode("utf-8")
        return b"", "utf-8"
    except UnicodeDecodeError:
        return b"", _utf16_without_mark(data) or "gb18030"


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = _("the file is no text that can be read")
        remedy = _("save it as UTF-8: in the editor, Save As, encoding UTF-8")
        raise UnreadableSheetError(message, remedy) from error


def _utf16_without_mark(data: bytes) -> str:
    """Return the byte order of UTF-16 by where its zero bytes stand; "" if there are too few."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or even + odd < len(sample) // 50 + 1:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _docx_lines(content: bytes) -> list[str]:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        with open_archive(content) as archive:
            for name in archive.namelist():
                refuse_too_many(read_member(archive, name), name)
        return list(_lines_of(docx.Document(io.BytesIO(content))))
    # XML that is broken is a SyntaxError to lxml; parts that are missing or of another type are the others.
    except (*ARCHIVE_ERRORS, SyntaxError, PackageNotFoundError, AttributeError, TypeError) as error:
        raise UnreadableSheetError(_("the file is no text that can be read")) from error


def _lines_of(document: Document) -> Iterator[str]:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield from block.text.split("\n")
        elif isinstance(block, Table):
            yield from _rows(block)


def _rows(table: Table) -> Iterator[str]:
    """Yield a row a line; two cells are a label and its value, a merged cell is told once.

    In a table of three columns or more an empty cell keeps its place, and one merged with that above is 〃.
    """
    wide, above = len(table.columns) > 2, dict[int, object]()
    for row in table.rows:
        cells: list[str] = []
        last: object = None
        for column, cell in enumerate(row.cells):
            text = " ".join(cell.text.split())
            if (text or wide) and cell._tc is not last:
                cells.append("〃" if wide and text and above.get(column) is cell._tc else text)
            last = above[column] = cell._tc
        if not any(cells):
            continue
        if len(cells) == 2 and len(cells[0]) <= 12:
            yield f"{cells[0].rstrip('：:')}：{cells[1]}"
        else:
            yield " | ".join(cells)
