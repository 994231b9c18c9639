"""Values set in the YAML text that a clerk wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from drafter.errors import ParameterError
from drafter.i18n import _
from drafter.models.facts import MARKS
from drafter.models.fields import FieldSpec, fields_of
from drafter.models.parameters import Parameters
from drafter.models.parts import Heading
from drafter.models.paths import Step
from drafter.yaml.changes import UnsettableError, Wanted, as_kept, fresh, fresh_items, fresh_one, wanted_of
from drafter.yaml.dump import Data
from drafter.yaml.edits import Page, aligned, applied
from drafter.yaml.insert import Spot, add_items, add_keys, fill, put_over, set_text, unfold_item, unfold_text
from drafter.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode, is_null, read_tree, read_values
from drafter.yaml.source import Source


def rewrite(source: Source, changes: Mapping[str, str | None], skeleton: Parameters) -> str:
    """Return the text of ``source`` with the values in ``changes``, by path, and nothing else changed.

    None takes a value back. What the file does not have yet is put where it belongs; where
    parts or points are, all that ``skeleton`` has are written, since their places count: it is
    the parameters of the file as they are drafted, with what its kind adds.

    Raises ParameterError where the source does not load, UnsettableError where a value cannot
    be put where its path leads, or would make the file another one besides.
    """
    data, faults = read_values(source)
    if faults or not isinstance(data, dict):
        raise ParameterError(faults)
    wanted = wanted_of(changes)
    text = _rewritten(source.text, wanted, skeleton)
    expected = with_wanted(held_in(data, Parameters), Parameters, wanted.below, skeleton)
    if not _holds(Source(source.name, text), expected):
        path = next(iter(changes))
        raise UnsettableError(path, _("the YAML is written in a way that leaves no room for it"))
    return text


def _rewritten(text: str, wanted: Wanted, skeleton: Parameters) -> str:
    while True:
        tree = read_tree(text)
        page, unfolding = Page(tree), Page(tree)
        if isinstance(tree.root, MappingNode):
            Walk(page, unfolding).mapping(tree.root, Parameters, wanted.below, skeleton)
        if not unfolding.edits:
            return applied(text, aligned(page))
        text = applied(text, aligned(unfolding))


def _holds(source: Source, expected: object) -> bool:
    try:
        data, faults = read_values(source)
    except ParameterError:
        return False
    return not faults and held_in(data, Parameters) == expected


class Walk:
    """Makes the edits of a page that bring about what is wanted.

    Where a short form must be written out first, only that is done: ``unfolding`` has the
    edits, and the way must be gone again.
    """

    def __init__(self, page: Page, unfolding: Page) -> None:
        self.page = page
        self.unfolding = unfolding

    def mapping(
        self, node: MappingNode, model: type[Struct], wanted: Mapping[Step, Wanted], held: Any
    ) -> None:
        """Set what is ``wanted`` of a mapping; ``held`` is what the skeleton has in its place."""
        new: dict[str, Data] = {}
        for key, plan in fields_of(model).items():
            if key not in wanted:
                continue
            entry, below = node.entries.get(key), getattr(held, plan.name, None)
            if entry:
                spot = Spot(entry.node, node.flow, node.column, entry.colon)
                self._field(spot, plan, wanted[key], below)
            else:
                data = fresh(plan, wanted[key], below)
                new |= {} if data is None else {key: data}
        if new:
            add_keys(self.page, node, new, list(fields_of(model)))

    def _field(self, spot: Spot, plan: FieldSpec, wanted: Wanted, held: Any) -> None:
        node = spot.node
        if not plan.is_list:
            self._one(spot, plan, wanted, held)
        elif is_null(node) or (isinstance(node, SequenceNode) and not node.items):
            self._fill(spot, fresh(plan, wanted, held))
        elif wanted.is_value:
            self._value(spot, wanted)
        else:
            self._items(spot, plan, wanted, held or ())

    def _items(self, spot: Spot, plan: FieldSpec, wanted: Wanted, held: Sequence[Any]) -> None:
        node = spot.node
        listed = node.items if isinstance(node, SequenceNode) else [node]
        items = [item for item in listed if not is_null(item)]
        places = {step: place_of(items, step) for step in wanted.below}
        new = {step: below for step, below in wanted.below.items() if places[step] >= len(items)}
        data = fresh_items(plan, new, None if items else held)
        if data and not isinstance(node, SequenceNode):
            unfold_item(self.unfolding, spot, None if plan.is_model else _texts(data))
            return
        for step, place in places.items():
            if place < len(items):
                at = Spot(items[place], node.flow, node.column) if isinstance(node, SequenceNode) else spot
                self._one(at, plan, wanted.below[step], held[place] if place < len(held) else None)
        if data and isinstance(node, SequenceNode):
            add_items(self.page, node, data)

    def _one(self, spot: Spot, plan: FieldSpec, wanted: Wanted, held: Any) -> None:
        node = spot.node
        if not plan.is_model:
            self._value(spot, wanted)
        elif is_null(node) or (isinstance(node, MappingNode) and not node.entries):
            self._fill(spot, fresh_one(plan, wanted, held))
        elif isinstance(node, ScalarNode):
            self._text(spot, plan.type, wanted.of(plan.type.shorthand))
        elif not isinstance(node, MappingNode):
            raise UnsettableError(wanted.path, _("a list stands where a mapping is needed"))
        elif wanted.is_value and plan.type is Heading:
            # Its other words only compose it where it has no text.
            put_over(self.page, spot, wanted.given)
        else:
            self.mapping(node, plan.type, wanted.of(plan.type.shorthand).below, held)

    def _text(self, spot: Spot, model: Any, wanted: Wanted) -> None:
        """Set what is wanted of a mapping for which a text stands."""
        own = wanted.below.get(model.shorthand)
        plans = fields_of(model)
        more = [fresh(plans[str(key)], below, ()) for key, below in wanted.below.items() if below is not own]
        data = [value for value in more if value is not None]
        if not model.shorthand:
            raise UnsettableError(wanted.path, _("a text stands where a mapping is needed"))
        if data or (own and own.given is None and spot.is_item):
            # A list without an item would count the others anew.
            unfold_text(self.unfolding, spot, model.shorthand, _texts(data))
        elif own:
            self._value(spot, own)

    def _value(self, spot: Spot, wanted: Wanted) -> None:
        if not isinstance(spot.node, ScalarNode):
            raise UnsettableError(wanted.path, _("a list or a mapping stands where a text is needed"))
        set_text(self.page, spot, wanted.given)

    def _fill(self, spot: Spot, data: Data) -> None:
        if data is not None:
            fill(self.page, spot, data)


def place_of(items: list[Node], step: Step) -> int:
    """Return the place of an item, of an answer by its label; behind the last if there is none."""
    if isinstance(step, int):
        return step
    for place, item in enumerate(items):
        blank = item.entries.get("blank") if isinstance(item, MappingNode) else None
        if (
            blank
            and isinstance(blank.node, ScalarNode)
            and (blank.node.value or "").strip(f"{MARKS} ") == step
        ):
            return place
    return len(items)


def _texts(data: Sequence[Data]) -> list[str] | None:
    """Return ``data`` if all of it are texts."""
    texts = [value for value in data if isinstance(value, str)]
    return texts if len(texts) == len(data) else None


def held_in(data: Any, model: type[Struct]) -> Any:
    """Return the values of a file without what makes no difference: nulls, short forms, indents of prose."""
    if not isinstance(data, dict):
        return data
    plans = fields_of(model)
    found = {key: _field(value, plans[key]) if key in plans else value for key, value in data.items()}
    return {key: value for key, value in found.items() if value is not None and value != {}}


def _field(value: Any, plan: FieldSpec) -> Any:
    if value is None or not plan.is_list:
        return _one(value, plan)
    items = value if isinstance(value, list) else [value]
    return [_one(item, plan) for item in items if item is not None]


def _one(value: Any, plan: FieldSpec) -> Any:
    if not plan.is_model:
        return as_kept(value, plan) if isinstance(value, str) else value
    shorthand = plan.type.shorthand
    return held_in({shorthand: value} if isinstance(value, str) and shorthand else value, plan.type)


def with_wanted(data: Any, model: type[Struct], wanted: dict[Step, Wanted], skeleton: Any) -> dict[str, Any]:
    """Return ``data``, as :func:`held_in` gives them, with what is ``wanted`` of them."""
    result = dict(data or {})
    for key, plan in fields_of(model).items():
        if key in wanted:
            below = getattr(skeleton, plan.name, None)
            result[key] = _with_field(result.get(key), plan, wanted[key], below)
    return {key: value for key, value in result.items() if value is not None and value != {}}


def _with_field(value: Any, plan: FieldSpec, wanted: Wanted, held: Any) -> Any:
    if not plan.is_list:
        return _with_one(value, plan, wanted, held)
    if not value:
        new = fresh(plan, wanted, held)
        return value if new is None else _field(new, plan)
    if wanted.is_value:
        return None if wanted.given is None else _field(wanted.given, plan)
    items = list(value)
    for step in sorted(wanted.below, key=lambda step: step if isinstance(step, int) else 0):
        place = _place(items, step)
        if place < len(items):
            below = held[place] if held and place < len(held) else None
            items[place] = _with_one(items[place], plan, wanted.below[step], below)
        else:
            items += _field(fresh(plan, Wanted("", below={step: wanted.below[step]}), None), plan) or []
    return [item for item in items if item is not None]


def _place(items: list[Any], step: Step) -> int:
    """Return the place of an item, of an answer by its label."""
    if isinstance(step, int):
        return step
    labels = [str(item.get("blank", "")).strip(f"{MARKS} ") for item in items]
    return labels.index(step) if step in labels else len(items)


def _with_one(value: Any, plan: FieldSpec, wanted: Wanted, held: Any) -> Any:
    if not plan.is_model:
        return wanted.given
    if not wanted.is_value:
        return with_wanted(value, plan.type, wanted.below, held)
    own = {} if wanted.given is None else {plan.type.shorthand: wanted.given}
    others = {} if plan.type is Heading else {k: v for k, v in value.items() if k != plan.type.shorthand}
    return {**others, **own}
