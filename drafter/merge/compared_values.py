"""What the values of two drafts are called, so that a figure is compared with itself wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from drafter.docx.content_controls import label_of
from drafter.merge.comparison import Section
from drafter.merge.matched import cut
from drafter.merge.report import Changed
from drafter.merge.words import Exchange
from drafter.models.parameters import Parameters
from drafter.models.paths import Step, key_of, steps_of
from drafter.speech.figures import unbreakable_pattern
from drafter.speech.spans import SpanKind, TextSpan, text_of

# A figure's number and its unit are told as one.
_AMOUNT = ("value", "unit")
_FIGURE = unbreakable_pattern(())


class Names:
    """What the values of one draft are called; ``given`` are its parameters, where these are known."""

    def __init__(self, given: Parameters | None) -> None:
        self._given = given

    def __call__(self, path: str) -> str:
        """Return the name of a value: its path without places in lists, a figure's with the figure's name."""
        words = [str(step) for step in steps_of(key_of(path)) if isinstance(step, str)]
        figure = self.figure(path)
        # What is reached and what is to be reached may bear one name.
        return f"{words[-2]} {figure}.{words[-1]}" if figure else ".".join(words)

    def figure(self, path: str) -> str:
        """Return the name of the figure or target that a value is of, "" for another value."""
        steps = steps_of(path)
        if len(steps) < 3 or steps[-3] not in ("figures", "targets") or not isinstance(steps[-2], int):
            return ""
        name = _at(self._given, (*steps[:-1], "name"))
        return str(name or "")


class Values:
    """The values that changed, each told once with all its places."""

    def __init__(self, old: Names, new: Names) -> None:
        self._old, self._new = old, new
        self._found: dict[tuple[str, str, str], Changed] = {}

    @property
    def changed(self) -> list[Changed]:
        """The values that changed, in the order in which they were found."""
        return list(self._found.values())

    def add(self, exchange: Exchange, place: str) -> None:
        """Add a value that changed at ``place``."""
        segment = exchange.segment
        path = segment.path if segment is not None else ""
        label = self._label(segment, exchange)
        self._tell(path, label, exchange.old, exchange.new, place)

    def add_figures(self, old: Iterable[Section], new: Iterable[Section]) -> None:
        """Add the figures of one name that stand in different clauses, where both drafts have one number."""
        before, after = self._figures(old, self._old), self._figures(new, self._new)
        for name in [name for name in after if name in before]:
            texts = {segment.text for _place, segment in before[name]}
            others = {segment.text for _place, segment in after[name]}
            if len(texts) == len(others) == 1 and texts != others:
                (was,), (now,) = texts, others
                for place, segment in after[name]:
                    self.add(Exchange(was, now, "", segment), place)

    def _figures(self, sections: Iterable[Section], name: Names) -> dict[str, list[tuple[str, TextSpan]]]:
        found: dict[str, list[tuple[str, TextSpan]]] = {}
        for section in sections:
            for segment in (one for paragraph in section.paragraphs for one in with_amounts(paragraph)):
                if segment.kind is SpanKind.VALUE and name.figure(segment.path):
                    found.setdefault(name(segment.path), []).append((section.place, segment))
        return found

    def _label(self, segment: TextSpan | None, exchange: Exchange) -> str:
        if segment is None:
            return exchange.clause
        figure = self._new.figure(segment.path) or self._old.figure(segment.path)
        label = segment.label or label_of(segment.path)
        last = segment.path.rpartition(".")[2]
        if not figure or last == "name":
            return label
        return figure if last in _AMOUNT else f"{figure}·{label}"

    def _tell(self, path: str, label: str, old: str, new: str, place: str) -> None:
        known = (key for key in self._found if key[1:] == (old, new))
        same = [key for key in known if key[0] == label or (not path and self._found[key].path)]
        key = same[0] if same else (label, old, new)
        before = self._found.get(key)
        places = tuple(dict.fromkeys([*(before.places if before else ()), place]))
        self._found[key] = Changed(before.path if before else path, key[0], old, new, places)


def with_amounts(segments: Sequence[TextSpan]) -> list[TextSpan]:
    """Return ``segments`` with each figure's number and its unit in one: 35个, 1200余起."""
    found: list[TextSpan] = []
    reached = place = 0
    text = text_of(list(segments))
    for index, segment in enumerate(segments):
        end = place + len(segment.text)
        if _is_number(segment) and place >= reached:
            whole = _FIGURE.match(text, place)
            after = segments[index + 1] if index + 1 < len(segments) else None
            is_unit = after is not None and after.path == segment.path.removesuffix("value") + "unit"
            last = end + len(after.text) if after is not None and is_unit else whole.end() if whole else end
            found += [*cut(segments, reached, place), replace(segment, text=text[place : max(last, end)])]
            reached = max(last, end)
        place = end
    return [*found, *cut(segments, reached, len(text))]


def _is_number(segment: TextSpan) -> bool:
    above, _dot, last = segment.path.rpartition(".")
    return segment.kind is SpanKind.VALUE and last == "value" and bool(above)


def _at(given: Any, steps: Iterable[Step]) -> Any:
    """Return what stands at ``steps`` in the parameters, None where nothing does."""
    value = given
    for step in steps:
        if isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        else:
            value = getattr(value, step, None)
    return value
