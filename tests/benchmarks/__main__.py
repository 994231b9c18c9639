"""``python -m tests.benchmarks [--quick] [--json]``: all measurements, in one run.

Ratios within one run are what counts: times on a shared machine are no promise.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from .batch import batches
from .checking import checking
from .cold import cold_build, cold_help
from .edited import edited_document
from .growth import larger_library
from .longer import longer_speeches
from .memory import flat_memory
from .page import changes
from .rows import Row, table
from .sheets import sheets
from .sizes import sizes
from .throughput import parameters_to_bytes, ten_times_the_text, yaml_to_file


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, 1,000 documents for memory")
    parser.add_argument("--json", action="store_true", help="print JSON, for programs")
    wanted = parser.parse_args()
    with _own_folders() as folder:
        rows = measure(folder, quick=wanted.quick)
    if wanted.json:
        print(json.dumps([row.as_json() for row in rows], ensure_ascii=False, indent=2))
    else:
        print(table(rows))


def measure(folder: Path, *, quick: bool) -> list[Row]:
    """Return all measurements; ``folder`` takes the files that are written."""
    rounds = 7 if quick else 31
    cold_rounds = 5 if quick else 21
    documents = 1_000 if quick else 10_000
    steps: dict[str, Callable[[], list[Row]]] = {
        "parameters to bytes": lambda: parameters_to_bytes(folder, rounds),
        "YAML file to .docx": lambda: yaml_to_file(folder, rounds),
        "cold build": lambda: cold_build(folder, cold_rounds),
        "ten times the text": lambda: ten_times_the_text(folder, rounds),
        "longer speeches": lambda: longer_speeches(folder, max(rounds // 4, 3)),
        "memory": lambda: flat_memory(documents // 10, documents),
        "batches": lambda: batches(folder, documents, max(rounds // 8, 3)),
        "cold help": lambda: cold_help(cold_rounds),
        "edited document": lambda: edited_document(folder, rounds),
        "checking": lambda: checking(folder, rounds, cold_rounds),
        "sheets": lambda: sheets(folder, rounds, cold_rounds),
        "larger library": lambda: larger_library(folder, rounds),
        "page": lambda: changes(folder, rounds),
        "sizes": sizes,
    }
    rows: list[Row] = []
    for name, step in steps.items():
        print(f"{name} ...", file=sys.stderr, flush=True)
        rows += step()
    return rows


@contextmanager
def _own_folders() -> Iterator[Path]:
    """Keep what is kept between runs apart from the user's own."""
    with tempfile.TemporaryDirectory(prefix="drafter-benchmarks-") as name:
        folder = Path(name)
        os.environ.update(DRAFTER_CACHE=str(folder / "cache"), DRAFTER_STATE=str(folder / "state"))
        yield folder


if __name__ == "__main__":
    main()
