"""Plain values become a model, or every fault in them is told.

The models are msgspec structs: their types, bounds, titles and JSON Schema come from
there. msgspec stops at the first fault, so the walk over mappings and lists is done
here.
"""

from __future__ import annotations

import re
from typing import Any, TypeVar

from msgspec import NODEFAULT, Struct

from drafter.errors import did_you_mean
from drafter.i18n import _
from drafter.models.fields import FieldSpec, fields_of
from drafter.models.scalars import TEXT_WITH_COLON, ScalarError

Key = str | int
KeyPath = tuple[Key, ...]
Model = TypeVar("Model", bound=Struct)

UNCLOSED_KEY = re.compile(r"(\w+)[:：]")


class Problem(Struct, frozen=True):
    """A fault at ``path``. ``at_key`` tells a wrong key from a wrong value."""

    path: KeyPath
    code: str
    message: str
    remedy: str = ""
    at_key: bool = False


def validate(data: Any, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    """Return ``data`` as ``model``, or None, and all problems found on the way.

    A missing value, null, is the field's default; one item may stand for a list of one.
    """
    walk = _Walk()
    result = walk.struct(data, model, ())
    if result is not None and not walk.problems:
        # What no single value can tell: a model may look at itself as a whole.
        for fault in getattr(result, "faults", tuple)():
            walk.tell(fault.path, "Y108", fault.message, fault.remedy)
    return (None if walk.problems else result), walk.problems


def format_path(path: KeyPath) -> str:
    """Return ``path`` as it is told to a person, ``parts[1].points[0].text``."""
    text = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)
    return text.removeprefix(".")


class _Walk:
    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def tell(self, path: KeyPath, code: str, message: str, remedy: str = "", at_key: bool = False) -> None:
        self.problems.append(Problem(path, code, message, remedy, at_key))

    def struct(self, value: Any, model: type[Model], path: KeyPath) -> Model | None:
        """Read a mapping; what is wrong in it is told, and None returned where it is none."""
        if value is None:
            value = {}
        shorthand = getattr(model, "shorthand", "")
        if shorthand and not isinstance(value, dict | list | tuple):
            value = {shorthand: value}
        if not isinstance(value, dict):
            self.tell(path, "Y104", *_no_mapping(value, model))
            return None
        plans = fields_of(model)
        self._unknown_keys(value, model, path)
        read = {plan.name: self._field(value.get(plan.key), plan, path) for plan in plans.values()}
        return None if self.problems else model(**{k: v for k, v in read.items() if v is not NODEFAULT})

    def _unknown_keys(self, value: dict[Any, Any], model: type[Struct], path: KeyPath) -> None:
        for key in value:
            if key not in fields_of(model):
                message = _("unknown key `{key}`").format(key=key)
                self.tell((*path, key), "Y101", message, _other_key(str(key), model), at_key=True)

    def _field(self, value: Any, plan: FieldSpec, path: KeyPath) -> Any:
        if value is None:
            if plan.required:
                self._missing(plan, path)
            return NODEFAULT
        here = (*path, plan.key)
        if plan.is_named:
            return self._named(value, plan, here)
        if not plan.is_list:
            return self._one(value, plan, here)
        items = value if isinstance(value, list | tuple) else [value]
        return tuple(
            self._one(item, plan, (*here, index)) for index, item in enumerate(items) if item is not None
        )

    def _named(self, value: Any, plan: FieldSpec, path: KeyPath) -> Any:
        if not isinstance(value, dict):
            self.tell(path, "Y104", *_no_mapping(value, plan.type))
            return NODEFAULT
        return {str(name): self._one(item, plan, (*path, name)) for name, item in value.items()}

    def _missing(self, plan: FieldSpec, path: KeyPath) -> None:
        message = _("key `{key}` ({label}) is missing").format(key=plan.key, label=plan.label)
        self.tell((*path, plan.key), "Y103", message, _("add `{key}: ...`").format(key=plan.key), at_key=True)

    def _one(self, value: Any, plan: FieldSpec, path: KeyPath) -> Any:
        if plan.is_model:
            return self.struct(value, plan.type, path)
        try:
            return plan.read(value)
        except ScalarError as error:
            self.tell(path, "Y104", str(error), error.remedy)
            return NODEFAULT


def _no_mapping(value: Any, model: type[Struct]) -> tuple[str, str]:
    """Say why ``value`` is no mapping: mostly a key whose colon YAML does not take for one."""
    found = UNCLOSED_KEY.match(value) if isinstance(value, str) else None
    if found and found[1] in fields_of(model):
        message = _("the key `{key}` is not closed by a half-width colon and a blank")
        return message.format(key=found[1]), _("write `{key}: ...`").format(key=found[1])
    return _("a mapping is expected here"), _("write `key: value` lines, indented alike")


def _other_key(key: str, model: type[Struct]) -> str:
    """Return the remedy for an unknown key, which may be a text with a half-width colon in it."""
    if getattr(model, "shorthand", "") and not key.isascii():
        return TEXT_WITH_COLON
    return did_you_mean(key, fields_of(model))
