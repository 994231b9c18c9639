"""What a task sheet says, as typed values. Each keeps its own words and its place."""

# Annotations are evaluated here and now: msgspec resolves them at the first use otherwise.

import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from msgspec import Struct

from drafter.facts.head.replies import Reply
from drafter.i18n import Message


class FactType(StrEnum):
    """What a fact does in a speech. The names are those of the YAML."""

    ACHIEVEMENT = "achievement"  # 成绩
    SITUATION = "situation"  # 形势、底数
    PROGRESS = "progress"  # 进度：总数与已完成数
    PROBLEM = "problem"  # 问题
    CAUSE = "cause"  # 原因
    REQUEST = "request"  # 诉求
    TASK = "task"  # 任务、目标
    GAP = "gap"  # 缺口
    DUTY = "duty"  # 分工、责任人
    FUND = "fund"  # 经费
    CHECK = "check"  # 督查、考核、奖惩、公开
    PROMISE = "promise"  # 承诺
    CASE = "case"  # 事迹、案例
    AWARD = "award"  # 表彰
    THANKS = "thanks"  # 感谢
    STANCE = "stance"  # 主张
    BASIS = "basis"  # 依据


# What is to be done; and beside it what is still lacking of it.
TASKS = (FactType.TASK, FactType.PROMISE)
AIMS = (*TASKS, FactType.GAP)


class IntentKind(StrEnum):
    """What the leader wants of the text."""

    TONE = "tone"
    STRESS = "stress"
    SPARE = "spare"
    NAME = "name"
    NO_NAME = "no-name"
    ADDRESS = "address"
    FORBID = "forbid"
    AVOID = "avoid"
    CLOSING = "closing"
    OPENING = "opening"
    HARD = "hard"
    LENGTH = "length"
    WORDING = "wording"
    PRAISE = "praise"
    THANKS = "thanks"
    QUOTE = "quote"
    OTHER = "other"


Bound = Literal["exact", "about", "nearly", "over", "at-least", "at-most"]
Role = Literal[
    "plain", "total", "done", "rest", "part", "share", "change", "from", "to", "gap", "each", "rank"
]
Relation = Literal["at", "by", "from", "within", "until"]
Grain = Literal["day", "ten-days", "week", "month", "quarter", "half", "year", "clock", "weekday", "event"]
Tone = Literal["", "plain", "firm", "warm"]


class Place(Struct, frozen=True):
    """A stretch of the sheet: the line from 1, and offsets into the whole text, end excluded."""

    line: int
    start: int
    end: int


# Where stands what a YAML gives, and no sheet.
NOWHERE = Place(0, 0, 0)


class Words(Struct, frozen=True):
    """Words of the sheet that stand for themselves: a field of the meeting, a note, a label."""

    text: str
    place: Place
    value: str = ""


class When(Struct, frozen=True):
    """A date, a period, a clock time or a deadline; ``start`` and ``end`` are None if unknown."""

    text: str
    place: Place
    grain: Grain
    relation: Relation = "at"
    start: datetime.date | None = None
    end: datetime.date | None = None
    clock: str = ""
    weekday: int | None = None
    guessed_year: bool = False
    days: int | None = None

    @property
    def deadline(self) -> datetime.date | None:
        """The last day on which it may be done; None unless this is a deadline."""
        return self.end if self.relation in ("by", "within") else None


class Quantity(Struct, frozen=True):
    """A number with its unit. ``amount`` is exact; ``unit`` is empty where the sheet has none.

    ``scale`` is 万 or 亿 as written; ``noun`` is what is counted, in the sheet's words.
    ``sign`` and ``reference`` tell a change: −1 and 前年 for 比前年少860万. ``is_completed`` tells that its
    unit stands nowhere behind it, and is that of another figure, or 元.
    """

    text: str
    place: Place
    value: Decimal
    unit: str = ""
    scale: str = ""
    high: Decimal | None = None
    bound: Bound = "exact"
    role: Role = "plain"
    noun: str = ""
    sign: int = 0
    reference: str = ""
    lacks_unit: bool = False
    is_completed: bool = False

    @property
    def factor(self) -> Decimal:
        """What the scale multiplies by."""
        return {"": Decimal(1), "百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000)}.get(
            self.scale, Decimal(10) ** 8
        )

    @property
    def amount(self) -> Decimal:
        """The value in the bare unit."""
        return self.value * self.factor


class Person(Struct, frozen=True):
    """A person as the sheet has him. ``name`` is empty where only the post is given."""

    name: str
    posts: tuple[str, ...]
    place: Place
    text: str = ""


class Fact(Struct, frozen=True):
    """One fact. ``owners`` lead or answer for it, ``partners`` help; ``who`` is whose problem it is.

    ``sign`` is the mark between this fact and the one in front of it on the same line: a comma where the
    sheet goes on with the same sentence.
    ``demand`` is what is to be done, where it does not follow from the text.
    """

    id: str
    type: FactType
    text: str
    place: Place
    topic: str = ""
    quantities: tuple[Quantity, ...] = ()
    whens: tuple[When, ...] = ()
    by: When | None = None
    frequency: str = ""
    owners: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    persons: tuple[Person, ...] = ()
    who: str = ""
    named: bool | None = None
    soft: str = ""
    source: str = ""
    label: str = ""
    section: str = ""
    group: int = 0
    sure: bool = True
    sign: str = ""
    demand: str = ""


class Intent(Struct, frozen=True):
    """One wish of the leader. ``words`` are quoted or named; ``about`` are ids of facts on the same line."""

    kind: IntentKind
    text: str
    place: Place
    words: tuple[str, ...] = ()
    tone: Tone = ""
    about: tuple[str, ...] = ()


class Blank(Struct, frozen=True):
    """What the sheet lacks. ``what`` names it; ``about`` are ids of the facts that need it."""

    what: str
    text: str
    place: Place
    about: tuple[str, ...] = ()


class Doubt(Struct, frozen=True):
    """What the reader is unsure of, with the reason."""

    code: str
    reason: Message
    text: str
    place: Place


class Contradiction(Struct, frozen=True):
    """Two statements that do not agree; both places are told."""

    code: str
    reason: Message
    first: Words
    second: Words


class Step(Struct, frozen=True):
    """A step of the agenda: who does what."""

    who: str
    does: str
    text: str
    place: Place


class Meeting(Struct, frozen=True):
    """What the sheet says of the meeting. ``weekday_agrees`` is None if no weekday is given."""

    name: Words | None = None
    date: When | None = None
    time: When | None = None
    weekday_agrees: bool | None = None
    venue: Words | None = None
    mode: Words | None = None
    main_venue: Words | None = None
    branch_venues: Words | None = None
    attendance: tuple[Words, ...] = ()
    absent: tuple[Words, ...] = ()
    visits: tuple[Words, ...] = ()
    host: Words | None = None
    organiser: Words | None = None
    other: tuple[Words, ...] = ()


class Speaker(Struct, frozen=True):
    """Who speaks, with all posts, and for how many minutes or characters."""

    name: str = ""
    posts: tuple[str, ...] = ()
    text: str = ""
    place: Place | None = None
    minutes: int | None = None
    minutes_said: Words | None = None
    characters: int | None = None


class Sheet(Struct, frozen=True):
    """A task sheet that was read. Every word of it is in one of these."""

    kind: str
    level: str
    body: str
    meeting: Meeting
    speaker: Speaker
    before: tuple[Step, ...] = ()
    after: tuple[Step, ...] = ()
    facts: tuple[Fact, ...] = ()
    intents: tuple[Intent, ...] = ()
    blanks: tuple[Blank, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    notes: tuple[Words, ...] = ()
    reply: Reply = Reply()
    labels: tuple[Words, ...] = ()
