"""What a person calls a value: 第二部分第一个要点的数据“病险水库”, part 2, point 1, figure “病险水库”.

Programs are told the path of the value instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from drafter.i18n import _, speaks_chinese
from drafter.models.fields import FieldSpec, fields_of
from drafter.models.parameters import Parameters
from drafter.models.paths import key_of, label_in, paths_in, steps_of
from drafter.speech.numbering import chinese

# The measure words of items that are counted otherwise than 第一项.
_MEASURES = {
    "parts": "",
    **dict.fromkeys(("points", "problems", "cases", "visits", "who", "units", "guests", "to"), "个"),
    **dict.fromkeys(("measures", "quotations", "requirements"), "条"),
    "people": "位",
}
# The keys by which an item is called, and the one that is the item itself where it has a name.
_NAMES, _AMOUNT = ("name", "title", "word"), "value"
# A longer name is none.
_LONGEST = 30


class _Step(Struct):
    """A key on the way to a value, with the place of an item, and what stands there in each of the givens."""

    spec: FieldSpec
    values: list[Any]
    place: int | None = None
    siblings: list[Any] = []

    @property
    def shorthand(self) -> str:
        """The key that the whole of a mapping stands for, "" if there is none."""
        return str(getattr(self.spec.type, "shorthand", "")) if self.spec.is_model else ""


def value_name(path: str, *given: Parameters) -> str:
    """Return what a person calls the value at ``path``, the path itself where no key leads there.

    Items are called by the names that they have in the first of ``given`` that has them.
    """
    label = label_in(path)
    if label:
        return _("the blank “{label}”").format(label=label)
    steps = _steps(key_of(path), given)
    name = noun = ""
    for number, step in enumerate(steps):
        parent = steps[number - 1] if number else None
        noun = _noun(step.spec, noun)
        if step.place is not None:
            name = _joined(name, *_item(step, noun))
        elif number + 1 < len(steps):
            is_silent = _is_silent(step, steps[number + 1])
            name, noun = (name, "") if is_silent else (_joined(name, noun), noun)
        elif parent is None or not _stands_for(step, parent):
            name = _joined(name, step.spec.label if not speaks_chinese() else noun)
    return name or path


def path_called(name: str, givens: Iterable[Parameters]) -> str:
    """Return the path of the value that :func:`value_name` calls ``name``, "" where there is none.

    The end of its name is enough where no other value has it.
    """
    known = tuple(givens)
    names = {path: value_name(path, *known) for parameters in known for path in paths_in(parameters)}
    for path, called in names.items():
        if called == name:
            return key_of(path)
    # 病险水库 is enough where only one item has that name.
    short = {key_of(path) for path, called in names.items() if called.endswith((name, f"“{name}”"))}
    return short.pop() if name and len(short) == 1 else ""


def paths_called(names: Sequence[str], givens: Iterable[Parameters]) -> tuple[str, ...]:
    """Return the paths of the values called by ``names``; a name that no value has stays as it is.

    Of a list that was cut at its commas, the pieces of one name are put together: part 2, point 1. A number
    behind # stays: it tells the places of one value apart.
    """
    known, found, start = tuple(givens), [], 0
    while start < len(names):
        for end in range(len(names), start, -1):
            name, mark, number = ", ".join(names[start:end]).partition("#")
            path = path_called(name, known)
            if path or end == start + 1:
                found.append(f"{path or name}{mark}{number}")
                start = end
                break
    return tuple(found)


def _steps(path: str, given: Sequence[Parameters]) -> list[_Step]:
    """Return the steps of ``path`` along the models; none where it leads nowhere."""
    model: type[Struct] | None = Parameters
    here: list[Any] = list(given)
    steps: list[_Step] = []
    for key in steps_of(path):
        if isinstance(key, int):
            if not steps or steps[-1].place is not None:
                return []
            last = steps[-1]
            last.siblings = next((values for values in here if values and key < len(values)), [])
            here = [values[key] for values in here if isinstance(values, tuple) and key < len(values)]
            last.place, last.values = key, here
            continue
        spec = fields_of(model).get(key) if model is not None else None
        if spec is None:
            return []
        here = [getattr(one, spec.name) for one in here if isinstance(one, Struct)]
        steps.append(_Step(spec, here))
        model = spec.type if spec.is_model else None
    return steps


def _is_silent(step: _Step, following: _Step) -> bool:
    """Tell whether a mapping goes unsaid: a heading, one that only leads on, all where keys are shown."""
    leads_on = following.place is not None or following.spec.is_model
    return not speaks_chinese() or leads_on or bool(step.shorthand)


def _stands_for(step: _Step, parent: _Step) -> bool:
    """Tell whether a key is what is meant by the whole it is in."""
    is_amount = step.spec.key == _AMOUNT and "name" in fields_of(parent.spec.type)
    return step.spec.key == parent.shorthand or is_amount


def _noun(spec: FieldSpec, above: str) -> str:
    """Return what a value or an item is called; in Chinese, without the words of what it is in."""
    if not speaks_chinese():
        return re.sub("(?<!^)(?=[A-Z])", " ", spec.type.__name__).lower() if spec.is_model else spec.label
    rest = spec.label.removeprefix(above)
    return rest if len(rest) > 1 else spec.label


def _item(step: _Step, noun: str) -> tuple[str, bool]:
    """Return what an item is called, and whether that is its number."""
    name = next(_names(step.values), "")
    namesakes = sum(1 for one in step.siblings if next(_names([one]), "") == name)
    if name and namesakes < 2:
        return _("{noun} “{name}”").format(noun=noun, name=name), False
    assert step.place is not None
    number = step.place + 1
    if not speaks_chinese():
        return _("{noun} {number}").format(noun=noun, number=number), True
    counted = _MEASURES.get(step.spec.key, "项") + noun
    return _("{noun} {number}").format(noun=counted, number=chinese(number)), True


def _names(items: Iterable[Any]) -> Iterator[str]:
    for item in items:
        for key in _NAMES:
            name = getattr(item, key, None)
            if isinstance(name, str) and 0 < len(name) <= _LONGEST and "\n" not in name:
                yield name


def _joined(above: str, below: str, is_numbered: bool = False) -> str:
    if not above:
        return below
    if is_numbered:
        return _("{above}, {numbered}").format(above=above, numbered=below)
    return _("{above}, {below}").format(above=above, below=below)
