"""How a statement is told: its sentence, what follows from it, and what may be said about it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.kinship.forms import THOUGHT
from drafter.facts.sheet import AIMS, Fact, FactType
from drafter.templating.compose.around.ceremonies import (
    CEREMONIES,
    ends_with_deed,
    is_out_of_place,
    is_told_plainly,
)
from drafter.templating.compose.comments.bound import SAYS, standing, subjects_of_meeting, told_of
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.comments.frame import ABOUT, ANY, OCCASIONS, OWN, Frame
from drafter.templating.compose.comments.left_open import blank_of
from drafter.templating.compose.comments.told import FUNCTIONS, WORTH, Told
from drafter.templating.compose.composition import Sentence, bare, sentence
from drafter.templating.compose.forms.forms import forms_of
from drafter.templating.compose.forms.grounds import URGENT, head_of, is_remark, is_urgent, natures_in_head
from drafter.templating.compose.forms.pressing import OF_ANY_TYPE
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.retyping import is_nothing_wrong
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.words.decided import as_decided

# A deadline that is no more days ahead presses, and its days are counted.
PRESSING = 20
# Of these types only the last in a row is turned against what follows, or said to somebody.
_ONCE = (FactType.ACHIEVEMENT, FactType.SITUATION, FactType.AWARD, FactType.FUND)
_IN_A_ROW = (*_ONCE, FactType.CAUSE)
# What presses on those who do the work has no place in a ceremony, nor where one promises oneself; those
# who are honoured are not supervised.
_LEFT_OUT = {
    OCCASIONS["commendation"]: ("verify",),
    OCCASIONS["address"]: ("verify", "link", "compute", "address"),
    OCCASIONS["inaugural"]: ("verify", "link", "address"),
    OCCASIONS["work-report"]: ("address",),
}
# Where this happened, nobody is praised that no more came of it.
_WENT_WRONG = re.compile("泄|爆|超温|着火|起火|[坍倒]塌|撞|翻车|误报")
# What a task allows at most, and the natures that fit such a limit.
_LIMITED = re.compile("不(?:得)?(?:超过|多于|高于)[^，]{0,5}[次回趟场]|最多[^，]{0,4}[次回趟场]")
_OF_LIMITS = frozenset({"检查次数", "词绝", "会议", "会多"})
# What is wrong may stand on a sheet as a problem, a cause or the situation: what frames say about its nature
# fits all of them.
_KIN = {
    FactType.PROBLEM: ("cause", "progress"),
    FactType.CAUSE: ("problem",),
    FactType.SITUATION: ("problem", "cause", "achievement"),
    FactType.PROGRESS: ("problem",),
    FactType.ACHIEVEMENT: ("situation",),
    # What it costs to leave undone, and who is to look, may stand on a sheet as a task or as a check.
    FactType.TASK: ("check",),
    FactType.CHECK: ("task",),
}
# A fact with these natures is good news: what frames say about a problem is not said of it.
_GOOD = frozenset({
    "增长", "减少", "没出事", "平安转移", "安全天", "连年安", "九成上", "省时间", "建成数", "帮上门",
    "信访降", "报销", "出院", "名次",
    "先进", "救人", "献血", "支教", "老职工",
})  # fmt: skip
_MAYBE_GOOD = (FactType.ACHIEVEMENT, FactType.CASE)
# What its own sentence takes back is no good news: 培训612人，用上了的172人 and 签了又闹 are not praised.
_TAKEN_BACK = re.compile(
    "只有|只剩|但|了又|不到|不足|还差|没(?!有?(?:一|发生|出现|反弹|人员|花|停))|未|闲置|(?<![零无])[轻重]伤|死|亡(?!羊)|退货|延期|超期|其中真正"
    "|\\d[^，]{0,4}，[^，\\d]{1,6}了的\\d"
)


def told(statement: Statement, material: Material, chooser: Chooser, section: str) -> Told:
    """Return a statement with its needed sentences: what it says, what is missing, what is left to do."""
    forms = forms_of(statement, material)
    found = Told(
        statement,
        forms,
        _natures_of(statement, material, chooser),
        section,
        stressed="stressed" in forms.words,
        spared=any(material.spared(fact.type) for fact in statement.facts)
        or any(map(material.untouched, statement.facts))
        or (statement.type is FactType.CASE and ends_with_deed(material))
        or is_told_plainly(statement.type, material),
        borrowed=_borrowed(statement, material, chooser),
    )
    found.sentences["state"] = _state(found)
    found.sentences.update(blank_of(statement, material))
    return found


def _natures_of(statement: Statement, material: Material, chooser: Chooser) -> frozenset[str]:
    """Return the natures on which comments may stand, in a speech of this kind and at this meeting."""
    natures = natures_in_head(statement, chooser.frames)
    # How a thing is to be done stands in any of its clauses: 一台不少, 不用请示.
    natures |= chooser.frames.orders & chooser.frames.natures_of(bare(statement.words))
    if statement.type in AIMS and _LIMITED.search(statement.head.text):
        # What is to happen less often is not praised for being done.
        natures = natures & _OF_LIMITS
    went_wrong = _WENT_WRONG.search(statement.head.text)
    if statement.type is FactType.ACHIEVEMENT and is_nothing_wrong(statement.head.text) and not went_wrong:
        # Where nobody drowned, nothing is said of drowning.
        natures = natures & _GOOD | {"没出事"}
    if occasion := OCCASIONS.get(material.kind):
        natures |= {occasion}
    if not _has_matter(natures, chooser):
        for whole in _wholes_of(statement, material):
            natures |= chooser.frames.matters_of(whole.text.partition("，")[0]) - chooser.frames.wide
    subjects = chooser.frames.subjects
    natures |= subjects_of_meeting(material.meeting, subjects) | _borrowed(statement, material, chooser)
    if is_urgent(material.meeting):
        natures &= URGENT
    if material.kind == "symposium" and statement.type is FactType.REQUEST:
        natures |= {"当面"}
    return natures


def _borrowed(statement: Statement, material: Material, chooser: Chooser) -> frozenset[str]:
    """Return the subjects that only the words of a statement tell, those that tell what it is about.

    一个老人摔了，护士在配药房等药 is on falls, and not on medicine.
    """
    subjects = chooser.frames.subjects
    told_ = subjects.of(told_of(statement)) & subjects.of(head_of(statement))
    return told_ - subjects_of_meeting(material.meeting, subjects)


def _has_matter(natures: frozenset[str], chooser: Chooser) -> bool:
    """Whether there is a frame for the matter of a task itself."""
    frames = (
        f for name in ("weigh", "contrast", "verify") for f in chooser.frames.about("task", name, natures)
    )
    return any(frame.order == ABOUT for frame in frames)


def _wholes_of(statement: Statement, material: Material) -> Iterator[Fact]:
    """Yield the facts of which a task is to do what is left: it is of their nature, 41件 of 欠薪线索412件."""
    if statement.type not in AIMS:
        return
    ids = {link.target for link in material.links_from(*statement.ids, kind="rest")}
    figures = {(q.amount, q.unit) for fact in statement.facts for q in fact.quantities}
    for found in material.inferences:
        if found.kind == "remaining" and len(found.facts) == 1 and (found.value, found.unit) in figures:
            ids.add(found.facts[0])
    yield from (fact for fact in material.told() if fact.id in ids - set(statement.ids))


def _state(told_: Told) -> Sentence:
    """Return the sentence that says the facts, with what follows from them where it presses."""
    statement, words = told_.statement, told_.statement.words
    if statement.type is FactType.STANCE and THOUGHT.search(statement.facts[0].label):
        words = f"我的看法是：{words}"
    if statement.type is FactType.BASIS:
        words = as_decided(words)
    return sentence(f"{words}。", statement.ids, inferences=statement.inferences)


class Move(Struct):
    """A move that may be made about a statement: the frames that fit it, the best first."""

    told: Told
    function: str
    frames: list[Frame]

    @property
    def base(self) -> str:
        """The function without the number of a second move: weigh for weigh2."""
        return self.function.rstrip("2")


def moves_of(told_: Told, chooser: Chooser) -> Iterator[Move]:
    """Yield the moves that there are frames for. A second one of a kind needs a frame for the nature."""
    statement = told_.statement
    if is_remark(statement) and statement.type not in (FactType.REQUEST, FactType.PROMISE):
        return
    for function in FUNCTIONS:
        base = function.rstrip("2")
        if any(base in _LEFT_OUT[name] for name in told_.natures & _LEFT_OUT.keys()):
            continue
        if base not in WORTH.get(statement.type, {}) or (base == "compute" and _is_computed(told_)):
            continue
        frames = list(_fitting(told_, base, chooser, only=function != base))
        if is_out_of_place(statement.type, told_.natures, stressed=told_.stressed):
            # How things stand is told by what the ceremony itself is about, and by nothing else.
            frames = [f for f in frames if f.of_subject and statement.type is FactType.SITUATION]
        if frames:
            yield Move(told_, function, frames)


def _fitting(told_: Told, base: str, chooser: Chooser, only: bool) -> Iterator[Frame]:
    """Yield the frames of a statement in a function: those for its type, those of its kin, those for any.

    Where facts of one type stand in a row, what would fit any of them is said behind the last.
    """
    type_ = told_.statement.type
    own = SAYS.get(type_, type_.value)
    turned = base in ("contrast", "address") and type_ in _ONCE and not told_.last
    warm = bool(CEREMONIES & told_.natures)
    kin = _KIN.get(type_, ()) if base != "compute" and _may_be_wrong(told_) else ()
    if warm:
        kin = tuple(says for says in kin if says in ("situation", "achievement"))
    general: list[Frame] = []
    for says in (*(() if turned else (own,)), *kin):
        if says == "achievement" and is_taken_back(told_.statement):
            continue
        found = chooser.fitting(
            says, base, told_.forms.words, key=told_.statement.key, natures=told_.natures,
            numbers=told_.forms.numbers,
        )  # fmt: skip
        found = standing(found, told_.statement, told_.borrowed, chooser.frames, second=only)
        # A second thing is said of its own matter, or in its own words, alone.
        found = [f for f in found if not only or (f.about and f.order <= ABOUT) or f.order == OWN]
        if len({owner for fact in told_.statement.facts for owner in fact.owners}) > 1:
            found = [frame for frame in found if not re.search("[他她](?!们)", frame.text)]
        if says == own:
            general = [frame for frame in found if frame.general and (told_.last or type_ not in _IN_A_ROW)]
            yield from (frame for frame in found if not frame.general)
        else:
            yield from filter(_is_shared, found)
    yield from general


def is_taken_back(statement: Statement) -> bool:
    """Return whether good news takes itself back: nobody is praised for it."""
    return _TAKEN_BACK.search(bare(statement.words)) is not None


def _may_be_wrong(told_: Told) -> bool:
    """Whether what frames say of problems may fit: no good news, and no deed that is praised."""
    type_ = told_.statement.type
    if type_ is FactType.CASE and "fault" not in told_.forms.words:
        return False
    return type_ not in _MAYBE_GOOD or not told_.natures & _GOOD


def _is_shared(frame: Frame) -> bool:
    """Whether a frame fits a fact of a kindred type: it tells of a nature or a lack, names nobody."""
    if "who" in frame.needs:
        return False
    return bool(frame.needs & OF_ANY_TYPE) or (bool(frame.about) and frame.order < ANY)


def _is_computed(told_: Told) -> bool:
    """Whether nothing presses: far deadlines, and what the sentence itself already tells."""
    days = told_.forms.numbers.get("days")
    # To those who wait for it, the day of a promise is told even where it is far.
    most = 120 if told_.statement.type is FactType.PROMISE else PRESSING
    return days is not None and days > most and "rate" not in told_.forms.words
