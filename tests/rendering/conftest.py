"""Documents set by LibreOffice, once for all tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest

from drafter.docx.write.document import write_docx
from drafter.models.layout import Layout

from .samples import realistic, without_marks

FONTS = Path(__file__).with_name("fonts.conf")
# What the stand-ins of fonts.conf are called; without them lines break elsewhere.
FAMILIES = ("AR PL SungtiL GB", "AR PL KaitiM GB", "WenQuanYi Micro Hei", "Liberation Serif")


def missing(what: str) -> NoReturn:
    """Skip a test for want of a program; where all of them are to be there, fail."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


def program(name: str) -> str:
    return shutil.which(name) or missing(name)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The documents, as drafter wrote them."""
    path = tmp_path_factory.mktemp("rendering")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DRAFTER_CACHE", str(path / "cache"))
        (path / "plain.docx").write_bytes(write_docx(without_marks(), Layout()))
        (path / "speech.docx").write_bytes(write_docx(realistic(), Layout()))
    yield path


def convert(folder: Path, target: str, *names: str) -> None:
    """Have LibreOffice write ``target`` files into ``folder``/out, with the tests' fonts only."""
    environment = os.environ | {"FONTCONFIG_FILE": str(FONTS), "XDG_CACHE_HOME": str(folder / "fontcache")}
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        program("soffice"),
        profile,
        "--headless",
        "--convert-to",
        target,
        "--outdir",
        str(folder / "out"),
    ]
    documents = [str(folder / name) for name in names]
    subprocess.run([*command, *documents], env=environment, check=True, capture_output=True, timeout=180)


def check_fonts() -> None:
    environment = os.environ | {"FONTCONFIG_FILE": str(FONTS)}
    listed = subprocess.run(
        [program("fc-list"), ":", "family"], env=environment, check=True, capture_output=True
    )
    for family in FAMILIES:
        if family not in listed.stdout.decode():
            missing(f"the font {family}")


@contextmanager
def rendered(folder: Path, *names: str) -> Iterator[dict[str, Any]]:
    """Open the pages that LibreOffice makes of the documents of these names in ``folder``."""
    try:
        import pdfplumber
    except ImportError:
        missing("pdfplumber")
    check_fonts()
    convert(folder, "pdf", *(f"{name}.docx" for name in names))
    with ExitStack() as stack:
        yield {name: stack.enter_context(pdfplumber.open(folder / "out" / f"{name}.pdf")) for name in names}


@pytest.fixture(scope="session")
def pdfs(folder: Path) -> Iterator[dict[str, Any]]:
    """The rendered pages of each document by its name."""
    with rendered(folder, "plain", "speech") as opened:
        yield opened


@pytest.fixture(scope="session")
def plain(pdfs: dict[str, Any]) -> list[Any]:
    """The pages of the speech without punctuation."""
    return list(pdfs["plain"].pages)


@pytest.fixture(scope="session")
def speech(pdfs: dict[str, Any]) -> list[Any]:
    """The pages of the realistic speech."""
    return list(pdfs["speech"].pages)


@pytest.fixture(scope="session")
def saved_again(folder: Path) -> Path:
    """The realistic speech, opened and saved by LibreOffice."""
    convert(folder, "docx", "speech.docx")
    return folder / "out" / "speech.docx"
