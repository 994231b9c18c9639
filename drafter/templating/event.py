"""What other papers call the event that has facts: a meeting, a ceremony, and what its speaker does there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.sheet import FactType

if TYPE_CHECKING:
    from drafter.templating.compose.composition import Composition
    from drafter.templating.compose.material import Material

# What a name ends with, and what the event is then called; anything else is a 会议.
_CALLED = re.compile("仪式|典礼|论坛|座谈会|颁奖会|表彰会|茶话会|恳谈会|家长会|发布会|推介会|文艺汇演|运动会")
# Kinds at which nothing is handed out to be carried out.
_FREE = ("address", "symposium", "inaugural", "party-lecture", "inspection")
# A meeting that only honours hands out nothing, one that does so beside its work may.
_HONOURS_ONLY = re.compile("(?:颁奖|表彰|表扬|命名|授牌)(?:大?会|仪式|典礼)$")
_WORKS = re.compile("工作|总结|暨|部署|推进|动员")
_ORDERS = (FactType.TASK, FactType.DUTY, FactType.CHECK)


class Event(Struct, frozen=True):
    """What papers say of the event; false where the YAML gives no facts.

    It is called ``word`` (会议, 仪式), ``held`` in that way (召开, 举行), and something happens ``at`` it
    (会上, 仪式上); ``speech`` is what is said there (讲话, 致辞), ``salutation`` whom it is said to.
    ``hands_out`` tells whether there is work to carry out, ``is_ceremony`` whether those present are guests,
    ``is_meeting`` whether it is held as a meeting, with telephones silenced and business to be done.
    """

    word: str = "会议"
    held: str = "召开"
    at: str = "会上"
    speech: str = "讲话"
    salutation: str = ""
    hands_out: bool = True
    is_ceremony: bool = False
    is_meeting: bool = True
    has_facts: bool = False

    def __bool__(self) -> bool:
        return self.has_facts


def event_of(material: Material, composition: Composition) -> Event:
    """Return what papers say of the event at which the composition is said."""
    ends = _CALLED.search(material.meeting)
    ceremony = material.kind == "address"
    word = ends[0] if ends else "活动" if ceremony else "会议"
    is_meeting = word in ("会议", "座谈会")
    ordered = any(fact.type in _ORDERS for fact in material.told())
    return Event(
        word=word,
        held="召开" if is_meeting else "举行",
        at="活动中" if word == "活动" else "会上" if word.endswith(("会", "会议")) else f"{word}上",
        speech=composition.title.rpartition("的")[2],
        salutation=composition.salutation.rstrip("："),
        hands_out=ordered and material.kind not in _FREE and not _only_honours(material.meeting),
        is_ceremony=ceremony,
        is_meeting=is_meeting,
        has_facts=True,
    )


def _only_honours(name: str) -> bool:
    return bool(_HONOURS_ONLY.search(name)) and not _WORKS.search(name)
