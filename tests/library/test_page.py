"""The page that lists the library says what there is."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT

from .page import page

PAGE = ROOT / "docs" / "library.md"


def test_the_page_of_the_library_is_the_one_that_its_drafts_make(request: pytest.FixtureRequest) -> None:
    text = page()
    if request.config.getoption("--update-golden"):
        PAGE.write_text(text, encoding="utf-8", newline="\n")

    assert PAGE.read_text(encoding="utf-8") == text
