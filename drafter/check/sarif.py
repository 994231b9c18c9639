"""Findings as SARIF 2.1.0, which code hosts and editors show at their places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import drafter
from drafter.check.files import CheckReport
from drafter.check.finding import Severity
from drafter.check.located import Located
from drafter.check.manuscript import Medium
from drafter.check.registry import all_rules
from drafter.check.rule import Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# 3.27.10: the levels of results.
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def sarif(reports: Iterable[CheckReport]) -> dict[str, Any]:
    """Return the log of one run over all ``reports``, as plain values."""
    found = [one for report in reports for one in report.findings]
    codes = sorted({one.finding.code for one in found})
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(codes)},
                # 3.14.17: columns count characters, not units of UTF-16.
                "columnKind": "unicodeCodePoints",
                "results": [_result(one, codes) for one in found],
            }
        ],
    }


def _driver(codes: Sequence[str]) -> dict[str, Any]:
    rules = all_rules()
    described = [_rule(rules[code]) if code in rules else {"id": code} for code in codes]
    return {"name": "drafter", "version": drafter.__version__, "rules": described}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why}\n✗ {rule.bad}\n✓ {rule.good}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"basis": rule.basis.value, "clause": rule.clause},
    }


def _result(one: Located, codes: Sequence[str]) -> dict[str, Any]:
    finding = one.finding
    text = finding.message.told()
    if finding.remedy:
        text += f"\n{finding.remedy.told()}"
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [_location(one)],
    }


def _location(one: Located) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(one.span.file)}}
    if one.medium is not Medium.DOCX and not one.is_drafted:
        start = one.span.column
        physical["region"] = {
            "startLine": one.span.line,
            "startColumn": start,
            "endColumn": start + one.span.length,
            "snippet": {"text": one.words},
        }
        return {"physicalLocation": physical}
    # A document has no lines: the place is told by words.
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"name": one.words, "fullyQualifiedName": one.place}],
    }


def _uri(file: str) -> str:
    """Return the reference to a file: relative ones stay relative (3.4.3)."""
    from urllib.parse import quote

    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
