"""From a meeting's YAML to an editable Word speech.

The public API in three lines::

    parameters = drafter.load("meeting.yaml")
    speech = drafter.draft(parameters)
    drafter.write(speech, "speech.docx")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.check.files import CheckReport, check_file, check_text
    from drafter.check.settings import Settings
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
    from drafter.library import Library, library_for, load
    from drafter.merge.decisions import Choices
    from drafter.merge.pull import Pull, pull_document, read_values
    from drafter.merge.report import Findings
    from drafter.merge.update import Update, update_document
    from drafter.models.parameters import Parameters
    from drafter.speech.summary import Summary, summarize
    from drafter.speech.tree import Speech
    from drafter.templating.draft import draft, draft_papers
    from drafter.templating.schema import json_schema
    from drafter.templating.starter import starting_yaml
    from drafter.writers.build import Job, Options, Report, outline_of, plan_jobs, run_jobs
    from drafter.writers.output import write

__version__ = "0.1.0"

# The module of each public name. Names are imported on first use, so that `drafter --help` loads none.
_HOMES = {
    "CheckReport": "drafter.check.files",
    "Choices": "drafter.merge.decisions",
    "DrafterError": "drafter.errors",
    "Findings": "drafter.merge.report",
    "InputError": "drafter.errors",
    "Job": "drafter.writers.build",
    "Library": "drafter.library",
    "Options": "drafter.writers.build",
    "OutputError": "drafter.errors",
    "OverwriteError": "drafter.errors",
    "ParameterError": "drafter.errors",
    "Parameters": "drafter.models.parameters",
    "Pull": "drafter.merge.pull",
    "ReadError": "drafter.errors",
    "Report": "drafter.writers.build",
    "Settings": "drafter.check.settings",
    "Speech": "drafter.speech.tree",
    "Summary": "drafter.speech.summary",
    "TemplateError": "drafter.errors",
    "UnknownNameError": "drafter.errors",
    "Update": "drafter.merge.update",
    "check_file": "drafter.check.files",
    "check_text": "drafter.check.files",
    "draft": "drafter.templating.draft",
    "draft_papers": "drafter.templating.draft",
    "json_schema": "drafter.templating.schema",
    "library_for": "drafter.library",
    "load": "drafter.library",
    "outline_of": "drafter.writers.build",
    "plan_jobs": "drafter.writers.build",
    "pull_document": "drafter.merge.pull",
    "read_values": "drafter.merge.pull",
    "run_jobs": "drafter.writers.build",
    "starting_yaml": "drafter.templating.starter",
    "summarize": "drafter.speech.summary",
    "update_document": "drafter.merge.update",
    "write": "drafter.writers.output",
}

__all__ = [
    "CheckReport",
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
    "Settings",
    "Speech",
    "Summary",
    "TemplateError",
    "UnknownNameError",
    "Update",
    "check_file",
    "check_text",
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
    # Set as a global, so that the name is looked up only once.
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value
