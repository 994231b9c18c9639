"""A document that nobody edited, updated to another YAML, is that YAML's own document."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import drafter
from drafter.docx.read.content import is_untouched
from drafter.docx.write.document import write_docx
from drafter.library import builtin_library, builtin_templates
from drafter.merge.update import updated

from .opened import BODY, members, said, shown, tag

LIBRARY = builtin_library()
EXAMPLES = Path(__file__).parents[2] / "examples"
FULL = (EXAMPLES / "social-work-conference.yaml").read_text(encoding="utf-8")
LEAST = (EXAMPLES / "least.yaml").read_text(encoding="utf-8")
VARIANTS = {
    "full": FULL,
    "of a county": FULL.replace("level: 市 ", "level: 县 "),
    "least": LEAST,
    "brief": f"{LEAST}\nstyle: {{depth: brief}}\n",
    "long, outlined, in other words": f"{LEAST}\nstyle: {{depth: full, outline: true, variation: 3}}\n",
    "of another meeting": LEAST.replace("安全生产", "防汛抗旱"),
}


def parameters(path: Path, text: str) -> drafter.Parameters:
    path.write_text(text, encoding="utf-8")
    return drafter.load(path, LIBRARY)


def document(given: drafter.Parameters) -> bytes:
    speech = drafter.draft(given, LIBRARY)
    return write_docx(speech, LIBRARY.layout(speech.layout))


def look(docx: bytes) -> list[tuple[str, list[tuple[str, str, bool, str, bool]]]]:
    """Style and characters of each paragraph; of each character its style, weight, and control."""
    root = etree.fromstring(members(docx)[BODY])
    return [(value(one, "pPr/pStyle"), list(characters(one))) for one in shown(root) if any(one.itertext())]


def characters(paragraph: etree._Element) -> Any:
    for words in paragraph.iter(tag("t")):
        run = words.getparent()
        control = next(run.iterancestors(tag("sdt")), None)
        path = "" if control is None else value(control, "sdtPr/tag")
        blank = control is not None and control.find(f"{tag('sdtPr')}/{tag('showingPlcHdr')}") is not None
        bold = run.find(f"{tag('rPr')}/{tag('b')}") is not None
        for character in words.text or "":
            yield character, value(run, "rPr/rStyle"), bold, path, blank


def value(element: etree._Element, path: str) -> str:
    found = element.find("/".join(tag(step) for step in path.split("/")))
    return "" if found is None else str(found.get(tag("val")))


def bookmarks(docx: bytes) -> list[str]:
    """The names of all bookmarks but the paragraphs', whose numbers tell when they were first written."""
    root = etree.fromstring(members(docx)[BODY])
    starts = [(mark.get(tag("id")), mark.get(tag("name"))) for mark in root.iter(tag("bookmarkStart"))]
    ends = [mark.get(tag("id")) for mark in root.iter(tag("bookmarkEnd"))]
    assert len({name for _id, name in starts}) == len(starts)
    assert sorted(number for number, _name in starts) == sorted(ends)
    return sorted(name for _id, name in starts if not name.startswith("_drafter_"))


@pytest.mark.slow
@pytest.mark.parametrize(("before", "after"), list(permutations(VARIANTS, 2)))
def test_it_has_the_words_styles_controls_and_bookmarks_of_a_new_one(
    before: str, after: str, tmp_path: Path
) -> None:
    old, new = (parameters(tmp_path / "m.yaml", VARIANTS[name]) for name in (before, after))
    update = updated(document(old), new, LIBRARY, another_meeting=True)
    assert not update.findings.conflicts
    assert update.document is not None
    assert look(update.document) == look(document(new))
    assert bookmarks(update.document) == bookmarks(document(new))


@pytest.mark.slow
@pytest.mark.parametrize("kind", LIBRARY.kinds())
def test_a_sample_becomes_the_least_draft_of_its_kind_and_the_other_way_round(
    kind: str, tmp_path: Path
) -> None:
    sample = (builtin_templates() / "kinds" / kind / "sample.yaml").read_text(encoding="utf-8")
    full = parameters(tmp_path / "m.yaml", sample)
    least = parameters(tmp_path / "m.yaml", f"kind: {kind}\nmeeting:\n  name: {full.meeting.name}\n")
    for old, new in ((full, least), (least, full)):
        update = updated(document(old), new, LIBRARY, another_meeting=True)
        assert update.document is not None
        assert said(update.document) == said(document(new))
        assert look(update.document) == look(document(new))


def test_it_is_known_as_untouched_and_has_nothing_left_to_update(tmp_path: Path) -> None:
    old, new = (parameters(tmp_path / "m.yaml", text) for text in (LEAST, FULL))
    update = updated(document(old), new, LIBRARY, another_meeting=True)
    assert update.document is not None
    (tmp_path / "m.docx").write_bytes(update.document)
    assert is_untouched(tmp_path / "m.docx")
    assert updated(update.document, new, LIBRARY).document is None
