"""The words of a long title are kept, and rjieba is not imported for them again."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest
import rjieba

from drafter.files.cache import keep
from drafter.speech import words
from drafter.speech.words import word_lengths

TEXT = "全市社会工作会议暨基层治理推进会"
LENGTHS = tuple(map(len, rjieba.cut(TEXT)))


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own, and a run that has not needed rjieba yet."""
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path))
    monkeypatch.delitem(sys.modules, "rjieba")
    return tmp_path


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin another run."""
    monkeypatch.delitem(sys.modules, "rjieba", raising=False)


def test_the_lengths_are_those_of_the_words() -> None:
    assert LENGTHS == word_lengths(TEXT)


def test_words_that_are_kept_import_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    word_lengths(TEXT)
    forget(monkeypatch)

    assert LENGTHS == word_lengths(TEXT)
    assert "rjieba" not in sys.modules


@pytest.mark.parametrize("content", [b"[]", b"{", b'{"a": "b"}'])
def test_what_is_kept_in_another_form_is_not_used(content: bytes, cache: Path) -> None:
    keep(f"words-{words._stamp()}", content)

    assert LENGTHS == word_lengths(TEXT)


def test_lengths_that_do_not_make_the_text_are_not_used(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    word_lengths(TEXT)
    forget(monkeypatch)
    name = f"words-{words._stamp()}"
    keep(name, msgspec.json.encode(dict.fromkeys(words._read(name), (1, 2))))

    assert LENGTHS == word_lengths(TEXT)


def test_only_the_latest_titles_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "MOST_KEPT", 2)
    for text in ("甲", "乙", "丙"):
        forget(monkeypatch)
        word_lengths(text)

    assert 2 == len(words._read(f"words-{words._stamp()}"))
