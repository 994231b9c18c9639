"""Points of one part of a draft that have the same heading from a template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from drafter.errors import Diagnostic, Span, TemplateError
from drafter.i18n import _
from drafter.speech.tree import Inlines, Point, Speech, Text, plain_text
from drafter.templating.environment import text_of_template


def same_headings(speech: Speech, files: Iterable[Path]) -> Iterator[Diagnostic]:
    """Yield a fault for each heading of ``files`` that two points of one part of ``speech`` have."""
    repeated = [heading for part in speech.parts for heading in _repeated(part.points)]
    sources = [(path, _lines(path)) for path in files] if repeated else []
    for heading in repeated:
        span = _span_of(heading, sources)
        if span is not None:
            message = _("two points of one part have the heading “{heading}”")
            remedy = _("give each a heading of its own; `slot others` serves several points")
            yield Diagnostic("J106", message.format(heading=plain_text(heading)), span, remedy)


def _repeated(points: Sequence[Point]) -> Iterator[Inlines]:
    seen: set[str] = set()
    for point in points:
        words = plain_text(point.heading).strip()
        if words and words in seen:
            yield point.heading
        seen.add(words)
        yield from _repeated(point.points)


def _span_of(heading: Inlines, sources: Sequence[tuple[Path, list[str]]]) -> Span | None:
    """Return the last place where a template has the words of a heading; None where values gave them."""
    words = max((inline.text.strip() for inline in heading if isinstance(inline, Text)), key=len, default="")
    places = [
        Span(str(path), number, line.index(words) + 1, len(words), line)
        for path, lines in sources
        for number, line in enumerate(lines, 1)
        if words and words in line
    ]
    return places[-1] if places else None


def _lines(path: Path) -> list[str]:
    try:
        return text_of_template(path).splitlines()
    except TemplateError:
        # The check of the template itself reports this.
        return []
