"""Errors of the YAML parser, explained in a clerk's words."""

from __future__ import annotations

import re

import yaml

from drafter.errors import Diagnostic
from drafter.i18n import _
from drafter.yaml.source import Source

# A word that begins with a sign that has a meaning in YAML.
SIGN_FIRST = re.compile(r"(?:^|\s)(?P<sign>[*&!%@`\[\]{}|>\"'#])\S*$")

KEY_WITHOUT_BLANK = re.compile(r"\s*(?:- )?[^\s:：'\"]+(?P<colon>：|:(?=\S))")


def syntax_fault(error: yaml.YAMLError, source: Source) -> Diagnostic:
    """Return an error of PyYAML as a fault, with its place and remedy."""
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    context = getattr(error, "context", None) or ""
    mark = getattr(error, "problem_mark", None)
    start = getattr(error, "context_mark", None)
    if start and _begins_there(problem, context):
        mark = start
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    line, column = _with_words(source, line, column)
    if "nesting depth" in problem:
        # libyaml has a limit of its own from 0.2.6 on.
        message, remedy = nested_too_deep()
        return Diagnostic("Y007", message, source.span(line, column), remedy)
    if "mapping values are not allowed" in problem:
        line, column, message, remedy = _stray_colon(source, line, column)
    else:
        column, message, remedy = _explain(problem, context, source.lines[line - 1], column)
    return Diagnostic("Y005", message, source.span(line, column), remedy)


def nested_too_deep() -> tuple[str, str]:
    """Return the message for values nested too deep, and the remedy."""
    return _("nested too deep"), _("no key of a speech lies this deep: look for a stray bracket")


def _begins_there(problem: str, context: str) -> bool:
    """Return whether the fault is at the start of its context, not where the parser stopped."""
    if "escape" in problem:
        return False
    return any(words in context for words in ("quoted scalar", "flow", "simple key"))


def _with_words(source: Source, line: int, column: int) -> tuple[int, int]:
    """Return the place, moved to the end of the last line with words if it is behind that."""
    line = min(line, len(source.lines))
    if source.lines[line - 1].strip():
        return line, column
    above = (number for number in range(line, 0, -1) if source.lines[number - 1].strip())
    last = next(above, line)
    return last, max(len(source.lines[last - 1].rstrip()), 1)


def _stray_colon(source: Source, line: int, column: int) -> tuple[int, int, str, str]:
    """Return place, message and remedy for a `: ` where no key may end, or for the line before it."""
    text = source.lines[line - 1]
    if ": " not in text[: column - 1]:
        for number in range(line - 1, 0, -1):
            above = source.lines[number - 1]
            found = KEY_WITHOUT_BLANK.match(above)
            if found:
                return (number, found.start("colon") + 1, *_unclosed_key(found["colon"]))
            if above.strip():
                break
        return (line, len(text) - len(text.lstrip()) + 1, *_out_of_step())
    if re.search(r"[^\x00-\x7f]\s*$", text[: column - 1]):
        return (
            line,
            column,
            _("a half-width colon and a blank inside Chinese text"),
            _("write the full-width colon ：, or put the whole text in single quotation marks"),
        )
    return line, column, _("a second `: ` in one line"), _("put the whole text in single quotation marks")


def _unclosed_key(colon: str) -> tuple[str, str]:
    if colon == "：":
        return _("a key is not closed by a full-width colon"), _(
            "write a half-width colon and a blank: `key: `"
        )
    return _("a blank is missing after the colon"), _("write `key: value`, with a blank after the colon")


def _out_of_step() -> tuple[str, str]:
    return (
        _("this line is not in step with the lines above it"),
        _("keys of one mapping start in the same column, as do the `- ` of one list"),
    )


def _explain(problem: str, context: str, line: str, column: int) -> tuple[int, str, str]:
    """Return the column of the fault, its message and its remedy."""
    if "\t" in line[:column]:
        return column, _("a tab cannot indent YAML"), _("indent with blanks, two for each level")
    if "quoted scalar" in context:
        return (column, *_in_quotes(problem))
    if "flow" in context:
        return (
            column,
            _("a bracket is not closed"),
            _("close it, or put a text that begins with it in single quotation marks"),
        )
    found = SIGN_FIRST.search(line[:column])
    if found:
        return (
            found.start("sign") + 1,
            _("a text cannot start with this sign in YAML"),
            _("put the whole text in single quotation marks: '...'"),
        )
    found = KEY_WITHOUT_BLANK.match(line)
    if found:
        return (found.start("colon") + 1, *_unclosed_key(found["colon"]))
    return (column, *_about_keys(problem, context))


def _in_quotes(problem: str) -> tuple[str, str]:
    if "escape" in problem:
        return (
            _("a backslash means something between double quotation marks"),
            _("put the whole text in single quotation marks: '...'"),
        )
    return _("a quotation mark is not closed"), _("close it with the same half-width mark it began with")


def _about_keys(problem: str, context: str) -> tuple[str, str]:
    if "expected ':'" in problem or "simple key" in context:
        return _("a `: ` is missing here"), _("each key needs a half-width colon and a blank after it")
    if "block mapping" in context or "block collection" in context:
        return _out_of_step()
    return _("this is not YAML: {problem}").format(problem=problem), _(
        "compare with the output of `drafter new`"
    )
