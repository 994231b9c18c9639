"""The office's styles made known by our ids, so that a speech is set in them as it is in ours."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.word import names
from drafter.word.house.styles import StyleSheet, key_of, type_of
from drafter.word.ooxml import qn

NORMAL = "Normal"


def matches(house: StyleSheet, ours: StyleSheet, used: Mapping[str, int]) -> dict[str, str]:
    """Return the office's id for each of our styles that it has, by the names of both.

    ``used`` counts the paragraphs of the office's text by style. Where that text stands in
    Normal and nowhere in "Body Text", which programs add unasked, the latter is left alone.
    """
    found: dict[str, str] = {}
    known = house.by_name()
    for identity, style in ours.by_id.items():
        is_default = style.get(qn("w:default")) is not None
        theirs = (house.default(type_of(style)) if is_default else None) or known.get(key_of(style))
        if theirs is not None and theirs not in found.values():
            found[identity] = theirs
    in_normal = used.get("", 0) + used.get(found.get(NORMAL, ""), 0)
    if in_normal and names.BODY in found and not used.get(found[names.BODY]):
        del found[names.BODY]
    return found


def new_ids(house: StyleSheet, ours: StyleSheet, matched: Mapping[str, str]) -> dict[str, str]:
    """Return the new ids of those of the office's styles that get one, by the old."""
    ids = {theirs: identity for identity, theirs in matched.items()}
    # Word takes ids that differ in case alone for the same.
    own = {identity.casefold() for identity in ours.by_id}
    taken = own | {identity.casefold() for identity in house.by_id}
    for identity in house.by_id:
        if identity not in ids and identity.casefold() in own:
            ids[identity] = _free(identity, taken)
    return ids


def _free(identity: str, taken: set[str]) -> str:
    free = f"House{identity}"
    while free.casefold() in taken:
        free += "x"
    taken.add(free.casefold())
    return free
