"""The parameters of one meeting: what a clerk writes in the YAML file.

Only ``kind`` and ``meeting.name`` are required. The title of a field is its label, which a blank
shows (【会议日期】); its description is the hint beside it.
"""

from typing import Annotated

from msgspec import Meta

from drafter.errors import Problem
from drafter.models.base import Model
from drafter.models.facts import Facts, Intent, Missing
from drafter.models.meeting import Meeting, Speaker
from drafter.models.papers import Answer, Award, Case, Duty, Notice, repeated
from drafter.models.parts import Part, Quotation
from drafter.models.style import Style
from drafter.models.types import PLACES_COUNT, KindName, Prose

# No postponed annotations: resolving them from text takes time at start-up.


class Parameters(Model, frozen=True):
    """All that is known of a meeting before its papers are drafted."""

    kind: Annotated[KindName, Meta(title="文种", extra={"zh": "文种"}, description="见 drafter kinds")]
    meeting: Annotated[Meeting, Meta(title="会议", extra={"zh": "会议"}, description="以会议通知为准")]
    title: Annotated[
        str | None,
        Meta(title="讲话标题", extra={"zh": "标题"}, description="不给则为“在……上的讲话”；用 | 指定换行处"),
    ] = None
    speaker: Annotated[
        Speaker, Meta(title="讲话人", extra={"zh": "讲话人"}, description="空着的，文中留空位")
    ] = Speaker()
    salutation: Annotated[
        str | None, Meta(title="称谓", extra={"zh": "称谓"}, description="不加冒号；不给则用“同志们”")
    ] = None
    topic: Annotated[
        str | None,
        Meta(
            title="工作领域", extra={"zh": "领域"}, description="如社会工作、安全生产；不给则从会议名称里取"
        ),
    ] = None
    appraisal: Annotated[
        Prose | None,
        Meta(
            title="议程评价", extra={"zh": "议程评价"}, description="对刚才发言的一句评价和要求；不给则用套语"
        ),
    ] = None
    visits: Annotated[
        tuple[str, ...],
        Meta(title="察看点位", extra={"zh": "察看"}, description="会前或调研中看了哪里，按先后写"),
    ] = ()
    guests: Annotated[
        tuple[str, ...],
        Meta(title="来宾", extra={"zh": "来宾"}, description="要欢迎、要感谢的来宾，由外到内、由高到低"),
    ] = ()
    on_behalf: Annotated[
        tuple[str, ...],
        Meta(title="代表谁", extra={"zh": "代表"}, description="致辞、讲话时代表的单位，如“市委、市政府”"),
    ] = ()
    awards: Annotated[
        tuple[Award, ...], Meta(title="表彰", extra={"zh": "表彰"}, description="以表彰决定为准")
    ] = ()
    cases: Annotated[
        tuple[Case, ...], Meta(title="案例", extra={"zh": "案例"}, description="只写已公开通报的，注明出处")
    ] = ()
    duty: Annotated[Duty, Meta(title="职责", extra={"zh": "职责"}, description="述职、任职表态用")] = Duty()
    notice: Annotated[Notice, Meta(title="通知", extra={"zh": "通知"}, description="会议通知用")] = Notice()
    facts: Annotated[
        Facts, Meta(title="事实", description="材料里的事实，按类型写；讲话由它们来", extra={"zh": "事实"})
    ] = Facts()
    intent: Annotated[
        Intent, Meta(title="意图", description="领导对稿子的交代；照办，不念", extra={"zh": "意图"})
    ] = Intent()
    missing: Annotated[
        tuple[Missing, ...],
        Meta(title="待补", description="材料里没有、要问清的；文中留空位", extra={"zh": "待补"}),
    ] = ()
    parts: Annotated[
        tuple[Part, ...],
        Meta(title="部分", description="不给则按文种的通用结构", extra={"zh": "部分", **PLACES_COUNT}),
    ] = ()
    closing: Annotated[
        Prose | None, Meta(title="结语", extra={"zh": "结语"}, description="不给则用通用结语")
    ] = None
    quotations: Annotated[
        tuple[Quotation, ...],
        Meta(title="引文", extra={"zh": "引文"}, description="必须有真实出处，没有就不引"),
    ] = ()
    answers: Annotated[
        tuple[Answer, ...],
        Meta(
            title="补空",
            extra={"zh": "补空"},
            description="没有别的键可填的空位，按名称填在这里，如 - {blank: 部署出处, text: 市委全会报告}",
        ),
    ] = ()
    papers: Annotated[
        tuple[KindName, ...],
        Meta(
            title="成套文稿",
            extra={"zh": "文稿"},
            description="同一份 YAML 还要哪些文稿，如 [host-script, notice]",
        ),
    ] = ()
    notes: Annotated[
        tuple[Prose, ...],
        Meta(title="备注", description="写给自己看的话，不进正文", extra={"zh": "备注"}),
    ] = ()
    style: Annotated[
        Style, Meta(title="样式", extra={"zh": "样式"}, description="时长、语速、提纲、版式等")
    ] = Style()

    @property
    def meeting_date(self) -> str:
        """The meeting's date as YYYY-MM-DD, empty when unknown."""
        return self.meeting.date.isoformat() if self.meeting.date else ""

    def check(self) -> list[Problem]:
        """Return a problem for each blank that is answered twice."""
        return repeated(self.answers)
