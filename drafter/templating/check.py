"""A folder of templates, laid over those that ship: all that is wrong in it, and what its kinds come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from drafter.errors import Diagnostic, InputError, ParameterError, Span, UnknownNameError
from drafter.i18n import _
from drafter.library import Library, load
from drafter.models.meeting import Meeting
from drafter.models.parameters import Parameters
from drafter.speech.summary import Summary, summarize
from drafter.templating.draft import draft
from drafter.templating.folder import (
    SAMPLE,
    blank_faults,
    element_faults,
    files_in,
    follows_itself,
    shared_blank_faults,
    stray_files,
    use_faults,
    yaml_faults,
)
from drafter.templating.lint.parser import Trees
from drafter.templating.lint.reader import Reading, read_kind
from drafter.templating.markup.variants import DEPTHS


class CheckedKind(Struct, frozen=True):
    """A kind, and what its least and its full YAML come to; None where nothing came of one."""

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


class Checked(Struct, frozen=True):
    """What a check brought to light: the kinds that the folder has a say in, and every fault once."""

    kinds: tuple[CheckedKind, ...]
    faults: tuple[Diagnostic, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the check as plain values for programs."""
        return {
            "kinds": [kind.as_json() for kind in self.kinds],
            "faults": [fault.as_json() for fault in self.faults],
        }


def check_templates(folder: Path, kinds: Sequence[str] = ()) -> Checked:
    """Return what is wrong in ``folder``, and what comes of the kinds that it changes, or of ``kinds`` alone.

    Raises ParameterError where it is no folder of templates, UnknownNameError where there is no
    such kind.
    """
    library, names = Library([folder]), _names_in(folder)
    for kind in kinds:
        if kind not in library.kinds():
            raise UnknownNameError(_("kind"), kind, library.kinds())
    faults = [fault for name in names for fault in yaml_faults(folder, name, library)]
    readings = _readings(library, faults)
    faults += _strays(folder, names, readings, library)
    if _are_all_read(readings, library):
        faults += shared_blank_faults(library, readings, folder)
    checked = [
        _check_kind(kind, library, reading, folder, faults)
        for kind, reading in readings.items()
        if kind in kinds or (not kinds and _touches(names, kind, reading))
    ]
    return Checked(tuple(checked), tuple(_sorted(faults)))


def _strays(
    folder: Path, names: Sequence[str], readings: dict[str, Reading], library: Library
) -> Iterator[Diagnostic]:
    """Yield a fault for each file that nobody looks for.

    Of templates only where all of them could be read: else those that take them up may be at fault.
    """
    templates = {name for reading in readings.values() for name in reading.templates}
    are_read = _are_all_read(readings, library)
    for fault in stray_files(folder, names, templates, readings, library):
        if are_read or not fault.span.file.endswith(".j2"):
            yield fault


def _are_all_read(readings: dict[str, Reading], library: Library) -> bool:
    return list(readings) == library.kinds() and not any(reading.faults for reading in readings.values())


def _names_in(folder: Path) -> list[str]:
    if not folder.is_dir():
        message = _("there is no folder {path}").format(path=folder)
        raise ParameterError([Diagnostic("T103", message, Span(str(folder)))])
    names = files_in(folder)
    if not names:
        message = _("{path} holds no templates").format(path=folder)
        remedy = _("name the folder that holds `kinds`, `shared`, `phrases`, `layouts` or `topics`")
        raise ParameterError([Diagnostic("T104", message, Span(str(folder)), remedy)])
    return names


def _readings(library: Library, faults: list[Diagnostic]) -> dict[str, Reading]:
    """Return what the templates of each kind ask for; a kind that cannot be read is left out."""
    readings, trees = {}, Trees(library)
    for kind in library.kinds():
        try:
            if not follows_itself(kind, library):
                readings[kind] = read_kind(kind, library, trees)
        except InputError as error:
            faults += error.diagnostics
        except UnknownNameError:
            # It follows a kind that there is not: told where it says so.
            continue
    return readings


def _touches(names: Iterable[str], kind: str, reading: Reading) -> bool:
    """Tell whether files called ``names`` have a say in papers of ``kind``."""
    own = {f"kinds/{kind}/kind.yaml", f"kinds/{kind}/{SAMPLE}", *reading.templates}
    return any(name in own or name.startswith("phrases/") for name in names)


def _check_kind(
    kind: str, library: Library, reading: Reading, folder: Path, faults: list[Diagnostic]
) -> CheckedKind:
    """Return what comes of ``kind``; ``faults`` gets what is wrong with it."""
    found = [*reading.faults, *element_faults(reading, library)]
    faults += found
    faults += use_faults(kind, library, reading, folder)
    faults += blank_faults(kind, library, reading, folder)
    least, full = draft_least(kind, library), draft_full(kind, library)
    for drafted in (least, full):
        faults += _not_told(drafted, found)
    path = library.find(f"kinds/{kind}/kind.yaml")
    if full is None and path and path.is_relative_to(folder):
        faults.append(_no_sample(kind, path, folder))
    return CheckedKind(kind, library.kind(kind).name, least.summary, full.summary if full else None)


def _not_told(drafted: Drafted | None, told: Sequence[Diagnostic]) -> Iterable[Diagnostic]:
    """Return the faults of a draft without those that were told when its templates were read."""
    lines = {(fault.span.file, fault.span.line) for fault in told}
    messages = {(fault.span.file, fault.message) for fault in told}
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


# A choice has four options at most in the kinds that ship.
VARIATIONS = (1, 2, 3, 4)

# What the meeting of the least YAML is about: a field of work that its name tells.
WORK = "安全生产工作"


class Drafted(Struct, frozen=True):
    """A YAML as it was drafted: what came of it as it stands, or None; and all that was found wrong."""

    summary: Summary | None
    faults: tuple[Diagnostic, ...]


def draft_least(kind: str, library: Library) -> Drafted:
    """Return what comes of the least YAML of ``kind``: its name and that of the meeting."""
    meeting = Meeting(name=library.kind(kind).meeting_name(WORK))
    return _drafted(Parameters(kind=kind, meeting=meeting), library)


def draft_full(kind: str, library: Library) -> Drafted | None:
    """Return what comes of the kind's sample.yaml; None where it has none."""
    path = library.find(f"kinds/{kind}/{SAMPLE}")
    if path is None:
        return None
    try:
        return _drafted(load(path, library), library)
    except InputError as error:
        return Drafted(None, error.diagnostics)


def _drafted(parameters: Parameters, library: Library) -> Drafted:
    faults: dict[Diagnostic, None] = {}
    summary = None
    for each in _variants(parameters):
        try:
            speech = draft(each, library)
        except InputError as error:
            faults |= dict.fromkeys(error.diagnostics)
        else:
            if each is parameters:
                summary = summarize(speech, library.kind(parameters.kind), parameters.style)
    return Drafted(summary, tuple(faults))


def _variants(parameters: Parameters) -> Iterator[Parameters]:
    """Yield the parameters as they stand, and in every depth and variation."""
    yield parameters
    for depth, variation in product(DEPTHS, VARIATIONS):
        style = replace(parameters.style, depth=depth, variation=variation)
        yield replace(parameters, style=style)
