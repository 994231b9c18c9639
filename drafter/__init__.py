"""drafter: from a meeting's YAML to an editable Word speech.

parameters = drafter.load("meeting.yaml")
speech = drafter.draft(parameters)
drafter.write(speech, "speech.docx")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.build import Options, Report, run_jobs
    from drafter.drafting import draft, draft_papers
    from drafter.errors import (
        DrafterError,
        InputError,
        OutputError,
        OverwriteError,
        ParameterError,
        ReadError,
        TemplateError,
        UnknownNameError,
    )
    from drafter.library import Library
    from drafter.loading.load import load
    from drafter.outlining import outline_of
    from drafter.parameters import Parameters
    from drafter.planning import Job, plan_jobs
    from drafter.schema import json_schema
    from drafter.settings import library_for
    from drafter.speech import Speech
    from drafter.starting import starting_yaml
    from drafter.summary import Summary, summarize
    from drafter.syncing.decisions import Choices
    from drafter.syncing.pulling import Pull, pull_document
    from drafter.syncing.reading import read_values
    from drafter.syncing.report import Findings
    from drafter.syncing.updating import Update, update_document
    from drafter.writing import write

__version__ = "0.1.0"

# Where each public name lives. It is imported when it is asked for: `drafter --help` pays for none.
_HOMES = {
    "Choices": "drafter.syncing.decisions",
    "DrafterError": "drafter.errors",
    "Findings": "drafter.syncing.report",
    "InputError": "drafter.errors",
    "Job": "drafter.planning",
    "Library": "drafter.library",
    "Options": "drafter.build",
    "OutputError": "drafter.errors",
    "OverwriteError": "drafter.errors",
    "ParameterError": "drafter.errors",
    "Parameters": "drafter.parameters",
    "Pull": "drafter.syncing.pulling",
    "ReadError": "drafter.errors",
    "Report": "drafter.build",
    "Speech": "drafter.speech",
    "Summary": "drafter.summary",
    "TemplateError": "drafter.errors",
    "UnknownNameError": "drafter.errors",
    "Update": "drafter.syncing.updating",
    "draft": "drafter.drafting",
    "draft_papers": "drafter.drafting",
    "json_schema": "drafter.schema",
    "library_for": "drafter.settings",
    "load": "drafter.loading.load",
    "outline_of": "drafter.outlining",
    "plan_jobs": "drafter.planning",
    "pull_document": "drafter.syncing.pulling",
    "read_values": "drafter.syncing.reading",
    "run_jobs": "drafter.build",
    "starting_yaml": "drafter.starting",
    "summarize": "drafter.summary",
    "update_document": "drafter.syncing.updating",
    "write": "drafter.writing",
}

__all__ = [
    "Choices",
    "DrafterError",
    "Findings",
    "InputError",
    "Job",
    "Library",
    "Options",
    "OutputError",
    "OverwriteError",
    "ParameterError",
    "Parameters",
    "Pull",
    "ReadError",
    "Report",
    "Speech",
    "Summary",
    "TemplateError",
    "UnknownNameError",
    "Update",
    "draft",
    "draft_papers",
    "json_schema",
    "library_for",
    "load",
    "outline_of",
    "plan_jobs",
    "pull_document",
    "read_values",
    "run_jobs",
    "starting_yaml",
    "summarize",
    "update_document",
    "write",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # Kept, so that it is looked up only once.
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value
