"""A text as a YAML scalar: plain, quoted or a block, whichever reads back as the same text."""

from __future__ import annotations

import json
import re

from drafter.errors import ParameterError
from drafter.yaml.parse import read_carefully
from drafter.yaml.source import Source

# Characters that YAML does not allow unescaped, or takes for a line break (YAML 1.1, 4.1 and 4.2).
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def on_one_line(text: str | None, style: str = "", *, quotes: str = "'", flow: bool = False) -> str:
    """Return ``text`` as a scalar on one line, ``~`` for none.

    It is written in ``style``, the mark with which such a scalar begins, if it reads back the same. A
    plain scalar that does not is put in ``quotes``, or in double ones where single ones cannot hold it.
    ``flow`` says that it stands between brackets.
    """
    if text is None:
        return "~"
    if _ESCAPED.search(text) or style == '"':
        return _double(text)
    forms = [] if style == "'" else [text]
    forms += [_single(text)] if quotes == "'" or style == "'" else []
    return next((form for form in forms if _reads_as(form, text, flow=flow)), None) or _double(text)


def in_block(text: str, column: int, mark: str = "|") -> list[str] | None:
    """Return the lines of ``text`` below a block's ``mark``, None where it would not read back."""
    if _ESCAPED.search(text):
        return None
    lines = [" " * column + line if line else "" for line in text.split("\n")]
    return lines if _reads_as("\n ".join([mark, *text.split("\n")]), text, flow=False) else None


def is_scalar_in_flow(token: str, text: str) -> bool:
    """Return whether ``token``, a scalar of a block, reads as ``text`` between brackets as well."""
    return "\n" not in token and _reads_as(token, text, flow=True)


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    # JSON's strings are YAML's double-quoted ones (YAML 1.2.2, 1.2).
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04X}", quoted)


def _reads_as(form: str, text: str, *, flow: bool) -> bool:
    """Return whether YAML reads ``form`` as ``text``: the parser decides, as no rule is as sure (10 µs)."""
    try:
        source = Source("", f"[{form}]" if flow else f"- {form}\n")
        data, faults, is_odd = read_carefully(source)
    except ParameterError:
        return False
    if is_odd and _looks_like_slip(source, text):
        return False
    if faults or not isinstance(data, list) or len(data) != 1 or not isinstance(data[0], str):
        return False
    # The model drops the last line ends of a block.
    return text == (data[0].rstrip("\n") if form[:1] in ("|", ">") else data[0])


def _looks_like_slip(source: Source, text: str) -> bool:
    """Tell whether a plain scalar would be refused as a slip of the hand when the file is loaded."""
    from drafter.yaml.slips import find_slips

    return bool(find_slips(source, ())) or ("，" in text and ("：" in text or ":" in text))
