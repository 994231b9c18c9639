"""The program: ``drafter``, or ``python -m drafter``."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

# What a shell expects of a program that was interrupted.
INTERRUPTED = 130
FAILED = 2


def main() -> None:
    """Run the command line. Neither an interrupt nor a full disk ends it in a traceback."""
    # Modules live to the end of the program, and a search for garbage in them costs a fifteenth of the
    # start-up time. A build of many files turns the collector on again.
    gc.disable()
    sys.unraisablehook = _end_if_interrupted
    try:
        _run()
    except KeyboardInterrupt:
        # While modules are imported; from then on typer answers it.
        sys.exit(INTERRUPTED)
    finally:
        # Nor does the interpreter search them once more when it ends, which costs a seventh of a build.
        gc.freeze()


def _end_if_interrupted(broken: sys.UnraisableHookArgs) -> None:
    """End the program at an interrupt that no code can catch: one within the machinery of imports."""
    if issubclass(broken.exc_type, KeyboardInterrupt):
        os._exit(INTERRUPTED)
    sys.__unraisablehook__(broken)


def choose_language(arguments: Sequence[str]) -> None:
    """Set the language that ``--lang`` asks for, before anything that has a text is imported."""
    for place, argument in enumerate(arguments):
        name, _equals, value = argument.partition("=")
        if name == "--lang":
            os.environ["LANGUAGE"] = value or next(iter(arguments[place + 1 :]), "")


def _run() -> None:
    if sys.argv[1:2] == ["page"]:
        choose_language(sys.argv[2:])
    from drafter.files.streams import StreamError, give_up, open_streams

    open_streams()
    try:
        try:
            from drafter.cli import app

            app(prog_name="drafter")
        finally:
            # Here a failure can still be told.
            sys.stdout.flush()
    except StreamError as broken:
        give_up(sys.stdout)  # type: ignore[arg-type]
        if not broken.is_closed:
            _tell(broken.error)
        sys.exit(FAILED)


def _tell(error: OSError) -> None:
    from drafter.files.disk import explain
    from drafter.i18n import _

    text = _("cannot print: {reason}").format(reason=explain(error)[0])
    print(f"{_('error')}: {text}", file=sys.stderr)


if __name__ == "__main__":
    main()
