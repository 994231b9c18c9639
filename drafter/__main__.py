"""The program: ``drafter``, or ``python -m drafter``."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line; a sign that the console lacks never fails it."""
    # What a start imports lives to its end; to look through it for garbage again and again
    # costs a fifteenth of the time. A build of many files collects again.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    from drafter.cli import app

    app(prog_name="drafter")


if __name__ == "__main__":
    main()
