"""The text of a file that a person wrote, and the faults that keep it from being read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from errno import EFBIG
from functools import cached_property
from itertools import islice
from pathlib import Path

from msgspec import Struct

from drafter.errors import MOST_FAULTS, Diagnostic, ParameterError, Span
from drafter.files.disk import UnreadableError, read_file
from drafter.i18n import _
from drafter.models.scalars import ILLEGAL

# The YAML of a long speech has 30 KB; a larger file is something else, and would be slow to refuse.
MAX_BYTES = 1 << 20

# YAML also refuses the controls of Latin-1, which come from files that were converted wrongly.
UNREADABLE = re.compile(f"{ILLEGAL.pattern}|[\x80-\x84\x86-\x9f]")

# The mark of a byte order, which nobody sees. One at the start of a file is no fault.
BYTE_ORDER_MARK = "\ufeff"

# The line ends of YAML 1.1, by which the parser counts lines.
LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")

# Those that a file is written with.
_FILE_LINE_END = re.compile("\r\n|\r|\n")

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Source(Struct, frozen=True, dict=True):
    """A file's name and text."""

    name: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, as YAML counts them; needed only for a fault."""
        return LINE_END.split(self.text)

    def span(self, line: int, column: int, length: int = 1) -> Span:
        """Return the span at ``line`` and ``column``, both from 1, with its line."""
        lines = self.lines
        source = lines[line - 1] if 0 < line <= len(lines) else ""
        return Span(self.name, line, column, length, source)

    def span_at(self, offset: int, length: int = 1) -> Span:
        """Return the span that begins at the character ``offset`` of the text, from 0."""
        before = self.text[:offset]
        return self.span(before.count("\n") + 1, offset - before.rfind("\n"), length)


def read_source(path: Path) -> Source:
    """Return the text of the file at ``path``.

    Raises ParameterError where it cannot be opened, is too large, is not UTF-8, or holds
    control characters (as many of them are reported as faults of a file are).
    """
    return source_in(str(path), read_bytes(path))


def source_in(name: str, content: bytes) -> Source:
    """Return the ``content`` of a YAML as a source; raises ParameterError as ``read_source`` does."""
    source = source_of(name, decoded(name, content))
    faults = list(islice(_invisible_characters(source), MOST_FAULTS))
    if faults:
        raise ParameterError(faults)
    return source


def source_of(name: str, text: str) -> Source:
    """Return ``text`` as a source, its line ends made line feeds."""
    return Source(name, text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a YAML file; raises ParameterError where it cannot be opened or is too large."""
    name = str(path)
    try:
        return read_file(path, MAX_BYTES)
    except UnreadableError as error:
        if error.errno == EFBIG:
            message = _("the file is larger than {limit} KB").format(limit=MAX_BYTES >> 10)
            remedy = _("this is not a speech's YAML: give the file that is")
            raise _fault("Y003", message, name, remedy) from None
        message = _("cannot read the file: {reason}").format(reason=error.strerror)
        raise _fault("Y001", message, name, error.remedy) from None


def decoded(name: str, content: bytes) -> str:
    """Return the text of a file; raises ParameterError, which names the encoding, where it is not UTF-8."""
    if content.startswith(UTF16_MARKS):
        raise _fault("Y002", _("the file is UTF-16, not UTF-8"), name, _save_as_utf8())
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ParameterError([_not_utf8(name, content, error.start)]) from None


def encoded_like(text: str, before: bytes) -> bytes:
    """Return ``text`` with the line ends and the byte order mark of the file ``before``.

    New lines end like most of the old ones.
    """
    # Imported late: only what writes a YAML anew needs it.
    from difflib import SequenceMatcher

    decoded = before.decode("utf-8-sig")
    old, ends, new = _FILE_LINE_END.split(decoded), _FILE_LINE_END.findall(decoded), text.split("\n")
    most = max(dict.fromkeys(ends), key=ends.count, default="\n")
    kept = dict.fromkeys(range(len(new) - 1), most)
    for tag, low, high, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal" or high - low == last - first:
            kept |= dict(zip(range(first, last), ends[low:high], strict=False))
    lines = [f"{line}{kept[number]}" for number, line in enumerate(new[:-1])]
    mark = BYTE_ORDER_MARK if before.startswith(BYTE_ORDER_MARK.encode()) else ""
    return (mark + "".join(lines) + new[-1]).encode()


def _not_utf8(name: str, content: bytes, position: int) -> Diagnostic:
    """Return the fault of a file that is not UTF-8; it names GBK, which Windows editors still write."""
    encoding = "gb18030" if _reads_as_chinese(content) else "latin-1"
    if encoding == "gb18030":
        # Pairs of GBK may look like UTF-8: the first byte that is not ASCII is at fault.
        position = next(index for index, byte in enumerate(content) if byte > 0x7F)
    text = content.decode(encoding)
    before = source_of(name, content[:position].decode(encoding, "replace")).text
    message = (
        _("the file is GBK (GB18030), not UTF-8")
        if encoding == "gb18030"
        else _("the file is not UTF-8: byte {byte} cannot stand here").format(
            byte=f"0x{content[position]:02X}"
        )
    )
    return Diagnostic("Y002", message, source_of(name, text).span_at(len(before)), _save_as_utf8())


def _reads_as_chinese(content: bytes) -> bool:
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    high = [character for character in text if character > "\x7f"]
    common = sum("\u3000" <= c <= "\u9fff" or "\uff00" <= c <= "\uffef" or c in "“”‘’—…·" for c in high)
    return common > len(high) * 0.8


def _save_as_utf8() -> str:
    return _("save it as UTF-8: in the editor, Save As, encoding UTF-8")


def _invisible_characters(source: Source) -> Iterator[Diagnostic]:
    if not UNREADABLE.search(source.text) and BYTE_ORDER_MARK not in source.text:
        return
    for number, line in enumerate(source.lines, 1):
        for found in re.finditer(f"{UNREADABLE.pattern}|{BYTE_ORDER_MARK}", line):
            yield _invisible(found.group(), source.span(number, found.start() + 1))


def _invisible(character: str, span: Span) -> Diagnostic:
    if character == BYTE_ORDER_MARK:
        message = _("an invisible byte order mark (BOM) inside the file")
        remedy = _("delete it: put the cursor behind it and press Backspace, or type the line again")
        return Diagnostic("Y004", message, span, remedy)
    message = _("control character {code}").format(code=f"U+{ord(character):04X}")
    return Diagnostic("Y004", message, span, _("delete it and type the text again"))


def _fault(code: str, message: str, name: str, remedy: str = "") -> ParameterError:
    return ParameterError([Diagnostic(code, message, Span(name), remedy)])
