"""A task sheet read into facts, what follows from them, and how they belong together."""

from drafter.facts.forms import Forms, forms_of
from drafter.facts.inference import Inference, infer
from drafter.facts.links import Link, find_links
from drafter.facts.read import SheetTooLongError, read_sheet
from drafter.facts.sheet import Fact, FactType, Intent, IntentKind, Quantity, Sheet, When

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
    "When",
    "find_links",
    "forms_of",
    "infer",
    "read_sheet",
]
