"""Slips of the keyboard in a template's own words, which would be printed as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.errors import Diagnostic, Span
from drafter.facts import patterns as re
from drafter.i18n import _
from drafter.speech.numbering import FIRSTLY, typed_ordinal
from drafter.templating.lint.parser import Template

# Comments, and what Jinja reads: none of it is printed.
_UNPRINTED = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_WIDE_TAG = re.compile(r"[｛｝]+|[{%]％|％[}%]|＜[/／]?[A-Za-z]+[^＞>\n]*[＞>]?|<[/／]?[A-Za-z]+[ ]*＞")
_ONE_BRACE = re.compile(r"(?<!\{)\{ *([A-Za-z_][\w.]*) *\}(?!\})")
# A heading, or the block that stands in one; its options each open a heading.
_HEADING = re.compile(
    r"<heading>(.*?)</heading>|\{%-?\s*block\s+heading\b[^%]*%\}(.*?)\{%-?\s*endblock", re.DOTALL
)
_OPENED = re.compile(r"\A\s*|<option>\s*")


def typing_slips(template: Template) -> Iterator[Diagnostic]:
    """Yield a fault for full-width marks, for names in single braces, for ordinals in headings."""
    source = "\n".join(template.lines)
    printed = _UNPRINTED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), source)
    for found in _WIDE_TAG.finditer(printed):
        message = _("`{marks}` is typed at full width: it is printed as it stands").format(marks=found[0])
        remedy = _("type the marks of tags at half width: {marks}").format(marks="{{ }} {% %} < > \" '")
        yield Diagnostic("J105", message, _span(template, source, found.start(), len(found[0])), remedy)
    for found in _ONE_BRACE.finditer(printed):
        message = _("`{name}` stands in single braces: it is printed as it stands").format(name=found[1])
        remedy = _("write {line}").format(line=f"`{{{{ {found[1]} }}}}`")
        yield Diagnostic("J105", message, _span(template, source, found.start(), len(found[0])), remedy)
    yield from _ordinals(template, source)


def _ordinals(template: Template, source: str) -> Iterator[Diagnostic]:
    for heading in _HEADING.finditer(source):
        group = 1 if heading[1] is not None else 2
        for opened in _OPENED.finditer(heading[group]):
            words = heading[group][opened.end() :]
            ordinal = typed_ordinal(words)[0] or next(filter(words.startswith, FIRSTLY), "")
            if ordinal:
                message = _("a heading opens with the ordinal `{ordinal}`").format(ordinal=ordinal)
                start = heading.start(group) + opened.end()
                span = _span(template, source, start, len(ordinal))
                yield Diagnostic("J105", message, span, _("delete it: drafter counts parts and points"))


def _span(template: Template, source: str, start: int, length: int) -> Span:
    line = source.count("\n", 0, start)
    column = start - (source.rfind("\n", 0, start) + 1)
    return Span(str(template.path), line + 1, column + 1, length, template.lines[line])
