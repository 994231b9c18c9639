"""The changes to make to a file, by path, as a tree along the keys of the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import UNSET, Struct, UnsetType, field

from drafter.errors import DrafterError
from drafter.i18n import _
from drafter.models.fields import FieldSpec, fields_of
from drafter.models.papers import MARKS
from drafter.models.parameters import Parameters
from drafter.models.paths import Step, label_in, steps_of
from drafter.models.scalars import ScalarError, read_line, read_prose
from drafter.yaml.dump import Data


class UnsettableError(DrafterError):
    """A value cannot be put where its ``path`` leads; ``remedy`` says what to do, if anything can be done."""

    def __init__(self, path: str, reason: str, remedy: str = "") -> None:
        self.path = path
        self.reason = reason
        self.remedy = remedy
        super().__init__(_("`{path}` cannot be set: {reason}").format(path=path, reason=reason))


class Change(Struct):
    """The change of one key or item: a new text, None to take its value back, or changes ``below`` it.

    ``path`` is the first of the changed paths that lead here. Below ``answers``, a step is the label
    of a blank, not the place of its answer.
    """

    path: str
    text: str | None | UnsetType = UNSET
    below: dict[Step, Change] = field(default_factory=dict)

    @property
    def is_value(self) -> bool:
        """Whether the value right here changes."""
        return self.text is not UNSET

    @property
    def new_text(self) -> str | None:
        """The new text right here, None where there is none."""
        return None if isinstance(self.text, UnsetType) else self.text

    def as_mapping(self, shorthand: str) -> Change:
        """Return the change for the mapping here, whose key ``shorthand`` a plain text stands for."""
        return Change(self.path, below={shorthand: self}) if self.is_value else self


def change_tree(changes: Mapping[str, str | None]) -> Change:
    """Return ``changes``, new texts by path, as a tree.

    Raises UnsettableError where the model has no such key or cannot read the text.
    """
    root = Change("")
    for path, text in changes.items():
        steps, spec = _steps(path)
        here = root
        for step in steps:
            here = here.below.setdefault(step, Change(path))
            if here.is_value:
                raise UnsettableError(path, _("a value is also given for what it is in"))
        if here.below:
            raise UnsettableError(path, _("a value is also given for what is in it"))
        here.text = _checked(path, text, spec)
    return root


def _steps(path: str) -> tuple[tuple[Step, ...], FieldSpec]:
    """Return the steps of ``path`` and the field it leads to, checked against the model."""
    label = label_in(path)
    steps: tuple[Step, ...] = ("answers", label.strip(f"{MARKS} "), "text") if label else steps_of(path)
    spec: FieldSpec | None = None
    in_list = False
    for step in steps:
        if spec and spec.is_list and not in_list:
            in_list = isinstance(step, int) or bool(label)
            found = spec if in_list else None
        else:
            found, in_list = _field_below(spec, step), False
        if found is None:
            raise UnsettableError(path, _("there is no such key"))
        spec = found
    if spec is None or (spec.is_model and not spec.type.shorthand):
        raise UnsettableError(path, _("this is a mapping: name one of its keys"))
    return steps, spec


def _field_below(spec: FieldSpec | None, step: Step) -> FieldSpec | None:
    if spec and not spec.is_model:
        return None
    return fields_of(spec.type if spec else Parameters).get(str(step)) if isinstance(step, str) else None


def _checked(path: str, text: str | None, spec: FieldSpec) -> str | None:
    """Return ``text`` as the model keeps it; raise UnsettableError where the file could not be loaded."""
    value = fields_of(spec.type)[spec.type.shorthand] if spec.is_model else spec
    if text is None:
        if value.required:
            raise UnsettableError(path, _("the file needs this key"))
        return None
    try:
        value.read(text)
        return normal_text(text, value)
    except ScalarError as error:
        raise UnsettableError(path, str(error), error.remedy) from None


def normal_text(text: str, spec: FieldSpec) -> str:
    """Return ``text`` without what the model drops: line breaks in a single line, indents in prose."""
    return read_prose(text) if spec.extra.get("prose") else read_line(text)


def new_value(spec: FieldSpec, change: Change, skeleton: Any) -> Data:
    """Return the value of a key that the file does not have yet; None where nothing is to be written.

    ``skeleton`` is the value that the drafted parameters have there. Of parts and points all are
    written, since their places count.
    """
    if not spec.is_list:
        return new_item(spec, change, skeleton)
    return change.new_text if change.is_value else new_items(spec, change.below, skeleton or ()) or None


def new_items(spec: FieldSpec, changes: Mapping[Step, Change], skeleton: Any) -> list[Data]:
    """Return the items of a list that has none yet; with ``skeleton`` None, those to add to a list."""
    counts = skeleton is not None and bool(spec.extra.get("keeps_empty"))
    frames: Sequence[Struct] = skeleton if counts else ()
    given: dict[Step, Data] = {}
    for step in sorted(changes, key=_place):
        frame = frames[step] if isinstance(step, int) and step < len(frames) else None
        item = new_item(spec, changes[step], frame)
        if isinstance(step, str) and isinstance(item, dict):
            item = {"blank": step, **item}
        if item is not None:
            given[step] = item
    if not given or not counts:
        return list(given.values())
    count = max(len(frames), *(step + 1 for step in given if isinstance(step, int)))
    return [
        _in_frame(given.get(place), frames[place] if place < len(frames) else None) for place in range(count)
    ]


def new_item(spec: FieldSpec, change: Change, skeleton: Any) -> Data:
    """Return a text or mapping in its shortest form; None where nothing is to be written."""
    if change.is_value or not spec.is_model:
        return change.new_text
    data: dict[str, Data] = {}
    for key, below in fields_of(spec.type).items():
        if key in change.below:
            value = new_value(below, change.below[key], getattr(skeleton, below.name, None))
            if value is not None:
                data[key] = value
    shorthand = spec.type.shorthand
    return (data[shorthand] if set(data) == {shorthand} else data) or None


def _place(step: Step) -> int:
    """Return the sort key of a step; new answers, which have no places, keep their order."""
    return step if isinstance(step, int) else 0


def _in_frame(given: Data, frame: Struct | None) -> Data:
    """Return a part or point with the keys that hold its place: its role or depth, an empty heading."""
    role, depth = getattr(frame, "role", None), getattr(frame, "depth", None)
    keys: dict[str, Data] = {"role": role} if role else {} if given else {"heading": None}
    keys |= {"depth": depth} if depth else {}
    merged = keys | given if isinstance(given, dict) else keys
    order = fields_of(type(frame)) if frame else merged
    return {key: merged[key] for key in order if key in merged}
