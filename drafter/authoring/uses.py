"""The parameters that a kind.yaml declares, held against those that its templates ask for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drafter.diagnostics import Diagnostic
from drafter.i18n import _
from drafter.kinds import Kind
from drafter.library import Library
from drafter.loading.document import Document
from drafter.loading.source import read_source
from drafter.rendering.static import Reading

OF_MEETING = "meeting."


def use_faults(name: str, library: Library, reading: Reading, folder: Path) -> Iterator[Diagnostic]:
    """Yield a fault for each parameter that is declared and not used, or used and not declared.

    Told are those of ``folder``: its own kind.yaml, or a template in it of a kind that ships.
    """
    path = library.find(f"kinds/{name}/kind.yaml")
    assert path is not None, name
    kind = library.kind(name)
    if path.is_relative_to(folder):
        document = Document(read_source(path))
        yield from _unused(kind, reading, document)
        yield from _undeclared(kind, reading, document)
        return
    for use in reading.uses:
        is_own = use.template.startswith(f"kinds/{name}/") and Path(use.span.file).is_relative_to(folder)
        if is_own and not _takes(kind, use.parameter):
            message = _("`uses` of the kind does not name `{name}`").format(name=use.parameter)
            remedy = _("copy its kind.yaml into your folder, and add it at `uses`")
            yield Diagnostic("K102", message, use.span, remedy)


def _unused(kind: Kind, reading: Reading, document: Document) -> Iterator[Diagnostic]:
    used = {use.parameter for use in reading.uses}
    for index, parameter in enumerate(kind.uses):
        # What is asked of an unknown value may be asked of the meeting.
        if parameter not in used and parameter.removeprefix(OF_MEETING) not in reading.unsure:
            message = _("no template of this kind asks for `{name}`").format(name=parameter)
            remedy = _("delete it here, or ask for it in a template")
            yield Diagnostic("K101", message, document.span(("uses", index)), remedy)


def _undeclared(kind: Kind, reading: Reading, document: Document) -> Iterator[Diagnostic]:
    first = {use.parameter: use for use in reversed(reading.uses) if not _takes(kind, use.parameter)}
    for parameter, use in sorted(first.items()):
        message = _("`uses` does not name `{name}`, which is asked for at {place}")
        message = message.format(name=parameter, place=use.span)
        line = ", ".join([*kind.uses, parameter])
        remedy = _("write {line}").format(line=f"`uses: [{line}]`")
        yield Diagnostic("K102", message, document.span(("uses",), at_key=True), remedy)


def _takes(kind: Kind, parameter: str) -> bool:
    if parameter.startswith(OF_MEETING):
        return kind.takes("meeting", parameter.removeprefix(OF_MEETING))
    return kind.takes(parameter)
