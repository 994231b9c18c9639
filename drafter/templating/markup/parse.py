"""The parser of speech markup: rendered markup becomes a Speech, checked, with ordinals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree
from msgspec.structs import replace

from drafter.errors import Diagnostic, Span, TemplateError
from drafter.facts import patterns as re
from drafter.i18n import _
from drafter.library import Library
from drafter.speech.numbering import NUMBERINGS, Numbering
from drafter.speech.tree import (
    Blank,
    Break,
    Emphasis,
    Field,
    Inline,
    Inlines,
    Note,
    Paragraph,
    Paragraphs,
    Part,
    Point,
    Speech,
    Text,
    plain_text,
)
from drafter.templating.markup.grammar import check_grammar
from drafter.templating.markup.variants import make_choices
from drafter.templating.markup.xml_errors import explain_markup
from drafter.templating.source_map import marked_tags, tag_span

# The markup holds values from elsewhere: no entities, no network, no huge tree.
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)

DEEPEST_LEVEL = 4
# A long draft has a thousand elements.
MOST_TAGS = 40_000


def parse_markup(markup: str, library: Library, variation: int = 1, depth: str = "standard") -> Speech:
    """Return the speech that ``markup`` describes.

    ``variation`` picks an option of each choice, ``depth`` how much of the text to include. Raises
    TemplateError with all faults, each with its place in the template.
    """
    try:
        content = markup.encode("utf-8")
    except UnicodeEncodeError as error:
        raise TemplateError([_half_a_sign(error, markup, library)]) from None
    if markup.count("<") > MOST_TAGS:
        message = _("the template makes more elements than any draft has")
        raise TemplateError([Diagnostic("J202", message, Span("templates"))])
    try:
        root = etree.fromstring(content, PARSER)
    except etree.XMLSyntaxError as error:
        raise TemplateError([_not_well_formed(error, markup, library)]) from None
    # lxml makes a proxy each time an element is accessed. This list keeps them, so each is made once.
    _proxies = list(root.iter())
    faults = check_grammar(root, library)
    if faults:
        raise TemplateError(faults)
    omitted = make_choices(root, variation, depth)
    return replace(_speech(root), depth=depth, omitted=omitted)


def _speech(root: Any) -> Speech:
    numbering = NUMBERINGS[root.get("numbering") or "一、"]
    return Speech(
        title=inlines_of(root.find("title")),
        byline=inlines_of(root.find("byline")),
        date=inlines_of(root.find("date")),
        salutation=inlines_of(root.find("salutation")),
        opening=paragraphs_of(root.find("opening")),
        parts=tuple(
            _part(element, numbering.ordinal(number))
            for number, element in enumerate(root.findall("part"), 1)
        ),
        closing=paragraphs_of(root.find("closing")),
        signature=paragraphs_of(root.find("signature")),
    )


def _part(element: Any, ordinal: str) -> Part:
    name = element.get("numbering") or "（一）"
    return Part(
        role=element.get("role"),
        ordinal=ordinal,
        heading=inlines_of(element.find("heading")),
        lead=paragraphs_of(element.find("lead")),
        points=_points(element, NUMBERINGS[name], 2),
        numbering=name,
    )


def _points(parent: Any, numbering: Numbering, level: int) -> tuple[Point, ...]:
    return tuple(
        _point(element, numbering, number, level) for number, element in enumerate(parent.findall("point"), 1)
    )


def _point(element: Any, numbering: Numbering, number: int, level: int) -> Point:
    below = NUMBERINGS[element.get("numbering") or ("1." if level == 2 else "（1）")]
    return Point(
        ordinal=numbering.ordinal(number),
        heading=inlines_of(element.find("heading")),
        body=paragraphs_of(element),
        points=_points(element, below, min(level + 1, DEEPEST_LEVEL)),
        run_in=numbering.run_in,
        level=level,
    )


def _half_a_sign(error: UnicodeEncodeError, markup: str, library: Library) -> Diagnostic:
    """Return the fault of a text with half a surrogate pair, at the last tag before it."""
    tags = list(marked_tags(markup[: error.start]))
    span = tag_span(tags[-1][1], tags[-1][0], library) if tags else Span("templates")
    code = f"U+{ord(markup[error.start]):04X}"
    return Diagnostic("J202", _("{code} is half a character").format(code=code), span, _("delete it"))


def _not_well_formed(error: etree.XMLSyntaxError, markup: str, library: Library) -> Diagnostic:
    """Return the fault at the tag that the parser names, or at the last tag before the error."""
    found = re.search(r"tag mismatch: (\w+) line (\d+) and (\w+)", error.msg or "")
    line = int(found[2]) if found else (error.lineno or 1)
    before = "\n".join(markup.split("\n")[:line])
    tags = list(marked_tags(before, found[1]) if found else marked_tags(before))
    span = tag_span(tags[-1][1], tags[-1][0], library) if tags else Span("templates")
    if found:
        message = _("<{tag}> is not closed: </{other}> comes first").format(tag=found[1], other=found[3])
        return Diagnostic("J202", message, span, _("close <{tag}> before it").format(tag=found[1]))
    message, remedy = explain_markup(error.msg or "")
    return Diagnostic("J202", message, span, remedy)


# Chinese text has no blank between lines, so authors may break a line of a template anywhere.
LINE_BREAK = re.compile(r"[ \t]*\n\s*")

# Elements among the paragraphs of a point that are no part of its text.
BLOCKS = ("heading", "point", "lead")


def inlines_of(element: Any) -> Inlines:
    """Return the content of ``element`` as the inlines of one line, () if it has no words."""
    if element is None:
        return ()
    inlines = _inlines(element)
    return tuple(inlines) if _has_words(inlines) else ()


def paragraphs_of(element: Any) -> Paragraphs:
    """Return the content of ``element`` as paragraphs: each <p>, and the words between them.

    A line break in a given value starts a new paragraph. Paragraphs without words are left out.
    """
    if element is None:
        return ()
    paragraphs: list[Paragraph] = []
    loose: list[Inline] = []
    _add_words(loose, element.text)
    for child in element:
        if child.tag == "p":
            _add_paragraphs(paragraphs, loose)
            _add_paragraphs(paragraphs, _inlines(child))
            loose = []
        elif child.tag not in BLOCKS:
            loose.append(_inline(child))
        _add_words(loose, child.tail)
    _add_paragraphs(paragraphs, loose)
    return tuple(paragraphs)


def _add_paragraphs(paragraphs: list[Paragraph], inlines: list[Inline]) -> None:
    """Add the paragraphs of ``inlines``, which are divided at the line breaks of given values."""
    if any(isinstance(inline, Field) and "\n" in inline.text for inline in inlines):
        for line in _split(inlines):
            if _has_words(line):
                paragraphs.append(Paragraph(tuple(line)))
    elif _has_words(inlines):
        paragraphs.append(Paragraph(tuple(inlines)))


def _split(inlines: list[Inline]) -> Iterator[list[Inline]]:
    line: list[Inline] = []
    for inline in inlines:
        if not isinstance(inline, Field) or "\n" not in inline.text:
            line.append(inline)
            continue
        for number, words in enumerate(filter(str.strip, inline.text.split("\n"))):
            if number:
                yield line
                line = []
            line.append(Field(inline.path, words))
    yield line


def _has_words(inlines: Iterable[Inline]) -> bool:
    """Return whether ``inlines`` have any words."""
    return any(plain_text((inline,)).strip() for inline in inlines)


def _inlines(element: Any) -> list[Inline]:
    inlines: list[Inline] = []
    _add_words(inlines, element.text)
    for child in element:
        inlines.append(_inline(child))
        _add_words(inlines, child.tail)
    return inlines


def _add_words(inlines: list[Inline], text: str | None) -> None:
    if text:
        words = LINE_BREAK.sub("", text) if "\n" in text else text
        if words:
            inlines.append(Text(words))


def _inline(element: Any) -> Inline:
    tag = element.tag
    if tag == "field":
        return Field(element.get("path"), element.text or "")
    if tag == "blank":
        return Blank(element.get("path") or "", element.get("label"), element.get("hint") or "")
    if tag == "note":
        return Note(LINE_BREAK.sub("", element.text or ""))
    return Break() if tag == "br" else Emphasis(tuple(_inlines(element)))
