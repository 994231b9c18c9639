"""What a part heading tells besides its question: what the meeting is about, and the weightiest task."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from drafter.facts import patterns as re
from drafter.facts.figures.numbers import counted
from drafter.facts.kinship.sharing import names_thing, pairs_in
from drafter.facts.sheet import TASKS
from drafter.templating.compose.around.schedule import weightiest_task
from drafter.templating.compose.around.topic import subject_of
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.material import WARM, Material
from drafter.templating.compose.plan.matter import part_told
from drafter.templating.compose.plan.plan import PartPlan
from drafter.templating.compose.plan.points import OTHERS, Group
from drafter.templating.compose.words.labels import label_in

# What may be asked of a subject; a heading that counts its steps or tells a story stands alone.
_ASKS = re.compile("眼下怎么样|问题在哪里|原因在哪里|做成了什么|往后怎么办|接下来怎么干")


def with_subject(titles: Sequence[str], material: Material) -> list[str]:
    """Return the titles of the parts, the first that asks with its subject: 皮带运输安全：原因在哪里."""
    subject = "" if material.kind in WARM else subject_of(material)
    at = next((n for n, title in enumerate(titles) if _ASKS.match(title)), None)
    if not subject or at is None:
        return list(titles)
    return [f"{subject}：{title}" if n == at else title for n, title in enumerate(titles)]


def of_tasks(
    title: str,
    part: PartPlan,
    phrases: Sequence[str],
    material: Material,
    chooser: Chooser,
    told: Collection[str],
) -> str:
    """Return the title of a part of tasks, with the one on which the leader wants weight: 重在欠薪办结.

    A title that fits any meeting, 往后怎么办, may be said in other words, 五件事怎么办; two tasks that are
    all there is, as their ``phrases`` tell them, stand in its place. At a ceremony the title stays as it is;
    where several weigh, where no good words name it, and where it is among the facts that the opening has
    ``told``, none is the weightiest.
    """
    if not title or material.kind in WARM or not _has_tasks(part.groups):
        return title
    counts = _counted(part.groups)
    if (label := _weightiest(part.groups, material, told)) and _is_of_matter(label, part.groups, material):
        return f"{counts}件事，重在{label}" if counts and title in _FIT_ANY else f"{title}，重在{label}"
    if word := _stressed_word(part.groups, material, told):
        return f"{title}，先说{word}"
    if title not in _FIT_ANY or any(group.stressed for group in part.groups):
        return title
    return _both(part.groups, phrases) or _in_other_words(title, part.groups, material, chooser)


# Titles that any part of tasks may bear, and of what frames they are.
_FIT_ANY = {"往后怎么办": "问怎么办", "接着要做的": "说要办的"}
# Two tasks are named in a title, in so many signs.
BOTH, LONGEST_NAMED = 2, 26


def _counted(groups: Sequence[Group]) -> str:
    """Return how many points there are, as a word; "" where the last holds what is left over."""
    return "" if any(group.name == OTHERS for group in groups) else counted(len(groups))


def _in_other_words(title: str, groups: Sequence[Group], material: Material, chooser: Chooser) -> str:
    """Return a title that fits any meeting in words of the same sort; it counts points that are all tasks."""
    count = _counted(groups) if all(group.aims for group in groups) else ""
    forms = {"count_word": count} if count else {}
    about = [_FIT_ANY[title]]
    frame = chooser.choose("heading", "state", forms, key=material.meeting, natures=about, only=True)
    return frame.filled(forms) if frame is not None else title


def _weightiest(groups: Sequence[Group], material: Material, told: Collection[str]) -> str:
    """Return what is done in the one point that weighs, "" where there is none or no words tell it."""
    weighty = [group for group in groups if group.stressed]
    task = weightiest_task(weighty, material) if len(weighty) == 1 else None
    return label_in(task, task.head, material) if task and not {*task.ids} & {*told} else ""


def _is_of_matter(label: str, groups: Sequence[Group], material: Material) -> bool:
    """Whether a label tells of what the leader stresses: 剩下33处改完 has nothing of 消防通道."""
    those = [s for group in groups if group.stressed for s in group.statements]
    told = [f for s in those for f in s.facts if material.stressed(f) or s.type not in TASKS]
    words = material.stress_words()
    parts = [part_told(fact.text, words) for fact in told]
    mine = {pair for pair in pairs_in(label) if names_thing(pair)}
    return any(mine & pairs_in(text) for text in (*words, *parts))


# What is so long names a matter in a heading.
_WORD = re.compile("[^\\W\\d_a-zA-Z先]{2,6}")


def _stressed_word(groups: Sequence[Group], material: Material, told: Collection[str]) -> str:
    """Return the word of the matter that is told first because it weighs most, as a fact has it."""
    if not groups or not groups[0].stressed or sum(group.stressed for group in groups) != 1:
        return ""
    if any({*s.ids} & {*told} for s in groups[0].tasks):
        return ""
    texts = [f.text for s in groups[0].statements for f in s.facts]
    words = (w for w in material.stress_words() if _WORD.fullmatch(w) and any(w in text for text in texts))
    return next(words, "")


def _both(groups: Sequence[Group], phrases: Sequence[str]) -> str:
    """Return what is done in two points that are all there are, where words tell it; else ""."""
    both = "，".join(phrases) if len(groups) == BOTH and all(phrases) else ""
    return both if len(both) <= LONGEST_NAMED else ""


def _has_tasks(groups: Sequence[Group]) -> bool:
    return len(groups) > 1 and not all(group.matter for group in groups)
