"""Slips of the hand in a YAML text: signs of full width, missing blanks, tabs, dashes out of step.

YAML either stumbles over them somewhere else, or takes them for a part of the text. Each is reported
at the sign itself. The lines are read as they stand, since no parser gets through them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice

from msgspec import Struct

from drafter.errors import Diagnostic, Span
from drafter.i18n import _
from drafter.yaml.source import Source

# The codes of slips by which YAML reads another structure, and of marks that become part of a text.
STRUCTURE, MARKS = "Y005", "Y013"

# A file with more slips, or a line that is longer, is something else, and would take long to tell.
MOST_SLIPS, LONGEST_LINE = 200, 5_000
# Blanks that look like an indent and are none: the ideographic and the no-break space.
_WIDE = "\u3000\u00a0"
_KEY = r"([^\W\d][\w-]*)"
_OPENING = rf"[ \t{_WIDE}]*(?:-[ \t{_WIDE}]+)*"
# Stands for what is quoted or commented out, so that the columns stay.
_HIDDEN = "\x00"
_QUOTED = re.compile(r"""(?:(?<=[\s\[{,])|^)(?:'(?:[^']|'')*(?:'|$)|"(?:[^"\\]|\\.)*(?:"|$)|\#.*)""")
_CLOSING = {"'": re.compile(r"(?:[^']|'')*'(?!')"), '"': re.compile(r'(?:[^"\\]|\\.)*"')}
_BLOCK_HEADER = re.compile(r"(?:^|[:-] )\s*[|>][0-9+-]*$")

_IN_QUOTES = "(“[^“”]*”|‘[^‘’]*’|”[^“”]*“|＂[^＂]*＂)"

_INDENT = re.compile(rf" *(?:- *)*([\t{_WIDE}])")
_DASH = re.compile(rf"[ \t{_WIDE}]*(?:- +)*(?:(-)(?=[^\s\d-])|([－–—−‐]))")
_COLON = re.compile(rf"(?:^{_OPENING}-?|[{{,，｛]\s*){_KEY}\s*(：|:(?=[^\s\]}},])|:(?=[{_WIDE}]))")
_COMMA = re.compile(rf"，(?=\s*{_KEY}\s*[:：])")
_LIST_OF_ONE = re.compile(r"[:-] +\[([^\[\]{},]+)\]")
_BRACKETED = re.compile("（[^）]*）|“[^”]*”|《[^》]*》")
_OPENS = re.compile(rf"(?:^{_OPENING}|[:：,，\[{{｛［]\s*)([｛［])")
_CLOSES = re.compile(rf"([｝］])(?=[\s{_HIDDEN}]*(?:$|[,，\]}}｝］]))")
_QUOTED_IN_BLOCK = re.compile(rf"^{_OPENING}(?:{_KEY}: +|(?<=- )){_IN_QUOTES}(?=[\s{_HIDDEN}]*$)")
_QUOTED_IN_FLOW = re.compile(rf"(?:[\[{{,｛［，]|: |：)\s*(){_IN_QUOTES}(?=\s*(?:[,\]}}｝］，]|$))")
_STEP = re.compile(rf" *((?:- +)*)(?:-$|{_KEY}:(?:\s|$))?")


class _Line(Struct):
    """A line outside of literal blocks. In ``code``, what is quoted or commented out is hidden.

    ``is_flow`` tells whether a bracket of an earlier line is still open.
    """

    number: int
    code: str
    is_flow: bool


class _Slip(Struct):
    column: int
    code: str
    message: str
    remedy: str
    length: int = 1


def find_slips(source: Source, keys: Collection[str]) -> list[Diagnostic]:
    """Return the slips in ``source``, in its order; ``keys`` are the names that a key may have there."""
    texts = source.lines
    lines = list(_lines(texts))
    found = list(islice(_slips(lines, keys), MOST_SLIPS))
    found += islice(_dashes_out_of_step(lines, {line.number for line, _slip in found}), MOST_SLIPS)
    located: dict[tuple[int, int], Diagnostic] = {}
    for line, slip in found:
        span = Span(source.name, line.number, slip.column + 1, slip.length, texts[line.number - 1])
        fault = Diagnostic(slip.code, slip.message, span, slip.remedy)
        located.setdefault((line.number, slip.column), fault)
    return [located[place] for place in sorted(located)]


def _slips(lines: Sequence[_Line], keys: Collection[str]) -> Iterator[tuple[_Line, _Slip]]:
    for line in lines:
        if len(line.code) <= LONGEST_LINE:
            yield from ((line, slip) for rule in _RULES for slip in rule(line, keys))


def with_slips(faults: Sequence[Diagnostic], slips: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return ``slips`` and those ``faults`` that do not come of them, in the order of the file."""
    kept = [fault for fault in faults if not any(_comes_of(fault, slip) for slip in slips)]
    return sorted([*kept, *slips], key=lambda one: (one.span.line, one.span.column))


def _comes_of(fault: Diagnostic, slip: Diagnostic) -> bool:
    one, other = fault.span, slip.span
    if slip.code == STRUCTURE:
        # Where the parser gave up, and what it missed or found instead.
        if fault.code in ("Y012", "Y103") or (fault.code == STRUCTURE and other.line <= one.line):
            return True
        return one.line == other.line
    overlaps = one.column < other.column + other.length and other.column < one.column + one.length
    return one.line == other.line and overlaps


def _lines(texts: Sequence[str]) -> Iterator[_Line]:
    """Yield the lines outside of literal blocks, without those that are blank."""
    block, quote, depth = -1, "", 0
    for number, text in enumerate(texts, 1):
        if block >= 0 and (not text.strip() or _indent(text) > block):
            continue
        block = -1
        code, quote = _hidden(text, quote)
        if code.strip(f"{_HIDDEN} \t"):
            yield _Line(number, code, depth > 0)
        depth = max(depth + sum(map(code.count, "{[")) - sum(map(code.count, "}]")), 0)
        shown = code.rstrip(f"{_HIDDEN} \t")
        if _BLOCK_HEADER.search(shown):
            found = re.match(r" *(?:- +)*", shown)
            block = found.end() if found and ":" in shown else _indent(shown)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _hidden(text: str, quote: str) -> tuple[str, str]:
    """Return a line with what is quoted hidden, and the quotation mark that is still open behind it."""
    start = 0
    if quote:
        found = _CLOSING[quote].match(text)
        if found is None:
            return _HIDDEN * len(text), quote
        start = found.end()
    still_open = ""
    code = _HIDDEN * start + text[start:]
    for found in _QUOTED.finditer(text, start):
        mark = found[0][0]
        code = code[: found.start()] + _HIDDEN * len(found[0]) + code[found.end() :]
        is_closed = mark == "#" or (len(found[0]) > 1 and found[0].endswith(mark))
        still_open = "" if is_closed else mark
    return code, still_open


def _indents(line: _Line, _keys: Collection[str]) -> Iterator[_Slip]:
    found = _INDENT.match(line.code)
    if found is None:
        return
    after_dash = "-" in found[0]
    if found[1] == "\t":
        message = _("a tab cannot indent YAML")
    elif after_dash:
        message = _("a full-width blank cannot stand after the dash")
    else:
        message = _("a full-width blank cannot indent YAML")
    remedy = _("write one half-width blank") if after_dash else _("indent with blanks, two for each level")
    yield _Slip(found.start(1), STRUCTURE, message, remedy)


def _dashes(line: _Line, _keys: Collection[str]) -> Iterator[_Slip]:
    found = _DASH.match(line.code)
    if found is None or line.is_flow:
        return
    if found[1]:
        message = _("a blank is missing after the dash")
        yield _Slip(found.start(1), STRUCTURE, message, _("write a dash and a blank: `- `"))
    else:
        message = _("an item of a list opens with another dash than `-`")
        remedy = _("write a half-width dash and a blank: `- `")
        yield _Slip(found.start(2), STRUCTURE, message, remedy)


def _colons(line: _Line, keys: Collection[str]) -> Iterator[_Slip]:
    """Yield a slip for each colon behind a key that does not close it."""
    for found in _COLON.finditer(line.code):
        key, colon, start = found[1], found[2], found.start(2)
        is_first = not found[0].lstrip().startswith(("{", ",", "，", "｛"))
        if not (_in_braces(line, found.start()) or is_first):
            continue
        if key not in keys and not (is_first and re.fullmatch("[a-z_]+", key)):
            continue
        yield _colon(key, colon, line.code[start + 1 : start + 2], start)


def _colon(key: str, colon: str, following: str, column: int) -> _Slip:
    if colon == "：":
        message = _("a key is not closed by a full-width colon")
        remedy = _("write a half-width colon and a blank: `{key}: ...`")
    elif following in _WIDE:
        message = _("a full-width blank cannot stand after the colon")
        remedy = _("write one half-width blank")
        column += 1
    else:
        message = _("a blank is missing after the colon")
        remedy = _("write `{key}: ...`, with a blank after the colon")
    return _Slip(column, STRUCTURE, message, remedy.format(key=key))


def _commas(line: _Line, keys: Collection[str]) -> Iterator[_Slip]:
    message = _("a full-width comma does not part what stands between brackets")
    remedy = _("write a half-width comma and a blank; a text with a full-width comma stands in '...'")
    for found in _COMMA.finditer(line.code):
        if found[1] in keys and _in_braces(line, found.start()):
            yield _Slip(found.start(), STRUCTURE, message, remedy)
    for items in _LIST_OF_ONE.finditer(line.code):
        bare = _BRACKETED.sub(lambda part: _HIDDEN * len(part[0]), items[1])
        for found in re.finditer("，", bare):
            yield _Slip(items.start(1) + found.start(), STRUCTURE, message, remedy)


def _in_braces(line: _Line, place: int) -> bool:
    """Tell whether ``place`` in a line stands between braces."""
    before = line.code[: place + 1]
    opened = sum(map(before.count, "{｛")) - sum(map(before.count, "}｝"))
    return line.is_flow or opened > 0


def _brackets(line: _Line, _keys: Collection[str]) -> Iterator[_Slip]:
    openings = [*_OPENS.finditer(line.code)]
    is_open = bool(openings) or line.is_flow or bool(re.search(r"[:,-] *[\[{]", line.code))
    closings = _CLOSES.finditer(line.code) if is_open else ()
    for found in (*openings, *closings):
        half = found[1].translate(str.maketrans("｛｝［］", "{}[]"))
        message = _("a full-width bracket is none in YAML")
        remedy = _("write `{bracket}`; a text that begins with the full-width one stands in '...'")
        yield _Slip(found.start(1), STRUCTURE, message, remedy.format(bracket=half))


def _quotes(line: _Line, _keys: Collection[str]) -> Iterator[_Slip]:
    """Yield a slip for each value that stands wholly in Chinese quotation marks."""
    message = _("the quotation marks “ ” around a value become part of its text")
    remedy = _("delete them, or use '...'; to have them in the paper, write '“...”'")
    is_flow = line.is_flow or bool(re.search(r"[\[{｛［]", line.code))
    pattern = _QUOTED_IN_FLOW if is_flow else _QUOTED_IN_BLOCK
    for found in pattern.finditer(line.code):
        yield _Slip(found.start(2), MARKS, message, remedy, len(found[2]))


_RULES: tuple[Callable[[_Line, Collection[str]], Iterator[_Slip]], ...] = (
    _indents,
    _dashes,
    _colons,
    _commas,
    _brackets,
    _quotes,
)


def _dashes_out_of_step(lines: Sequence[_Line], wrong: Collection[int]) -> Iterator[tuple[_Line, _Slip]]:
    """Yield the dashes that do not stand below the first one of their list."""
    blocks: list[tuple[int, bool]] = []
    opens = True
    for line in lines:
        column = _indent(line.code)
        found = _STEP.match(line.code)
        assert found is not None
        is_item = bool(re.match(" *-(?: |$)", line.code))
        is_key = bool(found[2])
        if line.is_flow or line.number in wrong or not (is_item or is_key):
            # What a line opens that is wrong itself is not known.
            opens = line.number in wrong
            continue
        lists = [place for place, is_list in blocks if is_list]
        blocks = [block for block in blocks if block[0] <= column]
        if is_item and (column, True) not in blocks:
            if not opens and lists:
                yield line, _out_of_step(column, min(lists, key=lambda place: (abs(place - column), place)))
                continue
            blocks.append((column, True))
        inner = column + len(found[1])
        if is_key and (inner, False) not in blocks:
            blocks.append((inner, False))
        opens = line.code.rstrip(f"{_HIDDEN} ").endswith((":", "-"))


def _out_of_step(column: int, wanted: int) -> _Slip:
    message = _("this dash does not stand below the dashes of its list")
    remedy = _("begin it in column {column}, as the item above")
    return _Slip(column, STRUCTURE, message, remedy.format(column=wanted + 1))
