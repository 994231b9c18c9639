"""Blanks that templates ask for by name, and the answers that fill those no key of the YAML fills."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from drafter.facts import patterns as re
from drafter.models.kind import DeclaredBlank
from drafter.models.papers import Answer
from drafter.models.paths import answer_path, field_at
from drafter.templating.values import Missing, Value

INDEX = re.compile(r"\[(\d+)\]")


class UnknownBlankError(Exception):
    """A template asks for a blank that neither its kind nor ``phrases/blanks.yaml`` declares."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name = name
        self.known = list(known)
        super().__init__(name)


class Blanks:
    """The blanks of one draft: those declared, the answers to them, and where the templates ask for them.

    ``repeated`` are the labels that come up at several places of one key, each with this key.
    """

    def __init__(self, declared: Mapping[str, DeclaredBlank], answers: Iterable[Answer] = ()) -> None:
        self.declared = declared
        self.answers = {answer.label: answer.text for answer in answers if answer.text}
        self.repeated: set[tuple[str, str]] = set()
        self._places: dict[tuple[str, str], str] = {}

    def named(self, name: str, path: str) -> Value | Missing:
        """Return the blank declared as ``name`` for the value missing at ``path``, or the answer to it.

        Raises UnknownBlankError where nobody declares it.
        """
        blank = self.declared.get(name)
        if blank is None:
            raise UnknownBlankError(name, self.declared)
        return self.labelled(blank.label or name, blank.hint, path)

    def labelled(self, label: str, hint: str, path: str) -> Value | Missing:
        """Return a blank called ``label`` for the value missing at ``path``, or the answer to it.

        A phrase can be the value of some keys: their blanks have the path of the key. All other blanks
        are the template's own, and have the path of their answer.
        """
        return Missing(path, label, hint) if takes_a_phrase(path) else self._own(label, hint, path)

    def _own(self, label: str, hint: str, path: str) -> Value | Missing:
        """Return the answer to the template's own blank ``label``, or the blank.

        What one label asks at several points, as in a loop, are several facts: each of these blanks
        is called after its place, 主要举措（2.3）. An answer to the plain label serves all others.
        """
        key, place = _key_and_place(path)
        if self._places.setdefault((label, key), place) != place:
            self.repeated.add((label, key))
        own = f"{label}（{place}）" if place else label
        for name in (own, label) if self.answers else ():
            if name in self.answers:
                return Value.of(self.answers[name], answer_path(name))
        name = own if (label, key) in self.repeated else label
        return Missing(answer_path(name), name, hint)


# Not among the names of the templates: a macro that is imported without context sees none of them.
_BLANKS: ContextVar[Blanks] = ContextVar("blanks")


@contextmanager
def using(blanks: Blanks) -> Iterator[None]:
    """Let ``blanks`` be those of the draft that is rendered meanwhile."""
    token = _BLANKS.set(blanks)
    try:
        yield
    finally:
        _BLANKS.reset(token)


def current_blanks() -> Blanks:
    """Return the blanks of the draft that is being rendered."""
    return _BLANKS.get()


@lru_cache(maxsize=4096)
def takes_a_phrase(path: str) -> bool:
    """Return whether a phrase of a sentence can be the value at ``path``.

    Prose is whole paragraphs, and a list or a mapping is more than one phrase; a mapping that a
    plain text may stand for takes one.
    """
    field = field_at(path)
    if field is None or field.extra.get("prose") or (field.is_list and not path.endswith("]")):
        return False
    return not field.is_model or bool(getattr(field.type, "shorthand", ""))


@lru_cache(maxsize=4096)
def _key_and_place(path: str) -> tuple[str, str]:
    """Return the keys on the way to ``path``, and the places, from 1: 2.3 in part 2, point 3."""
    return INDEX.sub("", path), ".".join(str(int(index) + 1) for index in INDEX.findall(path))
