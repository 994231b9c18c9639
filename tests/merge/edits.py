"""What a person does to the words and paragraphs of a document: types, deletes, divides, joins, moves.

Each edit takes the opened document and two numbers, by which it finds its place: any numbers will do.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from .opened import Opened, paint, tag, text_of, texts_of, write

Edit = Callable[[Opened, int, int], None]
COLOUR = "AB12CD"


def pick(items: list[etree._Element], number: int) -> etree._Element | None:
    """One of ``items``, None where there is none."""
    return items[number % len(items)] if items else None


def run_before(paragraph: etree._Element, place: int) -> etree._Element | None:
    """Divide the runs at ``place`` characters; return the run that ends there, None at the start."""
    before = None
    for words in list(texts_of(paragraph)):
        length = len(words.text or "") if words.tag == tag("t") else 1
        run = next(words.iterancestors(tag("r")))
        if place <= 0:
            return before
        if place < length and words.tag == tag("t"):
            rest = deepcopy(run)
            position = list(run).index(words)
            for child in list(run)[position + 1 :]:
                run.remove(child)
            for child in list(rest)[:position]:
                if child.tag != tag("rPr"):
                    rest.remove(child)
            kept = next(child for child in rest if child.tag == tag("t"))
            words.text, kept.text = words.text[:place], words.text[place:]
            run.addnext(rest)
            return run
        before, place = run, place - length
    return before


def add_words(document: Opened, where: int, place: int) -> None:
    """Type in the midst of a paragraph, or in a control that stands there."""
    paragraph = pick(document.paragraphs(), where)
    if paragraph is None:
        return
    document.touch(paragraph)
    before = run_before(paragraph, place % (len(text_of(paragraph)) + 1))
    first = next(texts_of(paragraph))
    run = write(document.look(first if before is None else before[-1], colour=COLOUR), document.typed())
    if before is None:
        next(first.iterancestors(tag("r"))).addprevious(run)
    else:
        before.addnext(run)


def delete_words(document: Opened, where: int, place: int) -> None:
    """Delete some characters, wherever they stand."""
    paragraph = pick(document.paragraphs(), where)
    if paragraph is None:
        return
    document.touch(paragraph)
    start = place % len(text_of(paragraph))
    document.deleted.append(text_of(paragraph)[start : start + 6])
    for run in _runs(paragraph, start, start + 6):
        drop(run)


def _runs(paragraph: etree._Element, start: int, end: int) -> list[etree._Element]:
    """The runs from ``start`` to ``end``, divided there."""
    run_before(paragraph, end)
    run_before(paragraph, start)
    runs, place = [], 0
    for words in texts_of(paragraph):
        if start <= place < end:
            runs.append(next(words.iterancestors(tag("r"))))
        place += len(words.text or "") if words.tag == tag("t") else 1
    return list(dict.fromkeys(runs))


def drop(run: etree._Element) -> None:
    """Take the words out of a run, and the run where nothing else is in it."""
    for child in list(run):
        if child.tag in (tag("t"), tag("br"), tag("tab")):
            run.remove(child)
    if all(child.tag == tag("rPr") for child in run):
        run.getparent().remove(run)


def rewrite(document: Opened, where: int, _place: int) -> None:
    """Write a paragraph anew; its bookmarks stay around it."""
    paragraph = pick(document.paragraphs(), where)
    if paragraph is None:
        return
    document.touch(paragraph)
    words = list(texts_of(paragraph))
    run = write(document.look(words[0], colour=COLOUR), document.typed(8))
    first = next(words[0].iterancestors(tag("r")))
    frames = [frame for frame in first.iterancestors(tag("sdt")) if paragraph in frame.iterancestors()]
    (frames[-1] if frames else first).addprevious(run)
    for one in {next(one.iterancestors(tag("r"))) for one in words}:
        drop(one)
    for frame in [frame for frame in paragraph.iter(tag("sdt")) if not list(texts_of(frame))]:
        frame.getparent().remove(frame)


def split_paragraph(document: Opened, where: int, place: int) -> None:
    """Press Enter between two runs."""
    paragraph = pick(document.paragraphs(), where)
    if paragraph is None:
        return
    document.touch(paragraph)
    before = run_before(paragraph, place % (len(text_of(paragraph)) + 1))
    if before is None or before.getparent() is not paragraph:
        return
    second = etree.Element(tag("p"))
    properties = paragraph.find(tag("pPr"))
    if properties is not None:
        second.append(deepcopy(properties))
    for follower in list(before.itersiblings()):
        second.append(follower)
    paragraph.addnext(second)


def join_paragraphs(document: Opened, where: int, _place: int) -> None:
    """Press Delete at the end of a paragraph."""
    paragraph = pick(document.paragraphs(), where)
    follower = None if paragraph is None else paragraph.getnext()
    if follower is None or follower.tag != tag("p"):
        return
    document.touch(paragraph, follower)
    for child in list(follower):
        if child.tag != tag("pPr"):
            paragraph.append(child)
    follower.getparent().remove(follower)


def _new(document: Opened, beside: etree._Element, text: str) -> etree._Element:
    paragraph = etree.Element(tag("p"))
    properties = beside.find(tag("pPr"))
    if properties is not None:
        paragraph.append(deepcopy(properties))
        for old in paragraph.findall(f".//{tag('sectPr')}"):
            old.getparent().remove(old)
    run = etree.SubElement(paragraph, tag("r"))
    paint(run, COLOUR)
    write(run, text)
    return paragraph


def add_paragraph(document: Opened, where: int, _place: int) -> None:
    """Write a paragraph of one's own behind another."""
    beside = pick(document.paragraphs(), where)
    if beside is not None:
        beside.addnext(_new(document, beside, document.typed(8)))


def add_point(document: Opened, where: int, _place: int) -> None:
    """Write a point of one's own behind another, numbered as it might be."""
    points = [one for one in document.paragraphs() if text_of(one)[1:2] in ("要", "是")]
    beside = pick(points, where)
    if beside is not None:
        beside.addnext(_new(document, beside, f"五{text_of(beside)[1]}{document.typed(6)}"))


def delete_paragraph(document: Opened, where: int, _place: int) -> None:
    """Delete a paragraph with its bookmarks."""
    paragraph = pick(document.paragraphs(), where)
    if paragraph is not None and len(document.paragraphs()) > 3:
        document.touch(paragraph)
        document.deleted.append(text_of(paragraph))
        _keep_ends(paragraph)
        paragraph.getparent().remove(paragraph)


def _keep_ends(paragraph: etree._Element) -> None:
    """As Word does: a bookmark of which only one end was deleted shrinks to what is left."""
    starts = {mark.get(tag("id")) for mark in paragraph.iter(tag("bookmarkStart"))}
    ends = {mark.get(tag("id")) for mark in paragraph.iter(tag("bookmarkEnd"))}
    for mark in list(paragraph.iter(tag("bookmarkStart"), tag("bookmarkEnd"))):
        if (mark.get(tag("id")) in starts) != (mark.get(tag("id")) in ends):
            paragraph.addprevious(mark)


def move_paragraph(document: Opened, where: int, place: int) -> None:
    """Cut a paragraph and paste it behind another, with all that is in it."""
    paragraph, beside = pick(document.paragraphs(), where), pick(document.paragraphs(), place)
    if paragraph is None or beside is None or beside is paragraph or beside in paragraph.iter():
        return
    if paragraph in beside.iterancestors() or paragraph.getparent() is not document.body:
        return
    document.touch(paragraph, beside)
    _keep_ends(paragraph)
    beside.addnext(paragraph)


def split_runs(document: Opened, where: int, place: int) -> None:
    """Save the runs of a paragraph in pieces, as LibreOffice does."""
    paragraph = pick(document.paragraphs(), where)
    if paragraph is not None:
        step = 1 + place % 5
        for end in range(step, len(text_of(paragraph)), step):
            run_before(paragraph, end)


def drop_bookmarks(document: Opened, _where: int, _place: int) -> None:
    """Save in a program that knows no bookmarks."""
    marks = list(document.root.iter(tag("bookmarkStart"), tag("bookmarkEnd")))
    document.touch(*document.root.iter(tag("p")))
    for mark in marks:
        mark.getparent().remove(mark)


def embolden(document: Opened, where: int, place: int) -> None:
    """Set some words bold."""
    paragraph = pick(document.paragraphs(), where)
    if paragraph is None:
        return
    start = place % len(text_of(paragraph))
    for run in _runs(paragraph, start, start + 4):
        properties = run.find(tag("rPr"))
        if properties is None:
            properties = etree.Element(tag("rPr"))
            run.insert(0, properties)
        if properties.find(tag("b")) is None:
            before = [tag("rStyle"), tag("rFonts")]
            bold = etree.Element(tag("b"))
            properties.insert(sum(child.tag in before for child in properties), bold)


def break_line(document: Opened, where: int, place: int) -> None:
    """Press Shift+Enter in the midst of a paragraph."""
    paragraph = pick(document.paragraphs(), where)
    if paragraph is None:
        return
    before = run_before(paragraph, place % (len(text_of(paragraph)) + 1))
    if before is not None:
        document.touch(paragraph)
        run = etree.Element(tag("r"))
        etree.SubElement(run, tag("br"))
        before.addnext(run)


def delete_clause(document: Opened, where: int, place: int) -> None:
    """Delete a clause with all that stands in it; the editor leaves empty controls."""
    paragraph = pick(document.paragraphs(), where)
    if paragraph is None:
        return
    document.touch(paragraph)
    clauses = [found.span() for found in re.finditer("[^，。；]+[，。；]?", text_of(paragraph))]
    start, end = clauses[place % len(clauses)]
    document.deleted.append(text_of(paragraph)[start:end])
    for run in _runs(paragraph, start, end):
        drop(run)


def number_by_hand(document: Opened, where: int, place: int) -> None:
    """Type another ordinal over that of a point."""
    points = [one for one in document.paragraphs() if text_of(one)[1:2] in ("要", "是")]
    paragraph = pick(points, where)
    if paragraph is None:
        return
    first = next(texts_of(paragraph))
    if len(first.text or "") >= 2:
        document.touch(paragraph)
        first.text = "一二三四五六"[place % 6] + "要是"[place // 6 % 2] + first.text[2:]


def link_words(document: Opened, where: int, place: int) -> None:
    """Make a link of some words."""
    paragraph = pick(document.paragraphs(), where)
    if paragraph is None:
        return
    start = place % len(text_of(paragraph))
    runs = [run for run in _runs(paragraph, start, start + 3) if run.getparent() is paragraph]
    if runs:
        document.touch(paragraph)
        frame = etree.Element(tag("hyperlink"), {tag("anchor"): "x"})
        runs[0].addprevious(frame)
        frame.append(runs[0])


def move_section(document: Opened, where: int, _place: int) -> None:
    """Cut some paragraphs and paste them before the first of the document."""
    paragraphs = [one for one in document.body if one.tag == tag("p") and text_of(one)]
    start = where % max(len(paragraphs) - 3, 1)
    section = paragraphs[start : start + 3]
    if start and len(section) == 3:
        document.touch(paragraphs[0], *section)
        for paragraph in section:
            _keep_ends(paragraph)
            paragraphs[0].addprevious(paragraph)


WORDS: tuple[Edit, ...] = (
    add_words, delete_words, rewrite, split_paragraph, join_paragraphs, add_paragraph, add_point,
    delete_paragraph, move_paragraph, move_section, split_runs, embolden, break_line, delete_clause,
    number_by_hand, link_words,
)  # fmt: skip
