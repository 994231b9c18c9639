"""The language in which a mapping is written: the names of its keys, and of what its values name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from drafter.models.fields import FieldSpec, fields_of, keys_by_name
from drafter.yaml.nodes import MappingNode, Node, SequenceNode

# The Chinese names of things in the library by their ids, for each sort of thing: kind, layout, role.
LibraryNames = Mapping[str, Mapping[str, str]]


_ENGLISH_WORD = re.compile("[a-z][a-z_-]+")
# Keys in a hint: one alone, or those of a mapping; {focus} is a placeholder, and `drafter kinds` a command.
_KEYS = re.compile(r"\{[^{}]*[,:][^{}]*\}|由 [a-z]+")


class Spelling(Struct, frozen=True):
    """Chinese or English, and the Chinese names of what the library has."""

    chinese: bool = False
    names: LibraryNames = {}

    def key(self, spec: FieldSpec) -> str:
        """Return the name of a key."""
        return spec.zh if self.chinese else spec.key

    def value(self, spec: FieldSpec, value: Any) -> Any:
        """Return a scalar: a choice, a flag or the id of a thing by its Chinese name."""
        if not self.chinese:
            return value
        if isinstance(value, bool):
            return "是" if value else "否"
        return self._known(spec).get(value, value) if isinstance(value, str) else value

    def hint(self, spec: FieldSpec, model: type[Struct]) -> str:
        """Return the hint of a key of ``model``, with the names that this spelling has."""
        if not self.chinese or not _ENGLISH_WORD.search(spec.hint):
            return spec.hint
        text = spec.hint.replace("true", "是").replace("false", "否")
        choices = {each: name for other in fields_of(model).values() for each, name in other.names.items()}
        for each, name in {**choices, **self._known(spec)}.items():
            text = text.replace(f"{each} {name}", name)
            text = re.sub(rf"(?<![\w-]){re.escape(each)}(?![\w-])", name, text)
        keys = {**_names_of(model), **(_names_of(spec.type) if spec.is_model else {})}
        return _KEYS.sub(
            lambda found: _ENGLISH_WORD.sub(lambda key: keys.get(key[0], key[0]), found[0]), text
        )

    def data(self, spec: FieldSpec, data: Any) -> Any:
        """Return values by key, to be written where ``spec`` stands, in this spelling."""
        if isinstance(data, list):
            return [self.data(spec, item) for item in data]
        if not isinstance(data, dict):
            return self.value(spec, data)
        specs = fields_of(spec.type)
        return {self.key(specs[key]): self.data(specs[key], value) for key, value in data.items()}

    def plain(self, model: type[Struct], data: Any) -> Any:
        """Return values by key with ids and choices for their Chinese names."""
        if isinstance(data, list):
            return [self.plain(model, item) for item in data]
        if not isinstance(data, dict):
            return data
        specs = fields_of(model)
        return {key: self._plain(specs[key], value) if key in specs else value for key, value in data.items()}

    def _plain(self, spec: FieldSpec, value: Any) -> Any:
        if spec.is_model:
            return self.plain(spec.type, value)
        known = self._known(spec)
        if not known or not isinstance(value, str):
            return value
        return next((each for each, name in known.items() if name == value), value)

    def _known(self, spec: FieldSpec) -> Mapping[str, str]:
        return self.names.get(spec.extra.get("of", ""), spec.names)

    def of(self, node: MappingNode, model: type[Struct]) -> Spelling:
        """Return the spelling of a mapping within one of this spelling: that of most of its keys."""
        votes = [
            event.value == spec.zh
            for key, event in node.keys.items()
            if (spec := fields_of(model).get(key)) is not None and spec.zh != spec.key
        ]
        if sum(votes) * 2 == len(votes):
            return self
        return Spelling(sum(votes) * 2 > len(votes), self.names)


ENGLISH = Spelling()


def _names_of(model: type[Struct]) -> dict[str, str]:
    return {spec.key: spec.zh for spec in fields_of(model).values()}


def under_keys(node: Node, model: type[Struct]) -> Node:
    """Return a node whose mappings have the keys of ``model``, whichever names the text has.

    A key that stands there under both names keeps both.
    """
    if isinstance(node, SequenceNode):
        items = [under_keys(item, model) for item in node.items]
        return SequenceNode(node.text, node.event, node.end_event, items)
    if not isinstance(node, MappingNode):
        return node
    names, specs = keys_by_name(model), fields_of(model)
    keys: dict[str, Any] = {}
    nodes: dict[str, Node] = {}
    for name, event in node.keys.items():
        key = names.get(name, name)
        if key in keys:
            first, key = keys[key].value, name
            keys[first], nodes[first] = keys[names.get(name, name)], nodes[names.get(name, name)]
        spec, below = specs.get(key), node.nodes[name]
        keys[key] = event
        nodes[key] = _under_keys_of(spec, below) if spec and spec.is_model else below
    return MappingNode(node.text, node.event, node.end_event, keys, nodes)


def _under_keys_of(spec: FieldSpec, node: Node) -> Node:
    if not spec.is_named or not isinstance(node, MappingNode):
        return under_keys(node, spec.type)
    named = {name: under_keys(below, spec.type) for name, below in node.nodes.items()}
    return MappingNode(node.text, node.event, node.end_event, node.keys, named)
