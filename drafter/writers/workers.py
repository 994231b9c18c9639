"""Results in order, from several processes."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# So many items go to a process at a time, fewer where each process would get less than two such chunks.
CHUNK = 8
# So many chunks for each process are under way at once: enough to keep it busy, few enough for flat memory.
UNDER_WAY = 3


def results_in_order(
    function: Callable[[Item], Result], items: Sequence[Item], workers: int
) -> Iterator[Result | None]:
    """Yield what ``function``, which may have no side effects, returns for each of ``items``, in order.

    They are computed in as many processes as ``workers`` says. When one of these dies, what was under way
    is computed again, each item in a process of its own; the result of an item at which this process dies
    as well is None.
    """
    size = max(1, min(CHUNK, len(items) // (2 * workers)))
    chunks = deque(items[start : start + size] for start in range(0, len(items), size))
    while chunks:
        try:
            yield from _in_pool(function, chunks, workers)
        except BrokenProcessPool:
            for _number in range(min(len(chunks), workers * UNDER_WAY)):
                yield from (_alone(function, item) for item in chunks.popleft())


def _in_pool(
    function: Callable[[Item], Result], chunks: deque[Sequence[Item]], workers: int
) -> Iterator[Result]:
    """Yield the results of ``chunks``, and take each from these once its results are there."""
    pool = _pool(function, workers)
    try:
        waiting = iter(list(chunks))
        under_way: deque[Future[list[Result]]] = deque(
            pool.submit(_compute, chunk) for chunk in islice(waiting, workers * UNDER_WAY)
        )
        while under_way:
            results = under_way.popleft().result()
            under_way.extend(pool.submit(_compute, chunk) for chunk in islice(waiting, 1))
            chunks.popleft()
            yield from results
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(function: Callable[[Item], Result], item: Item) -> Result | None:
    with _pool(function, 1) as pool:
        try:
            results: list[Result] = pool.submit(_compute, [item]).result()
        except BrokenProcessPool:
            return None
        return results[0]


def _pool(function: Callable[[Any], Any], workers: int) -> ProcessPoolExecutor:
    # Spawned on each system alike: a fork copies the locks of threads, and Windows has none.
    return ProcessPoolExecutor(workers, get_context("spawn"), _start, (function,))


_function: Callable[[Any], Any]


def _start(function: Callable[[Any], Any]) -> None:
    """Keep ``function``, which may hold megabytes, in this process; the first one answers an interrupt."""
    global _function
    _function = function
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _compute(items: Sequence[Any]) -> list[Any]:
    return [_function(item) for item in items]
