"""Variants of the markup: one option of each <choice>, and each <when> that the depth includes."""

from __future__ import annotations

from typing import Any, get_args

from drafter.models.types import Depth

# From the shortest to the longest.
DEPTHS: tuple[str, ...] = get_args(Depth)


def make_choices(root: Any, variation: int, depth: str) -> tuple[str, ...]:
    """Replace each <choice> under ``root`` by one of its options, and each <when> by its content or nothing.

    Variation 1 takes the first option of each choice, 2 the second, and so on; after the last option comes
    the first again. Returns the paths of the given values that ``depth`` leaves out, in the order of the
    text.
    """
    omitted: dict[str, None] = {}
    for element in list(root.iter("choice", "when")):
        if element.tag == "choice":
            options = element.findall("option")
            _replace(element, options[(variation - 1) % len(options)])
        elif _is_included(element, depth):
            _replace(element, element)
        else:
            omitted.update((field.get("path"), None) for field in element.iter("field"))
            element.text = None
            _replace(element, ())
    printed = {field.get("path") for field in root.iter("field")} if omitted else set()
    return tuple(path for path in omitted if path not in printed)


def _is_included(when: Any, depth: str) -> bool:
    rank = DEPTHS.index(depth)
    return DEPTHS.index(when.get("from", "brief")) <= rank <= DEPTHS.index(when.get("until", "full"))


def _replace(element: Any, content: Any) -> None:
    """Replace ``element`` by the words and elements of ``content``."""
    parent = element.getparent()
    index = parent.index(element)
    words, children, tail = getattr(content, "text", None), list(content), element.tail or ""
    element.tail = None
    parent.remove(element)
    _add_words(parent, index, words or "")
    for child in children:
        parent.insert(index, child)
        index += 1
    _add_words(parent, index, tail)


def _add_words(parent: Any, index: int, words: str) -> None:
    if index:
        before = parent[index - 1]
        before.tail = (before.tail or "") + words
    else:
        parent.text = (parent.text or "") + words
