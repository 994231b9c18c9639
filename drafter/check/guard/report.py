"""What the guard found in a text: the findings, and where each fact is said."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from drafter.check.finding import Finding


class Said(Struct, frozen=True):
    """A place at which a fact is said: line and characters from 0, and the words of the sentence."""

    line: int
    start: int
    end: int
    text: str


class FactRow(Struct, frozen=True):
    """One fact: its id, its words, the label of its type, and where it is said."""

    fact: str
    words: str
    type: str
    said: tuple[Said, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the row as plain values for programs, with line and column from 1."""
        places = [
            {"line": one.line + 1, "column": one.start + 1, "length": one.end - one.start, "text": one.text}
            for one in self.said
        ]
        return {"fact": self.fact, "words": self.words, "type": self.type, "said": places}


class GuardReport(Struct, frozen=True):
    """The findings of the guard in the order of the text, and the table of facts in that of the source."""

    findings: tuple[Finding, ...] = ()
    table: tuple[FactRow, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain values for programs."""
        return {
            "findings": [finding.as_json() for finding in self.findings],
            "facts": [row.as_json() for row in self.table],
        }
