"""A task sheet read into facts, what follows from them, and how they belong together."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.facts.figures.arithmetic import Inference
    from drafter.facts.figures.inference import infer
    from drafter.facts.given import blanks_of, facts_of, intents_of, links_of
    from drafter.facts.given_sheet import sheet_of
    from drafter.facts.kinship.forms import Forms, forms_of
    from drafter.facts.kinship.links import Link, find_links
    from drafter.facts.read import SheetTooLongError, read_fact, read_sheet
    from drafter.facts.sheet import Fact, FactType, Intent, IntentKind, Quantity, Sheet, When
    from drafter.facts.sources import UnreadableSheetError, read_lines, read_text

# The module of each name. They are imported on first use: to read a sheet takes far more than a number.
_HOMES = {
    "Fact": "sheet",
    "FactType": "sheet",
    "Forms": "kinship.forms",
    "Inference": "figures.arithmetic",
    "Intent": "sheet",
    "IntentKind": "sheet",
    "Link": "kinship.links",
    "Quantity": "sheet",
    "Sheet": "sheet",
    "SheetTooLongError": "read",
    "UnreadableSheetError": "sources",
    "When": "sheet",
    "blanks_of": "given",
    "facts_of": "given",
    "find_links": "kinship.links",
    "forms_of": "kinship.forms",
    "infer": "figures.inference",
    "intents_of": "given",
    "links_of": "given",
    "read_fact": "read",
    "read_lines": "sources",
    "read_sheet": "read",
    "read_text": "sources",
    "sheet_of": "given_sheet",
}

__all__ = [
    "Fact",
    "FactType",
    "Forms",
    "Inference",
    "Intent",
    "IntentKind",
    "Link",
    "Quantity",
    "Sheet",
    "SheetTooLongError",
    "UnreadableSheetError",
    "When",
    "blanks_of",
    "facts_of",
    "find_links",
    "forms_of",
    "infer",
    "intents_of",
    "links_of",
    "read_fact",
    "read_lines",
    "read_sheet",
    "read_text",
    "sheet_of",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value
