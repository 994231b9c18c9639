"""All that the library can draft: the same bytes in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from drafter.library import builtin_library
from drafter.templating.starter import starting_yaml

from .documents import NAMES

LIBRARY = builtin_library()
LEAST = "kind: {kind}\nmeeting:\n  name: 全市安全生产工作会议\n"


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A YAML of everything there is."""
    folder = tmp_path_factory.mktemp("sources")
    texts = {f"{kind}-least": LEAST.format(kind=kind) for kind in LIBRARY.kinds()}
    texts |= {f"{kind}-sample": LIBRARY.sample(kind) for kind in LIBRARY.kinds()}
    texts |= {f"deployment-{name}": starting_yaml("deployment", LIBRARY, name) for name in LIBRARY.topics()}
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def digests(sources: Path, output: Path, **environment: str) -> dict[str, str]:
    """Return a digest of each document that a process of its own makes."""
    command = [sys.executable, "-m", "drafter", "build", str(sources), "-o", str(output), "--to", "docx,txt"]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | environment, timeout=300)
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in output.iterdir()}


@pytest.mark.slow
def test_two_processes_make_the_same_documents(sources: Path, tmp_path: Path) -> None:
    one = digests(sources, tmp_path / "one", PYTHONHASHSEED="1", TZ="UTC")
    other = digests(sources, tmp_path / "other", PYTHONHASHSEED="2", TZ="Asia/Shanghai")

    assert 2 * len(NAMES) == len(one)
    assert one == other
