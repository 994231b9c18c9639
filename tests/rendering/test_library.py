"""Everything in the library, set by LibreOffice: all of it on the page, and the page as it should be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.speech.blocks import iter_blocks
from drafter.speech.tree import plain_text
from tests.library.documents import NAMES, document, drafted, iter_parameters

from .conftest import rendered
from .samples import MM, text, text_lines

pytestmark = pytest.mark.libreoffice

EVERY = dict(iter_parameters())


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """The rendered pages of every document, by its name; all are set in one run."""
    folder: Path = tmp_path_factory.mktemp("library")
    for name, parameters in EVERY.items():
        (folder / f"{name}.docx").write_bytes(document(parameters))
    with rendered(folder, *EVERY) as opened:
        yield opened


@pytest.mark.parametrize("name", NAMES)
def test_every_word_stands_on_the_pages_in_its_order(name: str, pages: dict[str, Any]) -> None:
    words = "".join(plain_text(block.inlines) for block in iter_blocks(drafted(EVERY[name])))

    shown = "".join(text(row) for page in pages[name].pages for _baseline, row in text_lines(page))

    assert chinese(words) == chinese(shown)


def chinese(words: str) -> str:
    return "".join(character for character in words if "\u4e00" <= character <= "\u9fff")


@pytest.mark.parametrize("name", NAMES)
def test_no_line_stands_outside_of_the_text_area(name: str, pages: dict[str, Any]) -> None:
    for page in pages[name].pages:
        for _baseline, row in text_lines(page):
            # A mark may hang into the margin.
            last = (
                row[-1] if "\u4e00" <= row[-1]["text"] <= "\u9fff" else row[-2] if len(row) > 1 else row[-1]
            )
            assert row[0]["x0"] * MM >= 27.5 and last["x1"] * MM <= 190, text(row)


@pytest.mark.parametrize("name", NAMES)
def test_no_page_is_empty_and_none_ends_with_a_heading(name: str, pages: dict[str, Any]) -> None:
    headings = {
        plain_text(block.inlines)
        for block in iter_blocks(drafted(EVERY[name]))
        if block.kind.value == "heading"
    }

    for page in pages[name].pages:
        rows = [text(row) for _baseline, row in text_lines(page)]
        assert rows
        assert rows[-1].strip() not in headings
