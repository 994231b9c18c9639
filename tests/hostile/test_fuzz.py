"""Two minutes of mutated input with a fixed seed: no traceback, no hang, no memory without end."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

# In CI the two minutes; elsewhere enough to see that it runs.
SECONDS = 120 if os.environ.get("CI") else 20


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a process of its own is forked")
def test_mutated_input_is_told_or_read() -> None:
    fuzz = [sys.executable, "-m", "tests.hostile.fuzz"]
    # How fast a case is, a benchmark tells; here only what never ends counts.
    command = [*fuzz, "--seconds", str(SECONDS), "--seed", "1", "--patience", "10"]

    told = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    assert 0 == told.returncode, told.stdout + told.stderr
