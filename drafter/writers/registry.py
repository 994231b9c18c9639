"""The formats that a speech can be written in. A new one is a module of its own and a row here."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeAlias

from drafter.errors import UnknownNameError
from drafter.i18n import _

# Called with a speech, a layout, and whether notes are wanted; returns the bytes of the file.
Writer: TypeAlias = Callable[..., bytes]

# Module and function by suffix. They are imported on demand: plain text does not load python-docx.
WRITERS: dict[str, tuple[str, str]] = {
    "docx": ("drafter.docx.write.document", "write_docx"),
    "html": ("drafter.writers.html", "write_html"),
    "md": ("drafter.writers.markdown", "write_markdown"),
    "txt": ("drafter.writers.text", "write_text"),
}


def writer_of(name: str) -> Writer:
    """Return the writer of the format called ``name``; raise UnknownNameError if there is none."""
    if name not in WRITERS:
        raise UnknownNameError(_("format"), name, WRITERS)
    module, function = WRITERS[name]
    writer: Any = getattr(import_module(module), function)
    return writer  # type: ignore[no-any-return]
