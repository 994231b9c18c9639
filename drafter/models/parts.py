"""What a speech says: parts, points and measures, with figures, targets and problems."""

from typing import Annotated

from msgspec import Meta, field

from drafter.models.base import Model
from drafter.models.facts import Facts
from drafter.models.types import (
    PLACES_COUNT,
    Amount,
    DepthName,
    FactPattern,
    HeadingPattern,
    NumberingName,
    Prose,
    RoleName,
    Sentence,
)

# No postponed annotations: resolving them from text takes time at start-up.


class Heading(Model, frozen=True):
    """A whole heading, or the words from which a pattern composes one."""

    shorthand = "text"

    text: Annotated[
        str | None, Meta(title="标题", extra={"zh": "内容"}, description="整句标题，照用不改")
    ] = None
    pattern: Annotated[
        HeadingPattern | None,
        Meta(
            title="标题句式",
            extra={"zh": "句式"},
            description="句式的名字或整句，见 drafter headings；不给则用本部分的",
        ),
    ] = None
    focus: Annotated[
        str | None, Meta(title="标题对象", extra={"zh": "对象"}, description="标题句式中 {focus} 处的词")
    ] = None
    aim: Annotated[
        str | None, Meta(title="标题目标", extra={"zh": "目标"}, description="标题句式中 {aim} 处的词")
    ] = None
    tail: Annotated[
        str | None,
        Meta(
            title="标题收尾",
            extra={"zh": "收尾"},
            description="标题句式中 {tail} 处的动宾短语；不给则由词库轮换，同组不重复",
        ),
    ] = None


class Figure(Model, frozen=True):
    """A figure 数据: what has been reached, with its date and source."""

    name: Annotated[
        str | None, Meta(title="数据名称", extra={"zh": "名称"}, description="指标名称，与统计口径一致")
    ] = None
    value: Annotated[
        Amount | None, Meta(title="数值", extra={"zh": "数值"}, description="只写数，如 35、8万、95%以上")
    ] = None
    unit: Annotated[
        str | None, Meta(title="计量单位", extra={"zh": "单位"}, description="个、人次、起、亿元等")
    ] = None
    period: Annotated[
        str | None, Meta(title="数据时点", extra={"zh": "时点"}, description="去年、截至某年某月、某年以来")
    ] = None
    source: Annotated[
        str | None,
        Meta(title="数据来源", extra={"zh": "来源"}, description="如市民政局统计；没有来源的数不上讲话稿"),
    ] = None
    say: Annotated[
        FactPattern | None,
        Meta(
            title="数据说法",
            extra={"zh": "说法"},
            description="句式，如“建成{name}{value}{unit}”；不给则说“名称达到数值”",
        ),
    ] = None
    verdict: Annotated[
        str | None,
        Meta(
            title="数据评价", extra={"zh": "评价"}, description="对这个数的一句判断，如“成绩要巩固、要提升”"
        ),
    ] = None


class Target(Model, frozen=True):
    """A target 目标: what is to be reached, and by when."""

    name: Annotated[
        str | None, Meta(title="目标名称", extra={"zh": "名称"}, description="目标指标的名称")
    ] = None
    value: Annotated[
        Amount | None, Meta(title="目标值", extra={"zh": "数值"}, description="只写数，如 1万、2～3")
    ] = None
    unit: Annotated[
        str | None, Meta(title="目标单位", extra={"zh": "单位"}, description="个、人、百分点等")
    ] = None
    by: Annotated[
        str | None, Meta(title="完成期限", extra={"zh": "期限"}, description="如明年年底、“十五五”末")
    ] = None
    say: Annotated[
        FactPattern | None,
        Meta(
            title="目标说法",
            extra={"zh": "说法"},
            description="句式，如“总量突破{value}{unit}”；不给则说“名称达到数值”",
        ),
    ] = None


class Problem(Model, frozen=True):
    """A problem 问题: what is wrong, where, and the evidence."""

    shorthand = "what"

    what: Annotated[
        str | None, Meta(title="存在问题", extra={"zh": "问题"}, description="一句话说清什么事没有做好")
    ] = None
    where: Annotated[
        str | None,
        Meta(title="问题所在", extra={"zh": "何处"}, description="单位或地方，点名要先核实；念在问题前面"),
    ] = None
    evidence: Annotated[
        str | None, Meta(title="问题依据", extra={"zh": "依据"}, description="数据、事例或通报，念在问题后面")
    ] = None


class Measure(Model, frozen=True):
    """A measure 措施, with its figures, targets and slogan."""

    shorthand = "text"

    area: Annotated[
        str | None, Meta(title="措施领域", extra={"zh": "领域"}, description="念作“在……方面，”")
    ] = None
    text: Annotated[
        Sentence | None,
        Meta(
            title="具体措施", extra={"zh": "内容"}, description="要做什么、怎么做、做到什么程度，一句话说清"
        ),
    ] = None
    figures: Annotated[
        tuple[Figure, ...], Meta(title="措施数据", extra={"zh": "数据"}, description="紧跟这条措施说的数据")
    ] = ()
    targets: Annotated[
        tuple[Target, ...], Meta(title="措施目标", extra={"zh": "目标"}, description="紧跟这条措施说的目标")
    ] = ()
    slogan: Annotated[
        str | None, Meta(title="措施口号", extra={"zh": "口号"}, description="念作“做到‘……’”；不是谁的话")
    ] = None
    depth: Annotated[
        DepthName | None,
        Meta(
            title="措施深度",
            extra={"zh": "篇幅"},
            description="standard 或 full：篇幅到这一档才说；不写则总要说",
        ),
    ] = None


class Point(Model, frozen=True):
    """A point 要点: a heading and what is said below it."""

    heading: Annotated[
        Heading,
        Meta(
            title="要点标题",
            extra={"zh": "标题"},
            description="一句标题；或 {focus, aim} 两个词，由本部分的句式合成",
        ),
    ] = Heading()
    text: Annotated[
        Prose | None, Meta(title="要点正文", extra={"zh": "正文"}, description="要点的论述；换行即分段")
    ] = None
    detail: Annotated[
        Prose | None,
        Meta(title="要点详述", extra={"zh": "详述"}, description="篇幅为 full 时接在正文后面说的话"),
    ] = None
    measures: Annotated[
        tuple[Measure, ...], Meta(title="措施", extra={"zh": "措施"}, description="两到四条，动词开头")
    ] = ()
    figures: Annotated[
        tuple[Figure, ...], Meta(title="数据", extra={"zh": "数据"}, description="支撑这个要点的数据")
    ] = ()
    targets: Annotated[
        tuple[Target, ...], Meta(title="目标", extra={"zh": "目标"}, description="这个要点要达到的目标")
    ] = ()
    problems: Annotated[
        tuple[Problem, ...], Meta(title="问题", extra={"zh": "问题"}, description="这个要点要指出的问题")
    ] = ()
    facts: Annotated[
        Facts, Meta(title="要点事实", description="这个要点的事实，按类型写", extra={"zh": "事实"})
    ] = Facts()
    slogan: Annotated[
        str | None, Meta(title="口号", extra={"zh": "口号"}, description="念作“做到‘……’”；不是谁的话")
    ] = None
    owner: Annotated[
        str | None, Meta(title="责任单位", extra={"zh": "牵头"}, description="牵头单位，以任务分工方案为准")
    ] = None
    deadline: Annotated[
        str | None, Meta(title="完成时限", extra={"zh": "期限"}, description="如12月底前")
    ] = None
    depth: Annotated[
        DepthName | None,
        Meta(
            title="要点深度",
            extra={"zh": "篇幅"},
            description="standard 或 full：篇幅到这一档才说；不写则总要说",
        ),
    ] = None
    numbering: Annotated[
        NumberingName | None, Meta(title="下级序号", extra={"zh": "序号"}, description="下级要点的序号样式")
    ] = None
    points: Annotated[
        tuple["Point", ...],
        Meta(title="下级要点", description="再分一层的要点", extra={"zh": "要点", **PLACES_COUNT}),
    ] = ()


class Part(Model, frozen=True):
    """A part 部分 of the speech."""

    role: Annotated[
        RoleName | None,
        Meta(
            title="部分角色",
            extra={"zh": "角色"},
            description="significance 意义、tasks 任务、safeguards 保障；不给则按次序",
        ),
    ] = None
    heading: Annotated[
        Heading, Meta(title="部分标题", extra={"zh": "标题"}, description="两个分句为宜，16 到 34 字")
    ] = Heading()
    lead: Annotated[
        Prose | None, Meta(title="部分引语", extra={"zh": "引语"}, description="标题之后、要点之前的一段")
    ] = None
    numbering: Annotated[
        NumberingName | None,
        Meta(title="要点序号", extra={"zh": "序号"}, description="第一、首先、一要、一是、（一）、1.、（1）"),
    ] = None
    pattern: Annotated[
        HeadingPattern | None,
        Meta(
            title="标题句式",
            extra={"zh": "句式"},
            description="如“紧盯{focus}，在{aim}上{tail}”，与 {focus, aim} 配用",
        ),
    ] = None
    points: Annotated[
        tuple[Point, ...],
        Meta(title="要点", description="三到五个；标题要对仗", extra={"zh": "要点", **PLACES_COUNT}),
    ] = ()


class Quotation(Model, frozen=True):
    """A quotation 引文, whose source must exist."""

    text: Annotated[
        str | None, Meta(title="引文内容", extra={"zh": "内容"}, description="原文，一字不改")
    ] = None
    source: Annotated[
        str | None, Meta(title="引文出处", extra={"zh": "出处"}, description="书名篇名，或谁在什么场合讲的")
    ] = None
    place: Annotated[
        RoleName | None,
        Meta(
            title="引文位置", extra={"zh": "位置"}, description="放在哪个部分：写部分的角色，如 significance"
        ),
    ] = field(name="in", default=None)
