"""The values of the YAML as templates see them: each knows its path.

A value that is printed unchanged writes its own ``<field>`` through ``__html__``. A value that is
filtered or joined is plain text, since a derived value must not be written back. A value that the
YAML does not give is false in a test, and prints as a blank.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Self

from markupsafe import Markup, escape
from msgspec import Struct
from msgspec.structs import replace

from drafter.facts import patterns as re
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
    """A given value and its path; ``of`` makes one."""

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
    """A value that the YAML does not give: false in a test, a blank when printed."""

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

    def __init__(self, model: Struct, path: str, spec: FieldSpec | None = None) -> None:
        # All keys at once: templates ask for nearly all of them, and one at a time costs three times as much.
        keys = self.__dict__
        prefix = f"{path}." if path else ""
        for key, below in fields_of(type(model)).items():
            value = getattr(model, below.name)
            if value is None and not below.is_list:
                keys[key] = Missing(prefix + key, below.label, below.hint)
            else:
                keys[key] = wrap(value, prefix + key, below)
        self._model, self._path, self._spec = model, path, spec

    def __getattr__(self, key: str) -> Any:
        if key.startswith("_"):
            raise AttributeError(key)
        raise UnknownParameterError(key, list(fields_of(type(self._model))))

    def __bool__(self) -> bool:
        return is_given(self._model)

    def __html__(self) -> str:
        """Return the key that a plain text can stand for, or a blank; raise TypeError where there is none."""
        shorthand = getattr(self._model, "shorthand", "")
        if not shorthand:
            keys = _(", ").join(fields_of(type(self._model)))
            raise TypeError(_("a mapping cannot be printed whole: name one of {keys}").format(keys=keys))
        value = getattr(self, shorthand)
        if value:
            return str(value.__html__())
        spec = self._spec
        return Missing(self._path, spec.label if spec else "", spec.hint if spec else "").__html__()

    def __str__(self) -> str:
        """Return the text that a mapping of one key stands for; raise TypeError where there is none."""
        shorthand = getattr(self._model, "shorthand", "")
        return str(getattr(self, shorthand)) if shorthand else self.__html__()


class Items(list[Any]):
    """A list of the parameters and its path.

    Items without any value are left out, except parts and points, whose places count.
    """

    def __init__(self, values: tuple[Any, ...] | None, path: str, spec: FieldSpec) -> None:
        self.path, self.spec, self.values = path, spec, values
        if values:
            keeps_empty = spec.extra.get("keeps_empty", False)
            for index, value in enumerate(values):
                item = wrap(value, f"{path}[{index}]", spec)
                if keeps_empty or item:
                    self.append(item)

    def __html__(self) -> str:
        """Raise TypeError: a template says how it joins the items."""
        raise TypeError(_("a list cannot be printed whole: use `names`, `clauses` or a loop"))

    @property
    def unknown(self) -> bool:
        """Whether the YAML says nothing of this list; an empty list says that there is none."""
        return not self and self.values != ()

    def at(self, index: int) -> Any:
        """Return the item at ``index``, or an empty one that prints as blanks."""
        if index < len(self):
            return self[index]
        path = f"{self.path}[{index}]"
        if self.spec.is_model:
            return View(self.spec.type(), path, self.spec)
        return wrap(None, path, replace(self.spec, is_list=False))


def _attribute(path: str) -> str:
    """Return ``path`` escaped for the markup: only the label of an answer may need it."""
    return escape(path) if path.startswith(ANSWERS) else path


_CLAUSE_END = "；"
# Signs of YAML, and words as its keys and the commands are: 没有议程写 []，用 | 指定换行处，见 drafter kinds.
_OF_YAML = re.compile(r"\[\]|[{}|]|YAML|(?<![A-Za-z])[a-z_]{4,}(?![A-Za-z])")


# Most blanks occur in every draft of a kind.
@lru_cache(maxsize=2048)
def _blank(path: str, label: str, hint: str) -> str:
    said = escape(without_keys(hint))
    return f'<blank path="{_attribute(path)}" label="{escape(label)}" hint="{said}"/>'


def without_keys(hint: str) -> str:
    """Return ``hint`` as whoever fills a blank in Word reads it: without what is about the YAML."""
    return _CLAUSE_END.join(one for one in hint.split(_CLAUSE_END) if _OF_YAML.search(one) is None)


def wrap(value: Any, path: str, spec: FieldSpec) -> Any:
    """Return ``value`` as a template sees it; flags, numbers and names of things stay as they are."""
    if isinstance(value, str):
        return Value.of(value, path) if spec.is_words else value
    if isinstance(value, Struct):
        return View(value, path, spec)
    if spec.is_list:
        return Items(value, path, spec)
    if value is None:
        return Missing(path, spec.label, spec.hint)
    return Day.on(value, path) if isinstance(value, datetime.date) else value


def is_given(value: Any) -> bool:
    """Return whether ``value``, also a model or a list, holds anything that the YAML gives."""
    if isinstance(value, Struct):
        return any(is_given(getattr(value, name)) for name in value.__struct_fields__)
    if isinstance(value, tuple):
        return any(map(is_given, value))
    return value is not None


def path_of(value: Any) -> str:
    """Return the path of a value, a list or a mapping; "" for what is no parameter."""
    return str(value._path if isinstance(value, View) else getattr(value, "path", ""))


def join(values: list[Any], mark: str) -> Markup:
    """Return ``values`` joined by ``mark``, each still a field."""
    return Markup(escape(mark)).join(values)
