"""Files kept from one run to the next: a help, never a need, never a danger."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from drafter.files.cache import cache_folder, keep, read_kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    path = tmp_path / "cache"
    monkeypatch.setenv("DRAFTER_CACHE", str(path))
    return path


def test_what_was_kept_is_read_again(folder: Path) -> None:
    keep("name", b"content")

    assert b"content" == read_kept("name")


def test_what_was_not_kept_is_nothing(folder: Path) -> None:
    assert read_kept("name") is None


@pytest.mark.parametrize("damage", [b"", b"content", b"x" * 40])
def test_what_is_damaged_is_nothing(folder: Path, damage: bytes) -> None:
    keep("name", b"content")
    (folder / "name").write_bytes(damage)

    assert read_kept("name") is None


def test_what_was_kept_for_something_else_is_nothing(folder: Path) -> None:
    keep("name", b"content")
    (folder / "name").rename(folder / "other")

    assert read_kept("other") is None


def test_nothing_unfinished_is_left(folder: Path) -> None:
    keep("name", b"content")

    assert ["name"] == [path.name for path in folder.iterdir()]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_folder_that_others_may_write_to_is_not_used(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)

    assert cache_folder() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_folder_is_the_users_alone(folder: Path) -> None:
    cache_folder()

    assert 0o700 == folder.stat().st_mode & 0o777


def test_without_a_folder_nothing_is_kept_and_nothing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path / "file"))

    keep("name", b"content")

    assert read_kept("name") is None
