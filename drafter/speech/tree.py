"""The document tree: a speech, in the genre's own terms. Imports nothing of the project's.

Everything that makes a speech (templates, readers) ends here; everything that
uses one (writers, outline, summary) starts here. All nodes are immutable; they are msgspec
structs, which are made five times faster than frozen dataclasses; the garbage collector need
not look at them, since what is frozen holds no cycles.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct


class Text(Struct, frozen=True, gc=False):
    """Words that came from a template."""

    text: str


class Ordinal(Text, frozen=True, gc=False):
    """The ordinal before a heading, 一、 or 二要: it follows from the place, not from what is said."""


class Field(Struct, frozen=True, gc=False):
    """A value of the parameters, and the path it came from (``meeting.name``)."""

    path: str
    text: str


class Blank(Struct, frozen=True, gc=False):
    """A fact that nobody has given yet: what it is called, and how to fill it."""

    path: str
    label: str
    hint: str = ""

    @property
    def text(self) -> str:
        """The label as it stands in a draft, ``【会议日期】``."""
        return f"【{self.label}】"


class Note(Struct, frozen=True, gc=False):
    """A remark to the drafter, which is not part of the text."""

    text: str


class Break(Struct, frozen=True, gc=False):
    """A line break that the author chose, in a title."""


class Emphasis(Struct, frozen=True, gc=False):
    """Words to be stressed."""

    inlines: Inlines


class Lead(Struct, frozen=True, gc=False):
    """A lead sentence 段首句: the heading that opens its own paragraph."""

    inlines: Inlines


Inline: TypeAlias = Text | Field | Blank | Note | Break | Emphasis | Lead
Inlines: TypeAlias = tuple[Inline, ...]


class Paragraph(Struct, frozen=True, gc=False):
    """One paragraph of running text."""

    inlines: Inlines


Paragraphs: TypeAlias = tuple[Paragraph, ...]


class Point(Struct, frozen=True, gc=False):
    """An 要点: an ordinal, a heading, what is said of it, and points under it.

    ``run_in`` tells a heading that opens its paragraph (一要……。) from one on a
    line of its own (（一）……); ``level`` is 2 under a part, 3 under such a point.
    """

    ordinal: str
    heading: Inlines
    body: Paragraphs = ()
    points: tuple[Point, ...] = ()
    run_in: bool = True
    level: int = 2


class Part(Struct, frozen=True, gc=False):
    """A 部分: ``role`` says what it is for (significance, tasks, safeguards)."""

    role: str
    ordinal: str
    heading: Inlines
    lead: Paragraphs = ()
    points: tuple[Point, ...] = ()
    numbering: str = ""


class Speech(Struct, frozen=True, gc=False):
    """A whole 讲话稿, from title to closing.

    ``signature`` is the 落款 of a paper that is signed. ``meeting_date`` is the meeting's date as
    YYYY-MM-DD, empty when unknown: it dates the file's properties. ``layout`` names the
    house style the speech asks for. ``depth`` is how much was said, ``omitted`` the paths of
    given values that this depth leaves out. ``names`` are persons' names, and ``readings``
    words with their pinyin: what a reading copy shows above the line. ``given`` are the parameters
    it was drafted from, as JSON: a document keeps them, so that it can be updated.
    """

    title: Inlines
    byline: Inlines = ()
    date: Inlines = ()
    salutation: Inlines = ()
    opening: Paragraphs = ()
    parts: tuple[Part, ...] = ()
    closing: Paragraphs = ()
    signature: Paragraphs = ()
    has_outline: bool = False
    kind: str = ""
    layout: str = "gbt9704"
    meeting_date: str = ""
    depth: str = ""
    omitted: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    given: str = ""


def plain_text(inlines: Inlines) -> str:
    """Return the words of ``inlines`` as read aloud: no notes, a break counts nothing."""
    words = []
    for inline in inlines:
        if isinstance(inline, Text | Field | Blank):
            words.append(inline.text)
        elif isinstance(inline, Emphasis | Lead):
            words.append(plain_text(inline.inlines))
    return "".join(words)


def iter_points(points: tuple[Point, ...]) -> Iterator[Point]:
    """Yield points and the points under them, in the order of the text."""
    for point in points:
        yield point
        yield from iter_points(point.points)
