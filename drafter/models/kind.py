"""A kind of paper: its Chinese name, its parts and their usual shares."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from drafter.errors import KeyPath, Problem, did_you_mean, near_matches
from drafter.i18n import _
from drafter.models.base import Model, disagreement
from drafter.models.fields import PLACEHOLDER, fields_of
from drafter.models.meeting import Meeting
from drafter.models.parameters import Parameters
from drafter.models.types import Depth, NumberingName

Share = Annotated[tuple[float, ...], Meta(title="占比", description="最少和最多，百分数，如 [20, 30]")]

# No part of a speech has more points.
MOST_POINTS = 50

# The parameters that papers of every kind take.
ALWAYS = (
    *("kind", "meeting", "title", "speaker", "salutation", "topic", "closing", "papers", "style"),
    *("facts", "intent", "missing", "notes"),
)
ALWAYS_OF_MEETING = ("name", "date", "level", "region", "mode", "main_venue", "branch_venues", "absent")


class KindPart(Model, frozen=True):
    """A part of a paper, as this kind usually has it."""

    role: Annotated[str, Meta(title="角色", description="YAML 里 role 的值")]
    name: Annotated[str, Meta(title="名称", description="中文名，如意义")]
    numbering: Annotated[NumberingName, Meta(title="要点序号", description="YAML 没有给时用")]
    points: Annotated[
        tuple[int, ...],
        Meta(title="要点数", description="YAML 没有给要点时，列几个空的；三个数依次为简、中、详"),
    ] = (0,)
    share: Share = ()
    takes: Annotated[
        Literal["arguments", "tasks"] | None,
        Meta(title="取自领域", description="drafter new --topic 时，放论证 arguments 还是任务 tasks"),
    ] = None

    def depths(self) -> tuple[Depth | None, ...]:
        """Return the least depth that says each point of the longest speech; None means every depth."""
        counts = (*self.points, *self.points[-1:] * 2)[:3]
        brief, standard, full = counts
        depths: list[Depth | None] = [None] * brief
        depths += ["standard"] * (standard - brief)
        depths += ["full"] * (full - standard)
        return tuple(depths)


class DeclaredBlank(Model, frozen=True):
    """A blank that templates use by name: its label, which is the name where none is given, and its hint."""

    shorthand: ClassVar[str] = "hint"

    hint: Annotated[str, Meta(title="填写说明", description="填什么、到哪里找，写进 Word 批注")] = ""
    label: Annotated[str | None, Meta(title="空位名", description="【】里的字；不写就是声明的名字")] = None


Blanks = Annotated[
    dict[str, DeclaredBlank],
    Meta(title="空位", description='一行一个：名字: 填写说明；模板里写 blank("名字")'),
]


class SharedBlanks(Model, frozen=True):
    """The blanks of ``shared/``, which the templates of every kind can use: ``phrases/blanks.yaml``."""

    blanks: Blanks


class UsualItem(Model, frozen=True):
    """An item of the agenda that a meeting of this kind usually has; a word in braces is a blank."""

    who: Annotated[str, Meta(title="谁", description="空位的名字，如 传达单位")]
    did: Annotated[str, Meta(title="做了什么", description="如 传达了{传达内容}；花括号里是空位的名字")]
    item: Annotated[str | None, Meta(title="议程名称", description="议程上怎么叫，不写就取自 did")] = None

    def blanks(self) -> list[str]:
        """Return the names of the blanks in this item."""
        return [self.who, *PLACEHOLDER.findall(self.did)]


class Kind(Model, frozen=True):
    """A kind of paper 文种, as ``kinds/<id>/kind.yaml`` describes it."""

    name: Annotated[str, Meta(title="中文名", description="文种的中文名")]
    summary: Annotated[str, Meta(title="说明", description="一句话说明何时用")]
    meeting: Annotated[
        str,
        Meta(
            title="会议名称",
            description="drafter new 写进 YAML 的会名；{subject} 处是工作领域，{meeting} 是领域惯用的会名",
            extra={"placeholders": ("subject", "meeting")},
        ),
    ]
    uses: Annotated[
        tuple[str, ...],
        Meta(title="所用参数", description="除通用的以外，模板还要哪些，如 meeting.purpose、awards"),
    ] = ()
    follows: Annotated[
        str | None,
        Meta(title="依据文种", description="提纲、通稿由哪个文种的讲话而来；自己成篇的不写"),
    ] = None
    spoken: Annotated[
        bool, Meta(title="是否念出来", description="通知、议程等不念的写 false：它们不用领导用稿的版式")
    ] = True
    opening: Share = ()
    closing: Share = ()
    parts: Annotated[tuple[KindPart, ...], Meta(title="部分", description="按次序")] = ()
    agenda: Annotated[
        tuple[UsualItem, ...],
        Meta(
            title="通常的议程", description="讲话之前通常有哪几项；会议议程还不知道时，通知、主持词等先留空位"
        ),
    ] = ()
    blanks: Blanks = {}

    def part(self, role: str) -> KindPart | None:
        """Return the part called ``role``, or None."""
        return next((part for part in self.parts if part.role == role), None)

    def meeting_name(self, work: str, usual: str | None = None) -> str:
        """Return the name of a meeting on ``work``; ``usual`` is the usual name of such a meeting."""
        return self.meeting.replace("{subject}", work).replace("{meeting}", usual or f"全市{work}会议")

    def check(self) -> list[Problem]:
        """Return a problem for each unknown parameter in ``uses``, wrong share and wrong number of points."""
        known = [*fields_of(Parameters), *(f"meeting.{key}" for key in fields_of(Meeting))]
        message = _("there is no parameter `{name}`")
        found = [
            disagreement(("uses", index), message.format(name=name), did_you_mean(name, known))
            for index, name in enumerate(self.uses)
            if name not in known
        ]
        shares: list[tuple[KeyPath, tuple[float, ...]]] = [
            (("opening",), self.opening),
            (("closing",), self.closing),
        ]
        shares += [(("parts", index, "share"), part.share) for index, part in enumerate(self.parts)]
        for path, share in shares:
            if share and not (len(share) == 2 and 0 <= share[0] <= share[1] <= 100):
                message, remedy = _("this is no share"), _("write the least and the most per cent: [20, 30]")
                found.append(disagreement(path, message, remedy))
        for index, part in enumerate(self.parts):
            if not part.points or list(part.points) != sorted(part.points) or not _are_numbers(part.points):
                message = _("these are no numbers of points")
                remedy = _("write one number, or three that grow: [3, 4, 5]")
                found.append(disagreement(("parts", index, "points"), message, remedy))
        return found

    def takes(self, key: str, of_meeting: str = "") -> bool:
        """Return whether this kind uses the parameter ``key``, or the meeting's key ``of_meeting``."""
        if of_meeting:
            return of_meeting in ALWAYS_OF_MEETING or f"meeting.{of_meeting}" in self.uses
        return key in ALWAYS or key in self.uses or (key in ("parts", "quotations") and bool(self.parts))


def _are_numbers(points: tuple[int, ...]) -> bool:
    return len(points) <= 3 and all(0 <= number <= MOST_POINTS for number in points)


def no_such_blank(name: str, known: Iterable[str], *, is_shared: bool = False) -> tuple[str, str]:
    """Return what is wrong with ``name``, which is no blank among ``known``, and what to do.

    ``is_shared``: what asks for it serves several kinds.
    """
    file = "phrases/blanks.yaml" if is_shared else "kind.yaml"
    remedy = _("declare it at `blanks` in {file}").format(file=file)
    if near_matches(name, known):
        near = did_you_mean(name, known)
        remedy = _("{near} If not, declare it at `blanks` in {file}").format(near=near, file=file)
    return _("no blank `{name}` is declared").format(name=name), remedy
