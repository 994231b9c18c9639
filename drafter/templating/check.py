"""The check of a folder of templates together with the built-in ones: its faults, and drafts of its kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from drafter.errors import Diagnostic, InputError, ParameterError, Span, UnknownNameError
from drafter.files.disk import is_folder
from drafter.i18n import _
from drafter.library import Library, follows_itself, load
from drafter.models.meeting import Meeting
from drafter.models.parameters import Parameters
from drafter.speech.summary import Summary, summarize
from drafter.templating.draft import draft
from drafter.templating.lint.files import SAMPLE, files_in, links_out, stray_files, yaml_faults
from drafter.templating.lint.kind import LintResult, lint_kind
from drafter.templating.lint.options import half_changed_choices
from drafter.templating.lint.parser import TemplateParser
from drafter.templating.lint.same_headings import same_headings
from drafter.templating.lint.uses import blank_faults, element_faults, shared_blank_faults, use_faults
from drafter.templating.markup.variants import DEPTHS


class CheckedKind(Struct, frozen=True):
    """A kind, with summaries of its least and its full draft; None if a draft failed."""

    kind: str
    name: str
    least: Summary | None
    full: Summary | None

    def as_json(self) -> dict[str, Any]:
        """Return the kind as plain values for programs."""
        return {
            "id": self.kind,
            "name": self.name,
            "least": self.least.as_json() if self.least else None,
            "full": self.full.as_json() if self.full else None,
        }


class CheckReport(Struct, frozen=True):
    """The result of a check: the kinds that the folder changes, every fault once, and notes.

    A note tells what may be meant so.
    """

    kinds: tuple[CheckedKind, ...]
    faults: tuple[Diagnostic, ...]
    notes: tuple[Diagnostic, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the check as plain values for programs."""
        return {
            "kinds": [kind.as_json() for kind in self.kinds],
            "faults": [fault.as_json() for fault in self.faults],
            "notes": [note.as_json() for note in self.notes],
        }


def check_templates(folder: Path, kinds: Sequence[str] = ()) -> CheckReport:
    """Return the faults in ``folder``, and drafts of the kinds that it changes or of ``kinds`` only.

    Raises ParameterError if it is no folder of templates, UnknownNameError for an unknown kind.
    """
    library, names = Library([folder]), _names_in(folder)
    for kind in kinds:
        if kind not in library.kinds():
            raise UnknownNameError(_("kind"), kind, library.kinds())
    faults = [fault for name in names for fault in yaml_faults(folder, name, library)]
    faults += links_out(folder)
    results = _lint_results(library, faults)
    faults += _strays(folder, names, results, library)
    if _are_all_read(results, library):
        faults += shared_blank_faults(library, results, folder)
    checked = [
        _check_kind(kind, library, result, folder, faults)
        for kind, result in results.items()
        if kind in kinds or (not kinds and _touches(names, kind, result))
    ]
    # Points beyond the slots of a template share the heading of the last: that may be meant.
    notes = [fault for fault in faults if fault.code == "J106"]
    faults = [fault for fault in faults if fault.code != "J106"]
    notes += half_changed_choices(folder, names, library)
    return CheckReport(tuple(checked), tuple(_sorted(faults)), tuple(_sorted(notes)))


def _strays(
    folder: Path, names: Sequence[str], results: dict[str, LintResult], library: Library
) -> Iterator[Diagnostic]:
    """Yield a fault for each file that drafter never reads.

    Templates are only included if all kinds could be read; otherwise a faulty one may refer to them.
    """
    templates = {name for result in results.values() for name in result.templates}
    are_read = _are_all_read(results, library)
    for fault in stray_files(folder, names, templates, results, library):
        if are_read or not fault.span.file.endswith(".j2"):
            yield fault


def _are_all_read(results: dict[str, LintResult], library: Library) -> bool:
    return list(results) == library.kinds() and not any(result.faults for result in results.values())


def _names_in(folder: Path) -> list[str]:
    if not is_folder(folder):
        message = _("there is no folder {path}").format(path=folder)
        raise ParameterError([Diagnostic("T103", message, Span(str(folder)))])
    names = files_in(folder)
    if not names:
        message = _("{path} holds no templates").format(path=folder)
        remedy = _("name the folder that holds `kinds`, `shared`, `phrases`, `layouts` or `topics`")
        raise ParameterError([Diagnostic("T104", message, Span(str(folder)), remedy)])
    return names


def _lint_results(library: Library, faults: list[Diagnostic]) -> dict[str, LintResult]:
    """Return the lint result of each kind; for a kind that cannot be read, add to ``faults`` instead."""
    results, parser = {}, TemplateParser(library)
    for kind in library.kinds():
        try:
            if not follows_itself(kind, library):
                results[kind] = lint_kind(kind, library, parser)
        except InputError as error:
            faults += error.diagnostics
        except UnknownNameError:
            # It follows an unknown kind, which is a fault of its kind.yaml already.
            continue
    return results


def _touches(names: Iterable[str], kind: str, result: LintResult) -> bool:
    """Return whether files called ``names`` change papers of ``kind``."""
    own = {f"kinds/{kind}/kind.yaml", f"kinds/{kind}/{SAMPLE}", *result.templates}
    return any(name in own or name.startswith("phrases/") for name in names)


def _check_kind(
    kind: str, library: Library, result: LintResult, folder: Path, faults: list[Diagnostic]
) -> CheckedKind:
    """Return ``kind`` with its drafts, and add its faults to ``faults``."""
    found = [*result.faults, *element_faults(result, library)]
    own = [path for path in result.templates.values() if path.is_relative_to(folder)]
    least, full = draft_least(kind, library, own), draft_full(kind, library, own)
    for drafted in (least, full):
        found += _new_faults(drafted, list(found))
    faults += found
    # What a template that cannot be read asks for is not known.
    if not {fault.code for fault in found} & _UNREAD:
        faults += use_faults(kind, library, result, folder)
        faults += blank_faults(kind, library, result, folder)
    path = library.find(f"kinds/{kind}/kind.yaml")
    if full is None and path and path.is_relative_to(folder):
        faults.append(_no_sample(kind, path, folder))
    return CheckedKind(kind, library.kind(kind).name, least.summary, full.summary if full else None)


def _new_faults(drafted: Drafted | None, known: Sequence[Diagnostic]) -> Iterable[Diagnostic]:
    """Yield the faults of a draft that were not found in its templates already."""
    lines = {(fault.span.file, fault.span.line) for fault in known}
    messages = {(fault.span.file, fault.message) for fault in known}
    for fault in drafted.faults if drafted else ():
        is_same_line = fault.code.startswith("J10") and (fault.span.file, fault.span.line) in lines
        if not is_same_line and (fault.span.file, fault.message) not in messages:
            yield fault


def _no_sample(kind: str, path: Path, folder: Path) -> Diagnostic:
    sample = path.with_name(SAMPLE)
    command = f"drafter new {kind} --templates {folder} -o {sample}"
    message = _("the kind has no {file}: a YAML with every value filled in").format(file=SAMPLE)
    return Diagnostic("K103", message, Span(str(path)), _("write one: {command}").format(command=command))


def _sorted(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return each fault once, in the order of the files."""
    spans = {fault: fault.span for fault in faults}
    return sorted(spans, key=lambda fault: (spans[fault].file, spans[fault].line, spans[fault].column))


# The codes of faults that keep a template from being read to its end.
_UNREAD = {"J101", "J102"}

# A choice has at most four options in the built-in kinds.
VARIATIONS = (1, 2, 3, 4)

# The field of work in the name of the meeting of a least draft.
WORK = "安全生产工作"


class Drafted(Struct, frozen=True):
    """The drafts of a YAML: the summary of the draft as it stands, None if it failed, and all faults."""

    summary: Summary | None
    faults: tuple[Diagnostic, ...]


def draft_least(kind: str, library: Library, own: Sequence[Path] = ()) -> Drafted:
    """Return the drafts of the least YAML of ``kind``: only the kind and a meeting with its name.

    ``own`` are the templates whose headings are compared.
    """
    meeting = Meeting(name=library.kind(kind).meeting_name(WORK))
    return _drafted(Parameters(kind=kind, meeting=meeting), library, own)


def draft_full(kind: str, library: Library, own: Sequence[Path] = ()) -> Drafted | None:
    """Return the drafts of the kind's sample.yaml, None if it has none."""
    path = library.find(f"kinds/{kind}/{SAMPLE}")
    if path is None:
        return None
    try:
        return _drafted(load(path, library), library, own)
    except InputError as error:
        return Drafted(None, error.diagnostics)


def _drafted(parameters: Parameters, library: Library, own: Sequence[Path]) -> Drafted:
    faults: dict[Diagnostic, None] = {}
    summary = None
    for each in _variants(parameters):
        try:
            speech = draft(each, library)
        except InputError as error:
            faults |= dict.fromkeys(error.diagnostics)
        else:
            faults |= dict.fromkeys(same_headings(speech, own))
            if each is parameters:
                summary = summarize(speech, library.kind(parameters.kind), parameters.style)
    return Drafted(summary, tuple(faults))


def _variants(parameters: Parameters) -> Iterator[Parameters]:
    """Yield the parameters as they stand, then in every depth and variation."""
    yield parameters
    for depth, variation in product(DEPTHS, VARIATIONS):
        style = replace(parameters.style, depth=depth, variation=variation)
        yield replace(parameters, style=style)
