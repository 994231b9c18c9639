"""What becomes of a YAML the night before: values changed or taken back; points added, dropped, moved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from msgspec import to_builtins

from drafter.errors import InputError
from drafter.library import builtin_library
from drafter.models.parameters import Parameters
from drafter.models.paths import steps_of
from drafter.models.validate import validate
from drafter.speech.numbering import NUMBERINGS
from drafter.templating.draft import draft_paper

Data = dict[str, Any]
Change = Callable[[Data, int, int], None]

# Where a value of a certain form is asked for, or one that other values hang on.
_FORMED = {
    "kind",
    "role",
    "in",
    "layout",
    "numbering",
    "pattern",
    "say",
    "depth",
    "level",
    "date",
    "topic",
    "who",
}
_FORMED |= {"issued", "papers", "minutes", "rate", "outline", "thanks", "variation"}
_FILLABLE = (
    ("speaker", "name"), ("speaker", "post"), ("meeting", "date"), ("meeting", "region"),
    ("meeting", "venue"), ("meeting", "host"), ("salutation",), ("closing",), ("appraisal",), ("topic",),
    ("title",), ("notice", "contact"), ("notice", "phone"), ("notice", "number"), ("notice", "reply_by"),
)  # fmt: skip


def held(parameters: Parameters) -> Data:
    """The values of ``parameters`` as a YAML has them: what is not given is not there."""
    return _given(to_builtins(parameters))


def _given(value: Any) -> Any:
    if isinstance(value, dict):
        below = {key: _given(one) for key, one in value.items()}
        return {key: one for key, one in below.items() if one not in (None, {}, [], "")}
    if isinstance(value, list | tuple):
        return [_given(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else value if isinstance(value, str) else str(value)


def checked(data: Data) -> Parameters | None:
    """The parameters of ``data``; None where a clerk would be told of a fault."""
    parameters, problems = validate(data, Parameters)
    return None if problems else parameters


def can_be_drafted(parameters: Parameters) -> bool:
    """Tell whether the kind's templates take ``parameters``."""
    try:
        draft_paper(parameters, parameters.kind, builtin_library())
    except InputError:
        return False
    return True


def changed(parameters: Parameters, script: list[tuple[Change, int, int]]) -> Parameters:
    """What becomes of ``parameters``; changes that make no sense are left out."""
    versions = [parameters]
    for change, where, how in script:
        data = held(versions[-1])
        change(data, where, how)
        after = checked(data)
        versions += [after] if after is not None else []
    return next(one for one in reversed(versions) if one is parameters or can_be_drafted(one))


def _leaves(value: Any, holder: Any = None, key: Any = None) -> Iterator[tuple[Any, Any]]:
    if isinstance(value, dict):
        for name, below in value.items():
            yield from _leaves(below, value, name)
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _leaves(below, value, index)
    elif key not in _FORMED:
        yield holder, key


def _new(how: int, like: str) -> str:
    """A value that nobody gave before; a figure where there was one."""
    return (
        str(100 + how % 900)
        if like.isdecimal()
        else f"新{chr(0x9000 + how % 800)}值{chr(0x8600 + how % 777)}"
    )


def change_value(data: Data, where: int, how: int) -> None:
    """Write another value, or other prose."""
    leaves = list(_leaves(data))
    holder, key = leaves[where % len(leaves)]
    holder[key] = _new(how, holder[key])


def change_date(data: Data, _where: int, how: int) -> None:
    """Put the meeting off."""
    data["meeting"]["date"] = f"2025-11-{1 + how % 28:02}"


def amend_value(data: Data, where: int, how: int) -> None:
    """Change a few characters of a value or of prose."""
    leaves = list(_leaves(data))
    holder, key = leaves[where % len(leaves)]
    text = holder[key]
    place = how % (len(text) + 1)
    holder[key] = f"{text[:place]}{_new(how, text)[:2]}{text[place + how % 3 :]}"


def take_back(data: Data, where: int, _how: int) -> None:
    """Take a value out."""
    leaves = [(holder, key) for holder, key in _leaves(data) if isinstance(holder, dict) and key != "name"]
    if leaves:
        holder, key = leaves[where % len(leaves)]
        del holder[key]


def fill_in(data: Data, where: int, how: int) -> None:
    """Give a value that was not given."""
    path = _FILLABLE[where % len(_FILLABLE)]
    place = data
    for key in path[:-1]:
        place = place.setdefault(key, {})
    place[path[-1]] = f"2025-11-{1 + how % 28:02}" if path[-1] == "date" else _new(how, "")


def change_at(data: Data, path: str, how: int) -> None:
    """Give the value at ``path`` anew."""
    place: Any = data
    *above, last = steps_of(path)
    for step in above:
        place = place.setdefault(step, {}) if isinstance(place, dict) else place[step]
    if isinstance(place.get(last) if isinstance(place, dict) else "", str | None):
        place[last] = f"2025-11-{1 + how % 28:02}" if last in ("date", "issued") else _new(how, "")


def _lists(value: Any) -> Iterator[list[Any]]:
    if isinstance(value, dict):
        for key, below in value.items():
            if isinstance(below, list) and key not in ("papers", "parts"):
                yield below
            yield from _lists(below)
    elif isinstance(value, list):
        for below in value:
            yield from _lists(below)


def _pick(data: Data, where: int) -> list[Any]:
    lists = [one for one in _lists(data) if one]
    return lists[where % len(lists)] if lists else []


def add_item(data: Data, where: int, how: int) -> None:
    """Add a point, a measure, a figure, a purpose."""
    items = _pick(data, where)
    if items:
        new = deepcopy(items[how % len(items)])
        items.insert(how % (len(items) + 1), _renewed(new, how))


def _renewed(value: Any, how: int) -> Any:
    if isinstance(value, dict):
        return {key: one if key in _FORMED else _renewed(one, how + 1) for key, one in value.items()}
    if isinstance(value, list):
        return [_renewed(one, how + 2) for one in value]
    return _new(how, value)


def drop_item(data: Data, where: int, how: int) -> None:
    """Drop a point, a measure, a figure."""
    items = _pick(data, where)
    if len(items) > 1:
        del items[how % len(items)]


def move_item(data: Data, where: int, how: int) -> None:
    """Move a point elsewhere."""
    items = _pick(data, where)
    if len(items) > 1:
        items.insert(how // 7 % len(items), items.pop(how % len(items)))


def restyle(data: Data, where: int, how: int) -> None:
    """Ask for another length, another variation, an outline or none."""
    style = data.setdefault("style", {})
    if where % 4 == 0:
        style["variation"] = str(1 + how % 9)
    elif where % 4 == 1:
        style["depth"] = ("brief", "standard", "full")[how % 3]
    elif where % 4 == 2:
        style["outline"] = ("true", "false")[how % 2]
    else:
        data["meeting"]["level"] = ("省", "市", "县", "区", "乡", "镇", "单位")[how % 7]


def renumber(data: Data, where: int, how: int) -> None:
    """Number the points of a part otherwise."""
    parts = data.get("parts", [])
    if parts:
        parts[where % len(parts)]["numbering"] = sorted(NUMBERINGS)[how % len(NUMBERINGS)]


def add_part(data: Data, where: int, how: int) -> None:
    """Put a part in."""
    parts = data.get("parts", [])
    if parts:
        new = _renewed(deepcopy(parts[how % len(parts)]), how)
        new.pop("role", None)
        parts.insert(where % (len(parts) + 1), new)


def drop_part(data: Data, where: int, _how: int) -> None:
    """Drop a part."""
    parts = data.get("parts", [])
    if len(parts) > 1:
        del parts[where % len(parts)]


CHANGES: tuple[Change, ...] = (
    change_value, change_value, change_date, amend_value, amend_value, take_back, fill_in, add_item,
    drop_item, move_item, restyle, renumber, add_part, drop_part,
)  # fmt: skip
