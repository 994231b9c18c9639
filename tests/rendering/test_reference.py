"""A speech in an office's own Word file, as LibreOffice sets it; and files that LibreOffice made as such."""

from __future__ import annotations

import os
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.docx.read.content import is_untouched
from drafter.docx.reference.base import reference_base
from drafter.docx.write.document import write_docx
from drafter.models.layout import Layout
from tests.docx.reference_files import office_file

from .conftest import convert, missing, rendered
from .samples import MM, lines, realistic, text

pytestmark = pytest.mark.libreoffice

ROOT = Path(__file__).parents[2]
FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Standard" style:family="paragraph">
<style:text-properties fo:font-size="14pt" style:font-size-asian="14pt"/></style:style>
<style:style style:name="gw" style:display-name="公文署名日期" style:family="paragraph"
 style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="end"/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="pm"><style:page-layout-properties
 fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm"
 fo:margin-left="2.5cm" fo:margin-right="2.5cm"/><style:header-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm">
<style:header><text:p>某市委社会工作部</text:p></style:header></style:master-page></office:master-styles>
<office:body><office:text><text:p text:style-name="gw">署名</text:p>
<text:p text:style-name="Standard">正文</text:p></office:text></office:body></office:document>
"""


@pytest.fixture(scope="module")
def made(folder: Path) -> Path:
    """Speeches in a file of python-docx's and in one of LibreOffice's, and what LibreOffice made of them."""
    (folder / "flat.fodt").write_text(FLAT, encoding="utf-8")
    convert(folder, "docx", "flat.fodt")
    (folder / "office.docx").write_bytes(office_file())
    for name, reference in (("ours", folder / "office.docx"), ("theirs", folder / "out" / "flat.docx")):
        document = write_docx(realistic(), Layout(), base=reference_base(reference.read_bytes(), Layout()))
        (folder / f"{name}.docx").write_bytes(document)
    convert(folder, "docx", "ours.docx", "theirs.docx")
    return folder


@pytest.fixture(scope="module")
def opened(made: Path) -> Iterator[dict[str, Any]]:
    with rendered(made, "ours", "theirs") as pdfs:
        yield pdfs


@pytest.fixture(params=["ours", "theirs"])
def pages(request: pytest.FixtureRequest, opened: dict[str, Any]) -> list[Any]:
    return list(opened[request.param].pages)


def test_the_side_margins_are_the_offices(pages: list[Any]) -> None:
    rows = [row for page in pages for _baseline, row in lines(page)]

    assert pytest.approx(25, abs=1) == min(row[0]["x0"] for row in rows) * MM
    # Lines are not justified there, and a mark may hang in the margin.
    full = [row[-1]["x1"] for row in rows if row[-1]["text"] not in "，。、；：”"]
    assert pytest.approx(210 - 25, abs=3) == max(full) * MM


def test_the_header_is_on_every_page(pages: list[Any]) -> None:
    assert {"某市委社会工作部"} == {text(lines(page)[0][1]) for page in pages}


def test_the_body_has_the_offices_size(pages: list[Any]) -> None:
    sizes = {round(row[5]["size"], 1) for _baseline, row in lines(pages[1])[2:-2] if len(row) > 20}

    assert {14.0} == sizes


def test_paragraphs_are_indented_by_two_characters(pages: list[Any]) -> None:
    starts = {round((row[0]["x0"] * MM - 25) / (14 * 25.4 / 72)) for _baseline, row in lines(pages[1])[2:-2]}

    assert {0, 2} == starts


def test_libreoffices_own_style_is_found_by_its_name(opened: dict[str, Any]) -> None:
    page = opened["theirs"].pages[0]

    (date,) = [row for _baseline, row in lines(page) if text(row) == "（2025年10月11日）"]

    assert pytest.approx(185, abs=4) == date[-1]["x1"] * MM


@pytest.mark.parametrize("name", ["ours", "theirs"])
def test_what_libreoffice_saved_unchanged_is_untouched(name: str, made: Path) -> None:
    assert is_untouched(made / f"{name}.docx")
    assert is_untouched(made / "out" / f"{name}.docx")


@pytest.mark.parametrize("name", ["ours", "theirs"])
def test_the_document_is_valid(name: str, made: Path) -> None:
    beside = ROOT.parent / "shared" / "tools" / "validate_docx.py"
    validator = Path(os.environ.get("DRAFTER_VALIDATE_DOCX", beside))
    if not validator.exists():
        missing("the validator (DRAFTER_VALIDATE_DOCX)")

    checks = runpy.run_path(str(validator))

    assert [] == checks["check"](str(made / f"{name}.docx"))[1]
    # Fonts of a theme are the office's own affair.
    faults = checks["semantic"](str(made / f"{name}.docx"))
    assert [] == [fault for fault in faults if "theme font attribute" not in fault]
