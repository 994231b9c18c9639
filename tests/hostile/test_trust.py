"""A drafter.toml that comes with a stranger's YAML names no templates elsewhere unless the user says so."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.cli.running import run_apart, write

WORDS = "<opening><p>别处的话。</p></opening>"


@pytest.fixture
def meetings(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a YAML, and a drafter.toml that names templates beside the folder."""
    monkeypatch.setenv("DRAFTER_STATE", str(here / "state"))
    write(here / "office" / "shared" / "opening.xml.j2", WORDS)
    write(here / "meetings" / "drafter.toml", 'templates = "../office"\n')
    write(here / "meetings" / "m.yaml")
    return here / "meetings"


@pytest.mark.slow
def test_templates_elsewhere_are_asked_for(meetings: Path) -> None:
    told = run_apart("build", "meetings/m.yaml")

    assert (2, True) == (told.returncode, "error[T105]" in told.stderr and "--trust" in told.stderr)
    assert not (meetings / "m.docx").exists()


@pytest.mark.slow
def test_they_are_asked_for_once(meetings: Path) -> None:
    assert 0 == run_apart("build", "meetings/m.yaml", "--trust").returncode
    assert 0 == run_apart("build", "meetings/m.yaml").returncode


def test_other_templates_are_asked_for_again(meetings: Path, here: Path) -> None:
    run_apart("build", "meetings/m.yaml", "--trust")
    write(here / "other" / "shared" / "opening.xml.j2", WORDS)
    write(meetings / "drafter.toml", 'templates = ["../office", "../other"]\n')

    assert 2 == run_apart("build", "meetings/m.yaml").returncode


@pytest.mark.parametrize("name", ["/", "..", "link"])
def test_no_way_leads_around_it(meetings: Path, name: str) -> None:
    if sys.platform != "win32":
        (meetings / "link").symlink_to("/")
    write(meetings / "drafter.toml", f'templates = ["{name}"]\n')

    assert 2 == run_apart("build", "meetings/m.yaml").returncode


def test_templates_in_its_own_folder_need_no_word(meetings: Path) -> None:
    write(meetings / "office" / "shared" / "opening.xml.j2", WORDS)
    write(meetings / "drafter.toml", 'templates = "office"\n')

    assert 0 == run_apart("build", "meetings/m.yaml").returncode


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root gives a file away")
def test_a_file_of_another_user_is_asked_for(meetings: Path) -> None:
    write(meetings / "office" / "shared" / "opening.xml.j2", WORDS)
    os.chown(write(meetings / "drafter.toml", 'templates = "office"\n'), 12345, 12345)

    assert 2 == run_apart("build", "meetings/m.yaml").returncode
