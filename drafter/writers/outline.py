"""The outline 提纲 of a speech, from its YAML or from a Word document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from drafter.i18n import _
from drafter.library import library_for, load
from drafter.speech.outline import OutlineLine, iter_outline
from drafter.templating.draft import draft


def outline_of(path: str | Path, templates: Sequence[Path] = ()) -> list[OutlineLine]:
    """Return the outline of the speech that the file at ``path``, YAML or .docx, holds or asks for.

    Raises ReadError where a document cannot be read, ParameterError and TemplateError as
    load and draft do.
    """
    path = Path(path)
    if path.suffix.lower() == ".docx":
        return _from_document(path)
    library = library_for(path, templates)
    return list(iter_outline(draft(load(path, library), library)))


def _from_document(path: Path) -> list[OutlineLine]:
    from drafter.docx.read.outline import read_outline
    from drafter.docx.untrusted import unreadable

    try:
        outline = read_outline(path.read_bytes())
    except OSError as error:
        raise unreadable(str(path), str(error.strerror), "") from None
    if outline is None:
        raise unreadable(str(path), _("it is no Word document, or a damaged one"))
    return outline
