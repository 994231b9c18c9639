"""Folders of templates, and the faults that a check finds in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from drafter.errors import Diagnostic
from drafter.library import builtin_library
from drafter.templating.check import CheckReport, check_templates
from drafter.templating.lint.kind import lint_kind
from drafter.templating.lint.uses import element_faults
from tests.drafts import templates

CLOSING = "shared/closing.xml.j2"
KIND = """\
name: 短会讲话
summary: 十分钟的会
meeting: 全市{subject}调度会
uses: []
"""
SPEECH = "<speech><title>{{ title or meeting.name }}</title><opening>{{ meeting.name }}</opening></speech>"
SAMPLE = "kind: short\nmeeting: {name: 全市防汛调度会}\n"


def short_kind(**files: str) -> dict[str, str]:
    """Return the files of a small kind called ``short``; ``kind``, ``speech``, ``sample`` in other words."""
    return {
        "kinds/short/kind.yaml": files.get("kind", KIND),
        "kinds/short/speech.xml.j2": files.get("speech", SPEECH),
        "kinds/short/sample.yaml": files.get("sample", SAMPLE),
    }


def checked(folder: Path, files: Mapping[str, str], *kinds: str) -> CheckReport:
    """Return the check of a folder that holds ``files``, by name."""
    templates(folder, files)
    return check_templates(folder, kinds)


def faults(folder: Path, files: Mapping[str, str], *kinds: str) -> tuple[Diagnostic, ...]:
    """Return the faults of a folder that holds ``files``, by name."""
    return checked(folder, files, *kinds).faults


def opening_faults(folder: Path, body: str) -> list[str]:
    """Return message and remedy of each fault in the small kind whose opening is ``body``."""
    speech = f"<speech><title>甲</title><opening>{body}</opening></speech>"
    library = templates(folder, short_kind(speech=speech))
    reading = lint_kind("short", library)
    found = [*reading.faults, *element_faults(reading, library)]
    return [f"{fault.message}; {fault.remedy}".removesuffix("; ") for fault in found]


def shipped(name: str) -> str:
    """Return the text of a shipped file."""
    path = builtin_library().find(name)
    assert path is not None, name
    return path.read_text(encoding="utf-8")
