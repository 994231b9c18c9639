"""A topic: what is usually said of a field of work 领域, as parameters to start from."""

from typing import Annotated

from msgspec import Meta

from drafter.models.base import Model
from drafter.models.meeting import AgendaItem
from drafter.models.parts import Point
from drafter.models.types import HeadingPattern

# No postponed annotations: resolving them from text takes time at start-up.


class Topic(Model, frozen=True):
    """A field of work, as ``topics/<id>.yaml`` describes it.

    It holds no facts of any one place: its figures and targets have names and units, no values.
    """

    name: Annotated[str, Meta(title="领域", description="YAML 里 topic 的值，如 安全生产")]
    summary: Annotated[str, Meta(title="说明", description="一句话说明这个领域管什么")]
    aliases: Annotated[tuple[str, ...], Meta(title="别名", description="还可以怎么叫")] = ()
    meeting: Annotated[str | None, Meta(title="会议名称", description="这类会议通常的名称")] = None
    purpose: Annotated[tuple[str, ...], Meta(title="主要任务", description="动宾短语，由学到做")] = ()
    agenda: Annotated[tuple[AgendaItem, ...], Meta(title="议程", description="这类会议通常的议程")] = ()
    arguments: Annotated[tuple[Point, ...], Meta(title="论证", description="为什么重要，三到四条")] = ()
    pattern: Annotated[
        HeadingPattern | None, Meta(title="任务标题句式", description="几项任务共用的句式")
    ] = None
    tasks: Annotated[tuple[Point, ...], Meta(title="任务", description="干什么，五到六项")] = ()
