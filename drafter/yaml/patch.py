"""Values set in the YAML text that a clerk wrote, with nothing else changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from drafter.errors import ParameterError
from drafter.i18n import _
from drafter.models.fields import FieldSpec, fields_of
from drafter.models.names import canonical, is_chinese
from drafter.models.parameters import Parameters
from drafter.models.parts import Heading
from drafter.models.paths import Step
from drafter.yaml.changes import (
    Change,
    UnsettableError,
    change_tree,
    new_item,
    new_items,
    new_value,
)
from drafter.yaml.dump import Data
from drafter.yaml.edits import Buffer, aligned, applied
from drafter.yaml.expected import normalized, place_of, with_changes
from drafter.yaml.insert import add_items, add_keys, fill
from drafter.yaml.nodes import MappingNode, ScalarNode, SequenceNode, is_null
from drafter.yaml.parse import read_nodes, read_values
from drafter.yaml.replace import Slot, expand_item, expand_text, replace_mapping, set_text
from drafter.yaml.source import Source
from drafter.yaml.spelling import LibraryNames, Spelling, under_keys


def patch(
    source: Source,
    changes: Mapping[str, str | None],
    skeleton: Parameters,
    names: Callable[[], LibraryNames] = dict,
) -> str:
    """Return the text of ``source`` with ``changes``, new texts by path, and nothing else changed.

    None takes a value back. A key that the file does not have yet is put where it belongs. Where
    parts or points are added, all that ``skeleton`` has are written, since their places count: it
    is the parameters of the file as they are drafted, completed by its kind. New keys are written in
    the language of the mapping they go to; ``names`` returns the Chinese names of what is in the
    library, and is asked only for a file in Chinese.

    Raises ParameterError where the source does not load, UnsettableError where a value cannot
    be put where its path leads, or any other value would change with it.
    """
    data, faults = read_values(source)
    if faults or not isinstance(data, dict):
        raise ParameterError(faults)
    tree = change_tree(changes)
    chinese = is_chinese(data, Parameters)
    spelling = Spelling(chinese, names() if chinese else {})
    expected = with_changes(_values(data, spelling), Parameters, tree.below, skeleton)
    text = _patched(source, tree, skeleton, spelling)
    if text is None or not _has_values(Source(source.name, text), expected, spelling):
        path = next(iter(changes))
        raise UnsettableError(path, _("the YAML is written in a way that leaves no room for it"))
    return text


def _values(data: Any, spelling: Spelling) -> Any:
    """Return the values of a file under the keys of the model, without what makes no difference."""
    named, _twice = canonical(data, Parameters)
    return spelling.plain(Parameters, normalized(named, Parameters))


def _patched(source: Source, tree: Change, skeleton: Parameters, spelling: Spelling) -> str | None:
    """Return the text with the changes of ``tree``, None where it could not be parsed on the way."""
    while True:
        try:
            root, _faults = read_nodes(source)
        except ParameterError:
            return None
        root = under_keys(root, Parameters) if root else root
        buffer, expanded = Buffer(source.text, root), Buffer(source.text, root)
        if isinstance(root, MappingNode):
            _Patcher(buffer, expanded, spelling).mapping(root, Parameters, tree.below, skeleton)
        if not expanded.edits:
            return applied(source.text, aligned(buffer))
        source = Source(source.name, applied(source.text, aligned(expanded)))


def _has_values(source: Source, expected: object, spelling: Spelling) -> bool:
    try:
        data, faults = read_values(source)
    except ParameterError:
        return False
    return not faults and _values(data, spelling) == expected


class _Patcher:
    """Adds the edits that make a tree of changes to ``buffer``.

    Where a short form must be written out first, the edits for that go to ``expanded`` instead;
    once they are applied, the patch starts over.
    """

    def __init__(self, buffer: Buffer, expanded: Buffer, spelling: Spelling) -> None:
        self.buffer = buffer
        self.expanded = expanded
        self.spelling = spelling

    def mapping(
        self, node: MappingNode, model: type[Struct], changes: Mapping[Step, Change], skeleton: Any
    ) -> None:
        """Change the keys of a mapping; ``skeleton`` is the model that is drafted in its place."""
        outer, self.spelling = self.spelling, self.spelling.of(node, model)
        self._keys(node, model, changes, skeleton)
        self.spelling = outer

    def _keys(
        self, node: MappingNode, model: type[Struct], changes: Mapping[Step, Change], skeleton: Any
    ) -> None:
        new: dict[str, Data] = {}
        entries = node.entries
        for key, spec in fields_of(model).items():
            if key not in changes:
                continue
            entry, below = entries.get(key), getattr(skeleton, spec.name, None)
            if entry:
                slot = Slot(entry.node, node.flow, node.column, entry.colon)
                self._field(slot, spec, changes[key], below)
            else:
                data = self.spelling.data(spec, new_value(spec, changes[key], below))
                new |= {} if data is None else {key: data}
        if new:
            names = {key: self.spelling.key(spec) for key, spec in fields_of(model).items()}
            add_keys(self.buffer, node, new, names)

    def _field(self, slot: Slot, spec: FieldSpec, change: Change, skeleton: Any) -> None:
        node = slot.node
        if not spec.is_list:
            self._one(slot, spec, change, skeleton)
        elif is_null(node) or (isinstance(node, SequenceNode) and not node.items):
            self._fill(slot, self.spelling.data(spec, new_value(spec, change, skeleton)))
        elif change.is_value:
            self._value(slot, change)
        else:
            self._items(slot, spec, change, skeleton or ())

    def _items(self, slot: Slot, spec: FieldSpec, change: Change, skeleton: Sequence[Any]) -> None:
        node = slot.node
        listed = node.items if isinstance(node, SequenceNode) else [node]
        items = [item for item in listed if not is_null(item)]
        values = [item.value for item in items]
        places = {step: place_of(values, step) for step in change.below}
        new = {step: below for step, below in change.below.items() if places[step] >= len(items)}
        data = self.spelling.data(spec, new_items(spec, new, None if items else skeleton))
        if data and not isinstance(node, SequenceNode):
            expand_item(self.expanded, slot, None if spec.is_model else _texts(data))
            return
        for step, place in places.items():
            if place < len(items):
                at = Slot(items[place], node.flow, node.column) if isinstance(node, SequenceNode) else slot
                self._one(at, spec, change.below[step], skeleton[place] if place < len(skeleton) else None)
        if data and isinstance(node, SequenceNode):
            add_items(self.buffer, node, data)

    def _one(self, slot: Slot, spec: FieldSpec, change: Change, skeleton: Any) -> None:
        node = slot.node
        if not spec.is_model:
            self._value(slot, change)
        elif is_null(node) or (isinstance(node, MappingNode) and not node.keys):
            self._fill(slot, self.spelling.data(spec, new_item(spec, change, skeleton)))
        elif isinstance(node, ScalarNode):
            self._short_form(slot, spec.type, change.as_mapping(spec.type.shorthand))
        elif not isinstance(node, MappingNode):
            raise UnsettableError(change.path, _("a list stands where a mapping is needed"))
        elif change.is_value and spec.type is Heading:
            # The other keys of a heading only compose it where it has no text.
            replace_mapping(self.buffer, slot, change.new_text)
        else:
            self.mapping(node, spec.type, change.as_mapping(spec.type.shorthand).below, skeleton)

    def _short_form(self, slot: Slot, model: Any, change: Change) -> None:
        """Change a mapping that a plain text stands for."""
        own = change.below.get(model.shorthand)
        specs = fields_of(model)
        others = (new_value(specs[str(key)], one, ()) for key, one in change.below.items() if one is not own)
        data = [value for value in others if value is not None]
        if not model.shorthand:
            raise UnsettableError(change.path, _("a text stands where a mapping is needed"))
        if data or (own and own.new_text is None and slot.is_item):
            # An item taken away would shift the places of the others.
            key = self.spelling.key(specs[model.shorthand])
            expand_text(self.expanded, slot, key, _texts(data))
        elif own:
            self._value(slot, own)

    def _value(self, slot: Slot, change: Change) -> None:
        if not isinstance(slot.node, ScalarNode):
            raise UnsettableError(change.path, _("a list or a mapping stands where a text is needed"))
        set_text(self.buffer, slot, change.new_text)

    def _fill(self, slot: Slot, data: Data) -> None:
        if data is not None:
            fill(self.buffer, slot, data)


def _texts(data: Sequence[Data]) -> list[str] | None:
    """Return ``data`` if all of it are texts, else None."""
    texts = [value for value in data if isinstance(value, str)]
    return texts if len(texts) == len(data) else None
