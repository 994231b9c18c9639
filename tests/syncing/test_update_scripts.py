"""Random edit scripts, then a random change of the YAML, then update."""

from __future__ import annotations

import os

from hypothesis import given, settings

from .checking import play
from .scripts import Script, scripts

SCRIPTS = int(os.environ.get("DRAFTER_SCRIPTS", "1000"))


@given(scripts())
@settings(max_examples=SCRIPTS)
def test_an_update_loses_nothing_and_leaves_nothing_behind(script: Script) -> None:
    play(script)
