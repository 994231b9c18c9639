"""The way through a file's nodes to the values that are wanted."""

from __future__ import annotations

from collections.abc import MappingNode as Keyed
from collections.abc import SequenceNode as Ordered
from typing import Any

from msgspec import Struct

from drafter.fields import FieldPlan, plan_of
from drafter.i18n import _
from drafter.parameters import Heading
from drafter.parameters.answers import MARKS
from drafter.paths import Step
from drafter.rewriting.adding import add_items, add_keys, fill
from drafter.rewriting.composing import Data
from drafter.rewriting.fresh import fresh, fresh_items, fresh_one
from drafter.rewriting.page import Page
from drafter.rewriting.setting import Spot, put_over, set_text
from drafter.rewriting.tree import MappingNode, Node, ScalarNode, SequenceNode, is_null
from drafter.rewriting.unfolding import unfold_item, unfold_text
from drafter.rewriting.wanted import UnsettableError, Wanted


class Walk:
    """Makes the edits of a page that bring about what is wanted.

    Where a short form must be written out first, only that is done: ``unfolding`` has the
    edits, and the way must be gone again.
    """

    def __init__(self, page: Page, unfolding: Page) -> None:
        self.page = page
        self.unfolding = unfolding

    def mapping(self, node: MappingNode, model: type[Struct], wanted: Keyed[Step, Wanted], held: Any) -> None:
        """Set what is ``wanted`` of a mapping; ``held`` is what the skeleton has in its place."""
        new: dict[str, Data] = {}
        for key, plan in plan_of(model).items():
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
            add_keys(self.page, node, new, list(plan_of(model)))

    def _field(self, spot: Spot, plan: FieldPlan, wanted: Wanted, held: Any) -> None:
        node = spot.node
        if not plan.is_list:
            self._one(spot, plan, wanted, held)
        elif is_null(node) or (isinstance(node, SequenceNode) and not node.items):
            self._fill(spot, fresh(plan, wanted, held))
        elif wanted.is_value:
            self._value(spot, wanted)
        else:
            self._items(spot, plan, wanted, held or ())

    def _items(self, spot: Spot, plan: FieldPlan, wanted: Wanted, held: Ordered[Any]) -> None:
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

    def _one(self, spot: Spot, plan: FieldPlan, wanted: Wanted, held: Any) -> None:
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
        plans = plan_of(model)
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
        if blank and isinstance(blank.node, ScalarNode) and (blank.node.value or "").strip(f"{MARKS} ") == step:
            return place
    return len(items)


def _texts(data: Ordered[Data]) -> list[str] | None:
    """Return ``data`` if all of it are texts."""
    texts = [value for value in data if isinstance(value, str)]
    return texts if len(texts) == len(data) else None
