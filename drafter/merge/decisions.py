"""The one decision on each value, for update and for pull: whose text stands, and what is a conflict."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any

from msgspec import Struct

from drafter.merge.anchors import SEPARATOR
from drafter.merge.report import Conflict, Findings
from drafter.models.parameters import Parameters
from drafter.models.paths import field_at, is_prose, is_running_text
from drafter.models.scalars import ScalarError
from drafter.speech.spans import TextSpan
from drafter.speech.value_names import paths_called

_FILLED = re.compile("【([^【】]+)】")
# What --ours and --theirs take for every conflict.
ALL = "all"


class Verdict(Enum):
    """Which text of a value stands: the YAML's (ours) or the document's (theirs).

    KEEP: each place keeps what the document says. UPDATE: the YAML's text replaces the written one and
    blanks; edited places stay. OURS: the YAML's text stands in every place. THEIRS: the document's text
    stands in every place. CONFLICT: both changed it, and no choice settles that.
    """

    KEEP = "keep"
    UPDATE = "update"
    OURS = "ours"
    THEIRS = "theirs"
    CONFLICT = "conflict"


class Choices(Struct, frozen=True):
    """Conflicts, by name or all, to be settled for the YAML (ours) or for the document (theirs)."""

    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()

    def verdict(self, name: str, *places: str) -> Verdict | None:
        """Return how the conflict ``name`` at ``places`` is settled, None where it is not.

        A name precedes a place, and a place precedes all.
        """
        for chosen in (name, *places, ALL):
            if chosen in self.ours:
                return Verdict.OURS
            if chosen in self.theirs:
                return Verdict.THEIRS
        return None

    def by_path(self, *given: Parameters) -> Choices:
        """Return the choices with paths in place of the names by which a person called values.

        ``given`` are the parameters in which these values stand.
        """
        return Choices(*(paths_called(names, given) for names in (self.ours, self.theirs)))


class Decision(Struct):
    """The verdict on a value with its three texts: ``base``, ``theirs`` and ``ours``.

    ``theirs`` are the distinct edits in the document, None for one that is unknown. ``span`` is the
    value in the YAML's draft. ``everywhere`` says that the document has one edit, in all its places;
    ``in_text`` that it has one in all places but the outline.
    """

    verdict: Verdict
    base: str
    theirs: list[str | None]
    ours: str
    span: TextSpan | None = None
    everywhere: bool = False
    in_text: bool = False

    @property
    def edits(self) -> list[str]:
        """The edits in the document that are known."""
        return known_texts(self.theirs)

    @property
    def text(self) -> str:
        """What a place says once the decision is carried out: the first edit with THEIRS, else ``ours``."""
        is_theirs = self.verdict is Verdict.THEIRS and bool(self.edits)
        return self.edits[0] if is_theirs else self.ours


def normal(text: str) -> str:
    """Return the text of a value without the line breaks of a title and without white space around it."""
    return text.replace("\n", "").strip()


class Value(Struct):
    """A value in three versions: ``base`` as written, ``theirs`` in the document, ``ours`` in the YAML.

    ``theirs`` are the distinct edits, None for one that is unknown. ``is_changed`` says whether the
    YAML changed the value since. ``is_single`` says that one text has to stand for all places.
    """

    key: str
    label: str
    base: str
    theirs: list[str | None]
    ours: str
    places: tuple[str, ...]
    is_changed: bool
    is_single: bool = False

    @property
    def is_divided(self) -> bool:
        """Whether the document has several texts where one is needed."""
        return self.is_single and len(self.theirs) > 1

    @property
    def is_agreed(self) -> bool:
        """Whether the document says nothing else than the YAML, as far as it is known."""
        known = known_texts(self.theirs)
        return bool(known or not self.theirs) and all(
            is_same_value(self.key, text, self.ours) for text in known
        )


def decide(value: Value, choices: Choices, findings: Findings) -> Verdict:
    """Return whose text of ``value`` stands; a conflict, and a choice that settles one, go to ``findings``.

    Where one side changed the value, its text stands; where both did, and differently, that is a
    conflict. Several texts for a single value are a conflict as well.
    """
    if not (value.is_changed or value.is_divided):
        return Verdict.KEEP
    if is_running_text(value.key) and value.theirs == [value.ours]:
        # The document's own division into paragraphs stands.
        return Verdict.THEIRS
    if value.is_agreed:
        return Verdict.UPDATE
    theirs = listed(value.theirs)
    conflict = Conflict(
        value.key, value.label, value.base, theirs, value.ours, value.places, value.is_divided
    )
    return settle(conflict, choices, findings)


def known_texts(texts: Iterable[str | None]) -> list[str]:
    """Return ``texts`` without those that are unknown."""
    return [text for text in texts if text is not None]


def listed(texts: Iterable[str | None]) -> str:
    """Return the texts that a value has in a document, to be shown; ? stands for one that is unknown."""
    return " | ".join("?" if text is None else text for text in texts)


def settle(conflict: Conflict, choices: Choices, findings: Findings) -> Verdict:
    """Return OURS or THEIRS as ``choices`` settle ``conflict``; add it to ``findings`` where they do not."""
    # Conflicts of words have the names of their places, and are settled one by one.
    is_named_so = conflict.name.partition("#")[0] in conflict.places
    places = () if is_named_so else conflict.places
    verdict = choices.verdict(conflict.name, *places)
    if verdict is not None:
        findings.settled.append(conflict.name)
        findings.settled_places += places
    if verdict is None or (verdict is Verdict.THEIRS and conflict.is_divided):
        findings.conflicts.append(conflict)
        return Verdict.CONFLICT
    return verdict


def is_same_value(key: str, text: str, ours: str) -> bool:
    """Return whether two texts are one value, as 2026-05-20 and 2026年5月20日 are."""
    try:
        return normal(text) == normal(ours) or yaml_text(key, text) == yaml_text(key, ours)
    except ScalarError:
        return False


def yaml_text(path: str, words: str, written: Any = None) -> str:
    """Return the ``words`` of a document as the YAML has them at ``path``, where ``written`` stood.

    Raises ScalarError where the value cannot be that, such as words for a date.
    """
    field = field_at(path)
    text = words.replace(SEPARATOR, "\n").strip()
    if (filled := _FILLED.fullmatch(text)) is not None and not str(written or "").startswith("【"):
        # Somebody typed within the marks of the blank.
        text = filled[1]
    if not is_prose(path):
        # Only its author marks where a title breaks.
        text = text.replace("\n", "|" if "|" in str(written) else "")
    if field is not None and not field.is_model:
        read = field.read(text)
        return read.isoformat() if isinstance(read, date) else str(text)
    return text
