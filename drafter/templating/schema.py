"""The keys of the YAML as a JSON Schema for editors, and as a Markdown page for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import NODEFAULT, Struct

from drafter.i18n import _
from drafter.library import Library, names_of_kind
from drafter.models.constraints import Constraints
from drafter.models.fields import FieldSpec, fields_of
from drafter.models.parameters import Parameters

# An unquoted `35` or `true` is no string for an editor, but the loader reads it as text.
SCALAR = ["string", "number", "boolean"]
FLAGS = [True, False, "是", "否"]

# What JSON Schema calls the bounds of numbers, texts and lists.
BOUNDS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}
LENGTHS_OF_TEXTS = {"min_length": "minLength", "max_length": "maxLength"}
LENGTHS_OF_LISTS = {"min_length": "minItems", "max_length": "maxItems"}


def json_schema(library: Library, kind: str | None = None) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a YAML file, with the names in ``library``.

    Each key is there under both its names, and so are the names of things in the library. With
    ``kind``, only what this kind of speech takes; raises UnknownNameError where there
    is none.
    """
    schema: dict[str, Any] = msgspec.json.schema(Parameters)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    definitions = schema["$defs"]
    for _path, model in _models(Parameters, "", set()):
        definition = definitions[model.__name__]
        for spec in fields_of(model).values():
            definition["properties"][spec.key] = _relaxed(spec)
    _name_choices(definitions, library, kind)
    for _path, model in _models(Parameters, "", set()):
        definition = definitions[model.__name__]
        _add_chinese_keys(definition, model)
        definitions[model.__name__] = _shortened(definition, model)
    return schema


def _add_chinese_keys(definition: dict[str, Any], model: type[Struct]) -> None:
    """Add each key under its Chinese name; of a key that is required, either name will do."""
    required = definition.pop("required", [])
    for spec in fields_of(model).values():
        definition["properties"][spec.zh] = definition["properties"][spec.key]
    either = [
        {"anyOf": [{"required": [name]} for name in dict.fromkeys((spec.key, spec.zh))]}
        for spec in fields_of(model).values()
        if spec.key in required
    ]
    definition.update({"allOf": either} if either else {})


def _relaxed(spec: FieldSpec) -> dict[str, Any]:
    """Return the schema of one key as the loader reads it: null for no value, one item for a list."""
    words = {"title": spec.label, "description": spec.hint}
    if spec.is_list:
        return {**words, "anyOf": [*_list_or_item(spec), {"type": "null"}]}
    value = _reference(spec) if spec.is_model else _scalar(spec)
    if spec.required:
        return {**words, **value}
    if spec.is_model:
        return {**words, "anyOf": [value, {"type": "null"}]}
    if "enum" in value:
        return {**words, "enum": [*value["enum"], None]}
    return {**words, **value, "type": [*value["type"], "null"]}


def _list_or_item(spec: FieldSpec) -> Iterator[dict[str, Any]]:
    """Yield the schema of a list and, unless it must have more items, that of one item in its place."""
    item = _reference(spec) if spec.is_model else _scalar(spec)
    yield {"type": "array", "items": item, **_keywords(spec.list_constraints, LENGTHS_OF_LISTS)}
    if (spec.list_constraints.min_length or 0) <= 1:
        yield item


def _reference(spec: FieldSpec) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{spec.type.__name__}"}


def _scalar(spec: FieldSpec) -> dict[str, Any]:
    if spec.type is bool:
        return {"enum": FLAGS}
    choices = getattr(spec.type, "__args__", None)
    if choices:
        return {"enum": [*choices, *spec.names.values()]}
    if spec.type in (int, float):
        name = "integer" if spec.type is int else "number"
        return {"type": [name], **_keywords(spec.constraints, BOUNDS)}
    return {"type": SCALAR, **_keywords(spec.constraints, LENGTHS_OF_TEXTS)}


def _keywords(constraints: Constraints, names: dict[str, str]) -> dict[str, Any]:
    """Return ``constraints`` in the words of JSON Schema; ``names`` are its words for bounds."""
    bounds = {name: getattr(constraints, bound) for bound, name in names.items()}
    found = {name: bound for name, bound in bounds.items() if bound is not None}
    each: list[dict[str, Any]] = [{"pattern": pattern} for pattern in constraints.patterns]
    each += [{"multipleOf": step} for step in constraints.multiples]
    return {**found, **(each[0] if len(each) == 1 else {"allOf": each} if each else {})}


def _shortened(definition: dict[str, Any], model: type[Struct]) -> dict[str, Any]:
    definition.pop("description", None)
    shorthand = getattr(model, "shorthand", "")
    return {"anyOf": [_scalar(fields_of(model)[shorthand]), definition]} if shorthand else definition


def _name_choices(definitions: dict[str, Any], library: Library, kind: str | None) -> None:
    kinds = [library.kind_id(kind)] if kind else library.kinds()
    parts = [part for name in kinds for part in library.kind(name).parts]
    roles = [*sorted({part.role for part in parts}), *sorted({part.name for part in parts})]
    layouts = [*library.layouts(), *(library.layout(name).name for name in library.layouts())]
    definitions["Parameters"]["properties"]["kind"].update(enum=_with_names(kinds, library))
    for choice in definitions["Parameters"]["properties"]["papers"]["anyOf"]:
        if choice["type"] != "null":
            choice.get("items", choice)["enum"] = _with_names(library.kinds(), library)
    definitions["Style"]["properties"]["layout"].update(enum=[*filter(None, layouts), None])
    definitions["Part"]["properties"]["role"].update(enum=[*roles, None])
    definitions["Quotation"]["properties"]["in"].update(enum=[*roles, None])


def _with_names(kinds: list[str], library: Library) -> list[str]:
    """Return the ids of kinds, and the names under which each is known."""
    names = [name for kind in kinds for name in names_of_kind(library.kind(kind).name)]
    return list(dict.fromkeys((*kinds, *names)))


def key_reference() -> str:
    """Return a Markdown page with a table of keys for each mapping of the YAML."""
    lines = [f"# {_('The keys of the YAML')}", "", _("Made by `drafter schema --markdown`; do not edit."), ""]
    for path, model in _models(Parameters, "", set()):
        lines += [f"## {f'`{path}`' if path else _('At the top')}", ""]
        heads = (_("key"), _("Chinese key"), _("label"), _("what to write"), _("form"))
        lines += [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
        lines += [_row(spec) for spec in fields_of(model).values()]
        lines.append("")
    return "\n".join(lines)


def _models(model: type[Struct], path: str, seen: set[type]) -> Iterator[tuple[str, type[Struct]]]:
    yield path, model
    seen.add(model)
    for spec in fields_of(model).values():
        if spec.is_model and spec.type not in seen:
            below = f"{path}.{spec.key}".lstrip(".") + ("[]" if spec.is_list else "")
            yield from _models(spec.type, below, seen)


def _row(spec: FieldSpec) -> str:
    description = spec.hint.replace("|", "\\|")
    return f"| `{spec.key}` | `{spec.zh}` | {spec.label} | {description} | {_form(spec)} |"


def _form(spec: FieldSpec) -> str:
    words = [_type_name(spec)]
    if spec.is_list:
        words.append(_("one or a list"))
    if spec.required:
        words.append(_("required"))
    elif spec.default not in (None, (), NODEFAULT) and not isinstance(spec.default, Struct):
        words.append(_("default {value}").format(value=f"`{_yaml(spec.default)}`"))
    return _(", ").join(words)


def _type_name(spec: FieldSpec) -> str:
    choices = getattr(spec.type, "__args__", None)
    if choices:
        return " ".join(f"`{choice}`{spec.names.get(choice, '')}" for choice in choices)
    if spec.is_model:
        short = getattr(spec.type, "shorthand", "")
        return _("mapping, or its `{key}` as text").format(key=short) if short else _("mapping")
    names = {str: _("text"), bool: "`true` `false`", int: _("whole number"), float: _("number")}
    return names.get(spec.type, _("date"))


def _yaml(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
