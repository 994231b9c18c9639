"""Length, wording and layout of a paper."""

from typing import Annotated

from msgspec import Meta

from drafter.models.base import Model
from drafter.models.types import DepthName, LayoutName, Name

# No postponed annotations: resolving them from text takes time at start-up.


class Reading(Model, frozen=True):
    """The pronunciation of a word, where it is not that of the dictionary."""

    word: Annotated[
        Name | None, Meta(title="注音词语", extra={"zh": "词语"}, description="要注音的人名、地名或生僻字")
    ] = None
    pinyin: Annotated[
        Name | None, Meta(title="拼音", extra={"zh": "拼音"}, description="一字一音，空格隔开，如 zhǎng qǐ")
    ] = None


class Style(Model, frozen=True):
    """The length, wording and layout of a paper."""

    depth: Annotated[
        DepthName | None,
        Meta(
            title="篇幅",
            extra={"zh": "篇幅"},
            description="brief 简、standard 中、full 详；不给则由目标时长定",
        ),
    ] = None
    minutes: (
        Annotated[float, Meta(gt=0, le=600, title="目标时长", extra={"zh": "分钟"}, description="分钟")]
        | None
    ) = None
    rate: Annotated[
        int, Meta(ge=60, le=400, title="语速", extra={"zh": "语速"}, description="每分钟字数")
    ] = 180
    outline: Annotated[
        bool, Meta(title="提纲", extra={"zh": "提纲"}, description="文前附提纲：true 或 false")
    ] = False
    thanks: Annotated[
        bool, Meta(title="致谢", extra={"zh": "致谢"}, description="结尾“谢谢大家！”：true 或 false")
    ] = False
    variation: Annotated[
        int, Meta(ge=1, le=9999, title="套语变体", extra={"zh": "变体"}, description="换一个数，换一套说法")
    ] = 1
    layout: Annotated[
        LayoutName, Meta(title="版式", extra={"zh": "版式"}, description="见 drafter layouts")
    ] = "gbt9704"
    readings: Annotated[
        tuple[Reading, ...],
        Meta(title="读音", extra={"zh": "读音"}, description="领导用稿的注音：补充和更正"),
    ] = ()
