"""What programs and assistants read, the pages name: keys of JSON, tools, their arguments, their errors."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import fields

from drafter.agents import errors
from drafter.agents.arguments import schema_of
from drafter.agents.tools import TOOLS, Tool
from drafter.errors import Diagnostic, Span
from drafter.merge.follow import Followed
from drafter.merge.report import (
    Changed,
    Comparison,
    Conflict,
    Divided,
    Findings,
    MovedText,
    Note,
    ParagraphChange,
    Point,
    Reworded,
)
from drafter.speech.summary import OpenBlank, Share, Summary
from drafter.templating.compose.composition import Wish
from drafter.templating.facts_report import Explained, FactsReport, Figure, Unsaid
from drafter.templating.new_report import NewReport, Read
from drafter.writers.build import Report
from drafter.writers.stale import Stale

from .pages import ROOT, text_of
from .test_names import is_named

MODELS = [Read, OpenBlank, Share, Summary, FactsReport, Unsaid, Figure, Explained, Wish, Stale]
MODELS += [Findings, Changed, Reworded, Conflict, Divided, ParagraphChange, Note]
MODELS += [Comparison, Point, MovedText]
REPORTS = [
    NewReport("", "").as_json(),
    Report(ROOT).as_json(),
    Followed(ROOT, ROOT).as_json(),
    Diagnostic("", "", Span("")).as_json(),
]
KEYS = {field.encode_name for model in MODELS for field in fields(model)}
KEYS |= {key for report in REPORTS for key in report} | {"output", "changes", "refused"}


@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_key_of_the_json_is_told(key: str) -> None:
    assert is_named(key, "docs/json.md")


@pytest.mark.parametrize("tool", TOOLS.values(), ids=lambda tool: tool.name)
def test_every_tool_has_its_row_with_its_arguments(tool: Tool) -> None:
    (row,) = re.findall(rf"^\| `{tool.name}` \|.*", text_of("docs/agents.md"), re.MULTILINE)

    assert list(schema_of(tool.arguments)["properties"]) == re.findall("`(\\w+)`", row)[1:]


@pytest.mark.parametrize("code", re.findall(r"^(A\d+)", errors.__doc__ or "", re.MULTILINE))
def test_every_error_of_a_tool_has_its_row(code: str) -> None:
    assert f"| `{code}` |" in text_of("docs/agents.md")
