"""The document tree: a speech in the terms of its genre. The module imports nothing of the project.

Templates produce this tree; writers, outline and summary read it. All nodes are immutable. They are
msgspec structs, which are created five times faster than frozen dataclasses. ``gc=False`` is safe:
frozen nodes hold no cycles.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct


class Text(Struct, frozen=True, gc=False):
    """Words of a template."""

    text: str


class Ordinal(Text, frozen=True, gc=False):
    """The ordinal before a heading, 一、 or 二要. It follows from the place of the heading."""


class Field(Struct, frozen=True, gc=False):
    """A value of the parameters, with its path (``meeting.name``)."""

    path: str
    text: str


class Blank(Struct, frozen=True, gc=False):
    """A fact that is still missing: its label, and a hint how to fill it."""

    path: str
    label: str
    hint: str = ""

    @property
    def text(self) -> str:
        """The label as it is printed, ``【会议日期】``."""
        return f"【{self.label}】"


class Note(Struct, frozen=True, gc=False):
    """A remark for the drafter that is no part of the text."""

    text: str


class Break(Struct, frozen=True, gc=False):
    """A line break that the author put into a title."""


class Emphasis(Struct, frozen=True, gc=False):
    """Emphasized words."""

    inlines: Inlines


class Lead(Struct, frozen=True, gc=False):
    """A lead sentence 段首句: a heading that opens its own paragraph."""

    inlines: Inlines


Inline: TypeAlias = Text | Field | Blank | Note | Break | Emphasis | Lead
Inlines: TypeAlias = tuple[Inline, ...]


class Paragraph(Struct, frozen=True, gc=False):
    """One paragraph of running text."""

    inlines: Inlines


Paragraphs: TypeAlias = tuple[Paragraph, ...]


class Point(Struct, frozen=True, gc=False):
    """A point 要点: an ordinal, a heading, a body, and points under it.

    With ``run_in`` the heading opens its paragraph (一要……。); otherwise it has a line of its own
    (（一）……). ``level`` is 2 under a part, 3 under a point of level 2.
    """

    ordinal: str
    heading: Inlines
    body: Paragraphs = ()
    points: tuple[Point, ...] = ()
    run_in: bool = True
    level: int = 2


class Part(Struct, frozen=True, gc=False):
    """A part 部分; ``role`` is its purpose (significance, tasks, safeguards)."""

    role: str
    ordinal: str
    heading: Inlines
    lead: Paragraphs = ()
    points: tuple[Point, ...] = ()
    numbering: str = ""


class Speech(Struct, frozen=True, gc=False):
    """A whole speech 讲话稿, from title to signature.

    ``signature`` is the 落款 of a paper that is signed. ``meeting_date`` is YYYY-MM-DD, empty if unknown;
    the file's properties take it. ``layout`` is the name of the layout to set the speech in. ``depth`` is
    the depth it was drafted in, ``omitted`` the paths of given values that this depth leaves out.
    ``names`` are names of people and ``readings`` words with their pinyin; a reading copy prints it above
    them. ``given`` are the parameters as JSON; a document keeps them for later updates.
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
    """Return the words of ``inlines`` as they are read aloud, without notes and line breaks."""
    words = []
    for inline in inlines:
        if isinstance(inline, Text | Field | Blank):
            words.append(inline.text)
        elif isinstance(inline, Emphasis | Lead):
            words.append(plain_text(inline.inlines))
    return "".join(words)


def iter_points(points: tuple[Point, ...]) -> Iterator[Point]:
    """Yield ``points`` and all points under them, in the order of the text."""
    for point in points:
        yield point
        yield from iter_points(point.points)
