"""The vocabulary of speech markup: where each element may stand, and its attributes.

docs/templates.md describes it for authors; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct, field

from drafter.errors import Diagnostic, did_you_mean
from drafter.i18n import _
from drafter.library import Library
from drafter.speech.numbering import NUMBERINGS
from drafter.templating.markup.variants import DEPTHS
from drafter.templating.source_map import ATTRIBUTE, element_span

INLINE = frozenset({"field", "blank", "em", "note", "br"})
BODY = frozenset({"p"}) | INLINE


class Element(Struct, frozen=True):
    """The content of an element: children, words, required and optional attributes."""

    children: frozenset[str] = frozenset()
    has_text: bool = False
    required: frozenset[str] = frozenset()
    optional: frozenset[str] = field(default=frozenset())


_LINE = Element(INLINE, has_text=True)
_PROSE = Element(BODY, has_text=True)

# `choice`, `option` and `when` may stand anywhere; they hold what is allowed in their parent.
VOCABULARY: dict[str, Element] = {
    "speech": Element(
        frozenset({"title", "byline", "date", "salutation", "opening", "part", "closing", "signature"}),
        optional=frozenset({"numbering"}),
    ),
    "title": _LINE,
    "byline": _LINE,
    "date": _LINE,
    "salutation": _LINE,
    "opening": _PROSE,
    "part": Element(
        frozenset({"heading", "lead", "point"}),
        required=frozenset({"role"}),
        optional=frozenset({"numbering"}),
    ),
    "heading": _LINE,
    "lead": _PROSE,
    "point": Element(BODY | {"heading", "point"}, has_text=True, optional=frozenset({"numbering"})),
    "closing": _PROSE,
    "signature": _PROSE,
    "p": Element(INLINE, has_text=True),
    "em": Element(INLINE, has_text=True),
    "note": Element(has_text=True),
    "br": Element(),
    "field": Element(has_text=True, required=frozenset({"path"})),
    "blank": Element(required=frozenset({"label"}), optional=frozenset({"path", "hint"})),
}


# What authors who know HTML or Word write, and the element of a speech for it.
_OTHERWISE = {"b": "em", "strong": "em", "i": "em", "u": "em", "div": "p", "h1": "heading", "h2": "heading"}


def near_element(tag: str, known: Iterable[str]) -> str:
    """Return the remedy for the unknown element ``tag``; ``known`` are those that may stand there."""
    lower = tag.lower()
    return did_you_mean(_OTHERWISE.get(lower, lower), known)


def check_grammar(root: Any, library: Library) -> list[Diagnostic]:
    """Return the faults of the markup under ``root``, each with its place in a template."""
    check = _GrammarCheck(library)
    if root.tag == "speech":
        check.element(root, VOCABULARY["speech"])
    else:
        check.report(root, _("a speech starts with <speech>, not <{tag}>").format(tag=root.tag))
    return check.faults


class _GrammarCheck:
    def __init__(self, library: Library) -> None:
        self.library = library
        self.faults: list[Diagnostic] = []

    def report(self, element: Any, message: str, remedy: str = "") -> None:
        self.faults.append(Diagnostic("J201", message, element_span(element, self.library), remedy))

    def element(self, element: Any, rule: Element) -> None:
        given = set(element.attrib)
        given.discard(ATTRIBUTE)
        if not rule.required <= given <= rule.required | rule.optional:
            self._attributes(element, given, rule)
        numbering = element.get("numbering")
        if numbering and numbering not in NUMBERINGS:
            message = _("unknown numbering `{name}`").format(name=numbering)
            self.report(element, message, did_you_mean(numbering, NUMBERINGS))
        self._content(element, element.tag, rule)

    def _attributes(self, element: Any, given: set[str], rule: Element) -> None:
        known = rule.required | rule.optional
        for name in sorted(given - known):
            message = _("<{tag}> has no attribute `{name}`").format(tag=element.tag, name=name)
            self.report(element, message, did_you_mean(name, sorted(known)))
        for name in sorted(rule.required - given):
            self.report(element, _("<{tag}> needs the attribute `{name}`").format(tag=element.tag, name=name))

    def _content(self, element: Any, parent: str, rule: Element) -> None:
        """Check the content of ``element``; the options of a choice follow the rule of its parent."""
        if not rule.has_text:
            self._no_words(element, parent)
        for child in element:
            tag = child.tag
            if tag in rule.children:
                # An element that a value rendered has no place; it is correct by construction.
                if ATTRIBUTE in child.attrib:
                    self.element(child, VOCABULARY[tag])
            elif tag == "choice":
                self._options(child, parent, rule)
            elif tag == "when":
                self._depth(child, parent, rule)
            else:
                self._misplaced(child, parent, rule)

    def _options(self, choice: Any, parent: str, rule: Element) -> None:
        self._no_words(choice, "choice")
        for option in choice:
            if option.tag == "option":
                self._content(option, parent, rule)
            else:
                self._misplaced(option, "choice", Element(frozenset({"option"})))
        if not len(choice):
            self.report(choice, _("<choice> holds no <option>"))

    def _depth(self, when: Any, parent: str, rule: Element) -> None:
        given = set(when.attrib) - {ATTRIBUTE}
        self._attributes(when, given, Element(optional=frozenset({"from", "until"})))
        if not given:
            self.report(when, _("<when> needs the attribute `{name}`").format(name="from"))
        for name in sorted(given & {"from", "until"}):
            if when.get(name) not in DEPTHS:
                message = _("unknown depth `{name}`").format(name=when.get(name))
                self.report(when, message, did_you_mean(when.get(name), DEPTHS))
        self._content(when, parent, rule)

    def _no_words(self, element: Any, parent: str) -> None:
        for owner, text in ((element, element.text), *((child, child.tail) for child in element)):
            if text and text.strip():
                message = _("no words may stand in <{tag}>: {text}").format(
                    tag=parent, text=text.strip()[:20]
                )
                inside = "option" if parent == "choice" else "p"
                self.report(owner, message, _("put them in <{tag}>...</{tag}>").format(tag=inside))

    def _misplaced(self, child: Any, parent: str, rule: Element) -> None:
        tag = str(child.tag)
        if tag in VOCABULARY or tag == "option":
            names = _(", ").join(f"<{name}>" for name in sorted(rule.children)) or _("nothing")
            message = _("<{tag}> cannot stand in <{parent}>").format(tag=tag, parent=parent)
            self.report(child, message, _("<{parent}> may hold: {names}").format(parent=parent, names=names))
        else:
            message = _("unknown element <{tag}>").format(tag=tag)
            self.report(child, message, near_element(tag, [*sorted(rule.children), "choice", "when"]))
