"""Plain values turned into a model, or all problems in them.

The models are msgspec structs: their types, bounds and titles come from there. msgspec itself stops
at the first problem, so mappings and lists are read here.
"""

from __future__ import annotations

import re
from typing import Any, TypeVar

from msgspec import NODEFAULT, Struct

from drafter.errors import MOST_FAULTS, KeyPath, Problem, did_you_mean, near_matches
from drafter.i18n import _
from drafter.models.base import Model
from drafter.models.fields import FieldSpec, fields_of, keys_by_name
from drafter.models.scalars import TEXT_WITH_COLON, ScalarError

AnyModel = TypeVar("AnyModel", bound=Model)

UNCLOSED_KEY = re.compile(r"(\w+)[:：]")


def validate(
    data: Any, model: type[AnyModel], *, chinese: bool = False
) -> tuple[AnyModel | None, list[Problem]]:
    """Return ``data`` as ``model``, None where it cannot be read, and all problems in it.

    A value that is null is the field's default; one item may stand for a list of one. ``chinese``
    says that remedies name keys in Chinese.
    """
    validator = _Validator(chinese=chinese)
    result = validator.struct(data, model, ())
    if result is not None and not validator.problems:
        validator.problems += result.check()
    return (None if validator.problems else result), validator.problems


class _Validator:
    """Reads mappings and lists along their models, and collects the problems."""

    def __init__(self, *, chinese: bool) -> None:
        self.chinese = chinese
        self.problems: list[Problem] = []

    def struct(self, value: Any, model: type[AnyModel], path: KeyPath) -> AnyModel | None:
        """Return a mapping as ``model``, None where there are problems."""
        if value is None:
            value = {}
        shorthand = getattr(model, "shorthand", "")
        if shorthand and not isinstance(value, dict | list | tuple):
            value = {shorthand: value}
        if not isinstance(value, dict):
            self.problems.append(Problem(path, "Y104", *_no_mapping(value, model)))
            return None
        specs = fields_of(model)
        self._unknown_keys(value, model, path)
        read = {spec.name: self._field(value.get(spec.key), spec, path) for spec in specs.values()}
        return None if self.problems else model(**{k: v for k, v in read.items() if v is not NODEFAULT})

    def _unknown_keys(self, value: dict[Any, Any], model: type[Struct], path: KeyPath) -> None:
        for key in value:
            if self.is_full:
                return
            if key not in fields_of(model):
                message = _("unknown key `{key}`").format(key=key)
                remedy = _other_key(str(key), model)
                self.problems.append(Problem((*path, key), "Y101", message, remedy, at_key=True))

    def _field(self, value: Any, spec: FieldSpec, path: KeyPath) -> Any:
        """Return the value of a field, NODEFAULT where it is null or has problems."""
        if value is None:
            if spec.required:
                self._missing(spec, path)
            return NODEFAULT
        here = (*path, spec.key)
        if spec.is_named:
            return self._named(value, spec, here)
        if not spec.is_list:
            return self._one(value, spec, here)
        items = value if isinstance(value, list | tuple) else [value]
        given = [(index, item) for index, item in enumerate(items) if item is not None]
        try:
            spec.check_count(len(given))
        except ScalarError as error:
            self.problems.append(Problem(here, "Y104", str(error), error.remedy))
        return tuple([self._one(item, spec, (*here, index)) for index, item in given])

    def _named(self, value: Any, spec: FieldSpec, path: KeyPath) -> Any:
        if not isinstance(value, dict):
            self.problems.append(Problem(path, "Y104", *_no_mapping(value, spec.type)))
            return NODEFAULT
        return {str(name): self._one(item, spec, (*path, name)) for name, item in value.items()}

    def _missing(self, spec: FieldSpec, path: KeyPath) -> None:
        key = spec.zh if self.chinese else spec.key
        message = _("key `{key}` ({label}) is missing").format(key=key, label=spec.label)
        remedy = _("add `{key}: ...`").format(key=key)
        self.problems.append(Problem((*path, spec.key), "Y103", message, remedy, at_key=True))

    @property
    def is_full(self) -> bool:
        """Whether as many problems were found as are told of one file: the rest is not looked at."""
        return len(self.problems) >= MOST_FAULTS

    def _one(self, value: Any, spec: FieldSpec, path: KeyPath) -> Any:
        if self.is_full:
            return NODEFAULT
        if spec.is_model:
            return self.struct(value, spec.type, path)
        try:
            return spec.read(value)
        except ScalarError as error:
            self.problems.append(Problem(path, "Y104", str(error), error.remedy))
            return NODEFAULT


def _no_mapping(value: Any, model: type[Struct]) -> tuple[str, str]:
    """Return why ``value`` is no mapping, and the remedy: often YAML takes no key for one."""
    found = UNCLOSED_KEY.match(value) if isinstance(value, str) else None
    if found and (found[1] in fields_of(model) or found[1] in keys_by_name(model)):
        message = _("the key `{key}` is not closed by a half-width colon and a blank")
        return message.format(key=found[1]), _("write `{key}: ...`").format(key=found[1])
    return _("a mapping is expected here"), _("write `key: value` lines, indented alike")


def _other_key(key: str, model: type[Struct]) -> str:
    """Return the remedy for an unknown key, which may be a text with a half-width colon in it."""
    names = fields_of(model) if key.isascii() else keys_by_name(model)
    if getattr(model, "shorthand", "") and not key.isascii() and not near_matches(key, names):
        return TEXT_WITH_COLON
    return did_you_mean(key, names or fields_of(model))
