"""A Speech becomes a file."""

from __future__ import annotations

from pathlib import Path

from drafter.library import Library, builtin_library
from drafter.output import write_file
from drafter.speech import Speech
from drafter.writers import writer_of


def write(
    speech: Speech,
    path: str | Path,
    *,
    library: Library | None = None,
    notes: bool = True,
    force: bool = False,
) -> Path | None:
    """Write ``speech`` to ``path``, in the format its suffix names and the layout the speech asks for.

    Returns the copy kept of what stood there (only with ``force``), None without one. Raises
    UnknownNameError for a format or layout that there is not, OverwriteError where a
    person's work stands at ``path``, OutputError where nothing can be written.
    """
    path = Path(path)
    writer = writer_of(path.suffix.lstrip(".").lower())
    layout = (library or builtin_library()).layout(speech.layout)
    return write_file(path, writer(speech, layout, notes=notes), force=force)
