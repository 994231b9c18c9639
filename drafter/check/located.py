"""A finding with its place in the file: line and column, or in a document the paragraph and heading above."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from drafter.check.finding import SEVERITIES, Finding
from drafter.check.ignored import Ignored
from drafter.check.manuscript import Anchor, Manuscript, Medium
from drafter.errors import Span, excerpt
from drafter.i18n import _
from drafter.yaml.source import Source

# So many words are shown where the place has no line to show.
_MOST_WORDS = 60


class Located(Struct, frozen=True):
    """A finding in the file ``span.file``.

    ``span`` has the line of a text; the paragraph of a document in its place; for what a template says, the
    line of the draft, with ``is_drafted``. ``above`` is the heading over it, ``words`` are what it is on.
    """

    finding: Finding
    span: Span
    medium: Medium
    above: str
    words: str
    is_drafted: bool = False

    @property
    def place(self) -> str:
        """Where the finding is, for a person."""
        file, line = self.span.file, self.span.line
        if self.medium is Medium.DOCX:
            text = (
                _("{file}, paragraph {number}")
                if not self.above
                else _("{file}, below {above}, paragraph {number}")
            )
            return text.format(file=file, number=line, above=self.above)
        if self.is_drafted:
            text = _("{file}, in the draft") if not self.above else _("{file}, in the draft below {above}")
            return text.format(file=file, above=self.above)
        return str(self.span)

    def concise(self) -> str:
        """Return one line: place, severity, code, message."""
        place = str(self.span) if self.medium is not Medium.YAML or not self.is_drafted else self.span.file
        severity = SEVERITIES[self.finding.severity]
        return f"{place}: {severity} {self.finding.code} {self.finding.message.told()}"

    def full(self) -> str:
        """Return the finding with the words it is on, a caret below them, and what to do."""
        finding = self.finding
        head = f"{SEVERITIES[finding.severity]}[{finding.code}]: {finding.message.told()}"
        lines = [head, *excerpt(self.span, self.place)]
        if finding.remedy:
            lines.append(f"  = {_('help')}: {finding.remedy.told()}")
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """Return the finding as plain values for programs; line and column are those of the file, from 1."""
        is_paragraph = self.medium is Medium.DOCX
        line = 0 if self.is_drafted else self.span.line
        return {
            **self.finding.as_json(),
            "file": self.span.file,
            "line": 0 if is_paragraph else line,
            "paragraph": line if is_paragraph else 0,
            "column": 0 if self.is_drafted else self.span.column,
            "length": self.span.length,
            "above": self.above,
            "words": self.words,
        }


class Locator:
    """Finds the places of findings in the file ``name``; ``source`` is the text of a YAML."""

    def __init__(self, manuscript: Manuscript, name: str, source: Source | None = None) -> None:
        self._manuscript = manuscript
        self._name = name
        self._source = source

    def locate(self, finding: Finding) -> Located:
        """Return ``finding`` with its place."""
        manuscript = self._manuscript
        line = manuscript.lines[finding.line]
        words = line.text[finding.start : finding.end]
        span = self._span(finding, line.place(finding.start), words)
        is_drafted = span is None
        if span is None:
            # What Word numbers, or a template says, is shown as it is read.
            span = self._nearest(finding) or Span(
                self._name, finding.line + 1, finding.start + 1, max(len(words), 1), line.text
            )
            is_drafted = manuscript.medium is Medium.YAML and span.source == line.text
        above = manuscript.heading_above(finding.line)
        return Located(finding, span, manuscript.medium, above, words[:_MOST_WORDS], is_drafted)

    def _nearest(self, finding: Finding) -> Span | None:
        """Return the first place in the file of what the finding is on, None where all of it has none."""
        line = self._manuscript.lines[finding.line]
        for anchor in line.anchors:
            if finding.start <= anchor.at < max(finding.end, finding.start + 1) and (
                anchor.number or anchor.path
            ):
                words = line.text[anchor.at : finding.end]
                return self._span(finding, line.place(anchor.at), words)
        return self._span_of_paragraph(finding)

    def _span_of_paragraph(self, finding: Finding) -> Span | None:
        """Return the start of the paragraph whose automatic number the finding is on."""
        line = self._manuscript.lines[finding.line]
        anchor = next((one for one in line.anchors if one.number), None)
        if anchor is None:
            return None
        return Span(self._name, anchor.number, 1, 1, self._manuscript.raw[anchor.number - 1])

    def _span(self, finding: Finding, place: Anchor | None, words: str) -> Span | None:
        if place is None:
            return None
        if place.path:
            return self._span_in_yaml(finding, place, words)
        source = self._manuscript.raw[place.number - 1]
        return Span(self._name, place.number, place.column + 1, max(len(words), 1), source)

    def _span_in_yaml(self, finding: Finding, place: Anchor, words: str) -> Span | None:
        from drafter.check.yaml_places import place_of_words

        if self._source is None:
            return None
        line = self._manuscript.lines[finding.line]
        at = place_of_words(self._source, place.path, line.text, place.at, words)
        if at is None:
            return None
        return self._source.span_at(at, max(len(words), 1))


def located(
    manuscript: Manuscript, findings: Iterable[Finding], name: str, source: Source | None = None
) -> list[Located]:
    """Return ``findings`` with their places, without those that remarks in the file switch off."""
    locator = Locator(manuscript, name, source)
    ignored = Ignored(source.lines if source else () if manuscript.medium is Medium.DOCX else manuscript.raw)
    return [one for one in map(locator.locate, findings) if not _is_ignored(one, ignored)]


def _is_ignored(one: Located, ignored: Ignored) -> bool:
    return ignored.covers(one.finding.code, 0 if one.is_drafted else one.span.line, one.words)
