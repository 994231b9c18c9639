"""The parameters of one meeting: what a clerk writes in the YAML file.

Everything is optional but ``kind`` and ``meeting.name``. Each field's title is its
Chinese label (a blank shows it: 【会议日期】), its description the hint that goes with it.
"""

# Annotations are evaluated here and now: resolving them later from text costs a cold start.

import datetime
from typing import Annotated, Literal

from msgspec import Meta, field

from drafter.model import Model

Level = Literal["省", "市", "县", "区", "乡", "镇", "单位"]
NumberingName = Annotated[
    Literal["第一", "首先", "一要", "一是", "（一）", "1.", "（1）"], Meta(extra={"name": True})
]

# A name of something in the library; not words of the speech, and so never a field of it.
Name = Annotated[str, Meta(extra={"name": True})]

# Prose keeps its line breaks (each starts a paragraph); any other text is one line.
Prose = Annotated[str, Meta(extra={"prose": True})]

# Patterns of sentences, and the words in braces that each may use.
HeadingPattern = Annotated[str, Meta(extra={"placeholders": ("focus", "aim", "tail")})]
FactPattern = Annotated[str, Meta(extra={"placeholders": ("name", "value", "unit")})]


# An empty item of such a list still stands for one: the template's own.
_PLACES_COUNT = {"keeps_empty": True}


class AgendaItem(Model, frozen=True):
    """One thing that happened at the meeting before the speech: 刚才，……。"""

    who: Annotated[
        tuple[str, ...], Meta(title="发言单位", description="单位或人名，可写多个；按议程先后列出")
    ] = ()
    did: Annotated[
        str | None, Meta(title="议程内容", description="做了什么：传达了……、通报了……、作了交流发言")
    ] = None


class Meeting(Model, frozen=True):
    """The meeting at which the speech is given."""

    name: Annotated[
        str, Meta(min_length=1, title="会议名称", description="会议全称，以会议通知为准，不加书名号")
    ]
    date: Annotated[
        datetime.date | None, Meta(title="会议日期", description="如 2025-10-11；标题下和文件属性里都用它")
    ] = None
    level: Annotated[
        Level | None,
        Meta(title="层级", description="省、市、县、区、乡、镇、单位；决定“我市”“全市”“市委”等说法"),
    ] = None
    region: Annotated[str | None, Meta(title="地区", description="行政区划全称，如云州市")] = None
    venue: Annotated[str | None, Meta(title="会议地点", description="会场名称，以会议通知为准")] = None
    host: Annotated[str | None, Meta(title="主办单位", description="承办会议的单位")] = None
    purpose: Annotated[
        tuple[str, ...],
        Meta(
            title="主要任务",
            description="动宾短语，依次是学习贯彻、落实、总结、分析、部署，三到六个，动词不重复",
        ),
    ] = ()
    agenda: Annotated[
        tuple[AgendaItem, ...] | None,
        Meta(title="议程", description="讲话之前的各项议程，按先后列出；没有议程写 []"),
    ] = None


class Speaker(Model, frozen=True):
    """Who gives the speech."""

    name: Annotated[str | None, Meta(title="讲话人姓名", description="放在标题下")] = None
    post: Annotated[str | None, Meta(title="讲话人职务", description="以任职文件为准")] = None


class Heading(Model, frozen=True):
    """A heading as it stands, or the words from which a pattern composes one."""

    shorthand = "text"

    text: Annotated[str | None, Meta(title="标题", description="整句标题，照用不改")] = None
    focus: Annotated[str | None, Meta(title="标题对象", description="标题句式中 {focus} 处的词")] = None
    aim: Annotated[str | None, Meta(title="标题目标", description="标题句式中 {aim} 处的词")] = None
    tail: Annotated[
        str | None,
        Meta(title="标题收尾", description="标题句式中 {tail} 处的动宾短语；不给则由词库轮换，同组不重复"),
    ] = None


class Figure(Model, frozen=True):
    """A 数据: what has been reached, with its date and source."""

    name: Annotated[str | None, Meta(title="数据名称", description="指标名称，与统计口径一致")] = None
    value: Annotated[str | None, Meta(title="数值", description="只写数，如 35、8万、95%以上")] = None
    unit: Annotated[str | None, Meta(title="计量单位", description="个、人次、起、亿元等")] = None
    period: Annotated[str | None, Meta(title="数据时点", description="去年、截至某年某月、某年以来")] = None
    source: Annotated[
        str | None, Meta(title="数据来源", description="如市民政局统计；没有来源的数不上讲话稿")
    ] = None
    say: Annotated[
        FactPattern | None,
        Meta(title="数据说法", description="句式，如“建成{name}{value}{unit}”；不给则说“名称达到数值”"),
    ] = None
    verdict: Annotated[
        str | None, Meta(title="数据评价", description="对这个数的一句判断，如“成绩要巩固、要提升”")
    ] = None


class Target(Model, frozen=True):
    """A 目标: what is to be reached, and by when."""

    name: Annotated[str | None, Meta(title="目标名称", description="目标指标的名称")] = None
    value: Annotated[str | None, Meta(title="目标值", description="只写数，如 1万、2～3")] = None
    unit: Annotated[str | None, Meta(title="目标单位", description="个、人、百分点等")] = None
    by: Annotated[str | None, Meta(title="完成期限", description="如明年年底、“十五五”末")] = None
    say: Annotated[
        FactPattern | None,
        Meta(title="目标说法", description="句式，如“总量突破{value}{unit}”；不给则说“名称达到数值”"),
    ] = None


class Measure(Model, frozen=True):
    """A 措施, with the figures, targets and slogan that belong to it."""

    shorthand = "text"

    area: Annotated[str | None, Meta(title="措施领域", description="念作“在……方面，”")] = None
    text: Annotated[
        str | None, Meta(title="具体措施", description="要做什么、怎么做、做到什么程度，一句话说清")
    ] = None
    figures: Annotated[tuple[Figure, ...], Meta(title="措施数据", description="紧跟这条措施说的数据")] = ()
    targets: Annotated[tuple[Target, ...], Meta(title="措施目标", description="紧跟这条措施说的目标")] = ()
    slogan: Annotated[str | None, Meta(title="措施口号", description="念作“做到‘……’”；不是谁的话")] = None


class Point(Model, frozen=True):
    """An 要点: a heading and what is said of it."""

    heading: Annotated[
        Heading, Meta(title="要点标题", description="一句标题；或 {focus, aim} 两个词，由本部分的句式合成")
    ] = Heading()
    text: Annotated[Prose | None, Meta(title="要点正文", description="要点的论述；换行即分段")] = None
    measures: Annotated[tuple[Measure, ...], Meta(title="措施", description="两到四条，动词开头")] = ()
    figures: Annotated[tuple[Figure, ...], Meta(title="数据", description="支撑这个要点的数据")] = ()
    targets: Annotated[tuple[Target, ...], Meta(title="目标", description="这个要点要达到的目标")] = ()
    slogan: Annotated[str | None, Meta(title="口号", description="念作“做到‘……’”；不是谁的话")] = None
    owner: Annotated[str | None, Meta(title="责任单位", description="牵头单位，以任务分工方案为准")] = None
    deadline: Annotated[str | None, Meta(title="完成时限", description="如12月底前")] = None
    numbering: Annotated[NumberingName | None, Meta(title="下级序号", description="下级要点的序号样式")] = (
        None
    )
    points: Annotated[
        tuple["Point", ...], Meta(title="下级要点", description="再分一层的要点", extra=_PLACES_COUNT)
    ] = ()


class Part(Model, frozen=True):
    """A 部分 of the speech."""

    role: Annotated[
        Name | None,
        Meta(title="部分角色", description="significance 意义、tasks 任务、safeguards 保障；不给则按次序"),
    ] = None
    heading: Annotated[Heading, Meta(title="部分标题", description="两个分句为宜，16 到 34 字")] = Heading()
    lead: Annotated[Prose | None, Meta(title="部分引语", description="标题之后、要点之前的一段")] = None
    numbering: Annotated[
        NumberingName | None,
        Meta(title="要点序号", description="第一、首先、一要、一是、（一）、1.、（1）"),
    ] = None
    pattern: Annotated[
        HeadingPattern | None,
        Meta(title="标题句式", description="如“紧盯{focus}，在{aim}上{tail}”，与 {focus, aim} 配用"),
    ] = None
    points: Annotated[
        tuple[Point, ...], Meta(title="要点", description="三到五个；标题要对仗", extra=_PLACES_COUNT)
    ] = ()


class Quotation(Model, frozen=True):
    """A 引文: always with a source that exists."""

    text: Annotated[str | None, Meta(title="引文内容", description="原文，一字不改")] = None
    source: Annotated[str | None, Meta(title="引文出处", description="书名篇名，或谁在什么场合讲的")] = None
    place: Annotated[
        Name | None, Meta(title="引文位置", description="放在哪个部分：写部分的角色，如 significance")
    ] = field(name="in", default=None)


class Style(Model, frozen=True):
    """How the speech is to be told and laid out."""

    minutes: Annotated[float, Meta(gt=0, le=600, title="目标时长", description="分钟")] | None = None
    rate: Annotated[int, Meta(ge=60, le=400, title="语速", description="每分钟字数")] = 180
    outline: Annotated[bool, Meta(title="提纲", description="文前附提纲：true 或 false")] = False
    thanks: Annotated[bool, Meta(title="致谢", description="结尾“谢谢大家！”：true 或 false")] = False
    variation: Annotated[int, Meta(ge=1, le=9999, title="套语变体", description="换一个数，换一套说法")] = 1
    layout: Annotated[Name, Meta(title="版式", description="见 drafter layouts")] = "gbt9704"


class Parameters(Model, frozen=True):
    """All that is known of one speech before it is drafted."""

    kind: Annotated[Name, Meta(title="文种", description="见 drafter kinds")]
    meeting: Annotated[Meeting, Meta(title="会议", description="以会议通知为准")]
    title: Annotated[
        str | None, Meta(title="讲话标题", description="不给则为“在……上的讲话”；用 | 指定换行处")
    ] = None
    speaker: Annotated[Speaker, Meta(title="讲话人", description="空着的，文中留空位")] = Speaker()
    salutation: Annotated[str | None, Meta(title="称谓", description="不加冒号；不给则用“同志们”")] = None
    topic: Annotated[
        str | None, Meta(title="工作领域", description="如社会工作、安全生产；不给则从会议名称里取")
    ] = None
    appraisal: Annotated[
        str | None, Meta(title="议程评价", description="对刚才发言的一句评价和要求；不给则用套语")
    ] = None
    parts: Annotated[
        tuple[Part, ...],
        Meta(title="部分", description="不给则按文种的通用结构", extra=_PLACES_COUNT),
    ] = ()
    closing: Annotated[Prose | None, Meta(title="结语", description="不给则用通用结语")] = None
    quotations: Annotated[
        tuple[Quotation, ...], Meta(title="引文", description="必须有真实出处，没有就不引")
    ] = ()
    style: Annotated[Style, Meta(title="样式", description="时长、语速、提纲、版式等")] = Style()

    @property
    def occasion(self) -> str:
        """The meeting's date as YYYY-MM-DD, empty when unknown."""
        return self.meeting.date.isoformat() if self.meeting.date else ""
