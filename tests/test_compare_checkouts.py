"""Two checkouts that say the same have no difference; one word is found wherever it is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.compare_checkouts.__main__ import compare
from tests.compare_checkouts.cases import Extent
from tests.conftest import ROOT

# Two checkouts are run.
pytestmark = pytest.mark.slow

SMALL = Extent(("address",), ("education",), ("gbt9704",), ("standard",), (1,))


def test_a_checkout_does_not_differ_from_itself(tmp_path: Path) -> None:
    _run, results, found = compare(ROOT, ROOT, SMALL, tmp_path / "results", ("build", "update"))

    assert [] == found
    assert {
        "build/sample-address-standard-gbt9704-1.docx",
        "update/sample-address-reworded-values-ours.docx",
    } <= results.keys()


def test_a_word_that_a_template_says_otherwise_is_found(tmp_path: Path) -> None:
    other = tmp_path / "other"
    for name in ("drafter", "templates"):
        shutil.copytree(ROOT / name, other / name, ignore=shutil.ignore_patterns("__pycache__"))
    template = other / "templates" / "kinds" / "address" / "speech.xml.j2"
    template.write_text(template.read_text(encoding="utf-8").replace("谢谢", "多谢"), encoding="utf-8")

    _run, _results, found = compare(ROOT, other, SMALL, tmp_path / "results", ("build",))

    differing = {(difference.name, difference.place.partition(":")[0]) for difference in found}
    assert ("build/least-address-standard-gbt9704-1.docx", "word/document.xml") in differing
    assert ("build/least-address-standard-gbt9704-1.txt", "") in differing
