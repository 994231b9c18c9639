"""The JSON Schema of the YAML, so that an editor completes and checks while one writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import NODEFAULT, Struct

from drafter.i18n import _
from drafter.library import Library
from drafter.models.constraints import Constraints
from drafter.models.fields import FieldSpec, fields_of
from drafter.models.parameters import Parameters

# An editor sees `35` and `true` where the model reads text.
SCALAR = ["string", "number", "boolean"]
FLAGS = [True, False, "是", "否"]

# What JSON Schema calls the bounds of numbers, texts and lists.
BOUNDS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}
LENGTHS_OF_TEXTS = {"min_length": "minLength", "max_length": "maxLength"}
LENGTHS_OF_LISTS = {"min_length": "minItems", "max_length": "maxItems"}


def json_schema(library: Library, kind: str | None = None) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a YAML file, with the names that ``library`` holds.

    With ``kind``, only what this kind of speech takes; raises UnknownNameError where there
    is none.
    """
    schema: dict[str, Any] = msgspec.json.schema(Parameters)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    definitions = schema["$defs"]
    for _path, model in _models(Parameters, "", set()):
        name, definition = model.__name__, definitions[model.__name__]
        for plan in fields_of(model).values():
            definition["properties"][plan.key] = _relaxed(plan)
        definitions[name] = _shortened(definition, model)
    _name_choices(definitions, library, kind)
    return schema


def _relaxed(plan: FieldSpec) -> dict[str, Any]:
    """Return the schema of one key as the loader reads it: null for nothing, one item for a list."""
    words = {"title": plan.label, "description": plan.hint}
    if plan.is_list:
        return {**words, "anyOf": [*_list_or_item(plan), {"type": "null"}]}
    value = _reference(plan) if plan.is_model else _scalar(plan)
    if plan.required:
        return {**words, **value}
    if plan.is_model:
        return {**words, "anyOf": [value, {"type": "null"}]}
    if "enum" in value:
        return {**words, "enum": [*value["enum"], None]}
    return {**words, **value, "type": [*value["type"], "null"]}


def _list_or_item(plan: FieldSpec) -> Iterator[dict[str, Any]]:
    """Yield the schema of a list and, unless it must have more items, that of one item in its place."""
    item = _reference(plan) if plan.is_model else _scalar(plan)
    yield {"type": "array", "items": item, **_keywords(plan.list_constraints, LENGTHS_OF_LISTS)}
    if (plan.list_constraints.min_length or 0) <= 1:
        yield item


def _reference(plan: FieldSpec) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{plan.type.__name__}"}


def _scalar(plan: FieldSpec) -> dict[str, Any]:
    if plan.type is bool:
        return {"enum": FLAGS}
    choices = getattr(plan.type, "__args__", None)
    if choices:
        return {"enum": [*choices]}
    if plan.type in (int, float):
        name = "integer" if plan.type is int else "number"
        return {"type": [name], **_keywords(plan.constraints, BOUNDS)}
    return {"type": SCALAR, **_keywords(plan.constraints, LENGTHS_OF_TEXTS)}


def _keywords(constraints: Constraints, names: dict[str, str]) -> dict[str, Any]:
    """Return ``constraints`` in the words of JSON Schema; ``names`` are its words for bounds."""
    bounds = {name: getattr(constraints, bound) for bound, name in names.items()}
    found = {name: bound for name, bound in bounds.items() if bound is not None}
    each: list[dict[str, Any]] = [{"pattern": pattern} for pattern in constraints.patterns]
    each += [{"multipleOf": step} for step in constraints.multiples]
    return {**found, **(each[0] if len(each) == 1 else {"allOf": each} if each else {})}


def _shortened(definition: dict[str, Any], model: type[Struct]) -> dict[str, Any]:
    definition.pop("description", None)
    return {"anyOf": [{"type": SCALAR}, definition]} if getattr(model, "shorthand", "") else definition


def _name_choices(definitions: dict[str, Any], library: Library, kind: str | None) -> None:
    kinds = [kind] if kind else library.kinds()
    roles = sorted({part.role for name in kinds for part in library.kind(name).parts})
    definitions["Parameters"]["properties"]["kind"].update(enum=kinds)
    for choice in definitions["Parameters"]["properties"]["papers"]["anyOf"]:
        if choice["type"] != "null":
            choice.get("items", choice)["enum"] = library.kinds()
    definitions["Style"]["properties"]["layout"].update(enum=[*library.layouts(), None])
    definitions["Part"]["properties"]["role"].update(enum=[*roles, None])
    definitions["Quotation"]["properties"]["in"].update(enum=[*roles, None])


def key_reference() -> str:
    """Return a Markdown page with a table of keys for each mapping of the YAML."""
    lines = [f"# {_('The keys of the YAML')}", "", _("Made by `drafter schema --markdown`; do not edit."), ""]
    for path, model in _models(Parameters, "", set()):
        lines += [f"## {f'`{path}`' if path else _('At the top')}", ""]
        lines += [f"| {_('key')} | {_('label')} | {_('what to write')} | {_('form')} |", "|---|---|---|---|"]
        lines += [_row(plan) for plan in fields_of(model).values()]
        lines.append("")
    return "\n".join(lines)


def _models(model: type[Struct], path: str, seen: set[type]) -> Iterator[tuple[str, type[Struct]]]:
    yield path, model
    seen.add(model)
    for plan in fields_of(model).values():
        if plan.is_model and plan.type not in seen:
            below = f"{path}.{plan.key}".lstrip(".") + ("[]" if plan.is_list else "")
            yield from _models(plan.type, below, seen)


def _row(plan: FieldSpec) -> str:
    description = plan.hint.replace("|", "\\|")
    return f"| `{plan.key}` | {plan.label} | {description} | {_form(plan)} |"


def _form(plan: FieldSpec) -> str:
    words = [_type_name(plan)]
    if plan.is_list:
        words.append(_("one or a list"))
    if plan.required:
        words.append(_("required"))
    elif plan.default not in (None, (), NODEFAULT) and not isinstance(plan.default, Struct):
        words.append(_("default {value}").format(value=f"`{_yaml(plan.default)}`"))
    return _(", ").join(words)


def _type_name(plan: FieldSpec) -> str:
    choices = getattr(plan.type, "__args__", None)
    if choices:
        return " ".join(f"`{choice}`" for choice in choices)
    if plan.is_model:
        short = getattr(plan.type, "shorthand", "")
        return _("mapping, or its `{key}` as text").format(key=short) if short else _("mapping")
    names = {str: _("text"), bool: "`true` `false`", int: _("whole number"), float: _("number")}
    return names.get(plan.type, _("date"))


def _yaml(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
