"""Choices of the markup: of several ways to say a thing, one; and as much as the depth asks for."""

from __future__ import annotations

from typing import Any, get_args

from drafter.models.types import Depth

# From the shortest to the longest.
DEPTHS: tuple[str, ...] = get_args(Depth)


def make_choices(root: Any, variation: int, depth: str) -> tuple[str, ...]:
    """Replace each <choice> under ``root`` by one of its options, each <when> by its content or nothing.

    Variation 1 takes the first option of each choice, 2 the second, and so on around.
    Returns the paths of the given values that ``depth`` leaves out, in the order of the text.
    """
    omitted: dict[str, None] = {}
    for element in list(root.iter("choice", "when")):
        if element.tag == "choice":
            options = element.findall("option")
            _replace(element, options[(variation - 1) % len(options)])
        elif _is_said(element, depth):
            _replace(element, element)
        else:
            omitted.update((field.get("path"), None) for field in element.iter("field"))
            element.text = None
            _replace(element, ())
    said = {field.get("path") for field in root.iter("field")} if omitted else set()
    return tuple(path for path in omitted if path not in said)


def _is_said(when: Any, depth: str) -> bool:
    rank = DEPTHS.index(depth)
    return DEPTHS.index(when.get("from", "brief")) <= rank <= DEPTHS.index(when.get("until", "full"))


def _replace(element: Any, content: Any) -> None:
    """Put what ``content`` holds, words and elements, in the place of ``element``."""
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
