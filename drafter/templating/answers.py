"""Blanks that are a template's own: a phrase within its sentence, which only an answer can give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from drafter.models.papers import Answer
from drafter.models.paths import answer_path, field_at
from drafter.templating.values import Missing, Value

PLACE = re.compile(r"\[(\d+)\]")


class Answers:
    """The answers of one draft, and where its templates ask for them.

    ``repeated`` are the labels that come up at several places for the same key, with the key.
    """

    def __init__(self, answers: Iterable[Answer] = ()) -> None:
        self.given = {answer.label: answer.text for answer in answers if answer.text}
        self.repeated: set[tuple[str, str]] = set()
        self._places: dict[tuple[str, str], str] = {}

    def to(self, label: str, hint: str, path: str) -> Value | Missing:
        """Return the answer to the blank ``label`` in the place of the value at ``path``, or the blank.

        What one label asks at several points, as in a loop, are several facts: each of these blanks
        is called after its place, 主要举措（2.3）. An answer to the plain label serves all others.
        """
        key, place = _key_and_place(path)
        if self._places.setdefault((label, key), place) != place:
            self.repeated.add((label, key))
        own = f"{label}（{place}）" if place else label
        for name in (own, label) if self.given else ():
            if name in self.given:
                return Value.of(self.given[name], answer_path(name))
        name = own if (label, key) in self.repeated else label
        return Missing(answer_path(name), name, hint)


# Not among the names of the templates: a macro that is imported without context sees none of them.
_ANSWERS: ContextVar[Answers] = ContextVar("answers")


@contextmanager
def answering(given: Iterable[Answer]) -> Iterator[Answers]:
    """Let ``given`` be the answers of the draft that is rendered meanwhile."""
    answers = Answers(given)
    token = _ANSWERS.set(answers)
    try:
        yield answers
    finally:
        _ANSWERS.reset(token)


def answer_to(label: str, hint: str, path: str) -> Value | Missing:
    """Return the answer to a template's own blank in the draft that is rendered, or the blank."""
    return _ANSWERS.get().to(label, hint, path)


@lru_cache(maxsize=4096)
def takes_a_phrase(path: str) -> bool:
    """Tell whether a phrase of a sentence can be the value at ``path``.

    Prose is whole paragraphs, and a list or a mapping more than one phrase; of a mapping that a
    plain text may stand for, that text is one.
    """
    plan = field_at(path)
    if plan is None or plan.extra.get("prose") or (plan.is_list and not path.endswith("]")):
        return False
    return not plan.is_model or bool(getattr(plan.type, "shorthand", ""))


@lru_cache(maxsize=4096)
def _key_and_place(path: str) -> tuple[str, str]:
    """Return the keys on the way to ``path``, and the places, from 1: 2.3 in part 2, point 3."""
    return PLACE.sub("", path), ".".join(str(int(place) + 1) for place in PLACE.findall(path))
