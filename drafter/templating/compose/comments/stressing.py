"""The matter on which the leader wants weight: what is said of it whatever room there is.

The facts are told first; behind them stands what makes them heavy, behind the cause what lies in it, behind
the task what it is for. Each sentence is for the type of fact and its nature, never for a topic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.cues import has_cue
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.sheet import FactType, IntentKind
from drafter.templating.compose.around.ceremonies import CEREMONIES
from drafter.templating.compose.comments.bound import SAYS, has_its_thing, standing
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.comments.frame import ABOUT, OCCASIONS
from drafter.templating.compose.comments.moves import is_taken_back
from drafter.templating.compose.comments.scene import is_on_scene
from drafter.templating.compose.comments.told import Told
from drafter.templating.compose.forms.grounds import head_of
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.matter import part_told
from drafter.templating.compose.plan.statement import Statement

# What is said behind each type of fact, in this order.
_WRONG = ("compute", "weigh", "weigh2", "contrast", "address")
_TURNS: dict[FactType, tuple[str, ...]] = {
    FactType.PROBLEM: _WRONG,
    FactType.REQUEST: ("weigh", "contrast"),
    FactType.PROGRESS: ("weigh", "contrast"),
    FactType.GAP: ("weigh", "contrast"),
    FactType.CAUSE: ("weigh", "contrast"),
    FactType.TASK: ("weigh", "verify"),
    FactType.PROMISE: ("weigh", "verify"),
    FactType.CHECK: ("weigh", "verify"),
    FactType.DUTY: ("weigh", "address"),
    FactType.FUND: ("weigh",),
    FactType.ACHIEVEMENT: ("weigh", "contrast"),
    FactType.SITUATION: ("weigh", "contrast"),
    FactType.CASE: _WRONG,
}
# What answers a matter is weighed where the matter is told.
_ANSWERS = (FactType.CAUSE, FactType.TASK, FactType.PROMISE, FactType.CHECK, FactType.DUTY, FactType.FUND)
# So many comments may follow one statement that the leader stresses.
MOST_STRESSED = 3
# What makes a wrong heavy may stand at the end of what is told of it: ……，没有伤人.
_HEAVY = frozenset({"险过人", "险过", "作假", "没人伸手", "拖久", "破规矩", "最长", "失信"})
# How things stand is wrong where something stopped, broke or hurt.
_WENT_WRONG = re.compile("停(?!车)|断|坏|漏|误|错|堵|伤|砸|塌|浑|臭|冻|退回|开裂|裂纹")
# So many sentences weigh what is stressed, more where that is more than three matters: they would be heavier
# than the facts.
MOST_WEIGHING = 9
# Of one type so many statements have them, or one for each matter; of tasks that serve one, the first.
MOST_OF_A_TYPE = 2


def lay_weight(told: Sequence[Told], material: Material, chooser: Chooser) -> None:
    """Say of the stressed matter what weighs it: of its own facts, and of causes and tasks in its point."""
    if material.kind == "commendation":
        # Who is honoured is told of by his deeds, and not weighed like a fault.
        return
    matters = len(material.wishes(IntentKind.STRESS))
    left = max(MOST_WEIGHING, MOST_STRESSED * matters)
    heavy: set[str] = set()
    weighed: Counter[FactType] = Counter()
    stressed = [t for t in told if t.stressed and not t.spared]
    direct = [t for t in stressed if any(map(material.stressed, t.statement.facts))]
    near = not any(t.statement.type not in _ANSWERS for t in direct)
    for each in stressed:
        type_, own = each.statement.type, each in direct or near and _is_near(each.statement, material)
        if own and type_ not in _ANSWERS:
            heavy.add(each.section)
        answers = type_ in _ANSWERS and each.section in heavy
        if (
            not (own or answers)
            or weighed[type_] >= max(MOST_OF_A_TYPE, matters)
            or _is_left_alone(each, chooser)
        ):
            continue
        weighed[type_] += 1
        part = _part(each, material)
        says, natures = _told_as(each, chooser, part)
        left -= (count := _say_all(each, says, natures, left, chooser, part))
        if own and says is FactType.CAUSE and not count:
            # 单子压在抽屉，没人去修 is a wrong, whatever came of it.
            left -= _say_all(each, FactType.PROBLEM, natures, left, chooser, part)
        # What fill adds would be of the other things in the list.
        each.spared |= part != _text_of(each)


def _say_all(
    told: Told, says: FactType, natures: frozenset[str], left: int, chooser: Chooser, part: str
) -> int:
    """Say of a fact all that weighs it as a type, at most ``left`` sentences; return how many were said."""
    if says is FactType.PROBLEM and not CEREMONIES & natures:
        _say_why(told, chooser, part)
    count = 0
    for function in _TURNS.get(says, ()):
        said = count < left and _say(told, function, says, natures, chooser, part)
        count += said
        if said and CEREMONIES & natures and says is FactType.CASE:
            # One sentence about a deed, and it has been honoured.
            break
    return count


def _text_of(told: Told) -> str:
    return "。".join(fact.text for fact in told.statement.facts)


def _part(told: Told, material: Material) -> str:
    """Return what a statement tells of the stressed matter: of a list of things, the one that is stressed."""
    return part_told(_text_of(told), material.stress_words())


def _told_as(told: Told, chooser: Chooser, part: str = "") -> tuple[FactType, frozenset[str]]:
    """Return as what a fact is weighed, and by which natures: how things stand may be what is wrong.

    A story has its natures in all of its clauses, a task in the first.
    """
    type_ = told.statement.type
    text = part or _text_of(told)
    found = chooser.frames.natures_of(text)
    others = chooser.frames.natures_of(_text_of(told)) - found
    heavy = found & (_HEAVY | chooser.frames.wrongs)
    # 把乱停最凶的巷子分给住户认领，三个月没反弹: what came out well is not wrong.
    well = type_ is FactType.ACHIEVEMENT and has_cue("none-of", text)
    natures = told.natures - others | (heavy if type_ in _ANSWERS else found)
    if found & chooser.frames.wrongs and _hides_wrong(told):
        return FactType.PROBLEM, natures | found
    wrong = (heavy or not well and _WENT_WRONG.search(text)) and type_ in (
        FactType.SITUATION,
        FactType.ACHIEVEMENT,
        FactType.PROGRESS,
    )
    if type_ is FactType.ACHIEVEMENT and "rest" in told.forms.words:
        # 已走访7260人 of 9340: what is left is what weighs.
        return FactType.PROGRESS, natures
    nobodys = type_ is FactType.CASE and not {"hero", "fault"} & told.forms.words.keys()
    if nobodys and not (heavy or has_cue("harm", text) or _WENT_WRONG.search(text)):
        # How others do it well: 一采区连续14个月没有顶板事故，班前必敲.
        return FactType.ACHIEVEMENT, told.natures
    blames = (wrong or nobodys) and not CEREMONIES & told.natures
    return FactType.PROBLEM if blames else type_, natures


def _hides_wrong(told: Told) -> bool:
    """Whether a wrong may stand in a statement of another type.

    物业以为是环卫所管 reads like a duty, 拿跑圈当惩罚 like a check; 护士扶住了 is told with a wrong.
    """
    if told.statement.type is FactType.CASE:
        return any(fact.type is FactType.PROBLEM for fact in told.statement.facts)
    return told.statement.type in (FactType.DUTY, FactType.CHECK)


def _is_near(statement: Statement, material: Material) -> bool:
    """Whether a statement shares a word with the stressed matter: 查到疫木31根 where 疫木下山 is stressed."""
    words = "，".join(material.stress_words())
    shared = pairs_in(words) & pairs_in("".join(fact.text for fact in statement.facts))
    return statement.type not in _ANSWERS and any(re.fullmatch("[一-鿿]{2}", pair) for pair in shared)


def _is_left_alone(told: Told, chooser: Chooser) -> bool:
    """Whether nothing is made of it: what is no story at a ceremony, good news that is taken back."""
    if _told_as(told, chooser)[0] is FactType.ACHIEVEMENT and is_taken_back(told.statement):
        return True
    if OCCASIONS["commendation"] in told.natures:
        return told.statement.type is FactType.SITUATION
    return OCCASIONS["address"] in told.natures and told.statement.type is not FactType.CASE


def _say_why(told: Told, chooser: Chooser, text: str) -> None:
    """Say why the subject matters of which a stressed fact has the words.

    It has something to say of the fact itself as well: 泊位 of a quay has the words of parking alone. So has
    the sentence: what fire does to those asleep is not said of a lamp that burns on.
    """
    subjects = chooser.frames.subjects
    ranked = subjects.ranked(head_of(told.statement) if text == _text_of(told) else text)
    for name in (name for name in ranked if subjects.fitting(name, "problem", (text,))):
        for frame in subjects.frames(name, "subject", "why"):
            fits = frame.stands_beside(text) and is_on_scene(frame.text, chooser.sheet)
            fits = fits and (bool(frame.beside) or has_its_thing(frame, text))
            if fits and chooser.is_left(frame, told.section, ()) and not chooser.is_said(frame, told.section):
                told.say("why", frame)
                chooser.use(frame, told.section)
                return


def _say(
    told: Told, function: str, type_: FactType, natures: frozenset[str], chooser: Chooser, part: str
) -> bool:
    """Say the first sentence that is left in a function; return whether there was one."""
    forms = {**told.forms.words, "stressed": ""}
    if part != _text_of(told):
        forms["clause"] = part
    fits = chooser.fitting(
        SAYS.get(type_, type_.value), function.rstrip("2"), forms,
        key=f"{told.statement.key}{function}", natures=natures, numbers=told.forms.numbers,
    )  # fmt: skip
    # What fits the matter itself goes before what fits any that is stressed.
    heavy = (f for f in fits if "stressed" in f.needs or f.order <= ABOUT)
    second = function.endswith("2")
    those = standing(heavy, told.statement, told.borrowed, chooser.frames, second=second)
    full = told.comments >= MOST_STRESSED or function in told.sentences
    for frame in () if full else those:
        left = chooser.is_left(frame, told.section, ()) and not told.repeats(frame)
        if left and not chooser.is_said(frame, told.section):
            told.say(function, frame)
            chooser.use(frame, told.section)
            return True
    return False
