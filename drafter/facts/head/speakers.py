"""Who speaks, told by a clause that is nothing else: 戴主任要讲, 我叫邸国梁, 汪启舟 局党组书记、局长."""

from __future__ import annotations

import re

from msgspec.structs import replace

from drafter.facts.cut.clause import Clause
from drafter.facts.head.fields import WILL_SPEAK
from drafter.facts.people.names import may_begin_name, name_in_front
from drafter.facts.people.people import (
    find_persons,
    known_surname,
    name_and_posts,
    whole_posts,
)
from drafter.facts.sheet import Person

# 我叫 邸国梁: who dictates names himself.
_I_AM = re.compile("我(?:叫|是) ?([一-鿿]{2,4})")


def speaker_told(known: Person | None, clause: Clause) -> Person | None:
    """Return the speaker whom a clause tells, or completes where he is ``known``; None where it does not."""
    return _first_told(clause) if known is None else _completed(known, clause.text)


def _first_told(clause: Clause) -> Person | None:
    text = clause.text
    if name_and_posts(text):
        return find_persons(text, clause.line, clause.start)[0]
    if (own := _I_AM.fullmatch(text)) and may_begin_name(own[1], 0):
        return Person(own[1], (), clause.place, text)
    if will := WILL_SPEAK.fullmatch(text):
        surname = known_surname(will["who"])
        return Person(surname, (will["who"].removeprefix(surname),), clause.place, will["who"])
    return None


def _completed(known: Person, text: str) -> Person | None:
    """Return a speaker with his posts, or with his whole name behind 戴主任 or 董事长."""
    if not known.posts and (posts := whole_posts(text)):
        return replace(known, posts=posts)
    short = len(known.name) < 2 and text.startswith(known.name)
    return replace(known, name=text) if short and name_in_front(text, len(text)) == text else None
