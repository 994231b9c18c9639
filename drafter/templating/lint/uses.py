"""The parameters and blanks that a kind declares against those its templates use, and unknown elements."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from drafter.errors import Diagnostic
from drafter.i18n import _
from drafter.library import Library
from drafter.models.kind import Kind
from drafter.templating.lint.kind import LintResult
from drafter.templating.markup.grammar import VOCABULARY, near_element
from drafter.templating.source_map import tag_span
from drafter.yaml.load import Document
from drafter.yaml.source import read_source

MEETING = "meeting."


def use_faults(name: str, library: Library, result: LintResult, folder: Path) -> Iterator[Diagnostic]:
    """Yield a fault for each parameter that is declared and not used, or used and not declared.

    Faults are reported in files of ``folder``: in its own kind.yaml, or in its template of a built-in kind.
    """
    path = library.find(f"kinds/{name}/kind.yaml")
    assert path is not None, name
    kind = library.kind(name)
    if path.is_relative_to(folder):
        document = Document(read_source(path))
        yield from _unused(kind, result, document)
        yield from _undeclared(kind, result, document)
        return
    for use in result.uses:
        is_own = use.template.startswith(f"kinds/{name}/") and Path(use.span.file).is_relative_to(folder)
        if is_own and not _takes(kind, use.parameter):
            message = _("`uses` of the kind does not name `{name}`").format(name=use.parameter)
            remedy = _("copy its kind.yaml into your folder, and add it at `uses`")
            yield Diagnostic("K102", message, use.span, remedy)


def _unused(kind: Kind, result: LintResult, document: Document) -> Iterator[Diagnostic]:
    used = {use.parameter for use in result.uses}
    for index, parameter in enumerate(kind.uses):
        # A key of a value of unknown type may be a key of the meeting.
        if parameter not in used and parameter.removeprefix(MEETING) not in result.ambiguous:
            message = _("no template of this kind asks for `{name}`").format(name=parameter)
            remedy = _("delete it here, or ask for it in a template")
            yield Diagnostic("K101", message, document.span(("uses", index)), remedy)


def _undeclared(kind: Kind, result: LintResult, document: Document) -> Iterator[Diagnostic]:
    first = {use.parameter: use for use in reversed(result.uses) if not _takes(kind, use.parameter)}
    for parameter, use in sorted(first.items()):
        message = _("`uses` does not name `{name}`, which is asked for at {place}")
        message = message.format(name=parameter, place=use.span)
        line = ", ".join([*kind.uses, parameter])
        remedy = _("write {line}").format(line=f"`uses: [{line}]`")
        yield Diagnostic("K102", message, document.span(("uses",), at_key=True), remedy)


def _takes(kind: Kind, parameter: str) -> bool:
    if parameter.startswith(MEETING):
        return kind.takes("meeting", parameter.removeprefix(MEETING))
    return kind.takes(parameter)


def blank_faults(name: str, library: Library, result: LintResult, folder: Path) -> Iterator[Diagnostic]:
    """Yield a fault for each blank that a kind.yaml in ``folder`` declares and no template asks for."""
    kind, path = library.kind(name), library.find(f"kinds/{name}/kind.yaml")
    if path is not None and path.is_relative_to(folder) and result.blanks is not None:
        message = _("no template of this kind asks for the blank `{name}`")
        yield from _unused_blanks(kind.blanks, {*result.blanks, *_of_agenda(kind)}, path, message)


def shared_blank_faults(
    library: Library, results: dict[str, LintResult], folder: Path
) -> Iterator[Diagnostic]:
    """Yield a fault for each blank in the ``phrases/blanks.yaml`` of ``folder`` that no kind asks for.

    ``results`` are those of all kinds.
    """
    path = folder / "phrases/blanks.yaml"
    used = {name for kind in results for name in _of_agenda(library.kind(kind))}
    for result in results.values():
        used |= library.blanks.keys() if result.blanks is None else result.blanks
    if path == library.find("phrases/blanks.yaml"):
        yield from _unused_blanks(library.blanks, used, path, _("no template asks for the blank `{name}`"))


def _of_agenda(kind: Kind) -> set[str]:
    return {name for item in kind.agenda for name in item.blanks()}


def _unused_blanks(
    declared: Iterable[str], used: Collection[str], path: Path, message: str
) -> Iterator[Diagnostic]:
    document, remedy = Document(read_source(path)), _("delete it here, or ask for it in a template")
    for name in declared:
        if name not in used:
            span = document.span(("blanks", name), at_key=True)
            yield Diagnostic("K105", message.format(name=name), span, remedy)


# Elements that may stand anywhere, which the vocabulary does not list.
ANYWHERE = ("choice", "option", "when")


def element_faults(result: LintResult, library: Library) -> Iterator[Diagnostic]:
    """Yield a fault for each tag in the templates of a kind that is no element of speech markup."""
    known = [*VOCABULARY, *ANYWHERE]
    for tag, place in result.tags:
        if tag not in known:
            message = _("unknown element <{tag}>").format(tag=tag)
            yield Diagnostic("J201", message, tag_span(place, tag, library), near_element(tag, known))
