"""A YAML to start from: every key with its Chinese comment, and it builds as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from drafter.fields import FieldPlan, plan_of
from drafter.kinds import Kind, KindPart
from drafter.library import Library
from drafter.parameters import Parameters, Point
from drafter.widths import pad

COMMENT_COLUMN = 28


def starting_yaml(kind: str, library: Library) -> str:
    """Return the YAML of an empty speech of ``kind``; raise UnknownNameError where there is none.

    Each key has a comment where it first comes up. What is left ``~`` becomes a blank or
    the template's own words.
    """
    described = library.kind(kind)
    head = [
        f"# {described.name}：{described.summary}",
        "# 填好的值进正文；留着 ~ 的，文中用通用说法，或者留空位【……】。",
        "# 生成 Word：drafter build 本文件",
    ]
    given = {"kind": kind, "meeting": {"name": described.meeting}, "parts": _parts(described)}
    return "\n".join([*head, *_Writer().mapping(Parameters, given, "")]) + "\n"


def _parts(kind: Kind) -> list[dict[str, Any]]:
    longest = max(kind.parts, key=lambda part: part.points, default=None)
    return [_part(part, is_full=part is longest) for part in kind.parts]


def _part(part: KindPart, *, is_full: bool) -> dict[str, Any]:
    """Return a part with its empty points; in one part of the file the first shows all its keys."""
    points: list[dict[str, Any] | None] = [{"heading": None} for _ in range(part.points)]
    if is_full and points:
        points[0] = {}
    return {"role": part.role, "numbering": part.numbering, "points": points}


class _Writer:
    def __init__(self) -> None:
        self.told: set[tuple[type, str]] = set()

    def mapping(self, model: type[Struct], given: dict[str, Any], indent: str) -> Iterator[str]:
        """Yield the lines of a mapping: the keys given, or all of them where none is."""
        for key, plan in plan_of(model).items():
            if model is Point and given and key not in given:
                continue
            yield from self._key(model, plan, given.get(key), indent)

    def _key(self, model: type[Struct], plan: FieldPlan, value: Any, indent: str) -> Iterator[str]:
        comment = "" if (model, plan.key) in self.told else _comment(plan)
        self.told.add((model, plan.key))
        if not _is_spread(plan, model) or value == []:
            yield _line(f"{indent}{plan.key}: {value or _default(plan)}", comment)
            return
        yield _line(f"{indent}{plan.key}:", comment)
        if plan.is_list:
            for item in value or [{}]:
                yield from _as_item(self.mapping(plan.type, item, indent + "    "), indent + "  ")
        else:
            yield from self.mapping(plan.type, value or {}, indent + "  ")


def _as_item(lines: Iterator[str], indent: str) -> Iterator[str]:
    first = True
    for line in lines:
        yield f"{indent}- {line[len(indent) + 2 :]}" if first else line
        first = False


def _is_spread(plan: FieldPlan, model: type[Struct]) -> bool:
    """Tell whether a key is written out below itself: a mapping that no plain text can stand for."""
    if not plan.is_model or plan.type is model:
        return False
    return plan.is_list or not getattr(plan.type, "shorthand", "")


def _default(plan: FieldPlan) -> str:
    default = plan.default
    if isinstance(default, bool):
        return str(default).lower()
    return "~" if default in (None, (), msgspec.NODEFAULT) or isinstance(default, Struct) else str(default)


def _comment(plan: FieldPlan) -> str:
    return f"# {plan.label}：{plan.hint}"


def _line(text: str, comment: str) -> str:
    return f"{pad(text, COMMENT_COLUMN)} {comment}" if comment else text
