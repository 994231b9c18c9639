"""Set phrases that are data: what places are called, and the tails of parallel headings."""

from typing import Annotated

from msgspec import Meta

from drafter.model import Model
from drafter.parameters import HeadingPattern


class Headings(Model, frozen=True):
    """Patterns of parallel headings, and the verb-object tails that close them."""

    pattern: Annotated[HeadingPattern, Meta(title="缺省句式", description="YAML 没有给 pattern 时用")]
    tails: Annotated[
        tuple[str, ...], Meta(title="收尾", description="动宾短语；一组标题里各用一个，动词和名词都不重复")
    ]


class PlaceWords(Model, frozen=True):
    """How a speech at one level speaks of its place."""

    our: Annotated[str, Meta(title="自称", description="我市")]
    whole: Annotated[str, Meta(title="全域", description="全市")]
    leaders: Annotated[str, Meta(title="领导机关", description="市委、市政府")]
    below: Annotated[str, Meta(title="下级", description="各县（市、区）")]


class Levels(Model, frozen=True):
    """The words of each level; ``other`` where the level is not known."""

    省: PlaceWords
    市: PlaceWords
    县: PlaceWords
    区: PlaceWords
    乡: PlaceWords
    镇: PlaceWords
    单位: PlaceWords
    other: PlaceWords


def words_of(levels: Levels, level: str | None) -> PlaceWords:
    """Return the words of ``level``."""
    words: PlaceWords = getattr(levels, level or "other")
    return words


def pick_tail(headings: Headings, variation: int, index: int) -> str:
    """Return the tail for the heading at ``index``: another for each, another set for each variation."""
    return headings.tails[(variation - 1 + index) % len(headings.tails)]
