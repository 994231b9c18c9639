"""The values that are wanted, by path, as a tree along the keys of the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import UNSET, Struct, UnsetType, field

from drafter.errors import DrafterError
from drafter.i18n import _
from drafter.models.facts import MARKS
from drafter.models.fields import FieldSpec, fields_of
from drafter.models.parameters import Parameters
from drafter.models.paths import Step, label_in, steps_of
from drafter.models.scalars import ScalarError, read_line, read_prose
from drafter.yaml.dump import Data


class UnsettableError(DrafterError):
    """A value cannot be put where its ``path`` leads; ``remedy`` says what to do, where there is a way."""

    def __init__(self, path: str, reason: str, remedy: str = "") -> None:
        self.path = path
        self.remedy = remedy
        super().__init__(_("`{path}` cannot be set: {reason}").format(path=path, reason=reason))


class Wanted(Struct):
    """What is wanted at one key or place: a text, None to take it back, or what lies ``below``.

    ``path`` is the first of those that were asked for and lead here. Below ``answers``, the
    label of a blank stands for the place of its answer.
    """

    path: str
    text: str | None | UnsetType = UNSET
    below: dict[Step, Wanted] = field(default_factory=dict)

    @property
    def is_value(self) -> bool:
        """Whether a value is wanted right here."""
        return self.text is not UNSET

    @property
    def given(self) -> str | None:
        """The text wanted right here, None where there is none."""
        return None if isinstance(self.text, UnsetType) else self.text

    def of(self, shorthand: str) -> Wanted:
        """Return what is wanted of a mapping: of one that a text may stand for, the key it stands for."""
        return Wanted(self.path, below={shorthand: self}) if self.is_value else self


def wanted_of(changes: Mapping[str, str | None]) -> Wanted:
    """Return ``changes``, new texts by path, as a tree.

    Raises UnsettableError where the model has no such key or cannot read the text.
    """
    root = Wanted("")
    for path, text in changes.items():
        steps, plan = _steps(path)
        here = root
        for step in steps:
            here = here.below.setdefault(step, Wanted(path))
            if here.is_value:
                raise UnsettableError(path, _("a value is also given for what it is in"))
        if here.below:
            raise UnsettableError(path, _("a value is also given for what is in it"))
        here.text = _readable(path, text, plan)
    return root


def _steps(path: str) -> tuple[tuple[Step, ...], FieldSpec]:
    """Return the way to ``path`` and the plan of what stands there, checked against the model."""
    label = label_in(path)
    steps: tuple[Step, ...] = ("answers", label.strip(f"{MARKS} "), "text") if label else steps_of(path)
    plan: FieldSpec | None = None
    in_list = False
    for step in steps:
        if plan and plan.is_list and not in_list:
            in_list = isinstance(step, int) or bool(label)
            found = plan if in_list else None
        else:
            found, in_list = _below(plan, step), False
        if found is None:
            raise UnsettableError(path, _("there is no such key"))
        plan = found
    if plan is None or (plan.is_model and not plan.type.shorthand):
        raise UnsettableError(path, _("this is a mapping: name one of its keys"))
    return steps, plan


def _below(plan: FieldSpec | None, step: Step) -> FieldSpec | None:
    if plan and not plan.is_model:
        return None
    return fields_of(plan.type if plan else Parameters).get(str(step)) if isinstance(step, str) else None


def _readable(path: str, text: str | None, plan: FieldSpec) -> str | None:
    """Return ``text`` as it is kept; refuse what the file could not be loaded with."""
    value = fields_of(plan.type)[plan.type.shorthand] if plan.is_model else plan
    if text is None:
        if value.required:
            raise UnsettableError(path, _("the file needs this key"))
        return None
    try:
        value.read(text)
        return as_kept(text, value)
    except ScalarError as error:
        raise UnsettableError(path, str(error), error.remedy) from None


def as_kept(text: str, plan: FieldSpec) -> str:
    """Return ``text`` without what the model drops: line breaks in what is one line, indents of prose."""
    return read_prose(text) if plan.extra.get("prose") else read_line(text)


def fresh(plan: FieldSpec, wanted: Wanted, held: Any) -> Data:
    """Return what is to be given at a key that is not there; None where nothing is.

    ``held`` is what the skeleton holds there: of parts and points all are written, since
    their places count.
    """
    if not plan.is_list:
        return fresh_one(plan, wanted, held)
    return wanted.given if wanted.is_value else fresh_items(plan, wanted.below, held or ()) or None


def fresh_items(plan: FieldSpec, wanted: dict[Step, Wanted], held: Any) -> list[Data]:
    """Return the items of a list that has none yet, or with ``held`` None those that are new to it."""
    counts = held is not None and bool(plan.extra.get("keeps_empty"))
    frames: Sequence[Struct] = held if counts else ()
    given: dict[Step, Data] = {}
    for step in sorted(wanted, key=_place):
        frame = frames[step] if isinstance(step, int) and step < len(frames) else None
        item = fresh_one(plan, wanted[step], frame)
        if item is not None:
            given[step] = (
                {"blank": step, **item} if isinstance(step, str) and isinstance(item, dict) else item
            )
    if not given or not counts:
        return list(given.values())
    count = max(len(frames), *(step + 1 for step in given if isinstance(step, int)))
    return [
        _in_frame(given.get(place), frames[place] if place < len(frames) else None) for place in range(count)
    ]


def fresh_one(plan: FieldSpec, wanted: Wanted, held: Any) -> Data:
    """Return a value or mapping, the shortest way it can be written; None where nothing is wanted."""
    if wanted.is_value or not plan.is_model:
        return wanted.given
    data: dict[str, Data] = {}
    for key, below in fields_of(plan.type).items():
        value = (
            fresh(below, wanted.below[key], getattr(held, below.name, None)) if key in wanted.below else None
        )
        if value is not None:
            data[key] = value
    shorthand = plan.type.shorthand
    return (data[shorthand] if set(data) == {shorthand} else data) or None


def _place(step: Step) -> int:
    """Sort new answers, which have no places, as they come."""
    return step if isinstance(step, int) else 0


def _in_frame(given: Data, frame: Struct | None) -> Data:
    """Return a part or point with what holds its place: its role or depth, an empty heading."""
    role, depth = getattr(frame, "role", None), getattr(frame, "depth", None)
    held: dict[str, Data] = {"role": role} if role else {} if given else {"heading": None}
    held |= {"depth": depth} if depth else {}
    merged = held | given if isinstance(given, dict) else held
    order = fields_of(type(frame)) if frame else merged
    return {key: merged[key] for key in order if key in merged}
