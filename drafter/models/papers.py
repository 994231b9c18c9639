"""What only some kinds of papers ask for, and answers to blanks that no key fills."""

import datetime
from typing import Annotated

from msgspec import Meta

from drafter.errors import Problem
from drafter.i18n import _
from drafter.models.base import Model, disagreement
from drafter.models.types import Name, PersonName, Prose

# No postponed annotations: resolving them from text takes time at start-up.


class Award(Model, frozen=True):
    """An honour 表彰, and who received it."""

    title: Annotated[
        str | None, Meta(title="荣誉称号", extra={"zh": "称号"}, description="以表彰决定为准，写全称")
    ] = None
    units: Annotated[
        tuple[str, ...], Meta(title="受表彰单位", extra={"zh": "单位"}, description="按决定所列次序，写全称")
    ] = ()
    people: Annotated[
        tuple[PersonName, ...],
        Meta(title="受表彰个人", extra={"zh": "个人"}, description="按决定所列次序写姓名"),
    ] = ()
    deeds: Annotated[
        str | None,
        Meta(title="先进事迹", extra={"zh": "事迹"}, description="一两句，从事迹材料里摘，要有事例"),
    ] = None


class Case(Model, frozen=True):
    """A case 案例 that serves as a warning: what happened, where it was published, what it teaches."""

    facts: Annotated[
        Prose | None,
        Meta(title="案情", extra={"zh": "案情"}, description="照通报写，不加评论，不写未公开的细节"),
    ] = None
    source: Annotated[
        str | None, Meta(title="案例出处", extra={"zh": "出处"}, description="通报或判决的名称和日期")
    ] = None
    lesson: Annotated[
        str | None, Meta(title="案例教训", extra={"zh": "教训"}, description="一句话点出教训")
    ] = None


class Duty(Model, frozen=True):
    """The duties 职责 of a person who reports on their work or takes up a post."""

    period: Annotated[
        str | None, Meta(title="述职时段", extra={"zh": "时段"}, description="如 2025年度、任职以来")
    ] = None
    since: Annotated[str | None, Meta(title="任职时间", extra={"zh": "任职"}, description="如 2024年3月")] = (
        None
    )
    work: Annotated[
        tuple[str, ...], Meta(title="职责分工", extra={"zh": "分工"}, description="分管或负责的工作，逐项写")
    ] = ()
    decision: Annotated[
        str | None,
        Meta(title="任职决定", extra={"zh": "决定"}, description="哪一级组织、什么会议作出，以任职文件为准"),
    ] = None


class Notice(Model, frozen=True):
    """What a notice 会议通知 says besides the facts of the meeting."""

    to: Annotated[
        tuple[str, ...], Meta(title="主送单位", extra={"zh": "主送"}, description="收通知的单位，按惯例排序")
    ] = ()
    number: Annotated[
        str | None,
        Meta(title="发文字号", extra={"zh": "文号"}, description="如 云社工〔2025〕12号；没有可不写"),
    ] = None
    requirements: Annotated[
        tuple[str, ...],
        Meta(title="参会要求", extra={"zh": "要求"}, description="一条一句：请假、着装、材料等"),
    ] = ()
    reply_by: Annotated[
        str | None, Meta(title="报名截止", extra={"zh": "截止"}, description="如 10月9日下班前")
    ] = None
    contact: Annotated[
        PersonName | None, Meta(title="联系人", extra={"zh": "联系人"}, description="承办单位的联系人")
    ] = None
    phone: Annotated[str | None, Meta(title="联系电话", extra={"zh": "电话"}, description="带区号")] = None
    issued: Annotated[
        datetime.date | None, Meta(title="成文日期", extra={"zh": "成文"}, description="如 2025-10-08")
    ] = None


# The marks of a blank in a draft.
MARKS = "【】"


class Answer(Model, frozen=True):
    """An answer 补空 to a blank: its label, and the phrase that replaces it."""

    blank: Annotated[
        Name,
        Meta(
            title="空位",
            extra={"zh": "空位"},
            description="空位的名称，即【】里的字",
            pattern=rf"[^{MARKS}\s]",
        ),
    ]
    text: Annotated[
        str | None,
        Meta(
            title="补空内容",
            extra={"zh": "内容"},
            description="填进句子里的话，前后连着念；不加【】和句末标点",
        ),
    ] = None

    @property
    def label(self) -> str:
        """The label of the blank, without marks that were copied with it."""
        return self.blank.strip(f"{MARKS} ")


def repeated(answers: tuple[Answer, ...]) -> list[Problem]:
    """Return a problem for each answer to a blank that has an earlier answer."""
    labels = [answer.label for answer in answers]
    return [
        disagreement(
            ("answers", index, "blank"),
            _("the blank `{label}` is answered twice").format(label=label),
            _("keep one of the two answers, and delete the other"),
        )
        for index, label in enumerate(labels)
        if label in labels[:index]
    ]
