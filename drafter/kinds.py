"""What a kind of speech is: its Chinese name, its parts and their usual shares."""

from typing import Annotated

from msgspec import Meta

from drafter.model import Model
from drafter.parameters import NumberingName

Share = Annotated[tuple[float, ...], Meta(title="占比", description="最少和最多，百分数，如 [20, 30]")]


class KindPart(Model, frozen=True):
    """One part as this kind usually has it."""

    role: Annotated[str, Meta(title="角色", description="YAML 里 role 的值")]
    name: Annotated[str, Meta(title="名称", description="中文名，如意义")]
    numbering: Annotated[NumberingName, Meta(title="要点序号", description="YAML 没有给时用")]
    points: Annotated[int, Meta(ge=0, le=20, title="要点数", description="YAML 没有给要点时，列几个空的")]
    share: Share = ()


class Kind(Model, frozen=True):
    """A kind of speech 文种, as ``kinds/<id>/kind.yaml`` describes it."""

    name: Annotated[str, Meta(title="中文名", description="文种的中文名")]
    summary: Annotated[str, Meta(title="说明", description="一句话说明何时用")]
    meeting: Annotated[str, Meta(title="会议名称", description="drafter new 写进 YAML 的会议名称")]
    opening: Share = ()
    closing: Share = ()
    parts: Annotated[tuple[KindPart, ...], Meta(title="部分", description="按次序")] = ()

    def part(self, role: str) -> KindPart | None:
        """Return the part called ``role``, or None."""
        return next((part for part in self.parts if part.role == role), None)
