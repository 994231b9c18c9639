"""The document tree: a speech, in the genre's own terms. Imports nothing of the project's.

Everything that makes a speech (templates, readers) ends here; everything that
uses one (writers, outline, summary) starts here. All nodes are immutable.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """Words that came from a template."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A value of the parameters, and the path it came from (``meeting.name``)."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A fact that nobody has given yet: what it is called, and how to fill it."""

    path: str
    label: str
    hint: str = ""

    @property
    def text(self) -> str:
        """The label as it stands in a draft, ``【会议日期】``."""
        return f"【{self.label}】"


@dataclass(frozen=True, slots=True)
class Note:
    """A remark to the drafter, which is not part of the text."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that the author chose, in a title."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words to be stressed."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead sentence 段首句: the heading that opens its own paragraph."""

    inlines: Inlines


Inline: TypeAlias = Text | Field | Blank | Note | Break | Emphasis | Lead
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text."""

    inlines: Inlines


Paragraphs: TypeAlias = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Point:
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


@dataclass(frozen=True, slots=True)
class Part:
    """A 部分: ``role`` says what it is for (significance, tasks, safeguards)."""

    role: str
    ordinal: str
    heading: Inlines
    lead: Paragraphs = ()
    points: tuple[Point, ...] = ()
    numbering: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """A whole 讲话稿, from title to closing.

    ``occasion`` is the meeting's date as YYYY-MM-DD, empty when unknown: it dates
    the file's properties. ``layout`` names the house style the speech asks for.
    """

    title: Inlines
    byline: Inlines = ()
    date: Inlines = ()
    salutation: Inlines = ()
    opening: Paragraphs = ()
    parts: tuple[Part, ...] = ()
    closing: Paragraphs = ()
    has_outline: bool = False
    kind: str = ""
    layout: str = "gbt9704"
    occasion: str = ""


def plain_text(inlines: Inlines) -> str:
    """Return the words of ``inlines`` as read aloud: no notes, a break counts nothing."""
    return "".join(_words(inline) for inline in inlines)


def _words(inline: Inline) -> str:
    match inline:
        case Text(text) | Field(_, text):
            return text
        case Blank():
            return inline.text
        case Emphasis(inlines) | Lead(inlines):
            return plain_text(inlines)
        case _:
            return ""


def iter_points(points: tuple[Point, ...]) -> Iterator[Point]:
    """Yield points and the points under them, in the order of the text."""
    for point in points:
        yield point
        yield from iter_points(point.points)
