"""What a person has put into a document besides words, counted."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from .edits import COLOUR
from .opened import BODY, OWN, members, tag, typed_in


def belongings(docx: bytes) -> Counter[tuple[str, str]]:
    """Count the comments, revisions, pictures, tables and painted words of a person's in a document."""
    root = etree.fromstring(members(docx)[BODY])
    found: Counter[tuple[str, str]] = Counter()
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        numbers = [str(one.get(tag("id"))) for one in root.iter(tag(name))]
        # Those with small numbers are drafter's own, and go with what they are about.
        found.update((name, number) for number in numbers if int(number) >= OWN)
    for name in ("ins", "del"):
        found.update(
            (name, str(one.get(tag("id"))))
            for one in root.iter(tag(name))
            if one.get(tag("author")) != "drafter"
        )
    found.update(("drawing", "") for _one in root.iter(tag("drawing"), tag("tbl")))
    for run in root.iter(tag("r")):
        colour = run.find(f"{tag('rPr')}/{tag('color')}")
        if colour is not None and colour.get(tag("val")) == COLOUR:
            typed = typed_in(["".join(run.itertext())])
            found.update(("colour", character) for character in typed)
    return found


def comments(part: bytes) -> dict[str, str]:
    """Return each comment of ``comments.xml`` by its number, as it stands there."""
    return {
        str(one.get(tag("id"))): etree.tostring(one, encoding="unicode") for one in etree.fromstring(part)
    }
