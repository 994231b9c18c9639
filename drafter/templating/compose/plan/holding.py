"""What a link ties firmly enough to be told together: a fact without a task, and the task for its thing."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.cut.cues import pattern
from drafter.facts.kinship.forms import OF_THE_REST
from drafter.facts.kinship.links import Link
from drafter.facts.kinship.sharing import ONE_SIGN, UNDONE
from drafter.facts.sheet import TASKS, FactType
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import WARM, Material
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.plan.story import hero_of
from drafter.templating.compose.plan.ties import LEAST_SHARED, OF_ALL
from drafter.templating.compose.plan.units import MEANS, Unit, is_stock

# Of these links the source acts for the target: a duty, a sum, a check for its task.
FOR_A_TASK = ("owner", "check", "fund")

# So near are two facts that have a word which no other has.
OF_THEIR_OWN = 0.25
# So short a situation tells one thing, and these words that it is not as it should be.
LONGEST_AMISS = 30
_AMISS = re.compile("只[有排能剩]|没|缺|不[够足到齐]|坏|拖|堵|漏")
# How it is told who answers for what.
_ANSWERS = re.compile("牵头|负责|[抓盯管包]")
# What stands in front of the name of a thing: 坏的机井, 各网格.
_WHICH = re.compile(r"^(?:其中|[都全]是|现有|(?:[去今]年|\d+月)(?:\d+日)?|[一-鿿]{1,3}的|[换修建装清补改治])")
# 3201 tells where, and no thing; 36栋 are those of which another line tells as well.
_THING = re.compile(r"[一-鿿A-Za-z]{2}|\d+[一-鿿]$")


class Tie(Struct, frozen=True):
    """A link from a statement with a task, or to one, and the units in which its ends stand, by place.

    ``near`` is how much both ends share that the rest of the sheet has not.
    """

    link: Link
    source: Statement
    target: Statement
    unit: int
    home: int
    near: float

    @property
    def is_strong(self) -> bool:
        """Whether it ties by words that both are told of, by a number, or by three signs."""
        return len(self.link.why) >= LEAST_SHARED or self._is_led

    @property
    def worth(self) -> tuple[bool, bool, bool, bool, bool, int, int, int]:
        """How firmly it ties: by what is left, by a thing and no place, by its long name, told of in both."""
        words, text = self.link.why, bare(self.target.words)
        # What a name is about stands at its end: 公路养护资金沉淀 is about 资金.
        end = max(text.find(words[:2]), text.find(words[-2:]))
        counted, thing = words[:1].isdigit(), bool(_THING.search(words))
        likeness = _likeness(self.source, self.target)
        is_long = len(words) >= LEAST_SHARED
        says_rest = OF_THE_REST.match(bare(self.source.words)) is not None
        left = UNDONE.fullmatch(words) is not None or (self.link.kind == "rest" and (counted or says_rest))
        return left, thing, counted and thing, is_long, self._is_led, len(words), end, likeness

    @property
    def is_exact(self) -> bool:
        """Whether it ties by more than a short name: by what is left, or of the same number."""
        short = self.link.kind == "problem" and len(self.link.why) < LEAST_SHARED
        return not (short or self.link.kind == "noun") or bool(re.match(r"\d|[没未]", self.link.why))

    @property
    def is_loose(self) -> bool:
        """Whether a figure has no more of a task than two signs within its sentence."""
        thing = _THING.search(self.link.why) is not None
        return self.link.kind == "noun" and thing and not self.is_strong

    @property
    def _is_led(self) -> bool:
        return all(_is_led_by(each, self.link.why) for each in (self.source, self.target))


def holds(tie: Tie, units: Sequence[Unit], material: Material) -> bool:
    """Whether what a link ties is told together: a weak tie does nothing."""
    kind, source, target = tie.link.kind, tie.source, tie.target
    if units[tie.home].type in MEANS or _names_only_who(tie):
        return False
    if units[tie.unit].tasks and kind == "noun" and not _opens_one(tie):
        # 班级联赛，跳绳、接力 and 添置器材，跳绳600根 are two works.
        return False
    if kind in FOR_A_TASK:
        alone = all(s.type in MEANS for s in units[tie.unit].statements)
        return alone and not (_is_for_several(tie) or _stands_in_row(tie, units))
    if material.kind in WARM and target.type is FactType.REQUEST:
        # What was asked is told in the part for it.
        return False
    if target.type is FactType.REQUEST and tie.near < OF_THEIR_OWN:
        # 操场西边裂缝 answers nobody who finds the 操场 too small.
        return False
    if kind == "noun":
        return (
            material.kind not in WARM
            and source.type in TASKS
            and not _counts_others(target, tie.link)
            and (_is_amiss(target, tie.link) or _is_of_one_thing(tie))
        )
    if kind != "problem" or len(tie.link.why) >= LEAST_SHARED:
        return True
    # Who came to harm is told of in front, unless a task is for just that harm.
    harms = [match[0] for match in pattern("harm").finditer(bare(target.words))]
    other = bool(harms) and not (tie.is_strong or any(harm in source.words for harm in harms))
    return not (other or OF_ALL.match(target.facts[0].text))


def _counts_others(statement: Statement, link: Link) -> bool:
    """Whether a situation counts several things, that of a link not first: 住校生1680人，宿舍5栋，宿管9人."""
    first = re.split("[，；]", statement.facts[0].text)[0]
    return is_stock(statement) and link.why not in first


def _likeness(first: Statement, second: Statement) -> int:
    """Return how many pairs of signs two statements share."""
    words, others = bare(first.words), bare(second.words)
    return sum(words[i : i + 2] in others for i in range(len(words) - 1))


def _is_amiss(statement: Statement, link: Link) -> bool:
    """Whether a situation tells what is wrong with the thing of a task: 官方兽医只排白班."""
    words = bare(statement.words)
    short = statement.type is FactType.SITUATION and len(words) <= LONGEST_AMISS
    return short and len(link.why) >= LEAST_SHARED and bool(_AMISS.search(words))


def _is_of_one_thing(tie: Tie) -> bool:
    """Whether how a thing stands is told with its task: its name is long, or both begin with it.

    The task may begin with a name that no other fact has.
    """
    words, task, target = OF_ALL.sub("", tie.link.why), tie.source, tie.target
    if target.type in (*MEANS, FactType.REQUEST) or any(hero_of(fact) for fact in target.facts):
        return False
    if re.search(f"[进到在去往]{re.escape(words)}", bare(task.words)):
        # 进手术间 is where something is done.
        return False
    if not _THING.search(words):
        return ONE_SIGN.fullmatch(words) is not None
    if len(words) >= LEAST_SHARED:
        return True
    own = tie.near >= OF_THEIR_OWN and target.type not in TASKS
    both = _is_led_by(task, words) and (own or _is_led_by(target, words))
    return both and not OF_ALL.match(bare(target.words))


def _is_led_by(statement: Statement, words: str) -> bool:
    """Whether a clause of a statement begins with ``words``: 坏的机井, 机井6眼."""
    clauses = re.split("[，；：]", bare(statement.words))
    return any(head.startswith(words) for clause in clauses for head in (clause, _WHICH.sub("", clause)))


# How one looks or tells, which is no thing that a look is for; nor is a body that looks.
_LOOK = re.compile("(?:抽|检|普|排|督|核|巡|复|回头)[查检看]|暗访|通报|公布|公示")
_LOOKS = re.compile(
    "^(?!(?:次日|当[天日]|结果|及时)?(?:通报|公布|公示)[^，]{0,2}$).*?"
    f"(?:{_LOOK.pattern}|抽|[到去][^，]{{1,8}}[看问查听]|每[^，]{{1,6}}[查看问])"
)


def _names_only_who(tie: Tie) -> bool:
    """Whether a check shares with what it is tied to only how, or who, looks: 10月抽查, 抽查查出的9栋."""
    words = tie.link.why
    looks = _LOOK.fullmatch(words) is not None or pattern("body-end").search(words) is not None
    return tie.link.kind == "check" and looks


def _opens_one(tie: Tie) -> bool:
    """Whether one of two tasks is called by the word that ties them."""
    words = tie.link.why
    return any(words in re.split("[，；：]", bare(s.words))[0] for s in (tie.source, tie.target))


def _stands_in_row(tie: Tie, units: Sequence[Unit]) -> bool:
    """Whether a sum stands on a line with others: 补助打完先发一半；疫苗免费；冷藏箱缺9台."""
    line = units[tie.unit].line
    return tie.link.kind == "fund" and sum(u.line == line and u.type is FactType.FUND for u in units) > 1


def _is_for_several(tie: Tie) -> bool:
    """Whether a duty, a sum or a check is no matter of the one task: it goes into the part of its type."""
    source = tie.source
    if tie.link.kind == "fund":
        # Several sums are told in one row.
        return len(source.facts) > 1 or len(source.facts[0].quantities) > 1
    if tie.link.kind == "check":
        # 每周抽10份评估单，每月通报一次，10月到病床边问 are three looks.
        looks = [c for c in re.split("[，；]", bare(source.words)) if _LOOKS.search(c)]
        return len(looks) > 1 and sum(tie.link.why in c for c in looks) < len(looks)
    duties = [fact for fact in source.facts if fact.type is FactType.DUTY]
    led = any("牵头" in fact.text and len(fact.partners) > 1 for fact in duties)
    shared_out = sum(bool(_ANSWERS.search(c)) for fact in duties for c in fact.text.split("，"))
    return tie.link.kind == "owner" and (shared_out > 1 or led)
