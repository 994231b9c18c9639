"""The words that two facts share, and whether they mean that both tell of one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from drafter.facts import patterns as re
from drafter.facts.cut.around import stands
from drafter.facts.cut.cues import first_cue, pattern, tables
from drafter.facts.sheet import TASKS, Fact, FactType, Quantity
from drafter.facts.types.order import COMMA

# Works that are called by one sign, where it is no part of the name of a place: 柳渠村.
ONE_SIGN = re.compile("[渠堤坝闸](?![村镇乡街路社])")
# So many signs of a text name what it is about, with all that belongs to it.
_FRONT = 80
# A longer run means no more.
_LONGEST_RUN = 16
# 顶板61条、机电74条、运输45条 tell of none of them.
LEAST_PARTS = 3
# Two signs name a thing where no more facts of the sheet have them.
MOST_SHARING = 4
# A longer label tells something, a shorter one names a thing: 油烟.
_LONGEST_LABEL = 8
_SPOKEN = re.compile("[一-鿿A-Za-z]+")
# What has a number for a name: 1203工作面, 3号炉, O型血, K2路.
_NUMBERED = re.compile(r"\d{3,}(?=[一-鿿])|\d{1,2}号[一-鿿]|[A-Z]+型|[A-Z]+\d+")
# Three signs, and two, of what may be a name: 机井房, 203, K2.
_NAMING = re.compile(r"[一-鿿A-Za-z\d]{3}")
_SHORT_NAME = re.compile(r"[A-Z](?:型|\d)")
# Signs with which no two signs are the name of a thing.
_NO_NAME = re.compile(
    "[的了是在和与有到也都就把被不没未无一二两三四五六七八九十几个这那每再又还前后上下里外人要能去来做办]"
)
# Where one goes to do something, and what is put there: 上门, 上墙, 下井.
_GOING = re.compile("上[门墙锁岗楼车]|下[乡井户楼车]")
# Who many facts of a sheet tell of, whatever they tell.
_PEOPLE = re.compile(
    "(?:干部|群众|职工|员工|党员|人员|居民|村民|同志|学生|老师|教师|护士|医生|患者|病人|家长|乘客|游客|工人|学员|老人|企业|领导|用户|孩子|书记|主任|[一-鿿]长|[一-鿿]{2}员)$"
)
# Two signs that end like a body and call a thing or a time: 高校, 夜班.
_NO_BODY = re.compile("[^学全我本各][校班]")
# One that has a number is a thing like any other: 二部 is a conveyor, and a department at most by chance.
_NAMED_BODY = re.compile("[一二三四五六七八九十]")
# Bodies beside those of the table.
_BODY = re.compile("防指|指挥部|[省市县区]里$")
# What is left to do, as a task and how things stand call it alike: 没收的.
UNDONE = re.compile("[没未]([一-鿿]{1,2})的")
# The bound that a rule sets, and that a look finds passed: 超过15厘米; what is too few: 只有1个人.
BOUND = re.compile(r"(?:超过?|不足|不满|低于|不到|满|只有)\d[\d.]*[一-鿿%]")
# Units that measure, or count what each sheet counts: people, times, days.
_MEASURES = "%元天日月年次人名岁米吨度分倍"
# What is counted over a year, and then against the year before.
_HAPPENED = ("起", "件", "次", "批", "元")
# Two facts have a smaller number by chance.
LEAST_COUNTED = 10
# Signs that a shared run may begin or end with, and that name nothing.
_EDGES = "的了是在就都也能不"
# When something is done is no thing that is done: 下学期.
_TERM = re.compile("[上下本这每一]个?学期|[上下]半年|[一二三四上下本]季度")
_POST = re.compile("总监|总?经理|主任|[部科局处校院镇县]长|书记")
# What somebody does to a thing for which he answers: 抓传感器.
_ANSWERS = re.compile("^[抓盯管包]")
_WHICH = re.compile("^[新老旧全各该本]")
_APART = re.compile(r"[\s，。；：、“”‘’（）()《》]+")


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(cue.pattern for cue in tables()["common"])


def shared_words(first: str, second: str) -> str:
    """Return the longest run of two or more signs that both texts have and that means something.

    Of long texts, only the front is looked at: a topic stands there, and time goes with the square.
    一个井盖 and 每个井盖 share 井盖: the sign that counts is no part of the name.
    """
    first, second = first[:_FRONT], second[:_FRONT]
    shared = pairs_in(first) & pairs_in(second)
    best, common = "", _common()
    for start in (each for each in range(len(first) - 1) if first[each : each + 2] in shared):
        size = max(2, len(best) + 1)
        end = min(len(first), start + _LONGEST_RUN)
        while start + size <= end and first[start : start + size] in second:
            run = first[start : start + size]
            if _SPOKEN.fullmatch(run) and run not in common and run[0] not in "没未不无":
                best = run
            size += 1
    return best.removeprefix("个") if len(best) > 2 else best


@lru_cache(maxsize=4096)
def pairs_in(text: str) -> frozenset[str]:
    """Return the pairs of signs next to each other in a text: texts that share none are not alike."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


class Nouns:
    """The words of each fact of a sheet that name things, and how many facts have them."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        labels = Counter(fact.label for fact in facts if not fact.sign or fact.sign not in COMMA)
        # What stands under one label with another sentence shares no matter by that.
        self._texts = {fact.id: _without_bodies(fact, labels[fact.label] <= 1) for fact in facts}
        self._pairs = {id_: pairs_in(text) for id_, text in self._texts.items()}
        self._counts = Counter(pair for pairs in self._pairs.values() for pair in pairs)
        self._rare_pairs = frozenset(pair for pair in self._counts if self._is_rare(pair))
        self._heads = {fact.id: tuple(self._heads_of(fact)) for fact in facts}
        first: dict[tuple[str, str, FactType], str] = {}
        # A line that stands there a hundred times is compared once.
        self._first = {f.id: first.setdefault((f.text, f.label, f.type), f.id) for f in facts}
        self._joining: dict[tuple[str, str, bool], str] = {}
        self._facts = facts
        halves = {half for fact in facts for half in _halves(fact)}
        self._having: dict[object, list[int]] = {}
        for number, fact in enumerate(facts):
            told = (("half", half) for half in halves & pairs_in(fact.text))
            for sign in (*self._signs(fact), *told):
                self._having.setdefault(sign, []).append(number)

    def near(self, source: Fact) -> list[Fact]:
        """Return the facts that may be joined to one; all others share nothing by which ``joining`` joins.

        They share three signs, a rare pair, what their topics begin with, a number, or the name of a thing.
        """
        signs = (*self._signs(source), *(("half", half) for half in _halves(source)))
        found = {number for sign in signs for number in self._having.get(sign, ())}
        return [self._facts[number] for number in sorted(found) if self._facts[number] is not source]

    def _signs(self, fact: Fact) -> Iterator[object]:
        """Yield all by which a fact may be joined to another."""
        text = self._texts[fact.id]
        runs = {text[start : start + 3] for start in range(len(text) - 2)}
        yield from filter(_NAMING.fullmatch, runs)
        yield from (p for p in self._pairs[fact.id] if p in self._rare_pairs or _SHORT_NAME.fullmatch(p))
        yield "front", fact.topic[:2]
        yield from dict.fromkeys(match[0] for match in ONE_SIGN.finditer(text))
        yield from dict.fromkeys((q.value, q.unit) for q in fact.quantities if _is_counted(q))
        yield from dict.fromkeys(_said_alike(fact))

    def joining(self, source: Fact, target: Fact, *, firmly: bool = False) -> str:
        """Return the words that join two facts, "" where those that they share are too few to mean it.

        Three signs do. Two do where both topics begin with them, where the other half is there as well,
        or where few facts have them and one of the two is told of them; ``firmly``, both must be.
        """
        pair = (self._first[source.id], self._first[target.id], firmly)
        if pair not in self._joining:
            self._joining[pair] = self._join(source, target, firmly)
        return self._joining[pair]

    def _join(self, source: Fact, target: Fact, firmly: bool) -> str:
        words = self._shared(source, target)
        told = self._of_three(source, target, words, firmly) if len(words) >= 3 else None
        if told or (number := self._number(source, target)):
            return told or number
        if told is not None:
            return told
        leads = words and source.topic.startswith(words) and target.topic.startswith(words)
        if leads and not _is_body(words):
            return words
        halves = _halves(source)
        if halves and all(half in target.text for half in halves):
            return source.topic
        # How often something happened, more or less than before, is no one matter.
        compared = any(q.role == "change" and q.unit in _HAPPENED for q in target.quantities)
        return self._rare(source, target, firmly or compared) or self._one_sign(source, target)

    def _shared(self, source: Fact, target: Fact) -> str:
        """Return the longest words that two facts share: of a body only where they share nothing else.

        云岭乡蓄水池 and 蓄水池坏了31口，云岭乡最多 tell of 蓄水池.
        """
        first, second = self._texts[source.id], self._texts[target.id]
        words = shared_words(first, second)
        if not _is_body(words):
            return words
        thing = shared_words(first.replace(words, " "), second)
        return thing if len(thing) >= 3 and not _is_body(thing) and not _PEOPLE.search(thing) else words

    def _of_three(self, source: Fact, target: Fact, words: str, firmly: bool) -> str | None:
        """Return three signs or more if they join two facts; None where it is left to two signs."""
        about = source.topic.startswith(words) and target.topic.startswith(words)
        if _PEOPLE.search(words) or _is_of_a_post(words, source, target):
            return words if about else ""
        if _is_body(words):
            # A body that has a mere part in one of them joins nothing; 没人的劝导站，说明 is of 劝导站.
            own = source.type in TASKS and source.topic.startswith(words)
            met = f"的{words}，" in source.text and target.topic.startswith(words)
            return words if about or own or met else ""
        if len(words.strip(_EDGES)) < 3 and not _is_undone(words, source, target):
            return None
        led = any(self._is_led_by(fact, words) for fact in (source, target))
        return words if led or not firmly else ""

    def strength(self, source: Fact, target: Fact, words: str) -> tuple[bool, int, float]:
        """Return how firmly ``words`` tie two facts: most where both are told of them."""
        if not _SPOKEN.fullmatch(words):
            # 3201 tells where, and 传感器 what: the thing ties more firmly than its place.
            return False, 2, self.nearness([source], [target])
        both = source.topic.startswith(words) and target.topic.startswith(words)
        return both, len(words), self.nearness([source], [target])

    def rare(self, fact: Fact) -> frozenset[str]:
        """Return the pairs of signs that name something and that few facts have."""
        return self._pairs[fact.id] & self._rare_pairs

    def nearness(self, some: Sequence[Fact], others: Sequence[Fact]) -> float:
        """Return how much facts share with others that the rest of the sheet has not."""
        first, second = (frozenset[str]().union(*map(self.rare, facts)) for facts in (some, others))
        return sum(1 / self._counts[pair] ** 2 for pair in first & second)

    def runs(self, some: Sequence[Fact], others: Sequence[Fact], without: str) -> list[str]:
        """Return the words that stand apart in ``some`` facts, and that one of ``others`` has as well.

        No more than a third of the sheet has them, nor has ``without``.
        """
        theirs = frozenset[str]().union(*(self._pairs[fact.id] for fact in others))
        found: dict[str, None] = {}
        for fact in some:
            text, start = self._texts[fact.id], -1
            for at in range(len(text)):
                pair = text[at : at + 2]
                shared = pair in theirs and self._is_few(pair)
                if shared:
                    start = at if start < 0 else start
                elif start >= 0:
                    # 指导 of 指导教师 names those who do it.
                    if not _PEOPLE.search(text[start : at + 2]):
                        found[text[start : at + 1]] = None
                    start = -1
        return [run for run in found if run not in without]

    def _is_few(self, pair: str) -> bool:
        most = max(MOST_SHARING, len(self._facts) // 3)
        return "个" not in pair and self._counts[pair] <= most and names_thing(pair)

    def _number(self, source: Fact, target: Fact) -> str:
        """Return the name with a number that both facts have, 1203, or the number of the same things."""
        counted = {(q.value, q.unit) for q in source.quantities if _is_counted(q)}
        for quantity in target.quantities:
            if (quantity.value, quantity.unit) in counted and _is_counted(quantity):
                return quantity.text
        alike = set(_said_alike(target))
        if said := next((each for each in _said_alike(source) if each in alike), ""):
            return said
        numbered = (match[0] for match in _NUMBERED.finditer(self._texts[source.id]))
        return next((name for name in numbered if name in self._texts[target.id]), "")

    def _rare(self, source: Fact, target: Fact, firmly: bool) -> str:
        """Return two signs that few facts have, and with which one of the two begins a phrase, or both."""
        shared = self._pairs[source.id] & self._pairs[target.id] & self._rare_pairs
        if not shared:
            return ""
        leads = all if firmly else any
        leading = [pair for pair in shared if leads(self._is_led_by(fact, pair) for fact in (source, target))]
        if not leading and not firmly and self._shares_front(source, target):
            leading = list(shared)
        return min(leading, key=lambda pair: (self._counts[pair], pair), default="")

    def _one_sign(self, source: Fact, target: Fact) -> str:
        """Return the one sign by which both call a thing: 主渠漏水, 渠修好以后谁管."""
        if source.type not in (*TASKS, FactType.DUTY):
            return ""
        named = (match[0] for match in ONE_SIGN.finditer(self._texts[source.id]))
        others = {match[0] for match in ONE_SIGN.finditer(self._texts[target.id])}
        return next((sign for sign in named if sign in others), "")

    def _shares_front(self, source: Fact, target: Fact) -> bool:
        """Whether the target has the first two signs of the source as well: 网格照片, 网格员的照片."""
        front = source.topic[:2]
        plain = len(front) == 2 and front not in _common() and not _NO_NAME.search(front)
        return plain and front in self._pairs[target.id]

    def _is_rare(self, pair: str) -> bool:
        return self._counts[pair] <= MOST_SHARING and names_thing(pair)

    def _is_led_by(self, fact: Fact, pair: str) -> bool:
        return any(head.startswith(pair) for head in self._heads[fact.id])

    def _heads_of(self, fact: Fact) -> Iterator[str]:
        """Yield what a fact and its phrases begin with, with and without 新 or 全 in front."""
        for head in (fact.topic, *_APART.split(self._texts[fact.id])):
            yield head
            yield _WHICH.sub("", head)
            if fact.type is FactType.DUTY:
                yield _ANSWERS.sub("", head)


@lru_cache(maxsize=8192)
def names_thing(pair: str) -> bool:
    """Return whether two signs may name a thing, and nobody."""
    goes = _GOING.fullmatch(pair) is not None
    plain = _SPOKEN.fullmatch(pair) and pair not in _common() and (goes or not _NO_NAME.search(pair))
    is_body = pattern("body-end").search(pair) and not _NO_BODY.fullmatch(pair)
    return bool(plain) and not (_PEOPLE.search(pair) or is_body)


def names_people(words: str) -> bool:
    """Return whether words call those of whom many facts tell, whatever they tell: 教师."""
    return _PEOPLE.search(words) is not None


def _halves(fact: Fact) -> tuple[str, ...]:
    """Return the two words of a topic of four signs, () where one of them is in every sheet."""
    halves = (fact.topic[:2], fact.topic[2:])
    return halves if len(fact.topic) == 4 and _common().isdisjoint(halves) else ()


def _is_body(words: str) -> bool:
    is_named = _NAMED_BODY.match(words) is not None
    return bool(_BODY.search(words) or (pattern("body-end").search(words) and not is_named))


def _is_counted(quantity: Quantity) -> bool:
    """Whether a quantity counts things so exactly that the same number means the same things: 46张."""
    return len(quantity.unit) == 1 and quantity.unit not in _MEASURES and quantity.value >= LEAST_COUNTED


def _is_of_a_post(words: str, *facts: Fact) -> bool:
    """Whether words only tell whose head somebody is: 供应链总监."""
    ends = ((fact.text, fact.text.find(words) + len(words)) for fact in facts if words in fact.text)
    return any(_POST.match(text, end) for text, end in ends)


def _said_alike(fact: Fact) -> Iterator[str]:
    """Yield the words that mean one thing in all facts that have them: 没收的, 超过15厘米."""
    found = (match[0] for pattern_ in (UNDONE, BOUND) for match in pattern_.finditer(fact.text))
    yield from (said.replace("超过", "超") for said in found)


_NOT_YET = re.compile(r"[没未]有?\Z")


def _is_undone(words: str, source: Fact, target: Fact) -> bool:
    """Whether both facts tell of what is not done: 没开工的."""
    return all(stands(words, fact.text, front=_NOT_YET) for fact in (source, target))


def _without_bodies(fact: Fact, labelled: bool) -> str:
    """Return the words that name things, without those who do it; a row of parts names no one thing."""
    if is_row_of_parts(fact):
        return ""
    text = nouns_of(fact, labelled=labelled)
    if fact.type in TASKS:
        bodies = (body for body in (*fact.owners, *fact.partners) if not fact.topic.startswith(body[:2]))
        for body in bodies:
            text = text.replace(body, " ")
    return text


def is_row_of_parts(fact: Fact) -> bool:
    """Return whether a fact counts the parts of one sum: 四类：招标11件、采购6件、借贷2件."""
    units = Counter(q.unit for q in fact.quantities if q.unit != "类")
    return units.total() >= LEAST_PARTS and len(units) == 1 and "、" in fact.text


def nouns_of(fact: Fact, *, labelled: bool = True) -> str:
    """Return the words of a fact that name things: its text without dates and figures, and its label."""
    text = fact.text
    for place in sorted(
        [w.place for w in fact.whens] + [q.place for q in fact.quantities], key=lambda p: -p.start
    ):
        left, right = place.start - fact.place.start, place.end - fact.place.start
        text = text[: max(left, 0)] + " " + text[max(right, 0) :]
    text = _TERM.sub(" ", text)
    named = (
        labelled and fact.label and len(fact.label) <= _LONGEST_LABEL and not first_cue("label", fact.label)
    )
    return f"{fact.label} {text}" if named else text
