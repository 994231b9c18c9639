"""The facts of a meeting as a clerk thinks of them, by type, and what the leader wants of the text."""

from typing import Annotated, Literal

from msgspec import Meta, field

from drafter.models.base import Model
from drafter.models.types import Order, Sentence, ShortText

# No postponed annotations: resolving them from text takes time at start-up.

# Longer than any fact of a sheet; what is longer is a paragraph, and belongs into a point.
LONGEST = 1000
Clause = Annotated[Sentence, Meta(max_length=LONGEST)]
Tone = Annotated[
    Literal["plain", "firm", "warm"],
    Meta(extra={"name": True, "names": {"plain": "平实", "firm": "硬", "warm": "暖"}}),
]


class Fact(Model, frozen=True):
    """A fact 事实: the clerk's words, and what cannot be read out of them."""

    shorthand = "text"

    text: Annotated[
        Clause | None,
        Meta(
            title="事实内容",
            description="一条事实，照材料写；数字、期限、单位写全",
            extra={"zh": "内容"},
        ),
    ] = None
    topic: Annotated[
        ShortText | None,
        Meta(title="事项", description="说的是哪件事；不给则从内容里读", extra={"zh": "事项"}),
    ] = None
    demand: Annotated[
        ShortText | None,
        Meta(title="要求", description="做到什么程度；不给则从内容里读", extra={"zh": "要求"}),
    ] = None
    by: Annotated[
        ShortText | None,
        Meta(title="期限", description="如 4月25日前；不给则从内容里读", extra={"zh": "期限"}),
    ] = None
    owner: Annotated[
        tuple[ShortText, ...], Meta(title="牵头单位", description="谁牵头、谁来办", extra={"zh": "牵头"})
    ] = ()
    partners: Annotated[
        tuple[ShortText, ...], Meta(title="配合单位", description="谁配合", extra={"zh": "配合"})
    ] = ()
    person: Annotated[
        tuple[ShortText, ...],
        Meta(title="责任人", description="职务和姓名，如 副局长谭志高", extra={"zh": "责任人"}),
    ] = ()
    who: Annotated[
        ShortText | None, Meta(title="何处", description="问题出在哪个单位、哪个地方", extra={"zh": "何处"})
    ] = None
    named: Annotated[
        bool | None,
        Meta(title="点名", description="是或否：讲话里能不能说出是哪里", extra={"zh": "点名"}),
    ] = None
    source: Annotated[
        ShortText | None, Meta(title="来源", description="谁说的、谁报的", extra={"zh": "来源"})
    ] = None
    label: Annotated[
        ShortText | None,
        Meta(title="小标题", description="几条连着说时前面的一句，如 最要紧三处", extra={"zh": "小标题"}),
    ] = None
    matter: Annotated[
        ShortText | None,
        Meta(
            title="哪件事",
            description="材料按几件事分开写的，写是哪一件，如 停车；同一件事的放在一起讲",
            extra={"zh": "哪件事"},
        ),
    ] = None
    belongs: Annotated[
        tuple[ShortText, ...],
        Meta(title="属于", description="与哪条事实连着说：写那一条里的几个字", extra={"zh": "属于"}),
    ] = field(name="for", default=())
    order: Annotated[
        Order | None,
        Meta(
            title="次序",
            description="第几行第几句，如 6.2：同一行的几条连着讲；6.2.2 是同一句里的下一段；"
            "不给则接着上一条另起一行",
            extra={"zh": "次序"},
        ),
    ] = None


class Facts(Model, frozen=True):
    """The facts by type: what each does in a speech."""

    achievements: Annotated[
        tuple[Fact, ...], Meta(title="成绩", description="做成了什么，一条一行", extra={"zh": "成绩"})
    ] = ()
    situation: Annotated[
        tuple[Fact, ...],
        Meta(title="形势", description="底数、预测、眼下的情况，一条一行", extra={"zh": "形势"}),
    ] = ()
    progress: Annotated[
        tuple[Fact, ...],
        Meta(title="进度", description="总数和已完成数，如 排查73处，销号51处", extra={"zh": "进度"}),
    ] = ()
    problems: Annotated[
        tuple[Fact, ...], Meta(title="问题", description="哪里什么事没有做好，一条一行", extra={"zh": "问题"})
    ] = ()
    causes: Annotated[
        tuple[Fact, ...], Meta(title="原因", description="问题是怎么来的，一条一行", extra={"zh": "原因"})
    ] = ()
    requests: Annotated[
        tuple[Fact, ...], Meta(title="诉求", description="谁提了什么要求，一条一行", extra={"zh": "诉求"})
    ] = ()
    tasks: Annotated[
        tuple[Fact, ...],
        Meta(title="任务", description="做什么、做多少、到哪天，谁牵头，一条一行", extra={"zh": "任务"}),
    ] = ()
    gaps: Annotated[
        tuple[Fact, ...], Meta(title="缺口", description="还缺什么、缺多少", extra={"zh": "缺口"})
    ] = ()
    duties: Annotated[
        tuple[Fact, ...], Meta(title="分工", description="谁牵头、谁配合、谁包什么", extra={"zh": "分工"})
    ] = ()
    funds: Annotated[
        tuple[Fact, ...], Meta(title="经费", description="多少钱，从哪里来，用到哪里", extra={"zh": "经费"})
    ] = ()
    checks: Annotated[
        tuple[Fact, ...],
        Meta(title="督查", description="督查、考核、通报、奖惩：谁来查，多久一次", extra={"zh": "督查"}),
    ] = ()
    promises: Annotated[
        tuple[Fact, ...], Meta(title="承诺", description="讲话人答应办的事，一条一行", extra={"zh": "承诺"})
    ] = ()
    examples: Annotated[
        tuple[Fact, ...], Meta(title="事例", description="事迹、案例；不能说的不写", extra={"zh": "事例"})
    ] = ()
    honours: Annotated[
        tuple[Fact, ...], Meta(title="表彰", description="表彰了多少、表彰了谁", extra={"zh": "表彰"})
    ] = ()
    thanks: Annotated[
        tuple[Fact, ...], Meta(title="致谢", description="要感谢谁，为了什么", extra={"zh": "致谢"})
    ] = ()
    stances: Annotated[
        tuple[Fact, ...], Meta(title="主张", description="讲话人的看法和主张", extra={"zh": "主张"})
    ] = ()
    basis: Annotated[
        tuple[Fact, ...],
        Meta(title="依据", description="哪个会、哪个文件定的，写全称和日期", extra={"zh": "依据"}),
    ] = ()

    @property
    def are_given(self) -> bool:
        """Whether one of them says anything."""
        lists = (getattr(self, name) for name in self.__struct_fields__)
        return any(item.text or item.topic or item.demand or item.by for items in lists for item in items)


class Address(Model, frozen=True):
    """A passage that is spoken to some of those who listen."""

    shorthand = "to"

    to: Annotated[
        ShortText | None, Meta(title="对象", description="对谁说，如 村组干部", extra={"zh": "对象"})
    ] = None
    say: Annotated[
        Clause | None,
        Meta(title="说什么", description="要对他们说的意思", extra={"zh": "内容"}),
    ] = None


class Intent(Model, frozen=True):
    """What the leader wants of the text; it is carried out, and never read out."""

    tone: Annotated[
        Tone | None, Meta(title="口气", description="plain 平实、firm 硬、warm 暖", extra={"zh": "口气"})
    ] = None
    stress: Annotated[
        tuple[ShortText, ...], Meta(title="侧重", description="讲得最重的事", extra={"zh": "侧重"})
    ] = ()
    spare: Annotated[
        tuple[ShortText, ...], Meta(title="少讲", description="少讲的事，如 意义、成绩", extra={"zh": "少讲"})
    ] = ()
    named: Annotated[
        tuple[ShortText, ...], Meta(title="要点名", description="要点名的单位、地方", extra={"zh": "点名"})
    ] = ()
    unnamed: Annotated[
        tuple[ShortText, ...],
        Meta(title="不点名", description="不能说出名字的单位、地方、人", extra={"zh": "不点名"}),
    ] = ()
    address: Annotated[
        tuple[Address, ...], Meta(title="对谁说", description="专门说给谁听的话", extra={"zh": "对谁说"})
    ] = ()
    avoid: Annotated[
        tuple[ShortText, ...], Meta(title="不用词", description="不能出现的词和句子", extra={"zh": "不用词"})
    ] = ()
    leave: Annotated[
        tuple[ShortText, ...],
        Meta(title="不碰", description="不讲的事：别人讲，或者不能讲", extra={"zh": "不碰"}),
    ] = ()
    keep: Annotated[
        tuple[Clause, ...], Meta(title="原话", description="一字不改要用的话", extra={"zh": "原话"})
    ] = ()
    opening: Annotated[
        Clause | None,
        Meta(title="开头", description="开头怎么讲，如 开口就说事", extra={"zh": "开头"}),
    ] = None
    closing: Annotated[
        Clause | None,
        Meta(title="收尾", description="收尾怎么讲，如 不喊口号", extra={"zh": "收尾"}),
    ] = None
    notes: Annotated[
        tuple[Clause, ...],
        Meta(title="其他交代", description="别的键放不下的交代，一条一行", extra={"zh": "备注"}),
    ] = ()


class Missing(Model, frozen=True):
    """What the material lacks 待补; the draft has a blank for it where it belongs."""

    shorthand = "what"

    what: Annotated[
        ShortText | None,
        Meta(title="待补事项", description="材料里缺的，如 土工布的单位", extra={"zh": "缺什么"}),
    ] = None
    belongs: Annotated[
        tuple[ShortText, ...],
        Meta(title="待补所属", description="缺在哪条事实里：写那一条里的几个字", extra={"zh": "属于"}),
    ] = field(name="for", default=())
