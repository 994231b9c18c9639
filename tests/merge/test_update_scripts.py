"""Random edit scripts, then a random change of the YAML, then update."""

from __future__ import annotations

import pytest
from hypothesis import given, seed, settings

from tests.profiles import examples, is_random

from .checking import play
from .scripts import Script, scripts

SCRIPTS = 1000
# Tests of their own, so that all cores have some.
SHARES = 10


@pytest.mark.slow
@pytest.mark.hypothesis
@pytest.mark.parametrize("share", range(SHARES))
def test_an_update_loses_nothing_and_leaves_nothing_behind(share: int) -> None:
    @settings(max_examples=examples(SCRIPTS // SHARES))
    @given(scripts())
    def plays(script: Script) -> None:
        play(script)

    # Equal functions would take equal examples.
    (plays if is_random() else seed(share)(plays))()
