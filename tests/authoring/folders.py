"""Folders of templates, and what a check tells of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from drafts import templates

from drafter.authoring.check import Checked, check_templates
from drafter.diagnostics import Diagnostic
from drafter.library import builtin_library

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


def checked(folder: Path, files: Mapping[str, str], *kinds: str) -> Checked:
    """Return the check of a folder that holds ``files``, by name."""
    templates(folder, files)
    return check_templates(folder, kinds)


def faults(folder: Path, files: Mapping[str, str], *kinds: str) -> tuple[Diagnostic, ...]:
    """Return the faults of a folder that holds ``files``, by name."""
    return checked(folder, files, *kinds).faults


def speech_faults(folder: Path, body: str, **files: str) -> list[str]:
    """Return what is told of the small kind whose opening says ``body``: message and remedy, a line each."""
    speech = f"<speech><title>甲</title><opening>{body}</opening></speech>"
    found = faults(folder, short_kind(speech=speech, **files))
    templates_only = (fault for fault in found if fault.code.startswith("J"))
    return [f"{fault.message}; {fault.remedy}".removesuffix("; ") for fault in templates_only]


def shipped(name: str) -> str:
    """Return the text of a shipped file."""
    path = builtin_library().find(name)
    assert path is not None, name
    return path.read_text(encoding="utf-8")
