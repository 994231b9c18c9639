"""Commands of drafter, run one after the other in one process: a start costs more than a document.

The file is also the program of that process. It knows nothing of drafter but its command line, so that
it runs on any checkout.
"""

from __future__ import annotations

import gc
import importlib.util
import json
import os
import runpy
import subprocess
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

PRINTED = "printed"
ENGLISH, CHINESE = "C", "zh_CN"


class Command(NamedTuple):
    """What ``drafter`` is called with. What it prints is kept under ``printed/``, by ``name``."""

    name: str
    arguments: tuple[str, ...]


def start(
    checkout: Path, commands: Sequence[Command], folder: Path, language: str = ENGLISH
) -> subprocess.Popen[bytes]:
    """Start a process that runs ``commands`` in ``folder`` with the drafter of ``checkout``."""
    plan = folder / f"commands-{language}.json"
    plan.write_text(json.dumps(commands), encoding="utf-8")
    own = {
        "PYTHONPATH": str(checkout),
        "PYTHONIOENCODING": "utf-8",
        "DRAFTER_CACHE": str(folder.parent / f"{folder.name}-cache"),
        "DRAFTER_STATE": str(folder.parent / f"{folder.name}-state"),
        "LANGUAGE": language,
        "COLUMNS": "100",
        "TERM": "dumb",
    }
    # -P: what stands beside this file hides no module of drafter.
    program = [sys.executable, "-P", __file__, str(checkout), plan.name]
    return subprocess.Popen(program, cwd=folder, env=os.environ | own)


def finish(*processes: subprocess.Popen[bytes]) -> None:
    """Wait for ``processes``; raise CalledProcessError where one did not come to its end."""
    for process in processes:
        status = process.wait()
        if status:
            raise subprocess.CalledProcessError(status, process.args)


def printed_by(command: Command) -> str:
    """Return what ``command`` prints, on both streams, and its exit status."""
    printed = StringIO()
    sys.argv = ["drafter", *command.arguments]
    status: object = 0
    with redirect_stdout(printed), redirect_stderr(printed):
        try:
            runpy.run_module("drafter", run_name="__main__", alter_sys=True)
        except SystemExit as end:
            status = end.code or 0
        except Exception as error:
            status = f"{type(error).__name__}: {error}"
    return f"{printed.getvalue()}exit: {status}\n"


def main() -> None:
    """Run the commands in the file that the second argument names; the first is the checkout."""
    checkout, plan = Path(sys.argv[1]), Path(sys.argv[2])
    found = importlib.util.find_spec("drafter")
    if found is None or not found.origin or not Path(found.origin).is_relative_to(checkout):
        sys.exit(f"not the drafter of {checkout}: {found and found.origin}")
    for number, values in enumerate(json.loads(plan.read_text(encoding="utf-8"))):
        command = Command(*values)
        path = Path(PRINTED, f"{command.name}.txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(printed_by(command), encoding="utf-8")
        # A command collects no garbage: it expects to be the only one.
        if number % 50 == 0:
            gc.collect()


if __name__ == "__main__":
    main()
