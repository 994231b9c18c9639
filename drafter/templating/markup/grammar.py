"""The vocabulary of speech markup: which element may stand where, with which attributes.

docs/templates.md describes it for authors; a test holds the two together.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from drafter.errors import Diagnostic, Span, did_you_mean
from drafter.i18n import _
from drafter.library import Library
from drafter.speech.numbering import NUMBERINGS
from drafter.templating.environment import ATTRIBUTE
from drafter.templating.markup.variants import DEPTHS

INLINE = frozenset({"field", "blank", "em", "note", "br"})
BODY = frozenset({"p"}) | INLINE


class Element(Struct, frozen=True):
    """What an element may hold: child elements, words of its own, attributes."""

    children: frozenset[str] = frozenset()
    has_text: bool = False
    required: frozenset[str] = frozenset()
    optional: frozenset[str] = field(default=frozenset())


_LINE = Element(INLINE, has_text=True)
_PROSE = Element(BODY, has_text=True)

# `choice`, `option` and `when` stand anywhere: they hold what may stand where they do.
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


def check_grammar(root: Any, library: Library) -> list[Diagnostic]:
    """Return every place where the markup under ``root`` breaks the vocabulary."""
    check = _Check(library)
    if root.tag == "speech":
        check.element(root, VOCABULARY["speech"])
    else:
        check.tell(root, _("a speech starts with <speech>, not <{tag}>").format(tag=root.tag))
    return check.faults


class _Check:
    def __init__(self, library: Library) -> None:
        self.library = library
        self.faults: list[Diagnostic] = []

    def tell(self, element: Any, message: str, remedy: str = "") -> None:
        self.faults.append(Diagnostic("J201", message, span_of(element, self.library), remedy))

    def element(self, element: Any, rule: Element) -> None:
        given = set(element.attrib)
        given.discard(ATTRIBUTE)
        if not rule.required <= given <= rule.required | rule.optional:
            self._attributes(element, given, rule)
        numbering = element.get("numbering")
        if numbering and numbering not in NUMBERINGS:
            message = _("unknown numbering `{name}`").format(name=numbering)
            self.tell(element, message, did_you_mean(numbering, NUMBERINGS))
        self._content(element, element.tag, rule)

    def _attributes(self, element: Any, given: set[str], rule: Element) -> None:
        known = rule.required | rule.optional
        for name in sorted(given - known):
            message = _("<{tag}> has no attribute `{name}`").format(tag=element.tag, name=name)
            self.tell(element, message, did_you_mean(name, sorted(known)))
        for name in sorted(rule.required - given):
            self.tell(element, _("<{tag}> needs the attribute `{name}`").format(tag=element.tag, name=name))

    def _content(self, element: Any, parent: str, rule: Element) -> None:
        """Check what stands in ``element``; a choice lets its parent's rule through to its options."""
        if not rule.has_text:
            self._no_words(element, parent)
        for child in element:
            tag = child.tag
            if tag in rule.children:
                # What a value wrote by itself bears no place and is right by construction.
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
            self.tell(choice, _("<choice> holds no <option>"))

    def _depth(self, when: Any, parent: str, rule: Element) -> None:
        given = set(when.attrib) - {ATTRIBUTE}
        self._attributes(when, given, Element(optional=frozenset({"from", "until"})))
        if not given:
            self.tell(when, _("<when> needs the attribute `{name}`").format(name="from"))
        for name in sorted(given & {"from", "until"}):
            if when.get(name) not in DEPTHS:
                message = _("unknown depth `{name}`").format(name=when.get(name))
                self.tell(when, message, did_you_mean(when.get(name), DEPTHS))
        self._content(when, parent, rule)

    def _no_words(self, element: Any, parent: str) -> None:
        for owner, text in ((element, element.text), *((child, child.tail) for child in element)):
            if text and text.strip():
                message = _("no words may stand in <{tag}>: {text}").format(
                    tag=parent, text=text.strip()[:20]
                )
                inside = "option" if parent == "choice" else "p"
                self.tell(owner, message, _("put them in <{tag}>...</{tag}>").format(tag=inside))

    def _misplaced(self, child: Any, parent: str, rule: Element) -> None:
        tag = str(child.tag)
        if tag in VOCABULARY or tag == "option":
            names = _(", ").join(f"<{name}>" for name in sorted(rule.children)) or _("nothing")
            message = _("<{tag}> cannot stand in <{parent}>").format(tag=tag, parent=parent)
            self.tell(child, message, _("<{parent}> may hold: {names}").format(parent=parent, names=names))
        else:
            message = _("unknown element <{tag}>").format(tag=tag)
            self.tell(child, message, did_you_mean(tag, [*sorted(rule.children), "choice", "when"]))


def span_of(element: Any, library: Library) -> Span:
    """Return the place of ``element`` in the template that wrote it."""
    while element is not None:
        place = element.get(ATTRIBUTE)
        if place:
            return place_in(place, str(element.tag), library)
        element = element.getparent()
    return Span("templates")


def place_in(place: str, tag: str, library: Library) -> Span:
    """Return the span of ``<tag`` at ``place``, a template's name and line."""
    name, line_text = place.rsplit(":", 1)
    path = library.find(name)
    if path is None:
        return Span(name, int(line_text), 1)
    source = path.read_text(encoding="utf-8").splitlines()[int(line_text) - 1]
    column = max(source.find(f"<{tag}"), 0)
    return Span(str(path), int(line_text), column + 1, len(tag) + 1, source)
