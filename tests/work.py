"""How much work is done, told without a clock: a machine that is slow is no fault.

What is measured in seconds stands in ``python -m tests.benchmarks``.
"""

from __future__ import annotations

import faulthandler
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# What has not ended by then, in seconds, is taken for a loop without end, however slow the machine.
ENDLESS = 300


@contextmanager
def ending() -> Iterator[None]:
    """End the process, and tell where it is, if what is done here never ends."""
    faulthandler.dump_traceback_later(ENDLESS, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def calls_of(function: Callable[[], object]) -> int:
    """Return how many functions ``function`` calls, and these in turn: the same number each time."""
    count = 0

    def called(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        function()
    finally:
        sys.setprofile(before)
    return count
