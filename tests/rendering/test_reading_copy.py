"""A reading copy as LibreOffice sets it: nothing that is read in one breath is torn apart."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from drafter.docx.read.content import is_untouched
from drafter.docx.read.outline import read_outline
from drafter.docx.write.document import write_docx
from drafter.library import builtin_library
from drafter.speech.tree import Paragraph, Part, Point, Speech

from .conftest import convert, rendered
from .samples import MM, lines, text, words

pytestmark = pytest.mark.libreoffice

LAYOUT = builtin_library().layout("lectern")
NAMES = ("仉志强", "单雄信", "解晓东")
FIGURES = (
    *("1200余起", "95%以上", "2025年10月11日", "“十五五”", "5800人次", "3.5亿元", "12.5个百分点"),
    *("第3季度", "二十五项", "三分之一以上", "320个村"),
)
_CLAUSES = (
    "全市排查隐患1200余起，",
    "整改率95%以上，",
    "截至2025年10月11日，",
    "“十五五”时期要再上台阶，",
    "培训党员干部5800人次，",
    "投入资金3.5亿元，",
    "增长12.5个百分点，",
    "第3季度完成二十五项任务，",
    "三分之一以上的县区已经达标，",
    "覆盖320个村，",
    "仉志强同志带队督查，",
    "单雄信、解晓东两位同志作了发言，",
    "踔厉奋发、砥砺前行，",
    "坚持“一盘棋”思想，",
)
# The page number stands below this, in mm from the top; the text ends 267 mm down.
FOOT = 270
# More than a page of the layout, which no rule can keep on one.
LONG = 60


def speech() -> Speech:
    """Return a speech in which figures and names stand at every place of a line."""
    chooser = random.Random(2025)
    parts = tuple(
        Part("tasks", f"{ordinal}、", words("踔厉奋发，推动各项工作再上台阶"), (), _points(chooser))
        for ordinal in "一二三四"
    )
    return Speech(
        title=words("在2025年全市重点项目建设推进会议上的讲话"),
        byline=words("市委副书记  仉志强"),
        salutation=words("同志们："),
        opening=(_paragraph(chooser, 3), _paragraph(chooser, LONG)),
        parts=parts,
        kind="deployment",
        names=NAMES,
    )


def _points(chooser: random.Random) -> tuple[Point, ...]:
    return tuple(
        Point(f"{ordinal}要", words("压实领导责任"), (_paragraph(chooser, chooser.randint(3, 12)),))
        for ordinal in "一二三四"
    )


def _paragraph(chooser: random.Random, clauses: int) -> Paragraph:
    chosen = "".join(chooser.choices(_CLAUSES, k=clauses))
    return Paragraph(words(f"{chosen[:-1]}。"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lectern")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DRAFTER_CACHE", str(path / "cache"))
        (path / "lectern.docx").write_bytes(write_docx(speech(), LAYOUT))
    return path


@pytest.fixture(scope="module")
def pages(folder: Path) -> Iterator[list[Any]]:
    with rendered(folder, "lectern") as opened:
        yield list(opened["lectern"].pages)


@pytest.fixture(scope="module")
def saved_again(folder: Path) -> Path:
    convert(folder, "docx", "lectern.docx")
    return folder / "out" / "lectern.docx"


def text_lines(page: Any) -> list[tuple[float, list[dict[str, Any]]]]:
    """Return the lines of words and those of pinyin: baseline in points, and characters."""
    return [line for line in lines(page) if line[0] * MM < FOOT]


def base_lines(page: Any) -> list[tuple[float, list[dict[str, Any]]]]:
    """Return the lines of words alone."""
    large = [(baseline, [c for c in row if c["size"] > 12]) for baseline, row in text_lines(page)]
    return [(baseline, row) for baseline, row in large if row]


def words_of(row: list[dict[str, Any]]) -> str:
    return text(row).replace("\u2060", "")


def test_no_figure_and_no_name_is_split_over_two_lines(pages: list[Any]) -> None:
    found = [words_of(row) for page in pages for _baseline, row in base_lines(page)]

    torn = [
        (before, after)
        for before, after in pairwise(found)
        for whole in (*FIGURES, *NAMES)
        for place in range(1, len(whole))
        if before.endswith(whole[:place]) and after.startswith(whole[place:])
    ]
    assert len(found) > 100
    assert torn == []


def test_a_paragraph_that_a_page_can_hold_is_on_one_page(pages: list[Any]) -> None:
    tops = [base_lines(page)[0][1] for page in pages[1:]]

    indent = 28 + 2 * LAYOUT.page.text_width / LAYOUT.grid.chars
    continued = [number for number, row in enumerate(tops, 2) if row[0]["x0"] * MM < indent - 2]
    # The one that is longer than a page goes on, from the second to the third page and the fourth.
    assert set(continued) <= {3, 4}
    assert len(pages) > 8


def test_a_full_page_has_the_lines_of_the_layout(pages: list[Any]) -> None:
    # The long paragraph's: shorter ones leave room where the next would be torn.
    assert len(base_lines(pages[1])) == LAYOUT.grid.lines


def test_each_page_tells_its_number_and_that_of_all(pages: list[Any]) -> None:
    feet = [
        "".join(c["text"] for c in page.chars if c["top"] * MM > FOOT and c["text"].strip()) for page in pages
    ]

    assert [f"—{number}/{len(pages)}—" for number in range(1, len(pages) + 1)] == feet


def test_pinyin_stands_free_above_its_words(pages: list[Any]) -> None:
    for page in pages:
        rows = text_lines(page)
        for (above, small), (below, large) in pairwise(rows):
            if all(c["size"] < 12 for c in small):
                assert 0.9 * LAYOUT.body.size < below - above < 1.1 * LAYOUT.body.size
                assert any(c["size"] > 12 for c in large)


def test_pinyin_does_not_touch_the_line_above(pages: list[Any]) -> None:
    for page in pages:
        for (above, large), (below, small) in pairwise(text_lines(page)):
            if all(c["size"] < 12 for c in small) and any(c["size"] > 12 for c in large):
                # A quarter of the type hangs below its line, 0.9 of the pinyin stands above its own.
                assert below - 0.9 * 11 > above + 0.25 * LAYOUT.body.size


def test_what_libreoffice_saved_unchanged_is_untouched(saved_again: Path) -> None:
    assert is_untouched(saved_again)


def test_what_libreoffice_saved_has_the_same_outline(saved_again: Path) -> None:
    outline = read_outline(saved_again.read_bytes()) or []

    assert [line.text for line in outline][:2] == ["一、踔厉奋发，推动各项工作再上台阶", "一要压实领导责任"]
