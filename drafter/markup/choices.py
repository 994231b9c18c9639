"""Choices of the markup: of several ways to say a thing, one stands in the speech."""

from __future__ import annotations

from typing import Any


def make_choices(root: Any, variation: int) -> None:
    """Replace each <choice> under ``root`` by the content of one of its options.

    Variation 1 takes the first of each, 2 the second, and so on around.
    """
    for choice in list(root.iter("choice")):
        options = choice.findall("option")
        _replace(choice, options[(variation - 1) % len(options)])


def _replace(element: Any, content: Any) -> None:
    """Put what ``content`` holds, words and elements, in the place of ``element``."""
    parent = element.getparent()
    index = parent.index(element)
    tail = element.tail or ""
    element.tail = None
    parent.remove(element)
    _add_words(parent, index, content.text or "")
    for child in list(content):
        parent.insert(index, child)
        index += 1
    _add_words(parent, index, tail)


def _add_words(parent: Any, index: int, words: str) -> None:
    if index:
        before = parent[index - 1]
        before.tail = (before.tail or "") + words
    else:
        parent.text = (parent.text or "") + words
