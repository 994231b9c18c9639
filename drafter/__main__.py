"""The program: ``drafter``, or ``python -m drafter``."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line. Characters that the console cannot show are replaced."""
    # Modules live to the end of the program, and a search for garbage in them costs a fifteenth of the
    # start-up time. A build of many files turns the collector on again.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    from drafter.cli import app

    try:
        app(prog_name="drafter")
    finally:
        # Nor does the interpreter search them once more when it ends, which costs a seventh of a build.
        gc.freeze()


if __name__ == "__main__":
    main()
