"""Which rows of subjects may stand behind a fact: those that say what just this fact tells.

A row is written for facts of its type in a meeting of its subject. What it says of another type, or at a
meeting about something else, is mostly beside the point.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from drafter.facts import patterns as re
from drafter.facts.head.body import without_bodies
from drafter.facts.people.names import FAMILY
from drafter.facts.sheet import Fact, FactType
from drafter.templating.compose.comments.choice import nearness, pairs_of
from drafter.templating.compose.comments.frame import OF_A_KIND, Frame
from drafter.templating.compose.comments.frames import Frames
from drafter.templating.compose.comments.subjects import Subjects
from drafter.templating.compose.composition import bare
from drafter.templating.compose.plan.statement import Statement

# What frames call a type of fact.
SAYS = {FactType.CASE: "example", FactType.AWARD: "achievement"}
# What is wrong may stand on a sheet as how things stand; a check may be told as a task.
_ALSO = {"problem", "task"}
# At a meeting about something else only these are so near to a fact: what is wrong, what happened, how one
# sees that a thing is done.
_ANYWHERE = frozenset({("problem", "weigh"), ("problem", "contrast"), ("example", "weigh"),
    ("example", "contrast"), ("task", "verify")})  # fmt: skip
# Offices that a sentence on who does what may name only where the fact names them.
_OFFICES = re.compile(
    "消防|街道|社区|物业|公安|交警|派出所|民政|残联|卫健|医保|税务|城管|住建|应急|财政|审计|人社|妇联|团委|法院"
    "|检察|气象|水利|工会|市场(?=看|监|管|查)|交通(?=看|管|查)"
)
# What only parts the figure in front of it is no other matter.
_PARTS = ("其中", "里头", "里面")
# So many things in a row, each with its number, are a list: 灯坏的166处，门上锁的93处.
_COUNTED = re.compile(r"^[^\d]{2,12}的?\d+[处家户台件个起次扇条张份盏]$")
LEAST_COUNTED = 3
# What is so long is more than one word: 停了19个小时.
_LONG = 5
# Who looks how it goes, each week or unannounced: what frames say of a wrong or of a feat is not said of it.
_LOOKS = re.compile(
    "每(?:天|日|周|旬|月|季度?|半月|两?小时)[^，。]{0,10}(?:抽|查|看|问|听|拍|测|数|掐)|抽\\d+[^，。]{0,8}(?:问|看|听)"
    "|[所局组队部科办][^，。]{0,6}去[^，。]{1,8}看|(?:下去|到[^，。]{1,8})(?:看|听)[^，。]{0,8}[有没不]|不打招呼[去抽查检看]|掐着表|扮成|装成|便衣"
)
_OF_A_LOOK = frozenset({"check", "task"})
# 信息改造58万元 is paid, and done by nobody.
_SUM = re.compile("[^，。]{0,16}?\\d[\\d.]*[万亿]元")
# Behind what somebody is, or where he works, stands his name in three signs, and then what he did. 白天, 平均
# and the like begin as surnames do.
_POST = re.compile(
    "^[一-鿿]{0,8}(?:司机|师傅|[班组队楼站所村]长|主任|医生|医师|护士|民警|[老教]师|[电钳焊水修]工|[队社党]员"
    "|村医|会计|管理员|[保网][洁格]员|支书|柜员|主播|机手|月嫂|科|支行)"
    "(?![一-鿿](?:天|间|均|时|常|有|是|在|的)|师德|.{0,3}[\\d、和及与])"
)
_NAME = re.compile(f"(?:{FAMILY.pattern})[一-鿿]{{3}}")


def subjects_of_meeting(name: str, subjects: Subjects) -> frozenset[str]:
    """Return the subjects of what a meeting is about; those of its house only where it tells no others.

    供水集团警示教育大会 is on warnings, 供水集团职工大会 on water.
    """
    return subjects.of(name, behind=len(name) - len(without_bodies(name))) or subjects.of(name)


def told_of(statement: Statement) -> str:
    """Return the words that tell what a statement is about: who leads and who helps is no matter."""
    words = statement.words
    if statement.type is FactType.DUTY:
        for name in (n for fact in statement.facts for n in (*fact.owners, *fact.partners)):
            words = words.replace(name, "")
    return words


def standing(
    those: Iterable[Frame], statement: Statement, borrowed: frozenset[str], frames: Frames, *, second: bool
) -> list[Frame]:
    """Return the frames that may stand behind a statement, and answer what stands last in it."""
    found = [f for f in those if may_stand(f, statement, borrowed, second=second)]
    return [f for f in found if _answers_end(f, statement, frames)]


def may_stand(frame: Frame, statement: Statement, borrowed: frozenset[str], *, second: bool) -> bool:
    """Whether a frame may stand behind a statement; one of no subject always may.

    ``borrowed`` are the subjects that the words of the fact alone tell. A ``second`` sentence in one function
    shares a word with the fact.
    """
    if not frame.of_subject:
        return True
    words = bare(statement.words)
    if second and not nearness(frame, words):
        return False
    if frame.about & borrowed:
        tied = (frame.says, frame.function) in _ANYWHERE and _is_tied(frame, words)
    elif frame.function == "contrast":
        tied = _is_tied(frame, words)
    else:
        tied = _is_tied_twice(frame, words)
    return tied and _is_of_type(frame, statement) and _is_such(frame, statement, words)


def _answers_end(frame: Frame, statement: Statement, frames: Frames) -> bool:
    """Whether a comment answers the last of the matters that one sentence joins.

    网点远；旧膜扣得多: behind the second, what is said of the way would be said of the film.
    """
    last = _last_of(bare(statement.words))
    if not last or "{" in frame.text or nearness(frame, last):
        return True
    about = frozenset() if frame.of_subject else frame.about - OF_A_KIND
    return frame.stands_beside(last) and (not about or not about.isdisjoint(frames.natures_of(last)))


@lru_cache(maxsize=1024)
def _last_of(words: str) -> str:
    """Return the last of the matters that a sentence joins or counts; "" where it has but one.

    消火栓没水的41处，楼道灯坏的166处，疏散门上锁的93处: what is left over, 其余, is with the one in front.
    """
    _front, joined, last = words.rpartition("；")
    if joined:
        return "" if last.startswith(_PARTS) else last
    parts = re.split("[，、]", words)
    counted = [number for number, part in enumerate(parts) if _COUNTED.search(part)]
    if len(counted) < LEAST_COUNTED or counted != list(range(counted[0], counted[0] + len(counted))):
        return ""
    return "，".join(parts[counted[-1] :])


def _is_of_type(frame: Frame, statement: Statement) -> bool:
    """Whether a frame is for the type of a statement, or for what may be told as any."""
    return frame.says in _ALSO or frame.says == SAYS.get(statement.type, statement.type.value)


def _is_such(frame: Frame, statement: Statement, words: str) -> bool:
    """Whether a statement is what its type says: no look, no sum, no deed; its offices are the fact's."""
    if frame.says == "duty" and not _names_its_offices(frame, words):
        return False
    if frame.says not in _OF_A_LOOK and statement.type is not FactType.DUTY and _LOOKS.search(words):
        return False
    if frame.says == "task" and _SUM.match(words) and not any(fact.by for fact in statement.facts):
        return False
    return statement.type is FactType.CASE or not is_deed_of_one(statement.facts)


def has_its_thing(frame: Frame, words: str) -> bool:
    """Return whether words have something of what a sentence on a subject brings up, and all its offices.

    One that shares no word with them would be said at any meeting on the subject.
    """
    return nearness(frame, words) > 0 and _names_its_offices(frame, words)


def _names_its_offices(frame: Frame, words: str) -> bool:
    return all(match[0] in words for match in _OFFICES.finditer(frame.text))


def _is_tied(frame: Frame, words: str) -> bool:
    """Whether a word of a thing ties a frame to a fact: 坏的, 最多 and 没打 are of anything."""
    return any(map(pairs_of, frame.words_beside(words))) or _is_tied_twice(frame, words)


def _is_tied_twice(frame: Frame, words: str) -> bool:
    """Whether two words tie a frame to a fact: two of those beside which it stands, or one and one it says.

    One is not enough: 采购11个 in a list of faults has nothing of a pump that waits for its spare part.
    """
    found = frame.words_beside(words)
    return len(found) > 1 or any(len(word) >= _LONG for word in found) or nearness(frame, words) > 0


def is_deed_of_one(facts: Sequence[Fact]) -> bool:
    """Whether somebody named did what is told: 皮带司机耿大勇闻到糊味停机 is no rule for belts."""
    return len(facts) == 1 and not (facts[0].owners or facts[0].by) and _begins_with_name(facts[0].text)


@lru_cache(maxsize=1024)
def _begins_with_name(text: str) -> bool:
    post = _POST.match(text)
    return post is not None and _NAME.match(text, post.end()) is not None
