"""A task sheet read into facts, what follows from them, and how they belong together."""

from drafter.facts.arithmetic import Inference
from drafter.facts.forms import Forms, forms_of
from drafter.facts.given import blanks_of, facts_of, intents_of, links_of
from drafter.facts.given_sheet import sheet_of
from drafter.facts.inference import infer
from drafter.facts.links import Link, find_links
from drafter.facts.read import SheetTooLongError, read_fact, read_sheet
from drafter.facts.sheet import Fact, FactType, Intent, IntentKind, Quantity, Sheet, When
from drafter.facts.sources import UnreadableSheetError, read_lines, read_text

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
