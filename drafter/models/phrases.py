"""Set phrases: patterns of parallel headings with their tails, and words for the levels of places."""

from __future__ import annotations

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
    """Patterns of parallel headings, and the verb-object tails that close them.

    A file without one of the two adds to what is below it: see ``over``.
    """

    patterns: Annotated[
        tuple[Pattern, ...],
        Meta(title="句式", description="一行一个，名字不重复；没有写 tails 的，添到自带的句式里"),
    ] = ()
    tails: Annotated[
        tuple[str, ...],
        Meta(title="收尾", description="动宾短语，二加三字；一组标题里各用一个，动词和名词都不重复"),
    ] = ()

    def check(self) -> list[Problem]:
        """Return a problem for each tail of the wrong length, and for points without a pattern."""
        message, remedy = _("`{tail}` is not 2+3 characters"), _("write it like {example}")
        found = [
            disagreement(("tails", index), message.format(tail=tail), remedy.format(example="展现新作为"))
            for index, tail in enumerate(self.tails)
            if len(tail) != TAIL_LENGTH
        ]
        if self.is_complete and not any(POINTS in pattern.heads for pattern in self.patterns):
            message, remedy = _("no pattern is for points"), _("write `heads: points` under one of them")
            found.append(disagreement(("patterns",), message, remedy))
        return found

    @property
    def is_complete(self) -> bool:
        """Whether the file has both, and so stands in the place of those below it."""
        return bool(self.patterns and self.tails)

    def over(self, below: Headings) -> Headings:
        """Return these with what they lack from ``below``; of patterns of one name the first counts."""
        if self.is_complete:
            return self
        names = {pattern.name for pattern in self.patterns}
        rest = tuple(pattern for pattern in below.patterns if pattern.name not in names)
        return Headings(patterns=(*self.patterns, *rest), tails=self.tails or below.tails)

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
    """The words with which a speech refers to its place or body; those with a default suit any place."""

    our: Annotated[str, Meta(title="自称", description="我市")]
    whole: Annotated[str, Meta(title="全域", description="全市")]
    leaders: Annotated[str, Meta(title="领导机关", description="市委、市政府；单位写 {party}")]
    below: Annotated[str, Meta(title="下级", description="各县（市、区）")]
    party: Annotated[str, Meta(title="党组织", description="市委；单位写 {body}党委")] = "党组织"
    units: Annotated[str, Meta(title="各方", description="下级和部门合起来怎么说")] = "各级各部门"
    people: Annotated[str, Meta(title="人员", description="接在“全市”后面")] = "干部群众"
    served: Annotated[str, Meta(title="服务对象", description="工作是为谁做的")] = "群众"
    locals: Annotated[str, Meta(title="当地人", description="对来宾怎么称呼自己人")] = "乡亲们"
    front: Annotated[str, Meta(title="现场", description="下去走走，走到哪里")] = "企业、工地、村组"
    base: Annotated[str, Meta(title="一线", description="“不给基层添负担”里的“基层”")] = "基层"
    office: Annotated[str, Meta(title="机关", description="“坐在机关听汇报”里的“机关”")] = "机关"
    area: Annotated[str, Meta(title="范围", description="下级对哪里的任务负责")] = "辖区内"
    unit: Annotated[bool, Meta(title="是单位", description="不是一个地方")] = False


# The words that a row of the levels can change for one sort of bodies.
WORDS = tuple(name for name in PlaceWords.__struct_fields__ if name != "unit")


class Body(Model, frozen=True):
    """One sort of bodies: how it is recognised, and which words it has of its own."""

    body: Annotated[str, Meta(title="简称", description="说法里 {body} 的地方写它，如矿、院、局")] = ""
    names: Annotated[
        tuple[str, ...], Meta(title="名称", description="单位名称里有其中一个词的，就是这一类")
    ] = ()
    posts: Annotated[
        tuple[str, ...], Meta(title="职务", description="讲话人职务里有其中一个词的，就是这一类")
    ] = ()
    words: Annotated[dict[str, str], Meta(title="说法", description="和本级别处不同的说法")] = {}


class LevelWords(PlaceWords, frozen=True):
    """The words of one level, how it is recognised, and the sorts of bodies in it."""

    body: Annotated[str, Meta(title="简称", description="说法里 {body} 的地方写它")] = ""
    posts: Annotated[
        tuple[str, ...], Meta(title="职务", description="讲话人职务里有其中一个词的，就是这一级")
    ] = ()
    names: Annotated[
        tuple[str, ...], Meta(title="名称", description="单位名称里有其中一个词的，就是这一级")
    ] = ()
    bodies: Annotated[tuple[Body, ...], Meta(title="各类单位", description="先列特殊的；说法不同的才列")] = ()

    def said_of(self, body: Body | None, party: str) -> PlaceWords:
        """Return the words of ``body``, or of the level; ``party`` is how its party body is organised.

        ``party`` is 党委, 党总支 or the like, or "" where nobody says.
        """
        own = {name: getattr(self, name) for name in WORDS} | (body.words if body else {})
        short = (body and body.body) or self.body
        if short and party:
            own["party"] = "{body}" + party
        filled = {name: text.replace("{party}", own["party"]) for name, text in own.items()}
        return PlaceWords(
            **{name: text.replace("{body}", short) for name, text in filled.items()}, unit=self.unit
        )


class Levels(Model, frozen=True):
    """The words of each level; ``other`` is for an unknown level.

    A level without words of its own takes those of 单位; 社区 and 村 take those of ``other``.
    """

    省: LevelWords
    市: LevelWords
    县: LevelWords
    区: LevelWords
    乡: LevelWords
    镇: LevelWords
    街道: LevelWords
    单位: LevelWords
    other: LevelWords
    社区: LevelWords | None = None
    村: LevelWords | None = None
    企业: LevelWords | None = None
    医院: LevelWords | None = None
    学校: LevelWords | None = None
    科研院所: LevelWords | None = None
    机关: LevelWords | None = None

    def of(self, level: str | None) -> LevelWords:
        """Return the words of ``level``."""
        words: LevelWords | None = getattr(self, level or "other")
        return words or (self.other if level in ("社区", "村") else self.单位)

    def check(self) -> list[Problem]:
        """Return a problem for each word of a sort of bodies that no level has."""
        message, remedy = _("`{word}` is no word of a level"), _("known: {names}")
        known = remedy.format(names=_(", ").join(WORDS))
        return [
            disagreement((level, "bodies", index, "words", word), message.format(word=word), known)
            for level in self.__struct_fields__
            for index, body in enumerate(self.of(level).bodies)
            for word in body.words
            if word not in WORDS
        ]
