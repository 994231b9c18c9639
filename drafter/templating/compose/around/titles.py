"""What a part heading tells besides its question: what the meeting is about, and the weightiest task."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from drafter.facts.people.audiences import are_people
from drafter.templating.compose.around.headings import topic_of
from drafter.templating.compose.around.schedule import weightiest_task
from drafter.templating.compose.material import WARM, Material
from drafter.templating.compose.plan.plan import PartPlan
from drafter.templating.compose.plan.points import Group
from drafter.templating.compose.words.labels import label_in

# A subject of fewer signs tells nothing, of more it is no heading.
SHORTEST_SUBJECT, LONGEST_SUBJECT = 4, 14
# What may be asked of a subject; a heading that counts its steps or tells a story stands alone.
_ASKS = re.compile("眼下怎么样|问题在哪里|原因在哪里|做成了什么|往后怎么办|干什么")
# Who meets, when, and what kind of meeting it is, are no subject.
_BODY = re.compile(
    "^[一-鿿]{1,14}?(?:(?<![城小])[省市县区镇乡]|街道|社区|(?:人民|中)?医院|卫生院|[中小大]学|学校|学院|公司|集团|[煤铁]矿|厂|[局委])(?=[一-鿿]{4})"
)
_WHEN = re.compile(r"^(?:20\d\d年度?)?(?:[上下]半年|第?[一二三四]季度|[春秋冬夏]季(?=开学)|年度)?")
_FORM = re.compile("(?:工作|安排|专项行动|专项|“[^”]*”|教职工|骨干|的)+$")
_SECOND = re.compile("暨.*")
_NO_SUBJECT = re.compile(
    r"[“”\d]|[和暨、]$|居民|村民|代表|职工|半年|开[工学馆]|警示|表彰|表扬|座谈|述职|党课|总结|系统|领域|专题|调度|约谈"
)


def subject_of(material: Material) -> str:
    """Return what the meeting is about in a few words, 独居老人探访关爱; "" where its name tells none."""
    topic = topic_of(material)
    while (bare := _WHEN.sub("", _BODY.sub("", topic))) != topic:
        topic = bare
    topic = _FORM.sub("", topic)
    if len(topic) > LONGEST_SUBJECT:
        topic = _SECOND.sub("", topic)
    fits = SHORTEST_SUBJECT <= len(topic) <= LONGEST_SUBJECT
    return topic if fits and not (_NO_SUBJECT.search(topic) or are_people(topic)) else ""


def with_subject(titles: Sequence[str], material: Material) -> list[str]:
    """Return the titles of the parts, the first that asks with its subject: 皮带运输安全：原因在哪里."""
    subject = "" if material.kind in WARM else subject_of(material)
    at = next((n for n, title in enumerate(titles) if _ASKS.match(title)), None)
    if not subject or at is None:
        return list(titles)
    return [f"{subject}：{title}" if n == at else title for n, title in enumerate(titles)]


def with_weight(title: str, part: PartPlan, material: Material, told: Collection[str]) -> str:
    """Return the title of a part of tasks with the one on which the leader wants weight: 重在欠薪办结.

    At a ceremony, where several weigh, where no good words name it, and where it is among the facts that
    the opening has ``told``, the title stays as it is.
    """
    weighty = [group for group in part.groups if group.stressed]
    if not title or material.kind in WARM or len(weighty) != 1 or not _has_tasks(part.groups):
        return title
    task = weightiest_task(weighty, material)
    label = label_in(task, task.head, material) if task and not {*task.ids} & {*told} else ""
    return f"{title}，重在{label}" if label else title


def _has_tasks(groups: Sequence[Group]) -> bool:
    return len(groups) > 1 and not all(group.matter for group in groups)
