"""The comparison is fair: all contenders make the same speech. Nothing here is timed."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import drafter
from drafter.models.layout import Layout

from .cold import LOADERS, docxtpl_command, run
from .contenders import (
    PythonDocx,
    compose_with_docxtpl,
    make_base,
    make_template,
    slim_document,
    stock_document,
    with_docxtpl,
)
from .longer import write_with_more_points
from .memory import any_name_of
from .rounds import Times, take_turns
from .rows import Row, table
from .samples import (
    EXAMPLE,
    LEAST,
    data_of,
    document_of,
    layout_of,
    loaded_of,
    name_of,
    renamed,
    several,
    write_longer,
)
from .word_template import make_word_template

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDS = {f"{W}br": "\n", f"{W}tab": "\t"}

needs_docxtpl = pytest.mark.skipif(
    find_spec("docxtpl") is None and not os.environ.get("CI"), reason="docxtpl is not installed"
)


def paragraphs(document: bytes) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return each paragraph of ``document``: its style, and its runs' styles and words."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return [(_style(element, "pPr/pStyle"), _runs(element)) for element in root.iter(f"{W}p")]


def _runs(paragraph: Any) -> list[tuple[str, str]]:
    """Return the runs that hold words, neighbours of one style joined."""
    runs: list[tuple[str, str]] = []
    for element in paragraph.iter(f"{W}r"):
        style, words = _style(element, "rPr/rStyle"), "".join(map(_words, element))
        if words and runs and runs[-1][0] == style:
            runs[-1] = (style, runs[-1][1] + words)
        elif words:
            runs.append((style, words))
    return runs


def _words(element: Any) -> str:
    return element.text or "" if element.tag == f"{W}t" else WORDS.get(element.tag, "")


def _style(element: Any, path: str) -> str:
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return "" if found is None else str(found.get(f"{W}val"))


def words(document: bytes) -> list[str]:
    """Return the words of each paragraph of ``document``."""
    return ["".join(text for _, text in runs) for _, runs in paragraphs(document)]


@needs_docxtpl
@pytest.mark.parametrize("document_in", [slim_document, stock_document])
def test_docxtpl_composes_the_same_paragraphs(document_in: Callable[[Layout], Any], tmp_path: Path) -> None:
    parameters = renamed(drafter.load(EXAMPLE), name_of(1))
    make_word_template(tmp_path / "template.docx", document_in(layout_of(parameters)))

    theirs = io.BytesIO()
    compose_with_docxtpl(tmp_path / "template.docx", loaded_of(name_of(1)), theirs)

    assert paragraphs(document_of(parameters)) == paragraphs(theirs.getvalue())


@needs_docxtpl
@pytest.mark.parametrize("document_in", [slim_document, stock_document])
def test_docxtpl_makes_the_same_paragraphs(document_in: Callable[[Layout], Any], tmp_path: Path) -> None:
    parameters = drafter.load(EXAMPLE)
    make_template(tmp_path / "template.docx", document_in(layout_of(parameters)))

    theirs = with_docxtpl(tmp_path / "template.docx", data_of(parameters))

    assert paragraphs(document_of(parameters)) == paragraphs(theirs)


def test_python_docx_makes_the_same_paragraphs(tmp_path: Path) -> None:
    parameters = drafter.load(EXAMPLE)
    layout = layout_of(parameters)
    make_base(tmp_path / "base.docx", layout)

    theirs = PythonDocx(tmp_path / "base.docx", layout).write(data_of(parameters))

    assert paragraphs(document_of(parameters)) == paragraphs(theirs)


@needs_docxtpl
@pytest.mark.parametrize(
    ("source", "name"), [(LEAST, name_of(1)), (EXAMPLE, any_name_of(10))], ids=["blanks", "long title"]
)
def test_all_write_the_same_words(source: Path, name: str, tmp_path: Path) -> None:
    parameters = renamed(drafter.load(source), name)
    layout, data = layout_of(parameters), data_of(parameters)
    make_template(tmp_path / "template.docx", slim_document(layout))
    make_base(tmp_path / "base.docx", layout)

    ours = words(document_of(parameters))

    assert ours == words(with_docxtpl(tmp_path / "template.docx", data))
    assert ours == words(PythonDocx(tmp_path / "base.docx", layout).write(data))


@needs_docxtpl
@pytest.mark.parametrize("loader", LOADERS)
def test_the_cold_run_makes_the_same_paragraphs(loader: str, tmp_path: Path) -> None:
    made = tmp_path / "made.docx"

    run(docxtpl_command(tmp_path, loader)(made))

    assert paragraphs(document_of(drafter.load(EXAMPLE))) == paragraphs(made.read_bytes())


def test_the_example_has_what_the_comparison_is_about() -> None:
    made = paragraphs(document_of(drafter.load(EXAMPLE)))

    styles = {style for style, _ in made} | {style for _, runs in made for style, _ in runs}
    assert {"Title", "GwByline", "GwOutline1", "GwOutline2", "Salutation", "Heading1", "BodyText"} <= styles
    assert {"GwLead", "PlaceholderText"} <= styles


def test_no_two_meetings_are_equal() -> None:
    meetings = several(drafter.load(EXAMPLE), 4)

    assert len({document_of(meeting) for meeting in meetings}) == 4
    assert len({any_name_of(number) for number in range(1, 10_001)}) == 10_000


def test_the_longer_speech_is_ten_times_as_long(tmp_path: Path) -> None:
    write_longer(EXAMPLE, tmp_path / "longer.yaml")

    once, ten = (
        len("".join(words(document_of(drafter.load(path))))) for path in (EXAMPLE, tmp_path / "longer.yaml")
    )

    assert 10 <= ten / once < 10.5


@pytest.mark.slow
def test_contenders_take_turns() -> None:
    ran: list[str] = []

    times = take_turns({"a": lambda: ran.append("a"), "b": lambda: ran.append("b")}, 2, {"b": 2})

    assert "".join(ran) == "ab" + "abb" + "bba"
    assert {name: len(seconds) for name, seconds in times.seconds.items()} == {"a": 2, "b": 2}


def test_a_ratio_is_that_of_the_medians() -> None:
    ratio = Times({"slow": [4.0, 6.0, 50.0], "fast": [1.0, 2.0, 2.0]}).ratio("slow", "fast")

    assert ratio.of_medians == 3
    assert ratio.quartiles[0] <= ratio.quartiles[1]


def test_a_row_tells_whether_its_goal_is_reached() -> None:
    rows = [Row("甲", 25, "times", 20), Row("b", 1.2, "times", 1, at_most=True), Row("c", 3, "times")]

    assert [row.reached for row in rows] == [True, False, None]
    assert [line.split()[-1] for line in table(rows).splitlines()[1:]] == ["yes", "NO", "-"]


def test_points_are_multiplied_and_no_two_are_alike(tmp_path: Path) -> None:
    write_with_more_points(tmp_path / "longer.yaml", 3)

    once, thrice = (
        [point.text for part in drafter.load(path).parts for point in part.points]
        for path in (EXAMPLE, tmp_path / "longer.yaml")
    )

    assert 3 * len(once) == len(thrice) == len(set(thrice))
