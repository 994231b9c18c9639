"""The cache is a help and never a danger; and no work is lost where Python skips assertions."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import drafter
from drafter.files import cache
from drafter.library import builtin_library
from tests.cli.running import run_apart, write

PACKAGE = Path(drafter.__file__).parent


@pytest.mark.slow
@pytest.mark.parametrize(
    "content", [b"", b"x", b"{}\n", b"[1, 2, 3]\n", b'["a", "b", [["n", 1, 2, 3]]]', b'["a", "b", 1]\n', None]
)
def test_an_entry_of_right_digest_and_wrong_content_is_made_anew(
    here: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    monkeypatch.setenv("DRAFTER_CACHE", str(here / "cache"))
    write(here / "m.yaml")
    run_apart("build", "m.yaml", "-o", "first.docx")
    for entry in (here / "cache").iterdir():
        kept = cache.read_kept(entry.name) or b""
        cache.keep(entry.name, kept[: len(kept) // 2] if content is None else content)

    told = run_apart("build", "m.yaml", "-o", "second.docx")

    assert (0, "") == (told.returncode, told.stderr)
    assert (here / "first.docx").read_bytes() == (here / "second.docx").read_bytes()


@pytest.mark.slow
def test_without_assertions_the_same_bytes_are_written(here: Path) -> None:
    write(here / "m.yaml", builtin_library().sample("deployment"))
    for name, flags in (("with", ()), ("without", ("-O",))):
        environment = {**os.environ, "DRAFTER_CACHE": str(here / name)}
        command = [sys.executable, *flags, "-m", "drafter", "build", "m.yaml", "--to", "docx,md", "-o", name]
        subprocess.run(command, env=environment, check=True, capture_output=True)

    assert (here / "with" / "m.docx").read_bytes() == (here / "without" / "m.docx").read_bytes()
    assert (here / "with" / "m.md").read_bytes() == (here / "without" / "m.md").read_bytes()


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_no_assertion_does_any_work(path: Path) -> None:
    tests = [node.test for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Assert)]

    for test in tests:
        assert isinstance(test, ast.Compare) and ast.unparse(test).endswith(" is not None")
        assert not any(isinstance(node, ast.Call | ast.NamedExpr) for node in ast.walk(test))
