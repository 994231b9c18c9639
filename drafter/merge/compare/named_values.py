"""Values named without list indexes, so that a figure is compared with itself wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from drafter.docx.content_controls import label_of
from drafter.merge.compare.clauses import Exchange
from drafter.merge.compare.sections import Section
from drafter.merge.paragraphs import cut_spans, placed
from drafter.merge.report import Changed
from drafter.models.parameters import Parameters
from drafter.models.paths import Step, key_of, steps_of
from drafter.speech.figures import unbreakable_pattern
from drafter.speech.spans import SpanKind, TextSpan, text_of

# The fields of a figure that are shown as one: 35 and 个.
_AMOUNT = ("value", "unit")
_FIGURE = unbreakable_pattern(())


class Names:
    """The names of the values of one draft; ``given`` are its parameters, where these are known."""

    def __init__(self, given: Parameters | None) -> None:
        self._given = given

    def __call__(self, path: str) -> str:
        """Return the name of a value: its path without list indexes; a figure's has the figure's name."""
        keys = [str(step) for step in steps_of(key_of(path)) if isinstance(step, str)]
        figure = self.figure(path)
        # A figure and a target may have the same name; the name of their list distinguishes them.
        return f"{keys[-2]} {figure}.{keys[-1]}" if figure else ".".join(keys)

    def figure(self, path: str) -> str:
        """Return the name of the figure or target to which a value belongs, "" for another value."""
        steps = steps_of(path)
        if len(steps) < 3 or steps[-3] not in ("figures", "targets") or not isinstance(steps[-2], int):
            return ""
        name = _value_at(self._given, (*steps[:-1], "name"))
        return str(name or "")


class ChangedValues:
    """The values that changed, each once with all its places."""

    def __init__(self, old: Names, new: Names) -> None:
        self._old, self._new = old, new
        self._found: dict[tuple[str, str, str], Changed] = {}

    @property
    def changed(self) -> list[Changed]:
        """The values that changed, in the order in which they were found."""
        return list(self._found.values())

    def add(self, exchange: Exchange, place: str) -> None:
        """Add a value that changed at ``place``."""
        path = exchange.span.path if exchange.span is not None else ""
        label, old, new = self._label(exchange), exchange.old, exchange.new
        known = (key for key in self._found if key[1:] == (old, new))
        same = [key for key in known if key[0] == label or (not path and self._found[key].path)]
        key = same[0] if same else (label, old, new)
        before = self._found.get(key)
        places = tuple(dict.fromkeys([*(before.places if before else ()), place]))
        self._found[key] = Changed(before.path if before else path, key[0], old, new, places)

    def add_figures(self, old: Iterable[Section], new: Iterable[Section]) -> None:
        """Add the figures that stand in different clauses, where each draft has one number of a name."""
        before, after = self._figures(old, self._old), self._figures(new, self._new)
        for name in [name for name in after if name in before]:
            texts = {span.text for _place, span in before[name]}
            others = {span.text for _place, span in after[name]}
            if len(texts) == len(others) == 1 and texts != others:
                (was,), (now,) = texts, others
                for place, span in after[name]:
                    self.add(Exchange(was, now, "", span), place)

    def _figures(self, sections: Iterable[Section], name: Names) -> dict[str, list[tuple[str, TextSpan]]]:
        found: dict[str, list[tuple[str, TextSpan]]] = {}
        for section in sections:
            for span in (one for paragraph in section.paragraphs for one in with_amounts(paragraph)):
                if span.kind is SpanKind.VALUE and name.figure(span.path):
                    found.setdefault(name(span.path), []).append((section.place, span))
        return found

    def _label(self, exchange: Exchange) -> str:
        span = exchange.span
        if span is None:
            return exchange.clause
        figure = self._new.figure(span.path) or self._old.figure(span.path)
        label = span.label or label_of(span.path)
        last = span.path.rpartition(".")[2]
        if not figure or last == "name":
            return label
        return figure if last in _AMOUNT else f"{figure}·{label}"


def with_amounts(spans: Sequence[TextSpan]) -> list[TextSpan]:
    """Return ``spans`` with each figure's number and its unit as one span: 35个, 1200余起."""
    found: list[TextSpan] = []
    reached = 0
    text = text_of(list(spans))
    for index, (span, place, end) in enumerate(placed(spans)):
        if _is_number(span) and place >= reached:
            amount = _FIGURE.match(text, place)
            after = spans[index + 1] if index + 1 < len(spans) else None
            is_unit = after is not None and after.path == span.path.removesuffix("value") + "unit"
            last = end + len(after.text) if after is not None and is_unit else amount.end() if amount else end
            found += [*cut_spans(spans, reached, place), replace(span, text=text[place : max(last, end)])]
            reached = max(last, end)
    return [*found, *cut_spans(spans, reached, len(text))]


def _is_number(span: TextSpan) -> bool:
    above, _dot, last = span.path.rpartition(".")
    return span.kind is SpanKind.VALUE and last == "value" and bool(above)


def _value_at(given: Any, steps: Iterable[Step]) -> Any:
    """Return the value at ``steps`` in the parameters, None without one."""
    value = given
    for step in steps:
        if isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        else:
            value = getattr(value, step, None)
    return value
