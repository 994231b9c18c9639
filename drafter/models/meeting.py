"""The meeting and the people in it: the facts that all papers of one meeting share."""

import datetime
from typing import Annotated, Literal

from msgspec import Meta

from drafter.models.base import Model
from drafter.models.types import PersonName, ShortText

# No postponed annotations: resolving them from text takes time at start-up.


Level = Literal[
    "省", "市", "县", "区", "乡", "镇", "街道", "社区", "村",
    "企业", "医院", "学校", "科研院所", "机关", "单位",
]  # fmt: skip


class AgendaItem(Model, frozen=True):
    """An item of the agenda, before the speech (刚才，……) or after it."""

    who: Annotated[
        tuple[str, ...],
        Meta(title="发言单位", extra={"zh": "谁"}, description="单位或人名，可写多个；按议程先后列出"),
    ] = ()
    did: Annotated[
        str | None,
        Meta(
            title="议程内容", extra={"zh": "内容"}, description="做了什么：传达了……、通报了……、作了交流发言"
        ),
    ] = None
    item: Annotated[
        str | None,
        Meta(
            title="议程名称",
            extra={"zh": "名称"},
            description="议程和主持词里的说法，如“传达……”；不给则由 did 去掉“了”",
        ),
    ] = None


class Chair(Model, frozen=True):
    """Who chairs the meeting, and reads the host script."""

    name: Annotated[
        PersonName | None, Meta(title="主持人姓名", extra={"zh": "姓名"}, description="主持词的署名")
    ] = None
    post: Annotated[
        str | None, Meta(title="主持人职务", extra={"zh": "职务"}, description="以任职文件为准")
    ] = None


class Meeting(Model, frozen=True):
    """The meeting at which the speech is given."""

    name: Annotated[
        str,
        Meta(
            min_length=1,
            title="会议名称",
            extra={"zh": "名称"},
            description="会议全称，以会议通知为准，不加书名号",
        ),
    ]
    date: Annotated[
        datetime.date | None,
        Meta(title="会议日期", extra={"zh": "日期"}, description="如 2025-10-11；标题下和文件属性里都用它"),
    ] = None
    level: Annotated[
        Level | None,
        Meta(
            title="层级",
            extra={"zh": "层级"},
            description="省、市、县、区、乡、镇、街道、社区、村，或者企业、医院、学校、科研院所、机关、单位；"
            "决定“我市”“全市”“市委”等说法",
        ),
    ] = None
    region: Annotated[
        str | None, Meta(title="地区", extra={"zh": "地区"}, description="行政区划全称，如云州市")
    ] = None
    time: Annotated[
        str | None, Meta(title="会议时间", extra={"zh": "时间"}, description="如 上午9时；与日期连着念")
    ] = None
    venue: Annotated[
        str | None, Meta(title="会议地点", extra={"zh": "地点"}, description="会场名称，以会议通知为准")
    ] = None
    mode: Annotated[
        ShortText | None,
        Meta(
            title="会议形式",
            description="如 电视电话会、现场会、视频会",
            extra={"zh": "形式"},
        ),
    ] = None
    main_venue: Annotated[
        ShortText | None,
        Meta(title="主会场", description="电视电话会、视频会的主会场", extra={"zh": "主会场"}),
    ] = None
    branch_venues: Annotated[
        tuple[ShortText, ...],
        Meta(title="分会场", description="设在哪里，如 14个乡镇设分会场", extra={"zh": "分会场"}),
    ] = ()
    host: Annotated[
        str | None, Meta(title="主办单位", extra={"zh": "主办"}, description="承办会议的单位")
    ] = None
    chair: Annotated[Chair, Meta(title="主持人", extra={"zh": "主持人"}, description="主持会议的同志")] = (
        Chair()
    )
    attendance: Annotated[
        tuple[str, ...],
        Meta(
            title="参加人员",
            extra={"zh": "参加"},
            description="按主次分项写，如“市委常委”“市直各部门主要负责同志”",
        ),
    ] = ()
    absent: Annotated[
        tuple[ShortText, ...],
        Meta(title="不参加人员", description="不到会的领导和单位；不念", extra={"zh": "缺席"}),
    ] = ()
    size: Annotated[
        str | None, Meta(title="参会人数", extra={"zh": "人数"}, description="只写数，如 120；主持词里念")
    ] = None
    purpose: Annotated[
        tuple[str, ...],
        Meta(
            title="主要任务",
            extra={"zh": "任务"},
            description="动宾短语，依次是学习贯彻、落实、总结、分析、部署，三到六个，动词不重复",
        ),
    ] = ()
    agenda: Annotated[
        tuple[AgendaItem, ...] | None,
        Meta(title="议程", extra={"zh": "议程"}, description="讲话之前的各项议程，按先后列出；没有议程写 []"),
    ] = None
    afterwards: Annotated[
        tuple[AgendaItem, ...],
        Meta(title="后续议程", extra={"zh": "后续"}, description="讲话之后的各项议程，按先后列出"),
    ] = ()


class Speaker(Model, frozen=True):
    """Who gives the speech."""

    name: Annotated[
        PersonName | None, Meta(title="讲话人姓名", extra={"zh": "姓名"}, description="放在标题下")
    ] = None
    post: Annotated[
        str | None, Meta(title="讲话人职务", extra={"zh": "职务"}, description="以任职文件为准")
    ] = None
