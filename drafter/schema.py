"""The JSON Schema of the YAML, so that an editor completes and checks while one writes."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from drafter import parameters
from drafter.fields import FieldPlan, plan_of
from drafter.library import Library
from drafter.parameters import Parameters

# An editor sees `35` and `true` where the model reads text.
SCALAR = ["string", "number", "boolean"]
FLAG = {"enum": [True, False, "是", "否", None]}


def json_schema(library: Library, kind: str | None = None) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a YAML file, with the names that ``library`` holds.

    With ``kind``, only what this kind of speech takes; raises UnknownNameError where there
    is none.
    """
    schema: dict[str, Any] = msgspec.json.schema(Parameters)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    definitions = schema["$defs"]
    for name, definition in list(definitions.items()):
        model = getattr(parameters, name)
        for plan in plan_of(model).values():
            definition["properties"][plan.key] = _relaxed(plan)
        definitions[name] = _shortened(definition, model)
    _name_choices(definitions, library, kind)
    return schema


def _relaxed(plan: FieldPlan) -> dict[str, Any]:
    """Return the schema of one key as the loader reads it: null for nothing, one item for a list."""
    told = {"title": plan.label, "description": plan.hint}
    if plan.is_list:
        items = {"$ref": f"#/$defs/{plan.type.__name__}"} if plan.is_model else {"type": SCALAR}
        return {**told, "anyOf": [{"type": "array", "items": items}, items, {"type": "null"}]}
    if plan.is_model:
        reference = {"$ref": f"#/$defs/{plan.type.__name__}"}
        return {**told, **reference} if plan.required else {**told, "anyOf": [reference, {"type": "null"}]}
    if plan.type is bool:
        return {**told, **FLAG}
    choices = getattr(plan.type, "__args__", None)
    if choices:
        return {**told, "enum": [*choices, None]}
    if plan.type in (int, float):
        return {**told, "type": ["integer" if plan.type is int else "number", "null"], **_bounds(plan)}
    return {**told, "type": SCALAR if plan.required else [*SCALAR, "null"]}


def _bounds(plan: FieldPlan) -> dict[str, Any]:
    meta = plan.meta
    bounds = {"minimum": meta.ge, "exclusiveMinimum": meta.gt, "maximum": meta.le}
    return {name: bound for name, bound in bounds.items() if bound is not None}


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
