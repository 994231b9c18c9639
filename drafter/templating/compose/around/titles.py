"""What a part heading tells besides its question: what the meeting is about, and the weightiest task."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from drafter import patterns as re
from drafter.templating.compose.around.schedule import weightiest_task
from drafter.templating.compose.around.topic import subject_of
from drafter.templating.compose.material import WARM, Material
from drafter.templating.compose.plan.plan import PartPlan
from drafter.templating.compose.plan.points import Group
from drafter.templating.compose.words.labels import label_in

# What may be asked of a subject; a heading that counts its steps or tells a story stands alone.
_ASKS = re.compile("眼下怎么样|问题在哪里|原因在哪里|做成了什么|往后怎么办|干什么")


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
