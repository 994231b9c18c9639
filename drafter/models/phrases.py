"""Set phrases: patterns of parallel headings with their tails, and words for the levels of places."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from msgspec import Meta

from drafter.errors import Problem
from drafter.i18n import _
from drafter.models.base import Model, disagreement
from drafter.models.types import HeadingPattern

# A tail is a verb of two characters, 新, and a noun of two: 展现新作为.
TAIL_LENGTH = 5
# The name that patterns have for the headings of points; those of a part go by its role.
POINTS = "points"


class Pattern(Model, frozen=True):
    """A pattern of headings: its short name, its text, and the headings that take it by default."""

    name: Annotated[str, Meta(title="句式名", description="YAML 里 pattern 可以只写这个名字")]
    text: Annotated[HeadingPattern, Meta(title="句式", description="含 {focus}、{aim}、{tail}")]
    heads: Annotated[
        tuple[str, ...],
        Meta(title="缺省用处", description="points 要点，或部分的角色；没有写 pattern 时按变体轮换"),
    ] = ()


class Headings(Model, frozen=True):
    """Patterns of parallel headings, and the verb-object tails that close them."""

    patterns: Annotated[tuple[Pattern, ...], Meta(title="句式", description="一行一个，名字不重复")]
    tails: Annotated[
        tuple[str, ...],
        Meta(title="收尾", description="动宾短语，二加三字；一组标题里各用一个，动词和名词都不重复"),
    ]

    def check(self) -> list[Problem]:
        """Return a problem for each tail of the wrong length, and for points without a pattern."""
        message, remedy = _("`{tail}` is not 2+3 characters"), _("write it like {example}")
        found = [
            disagreement(("tails", index), message.format(tail=tail), remedy.format(example="展现新作为"))
            for index, tail in enumerate(self.tails)
            if len(tail) != TAIL_LENGTH
        ]
        if not any(POINTS in pattern.heads for pattern in self.patterns):
            message, remedy = _("no pattern is for points"), _("write `heads: points` under one of them")
            found.append(disagreement(("patterns",), message, remedy))
        return found

    def named(self, name: str) -> str | None:
        """Return the text of the pattern called ``name``, or None."""
        return next((pattern.text for pattern in self.patterns if pattern.name == name), None)

    def usual(self, head: str, variation: int) -> str:
        """Return the pattern that headings take by default, another for each ``variation``.

        ``head`` is ``points``, or the role of a part; a role without a pattern takes those of points.
        """
        fitting = [pattern.text for pattern in self.patterns if head in pattern.heads]
        if not fitting:
            fitting = [pattern.text for pattern in self.patterns if POINTS in pattern.heads]
        return fitting[(variation - 1) % len(fitting)]

    def free_tails(self, taken: Sequence[str], variation: int) -> Iterator[str]:
        """Yield tails for a set of headings that already contains the words ``taken``.

        No verb and no noun is repeated as long as there are other tails; ``variation`` chooses the
        first.
        """
        start = (variation - 1) % len(self.tails)
        words = "\n".join(taken)
        rest = []
        for tail in (*self.tails[start:], *self.tails[:start]):
            if tail[:2] in words or tail[-2:] in words:
                rest.append(tail)
            else:
                words += "\n" + tail
                yield tail
        yield from rest


class PlaceWords(Model, frozen=True):
    """The words with which a speech at one level refers to its place."""

    our: Annotated[str, Meta(title="自称", description="我市")]
    whole: Annotated[str, Meta(title="全域", description="全市")]
    leaders: Annotated[str, Meta(title="领导机关", description="市委、市政府")]
    below: Annotated[str, Meta(title="下级", description="各县（市、区）")]


class Levels(Model, frozen=True):
    """The words of each level; ``other`` is for an unknown level."""

    省: PlaceWords
    市: PlaceWords
    县: PlaceWords
    区: PlaceWords
    乡: PlaceWords
    镇: PlaceWords
    街道: PlaceWords
    单位: PlaceWords
    other: PlaceWords


def words_of(levels: Levels, level: str | None) -> PlaceWords:
    """Return the words of ``level``."""
    words: PlaceWords = getattr(levels, level or "other")
    return words
