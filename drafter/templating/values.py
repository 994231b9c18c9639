"""Values that know where they came from, as templates meet them.

Printed as it is, a value announces itself through ``__html__`` and becomes a field; filtered
or joined it is plain text, since a derived value must not be written back. What the YAML
does not give is false in a test and prints as a blank.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Self

from markupsafe import Markup, escape
from msgspec import Struct
from msgspec.structs import replace

from drafter.i18n import _
from drafter.models.fields import FieldSpec, fields_of
from drafter.models.paths import ANSWERS


class UnknownParameterError(Exception):
    """A template asks for a parameter that the model does not have."""

    def __init__(self, name: str, known: list[str]) -> None:
        self.name = name
        self.known = known
        super().__init__(name)


class Value(str):
    """A given value; ``path`` is set by whoever makes one."""

    __slots__ = ("path",)
    path: str

    @classmethod
    def of(cls, text: str, path: str) -> Self:
        """Return ``text``, which stands at ``path`` of the parameters."""
        value = cls(text)
        value.path = path
        return value

    def __html__(self) -> str:
        text = str(self)
        if "&" in text or "<" in text or ">" in text:
            text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return f'<field path="{_attribute(self.path)}">{text}</field>'


class Day(Value):
    """A date, as it is written in a speech: Arabic digits, no leading zeros (GB/T 9704-2012, 7.3.5.4)."""

    __slots__ = ("year",)
    year: int

    @classmethod
    def on(cls, day: datetime.date, path: str) -> Day:
        """Return ``day`` as 2025年10月11日."""
        value = cls.of(f"{day.year}年{day.month}月{day.day}日", path)
        value.year = day.year
        return value


class Missing(Struct, gc=False):
    """A value nobody has given: false, and a blank when printed."""

    path: str
    label: str
    hint: str

    def __html__(self) -> str:
        return _blank(self.path, self.label, self.hint)

    def __str__(self) -> str:
        return f"【{self.label}】"

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0


class View:
    """A mapping of the parameters, its keys as attributes."""

    def __init__(self, model: Struct, path: str, plan: FieldSpec | None = None) -> None:
        # All keys at once: a template asks for nearly all of them, and one by one costs thrice as much.
        keys = self.__dict__
        prefix = f"{path}." if path else ""
        for key, below in fields_of(type(model)).items():
            value = getattr(model, below.name)
            if value is None and not below.is_list:
                keys[key] = Missing(prefix + key, below.label, below.hint)
            else:
                keys[key] = wrap(value, prefix + key, below)
        self._model, self._path, self._plan = model, path, plan

    def __getattr__(self, key: str) -> Any:
        if key.startswith("_"):
            raise AttributeError(key)
        raise UnknownParameterError(key, list(fields_of(type(self._model))))

    def __bool__(self) -> bool:
        return is_given(self._model)

    def __html__(self) -> str:
        """The one value that a plain text stands for here, or a blank in its place."""
        shorthand = getattr(self._model, "shorthand", "")
        if not shorthand:
            keys = _(", ").join(fields_of(type(self._model)))
            raise TypeError(_("a mapping cannot be printed whole: name one of {keys}").format(keys=keys))
        value = getattr(self, shorthand)
        if value:
            return str(value.__html__())
        plan = self._plan
        return Missing(self._path, plan.label if plan else "", plan.hint if plan else "").__html__()


class Items(list[Any]):
    """A list of the parameters and its path.

    Items without any value in them are left out, except parts and points, whose places
    count. ``unknown`` tells a list nobody has said anything of from one said to be empty.
    """

    def __init__(self, values: tuple[Any, ...] | None, path: str, plan: FieldSpec) -> None:
        self.path, self.plan, self.values = path, plan, values
        if values:
            keeps_empty = plan.extra.get("keeps_empty", False)
            for index, value in enumerate(values):
                item = wrap(value, f"{path}[{index}]", plan)
                if keeps_empty or item:
                    self.append(item)

    def __html__(self) -> str:
        """A list cannot be printed: how its items are joined is for the template to say."""
        raise TypeError(_("a list cannot be printed whole: use `names`, `clauses` or a loop"))

    @property
    def unknown(self) -> bool:
        """Whether nobody has said anything of this list, not even that it is empty."""
        return not self and self.values != ()

    def at(self, index: int) -> Any:
        """Return the item at ``index``, or an empty one that prints as blanks."""
        if index < len(self):
            return self[index]
        path = f"{self.path}[{index}]"
        if self.plan.is_model:
            return View(self.plan.type(), path, self.plan)
        return wrap(None, path, replace(self.plan, is_list=False))


def _attribute(path: str) -> str:
    """Return ``path`` as it stands in the markup: only the label of an answer may have signs of it."""
    return escape(path) if path.startswith(ANSWERS) else path


# Drafts of one kind have nearly the same blanks.
@lru_cache(maxsize=2048)
def _blank(path: str, label: str, hint: str) -> str:
    return f'<blank path="{_attribute(path)}" label="{escape(label)}" hint="{escape(hint)}"/>'


def wrap(value: Any, path: str, plan: FieldSpec) -> Any:
    """Return ``value`` as a template sees it; flags, numbers and names are themselves."""
    if isinstance(value, str):
        return Value.of(value, path) if plan.is_words else value
    if isinstance(value, Struct):
        return View(value, path, plan)
    if plan.is_list:
        return Items(value, path, plan)
    if value is None:
        return Missing(path, plan.label, plan.hint)
    return Day.on(value, path) if isinstance(value, datetime.date) else value


def is_given(value: Any) -> bool:
    """Tell whether ``value``, a model or list perhaps, holds anything that somebody wrote."""
    if isinstance(value, Struct):
        return any(is_given(getattr(value, name)) for name in value.__struct_fields__)
    if isinstance(value, tuple):
        return any(map(is_given, value))
    return value is not None


def path_of(value: Any) -> str:
    """Return the path of a value, a list or a mapping, "" for what is none of the parameters."""
    return str(value._path if isinstance(value, View) else getattr(value, "path", ""))


def join(values: list[Any], mark: str) -> Markup:
    """Return ``values`` joined by ``mark``, each still a field."""
    return Markup(escape(mark)).join(values)
