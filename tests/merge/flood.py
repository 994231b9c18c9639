"""The README's flood meeting on a person's desk, and the edits that word processors and people make."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import yaml
from lxml import etree

from drafter.merge.pull import Pull, pulled
from drafter.yaml.source import source_of
from tests.drafts import given

from .by_path import LIBRARY
from .desk import Desk
from .edits import _runs, drop, run_before
from .opened import Opened, tag, tag_in, text_of, texts_of, write

FLOOD: dict[str, Any] = {
    "kind": "deployment",
    "meeting": {"name": "全县防汛抗旱工作会议", "date": "2026-05-12"},
    "parts": [
        {"role": "significance"},
        {
            "role": "tasks",
            "points": [
                {
                    "heading": "查透每一处隐患",
                    "text": "汛前查得越细，汛期越稳。",
                    "figures": [{"name": "病险水库", "value": "12", "unit": "座", "source": "县水利局统计"}],
                },
                {"heading": "把人转在险前", "text": "预警要叫得应，转移要走得快。"},
                {"heading": "抢在旱前蓄足水", "text": "水蓄在前头，心里才不慌。"},
            ],
        },
        {"role": "safeguards"},
    ],
}
UPSTREAM = {"heading": "看紧上游来水", "text": "上游一动，下游先动。"}


def flood(**keys: Any) -> Desk:
    """The document of the flood meeting, and its YAML with ``keys`` added."""
    return Desk(**(deepcopy(FLOOD) | keys))


def points(desk: Desk) -> list[dict[str, Any]]:
    """The points of the second part, in the YAML."""
    found: list[dict[str, Any]] = desk.keys["parts"][1]["points"]
    return found


def paragraph(desk: Desk, words: str) -> etree._Element:
    """The last paragraph with ``words``: that of the text, where the outline has them too."""
    return [one for one in desk.opened.paragraphs() if words in text_of(one)][-1]


def place(desk: Desk, words: str) -> tuple[etree._Element, int]:
    """The paragraph with ``words``, and where they begin."""
    found = paragraph(desk, words)
    return found, text_of(found).index(words)


def runs_of(desk: Desk, words: str) -> list[etree._Element]:
    """The runs with ``words``, divided there."""
    found, start = place(desk, words)
    return _runs(found, start, start + len(words))


def break_line(desk: Desk, before: str) -> None:
    """Press Shift+Enter before some words."""
    found, start = place(desk, before)
    run = run_before(found, start)
    own = etree.Element(tag("r"))
    etree.SubElement(own, tag("br"))
    run.addnext(own)


def type_behind(desk: Desk, words: str, text: str) -> None:
    """Type ``text`` behind ``words``."""
    run = runs_of(desk, words)[-1]
    run.addnext(write(desk.opened.look(next(texts_of(paragraph(desk, words)))), text))


def type_over(desk: Desk, old: str, new: str) -> None:
    """Type ``new`` over the run that is ``old``."""
    found = paragraph(desk, old)
    next(one for one in found.iter(tag("t")) if (one.text or "").startswith(old)).text = new


def delete(desk: Desk, words: str) -> None:
    """Delete ``words``; the editor leaves empty controls."""
    for run in runs_of(desk, words):
        drop(run)


def link(desk: Desk, words: str) -> None:
    """Make a link of ``words``."""
    runs = runs_of(desk, words)
    frame = etree.Element(tag("hyperlink"), {tag("anchor"): "x"})
    runs[0].addprevious(frame)
    frame.extend(runs)


def embolden(desk: Desk, words: str) -> None:
    """Set ``words`` bold."""
    for run in runs_of(desk, words):
        properties = run.find(tag("rPr"))
        if properties is None:
            properties = etree.Element(tag("rPr"))
            run.insert(0, properties)
        properties.insert(0, etree.Element(tag("b")))


def add_behind(desk: Desk, words: str, text: str) -> None:
    """Type a paragraph behind the one with ``words``."""
    own = etree.Element(tag("p"))
    own.append(write(etree.Element(tag("r")), text))
    paragraph(desk, words).addnext(own)


def copy_behind(desk: Desk, words: str, behind: str) -> None:
    """Copy a paragraph, which loses its bookmarks, behind another."""
    copy = deepcopy(paragraph(desk, words))
    for mark in list(copy.iter(tag("bookmarkStart"), tag("bookmarkEnd"))):
        mark.getparent().remove(mark)
    paragraph(desk, behind).addnext(copy)


def move_tracked(desk: Desk, words: str, behind: str) -> None:
    """Move a paragraph with changes tracked; its bookmarks stay where it stood."""
    found = paragraph(desk, words)
    copy = deepcopy(found)
    for mark in list(copy.iter(tag("bookmarkStart"), tag("bookmarkEnd"))):
        mark.getparent().remove(mark)
    paragraph(desk, behind).addnext(copy)
    _mark_moved(desk.opened, found, "moveFrom")
    _mark_moved(desk.opened, copy, "moveTo")


def _mark_moved(opened: Opened, found: etree._Element, name: str) -> None:
    def mark() -> etree._Element:
        attributes = {"id": opened.number(), "author": "秘书", "date": "2025-09-01T08:00:00Z"}
        return etree.Element(tag(name), {tag(key): value for key, value in attributes.items()})

    for child in [child for child in found if child.tag in (tag("r"), tag("sdt"))]:
        frame = mark()
        child.addprevious(frame)
        frame.append(child)
    etree.SubElement(found.find(tag("pPr")), tag("rPr")).append(mark())


def control(desk: Desk, path: str) -> etree._Element:
    """The first control of the value at ``path``."""
    return next(one for one in desk.opened.controls() if tag_in(one) == path)


def pull(desk: Desk, docx: bytes | None = None) -> Pull:
    """What a pull of the document into its YAML comes to."""
    text = yaml.safe_dump(desk.keys, allow_unicode=True, sort_keys=False)
    source = source_of("flood.yaml", text)
    return pulled(docx or desk.opened.save(), source, given(**deepcopy(desk.keys)), LIBRARY)
