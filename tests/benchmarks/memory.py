"""Whether memory stays flat over many documents, measured in a process of its own."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from pathlib import Path

import drafter

from .rows import Row
from .samples import EXAMPLE, ROOT, document_of, name_of, renamed

# What an allocator may take more without anything being kept.
SLACK_MB = 1.0


def resident() -> float:
    """Return the memory this process holds now, in MB; the most it ever held where no system tells."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        import resource

        return int(statm.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 2**20
    if sys.platform == "win32":
        raise RuntimeError("memory is not measured on Windows")
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def any_name_of(number: int) -> str:
    """Return a meeting's name like no other; each tenth makes a title that has to be broken."""
    name = name_of(number)
    return f"{name}暨基层治理和服务群众重点任务推进会" if number % 10 == 0 else name


def main() -> None:
    """Make documents and print the memory in use after the first and the last of them: ``FIRST LAST``."""
    first, last = map(int, sys.argv[1:])
    parameters = drafter.load(EXAMPLE)
    held = {}
    for number in range(1, last + 1):
        document_of(renamed(parameters, any_name_of(number)))
        if number in (first, last):
            gc.collect()
            held[number] = resident()
    print(json.dumps([held[first], held[last]]))


def flat_memory(first: int, last: int) -> list[Row]:
    """Measure how much more memory ``last`` documents take than ``first``."""
    done = subprocess.run(
        [sys.executable, "-m", __name__, str(first), str(last)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    before, after = json.loads(done.stdout)
    return [
        Row(
            f"5 memory, {last} documents against {first}",
            after - before,
            "MB more",
            SLACK_MB,
            at_most=True,
            detail=f"{before:.1f} MB, then {after:.1f} MB",
        )
    ]


if __name__ == "__main__":
    main()
