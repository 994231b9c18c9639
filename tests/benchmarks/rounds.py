"""Contenders timed in turns, so that a noisy machine is noisy for all of them alike."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter

Task = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as long one contender takes as another: by the medians, and round by round."""

    of_medians: float
    quartiles: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Times:
    """The seconds of each contender in each round."""

    seconds: Mapping[str, list[float]]

    def median(self, name: str) -> float:
        """Return the median of a contender's rounds."""
        return median(self.seconds[name])

    def ratio(self, slow: str, fast: str) -> Ratio:
        """Return how many times as long ``slow`` takes as ``fast``."""
        pairs = zip(self.seconds[slow], self.seconds[fast], strict=True)
        low, _middle, high = quantiles((one / other for one, other in pairs), n=4)
        return Ratio(self.median(slow) / self.median(fast), (low, high))

    def told(self, *names: str) -> str:
        """Return the medians of ``names`` in milliseconds, for this run alone."""
        return ", ".join(f"{name} {self.median(name) * 1000:.3g} ms" for name in names)


def take_turns(tasks: Mapping[str, Task], rounds: int, batches: Mapping[str, int] | None = None) -> Times:
    """Time each of ``tasks`` once a round, after a first run that does not count.

    ``batches`` says how often a task runs for one sample (1 unless told), so that samples
    of quick and slow ones last alike; what is kept is the time of one run.
    """
    names = list(tasks)
    for name in names:
        tasks[name]()
    seconds: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        # Each goes first in its turn.
        start = number % len(names)
        for name in (*names[start:], *names[:start]):
            seconds[name].append(_sample(tasks[name], (batches or {}).get(name, 1)))
    return Times(seconds)


def _sample(task: Task, batch: int) -> float:
    # What another contender left behind is not this one's to clear away.
    gc.collect()
    begun = perf_counter()
    for _ in range(batch):
        task()
    return (perf_counter() - begun) / batch
